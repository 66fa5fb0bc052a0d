#include "diagram/text_internal.h"

#include "unit/diagram/fixture_diagram.h"

static const imsi_type center = { 10, false, IMSI_ALIGN_CENTER }, left = { 10, false, IMSI_ALIGN_LEFT };

static void expect_label(const char *text, double width, const imsi_type *type, size_t most, const char *expected,
                         size_t lines)
{
  imsi_strbuf label = { 0 };
  cr_expect_eq(imsi_text_label(text, width, type, most, &label), lines, "%s", text);
  cr_expect_str_eq(imsi_strbuf_string(&label), expected, "got %s", imsi_strbuf_string(&label));
  imsi_strbuf_free(&label);
}

Test(text, a_line_breaks_at_a_blank_before_it_is_too_wide)
{
  expect_label("one two three", 45, &center, 0, "one two\\nthree", 2);
  expect_label("one two three", 500, &center, 0, "one two three", 1);
  expect_label("one  two", 25, &center, 0, "one\\ntwo", 2);
}

Test(text, a_word_that_is_too_wide_breaks_inside)
{
  expect_label("abcdefgh", 30, &center, 0, "abcd\\nefgh", 2);
  expect_label("m", 1, &center, 0, "m", 1);
}

Test(text, lines_that_stand_left_or_right_end_with_a_mark_of_their_own)
{
  const imsi_type right = { 10, false, IMSI_ALIGN_RIGHT };
  expect_label("one two", 25, &left, 0, "one\\ltwo\\l", 2);
  expect_label("one", 100, &right, 0, "one\\r", 1);
}

Test(text, what_has_too_many_lines_is_cut_with_an_ellipsis_that_fits)
{
  expect_label("one two three four", 45, &center, 2, "one two\\nthree\xE2\x80\xA6", 2);
  expect_label("abcdefghijkl", 30, &center, 1, "abc\xE2\x80\xA6", 1);
}

Test(text, a_line_break_in_the_text_stays_one)
{
  expect_label("a\nb", 100, &center, 0, "a\\nb", 2);
  expect_label("", 100, &center, 0, "", 1);
}

Test(text, nothing_in_a_text_acts)
{
  expect_label("\\N \\G \\l", 100, &center, 0, "\\\\N \\\\G \\\\l", 1);
  expect_label("a & b &lt; &#60;", 500, &center, 0, "a &amp; b &amp;lt; &amp;#60;", 1);
  expect_label("<b>\"x\"</b>", 500, &center, 0, "<b>\"x\"</b>", 1);
  expect_label("a\x01\x1B[31mb\xE2\x80\xAE"
               "c\xE2\x81\xA6"
               "d",
               500, &center, 0, "a[31mbcd", 1);
  expect_label("a\xFFz", 500, &center, 0, "a\xEF\xBF\xBDz", 1);
}

Test(text, a_tooltip_is_one_line_whose_backslashes_are_read_twice)
{
  imsi_strbuf tip = { 0 };
  imsi_text_tip("a\nb \\N &amp;", &tip);
  cr_expect_str_eq(imsi_strbuf_string(&tip), "a b \\\\\xE2\x81\xA0N &amp;amp;");
  imsi_strbuf_free(&tip);
}

Test(text, a_plain_text_is_only_rid_of_what_acts)
{
  imsi_strbuf plain = { 0 };
  imsi_text_plain("a\\N & <b>\x07\xE2\x80\xAE", &plain);
  cr_expect_str_eq(imsi_strbuf_string(&plain), "a\\N & <b>");
  imsi_strbuf_free(&plain);
}

Test(text, a_reference_becomes_part_of_an_address)
{
  imsi_strbuf address = { 0 };
  imsi_text_address("27001:2022/A.5.19#1 \"\\<", &address);
  cr_expect_str_eq(imsi_strbuf_string(&address), "27001:2022/A.5.19%231%20%22%5C%3C");
  imsi_strbuf_free(&address);
}

Test(text, a_text_is_as_wide_as_its_longest_line)
{
  cr_expect_eq(imsi_text_width("", &center), 0);
  cr_expect_gt(imsi_text_width("mmm", &center), imsi_text_width("iii", &center));
  cr_expect_float_eq(imsi_text_width("a\nabc\nab", &center), imsi_text_width("abc", &center), 1e-9);
  cr_expect_gt(imsi_text_width("abc", &(imsi_type){ 10, true, IMSI_ALIGN_CENTER }), imsi_text_width("abc", &center));
  /* a combining mark takes no room, a wide character two */
  cr_expect_float_eq(imsi_text_width("e\xCC\x81", &center), imsi_text_width("e", &center), 1e-9);
  cr_expect_gt(imsi_text_width("\xE6\x97\xA5", &center), imsi_text_width("m", &center));
}
