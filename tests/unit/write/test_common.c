#include "write/common.h"

#include "base/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

Test(write_common, printable_text_is_returned_as_it_is)
{
  static const char *const texts[] = { "", "plain", "two\nlines", "\\x1B", "e\xcc\x81", "\xe6\x97\xa5", "\xc2\xa0" };
  imsi_arena arena = { 0 };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    cr_expect_eq(imsi_write_printable(&arena, texts[i]), texts[i], "text %zu", i);
  imsi_arena_free(&arena);
}

Test(write_common, what_could_drive_a_terminal_is_shown)
{
  static const struct {
    const char *text, *shown;
  } cases[] = {
    { "\x1b[31mred", "\\x1B[31mred" },
    { "\a\b\x7f", "\\x07\\x08\\x7F" },
    { "\xc2\x9b"
      "2J",
      "\\x9B2J" },
    { "a\tb", "a b" },
    { "a\r\nb", "a\nb" },
    { "a\rb", "a\\x0Db" },
    { "\r", "\\x0D" },
    { "\xff", "\\xFF" },
    { "a\xe2\x80", "a\\xE2\\x80" },
    { "\xe2\x80\xae"
      "exe.txt",
      "\\u202Eexe.txt" },
    { "\xe2\x81\xa6\xe2\x80\xa9", "\\u2066\\u2029" },
    { "\xe2\x80\x8f 9001\xd8\x9c\xe2\x80\x8e", "\\u200F 9001\\u061C\\u200E" },
  };
  imsi_arena arena = { 0 };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_str_eq(imsi_write_printable(&arena, cases[i].text), cases[i].shown, "case %zu", i);
  imsi_arena_free(&arena);
}

Test(write_common, every_byte_is_printable_in_the_end)
{
  char text[3] = "";
  imsi_arena arena = { 0 };
  for (int a = 1; a < 256; a++)
    for (int b = 1; b < 256; b++) {
      text[0] = (char)a;
      text[1] = (char)b;
      const char *shown = imsi_write_printable(&arena, text);
      cr_assert(imsi_utf8_valid(shown, strlen(shown)), "%02x %02x", (unsigned)a, (unsigned)b);
      for (const char *c = shown; *c; c++)
        cr_assert(*c == '\n' || (unsigned char)*c >= 0x20, "%02x %02x", (unsigned)a, (unsigned)b);
    }
  imsi_arena_free(&arena);
}

Test(write_common, ill_formed_bytes_are_replaced_one_by_one)
{
  static const char whole[] = "caf\xc3\xa9\x1b";
  imsi_arena arena = { 0 };
  cr_expect_str_eq(imsi_write_utf8(&arena, "a\xff\xe2\x80z"), "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz");
  cr_expect_eq(imsi_write_utf8(&arena, whole), whole);
  imsi_arena_free(&arena);
}

Test(write_common, integers_are_those_of_json)
{
  static const char *const yes[] = { "0", "7", "10", "-1", "999999999999999999", "-999999999999999999" };
  static const char *const no[] = { "",    "-",   "-0", "00", "01", "+1",
                                    "1.5", "1e3", " 1", "1 ", "x",  "1000000000000000000" };
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
    cr_expect(imsi_write_integer(yes[i]), "'%s'", yes[i]);
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    cr_expect_not(imsi_write_integer(no[i]), "'%s'", no[i]);
}

Test(write_common, decimal_fractions_are_told_from_other_texts)
{
  static const char *const decimals[] = { "0.5", "-0.5", "1.0", "12.25", "99999999999999.9" };
  static const char *const others[] = { "",    "1",     ".5",   "1.",   "-",     "01.5",
                                        "1e5", "1.5e3", "1.5 ", "+1.5", "1.5.5", "999999999999999.9" };
  for (size_t i = 0; i < sizeof decimals / sizeof *decimals; i++)
    cr_expect(imsi_write_decimal(decimals[i]), "%s", decimals[i]);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    cr_expect_not(imsi_write_decimal(others[i]), "%s", others[i]);
}

Test(write_common, values_of_attributes_are_escaped)
{
  ims_memory memory = { 0 };
  imsi_out out = { .sink = ims_sink_memory(&memory) };
  imsi_write_xml(&out, "a<b & \"c\">\td\r\ne\x1b\x01 'f' \xc3\xa4");
  cr_assert_eq(imsi_out_end(&out), IMS_OK);
  cr_expect_str_eq(memory.data, "a&lt;b &amp; &quot;c&quot;&gt; d  e 'f' \xc3\xa4");
  ims_memory_free(&memory);
}
