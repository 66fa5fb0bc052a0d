/* T29: the service management plan is filed under the number that in other standards means planning of changes. */

#include "check/registry.h"

static void tell(imsi_check_run *run, const imsi_claim_doubt *doubt)
{
  const imsi_spot spot = imsi_spot_of_claim(run, ims_claim_at(run->given, doubt->claim));
  imsi_check_find(run, &spot, "the plan is filed under %1, which has the same number and another subject",
                  "file it under %2",
                  IMSI_ARGS(imsi_check_titled(run, doubt->cited), imsi_check_titled(run, doubt->fits)));
}

static ims_status run_check(imsi_check_run *run)
{
  if (imsi_claim_plan_member(run->model, run->check).index == IMS_NO_NODE)
    imsi_check_skip(run, 0, "the data name no clause for the plan", IMSI_ARGS(NULL));
  return imsi_check_tell_doubts(run, imsi_claim_doubts_plan, tell);
}

const imsi_check imsi_check_plan_misfiled = { .id = "T29", .run = run_check };
