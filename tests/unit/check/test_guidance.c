#include "unit/check/fixture_check.h"

Test(guidance, advice_is_no_criterion)
{
  fixture_expect_found("T01",
                       LINES(ISMS, "document id=D1 title=Backup guide clauses=27002:2022/5.1,27001:2022/A.5.1",
                             "finding id=F1 title=No list clauses=20000-2:2019/8.2.5"),
                       "2:7 error: D1 Backup guide | 27002:2022/5.1, guidance | ISMS\n"
                       "  it is set against 5.1 of ISO/IEC 27002:2022: it only advises\n"
                       "  hold it against what this explains, if that is meant: 27001:2022/A.5.1; keep the advice as a "
                       "note\n"
                       "3:7 error: F1 No list | 20000-2:2019/8.2.5, guidance | -\n"
                       "  it is set against 8.2.5 of ISO/IEC 20000-2:2019: it only advises\n"
                       "  hold it against what this explains, if that is meant: 20000-1:2018/8.2.5; keep the advice as "
                       "a note\n");
}

Test(guidance, demands_are_criteria)
{
  fixture_expect_found("T01", LINES(SMS, ISMS, "document id=D1 title=Policy clauses=20000-1:2018/5.2,27001:2022/A.5.1"),
                       "");
}

Test(guidance, what_other_documents_say_binds_only_whom_they_bind)
{
  fixture_expect_found("T01", LINES(SMS, "document id=D1 title=Audit plan clauses=20000-6:2017/9,hs:2021/9.2,itil:4/x"),
                       "2:7 error: D1 Audit plan | -, advice | -\n"
                       "  it is set against 9 of ISO/IEC 20000-6:2017: it binds certification bodies, not the "
                       "organization\n"
                       "  name the requirement that is meant; keep the advice as a note\n"
                       "2:7 error: D1 Audit plan | hs:2021/9.2, common | -\n"
                       "  it is set against 9.2 of ISO/IEC Directives, Annex SL, Harmonized Structure (2021): it is "
                       "text for authors of standards\n"
                       "  name the requirement that is meant; keep the advice as a note\n"
                       "2:7 error: D1 Audit plan | -, advice | -\n"
                       "  it is set against x of ITIL 4: it is a framework, which binds nobody that has not bound "
                       "itself\n"
                       "  name the requirement that is meant; keep the advice as a note\n");
}
