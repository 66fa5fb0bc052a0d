/* One clause, provision, item or term with everything that is said of it; or the clauses of an edition. */

#include "base/try.h"
#include "query/reference.h"
#include "report/common.h"
#include "report/registry.h"
#include "report/show_internal.h"

#include <string.h>

static const ims_param params[] = {
  { "reference", "REF",
    "an edition (9001:2015), a clause (27001/A.5.19), a provision or item (9001/9.3.2#d), a term "
    "(20000-1/term:incident)",
    true, true, false },
};

static const ims_columns *const long_forms[] = { &imsi_show_node_form, &imsi_show_edition_form };

static ims_status show_node(const ims_model *model, ims_node node, const ims_request *request, imsi_reporter *reporter,
                            ims_table **finished)
{
  imsi_show s = { .model = model,
                  .node = node,
                  .wide = request->form == IMS_FORM_WIDE && request->words != IMS_WORDS_COLUMNS,
                  .words = request->words != IMS_WORDS_NONE };
  IMS_TRY(imsi_report_close(model, reporter, &s.closure));
  imsi_show_begin(&s);
  imsi_show_tree(&s);
  if (ims_node_kind_of(model, node) == IMS_CLAUSE && ims_node_child(model, node).index == IMS_NO_NODE &&
      !ims_node_empty(model, node))
    imsi_table_note(s.table, "What this clause asks is not written down here yet.");
  const ims_status status = imsi_show_links(&s);
  if (!status)
    imsi_show_context(&s);
  imsi_closure_free(s.closure);
  if (status) {
    imsi_table_drop(s.table);
    return status;
  }
  return imsi_table_end(s.table, finished);
}

/* ---- request ---- */

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  IMS_TRY(imsi_request_check(&imsi_report_show, request, reporter));
  const char *reference = imsi_request_value(request, "reference", 0);
  const ims_edition *edition = NULL;
  ims_node node;
  IMS_TRY(imsi_reference_any(model, request->evidence, reference, reporter, &edition, &node));
  if (node.index == IMS_NO_NODE)
    return imsi_show_edition(model, edition, table);
  return show_node(model, node, request, reporter, table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_show = {
  .name = "show",
  .summary = "a clause with its provisions, duties and counterparts; or the clauses of an edition",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
