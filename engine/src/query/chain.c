/* The shortest chain: cheapest first over states, a state being a node and what is known from the start to it. */

#include "query/chain.h"

#include "base/try.h"
#include "query/chain_internal.h"

#include <stdlib.h>
#include <string.h>

typedef struct state {
  uint64_t cost;         /* length, then how poorly its rows are read */
  imsi_step step;        /* the last one */
  uint32_t before;       /* the state that step starts from; IMS_NO_NODE: the start */
  uint32_t next;         /* visited before at the same node */
  ims_relation relation; /* from the start to `step.to` */
} state;

typedef struct search {
  const ims_model *model;
  const imsi_closure *closure;
  const imsi_chain_query *query;
  ims_node a, b;
  bool anyhow;       /* contradictions are passed */
  imsi_vec states;   /* of state */
  imsi_vec heap;     /* of uint32_t: states to visit, the cheapest on top */
  imsi_vec rows;     /* of uint32_t: those of the node that is visited */
  uint32_t *visited; /* by node: the last state visited there */
} search;

#define LENGTH (UINT64_C(1) << 32)

static state *state_at(const search *s, uint32_t index)
{
  return &IMSI_AT(state, &s->states, index);
}

/* ---- the cheapest first, of equals the one found first ---- */

static bool comes_before(const search *s, uint32_t x, uint32_t y)
{
  const uint64_t a = state_at(s, x)->cost, b = state_at(s, y)->cost;
  return a != b ? a < b : x < y;
}

static void swap_at(imsi_vec *heap, size_t i, size_t k)
{
  const uint32_t kept = IMSI_AT(uint32_t, heap, i);
  IMSI_AT(uint32_t, heap, i) = IMSI_AT(uint32_t, heap, k);
  IMSI_AT(uint32_t, heap, k) = kept;
}

static bool heap_before(const search *s, size_t i, size_t k)
{
  return comes_before(s, IMSI_AT(uint32_t, &s->heap, i), IMSI_AT(uint32_t, &s->heap, k));
}

static ims_status put(search *s, const state *added)
{
  if (s->states.count >= IMS_NO_NODE - 1)
    return IMS_LIMIT;
  const uint32_t index = (uint32_t)s->states.count;
  IMS_TRY(imsi_vec_push(&s->states, added));
  IMS_TRY(imsi_vec_push(&s->heap, &index));
  for (size_t i = s->heap.count - 1; i && heap_before(s, i, (i - 1) / 2); i = (i - 1) / 2)
    swap_at(&s->heap, i, (i - 1) / 2);
  return IMS_OK;
}

static uint32_t take(search *s)
{
  const uint32_t top = IMSI_AT(uint32_t, &s->heap, 0);
  IMSI_AT(uint32_t, &s->heap, 0) = IMSI_AT(uint32_t, &s->heap, s->heap.count - 1);
  s->heap.count--;
  for (size_t i = 0, least; i * 2 + 1 < s->heap.count; i = least) {
    least = i * 2 + 1;
    if (least + 1 < s->heap.count && heap_before(s, least + 1, least))
      least++;
    if (!heap_before(s, least, i))
      break;
    swap_at(&s->heap, i, least);
  }
  return top;
}

/* ---- steps ---- */

/* True if the step leads from a part to what it belongs to. */
static bool leads_up(const search *s, const imsi_step *step)
{
  return step->kind == IMSI_STEP_PART && ims_node_parent(s->model, step->from).index == step->to.index;
}

/* True if something visited at the node says as much for less: what it can lead to includes all that this can. */
static bool is_known(const search *s, uint32_t node, ims_relation relation)
{
  for (uint32_t i = s->visited[node]; i != IMS_NO_NODE; i = state_at(s, i)->next)
    if (!(state_at(s, i)->relation & (ims_relation)~relation) &&
        !(s->query->sharing && leads_up(s, &state_at(s, i)->step)))
      return true;
  return false;
}

static bool is_answer(const search *s, ims_node node, ims_relation relation)
{
  return node.index == s->b.index && !(relation & (ims_relation)~s->query->wanted);
}

/* False if nothing at all that is known from there to the end leaves only what is wanted. */
static bool may_lead_on(const search *s, ims_node node, ims_relation relation)
{
  if (s->anyhow) /* around a contradiction less may be known than follows, and coming back may tell more */
    return relation != IMS_UNKNOWN || s->query->wanted == IMS_UNKNOWN;
  if (node.index == s->b.index)
    return is_answer(s, node, relation);
  if (!imsi_closure_relation(s->closure, s->a, node))
    return false;
  const ims_relation rest = imsi_closure_relation(s->closure, node, s->b);
  return !(ims_relation_compose(relation, rest) & (ims_relation)~s->query->wanted);
}

