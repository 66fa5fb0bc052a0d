/* T30: corrective action and improvement filed under each other's number. The members of the check are the clauses on
   both. */

#include "check/registry.h"

static void tell(imsi_check_run *run, const imsi_claim_doubt *doubt)
{
  const imsi_spot spot = imsi_spot_of_claim(run, ims_claim_at(run->given, doubt->claim));
  imsi_check_find(run, &spot, "it is about %1 and cites %2", "look: %3 may be meant",
                  IMSI_ARGS(doubt->about, imsi_check_titled(run, doubt->cited), imsi_check_titled(run, doubt->fits)));
}

static ims_status run_check(imsi_check_run *run)
{
  return imsi_check_tell_doubts(run, imsi_claim_doubts_swapped, tell);
}

const imsi_check imsi_check_swapped = { .id = "T30", .run = run_check };
