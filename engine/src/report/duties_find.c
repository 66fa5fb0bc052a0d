/* How the duties to have documents and records are met. */

#include "base/try.h"
#include "report/duties_internal.h"

const char *imsi_met_name(imsi_met met)
{
  static const char *const names[IMSI_MET_COUNT] = {
    [IMSI_MET_EXEMPT] = "exempt",         [IMSI_MET] = "met",
    [IMSI_MET_PARTLY] = "partly",         [IMSI_MET_UNSAID] = "kind not said",
    [IMSI_MET_WRONG_KIND] = "other kind", [IMSI_MET_CONDITIONAL] = "conditional",
    [IMSI_MET_OWN] = "own decision",      [IMSI_MET_NOT] = "not met",
  };
  return names[met];
}

/* What one service alone makes of a duty. */
static imsi_met met_by(const ims_duty *duty, const imsi_service *service)
{
  if (!service->confirmed)
    return IMSI_MET_NOT;
  if (!service->kind)
    return IMSI_MET_UNSAID;
  if ((service->kind == IMS_IS_RECORD) != (duty->kind == IMS_RECORD))
    return IMSI_MET_WRONG_KIND;
  return service->whole ? IMSI_MET : IMSI_MET_PARTLY;
}

bool imsi_duties_rests_on(const imsi_duty_met *duty, const imsi_service *service)
{
  return duty->met != IMSI_MET_EXEMPT && service->confirmed && met_by(duty->duty, service) == duty->met;
}

static bool has_condition(const ims_model *model, const ims_duty *duty)
{
  return *duty->condition || *ims_node_get(model, duty->provision).condition;
}

static imsi_duty_met weigh(const imsi_documents *d, uint32_t index, const ims_duty *duty, const imsi_shown *shown)
{
  const imsi_served *served = &IMSI_AT(const imsi_served, &d->serving.demands, index);
  imsi_duty_met result = { index, duty, IMSI_MET_NOT, 0, { IMS_NO_ENTRY } };
  for (uint32_t i = served->first; i < served->first + served->count; i++) {
    const imsi_service *service = &IMSI_AT(const imsi_service, &d->serving.services, i);
    const imsi_met met = met_by(duty, service);
    result.met = met < result.met ? met : result.met;
    result.proposed += !service->confirmed;
  }
  if (result.met == IMSI_MET_NOT && duty->self_determined)
    result.met = IMSI_MET_OWN;
  else if (result.met == IMSI_MET_NOT && has_condition(d->held.model, duty))
    result.met = IMSI_MET_CONDITIONAL;
  if (shown->state == IMSI_STATE_NOT_APPLICABLE || shown->state == IMSI_STATE_NO_OCCURRENCE) {
    result.met = IMSI_MET_EXEMPT;
    result.exemption = shown->exemption;
  }
  return result;
}

static ims_status find_of_demand(const imsi_documents *d, uint32_t index, imsi_vec *duties)
{
  const imsi_served *served = &IMSI_AT(const imsi_served, &d->serving.demands, index);
  size_t count;
  const ims_duty *list = ims_node_duties(d->held.model, served->demand, &count);
  imsi_shown shown;
  if (!count)
    return IMS_OK;
  IMS_TRY(imsi_evidence_show(d->held.evidence, served->system, served->demand, &shown));
  for (size_t i = 0; i < count; i++) {
    const imsi_duty_met met = weigh(d, index, &list[i], &shown);
    IMS_TRY(imsi_vec_push(duties, &met));
  }
  return IMS_OK;
}

ims_status imsi_duties_find(const imsi_documents *d, imsi_vec *duties)
{
  for (uint32_t i = 0; i < d->serving.demands.count; i++)
    if (imsi_documents_shows(d, IMSI_AT(const imsi_served, &d->serving.demands, i).system))
      IMS_TRY(find_of_demand(d, i, duties));
  return IMS_OK;
}
