#include "base/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

#define E_ACUTE "e\xcc\x81"                                   /* e, combining acute */
#define JAPANESE "\xe6\x97\xa5\xe6\x9c\xac"                   /* two wide characters */
#define FLAG "\xf0\x9f\x87\xaf\xf0\x9f\x87\xb5"               /* two regional indicators */
#define FAMILY "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7" /* woman, joiner, girl */

static const char *const ill_formed[] = {
  "\x80",             /* continuation without start */
  "\xff",             /* never used */
  "\xc3",             /* cut off */
  "\xe2\x82",         /* cut off */
  "\xc0\xaf",         /* '/' in two bytes */
  "\xe0\x80\xaf",     /* '/' in three bytes */
  "\xed\xa0\x80",     /* surrogate */
  "\xf4\x90\x80\x80", /* past the last character */
  "ok\xc3(",          /* in the middle */
};

Test(utf8, well_formed_text_is_valid)
{
  static const char *const texts[] = { "", "plain", "\xc3\xa9", JAPANESE, FAMILY, "\xf4\x8f\xbf\xbf", "\x1b" };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    cr_expect(imsi_utf8_valid(texts[i], strlen(texts[i])), "text %zu", i);
  cr_expect(imsi_utf8_valid("a\0b", 3));
}

Test(utf8, ill_formed_text_is_not)
{
  for (size_t i = 0; i < sizeof ill_formed / sizeof *ill_formed; i++)
    cr_expect_not(imsi_utf8_valid(ill_formed[i], strlen(ill_formed[i])), "text %zu", i);
}

Test(utf8, decode_gives_character_and_length)
{
  uint32_t code;
  cr_expect_eq(imsi_utf8_decode("ab", 2, &code), 1);
  cr_expect_eq(code, 'a');
  cr_expect_eq(imsi_utf8_decode(JAPANESE, 6, &code), 3);
  cr_expect_eq(code, 0x65E5);
}

Test(utf8, decode_tells_an_ill_formed_byte_from_the_replacement_character)
{
  uint32_t code;
  cr_expect_eq(imsi_utf8_decode("\xef\xbf\xbd", 3, &code), 3);
  cr_expect_eq(code, 0xFFFD);
  cr_expect_eq(imsi_utf8_decode("\xef\xbf", 2, &code), 1);
  cr_expect_eq(code, 0xFFFD);
}

