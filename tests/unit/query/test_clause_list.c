#include "query/clause_list.h"

#include "unit/fixture_model.h"

static const char *check(const char *list)
{
  static char text[FIXTURE_MESSAGE + 64]; /* a code and a message */
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  const ims_status status = imsi_clause_list_check(list, &reporter);
  imsi_reporter_free(&reporter);
  cr_assert_eq(status, diags.count ? IMS_INVALID : IMS_OK, "'%s'", list);
  cr_assert_leq(diags.count, (size_t)1);
  snprintf(text, sizeof text, "%s%s%s", diags.count ? ims_diag_code(diags.list[0].id) : "", diags.count ? ": " : "",
           diags.count ? diags.list[0].text : "");
  fixture_diags_free(&diags);
  return text;
}

Test(clause_list, numbers_and_ranges_are_a_list)
{
  static const char *const good[] = { "4",    "4,5",     "4-7,8.2",       "A.5.15-A.5.18",
                                      "4-10", "8.2-8.2", " 4 - 7 , 8.2 ", "10-A.5.18",
                                      "4,4" };
  for (size_t i = 0; i < sizeof good / sizeof *good; i++)
    cr_expect_str_eq(check(good[i]), "", "'%s': %s", good[i], check(good[i]));
}

Test(clause_list, what_has_another_form_is_refused)
{
  static const char *const bad[] = { "",     ",",   "4,",   ",4",    "4,,5", "-",     "4-",    "-4",
                                     "4--7", "7-4", "10-9", "8.2-8", "  ",   "4, ,5", "4-7-9", "A.5.18-A.5.15" };
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    char expected[160];
    snprintf(expected, sizeof expected,
             "bad-clauses: '%s' is no list of clauses: write numbers and ranges, as in 4-7,8.2", bad[i]);
    cr_expect_str_eq(check(bad[i]), expected, "'%s': %s", bad[i], check(bad[i]));
  }
}

Test(clause_list, a_number_has_at_most_63_characters)
{
  char list[65];
  memset(list, '1', sizeof list);
  list[63] = '\0';
  cr_expect_str_eq(check(list), "");
  cr_expect(imsi_clause_list_has(list, list));
  list[63] = '1';
  list[64] = '\0';
  cr_expect_str_neq(check(list), "");
  cr_expect_not(imsi_clause_list_has(list, list));
}

Test(clause_list, a_number_stands_for_itself_and_what_is_below)
{
  cr_expect(imsi_clause_list_has("8.2", "8.2"));
  cr_expect(imsi_clause_list_has("8.2", "8.2.1"));
  cr_expect(imsi_clause_list_has("8.2", "8.2.3.1"));
  cr_expect(imsi_clause_list_has("8.2", "8.2#a"));
  cr_expect_not(imsi_clause_list_has("8.2", "8"));
  cr_expect_not(imsi_clause_list_has("8.2", "8.20"));
  cr_expect_not(imsi_clause_list_has("8.2", "8.3"));
  cr_expect_not(imsi_clause_list_has("8", "A.8"));
  cr_expect_not(imsi_clause_list_has("A.8", "8"));
}

Test(clause_list, a_range_holds_its_ends_and_all_between_in_natural_order)
{
  cr_expect(imsi_clause_list_has("4-7", "4"));
  cr_expect(imsi_clause_list_has("4-7", "5.3"));
  cr_expect(imsi_clause_list_has("4-7", "7"));
  cr_expect(imsi_clause_list_has("4-7", "7.5.3.2"));
  cr_expect_not(imsi_clause_list_has("4-7", "3"));
  cr_expect_not(imsi_clause_list_has("4-7", "8"));
  cr_expect_not(imsi_clause_list_has("4-7", "10"));
  cr_expect_not(imsi_clause_list_has("4-7", "70"));
  cr_expect_not(imsi_clause_list_has("4-7", "A.5"));
  cr_expect(imsi_clause_list_has("9-10", "10.2"));
  cr_expect(imsi_clause_list_has("A.5.9-A.5.18", "A.5.10"));
  cr_expect_not(imsi_clause_list_has("A.5.15-A.5.18", "A.5.9"));
}

Test(clause_list, every_entry_counts)
{
  cr_expect(imsi_clause_list_has("4-5, 8.2 ,A.5.15", "4.1"));
  cr_expect(imsi_clause_list_has("4-5, 8.2 ,A.5.15", "8.2.1"));
  cr_expect(imsi_clause_list_has("4-5, 8.2 ,A.5.15", "A.5.15"));
  cr_expect_not(imsi_clause_list_has("4-5, 8.2 ,A.5.15", "6"));
}

Test(clause_list, no_list_chooses_everything)
{
  cr_expect(imsi_clause_list_has(NULL, "4"));
  cr_expect(imsi_clause_list_has(NULL, "A.5.15"));
  cr_expect_not(imsi_clause_list_has("", "4"));
}
