#include "query/need.h"

#include "base/try.h"
#include "query/condition.h"

const char *imsi_state_name(imsi_state state)
{
  static const char *const names[] = {
    [IMSI_STATE_NOT_APPLICABLE] = "not-applicable",
    [IMSI_STATE_NO_OCCURRENCE] = "no-occurrence",
    [IMSI_STATE_EVIDENCED] = "evidenced",
    [IMSI_STATE_RUN] = "run",
    [IMSI_STATE_REUSABLE] = "reusable",
    [IMSI_STATE_EXTEND] = "extend",
    [IMSI_STATE_PARTIAL] = "partial",
    [IMSI_STATE_RELATED] = "related",
    [IMSI_STATE_GAP] = "gap",
    [IMSI_STATE_UNEXAMINED] = "unexamined",
  };
  return names[state];
}

bool imsi_state_counts(imsi_state state)
{
  return state >= IMSI_STATE_EVIDENCED;
}

int imsi_state_effort(imsi_state state)
{
  static const int efforts[] = {
    [IMSI_STATE_NOT_APPLICABLE] = 0, [IMSI_STATE_NO_OCCURRENCE] = 0, [IMSI_STATE_EVIDENCED] = 0,
    [IMSI_STATE_REUSABLE] = 1,       [IMSI_STATE_RUN] = 2,           [IMSI_STATE_EXTEND] = 3,
    [IMSI_STATE_PARTIAL] = 4,        [IMSI_STATE_RELATED] = 5,       [IMSI_STATE_GAP] = 6,
    [IMSI_STATE_UNEXAMINED] = 7,
  };
  return efforts[state];
}

typedef struct work {
  const ims_model *model;
  const imsi_closure *closure;
  const imsi_coverage *coverage;
} work;

/* ---- what contains it ---- */

/* The condition of a provision, of an item that of the provision that it is in; "" for none. */
static const char *condition_of(const ims_model *model, ims_node node)
{
  while (ims_node_kind_of(model, node) == IMS_ITEM)
    node = ims_node_parent(model, node);
  return ims_node_get(model, node).condition;
}

/* What is only demanded where something is the case may not be there for a demand that always stands. */
static bool may_be_missing(const work *w, ims_node demand, ims_node source)
{
  return imsi_condition_says_when(condition_of(w->model, source)) &&
         !imsi_condition_says_when(condition_of(w->model, demand));
}

static imsi_obstacle obstacle_to(const work *w, ims_node demand, const imsi_reuse *reuse)
{
  if (may_be_missing(w, demand, reuse->had))
    return IMSI_OBSTACLE_CONDITION;
  if (reuse->method == IMS_SEPARATE)
    return IMSI_OBSTACLE_SEPARATE;
  return reuse->method ? IMSI_OBSTACLE_NONE : IMSI_OBSTACLE_UNSAID;
}

/* Of several that contain the same the best: nothing stands against it, or it contains more, or is freer. */
static ims_status best_of(const work *w, ims_node demand, const imsi_share *shares, size_t count, imsi_reuse *best,
                          imsi_obstacle *obstacle)
{
  for (size_t i = 0; i < count; i++) {
    imsi_reuse reuse;
    IMS_TRY(imsi_reuse_find(w->model, w->closure, shares[i].part, shares[i].source, &reuse));
    const imsi_obstacle against = obstacle_to(w, demand, &reuse);
    if (i && (!against == !*obstacle ? !imsi_reuse_better(&reuse, best) : against != IMSI_OBSTACLE_NONE))
      continue;
    *best = reuse;
    *obstacle = against;
  }
  return IMS_OK;
}

/* Number of shares of the same part from the first of `count` on. */
static size_t same_part(const imsi_share *shares, size_t count)
{
  size_t same = 1;
  while (same < count && shares[same].part.index == shares[0].part.index)
    same++;
  return same;
}

/* What several parts need together is as strict as the strictest of them. */
static void join(imsi_reuse *all, const imsi_reuse *one, bool first)
{
  if (first) {
    *all = *one;
    return;
  }
  all->relation = IMS_CONTAINED;
  all->method = all->method && one->method ? (one->method > all->method ? one->method : all->method) : 0;
  all->record = one->record > all->record ? one->record : all->record;
}

/* The best that contains the demand, or the best for each of the parts of the whole that it is in. */
static ims_status find_container(const work *w, ims_node demand, imsi_need *need)
{
  imsi_vec shares = IMSI_VEC(imsi_share);
  ims_status status = imsi_coverage_shares(w->coverage, demand, &shares);
  for (size_t i = 0, same; !status && i < shares.count; i += same) {
    const imsi_share *first = &IMSI_AT(imsi_share, &shares, i);
    imsi_reuse best;
    imsi_obstacle obstacle;
    same = same_part(first, shares.count - i);
    status = best_of(w, demand, first, same, &best, &obstacle);
    if (status)
      break;
    join(&need->best, &best, i == 0);
    if (!need->obstacle)
      need->obstacle = obstacle;
  }
  imsi_vec_free(&shares);
  return status;
}

/* ---- what does not ---- */

static bool is_covered(imsi_covered covered)
{
  return covered <= IMSI_COVERED_ITEMS;
}

