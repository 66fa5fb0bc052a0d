/* Every chain is put together again: it says what it is shown for, and nothing that is known stays unexplained. */
#include "property/network.h"
#include "property/tables.h"
#include "query/chain.h"

enum { WORLDS = 120, MASKS = 32 };

static const network_shape sparse = { .clauses = 3, .rows = 40 };
static const network_shape dense = { .clauses = 3, .rows = 200 };
static const network_shape lying = { .clauses = 3, .rows = 40, .lies = 15 };

typedef struct world {
  const ims_model *model;
  const imsi_closure *closure;
  size_t alone, together, unions; /* how pairs were explained: by one chain, by several */
} world;

#define NAME(w, node) ims_node_edition((w)->model, node)->id, ims_node_name((w)->model, node)
#define PAIR(w, a, b) "%s/%s to %s/%s", NAME(w, a), NAME(w, b)

static bool is_within(ims_relation relation, ims_relation wider)
{
  return !(relation & (ims_relation)~wider);
}

/* ---- steps ---- */

static void expect_row(const world *w, ims_node from, ims_node to, ims_relation relation, uint32_t index)
{
  const ims_row row = ims_relation_at(w->model, index);
  const bool forward = row.source.index == from.index;
  const ims_relation said = ims_row_relation(&row);
  cr_assert_eq(forward ? row.source.index : row.target.index, from.index);
  cr_assert_eq(forward ? row.target.index : row.source.index, to.index);
  cr_assert_eq(relation, forward ? said : ims_relation_inverse(said));
}

static size_t part_count(const world *w, ims_node clause)
{
  size_t count = 0;
  for (ims_node n = ims_node_child(w->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(w->model, n))
    count += imsi_closure_part(w->closure, n);
  return count;
}

static void expect_part(const world *w, ims_node from, ims_node to, ims_relation relation)
{
  const bool up = ims_node_parent(w->model, from).index == to.index;
  const ims_node part = up ? from : to, whole = up ? to : from;
  cr_assert_eq(ims_node_parent(w->model, part).index, whole.index);
  cr_assert(imsi_closure_part(w->closure, part));
  const bool only = imsi_closure_whole(w->closure, whole) && part_count(w, whole) == 1;
  cr_assert_eq(relation, only ? IMS_EQUAL : up ? IMS_CONTAINED : IMS_CONTAINS);
}

static ims_relation expect_chains(world *w, const imsi_vec *chains, const imsi_vec *steps, ims_node a, ims_node b);

/* Each part of the clause is contained in the other thing, for reasons of its own. */
static void expect_whole(world *w, const imsi_step *step)
{
  const imsi_union u = imsi_closure_union(w->closure, step->united);
  const bool up = step->relation == IMS_CONTAINED;
  cr_assert(up || step->relation == IMS_CONTAINS);
  cr_assert_eq(u.clause.index, up ? step->from.index : step->to.index);
  cr_assert_eq(u.other.index, up ? step->to.index : step->from.index);
  cr_assert(imsi_closure_whole(w->closure, u.clause));
  for (ims_node n = ims_node_child(w->model, u.clause); n.index != IMS_NO_NODE; n = ims_node_next(w->model, n)) {
    imsi_vec chains = IMSI_VEC(imsi_chain), steps = IMSI_VEC(imsi_step);
    if (!imsi_closure_part(w->closure, n))
      continue;
    cr_assert_eq(imsi_chain_part(w->model, w->closure, step, n, &chains, &steps), IMS_OK, PAIR(w, n, u.other));
    for (size_t i = 0; i < steps.count; i++) /* so that taking unions apart ends */
      if (IMSI_AT(imsi_step, &steps, i).kind == IMSI_STEP_WHOLE)
        cr_assert_lt(IMSI_AT(imsi_step, &steps, i).united, step->united);
    cr_assert(is_within(expect_chains(w, &chains, &steps, n, u.other), IMS_CONTAINED), PAIR(w, n, u.other));
    imsi_vec_free(&chains);
    imsi_vec_free(&steps);
  }
  w->unions++;
}

static ims_relation expect_chain(world *w, const imsi_step *steps, size_t count, ims_node a, ims_node b)
{
  ims_relation relation = IMS_EQUAL;
  ims_node at = a;
  for (size_t i = 0; i < count; i++) {
    const imsi_step *step = &steps[i];
    cr_assert_eq(step->from.index, at.index);
    cr_assert_eq(step->row == IMS_NO_NODE, step->kind != IMSI_STEP_ROW);
    if (step->kind == IMSI_STEP_ROW)
      expect_row(w, step->from, step->to, step->relation, step->row);
    else if (step->kind == IMSI_STEP_PART)
      expect_part(w, step->from, step->to, step->relation);
    else
      expect_whole(w, step);
    relation = ims_relation_compose(relation, step->relation);
    at = step->to;
  }
  cr_assert_eq(at.index, b.index);
  cr_assert_eq(relation, imsi_chain_relation(steps, count));
  return relation;
}

static ims_relation expect_chains(world *w, const imsi_vec *chains, const imsi_vec *steps, ims_node a, ims_node b)
{
  ims_relation relation = IMS_UNKNOWN;
  for (size_t i = 0; i < chains->count; i++) {
    const imsi_chain *chain = &IMSI_AT(imsi_chain, chains, i);
    cr_assert_leq(chain->first + chain->count, steps->count);
    const imsi_step *first = steps->count ? &IMSI_AT(imsi_step, steps, chain->first) : NULL;
    cr_assert_eq(chain->relation, expect_chain(w, first, chain->count, a, b));
    relation &= chain->relation;
  }
  return relation;
}

/* ---- pairs ---- */

static void expect_explained(world *w, ims_node a, ims_node b, ims_relation known)
{
  imsi_vec chains = IMSI_VEC(imsi_chain), steps = IMSI_VEC(imsi_step), single = IMSI_VEC(imsi_step);
  cr_assert_eq(imsi_chain_cover(w->model, w->closure, a, b, known, &chains, &steps), IMS_OK, PAIR(w, a, b));
  /* around a contradiction chains may say more: the closure no longer goes there */
  const ims_relation shown = expect_chains(w, &chains, &steps, a, b);
  if (imsi_closure_contradictions(w->closure))
    cr_assert(is_within(shown, known), PAIR(w, a, b));
  else
    cr_assert_eq(shown, known, PAIR(w, a, b));
  const ims_status one = imsi_chain_find(w->model, w->closure, a, b, known, &single);
  cr_assert_eq(one, chains.count == 1 ? IMS_OK : IMS_NOT_FOUND, PAIR(w, a, b));
  w->alone += chains.count == 1;
  w->together += chains.count > 1;
  imsi_vec_free(&chains);
  imsi_vec_free(&steps);
  imsi_vec_free(&single);
}

static void explain_all(world *w, ims_node a)
{
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(w->closure, a); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(w->closure, a, i);
    if (n.relation != IMS_UNKNOWN)
      expect_explained(w, a, n.node, n.relation);
  }
}

