#include "query/title_words.h"
#include "unit/fixture_model.h"

/* The words of a text with blanks between. */
static void expect_words(const char *text, const char *expected)
{
  imsi_arena arena = { 0 };
  imsi_vec words = IMSI_VEC(const char *);
  ims_memory joined = { 0 };
  cr_assert_eq(imsi_title_read(&arena, text, &words), IMS_OK);
  for (size_t i = 0; i < words.count; i++)
    fixture_printf(&joined, "%s%s", i ? " " : "", IMSI_AT(const char *, &words, i));
  cr_expect_str_eq(joined.data ? joined.data : "", expected, "%s", text);
  ims_memory_free(&joined);
  imsi_vec_free(&words);
  imsi_arena_free(&arena);
}

/* Expects how many entries of a list a title has, and which. */
static void expect_count(const char *list_text, const char *title, size_t count, const char *entries)
{
  imsi_arena arena = { 0 };
  imsi_vec words = IMSI_VEC(const char *), found = IMSI_VEC(const char *);
  imsi_word_list list = { 0 };
  ims_memory joined = { 0 };
  cr_assert_eq(imsi_title_read(&arena, title, &words), IMS_OK);
  cr_assert_eq(imsi_word_list_read(&arena, list_text, &list), IMS_OK);
  size_t there, again;
  cr_assert_eq(imsi_word_list_count(&list, &words, &found, &there), IMS_OK);
  cr_assert_eq(imsi_word_list_count(&list, &words, NULL, &again), IMS_OK);
  cr_expect_eq(there, count, "%s in %s: %zu", list_text, title, there);
  cr_expect_eq(again, count);
  for (size_t i = 0; i < found.count; i++)
    fixture_printf(&joined, "%s%s", i ? " " : "", IMSI_AT(const char *, &found, i));
  cr_expect_str_eq(joined.data ? joined.data : "", entries, "%s in %s", list_text, title);
  ims_memory_free(&joined);
  imsi_vec_free(&words);
  imsi_vec_free(&found);
  imsi_arena_free(&arena);
}

Test(title_words, a_text_is_its_words_in_small_letters)
{
  expect_words("Access-Control  POLICY (2026)", "access control policy 2026");
  expect_words("Änderungsmanagement \xE2\x80\x93 Übersicht", "änderungsmanagement übersicht");
  expect_words("", "");
  expect_words(" -- ", "");
  expect_words("a\xff"
               "b",
               "a b");
}

Test(title_words, the_s_of_a_plural_is_left_out)
{
  expect_words("Records, policies, access, process, IMS, as", "record policy access process ims as");
}

Test(title_words, a_long_word_is_found_inside_a_longer_one_and_a_short_one_stands_alone)
{
  expect_count("lieferant", "Lieferantenliste", 1, "lieferant");
  expect_count("risk", "Asterisks at risks", 1, "risk");
  expect_count("risk", "Asterisks", 0, "");
}

Test(title_words, parts_that_belong_together_have_all_to_be_there)
{
  expect_count("internal+audit supplier", "Audit, internal", 1, "internal+audit");
  expect_count("internal+audit supplier", "Audit of a supplier", 1, "supplier");
  expect_count("internal+audit supplier", "Internal audit of suppliers", 2, "internal+audit supplier");
}

Test(title_words, what_is_ruled_out_rules_the_title_out)
{
  expect_count("incident !security", "Incident procedure", 1, "incident");
  expect_count("incident !security", "Security procedure", 0, "");
  expect_count("!security", "Incident procedure", 1, "");
  expect_count("!security", "Security procedure", 0, "");
}

Test(title_words, nothing_has_a_dash_or_an_empty_list)
{
  expect_count("-", "- a", 0, "");
  expect_count("", "a", 0, "");
}
