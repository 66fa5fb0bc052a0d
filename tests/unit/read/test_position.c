/* Every message carries the true line, and as column the byte of the `<`. */
#include "unit/fixture_model.h"

#define BAD "<bad/>"

Test(position, a_tag_stands_at_its_bracket_however_many_lines_it_takes)
{
  fixture_expect(DOC("  <family id='f'\n\n   name='F'\n oops='1'\n  />"), "2:3 unknown-attribute");
  fixture_expect(DOC("  <family\n id='f'\n name='F'\n/><family id='g'\n/>"), "5:3 missing-attribute");
}

Test(position, a_file_of_one_line_has_columns)
{
  fixture_expect("<imsmap version='1'><family id='f' name='F'/>" BAD "</imsmap>", "1:46 unknown-element");
  fixture_expect("<?xml version='1.0'?><imsmap version='1'>" BAD "</imsmap>", "1:42 unknown-element");
  fixture_expect("<?xml version='1.0' encoding='UTF-8'?><imsmap version='1'>" BAD "</imsmap>", "1:59 unknown-element");
}

Test(position, lines_may_end_with_carriage_return_and_line_feed)
{
  fixture_expect("<imsmap version='1'>\r\n  <family id='f'\r\n name='a\r\nb'/>\r\n " BAD "\r\n</imsmap>\r\n",
                 "5:2 unknown-element");
  fixture_expect("<?xml version='1.0'?>\r\n<imsmap version='1'>\r\n<family id='f' name='F'><note>a\r\nb\r\n</note>" BAD
                 "</family></imsmap>",
                 "5:8 unknown-element");
}

Test(position, a_line_break_in_a_value_counts)
{
  fixture_expect(DOC("<family id='f' name='a\nb\n&amp;\nc' title='x\n\ny'/>\n" BAD), "8:1 unknown-element");
  fixture_expect(DOC("<family id='f'\n name='a\nb\n&lt;\nc'\n\n title='x\n\ny'\n oops='1'/>\n " BAD),
                 "2:1 unknown-attribute; 12:2 unknown-element");
  fixture_expect(DOC("<family id='f' name='F'/> <family id='g' name='\n\n' oops='1'/>" BAD),
                 "2:27 bad-value; 2:27 unknown-attribute; 4:13 unknown-element");
}

Test(position, comments_instructions_and_cdata_count)
{
  fixture_expect("<?xml version='1.0'?>\n<!-- a\n\nb --><?p i\n?>\n <imsmap version='1'>" BAD "</imsmap>",
                 "6:22 unknown-element");
  fixture_expect(DOC("<!-- <x> --><?p <x>\n?>" BAD), "3:3 unknown-element");
  fixture_expect(DOC("<family id='f' name='F'><note><![CDATA[<\n<]]></note><!-- <\n -->" BAD "</family>"),
                 "4:5 unknown-element");
  fixture_expect(DOC("<!-- x -->" BAD "<!-- y -->" BAD), "2:11 unknown-element; 2:27 unknown-element");
}

Test(position, a_column_counts_bytes)
{
  fixture_expect(DOC("<family id='\xc3\xa9' name='\xe4\xb8\xad'/>" BAD), "2:29 unknown-element");
  fixture_expect(DOC("<family id='f' name='F'><note>\xc3\xa9\xc3\xa9</note></family>" BAD), "2:51 unknown-element");
  fixture_expect(DOC("<family id='f' name='F'><note>&#xe9; &amp; </note></family>" BAD), "2:60 unknown-element");
}

Test(position, the_end_of_the_file_is_a_place_too)
{
  fixture_expect(DOC("<edition id='a:1' name='A'>\n<clause number='4' force='own'>\n<provision id='1'>\n"
                     "<gist>x</gist></provision>\n <note>x</note></clause></edition>"),
                 "6:2 misplaced-element");
  fixture_expect("<imsmap version='1'>\n\n\n   " BAD "</imsmap>", "4:4 unknown-element");
}

/* ---- encodings ---- */

Test(position, a_byte_order_mark_is_not_part_of_the_first_line)
{
  fixture_expect("\xef\xbb\xbf<imsmap version='1'>" BAD "</imsmap>", "1:21 unknown-element");
  fixture_expect("\xef\xbb\xbf<imsmap version='1'>\n " BAD "</imsmap>", "2:2 unknown-element");
}

/* ASCII as UTF-16 with byte order mark. */
static void expect_utf16(const char *ascii, bool big_endian, const char *codes)
{
  char bytes[1024];
  size_t size = 0;
  bytes[size++] = (char)(big_endian ? 0xfe : 0xff);
  bytes[size++] = (char)(big_endian ? 0xff : 0xfe);
  for (; *ascii; ascii++) {
    cr_assert_lt(size, sizeof bytes - 2);
    bytes[size++] = big_endian ? '\0' : *ascii;
    bytes[size++] = big_endian ? *ascii : '\0';
  }
  fixture_expect_bytes(bytes, size, codes);
}