typedef void visit(world *w, const network *net);

static world visit_all(const network_shape *shape, int count, visit *check)
{
  world all = { 0 };
  network *net = calloc(1, sizeof *net);
  cr_assert_not_null(net);
  for (int i = 1; i <= count; i++) {
    network_shape one = *shape;
    one.seed = (uint64_t)i;
    network_make(net, &one);
    ims_model *model = network_model(net);
    imsi_closure *closure = NULL;
    cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
    all.model = model;
    all.closure = closure;
    check(&all, net);
    imsi_closure_free(closure);
    ims_model_free(model);
  }
  free(net);
  return all;
}

static void check_explained(world *w, const network *net)
{
  (void)net;
  for (uint32_t i = 0; i < ims_node_count(w->model); i++)
    explain_all(w, (ims_node){ i });
}

Test(chain, whatever_is_known_is_explained)
{
  const world first = visit_all(&sparse, WORLDS, check_explained),
              second = visit_all(&dense, WORLDS / 6, check_explained);
  /* the worlds are such that every kind of explanation is needed */
  cr_expect_gt(first.alone + second.alone, (size_t)1000);
  cr_expect_gt(first.together + second.together, (size_t)10);
  cr_expect_gt(first.unions + second.unions, (size_t)10);
}

static size_t contradictory;

static void check_contradictory(world *w, const network *net)
{
  contradictory += imsi_closure_contradictions(w->closure) > 0;
  check_explained(w, net);
}

Test(chain, so_it_is_where_rows_contradict_each_other)
{
  contradictory = 0;
  visit_all(&lying, WORLDS, check_contradictory);
  cr_expect_gt(contradictory, (size_t)10);
}

/* Why chains are all it takes: of what can be said, composition takes nothing away that its parts leave. */
Test(chain, nothing_has_to_be_put_together_on_the_way)
{
  static const ims_relation said[] = { IMS_EQUAL,    IMS_SUBSET,   IMS_SUPERSET,  IMS_INTERSECTS,
                                       IMS_DISJOINT, IMS_OVERLAPS, IMS_CONTAINED, IMS_UNKNOWN };
  bool can_be[MASKS] = { false };
  for (size_t i = 0; i < sizeof said; i++)
    can_be[said[i]] = true;
  for (bool changed = true; changed;) {
    changed = false;
    for (unsigned a = 1; a < MASKS; a++)
      for (unsigned b = 1; can_be[a] && b < MASKS; b++) {
        const ims_relation more[] = { ims_relation_inverse((ims_relation)a),
                                      ims_relation_compose((ims_relation)a, (ims_relation)b), (ims_relation)(a & b) };
        for (size_t i = 0; can_be[b] && i < sizeof more; i++) {
          changed = changed || (more[i] && !can_be[more[i]]);
          can_be[more[i]] = true;
        }
      }
  }
  can_be[IMS_CONTRADICTION] = false; /* it is set aside, and nothing is composed with it */
  for (unsigned a = 1; a < MASKS; a++)
    for (unsigned b = 1; b < MASKS; b++)
      for (unsigned c = 1; c < MASKS; c++)
        if (can_be[a] && can_be[b] && can_be[c] && (b & c))
          cr_assert_eq(ims_relation_compose((ims_relation)a, (ims_relation)(b & c)),
                       ims_relation_compose((ims_relation)a, (ims_relation)b) &
                           ims_relation_compose((ims_relation)a, (ims_relation)c),
                       "%u with %u and %u", a, b, c);
}

