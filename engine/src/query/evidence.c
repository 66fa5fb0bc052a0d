#include "query/evidence.h"

#include "base/try.h"
#include "query/evidence_internal.h"

#include <stdlib.h>

/* ---- making it ---- */

static ims_status find(imsi_evidence *e, const imsi_beside *beside)
{
  IMS_TRY(imsi_evidence_weigh(e));
  IMS_TRY(imsi_evidence_find_decided(e));
  return e->closure ? imsi_evidence_find_sources(e, beside) : IMS_OK;
}

ims_status imsi_evidence_new_beside(const ims_model *model, const ims_register *given, const imsi_closure *closure,
                                    ims_day day, const imsi_beside *beside, imsi_evidence **evidence)
{
  imsi_evidence *e = calloc(1, sizeof *e);
  if (!e)
    return IMS_NOMEM;
  *e = (imsi_evidence){
    .model = model, .given = given, .closure = closure, .day = day, .decided = IMSI_VEC(imsi_decided)
  };
  e->systems = ims_register_systems(given, &e->system_count);
  for (size_t s = 0; s <= IMS_SYSTEMS_MAX; s++)
    e->sources[s] = IMSI_VEC(imsi_region);
  const ims_status status = find(e, beside);
  if (status)
    imsi_evidence_free(e);
  else
    *evidence = e;
  return status;
}

ims_status imsi_evidence_new(const ims_model *model, const ims_register *given, const imsi_closure *closure,
                             ims_day day, imsi_evidence **evidence)
{
  return imsi_evidence_new_beside(model, given, closure, day, &(imsi_beside){ NULL, 0, NULL, 0 }, evidence);
}

void imsi_evidence_free(imsi_evidence *evidence)
{
  if (!evidence)
    return;
  for (size_t s = 0; s <= IMS_SYSTEMS_MAX; s++) {
    imsi_coverage_free(evidence->coverage[s]);
    imsi_vec_free(&evidence->sources[s]);
  }
  imsi_vec_free(&evidence->decided);
  free(evidence->worths);
  free(evidence->weights);
  free(evidence);
}

const imsi_coverage *imsi_evidence_others(const imsi_evidence *evidence, uint32_t system)
{
  return evidence->coverage[system];
}

/* ---- demands ---- */

ims_status imsi_evidence_demands(const imsi_evidence *evidence, uint32_t system, imsi_vec *demands)
{
  const imsi_region region = { evidence->systems[system].edition, { IMS_NO_NODE } };
  bool *seen = calloc(ims_node_count(evidence->model) + 1, sizeof *seen);
  const ims_status status = seen ? imsi_coverage_demands(evidence->model, &region, seen, demands) : IMS_NOMEM;
  free(seen);
  return status;
}

bool imsi_evidence_needs(const ims_model *model, ims_node demand, ims_duty_kind kind)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(model, demand, &count);
  for (size_t i = 0; i < count; i++)
    if (duties[i].kind == kind)
      return true;
  return false;
}

/* ---- what a system has of its own ---- */

/* True if a document is demanded whatever the organization finds: of what it decides itself nobody sees that it is
   missing. */
static bool owes_document(const ims_model *model, ims_node demand)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(model, demand, &count);
  for (size_t i = 0; i < count; i++)
    if (duties[i].kind == IMS_DOCUMENT && !duties[i].self_determined)
      return true;
  return false;
}

/* What is to be planned, and asks for no record of that. */
static bool is_planned(const ims_model *model, ims_node demand)
{
  return ims_node_get(model, demand).phase == IMS_PLAN && !imsi_evidence_needs(model, demand, IMS_RECORD);
}