Test(utf8, a_cluster_is_a_base_with_its_marks)
{
  static const struct {
    const char *text;
    size_t length;
  } cases[] = {
    { "", 0 },          { "ab", 1 },       { E_ACUTE "x", 3 }, { JAPANESE, 3 }, { FLAG FLAG, 8 },
    { FAMILY "x", 11 }, { "\xff\xff", 1 }, { "a\xff", 1 },     { "\r\n", 2 },   { "\xcc\x81x", 2 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(imsi_utf8_cluster(cases[i].text, strlen(cases[i].text)), cases[i].length, "case %zu", i);
}

Test(utf8, clusters_cover_any_text_without_a_rest)
{
  for (size_t i = 0; i < sizeof ill_formed / sizeof *ill_formed; i++) {
    size_t at = 0;
    const size_t size = strlen(ill_formed[i]);
    while (at < size) {
      const size_t length = imsi_utf8_cluster(ill_formed[i] + at, size - at);
      cr_assert(length > 0 && at + length <= size, "text %zu", i);
      at += length;
    }
  }
}

Test(utf8, width_is_what_a_terminal_shows)
{
  static const struct {
    const char *text;
    size_t width;
  } cases[] = {
    { "", 0 },
    { "abc", 3 },
    { "\xc3\xa9", 1 },
    { E_ACUTE, 1 },
    { JAPANESE, 4 },
    { "\xff", 1 },
    { "a\tb", 2 },
    { "\x1b", 0 },
    { "\xe2\x80\x94", 1 /* dash */ },
    { "\xc2\xa0", 1 /* no-break space */ },
    { "\xe2\x80\x8b", 0 /* zero-width space */ },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(imsi_utf8_width(cases[i].text, strlen(cases[i].text)), cases[i].width, "case %zu", i);
}

Test(utf8, distance_counts_characters_and_ignores_case)
{
  static const struct {
    const char *a, *b;
    size_t distance;
  } cases[] = {
    { "", "", 0 },
    { "", "abc", 3 },
    { "overlap", "overlap", 0 },
    { "overlap", "OVERLAP", 0 },
    { "overlap", "ovrelap", 2 },
    { "subset", "superset", 3 },
    { "\xc3\x89tude", "\xc3\xa9tude", 0 },
    { "\xc3\xa9", "e", 1 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cr_expect_eq(imsi_utf8_distance(cases[i].a, cases[i].b), cases[i].distance, "case %zu", i);
    cr_expect_eq(imsi_utf8_distance(cases[i].b, cases[i].a), cases[i].distance, "case %zu, swapped", i);
  }
}

Test(utf8, distance_of_long_strings_is_their_length)
{
  char a[66] = "", b[101] = "";
  memset(a, 'x', 64);
  cr_expect_eq(imsi_utf8_distance(a, a), 0);
  a[64] = 'x';
  memset(b, 'x', 100);
  cr_expect_eq(imsi_utf8_distance(a, b), 100);
  cr_expect_eq(imsi_utf8_distance(b, a), 100);
}

Test(utf8, folding_makes_letters_small_and_leaves_the_rest)
{
  static const struct {
    const char *text, *folded;
  } cases[] = {
    { "", "" },
    { "Service level agreement (SLA)", "service level agreement (sla)" },
    { "\xc3\x89tude", "\xc3\xa9tude" },
    { "A\xff\xef\xbf\xbdZ", "a\xff\xef\xbf\xbdz" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_strbuf folded = { 0 };
    imsi_utf8_fold(cases[i].text, &folded);
    cr_expect_str_eq(imsi_strbuf_string(&folded), cases[i].folded, "case %zu", i);
    imsi_strbuf_free(&folded);
  }
}

static int sign(int number)
{
  return (number > 0) - (number < 0);
}

Test(utf8, comparing_folded_is_comparing_what_folding_makes)
{
  static const char *const texts[] = { "",         "a",         "A",    "ab",    "aB",    "\xC3\x84",
                                       "\xC3\xA4", "\xC3\xA4x", "\xFF", "\xFFz", "a\xC3", "z" };
  enum { COUNT = sizeof texts / sizeof *texts };
  for (size_t i = 0; i < COUNT; i++)
    for (size_t k = 0; k < COUNT; k++) {
      imsi_strbuf a = { 0 }, b = { 0 };
      imsi_utf8_fold(texts[i], &a);
      imsi_utf8_fold(texts[k], &b);
      cr_expect_eq(imsi_utf8_compare_folded(texts[i], texts[k]),
                   sign(strcmp(imsi_strbuf_string(&a), imsi_strbuf_string(&b))), "%zu and %zu", i, k);
      imsi_strbuf_free(&a);
      imsi_strbuf_free(&b);
    }
}

static void expect_trimmed(const char *text, const char *wanted)
{
  size_t size;
  const char *found = imsi_utf8_trim(text, &size);
  cr_expect(size == strlen(wanted) && memcmp(found, wanted, size) == 0, "'%s': %zu bytes, '%s'", text, size, found);
}

Test(utf8, blanks_of_all_kinds_are_trimmed)
{
  expect_trimmed("", "");
  expect_trimmed(" \t\r\n", "");
  expect_trimmed(" a b ", "a b");
  expect_trimmed("\xC2\xA0\xE2\x80\x8B"
                 "a\xC2\xA0"
                 "b\xE3\x80\x80\xEF\xBB\xBF",
                 "a\xC2\xA0"
                 "b");
  expect_trimmed(" \xC3\xA9 ", "\xC3\xA9");
  expect_trimmed(" \xA0\x80 ", "\xA0\x80"); /* ill-formed bytes stay */
}
