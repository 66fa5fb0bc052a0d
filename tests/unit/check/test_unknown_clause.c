#include "unit/check/fixture_check.h"

Test(unknown_clause, a_number_of_another_edition_is_told_with_that_edition)
{
  fixture_expect_found(
      "T03",
      LINES(ISMS, SMS, "document id=D1 title=Access clauses=27001:2022/A.9.2,20000-1:2018/4.5.2,20000-1:2018/8.99",
            "control id=A.16.1 applicable=yes", "control id=OWN-1 applicable=yes"),
      "3:7 error: D1 Access | -, advice | ISMS\n"
      "  ISO/IEC 27001:2022 has no A.9.2\n"
      "  ISO/IEC 27001:2013 has one: correct the number or the edition\n"
      "3:7 error: D1 Access | -, advice | SMS\n"
      "  ISO/IEC 20000-1:2018 has no 4.5.2\n"
      "  ISO/IEC 20000-1:2011 has one: correct the number or the edition\n"
      "3:7 error: D1 Access | -, advice | SMS\n"
      "  ISO/IEC 20000-1:2018 has no 8.99\n"
      "  correct the number\n"
      "4:1 error: A.16.1 | -, advice | ISMS\n"
      "  ISO/IEC 27001:2022 has no control A.16.1\n"
      "  correct the number; give a control of your own another name\n");
}

Test(unknown_clause, what_is_there_or_in_no_list_is_not_told)
{
  fixture_expect_found(
      "T03", LINES(ISMS, "document id=D1 title=Access clauses=27001:2022/A.5.15,27001:2022/3.1,20000-3:2019/5.1"), "");
}
