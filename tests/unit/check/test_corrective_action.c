#include "unit/check/fixture_check.h"

Test(corrective_action, late_and_closed_without_a_look_are_told)
{
  fixture_expect_found("T25",
                       LINES(QMS, "finding id=F1 title=Late systems=QMS due=20261127",
                             "finding id=F2 title=Early systems=QMS due=20261201 closed=20261101",
                             "finding id=F3 title=Closed systems=QMS progress=closed"),
                       "2:48 warning: F1 Late | 9001:2015/10.2.1, requirement | QMS\n"
                       "  it was due on 2026-11-27 and is open\n"
                       "  finish it, or settle a new date and say why\n"
                       "3:1 warning: F2 Early | 9001:2015/10.2.1, requirement | QMS\n"
                       "  it is closed, and nothing says that somebody looked whether the action worked\n"
                       "  look, and write down what was seen\n"
                       "4:1 warning: F3 Closed | 9001:2015/10.2.1, requirement | QMS\n"
                       "  it is closed, and nothing says that somebody looked whether the action worked\n"
                       "  look, and write down what was seen\n");
}

Test(corrective_action, one_that_bears_a_day_and_says_it_is_open_is_open)
{
  fixture_expect_found("T25",
                       LINES(QMS, "finding id=F1 title=Both systems=QMS due=20261101 closed=20261015 progress=open"),
                       "2:48 warning: F1 Both | 9001:2015/10.2.1, requirement | QMS\n"
                       "  it was due on 2026-11-01 and is open\n"
                       "  finish it, or settle a new date and say why\n");
}

Test(corrective_action, in_time_checked_and_observations_are_not_told)
{
  fixture_expect_found("T25",
                       LINES(QMS, "finding id=F1 title=Today systems=QMS due=20261128",
                             "finding id=F2 title=Good systems=QMS closed=20261101 effectiveness=None since",
                             "finding id=F3 title=Nicer systems=QMS grade=observation due=20200101",
                             "finding id=F4 title=Later systems=QMS due=20270101 closed=20270101"),
                       "");
}

Test(corrective_action, what_is_raised_after_the_day_is_passed_over)
{
  fixture_expect_found("T25",
                       LINES(QMS, "finding id=F1 title=Later systems=QMS progress=open from=20261129",
                             "finding id=F2 title=Due systems=QMS progress=open from=20261201 due=20261127",
                             "finding id=F3 title=Closed systems=QMS progress=closed from=20261129 closed=20261220",
                             "finding id=F4 title=Today systems=QMS progress=closed from=20261128"),
                       "5:1 warning: F4 Today | 9001:2015/10.2.1, requirement | QMS\n"
                       "  it is closed, and nothing says that somebody looked whether the action worked\n"
                       "  look, and write down what was seen\n");
}

Test(corrective_action, without_a_due_date_nothing_can_be_said)
{
  fixture_expect_found("T25", LINES(QMS, "finding id=F1 title=Open systems=QMS progress=open"),
                       "not looked for (-): these are open and have no due date: F1\n");
}

Test(corrective_action, without_findings_nothing_can_be_said)
{
  fixture_expect_found("T25", LINES(QMS), "not looked for (-): the register lists no findings\n");
}
