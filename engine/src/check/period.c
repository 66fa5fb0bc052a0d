/* T09: a record from outside the period of its system. Of measurement, audit and review one of this period is needed;
   another record may be older for good reasons, which is an information. Once the period has ended, a record that is
   of later is looked for. */

#include "check/registry.h"

/* What the record claims of that edition: something the check rests on, else whatever comes first; IMS_NO_NODE if it
   claims nothing. */
static ims_node claimed(const imsi_check_run *run, ims_entry record, const ims_edition *edition)
{
  size_t count;
  ims_node first = { IMS_NO_NODE };
  const ims_claim *claims = ims_entry_claims(run->given, record, &count);
  for (size_t i = 0; i < count; i++) {
    if (claims[i].edition != edition || claims[i].node.index == IMS_NO_NODE)
      continue;
    const ims_node member = imsi_check_member_of(run, claims[i].node);
    if (member.index != IMS_NO_NODE)
      return member;
    first = first.index == IMS_NO_NODE ? claims[i].node : first;
  }
  return first;
}

/* A record that bears no date may be from any time: it is listed in `run->text`. */
static void look(imsi_check_run *run, const ims_system *system, ims_entry record)
{
  imsi_spot spot = imsi_spot_of(run, record, IMS_FIELD_FROM);
  const ims_day start = ims_entry_day(run->given, system->entry, IMS_FIELD_FROM);
  const ims_day end = ims_entry_day(run->given, system->entry, IMS_FIELD_TO);
  const ims_day from = ims_entry_day(run->given, record, IMS_FIELD_FROM);
  const ims_day to = ims_entry_day(run->given, record, IMS_FIELD_TO);
  if (!imsi_check_is_record(run, record) || imsi_check_is_obsolete(run, record))
    return;
  spot.node = claimed(run, record, system->edition);
  if (spot.node.index == IMS_NO_NODE)
    return;
  const bool needed = imsi_check_member_of(run, spot.node).index != IMS_NO_NODE;
  spot.severity = needed ? IMS_CHECK_UNSAID : IMS_CHECK_INFO;
  const ims_day last = to ? to : from, first = from ? from : to;
  if (!last) {
    if (needed)
      imsi_check_list(run, ims_entry_name(run->given, record));
    return;
  }
  if ((!start || last >= start) && (!end || first <= end))
    return;
  const bool old = start && last < start;
  spot.systems = (ims_systems)1 << system->index;
  imsi_check_find(
      run, &spot,
      old ? "it is of %1, before the period of %2, which begins on %3"
          : "it is of %1, after the period of %2, which ends on %3",
      needed ? "register the record of this period" : "see whether it still shows what it is claimed for",
      IMSI_ARGS(imsi_check_day(run, old ? last : first), system->id, imsi_check_day(run, old ? start : end)));
}

/* ---- a period that has ended ---- */

/* The last day that a record of the system bears; 0 if none bears one. */
static ims_day last_record(const imsi_check_run *run, const ims_system *system)
{
  ims_entry record;
  ims_day found = 0;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &record);) {
    const ims_day from = ims_entry_day(run->given, record, IMS_FIELD_FROM);
    const ims_day to = ims_entry_day(run->given, record, IMS_FIELD_TO);
    const ims_day last = to ? to : from;
    if (last > found && imsi_check_is_record(run, record) && !imsi_check_is_obsolete(run, record) &&
        claimed(run, record, system->edition).index != IMS_NO_NODE)
      found = last;
  }
  return found;
}

static void look_at_end(imsi_check_run *run, const ims_system *system)
{
  const ims_day end = ims_entry_day(run->given, system->entry, IMS_FIELD_TO);
  if (!end || !run->day || end >= run->day || last_record(run, system) > end)
    return;
  imsi_spot spot = imsi_spot_of(run, system->entry, IMS_FIELD_TO);
  spot.systems = (ims_systems)1 << system->index;
  spot.node = imsi_check_member_in(run, system->edition);
  imsi_check_find(run, &spot, "the period of %1 ended on %2, and no record bears a later day",
                  "register what was measured, audited and reviewed since, and say which period runs now",
                  IMSI_ARGS(system->id, imsi_check_day(run, end)));
}

/* ---- all ---- */

static void look_at_system(imsi_check_run *run, const ims_system *system)
{
  ims_entry record;
  const ims_systems only = (ims_systems)1 << system->index;
  if (imsi_check_member_in(run, system->edition).index == IMS_NO_NODE)
    return;
  if (system->entry.index == IMS_NO_ENTRY || (!ims_entry_day(run->given, system->entry, IMS_FIELD_FROM) &&
                                              !ims_entry_day(run->given, system->entry, IMS_FIELD_TO))) {
    imsi_check_skip(run, only, "no period is given for %1", IMSI_ARGS(system->id));
    return;
  }
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &record);)
    look(run, system, record);
  look_at_end(run, system);
  const char *undated = imsi_check_text(run);
  if (*undated)
    imsi_check_skip(run, only, "these records of %1 bear no date: %2", IMSI_ARGS(system->id, undated));
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    look_at_system(run, &systems[i]);
  return IMS_OK;
}

const imsi_check imsi_check_period = { .id = "T09", .run = run_check };
