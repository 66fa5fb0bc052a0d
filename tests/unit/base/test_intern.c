#include "base/intern.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static imsi_symbol put(imsi_intern *table, const char *text)
{
  imsi_symbol symbol = IMSI_NO_SYMBOL;
  cr_assert_eq(imsi_intern_put(table, text, strlen(text), &symbol), IMS_OK);
  return symbol;
}

Test(intern, symbol_0_is_the_empty_string)
{
  imsi_intern table;
  cr_assert_eq(imsi_intern_init(&table), IMS_OK);
  cr_expect_eq(put(&table, ""), 0);
  cr_expect_str_eq(imsi_intern_text(&table, 0), "");
  imsi_intern_free(&table);
}

Test(intern, equal_strings_get_equal_symbols_and_pointers)
{
  char copy[] = "A.5.19";
  imsi_intern table;
  cr_assert_eq(imsi_intern_init(&table), IMS_OK);
  const imsi_symbol a = put(&table, "A.5.19"), b = put(&table, "A.5.20");
  cr_expect_neq(a, b);
  cr_expect_eq(put(&table, copy), a);
  cr_expect_str_eq(imsi_intern_text(&table, a), "A.5.19");
  imsi_intern_free(&table);
}

Test(intern, symbols_count_in_the_order_of_first_use)
{
  imsi_intern table;
  cr_assert_eq(imsi_intern_init(&table), IMS_OK);
  cr_expect_eq(put(&table, "one"), 1);
  cr_expect_eq(put(&table, "two"), 2);
  cr_expect_eq(put(&table, "one"), 1);
  cr_expect_eq(put(&table, "three"), 3);
  imsi_intern_free(&table);
}

Test(intern, find_does_not_add)
{
  imsi_intern table;
  cr_assert_eq(imsi_intern_init(&table), IMS_OK);
  cr_expect_eq(imsi_intern_find(&table, "x", 1), IMSI_NO_SYMBOL);
  const imsi_symbol x = put(&table, "x");
  cr_expect_eq(imsi_intern_find(&table, "xyz", 1), x);
  cr_expect_eq(imsi_intern_find(&table, "xyz", 3), IMSI_NO_SYMBOL);
  cr_expect_eq(imsi_intern_find(&table, "", 0), 0);
  imsi_intern_free(&table);
}

Test(intern, strings_that_differ_in_length_or_last_byte_only_are_different)
{
  static const char *const texts[] = {
    "a", "aa", "aaaaaaaa", "aaaaaaaaa", "aaaaaaab", "a\xff", "\xc3\xa9", "e\xcc\x81"
  };
  imsi_intern table;
  cr_assert_eq(imsi_intern_init(&table), IMS_OK);
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    cr_expect_eq(put(&table, texts[i]), i + 1, "string %zu", i);
  imsi_symbol with_nul;
  cr_assert_eq(imsi_intern_put(&table, "a\0b", 3, &with_nul), IMS_OK);
  cr_expect_neq(with_nul, put(&table, "a"));
  imsi_intern_free(&table);
}

Test(intern, symbols_and_strings_survive_growth)
{
  enum { COUNT = 20000 };
  char text[16];
  imsi_intern table;
  cr_assert_eq(imsi_intern_init(&table), IMS_OK);
  const imsi_symbol first = put(&table, "clause 0");
  const char *pointer = imsi_intern_text(&table, first);
  for (int round = 0; round < 2; round++)
    for (unsigned i = 0; i < COUNT; i++) {
      snprintf(text, sizeof text, "clause %u", i);
      cr_assert_eq(put(&table, text), i + 1);
    }
  cr_expect_eq(imsi_intern_text(&table, first), pointer);
  cr_expect_str_eq(imsi_intern_text(&table, COUNT), "clause 19999");
  imsi_intern_free(&table);
}

Test(intern, a_freed_table_finds_nothing)
{
  imsi_intern table;
  cr_assert_eq(imsi_intern_init(&table), IMS_OK);
  imsi_intern_free(&table);
  cr_expect_eq(imsi_intern_find(&table, "", 0), IMSI_NO_SYMBOL);
  imsi_intern_free(&table);
  imsi_intern_free(NULL);
}

Test(intern, knows_whether_a_text_is_that_of_a_symbol)
{
  imsi_intern table;
  imsi_symbol symbol;
  cr_assert_eq(imsi_intern_init(&table), IMS_OK);
  cr_assert_eq(imsi_intern_put(&table, "8.4.1", 5, &symbol), IMS_OK);
  cr_expect(imsi_intern_is(&table, symbol, "8.4.1", 5));
  cr_expect_not(imsi_intern_is(&table, symbol, "8.4.2", 5));
  cr_expect_not(imsi_intern_is(&table, symbol, "8.4.1", 3));
  cr_expect_not(imsi_intern_is(&table, symbol, "8.4.10", 6));
  cr_expect(imsi_intern_is(&table, 0, "", 0));
  imsi_intern_free(&table);
}
