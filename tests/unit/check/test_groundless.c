#include "unit/check/fixture_check.h"

Test(groundless, a_finding_needs_evidence_and_a_criterion)
{
  fixture_expect_found("T24",
                       LINES(QMS, ISMS, "finding id=F1 title=No list systems=QMS grade=minor",
                             "finding id=F4 title=Slow systems=QMS grade=observation",
                             "finding id=F2 title=No backup systems=ISMS clauses=27002:2022/8.13 evidence=Log of May",
                             "finding id=F3 title=Windows systems=ISMS clauses=27001:2022/A.7.4 evidence=Seen",
                             "control id=A.7.4 systems=ISMS applicable=no reason_out=None"),
                       "3:1 error: F1 No list | 9001:2015/9.2, requirement | QMS\n"
                       "  it names no clause\n"
                       "  name the requirement that is not met; if there is none, make it an observation\n"
                       "3:1 error: F1 No list | 9001:2015/9.2, requirement | QMS\n"
                       "  it names no objective evidence\n"
                       "  write what was seen, where and when\n"
                       "4:1 error: F4 Slow | 9001:2015/9.2, requirement | QMS\n"
                       "  it names no objective evidence\n"
                       "  write what was seen, where and when\n"
                       "5:7 error: F2 No backup | 27001:2022/9.2, requirement | ISMS\n"
                       "  it names no clause that can be a criterion: 27002:2022/8.13\n"
                       "  name the requirement that is not met; if there is none, make it an observation\n"
                       "6:7 error: F3 Windows | 27001:2022/9.2, requirement | ISMS\n"
                       "  it names no clause that can be a criterion: 27001:2022/A.7.4\n"
                       "  name the requirement that is not met; if there is none, make it an observation\n");
}

Test(groundless, what_names_both_or_is_an_observation_is_not_told)
{
  fixture_expect_found("T24",
                       LINES(QMS, ISMS,
                             "finding id=F1 title=No list systems=QMS clauses=9001:2015/8.4.1 evidence=Order 7",
                             "finding id=F2 title=Nicer systems=QMS grade=observation evidence=Talks",
                             "finding id=F3 title=Windows systems=ISMS clauses=27001:2022/A.7.4 evidence=Seen"),
                       "");
}

Test(groundless, without_findings_nothing_can_be_said)
{
  fixture_expect_found("T24", LINES(QMS), "not looked for (-): the register lists no findings\n");
}

Test(groundless, a_clause_of_another_system_counts_for_nothing_and_is_told)
{
  fixture_expect_found(
      "T24",
      LINES(QMS, ISMS, "finding id=F1 title=Lost systems=ISMS clauses=9001:2015/8.1,27001:2022/8.1 evidence=Seen"),
      "3:7 error: F1 Lost | 27001:2022/9.2, requirement | ISMS\n"
      "  it is of ISMS, which is not held against the edition of 9001:2015/8.1; so it counts for nothing "
      "there\n"
      "  name the system that it is of, or the clause of its own standard\n");
}
