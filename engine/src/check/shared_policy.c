/* T19: a policy for several systems that lacks the commitments of one, or the approval for one. An approver may be
   named for a system, as in "QMS: Miller" or "Miller (QMS)"; without a system he or she approves for all. */

#include "check/registry.h"

#include <string.h>

/* True if `text` of that size names a system: its id, or what stands before the year in the id of its edition. */
static bool names(imsi_check_run *run, const ims_system *system, const char *text, size_t size)
{
  imsi_strbuf name = { 0 }, standard = { 0 };
  while (size && text[size - 1] == ' ')
    size--;
  imsi_strbuf_bytes(&name, text, size);
  imsi_strbuf_bytes(&standard, system->edition->id, strcspn(system->edition->id, ":"));
  imsi_check_failed(run, name.status);
  imsi_check_failed(run, standard.status);
  const bool same = imsi_check_same(run, imsi_strbuf_string(&name), system->id) ||
                    imsi_check_same(run, imsi_strbuf_string(&name), imsi_strbuf_string(&standard));
  imsi_strbuf_free(&name);
  imsi_strbuf_free(&standard);
  return same;
}

/* The part of an approver that names a system; NULL if none does. */
static const char *named_part(const char *approver, size_t *size)
{
  const char *colon = strchr(approver, ':');
  const char *open = strrchr(approver, '(');
  if (colon) {
    *size = (size_t)(colon - approver);
    return approver;
  }
  if (!open)
    return NULL;
  *size = strcspn(open + 1, ")");
  return open + 1;
}

/* True if somebody approved for the system: for it by name, or for all. */
static bool is_approved(imsi_check_run *run, ims_entry policy, const ims_system *system)
{
  size_t count, systems_count;
  const char *const *approvers = ims_entry_list(run->given, policy, IMS_FIELD_APPROVERS, &count);
  const ims_system *systems = ims_register_systems(run->given, &systems_count);
  for (size_t i = 0; i < count; i++) {
    size_t size = 0;
    const char *part = named_part(approvers[i], &size);
    bool other = false;
    for (size_t k = 0; part && k < systems_count; k++)
      other = other || (systems[k].index != system->index && names(run, &systems[k], part, size));
    if (!other)
      return true;
  }
  return !count && ims_entry_day(run->given, policy, IMS_FIELD_APPROVED) != 0;
}

/* The member of the system's edition that the policy claims; IMS_NO_NODE if it claims none. */
static ims_node claimed_member(const imsi_check_run *run, ims_entry policy, const ims_edition *edition)
{
  for (size_t i = 0; i < run->check->member_count; i++)
    if (ims_node_edition(run->model, run->check->members[i]) == edition &&
        imsi_check_claims(run, policy, run->check->members[i]))
      return run->check->members[i];
  return (ims_node){ IMS_NO_NODE };
}

/* Commitments are asked for by the first member of an edition, its clause on the policy: whoever claims that for one
   system claims it for all that the policy is marked for. */
static bool is_system_policy(const imsi_check_run *run, ims_entry policy)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++) {
    const ims_node member = imsi_check_member_in(run, systems[i].edition);
    if (member.index != IMS_NO_NODE && imsi_check_claims(run, policy, member))
      return true;
  }
  return false;
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
    const bool of_system = is_system_policy(run, policy);
    if (imsi_check_count(marked) < 2 || imsi_check_is_obsolete(run, policy) || imsi_check_is_record(run, policy) ||
        !(of_system || imsi_words_in(imsi_check_field(run, policy, IMS_FIELD_TYPE), "policy") ||
          imsi_words_in(imsi_check_field(run, policy, IMS_FIELD_TITLE), "policy")))
      continue;
    for (size_t k = 0; k < count; k++)
      if (marked >> k & 1)
        look(run, policy, &systems[k], of_system);
  }
  return IMS_OK;
}

const imsi_check imsi_check_shared_policy = { .id = "T19", .run = run_check };
