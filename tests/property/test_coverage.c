/* Coverage against sets that are known: what is called covered is covered, in worlds where every row is true. */

#include "query/smallest.h"

#include "property/network.h"

#include <stdlib.h>

enum { WORLDS = 600, SOURCES = 3 };

static const network_shape shape = { .clauses = 3, .rows = 300, .verdicts = 12 };

/* A world, some things of its editions 1 and 2 as sources, and edition 0 as what is asked. */
typedef struct world {
  network net;
  ims_model *model;
  imsi_closure *closure;
  imsi_coverage *coverage;
  imsi_region sources[SOURCES];
  unsigned given;            /* what the sources ask */
  int number[NETWORK_NODES]; /* of the world's node by index in the model */
  size_t seen[IMSI_COVERED_COUNT];
} world;

static bool asks(const world *w, int node)
{
  return !w->net.nodes[node].guidance && w->net.nodes[node].set;
}

/* Mostly single things, so that what is covered takes several of them; now and then a whole edition. */
static void choose_source(world *w, size_t index)
{
  int chosen = 0;
  do
    chosen = network_random(&w->net, w->net.node_count);
  while (w->net.nodes[chosen].edition == 0);
  const int edition = w->net.nodes[chosen].edition;
  char id[8];
  snprintf(id, sizeof id, "e:%d", edition);
  imsi_region *source = &w->sources[index];
  *source = (imsi_region){ fixture_edition(w->model, id), { IMS_NO_NODE } };
  if (asks(w, chosen) && network_chance(&w->net, 90))
    source->node = network_find(&w->net, w->model, chosen);
  for (int i = 0; i < w->net.node_count; i++)
    if (w->net.nodes[i].edition == edition && asks(w, i) &&
        imsi_region_has(w->model, source, network_find(&w->net, w->model, i)))
      w->given |= w->net.nodes[i].set;
}

static void open_world(world *w, uint64_t seed)
{
  network_shape one = shape;
  one.seed = seed;
  network_make(&w->net, &one);
  w->model = network_model(&w->net);
  w->given = 0;
  for (int i = 0; i < w->net.node_count; i++)
    w->number[network_find(&w->net, w->model, i).index] = i;
  for (size_t i = 0; i < SOURCES; i++)
    choose_source(w, i);
  cr_assert_eq(imsi_closure_new(w->model, &w->closure), IMS_OK);
  cr_assert_eq(imsi_coverage_new(w->model, w->closure, w->sources, SOURCES, NULL, 0, &w->coverage), IMS_OK);
}

static void close_world(world *w)
{
  imsi_coverage_free(w->coverage);
  imsi_closure_free(w->closure);
  ims_model_free(w->model);
}

static unsigned set_of(const world *w, ims_node node)
{
  return w->net.nodes[w->number[node.index]].set;
}

static void check_shares(const world *w, ims_node node, imsi_covered state)
{
  imsi_vec shares = IMSI_VEC(imsi_share);
  unsigned together = 0;
  cr_assert_eq(imsi_coverage_shares(w->coverage, node, &shares), IMS_OK);
  for (size_t i = 0; i < shares.count; i++) {
    const imsi_share *share = &IMSI_AT(imsi_share, &shares, i);
    const unsigned part = set_of(w, share->part), source = set_of(w, share->source);
    together |= source;
    cr_expect(share->relation & network_relation(part, source));
    cr_expect_neq(part & source, 0);
    if (state <= IMSI_COVERED_JOINTLY)
      cr_expect_eq(part & ~source, 0);
    if (state == IMSI_COVERED_BY_ONE)
      cr_expect_eq(share->part.index, node.index);
    for (size_t k = 0; k < i; k++) /* nothing twice */
      cr_expect(IMSI_AT(imsi_share, &shares, k).part.index != share->part.index ||
                IMSI_AT(imsi_share, &shares, k).source.index != share->source.index);
  }
  if (state <= IMSI_COVERED_JOINTLY) {
    cr_expect_gt(shares.count, 0);
    cr_expect_eq(set_of(w, node) & ~together, 0, "the sources that are named suffice");
  }
  imsi_vec_free(&shares);
}

