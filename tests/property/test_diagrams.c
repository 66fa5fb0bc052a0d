/* What is drawn of the data compiled in is what the report of the same question says; and it is drawn alike each time.
 */
#include "property/tables.h"
#include "unit/diagram/fixture_diagram.h"

enum { MOST = 512, NAME = 160 };

static const char *cell(const ims_table *table, size_t row, const char *key)
{
  const char *text = ims_table_cell(table, row, fixture_column(table, key));
  return text ? text : "";
}

static const char *role_of(const char *symbol)
{
  static const char *const roles[][2] = { { "=", "equal" },    { "<", "contained" }, { "<=", "contained" },
                                          { ">", "contains" }, { ">=", "contains" }, { "x", "overlaps" },
                                          { "~", "overlaps" } };
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (strcmp(roles[i][0], symbol) == 0)
      return roles[i][1];
  return NULL;
}

/* ---- hub ---- */

Test(diagrams, the_hub_has_a_line_for_each_pair_of_the_correlation_table)
{
  ims_model *model = tables_builtin();
  ims_table *table = tables_make(
      model, "correlate",
      (const ims_argument[]){
          { "pivot", "hs" }, { "other", "9001" }, { "other", "20000-1" }, { "other", "27001" }, { NULL, NULL } },
      IMS_FORM_LONG, IMS_WORDS_NONE);
  Agraph_t *graph =
      fixture_graph(model, "hub", WIDE({ "edition", "9001" }, { "edition", "20000-1" }, { "edition", "27001" }));
  static const char *const roles[] = { "equal", "contained", "contains", "overlaps" };
  size_t drawn = 0;
  for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
    size_t told = 0;
    for (size_t i = 0; i < ims_table_row_count(table); i++) {
      const char *role = role_of(cell(table, i, "relation"));
      told += *cell(table, i, "source") && role && strcmp(role, roles[r]) == 0;
    }
    cr_expect_gt(told, (size_t)0);
    cr_expect_eq(fixture_edges(graph, roles[r]), told, "%s: %zu drawn, %zu told", roles[r],
                 fixture_edges(graph, roles[r]), told);
    drawn += told;
  }
  cr_expect_eq(fixture_edges(graph, ""), drawn);
  agclose(graph);
  ims_table_free(table);
  ims_model_free(model);
}

/* ---- overlap ---- */

static ims_table *overlap_table(const ims_model *model)
{
  return tables_make(
      model, "overlap",
      (const ims_argument[]){ { "edition", "9001" }, { "edition", "20000-1" }, { "edition", "27001" }, { NULL, NULL } },
      IMS_FORM_LONG, IMS_WORDS_NONE);
}

#define THREE                                                                                                          \
  { "edition", "9001" }, { "edition", "20000-1" },                                                                     \
  {                                                                                                                    \
    "edition", "27001"                                                                                                 \
  }

/* "ISO 9001:2015" or "ISO/IEC 27001:2022 controls", as a row counts it */
static void name_set(const ims_model *model, const ims_table *table, size_t row, char *name)
{
  snprintf(name, NAME, "%s%s", fixture_edition(model, cell(table, row, "edition"))->name,
           strcmp(cell(table, row, "force"), "control") == 0 ? " controls" : "");
}

static bool holds(const char *list, const char *id)
{
  const char *at = strstr(list, id);
  return at && (at == list || at[-1] == ' ') && (at[strlen(id)] == ' ' || !at[strlen(id)]);
}

Test(diagrams, the_bars_are_the_counts_of_the_overlap_report)
{
  ims_model *model = tables_builtin();
  ims_table *table = overlap_table(model);
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(THREE));
  size_t rows = 0, bars = 0;
  for (size_t i = 0; i < ims_table_row_count(table); i++) {
    if (strcmp(cell(table, i, "part"), "all") != 0 || strcmp(cell(table, i, "counted"), "provisions") != 0)
      continue;
    char name[NAME], start[2 * NAME];
    name_set(model, table, i, name);
    snprintf(start, sizeof start, "%s: %s of %s (", name, cell(table, i, "count"), cell(table, i, "of"));
    bool found = false;
    for (Agnode_t *n = agfstnode(graph); n && !found; n = agnxtnode(graph, n))
      found = fixture_is(n, "bar") && strncmp(fixture_attribute(n, "tooltip"), start, strlen(start)) == 0;
    cr_expect(found, "no bar says %s", start);
    rows++;
  }
  bars = fixture_nodes(graph, "bar");
  cr_expect_eq(bars, rows, "%zu bars, %zu rows", bars, rows);
  agclose(graph);
  ims_table_free(table);
  ims_model_free(model);
}

