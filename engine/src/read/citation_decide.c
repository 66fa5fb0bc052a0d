/*
 * Which numbers are clauses, and of what.
 *
 * Numbers that belong together are a run: "clauses 8.4, 8.5.1 and 9.1-9.3". A run is said of the standard that follows
 * with "of", else of the one directly before it, else of the one that follows in brackets; after a word such as
 * "clause" also of the last one before it, as far as that reaches.
 */

#include "base/try.h"
#include "read/citation_internal.h"

#include <stdlib.h>
#include <string.h>

typedef enum reach_kind { REACH_NOTHING, REACH_OURS, REACH_NAMED, REACH_OTHER } reach_kind;

typedef struct decider {
  const imsi_citations *c;
  const imsi_citation_context *context;
  const char *text;
  size_t size;
  imsi_token *tokens; /* the last is IMSI_TOKEN_END */
  imsi_cited_sink sink;
  imsi_cited around; /* what the context says */
  reach_kind reach;
  imsi_cited reached;
  size_t reached_in, sentence; /* numbers of sentences */
} decider;

/* What introduces a number. */
typedef struct intro {
  bool any;
  bool strong; /* a word of standards */
  bool annex;  /* Annex A */
  bool control;
  bool other; /* an annex that is not A */
} intro;

typedef struct run {
  intro intro;
  size_t start;       /* its first token, a word or a number */
  size_t first, last; /* its numbers */
} run;

typedef enum link { LINK_NONE, LINK_LIST, LINK_RANGE } link;

static imsi_gap gap_after(const decider *d, size_t token)
{
  return imsi_gap_read(d->text, d->tokens[token].end, d->tokens[token + 1].start);
}

static bool is_intro(imsi_token_kind kind)
{
  return kind >= IMSI_TOKEN_ANNEX && kind <= IMSI_TOKEN_SECTION;
}

static bool is_standard(const imsi_token *token)
{
  return token->kind == IMSI_TOKEN_STANDARD || token->kind == IMSI_TOKEN_BARE;
}

static bool is_ours(const imsi_token *token)
{
  return is_standard(token) && token->standard != IMSI_NOT_OURS;
}

static bool is_foreign(const imsi_token *token)
{
  return token->kind == IMSI_TOKEN_NAMED || (is_standard(token) && token->standard == IMSI_NOT_OURS);
}

/* ---- runs ---- */

/* Reads words from `at` on; returns the number they introduce, or SIZE_MAX. */
static size_t introduced(const decider *d, size_t at, intro *in)
{
  *in = (intro){ 0 };
  for (; is_intro(d->tokens[at].kind); at++) {
    const imsi_token *token = &d->tokens[at];
    const imsi_gap gap = gap_after(d, at);
    if (gap.words || gap.bar || gap.sentence || gap.list_words || gap.signs)
      return SIZE_MAX;
    const bool annex_a = token->kind == IMSI_TOKEN_ANNEX && imsi_token_annex_a(d->text, d->size, token);
    in->any = true;
    in->annex |= annex_a;
    in->other |= token->kind == IMSI_TOKEN_ANNEX && !annex_a;
    in->control |= token->kind == IMSI_TOKEN_CONTROL;
    in->strong |= token->kind != IMSI_TOKEN_SECTION;
  }
  return d->tokens[at].kind == IMSI_TOKEN_NUMBER ? at : SIZE_MAX;
}

/* "A.5.35-36" is short for "A.5.35-A.5.36", "A.5.9-5.13" for "A.5.9-A.5.13". */
static void complete(const imsi_clause_number *from, imsi_clause_number *to)
{
  const unsigned last = from->depth - 1u;
  if (to->depth == 1 && from->depth > 1 && !to->annex && to->parts[0] > from->parts[last]) {
    const unsigned char part = to->parts[0];
    memcpy(to->parts, from->parts, sizeof to->parts);
    to->parts[last] = part;
    to->depth = from->depth;
    to->annex = from->annex;
  }
  to->annex |= from->annex && to->depth == from->depth;
}

static bool comes_later(const imsi_clause_number *from, const imsi_clause_number *to)
{
  return memcmp(from->parts, to->parts, IMSI_CLAUSE_DEPTH) < 0;
}

