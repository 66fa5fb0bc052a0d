#include "unit/diagram/fixture_diagram.h"

#include <math.h>

#define BOTH_STANDARDS                                                                                                 \
  { "edition", "s" },                                                                                                  \
  {                                                                                                                    \
    "edition", "t"                                                                                                     \
  }

/* ---- sets ---- */

Test(overlap, two_standards_are_two_discs_with_their_counts)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(BOTH_STANDARDS));
  cr_expect_eq(fixture_nodes(graph, "set"), (size_t)2);
  cr_expect(fixture_says(graph, "4 provisions\\r2 shared with t\\r"));
  cr_expect(fixture_says(graph, "2 provisions\\l2 shared with s\\l"));
  cr_expect(fixture_says(graph, "s\\n2 of 4 (50 %)\\nt\\n2 of 2 (100 %)"));
  agclose(graph);
  ims_model_free(model);
}

Test(overlap, controls_are_a_bar_of_their_own)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(BOTH_STANDARDS));
  cr_expect_eq(fixture_nodes(graph, "bar"), (size_t)1);
  cr_expect(fixture_says(graph, "1 own"));
  agclose(graph);
  ims_model_free(model);
}

/* What is overlaid of a disc is the share that the other asks too. */
Test(overlap, areas_are_true)
{
  static const char first[] = DOC(
      EDITION("s:1", CLAUSE("4", ALL, P("1", "x") P("2", "x") P("3", "x") P("4", "x") P("5", "x")))
          EDITION("t:1", CLAUSE("4", ALL, P("1", "x") P("2", "x") P("3", "x")))
              MAPPING("s:1", "t:1",
                      ROW("4#1", "intersects", "4#1") ROW("4#2", "intersects", "4#1") ROW("4#3", "intersects", "4#2")));
  ims_model *model = fixture_model(first);
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(BOTH_STANDARDS));
  double x[2], y[2], radius[2];
  size_t count = 0;
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
    if (!fixture_is(n, "set"))
      continue;
    cr_assert_lt(count, (size_t)2);
    cr_assert_eq(sscanf(fixture_attribute(n, "pos"), "%lf,%lf", &x[count], &y[count]), 2);
    cr_assert_eq(sscanf(fixture_attribute(n, "width"), "%lf", &radius[count]), 1);
    radius[count++] *= 36; /* inches across */
  }
  cr_assert_eq(count, (size_t)2);
  /* points of a grid that lie in both */
  size_t in[2] = { 0, 0 }, both = 0;
  for (double a = -400; a < 400; a += 0.5)
    for (double b = -200; b < 200; b += 0.5) {
      const bool first_has = hypot(a - x[0], b - y[0]) < radius[0], second_has = hypot(a - x[1], b - y[1]) < radius[1];
      in[0] += first_has;
      in[1] += second_has;
      both += first_has && second_has;
    }
  cr_expect_float_eq((double)both / (double)in[0], 3.0 / 5, 0.003);
  cr_expect_float_eq((double)both / (double)in[1], 2.0 / 3, 0.003);
  agclose(graph);
  ims_model_free(model);
}

Test(overlap, what_nobody_has_examined_is_open_and_not_shared)
{
  ims_model *model = fixture_model(DOC(EDITION("s:1", CLAUSE("4", ALL, P("1", "x") P("2", "x"))) EDITION(
      "t:1", CLAUSE("4", ALL, P("1", "x"))) MAPPING("s:1", "t:1", ROW("4#1", "equal", "4#1"))));
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(BOTH_STANDARDS));
  cr_expect(fixture_says(graph, "1 shared with t\\r1 open: nobody has looked"));
  agclose(graph);
  graph = fixture_graph(model, "overlap", WIDE(BOTH_STANDARDS, { "view", "bars" }));
  cr_expect_eq(fixture_nodes(graph, "dot open"), (size_t)1);
  cr_expect(fixture_says(graph, "? nobody has looked there"));
  agclose(graph);
  ims_model_free(model);
}

Test(overlap, standards_that_share_nothing_stand_apart)
{
  ims_model *model = fixture_model(DOC(EDITION("s:1", CLAUSE("4", ALL, P("1", "x"))) EDITION(
      "t:1", CLAUSE("4", ALL, P("1", "x"))) MAPPING("s:1", "t:1", NONE("4#1"))));
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(BOTH_STANDARDS));
  cr_expect_not(fixture_says(graph, "asked by both"));
  cr_expect(fixture_says(graph, "so many provisions, so much area"));
  agclose(graph);
  ims_model_free(model);
}

