/* What contradicts itself, against scenarios searched one by one, and against closing the rows once more. */
#include "property/network.h"
#include "property/tables.h"
#include "query/consistency.h"

enum { POINTS = 6, WORLDS = 1200, LARGE_WORLDS = 120, MASKS = 32 };

/* ---- networks of a few clauses ---- */

/* Each point is the only clause of an edition of its own. */
typedef struct points {
  network net; /* for its random numbers */
  int count;
  ims_model *model;
  ims_node nodes[POINTS];
  int used[POINTS]; /* those that the rows looked at speak of */
  int used_count;
  ims_relation table[MASKS][MASKS];    /* found by example */
  ims_relation stated[POINTS][POINTS]; /* what rows say, both ways */
} points;

static void compose_by_example(ims_relation table[MASKS][MASKS])
{
  enum { SETS = 32 }; /* of five obligations */
  memset(table, 0, MASKS * sizeof *table);
  for (unsigned a = 1; a < SETS; a++)
    for (unsigned b = 1; b < SETS; b++)
      for (unsigned c = 1; c < SETS; c++)
        table[network_relation(a, b)][network_relation(b, c)] |= network_relation(a, c);
}

static void make_points(points *w, uint64_t seed)
{
  ims_memory xml = { 0 };
  static const char *const words[] = { "equal", "subset", "superset", "intersects", "disjoint" };
  w->net = (network){ .state = seed * UINT64_C(0x9e3779b97f4a7c15) + 1 };
  w->count = 3 + network_random(&w->net, POINTS - 2);
  fixture_printf(&xml, "<imsmap version='1'>\n");
  for (int i = 0; i < w->count; i++)
    fixture_printf(&xml, "<edition id='e:%d' name='E'><clause number='1' force='requirement'/></edition>\n", i);
  const int density = 30 + network_random(&w->net, 70);
  for (int i = 0; i < w->count; i++)
    for (int k = 0; k < w->count; k++)
      for (int loose = 0; i != k && loose < 2; loose++) {
        if (!network_chance(&w->net, density / (i < k ? 2 : 8)))
          continue;
        fixture_printf(&xml,
                       "<mapping-set id='m%d%d%d' source='e:%d' target='e:%d' intersects='%s'>"
                       "<relation source='1' is='%s' target='1'/></mapping-set>\n",
                       i, k, loose, i, k, loose ? "loose" : "strict", words[network_random(&w->net, 5)]);
      }
  fixture_printf(&xml, "</imsmap>\n");
  w->model = fixture_model(xml.data);
  ims_memory_free(&xml);
  for (int i = 0; i < w->count; i++) {
    char reference[16];
    snprintf(reference, sizeof reference, "e:%d/1", i);
    w->nodes[i] = fixture_node(w->model, reference);
  }
}

static int place_of(const points *w, ims_node node)
{
  int i = 0;
  while (w->nodes[i].index != node.index)
    i++;
  return i;
}

static void use(points *w, int point)
{
  for (int i = 0; i < w->used_count; i++)
    if (w->used[i] == point)
      return;
  w->used[w->used_count++] = point;
}

/* What these rows say of each two points. */
static void state(points *w, const uint32_t *rows, size_t count)
{
  memset(w->stated, IMS_UNKNOWN, sizeof w->stated);
  w->used_count = 0;
  for (size_t i = 0; i < count; i++) {
    const ims_row row = ims_relation_at(w->model, rows ? rows[i] : i);
    const int a = place_of(w, row.source), b = place_of(w, row.target);
    use(w, a);
    use(w, b);
    w->stated[a][b] &= ims_row_relation(&row);
    w->stated[b][a] &= ims_relation_inverse(ims_row_relation(&row));
  }
}

/* ---- scenarios: one base relation for each pair, so that all triples fit ---- */

typedef struct search {
  const points *w;
  ims_relation chosen[POINTS][POINTS];
} search;