/* EVIDENCED, RUN, PARTIAL, or GAP for nothing. A document says how it is done, and a record that it was. */
static imsi_state weigh(const imsi_evidence *e, const imsi_tally *t, imsi_shown *shown)
{
  const bool document = owes_document(e->model, shown->demand);
  const bool record = imsi_need_leaves_record(e->model, e->closure, shown->demand);
  const bool whole = t->whole[0] || t->whole[IMS_IS_DOCUMENT] || t->whole[IMS_IS_RECORD];
  const bool some = whole || t->part[0] || t->part[IMS_IS_DOCUMENT] || t->part[IMS_IS_RECORD];
  shown->own_method = t->whole[IMS_IS_DOCUMENT] > 0;
  shown->lacks_document = document && !t->whole[IMS_IS_DOCUMENT] && !t->part[IMS_IS_DOCUMENT];
  shown->lacks_record = record && !t->whole[IMS_IS_RECORD] && !t->part[IMS_IS_RECORD];
  shown->unplanned = !document && t->whole[IMS_IS_RECORD] && !t->whole[0] && !t->whole[IMS_IS_DOCUMENT] &&
                     is_planned(e->model, shown->demand);
  if (whole && !shown->unplanned && (!document || t->whole[IMS_IS_DOCUMENT]) && (!record || t->whole[IMS_IS_RECORD]))
    return IMSI_STATE_EVIDENCED;
  if (shown->own_method && shown->lacks_record)
    return IMSI_STATE_RUN;
  return some ? IMSI_STATE_PARTIAL : IMSI_STATE_GAP;
}

/* ---- what others have ---- */

/* True if something that is needed of the others leaves this system out. */
static ims_status is_unnamed(const imsi_evidence *e, uint32_t system, const imsi_need *need, bool *unnamed)
{
  imsi_vec shares = IMSI_VEC(imsi_share);
  *unnamed = false;
  if (need->covered == IMSI_COVERED_BY_ONE)
    return imsi_evidence_leaves_out(e, system, need->demand, need->best.had, unnamed);
  ims_status status = imsi_coverage_shares(e->coverage[system], need->demand, &shares);
  for (size_t i = 0; !status && !*unnamed && i < shares.count; i++)
    status = imsi_evidence_leaves_out(e, system, need->demand, IMSI_AT(imsi_share, &shares, i).source, unnamed);
  imsi_vec_free(&shares);
  return status;
}

/* What another system of the same edition has for the demand leaves this one out, or it would count. */
static void serve_same(imsi_shown *shown)
{
  imsi_need *need = &shown->need;
  need->state = IMSI_STATE_EXTEND;
  need->covered = IMSI_COVERED_BY_ONE;
  need->best = (imsi_reuse){ .had = need->demand, .relation = IMS_EQUAL, .method = IMS_AS_IS };
  need->obstacle = IMSI_OBSTACLE_NONE;
  shown->unnamed = true;
}

/* What serves unchanged has to name this system first, if it names any. */
static ims_status look_at_scope(const imsi_evidence *e, uint32_t system, imsi_shown *shown)
{
  imsi_need *need = &shown->need;
  if (need->state != IMSI_STATE_RUN && need->state != IMSI_STATE_REUSABLE)
    return IMS_OK;
  IMS_TRY(is_unnamed(e, system, need, &shown->unnamed));
  if (shown->unnamed)
    need->state = IMSI_STATE_EXTEND;
  return IMS_OK;
}

/* The first claim on all of the demand by a document that would count, were it for the sites and services of the
 * system.
 */
static ims_status find_elsewhere(const imsi_evidence *e, uint32_t system, imsi_shown *shown)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  ims_status status = IMS_OK;
  if (system < e->system_count)
    status = imsi_evidence_claims(e, IMS_ENTRY_DOCUMENT, shown->demand, &claims);
  for (size_t i = 0; shown->elsewhere == IMS_NO_ENTRY && i < claims.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &claims, i);
    const ims_claim *claim = ims_claim_at(e->given, index);
    if (imsi_evidence_doubt_for(e, index, system) == IMSI_DOUBT_SCOPE && e->worths[index].kind == IMS_IS_DOCUMENT &&
        claim->coverage != IMS_CLAIM_PARTIAL && ims_node_is_in(e->model, shown->demand, claim->node))
      shown->elsewhere = index;
  }
  imsi_vec_free(&claims);
  return status;
}

