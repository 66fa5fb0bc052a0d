/* The closure against sets that are known, and against path consistency computed in the plainest way there is. */
#include "model/closure.h"
#include "property/network.h"
#include "property/tables.h"

enum { WORLDS = 250, MASKS = 32 };

static const network_shape small = { .clauses = 3, .rows = 60 };
static const network_shape dense = { .clauses = 3, .rows = 250 };
static const network_shape lying = { .clauses = 3, .rows = 40, .lies = 15 };

/* ---- the oracle ---- */

typedef struct oracle {
  int count;
  bool part[NETWORK_NODES], whole[NETWORK_NODES];
  ims_relation mask[NETWORK_NODES][NETWORK_NODES];
  bool contradiction;
} oracle;

/* Five obligations are enough for every way in which three sets can lie to each other. */
static void compose_by_example(ims_relation table[MASKS][MASKS])
{
  enum { SETS = 32 };
  memset(table, 0, MASKS * sizeof *table);
  for (unsigned a = 1; a < SETS; a++)
    for (unsigned b = 1; b < SETS; b++)
      for (unsigned c = 1; c < SETS; c++)
        table[network_relation(a, b)][network_relation(b, c)] |= network_relation(a, c);
  for (unsigned x = 0; x < MASKS; x++)
    for (unsigned y = 0; y < MASKS; y++)
      for (unsigned i = 1; i < MASKS; i <<= 1)
        for (unsigned j = 1; j < MASKS; j <<= 1)
          if ((x & i) && (y & j))
            table[x][y] |= table[i][j];
}

static ims_relation turned(ims_relation relation)
{
  static const ims_relation base[][2] = { { IMS_EQUAL, IMS_EQUAL },
                                          { IMS_SUBSET, IMS_SUPERSET },
                                          { IMS_SUPERSET, IMS_SUBSET },
                                          { IMS_INTERSECTS, IMS_INTERSECTS },
                                          { IMS_DISJOINT, IMS_DISJOINT } };
  ims_relation result = IMS_CONTRADICTION;
  for (size_t i = 0; i < sizeof base / sizeof *base; i++)
    if (relation & base[i][0])
      result |= base[i][1];
  return result;
}

static bool narrow(oracle *o, int a, int b, ims_relation relation)
{
  const ims_relation left = o->mask[a][b] & relation;
  const bool changed = left != o->mask[a][b];
  o->mask[a][b] = left;
  o->mask[b][a] = turned(left);
  o->contradiction = o->contradiction || !left;
  return changed;
}

static bool is_whole(const network *net, const oracle *o, int clause)
{
  bool parts = false;
  for (int i = 0; i < net->node_count; i++) {
    if (net->nodes[i].parent != clause || !o->part[i])
      continue;
    if (net->nodes[i].kind == IMS_CLAUSE && !is_whole(net, o, i))
      return false;
    parts = true;
  }
  return parts && net->nodes[clause].whole;
}

static void begin(const network *net, oracle *o)
{
  *o = (oracle){ .count = net->node_count };
  memset(o->mask, IMS_UNKNOWN, sizeof o->mask);
  for (int i = 0; i < o->count; i++)
    o->part[i] = network_is_part(net, i);
  for (int i = 0; i < o->count; i++) {
    o->mask[i][i] = IMS_EQUAL;
    o->whole[i] = is_whole(net, o, i);
    if (o->part[i])
      narrow(o, i, net->nodes[i].parent, IMS_CONTAINED);
  }
  for (int i = 0; i < net->row_count; i++) {
    const network_row *row = &net->rows[i];
    if (row->target >= 0 && !row->left_out)
      narrow(o, row->source, row->target, row->loose ? IMS_OVERLAPS : row->relation);
  }
}

static bool compose_all(oracle *o, ims_relation table[MASKS][MASKS])
{
  bool changed = false;
  for (int i = 0; i < o->count; i++)
    for (int j = 0; j < o->count; j++)
      for (int k = 0; o->mask[i][j] != IMS_UNKNOWN && k < o->count; k++)
        changed = narrow(o, i, k, table[o->mask[i][j]][o->mask[j][k]]) || changed;
  return changed;
}