/* Where only what is shared counts, not from a part to its neighbour; and apart from what was used before. */
static bool is_allowed(const search *s, const imsi_step *before, const imsi_step *step)
{
  const imsi_vec *without = s->query->without;
  for (size_t i = 0; without && i < without->count; i++) {
    const imsi_step *used = &IMSI_AT(imsi_step, without, i);
    if ((step->row != IMS_NO_NODE && used->row == step->row) ||
        (step->united != IMS_NO_NODE && used->united == step->united))
      return false;
  }
  if (!s->query->sharing)
    return true;
  return ims_relation_overlaps(step->relation) &&
         !(leads_up(s, before) && step->kind == IMSI_STEP_PART && !leads_up(s, step));
}

/* Tries a step from where the state `from` is. */
static ims_status go(search *s, uint32_t from, imsi_step step, uint64_t cost)
{
  const state *before = state_at(s, from);
  if (!is_allowed(s, &before->step, &step))
    return IMS_OK;
  const bool asked = step.from.index == s->a.index && step.to.index == s->b.index;
  if (!asked && !s->anyhow && !imsi_closure_relation(s->closure, step.from, step.to))
    return IMS_OK;
  const ims_relation relation = ims_relation_compose(before->relation, step.relation);
  if (!may_lead_on(s, step.to, relation) || is_known(s, step.to.index, relation))
    return IMS_OK;
  return put(s, &(state){ before->cost + cost, step, from, IMS_NO_NODE, relation });
}

static ims_status go_along_rows(search *s, uint32_t from, ims_node node)
{
  s->rows.count = 0;
  for (int incoming = 0; incoming < 2; incoming++) {
    size_t count;
    const uint32_t *rows = ims_node_relations(s->model, node, incoming, &count);
    for (size_t i = 0; i < count; i++)
      IMS_TRY(imsi_vec_push(&s->rows, &rows[i]));
  }
  if (s->rows.count)
    IMS_TRY(imsi_closure_order(s->closure, s->rows.data, s->rows.count));
  for (size_t i = 0; i < s->rows.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &s->rows, i);
    const ims_row row = ims_relation_at(s->model, index);
    if (ims_node_empty(s->model, row.source) || ims_node_empty(s->model, row.target))
      continue;
    const bool forward = row.source.index == node.index;
    const ims_relation said = imsi_closure_says(s->closure, &row);
    const imsi_step step = { .kind = IMSI_STEP_ROW,
                             .from = node,
                             .to = forward ? row.target : row.source,
                             .relation = forward ? said : ims_relation_inverse(said),
                             .row = index,
                             .united = IMS_NO_NODE };
    IMS_TRY(go(s, from, step, LENGTH + (uint64_t)(IMS_VERIFIED - row.standing)));
  }
  return IMS_OK;
}

static imsi_step part_step(const search *s, ims_node part, ims_node whole, bool up)
{
  const bool only = imsi_closure_only_part(s->closure, whole).index == part.index;
  return (imsi_step){ .kind = IMSI_STEP_PART,
                      .from = up ? part : whole,
                      .to = up ? whole : part,
                      .relation = only ? IMS_EQUAL
                                  : up ? IMS_CONTAINED
                                       : IMS_CONTAINS,
                      .row = IMS_NO_NODE,
                      .united = IMS_NO_NODE };
}

static ims_status go_along_hierarchy(search *s, uint32_t from, ims_node node)
{
  if (imsi_closure_part(s->closure, node))
    IMS_TRY(go(s, from, part_step(s, node, ims_node_parent(s->model, node), true), LENGTH));
  for (ims_node n = ims_node_child(s->model, node); n.index != IMS_NO_NODE; n = ims_node_next(s->model, n))
    if (imsi_closure_part(s->closure, n))
      IMS_TRY(go(s, from, part_step(s, n, node, false), LENGTH));
  return IMS_OK;
}

