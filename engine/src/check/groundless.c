/* T24: a finding of an audit without objective evidence, or on nothing that can be a criterion. An observation needs no
   criterion. */

#include "check/registry.h"

/* True if the claim names something that can be held against the organization: a demand; of a control, one that the
   Statement of Applicability does not leave out. */
static bool is_criterion(const imsi_check_run *run, const ims_claim *claim)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  if (claim->node.index == IMS_NO_NODE || claim->edition->kind == IMS_EDITION_GUIDANCE)
    return false;
  const ims_force force = ims_node_force(run->model, claim->node);
  if (force != IMS_CONTROL)
    return force == IMS_REQUIREMENT || force == IMS_OWN;
  for (size_t i = 0; i < count; i++) {
    if (systems[i].edition != claim->edition)
      continue;
    const ims_entry line = imsi_evidence_control(run->evidence, systems[i].index, claim->node);
    if (line.index == IMS_NO_ENTRY || ims_entry_word(run->given, line, IMS_FIELD_APPLICABLE) != IMS_APPLICABLE_NO)
      return true;
  }
  return false;
}

static ims_node rests_on(const imsi_check_run *run, ims_entry finding)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  const ims_systems named = ims_entry_systems(run->given, finding);
  for (size_t i = 0; i < count; i++)
    if (named >> i & 1)
      return imsi_check_member_in(run, systems[i].edition);
  return (ims_node){ IMS_NO_NODE };
}

/* A clause of a standard that none of the systems named is held against: the finding counts for none of them. */
static void look_at_systems(imsi_check_run *run, ims_entry finding, const ims_claim *claims, size_t count)
{
  size_t system_count;
  const ims_system *systems = ims_register_systems(run->given, &system_count);
  const ims_systems named = ims_entry_systems(run->given, finding);
  for (size_t i = 0; named && i < count; i++) {
    bool held = false;
    for (size_t k = 0; k < system_count; k++)
      held = held || (named >> k & 1 && systems[k].edition == claims[i].edition);
    if (held || claims[i].node.index == IMS_NO_NODE || claims[i].edition->kind == IMS_EDITION_GUIDANCE)
      continue;
    imsi_spot spot = imsi_spot_of(run, finding, IMS_FIELD_CLAUSES);
    spot.node = rests_on(run, finding);
    imsi_check_find(run, &spot,
                    "it is of %1, which is not held against the edition of %2; so it counts for nothing there",
                    "name the system that it is of, or the clause of its own standard",
                    IMSI_ARGS(imsi_check_systems(run, named), imsi_check_reference(run, claims[i].node)));
  }
}

static void look(imsi_check_run *run, ims_entry finding)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(run->given, finding, &count);
  bool grounded = false;
  for (size_t i = 0; i < count; i++)
    grounded = grounded || is_criterion(run, &claims[i]);
  imsi_spot spot = imsi_spot_of(run, finding, IMS_FIELD_CLAUSES);
  spot.node = rests_on(run, finding);
  if (!grounded && ims_entry_word(run->given, finding, IMS_FIELD_GRADE) != IMS_OBSERVATION)
    imsi_check_find(run, &spot, count ? "it names no clause that can be a criterion: %1" : "it names no clause",
                    "name the requirement that is not met; if there is none, make it an observation",
                    IMSI_ARGS(imsi_check_field(run, finding, IMS_FIELD_CLAUSES)));
  look_at_systems(run, finding, claims, count);
  spot.pos = ims_entry_pos(run->given, finding, IMS_FIELD_EVIDENCE);
  if (!*imsi_check_field(run, finding, IMS_FIELD_EVIDENCE))
    imsi_check_find(run, &spot, "it names no objective evidence", "write what was seen, where and when",
                    IMSI_ARGS(NULL));
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry finding;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_FINDING, &i, &finding);)
    look(run, finding);
  if (!ims_register_count(run->given, IMS_ENTRY_FINDING))
    imsi_check_skip(run, 0, "the register lists no findings", IMSI_ARGS(NULL));
  return IMS_OK;
}

const imsi_check imsi_check_groundless = { .id = "T24", .run = run_check };
