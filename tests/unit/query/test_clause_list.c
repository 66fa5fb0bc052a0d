#include "query/clause_list.h"

#include "unit/fixture_model.h"

static bool is_good(const char *list)
{
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  const ims_status status = imsi_clause_list_check(list, &reporter);
  cr_expect_str_eq(fixture_codes(&diags), status ? "0:0 bad-clauses" : "", "'%s'", list);
  cr_expect(status == IMS_OK || status == IMS_INVALID);
  imsi_reporter_free(&reporter);
  fixture_diags_free(&diags);
  return status == IMS_OK;
}

Test(clause_list, numbers_and_ranges_are_separated_by_commas)
{
  static const char *const good[] = {
    "4", "4-7", "4-7,8.2", "A.5.15-A.5.18", " 4 - 7 , 8.2 ", "4,4,4", "4-4", "4.1-10"
  };
  for (size_t i = 0; i < sizeof good / sizeof *good; i++)
    cr_expect(is_good(good[i]), "'%s'", good[i]);
}

Test(clause_list, anything_else_is_reported)
{
  static const char *const bad[] = { "",  ",",   "4,",       ",4", "4,,5",  "4-",     "-4",
                                     "-", "7-4", "4.10-4.9", " ",  "4, ,5", "A.6-A.5" };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    cr_expect_not(is_good(bad[i]), "'%s'", bad[i]);
}

Test(clause_list, a_number_that_is_too_long_is_no_number)
{
  char text[200];
  memset(text, '1', sizeof text - 1);
  text[sizeof text - 1] = '\0';
  cr_expect_not(is_good(text));
}

Test(clause_list, the_message_shows_the_list)
{
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  imsi_clause_list_check("4-", &reporter);
  cr_expect_str_eq(diags.list[0].text, "'4-' is no list of clauses: write numbers and ranges, as in 4-7,8.2");
  imsi_reporter_free(&reporter);
  fixture_diags_free(&diags);
}

Test(clause_list, a_clause_is_in_it_by_itself_or_by_what_is_above_it)
{
  static const struct {
    const char *list, *number;
    bool has;
  } cases[] = {
    { "4", "4", true },
    { "4", "4.1", true },
    { "4", "4.1.2", true },
    { "4", "40", false },
    { "4", "5", false },
    { "4.1", "4", false },
    { "4.1", "4.10", false },
    { "4.1", "4.1.1", true },
    { "4-7", "3", false },
    { "4-7", "4", true },
    { "4-7", "5.2", true },
    { "4-7", "7.1.6", true },
    { "4-7", "8", false },
    { "4-7", "10", false },
    { "4-7", "A.5.1", false },
    { "8.2,10", "10.2", true },
    { "8.2,10", "8.3", false },
    { "9-10", "10.2.1", true },
    { "8.9-8.11", "8.10", true },
    { "8.9-8.11", "8.2", false },
    { "A.5.15-A.5.18", "A.5.2", false },
    { "A.5.15-A.5.18", "A.5.16", true },
    { "A.5.15-A.5.18", "A.5.18.1", true },
    { "A.5-A.6", "A.6.8", true },
    { "A.5-A.6", "A.7.1", false },
    { "A.5", "A.5.1", true },
    { " 4 , 6 ", "6.1", true },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(imsi_clause_list_has(cases[i].list, cases[i].number), cases[i].has, "'%s' has '%s'", cases[i].list,
                 cases[i].number);
}

Test(clause_list, no_list_is_everything)
{
  cr_expect(imsi_clause_list_has(NULL, "4"));
  cr_expect(imsi_clause_list_has(NULL, "A.5.1"));
}
