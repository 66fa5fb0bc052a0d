/* T32: a relation taken for an equality. A document names the systems that it is for; it is claimed for a clause of
   another system all the same, nothing else stands for that clause, and what it is claimed for in its own system does
   not contain it. */

#include "base/try.h"
#include "check/registry.h"

/* The system under the edition of the claim, if the document does not name it; else NULL. */
static const ims_system *foreign_system(const imsi_check_run *run, const ims_claim *claim)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count), *found = NULL;
  if (!ims_entry_names_systems(run->given, claim->entry))
    return NULL;
  const ims_systems named = ims_entry_systems(run->given, claim->entry);
  for (size_t i = 0; i < count; i++) {
    if (systems[i].edition != claim->edition)
      continue;
    if (named >> i & 1)
      return NULL;
    found = &systems[i];
  }
  return found;
}

static bool is_own(const imsi_check_run *run, const ims_claim *claim)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  const ims_systems named = ims_entry_systems(run->given, claim->entry);
  for (size_t i = 0; i < count; i++)
    if (systems[i].edition == claim->edition && named >> i & 1)
      return true;
  return false;
}

/* What the document is claimed for in its own system and has to do with the clause; IMS_NO_NODE if nothing has, or if
   something contains it. */
static ims_node related(const imsi_check_run *run, const ims_claim *claim)
{
  size_t count;
  ims_node found = { IMS_NO_NODE };
  const ims_claim *claims = ims_entry_claims(run->given, claim->entry, &count);
  for (size_t i = 0; i < count; i++) {
    if (claims[i].node.index == IMS_NO_NODE || !is_own(run, &claims[i]))
      continue;
    const ims_relation relation = imsi_closure_relation(run->closure, claim->node, claims[i].node);
    if (ims_relation_contained(relation))
      return (ims_node){ IMS_NO_NODE };
    if (ims_relation_overlaps(relation) && found.index == IMS_NO_NODE)
      found = claims[i].node;
  }
  return found;
}

/* True if a document that counts stands for some of the clause. */
static ims_status has_support(imsi_check_run *run, const ims_system *system, ims_node clause, bool *has)
{
  imsi_vec demands = IMSI_VEC(ims_node), supports = IMSI_VEC(imsi_support);
  ims_status status = imsi_evidence_demands(run->evidence, system->index, &demands);
  for (size_t i = 0; !status && !supports.count && i < demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &demands, i);
    if (ims_node_is_in(run->model, demand, clause) || ims_node_is_in(run->model, clause, demand))
      status = imsi_evidence_supports(run->evidence, system->index, demand, &supports);
  }
  *has = supports.count > 0;
  imsi_vec_free(&demands);
  imsi_vec_free(&supports);
  return status;
}

static ims_status look(imsi_check_run *run, const ims_claim *claim)
{
  bool has;
  if (claim->node.index == IMS_NO_NODE || ims_entry_kind_of(run->given, claim->entry) != IMS_ENTRY_DOCUMENT)
    return IMS_OK;
  const ims_system *system = foreign_system(run, claim);
  const ims_node own = system ? related(run, claim) : (ims_node){ IMS_NO_NODE };
  if (own.index == IMS_NO_NODE)
    return IMS_OK;
  IMS_TRY(has_support(run, system, claim->node, &has));
  if (has)
    return IMS_OK;
  const char *symbol = ims_relation_symbol(imsi_closure_relation(run->closure, own, claim->node));
  imsi_spot spot = imsi_spot_of_claim(run, claim);
  spot.force = "advice";
  imsi_check_find(
      run, &spot,
      "it is the only thing claimed for %1, and is not marked for %2; what it does, %3, is related (%4) and "
      "does not contain that",
      "see what is missing, mark the document for the system once it is there, or take the claim back",
      IMSI_ARGS(imsi_check_titled(run, claim->node), system->id, imsi_check_titled(run, own), symbol));
  return IMS_OK;
}

static ims_status run_check(imsi_check_run *run)
{
  for (size_t i = 0; i < ims_claim_count(run->given); i++)
    IMS_TRY(look(run, ims_claim_at(run->given, i)));
  return IMS_OK;
}

const imsi_check imsi_check_related_not_equal = { .id = "T32", .run = run_check };
