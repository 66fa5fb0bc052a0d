#include "unit/diagram/fixture_diagram.h"
#include "unit/report/fixture_documents.h"

static const char *const lines[] = {
  FIXTURE_SYSTEMS,
  "document id=POL-1 title=Policy kind=document systems=QMS clauses=9001:2015/4#1,9001:2015/5",
  "document id=PRC-1 title=Plan systems=ISMS clauses=27001:2022/4#2",
  "control id=A.1 applicable=no reason_out=No code",
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
  return fixture_graph_within(w->model, "coverage", HELD(request, w->given), max_nodes);
}

static bool has_tip(Agraph_t *graph, const char *words, const char *tip)
{
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
    if (fixture_is(n, words) && strcmp(fixture_attribute(n, "tooltip"), tip) == 0)
      return true;
  return false;
}

Test(coverage, each_clause_of_each_system_has_a_tile_with_the_states_of_its_demands)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE(NOTHING), 0);
  cr_expect_eq(fixture_nodes(graph, "tile"), (size_t)8);
  cr_expect(has_tip(graph, "tile mixed", "QMS, 9001:2015/4 T4: evidenced 1, gap 1"));
  cr_expect(has_tip(graph, "tile", "QMS, 9001:2015/5 T5: evidenced 1"));
  cr_expect(has_tip(graph, "tile mixed", "ISMS, 27001:2022/4 T4: evidenced 1, extend 1"));
  cr_expect(has_tip(graph, "tile", "ISMS, 27001:2022/A.1 TA.1: not-applicable 1"));
  agclose(graph);
  close_world(&w);
}

Test(coverage, requirements_and_controls_are_counted_apart)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE(NOTHING), 0);
  cr_expect_eq(fixture_nodes(graph, "bar"), (size_t)3);
  cr_expect(fixture_says(graph, "Requirements: evidenced 2 of 5 (40 %)"));
  cr_expect(fixture_says(graph, "Requirements: evidenced 1 of 4 (25 %)"));
  cr_expect(fixture_says(graph, "Controls: evidenced none counts"));
  agclose(graph);
  close_world(&w);
}

/* The style of the first part of a tile in that state; NULL if there is none. */
static const char *style_of(Agraph_t *graph, const char *segment)
{
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
    if (fixture_is(n, segment) && strchr(fixture_attribute(n, "fillcolor"), ':'))
      return fixture_attribute(n, "style");
  return NULL;
}

Test(coverage, a_state_is_told_by_mark_and_stripes_too)
{
  static const char *const out[] = { FIXTURE_SYSTEMS, "exclusion clauses=9001:2015/6 systems=QMS "
                                                      "exemption=no occurrence reason=nobody used it" };
  world w = { .model = fixture_standards() };
  w.given = fixture_register(w.model, out, sizeof out / sizeof *out);
  Agraph_t *graph = graph_of(&w, WIDE(NOTHING), 0);
  const char *style = style_of(graph, "segment no-occurrence");
  cr_assert_not_null(style);
  cr_expect_str_eq(style, "striped,dashed");
  cr_expect_gt(fixture_nodes(graph, "text segment gap"), (size_t)0);
  cr_expect(fixture_says(graph, "n/o"));
  cr_expect(fixture_says(graph, "no occurrence: out of the total"));
  agclose(graph);
  close_world(&w);
}

Test(coverage, a_nonconformity_that_is_open_is_marked_on_its_tile_whatever_the_state)
{
  static const char *const found[] = {
    FIXTURE_SYSTEMS,
    "document id=POL-1 title=Policy kind=document systems=QMS clauses=9001:2015/4#1,9001:2015/5",
    "finding id=F-1 title=Late grade=major systems=QMS clauses=9001:2015/4#1",
    "finding id=F-2 title=Done grade=major systems=QMS clauses=9001:2015/5 progress=closed",
  };
  world w = { .model = fixture_standards() };
  w.given = fixture_register(w.model, found, sizeof found / sizeof *found);
  Agraph_t *graph = graph_of(&w, WIDE(NOTHING), 0);
  cr_expect_eq(fixture_nodes(graph, "text open"), (size_t)1);
  cr_expect(has_tip(graph, "tile mixed", "QMS, 9001:2015/4 T4: partial 1, gap 1; nonconformity open against 1 demand"));
  cr_expect(has_tip(graph, "tile", "QMS, 9001:2015/5 T5: evidenced 1"));
  cr_expect(fixture_says(graph, "nonconformity open"));
  agclose(graph);
  close_world(&w);
  w = open_world();
  graph = graph_of(&w, WIDE(NOTHING), 0);
  cr_expect_eq(fixture_nodes(graph, "text open"), (size_t)0);
  cr_expect(!fixture_says(graph, "nonconformity open"));
  agclose(graph);
  close_world(&w);
}

Test(coverage, only_what_is_asked_for_is_drawn)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE({ "systems", "ISMS" }, { "clauses", "4-5" }), 0);
  cr_expect_eq(fixture_nodes(graph, "tile"), (size_t)2);
  cr_expect(fixture_says(graph, "Only clauses 4-5."));
  agclose(graph);
  close_world(&w);
}

Test(coverage, a_clause_in_focus_comes_with_what_overlaps_it_for_certain)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE({ "focus", "9001:2015/6" }), 0);
  cr_expect_eq(fixture_nodes(graph, "tile"), (size_t)2);
  cr_expect(has_tip(graph, "tile", "ISMS, 27001:2022/6 T6: gap 1"));
  agclose(graph);
  close_world(&w);
}

