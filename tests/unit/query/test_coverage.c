#include "query/coverage.h"

#include "unit/report/fixture_report.h"

#include <stdlib.h>

/* What is asked is a:1; h:1 stands between it and the sources b:1 and c:1. */
#define ASKED                                                                                                          \
  EDITION("a:1",                                                                                                       \
          CLAUSE("1", ALL,                                                                                             \
                 P("1", "One.") P("2", "Two.") PARTED("3", "requirement", "Three.", ITEM("a", "A.") ITEM("b", "B."))   \
                     PARTED("4", "requirement", "Four.", ITEM("c", "C.") ITEM("d", "D.")) P("5", "Five.")              \
                         P("6", "Six.") FORCED("7", "permission", "Seven.")) CLAUSE("2", "", "") CLAUSE("3", ALL, "")  \
              CLAUSE("4", "", CLAUSE_NOTE))
#define CLAUSE_NOTE FORCED("1", "guidance", "Note.")
#define BETWEEN EDITION("h:1", CLAUSE("1", ALL, P("1", "H one.") P("2", "H two.")))
#define SOURCES                                                                                                        \
  EDITION("b:1", CLAUSE("1", ALL, P("1", "B one.") P("2", "B two.")) CLAUSE("2", ALL, P("1", "B three.")))             \
  EDITION("c:1", CLAUSE("1", ALL, P("1", "C one.") P("2", "C two.")))
#define RELATED                                                                                                        \
  MAPPING("a:1", "h:1", ROW("1#2", "subset", "1"))                                                                     \
  MAPPING("h:1", "b:1", ROW("1#1", "subset", "1#1"))                                                                   \
  MAPPING("h:1", "c:1", ROW("1#2", "equal", "1#1"))                                                                    \
  MAPPING("a:1", "b:1",                                                                                                \
          ROW("1#1", "equal", "1#2") ROW("1#a", "subset", "1#1") ROW("1#c", "subset", "2#1") NONE("1#5") NONE("1#6"))  \
  MAPPING("a:1", "c:1", ROW("1#b", "equal", "1#2") NONE("1#5") ROW("2", "intersects", "1#2"))

#define WORLD DOC(ASKED BETWEEN SOURCES RELATED)

typedef struct world {
  ims_model *model;
  imsi_closure *closure;
  imsi_coverage *coverage;
  imsi_region sources[4];
} world;

/* Sources are references, an edition without a slash. */
static world open_world(const char *xml, const char *const *sources, size_t count)
{
  world w = { .model = fixture_model(xml) };
  cr_assert_eq(imsi_closure_new(w.model, &w.closure), IMS_OK);
  for (size_t i = 0; i < count; i++) {
    w.sources[i].node.index = IMS_NO_NODE;
    if (strchr(sources[i], '/'))
      w.sources[i].node = fixture_node(w.model, sources[i]);
    const char id[] = { sources[i][0], ':', '1', '\0' };
    w.sources[i].edition = fixture_edition(w.model, id);
  }
  return w;
}

static void close_world(world *w)
{
  imsi_coverage_free(w->coverage);
  imsi_closure_free(w->closure);
  ims_model_free(w->model);
}

/* Expects the state of a node, and its shares: "part symbol source; ...". */
static void expect(const char *const *sources, size_t count, const char *node, imsi_covered state, const char *shares)
{
  world w = open_world(WORLD, sources, count);
  cr_assert_eq(imsi_coverage_new(w.model, w.closure, w.sources, count, NULL, 0, &w.coverage), IMS_OK);
  imsi_vec list = IMSI_VEC(imsi_share);
  ims_memory got = { 0 };
  cr_expect_eq(imsi_coverage_of(w.coverage, fixture_node(w.model, node)), state, "%s", node);
  cr_assert_eq(imsi_coverage_shares(w.coverage, fixture_node(w.model, node), &list), IMS_OK);
  for (size_t i = 0; i < list.count; i++) {
    const imsi_share *s = &IMSI_AT(imsi_share, &list, i);
    fixture_printf(&got, "%s%s/%s %s %s/%s", i ? "; " : "", ims_node_edition(w.model, s->part)->id,
                   ims_node_name(w.model, s->part), ims_relation_symbol(s->relation),
                   ims_node_edition(w.model, s->source)->id, ims_node_name(w.model, s->source));
  }
  fixture_compare(&got, shares);
  imsi_vec_free(&list);
  close_world(&w);
}

#define EXPECT(node, state, shares, ...)                                                                               \
  do {                                                                                                                 \
    static const char *const sources[] = { __VA_ARGS__ };                                                              \
    expect(sources, sizeof sources / sizeof *sources, node, state, shares);                                            \
  } while (0)

Test(coverage, one_source_that_asks_all_of_it_covers_it)
{
  EXPECT("a:1/1#1", IMSI_COVERED_BY_ONE, "a:1/1#1 = b:1/1#2", "b:1", "c:1");
}

