/* T07: a document whose next review is past, or whose time is over. */

#include "check/registry.h"

static void look(imsi_check_run *run, ims_entry document, size_t *dated)
{
  const ims_day review = ims_entry_day(run->given, document, IMS_FIELD_NEXT_REVIEW);
  const ims_day end = imsi_check_is_record(run, document) ? 0 : ims_entry_day(run->given, document, IMS_FIELD_TO);
  *dated += review || end;
  if (imsi_check_is_obsolete(run, document))
    return;
  const bool over = end && end < run->day;
  if (!over && !(review && review < run->day))
    return;
  imsi_spot spot = imsi_spot_of(run, document, over ? IMS_FIELD_TO : IMS_FIELD_NEXT_REVIEW);
  for (size_t i = 0; i < run->check->member_count && spot.node.index == IMS_NO_NODE; i++)
    if (imsi_check_claims(run, document, run->check->members[i]))
      spot.node = run->check->members[i];
  spot.force = spot.node.index == IMS_NO_NODE ? "own rule" : NULL;
  imsi_check_find(run, &spot, over ? "it was valid until %1" : "its next review was due on %1",
                  over ? "renew or withdraw it" : "review it and record the review, or withdraw it",
                  IMSI_ARGS(imsi_check_day(run, over ? end : review)));
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry document;
  size_t dated = 0;
  for (size_t i = 0; run->day && imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);)
    look(run, document, &dated);
  if (!run->day)
    imsi_check_skip(run, 0, "no day is given to look from", IMSI_ARGS(NULL));
  else if (!dated)
    imsi_check_skip(run, 0, "no document says when it is to be reviewed", IMSI_ARGS(NULL));
  return IMS_OK;
}

const imsi_check imsi_check_overdue = { .id = "T07", .run = run_check };
