/* The documents and records that the standards of a register demand, and which of them it has. */

#include "base/try.h"
#include "report/duties_internal.h"
#include "report/registry.h"

static const ims_param params[] = {
  IMSI_HELD_AT,
  IMSI_HELD_FOR,
};

static const ims_columns *const long_forms[] = { &imsi_duties_long_form };

const imsi_duty_met *imsi_duties_at(const imsi_duties_run *run, size_t index)
{
  return &IMSI_AT(const imsi_duty_met, &run->duties.list, index);
}

const imsi_duty_service *imsi_duties_service(const imsi_duties_run *run, size_t index)
{
  return &IMSI_AT(const imsi_duty_service, &run->duties.services, index);
}

static ims_status find_of_system(imsi_duties_run *run, uint32_t system)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(run->held.evidence, system, &demands);
  for (size_t i = 0; !status && i < demands.count; i++)
    status = imsi_duties_of(run->held.evidence, system, IMSI_AT(ims_node, &demands, i), &run->duties);
  imsi_vec_free(&demands);
  return status;
}

static ims_status find(const ims_model *model, const ims_request *request, imsi_reporter *reporter,
                       imsi_duties_run *run)
{
  IMS_TRY(imsi_held_open(&run->held, &imsi_report_duties, model, request, reporter));
  for (uint32_t system = imsi_held_next(&run->held, UINT32_MAX); system != UINT32_MAX;
       system = imsi_held_next(&run->held, system))
    IMS_TRY(find_of_system(run, system));
  return IMS_OK;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_duties_run run = { .duties = IMSI_DUTIES };
  ims_status status = find(model, request, reporter, &run);
  if (!status)
    status = imsi_duties_make(&run, table);
  imsi_duties_free(&run.duties);
  imsi_held_close(&run.held);
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
