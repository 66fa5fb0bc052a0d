#include "read/grammar.h"

#include <criterion/criterion.h>
#include <string.h>

typedef struct value_case {
  const char *text;
  int number; /* -1: no value */
} value_case;

static void expect_values(imsi_value_kind kind, const value_case *cases, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    int number = 0;
    const bool good = imsi_value_check(kind, cases[i].text, strlen(cases[i].text), &number);
    cr_expect_eq(good, cases[i].number >= 0, "'%s'", cases[i].text);
    if (good)
      cr_expect_eq(number, cases[i].number, "'%s' is %d", cases[i].text, number);
  }
}

#define LIST(array) (array), sizeof(array) / sizeof *(array)

Test(grammar, an_id_is_one_word_without_slash_and_hash)
{
  static const value_case cases[] = {
    { "4.1", 0 },   { "9001:2015", 0 }, { "a", 0 },      { "term:x", 0 }, { "\xc3\xa9", 0 }, { "\xc2\xa0", 0 },
    { "", -1 },     { "a b", -1 },      { " a", -1 },    { "a ", -1 },    { "a\tb", -1 },    { "a\nb", -1 },
    { "a\rb", -1 }, { "a/b", -1 },      { "4.1#a", -1 }, { "/", -1 },     { "#", -1 },
  };
  expect_values(IMSI_V_ID, LIST(cases));
}

Test(grammar, a_reference_is_an_id_or_two_with_a_hash_between)
{
  static const value_case cases[] = {
    { "4.1", 0 }, { "4.1#a", 0 },  { "A.5.1#1", 0 }, { "#a", -1 },  { "4#", -1 },
    { "#", -1 },  { "4#a#b", -1 }, { "4 #a", -1 },   { "a/4", -1 }, { "", -1 },
  };
  expect_values(IMSI_V_REFERENCE, LIST(cases));
}

Test(grammar, a_text_is_not_blank)
{
  static const value_case cases[] = { { "x", 0 }, { "  x\n", 0 }, { "", -1 }, { " ", -1 }, { "\n\t\r ", -1 } };
  expect_values(IMSI_V_TEXT, LIST(cases));
}

Test(grammar, a_date_is_a_year_a_month_or_a_day)
{
  static const value_case cases[] = {
    { "2015", 0 },       { "2015-09", 0 },     { "2015-12", 0 },      { "2015-09-15", 0 },  { "2015-01-31", 0 },
    { "0000", 0 },       { "15", -1 },         { "20155", -1 },       { "2015-", -1 },      { "2015-9", -1 },
    { "2015-00", -1 },   { "2015-13", -1 },    { "2015-09-00", -1 },  { "2015-09-32", -1 }, { "2015/09", -1 },
    { "2015-09-1", -1 }, { "2015-09/15", -1 }, { "2015-09-15T", -1 }, { "", -1 },           { " 2015", -1 },
    { "201x", -1 },      { "-201", -1 },       { "2015-0x", -1 },
  };
  expect_values(IMSI_V_DATE, LIST(cases));
}

Test(grammar, a_strength_is_0_to_10)
{
  static const value_case cases[] = {
    { "0", 0 },   { "7", 7 }, { "10", 10 }, { "11", -1 }, { "00", -1 }, { "07", -1 },
    { "-1", -1 }, { "", -1 }, { "5.", -1 }, { " 5", -1 }, { "+5", -1 }, { "100", -1 }
  };
  expect_values(IMSI_V_STRENGTH, LIST(cases));
}

Test(grammar, a_share_is_0_to_1_in_thousandths)
{
  static const value_case cases[] = {
    { "0", 0 },      { "1", 1000 },     { "0.5", 500 }, { "0.05", 50 }, { "0.85", 850 },  { "0.125", 125 },
    { "1.0", 1000 }, { "1.000", 1000 }, { "0.000", 0 }, { "0.001", 1 }, { "0.999", 999 }, { "1.001", -1 },
    { "1.1", -1 },   { "2", -1 },       { "0.", -1 },   { ".5", -1 },   { "0,5", -1 },    { "0.1234", -1 },
    { "", -1 },      { "-0.5", -1 },    { "00.5", -1 }, { "0.5 ", -1 }, { "1e0", -1 },
  };
  expect_values(IMSI_V_SHARE, LIST(cases));
}

