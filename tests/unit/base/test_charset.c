#include "base/charset.h"

#include <criterion/criterion.h>
#include <string.h>

Test(charset, characters_are_written_in_utf8)
{
  imsi_strbuf text = { 0 };
  static const uint32_t codes[] = { 'A', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF };
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    imsi_charset_put(codes[i], &text);
  cr_expect_str_eq(text.data, "A\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
  imsi_strbuf_clear(&text);
  static const uint32_t none[] = { 0, 0xD800, 0xDFFF, 0x110000 };
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    imsi_charset_put(none[i], &text);
  cr_expect_str_eq(text.data, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  imsi_strbuf_free(&text);
}

Test(charset, utf16_is_read_in_both_orders)
{
  imsi_strbuf text = { 0 };
  cr_expect_eq(imsi_charset_utf16("A\0\xE4\0\x3D\xD8\0\xDE", 8, false, &text), SIZE_MAX);
  cr_expect_eq(imsi_charset_utf16("\0A\0\xE4\xD8\x3D\xDE\0", 8, true, &text), SIZE_MAX);
  cr_expect_str_eq(text.data, "A\xC3\xA4\xF0\x9F\x98\x80"
                              "A\xC3\xA4\xF0\x9F\x98\x80");
  imsi_strbuf_free(&text);
}

Test(charset, what_is_no_utf16_is_found_at_its_place)
{
  static const struct {
    const char *data;
    size_t size;
  } cases[] = { { "A\0\0\xD8", 4 },
                { "A\0\0\xDC", 4 },
                { "A\0\0\xD8"
                  "B\0",
                  6 },
                { "A\0\0\0", 4 },
                { "A\0B", 3 } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_strbuf text = { 0 };
    cr_expect_eq(imsi_charset_utf16(cases[i].data, cases[i].size, false, &text), 1, "case %zu", i);
    cr_expect_eq(strncmp(text.data, "A\xEF\xBF\xBD", 4), 0, "case %zu", i);
    imsi_strbuf_free(&text);
  }
}

Test(charset, windows_1252_has_a_character_for_each_byte)
{
  imsi_strbuf text = { 0 };
  imsi_charset_windows("a\x80\x9F\xA0\xE4\xFF\x81z", 8, &text);
  cr_expect_str_eq(text.data, "a\xE2\x82\xAC\xC5\xB8\xC2\xA0\xC3\xA4\xC3\xBF\xC2\x81z");
  imsi_strbuf_free(&text);
}
