#include "unit/check/fixture_check.h"

Test(not_permitted, nothing_of_20000_1_and_no_clause_of_27001_is_left_out)
{
  fixture_expect_found(
      "T13",
      LINES(SMS, ISMS, "exclusion systems=SMS clauses=20000-1:2018/8.7.2 exemption=not applicable reason=Too small",
            "exclusion systems=ISMS clauses=27001:2022/9 exemption=not applicable reason=Later"),
      "3:7 error: 20000-1:2018/8.7.2 | 20000-1:2018/8.7.2, requirement | SMS\n"
      "  20000-1:2018/8.7.2 (Service continuity management) is declared not applicable, and may not be "
      "left out\n"
      "  take it back; if only its condition has not arisen, say 'no occurrence' and why\n"
      "4:7 error: 27001:2022/9 | 27001:2022/9, requirement | ISMS\n"
      "  27001:2022/9 (Performance evaluation) is declared not applicable, and may not be left out\n"
      "  take it back; if only its condition has not arisen, say 'no occurrence' and why\n");
}

Test(not_permitted, no_occurrence_and_what_9001_allows_is_accepted)
{
  fixture_expect_found("T13",
                       LINES(QMS, SMS,
                             "exclusion systems=SMS clauses=20000-1:2018/8.3.4.2 exemption=no occurrence reason=None",
                             "exclusion systems=QMS clauses=9001:2015/8.3 exemption=not applicable reason=None"),
                       "");
}

Test(not_permitted, what_always_applies_in_9001_is_not_left_out)
{
  fixture_expect_found("T13",
                       LINES(QMS, "exclusion systems=QMS clauses=9001:2015/9.2 exemption=not applicable reason=None",
                             "exclusion systems=QMS clauses=9001:2015/7.1.5.2 exemption=not applicable reason=None"),
                       "2:7 error: 9001:2015/9.2 | 9001:2015/9.2, requirement | QMS\n"
                       "  9001:2015/9.2 (Internal audit) is declared not applicable, and may not be left out\n"
                       "  take it back; if only its condition has not arisen, say 'no occurrence' and why\n");
}

Test(not_permitted, what_depends_on_nothing_is_never_without_occasion)
{
  fixture_expect_found(
      "T13",
      LINES(SMS, QMS, "exclusion systems=SMS clauses=20000-1:2018/8.4.2 exemption=no occurrence reason=No demand",
            "exclusion systems=QMS clauses=9001:2015/8.1 exemption=no occurrence reason=None"),
      "3:7 error: 20000-1:2018/8.4.2 | 20000-1:2018/8.4.2, requirement | SMS\n"
      "  20000-1:2018/8.4.2 (Demand management) is said to have had no occasion, and not all of it depends on a "
      "condition\n"
      "  take it back, or name the demands whose condition has not arisen\n"
      "4:7 error: 9001:2015/8.1 | 9001:2015/8.1, requirement | QMS\n"
      "  9001:2015/8.1 (Operational planning and control) is said to have had no occasion, and not all of it depends "
      "on a condition\n"
      "  take it back, or name the demands whose condition has not arisen\n");
}
