#include "unit/check/fixture_check.h"

Test(single_point, a_document_that_carries_several_systems_alone_is_told)
{
  fixture_expect_found("T10",
                       LINES(QMS, ISMS,
                             "document id=D1 title=Handbook systems=QMS,ISMS clauses=9001:2015/4.1,27001:2022/4.1",
                             "document id=D2 title=Context systems=ISMS clauses=27001:2022/4.2"),
                       "3:1 info: D1 Handbook | -, advice | QMS, ISMS\n"
                       "  it is the only evidence in several systems, for so many demands: QMS: 3, ISMS: 2\n"
                       "  see that it is kept current; if it fails, all of them fail with it\n");
}

Test(single_point, a_second_document_takes_the_load_off)
{
  fixture_expect_found("T10",
                       LINES(QMS, ISMS,
                             "document id=D1 title=Handbook systems=QMS,ISMS clauses=9001:2015/4.1,27001:2022/4.1",
                             "document id=D2 title=Context systems=ISMS clauses=27001:2022/4.1"),
                       "");
}

Test(single_point, more_clauses_than_asked_for_are_told)
{
  fixture_expect_found_for("T10", NULL, "2",
                           LINES(QMS, "document id=D1 title=Handbook clauses=9001:2015/4.1,9001:2015/4.2,9001:2015/4.3",
                                 "document id=D2 title=Scope clauses=9001:2015/4.3,9001:2015/4.1"),
                           "2:7 info: D1 Handbook | -, advice | QMS\n"
                           "  it carries 3 clauses, more than 2\n"
                           "  see whether it says enough of each, or split it\n");
}

Test(single_point, what_is_left_out_carries_nothing)
{
  fixture_expect_found("T10",
                       LINES(QMS, ISMS,
                             "document id=D1 title=Handbook systems=QMS,ISMS clauses=9001:2015/4.1,27001:2022/A.8.32",
                             "control id=A.8.32 systems=ISMS applicable=no reason_out=Nothing changes"),
                       "");
}
