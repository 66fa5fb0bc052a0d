/* Which claims have an effect, and why others have none. */

#include "model/editions.h"
#include "report/shared_internal.h"

const char *const imsi_shared_no_clause = "it names no clause";

/* What speaks least against a claim for the systems shown; the last doubts do. */
static imsi_doubt least_doubt(const imsi_documents *d, size_t claim)
{
  imsi_doubt least = IMSI_DOUBT_CLAUSE;
  for (uint32_t system = imsi_held_next(&d->held, UINT32_MAX); system != UINT32_MAX;
       system = imsi_held_next(&d->held, system)) {
    const imsi_doubt doubt = imsi_evidence_doubt_for(d->held.evidence, claim, system);
    if (doubt == IMSI_DOUBT_NONE)
      return doubt;
    least = doubt > least ? doubt : least;
  }
  return least;
}

/* True if a claim names another standard than those of the systems shown. */
static bool is_elsewhere(const imsi_documents *d, const ims_claim *claim)
{
  for (uint32_t system = imsi_held_next(&d->held, UINT32_MAX); claim->edition && system != UINT32_MAX;
       system = imsi_held_next(&d->held, system))
    if (imsi_same_standard(claim->edition, d->held.systems[system].edition))
      return false;
  return claim->edition && imsi_request_has(d->held.request, "for");
}

static size_t index_of(const imsi_shared_run *run, const ims_claim *claim)
{
  return (size_t)(claim - ims_claim_at(run->documents.held.given, 0));
}

/* Whether a claim that counts is for anything that is not left out. */
static imsi_effect effect_on_demands(const imsi_shared_run *run, const ims_claim *claim)
{
  const imsi_documents *d = &run->documents;
  imsi_effect effect = IMSI_EFFECT_NONE;
  for (uint32_t i = 0; i < d->serving.demands.count; i++) {
    const imsi_served *served = &IMSI_AT(const imsi_served, &d->serving.demands, i);
    if (!imsi_documents_shows(d, served->system) ||
        (!ims_node_is_in(d->held.model, served->demand, claim->node) &&
         !ims_node_is_in(d->held.model, claim->node, served->demand)) ||
        imsi_evidence_doubt_for(d->held.evidence, index_of(run, claim), served->system))
      continue;
    if (!run->left_out[i])
      return IMSI_EFFECT_COUNTS;
    effect = IMSI_EFFECT_LEFT_OUT;
  }
  return effect;
}

imsi_effect imsi_shared_effect(const imsi_shared_run *run, const ims_claim *claim)
{
  if (is_elsewhere(&run->documents, claim))
    return IMSI_EFFECT_ELSEWHERE;
  const imsi_doubt doubt = least_doubt(&run->documents, index_of(run, claim));
  if (doubt)
    return doubt == IMSI_DOUBT_PROPOSED ? IMSI_EFFECT_PROPOSED : IMSI_EFFECT_NONE;
  return effect_on_demands(run, claim);
}

const char *imsi_shared_reason(const imsi_shared_run *run, const ims_claim *claim)
{
  if (is_elsewhere(&run->documents, claim))
    return "it is of another standard";
  const imsi_doubt doubt = least_doubt(&run->documents, index_of(run, claim));
  if (doubt)
    return imsi_doubt_text(doubt);
  return effect_on_demands(run, claim) == IMSI_EFFECT_LEFT_OUT ? "what it names is left out"
                                                               : "what it names demands nothing";
}

bool imsi_shared_is_idle(const imsi_shared_run *run, const ims_claim *claim)
{
  const imsi_effect effect = imsi_shared_effect(run, claim);
  return effect != IMSI_EFFECT_COUNTS && effect != IMSI_EFFECT_ELSEWHERE;
}

bool imsi_shared_has_idle(const imsi_shared_run *run, const imsi_user *user)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(run->documents.held.given, user->document, &count);
  if (!(user->systems & run->documents.held.chosen))
    return false;
  for (size_t i = 0; i < count; i++)
    if (imsi_shared_is_idle(run, &claims[i]))
      return true;
  return false;
}