static void check_node(world *w, ims_node node)
{
  const imsi_covered state = imsi_coverage_of(w->coverage, node);
  const unsigned set = set_of(w, node);
  w->seen[state]++;
  if (state <= IMSI_COVERED_JOINTLY)
    cr_expect_eq(set & ~w->given, 0);
  if (state <= IMSI_COVERED_OVERLAP)
    cr_expect_neq(set & w->given, 0);
  check_shares(w, node, state);
  if (ims_node_kind_of(w->model, node) == IMS_CLAUSE)
    return;
  ims_node n = imsi_coverage_item(w->model, node, (ims_node){ IMS_NO_NODE });
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(w->model, node, n)) {
    if (state == IMSI_COVERED_ITEMS)
      cr_expect_leq(imsi_coverage_of(w->coverage, n), IMSI_COVERED_ITEMS);
    check_node(w, n);
  }
}

/* What the smallest choice asks. */
static unsigned chosen_set(const world *w, const imsi_smallest *smallest)
{
  unsigned set = 0;
  for (size_t i = 0; i < smallest->clauses.count; i++) {
    const ims_node clause = IMSI_AT(ims_node, &smallest->clauses, i);
    bool given = false;
    for (size_t k = 0; k < SOURCES; k++)
      given = given || imsi_region_has(w->model, &w->sources[k], clause);
    cr_expect(given);
    set |= set_of(w, clause);
  }
  return set;
}

/* With nothing but the smallest choice as sources, nothing is less covered than before. */
static void check_smallest(const world *w, const imsi_vec *demands)
{
  imsi_smallest smallest = IMSI_SMALLEST;
  cr_assert_eq(imsi_smallest_find(w->coverage, demands, &smallest), IMS_OK);
  const unsigned set = chosen_set(w, &smallest);
  imsi_region chosen[NETWORK_NODES];
  for (size_t i = 0; i < smallest.clauses.count; i++) {
    const ims_node clause = IMSI_AT(ims_node, &smallest.clauses, i);
    chosen[i] = (imsi_region){ ims_node_edition(w->model, clause), clause };
  }
  imsi_coverage *less = NULL;
  cr_assert_eq(imsi_coverage_new(w->model, w->closure, chosen, smallest.clauses.count, NULL, 0, &less), IMS_OK);
  for (size_t i = 0; i < demands->count; i++) {
    const ims_node node = IMSI_AT(ims_node, demands, i);
    const imsi_covered state = imsi_coverage_of(w->coverage, node);
    if (state > IMSI_COVERED_ITEMS)
      continue;
    cr_expect_eq(imsi_coverage_of(less, node), state);
    if (state <= IMSI_COVERED_JOINTLY)
      cr_expect_eq(set_of(w, node) & ~set, 0);
  }
  imsi_coverage_free(less);
  imsi_smallest_free(&smallest);
}

Test(coverage, what_is_called_covered_is_covered)
{
  static world w;
  for (uint64_t seed = 1; seed <= WORLDS; seed++) {
    open_world(&w, seed);
    const imsi_region asked = { fixture_edition(w.model, "e:0"), { IMS_NO_NODE } };
    bool *seen = calloc(ims_node_count(w.model) + 1, sizeof *seen);
    imsi_vec demands = IMSI_VEC(ims_node);
    cr_assert_not_null(seen);
    cr_assert_eq(imsi_coverage_demands(w.model, &asked, seen, &demands), IMS_OK);
    for (size_t i = 0; i < demands.count; i++)
      check_node(&w, IMSI_AT(ims_node, &demands, i));
    check_smallest(&w, &demands);
    imsi_vec_free(&demands);
    free(seen);
    close_world(&w);
  }
  for (size_t state = 0; state < IMSI_COVERED_COUNT; state++)
    cr_expect_gt(w.seen[state], 3, "state %zu: %zu", state, w.seen[state]);
}
