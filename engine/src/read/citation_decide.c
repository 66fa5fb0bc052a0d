/* From token to token: what is reached, and what is handed over. */

#include "base/try.h"
#include "read/citation_runs_internal.h"

#include <string.h>

/* ---- handing over ---- */

/* What one number of a run is said of: controls of Annex A may stand among clauses of another standard. */
static imsi_cited cited_at(const imsi_decider *d, const imsi_cited *run_cited, const imsi_intro *in, size_t at,
                           bool first)
{
  imsi_cited cited = *run_cited;
  const bool annex = d->tokens[at].number.annex;
  if (annex && !imsi_said_has_annex(d, cited.standard)) {
    if (d->reach == IMSI_REACH_OURS && imsi_said_has_annex(d, d->reached.standard))
      cited = d->reached;
    else if ((!first || d->tokens[at].number.depth > 1) && imsi_standard_annex(d->c) != IMSI_NOT_OURS)
      cited = (imsi_cited){ .standard = imsi_standard_annex(d->c) };
  }
  cited.annex |= in->annex || in->control;
  return cited;
}

static ims_status emit_run(const imsi_decider *d, const imsi_run *r, const imsi_cited *run_cited)
{
  imsi_intro in = r->intro, next_in;
  size_t at = r->first, next;
  imsi_link before = IMSI_LINK_NONE;
  for (;;) {
    const imsi_link after = imsi_run_goes_on(d, at, &next_in, &next);
    imsi_cited cited = cited_at(d, run_cited, &in, at, at == r->first);
    /* a range that ends among the controls is one of controls */
    if (after == IMSI_LINK_RANGE)
      cited.annex |= imsi_cited_is_control(d->c, &cited, &d->tokens[next].number);
    if (before == IMSI_LINK_RANGE) {
      cited.annex |= imsi_cited_is_control(d->c, &cited, &d->tokens[at].number);
      size_t from = at - 1;
      while (d->tokens[from].kind != IMSI_TOKEN_NUMBER)
        from--;
      IMS_TRY(imsi_cited_range(d->c, &cited, &d->tokens[from], &d->tokens[at], d->sink));
    } else {
      IMS_TRY(imsi_cited_emit(d->c, &cited, &d->tokens[at], d->sink));
    }
    if (after == IMSI_LINK_NONE)
      return IMS_OK;
    in.annex |= next_in.annex;
    in.control = next_in.any ? next_in.control : in.control;
    before = after;
    at = next;
  }
}

enum { GROUP_MOST = 8 };

/* "clause 9.3 of ISO 9001 and ISO/IEC 27001" is said of both. */
static ims_status emit_group(const imsi_decider *d, const imsi_run *r)
{
  for (size_t at = r->last + 2; imsi_token_is_ours(&d->tokens[at]) && at < r->last + GROUP_MOST; at++) {
    const imsi_gap gap = imsi_gap_after(d, at - 1);
    if (!imsi_gap_is_list(&gap) || gap.open || gap.close)
      return IMS_OK;
    imsi_intro in;
    const imsi_gap after = imsi_gap_after(d, at);
    if (imsi_run_introduced(d, at + 1, &in) != SIZE_MAX && imsi_gap_leads(&after))
      return IMS_OK; /* it has numbers of its own */
    const imsi_cited cited = imsi_cited_by(d, &d->tokens[at]);
    IMS_TRY(emit_run(d, r, &cited));
  }
  return IMS_OK;
}

enum { RAW_MOST = 63 };

/* Something with figures in it that was not understood, where nothing is to be lost. */
static ims_status emit_raw(const imsi_decider *d, size_t from, size_t to)
{
  char clause[RAW_MOST + 1];
  size_t size = to - from < RAW_MOST ? to - from : RAW_MOST;
  while (size && size < to - from && ((unsigned char)d->text[from + size] & 0xC0) == 0x80)
    size--; /* not in the middle of a character */
  memcpy(clause, d->text + from, size);
  clause[size] = '\0';
  return d->sink.found(
      d->sink.context,
      &(imsi_citation){ .standard = "", .clause = clause, .node = { IMS_NO_NODE }, .offset = from, .size = to - from });
}

static bool is_space(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

/* What has figures in it between two tokens. */
static ims_status emit_rest(const imsi_decider *d, size_t from, size_t to)
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

static void reach(imsi_decider *d, size_t at)
{
  const imsi_token *token = &d->tokens[at];
  if (imsi_token_is_foreign(token)) {
    d->reach = token->kind == IMSI_TOKEN_NAMED ? IMSI_REACH_NAMED : IMSI_REACH_OTHER;
  } else if (imsi_token_is_ours(token) && imsi_token_is_meant(d, at)) {
    d->reach = IMSI_REACH_OURS;
    d->reached = imsi_cited_by(d, token);
    d->reached_in = d->sentence;
  }
}

static ims_status take_run(imsi_decider *d, const imsi_run *r)
{
  imsi_cited cited;
  bool group;
  const imsi_said v = imsi_run_said(d, r, &cited, &group);
  if (v == IMSI_IS_CITED) {
    IMS_TRY(emit_run(d, r, &cited));
    return group ? emit_group(d, r) : IMS_OK;
  }
  if (v == IMSI_NOT_SAID && d->context->clauses_only)
    return emit_run(d, r, &(imsi_cited){ .standard = IMSI_NOT_OURS });
  return IMS_OK;
}

static ims_status take(imsi_decider *d, size_t *at)
{
  const imsi_token *token = &d->tokens[*at];
  imsi_run r;
  if ((imsi_token_is_intro(token->kind) || token->kind == IMSI_TOKEN_NUMBER) && imsi_run_at(d, *at, &r)) {
    IMS_TRY(take_run(d, &r));
    *at = r.last + 1;
    return IMS_OK;
  }
  reach(d, *at);
  ++*at;
  const bool lost = token->kind == IMSI_TOKEN_SKIP || token->kind == IMSI_TOKEN_CODE ||
                    (token->kind == IMSI_TOKEN_BARE && !imsi_token_is_meant(d, *at - 1));
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
  imsi_decider d = { .c = c,
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