/* A single figure behind a longer number may be of anything that follows. */
static bool may_follow(const decider *d, size_t from, size_t to)
{
  const imsi_token *a = &d->tokens[from], *b = &d->tokens[to];
  if (b->number.depth > 1 || b->number.annex)
    return true;
  return a->number.depth == 1 || !gap_after(d, to).words;
}

/* How the number at `from` goes on; `*to` gets the next number. */
static link link_after(const decider *d, size_t from, intro *in, size_t *to)
{
  const imsi_gap gap = gap_after(d, from);
  *to = introduced(d, from + 1, in);
  if (*to == SIZE_MAX || gap.words || gap.bar || gap.sentence)
    return LINK_NONE;
  imsi_clause_number *a = &d->tokens[from].number, *b = &d->tokens[*to].number;
  const bool range = imsi_gap_is_range(&gap);
  if (range && !in->any)
    complete(a, b);
  if (range && a->depth == b->depth && !a->wildcard && !b->wildcard && comes_later(a, b))
    return LINK_RANGE;
  const bool beside = imsi_gap_joins(&gap) && !gap.colon && !range && (in->any || b->depth > 1);
  return (imsi_gap_is_list(&gap) || range || beside) && (in->any || may_follow(d, from, *to)) &&
                 (!range || b->depth > 1)
             ? LINK_LIST
             : LINK_NONE;
}

/* The run that begins with the token at `start`; false if there is none. */
static bool run_at(const decider *d, size_t start, run *r)
{
  r->start = start;
  r->first = introduced(d, start, &r->intro);
  if (r->first == SIZE_MAX)
    return false;
  intro in;
  size_t next;
  for (r->last = r->first; link_after(d, r->last, &in, &next); r->last = next)
    ;
  return true;
}

/* ---- whom it is said of ---- */

static const ims_edition *last_before(const decider *d, const imsi_token *token)
{
  const imsi_standard *s = &IMSI_AT(imsi_standard, &d->c->standards, token->standard);
  const ims_edition *last = NULL;
  for (uint32_t i = 0; i < s->count; i++) {
    const ims_edition *e = IMSI_AT(const ims_edition *, &d->c->editions, s->first + i);
    if (strtoul(e->published, NULL, 10) <= token->year && *e->published &&
        (!last || strcmp(last->published, e->published) < 0))
      last = e;
  }
  return last;
}

static imsi_cited cited_by(const decider *d, const imsi_token *token)
{
  imsi_cited cited = { .standard = token->standard, .edition = token->edition, .named = token->edition != NULL };
  cited.open = token->year && !token->edition;
  if (cited.open && token->adopted)
    cited.nearest = last_before(d, token);
  if (!token->year && d->around.standard == token->standard)
    cited.edition = d->around.edition;
  return cited;
}

/* A bare number of a standard may be any number: something has to show what it is. */
static bool is_meant(const decider *d, size_t at)
{
  const imsi_token *token = &d->tokens[at];
  if (token->kind != IMSI_TOKEN_BARE || token->year)
    return true;
  const imsi_gap after = gap_after(d, at);
  intro in;
  const size_t number = introduced(d, at + 1, &in);
  if (number != SIZE_MAX && imsi_gap_joins(&after) && (in.any || d->tokens[number].number.depth > 1))
    return true;
  if (!at || !is_standard(&d->tokens[at - 1]))
    return false;
  const imsi_gap before = gap_after(d, at - 1);
  return imsi_gap_is_list(&before);
}

/* Numbers without a word before them have to look like clauses. */
static bool looks_like_clauses(const decider *d, const run *r)
{
  const imsi_clause_number *n = &d->tokens[r->first].number;
  if (r->intro.any || n->depth > 1 || n->annex)
    return true;
  const imsi_gap after = gap_after(d, r->last);
  return r->last > r->first || (!after.any_word && after.close);
}

typedef enum verdict { NOT_SAID, IS_CITED, IS_OTHER } verdict;

/* A text of the house or of others that the run is said of: "chapter 4.2 of our manual", "section 5 below". */
static bool is_of_house(const decider *d, const run *r)
{
  const imsi_token *next = &d->tokens[r->last + 1];
  const imsi_gap gap = gap_after(d, r->last);
  if (gap.sentence || gap.bar || gap.signs || gap.open)
    return false;
  if (next->kind == IMSI_TOKEN_HERE)
    return gap.words < 2;
  if (next->kind == IMSI_TOKEN_HOUSE)
    return gap.of && gap.words < 4;
  return false;
}