/* Of what is not all there an item serves nobody before somebody has looked. */
static ims_status look_at_item(const imsi_evidence *e, uint32_t system, imsi_shown *shown)
{
  imsi_need *need = &shown->need;
  bool lacks = false;
  if (need->covered != IMSI_COVERED_BY_ONE || need->state < IMSI_STATE_RUN || need->state > IMSI_STATE_EXTEND)
    return IMS_OK;
  IMS_TRY(imsi_evidence_may_lack_item(e, system, need->best.had, &lacks));
  if (lacks) {
    need->state = IMSI_STATE_RELATED;
    need->obstacle = IMSI_OBSTACLE_RECORD;
    shown->unnamed = false;
  }
  return IMS_OK;
}

static ims_status look_elsewhere(const imsi_evidence *e, uint32_t system, const imsi_tally *own, imsi_shown *shown)
{
  imsi_need *need = &shown->need;
  bool twin;
  IMS_TRY(imsi_need_find(e->model, e->closure, e->coverage[system], shown->demand, need));
  if (need->state == IMSI_STATE_RUN && own->whole[IMS_IS_RECORD]) /* the method is all that is missing */
    need->state = IMSI_STATE_REUSABLE;
  IMS_TRY(look_at_scope(e, system, shown));
  IMS_TRY(look_at_item(e, system, shown));
  if (need->state != IMSI_STATE_EVIDENCED && need->state <= IMSI_STATE_EXTEND)
    return IMS_OK;
  IMS_TRY(find_elsewhere(e, system, shown));
  IMS_TRY(imsi_evidence_has_twin(e, system, shown->demand, &twin));
  if (twin && shown->elsewhere == IMS_NO_ENTRY)
    serve_same(shown);
  return IMS_OK;
}

/* ---- the state ---- */

/* What is shown of a demand that counts. */
static ims_status show_counted(const imsi_evidence *e, uint32_t system, const imsi_tally *own, imsi_shown *shown)
{
  imsi_state state = weigh(e, own, shown);
  const bool open = shown->finding.index != IMS_NO_ENTRY;
  if (state == IMSI_STATE_EVIDENCED && !open) {
    shown->state = shown->need.state = state;
    return IMS_OK;
  }
  IMS_TRY(look_elsewhere(e, system, own, shown));
  shown->lowered = state == IMSI_STATE_EVIDENCED;
  if (shown->lowered) {
    shown->state = IMSI_STATE_PARTIAL;
    return IMS_OK;
  }
  if (shown->elsewhere != IMS_NO_ENTRY && state > IMSI_STATE_EXTEND)
    state = IMSI_STATE_EXTEND;
  if (state == IMSI_STATE_GAP && shown->need.state == IMSI_STATE_PARTIAL) {
    shown->items = true; /* what is there is of others, and none of it is claimed for this */
    shown->need.state = IMSI_STATE_RELATED;
  }
  shown->state = state < IMSI_STATE_GAP && state < shown->need.state ? state : shown->need.state;
  return IMS_OK;
}

static ims_status find_exemption(const imsi_evidence *e, uint32_t system, imsi_shown *shown)
{
  ims_exemption exemption;
  shown->exemption.index = IMS_NO_ENTRY;
  if (system < e->system_count)
    IMS_TRY(imsi_evidence_exemption(e, system, shown->demand, &shown->exemption, &exemption));
  if (shown->exemption.index != IMS_NO_ENTRY)
    shown->state = shown->need.state =
        exemption == IMS_NOT_APPLICABLE ? IMSI_STATE_NOT_APPLICABLE : IMSI_STATE_NO_OCCURRENCE;
  return IMS_OK;
}

ims_status imsi_evidence_show(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_shown *shown)
{
  imsi_shown found = { .demand = demand, .finding = { IMS_NO_ENTRY }, .elsewhere = IMS_NO_ENTRY };
  found.need = (imsi_need){ .demand = demand, .around = { IMS_NO_NODE }, .outside = { IMS_NO_NODE } };
  IMS_TRY(find_exemption(evidence, system, &found));
  if (system < evidence->system_count)
    IMS_TRY(imsi_evidence_finding(evidence, system, demand, &found.finding));
  if (found.exemption.index == IMS_NO_ENTRY) {
    imsi_tally own = { { 0 }, { 0 } };
    if (system < evidence->system_count)
      IMS_TRY(imsi_evidence_tally(evidence, system, demand, &own));
    IMS_TRY(show_counted(evidence, system, &own, &found));
  }
  *shown = found;
  return IMS_OK;
}
