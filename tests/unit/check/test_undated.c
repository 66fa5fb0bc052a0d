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
