/* Clauses against documents or processes, with a mark wherever the register gives one. */

#include "base/try.h"
#include "report/matrix_internal.h"
#include "report/registry.h"

#include <string.h>

static const ims_param params[] = {
  { "by", "WHAT", "clause (with their documents), document (with their clauses) or process; clause if not given", false,
    false, false },
  IMSI_HELD_AT,
  IMSI_HELD_FOR,
};

static const ims_pos nowhere = { NULL, 0, 0, NULL };

static const ims_columns *const long_forms[] = { &imsi_matrix_long_form };

static ims_status take_by(imsi_matrix_run *run)
{
  static const char *const names[] = { "clause", "document", "process" };
  const char *by = imsi_request_value(run->documents.held.request, "by", 0);
  run->by = IMSI_BY_CLAUSE;
  if (!by)
    return IMS_OK;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(by, names[i]) == 0) {
      run->by = (imsi_matrix_by)i;
      return IMS_OK;
    }
  imsi_report(run->documents.held.reporter, IMS_DIAG_BAD_OPTION, nowhere, "--by takes clause, document or process",
              NULL, NULL, NULL);
  return IMS_INVALID;
}

static ims_status find_subjects(imsi_matrix_run *run)
{
  const ims_register *given = run->documents.held.given;
  const ims_entry_kind kind = run->by == IMSI_BY_PROCESS ? IMS_ENTRY_PROCESS : IMS_ENTRY_DOCUMENT;
  for (size_t i = 0; i < ims_register_count(given, kind); i++) {
    const ims_entry entry = ims_register_entry(given, kind, i);
    IMS_TRY(imsi_vec_push(&run->subjects, &entry));
  }
  return run->by == IMSI_BY_PROCESS ? imsi_matrix_find_links(run) : IMS_OK;
}

static ims_status find(const ims_model *model, const ims_request *request, imsi_reporter *reporter,
                       imsi_matrix_run *run)
{
  IMS_TRY(imsi_documents_open(&run->documents, &imsi_report_matrix, model, request, reporter));
  IMS_TRY(take_by(run));
  IMS_TRY(imsi_matrix_find_rows(run));
  IMS_TRY(find_subjects(run));
  return imsi_matrix_find_marks(run);
}

static ims_status make(imsi_matrix_run *run, ims_table **table)
{
  if (run->documents.held.request->form == IMS_FORM_LONG)
    return imsi_matrix_make_long(run, table);
  return run->by == IMSI_BY_DOCUMENT ? imsi_matrix_make_documents(run, table) : imsi_matrix_make_clauses(run, table);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_matrix_run run = { .rows = IMSI_VEC(imsi_matrix_row),
                          .marks = IMSI_VEC(imsi_mark),
                          .subjects = IMSI_VEC(ims_entry),
                          .links = IMSI_VEC(imsi_link) };
  ims_status status = find(model, request, reporter, &run);
  if (!status)
    status = make(&run, table);
  imsi_vec_free(&run.rows);
  imsi_vec_free(&run.marks);
  imsi_vec_free(&run.subjects);
  imsi_vec_free(&run.links);
  imsi_strbuf_free(&run.strangers);
  imsi_documents_close(&run.documents);
  return status;
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_matrix = {
  .name = "matrix",
  .summary = "clauses against documents or processes: what is registered for which",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .register_use = IMS_REGISTER_REQUIRED,
  .run = run,
};
