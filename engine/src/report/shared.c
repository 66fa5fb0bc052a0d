/* Documents that serve several systems, those on which too much depends, and those that serve nothing. */

#include "base/try.h"
#include "report/registry.h"
#include "report/shared_internal.h"

#include <stdlib.h>
#include <string.h>

static const ims_param params[] = {
  IMSI_HELD_AT,
  IMSI_HELD_FOR,
  { "most", "NUMBER", "clauses that one document may carry before it is told; 10 if not given", false, false, false },
};

static const ims_pos nowhere = { NULL, 0, 0, NULL };

static const ims_columns *const long_forms[] = { &imsi_shared_long_form };

static ims_status take_most(imsi_shared_run *run)
{
  const char *text = imsi_request_value(run->documents.held.request, "most", 0);
  run->most = IMSI_USER_CLAUSES;
  if (!text)
    return IMS_OK;
  if (!*text || strspn(text, "0123456789") != strlen(text) || strlen(text) > 6) {
    imsi_report(run->documents.held.reporter, IMS_DIAG_BAD_OPTION, nowhere,
                "--most takes a number of clauses from 0 to 999999", NULL, NULL, NULL);
    return IMS_INVALID;
  }
  run->most = (size_t)strtoul(text, NULL, 10);
  return IMS_OK;
}

/* None has been looked up yet. */
static ims_status prepare_pairs(imsi_shared_run *run)
{
  const size_t count = run->documents.serving.demands.count;
  run->first_pair = malloc((count + 1) * sizeof *run->first_pair);
  run->left_out = calloc(count + 1, sizeof *run->left_out);
  if (!run->first_pair || !run->left_out)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++)
    run->first_pair[i] = IMS_NO_NODE;
  return IMS_OK;
}

static ims_status find(const ims_model *model, const ims_request *request, imsi_reporter *reporter,
                       imsi_shared_run *run)
{
  IMS_TRY(imsi_documents_open(&run->documents, &imsi_report_shared, model, request, reporter));
  IMS_TRY(take_most(run));
  IMS_TRY(prepare_pairs(run));
  const imsi_documents *d = &run->documents;
  IMS_TRY(imsi_users_find_left_out(d->held.evidence, &d->serving, run->left_out));
  return imsi_users_find(model, d->held.given, &d->serving, run->left_out, &run->services, &run->users);
}

ims_status imsi_shared_make(imsi_shared_run *run, const ims_column *columns, size_t count,
                            ims_status (*add_rows)(imsi_shared_run *run, imsi_table *table), ims_table **finished)
{
  imsi_table *table = imsi_table_new(imsi_report_shared.name, columns, count);
  imsi_held_add_captions(&run->documents.held, table);
  imsi_shared_add_totals(run, table);
  const ims_status status = add_rows(run, table);
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_shared_add_notes(run, table);
  return imsi_table_end(table, finished);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_shared_run run = { .services = IMSI_VEC(uint32_t),
                          .users = IMSI_VEC(imsi_user),
                          .pairs = IMSI_VEC(imsi_shared_pair) };
  ims_status status = find(model, request, reporter, &run);
  if (!status)
    status = (request->form == IMS_FORM_LONG ? imsi_shared_make_long : imsi_shared_make_wide)(&run, table);
  free(run.first_pair);
  free(run.left_out);
  imsi_vec_free(&run.services);
  imsi_vec_free(&run.users);
  imsi_vec_free(&run.pairs);
  imsi_documents_close(&run.documents);
  return status;
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_shared = {
  .name = "shared",
  .summary = "documents that serve several systems, those on which too much depends, those that serve nothing",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .register_use = IMS_REGISTER_REQUIRED,
  .run = run,
};