static bool parts_are_in(const network *net, const oracle *o, int clause, int other)
{
  for (int i = 0; i < o->count; i++)
    if (net->nodes[i].parent == clause && o->part[i] && (o->mask[i][other] & ~IMS_CONTAINED))
      return false;
  return true;
}

static bool unite_all(const network *net, oracle *o)
{
  bool changed = false;
  for (int i = 0; i < o->count; i++)
    for (int k = 0; k < o->count; k++)
      if (o->whole[i] && i != k && parts_are_in(net, o, i, k))
        changed = narrow(o, i, k, IMS_CONTAINED) || changed;
  return changed;
}

static void solve(const network *net, oracle *o, ims_relation table[MASKS][MASKS])
{
  begin(net, o);
  for (bool changed = true; changed && !o->contradiction;) {
    changed = compose_all(o, table);
    changed = unite_all(net, o) || changed;
  }
}

/* ---- worlds ---- */

/* A world, what the closure knows of it, and what the oracle does. */
typedef struct world {
  network net;
  ims_model *model;
  imsi_closure *closure;
  ims_node nodes[NETWORK_NODES];
  ims_relation known[NETWORK_NODES][NETWORK_NODES];
  ims_relation table[MASKS][MASKS];
  oracle oracle;
} world;

static void find_nodes(world *w)
{
  for (int i = 0; i < w->net.node_count; i++)
    w->nodes[i] = network_find(&w->net, w->model, i);
  for (int i = 0; i < w->net.node_count; i++)
    for (int k = 0; k < w->net.node_count; k++)
      w->known[i][k] = imsi_closure_relation(w->closure, w->nodes[i], w->nodes[k]);
}

static void visit(world *w, network_shape shape, uint64_t seed, void (*check)(world *w))
{
  shape.seed = seed;
  network_make(&w->net, &shape);
  w->model = network_model(&w->net);
  cr_assert_eq(imsi_closure_new(w->model, &w->closure), IMS_OK);
  find_nodes(w);
  check(w);
  imsi_closure_free(w->closure);
  ims_model_free(w->model);
}

static void visit_all(const network_shape *shape, int count, void (*check)(world *w))
{
  world *w = calloc(1, sizeof *w);
  cr_assert_not_null(w);
  compose_by_example(w->table);
  for (int i = 1; i <= count; i++)
    visit(w, *shape, (uint64_t)i, check);
  free(w);
}

#define SAY(w, a, b)                                                                                                   \
  "%d nodes, %d rows: e:%d/%s to e:%d/%s", (w)->net.node_count, (w)->net.row_count, (w)->net.nodes[a].edition,         \
      (w)->net.nodes[a].name, (w)->net.nodes[b].edition, (w)->net.nodes[b].name

/* ---- what must hold ---- */

static void check_soundness(world *w)
{
  for (int i = 0; i < w->net.node_count; i++)
    for (int k = 0; k < w->net.node_count; k++) {
      const unsigned a = w->net.nodes[i].set, b = w->net.nodes[k].set;
      const ims_relation truth = network_relation(a, b);
      if (a && b)
        cr_assert(w->known[i][k] & truth, SAY(w, i, k));
      else if (i != k) /* a clause that demands nothing enters no relation */
        cr_assert_eq(w->known[i][k], IMS_UNKNOWN, SAY(w, i, k));
    }
}

Test(closure_oracle, what_is_true_stays_possible)
{
  visit_all(&small, WORLDS, check_soundness);
  visit_all(&dense, WORLDS / 5, check_soundness);
}

static void check_triples(world *w)
{
  for (int i = 0; i < w->net.node_count; i++)
    for (int j = 0; j < w->net.node_count; j++)
      for (int k = 0; k < w->net.node_count; k++)
        cr_assert_not(w->known[i][k] & ~w->table[w->known[i][j]][w->known[j][k]], SAY(w, i, k));
}

Test(closure_oracle, no_triple_has_more_to_say)
{
  visit_all(&small, WORLDS, check_triples);
}

