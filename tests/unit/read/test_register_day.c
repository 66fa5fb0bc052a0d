/* Days as people write them. */
#include "read/register_sheet_internal.h"
#include "unit/fixture_model.h"

typedef struct case_of_day {
  const char *text;
  imsi_day_result result;
  ims_day day;
} case_of_day;

static void expect_days(const case_of_day *cases, size_t count, imsi_day_order order)
{
  imsi_strbuf scratch = { 0 };
  for (size_t i = 0; i < count; i++) {
    imsi_day found;
    const imsi_day_result result = imsi_day_read(cases[i].text, order, &scratch, &found);
    cr_expect_eq(result, cases[i].result, "'%s': %d", cases[i].text, result);
    if (result == IMSI_DAY_GOOD)
      cr_expect_eq(found.day, cases[i].day, "'%s': %d", cases[i].text, found.day);
  }
  imsi_strbuf_free(&scratch);
}

Test(register_day, usual_forms_are_read)
{
  static const case_of_day cases[] = {
    { "2026-11-28", IMSI_DAY_GOOD, 20261128 }, { " 2026-11-28T14:30:00", IMSI_DAY_GOOD, 20261128 },
    { "2026/11/28", IMSI_DAY_GOOD, 20261128 }, { "28.11.2026", IMSI_DAY_GOOD, 20261128 },
    { "8.3.2026", IMSI_DAY_GOOD, 20260308 },   { "28. 11. 2026", IMSI_DAY_GOOD, 20261128 },
    { "28.11.26", IMSI_DAY_GOOD, 20261128 },   { "28/11/2026", IMSI_DAY_GOOD, 20261128 },
    { "11/28/2026", IMSI_DAY_GOOD, 20261128 }, { "28-11-2026 09:15", IMSI_DAY_GOOD, 20261128 },
    { "03/03/2026", IMSI_DAY_GOOD, 20260303 }, { "29.02.2028", IMSI_DAY_GOOD, 20280229 },
  };
  expect_days(cases, sizeof cases / sizeof *cases, IMSI_DAY_ORDER_OPEN);
}

Test(register_day, months_have_names_in_four_languages)
{
  static const case_of_day cases[] = {
    { "28 Nov 2026", IMSI_DAY_GOOD, 20261128 },
    { "November 28, 2026", IMSI_DAY_GOOD, 20261128 },
    { "28th of November 2026", IMSI_DAY_GOOD, 20261128 },
    { "3. M\xC3\xA4rz 2026", IMSI_DAY_GOOD, 20260303 },
    { "1. Dezember 2026", IMSI_DAY_GOOD, 20261201 },
    { "1er ao\xC3\xBBt 2026", IMSI_DAY_GOOD, 20260801 },
    { "12 f\xC3\xA9vrier 2026", IMSI_DAY_GOOD, 20260212 },
    { "5 de enero de 2026", IMSI_DAY_GOOD, 20260105 },
    { "28-Nov-2026", IMSI_DAY_GOOD, 20261128 },
  };
  expect_days(cases, sizeof cases / sizeof *cases, IMSI_DAY_ORDER_OPEN);
}

Test(register_day, there_are_days_that_are_none)
{
  static const case_of_day cases[] = {
    { "2026-02-30", IMSI_DAY_IMPOSSIBLE, 0 },   { "31.04.2026", IMSI_DAY_IMPOSSIBLE, 0 },
    { "2027-02-29", IMSI_DAY_IMPOSSIBLE, 0 },   { "30/13/2026", IMSI_DAY_IMPOSSIBLE, 0 },
    { "31 June 2026", IMSI_DAY_IMPOSSIBLE, 0 }, { "0000-01-01", IMSI_DAY_IMPOSSIBLE, 0 },
  };
  expect_days(cases, sizeof cases / sizeof *cases, IMSI_DAY_ORDER_OPEN);
}

Test(register_day, a_month_or_a_quarter_is_no_day)
{
  static const case_of_day cases[] = {
    { "Nov 2026", IMSI_DAY_NOT, 0 },      { "Q3 2026", IMSI_DAY_NOT, 0 },   { "2026", IMSI_DAY_NOT, 0 },
    { "2026-11", IMSI_DAY_NOT, 0 },       { "", IMSI_DAY_NOT, 0 },          { "soon", IMSI_DAY_NOT, 0 },
    { "1 market 2026", IMSI_DAY_NOT, 0 }, { "28.11", IMSI_DAY_NOT, 0 },     { "1.2.3.4", IMSI_DAY_NOT, 0 },
    { "28.11/2026", IMSI_DAY_NOT, 0 },    { "123456789", IMSI_DAY_NOT, 0 }, { "45000", IMSI_DAY_NOT, 0 },
  };
  expect_days(cases, sizeof cases / sizeof *cases, IMSI_DAY_ORDER_OPEN);
}

Test(register_day, two_small_numbers_are_ambiguous_until_the_order_is_known)
{
  static const case_of_day open[] = { { "03/04/2026", IMSI_DAY_AMBIGUOUS, 0 }, { "3-4-2026", IMSI_DAY_AMBIGUOUS, 0 } };
  static const case_of_day day[] = { { "03/04/2026", IMSI_DAY_GOOD, 20260403 } };
  static const case_of_day month[] = { { "03/04/2026", IMSI_DAY_GOOD, 20260304 } };
  expect_days(open, 2, IMSI_DAY_ORDER_OPEN);
  expect_days(day, 1, IMSI_DAY_FIRST);
  expect_days(month, 1, IMSI_MONTH_FIRST);
}
