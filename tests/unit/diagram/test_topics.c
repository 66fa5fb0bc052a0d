#include "unit/diagram/fixture_diagram.h"

#define TOPICS                                                                                                         \
  WORLD "<topic id='one' title='First topic' verdict='merge'><member edition='s:1' of='4'/><member edition='s:1' "     \
        "of='8.1'/>"                                                                                                   \
        "<member edition='t:1' of='4'/></topic>"                                                                       \
        "<topic id='two' title='Second topic' verdict='separate'><member edition='t:1' of='8'/></topic>"

Test(topics, a_topic_has_a_cell_for_each_standard_that_it_has_clauses_in)
{
  ims_model *model = fixture_model(DOC(TOPICS));
  Agraph_t *graph = fixture_graph(model, "topics", &(ims_request){ 0 });
  cr_expect_eq(fixture_nodes(graph, "topic"), (size_t)2);
  cr_expect_eq(fixture_nodes(graph, "members"), (size_t)3);
  cr_expect_eq(fixture_edges(graph, "member"), (size_t)3);
  cr_expect(fixture_says(graph, "4, 8.1"));
  agclose(graph);
  graph = fixture_graph(model, "topics", WIDE({ "systems", "s" }));
  cr_expect_eq(fixture_nodes(graph, "topic"), (size_t)1);
  cr_expect_eq(fixture_nodes(graph, "members"), (size_t)1);
  agclose(graph);
  ims_model_free(model);
}

#define MEMBERS "<member edition='s:1' of='4'/><member edition='t:1' of='4'/>"

Test(topics, too_many_are_folded_into_verdicts)
{
  ims_model *model = fixture_model(DOC(WORLD "<topic id='a' title='A' verdict='merge'>" MEMBERS "</topic>"
                                             "<topic id='b' title='B' verdict='merge'>" MEMBERS "</topic>"
                                             "<topic id='c' title='C' verdict='merge'>" MEMBERS "</topic>"));
  Agraph_t *graph = fixture_graph_within(model, "topics", &(ims_request){ 0 }, 3);
  cr_expect_eq(fixture_nodes(graph, "topic folded"), (size_t)1);
  cr_expect_eq(fixture_nodes(graph, "members folded"), (size_t)2);
  cr_expect(fixture_says(graph, "3 topics: merge"));
  cr_expect(fixture_says(graph, "3 clauses"));
  cr_expect(fixture_says(graph, "Folded"));
  agclose(graph);
  fixture_expect_undrawn(model, "topics", &(ims_request){ 0 }, &(ims_diagram_options){ .max_nodes = 2 }, IMS_LIMIT,
                         "too-many-nodes: this takes 3 boxes at least, and 2 are allowed: ask for less, or raise "
                         "--max-nodes\n");
  fixture_expect_undrawn(model, "topics", WIDE({ "focus", "a" }), &(ims_diagram_options){ .max_nodes = 2 }, IMS_LIMIT,
                         "too-many-nodes: this takes 3 boxes at least, and 2 are allowed: ask for less, or raise "
                         "--max-nodes\n");
  ims_model_free(model);
}

Test(topics, one_topic_shows_what_its_clauses_have_in_common_for_certain)
{
  ims_model *model = fixture_model(DOC(TOPICS));
  Agraph_t *graph = fixture_graph(model, "topics", WIDE({ "focus", "one" }));
  cr_expect_eq(fixture_nodes(graph, "member"), (size_t)3);
  cr_expect_eq(fixture_edges(graph, "member"), (size_t)3);
  cr_expect_eq(fixture_edges(graph, "equal"), (size_t)1); /* s:1/4 = t:1/4; s:1/8.1 and t:1/4: unknown, no line */
  cr_expect_eq(fixture_edges(graph, ""), (size_t)4);
  agclose(graph);
  ims_model_free(model);
}

Test(topics, a_request_that_is_wrong_is_refused)
{
  ims_model *model = fixture_model(DOC(TOPICS));
  fixture_expect_undrawn(model, "topics", WIDE({ "focus", "x" }), NULL, IMS_NOT_FOUND,
                         "no-such-topic: there is no topic 'x'; known: one, two\n");
  fixture_expect_undrawn(model, "topics", WIDE({ "systems", "s,z" }), NULL, IMS_NOT_FOUND,
                         "no-such-edition: there is no standard or edition 'z'; loaded: g:1, h:1, s:1, t:1\n");
  fixture_expect_undrawn(model, "topics", WIDE({ "systems", "h" }), NULL, IMS_INVALID,
                         "bad-option: no topic has a clause in these standards\n");
  fixture_expect_undrawn(model, "topics", WIDE({ "systems", "h" }, { "focus", "one" }), NULL, IMS_INVALID,
                         "bad-option: the topic has no clause in these standards\n");
  ims_model_free(model);
}