static void check_fixpoint(world *w)
{
  solve(&w->net, &w->oracle, w->table);
  cr_assert_not(w->oracle.contradiction);
  cr_assert_eq(imsi_closure_contradictions(w->closure), (size_t)0);
  for (int i = 0; i < w->net.node_count; i++)
    for (int k = 0; k < w->net.node_count; k++)
      cr_assert_eq(w->known[i][k], w->oracle.mask[i][k], SAY(w, i, k));
}

Test(closure_oracle, plain_path_consistency_finds_the_same)
{
  visit_all(&small, WORLDS, check_fixpoint);
  visit_all(&dense, WORLDS / 5, check_fixpoint);
}

Test(closure_oracle, so_it_does_in_worlds_that_are_larger)
{
  static const network_shape large = { .clauses = 9, .rows = 300 };
  visit_all(&large, 4, check_fixpoint);
}

static void check_ends(world *w)
{
  for (int i = 0; i < w->net.node_count; i++) {
    size_t known = 0, listed = 0;
    for (int k = 0; k < w->net.node_count; k++) {
      cr_assert_eq(w->known[k][i], turned(w->known[i][k]), SAY(w, i, k));
      known += i != k && w->known[i][k] != IMS_UNKNOWN;
    }
    imsi_neighbour n;
    for (uint32_t at = imsi_closure_first(w->closure, w->nodes[i]); at != IMS_NO_NODE; at = n.next) {
      n = imsi_closure_neighbour(w->closure, w->nodes[i], at);
      cr_assert_eq(n.relation, imsi_closure_relation(w->closure, w->nodes[i], n.node));
      listed += n.relation != IMS_UNKNOWN;
    }
    cr_assert_eq(listed, known, SAY(w, i, i));
  }
}

Test(closure_oracle, both_ends_of_a_pair_tell_the_same)
{
  visit_all(&small, WORLDS, check_ends);
  visit_all(&lying, WORLDS, check_ends);
}

/* ---- proofs ---- */

static void keep_only(world *w, const imsi_vec *rows)
{
  for (int i = 0; i < w->net.row_count; i++)
    w->net.rows[i].left_out = true;
  for (size_t i = 0; i < rows->count; i++) {
    const ims_row stated = ims_relation_at(w->model, IMSI_AT(uint32_t, rows, i));
    for (int k = 0; k < w->net.row_count; k++) {
      network_row *row = &w->net.rows[k];
      if (row->target >= 0 && row->loose == stated.mapping->loose &&
          w->nodes[row->source].index == stated.source.index && w->nodes[row->target].index == stated.target.index)
        row->left_out = false;
    }
  }
}

static void expect_proof(world *w, int a, int b)
{
  imsi_vec rows = IMSI_VEC(uint32_t);
  cr_assert_eq(imsi_closure_rows(w->closure, w->nodes[a], w->nodes[b], &rows), IMS_OK);
  for (size_t i = 0; i < rows.count; i++)
    for (size_t k = 0; k < i; k++) /* each once */
      cr_assert_neq(IMSI_AT(uint32_t, &rows, i), IMSI_AT(uint32_t, &rows, k));
  keep_only(w, &rows);
  solve(&w->net, &w->oracle, w->table);
  cr_assert_eq(w->oracle.mask[a][b], w->known[a][b], SAY(w, a, b));
  imsi_vec_free(&rows);
}

static void check_proofs(world *w)
{
  for (int i = 0; i < 3; i++) {
    const int a = network_random(&w->net, w->net.node_count), b = network_random(&w->net, w->net.node_count);
    if (a != b && w->known[a][b] != IMS_UNKNOWN)
      expect_proof(w, a, b);
  }
}

Test(closure_oracle, the_rows_that_prove_a_pair_are_enough)
{
  visit_all(&small, WORLDS, check_proofs);
}

/* ---- contradictions ---- */

static size_t contradictory, consistent;

