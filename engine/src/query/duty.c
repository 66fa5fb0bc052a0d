#include "query/duty.h"

#include "base/try.h"
#include "query/condition.h"
#include "query/duty_names.h"
#include "query/evidence_internal.h"

#include <string.h>

const char *imsi_met_name(imsi_met met)
{
  static const char *const names[IMSI_MET_COUNT] = {
    [IMSI_MET_EXEMPT] = "exempt",
    [IMSI_MET] = "met",
    [IMSI_MET_WITH_CLAUSE] = "with the clause",
    [IMSI_MET_PARTLY] = "partly",
    [IMSI_MET_UNSAID] = "kind not said",
    [IMSI_MET_WRONG_KIND] = "other kind",
    [IMSI_MET_CONDITIONAL] = "conditional",
    [IMSI_MET_OWN] = "own decision",
    [IMSI_MET_NOT] = "not met",
  };
  return names[met];
}

/* ---- what a claim reaches ---- */

static ims_node target_of(const ims_duty *duty)
{
  return duty->item.index != IMS_NO_NODE ? duty->item : duty->provision;
}

/* What a service is claimed for: a line of the SoA decides on a control, which is the clause of its demands. */
static ims_node claimed_of(const imsi_evidence *e, const ims_duty *duty, const imsi_service *service)
{
  return service->claim == IMS_NO_ENTRY ? ims_node_clause(e->model, duty->provision)
                                        : ims_claim_at(e->given, service->claim)->node;
}

/* True if what was claimed asks for nothing else of the kind. One thing may be asked for twice: to be there, and to be
   kept. */
static bool is_alone(const imsi_evidence *e, const ims_duty *duty, ims_node claimed)
{
  ims_node whole = claimed; /* duties of items are kept with their demand */
  while (ims_node_kind_of(e->model, whole) == IMS_ITEM)
    whole = ims_node_parent(e->model, whole);
  for (ims_node n = whole; n.index < ims_node_count(e->model) && ims_node_is_in(e->model, n, whole); n.index++) {
    size_t count;
    const ims_duty *list = ims_node_duties(e->model, n, &count);
    for (size_t k = 0; k < count; k++)
      if (list[k].kind == duty->kind && ims_node_is_in(e->model, target_of(&list[k]), claimed) &&
          strcmp(list[k].text, duty->text) != 0)
        return false;
  }
  return true;
}

/* True if a service counts for all of what is claimed, an item included. */
static bool is_whole(const imsi_evidence *e, uint32_t system, const imsi_service *service)
{
  return service->whole ||
         (service->claim != IMS_NO_ENTRY && ims_claim_at(e->given, service->claim)->coverage != IMS_CLAIM_PARTIAL &&
          imsi_evidence_scope(e, service->document, system) == IMSI_SCOPE_WHOLE);
}

/* What the claim makes of it, whatever the document is called. */
static imsi_met met_by(const imsi_evidence *e, uint32_t system, const ims_duty *duty, const imsi_service *service,
                       bool *reaches)
{
  const ims_node target = target_of(duty);
  const ims_node claimed = claimed_of(e, duty, service);
  const bool all = ims_node_is_in(e->model, target, claimed);
  *reaches = all || ims_node_is_in(e->model, claimed, target);
  if (!*reaches || !service->confirmed)
    return IMSI_MET_NOT;
  if (!service->kind)
    return IMSI_MET_UNSAID;
  if ((service->kind == IMS_IS_RECORD) != (duty->kind == IMS_RECORD))
    return IMSI_MET_WRONG_KIND;
  if (!all || !is_whole(e, system, service))
    return IMSI_MET_PARTLY;
  const bool told = claimed.index == target.index ||
                    (ims_node_is_in(e->model, claimed, duty->provision) && is_alone(e, duty, claimed));
  return told ? IMSI_MET : IMSI_MET_WITH_CLAUSE;
}

/* What one service alone makes of a duty; `*reaches` is false if it says nothing of it. */
static ims_status find_met(const imsi_evidence *e, uint32_t system, const ims_duty *duty, const imsi_service *service,
                           bool *reaches, imsi_met *met)
{
  bool named;
  *met = met_by(e, system, duty, service, reaches);
  if (*met != IMSI_MET_WITH_CLAUSE)
    return IMS_OK;
  const bool alone = is_alone(e, duty, claimed_of(e, duty, service));
  IMS_TRY(imsi_duty_is_named(e->given, duty, service->document, alone, &named));
  if (named)
    *met = IMSI_MET;
  return IMS_OK;
}

