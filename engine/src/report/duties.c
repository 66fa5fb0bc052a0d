/* The documents and records that the standards of a register demand, and which of them it has. */

#include "base/try.h"
#include "report/duties_internal.h"
#include "report/registry.h"

static const ims_param params[] = {
  IMSI_HELD_AT,
  IMSI_HELD_FOR,
};

static const ims_columns *const long_forms[] = { &imsi_duties_long_form };

static ims_status find(const ims_model *model, const ims_request *request, imsi_reporter *reporter,
                       imsi_documents *documents, imsi_vec *duties)
{
  IMS_TRY(imsi_documents_open(documents, &imsi_report_duties, model, request, reporter));
  return imsi_duties_find(documents, duties);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_documents documents = { 0 };
  imsi_vec duties = IMSI_VEC(imsi_duty_met);
  ims_status status = find(model, request, reporter, &documents, &duties);
  if (!status)
    status = imsi_duties_make(&documents, &duties, table);
  imsi_vec_free(&duties);
  imsi_documents_close(&documents);
  return status;
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_duties = {
  .name = "duties",
  .summary = "the documents and records that the standards demand, and which of them a register has",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .register_use = IMS_REGISTER_REQUIRED,
  .run = run,
};