Test(diagrams, the_map_has_the_counts_of_the_overlap_report)
{
  ims_model *model = tables_builtin();
  ims_table *table = overlap_table(model);
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(THREE, { "view", "clauses" }));
  char last[4 * NAME] = "";
  size_t cells = 0, shared = 0;
  for (size_t i = 0; i < ims_table_row_count(table); i++) {
    const char *part = cell(table, i, "part");
    if (strcmp(part, "common") != 0 && strcmp(part, "outside") != 0)
      continue;
    char name[NAME], start[4 * NAME];
    name_set(model, table, i, name);
    snprintf(start, sizeof start, "%s, %s ", name, cell(table, i, "clause"));
    if (strcmp(start, last) != 0) {
      cells++;
      shared = 0;
    }
    snprintf(last, sizeof last, "%s", start);
    shared += *cell(table, i, "shared_with") ? strtoul(cell(table, i, "count"), NULL, 10) : 0;
    /* rows of a cell follow each other: at its last one all is counted */
    char next[4 * NAME] = "";
    if (i + 1 < ims_table_row_count(table) && *cell(table, i + 1, "edition") &&
        (strcmp(cell(table, i + 1, "part"), "common") == 0 || strcmp(cell(table, i + 1, "part"), "outside") == 0)) {
      name_set(model, table, i + 1, name);
      snprintf(next, sizeof next, "%s, %s ", name, cell(table, i + 1, "clause"));
    }
    if (strcmp(next, start) == 0)
      continue;
    char end[64];
    snprintf(end, sizeof end, ": %zu of %s", shared, cell(table, i, "of"));
    bool found = false;
    for (Agnode_t *n = agfstnode(graph); n && !found; n = agnxtnode(graph, n)) {
      const char *tip = fixture_attribute(n, "tooltip");
      found = fixture_is(n, "cell") && strncmp(tip, start, strlen(start)) == 0 && strlen(tip) > strlen(end) &&
              strcmp(tip + strlen(tip) - strlen(end), end) == 0;
    }
    cr_expect(found, "no cell says %s...%s", start, end);
  }
  cr_expect_eq(fixture_nodes(graph, "cell"), cells);
  cr_expect_gt(cells, (size_t)100);
  agclose(graph);
  ims_table_free(table);
  ims_model_free(model);
}

Test(diagrams, the_hub_has_the_parts_that_are_outside_in_the_overlap_report)
{
  ims_model *model = tables_builtin();
  ims_table *table = overlap_table(model);
  Agraph_t *graph = fixture_graph(model, "hub", WIDE(THREE));
  char last[NAME] = "";
  size_t parts = 0;
  for (size_t i = 0; i < ims_table_row_count(table); i++) {
    if (strcmp(cell(table, i, "part"), "outside") != 0 || strcmp(cell(table, i, "clause"), last) == 0)
      continue;
    snprintf(last, sizeof last, "%s", cell(table, i, "clause"));
    char start[2 * NAME], counts[NAME];
    size_t own = 0;
    for (size_t k = i; k < ims_table_row_count(table) && strcmp(cell(table, k, "clause"), last) == 0; k++)
      own += *cell(table, k, "shared_with") ? 0 : strtoul(cell(table, k, "count"), NULL, 10);
    snprintf(start, sizeof start, "%s ", last);
    snprintf(counts, sizeof counts, ": %s, own %zu", cell(table, i, "of"), own);
    bool found = false;
    for (Agnode_t *n = agfstnode(graph); n && !found; n = agnxtnode(graph, n)) {
      const char *tip = fixture_attribute(n, "tooltip");
      found = fixture_is(n, "own part") && strncmp(tip, start, strlen(start)) == 0 &&
              strcmp(tip + strlen(tip) - strlen(counts), counts) == 0;
    }
    cr_expect(found, "no part says %s...%s", start, counts);
    parts++;
  }
  cr_expect_eq(fixture_nodes(graph, "own part"), parts);
  cr_expect_gt(parts, (size_t)20);
  agclose(graph);
  ims_table_free(table);
  ims_model_free(model);
}