Test(grammar, a_word_of_a_list_is_found_with_blanks_around)
{
  static const char *const names[] = { "", "as-is", "extend", "separate", NULL };
  static const value_case cases[] = {
    { "as-is", 1 }, { "separate", 3 }, { " extend ", 2 },   { "\n\textend\r", 2 }, { "", -1 },
    { "  ", -1 },   { "as", -1 },      { "as-is-not", -1 }, { "AS-IS", -1 },       { "as -is", -1 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(imsi_value_one_of(names, cases[i].text, strlen(cases[i].text)), cases[i].number, "'%s'",
                 cases[i].text);
}

Test(grammar, values_end_where_their_size_says)
{
  int number = 0;
  static const char *const names[] = { "", "plan", NULL };
  cr_expect(imsi_value_check(IMSI_V_ID, "4.1#a", 3, NULL));
  cr_expect(imsi_value_check(IMSI_V_STRENGTH, "77", 1, &number));
  cr_expect_eq(number, 7);
  cr_expect_eq(imsi_value_one_of(names, "planet", 4), 1);
}

Test(grammar, every_kind_of_value_can_be_told_in_words)
{
  for (int kind = IMSI_V_ID; kind < IMSI_V_ONE_OF; kind++)
    cr_expect(imsi_value_words((imsi_value_kind)kind) && *imsi_value_words((imsi_value_kind)kind));
  cr_expect_null(imsi_value_words(IMSI_V_ONE_OF), "its names are the words");
}

Test(grammar, every_element_and_attribute_has_a_name_of_its_own)
{
  for (size_t i = 1; i < IMSI_E_COUNT; i++) {
    cr_assert_not_null(imsi_grammar[i].name, "element %zu", i);
    cr_expect(*imsi_grammar[i].name);
    for (size_t k = 1; k < i; k++)
      cr_expect_str_neq(imsi_grammar[i].name, imsi_grammar[k].name);
  }
  for (size_t i = 0; i < IMSI_A_COUNT; i++) {
    cr_assert_not_null(imsi_attribute_names[i], "attribute %zu", i);
    for (size_t k = 0; k < i; k++)
      cr_expect_str_neq(imsi_attribute_names[i], imsi_attribute_names[k]);
  }
}

Test(grammar, every_element_but_the_document_is_somebodys_child)
{
  for (imsi_element e = IMSI_E_IMSMAP; e < IMSI_E_COUNT; e++) {
    bool found = false;
    for (size_t i = 0; i < IMSI_E_COUNT; i++)
      for (size_t k = 0; k < imsi_grammar[i].child_count; k++)
        found = found || imsi_grammar[i].children[k].element == e;
    cr_expect(found, "%s", imsi_grammar[e].name);
  }
}

Test(grammar, children_are_listed_in_the_order_in_which_they_come)
{
  for (size_t i = 0; i < IMSI_E_COUNT; i++)
    for (size_t k = 1; k < imsi_grammar[i].child_count; k++)
      cr_expect_leq(imsi_grammar[i].children[k - 1].rank, imsi_grammar[i].children[k].rank, "%s", imsi_grammar[i].name);
}

Test(grammar, an_element_holds_text_or_elements)
{
  for (size_t i = 1; i < IMSI_E_COUNT; i++)
    cr_expect_not(imsi_grammar[i].text && imsi_grammar[i].child_count, "%s", imsi_grammar[i].name);
}

Test(grammar, words_are_listed_where_they_are_needed)
{
  for (size_t i = 1; i < IMSI_E_COUNT; i++)
    for (size_t k = 0; k < imsi_grammar[i].attribute_count; k++) {
      const imsi_attribute_rule *rule = &imsi_grammar[i].attributes[k];
      cr_expect_eq(rule->names != NULL, rule->kind == IMSI_V_ONE_OF, "%s %s", imsi_grammar[i].name,
                   imsi_attribute_names[rule->attribute]);
      for (size_t j = 0; j < k; j++)
        cr_expect_neq(rule->attribute, imsi_grammar[i].attributes[j].attribute, "%s", imsi_grammar[i].name);
    }
}
