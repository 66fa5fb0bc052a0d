/* T16: a Statement of Applicability in which controls are undecided, or stand without reason or state. */

#include "check/registry.h"

static bool has_controls(const imsi_check_run *run, const ims_edition *edition)
{
  return imsi_control_count(run->model, edition) && imsi_check_member_in(run, edition).index != IMS_NO_NODE;
}

static void look_for_undecided(imsi_check_run *run, const ims_system *system)
{
  size_t all = 0, undecided = 0;
  imsi_check_begin(run);
  for (uint32_t i = 0; i < system->edition->count; i++) {
    const ims_node node = { system->edition->first.index + i };
    if (!imsi_is_control(run->model, node))
      continue;
    all++;
    const ims_entry line = imsi_evidence_control(run->evidence, system->index, node);
    if (line.index != IMS_NO_ENTRY && ims_entry_word(run->given, line, IMS_FIELD_APPLICABLE))
      continue;
    undecided++;
    imsi_check_list(run, ims_node_name(run->model, node));
  }
  const char *names = imsi_check_text(run);
  imsi_spot spot = imsi_spot_of(run, ims_register_entry(run->given, IMS_ENTRY_CONTROL, 0), IMS_FIELD_ID);
  spot.entry = system->entry;
  spot.systems = (ims_systems)1 << system->index;
  spot.node = imsi_check_member_in(run, system->edition);
  if (undecided)
    imsi_check_find(run, &spot, "%1 of %2 controls are not decided on: %3", "decide on each, and write why",
                    IMSI_ARGS(imsi_check_number(run, undecided), imsi_check_number(run, all), names));
}

/* What an included control lacks. */
static void look_at_line(imsi_check_run *run, const ims_system *system, ims_entry line)
{
  if (ims_entry_word(run->given, line, IMS_FIELD_APPLICABLE) != IMS_APPLICABLE_YES ||
      !imsi_check_concerns(run, line, system))
    return;
  const bool reason = *imsi_check_field(run, line, IMS_FIELD_REASON) != '\0';
  const bool state = ims_entry_word(run->given, line, IMS_FIELD_IMPLEMENTATION) != 0;
  if (reason && state)
    return;
  imsi_spot spot = imsi_spot_of(run, line, reason ? IMS_FIELD_IMPLEMENTATION : IMS_FIELD_REASON);
  spot.systems = (ims_systems)1 << system->index;
  spot.node = imsi_check_member_in(run, system->edition);
  imsi_check_find(run, &spot,
                  reason  ? "control %1 is included, and nothing says whether it is implemented"
                  : state ? "control %1 is included without a reason"
                          : "control %1 is included without a reason, and nothing says whether it is implemented",
                  "fill in what is missing", IMSI_ARGS(ims_entry_name(run->given, line)));
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  ims_entry line;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++) {
    if (!has_controls(run, systems[i].edition))
      continue;
    if (!ims_register_count(run->given, IMS_ENTRY_CONTROL)) {
      imsi_check_skip(run, (ims_systems)1 << i, "the register has no Statement of Applicability for %1",
                      IMSI_ARGS(systems[i].id));
      continue;
    }
    look_for_undecided(run, &systems[i]);
    for (size_t k = 0; imsi_check_next(run, IMS_ENTRY_CONTROL, &k, &line);)
      look_at_line(run, &systems[i], line);
  }
  return IMS_OK;
}

const imsi_check imsi_check_soa_incomplete = { .id = "T16", .run = run_check };