Test(diagrams, the_discs_have_the_counts_of_the_overlap_report)
{
  ims_model *model = tables_builtin();
  ims_table *table = tables_make(
      model, "overlap", (const ims_argument[]){ { "edition", "9001" }, { "edition", "20000-1" }, { NULL, NULL } },
      IMS_FORM_LONG, IMS_WORDS_NONE);
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE({ "edition", "9001" }, { "edition", "20000-1" }));
  size_t told = 0;
  for (size_t i = 0; i < ims_table_row_count(table); i++) {
    if (strcmp(cell(table, i, "part"), "all") != 0 || strcmp(cell(table, i, "counted"), "provisions") != 0)
      continue;
    char text[NAME];
    const bool shared =
        holds(cell(table, i, "shared_with"), "9001:2015") || holds(cell(table, i, "shared_with"), "20000-1:2018");
    snprintf(text, sizeof text, shared ? "%s of %s (" : "%s own", cell(table, i, "count"), cell(table, i, "of"));
    cr_expect(fixture_says(graph, text), "nothing says %s", text);
    told++;
  }
  cr_expect_geq(told, (size_t)4);
  agclose(graph);
  ims_table_free(table);
  ims_model_free(model);
}

/* ---- path ---- */

Test(diagrams, a_path_has_a_line_for_each_step_that_is_explained)
{
  static const char *const pairs[][2] = { { "9001/8.4", "27001/A.5.19" },
                                          { "9001/4.4", "27001/4.4" },
                                          { "20000-1/9.2", "27001/9.2" },
                                          { "9001/7.2", "20000-1/7.2" },
                                          { "20000-1/8.4.1", "27001/A.7.1" } };
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    const ims_argument arguments[] = { { "a", pairs[i][0] }, { "b", pairs[i][1] }, { "all", NULL }, { NULL, NULL } };
    ims_table *table = tables_make(model, "explain", arguments, IMS_FORM_LONG, IMS_WORDS_NONE);
    Agraph_t *graph =
        fixture_graph_within(model, "path", &(ims_request){ .arguments = arguments, .argument_count = 3 }, 10000);
    size_t steps = 0;
    for (size_t row = 0; row < ims_table_row_count(table); row++)
      steps += strcmp(cell(table, row, "kind"), "step") == 0;
    cr_expect_eq(fixture_edges(graph, ""), steps, "%s %s: %zu drawn, %zu told", pairs[i][0], pairs[i][1],
                 fixture_edges(graph, ""), steps);
    agclose(graph);
    ims_table_free(table);
  }
  ims_model_free(model);
}

/* ---- topics ---- */

Test(diagrams, topics_have_the_clauses_of_the_report)
{
  ims_model *model = tables_builtin();
  ims_table *table =
      tables_make(model, "topics", (const ims_argument[]){ { NULL, NULL } }, IMS_FORM_WIDE, IMS_WORDS_NONE);
  Agraph_t *graph = fixture_graph(model, "topics", &(ims_request){ 0 });
  size_t cells = 0;
  const size_t last = ims_table_column_count(table) - 1;
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    for (size_t column = 2; column < last; column++) {
      const char *text = ims_table_cell(table, row, column);
      if (strcmp(text, "-") == 0)
        continue;
      bool found = false;
      for (Agnode_t *n = agfstnode(graph); n && !found; n = agnxtnode(graph, n))
        found = fixture_is(n, "members") && strcmp(fixture_attribute(n, "tooltip"), text) == 0;
      cr_expect(found, "no cell says %s", text);
      cells++;
    }
  cr_expect_eq(fixture_nodes(graph, "members"), cells);
  cr_expect_eq(fixture_nodes(graph, "topic"), ims_table_row_count(table));
  agclose(graph);
  ims_table_free(table);
  ims_model_free(model);
}