/* ---- one duty ---- */

/* Keeps of each document the service that makes most of the duty. */
static ims_status add_services(const imsi_evidence *e, const imsi_serving *serving, imsi_duties *duties,
                               imsi_duty_met *found)
{
  found->first = (uint32_t)duties->services.count;
  for (size_t i = 0; i < serving->services.count; i++) {
    bool reaches;
    imsi_duty_service one = { .service = IMSI_AT(imsi_service, &serving->services, i) };
    IMS_TRY(find_met(e, found->system, found->duty, &one.service, &reaches, &one.met));
    if (!reaches)
      continue;
    imsi_duty_service *last = duties->services.count > found->first
                                  ? &IMSI_AT(imsi_duty_service, &duties->services, duties->services.count - 1)
                                  : NULL;
    if (!last || last->service.document.index != one.service.document.index)
      IMS_TRY(imsi_vec_push(&duties->services, &one));
    else if (one.met < last->met)
      *last = one;
  }
  found->count = (uint32_t)duties->services.count - found->first;
  return IMS_OK;
}

/* The first line of the Statement of Applicability that decides on something for the system. */
static ims_entry find_soa(const imsi_evidence *e, uint32_t system)
{
  for (size_t i = 0; i < ims_register_count(e->given, IMS_ENTRY_CONTROL); i++) {
    const ims_entry line = ims_register_entry(e->given, IMS_ENTRY_CONTROL, i);
    const ims_systems systems = ims_entry_systems(e->given, line);
    if ((!systems || systems >> system & 1) && ims_entry_word(e->given, line, IMS_FIELD_APPLICABLE))
      return line;
  }
  return (ims_entry){ IMS_NO_ENTRY };
}

static void weigh(const imsi_evidence *e, const imsi_duties *duties, const imsi_shown *shown, imsi_duty_met *found)
{
  for (uint32_t i = found->first; i < found->first + found->count; i++) {
    const imsi_duty_service *one = &IMSI_AT(const imsi_duty_service, &duties->services, i);
    found->met = one->met < found->met ? one->met : found->met;
    found->proposed += !one->service.confirmed;
  }
  if (found->duty->in_soa)
    found->soa = find_soa(e, found->system);
  if (found->soa.index != IMS_NO_ENTRY)
    found->met = IMSI_MET;
  else if (found->met == IMSI_MET_NOT && found->duty->self_determined)
    found->met = IMSI_MET_OWN;
  else if ((found->met == IMSI_MET_NOT || found->met == IMSI_MET_WITH_CLAUSE) &&
           imsi_condition_of_duty(e->model, found->duty))
    found->met = IMSI_MET_CONDITIONAL;
  if (shown->state != IMSI_STATE_NOT_APPLICABLE && shown->state != IMSI_STATE_NO_OCCURRENCE)
    return;
  found->met = IMSI_MET_EXEMPT;
  found->exemption = shown->exemption;
}

static ims_status add_duties(const imsi_evidence *e, uint32_t system, ims_node demand, const imsi_serving *serving,
                             imsi_duties *duties)
{
  size_t count;
  imsi_shown shown;
  const ims_duty *list = ims_node_duties(e->model, demand, &count);
  IMS_TRY(imsi_evidence_show(e, system, demand, &shown));
  for (size_t i = 0; i < count; i++) {
    imsi_duty_met found = {
      .system = system, .duty = &list[i], .met = IMSI_MET_NOT, .exemption = { IMS_NO_ENTRY }, .soa = { IMS_NO_ENTRY }
    };
    IMS_TRY(add_services(e, serving, duties, &found));
    weigh(e, duties, &shown, &found);
    IMS_TRY(imsi_vec_push(&duties->list, &found));
  }
  return IMS_OK;
}

/* ---- all ---- */

ims_status imsi_duties_of(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_duties *duties)
{
  imsi_serving serving = IMSI_SERVING;
  size_t count;
  ims_node_duties(evidence->model, demand, &count);
  if (!count)
    return IMS_OK;
  ims_status status = imsi_serving_of(evidence->given, evidence, system, demand, &serving);
  if (!status)
    status = add_duties(evidence, system, demand, &serving, duties);
  imsi_serving_free(&serving);
  return status;
}

void imsi_duties_free(imsi_duties *duties)
{
  imsi_vec_free(&duties->list);
  imsi_vec_free(&duties->services);
}
