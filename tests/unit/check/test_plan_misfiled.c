#include "unit/check/fixture_check.h"

Test(plan_misfiled, the_plan_under_planning_of_changes_is_told)
{
  fixture_expect_found("T29",
                       LINES(QMS, SMS, ISMS,
                             "document id=D1 title=Service management plan clauses=9001:2015/6.3,27001:2022/6.3",
                             "document id=D2 title=SM plan clauses=20000-1:2018/6.3"),
                       "4:7 error: D1 Service management plan | 9001:2015/6.3, requirement | QMS\n"
                       "  the plan is filed under 9001:2015/6.3 (Planning of changes), which has the same number and "
                       "another subject\n"
                       "  file it under 20000-1:2018/6.3 (Plan the service management system)\n"
                       "4:7 error: D1 Service management plan | 27001:2022/6.3, requirement | ISMS\n"
                       "  the plan is filed under 27001:2022/6.3 (Planning of changes), which has the same number and "
                       "another subject\n"
                       "  file it under 20000-1:2018/6.3 (Plan the service management system)\n");
}

Test(plan_misfiled, another_plan_is_not_told)
{
  fixture_expect_found("T29", LINES(QMS, "document id=D1 title=Plan of changes clauses=9001:2015/6.3"), "");
}
