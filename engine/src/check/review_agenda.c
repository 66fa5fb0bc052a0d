/* T23: inputs of the management review that are no point of its agenda. The members of the check hold the inputs, as
   items. A line that names the clause as a whole says that they are considered there, not which of them. */

#include "check/registry.h"

/* True if an item has no items in it: those are the points. */
static bool is_point(const ims_model *model, ims_node node)
{
  return ims_node_kind_of(model, node) == IMS_ITEM && ims_force_binds(ims_node_force(model, node)) &&
         ims_node_child(model, node).index == IMS_NO_NODE;
}

/* True if the claim names the point, an item that it is in, or a point of another system's that contains it. */
static bool names_point(const imsi_check_run *run, const ims_claim *claim, ims_node point)
{
  if (claim->node.index == IMS_NO_NODE || ims_node_kind_of(run->model, claim->node) != IMS_ITEM)
    return false;
  return ims_node_is_in(run->model, point, claim->node) ||
         ims_relation_contained(imsi_closure_relation(run->closure, point, claim->node));
}

static bool is_on_agenda(const imsi_check_run *run, const ims_system *system, ims_node point)
{
  ims_entry line;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_AGENDA, &i, &line);) {
    size_t count;
    const ims_claim *claims = ims_entry_claims(run->given, line, &count);
    if (!imsi_check_concerns(run, line, system))
      continue;
    for (size_t k = 0; k < count; k++)
      if (names_point(run, &claims[k], point))
        return true;
  }
  return false;
}

/* True if a line names the member as a whole, or what it is in. */
static bool is_named_as_whole(const imsi_check_run *run, const ims_system *system, ims_node member)
{
  ims_entry line;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_AGENDA, &i, &line);) {
    size_t count;
    const ims_claim *claims = ims_entry_claims(run->given, line, &count);
    for (size_t k = 0; imsi_check_concerns(run, line, system) && k < count; k++)
      if (claims[k].node.index != IMS_NO_NODE && claims[k].edition == system->edition &&
          ims_node_kind_of(run->model, claims[k].node) != IMS_ITEM && imsi_check_touches(run, &claims[k], member))
        return true;
  }
  return false;
}

/* A point that no line names is missing; where a line names all of them at once, it may be meant there. */
static void look(imsi_check_run *run, const ims_system *system, ims_node member)
{
  const bool vague = is_named_as_whole(run, system, member);
  imsi_check_begin(run);
  for (uint32_t i = 0; i < system->edition->count; i++) {
    const ims_node point = { system->edition->first.index + i };
    if (!is_point(run->model, point) || !ims_node_is_in(run->model, point, member) || is_on_agenda(run, system, point))
      continue;
    if (vague) {
      imsi_check_list(run, ims_node_name(run->model, point));
      continue;
    }
    imsi_spot spot = imsi_spot_of(run, ims_register_entry(run->given, IMS_ENTRY_AGENDA, 0), IMS_FIELD_TITLE);
    spot.entry = system->entry;
    spot.systems = (ims_systems)1 << system->index;
    spot.node = point;
    imsi_check_find(run, &spot, "no point of the agenda names this input for %1: %2",
                    "put it on the agenda, or name it at the point where it is dealt with",
                    IMSI_ARGS(system->id, imsi_check_words(run, point)));
  }
  const char *open = imsi_check_text(run);
  if (*open)
    imsi_check_skip(run, (ims_systems)1 << system->index,
                    "the agenda names %1 as a whole for %2; whether these inputs are among its points is not known: %3",
                    IMSI_ARGS(imsi_check_reference(run, member), system->id, open));
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  if (!ims_register_count(run->given, IMS_ENTRY_AGENDA)) {
    imsi_check_skip(run, 0, "the register has no agenda of the management review", IMSI_ARGS(NULL));
    return IMS_OK;
  }
  for (size_t i = 0; i < count; i++)
    for (size_t m = 0; m < run->check->member_count; m++)
      if (ims_node_edition(run->model, run->check->members[m]) == systems[i].edition)
        look(run, &systems[i], run->check->members[m]);
  return IMS_OK;
}

const imsi_check imsi_check_review_agenda = { .id = "T23", .run = run_check };
