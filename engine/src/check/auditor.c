/* T22: an auditor who audits own work, or is not listed as knowing the standard. */

#include "check/registry.h"

/* True if the person owns the process, by its own line or by that of the person. */
static bool owns(imsi_check_run *run, const char *person, ims_entry auditor, const char *process)
{
  const ims_entry entry = imsi_check_named(run, IMS_ENTRY_PROCESS, process);
  if (auditor.index != IMS_NO_ENTRY && imsi_check_lists(run, auditor, IMS_FIELD_PROCESSES, process))
    return true;
  return entry.index != IMS_NO_ENTRY && imsi_check_same(run, imsi_check_field(run, entry, IMS_FIELD_OWNER), person);
}

/* The demand behind it in the first system that the audit is for: the clause on audits, or that on competence. */
static ims_node rests_on(const imsi_check_run *run, ims_systems systems, bool last)
{
  size_t count;
  ims_node found = { IMS_NO_NODE };
  const ims_system *all = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count && found.index == IMS_NO_NODE; i++)
    for (size_t k = 0; systems >> i & 1 && k < run->check->member_count; k++)
      if (ims_node_edition(run->model, run->check->members[k]) == all[i].edition &&
          (last || found.index == IMS_NO_NODE))
        found = run->check->members[k];
  return found;
}

/* Of several auditors nobody can say who audits which process. */
static void look_at_work(imsi_check_run *run, ims_entry audit, const char *person, ims_entry auditor, size_t team)
{
  size_t count;
  const char *const *processes = ims_entry_list(run->given, audit, IMS_FIELD_PROCESSES, &count);
  for (size_t i = 0; i < count; i++) {
    if (!owns(run, person, auditor, processes[i]))
      continue;
    imsi_spot spot = imsi_spot_of(run, audit, IMS_FIELD_AUDITORS);
    spot.node = rests_on(run, spot.systems, true);
    spot.severity = team > 1 ? IMS_CHECK_WARNING : 0;
    imsi_check_find(run, &spot,
                    team > 1
                        ? "%1 is in the team that audits '%2', which is %1's own; nothing says that another does it"
                        : "%1 audits '%2', which is %1's own",
                    team > 1 ? "let somebody else of the team audit it, and say so" : "let somebody else audit it",
                    IMSI_ARGS(person, processes[i]));
  }
}

static void look_at_competence(imsi_check_run *run, ims_entry audit, const char *person, ims_entry auditor)
{
  imsi_spot spot = imsi_spot_of(run, audit, IMS_FIELD_AUDITORS);
  const ims_systems known = auditor.index == IMS_NO_ENTRY ? 0 : ims_entry_systems(run->given, auditor);
  spot.systems &= ~known;
  spot.node = rests_on(run, spot.systems, false);
  if (spot.systems)
    imsi_check_find(run, &spot,
                    auditor.index == IMS_NO_ENTRY
                        ? "%1 is not in the list of auditors, and audits %2"
                        : "%1 audits %2, and the list of auditors does not say that %1 knows its standard",
                    "show the competence, or send somebody who has it",
                    IMSI_ARGS(person, imsi_check_systems(run, spot.systems)));
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry audit;
  size_t named = 0;
  const bool listed = ims_register_count(run->given, IMS_ENTRY_AUDITOR) > 0;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_AUDIT, &i, &audit);) {
    size_t count;
    const char *const *people = ims_entry_list(run->given, audit, IMS_FIELD_AUDITORS, &count);
    named += count;
    for (size_t k = 0; k < count; k++) {
      const ims_entry auditor = imsi_check_named(run, IMS_ENTRY_AUDITOR, people[k]);
      look_at_work(run, audit, people[k], auditor, count);
      if (listed)
        look_at_competence(run, audit, people[k], auditor);
    }
  }
  if (!ims_register_count(run->given, IMS_ENTRY_AUDIT))
    imsi_check_skip(run, 0, "the register has no audit programme", IMSI_ARGS(NULL));
  else if (!named)
    imsi_check_skip(run, 0, "the audit programme names no auditors", IMSI_ARGS(NULL));
  else if (!listed)
    imsi_check_skip(run, 0, "the register has no list of auditors: what they know is not known", IMSI_ARGS(NULL));
  return IMS_OK;
}

const imsi_check imsi_check_auditor = { .id = "T22", .run = run_check };