static uint64_t part_count(const search *s, ims_node clause)
{
  uint64_t count = 0;
  for (ims_node n = ims_node_child(s->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(s->model, n))
    count += imsi_closure_part(s->closure, n);
  return count;
}

static ims_status go_along_unions(search *s, uint32_t from, ims_node node)
{
  for (uint32_t i = 0; i < s->query->unions; i++) {
    const imsi_union u = imsi_closure_union(s->closure, i);
    const bool up = u.clause.index == node.index;
    if (!up && u.other.index != node.index)
      continue;
    const imsi_step step = { .kind = IMSI_STEP_WHOLE,
                             .from = node,
                             .to = up ? u.other : u.clause,
                             .relation = up ? IMS_CONTAINED : IMS_CONTAINS,
                             .row = IMS_NO_NODE,
                             .united = i };
    IMS_TRY(go(s, from, step, LENGTH * (1 + 2 * part_count(s, u.clause))));
  }
  return IMS_OK;
}

/* ---- the search ---- */

/* Follows the steps back from the end, and puts them in order. */
static ims_status collect(const search *s, uint32_t last, imsi_vec *steps)
{
  size_t count = 0;
  for (uint32_t i = last; state_at(s, i)->before != IMS_NO_NODE; i = state_at(s, i)->before)
    count++;
  IMS_TRY(imsi_vec_reserve(steps, count));
  steps->count += count;
  size_t at = steps->count;
  for (uint32_t i = last; state_at(s, i)->before != IMS_NO_NODE; i = state_at(s, i)->before)
    IMSI_AT(imsi_step, steps, --at) = state_at(s, i)->step;
  return IMS_OK;
}

static ims_status visit(search *s, uint32_t index)
{
  state *here = state_at(s, index);
  const ims_node node = here->step.to;
  here->next = s->visited[node.index];
  s->visited[node.index] = index;
  IMS_TRY(go_along_rows(s, index, node));
  IMS_TRY(go_along_hierarchy(s, index, node));
  return go_along_unions(s, index, node);
}

static ims_status run(search *s, imsi_vec *steps, uint32_t *length)
{
  IMS_TRY(put(s, &(state){ 0, { .from = s->a, .to = s->a }, IMS_NO_NODE, IMS_NO_NODE, IMS_EQUAL }));
  while (s->heap.count) {
    const uint32_t index = take(s);
    const state here = *state_at(s, index);
    if (is_answer(s, here.step.to, here.relation)) {
      if (length)
        *length = (uint32_t)(here.cost / LENGTH);
      return collect(s, index, steps);
    }
    if (!is_known(s, here.step.to.index, here.relation))
      IMS_TRY(visit(s, index));
  }
  return IMS_NOT_FOUND;
}

static ims_status search_anew(search *s, imsi_vec *steps, uint32_t *length)
{
  s->states.count = s->heap.count = 0;
  memset(s->visited, 0xff, (ims_node_count(s->model) + 1) * sizeof *s->visited);
  return run(s, steps, length);
}

ims_status imsi_chain_search(const ims_model *model, const imsi_closure *closure, const imsi_chain_query *query,
                             imsi_vec *steps, uint32_t *length)
{
  if (imsi_closure_relation(closure, query->a, query->b) & (ims_relation)~query->wanted)
    return IMS_NOT_FOUND;
  search s = { .model = model,
               .closure = closure,
               .query = query,
               .a = query->a,
               .b = query->b,
               .states = IMSI_VEC(state),
               .heap = IMSI_VEC(uint32_t),
               .rows = IMSI_VEC(uint32_t),
               .visited = malloc((ims_node_count(model) + 1) * sizeof *s.visited) };
  imsi_vec found = IMSI_VEC(imsi_step);
  ims_status status = s.visited ? search_anew(&s, &found, length) : IMS_NOMEM;
  s.anyhow = true;
  if (status == IMS_NOT_FOUND && imsi_closure_contradictions(closure))
    status = search_anew(&s, &found, length);
  imsi_vec_free(&s.states);
  imsi_vec_free(&s.heap);
  imsi_vec_free(&s.rows);
  free(s.visited);
  imsi_vec_free(status ? &found : steps);
  if (!status)
    *steps = found;
  return status;
}

ims_status imsi_chain_find(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                           ims_relation wanted, imsi_vec *steps)
{
  const imsi_chain_query query = { .a = a, .b = b, .wanted = wanted, .unions = imsi_closure_unions(closure) };
  return imsi_chain_search(model, closure, &query, steps, NULL);
}

ims_status imsi_chain_another(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                              ims_relation wanted, const imsi_vec *without, imsi_vec *steps)
{
  const imsi_chain_query query = {
    .a = a, .b = b, .wanted = wanted, .unions = imsi_closure_unions(closure), .without = without
  };
  return imsi_chain_search(model, closure, &query, steps, NULL);
}

ims_status imsi_chain_nearest(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                              imsi_vec *steps)
{
  const imsi_chain_query query = { .a = a, .b = b, .wanted = IMS_UNKNOWN, .sharing = true };
  return imsi_chain_search(model, closure, &query, steps, NULL);
}

ims_relation imsi_chain_relation(const imsi_step *steps, size_t count)
{
  ims_relation relation = IMS_EQUAL;
  for (size_t i = 0; i < count; i++)
    relation = ims_relation_compose(relation, steps[i].relation);
  return relation;
}