static bool fits(const search *s, int i, int k)
{
  const int *used = s->w->used;
  for (int c = 0; c < i; c++) /* chosen before: pairs come by their second point */
    if (!(s->w->table[s->chosen[used[i]][used[c]]][s->chosen[used[c]][used[k]]] & s->chosen[used[i]][used[k]]))
      return false;
  return true;
}

/* True if there is a scenario for the pairs of points in use from the `i`th and `k`th on. */
static bool choose(search *s, int i, int k)
{
  if (k >= s->w->used_count)
    return true;
  const int a = s->w->used[i], b = s->w->used[k];
  for (unsigned base = 1; base < MASKS; base <<= 1) {
    if (!(s->w->stated[a][b] & base))
      continue;
    s->chosen[a][b] = (ims_relation)base;
    s->chosen[b][a] = ims_relation_inverse((ims_relation)base);
    if (fits(s, i, k) && choose(s, i + 1 == k ? 0 : i + 1, i + 1 == k ? k + 1 : k))
      return true;
  }
  return false;
}

static bool has_scenario(const points *w)
{
  search s = { .w = w };
  return choose(&s, 0, 1);
}

/* What is left of a pair in some scenario. */
static ims_relation possible(points *w, int a, int b)
{
  const ims_relation stated = w->stated[a][b], inverse = w->stated[b][a];
  ims_relation left = 0;
  for (unsigned base = 1; base < MASKS; base <<= 1) {
    if (!(stated & base))
      continue;
    w->stated[a][b] = (ims_relation)base;
    w->stated[b][a] = ims_relation_inverse((ims_relation)base);
    left |= has_scenario(w) ? (ims_relation)base : 0;
  }
  w->stated[a][b] = stated;
  w->stated[b][a] = inverse;
  return left;
}

/* ---- what must hold of small networks ---- */

static size_t contradictory, consistent;

static void check_verdict(points *w)
{
  imsi_closure *closure = NULL;
  state(w, NULL, ims_relation_count(w->model));
  const bool good = has_scenario(w);
  cr_assert_eq(imsi_closure_make(w->model, &(imsi_closure_options){ .no_hierarchy = true }, &closure), IMS_OK);
  cr_assert_eq(imsi_closure_contradictions(closure) == 0, good);
  contradictory += !good;
  consistent += good;
  for (int i = 0; good && i < w->used_count; i++)
    for (int k = 0; k < w->used_count; k++) {
      const int a = w->used[i], b = w->used[k];
      const ims_relation known = imsi_closure_relation(closure, w->nodes[a], w->nodes[b]);
      if (a != b)
        cr_assert_eq(known, possible(w, a, b), "%d to %d: %d, in scenarios %d", a, b, known, possible(w, a, b));
    }
  imsi_closure_free(closure);
}

static size_t count_triangles(const points *w)
{
  size_t count = 0;
  for (int a = 0; a < w->count; a++)
    for (int b = a + 1; b < w->count; b++)
      for (int c = b + 1; c < w->count; c++) {
        bool fit = false, sides = true;
        const ims_relation ab = w->stated[a][b], bc = w->stated[b][c], ac = w->stated[a][c];
        sides = ab && bc && ac && ab != IMS_UNKNOWN && bc != IMS_UNKNOWN && ac != IMS_UNKNOWN;
        for (unsigned x = 1; x < MASKS; x <<= 1)
          for (unsigned y = 1; y < MASKS; y <<= 1)
            fit = fit || ((ab & x) && (bc & y) && (w->table[x][y] & ac));
        count += sides && !fit;
      }
  return count;
}

static size_t count_own(const points *w)
{
  size_t count = 0;
  for (int a = 0; a < w->count; a++)
    for (int b = a + 1; b < w->count; b++)
      count += w->stated[a][b] == IMS_CONTRADICTION;
  return count;
}