/* True if some item may be taken over: it is contained in something that serves unchanged or extended. */
static ims_status has_usable_item(const work *w, ims_node demand, bool *usable)
{
  ims_node n = imsi_coverage_item(w->model, demand, (ims_node){ IMS_NO_NODE });
  for (; !*usable && n.index != IMS_NO_NODE; n = imsi_coverage_item(w->model, demand, n)) {
    const imsi_covered covered = imsi_coverage_of(w->coverage, n);
    if (covered == IMSI_COVERED_ITEMS) {
      IMS_TRY(has_usable_item(w, n, usable));
    } else if (is_covered(covered)) {
      imsi_need item = { .demand = n };
      IMS_TRY(find_container(w, n, &item));
      *usable = !item.obstacle;
    }
  }
  return IMS_OK;
}

/* A counterpart in the edition of a source that is itself no source: left out, or not among what is had. */
static ims_node counterpart_outside(const work *w, ims_node demand, const ims_edition *edition)
{
  ims_node found = { IMS_NO_NODE };
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(w->closure, demand); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(w->closure, demand, i);
    if (n.node.index - edition->first.index < edition->count && ims_relation_overlaps(n.relation) &&
        ims_node_kind_of(w->model, n.node) != IMS_CLAUSE && n.node.index < found.index)
      found = n.node;
  }
  return found;
}

/* A source that has something to do with the clause around the demand: compared as a whole, not demand by demand. */
static ims_node counterpart_around(const work *w, ims_node demand)
{
  ims_node found = { IMS_NO_NODE };
  const ims_node clause = ims_node_clause(w->model, demand);
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(w->closure, clause); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(w->closure, clause, i);
    if (!ims_relation_overlaps(n.relation) || !imsi_coverage_is_source(w->coverage, n.node) ||
        ims_node_is_in(w->model, n.node, clause))
      continue;
    const bool any = found.index != IMS_NO_NODE;
    if (!any || ims_node_is_in(w->model, n.node, found) ||
        (n.node.index < found.index &&
         !ims_node_is_in(w->model, found, n.node))) /* the most specific, then the first */
      found = n.node;
  }
  return found;
}

/* Nothing of what is had asks it: either somebody looked in each source, or nobody knows. */
static imsi_state state_of_missing(const work *w, imsi_need *need)
{
  size_t count, verdict;
  const imsi_region *sources = imsi_coverage_sources(w->coverage, &count);
  for (size_t i = 0; i < count; i++) {
    if (imsi_coverage_examined(w->coverage, need->demand, i, &verdict))
      continue;
    const ims_node outside = counterpart_outside(w, need->demand, sources[i].edition);
    if (outside.index == IMS_NO_NODE) {
      need->around = counterpart_around(w, need->demand);
      return IMSI_STATE_UNEXAMINED;
    }
    if (need->outside.index == IMS_NO_NODE)
      need->outside = outside;
  }
  return IMSI_STATE_GAP;
}

/* ---- the state ---- */

/* One is in the other, whichever it is: what is done for the one is done for some of the other, or for all of it. */
static bool is_nested(ims_relation relation)
{
  return ims_relation_contained(relation) || ims_relation_contained(ims_relation_inverse(relation));
}

bool imsi_need_leaves_record(const ims_model *model, const imsi_closure *closure, ims_node demand)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(model, demand, &count);
  for (size_t i = 0; i < count; i++)
    if (duties[i].kind == IMS_RECORD)
      return true;
  if (ims_node_get(model, demand).record)
    return true;
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(closure, demand); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(closure, demand, i);
    if (ims_node_edition(model, n.node)->is_hub && is_nested(n.relation) && ims_node_get(model, n.node).record)
      return true;
  }
  return false;
}

static imsi_state state_of_contained(const imsi_need *need)
{
  if (need->obstacle)
    return IMSI_STATE_RELATED;
  if (need->best.method == IMS_EXTEND)
    return IMSI_STATE_EXTEND;
  return need->record ? IMSI_STATE_RUN : IMSI_STATE_REUSABLE;
}

/* The whole of an overlap, or of items. */
static ims_status find_part(const work *w, imsi_need *need)
{
  bool usable = false;
  IMS_TRY(has_usable_item(w, need->demand, &usable));
  need->state = usable ? IMSI_STATE_PARTIAL : IMSI_STATE_RELATED;
  return IMS_OK;
}

ims_status imsi_need_find(const ims_model *model, const imsi_closure *closure, const imsi_coverage *coverage,
                          ims_node demand, imsi_need *need)
{
  const work w = { model, closure, coverage };
  *need = (imsi_need){ .demand = demand,
                       .state = IMSI_STATE_EVIDENCED,
                       .covered = imsi_coverage_of(coverage, demand),
                       .record = imsi_need_leaves_record(model, closure, demand),
                       .outside = { IMS_NO_NODE },
                       .around = { IMS_NO_NODE } };
  if (imsi_coverage_is_source(coverage, demand))
    return IMS_OK;
  switch (need->covered) {
  case IMSI_COVERED_BY_ONE:
  case IMSI_COVERED_JOINTLY:
    IMS_TRY(find_container(&w, demand, need));
    need->record = need->record || need->best.record;
    need->state = state_of_contained(need);
    return IMS_OK;
  case IMSI_COVERED_ITEMS:
  case IMSI_COVERED_OVERLAP:
    return find_part(&w, need);
  default:
    need->state = state_of_missing(&w, need);
    return IMS_OK;
  }
}
