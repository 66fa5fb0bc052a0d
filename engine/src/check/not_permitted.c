/* T13: declared not applicable where the standard does not allow that. The members of the check are what may not be
   left out; that a condition has not arisen is another thing, and accepted. */

#include "check/registry.h"

static void look(imsi_check_run *run, const ims_claim *claim)
{
  if (claim->node.index == IMS_NO_NODE)
    return;
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

static ims_status run_check(imsi_check_run *run)
{
  ims_entry entry;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_EXCLUSION, &i, &entry);) {
    size_t count;
    const ims_claim *claims = ims_entry_claims(run->given, entry, &count);
    if (ims_entry_word(run->given, entry, IMS_FIELD_EXEMPTION) == IMS_NO_OCCURRENCE)
      continue;
    for (size_t k = 0; k < count; k++)
      look(run, &claims[k]);
  }
  return IMS_OK;
}

const imsi_check imsi_check_not_permitted = { .id = "T13", .run = run_check };