/* A set of rows that has no scenario, and any one of which can be dropped to get some. */
static void expect_irreducible(points *w, const imsi_contradiction *contradiction)
{
  uint32_t others[64];
  cr_assert_leq(contradiction->row_count, (size_t)64);
  state(w, contradiction->rows, contradiction->row_count);
  cr_assert_not(has_scenario(w));
  for (size_t i = 0; i < contradiction->row_count; i++) {
    size_t count = 0;
    for (size_t k = 0; k < contradiction->row_count; k++)
      if (k != i)
        others[count++] = contradiction->rows[k];
    state(w, others, count);
    cr_assert(has_scenario(w), "row %zu of %zu can be dropped", i, contradiction->row_count);
    if (i != contradiction->disputed)
      continue;
    const ims_row row = ims_relation_at(w->model, contradiction->rows[i]);
    use(w, place_of(w, row.source));
    use(w, place_of(w, row.target));
    const ims_relation left = possible(w, place_of(w, row.source), place_of(w, row.target));
    cr_assert_eq(contradiction->others, left);
    cr_assert_not(left & ims_row_relation(&row));
  }
}

static void check_answer(points *w)
{
  imsi_consistency found;
  const imsi_consistency_options all = { .most = SIZE_MAX };
  state(w, NULL, ims_relation_count(w->model));
  const size_t triangles = count_triangles(w), own = count_own(w);
  const bool good = has_scenario(w);
  cr_assert_eq(imsi_consistency_find(w->model, &all, &found), IMS_OK);
  cr_assert_eq(found.triangles, triangles);
  cr_assert_eq(found.by_own_rows, own);
  cr_assert_eq(found.impossible == 0, good);
  cr_assert_eq(found.contradictions.count == 0, good);
  cr_assert_eq(found.looked_into, found.impossible);
  size_t pairs = 0;
  for (size_t i = 0; i < found.contradictions.count; i++) {
    expect_irreducible(w, &IMSI_AT(imsi_contradiction, &found.contradictions, i));
    pairs += IMSI_AT(imsi_contradiction, &found.contradictions, i).pairs;
  }
  cr_assert_eq(pairs, found.impossible);
  contradictory += found.triangles > 0;
  consistent += good;
  imsi_consistency_free(&found);
}

static void visit_points(void (*check)(points *w))
{
  points *w = calloc(1, sizeof *w);
  cr_assert_not_null(w);
  contradictory = consistent = 0;
  compose_by_example(w->table);
  for (uint64_t seed = 1; seed <= WORLDS; seed++) {
    make_points(w, seed);
    check(w);
    ims_model_free(w->model);
  }
  free(w);
  cr_expect_gt(contradictory, (size_t)WORLDS / 10);
  cr_expect_gt(consistent, (size_t)WORLDS / 10);
}

Test(consistency, closing_finds_what_all_scenarios_leave)
{
  visit_points(check_verdict);
}

Test(consistency, contradictions_have_no_scenario_and_cannot_be_reduced)
{
  visit_points(check_answer);
}

/* ---- worlds with a hierarchy ---- */

static const network_shape lying = { .clauses = 3, .rows = 40, .lies = 12 };

static size_t broken_rows(const ims_model *model, const uint32_t *rows, size_t count)
{
  static const uint32_t none;
  imsi_closure *closure = NULL;
  const imsi_closure_options some = { .rows = count ? rows : &none, .row_count = count };
  cr_assert_eq(imsi_closure_make(model, &some, &closure), IMS_OK);
  const size_t broken = imsi_closure_contradictions(closure);
  imsi_closure_free(closure);
  return broken;
}

static void expect_minimal(const ims_model *model, const imsi_contradiction *contradiction)
{
  uint32_t *others = malloc((contradiction->row_count + 1) * sizeof *others);
  cr_assert_not_null(others);
  cr_assert_gt(broken_rows(model, contradiction->rows, contradiction->row_count), (size_t)0);
  for (size_t i = 0; i < contradiction->row_count; i++) {
    size_t count = 0;
    for (size_t k = 0; k < contradiction->row_count; k++)
      if (k != i)
        others[count++] = contradiction->rows[k];
    cr_assert_eq(broken_rows(model, others, count), (size_t)0);
  }
  free(others);
}

