#include "unit/diagram/fixture_diagram.h"

Test(hub, a_clause_hangs_on_what_it_overlaps_for_certain)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "hub", WIDE({ "edition", "s" }, { "edition", "t" }));
  cr_expect_eq(fixture_nodes(graph, "hub clause"), (size_t)2);
  cr_expect_eq(fixture_edges(graph, "equal"), (size_t)2);
  /* the standard asks more than the common structure: seen from the middle it is contained */
  cr_expect_eq(fixture_edges(graph, "contained"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, ""), (size_t)3);
  cr_expect(fixture_says(graph, "= 4"));
  cr_expect(fixture_says(graph, "< 5"));
  agclose(graph);
  ims_model_free(model);
}

Test(hub, what_is_outside_stands_at_the_edge_with_its_counts)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "hub", WIDE({ "edition", "s" }, { "edition", "t" }));
  cr_expect_eq(fixture_nodes(graph, "own part"), (size_t)2); /* s:1/8.1; t:1/8 with its control below the same clause */
  cr_expect(fixture_says(graph, "8.1 T8.1"));
  cr_expect(fixture_says(graph, "2, own 1"));
  cr_expect(fixture_says(graph, "2 provisions that are not in the middle"));
  agclose(graph);
  ims_model_free(model);
}

Test(hub, only_the_clauses_asked_for_are_drawn)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "hub", WIDE({ "edition", "s" }, { "clauses", "5" }));
  cr_expect_eq(fixture_nodes(graph, "hub clause"), (size_t)1);
  cr_expect_eq(fixture_nodes(graph, "own part"), (size_t)0);
  agclose(graph);
  graph = fixture_graph(model, "hub", WIDE({ "edition", "s" }, { "focus", "s/4" }));
  cr_expect_eq(fixture_nodes(graph, "hub clause"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, ""), (size_t)1);
  agclose(graph);
  ims_model_free(model);
}

#define DEEP                                                                                                           \
  NAMED_EDITION("h:1", "name='H' hub='yes'",                                                                           \
                CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "x")) CLAUSE("4.2", UNDER("4"), P("1", "x")))    \
  NAMED_EDITION("s:1", "name='S'",                                                                                     \
                CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "x")) CLAUSE("4.2", UNDER("4"), P("1", "x")))    \
  MAPPING("s:1", "h:1", ROW("4.1#1", "equal", "4.1#1") ROW("4.2#1", "equal", "4.2#1"))

Test(hub, too_many_boxes_are_folded_into_chapters_and_that_is_told)
{
  ims_model *model = fixture_model(DOC(DEEP));
  Agraph_t *graph = fixture_graph_within(model, "hub", WIDE({ "edition", "s" }), 3);
  cr_expect_eq(fixture_nodes(graph, "hub clause"), (size_t)1);
  cr_expect_eq(fixture_nodes(graph, "clause"), (size_t)2);
  cr_expect(fixture_says(graph, "= (2)"));
  cr_expect(fixture_says(graph, "Folded"));
  agclose(graph);
  graph = fixture_graph(model, "hub", WIDE({ "edition", "s" }));
  cr_expect_not(fixture_says(graph, "Folded"));
  agclose(graph);
  fixture_expect_undrawn(model, "hub", WIDE({ "edition", "s" }), &(ims_diagram_options){ .max_nodes = 1 }, IMS_LIMIT,
                         "too-many-nodes: this takes 2 boxes at least, and 1 are allowed: ask for less, or raise "
                         "--max-nodes\n");
  ims_model_free(model);
}

Test(hub, what_is_unknown_is_no_line)
{
  ims_model *model =
      fixture_model(DOC(NAMED_EDITION("h:1", "name='H' hub='yes'", CLAUSE("4", ALL, P("1", "x"))) NAMED_EDITION(
          "s:1", "name='S'", CLAUSE("4", ALL, P("1", "x")) CLAUSE("5", ALL, P("1", "x"))) MAPPING("s:1", "h:1", "")));
  Agraph_t *graph = fixture_graph(model, "hub", WIDE({ "edition", "s" }));
  cr_expect_eq(fixture_edges(graph, ""), (size_t)0);
  cr_expect_eq(fixture_nodes(graph, "own part"), (size_t)2);
  agclose(graph);
  ims_model_free(model);
}

Test(hub, what_nobody_has_examined_is_open_and_not_own)
{
  ims_model *model = fixture_model(DOC(WORLD EDITION("u:1", CLAUSE("8", ALL, P("1", "x")))));
  Agraph_t *graph = fixture_graph(model, "hub", WIDE({ "edition", "t" }, { "edition", "u" }));
  cr_expect(fixture_says(graph, "1, own 0,\\ropen 1"));
  agclose(graph);
  ims_model_free(model);
}

Test(hub, a_request_that_is_wrong_is_refused)
{
  ims_model *model = fixture_model(DOC(WORLD));
  fixture_expect_undrawn(model, "hub", &(ims_request){ 0 }, NULL, IMS_INVALID,
                         "missing-argument: 'hub' needs to be told: standards around the common structure, four at "
                         "most\n");
  fixture_expect_undrawn(model, "hub", WIDE({ "edition", "z" }), NULL, IMS_NOT_FOUND,
                         "no-such-edition: there is no standard or edition 'z'; loaded: g:1, h:1, s:1, t:1\n");
  fixture_expect_undrawn(model, "hub", WIDE({ "edition", "s" }, { "edition", "s:1" }), NULL, IMS_INVALID,
                         "same-edition: 's:1' is named twice; an edition is not correlated with itself\n");
  fixture_expect_undrawn(model, "hub", WIDE({ "edition", "h" }), NULL, IMS_INVALID,
                         "bad-option: the common structure is in the middle already: name the standards around it\n");
  fixture_expect_undrawn(model, "hub", WIDE({ "edition", "s" }, { "clauses", "," }), NULL, IMS_INVALID,
                         "bad-clauses: ',' is no list of clauses: write numbers and ranges, as in 4-7,8.2\n");
  fixture_expect_undrawn(model, "hub", WIDE({ "edition", "g" }), NULL, IMS_INVALID,
                         "bad-option: nothing is left to draw: of what is asked for, nothing is known for certain\n");
  ims_model_free(model);
  model = fixture_model(DOC(EDITION("s:1", CLAUSE("4", ALL, P("1", "x")))));
  fixture_expect_undrawn(model, "hub", WIDE({ "edition", "s" }), NULL, IMS_INVALID,
                         "bad-option: no edition is marked as the hub: there is nothing to draw in the middle\n");
  ims_model_free(model);
}
