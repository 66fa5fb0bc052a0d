#include "base/natural.h"

#include <criterion/criterion.h>

/* Each is less than the next. */
static const char *const ordered[] = {
  "",
  "0",
  "00",
  "1",
  "1.1",
  "1.2",
  "1.10",
  "2",
  "02",
  "002",
  "4.4",
  "4.4.1",
  "4.10",
  "8.5.1",
  "8.05.2",
  "8.5.3",
  "9",
  "10",
  "10.1",
  "99999999999999999999998",
  "99999999999999999999999",
  "A",
  "A.5.9",
  "A.5.10",
  "A.5.11",
  "A.05.12",
  "A.10",
  "A.a",
  "B.1",
  "a",
  "\xc3\xa9",
};

static int sign(int value)
{
  return (value > 0) - (value < 0);
}

Test(natural, digits_compare_as_numbers)
{
  cr_expect_lt(imsi_natural_compare("A.5.9", "A.5.10"), 0);
  cr_expect_gt(imsi_natural_compare("10", "9"), 0);
}

Test(natural, numbers_may_be_of_any_length)
{
  cr_expect_lt(imsi_natural_compare("99999999999999999999998", "99999999999999999999999"), 0);
  cr_expect_lt(imsi_natural_compare("9", "10000000000000000000000000"), 0);
}

Test(natural, more_leading_zeros_come_later_only_if_all_else_is_equal)
{
  cr_expect_lt(imsi_natural_compare("5.1", "05.1"), 0);
  cr_expect_lt(imsi_natural_compare("05.1", "5.2"), 0);
  cr_expect_lt(imsi_natural_compare("1.01", "01.1"), 0, "the first difference decides");
}

Test(natural, order_is_total_over_all_pairs)
{
  const int count = (int)(sizeof ordered / sizeof *ordered);
  for (int i = 0; i < count; i++)
    for (int k = 0; k < count; k++)
      cr_expect_eq(sign(imsi_natural_compare(ordered[i], ordered[k])), sign(i - k), "'%s' and '%s'", ordered[i],
                   ordered[k]);
}

Test(natural, only_equal_strings_are_equal)
{
  cr_expect_eq(imsi_natural_compare("", ""), 0);
  cr_expect_eq(imsi_natural_compare("A.05.12b", "A.05.12b"), 0);
  cr_expect_neq(imsi_natural_compare("A.05.12b", "A.5.12b"), 0);
}
