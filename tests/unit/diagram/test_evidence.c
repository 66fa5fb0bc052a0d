#include "unit/diagram/fixture_diagram.h"
#include "unit/report/fixture_documents.h"

static const char *const lines[] = {
  FIXTURE_SYSTEMS,
  "document id=POL-1 title=Policy kind=document systems=QMS,ISMS clauses=9001:2015/4,27001:2022/4,27001:2022/5",
  "document id=MIN-1 title=Minutes kind=record systems=QMS,ISMS clauses=9001:2015/6,27001:2022/6",
  "document id=PRC-1 title=Procedure kind=document systems=QMS clauses=9001:2015/5#1",
  "document id=PRC-2 title=Plan systems=QMS clauses=9001:2015/6,9001:2015/8#a",
  "document id=OLD-1 title=Old status=obsolete systems=QMS clauses=9001:2015/4,9001:2015/5",
  "document id=PRO-1 title=Proposal kind=document coverage=proposed systems=QMS clauses=9001:2015/4",
};

typedef struct world {
  ims_model *model;
  ims_register *given;
} world;

static world open_world(void)
{
  world w = { .model = fixture_standards() };
  w.given = fixture_register(w.model, lines, sizeof lines / sizeof *lines);
  return w;
}

static void close_world(world *w)
{
  ims_register_free(w->given);
  ims_model_free(w->model);
}

static Agraph_t *graph_of(const world *w, const ims_request *request, size_t max_nodes)
{
  return fixture_graph_within(w->model, "evidence", HELD(request, w->given), max_nodes);
}

/* The first node with these words in its class whose tip begins so; NULL if there is none. */
static Agnode_t *find_node(Agraph_t *graph, const char *words, const char *tip)
{
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
    if (fixture_is(n, words) && strncmp(fixture_attribute(n, "tooltip"), tip, strlen(tip)) == 0)
      return n;
  return NULL;
}

static double x_of(void *node)
{
  return strtod(fixture_attribute(node, "pos"), NULL);
}

Test(evidence, what_serves_several_systems_stands_in_the_middle)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE(NOTHING), 0);
  cr_expect_eq(fixture_nodes(graph, "shared"), (size_t)2);
  cr_expect_eq(fixture_nodes(graph, "own"), (size_t)2);
  cr_expect_eq(fixture_nodes(graph, "clause"), (size_t)7);
  Agnode_t *policy = find_node(graph, "shared document", "POL-1 Policy"), *own = find_node(graph, "own", "PRC-1");
  Agnode_t *left = find_node(graph, "clause", "27001:2022/4"), *right = find_node(graph, "clause", "9001:2015/4");
  cr_assert(policy && own && left && right);
  cr_expect_float_eq(x_of(policy), 0, 0.01);
  cr_expect_lt(x_of(left), 0);
  cr_expect_gt(x_of(right), 0);
  cr_expect_gt(x_of(own), x_of(right));
  agclose(graph);
  close_world(&w);
}

Test(evidence, a_line_is_what_a_document_serves_of_a_clause)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE(NOTHING), 0);
  cr_expect_eq(fixture_edges(graph, "serves"), (size_t)8);
  cr_expect_eq(fixture_edges(graph, "sole"), (size_t)5); /* the policy: 3; minutes in the ISMS; the procedure */
  cr_expect_eq(fixture_edges(graph, "also"), (size_t)2); /* minutes and plan */
  cr_expect_eq(fixture_edges(graph, "part"), (size_t)1); /* an item */
  agclose(graph);
  close_world(&w);
}

Test(evidence, single_points_of_failure_are_marked)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE(NOTHING), 0);
  cr_expect_eq(fixture_nodes(graph, "single"), (size_t)1);
  cr_expect_not_null(find_node(graph, "shared document single", "POL-1 Policy"));
  cr_expect(fixture_says(graph, "! alone for 5 demands"));
  cr_expect(fixture_says(graph,
                         "Serving several systems: 2, one: 2, nothing, and so not drawn: 2. The only evidence in "
                         "several systems: 1"));
  agclose(graph);
  close_world(&w);
}

Test(evidence, kinds_of_documents_differ_without_colour)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE(NOTHING), 0);
  Agnode_t *policy = find_node(graph, "document", "POL-1"), *minutes = find_node(graph, "record", "MIN-1"),
           *plan = find_node(graph, "unsaid", "PRC-2");
  cr_assert(policy && minutes && plan);
  cr_expect_str_eq(fixture_attribute(policy, "style"), "filled");
  cr_expect_str_eq(fixture_attribute(minutes, "style"), "filled,dashed");
  cr_expect_str_eq(fixture_attribute(plan, "style"), "filled,dotted");
  agclose(graph);
  close_world(&w);
}

