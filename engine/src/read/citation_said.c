/*
 * Whom a run of numbers is said of: the standard that follows with "of", else the one directly before it, else the one
 * that follows in brackets; after a word such as "clause" also the last one before it, as far as that reaches.
 */

#include "read/citation_runs_internal.h"

#include <string.h>

imsi_cited imsi_cited_by(const imsi_decider *d, const imsi_token *token)
{
  imsi_cited cited = { .standard = token->standard, .edition = token->edition, .named = token->edition != NULL };
  cited.open = token->year && !token->edition;
  if (cited.open) {
    cited.year = token->year;
    cited.nearest = imsi_standard_nearest(d->c, token);
  }
  if (!token->year && d->around.standard == token->standard)
    cited.edition = d->around.edition;
  return cited;
}

/* A bare number of a standard may be any number: something has to show what it is. */
bool imsi_token_is_meant(const imsi_decider *d, size_t at)
{
  const imsi_token *token = &d->tokens[at];
  if (token->kind != IMSI_TOKEN_BARE || token->year)
    return true;
  const imsi_gap after = imsi_gap_after(d, at);
  imsi_intro in;
  const size_t number = imsi_run_introduced(d, at + 1, &in);
  if (number != SIZE_MAX && imsi_gap_joins(&after) && (in.any || d->tokens[number].number.depth > 1))
    return true;
  if (!at || !imsi_token_is_standard(&d->tokens[at - 1]))
    return false;
  const imsi_gap before = imsi_gap_after(d, at - 1);
  return imsi_gap_is_list(&before);
}

/* Numbers without a word before them have to look like clauses. */
static bool looks_like_clauses(const imsi_decider *d, const imsi_run *r)
{
  const imsi_clause_number *n = &d->tokens[r->first].number;
  if (r->intro.any || n->depth > 1 || n->annex || n->wildcard)
    return true;
  const imsi_gap after = imsi_gap_after(d, r->last);
  return r->last > r->first || (!after.any_word && after.close);
}

/* A text of the house or of others that the run is said of: "chapter 4.2 of our manual", "section 5 below". */
static bool is_of_house(const imsi_decider *d, const imsi_run *r)
{
  const imsi_token *next = &d->tokens[r->last + 1];
  const imsi_gap gap = imsi_gap_after(d, r->last);
  if (gap.sentence || gap.bar || gap.signs || gap.open)
    return false;
  if (next->kind == IMSI_TOKEN_HERE)
    return gap.words < 2;
  if (next->kind == IMSI_TOKEN_HOUSE)
    return gap.of && gap.words < 4;
  return false;
}

/* "chapter 8 (Operation) of ISO 9001": what is in brackets is left out. */
static bool is_of_behind_brackets(const imsi_decider *d, const imsi_run *r)
{
  const size_t from = d->tokens[r->last].end, to = d->tokens[r->last + 1].start;
  const char *open = memchr(d->text + from, '(', to - from);
  const char *close = open ? memchr(open, ')', (size_t)(d->text + to - open)) : NULL;
  if (!close || !r->intro.any)
    return false;
  const imsi_gap before = imsi_gap_read(d->text, from, (size_t)(open - d->text));
  const imsi_gap after = imsi_gap_read(d->text, (size_t)(close + 1 - d->text), to);
  return imsi_gap_joins(&before) && imsi_gap_is_of(&after);
}

static imsi_said from_after(const imsi_decider *d, const imsi_run *r, imsi_cited *cited, bool *group)
{
  const imsi_token *next = &d->tokens[r->last + 1];
  const imsi_gap gap = imsi_gap_after(d, r->last);
  const bool other = imsi_token_is_foreign(next) || next->kind == IMSI_TOKEN_LAW;
  if (is_of_house(d, r))
    return IMSI_IS_OTHER;
  if (!imsi_gap_is_of(&gap) && !is_of_behind_brackets(d, r))
    return IMSI_NOT_SAID;
  if (other)
    return IMSI_IS_OTHER;
  if (!imsi_token_is_ours(next))
    return IMSI_NOT_SAID;
  *cited = imsi_cited_by(d, next);
  *group = true;
  return IMSI_IS_CITED;
}

