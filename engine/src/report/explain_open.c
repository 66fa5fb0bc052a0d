/* Why nothing certain follows, whether somebody has looked, and what would settle it. */

#include "base/try.h"
#include "query/correlation.h"
#include "query/missing.h"
#include "report/explain_internal.h"

enum { MISSING_SHOWN = 5 };

/* "... 9001:2015/8.1 overlaps, then nothing is left at 27001:2022/A.5": the step after which disjoint is possible. */
static void tell_loss(imsi_explain *e, const imsi_vec *steps)
{
  imsi_strbuf text = { 0 };
  ims_relation known = IMS_EQUAL;
  imsi_strbuf_text(&text, "The nearest chain, from which nothing certain follows");
  for (size_t i = 0; i < steps->count; i++) {
    const imsi_step *step = &IMSI_AT(imsi_step, steps, i);
    const bool before = ims_relation_overlaps(known);
    known = ims_relation_compose(known, step->relation);
    if (!before || ims_relation_overlaps(known))
      continue;
    imsi_strbuf_text(&text, ": it is lost with the step from ");
    imsi_name_reference(e->model, step->from, &text);
    imsi_strbuf_text(&text, " to ");
    imsi_name_reference(e->model, step->to, &text);
  }
  imsi_explain_section(e, &text);
  imsi_strbuf_free(&text);
}

static ims_status tell_nearest(imsi_explain *e, imsi_vec *steps)
{
  const ims_status status = imsi_chain_nearest(e->model, e->closure, e->a, e->b, steps);
  if (status == IMS_NOT_FOUND) {
    steps->count = 0;
    imsi_table_note(e->table, "No chain of relations connects the two.");
    return IMS_OK;
  }
  IMS_TRY(status);
  if (e->wide)
    tell_loss(e, steps);
  imsi_explain_chain(e, e->explanation.chains.count + 1, e->a, steps->data, steps->count);
  return IMS_OK;
}

static bool tell_verdict(imsi_explain *e, ims_node node, const ims_edition *other, bool first)
{
  const size_t index =
      other == ims_node_edition(e->model, node) ? SIZE_MAX : imsi_correlation_verdict(e->model, node, other);
  if (index == SIZE_MAX)
    return false;
  const ims_row row = ims_verdict_at(e->model, index);
  const ims_node said_of = row.source.index != IMS_NO_NODE ? row.source : row.target;
  imsi_strbuf why = { 0 };
  if (first)
    imsi_explain_section_named(e, "Somebody has looked");
  imsi_strbuf_text(&why, "no counterpart found in ");
  imsi_strbuf_text(&why, other->id);
  imsi_explain_add(e, &(imsi_explain_fact){ .kind = "verdict",
                                            .from = &said_of,
                                            .symbol = "-",
                                            .why = imsi_strbuf_string(&why),
                                            .status = why.status,
                                            .row = &row });
  imsi_strbuf_free(&why);
  return true;
}

static void tell_verdicts(imsi_explain *e)
{
  const bool first = tell_verdict(e, e->a, ims_node_edition(e->model, e->b), true);
  const bool second = tell_verdict(e, e->b, ims_node_edition(e->model, e->a), !first);
  if (!first && !second && ims_node_edition(e->model, e->a) != ims_node_edition(e->model, e->b))
    imsi_table_note(e->table, "Nobody has said that one of the two has no counterpart in the other standard.");
}

/* What a row would have to say, in words. */
static const char *needed_words(ims_relation needed)
{
  switch (needed) {
  case IMS_OVERLAPS:
    return "any overlap would do";
  case IMS_CONTAINED:
    return "all of the first in the second would do";
  case IMS_CONTAINS:
    return "all of the second in the first would do";
  default:
    return "only if they are equal";
  }
}

static ims_status tell_missing(imsi_explain *e, const imsi_vec *nearest)
{
  imsi_vec missing = IMSI_VEC(imsi_missing);
  size_t alike = 0;
  const ims_status status =
      imsi_missing_find(e->model, e->closure, e->a, e->b, nearest, MISSING_SHOWN, &missing, &alike);
  if (!status)
    imsi_explain_section_named(
        e, "One of these rows, if somebody stated it, would make it certain that they share something");
  for (size_t i = 0; !status && i < missing.count; i++) {
    const imsi_missing *m = &IMSI_AT(imsi_missing, &missing, i);
    imsi_explain_add(
        e,
        &(imsi_explain_fact){
            .kind = "missing", .from = &m->from, .to = &m->to, .relation = m->needed, .why = needed_words(m->needed) });
  }
  if (alike) {
    imsi_strbuf text = { 0 };
    imsi_strbuf_text(&text, "So would a relation between parts of the two: ");
    imsi_strbuf_number(&text, alike);
    imsi_strbuf_text(&text, " further pairs are possible, one as good as the other.");
    imsi_table_note_text(e->table, &text);
    imsi_strbuf_free(&text);
  }
  imsi_vec_free(&missing);
  return status;
}

ims_status imsi_explain_open(imsi_explain *e)
{
  imsi_vec nearest = IMSI_VEC(imsi_step);
  ims_status status = tell_nearest(e, &nearest);
  if (!status) {
    tell_verdicts(e);
    status = tell_missing(e, &nearest);
  }
  imsi_vec_free(&nearest);
  return status;
}

static bool tell_guidance(imsi_explain *e, ims_node giver, ims_node taker)
{
  bool any = false;
  for (size_t i = 0; i < ims_guidance_count(e->model); i++) {
    const ims_row row = ims_guidance_at(e->model, i);
    const bool gives = ims_node_is_in(e->model, row.source, giver) || ims_node_is_in(e->model, giver, row.source);
    const bool takes = ims_node_is_in(e->model, row.target, taker) || ims_node_is_in(e->model, taker, row.target);
    any = any || (gives && takes);
    if (gives && takes)
      imsi_explain_add(e, &(imsi_explain_fact){ .kind = "guidance",
                                                .from = &row.source,
                                                .to = &row.target,
                                                .symbol = "",
                                                .why = "explains",
                                                .row = &row });
  }
  return any;
}

void imsi_explain_guidance(imsi_explain *e)
{
  const bool given = tell_guidance(e, e->a, e->b), got = tell_guidance(e, e->b, e->a);
  if (!given && !got)
    imsi_table_note(e->table, "Neither is said to explain the other.");
  imsi_table_note(e->table, "Guidance explains, and is never held against anybody.");
}