static verdict from_after(const decider *d, const run *r, imsi_cited *cited, bool *group)
{
  const imsi_token *next = &d->tokens[r->last + 1];
  const imsi_gap gap = gap_after(d, r->last);
  const bool other = is_foreign(next) || next->kind == IMSI_TOKEN_LAW;
  if (is_of_house(d, r))
    return IS_OTHER;
  if (!imsi_gap_is_of(&gap))
    return NOT_SAID;
  if (other)
    return IS_OTHER;
  if (!is_ours(next))
    return NOT_SAID;
  *cited = cited_by(d, next);
  *group = true;
  return IS_CITED;
}

static verdict from_before(const decider *d, const run *r, imsi_cited *cited)
{
  if (!r->start)
    return NOT_SAID;
  const imsi_token *before = &d->tokens[r->start - 1];
  const imsi_gap gap = gap_after(d, r->start - 1);
  if (before->kind == IMSI_TOKEN_HOUSE)
    return r->intro.any && gap.words < 3 && !gap.open && !gap.close && !gap.colon && !gap.sentence && !gap.bar
               ? IS_OTHER
               : NOT_SAID;
  if (!imsi_gap_leads(&gap))
    return NOT_SAID;
  if (is_foreign(before))
    return IS_OTHER;
  if (!is_ours(before) || !looks_like_clauses(d, r) || (!r->intro.any && gap.close && gap.open && gap.any_word))
    return NOT_SAID;
  *cited = cited_by(d, before);
  return IS_CITED;
}

/* "8.4 in ISO 9001", "8.4 (ISO 9001)", "clause 8.4 ISO 9001", and where nothing else is known "clause 8.4, ISO 9001".
 */
static verdict from_beside(const decider *d, const run *r, imsi_cited *cited, bool *group)
{
  const imsi_token *next = &d->tokens[r->last + 1];
  const imsi_gap gap = gap_after(d, r->last);
  const bool other = is_foreign(next) || next->kind == IMSI_TOKEN_LAW;
  if ((!is_ours(next) && !other) || (!r->intro.any && d->tokens[r->first].number.depth < 2))
    return NOT_SAID;
  const bool joins = imsi_gap_joins(&gap), plain = joins && !gap.signs && !gap.range && !gap.colon && !gap.close;
  const bool bracket = plain && gap.open, beside = plain && !gap.open && r->intro.any;
  const bool comma = joins && r->intro.any && !gap.range && d->reach == REACH_NOTHING;
  if (!imsi_gap_is_in(&gap) && !bracket && !beside && !comma)
    return NOT_SAID;
  if (other)
    return beside || bracket ? IS_OTHER : NOT_SAID;
  *cited = cited_by(d, next);
  *group = bracket || imsi_gap_is_in(&gap) || comma;
  return IS_CITED;
}

static bool has_annex(const decider *d, uint32_t standard)
{
  return standard != IMSI_NOT_OURS && IMSI_AT(imsi_standard, &d->c->standards, standard).annex;
}

/* A number of Annex A says by itself of which standard it is, as long as no other standard is about. */
static verdict from_annex(const decider *d, const run *r, imsi_cited *cited)
{
  const imsi_clause_number *n = &d->tokens[r->first].number;
  if (n->depth < 2 || (!n->annex && !r->intro.annex) || d->reach == REACH_OTHER)
    return NOT_SAID;
  const uint32_t standard = imsi_standard_annex(d->c);
  *cited = (imsi_cited){ .standard = standard };
  if (d->reach == REACH_OURS && has_annex(d, d->reached.standard))
    *cited = d->reached;
  else if (has_annex(d, d->around.standard))
    *cited = d->around;
  cited->carried = d->reach == REACH_OURS || d->around.standard == cited->standard;
  return cited->standard == IMSI_NOT_OURS ? NOT_SAID : IS_CITED;
}