Test(coverage, several_cover_it_as_parts_of_a_whole)
{
  EXPECT("a:1/1#2", IMSI_COVERED_JOINTLY, "h:1/1#1 < b:1/1#1; h:1/1#2 = c:1/1#1", "b:1", "c:1");
}

Test(coverage, a_whole_with_a_part_that_nobody_covers_covers_nothing)
{
  EXPECT("a:1/1#2", IMSI_COVERED_UNKNOWN, "", "b:1");
}

Test(coverage, items_that_are_all_covered_are_not_the_demand)
{
  EXPECT("a:1/1#3", IMSI_COVERED_ITEMS, "", "b:1", "c:1");
  EXPECT("a:1/1#3", IMSI_COVERED_OVERLAP, "", "b:1");
  EXPECT("a:1/1#a", IMSI_COVERED_BY_ONE, "a:1/1#a < b:1/1#1", "b:1");
}

Test(coverage, an_item_among_others_makes_an_overlap)
{
  EXPECT("a:1/1#4", IMSI_COVERED_OVERLAP, "", "b:1", "c:1");
  EXPECT("a:1/1#d", IMSI_COVERED_UNKNOWN, "", "b:1", "c:1");
}

Test(coverage, none_needs_somebody_who_looked_everywhere)
{
  EXPECT("a:1/1#5", IMSI_COVERED_NONE, "", "b:1", "c:1");
  EXPECT("a:1/1#6", IMSI_COVERED_UNKNOWN, "", "b:1", "c:1");
  EXPECT("a:1/1#6", IMSI_COVERED_NONE, "", "b:1/1");
}

Test(coverage, only_what_is_in_a_source_counts)
{
  EXPECT("a:1/1#1", IMSI_COVERED_BY_ONE, "a:1/1#1 = b:1/1#2", "b:1/1#2");
  EXPECT("a:1/1#1", IMSI_COVERED_UNKNOWN, "", "b:1/2");
}

Test(coverage, a_clause_of_which_nothing_is_listed_overlaps_like_a_demand)
{
  EXPECT("a:1/2", IMSI_COVERED_OVERLAP, "a:1/2 x c:1/1#2", "b:1", "c:1");
}

/* a:1/1#1 is in h:1/1, whose only hard part is in i:1/1, whose parts are covered. */
Test(coverage, the_way_to_a_part_leads_through_every_whole)
{
  static const char xml[] =
      DOC(EDITION("a:1", CLAUSE("1", ALL, P("1", "x") P("2", "x"))) EDITION(
          "h:1", CLAUSE("1", ALL, P("1", "x") P("2", "x"))) EDITION("i:1", CLAUSE("1", ALL, P("1", "x") P("2", "x")))
              SOURCES MAPPING("a:1", "h:1", ROW("1#1", "subset", "1")) MAPPING("h:1", "i:1", ROW("1#2", "subset", "1"))
                  MAPPING("h:1", "b:1", ROW("1#1", "subset", "2#1")) MAPPING("i:1", "b:1", ROW("1#1", "subset", "1#1"))
                      MAPPING("i:1", "c:1", ROW("1#2", "subset", "1#1")));
  static const char *const sources[] = { "b:1/1#1", "c:1/1#1", "b:1/2" };
  world w = open_world(xml, sources, 3);
  imsi_vec list = IMSI_VEC(imsi_share), links = IMSI_VEC(imsi_share);
  const ims_node node = fixture_node(w.model, "a:1/1#1");
  cr_assert_eq(imsi_coverage_new(w.model, w.closure, w.sources, 3, NULL, 0, &w.coverage), IMS_OK);
  cr_expect_eq(imsi_coverage_of(w.coverage, node), IMSI_COVERED_JOINTLY);
  cr_assert_eq(imsi_coverage_shares(w.coverage, node, &list), IMS_OK);
  cr_expect_eq(list.count, 3);
  cr_assert_eq(imsi_coverage_links(w.coverage, node, fixture_node(w.model, "i:1/1#2"), &links), IMS_OK);
  cr_assert_eq(links.count, 2);
  cr_expect_eq(IMSI_AT(imsi_share, &links, 0).source.index, fixture_node(w.model, "h:1/1").index);
  cr_expect_eq(IMSI_AT(imsi_share, &links, 1).part.index, fixture_node(w.model, "h:1/1#2").index);
  cr_expect_eq(IMSI_AT(imsi_share, &links, 1).source.index, fixture_node(w.model, "i:1/1").index);
  links.count = 0;
  cr_assert_eq(imsi_coverage_links(w.coverage, node, fixture_node(w.model, "h:1/1#1"), &links), IMS_OK);
  cr_expect_eq(links.count, 1);
  links.count = 0;
  cr_assert_eq(imsi_coverage_links(w.coverage, node, fixture_node(w.model, "a:1/1#2"), &links), IMS_OK);
  cr_expect_eq(links.count, 0, "no part of it");
  imsi_vec_free(&list);
  imsi_vec_free(&links);
  close_world(&w);
}

