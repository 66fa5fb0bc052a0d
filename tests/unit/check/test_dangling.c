#include "unit/check/fixture_check.h"

Test(dangling, names_without_a_document_and_documents_without_a_use_are_told)
{
  fixture_expect_found("T34",
                       LINES(QMS, ISMS, "document id=D1 title=Orphan systems=QMS",
                             "process id=P1 title=Sales systems=QMS documents=D9,Policy",
                             "control id=A.5.1 systems=ISMS applicable=yes documents=POL-1",
                             "agenda title=Old actions systems=QMS documents=M-1",
                             "document id=D2 title=Policy clauses=9001:2015/5.2"),
                       "4:42 warning: P1 Sales | 9001:2015/7.5, requirement | QMS\n"
                       "  it names 'D9', which is not among the documents\n"
                       "  register it, or correct the name\n"
                       "5:42 warning: A.5.1 | 27001:2022/7.5, requirement | ISMS\n"
                       "  it names 'POL-1', which is not among the documents\n"
                       "  register it, or correct the name\n"
                       "6:42 warning: Old actions | 9001:2015/7.5, requirement | QMS\n"
                       "  it names 'M-1', which is not among the documents\n"
                       "  register it, or correct the name\n"
                       "3:1 warning: D1 Orphan | 9001:2015/7.5, requirement | QMS\n"
                       "  it is claimed for no clause, and no line names it\n"
                       "  claim what it shows, or leave it out of the register\n");
}

Test(dangling, what_is_named_claimed_or_withdrawn_is_not_told)
{
  fixture_expect_found("T34",
                       LINES(QMS, "document id=D1 title=Sales manual systems=QMS",
                             "process id=P1 title=Sales systems=QMS documents=d1",
                             "document id=D2 title=Old status=obsolete"),
                       "");
}