/* ---- layers ---- */

static const struct {
  const char *layer;
  size_t in;
} layers[] = {
  { "have", 3 },
  { "want", 9 },
  { "want - have", 6 },
  { "have + not-applicable", 4 },
  { "(have + not-applicable) & control", 1 },
  { "have + not-applicable & control", 4 },
  { "requirement - 9001:2015", 4 },
  { "9001:2015/4", 2 },
  { "want - have - 9001:2015/6 - 9001:2015/8", 4 },
};

Test(coverage, a_layer_is_sets_put_together)
{
  world w = open_world();
  for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
    char note[128];
    Agraph_t *graph = graph_of(&w, WIDE({ "layer", layers[i].layer }), 0);
    snprintf(note, sizeof note, "The layer has %zu of 10 demands: ", layers[i].in);
    cr_expect(fixture_says(graph, note), "%s: %s", layers[i].layer, note);
    cr_expect(fixture_says(graph, "not in the layer"));
    agclose(graph);
  }
  close_world(&w);
}

Test(coverage, a_tile_counts_what_is_not_in_the_layer)
{
  world w = open_world();
  Agraph_t *graph = graph_of(&w, WIDE({ "layer", "want - have" }), 0);
  cr_expect(has_tip(graph, "tile mixed", "QMS, 9001:2015/4 T4: gap 1, not in the layer 1"));
  cr_expect(fixture_says(graph, "Requirements: evidenced 2 of 5 (40 %)"));
  agclose(graph);
  close_world(&w);
}

Test(coverage, a_layer_that_is_wrong_is_refused)
{
  static const char *const wrong[] = { "",      "want -",        "want have", "(want",
                                       "want)", "want & & have", "want-have", "nothing" };
  world w = open_world();
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    fixture_expect_undrawn(w.model, "coverage", HELD(WIDE({ "layer", wrong[i] }), w.given), NULL, IMS_INVALID,
                           "bad-option: a layer is sets with ' + ', ' - ' and ' & ' between them, and parentheses: "
                           "states, want, have, requirement, control, clauses such as 27001/A.5\n");
  fixture_expect_undrawn(w.model, "coverage", HELD(WIDE({ "layer", "want - 9001:2015/99" }), w.given), NULL,
                         IMS_NOT_FOUND, "no-such-reference: there is no '99' in 9001:2015; nearest: 4, 5, 6\n");
  char deep[400] = "";
  for (size_t i = 0; i < 100; i++)
    strcat(deep, "(");
  strcat(deep, "want");
  fixture_expect_undrawn(w.model, "coverage", HELD(WIDE({ "layer", deep }), w.given), NULL, IMS_INVALID,
                         "bad-option: a layer is sets with ' + ', ' - ' and ' & ' between them, and parentheses: "
                         "states, want, have, requirement, control, clauses such as 27001/A.5\n");
  close_world(&w);
}

/* ---- limits ---- */

Test(coverage, what_is_too_much_is_folded_to_chapters)
{
  static const char parts[] =
      DOC(NAMED_EDITION("9001:2015", "name='Q' kind='requirements' default='yes'",
                        CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), "") CLAUSE("4.1.1", UNDER("4.1"), P("1", "a"))
                            CLAUSE("4.1.2", UNDER("4.1"), P("1", "b")) CLAUSE("4.2", UNDER("4"), P("1", "c"))));
  static const char *const one[] = { "system id=QMS edition=9001:2015" };
  ims_model *model = fixture_model(parts);
  ims_register *given = fixture_register(model, one, 1);
  static const size_t budgets[] = { 3, 2, 1 };
  static const char *const notes[] = { "", "Folded: 8.5 stands for 8.5.1", "Folded: chapters stand for their clauses" };
  for (size_t i = 0; i < 3; i++) {
    Agraph_t *graph = fixture_graph_within(model, "coverage", HELD(WIDE(NOTHING), given), budgets[i]);
    cr_expect_eq(fixture_nodes(graph, "tile"), budgets[i]);
    cr_expect(fixture_says(graph, notes[i]));
    agclose(graph);
  }
  ims_register_free(given);
  ims_model_free(model);
  world w = open_world();
  fixture_expect_undrawn(
      w.model, "coverage", HELD(WIDE(NOTHING), w.given), &(ims_diagram_options){ .max_nodes = 7 }, IMS_LIMIT,
      "too-many-nodes: this takes 8 boxes at least, and 7 are allowed: ask for less, or raise --max-nodes\n");
  close_world(&w);
}

Test(coverage, a_request_that_is_wrong_is_refused)
{
  world w = open_world();
  fixture_expect_undrawn(w.model, "coverage", WIDE(NOTHING), NULL, IMS_INVALID,
                         "missing-argument: 'coverage' needs to be told: a register of what the organization has\n");
  fixture_expect_undrawn(w.model, "coverage", HELD(WIDE({ "clauses", "77" }), w.given), NULL, IMS_INVALID,
                         "bad-option: nothing is left to draw: no system has a demand in what is asked for\n");
  fixture_expect_undrawn(w.model, "coverage", HELD(WIDE({ "systems", "g" }), w.given), NULL, IMS_NOT_FOUND,
                         "no-system: no system of the register is held against 'g'; systems: QMS, ISMS\n");
  close_world(&w);
}
