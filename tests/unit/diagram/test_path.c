#include "unit/diagram/fixture_diagram.h"

Test(path, a_chain_has_a_box_for_each_thing_and_a_line_for_each_step)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "path", WIDE({ "a", "s/4" }, { "b", "t/4" }));
  /* s:1/4 = s:1/4#1 = h:1/4#1 = t:1/4#1 = t:1/4 */
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)5);
  cr_expect_eq(fixture_nodes(graph, "node focus"), (size_t)2);
  cr_expect_eq(fixture_edges(graph, "row equal"), (size_t)2);
  cr_expect_eq(fixture_edges(graph, "hierarchy part"), (size_t)2);
  cr_expect_eq(fixture_edges(graph, ""), (size_t)4);
  cr_expect(fixture_says(graph, "s:1/4 and t:1/4 are equal"));
  agclose(graph);
  ims_model_free(model);
}

Test(path, what_is_unknown_has_no_line)
{
  ims_model *model =
      fixture_model(DOC(EDITION("a:1", CLAUSE("1", ALL, P("1", "x"))) EDITION("b:1", CLAUSE("1", ALL, P("1", "x")))));
  Agraph_t *graph = fixture_graph(model, "path", WIDE({ "a", "a/1" }, { "b", "b/1" }));
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)2);
  cr_expect_eq(fixture_edges(graph, ""), (size_t)0);
  cr_expect(fixture_says(graph, "Nothing is known of a:1/1 and b:1/1"));
  agclose(graph);
  ims_model_free(model);
}

static const char lost[] =
    DOC(EDITION("a:1", CLAUSE("1", "", P("1", "x"))) EDITION("b:1", CLAUSE("1", "", P("1", "x")))
            EDITION("c:1", CLAUSE("1", "", P("1", "x"))) MAPPING("a:1", "b:1", ROW("1#1", "intersects", "1#1"))
                MAPPING("b:1", "c:1", ROW("1#1", "intersects", "1#1")));

Test(path, a_way_that_proves_nothing_says_so)
{
  ims_model *model = fixture_model(lost);
  Agraph_t *graph = fixture_graph(model, "path", WIDE({ "a", "a/1#1" }, { "b", "c/1#1" }));
  cr_expect_eq(fixture_edges(graph, "overlaps"), (size_t)2);
  cr_expect_eq(fixture_edges(graph, ""), (size_t)2);
  cr_expect(fixture_says(graph, "A way that proves nothing"));
  cr_expect(fixture_says(graph, "Nothing is known"));
  agclose(graph);
  ims_model_free(model);
}

static const char possible[] =
    DOC(EDITION("a:1", CLAUSE("1", "", P("1", "x"))) EDITION("b:1", CLAUSE("1", "", P("1", "x")))
            EDITION("c:1", CLAUSE("1", "", P("1", "x"))) MAPPING("a:1", "b:1", ROW("1#1", "superset", "1#1"))
                MAPPING("b:1", "c:1", ROW("1#1", "disjoint", "1#1")));

Test(path, what_is_only_possible_is_told_as_open)
{
  ims_model *model = fixture_model(possible);
  Agraph_t *graph = fixture_graph(model, "path", WIDE({ "a", "a/1#1" }, { "b", "c/1#1" }));
  cr_expect(fixture_says(graph, "is open"));
  cr_expect(fixture_says(graph, "Certainty: possible."));
  cr_expect_eq(fixture_edges(graph, "row contains"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, "row disjoint"), (size_t)1);
  agclose(graph);
  ims_model_free(model);
}

Test(path, guidance_is_dotted_and_no_relation)
{
  ims_model *model = fixture_model(DOC(WORLD));
  Agraph_t *graph = fixture_graph(model, "path", WIDE({ "a", "s/8.1" }, { "b", "g/1" }));
  cr_expect_eq(fixture_edges(graph, "guidance"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, ""), (size_t)1);
  cr_expect(fixture_says(graph, "g:1/1 is guidance that explains s:1/8.1"));
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
    for (Agedge_t *e = agfstout(graph, n); e; e = agnxtout(graph, e))
      cr_expect_str_eq(fixture_attribute(e, "style"), "dotted");
  agclose(graph);
  graph = fixture_graph(model, "path", WIDE({ "a", "s/4" }, { "b", "g/1" }));
  cr_expect_eq(fixture_edges(graph, ""), (size_t)0);
  cr_expect(fixture_says(graph, "are never related"));
  agclose(graph);
  ims_model_free(model);
}

