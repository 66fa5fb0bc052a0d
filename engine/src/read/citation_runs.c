/* Numbers that belong together: "clauses 8.4, 8.5.1 and 9.1-9.3". */

#include "read/citation_runs_internal.h"

#include <string.h>

imsi_gap imsi_gap_after(const imsi_decider *d, size_t token)
{
  return imsi_gap_read(d->text, d->tokens[token].end, d->tokens[token + 1].start);
}

bool imsi_token_is_intro(imsi_token_kind kind)
{
  return kind >= IMSI_TOKEN_ANNEX && kind <= IMSI_TOKEN_SECTION;
}

bool imsi_token_is_standard(const imsi_token *token)
{
  return token->kind == IMSI_TOKEN_STANDARD || token->kind == IMSI_TOKEN_BARE;
}

bool imsi_token_is_ours(const imsi_token *token)
{
  return imsi_token_is_standard(token) && token->standard != IMSI_NOT_OURS;
}

bool imsi_token_is_foreign(const imsi_token *token)
{
  return token->kind == IMSI_TOKEN_NAMED || (imsi_token_is_standard(token) && token->standard == IMSI_NOT_OURS);
}

/* ---- runs ---- */

enum { WORDS_MOST = 4 };

size_t imsi_run_introduced(const imsi_decider *d, size_t at, imsi_intro *in)
{
  *in = (imsi_intro){ 0 };
  for (const size_t end = at + WORDS_MOST; imsi_token_is_intro(d->tokens[at].kind) && at < end; at++) {
    const imsi_token *token = &d->tokens[at];
    const imsi_gap gap = imsi_gap_after(d, at);
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
  const unsigned last = from->depth - 1U;
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
static bool may_follow(const imsi_decider *d, size_t from, size_t to)
{
  const imsi_token *a = &d->tokens[from], *b = &d->tokens[to];
  if (b->number.depth > 1 || b->number.annex)
    return true;
  return a->number.depth == 1 || !imsi_gap_after(d, to).words;
}

/* How the number at `from` goes on; `*to` gets the next number. */
imsi_link imsi_run_goes_on(const imsi_decider *d, size_t from, imsi_intro *in, size_t *to)
{
  const imsi_gap gap = imsi_gap_after(d, from);
  *to = imsi_run_introduced(d, from + 1, in);
  if (*to == SIZE_MAX || gap.words || gap.bar || gap.sentence)
    return IMSI_LINK_NONE;
  imsi_clause_number *a = &d->tokens[from].number, *b = &d->tokens[*to].number;
  const bool range = imsi_gap_is_range(&gap);
  if (range && !in->any)
    complete(a, b);
  if (range && a->depth == b->depth && !a->wildcard && !b->wildcard && comes_later(a, b))
    return IMSI_LINK_RANGE;
  const bool beside = imsi_gap_joins(&gap) && !gap.colon && !range && (in->any || b->depth > 1);
  return (imsi_gap_is_list(&gap) || range || beside) && (in->any || may_follow(d, from, *to)) &&
                 (!range || b->depth > 1)
             ? IMSI_LINK_LIST
             : IMSI_LINK_NONE;
}

/* The run that begins with the token at `start`; false if there is none. */
bool imsi_run_at(const imsi_decider *d, size_t start, imsi_run *r)
{
  r->start = start;
  r->first = imsi_run_introduced(d, start, &r->intro);
  if (r->first == SIZE_MAX)
    return false;
  imsi_intro in;
  size_t next;
  for (r->last = r->first; imsi_run_goes_on(d, r->last, &in, &next); r->last = next)
    ;
  return true;
}