Test(coverage, shares_stand_in_the_order_of_the_sources)
{
  static const char xml[] =
      DOC(EDITION("a:1", CLAUSE("1", ALL, P("1", "One.") P("2", "Two.")))
              SOURCES MAPPING("a:1", "b:1", ROW("1#1", "subset", "2#1") ROW("1#1", "subset", "1#1"))
                  MAPPING("a:1", "c:1", ROW("1#1", "subset", "1#2")));
  static const char *const sources[] = { "c:1", "b:1" };
  static const char *const expected[] = { "1#2", "1#1", "2#1" };
  world w = open_world(xml, sources, 2);
  imsi_vec list = IMSI_VEC(imsi_share);
  cr_assert_eq(imsi_coverage_new(w.model, w.closure, w.sources, 2, NULL, 0, &w.coverage), IMS_OK);
  cr_assert_eq(imsi_coverage_shares(w.coverage, fixture_node(w.model, "a:1/1#1"), &list), IMS_OK);
  cr_assert_eq(list.count, 3);
  for (size_t i = 0; i < 3; i++)
    cr_expect_str_eq(ims_node_name(w.model, IMSI_AT(imsi_share, &list, i).source), expected[i]);
  imsi_vec_free(&list);
  close_world(&w);
}

Test(coverage, a_row_that_says_disjoint_is_an_answer_for_that_source)
{
  static const char xml[] = DOC(EDITION("a:1", CLAUSE("1", ALL, P("1", "One.") P("2", "Two."))) SOURCES MAPPING(
      "a:1", "b:1", ROW("1#1", "disjoint", "2#1") ROW("1#1", "disjoint", "1")));
  static const char *const sources[] = { "b:1/1" };
  world w = open_world(xml, sources, 1);
  size_t verdict = 0;
  cr_assert_eq(imsi_coverage_new(w.model, w.closure, w.sources, 1, NULL, 0, &w.coverage), IMS_OK);
  cr_expect_eq(imsi_coverage_of(w.coverage, fixture_node(w.model, "a:1/1#1")), IMSI_COVERED_NONE);
  cr_expect(imsi_coverage_examined(w.coverage, fixture_node(w.model, "a:1/1#1"), 0, &verdict));
  cr_expect_eq(verdict, SIZE_MAX);
  cr_expect_not(imsi_coverage_examined(w.coverage, fixture_node(w.model, "a:1/1#2"), 0, &verdict));
  close_world(&w);
}

/* ---- regions and what is asked in them ---- */

Test(coverage, demands_are_provisions_and_clauses_without_any)
{
  ims_model *model = fixture_model(WORLD);
  const imsi_region chapter = { fixture_edition(model, "a:1"), fixture_node(model, "a:1/1") };
  const imsi_region all = { fixture_edition(model, "a:1"), { IMS_NO_NODE } };
  const imsi_region item = { fixture_edition(model, "a:1"), fixture_node(model, "a:1/1#a") };
  bool *seen = calloc(ims_node_count(model) + 1, sizeof *seen);
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_memory got = { 0 };
  cr_assert_not_null(seen);
  cr_assert_eq(imsi_coverage_demands(model, &chapter, seen, &demands), IMS_OK);
  cr_expect_eq(demands.count, 6);
  cr_assert_eq(imsi_coverage_demands(model, &all, seen, &demands), IMS_OK);
  cr_assert_eq(imsi_coverage_demands(model, &item, seen, &demands), IMS_OK);
  for (size_t i = 0; i < demands.count; i++)
    fixture_printf(&got, "%s ", ims_node_name(model, IMSI_AT(ims_node, &demands, i)));
  fixture_compare(&got, "1#1 1#2 1#3 1#4 1#5 1#6 2 1#a ");
  imsi_vec_free(&demands);
  free(seen);
  ims_model_free(model);
}

Test(coverage, a_region_binds_if_something_in_it_does)
{
  ims_model *model = fixture_model(WORLD);
  const ims_edition *a = fixture_edition(model, "a:1");
  cr_expect(imsi_region_binds(model, &(imsi_region){ a, { IMS_NO_NODE } }));
  cr_expect(imsi_region_binds(model, &(imsi_region){ a, fixture_node(model, "a:1/2") }));
  cr_expect_not(imsi_region_binds(model, &(imsi_region){ a, fixture_node(model, "a:1/3") }), "demands nothing");
  cr_expect_not(imsi_region_binds(model, &(imsi_region){ a, fixture_node(model, "a:1/1#7") }), "permission");
  imsi_coverage_free(NULL);
  ims_model_free(model);
}