/* The last standard before it, or the context's. */
static verdict from_reach(const decider *d, const run *r, imsi_cited *cited)
{
  if (d->reach != REACH_OURS || (!r->intro.any && !d->context->clauses_only))
    return NOT_SAID;
  if (!r->intro.strong && d->reached_in != d->sentence && !d->context->clauses_only)
    return NOT_SAID;
  *cited = d->reached;
  cited->carried = true;
  return IS_CITED;
}

static verdict from_context(const decider *d, const run *r, imsi_cited *cited)
{
  if (d->reach != REACH_NOTHING || d->around.standard == IMSI_NOT_OURS)
    return NOT_SAID;
  *cited = d->around;
  cited->carried = true;
  if (r->intro.any || d->context->clauses_only)
    return IS_CITED;
  const imsi_token *first = &d->tokens[r->first];
  const imsi_gap before = imsi_gap_read(d->text, 0, first->start);
  const bool begins = r->first == 0 && imsi_gap_joins(&before);
  return begins && first->number.depth > 1 && imsi_cited_has(d->c, cited, &first->number) ? IS_CITED : NOT_SAID;
}

static verdict decide(const decider *d, const run *r, imsi_cited *cited, bool *group)
{
  *group = false;
  if (r->intro.other)
    return IS_OTHER;
  verdict v = from_after(d, r, cited, group);
  if (v == NOT_SAID)
    v = from_before(d, r, cited);
  if (v == NOT_SAID)
    v = from_beside(d, r, cited, group);
  if (v == NOT_SAID && d->context->clauses_only)
    v = from_context(d, r, cited);
  if (v == NOT_SAID)
    v = from_annex(d, r, cited);
  if (v == NOT_SAID)
    v = from_reach(d, r, cited);
  if (v == NOT_SAID)
    v = from_context(d, r, cited);
  return v;
}

/* ---- handing over ---- */

/* What one number of a run is said of: controls of Annex A may stand among clauses of another standard. */
static imsi_cited cited_at(const decider *d, const imsi_cited *run_cited, const intro *in, size_t at, bool first)
{
  imsi_cited cited = *run_cited;
  const bool annex = d->tokens[at].number.annex;
  if (annex && !first && !has_annex(d, cited.standard) && imsi_standard_annex(d->c) != IMSI_NOT_OURS)
    cited = (imsi_cited){ .standard = imsi_standard_annex(d->c) };
  cited.annex |= in->annex || in->control;
  return cited;
}

static ims_status emit_run(const decider *d, const run *r, const imsi_cited *run_cited)
{
  intro in = r->intro, next_in;
  size_t at = r->first, next;
  link before = LINK_NONE;
  for (;;) {
    const link after = link_after(d, at, &next_in, &next);
    imsi_cited cited = cited_at(d, run_cited, &in, at, at == r->first);
    /* a range that ends among the controls is one of controls */
    if (after == LINK_RANGE)
      cited.annex |= imsi_cited_is_control(d->c, &cited, &d->tokens[next].number);
    if (before == LINK_RANGE) {
      cited.annex |= imsi_cited_is_control(d->c, &cited, &d->tokens[at].number);
      size_t from = at - 1;
      while (d->tokens[from].kind != IMSI_TOKEN_NUMBER)
        from--;
      IMS_TRY(imsi_cited_range(d->c, &cited, &d->tokens[from], &d->tokens[at], d->sink));
    } else {
      IMS_TRY(imsi_cited_emit(d->c, &cited, &d->tokens[at], d->sink));
    }
    if (after == LINK_NONE)
      return IMS_OK;
    in.annex |= next_in.annex;
    in.control = next_in.any ? next_in.control : in.control;
    before = after;
    at = next;
  }
}

/* "clause 9.3 of ISO 9001 and ISO/IEC 27001" is said of both. */
static ims_status emit_group(const decider *d, const run *r)
{
  for (size_t at = r->last + 2; is_ours(&d->tokens[at]); at++) {
    const imsi_gap gap = gap_after(d, at - 1);
    if (!imsi_gap_is_list(&gap) || gap.open || gap.close)
      return IMS_OK;
    intro in;
    const imsi_gap after = gap_after(d, at);
    if (introduced(d, at + 1, &in) != SIZE_MAX && imsi_gap_leads(&after))
      return IMS_OK; /* it has numbers of its own */
    const imsi_cited cited = cited_by(d, &d->tokens[at]);
    IMS_TRY(emit_run(d, r, &cited));
  }
  return IMS_OK;
}

