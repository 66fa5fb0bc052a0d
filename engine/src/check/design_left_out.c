/* T15: design is left out of one system and operated in another whose scope overlaps. */

#include "check/registry.h"

/* A clause that the check names; what else it names are the demands to give a reason. */
static bool is_clause(const imsi_check_run *run, ims_node member)
{
  return ims_node_kind_of(run->model, member) == IMS_CLAUSE;
}

/* The demand of that edition to give a reason, else the clause itself. */
static ims_node rests_on(const imsi_check_run *run, ims_node clause)
{
  for (size_t i = 0; i < run->check->member_count; i++)
    if (!is_clause(run, run->check->members[i]) &&
        ims_node_edition(run->model, run->check->members[i]) == ims_node_edition(run->model, clause))
      return run->check->members[i];
  return clause;
}

/* "9001:2015/8.3 (Design and development ...) is not applicable in QMS" */
static const char *name_left_out(imsi_check_run *run, ims_node left_out, const ims_system *without)
{
  imsi_check_begin(run);
  imsi_strbuf_text(&run->text, imsi_check_titled(run, left_out));
  imsi_strbuf_text(&run->text, " is not applicable in ");
  imsi_strbuf_text(&run->text, without->id);
  return imsi_check_text(run);
}

/* Where it is not applicable a reason is given: without one it is not accepted, and T12. */
static void look_at_pair(imsi_check_run *run, const ims_claim *claim, ims_node left_out, const ims_system *without,
                         const ims_system *with, ims_node operated)
{
  const imsi_meeting meeting = imsi_check_scopes(run, without, with);
  imsi_spot spot = imsi_spot_of_claim(run, claim);
  spot.systems = (ims_systems)1 << without->index | (ims_systems)1 << with->index;
  spot.node = rests_on(run, left_out);
  if (meeting == IMSI_SCOPES_UNKNOWN)
    imsi_check_skip(run, spot.systems,
                    "whether the scopes of %1 and %2 overlap is not known: list sites, units or services",
                    IMSI_ARGS(without->id, with->id));
  if (meeting == IMSI_SCOPES_MEET && imsi_check_left_out(run, with, operated).index == IMS_NO_ENTRY)
    imsi_check_find(run, &spot, "%1, while %2 applies in %3, and the scopes overlap",
                    "look whether the reason given, '%4', goes with that: what is designed for the one is rarely "
                    "nothing for the other",
                    IMSI_ARGS(name_left_out(run, left_out, without), imsi_check_titled(run, operated), with->id,
                              imsi_check_field(run, claim->entry, IMS_FIELD_REASON)));
}

/* True if some of a clause is out of the system's total: what is not accepted is T12 or T13. */
static bool is_left_out(imsi_check_run *run, const ims_system *system, ims_node clause)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  bool out = false;
  const ims_status status = imsi_evidence_demands(run->evidence, system->index, &demands);
  for (size_t i = 0; !status && !out && i < demands.count; i++)
    out = ims_node_is_in(run->model, IMSI_AT(ims_node, &demands, i), clause) &&
          imsi_check_left_out(run, system, IMSI_AT(ims_node, &demands, i)).index != IMS_NO_ENTRY;
  imsi_vec_free(&demands);
  imsi_check_failed(run, status);
  return out;
}

/* All pairs of a system that leaves the member out and one that works with a member of another edition. */
static void look(imsi_check_run *run, const ims_claim *claim, ims_node left_out)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  const ims_systems concerned = ims_entry_systems(run->given, claim->entry);
  for (size_t i = 0; i < count; i++) {
    if (systems[i].edition != claim->edition || !(concerned >> i & 1) || !is_left_out(run, &systems[i], left_out))
      continue;
    for (size_t k = 0; k < count; k++)
      for (size_t m = 0; m < run->check->member_count; m++)
        if (systems[k].edition != claim->edition && is_clause(run, run->check->members[m]) &&
            ims_node_edition(run->model, run->check->members[m]) == systems[k].edition)
          look_at_pair(run, claim, left_out, &systems[i], &systems[k], run->check->members[m]);
  }
}

/* Only what the standard lets leave out is asked about; the rest is T13. */
static void look_at_exclusion(imsi_check_run *run, ims_entry entry)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(run->given, entry, &count);
  for (size_t i = 0; i < count; i++)
    for (size_t m = 0; m < run->check->member_count; m++)
      if (is_clause(run, run->check->members[m]) && imsi_check_touches(run, &claims[i], run->check->members[m]) &&
          rests_on(run, run->check->members[m]).index != run->check->members[m].index)
        look(run, &claims[i], run->check->members[m]);
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry entry;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_EXCLUSION, &i, &entry);)
    if (ims_entry_word(run->given, entry, IMS_FIELD_EXEMPTION) != IMS_NO_OCCURRENCE)
      look_at_exclusion(run, entry);
  return IMS_OK;
}

const imsi_check imsi_check_design_left_out = { .id = "T15", .run = run_check };
