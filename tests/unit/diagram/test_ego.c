#include "unit/diagram/fixture_diagram.h"

Test(ego, neighbours_overlap_for_certain)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "ego", WIDE({ "reference", "s/4" }));
  cr_expect_eq(fixture_nodes(graph, "node focus"), (size_t)1);
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)3); /* itself, h:1/4, t:1/4 */
  cr_expect_eq(fixture_edges(graph, "equal"), (size_t)2);
  cr_expect_eq(fixture_edges(graph, ""), (size_t)2);
  agclose(graph);
  ims_model_free(model);
}

Test(ego, guidance_is_dotted_and_in_no_count)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "ego", WIDE({ "reference", "s/8.1" }));
  cr_expect_eq(fixture_nodes(graph, "guidance"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, "guidance"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, "overlaps"), (size_t)1);
  cr_expect(fixture_says(graph, "1 pair overlaps for certain. Pieces of guidance"));
  agclose(graph);
  ims_model_free(model);
}

Test(ego, what_belongs_to_a_clause_hangs_on_it_with_neighbours_of_its_own)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "ego", WIDE({ "reference", "s/8" }));
  cr_expect_eq(fixture_nodes(graph, "focus"), (size_t)2); /* 8 and 8.1 */
  cr_expect_eq(fixture_edges(graph, "part"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, "overlaps"), (size_t)1);
  agclose(graph);
  ims_model_free(model);
}

#define CHAIN                                                                                                          \
  NAMED_EDITION("a:1", "name='A' default='yes'", CLAUSE("1", ALL, P("1", "x")))                                        \
  NAMED_EDITION("b:1", "name='B' default='yes'", CLAUSE("1", ALL, P("1", "x")))                                        \
  NAMED_EDITION("c:1", "name='C' default='yes'",                                                                       \
                CLAUSE("1", "", "") CLAUSE("1.1", UNDER("1"), P("1", "x")) CLAUSE("1.2", UNDER("1"), P("1", "x")))     \
  MAPPING("a:1", "b:1", ROW("1#1", "intersects", "1#1"))                                                               \
  MAPPING("b:1", "c:1", ROW("1#1", "intersects", "1.1#1") ROW("1#1", "intersects", "1.2#1"))

Test(ego, more_hops_reach_farther)
{
  ims_model *model = fixture_model(DOC(CHAIN));
  Agraph_t *graph = fixture_graph(model, "ego", WIDE({ "reference", "a/1" }));
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)2);
  agclose(graph);
  graph = fixture_graph(model, "ego", WIDE({ "reference", "a/1" }, { "hops", "2" }));
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)4);
  cr_expect_eq(fixture_edges(graph, "overlaps"), (size_t)3);
  agclose(graph);
  graph = fixture_graph(model, "ego", WIDE({ "reference", "a/1" }, { "hops", "2" }, { "systems", "b" }));
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)2);
  agclose(graph);
  ims_model_free(model);
}

Test(ego, too_many_boxes_are_folded_then_left_out)
{
  ims_model *model = fixture_model(DOC(CHAIN));
  const ims_request *request = WIDE({ "reference", "a/1" }, { "hops", "2" });
  Agraph_t *graph = fixture_graph_within(model, "ego", request, 3);
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)3); /* 1.1 and 1.2 are in their chapter */
  cr_expect(fixture_says(graph, "2 clauses"));
  cr_expect(fixture_says(graph, "Folded: chapters"));
  agclose(graph);
  graph = fixture_graph_within(model, "ego", request, 2);
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)2);
  cr_expect(fixture_says(graph, "Folded: what is farther away"));
  agclose(graph);
  fixture_expect_undrawn(model, "ego", request, &(ims_diagram_options){ .max_nodes = 1 }, IMS_LIMIT,
                         "too-many-nodes: this takes 2 boxes at least, and 1 are allowed: ask for less, or raise "
                         "--max-nodes\n");
  ims_model_free(model);
}

Test(ego, a_request_that_is_wrong_is_refused)
{
  static const char *const hops[] = { "0", "5", "", "1x", "-1" };
  ims_model *model = fixture_model(DOC(WORLD));
  for (size_t i = 0; i < sizeof hops / sizeof *hops; i++)
    fixture_expect_undrawn(model, "ego", WIDE({ "reference", "s/4" }, { "hops", hops[i] }), NULL, IMS_INVALID,
                           "bad-option: a neighbourhood reaches from 1 to 4 steps\n");
  fixture_expect_undrawn(model, "ego", &(ims_request){ 0 }, NULL, IMS_INVALID,
                         "missing-argument: 'ego' needs to be told: a clause, a provision or a term\n");
  ims_model_free(model);
}
