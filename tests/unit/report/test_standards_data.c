#include "unit/report/fixture_report.h"

Test(standards_data, counts_what_is_stated_and_who_has_read_it)
{
  fixture_expect_report(
      DOC(EDITION("a:1", CLAUSE("4", "unconfirmed='title'", P("1", "x") FORCED("2", "guidance", "note")))
              EDITION("b:1", CLAUSE("4", "", P("1", "y") P("2", "z")))
                  LABELLED_MAPPING("a:1", "b:1", "status='reviewed'",
                                   ROW("4#1", "equal", "4#1") "<none target='4#2' status='proposed'/>")),
      "standards", WIDE({ "data", NULL }),
      "a:1|1|||||||||||1|||1\n"
      "b:1|2|||||||||||2|||\n"
      "a:1 - b:1|||||1|||||1||1|1||\n"
      "all|3||||1|||||1||4|1||1\n");
}

Test(standards_data, is_not_asked_for_together_with_a_family)
{
  ims_model *model = fixture_model(DOC(""));
  fixture_expect_refusal(model, "standards", WIDE({ "data", NULL }, { "family", "x" }), IMS_INVALID,
                         "bad-option: choose one of --family and --data\n");
  ims_model_free(model);
}
