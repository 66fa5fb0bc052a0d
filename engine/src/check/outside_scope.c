/* T18: a document for several systems that is at home outside the scope of one of them. */

#include "check/registry.h"

static void say(imsi_check_run *run, ims_entry document, const ims_system *system, ims_field field, const char *what,
                const char *name)
{
  imsi_spot spot = imsi_spot_of(run, document, field);
  spot.systems = (ims_systems)1 << system->index;
  spot.node = imsi_check_member_in(run, system->edition);
  imsi_check_find(run, &spot, "it is marked for %1, and its %2 '%3' is not in the scope of %1",
                  "extend the scope, name who keeps it inside the scope, or take the mark off",
                  IMSI_ARGS(system->id, what, name));
}

/* What the document lists, held against what the system lists, if it lists anything. */
static void look_at_list(imsi_check_run *run, ims_entry document, const ims_system *system, ims_field field,
                         const char *what)
{
  size_t count;
  const char *const *parts = ims_entry_list(run->given, document, field, &count);
  if (!*imsi_check_field(run, system->entry, field))
    return;
  for (size_t i = 0; i < count; i++)
    if (!imsi_check_lists(run, system->entry, field, parts[i]))
      say(run, document, system, field, what, parts[i]);
}

/* An owner that is a unit of some system, but not of this one. A person may work anywhere. */
static void look_at_owner(imsi_check_run *run, ims_entry document, const ims_system *system)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  const char *owner = imsi_check_field(run, document, IMS_FIELD_OWNER);
  bool unit = false;
  if (!*owner || !*imsi_check_field(run, system->entry, IMS_FIELD_UNITS) ||
      imsi_check_lists(run, system->entry, IMS_FIELD_UNITS, owner))
    return;
  for (size_t i = 0; i < count; i++)
    unit = unit ||
           (systems[i].entry.index != IMS_NO_ENTRY && imsi_check_lists(run, systems[i].entry, IMS_FIELD_UNITS, owner));
  if (unit)
    say(run, document, system, IMS_FIELD_OWNER, "owner", owner);
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  ims_entry document;
  bool scoped = false;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    scoped = scoped ||
             (systems[i].entry.index != IMS_NO_ENTRY && (*imsi_check_field(run, systems[i].entry, IMS_FIELD_SITES) ||
                                                         *imsi_check_field(run, systems[i].entry, IMS_FIELD_UNITS) ||
                                                         *imsi_check_field(run, systems[i].entry, IMS_FIELD_SERVICES)));
  if (!scoped)
    imsi_check_skip(run, 0, "no system lists its sites, units or services", IMSI_ARGS(NULL));
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);) {
    const ims_systems marked = ims_entry_systems(run->given, document);
    if (imsi_check_count(marked) < 2 || imsi_check_is_obsolete(run, document))
      continue;
    for (size_t k = 0; k < count; k++) {
      if (!(marked >> k & 1) || systems[k].entry.index == IMS_NO_ENTRY)
        continue;
      look_at_list(run, document, &systems[k], IMS_FIELD_SITES, "site");
      look_at_list(run, document, &systems[k], IMS_FIELD_SERVICES, "service");
      look_at_owner(run, document, &systems[k]);
    }
  }
  return IMS_OK;
}

const imsi_check imsi_check_outside_scope = { .id = "T18", .run = run_check };
