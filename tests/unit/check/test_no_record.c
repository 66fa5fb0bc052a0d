#include "unit/check/fixture_check.h"

Test(no_record, a_rule_without_a_record_is_told)
{
  fixture_expect_found("T11", LINES(QMS, "document id=D1 title=Review procedure kind=document clauses=9001:2015/9.3.3"),
                       "2:7 error: D1 Review procedure | 9001:2015/9.3.3#2, requirement | QMS\n"
                       "  D1 says what is to be done for QMS (Keep evidence of what the review resulted in); no record "
                       "shows that it was done\n"
                       "  register the record, or do it and record it for this system\n");
}

Test(no_record, a_record_shows_that_it_was_done)
{
  fixture_expect_found("T11",
                       LINES(QMS, "document id=D1 title=Review procedure kind=document clauses=9001:2015/9.3.3",
                             "document id=R1 title=Minutes kind=record clauses=9001:2015/9.3.3"),
                       "");
}

Test(no_record, without_documents_nothing_can_be_said)
{
  fixture_expect_found("T11", LINES(QMS), "not looked for (-): the register lists no documents\n");
}