/* "/ clause 5.3 ISO 27001": what is before belongs to another citation. */
static bool belongs_behind(const imsi_decider *d, const imsi_run *r, const imsi_gap *before)
{
  const imsi_gap gap = imsi_gap_after(d, r->last);
  return r->intro.any && before->signs > before->commas && imsi_token_is_ours(&d->tokens[r->last + 1]) &&
         imsi_gap_joins(&gap) && !gap.signs && !gap.range && !gap.line;
}

static imsi_said from_before(const imsi_decider *d, const imsi_run *r, imsi_cited *cited)
{
  if (!r->start)
    return IMSI_NOT_SAID;
  const imsi_token *before = &d->tokens[r->start - 1];
  const imsi_gap gap = imsi_gap_after(d, r->start - 1);
  if (before->kind == IMSI_TOKEN_HOUSE)
    return r->intro.any && gap.words < 3 && !gap.open && !gap.close && !gap.colon && !gap.sentence && !gap.bar
               ? IMSI_IS_OTHER
               : IMSI_NOT_SAID;
  if (!imsi_gap_leads(&gap) || belongs_behind(d, r, &gap))
    return IMSI_NOT_SAID;
  if (imsi_token_is_foreign(before))
    return IMSI_IS_OTHER;
  if (!imsi_token_is_ours(before) || !looks_like_clauses(d, r))
    return IMSI_NOT_SAID;
  *cited = imsi_cited_by(d, before);
  return IMSI_IS_CITED;
}

/* Nothing was said before it, at the beginning or behind a bracket or a sign, or a word such as "in". */
static bool begins(const imsi_decider *d, const imsi_run *r)
{
  const size_t before = r->start ? d->tokens[r->start - 1].end : 0;
  const imsi_gap gap = imsi_gap_read(d->text, before, d->tokens[r->start].start);
  return (!r->start && imsi_gap_joins(&gap)) || gap.open || gap.signs || gap.bar ||
         imsi_citations_open(d->text, d->tokens[r->start].start);
}

/* "8.4 in ISO 9001", "8.4 (ISO 9001)", "clause 8.4 ISO 9001", and where nothing else is known "clause 8.4, ISO 9001".
 */
static imsi_said from_beside(const imsi_decider *d, const imsi_run *r, imsi_cited *cited, bool *group)
{
  const imsi_token *next = &d->tokens[r->last + 1];
  const imsi_gap gap = imsi_gap_after(d, r->last);
  const bool other = imsi_token_is_foreign(next) || next->kind == IMSI_TOKEN_LAW;
  if ((!imsi_token_is_ours(next) && !other) || (!r->intro.any && d->tokens[r->first].number.depth < 2))
    return IMSI_NOT_SAID;
  const bool joins = imsi_gap_joins(&gap), plain = joins && !gap.signs && !gap.range && !gap.colon && !gap.close;
  const bool bracket = plain && gap.open, beside = plain && !gap.open && (r->intro.any || begins(d, r));
  const bool comma = joins && r->intro.any && !gap.range && d->reach == IMSI_REACH_NOTHING;
  if (!imsi_gap_is_in(&gap) && !bracket && !beside && !comma)
    return IMSI_NOT_SAID;
  if (other)
    return beside || bracket ? IMSI_IS_OTHER : IMSI_NOT_SAID;
  *cited = imsi_cited_by(d, next);
  *group = bracket || imsi_gap_is_in(&gap) || comma;
  return IMSI_IS_CITED;
}

bool imsi_said_has_annex(const imsi_decider *d, uint32_t standard)
{
  return standard != IMSI_NOT_OURS && IMSI_AT(imsi_standard, &d->c->standards, standard).annex;
}

