/* T25: a corrective action that is late, or was closed although nobody looked whether it worked. */

#include "check/registry.h"

static ims_node rests_on(const imsi_check_run *run, ims_systems systems)
{
  size_t count;
  const ims_system *all = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    if (systems >> i & 1)
      return imsi_check_member_in(run, all[i].edition);
  return (ims_node){ IMS_NO_NODE };
}

/* On the day nobody knows of what is raised later. */
static bool is_raised(const imsi_check_run *run, ims_entry finding)
{
  return !run->day || ims_entry_day(run->given, finding, IMS_FIELD_FROM) <= run->day;
}

/* Without a due date nobody can say whether it is late: it is listed in `run->text`. */
static void look(imsi_check_run *run, ims_entry finding)
{
  const ims_day due = ims_entry_day(run->given, finding, IMS_FIELD_DUE);
  if (!imsi_evidence_is_open(run->evidence, finding)) {
    imsi_spot spot = imsi_spot_of(run, finding, IMS_FIELD_EFFECTIVENESS);
    spot.node = rests_on(run, spot.systems);
    if (!*imsi_check_field(run, finding, IMS_FIELD_EFFECTIVENESS))
      imsi_check_find(run, &spot, "it is closed, and nothing says that somebody looked whether the action worked",
                      "look, and write down what was seen", IMSI_ARGS(NULL));
    return;
  }
  if (!due) {
    imsi_check_list(run, ims_entry_name(run->given, finding));
    return;
  }
  imsi_spot spot = imsi_spot_of(run, finding, IMS_FIELD_DUE);
  spot.node = rests_on(run, spot.systems);
  if (run->day && due < run->day)
    imsi_check_find(run, &spot, "it was due on %1 and is open", "finish it, or settle a new date and say why",
                    IMSI_ARGS(imsi_check_day(run, due)));
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry finding;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_FINDING, &i, &finding);)
    if (ims_entry_word(run->given, finding, IMS_FIELD_GRADE) != IMS_OBSERVATION && is_raised(run, finding))
      look(run, finding);
  const char *undated = imsi_check_text(run);
  if (!ims_register_count(run->given, IMS_ENTRY_FINDING))
    imsi_check_skip(run, 0, "the register lists no findings", IMSI_ARGS(NULL));
  else if (!run->day)
    imsi_check_skip(run, 0, "no day is given to look from: what is late is not known", IMSI_ARGS(NULL));
  else if (*undated)
    imsi_check_skip(run, 0, "these are open and have no due date: %1", IMSI_ARGS(undated));
  return IMS_OK;
}

const imsi_check imsi_check_corrective_action = { .id = "T25", .run = run_check };
