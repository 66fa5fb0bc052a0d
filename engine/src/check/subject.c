/* T04: the clause exists and is about something else. */

#include "check/registry.h"

static void tell(imsi_check_run *run, const imsi_claim_doubt *doubt)
{
  const ims_claim *claim = ims_claim_at(run->given, doubt->claim);
  const imsi_spot spot = imsi_spot_of_claim(run, claim);
  imsi_check_find(run, &spot, "'%1' cites %2, and nothing on its own subject there",
                  "look: %3 may be meant. The comparison is one of words",
                  IMSI_ARGS(imsi_check_field(run, claim->entry, IMS_FIELD_TITLE), imsi_check_titled(run, doubt->cited),
                            imsi_check_titled(run, doubt->fits)));
}

static ims_status run_check(imsi_check_run *run)
{
  if (!ims_topic_count(run->model))
    imsi_check_skip(run, 0, "the data list no topics to compare titles with", IMSI_ARGS(NULL));
  return imsi_check_tell_doubts(run, imsi_claim_doubts_subject, tell);
}

const imsi_check imsi_check_subject = { .id = "T04", .run = run_check };
