#include "unit/check/fixture_check.h"

Test(run_by_others, services_components_and_processes_that_all_are_run_by_others_are_told)
{
  fixture_expect_found("T27",
                       LINES(SMS " services=Hosting,Mail components=Network,Server",
                             "process id=P1 title=Desk systems=SMS",
                             "party title=Cloud systems=SMS services=hosting,Mail processes=Desk",
                             "party title=Line systems=SMS components=Network"),
                       "3:23 error: SMS | 20000-1:2018/8.2.3, requirement | SMS\n"
                       "  all that is listed under 'Services' is run by other parties\n"
                       "  keep some of it in own hands, or see whether conformity can be claimed at all\n"
                       "3:11 error: SMS | 20000-1:2018/8.2.3, requirement | SMS\n"
                       "  all that is listed under 'Processes' is run by other parties\n"
                       "  keep some of it in own hands, or see whether conformity can be claimed at all\n");
}

Test(run_by_others, all_means_all)
{
  fixture_expect_found("T27",
                       LINES(SMS " services=Hosting components=Net", "process id=P1 title=Desk systems=SMS",
                             "party title=Cloud systems=SMS services=all"),
                       "3:23 error: SMS | 20000-1:2018/8.2.3, requirement | SMS\n"
                       "  all that is listed under 'Services' is run by other parties\n"
                       "  keep some of it in own hands, or see whether conformity can be claimed at all\n");
}

Test(run_by_others, one_that_is_kept_is_enough)
{
  fixture_expect_found("T27",
                       LINES(SMS " services=Hosting,Mail components=Network", "process id=P1 title=Desk systems=SMS",
                             "party title=Cloud systems=SMS services=Mail",
                             "party title=Shop systems=QMS components=Network"),
                       "3:1 error: SMS | 20000-1:2018/8.2.3, requirement | SMS\n"
                       "  all that is listed under 'Components' is run by other parties\n"
                       "  keep some of it in own hands, or see whether conformity can be claimed at all\n");
}

Test(run_by_others, what_is_not_listed_is_not_known)
{
  fixture_expect_found("T27", LINES(SMS " services=Hosting", "party title=Cloud systems=SMS services=Mail"),
                       "not looked for (SMS): SMS does not list all three of its services, components and processes\n");
}

Test(run_by_others, without_parties_nothing_can_be_said)
{
  fixture_expect_found("T27", LINES(SMS, QMS), "not looked for (SMS): the register lists no other parties\n");
}
