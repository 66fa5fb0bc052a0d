/* T26: an objective that nobody can tell to be reached. */

#include "check/registry.h"

#include <string.h>

static const struct {
  ims_field field;
  const char *name;
} needed[] = {
  { IMS_FIELD_TARGET, "a target" },
  { IMS_FIELD_MEASURES, "a measure" },
  { IMS_FIELD_OWNER, "an owner" },
  { IMS_FIELD_DUE, "a date" },
};

/* True if the objective is of a system for information security, whose standard asks for a measure where that can be
   had. */
static bool is_for_information_security(const ims_system *systems, size_t count, ims_systems named)
{
  for (size_t i = 0; i < count; i++)
    if (named >> i & 1 && strcmp(systems[i].edition->discipline, "information security") == 0)
      return true;
  return false;
}

static void look(imsi_check_run *run, ims_entry objective)
{
  size_t count;
  ims_field first = IMS_FIELD_COUNT;
  const ims_system *systems = ims_register_systems(run->given, &count);
  imsi_check_begin(run);
  for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
    if (*imsi_check_field(run, objective, needed[i].field))
      continue;
    first = first == IMS_FIELD_COUNT ? needed[i].field : first;
    imsi_check_list(run, needed[i].name);
  }
  const char *lacking = imsi_check_text(run);
  if (!*lacking)
    return;
  imsi_spot spot = imsi_spot_of(run, objective, first);
  for (size_t i = 0; i < count && spot.node.index == IMS_NO_NODE; i++)
    if (spot.systems >> i & 1)
      spot.node = imsi_check_member_in(run, systems[i].edition);
  const bool measured = *imsi_check_field(run, objective, IMS_FIELD_MEASURES) != '\0';
  imsi_check_find(run, &spot, "it lacks %1",
                  !measured && is_for_information_security(systems, count, spot.systems)
                      ? "fill in what is missing; for information security a measure is asked for where that is "
                        "practicable"
                      : "fill in what is missing",
                  IMSI_ARGS(lacking));
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry objective;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_OBJECTIVE, &i, &objective);)
    look(run, objective);
  if (!ims_register_count(run->given, IMS_ENTRY_OBJECTIVE))
    imsi_check_skip(run, 0, "the register lists no objectives", IMSI_ARGS(NULL));
  return IMS_OK;
}

const imsi_check imsi_check_objective = { .id = "T26", .run = run_check };
