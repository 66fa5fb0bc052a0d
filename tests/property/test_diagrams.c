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

/* ---- coverage and evidence ---- */

static ims_register *provider(const ims_model *model)
{
  ims_register_reader *reader = NULL;
  ims_register *given = NULL;
  cr_assert_eq(ims_register_reader_new(model, NULL, (ims_diag_sink){ tables_no_message, NULL }, &reader), IMS_OK);
  cr_assert_eq(ims_register_reader_file(reader, MAPPINGS_DIR "/examples/provider/register.xlsx"), IMS_OK);
  cr_assert_eq(ims_register_reader_finish(reader, &given), IMS_OK);
  ims_register_reader_free(reader);
  return given;
}

/* What a diagram and a report say of the example on one day. */
typedef struct held {
  ims_model *model;
  ims_register *given;
  ims_table *table;
  Agraph_t *graph;
} held;

static held open_held(const char *diagram, const char *report)
{
  held h = { .model = tables_builtin() };
  const ims_argument at = { "at", "2026-11-28" };
  h.given = provider(h.model);
  const ims_request request = { .arguments = &at, .argument_count = 1, .form = IMS_FORM_LONG, .evidence = h.given };
  const ims_diag_sink sink = { tables_no_message, NULL };
  cr_assert_eq(ims_report_find(report)->run(h.model, &request, sink, &h.table), IMS_OK);
  h.graph = fixture_graph_within(h.model, diagram, &request, 1000);
  return h;
}

static void close_held(held *h)
{
  agclose(h->graph);
  ims_table_free(h->table);
  ims_register_free(h->given);
  ims_model_free(h->model);
}

/* Number after `word` in a tip such as "9001, 9001:2015/8.4 Title: evidenced 3, gap 1"; 0 if it is not there. */
static size_t number_after(const char *tip, const char *word)
{
  char wanted[64];
  const char *list = tip;
  for (const char *at = tip; (at = strstr(at, ": ")); at++)
    list = at + 1; /* the last one: titles may have some */
  snprintf(wanted, sizeof wanted, " %s ", word);
  const char *found = strstr(list, wanted);
  return found ? strtoul(found + strlen(wanted), NULL, 10) : 0;
}

/* How many rows of `coverage` have that state, of a system, in a clause (NULL: all), of controls or not. */
static size_t rows_of(const held *h, const char *system, const char *clause, bool control, const char *state)
{
  size_t count = 0;
  for (size_t i = 0; i < ims_table_row_count(h->table); i++) {
    const char *ref = cell(h->table, i, "ref");
    const size_t size = strcspn(ref, "#");
    const bool in = !clause || (strlen(clause) == size && strncmp(clause, ref, size) == 0);
    count += in && strcmp(cell(h->table, i, "system"), system) == 0 && strcmp(cell(h->table, i, "state"), state) == 0 &&
             (strcmp(cell(h->table, i, "force"), "control") == 0) == control;
  }
  return count;
}

static const char *const states[] = { "not-applicable", "no-occurrence", "evidenced", "run", "reusable",
                                      "extend",         "partial",       "related",   "gap", "unexamined" };

Test(diagrams, the_bars_of_coverage_are_the_totals_of_the_report)
{
  held h = open_held("coverage", "coverage");
  size_t bars = 0, demands = 0;
  for (Agnode_t *n = agfstnode(h.graph); n; n = agnxtnode(h.graph, n)) {
    if (!fixture_is(n, "bar"))
      continue;
    const char *tip = fixture_attribute(n, "tooltip");
    char system[32];
    snprintf(system, sizeof system, "%.*s", (int)strcspn(tip, ","), tip);
    bars++;
    for (size_t s = 0; s < sizeof states / sizeof *states; s++) {
      const size_t told = rows_of(&h, system, NULL, strstr(tip, "controls") != NULL, states[s]);
      cr_expect_eq(number_after(tip, states[s]), told, "%s: %s, %zu told", tip, states[s], told);
      demands += told;
    }
  }
  cr_expect_eq(bars, (size_t)4);
  cr_expect_eq(demands, ims_table_row_count(h.table));
  close_held(&h);
}

Test(diagrams, the_tiles_of_coverage_have_the_states_of_the_report)
{
  held h = open_held("coverage", "coverage");
  size_t demands = 0, all = 0;
  for (Agnode_t *n = agfstnode(h.graph); n; n = agnxtnode(h.graph, n)) {
    if (!fixture_is(n, "tile"))
      continue;
    const char *tip = fixture_attribute(n, "tooltip");
    char system[32], clause[64];
    snprintf(system, sizeof system, "%.*s", (int)strcspn(tip, ","), tip);
    const char *name = strchr(tip, '/') + 1;
    snprintf(clause, sizeof clause, "%.*s", (int)strcspn(name, " "), name);
    for (size_t s = 0; s < sizeof states / sizeof *states; s++) {
      const size_t told = rows_of(&h, system, clause, *clause == 'A', states[s]);
      cr_expect_eq(number_after(tip, states[s]), told, "%s: %s, %zu told", tip, states[s], told);
      demands += told;
    }
  }
  for (size_t i = 0; i < ims_table_row_count(h.table); i++)
    all += *cell(h.table, i, "state") != '\0';
  cr_expect_eq(demands, all);
  cr_expect_gt(all, (size_t)400);
  close_held(&h);
}

