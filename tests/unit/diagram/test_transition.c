#include "unit/diagram/fixture_diagram.h"

#define MOVE(source, is, target, move) "<relation source='" source "' is='" is "' target='" target "' move='" move "'/>"

#define EDITIONS                                                                                                       \
  NAMED_EDITION("s:1", "name='Old'",                                                                                   \
                CLAUSE("4", "", "") CLAUSE("4.1", "parent='4'", "") CLAUSE("4.2", "parent='4'", "")                    \
                    CLAUSE("5", "", ""))                                                                               \
  NAMED_EDITION("s:2", "name='New'", CLAUSE("6", "", "") CLAUSE("6.1", "parent='6'", "") CLAUSE("7", "", ""))          \
  MAPPING("s:1", "s:2",                                                                                                \
          MOVE("4.1", "equal", "6.1", "carried") MOVE("4.2", "intersects", "6.1", "changed") MOVE(                     \
              "4.2", "intersects", "7", "moved") "<none target='7' move='new'/><none source='5' move='dropped'/>")

Test(transition, rows_are_strands_from_the_old_edition_to_the_new_one)
{
  ims_model *model = fixture_model(DOC(
      NAMED_EDITION("s:1", "name='Old'", CLAUSE("4", "", "") CLAUSE("5", "", ""))
          NAMED_EDITION("s:2", "name='New'", CLAUSE("6", "", "") CLAUSE("7", "", "") CLAUSE("8", "", "")) MAPPING(
              "s:1", "s:2",
              MOVE("4", "equal", "6", "carried") MOVE(
                  "4", "intersects", "7", "moved") "<none target='8' move='new'/><none source='5' move='dropped'/>")));
  Agraph_t *graph = fixture_graph(model, "transition", WIDE({ "old", "s:1" }, { "new", "s:2" }));
  cr_expect_eq(fixture_nodes(graph, "old-edition"), (size_t)2);
  cr_expect_eq(fixture_nodes(graph, "new-edition"), (size_t)3);
  cr_expect_eq(fixture_nodes(graph, "nowhere"), (size_t)2);
  cr_expect_eq(fixture_edges(graph, "strand carried"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, "strand moved"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, "strand new"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, "strand dropped"), (size_t)1);
  cr_expect(fixture_says(graph, "4 T4 (2)"));
  cr_expect(fixture_says(graph, "nowhere: new (1)"));
  cr_expect(fixture_says(graph, "4 rows lead from the old edition to the new one: 1 carried, 1 moved, 1 new, 1 "));
  agclose(graph);
  ims_model_free(model);
}

static const char deep[] =
    DOC(NAMED_EDITION("s:1", "name='Old'",
                      CLAUSE("4", "", "") CLAUSE("4.1", "parent='4'", "") CLAUSE("4.2", "parent='4'", ""))
            NAMED_EDITION("s:2", "name='New'",
                          CLAUSE("6", "", "") CLAUSE("6.1", "parent='6'", "") CLAUSE("6.2", "parent='6'", ""))
                MAPPING("s:1", "s:2", MOVE("4.1", "equal", "6.1", "carried") MOVE("4.2", "equal", "6.2", "carried")));

Test(transition, too_many_boxes_are_folded_and_no_row_is_lost)
{
  ims_model *model = fixture_model(deep);
  Agraph_t *graph = fixture_graph(model, "transition", WIDE({ "old", "s:1" }, { "new", "s:2" }));
  cr_expect_eq(fixture_nodes(graph, "clause"), (size_t)4);
  cr_expect_not(fixture_says(graph, "Folded"));
  agclose(graph);
  graph = fixture_graph_within(model, "transition", WIDE({ "old", "s:1" }, { "new", "s:2" }), 3);
  cr_expect_eq(fixture_nodes(graph, "clause"), (size_t)2);
  cr_expect_eq(fixture_edges(graph, "strand"), (size_t)1);
  cr_expect(fixture_says(graph, "Folded"));
  cr_expect(fixture_says(graph, "4 T4 (2)"));
  agclose(graph);
  fixture_expect_undrawn(model, "transition", WIDE({ "old", "s:1" }, { "new", "s:2" }),
                         &(ims_diagram_options){ .max_nodes = 1 }, IMS_LIMIT,
                         "too-many-nodes: this takes 2 boxes at least, and 1 are allowed: ask for less, or raise "
                         "--max-nodes\n");
  ims_model_free(model);
}

Test(transition, a_mapping_is_read_from_either_end)
{
  ims_model *model = fixture_model(deep);
  Agraph_t *graph = fixture_graph(model, "transition", WIDE({ "old", "s:2" }, { "new", "s:1" }));
  cr_expect_eq(fixture_edges(graph, "strand carried"), (size_t)2);
  agclose(graph);
  graph = fixture_graph(model, "transition", WIDE({ "old", "s:1" }, { "new", "s:2" }, { "clauses", "4.1" }));
  cr_expect_eq(fixture_edges(graph, "strand"), (size_t)1);
  agclose(graph);
  ims_model_free(model);
}

Test(transition, rows_that_say_of_no_move_are_no_transition)
{
  ims_model *model = fixture_model(DOC(WORLD));
  fixture_expect_undrawn(model, "transition", WIDE({ "old", "s" }, { "new", "t" }), NULL, IMS_INVALID,
                         "bad-option: no mapping says what has become of these clauses from one edition to the "
                         "other\n");
  ims_model_free(model);
}
