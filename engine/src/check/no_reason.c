/* T12: left out, and no reason given. */

#include "check/registry.h"

static ims_node rests_on(const imsi_check_run *run, ims_node node)
{
  return node.index == IMS_NO_NODE ? node : imsi_check_member_in(run, ims_node_edition(run->model, node));
}

static void look_at_exclusion(imsi_check_run *run, ims_entry entry)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(run->given, entry, &count);
  const bool occurs = ims_entry_word(run->given, entry, IMS_FIELD_EXEMPTION) == IMS_NO_OCCURRENCE;
  if (*imsi_check_field(run, entry, IMS_FIELD_REASON))
    return;
  imsi_spot spot = imsi_spot_of(run, entry, IMS_FIELD_REASON);
  spot.node = count ? rests_on(run, claims[0].node) : spot.node;
  imsi_check_find(run, &spot,
                  occurs ? "%1 is said not to have occurred, without a reason; so it stays in the total"
                         : "%1 is declared not applicable without a reason; so it stays in the total",
                  "write the reason", IMSI_ARGS(imsi_check_field(run, entry, IMS_FIELD_CLAUSES)));
}

/* The edition whose controls the Statement of Applicability decides on is that of the control itself. */
static void look_at_control(imsi_check_run *run, ims_entry entry)
{
  if (ims_entry_word(run->given, entry, IMS_FIELD_APPLICABLE) != IMS_APPLICABLE_NO ||
      *imsi_check_field(run, entry, IMS_FIELD_REASON_OUT) || *imsi_check_field(run, entry, IMS_FIELD_REASON))
    return;
  imsi_spot spot = imsi_spot_of(run, entry, IMS_FIELD_REASON_OUT);
  for (size_t i = 0; i < run->check->member_count; i++) {
    const ims_edition *edition = ims_node_edition(run->model, run->check->members[i]);
    for (uint32_t k = 0; k < edition->count && spot.node.index == IMS_NO_NODE; k++)
      if (imsi_is_control(run->model, (ims_node){ edition->first.index + k }))
        spot.node = run->check->members[i];
  }
  imsi_check_find(run, &spot, "control %1 is left out without a reason", "write the reason",
                  IMSI_ARGS(ims_entry_name(run->given, entry)));
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry entry;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_EXCLUSION, &i, &entry);)
    look_at_exclusion(run, entry);
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_CONTROL, &i, &entry);)
    look_at_control(run, entry);
  return IMS_OK;
}

const imsi_check imsi_check_no_reason = { .id = "T12", .run = run_check };
