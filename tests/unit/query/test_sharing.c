#include "query/sharing.h"

#include "unit/report/fixture_report.h"

#define STANDARDS                                                                                                      \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") P("2", "B.") P("3", "C.") FORCED("4", "guidance", "Note."))         \
                         CLAUSE("5", "", "") CLAUSE("6", ALL, ""))                                                     \
          EDITION("b:1", CLAUSE("7", ALL, P("1", "A.") P("2", "B.")))                                                  \
              MAPPING("a:1", "b:1", ROW("4#1", "intersects", "7#1") ROW("4#1", "equal", "7#2") NONE("4#2")))

static imsi_sharing count(const char *clause, ims_node_kind kind)
{
  ims_model *model = fixture_model(STANDARDS);
  imsi_closure *closure;
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  imsi_sharing sharing = { 0 };
  const ims_edition *a = ims_edition_find(model, "a:1", 3), *b = ims_edition_find(model, "b:1", 3);
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_correlation_pairs(model, closure, a, b, kind, &pairs), IMS_OK);
  const ims_node in = clause ? fixture_node(model, clause) : (ims_node){ IMS_NO_NODE };
  imsi_sharing_add(model, a, in, kind, b, &pairs, &sharing);
  cr_expect(imsi_sharing_has_provisions(model, a));
  imsi_vec_free(&pairs);
  imsi_closure_free(closure);
  ims_model_free(model);
  return sharing;
}

Test(sharing, a_provision_counts_by_its_nearest_counterpart)
{
  const imsi_sharing all = count(NULL, IMS_PROVISION);
  cr_expect_eq(all.total, 3);
  cr_expect_eq(all.equal, 1);
  cr_expect_eq(all.overlaps, 0);
  cr_expect_eq(all.none, 1);
  cr_expect_eq(all.unknown, 1);
  cr_expect_eq(imsi_sharing_shared(&all), 1);
}

Test(sharing, only_what_is_in_a_clause_counts)
{
  cr_expect_eq(count("a:1/4", IMS_PROVISION).total, 3);
  cr_expect_eq(count("a:1/5", IMS_PROVISION).total, 0);
}

Test(sharing, a_clause_counts_unless_it_is_known_to_ask_nothing)
{
  const imsi_sharing all = count(NULL, IMS_CLAUSE);
  cr_expect_eq(all.total, 2); /* 4 and 5; 6 lists its demands, and there are none */
  cr_expect_eq(imsi_sharing_shared(&all), 1);
  cr_expect_eq(all.unknown, 1);
}
