#include "unit/check/fixture_check.h"

Test(swapped, corrective_action_under_improvement_is_told_and_the_reverse)
{
  fixture_expect_found("T30",
                       LINES(QMS, SMS, ISMS,
                             "document id=D1 title=Corrective action procedure clauses=27001:2022/10.1,9001:2015/10.2",
                             "document id=D2 title=Improvement plan clauses=20000-1:2018/10.1",
                             "process id=P1 title=CAPA clauses=9001:2015/10.3"),
                       "4:7 error: D1 Corrective action procedure | 27001:2022/10.1, requirement | ISMS\n"
                       "  it is about corrective action and cites 27001:2022/10.1 (Continual improvement)\n"
                       "  look: 27001:2022/10.2 (Nonconformity and corrective action) may be meant\n"
                       "5:7 error: D2 Improvement plan | 20000-1:2018/10.1, requirement | SMS\n"
                       "  it is about improvement and cites 20000-1:2018/10.1 (Nonconformity and corrective action)\n"
                       "  look: 20000-1:2018/10.2 (Continual improvement) may be meant\n"
                       "6:7 error: P1 CAPA | 9001:2015/10.3, requirement | QMS\n"
                       "  it is about corrective action and cites 9001:2015/10.3 (Continual improvement)\n"
                       "  look: 9001:2015/10.2 (Nonconformity and corrective action) may be meant\n");
}

Test(swapped, the_right_number_or_both_subjects_are_not_told)
{
  fixture_expect_found("T30",
                       LINES(QMS, SMS, ISMS,
                             "document id=D1 title=Corrective action procedure clauses=27001:2022/10.2,27001:2022/10.1",
                             "document id=D2 title=Nonconformity and improvement clauses=20000-1:2018/10.1",
                             "document id=D3 title=Improvement plan clauses=9001:2015/10.3,9001:2015/10.1"),
                       "");
}

Test(swapped, the_edition_decides_which_is_which)
{
  fixture_expect_found("T30",
                       LINES("document id=D1 title=Corrective action procedure clauses=27001:2013/10.1",
                             "document id=D2 title=Corrective action procedure clauses=27001:2013/10.2"),
                       "2:7 error: D2 Corrective action procedure | 27001:2013/10.2, requirement | 27001\n"
                       "  it is about corrective action and cites 27001:2013/10.2 (Continual improvement)\n"
                       "  look: 27001:2013/10.1 (Nonconformity and corrective action) may be meant\n");
}
