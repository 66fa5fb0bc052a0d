#include "unit/check/fixture_check.h"

Test(audit_leaves_out, what_no_audit_reaches_is_told_at_its_largest_clause)
{
  fixture_expect_found(
      "T21",
      LINES(QMS " from=20260101 to=20281231",
            "process id=P1 title=Sales owner=Smith clauses=9001:2015/8.1,9001:2015/8.2",
            "audit id=A1 systems=QMS clauses=9001:2015/4,9001:2015/5,9001:2015/7,9001:2015/9,9001:2015/10 "
            "processes=Sales from=20260301",
            "audit id=A2 systems=QMS clauses=9001:2015/6 from=20240301",
            "audit id=A3 systems=QMS "
            "clauses=9001:2015/8.3.2,9001:2015/8.3.3,9001:2015/8.4,9001:2015/8.5,9001:2015/8.6,9001:2015/8.7"),
      "3:7 error: QMS | 9001:2015/9.2, requirement | QMS\n"
      "  no audit of QMS reaches these clauses of ISO 9001:2015: 6\n"
      "  add them to an audit of this cycle\n"
      "3:7 error: QMS | 9001:2015/9.2, requirement | QMS\n"
      "  no audit of QMS reaches these parts of 9001:2015/8.3 (Design and development of products and "
      "services): 8.3.1, 8.3.4, 8.3.5, 8.3.6\n"
      "  add them to an audit of this cycle\n");
}

Test(audit_leaves_out, included_controls_and_what_is_not_left_out_have_to_be_reached)
{
  fixture_expect_found(
      "T21",
      LINES(QMS, ISMS, "exclusion systems=QMS clauses=9001:2015/8.3 exemption=not applicable reason=None",
            "control id=A.5.1 systems=ISMS applicable=yes",
            "control id=A.7.4 systems=ISMS applicable=no reason_out=None",
            "audit id=A1 systems=QMS,ISMS "
            "clauses=9001:2015/4,9001:2015/5,9001:2015/6,9001:2015/7,9001:2015/8.1,9001:2015/8.2,9001:2015/"
            "8.4,9001:2015/8.5,9001:2015/8.6,9001:2015/8.7,9001:2015/9,9001:2015/10,27001:2022/4,27001:2022/"
            "5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9,27001:2022/10"),
      "6:7 error: ISMS | 27001:2022/9.2, requirement | ISMS\n"
      "  no audit of ISMS reaches these parts of 27001:2022/A.5 (Organizational controls): A.5.1\n"
      "  add them to an audit of this cycle\n");
}

Test(audit_leaves_out, an_audit_of_nothing_in_particular_reaches_nothing_that_is_known)
{
  fixture_expect_found("T21", LINES(ISMS, "audit id=A1 systems=ISMS"),
                       "not looked for (ISMS): these audits of ISMS name neither clauses nor processes that do: A1; "
                       "whether they reach what the others leave is not known: 4, 5, 6, 7, 8, 9, 10\n");
}

Test(audit_leaves_out, without_a_programme_nothing_can_be_said)
{
  fixture_expect_found("T21", LINES(ISMS), "not looked for (-): the register has no audit programme\n");
}

Test(audit_leaves_out, an_audit_of_a_later_year_belongs_to_the_programme)
{
  fixture_expect_found(
      "T21",
      LINES(QMS " from=20260101 to=20261231",
            "audit id=A1 systems=QMS clauses=9001:2015/4,9001:2015/5,9001:2015/6,9001:2015/7,9001:2015/8,9001:2015/9 "
            "from=20270301",
            "audit id=A2 systems=QMS clauses=9001:2015/10 from=20250301"),
      "2:7 error: QMS | 9001:2015/9.2, requirement | QMS\n"
      "  no audit of QMS reaches these clauses of ISO 9001:2015: 10\n"
      "  add them to an audit of this cycle\n"
      "2:18 warning: QMS | 9001:2015/9.2, requirement | QMS\n"
      "  no audit of QMS is in its period, which ends on 2026-12-31; the first is A1 on 2027-03-01, after it\n"
      "  audit within the period, or say for which period the programme is\n");
}

Test(audit_leaves_out, a_control_that_is_left_out_without_a_reason_stays_due)
{
  fixture_expect_found(
      "T21",
      LINES(QMS, ISMS, "control id=A.7.4 systems=ISMS applicable=no",
            "control id=A.7.5 systems=ISMS applicable=no reason_out=None", "control id=A.7.6 systems=ISMS",
            "audit id=A1 systems=QMS "
            "clauses=9001:2015/4,9001:2015/5,9001:2015/6,9001:2015/7,9001:2015/8,9001:2015/9,9001:2015/10",
            "audit id=A2 systems=ISMS clauses=27001:2022/4,27001:2022/5,27001:2022/6,27001:2022/"
            "7,27001:2022/8,27001:2022/9,27001:2022/10"),
      "7:7 error: ISMS | 27001:2022/9.2, requirement | ISMS\n"
      "  no audit of ISMS reaches these parts of 27001:2022/A.7 (Physical controls): A.7.4\n"
      "  add them to an audit of this cycle\n");
}

Test(audit_leaves_out, one_that_is_planned_for_a_day_that_is_past_is_told_and_reaches_nothing)
{
  fixture_expect_found(
      "T21",
      LINES(QMS " from=20260101 to=20261231",
            "audit id=A1 systems=QMS clauses=9001:2015/4,9001:2015/5,9001:2015/6,9001:2015/7,9001:2015/8,9001:2015/9 "
            "from=20260301 progress=closed",
            "audit id=A2 systems=QMS clauses=9001:2015/10 from=20261101 to=20261127 progress=planned",
            "audit id=A3 systems=QMS clauses=9001:2015/9 from=20261101 to=20261128 progress=planned"),
      "3:44 warning: A2 | 9001:2015/9.2, requirement | QMS\n"
      "  it was planned up to 2026-11-27, and nothing says that it took place\n"
      "  audit, or say that it is done; until then it reaches no clause\n"
      "2:7 error: QMS | 9001:2015/9.2, requirement | QMS\n"
      "  no audit of QMS reaches these clauses of ISO 9001:2015: 10\n"
      "  add them to an audit of this cycle\n");
}