static const char twice[] =
    DOC(EDITION("a:1", CLAUSE("1", "", P("1", "x"))) EDITION("b:1", CLAUSE("1", "", P("1", "x")))
            EDITION("c:1", CLAUSE("1", "", P("1", "x"))) MAPPING("a:1", "b:1", ROW("1#1", "equal", "1#1"))
                MAPPING("b:1", "c:1", ROW("1#1", "equal", "1#1")) MAPPING("a:1", "c:1", ROW("1#1", "equal", "1#1")));

Test(path, independent_chains_stand_beside_it_if_asked_for)
{
  ims_model *model = fixture_model(twice);
  Agraph_t *graph = fixture_graph(model, "path", WIDE({ "a", "a/1#1" }, { "b", "c/1#1" }));
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)2);
  agclose(graph);
  graph = fixture_graph(model, "path", WIDE({ "a", "a/1#1" }, { "b", "c/1#1" }, { "all", NULL }));
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)5);
  cr_expect(fixture_says(graph, "Independent chain 2 shows ="));
  agclose(graph);
  graph = fixture_graph_within(model, "path", WIDE({ "a", "a/1#1" }, { "b", "c/1#1" }, { "all", NULL }), 4);
  cr_expect_eq(fixture_nodes(graph, "node"), (size_t)2);
  cr_expect(fixture_says(graph, "Folded: 1 more chains"));
  agclose(graph);
  fixture_expect_undrawn(model, "path", WIDE({ "a", "a/1#1" }, { "b", "c/1#1" }),
                         &(ims_diagram_options){ .max_nodes = 1 }, IMS_LIMIT,
                         "too-many-nodes: this takes 2 boxes at least, and 1 are allowed: ask for less, or raise "
                         "--max-nodes\n");
  ims_model_free(model);
}

Test(path, one_and_the_same_needs_no_chain)
{
  ims_model *model = fixture_model(DOC(WORLD));
  fixture_expect_undrawn(model, "path", WIDE({ "a", "s/4" }, { "b", "s:1/4" }), NULL, IMS_INVALID,
                         "bad-option: both names mean one and the same thing: no chain is needed\n");
  fixture_expect_undrawn(model, "path", WIDE({ "a", "s/4" }), NULL, IMS_INVALID,
                         "missing-argument: 'path' needs to be told: what it is held against\n");
  ims_model_free(model);
}

/* Each is contained in a part of the other: one chain says <=, one says >=. */
static const char together[] =
    DOC(EDITION("a:1", CLAUSE("1", "", PARTED("1", "requirement", "x", ITEM("a", "y"))))
            EDITION("b:1", CLAUSE("1", "", PARTED("1", "requirement", "x", ITEM("a", "y"))))
                MAPPING("a:1", "b:1", ROW("1#1", "equal", "1#a") ROW("1#a", "equal", "1#1")));

Test(path, chains_that_only_work_together_say_so)
{
  ims_model *model = fixture_model(together);
  Agraph_t *graph = fixture_graph(model, "path", WIDE({ "a", "a/1#1" }, { "b", "b/1#1" }));
  cr_expect(fixture_says(graph, "a:1/1#1 and b:1/1#1 are equal"));
  cr_expect_eq(fixture_edges(graph, "row"), (size_t)2);
  cr_expect(fixture_says(graph, "Only together"));
  agclose(graph);
  graph = fixture_graph(model, "path", WIDE({ "a", "a/1#1" }, { "b", "b/1#a" }));
  cr_expect_not(fixture_says(graph, "Only together"));
  agclose(graph);
  ims_model_free(model);
}
