#include "unit/check/fixture_check.h"

Test(design_left_out, design_that_is_operated_next_door_is_asked_about)
{
  fixture_expect_found(
      "T15",
      LINES(QMS " units=IT", SMS " units=IT,Desk",
            "exclusion systems=QMS clauses=9001:2015/8.3 exemption=not applicable reason=No design"),
      "3:7 warning: 9001:2015/8.3 | 9001:2015/4.3#2, requirement | QMS, SMS\n"
      "  9001:2015/8.3 (Design and development of products and services) is not applicable in QMS, "
      "while 20000-1:2018/8.5.2 (Service design and transition) applies in SMS, and the scopes overlap\n"
      "  look whether the reason given, 'No design', goes with that: what is designed for the one is rarely nothing "
      "for the other\n");
}

Test(design_left_out, where_scopes_are_apart_nothing_is_asked)
{
  fixture_expect_found("T15",
                       LINES(QMS " units=Shop", SMS " units=IT",
                             "exclusion systems=QMS clauses=9001:2015/8.3 exemption=not applicable reason=No design"),
                       "");
}

Test(design_left_out, without_scopes_nothing_can_be_said)
{
  fixture_expect_found("T15",
                       LINES(QMS, SMS,
                             "exclusion systems=QMS clauses=9001:2015/8.3 exemption=not applicable reason=No design",
                             "exclusion systems=QMS clauses=9001:2015/8.5.3 exemption=not applicable reason=None"),
                       "not looked for (QMS, SMS): whether the scopes of QMS and SMS overlap is not known: list sites, "
                       "units or services\n");
}

Test(design_left_out, what_is_not_accepted_is_not_left_out)
{
  fixture_expect_found(
      "T15",
      LINES(QMS " units=IT", SMS " units=IT", "exclusion systems=QMS clauses=9001:2015/8.3 exemption=not applicable"),
      "");
  fixture_expect_found(
      "T15",
      LINES(QMS " units=IT", SMS " units=IT",
            "exclusion systems=QMS clauses=9001:2015/8.3 exemption=not applicable reason=No design",
            "exclusion systems=SMS clauses=20000-1:2018/8.5.2 exemption=not applicable reason=Not ours"),
      "3:7 warning: 9001:2015/8.3 | 9001:2015/4.3#2, requirement | QMS, SMS\n"
      "  9001:2015/8.3 (Design and development of products and services) is not applicable in QMS, "
      "while 20000-1:2018/8.5.2 (Service design and transition) applies in SMS, and the scopes overlap\n"
      "  look whether the reason given, 'No design', goes with that: what is designed for the one is rarely nothing "
      "for the other\n");
}
