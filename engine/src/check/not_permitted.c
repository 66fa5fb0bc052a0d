/* T13: declared not applicable where the standard does not allow that, or without occasion where nothing depends on
   one. The members of the check are what may not be left out. */

#include "check/registry.h"

static void look_at_left_out(imsi_check_run *run, const ims_claim *claim)
{
  for (size_t i = 0; i < run->check->member_count; i++) {
    if (!imsi_check_touches(run, claim, run->check->members[i]))
      continue;
    const imsi_spot spot = imsi_spot_of_claim(run, claim);
    imsi_check_find(run, &spot, "%1 is declared not applicable, and may not be left out",
                    "take it back; if only its condition has not arisen, say 'no occurrence' and why",
                    IMSI_ARGS(imsi_check_titled(run, claim->node)));
    return;
  }
}

/* Of an edition that the check does not name nobody knows what depends on a condition. */
static void look_at_occurrence(imsi_check_run *run, const ims_claim *claim)
{
  if (imsi_check_member_in(run, ims_node_edition(run->model, claim->node)).index == IMS_NO_NODE ||
      imsi_evidence_depends(run->model, claim->node))
    return;
  const imsi_spot spot = imsi_spot_of_claim(run, claim);
  imsi_check_find(run, &spot, "%1 is said to have had no occasion, and not all of it depends on a condition",
                  "take it back, or name the demands whose condition has not arisen",
                  IMSI_ARGS(imsi_check_titled(run, claim->node)));
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry entry;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_EXCLUSION, &i, &entry);) {
    size_t count;
    const ims_claim *claims = ims_entry_claims(run->given, entry, &count);
    const bool occurrence = ims_entry_word(run->given, entry, IMS_FIELD_EXEMPTION) == IMS_NO_OCCURRENCE;
    for (size_t k = 0; k < count; k++)
      if (claims[k].node.index != IMS_NO_NODE)
        (occurrence ? look_at_occurrence : look_at_left_out)(run, &claims[k]);
  }
  return IMS_OK;
}

const imsi_check imsi_check_not_permitted = { .id = "T13", .run = run_check };