Test(evidence, only_what_is_asked_for_is_drawn)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE({ "systems", "27001" }), 0);
  cr_expect_eq(fixture_nodes(graph, "clause"), (size_t)3);
  cr_expect_eq(fixture_nodes(graph, "shared"), (size_t)2); /* they are shared all the same */
  cr_expect_eq(fixture_nodes(graph, "own"), (size_t)0);
  agclose(graph);
  graph = graph_of(&w, WIDE({ "clauses", "6" }), 0);
  cr_expect_eq(fixture_nodes(graph, "clause"), (size_t)2);
  cr_expect(fixture_says(graph, "Only clauses 6."));
  agclose(graph);
  graph = graph_of(&w, WIDE({ "focus", "9001:2015/6" }), 0);
  cr_expect_eq(fixture_nodes(graph, "clause"), (size_t)1);
  cr_expect_eq(fixture_edges(graph, "serves"), (size_t)2);
  agclose(graph);
  close_world(&w);
}

Test(evidence, a_document_in_focus_comes_with_all_that_serves_the_same)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE({ "focus", "min-1" }), 0);
  cr_expect_eq(fixture_nodes(graph, "clause"), (size_t)2);
  cr_expect_eq(fixture_nodes(graph, "shared"), (size_t)1);
  cr_expect_eq(fixture_nodes(graph, "own"), (size_t)1); /* the plan, which serves 6 too */
  cr_expect(fixture_says(graph, "What MIN-1 Minutes serves, and what else serves the same"));
  agclose(graph);
  close_world(&w);
}

Test(evidence, what_is_too_much_is_folded_to_chapters_and_then_to_systems)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE(NOTHING), 10);
  cr_expect(fixture_says(graph, "and one box for the documents of one system alone."));
  cr_expect_eq(fixture_nodes(graph, "folded"), (size_t)1);
  cr_expect(fixture_says(graph, "2 documents of QMS"));
  agclose(graph);
  graph = graph_of(&w, WIDE(NOTHING), 9);
  cr_expect_eq(fixture_nodes(graph, "shared folded"), (size_t)1);
  cr_expect(fixture_says(graph, "2 documents of QMS, ISMS"));
  agclose(graph);
  fixture_expect_undrawn(
      w.model, "evidence", HELD(WIDE(NOTHING), w.given), &(ims_diagram_options){ .max_nodes = 8 }, IMS_LIMIT,
      "too-many-nodes: this takes 9 boxes at least, and 8 are allowed: ask for less, or raise --max-nodes\n");
  close_world(&w);
}

Test(evidence, the_day_is_shown_and_counts)
{
  static const char *const dated[] = {
    FIXTURE_SYSTEMS,
    "document id=D systems=QMS approved=20261101 clauses=9001:2015/4",
    "document id=E systems=QMS clauses=9001:2015/5",
  };
  ims_model *model = fixture_standards();
  ims_register *given = fixture_register(model, dated, sizeof dated / sizeof *dated);
  Agraph_t *graph = fixture_graph(model, "evidence", HELD(WIDE({ "at", "2026-10-31" }), given));
  cr_expect_eq(fixture_nodes(graph, "own"), (size_t)1);
  cr_expect(fixture_says(graph, "As of 2026-10-31"));
  agclose(graph);
  graph = fixture_graph(model, "evidence", HELD(WIDE(NOTHING), given));
  cr_expect_eq(fixture_nodes(graph, "own"), (size_t)2);
  agclose(graph);
  ims_register_free(given);
  ims_model_free(model);
}

Test(evidence, a_request_that_is_wrong_is_refused)
{
  world w = open_world();
  fixture_expect_undrawn(w.model, "evidence", WIDE(NOTHING), NULL, IMS_INVALID,
                         "missing-argument: 'evidence' needs to be told: a register of what the organization has\n");
  fixture_expect_undrawn(w.model, "evidence", HELD(WIDE({ "at", "soon" }), w.given), NULL, IMS_INVALID,
                         "bad-option: --at takes a day, as in 2026-11-28\n");
  fixture_expect_undrawn(w.model, "evidence", HELD(WIDE({ "systems", "g" }), w.given), NULL, IMS_NOT_FOUND,
                         "no-system: no system of the register is held against 'g'; systems: QMS, ISMS\n");
  fixture_expect_undrawn(w.model, "evidence", HELD(WIDE({ "focus", "9001:2015/99" }), w.given), NULL, IMS_NOT_FOUND,
                         "no-such-reference: there is no '99' in 9001:2015; nearest: 4, 5, 6\n");
  fixture_expect_undrawn(w.model, "evidence", HELD(WIDE({ "clauses", "4-" }), w.given), NULL, IMS_INVALID,
                         "bad-clauses: '4-' is no list of clauses: write numbers and ranges, as in 4-7,8.2\n");
  fixture_expect_undrawn(w.model, "evidence", HELD(WIDE({ "focus", "OLD-1" }), w.given), NULL, IMS_INVALID,
                         "bad-option: nothing is left to draw: no document that counts serves what is asked for\n");
  close_world(&w);
}
