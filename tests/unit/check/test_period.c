#include "unit/check/fixture_check.h"

Test(period, a_record_from_outside_the_period_is_told)
{
  fixture_expect_found(
      "T09",
      LINES(QMS " from=20260101 to=20261231",
            "document id=R1 title=Audit 2024 kind=record from=20240301 to=20240305 systems=QMS clauses=9001:2015/9.2.2",
            "document id=R2 title=Review 2027 kind=record from=20270105 clauses=9001:2015/9.3",
            "document id=R3 title=Audit 2026 kind=record from=20260301 clauses=9001:2015/9.2",
            "document id=R4 title=Training kind=record from=20200301 clauses=9001:2015/7.2"),
      "2:18 warning: R1 Audit 2024 | 9001:2015/9.2, requirement | QMS\n"
      "  it is of 2024-03-05, before the period of QMS, which begins on 2026-01-01\n"
      "  register the record of this period\n"
      "3:18 warning: R2 Review 2027 | 9001:2015/9.3, requirement | QMS\n"
      "  it is of 2027-01-05, after the period of QMS, which ends on 2026-12-31\n"
      "  register the record of this period\n"
      "5:18 info: R4 Training | 9001:2015/7.2, requirement | QMS\n"
      "  it is of 2020-03-01, before the period of QMS, which begins on 2026-01-01\n"
      "  see whether it still shows what it is claimed for\n");
}

Test(period, a_record_that_reaches_into_the_period_is_not_told)
{
  fixture_expect_found(
      "T09",
      LINES(QMS " from=20260101 to=20261231",
            "document id=R1 title=Figures kind=record from=20251201 to=20260110 clauses=9001:2015/9.1"),
      "");
}

Test(period, without_a_period_or_a_date_nothing_can_be_said)
{
  fixture_expect_found(
      "T09",
      LINES(QMS " from=20260101 to=20261231", ISMS, "document id=R1 title=Figures kind=record clauses=9001:2015/9.1"),
      "not looked for (QMS): these records of QMS bear no date: R1\n"
      "not looked for (ISMS): no period is given for ISMS\n");
}

Test(period, another_record_may_be_older_for_good_reasons)
{
  fixture_expect_found(
      "T09",
      LINES(SMS " from=20260101 to=20261231",
            "document id=R1 title=Continuity test kind=record from=20241108 clauses=20000-1:2018/8.7.2",
            "document id=R2 title=Tickets kind=record clauses=20000-1:2018/8.6.1"),
      "2:18 info: R1 Continuity test | 20000-1:2018/8.7.2, requirement | SMS\n"
      "  it is of 2024-11-08, before the period of SMS, which begins on 2026-01-01\n"
      "  see whether it still shows what it is claimed for\n");
}

Test(period, one_that_has_ended_without_a_later_record_is_told)
{
  fixture_expect_found(
      "T09",
      LINES(QMS " from=20250101 to=20251231", SMS " from=20250101 to=20261127",
            "document id=R1 title=Figures kind=record from=20250301 clauses=9001:2015/9.1",
            "document id=R2 title=Tickets kind=record from=20261128 clauses=20000-1:2018/8.6.1",
            "document id=R3 title=Old kind=record status=obsolete from=20261128 clauses=9001:2015/9.1"),
      "1:19 warning: QMS | 9001:2015/9.1, requirement | QMS\n"
      "  the period of QMS ended on 2025-12-31, and no record bears a later day\n"
      "  register what was measured, audited and reviewed since, and say which period runs now\n"
      "4:18 info: R2 Tickets | 20000-1:2018/8.6.1, requirement | SMS\n"
      "  it is of 2026-11-28, after the period of SMS, which ends on 2026-11-27\n"
      "  see whether it still shows what it is claimed for\n");
}