static void check_hierarchy(const ims_model *model)
{
  imsi_consistency found;
  imsi_closure *full = NULL, *touched = NULL;
  const imsi_consistency_options all = { .most = SIZE_MAX, .with_parents = true };
  cr_assert_eq(imsi_closure_new(model, &full), IMS_OK);
  cr_assert_eq(imsi_closure_make(model, &(imsi_closure_options){ .touched = true }, &touched), IMS_OK);
  cr_assert_eq(imsi_consistency_find(model, &all, &found), IMS_OK);
  /* what no row speaks of decides nothing */
  cr_assert_eq(imsi_closure_contradictions(full) > 0, imsi_closure_contradictions(touched) > 0);
  cr_assert_eq(found.impossible, imsi_closure_contradictions(touched));
  for (size_t i = 0; !found.impossible && i < ims_relation_count(model); i++) {
    const ims_row row = ims_relation_at(model, i);
    cr_assert_eq(imsi_closure_relation(full, row.source, row.target),
                 imsi_closure_relation(touched, row.source, row.target));
  }
  for (size_t i = 0; i < found.contradictions.count; i++)
    expect_minimal(model, &IMSI_AT(imsi_contradiction, &found.contradictions, i));
  contradictory += found.impossible > 0;
  consistent += !found.impossible;
  imsi_consistency_free(&found);
  imsi_closure_free(touched);
  imsi_closure_free(full);
}

static void visit_worlds(void (*check)(network *net))
{
  network *net = malloc(sizeof *net);
  network_shape shape = lying;
  cr_assert_not_null(net);
  contradictory = consistent = 0;
  for (shape.seed = 1; shape.seed <= LARGE_WORLDS; shape.seed++) {
    network_make(net, &shape);
    check(net);
  }
  free(net);
}

static void check_world(network *net)
{
  ims_model *model = network_model(net);
  check_hierarchy(model);
  ims_model_free(model);
}

Test(consistency, with_a_hierarchy_too_no_row_can_be_dropped)
{
  visit_worlds(check_world);
  cr_expect_gt(contradictory, (size_t)LARGE_WORLDS / 10);
  cr_expect_gt(consistent, (size_t)LARGE_WORLDS / 10);
}

/* ---- the order of files ---- */

static void say(const network_file *files, size_t count, ims_memory *text)
{
  const ims_argument arguments[] = { { "with-parents", NULL }, { "max", "0" }, { NULL, NULL } };
  ims_model *model = network_load_files(files, count);
  ims_table *table = tables_make(model, "consistency", arguments, IMS_FORM_LONG, IMS_WORDS_NONE);
  cr_assert_eq(ims_format_find("json")->write(table, &(ims_write_options){ 0 }, ims_sink_memory(text)), IMS_OK);
  contradictory += ims_table_row_count(table) > 0;
  ims_table_free(table);
  ims_model_free(model);
}

static void check_order(network *net)
{
  network_file files[NETWORK_FILES];
  ims_memory first = { 0 };
  const size_t count = network_write(net, files);
  say(files, count, &first);
  for (int order = 0; order < 3; order++) {
    ims_memory again = { 0 };
    for (size_t i = count - 1; i > 0; i--) {
      const size_t k = (size_t)network_random(net, (int)i + 1);
      const network_file swap = files[i];
      files[i] = files[k];
      files[k] = swap;
    }
    say(files, count, &again);
    cr_assert_str_eq(again.data, first.data);
    ims_memory_free(&again);
  }
  ims_memory_free(&first);
  network_files_free(files);
}

Test(consistency, the_order_of_files_changes_nothing)
{
  visit_worlds(check_order);
  cr_expect_gt(contradictory, (size_t)LARGE_WORLDS / 10);
}