/* ---- transition ---- */

Test(diagrams, no_row_of_a_transition_is_lost_however_it_is_folded)
{
  static const char *const pairs[][2] = { { "27001:2013", "27001:2022" },
                                          { "9001:2008", "9001:2015" },
                                          { "9001:2015", "9001:2026" },
                                          { "20000-1:2011", "20000-1:2018" },
                                          { "hls:2012", "hs:2021" } };
  static const size_t budgets[] = { 40, 90, 1000 };
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    for (size_t b = 0; b < sizeof budgets / sizeof *budgets; b++) {
      Agraph_t *graph =
          fixture_graph_within(model, "transition", WIDE({ "old", pairs[i][0] }, { "new", pairs[i][1] }), budgets[b]);
      size_t drawn[IMS_DROPPED + 1] = { 0 }, told[IMS_DROPPED + 1] = { 0 };
      for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
        for (Agedge_t *e = agfstout(graph, n); e; e = agnxtout(graph, e))
          for (int move = IMS_CARRIED; fixture_is(e, "strand") && move <= IMS_DROPPED; move++)
            drawn[move] +=
                fixture_is(e, ims_move_name((ims_move)move)) ? strtoul(fixture_attribute(e, "tooltip"), NULL, 10) : 0;
      for (size_t k = 0; k < ims_relation_count(model) + ims_verdict_count(model); k++) {
        const ims_row row = k < ims_relation_count(model) ? ims_relation_at(model, k)
                                                          : ims_verdict_at(model, k - ims_relation_count(model));
        told[row.move] +=
            strcmp(row.mapping->source->id, pairs[i][0]) == 0 && strcmp(row.mapping->target->id, pairs[i][1]) == 0;
      }
      for (int move = IMS_CARRIED; move <= IMS_DROPPED; move++)
        cr_expect_eq(drawn[move], told[move], "%s to %s within %zu, %s: %zu drawn, %zu told", pairs[i][0], pairs[i][1],
                     budgets[b], ims_move_name((ims_move)move), drawn[move], told[move]);
      cr_expect_leq(fixture_nodes(graph, "clause") + fixture_nodes(graph, "nowhere"), budgets[b]);
      agclose(graph);
    }
  ims_model_free(model);
}

/* ---- ego ---- */

Test(diagrams, a_neighbourhood_has_the_pairs_of_the_correlation_table)
{
  ims_model *model = tables_builtin();
  ims_table *table = tables_make(
      model, "correlate",
      (const ims_argument[]){
          { "pivot", "20000-1" }, { "other", "9001" }, { "other", "27001" }, { "other", "hs" }, { NULL, NULL } },
      IMS_FORM_LONG, IMS_WORDS_NONE);
  static const char *const clauses[] = { "8.7.3", "7.2", "8.3.4", "10.1" };
  for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
    char reference[NAME];
    const size_t size = strlen(clauses[i]);
    snprintf(reference, sizeof reference, "20000-1/%s", clauses[i]);
    Agraph_t *graph = fixture_graph(model, "ego", WIDE({ "reference", reference }, { "systems", "9001,27001,hs" }));
    size_t told = 0;
    for (size_t row = 0; row < ims_table_row_count(table); row++) {
      const char *source = cell(table, row, "source");
      const bool below = strncmp(source, clauses[i], size) == 0 && (source[size] == '.' || !source[size]);
      told += below && role_of(cell(table, row, "relation"));
    }
    const size_t drawn = fixture_edges(graph, "equal") + fixture_edges(graph, "contained") +
                         fixture_edges(graph, "contains") + fixture_edges(graph, "overlaps");
    cr_expect_gt(told, (size_t)0);
    cr_expect_eq(drawn, told, "%s: %zu drawn, %zu told", clauses[i], drawn, told);
    agclose(graph);
  }
  ims_table_free(table);
  ims_model_free(model);
}

/* ---- all of them ---- */

