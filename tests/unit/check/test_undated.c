#include "unit/check/fixture_check.h"

Test(undated, a_number_with_two_meanings_needs_a_year)
{
  fixture_expect_found(
      "T06", LINES("document id=D1 title=Assets clauses=~27001:2022/A.8.1,~27001:2022/A.5.1,27001:2022/A.8.2"),
      "1:7 warning: D1 Assets | 27001:2022/A.8.1, control | 27001\n"
      "  no edition is named for A.8.1, A.5.1, taken as ISO/IEC 27001:2022; in ISO/IEC 27001:2013 the "
      "same number means something else\n"
      "  write the year, or list the system with its edition\n");
}

Test(undated, a_listed_system_says_which_edition_is_meant)
{
  fixture_expect_found("T06", LINES(ISMS, "document id=D1 title=Assets clauses=~27001:2022/A.8.1"), "");
}

Test(undated, a_number_that_means_the_same_needs_none)
{
  fixture_expect_found("T06", LINES("document id=D1 title=Audits clauses=~27001:2022/4.1"), "");
}
