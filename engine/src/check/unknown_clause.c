/* T03: a number that the edition does not have. */

#include "check/registry.h"

#include <string.h>

/* Clauses 0 to 3 are in no list of clauses: T02 speaks of them. */
static bool can_be_looked_up(const ims_claim *claim)
{
  const char *text = claim->text;
  if (claim->node.index != IMS_NO_NODE || !claim->edition || !claim->edition->count)
    return false;
  return !(claim->edition->kind == IMS_EDITION_REQUIREMENTS && text[0] >= '0' && text[0] <= '3' &&
           !(text[1] >= '0' && text[1] <= '9'));
}

static void look(imsi_check_run *run, const ims_claim *claim)
{
  if (!can_be_looked_up(claim))
    return;
  const imsi_spot spot = imsi_spot_of_claim(run, claim);
  const char *edition = claim->edition->name;
  imsi_check_find(run, &spot,
                  claim->edition->provisional ? "%2 has no %1 in the data, which are provisional" : "%2 has no %1",
                  claim->elsewhere ? "%3 has one: correct the number or the edition" : "correct the number",
                  IMSI_ARGS(claim->text, edition, claim->elsewhere ? claim->elsewhere->name : NULL));
}

/* An id in the Statement of Applicability that looks like one of Annex A, and is none of the edition. */
static void look_at_control(imsi_check_run *run, const ims_system *system, ims_entry entry)
{
  const char *id = imsi_check_field(run, entry, IMS_FIELD_ID);
  const bool annex = strncmp(id, "A.", 2) == 0 && id[2] >= '0' && id[2] <= '9';
  if (!annex || !system->edition->count || !imsi_check_concerns(run, entry, system) ||
      ims_node_find(run->model, system->edition, id, strlen(id)).index != IMS_NO_NODE)
    return;
  imsi_spot spot = imsi_spot_of(run, entry, IMS_FIELD_ID);
  spot.systems = (ims_systems)1 << system->index;
  imsi_check_find(run, &spot, "%2 has no control %1", "correct the number; give a control of your own another name",
                  IMSI_ARGS(id, system->edition->name));
}

/* The system whose edition has controls; NULL if none or several have. */
static const ims_system *system_with_controls(const imsi_check_run *run)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count), *found = NULL;
  for (size_t i = 0; i < count; i++) {
    if (!imsi_control_count(run->model, systems[i].edition))
      continue;
    if (found)
      return NULL;
    found = &systems[i];
  }
  return found;
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry entry;
  const ims_system *system = system_with_controls(run);
  for (size_t i = 0; i < ims_claim_count(run->given); i++)
    look(run, ims_claim_at(run->given, i));
  for (size_t i = 0; system && imsi_check_next(run, IMS_ENTRY_CONTROL, &i, &entry);)
    look_at_control(run, system, entry);
  return IMS_OK;
}

const imsi_check imsi_check_unknown_clause = { .id = "T03", .run = run_check };
