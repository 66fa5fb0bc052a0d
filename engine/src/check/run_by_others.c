/* T27: other parties run all services, all components or all processes. */

#include "check/registry.h"

/* True if some party runs it: by its name, or because it runs all. */
static bool is_run_by_others(imsi_check_run *run, const ims_system *system, ims_field field, const char *name)
{
  ims_entry party;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_PARTY, &i, &party);)
    if (imsi_check_concerns(run, party, system) &&
        (imsi_check_lists(run, party, field, name) || imsi_check_same(run, imsi_check_field(run, party, field), "all")))
      return true;
  return false;
}

static void say(imsi_check_run *run, const ims_system *system, ims_field field)
{
  imsi_spot spot = imsi_spot_of(run, ims_register_entry(run->given, IMS_ENTRY_PARTY, 0), field);
  spot.entry = system->entry;
  spot.systems = (ims_systems)1 << system->index;
  spot.node = imsi_check_member_in(run, system->edition);
  imsi_check_find(run, &spot, "all that is listed under '%1' is run by other parties",
                  "keep some of it in own hands, or see whether conformity can be claimed at all",
                  IMSI_ARGS(ims_field_title(field)));
}

/* Services and components as the system lists them. False if it lists none. */
static bool look_at_scope(imsi_check_run *run, const ims_system *system, ims_field field)
{
  size_t count = 0, others = 0;
  const char *const *parts =
      system->entry.index == IMS_NO_ENTRY ? NULL : ims_entry_list(run->given, system->entry, field, &count);
  for (size_t i = 0; i < count; i++)
    others += is_run_by_others(run, system, field, parts[i]);
  if (count && others == count)
    say(run, system, field);
  return count > 0;
}

/* A party may name a process by its id or its title. */
static bool look_at_processes(imsi_check_run *run, const ims_system *system)
{
  ims_entry process;
  size_t count = 0, others = 0;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_PROCESS, &i, &process);) {
    const char *title = imsi_check_field(run, process, IMS_FIELD_TITLE);
    if (!imsi_check_concerns(run, process, system))
      continue;
    count++;
    others += is_run_by_others(run, system, IMS_FIELD_PROCESSES, ims_entry_name(run->given, process)) ||
              (*title && is_run_by_others(run, system, IMS_FIELD_PROCESSES, title));
  }
  if (count && others == count)
    say(run, system, IMS_FIELD_PROCESSES);
  return count > 0;
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++) {
    if (imsi_check_member_in(run, systems[i].edition).index == IMS_NO_NODE)
      continue;
    if (!ims_register_count(run->given, IMS_ENTRY_PARTY)) {
      imsi_check_skip(run, (ims_systems)1 << i, "the register lists no other parties", IMSI_ARGS(NULL));
      continue;
    }
    const bool services = look_at_scope(run, &systems[i], IMS_FIELD_SERVICES);
    const bool components = look_at_scope(run, &systems[i], IMS_FIELD_COMPONENTS);
    const bool processes = look_at_processes(run, &systems[i]);
    if (!services || !components || !processes)
      imsi_check_skip(run, (ims_systems)1 << i, "%1 does not list all three of its services, components and processes",
                      IMSI_ARGS(systems[i].id));
  }
  return IMS_OK;
}

const imsi_check imsi_check_run_by_others = { .id = "T27", .run = run_check };