Test(position, utf_16_is_counted_as_if_it_were_utf_8)
{
  static const char one[] = "<imsmap version='1'>" BAD "</imsmap>";
  static const char declared[] =
      "<?xml version='1.0' encoding='UTF-16'?><imsmap version='1'>" BAD "\n " BAD "</imsmap>";
  for (int big = 0; big < 2; big++) {
    expect_utf16(one, big, "1:21 unknown-element");
    expect_utf16(declared, big, "1:60 unknown-element; 2:2 unknown-element");
  }
}

Test(position, iso_8859_1_is_counted_as_if_it_were_utf_8)
{
  fixture_expect("<?xml version='1.0' encoding='ISO-8859-1'?>\n<imsmap version='1'>\n<family id='\xe9' name='F'/>" BAD
                 "</imsmap>",
                 "3:27 unknown-element");
}

Test(position, a_declared_encoding_does_not_shift_the_first_line)
{
  fixture_expect("<?xml version='1.0' encoding='ISO-8859-1'?><imsmap version='1'>" BAD "</imsmap>",
                 "1:64 unknown-element");
}

Test(position, what_is_no_utf_8_is_reported_where_it_stands)
{
  fixture_expect("<imsmap version='1'>\n <x a='\xff'/></imsmap>", "2:8 not-well-formed");
  fixture_expect("<?xml version='1.0' encoding='NOBODY'?><imsmap version='1'/>", "1:38 not-well-formed");
}

/* ---- long files and long lines ---- */

static void repeat(ims_memory *memory, const char *text, size_t count)
{
  const ims_sink sink = ims_sink_memory(memory);
  for (size_t i = 0; i < count; i++)
    cr_assert_eq(sink.write(sink.context, text, strlen(text)), IMS_OK);
}

Test(position, a_line_beyond_65535_is_the_true_one)
{
  ims_memory memory = { 0 };
  fixture_printf(&memory, "<imsmap version='1'>\n<edition id='a:1' name='A'>\n");
  for (int line = 3; line < 200000; line++)
    if (line == 150000)
      fixture_printf(&memory, "  <clause number='x'\n force='none'/>\n"), line++;
    else
      fixture_printf(&memory, "<clause number='%d' force='own'/>\n", line);
  fixture_printf(&memory, "\t" BAD "</edition></imsmap>\n");
  fixture_expect(memory.data, "150000:3 bad-value; 200000:2 unknown-element");
  ims_memory_free(&memory);
}

/* `before`, a megabyte of `filler`, `after`, inside a provision that begins on line 2. */
static void expect_long(const char *before, const char *filler, const char *after, const char *codes)
{
  ims_memory memory = { 0 };
  repeat(&memory, "<imsmap version='1'><edition id='a:1' name='A'><clause number='1' force='own'><provision id='1'>\n",
         1);
  repeat(&memory, before, 1);
  repeat(&memory, filler, (1 << 20) / strlen(filler));
  repeat(&memory, after, 1);
  repeat(&memory, "</provision></clause></edition></imsmap>", 1);
  fixture_expect(memory.data, codes);
  ims_memory_free(&memory);
}

Test(position, a_megabyte_on_one_line_does_not_lose_the_column)
{
  expect_long("<gist>", "x", "</gist>" BAD, "2:1048590 unknown-element");
  expect_long("<gist>a\nb", "x", "</gist>" BAD, "3:1048585 unknown-element");
  expect_long("<gist>a\nb", "&amp;", "</gist>" BAD, "3:1048584 unknown-element");
  expect_long("<gist>a</gist>\n", "  ", BAD, "3:1048577 unknown-element");
  expect_long("<gist>a</gist><item id='a'>\n", "x", "</item>\n <item id='a'>x</item>",
              "4:2 duplicate; 2:15 first-here");
}

Test(position, a_megabyte_beyond_ascii_does_not_lose_the_column)
{
  expect_long("<gist>", "\xc3\xa9", "</gist>" BAD, "2:1048590 unknown-element");
  expect_long("<gist>\xc3\xa9\nb", "x", "</gist>" BAD, "3:1048585 unknown-element");
  expect_long("<gist>a\n\xc3\xa9", "x", "</gist>" BAD, "3:1048586 unknown-element");
}

Test(position, a_megabyte_of_cdata_does_not_lose_the_column)
{
  expect_long("<gist>\n<![CDATA[", "x", "]]></gist>" BAD, "3:1048596 unknown-element");
  expect_long("<gist><![CDATA[\n", "x", "]]></gist>" BAD, "3:1048587 unknown-element");
}

Test(position, a_megabyte_of_comment_does_not_lose_the_column)
{
  expect_long("<gist>a</gist>\n<!--", "x", "-->" BAD, "3:1048584 unknown-element");
  expect_long("<gist>a</gist><!--\n", "x", "-->" BAD, "3:1048580 unknown-element");
  expect_long("<gist>a</gist><?p y\n", "x", "?>" BAD, "3:1048579 unknown-element");
}

Test(position, a_megabyte_in_a_value_does_not_lose_the_column)
{
  expect_long("<gist>a</gist>\n<item id='a' in='", "x", "'>b</item>" BAD,
              "3:1 unknown-reference; 3:1048604 unknown-element");
  expect_long("<gist>a</gist>\n<item id='a' in='a\n", "x", "'>b</item>" BAD,
              "3:1 bad-value; 4:1048587 unknown-element");
}
