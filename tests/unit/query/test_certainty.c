#include "query/certainty.h"

#include "unit/report/fixture_report.h"

static const char text[] = DOC(EDITION("a", CLAUSE("1", ALL, P("1", "x") P("2", "y") P("3", "z")))
                                   EDITION("b", CLAUSE("1", ALL, P("1", "x") P("2", "y") P("3", "z")))
                                       MAPPING("a", "b", ROW("1#1", "subset", "1#1") ROW("1#2", "disjoint", "1#2")));

Test(certainty, tells_what_is_stated_from_what_follows)
{
  static const struct {
    ims_relation relation;
    const char *name;
  } cases[] = {
    { IMS_SUBSET, "stated" },      { IMS_SUPERSET, "entailed" },    { IMS_EQUAL, "entailed" },
    { IMS_CONTAINED, "entailed" }, { IMS_CONTAINS, "entailed" },    { IMS_OVERLAPS, "overlap certain" },
    { 12, "overlap certain" },     { IMS_UNKNOWN - 1, "possible" }, { IMS_UNKNOWN, "unknown" },
    { IMS_DISJOINT, "refuted" },
  };
  ims_model *model = fixture_model(text);
  const ims_node source = fixture_node(model, "a/1#1"), target = fixture_node(model, "b/1#1");
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_str_eq(imsi_certainty_name(imsi_certainty_of(model, source, target, cases[i].relation)), cases[i].name,
                     "%d", cases[i].relation);
  ims_model_free(model);
}

Test(certainty, what_is_stated_to_have_nothing_in_common_is_refuted)
{
  ims_model *model = fixture_model(text);
  const ims_node source = fixture_node(model, "a/1#2"), target = fixture_node(model, "b/1#2");
  cr_expect_eq(imsi_certainty_of(model, source, target, IMS_DISJOINT), IMSI_REFUTED);
  ims_model_free(model);
}