/* ---- bars ---- */

Test(overlap, each_combination_has_a_row_and_each_standard_in_it_a_bar)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(BOTH_STANDARDS, { "view", "bars" }));
  /* shared by both: 2 of s, 2 of t; own to s: 1 (and one open); own to t: its control */
  cr_expect_eq(fixture_nodes(graph, "bar"), (size_t)5);
  cr_expect_eq(fixture_nodes(graph, "bar controls"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, "together"), (size_t)1);
  cr_expect(fixture_says(graph, "2 of 4 (50 %)"));
  cr_expect(fixture_says(graph, "1 of 1 (100 %) controls"));
  agclose(graph);
  ims_model_free(model);
}

Test(overlap, the_smallest_combinations_are_left_out_first_and_counted)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph_within(model, "overlap", WIDE(BOTH_STANDARDS, { "view", "bars" }), 4);
  cr_expect_eq(fixture_nodes(graph, "bar"), (size_t)2);
  cr_expect(fixture_says(graph, "2 of 4 (50 %)"));
  cr_expect(fixture_says(graph, "Folded: 3 combinations are left out, with 3 provisions in all."));
  agclose(graph);
  fixture_expect_undrawn(model, "overlap", WIDE(BOTH_STANDARDS, { "view", "bars" }),
                         &(ims_diagram_options){ .max_nodes = 2 }, IMS_LIMIT,
                         "too-many-nodes: this takes 4 boxes at least, and 2 are allowed: ask for less, or raise "
                         "--max-nodes\n");
  ims_model_free(model);
}

/* ---- clauses ---- */

Test(overlap, the_map_has_a_cell_for_what_a_standard_asks_at_a_clause)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(BOTH_STANDARDS, { "view", "clauses" }));
  cr_expect_eq(fixture_nodes(graph, "cell"), (size_t)6); /* 4: s, t; 5: s; outside: s 8.1, t 8, t 8 controls */
  cr_expect(fixture_says(graph, "1 of 2"));
  cr_expect(fixture_says(graph, "0 of 1, ? 1")); /* 5 of s: nobody has looked in t */
  agclose(graph);
  ims_model_free(model);
}

Test(overlap, only_the_clauses_asked_for_are_counted)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "overlap", WIDE(BOTH_STANDARDS, { "clauses", "4" }));
  cr_expect(fixture_says(graph, "s\\n1 of 1 (100 %)\\nt\\n1 of 1 (100 %)"));
  agclose(graph);
  fixture_expect_undrawn(model, "overlap", WIDE(BOTH_STANDARDS, { "clauses", "77" }), NULL, IMS_NOT_FOUND,
                         "no-such-clauses: none of these standards has a clause '77'\n");
  fixture_expect_undrawn(model, "overlap", WIDE(BOTH_STANDARDS, { "clauses", "5" }), NULL, IMS_INVALID,
                         "bad-option: one of the two has nothing in these clauses; ask for bars\n");
  ims_model_free(model);
}

Test(overlap, a_request_that_is_wrong_is_refused)
{
  ims_model *model = fixture_model(DOC(WORLD));
  fixture_expect_undrawn(model, "overlap", WIDE({ "edition", "s" }), NULL, IMS_INVALID,
                         "missing-argument: 'overlap' needs to be told: standards to lay over each other, two at "
                         "least\n");
  fixture_expect_undrawn(model, "overlap", WIDE(BOTH_STANDARDS, { "view", "round" }), NULL, IMS_INVALID,
                         "bad-option: the view is 'sets', 'bars' or 'clauses'\n");
  fixture_expect_undrawn(model, "overlap", WIDE(BOTH_STANDARDS, { "edition", "h" }, { "view", "sets" }), NULL,
                         IMS_INVALID, "bad-option: sets can be drawn of two standards only; ask for bars\n");
  fixture_expect_undrawn(
      model, "overlap", WIDE({ "edition", "s" }, { "edition", "g" }), NULL, IMS_INVALID,
      "nothing-binds: nothing in 'g:1' can be owed: it is guidance or permission, which explains and never binds\n");
  ims_model_free(model);
}
