/* T26: an objective that nobody can tell to be reached. */

#include "check/registry.h"

static const struct {
  ims_field field;
  const char *name;
} needed[] = {
  { IMS_FIELD_TARGET, "a target" },
  { IMS_FIELD_MEASURES, "a measure" },
  { IMS_FIELD_OWNER, "an owner" },
  { IMS_FIELD_DUE, "a date" },
};

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
  imsi_check_find(run, &spot, "it lacks %1",
                  "fill in what is missing; for information security a measure is asked for "
                  "where that is practicable",
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
