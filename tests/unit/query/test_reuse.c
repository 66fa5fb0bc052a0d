#include "query/reuse.h"

#include "unit/report/fixture_report.h"

#define SAID(id, more) "<provision id='" id "' force='requirement' " more "><gist>G.</gist></provision>"
#define REUSED(source, is, target, more) "<relation source='" source "' is='" is "' target='" target "' " more "/>\n"
#define STANDARDS                                                                                                      \
  DOC("<edition id='h:1' name='h' hub='yes'>" CLAUSE(                                                                  \
      "4", ALL,                                                                                                        \
      SAID("1", "method='as-is' record='shared'")) "</edition>\n" EDITION("a:1", CLAUSE("4", ALL,                      \
                                                                                        P("1", "A.") P("2", "B.") P(   \
                                                                                            "3", "C.") P("4", "D.")))  \
          EDITION("a:2", CLAUSE("4", ALL, P("1", "A.")))                                                               \
              EDITION("b:1", CLAUSE("7", ALL, SAID("1", "method='extend'") P("2", "B.") P("3", "C.")))                 \
                  MAPPING("a:1", "h:1", ROW("4#1", "equal", "4#1")) MAPPING("b:1", "h:1", ROW("7#1", "equal", "4#1"))  \
                      MAPPING("a:1", "a:2", ROW("4#1", "equal", "4#1"))                                                \
                          MAPPING("a:1", "b:1",                                                                        \
                                  REUSED("4#2", "subset", "7#2", "method='separate' record='own'")                     \
                                      ROW("4#3", "equal", "7#3")))

static imsi_reuse find(const char *wanted, const char *had)
{
  ims_model *model = fixture_model(STANDARDS);
  imsi_closure *closure = NULL;
  imsi_reuse reuse;
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_reuse_find(model, closure, fixture_node(model, wanted), fixture_node(model, had), &reuse), IMS_OK);
  imsi_closure_free(closure);
  ims_model_free(model);
  return reuse;
}

static void expect(const char *wanted, const char *had, ims_relation relation, ims_method method, ims_record record)
{
  const imsi_reuse reuse = find(wanted, had);
  cr_expect_eq(reuse.relation, relation, "%s %s", wanted, had);
  cr_expect_eq(reuse.method, method, "%s %s: %s", wanted, had, ims_method_name(reuse.method));
  cr_expect_eq(reuse.record, record, "%s %s: %s", wanted, had, ims_record_name(reuse.record));
}

Test(reuse, along_a_chain_the_strictest_counts)
{
  expect("a:1/4#1", "b:1/7#1", IMS_EQUAL, IMS_EXTEND, IMS_SHARED);
  expect("a:1/4#1", "h:1/4#1", IMS_EQUAL, IMS_AS_IS, IMS_SHARED);
  expect("a:1/4#2", "b:1/7#2", IMS_SUBSET, IMS_SEPARATE, IMS_RECORD_OWN);
  expect("b:1/7#2", "a:1/4#2", IMS_SUPERSET, IMS_SEPARATE, IMS_RECORD_OWN);
}

Test(reuse, what_nobody_has_said_is_not_known)
{
  expect("a:1/4#3", "b:1/7#3", IMS_EQUAL, IMS_METHOD_UNSAID, IMS_RECORD_UNSAID);
  expect("a:1/4#4", "b:1/7#3", IMS_UNKNOWN, IMS_METHOD_UNSAID, IMS_RECORD_UNSAID);
}

Test(reuse, an_edition_takes_over_what_served_the_one_before)
{
  expect("a:1/4#1", "a:2/4#1", IMS_EQUAL, IMS_AS_IS, IMS_RECORD_UNSAID);
}

Test(reuse, what_contains_more_serves_better_then_what_is_freer)
{
  const imsi_reuse equal = { .relation = IMS_EQUAL, .method = IMS_EXTEND };
  const imsi_reuse inside = { .relation = IMS_SUBSET, .method = IMS_EXTEND };
  const imsi_reuse freely = { .relation = IMS_CONTAINED, .method = IMS_AS_IS };
  const imsi_reuse unsaid = { .relation = IMS_EQUAL };
  const imsi_reuse overlap = { .relation = IMS_INTERSECTS, .method = IMS_AS_IS };
  const imsi_reuse broken = { .relation = IMS_CONTRADICTION, .method = IMS_AS_IS };
  cr_expect(imsi_reuse_better(&freely, &equal));
  cr_expect(imsi_reuse_better(&equal, &inside));
  cr_expect_not(imsi_reuse_better(&inside, &equal));
  cr_expect_not(imsi_reuse_better(&equal, &equal));
  cr_expect(imsi_reuse_better(&inside, &unsaid));
  cr_expect(imsi_reuse_better(&unsaid, &overlap));
  cr_expect_not(imsi_reuse_better(&broken, &overlap));
}
