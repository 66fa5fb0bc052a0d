#include "unit/report/fixture_report.h"

Test(checks, each_says_what_it_looks_for_and_what_it_rests_on)
{
  static const char xml[] = DOC(BASES EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", "", "")) EDITION(
      "b:1",
      CLAUSE("7", "",
             "")) "<check id='T1' title='One' severity='error' group='g' basis='b1'><gist>Look.</gist><note>Why.</note>"
                  "<member edition='a:1' of='4'/><member edition='a:1' of='5'/><member edition='b:1' of='7'/></check>\n"
                  "<check id='T2' title='Two' severity='info' group='g'><gist>Look again.</gist></check>\n"
                  "<severity check='T1' is='info'/>\n");
  fixture_expect_report(xml, "checks", (&(const ims_request){ 0 }),
                        "T1|info|One|Look.|a:1 4, 5 / b:1 7|g|Why.|proposed|b1|test.xml:5|test.xml:7\n"
                        "T2|info|Two|Look again.||g||proposed||test.xml:6|test.xml:6\n");
  ims_model *model = fixture_model(xml);
  ims_table *table = fixture_table(model, "checks", (&(const ims_request){ .form = IMS_FORM_LONG }));
  fixture_expect_columns(table, "check, Check\nseverity, Severity\ntitle, Title\ngist, What is looked for\nrests_on, "
                                "Rests on\n(group, Group)\n(note, Note)\n(standing, Standing)\n(basis, Basis)\n(place, "
                                "Place)\n(severity_place, Severity said at)\n");
  cr_expect_not_null(strstr(ims_table_note(table, 0), "No check is a nonconformity by itself"));
  ims_table_free(table);
  ims_model_free(model);
}
