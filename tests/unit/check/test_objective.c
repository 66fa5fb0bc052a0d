#include "unit/check/fixture_check.h"

Test(objective, what_an_objective_lacks_is_told)
{
  fixture_expect_found("T26",
                       LINES(QMS, ISMS, "objective id=O1 title=Better systems=QMS owner=Miller",
                             "objective id=O2 title=Safer systems=ISMS target=0 owner=Smith due=20261231"),
                       "3:1 warning: O1 Better | 9001:2015/6.2, requirement | QMS\n"
                       "  it lacks a target, a measure, a date\n"
                       "  fill in what is missing\n"
                       "4:1 warning: O2 Safer | 27001:2022/6.2, requirement | ISMS\n"
                       "  it lacks a measure\n"
                       "  fill in what is missing; for information security a measure is asked for where that is "
                       "practicable\n");
}

Test(objective, one_with_all_four_is_not_told)
{
  fixture_expect_found("T26",
                       LINES(QMS, "objective id=O1 title=Better systems=QMS target=99 measures=Share of deliveries in "
                                  "time owner=Miller due=20261231"),
                       "");
}

Test(objective, without_objectives_nothing_can_be_said)
{
  fixture_expect_found("T26", LINES(QMS), "not looked for (-): the register lists no objectives\n");
}
