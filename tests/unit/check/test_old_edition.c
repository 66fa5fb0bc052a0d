#include "unit/check/fixture_check.h"

Test(old_edition, evidence_against_an_edition_that_is_over_is_an_error)
{
  fixture_expect_found("T05",
                       LINES("system id=ISMS edition=27001:2013",
                             "document id=D1 title=Access policy clauses=27001:2013/A.9.1.1",
                             "document id=D2 title=Old handbook clauses=9001:2008/4.2.2"),
                       "1:5 error: ISMS | -, advice | ISMS\n"
                       "  ISMS is held against ISO/IEC 27001:2013, which counted until 2025-10-31\n"
                       "  name the edition that counts\n"
                       "2:7 error: D1 Access policy | -, advice | ISMS\n"
                       "  A.9.1.1 of ISO/IEC 27001:2013 is cited, which counted until 2025-10-31\n"
                       "  find the clause in the edition that counts, and confirm that the document still fits\n"
                       "3:7 error: D2 Old handbook | -, advice | 9001\n"
                       "  4.2.2 of ISO 9001:2008 is cited, which counted until 2018-09-15\n"
                       "  find the clause in the edition that counts, and confirm that the document still fits\n");
}

Test(old_edition, a_record_of_the_time_tells_history)
{
  fixture_expect_found("T05",
                       LINES(ISMS, "document id=R1 title=Audit report kind=record from=20240301 clauses=27001:2013/9.2",
                             "document id=D1 title=Old policy status=obsolete clauses=27001:2013/5.2"),
                       "2:7 info: R1 Audit report | -, advice | ISMS\n"
                       "  9.2 of ISO/IEC 27001:2013 is cited, which counted until 2025-10-31\n"
                       "  nothing, as long as it only tells history\n"
                       "3:7 info: D1 Old policy | -, advice | ISMS\n"
                       "  5.2 of ISO/IEC 27001:2013 is cited, which counted until 2025-10-31\n"
                       "  nothing, as long as it only tells history\n");
}

Test(old_edition, an_edition_that_counts_is_not_told)
{
  fixture_expect_found("T05", LINES(ISMS, QMS, "document id=D1 title=Policy clauses=27001:2022/5.2,9001:2015/5.2"), "");
}
