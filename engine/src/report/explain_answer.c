/* The answer in a sentence, what it is worth, and over which demands it comes about. */

#include "base/try.h"
#include "query/certainty.h"
#include "query/correlation.h"
#include "report/explain_internal.h"

/* How sure it is; of a contradiction nothing is. */
static const char *certainty(const imsi_explain *e)
{
  return e->known ? imsi_certainty_name(imsi_certainty_of(e->model, e->a, e->b, e->known)) : "contradiction";
}

static void add_statement(const imsi_explain *e, imsi_strbuf *text)
{
  imsi_strbuf a = { 0 }, b = { 0 };
  imsi_name_reference(e->model, e->a, &a);
  imsi_name_reference(e->model, e->b, &b);
  imsi_strbuf_fill(text, imsi_certainty_statement(e->known),
                   (const char *const[4]){ imsi_strbuf_string(&a), imsi_strbuf_string(&b), NULL, NULL });
  if (a.status || b.status)
    text->status = IMS_NOMEM;
  imsi_strbuf_free(&a);
  imsi_strbuf_free(&b);
}

static void add_row_count(const imsi_explain *e, const imsi_vec *rows, imsi_strbuf *text)
{
  if (e->known == IMS_UNKNOWN)
    return;
  if (e->known == IMS_CONTRADICTION)
    imsi_strbuf_text(text, ": shown by ");
  else
    imsi_strbuf_text(text, imsi_correlation_stated(e->model, e->a, e->b, e->known) ? ": stated by " : ": entailed by ");
  if (!rows->count) {
    imsi_strbuf_text(text, "the hierarchy alone");
    return;
  }
  imsi_strbuf_number(text, rows->count);
  imsi_strbuf_text(text, rows->count == 1 ? " row" : " rows");
}

static void add_worth(imsi_explain *e, const imsi_vec *rows)
{
  imsi_strbuf text = { 0 }, confidence = { 0 };
  const ims_standing standing = imsi_rows_standing(e->model, rows);
  imsi_name_confidence(e->model, rows, &confidence);
  imsi_strbuf_text(&text, "Certainty: ");
  imsi_strbuf_text(&text, certainty(e));
  if (rows->count) {
    imsi_strbuf_text(&text, rows->count > 1 ? ". The weakest of the rows: " : ". The row: ");
    imsi_strbuf_text(&text, standing ? ims_standing_name(standing) : "standing not said");
    imsi_strbuf_text(&text, ", confidence ");
    imsi_strbuf_text(&text, confidence.size ? imsi_strbuf_string(&confidence) : "not said");
  }
  if (confidence.status)
    text.status = confidence.status;
  imsi_table_caption_text(e->table, &text);
  imsi_strbuf_free(&text);
  imsi_strbuf_free(&confidence);
}

/* What one chain says of reuse; several chains prove a relation, not that one document serves. */
static void add_reuse(imsi_explain *e)
{
  ims_method method;
  ims_record record;
  imsi_vec steps = e->explanation.steps;
  if (!e->explanation.chains.count || !ims_relation_overlaps(e->known))
    return;
  const imsi_shown *first = &IMSI_AT(imsi_shown, &e->explanation.chains, 0);
  steps.count = first->chain.count; /* the first chain stands first */
  imsi_chain_reuse(e->model, &steps, &method, &record);
  if (!method && !record)
    return;
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "Re-use along chain 1, the strictest on the way: method ");
  imsi_strbuf_text(&text, method ? ims_method_name(method) : "not known");
  imsi_strbuf_text(&text, ", record ");
  imsi_strbuf_text(&text, record ? ims_record_name(record) : "not known");
  imsi_table_caption_text(e->table, &text);
  imsi_strbuf_free(&text);
}

ims_status imsi_explain_answer(imsi_explain *e, const imsi_vec *rows)
{
  imsi_strbuf text = { 0 };
  add_statement(e, &text);
  add_row_count(e, rows, &text);
  imsi_table_caption_text(e->table, &text);
  const ims_status status = text.status;
  imsi_strbuf_free(&text);
  IMS_TRY(status);
  add_worth(e, rows);
  add_reuse(e);
  if (!e->wide)
    imsi_explain_add(e, &(imsi_explain_fact){
                            .kind = "answer", .from = &e->a, .to = &e->b, .relation = e->known, .why = certainty(e) });
  return IMS_OK;
}

/* ---- over which demands ---- */

/* The most specific pairs of a demand of one clause and a demand of the other. */
static ims_status add_demand(imsi_explain *e, ims_node node, bool *any, imsi_vec *pairs)
{
  pairs->count = 0;
  IMS_TRY(imsi_correlation_of(e->model, e->closure, node, ims_node_edition(e->model, e->b), IMS_PROVISION, pairs));
  for (size_t i = 0; i < pairs->count; i++) {
    const imsi_pair *pair = &IMSI_AT(imsi_pair, pairs, i);
    if (!ims_node_is_in(e->model, pair->target, e->b))
      continue;
    if (!*any)
      imsi_explain_section_named(e, "Over these demands they have to do with each other");
    *any = true;
    imsi_explain_add(e, &(imsi_explain_fact){ .kind = "counterpart",
                                              .from = &pair->source,
                                              .to = &pair->target,
                                              .relation = pair->relation,
                                              .why = imsi_certainty_name(imsi_certainty_of(
                                                  e->model, pair->source, pair->target, pair->relation)) });
  }
  return IMS_OK;
}

static ims_status add_demands(imsi_explain *e, ims_node whole, bool *any, imsi_vec *pairs)
{
  for (ims_node n = ims_node_child(e->model, whole); n.index != IMS_NO_NODE; n = ims_node_next(e->model, n)) {
    if (ims_node_kind_of(e->model, n) == IMS_PROVISION)
      IMS_TRY(add_demand(e, n, any, pairs));
    else if (ims_node_kind_of(e->model, n) == IMS_CLAUSE)
      IMS_TRY(add_demands(e, n, any, pairs));
  }
  return IMS_OK;
}

ims_status imsi_explain_demands(imsi_explain *e)
{
  if (ims_node_kind_of(e->model, e->a) != IMS_CLAUSE || ims_node_kind_of(e->model, e->b) != IMS_CLAUSE ||
      ims_node_edition(e->model, e->a) == ims_node_edition(e->model, e->b))
    return IMS_OK;
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  bool any = false;
  const ims_status status = add_demands(e, e->a, &any, &pairs);
  imsi_vec_free(&pairs);
  return status;
}
