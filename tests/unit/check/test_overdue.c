#include "unit/check/fixture_check.h"

Test(overdue, a_review_that_is_past_is_told)
{
  fixture_expect_found("T07",
                       LINES(ISMS, QMS, "document id=D1 title=Policy next_review=20261127 clauses=27001:2022/A.5.1",
                             "document id=D2 title=Handbook to=20251231 clauses=9001:2015/4.4"),
                       "3:17 warning: D1 Policy | 27001:2022/A.5.1, control | ISMS\n"
                       "  its next review was due on 2026-11-27\n"
                       "  review it and record the review, or withdraw it\n"
                       "4:19 warning: D2 Handbook | -, own rule | QMS\n"
                       "  it was valid until 2025-12-31\n"
                       "  renew or withdraw it\n");
}

Test(overdue, what_is_due_today_or_withdrawn_is_not_told)
{
  fixture_expect_found("T07",
                       LINES(ISMS, "document id=D1 title=Policy next_review=20261128",
                             "document id=D2 title=Old next_review=20200101 status=obsolete",
                             "document id=R1 title=Report kind=record from=20200101 to=20200201"),
                       "");
}

Test(overdue, without_dates_nothing_can_be_said)
{
  fixture_expect_found("T07", LINES(ISMS, "document id=D1 title=Policy clauses=27001:2022/A.5.1"),
                       "not looked for (-): no document says when it is to be reviewed\n");
}