static void check_contradiction(world *w)
{
  solve(&w->net, &w->oracle, w->table);
  const size_t found = imsi_closure_contradictions(w->closure);
  cr_assert_eq(found > 0, w->oracle.contradiction, "%zu found in %d nodes, %d rows", found, w->net.node_count,
               w->net.row_count);
  contradictory += found > 0;
  consistent += !found;
  for (size_t i = 0; i < found; i++) {
    ims_node a, b;
    imsi_closure_contradiction(w->closure, i, &a, &b);
    cr_assert_eq(imsi_closure_relation(w->closure, a, b), IMS_CONTRADICTION);
    imsi_vec rows = IMSI_VEC(uint32_t);
    cr_assert_eq(imsi_closure_rows(w->closure, a, b, &rows), IMS_OK);
    cr_assert_gt(rows.count, (size_t)0);
    imsi_vec_free(&rows);
  }
}

Test(closure_oracle, a_contradiction_is_found_where_there_is_one)
{
  contradictory = consistent = 0;
  visit_all(&lying, WORLDS, check_contradiction);
  cr_expect_gt(contradictory, (size_t)WORLDS / 10);
  cr_expect_gt(consistent, (size_t)WORLDS / 10);
}

/* The rows that prove a contradiction contradict each other without any help. */
static void check_broken_proof(world *w)
{
  if (!imsi_closure_contradictions(w->closure))
    return;
  ims_node a, b;
  imsi_vec rows = IMSI_VEC(uint32_t);
  imsi_closure_contradiction(w->closure, 0, &a, &b);
  cr_assert_eq(imsi_closure_rows(w->closure, a, b, &rows), IMS_OK);
  keep_only(w, &rows);
  solve(&w->net, &w->oracle, w->table);
  cr_assert(w->oracle.contradiction);
  imsi_vec_free(&rows);
}

Test(closure_oracle, the_rows_of_a_contradiction_contradict_each_other)
{
  visit_all(&lying, WORLDS, check_broken_proof);
}

Test(closure_oracle, composition_is_what_sets_do)
{
  ims_relation table[MASKS][MASKS];
  compose_by_example(table);
  for (unsigned ab = 0; ab < MASKS; ab++)
    for (unsigned bc = 0; bc < MASKS; bc++)
      cr_expect_eq(ims_relation_compose((ims_relation)ab, (ims_relation)bc), table[ab][bc], "%u, %u", ab, bc);
}

/* ---- what is built in: too large for the oracle, but every triple can be looked at ---- */

/* Whatever goes through `middle` says no more of its two ends than is known of them. */
static void expect_closed_around(const imsi_closure *closure, ims_node middle, ims_relation table[MASKS][MASKS])
{
  imsi_neighbour a, b;
  for (uint32_t i = imsi_closure_first(closure, middle); i != IMS_NO_NODE; i = a.next) {
    a = imsi_closure_neighbour(closure, middle, i);
    for (uint32_t k = imsi_closure_first(closure, middle); k != IMS_NO_NODE; k = b.next) {
      b = imsi_closure_neighbour(closure, middle, k);
      const ims_relation through = table[turned(a.relation)][b.relation];
      if (through != IMS_UNKNOWN && a.node.index != b.node.index)
        cr_assert_not(imsi_closure_relation(closure, a.node, b.node) & ~through, "nodes %u, %u, %u", a.node.index,
                      middle.index, b.node.index);
    }
  }
}

Test(closure_oracle, no_triple_of_the_built_in_mappings_has_more_to_say)
{
  ims_relation table[MASKS][MASKS];
  ims_model *model = tables_builtin();
  imsi_closure *closure = NULL;
  compose_by_example(table);
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  for (uint32_t i = 0; i < ims_node_count(model); i++)
    expect_closed_around(closure, (ims_node){ i }, table);
  for (size_t i = 0; i < ims_relation_count(model); i++) {
    const ims_row row = ims_relation_at(model, i);
    cr_assert_not(imsi_closure_relation(closure, row.source, row.target) & ~ims_row_relation(&row), "%s:%u",
                  row.pos.file, row.pos.line);
  }
  imsi_closure_free(closure);
  ims_model_free(model);
}
