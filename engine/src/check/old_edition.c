/* T05: an edition that no longer counts. */

#include "check/registry.h"

#include <stdlib.h>
#include <string.h>

/* The last day of "2025", "2025-10" or "2025-10-31"; 0 if nothing is said. A month is taken to have 31 days: only
   comparisons are made with it. */
static ims_day last_day(const char *date)
{
  const size_t size = strlen(date);
  if (size < 4)
    return 0;
  const ims_day year = (ims_day)strtol(date, NULL, 10);
  const ims_day month = size >= 7 ? (ims_day)strtol(date + 5, NULL, 10) : 12;
  return year * 10000 + month * 100 + (size >= 10 ? (ims_day)strtol(date + 8, NULL, 10) : 31);
}

/* True if the edition does not count on that day: its time is over, or it was replaced and nobody says until when it
   counted. */
static bool is_over(const ims_edition *edition, ims_day day)
{
  const ims_day end = last_day(edition->valid_until);
  if (end && day)
    return day > end;
  return edition->status == IMS_EDITION_SUPERSEDED || edition->status == IMS_EDITION_WITHDRAWN;
}

/* A document that is withdrawn, and a record of a time when the edition counted, tell history. */
static bool tells_history(const imsi_check_run *run, const ims_claim *claim)
{
  if (ims_entry_kind_of(run->given, claim->entry) != IMS_ENTRY_DOCUMENT)
    return false;
  const ims_day from = ims_entry_day(run->given, claim->entry, IMS_FIELD_FROM);
  const ims_day end = last_day(claim->edition->valid_until);
  return imsi_check_is_obsolete(run, claim->entry) ||
         (imsi_check_is_record(run, claim->entry) && from && end && from <= end);
}

static const char *told_end(const ims_edition *edition)
{
  return *edition->valid_until ? edition->valid_until : ims_edition_status_name(edition->status);
}

static void look(imsi_check_run *run, const ims_claim *claim)
{
  if (!claim->edition || !is_over(claim->edition, run->day))
    return;
  const bool history = tells_history(run, claim);
  imsi_spot spot = imsi_spot_of_claim(run, claim);
  spot.node.index = IMS_NO_NODE; /* nothing of an edition that is over is owed */
  spot.severity = history ? IMS_CHECK_INFO : IMS_CHECK_UNSAID;
  imsi_check_find(run, &spot,
                  *claim->edition->valid_until ? "%1 of %2 is cited, which counted until %3"
                                               : "%1 of %2 is cited, which is %3",
                  history ? "nothing, as long as it only tells history"
                          : "find the clause in the edition that counts, and confirm that the document still fits",
                  IMSI_ARGS(claim->text, claim->edition->name, told_end(claim->edition)));
}

static void look_at_system(imsi_check_run *run, const ims_system *system)
{
  if (system->entry.index == IMS_NO_ENTRY || !is_over(system->edition, run->day))
    return;
  imsi_spot spot = imsi_spot_of_system(run, system);
  spot.pos = ims_entry_pos(run->given, system->entry, IMS_FIELD_EDITION);
  imsi_check_find(run, &spot,
                  *system->edition->valid_until ? "%1 is held against %2, which counted until %3"
                                                : "%1 is held against %2, which is %3",
                  "name the edition that counts",
                  IMSI_ARGS(system->id, system->edition->name, told_end(system->edition)));
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    look_at_system(run, &systems[i]);
  for (size_t i = 0; i < ims_claim_count(run->given); i++)
    look(run, ims_claim_at(run->given, i));
  return IMS_OK;
}

const imsi_check imsi_check_old_edition = { .id = "T05", .run = run_check };
