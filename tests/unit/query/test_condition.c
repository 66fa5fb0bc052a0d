#include "query/condition.h"

#include <criterion/criterion.h>

Test(condition, how_far_something_goes_is_no_condition)
{
  cr_expect(imsi_condition_says_when("products are designed"));
  cr_expect_not(imsi_condition_says_when("as far as necessary"));
  cr_expect_not(imsi_condition_says_when(""));
}

Test(condition, is_named_with_if_and_how_far_without)
{
  static const char *const cases[][2] = { { "a change has failed", "if a change has failed" },
                                          { "as far as it applies", "as far as it applies" },
                                          { "", "" } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_strbuf text = { 0 };
    imsi_condition_name(cases[i][0], &text);
    cr_expect_str_eq(imsi_strbuf_string(&text), cases[i][1]);
    imsi_strbuf_free(&text);
  }
}
