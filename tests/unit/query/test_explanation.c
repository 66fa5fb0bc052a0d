#include "query/explanation.h"

#include "unit/report/fixture_report.h"

/* a:1/1 and b:1/1 are equal over their parts, which are equal one by one. */
#define EQUAL_PARTS                                                                                                    \
  DOC(EDITION("a:1", CLAUSE("1", ALL, P("1", "x") P("2", "y")))                                                        \
          EDITION("b:1", CLAUSE("1", ALL, P("1", "x") P("2", "y")))                                                    \
              MAPPING("a:1", "b:1", ROW("1#1", "equal", "1#1") ROW("1#2", "equal", "1#2")))

static void explain(const char *xml, const char *a, const char *b, ims_relation wanted, bool all, const char *expected)
{
  ims_model *model = fixture_model(xml);
  imsi_closure *closure = NULL;
  imsi_explanation e = IMSI_EXPLANATION;
  imsi_vec rows = IMSI_VEC(uint32_t);
  ims_memory got = { 0 };
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_explanation_of(model, closure, fixture_node(model, a), fixture_node(model, b), wanted, all, &e),
               IMS_OK);
  for (size_t i = 0; i < e.chains.count; i++) {
    const imsi_shown *shown = &IMSI_AT(imsi_shown, &e.chains, i);
    fixture_printf(&got, "%s%s%s:", shown->another ? "another " : "", shown->united == IMS_NO_NODE ? "" : "part ",
                   ims_node_name(model, shown->from));
    for (size_t k = 0; k < shown->chain.count; k++) {
      const imsi_step *step = &IMSI_AT(imsi_step, &e.steps, shown->chain.first + k);
      fixture_printf(&got, " %s %s", ims_relation_symbol(step->relation), ims_node_name(model, step->to));
    }
    fixture_printf(&got, "\n");
  }
  cr_assert_eq(imsi_explanation_rows(closure, &e, &rows), IMS_OK);
  fixture_printf(&got, "%zu rows\n", rows.count);
  fixture_compare(&got, expected);
  imsi_vec_free(&rows);
  imsi_explanation_free(&e);
  imsi_closure_free(closure);
  ims_model_free(model);
}

Test(explanation, takes_each_union_apart_once)
{
  explain(EQUAL_PARTS, "a:1/1", "b:1/1", IMS_EQUAL, false,
          "1: >= 1\n"
          "1: <= 1\n"
          "part 1#1: = 1#1 <= 1\n"
          "part 1#2: = 1#2 <= 1\n"
          "part 1#1: = 1#1 <= 1\n"
          "part 1#2: = 1#2 <= 1\n"
          "2 rows\n");
}

Test(explanation, independent_chains_are_told_if_wanted_and_do_not_count)
{
  static const char xml[] =
      DOC(EDITION("a:1", CLAUSE("1", "", "")) EDITION("b:1", CLAUSE("1", "", "")) EDITION("c:1", CLAUSE("1", "", ""))
              MAPPING("a:1", "b:1", ROW("1", "equal", "1")) MAPPING("b:1", "c:1", ROW("1", "equal", "1"))
                  MAPPING("a:1", "c:1", ROW("1", "equal", "1")));
  explain(xml, "a:1/1", "c:1/1", IMS_EQUAL, false, "1: = 1\n1 rows\n");
  explain(xml, "a:1/1", "c:1/1", IMS_EQUAL, true, "1: = 1\nanother 1: = 1 = 1\n1 rows\n");
}

Test(explanation, the_hierarchy_alone_has_no_other_chain)
{
  explain(EQUAL_PARTS, "a:1/1#1", "a:1/1", IMS_CONTAINED, true, "1#1: <= 1\n0 rows\n");
}

Test(explanation, there_is_none_of_what_is_not_known)
{
  ims_model *model = fixture_model(EQUAL_PARTS);
  imsi_closure *closure = NULL;
  imsi_explanation e = IMSI_EXPLANATION;
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_expect_eq(imsi_explanation_of(model, closure, fixture_node(model, "a:1/1#1"), fixture_node(model, "b:1/1#2"),
                                   IMS_OVERLAPS, false, &e),
               IMS_NOT_FOUND);
  imsi_explanation_free(&e);
  imsi_closure_free(closure);
  ims_model_free(model);
}