/* A number of Annex A says by itself of which standard it is, as long as no other standard is about. */
static imsi_said from_annex(const imsi_decider *d, const imsi_run *r, imsi_cited *cited)
{
  const imsi_clause_number *n = &d->tokens[r->first].number;
  if (n->depth < 2 || (!n->annex && !r->intro.annex) || d->reach == IMSI_REACH_OTHER)
    return IMSI_NOT_SAID;
  const uint32_t standard = imsi_standard_annex(d->c);
  *cited = (imsi_cited){ .standard = standard };
  if (d->reach == IMSI_REACH_OURS && imsi_said_has_annex(d, d->reached.standard))
    *cited = d->reached;
  else if (imsi_said_has_annex(d, d->around.standard))
    *cited = d->around;
  cited->carried = d->reach == IMSI_REACH_OURS || d->around.standard == cited->standard;
  return cited->standard == IMSI_NOT_OURS ? IMSI_NOT_SAID : IMSI_IS_CITED;
}

/* The last standard before it, or the context's. */
static imsi_said from_reach(const imsi_decider *d, const imsi_run *r, imsi_cited *cited)
{
  if (d->reach != IMSI_REACH_OURS || (!r->intro.any && !d->context->clauses_only))
    return IMSI_NOT_SAID;
  if (!r->intro.strong && d->reached_in != d->sentence && !d->context->clauses_only)
    return IMSI_NOT_SAID;
  *cited = d->reached;
  cited->carried = true;
  return IMSI_IS_CITED;
}

static imsi_said from_context(const imsi_decider *d, const imsi_run *r, imsi_cited *cited)
{
  if (d->reach != IMSI_REACH_NOTHING || d->around.standard == IMSI_NOT_OURS)
    return IMSI_NOT_SAID;
  *cited = d->around;
  cited->carried = true;
  if (r->intro.any || d->context->clauses_only)
    return IMSI_IS_CITED;
  const imsi_token *first = &d->tokens[r->first];
  const imsi_gap before = imsi_gap_read(d->text, 0, first->start);
  const bool begins = r->first == 0 && imsi_gap_joins(&before);
  return begins && first->number.depth > 1 && imsi_cited_has(d->c, cited, &first->number) ? IMSI_IS_CITED
                                                                                          : IMSI_NOT_SAID;
}

/* "A.8.2 in the 2022 edition": another edition of the same standard. */
static void take_year(const imsi_decider *d, const imsi_run *r, imsi_cited *cited)
{
  const size_t end = d->tokens[r->last].end;
  const unsigned year = imsi_edition_year(d->text + end, d->size - end);
  const ims_edition *edition = imsi_standard_of_year(d->c, cited->standard, year);
  if (!edition)
    return;
  cited->edition = edition;
  cited->named = true;
  cited->open = false;
  cited->year = 0;
}

imsi_said imsi_run_said(const imsi_decider *d, const imsi_run *r, imsi_cited *cited, bool *group)
{
  *group = false;
  if (r->intro.other)
    return IMSI_IS_OTHER;
  imsi_said v = from_after(d, r, cited, group);
  if (v == IMSI_NOT_SAID)
    v = from_before(d, r, cited);
  if (v == IMSI_NOT_SAID)
    v = from_beside(d, r, cited, group);
  if (v == IMSI_NOT_SAID && d->context->clauses_only)
    v = from_context(d, r, cited);
  if (v == IMSI_NOT_SAID)
    v = from_annex(d, r, cited);
  if (v == IMSI_NOT_SAID)
    v = from_reach(d, r, cited);
  if (v == IMSI_NOT_SAID)
    v = from_context(d, r, cited);
  if (v == IMSI_IS_CITED && cited->standard != IMSI_NOT_OURS)
    take_year(d, r, cited);
  return v;
}