typedef struct picture {
  const char *diagram;
  const ims_argument arguments[5];
  size_t count;
} picture;

static const picture pictures[] = {
  { "hub", { THREE }, 3 },
  { "overlap", { { "edition", "9001" }, { "edition", "27001" } }, 2 },
  { "overlap", { THREE, { "view", "bars" } }, 4 },
  { "overlap", { THREE, { "view", "clauses" } }, 4 },
  { "path", { { "a", "9001/8.4" }, { "b", "27001/A.5.19" }, { "all", NULL } }, 3 },
  { "topics", { { NULL, NULL } }, 0 },
  { "topics", { { "focus", "supplier" } }, 1 },
  { "transition", { { "old", "27001:2013" }, { "new", "27001:2022" } }, 2 },
  { "ego", { { "reference", "20000-1/8.7.3" } }, 1 },
  { "ego", { { "reference", "27001/A.5.19" }, { "hops", "2" } }, 2 },
};

static void draw(const ims_model *model, const picture *p, const char *format, ims_memory *bytes)
{
  const ims_request request = { .arguments = p->arguments, .argument_count = p->count };
  fixture_draw(model, p->diagram, &request, format, bytes);
}

/* DOT and JSON hold what SVG holds, so a few of them will do. */
Test(diagrams, two_models_of_one_input_are_drawn_with_the_same_bytes)
{
  static const char *const formats[] = { "svg", "dot", "json" };
  ims_model *first = tables_builtin(), *second = tables_builtin();
  for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
    for (size_t f = 0; f < (i % 4 ? 1 : sizeof formats / sizeof *formats); f++) {
      ims_memory a = { 0 }, b = { 0 };
      draw(first, &pictures[i], formats[f], &a);
      draw(second, &pictures[i], formats[f], &b);
      cr_expect(a.size == b.size && memcmp(a.data, b.data, a.size) == 0, "%s %zu as %s", pictures[i].diagram, i,
                formats[f]);
      ims_memory_free(&a);
      ims_memory_free(&b);
    }
  ims_model_free(first);
  ims_model_free(second);
}

Test(diagrams, every_picture_is_small_enough_to_be_put_on_a_page)
{
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
    ims_memory bytes = { 0 };
    draw(model, &pictures[i], "svg", &bytes);
    cr_expect_lt(bytes.size, (size_t)200000, "%s %zu: %zu", pictures[i].diagram, i, bytes.size);
    ims_memory_free(&bytes);
  }
  ims_model_free(model);
}

/* A text is drawn on what it belongs to, and two that stand alone never overlap. */
static void bounds(Agnode_t *n, double *box)
{
  double x, y;
  cr_assert_eq(sscanf(fixture_attribute(n, "pos"), "%lf,%lf", &x, &y), 2);
  const double width = strtod(fixture_attribute(n, "width"), NULL) * 36;
  const double height = strtod(fixture_attribute(n, "height"), NULL) * 36;
  box[0] = x - width, box[1] = y - height, box[2] = x + width, box[3] = y + height;
}

Test(diagrams, no_box_overlaps_another)
{
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
    ims_memory bytes = { 0 };
    draw(model, &pictures[i], "dot", &bytes);
    Agraph_t *graph = agmemread(bytes.data);
    for (Agnode_t *a = agfstnode(graph); a; a = agnxtnode(graph, a))
      for (Agnode_t *b = agnxtnode(graph, a); b; b = agnxtnode(graph, b)) {
        double x[4], y[4];
        if (fixture_is(a, "text") || fixture_is(b, "text") || fixture_is(a, "set"))
          continue;
        bounds(a, x);
        bounds(b, y);
        const bool apart = x[2] <= y[0] + 0.5 || y[2] <= x[0] + 0.5 || x[3] <= y[1] + 0.5 || y[3] <= x[1] + 0.5;
        cr_expect(apart, "%s %zu: '%s' and '%s'", pictures[i].diagram, i, fixture_attribute(a, "label"),
                  fixture_attribute(b, "label"));
      }
    agclose(graph);
    ims_memory_free(&bytes);
  }
  ims_model_free(model);
}
