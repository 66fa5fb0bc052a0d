#include "query/smallest.h"

#include "unit/report/fixture_report.h"

/* b:1/1 covers #1 and #2, b:1/2 #2 and the item, b:1/3 the item alone; c:1/1 does nothing that b:1 does not. */
#define STANDARDS                                                                                                      \
  DOC(EDITION("a:1", CLAUSE("1", ALL,                                                                                  \
                            P("1", "One.") P("2", "Two.") PARTED("3", "requirement", "Three.",                         \
                                                                 ITEM("a", "A.") ITEM("b", "B.")) P("4", "Four.")))    \
          EDITION("b:1", CLAUSE("1", ALL, P("1", "B.") P("2", "B.")) CLAUSE("2", ALL, P("1", "B.") P("2", "B."))       \
                             CLAUSE("3", ALL, P("1", "B."))) EDITION("c:1", CLAUSE("1", ALL, P("1", "C.")))            \
              EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))                                                           \
                  MAPPING("a:1", "b:1",                                                                                \
                          ROW("1#1", "equal", "1#1") ROW("1#2", "subset", "1#2") ROW("1#2", "subset", "2#1")           \
                              ROW("1#a", "subset", "2#2") ROW("1#a", "subset", "3#1") ROW("1#4", "intersects", "3#1")) \
                      MAPPING("a:1", "c:1", ROW("1#2", "subset", "1#1")))

static void expect(const imsi_region *sources, size_t count, ims_model *model, const char *chosen, size_t candidates)
{
  imsi_closure *closure = NULL;
  imsi_coverage *coverage = NULL;
  imsi_smallest smallest = IMSI_SMALLEST;
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_memory got = { 0 };
  static const char *const asked[] = { "a:1/1#1", "a:1/1#2", "a:1/1#3", "a:1/1#4" };
  for (size_t i = 0; i < 4; i++) {
    const ims_node node = fixture_node(model, asked[i]);
    cr_assert_eq(imsi_vec_push(&demands, &node), IMS_OK);
  }
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_coverage_new(model, closure, sources, count, NULL, 0, &coverage), IMS_OK);
  cr_assert_eq(imsi_smallest_find(coverage, &demands, &smallest), IMS_OK);
  for (size_t i = 0; i < smallest.clauses.count; i++)
    fixture_printf(&got, "%s ", ims_node_name(model, IMSI_AT(ims_node, &smallest.clauses, i)));
  fixture_compare(&got, chosen);
  cr_expect_eq(smallest.candidates, candidates);
  cr_expect_eq(smallest.answer.size, smallest.clauses.count);
  cr_expect_eq(smallest.answer.least, smallest.clauses.count);
  imsi_smallest_free(&smallest);
  imsi_vec_free(&demands);
  imsi_coverage_free(coverage);
  imsi_closure_free(closure);
}

Test(smallest, what_others_cover_as_well_is_left_out)
{
  ims_model *model = fixture_model(STANDARDS);
  const imsi_region sources[] = { { fixture_edition(model, "b:1"), { IMS_NO_NODE } },
                                  { fixture_edition(model, "c:1"), { IMS_NO_NODE } } };
  expect(sources, 2, model, "1 2 ", 4);
  ims_model_free(model);
}

Test(smallest, a_provision_that_was_named_stands_for_itself)
{
  ims_model *model = fixture_model(STANDARDS);
  const imsi_region sources[] = { { fixture_edition(model, "b:1"), fixture_node(model, "b:1/2#1") },
                                  { fixture_edition(model, "b:1"), fixture_node(model, "b:1/3") } };
  expect(sources, 2, model, "2#1 3 ", 2);
  ims_model_free(model);
}

Test(smallest, an_item_counts_where_its_demand_is_not_covered)
{
  ims_model *model = fixture_model(STANDARDS);
  const imsi_region source = { fixture_edition(model, "b:1"), fixture_node(model, "b:1/2#2") };
  expect(&source, 1, model, "2#2 ", 1);
  ims_model_free(model);
}

Test(smallest, where_nothing_is_covered_nothing_is_chosen)
{
  ims_model *model = fixture_model(STANDARDS);
  const imsi_region source = { fixture_edition(model, "h:1"), { IMS_NO_NODE } };
  expect(&source, 1, model, "", 0);
  ims_model_free(model);
}
