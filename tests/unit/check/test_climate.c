#include "unit/check/fixture_check.h"

Test(climate, a_question_that_nobody_answered_is_told)
{
  fixture_expect_found("T33",
                       LINES(QMS, SMS, ISMS, "document id=D1 title=Context clauses=9001:2015/4.1 approved=20230501",
                             "document id=D2 title=Parties clauses=20000-1:2018/4.2"),
                       "1:1 warning: QMS | 9001:2015/4.1#3, requirement | QMS\n"
                       "  what is registered is older than the question: D1\n"
                       "  decide, and write it down; no is a possible answer\n"
                       "2:1 warning: SMS | 20000-1:2018/4.1#2, requirement | SMS\n"
                       "  nothing shows that somebody decided whether climate change matters\n"
                       "  decide, and write it down; no is a possible answer\n"
                       "3:1 warning: ISMS | 27001:2022/4.1#2, requirement | ISMS\n"
                       "  nothing shows that somebody decided whether climate change matters\n"
                       "  decide, and write it down; no is a possible answer\n");
}

Test(climate, an_answer_is_claimed_by_name_or_says_so)
{
  fixture_expect_found("T33",
                       LINES(QMS, SMS, ISMS, "document id=D1 title=Context clauses=9001:2015/4.1#3",
                             "document id=D2 title=Context with climate change clauses=20000-1:2018/4.1",
                             "document id=D3 title=Context note=Climate: not relevant clauses=27001:2022/4.1"),
                       "");
}

Test(climate, the_clause_as_a_whole_says_nothing_of_the_question)
{
  fixture_expect_found(
      "T33", LINES(QMS, "document id=D1 title=Context clauses=9001:2015/4.1 approved=20250501"),
      "not looked for (QMS): QMS: whether the question is answered is not known; the clause as a whole "
      "is claimed by D1\n");
}