/* ---- the shortest, found in the plainest way there is ---- */

typedef struct lengths {
  unsigned by[NETWORK_NODES][MASKS]; /* steps to a node with that relation; 0: none */
  bool changed;
} lengths;

static void relax(lengths *l, uint32_t from, uint32_t to, ims_relation step, unsigned cost)
{
  for (unsigned mask = 1; mask < MASKS - 1; mask++) {
    const ims_relation next = ims_relation_compose((ims_relation)mask, step);
    const unsigned length = l->by[from][mask] + cost;
    if (l->by[from][mask] && (!l->by[to][next] || l->by[to][next] > length)) {
      l->by[to][next] = length;
      l->changed = true;
    }
  }
}

static void relax_all(const world *w, lengths *l)
{
  for (size_t i = 0; i < ims_relation_count(w->model); i++) {
    const ims_row row = ims_relation_at(w->model, i);
    const ims_relation said = ims_row_relation(&row);
    relax(l, row.source.index, row.target.index, said, 1);
    relax(l, row.target.index, row.source.index, ims_relation_inverse(said), 1);
  }
  for (uint32_t i = 0; i < ims_node_count(w->model); i++) {
    const ims_node part = { i }, whole = ims_node_parent(w->model, part);
    if (!imsi_closure_part(w->closure, part))
      continue;
    const bool only = imsi_closure_whole(w->closure, whole) && part_count(w, whole) == 1;
    relax(l, i, whole.index, only ? IMS_EQUAL : IMS_CONTAINED, 1);
    relax(l, whole.index, i, only ? IMS_EQUAL : IMS_CONTAINS, 1);
  }
  for (size_t i = 0; i < imsi_closure_unions(w->closure); i++) {
    const imsi_union u = imsi_closure_union(w->closure, i);
    relax(l, u.clause.index, u.other.index, IMS_CONTAINED, 1 + 2 * (unsigned)part_count(w, u.clause));
    relax(l, u.other.index, u.clause.index, IMS_CONTAINS, 1 + 2 * (unsigned)part_count(w, u.clause));
  }
}

static unsigned shortest(const lengths *l, uint32_t node, ims_relation wanted)
{
  unsigned best = 0;
  for (unsigned mask = 1; mask < MASKS; mask++)
    if (is_within((ims_relation)mask, wanted) && l->by[node][mask] && (!best || l->by[node][mask] < best))
      best = l->by[node][mask];
  return best;
}

static unsigned length_of(const world *w, const imsi_vec *steps)
{
  unsigned length = 1;
  for (size_t i = 0; i < steps->count; i++) {
    const imsi_step *step = &IMSI_AT(imsi_step, steps, i);
    length++;
    if (step->kind == IMSI_STEP_WHOLE)
      length += 2 * (unsigned)part_count(w, imsi_closure_union(w->closure, step->united).clause);
  }
  return length;
}

static void check_lengths(world *w, const network *net)
{
  static const ims_relation wanted[] = { IMS_EQUAL, IMS_CONTAINED, IMS_CONTAINS, IMS_OVERLAPS, IMS_DISJOINT };
  lengths *l = calloc(1, sizeof *l);
  cr_assert_not_null(l);
  const uint32_t a = network_find(net, w->model, 0).index;
  l->by[a][IMS_EQUAL] = 1;
  for (l->changed = true; l->changed;) {
    l->changed = false;
    relax_all(w, l);
  }
  for (uint32_t b = 0; b < ims_node_count(w->model); b++)
    for (size_t i = 0; i < sizeof wanted; i++) {
      imsi_vec steps = IMSI_VEC(imsi_step);
      const ims_status status =
          imsi_chain_find(w->model, w->closure, (ims_node){ a }, (ims_node){ b }, wanted[i], &steps);
      cr_assert(!status || status == IMS_NOT_FOUND);
      cr_assert_eq(status ? 0 : length_of(w, &steps), shortest(l, b, wanted[i]),
                   PAIR(w, (ims_node){ a }, (ims_node){ b }));
      imsi_vec_free(&steps);
    }
  free(l);
}

Test(chain, no_chain_is_shorter)
{
  visit_all(&sparse, WORLDS, check_lengths);
  visit_all(&dense, WORLDS / 6, check_lengths);
}

/* ---- what is built in ---- */

Test(chain, what_is_known_of_the_built_in_mappings_is_explained)
{
  enum { EVERY = 23 }; /* of all nodes: all pairs would take minutes */
  ims_model *model = tables_builtin();
  imsi_closure *closure = NULL;
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  world w = { .model = model, .closure = closure };
  for (uint32_t i = 0; i < ims_node_count(model); i += EVERY)
    explain_all(&w, (ims_node){ i });
  cr_expect_gt(w.alone, (size_t)1000);
  imsi_closure_free(closure);
  ims_model_free(model);
}
