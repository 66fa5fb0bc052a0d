#include "unit/report/fixture_report.h"

#define FAMILY                                                                                                         \
  DOC("<family id='20000' name='ISO/IEC 20000' title='Services'><note>one certifies</note></family>"                   \
      "<family id='o' name='Other'/>\n"                                                                                \
      "<edition id='20000-2:2019' name='Two' family='20000' kind='guidance' status='current' "                         \
      "replaces='20000-2:2012'/>"                                                                                      \
      "<edition id='20000-10:2018' name='Ten' family='20000'/>"                                                        \
      "<edition id='20000-2:2012' name='Old' family='20000' kind='guidance' status='superseded' published='2012'>"     \
      "<gist>Advice.</gist></edition><edition id='x:1' name='X' family='o'/>")

Test(standards_family, its_members_come_in_natural_order_with_what_they_are_for)
{
  fixture_expect_span(FAMILY, "standards", WIDE({ "family", "20000" }), "edition", "gist",
                      "20000-2:2012|guidance|superseded|2012||Advice.\n"
                      "20000-2:2019|guidance|current||20000-2:2012|\n"
                      "20000-10:2018|||||\n");
}

Test(standards_family, is_found_by_its_name_as_well)
{
  fixture_expect_span(FAMILY, "standards", WIDE({ "family", "ISO/IEC 20000" }), "edition", "edition",
                      "20000-2:2012\n20000-2:2019\n20000-10:2018\n");
}

Test(standards_family, one_that_is_not_known_is_refused)
{
  ims_model *model = fixture_model(FAMILY);
  fixture_expect_refusal(model, "standards", WIDE({ "family", "3" }), IMS_NOT_FOUND,
                         "no-such-family: there is no family '3'; known: 20000, o\n");
  ims_model_free(model);
}
