#include "unit/check/fixture_check.h"

Test(no_reason, what_is_left_out_needs_a_reason)
{
  fixture_expect_found("T12",
                       LINES(QMS, ISMS, "exclusion systems=QMS clauses=9001:2015/8.3 exemption=not applicable",
                             "exclusion systems=QMS clauses=9001:2015/8.5.3 exemption=no occurrence",
                             "control id=A.7.4 systems=ISMS applicable=no"),
                       "3:1 error: 9001:2015/8.3 | 9001:2015/4.3#i2, requirement | QMS\n"
                       "  9001:2015/8.3 is declared not applicable without a reason; so it stays in the total\n"
                       "  write the reason\n"
                       "4:1 error: 9001:2015/8.5.3 | 9001:2015/4.3#i2, requirement | QMS\n"
                       "  9001:2015/8.5.3 is said not to have occurred, without a reason; so it stays in the total\n"
                       "  write the reason\n"
                       "5:1 error: A.7.4 | 27001:2022/6.1.3#d4, requirement | ISMS\n"
                       "  control A.7.4 is left out without a reason\n"
                       "  write the reason\n");
}

Test(no_reason, a_reason_is_enough)
{
  fixture_expect_found(
      "T12",
      LINES(QMS, ISMS,
            "exclusion systems=QMS clauses=9001:2015/8.3 exemption=not applicable reason=We build to drawings",
            "control id=A.7.4 systems=ISMS applicable=no reason_out=No premises",
            "control id=A.7.5 systems=ISMS applicable=yes"),
      "");
}
