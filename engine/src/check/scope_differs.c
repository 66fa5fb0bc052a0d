/* T17: scopes that differ, and nobody says why. */

#include "check/registry.h"

static const ims_field compared[] = { IMS_FIELD_SITES, IMS_FIELD_UNITS, IMS_FIELD_SERVICES };

static bool gives(const imsi_check_run *run, const ims_system *system, ims_field field)
{
  return *imsi_check_field(run, system->entry, field) != '\0';
}

/* A reason names the thing, or speaks of the scope. */
static bool is_reason(const char *note, const char *thing)
{
  return imsi_words_in(note, thing) || imsi_words_in(note, "scope");
}

static bool is_explained(const imsi_check_run *run, const ims_system *a, const ims_system *b, const char *thing)
{
  return is_reason(imsi_check_field(run, a->entry, IMS_FIELD_NOTE), thing) ||
         is_reason(imsi_check_field(run, b->entry, IMS_FIELD_NOTE), thing);
}

/* Lists what stands in the field of `a` and not in that of `b`, and that no note explains. */
static const char *only_in(imsi_check_run *run, const ims_system *a, const ims_system *b, ims_field field)
{
  size_t count;
  const char *const *parts = ims_entry_list(run->given, a->entry, field, &count);
  for (size_t i = 0; i < count; i++)
    if (!imsi_check_lists(run, b->entry, field, parts[i]) && !is_explained(run, a, b, parts[i]))
      imsi_check_list(run, parts[i]);
  return imsi_check_text(run);
}

/* The difference seen from the one that has more; from both if each has more. */
static void look_from(imsi_check_run *run, const ims_system *a, const ims_system *b, ims_field field)
{
  const char *more = only_in(run, a, b, field);
  imsi_spot spot = imsi_spot_of_system(run, a);
  spot.pos = ims_entry_pos(run->given, a->entry, field);
  spot.systems |= (ims_systems)1 << b->index;
  spot.node = imsi_check_member_in(run, a->edition);
  if (*more)
    imsi_check_find(run, &spot, "%1: in the scope of %2, not in that of %3: %4",
                    "say why, in the note of one of the two; equal scopes are demanded by nobody",
                    IMSI_ARGS(ims_field_title(field), a->id, b->id, more));
}

static void look_at_pair(imsi_check_run *run, const ims_system *a, const ims_system *b)
{
  bool any = false;
  for (size_t i = 0; i < sizeof compared / sizeof *compared; i++) {
    if (!gives(run, a, compared[i]) || !gives(run, b, compared[i]))
      continue;
    any = true;
    look_from(run, a, b, compared[i]);
    look_from(run, b, a, compared[i]);
  }
  if (!any)
    imsi_check_skip(run, (ims_systems)1 << a->index | (ims_systems)1 << b->index,
                    "the scopes of %1 and %2 cannot be compared: list sites, units or services of both",
                    IMSI_ARGS(a->id, b->id));
}

/* An item among the members asks for interfaces and dependencies. */
static void look_at_interfaces(imsi_check_run *run, const ims_system *system)
{
  for (size_t i = 0; i < run->check->member_count; i++) {
    const ims_node member = run->check->members[i];
    if (ims_node_edition(run->model, member) != system->edition || ims_node_kind_of(run->model, member) == IMS_CLAUSE ||
        gives(run, system, IMS_FIELD_INTERFACES))
      continue;
    imsi_spot spot = imsi_spot_of_system(run, system);
    spot.pos = ims_entry_pos(run->given, system->entry, IMS_FIELD_INTERFACES);
    spot.node = member;
    imsi_check_find(run, &spot, "%1 does not say where its work touches that of others",
                    "describe the interfaces, and what the work depends on", IMSI_ARGS(system->id));
  }
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count, listed = 0;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++) {
    if (systems[i].entry.index == IMS_NO_ENTRY)
      continue;
    listed++;
    look_at_interfaces(run, &systems[i]);
    for (size_t k = i + 1; k < count; k++)
      if (systems[k].entry.index != IMS_NO_ENTRY)
        look_at_pair(run, &systems[i], &systems[k]);
  }
  if (!listed)
    imsi_check_skip(run, 0, "no system is listed with its scope", IMSI_ARGS(NULL));
  return IMS_OK;
}

const imsi_check imsi_check_scope_differs = { .id = "T17", .run = run_check };