/* How many documents have a row of that part in `shared`. */
static size_t documents_in(const ims_table *table, const char *part)
{
  size_t count = 0;
  char last[64] = "";
  for (size_t i = 0; i < ims_table_row_count(table); i++) {
    if (strcmp(cell(table, i, "part"), part) != 0 || strcmp(cell(table, i, "document"), last) == 0)
      continue;
    snprintf(last, sizeof last, "%s", cell(table, i, "document"));
    count++;
  }
  return count;
}

/* True if a document is in that part of `shared`. */
static bool is_in(const ims_table *table, const char *part, const char *tip)
{
  for (size_t i = 0; i < ims_table_row_count(table); i++) {
    const char *id = cell(table, i, "document");
    if (strcmp(cell(table, i, "part"), part) == 0 && strncmp(id, tip, strlen(id)) == 0 && tip[strlen(id)] == ' ')
      return true;
  }
  return false;
}

Test(diagrams, the_documents_in_the_middle_are_those_that_the_report_calls_shared)
{
  held h = open_held("evidence", "shared");
  static const char *const parts[][2] = { { "shared", "several" }, { "single", "only" }, { "many", "many" } };
  for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
    const size_t told = documents_in(h.table, parts[p][1]);
    cr_expect_gt(told, (size_t)0);
    cr_expect_eq(fixture_nodes(h.graph, parts[p][0]), told, "%s: %zu drawn, %zu told", parts[p][0],
                 fixture_nodes(h.graph, parts[p][0]), told);
    for (Agnode_t *n = agfstnode(h.graph); n; n = agnxtnode(h.graph, n))
      if (fixture_is(n, parts[p][0]) && !fixture_is(n, "text"))
        cr_expect(is_in(h.table, parts[p][1], fixture_attribute(n, "tooltip")), "%s: %s", parts[p][0],
                  fixture_attribute(n, "tooltip"));
  }
  const size_t nothing = documents_in(h.table, "nothing");
  cr_expect_eq(fixture_nodes(h.graph, "shared") + fixture_nodes(h.graph, "own") + nothing,
               ims_register_count(h.given, IMS_ENTRY_DOCUMENT));
  close_held(&h);
}

Test(diagrams, a_single_point_of_failure_is_alone_for_what_the_report_says)
{
  held h = open_held("evidence", "shared");
  for (Agnode_t *n = agfstnode(h.graph); n; n = agnxtnode(h.graph, n)) {
    const char *tip = fixture_attribute(n, "tooltip");
    size_t told = 0;
    if (!fixture_is(n, "single") || fixture_is(n, "text"))
      continue;
    for (size_t i = 0; i < ims_table_row_count(h.table); i++) {
      const char *id = cell(h.table, i, "document");
      told +=
          strcmp(cell(h.table, i, "part"), "only") == 0 && strncmp(id, tip, strlen(id)) == 0 && tip[strlen(id)] == ' ';
    }
    const char *only = strstr(tip, "only evidence of ");
    cr_assert_not_null(only);
    cr_expect_eq(strtoul(only + strlen("only evidence of "), NULL, 10), told, "%s: %zu told", tip, told);
  }
  close_held(&h);
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
  { "coverage", { { "at", "2026-11-28" } }, 1 },
  { "coverage", { { "at", "2026-11-28" }, { "clauses", "8" }, { "layer", "want - have" } }, 3 },
  { "evidence", { { "at", "2026-11-28" } }, 1 },
  { "evidence", { { "at", "2026-11-28" }, { "clauses", "8,A.5" } }, 2 },
  { "evidence", { { "at", "2026-11-28" }, { "focus", "IMS-H-01" } }, 2 },
};

static void draw(const ims_model *model, const picture *p, const char *format, ims_memory *bytes)
{
  const bool asks = ims_diagram_find(p->diagram)->register_use == IMS_REGISTER_REQUIRED;
  ims_register *given = asks ? provider(model) : NULL;
  const ims_request request = { .arguments = p->arguments, .argument_count = p->count, .evidence = given };
  fixture_draw(model, p->diagram, &request, format, bytes);
  ims_register_free(given);
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
    cr_expect_lt(bytes.size, (size_t)300000, "%s %zu: %zu", pictures[i].diagram, i, bytes.size);
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

/* A box with where it is, so that each is looked up once. */
typedef struct placed {
  Agnode_t *node;
  double at[4];
} placed;

static void expect_apart(const picture *p, const placed *a, const placed *b)
{
  const double *x = a->at, *y = b->at;
  const bool apart = x[2] <= y[0] + 0.5 || y[2] <= x[0] + 0.5 || x[3] <= y[1] + 0.5 || y[3] <= x[1] + 0.5;
  if (!apart)
    cr_expect(apart, "%s: '%s' and '%s'", p->diagram, fixture_attribute(a->node, "tooltip"),
              fixture_attribute(b->node, "tooltip"));
}

Test(diagrams, no_box_overlaps_another)
{
  enum { BOXES = 1000 };
  static placed boxes[BOXES];
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
    ims_memory bytes = { 0 };
    size_t count = 0;
    draw(model, &pictures[i], "dot", &bytes);
    Agraph_t *graph = agmemread(bytes.data);
    for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
      if (fixture_is(n, "text") || fixture_is(n, "set"))
        continue;
      cr_assert_lt(count, (size_t)BOXES);
      boxes[count].node = n;
      bounds(n, boxes[count++].at);
    }
    cr_expect_gt(count, (size_t)0);
    for (size_t a = 0; a < count; a++)
      for (size_t b = a + 1; b < count; b++)
        expect_apart(&pictures[i], &boxes[a], &boxes[b]);
    agclose(graph);
    ims_memory_free(&bytes);
  }
  ims_model_free(model);
}
