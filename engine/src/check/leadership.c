/* T28: all evidence of a clause that the organization has to show itself belongs to another party. The members are what
   those clauses are in. */

#include "base/try.h"
#include "check/registry.h"

/* True if the document is another party's. */
static bool is_of_others(imsi_check_run *run, ims_entry document)
{
  const char *owner = imsi_check_field(run, document, IMS_FIELD_OWNER);
  const int extent = ims_entry_word(run->given, document, IMS_FIELD_EXTENT);
  if (extent == IMS_EXTENT_OWN || extent == IMS_EXTENT_SHARED)
    return false;
  return extent == IMS_EXTENT_INHERITED || *imsi_check_field(run, document, IMS_FIELD_PARTY) ||
         (*owner && imsi_check_named(run, IMS_ENTRY_PARTY, owner).index != IMS_NO_ENTRY);
}

/* Appends claims on a demand that only do not count since another party has what they name. */
static ims_status collect_inherited(imsi_check_run *run, uint32_t system, ims_node demand, imsi_vec *supports)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  ims_status status = imsi_evidence_claims(run->evidence, IMS_ENTRY_DOCUMENT, demand, &claims);
  for (size_t i = 0; !status && i < claims.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &claims, i);
    const ims_claim *claim = ims_claim_at(run->given, index);
    if (imsi_evidence_doubt_for(run->evidence, index, system) == IMSI_DOUBT_INHERITED &&
        ims_entry_systems(run->given, claim->entry) >> system & 1)
      status = imsi_vec_push(supports, &(imsi_support){ .claim = index, .document = claim->entry, .inherited = true });
  }
  imsi_vec_free(&claims);
  return status;
}

/* Appends what is named for the demands of a member: what supports them, and what would but for its owner. */
static ims_status collect(imsi_check_run *run, uint32_t system, ims_node member, imsi_vec *supports)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(run->evidence, system, &demands);
  for (size_t i = 0; !status && i < demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &demands, i);
    if (!ims_node_is_in(run->model, demand, member))
      continue;
    status = imsi_evidence_supports(run->evidence, system, demand, supports);
    if (!status)
      status = collect_inherited(run, system, demand, supports);
  }
  imsi_vec_free(&demands);
  return status;
}

static void tell(imsi_check_run *run, const ims_system *system, ims_node member, const imsi_vec *supports)
{
  const imsi_support *first = supports->data;
  imsi_check_begin(run);
  for (size_t i = 0; i < supports->count; i++) {
    const ims_entry document = IMSI_AT(imsi_support, supports, i).document;
    bool known = false;
    if (!is_of_others(run, document))
      return;
    for (size_t k = 0; k < i; k++)
      known = known || IMSI_AT(imsi_support, supports, k).document.index == document.index;
    if (!known)
      imsi_check_list(run, ims_entry_name(run->given, document));
  }
  const char *documents = imsi_check_text(run);
  imsi_spot spot = imsi_spot_of(run, first->document, IMS_FIELD_PARTY);
  spot.systems = (ims_systems)1 << system->index;
  spot.node = member;
  imsi_check_find(run, &spot, "all evidence of %1 for %2 is another party's: %3",
                  "show with documents of your own that you lead and decide",
                  IMSI_ARGS(system->id, imsi_check_titled(run, member), documents));
}

static ims_status look(imsi_check_run *run, const ims_system *system, ims_node clause, bool *any)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = collect(run, system->index, clause, &supports);
  if (!status && supports.count) {
    *any = true;
    tell(run, system, clause, &supports);
  }
  imsi_vec_free(&supports);
  return status;
}

/* Each clause right below the member; the member itself if there is none. */
static ims_status look_at_member(imsi_check_run *run, const ims_system *system, ims_node member)
{
  bool any = false, divided = false;
  for (ims_node part = ims_node_child(run->model, member); part.index != IMS_NO_NODE;
       part = ims_node_next(run->model, part)) {
    if (ims_node_kind_of(run->model, part) != IMS_CLAUSE)
      continue;
    divided = true;
    IMS_TRY(look(run, system, part, &any));
  }
  if (!divided)
    IMS_TRY(look(run, system, member, &any));
  if (!any)
    imsi_check_skip(run, (ims_systems)1 << system->index, "no evidence of %1 that counts is registered for %2",
                    IMSI_ARGS(system->id, imsi_check_titled(run, member)));
  return IMS_OK;
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    for (size_t m = 0; m < run->check->member_count; m++)
      if (ims_node_edition(run->model, run->check->members[m]) == systems[i].edition)
        IMS_TRY(look_at_member(run, &systems[i], run->check->members[m]));
  return IMS_OK;
}

const imsi_check imsi_check_leadership = { .id = "T28", .run = run_check };
