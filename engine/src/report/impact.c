/* A finding against a requirement: which requirements of the other standards it touches, for certain or possibly. */

#include "base/try.h"
#include "query/reference.h"
#include "query/sharing.h"
#include "query/vocabulary.h"
#include "report/impact_internal.h"
#include "report/registry.h"

#include <string.h>

static const ims_param params[] = {
  { "reference", "REF", "what the finding is against: a clause (9001/8.4.1), a provision or an item (9001/8.4.1#a)",
    true, true, true },
  { "in", "STANDARD", "where to look (default: the standards in use whose demands are listed)", false, false, true },
};

static const ims_columns *const long_forms[] = { &imsi_impact_form };

/* Why nobody can raise a finding against the node; NULL if one can. */
static const char *refusal(const ims_model *model, ims_node node)
{
  if (ims_node_kind_of(model, node) == IMS_TERM)
    return "a term";
  if (ims_node_empty(model, node))
    return "a heading that demands nothing";
  switch (ims_node_force(model, node)) {
  case IMS_GUIDANCE:
    return "guidance";
  case IMS_PERMISSION:
    return "a permission";
  case IMS_COMMON:
    return "text for authors of standards; name the clause of a standard that takes it over";
  default:
    return NULL;
  }
}

static ims_status find_finding(const ims_model *model, const ims_request *request, const char *reference,
                               imsi_reporter *reporter, ims_node *node)
{
  IMS_TRY(imsi_reference_node(model, request->evidence, reference, reporter, node));
  const char *why = refusal(model, *node);
  if (!why)
    return IMS_OK;
  imsi_report(reporter, IMS_DIAG_NO_FINDING, (ims_pos){ NULL, 0, 0, NULL }, reference, why, NULL, NULL);
  return IMS_INVALID;
}

static bool has_edition(const imsi_vec *editions, const ims_edition *edition)
{
  for (size_t i = 0; i < editions->count; i++)
    if (IMSI_AT(const ims_edition *, editions, i) == edition)
      return true;
  return false;
}

static ims_status add_edition(imsi_vec *editions, const ims_edition *edition)
{
  return has_edition(editions, edition) ? IMS_OK : imsi_vec_push(editions, &edition);
}

/* What is meant by a name without a year, is in use, and has its demands listed; of systems what they are held against.
 */
static ims_status add_usual_editions(imsi_impact *m, const ims_register *evidence)
{
  for (size_t i = 0; i < ims_edition_count(m->model); i++) {
    const ims_edition *edition = ims_edition_at(m->model, i);
    if (edition->is_default && !edition->is_hub && imsi_vocabulary_in_use(edition) &&
        imsi_sharing_has_provisions(m->model, edition))
      IMS_TRY(add_edition(&m->editions, imsi_reference_meant(evidence, edition)));
  }
  return IMS_OK;
}

static ims_status find_editions(imsi_impact *m, const ims_request *request, imsi_reporter *reporter)
{
  const char *name;
  for (size_t i = 0; (name = imsi_request_value(request, "in", i)); i++) {
    const ims_edition *edition = NULL;
    IMS_TRY(imsi_reference_edition(m->model, request->evidence, name, strlen(name), reporter, &edition));
    IMS_TRY(add_edition(&m->editions, edition));
  }
  return m->editions.count ? IMS_OK : add_usual_editions(m, request->evidence);
}

static ims_status add_touched(imsi_impact *m, ims_node finding, const ims_edition *edition, imsi_vec *touched)
{
  const bool own = ims_node_edition(m->model, finding) == edition;
  IMS_TRY(imsi_impact_of(m->model, m->closure, finding, edition, touched));
  if (own && !touched->count)
    return IMS_OK;
  imsi_impact_section(m, finding, edition, touched);
  for (size_t i = 0; i < touched->count; i++)
    IMS_TRY(imsi_impact_add(m, finding, &IMSI_AT(imsi_touched, touched, i)));
  if (!touched->count)
    imsi_impact_add_nothing(m, finding, edition);
  return IMS_OK;
}

static void add_caption(imsi_impact *m, ims_node finding)
{
  const ims_force force = ims_node_force(m->model, finding);
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "A finding against ");
  imsi_name_reference(m->model, finding, &text);
  imsi_strbuf_text(&text, ": ");
  imsi_name_label(m->model, finding, &text);
  imsi_strbuf_text(&text, force == IMS_CONTROL ? " (control)" : "");
  imsi_table_caption_text(m->table, &text);
  imsi_strbuf_free(&text);
  m->controls = m->controls || force == IMS_CONTROL;
}

static void add_notes(imsi_impact *m)
{
  imsi_table_note(m->table,
                  "certain: whatever it is that failed is asked there too, of that system; where one method or "
                  "one record serves both systems, look there first. possible: the two share something, and "
                  "what failed may lie outside it. unknown: nobody has said anything, which is not 'none'.");
  imsi_table_note(m->table,
                  "Correlation is not conformity, and a finding is not carried over: it is raised anew, against "
                  "the other standard's own criteria, with evidence from the scope of that system.");
  if (m->controls)
    imsi_table_note(m->table, "A control is a criterion only if the Statement of Applicability includes it.");
}

static ims_status fill(imsi_impact *m, const ims_request *request, imsi_reporter *reporter)
{
  imsi_vec touched = IMSI_VEC(imsi_touched);
  ims_status status = IMS_OK;
  const char *reference;
  for (size_t i = 0; !status && (reference = imsi_request_value(request, "reference", i)); i++) {
    ims_node finding;
    status = find_finding(m->model, request, reference, reporter, &finding);
    if (!status)
      add_caption(m, finding);
    for (size_t k = 0; !status && k < m->editions.count; k++)
      status = add_touched(m, finding, IMSI_AT(const ims_edition *, &m->editions, k), &touched);
  }
  add_notes(m);
  imsi_vec_free(&touched);
  return status;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  IMS_TRY(imsi_request_check(&imsi_report_impact, request, reporter));
  imsi_impact m = { .model = model,
                    .editions = IMSI_VEC(const ims_edition *),
                    .wide = request->form == IMS_FORM_WIDE && request->words != IMS_WORDS_COLUMNS,
                    .words = request->words == IMS_WORDS_INLINE,
                    .several = imsi_request_value(request, "reference", 1) != NULL };
  ims_status status = find_editions(&m, request, reporter);
  if (!status)
    status = imsi_report_close(model, reporter, &m.closure);
  if (!status) {
    imsi_impact_begin(&m);
    status = fill(&m, request, reporter);
  }
  imsi_closure_free(m.closure);
  imsi_vec_free(&m.editions);
  if (status) {
    imsi_table_drop(m.table);
    return status;
  }
  return imsi_table_end(m.table, table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_impact = {
  .name = "impact",
  .summary = "a finding against a requirement: what it touches in the other standards",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
