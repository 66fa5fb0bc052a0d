#include "unit/check/fixture_check.h"

Test(undated, a_number_with_two_meanings_needs_a_year)
{
  fixture_expect_found(
      "T06", LINES("document id=D1 title=Assets clauses=~27001:2022/A.8.1,~27001:2022/A.5.1,27001:2022/A.8.2"),
      "1:7 warning: D1 Assets | 27001:2022/A.8.1, control | 27001\n"
      "  no edition is named for A.8.1, A.5.1, taken as ISO/IEC 27001:2022; in ISO/IEC 27001:2013 the "
      "same number means something else\n"
      "  write the year\n");
}

Test(undated, where_a_system_is_listed_it_is_an_information)
{
  fixture_expect_found("T06", LINES(ISMS, "document id=D1 title=Assets clauses=~27001:2022/A.8.1"),
                       "2:7 info: D1 Assets | 27001:2022/A.8.1, control | ISMS\n"
                       "  no edition is named for A.8.1, taken as ISO/IEC 27001:2022; in ISO/IEC 27001:2013 the same "
                       "number means something else\n"
                       "  write the year\n");
}

Test(undated, a_number_that_means_the_same_needs_none)
{
  fixture_expect_found("T06", LINES("document id=D1 title=Audits clauses=~27001:2022/4.1"), "");
}

Test(undated, an_edition_that_ended_long_ago_is_not_thought_of)
{
  fixture_expect_found("T06", LINES("document id=D1 title=Requirements clauses=~9001:2015/8.2"), "");
}

Test(undated, a_document_that_is_older_than_the_edition_cannot_mean_it)
{
  fixture_expect_found(
      "T06",
      LINES(ISMS, "document id=D1 title=Labels clauses=~27001:2022/A.8.2,~27001:2022/A.8.3 "
                  "approved=20220502"),
      "2:7 warning: D1 Labels | 27001:2022/A.8.2, control | ISMS\n"
      "  no edition is named for A.8.2, A.8.3, taken as ISO/IEC 27001:2022, which is younger than the "
      "document; in ISO/IEC 27001:2013 the same number means something else, which may be what was meant\n"
      "  write the year, and for the edition of today the clause that took its place\n");
}

Test(undated, an_old_document_means_the_edition_of_its_time_even_if_that_ended_long_ago)
{
  fixture_expect_found("T06", LINES(QMS, "document id=D1 title=Monitoring clauses=~9001:2015/8.2 approved=20140301"),
                       "2:7 warning: D1 Monitoring | 9001:2015/8.2, requirement | QMS\n"
                       "  no edition is named for 8.2, taken as ISO 9001:2015, which is younger than the document; in "
                       "ISO 9001:2008 the same number means something else, which may be what was meant\n"
                       "  write the year, and for the edition of today the clause that took its place\n");
}
