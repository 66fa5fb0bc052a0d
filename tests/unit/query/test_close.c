#include "query/close.h"

#include "unit/report/fixture_report.h"

/* Closes a document and expects these messages. */
static void expect_closed(const char *xml, const char *messages)
{
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  imsi_closure *closure = NULL;
  ims_model *model = fixture_model(xml);
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  cr_expect_eq(imsi_report_close(model, &reporter, &closure), IMS_OK);
  cr_expect_not_null(closure);
  cr_expect_str_eq(fixture_messages(&diags), messages, "got\n%s", fixture_messages(&diags));
  for (size_t i = 0; i < diags.count; i++)
    cr_expect_str_eq(diags.list[i].file, "test.xml");
  imsi_closure_free(closure);
  imsi_reporter_free(&reporter);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(close, what_contradicts_itself_is_warned_of_with_the_rows)
{
  expect_closed(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                        MAPPING("a:1", "b:1", ROW("4", "subset", "5")) MAPPING("b:1", "a:1", ROW("5", "subset", "4"))),
                "8:1 what is said of 'a:1/4' and 'b:1/5' cannot all be true\n5:1 the relation is here\n");
}

Test(close, closing_what_fits_reports_nothing)
{
  expect_closed(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", "")) MAPPING(
                    "a:1", "b:1", ROW("4", "subset", "5")) MAPPING("b:1", "a:1", ROW("5", "superset", "4"))),
                "");
}
