/* T19: a policy for several systems that lacks the commitments of one, or the approval for one. */

#include "check/registry.h"

/* The member of the system's edition that the policy claims; IMS_NO_NODE if it claims none. */
static ims_node claimed_member(const imsi_check_run *run, ims_entry policy, const ims_edition *edition)
{
  for (size_t i = 0; i < run->check->member_count; i++)
    if (ims_node_edition(run->model, run->check->members[i]) == edition &&
        imsi_check_claims(run, policy, run->check->members[i]))
      return run->check->members[i];
  return (ims_node){ IMS_NO_NODE };
}

static bool is_approved(imsi_check_run *run, ims_entry policy, const ims_system *system)
{
  bool approved = true;
  imsi_check_failed(run, imsi_claim_is_approved(run->given, policy, system, &approved));
  return approved;
}

static void look(imsi_check_run *run, ims_entry policy, const ims_system *system, bool of_system)
{
  const ims_node claimed = claimed_member(run, policy, system->edition);
  const ims_node asks = imsi_check_member_in(run, system->edition);
  imsi_spot spot = imsi_spot_of(run, policy, IMS_FIELD_CLAUSES);
  spot.systems = (ims_systems)1 << system->index;
  spot.node = asks;
  if (of_system && asks.index != IMS_NO_NODE && claimed.index == IMS_NO_NODE)
    imsi_check_find(run, &spot, "it is marked for %1, and is not claimed for %2, which lists the commitments",
                    "see whether the commitments are in it, and claim them; else write them, or take the mark off",
                    IMSI_ARGS(system->id, imsi_check_titled(run, asks)));
  if ((claimed.index == IMS_NO_NODE && !of_system) || is_approved(run, policy, system))
    return;
  spot.pos = ims_entry_pos(run->given, policy, IMS_FIELD_APPROVERS);
  spot.node = claimed.index == IMS_NO_NODE ? asks : claimed;
  imsi_check_find(run, &spot, "it is marked for %1, and nobody has approved it for %1",
                  "have it approved by whoever leads that system, and name him or her", IMSI_ARGS(system->id));
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  ims_entry policy;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &policy);) {
    const ims_systems marked = ims_entry_systems(run->given, policy);
    if (!imsi_claim_is_shared_policy(run->model, run->given, run->check, policy))
      continue;
    const bool of_system = imsi_claim_is_system_policy(run->model, run->given, run->check, policy);
    for (size_t k = 0; k < count; k++)
      if (marked >> k & 1)
        look(run, policy, &systems[k], of_system);
  }
  return IMS_OK;
}

const imsi_check imsi_check_shared_policy = { .id = "T19", .run = run_check };
