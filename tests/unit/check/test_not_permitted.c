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
