#include "query/certainty.h"

#include "base/strbuf.h"

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

Test(certainty, what_is_known_can_be_said_of_two_things_by_name)
{
  static const struct {
    ims_relation relation;
    const char *text;
  } cases[] = {
    { IMS_EQUAL, "a and b are equal" },
    { IMS_SUBSET, "a is contained in b, which has more" },
    { IMS_CONTAINS, "a contains b; whether a has more is open" },
    { IMS_OVERLAPS, "a and b overlap for certain" },
    { IMS_SUBSET | IMS_SUPERSET, "a and b overlap for certain" },
    { IMS_DISJOINT, "a and b have nothing in common" },
    { IMS_EQUAL | IMS_DISJOINT, "whether a and b share anything is open; something is excluded" },
    { IMS_UNKNOWN, "nothing is known of a and b" },
    { IMS_CONTRADICTION, "what is said of a and b cannot all be true" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_strbuf said = { 0 };
    imsi_strbuf_fill(&said, imsi_certainty_statement(cases[i].relation),
                     (const char *const[4]){ "a", "b", NULL, NULL });
    cr_expect_str_eq(imsi_strbuf_string(&said), cases[i].text);
    imsi_strbuf_free(&said);
  }
}
