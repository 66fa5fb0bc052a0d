#include "query/overlap.h"

#include "base/try.h"
#include "query/correlation.h"
#include "query/sharing.h"

typedef struct work {
  const ims_model *model;
  const imsi_closure *closure;
  const ims_edition *const *editions;
  size_t count;
  const ims_edition *hub;                     /* NULL: none is loaded */
  ims_node_kind kinds[IMSI_OVERLAP_EDITIONS]; /* of the units of each edition */
} work;

const ims_edition *imsi_overlap_hub(const ims_model *model)
{
  for (size_t i = 0; i < ims_edition_count(model); i++)
    if (ims_edition_at(model, i)->is_hub)
      return ims_edition_at(model, i);
  return NULL;
}

static bool is_of(const ims_edition *edition, ims_node node)
{
  return node.index - edition->first.index < edition->count;
}

/* True if `other`, a thing of edition `e` of which `unit` is `relation`, makes it superfluous in a joint set. */
static bool absorbs(const work *w, const imsi_overlap_unit *unit, ims_node other, uint32_t e, ims_relation relation)
{
  if (!ims_relation_contained(relation) || (relation == IMS_EQUAL && e > unit->edition))
    return false;
  return (unit->control || ims_node_force(w->model, other) != IMS_CONTROL) &&
         imsi_sharing_counts(w->model, other, w->kinds[e]);
}

/* Takes in what is known of a unit and something else. `nearness` is that of its home so far. */
static void look_at(const work *w, imsi_overlap_unit *unit, const imsi_neighbour *n, int *nearness)
{
  if (!ims_relation_overlaps(n->relation))
    return;
  if (w->hub && is_of(w->hub, n->node)) {
    const ims_node clause = ims_node_clause(w->model, n->node);
    const int near = imsi_sharing_nearness(n->relation);
    /* the whole clause, or a part of it: the part says more */
    if (ims_node_kind_of(w->model, n->node) != IMS_CLAUSE &&
        (near > *nearness || (near == *nearness && clause.index < unit->home.index))) {
      unit->home = clause;
      *nearness = near;
    }
  }
  for (uint32_t e = 0; e < w->count; e++) {
    if (e == unit->edition || !is_of(w->editions[e], n->node))
      continue;
    unit->shared |= UINT32_C(1) << e;
    unit->absorbed |= absorbs(w, unit, n->node, e, n->relation);
  }
}

static imsi_overlap_unit unit_of(const work *w, ims_node node, uint32_t edition)
{
  imsi_overlap_unit unit = { .node = node,
                             .edition = edition,
                             .shared = UINT32_C(1) << edition,
                             .home = { IMS_NO_NODE },
                             .control = ims_node_force(w->model, node) == IMS_CONTROL };
  int nearness = 0;
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(w->closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(w->closure, node, i);
    look_at(w, &unit, &n, &nearness);
  }
  for (uint32_t e = 0; e < w->count; e++)
    if (!(unit.shared & UINT32_C(1) << e) && imsi_correlation_verdict(w->model, node, w->editions[e]) == SIZE_MAX)
      unit.unknown |= UINT32_C(1) << e;
  return unit;
}

ims_status imsi_overlap_units(const ims_model *model, const imsi_closure *closure, const ims_edition *const *editions,
                              size_t count, imsi_vec *units)
{
  work w = { model, closure, editions, count, imsi_overlap_hub(model), { IMS_CLAUSE } };
  for (size_t e = 0; e < count; e++)
    w.kinds[e] = imsi_sharing_has_provisions(model, editions[e]) ? IMS_PROVISION : IMS_CLAUSE;
  for (uint32_t e = 0; e < count; e++) {
    for (uint32_t i = 0; i < editions[e]->count; i++) {
      const ims_node node = { editions[e]->first.index + i };
      if (!imsi_sharing_counts(model, node, w.kinds[e]))
        continue;
      const imsi_overlap_unit unit = unit_of(&w, node, e);
      IMS_TRY(imsi_vec_push(units, &unit));
    }
  }
  return IMS_OK;
}

ims_status imsi_overlap_clauses(const ims_model *model, const imsi_vec *units, imsi_vec *clauses)
{
  for (size_t i = 0; i < units->count; i++) {
    const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, units, i);
    const ims_node clause = ims_node_clause(model, unit->node);
    imsi_overlap_unit *last = clauses->count ? &IMSI_AT(imsi_overlap_unit, clauses, clauses->count - 1) : NULL;
    if (last && last->node.index == clause.index) {
      last->shared |= unit->shared;
      last->unknown = (last->unknown | unit->unknown) & ~last->shared;
      continue;
    }
    imsi_overlap_unit added = *unit;
    added.node = clause;
    added.absorbed = false;
    IMS_TRY(imsi_vec_push(clauses, &added));
  }
  return IMS_OK;
}

ims_node imsi_overlap_part(const ims_model *model, const imsi_overlap_unit *unit)
{
  ims_node part = ims_node_clause(model, unit->node);
  for (;;) {
    const ims_node parent = ims_node_parent(model, part);
    if (parent.index == IMS_NO_NODE || (!unit->control && ims_node_parent(model, parent).index == IMS_NO_NODE))
      return part;
    part = parent;
  }
}
