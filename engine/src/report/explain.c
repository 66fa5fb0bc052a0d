/* Why two things are related, step by step; or why nothing follows, and what would settle it. */

#include "base/try.h"
#include "query/reference.h"
#include "report/explain_internal.h"
#include "report/registry.h"

static const ims_param params[] = {
  { "a", "A", "a clause (27001/A.5.19), a provision or item (9001/9.3.2#d), a term (20000-1/term:incident)", true, true,
    false },
  { "b", "B", "what it is held against", true, true, false },
  { "all", NULL, "also chains that are independent: each shares no row with those before it", false, false, false },
};

static const ims_columns *const long_forms[] = { &imsi_explain_form };

static bool binds(const imsi_explain *e, ims_node node)
{
  return ims_force_binds(ims_node_force(e->model, node));
}

static void add_legend(imsi_explain *e)
{
  if (imsi_closure_contradictions(e->closure))
    imsi_table_note(e->table,
                    "Some rows contradict each other. Pairs that cannot be so are set aside, and nothing follows "
                    "through them, although a chain could be drawn.");
  if (e->wide)
    imsi_table_note(e->table,
                    "Each line of a chain stands to the line above as 'Rel.' says, seen from above: = equal; "
                    "< contained in it, which has more; > the other way round; x they share some and each has "
                    "more; 0 nothing in common; <=, >=, ~ overlap for certain; ? whether they share anything "
                    "is open. 'So far' is what then is known of the first line to this one; empty: nothing.");
}

/* What is asked about is no two things that could be related. */
static bool tell_special(imsi_explain *e)
{
  imsi_strbuf text = { 0 };
  const bool same = e->a.index == e->b.index, mixed = binds(e, e->a) != binds(e, e->b);
  const ims_node *empty = ims_node_empty(e->model, e->a) ? &e->a : ims_node_empty(e->model, e->b) ? &e->b : NULL;
  if (same) {
    imsi_name_reference(e->model, e->a, &text);
    imsi_strbuf_text(&text, " is one and the same thing, whichever way it was written");
  } else if (mixed) {
    imsi_name_reference(e->model, binds(e, e->a) ? e->b : e->a, &text);
    imsi_strbuf_text(&text, " is ");
    imsi_strbuf_text(&text, ims_force_name(ims_node_force(e->model, binds(e, e->a) ? e->b : e->a)));
    imsi_strbuf_text(&text, ", ");
    imsi_name_reference(e->model, binds(e, e->a) ? e->a : e->b, &text);
    imsi_strbuf_text(&text, " is a demand: the two are never related");
  } else if (empty) {
    imsi_name_reference(e->model, *empty, &text);
    imsi_strbuf_text(&text, " demands nothing, so it is related to nothing");
  }
  if (text.size || text.status)
    imsi_table_caption_text(e->table, &text);
  imsi_strbuf_free(&text);
  if (same && !e->wide)
    imsi_explain_add(e, &(imsi_explain_fact){ .kind = "answer", .from = &e->a, .to = &e->b, .relation = IMS_EQUAL });
  if (mixed)
    imsi_explain_guidance(e);
  return same || mixed || empty;
}

static ims_status tell_pair(imsi_explain *e)
{
  imsi_vec rows = IMSI_VEC(uint32_t);
  ims_status status = IMS_OK;
  if (e->known != IMS_UNKNOWN)
    status = imsi_explanation_of(e->model, e->closure, e->a, e->b, e->known, e->all, &e->explanation);
  if (!status)
    status = imsi_explanation_rows(e->closure, &e->explanation, &rows);
  if (!status)
    status = imsi_explain_answer(e, &rows);
  imsi_vec_free(&rows);
  IMS_TRY(status);
  imsi_explain_chains(e);
  if (ims_relation_overlaps(e->known))
    IMS_TRY(imsi_explain_demands(e));
  if (e->known & IMS_DISJOINT && e->known != IMS_DISJOINT)
    IMS_TRY(imsi_explain_open(e));
  add_legend(e);
  return IMS_OK;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_explain e = { .model = model,
                     .all = imsi_request_has(request, "all"),
                     .wide = request->form == IMS_FORM_WIDE && request->words != IMS_WORDS_COLUMNS,
                     .words = request->words == IMS_WORDS_INLINE,
                     .explanation = IMSI_EXPLANATION,
                     .places = IMSI_VEC(ims_pos) };
  IMS_TRY(imsi_request_check(&imsi_report_explain, request, reporter));
  IMS_TRY(imsi_reference_node(model, request->evidence, imsi_request_value(request, "a", 0), reporter, &e.a));
  IMS_TRY(imsi_reference_node(model, request->evidence, imsi_request_value(request, "b", 0), reporter, &e.b));
  IMS_TRY(imsi_report_close(model, reporter, &e.closure));
  e.known = imsi_closure_relation(e.closure, e.a, e.b);
  imsi_explain_begin(&e);
  const ims_status status = tell_special(&e) ? IMS_OK : tell_pair(&e);
  imsi_explain_places(&e);
  imsi_explanation_free(&e.explanation);
  imsi_vec_free(&e.places);
  imsi_closure_free(e.closure);
  if (status) {
    imsi_table_drop(e.table);
    return status;
  }
  return imsi_table_end(e.table, table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_explain = {
  .name = "explain",
  .summary = "why two clauses are related: the chain of rows; or why nothing follows",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