enum { RAW_MOST = 63 };

/* Something with figures in it that was not understood, where nothing is to be lost. */
static ims_status emit_raw(const decider *d, size_t from, size_t to)
{
  char clause[RAW_MOST + 1];
  const size_t size = to - from < RAW_MOST ? to - from : RAW_MOST;
  memcpy(clause, d->text + from, size);
  clause[size] = '\0';
  return d->sink.found(
      d->sink.context,
      &(imsi_citation){ .standard = "", .clause = clause, .node = { IMS_NO_NODE }, .offset = from, .size = to - from });
}

static bool is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What has figures in it between two tokens. */
static ims_status emit_rest(const decider *d, size_t from, size_t to)
{
  if (!d->context->clauses_only)
    return IMS_OK;
  for (size_t at = from; at < to;) {
    bool digits = false;
    const size_t start = at;
    for (; at < to && !is_space(d->text[at]); at++)
      digits |= d->text[at] >= '0' && d->text[at] <= '9';
    if (digits)
      IMS_TRY(emit_raw(d, start, at));
    at++;
  }
  return IMS_OK;
}

/* ---- from token to token ---- */

static void reach(decider *d, size_t at)
{
  const imsi_token *token = &d->tokens[at];
  if (is_foreign(token)) {
    d->reach = token->kind == IMSI_TOKEN_NAMED ? REACH_NAMED : REACH_OTHER;
  } else if (is_ours(token) && is_meant(d, at)) {
    d->reach = REACH_OURS;
    d->reached = cited_by(d, token);
    d->reached_in = d->sentence;
  }
}

static ims_status take_run(decider *d, const run *r)
{
  imsi_cited cited;
  bool group;
  const verdict v = decide(d, r, &cited, &group);
  if (v == IS_CITED) {
    IMS_TRY(emit_run(d, r, &cited));
    return group ? emit_group(d, r) : IMS_OK;
  }
  if (v == NOT_SAID && d->context->clauses_only)
    return emit_run(d, r, &(imsi_cited){ .standard = IMSI_NOT_OURS });
  return IMS_OK;
}

static ims_status take(decider *d, size_t *at)
{
  const imsi_token *token = &d->tokens[*at];
  run r;
  if ((is_intro(token->kind) || token->kind == IMSI_TOKEN_NUMBER) && run_at(d, *at, &r)) {
    IMS_TRY(take_run(d, &r));
    *at = r.last + 1;
    return IMS_OK;
  }
  reach(d, *at);
  ++*at;
  const bool lost = token->kind == IMSI_TOKEN_SKIP || token->kind == IMSI_TOKEN_CODE ||
                    (token->kind == IMSI_TOKEN_BARE && !is_meant(d, *at - 1));
  return lost ? emit_rest(d, token->start, token->end) : IMS_OK;
}

static imsi_cited cited_around(const imsi_citations *c, const imsi_citation_context *context)
{
  imsi_cited cited = { .standard = IMSI_NOT_OURS, .edition = context->edition, .annex = context->annex };
  if (context->edition)
    cited.standard = imsi_standard_named(c, context->edition->id, strcspn(context->edition->id, ":"));
  else if (context->standard)
    cited.standard = imsi_standard_named(c, context->standard, strlen(context->standard));
  return cited;
}

ims_status imsi_citations_decide(imsi_citations *c, const imsi_citation_context *context, const char *text, size_t size,
                                 imsi_citation_found *found, void *found_context)
{
  decider d = { .c = c,
                .context = context,
                .text = text,
                .size = size,
                .tokens = c->tokens.data,
                .sink = { found, found_context },
                .around = cited_around(c, context) };
  size_t before = 0;
  for (size_t at = 0; d.tokens[at].kind != IMSI_TOKEN_END;) {
    const imsi_gap gap = imsi_gap_read(text, before, d.tokens[at].start);
    d.sentence += gap.sentence || gap.bar;
    IMS_TRY(emit_rest(&d, before, d.tokens[at].start));
    IMS_TRY(take(&d, &at));
    before = d.tokens[at - 1].end;
  }
  return emit_rest(&d, before, size);
}
