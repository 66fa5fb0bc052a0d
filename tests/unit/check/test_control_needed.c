#include "unit/check/fixture_check.h"

Test(control_needed, a_control_that_the_sms_works_with_is_asked_about)
{
  fixture_expect_found("T14",
                       LINES(SMS " sites=Bonn services=Hosting", ISMS " sites=Bonn,Kiel services=Hosting",
                             "control id=A.8.32 systems=ISMS applicable=no reason_out=No changes",
                             "control id=A.8.13 systems=ISMS applicable=no reason_out=None",
                             "control id=A.7.4 systems=ISMS applicable=no reason_out=None",
                             "control id=A.5.9 systems=ISMS applicable=yes"),
                       "4:37 warning: A.8.13 | 20000-1:2018/8.7.2, requirement | SMS, ISMS\n"
                       "  27001:2022/A.8.13 (Information backup) is left out of ISMS; 20000-1:2018/8.7.2 (Service "
                       "continuity management) has the same subject, Continuity of services, readiness of IT, backup; "
                       "that it asks any of the same is not shown\n"
                       "  ask for the reason; nobody is obliged to include the control\n"
                       "3:37 warning: A.8.32 | 20000-1:2018/8.5.1, requirement | SMS, ISMS\n"
                       "  27001:2022/A.8.32 (Change management) is left out of ISMS; 20000-1:2018/8.5.1 (Change "
                       "management) has the same subject, Changes, and asks some of the same\n"
                       "  ask for the reason; nobody is obliged to include the control\n");
}

Test(control_needed, where_scopes_are_apart_nothing_is_asked)
{
  fixture_expect_found("T14",
                       LINES(SMS " sites=Bonn", ISMS " sites=Kiel",
                             "control id=A.8.32 systems=ISMS applicable=no reason_out=No changes"),
                       "");
}

Test(control_needed, what_the_sms_has_no_occasion_for_is_not_asked_about)
{
  fixture_expect_found("T14",
                       LINES(SMS " sites=Bonn", ISMS " sites=Bonn",
                             "exclusion systems=SMS clauses=20000-1:2018/8.4.3 exemption=no occurrence reason=None",
                             "control id=A.8.6 systems=ISMS applicable=no reason_out=None"),
                       "");
}

Test(control_needed, without_scopes_nothing_can_be_said)
{
  fixture_expect_found(
      "T14", LINES(SMS, ISMS " sites=Bonn", "control id=A.8.32 systems=ISMS applicable=no reason_out=No changes"),
      "not looked for (SMS, ISMS): whether the scopes of ISMS and SMS overlap is not known: list "
      "sites, units or services\n");
}

Test(control_needed, without_a_statement_nothing_can_be_said)
{
  fixture_expect_found("T14", LINES(SMS, ISMS), "not looked for (-): the register has no Statement of Applicability\n");
}
