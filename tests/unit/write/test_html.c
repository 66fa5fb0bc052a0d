#include "ims/page.h"
#include "unit/write/fixture.h"

#define COLUMNS                                                                                                        \
  .columns = { { "clause", "Clause", IMS_COLUMN_ID, false },                                                           \
               { "why", "Why", IMS_COLUMN_TEXT, true },                                                                \
               { "title", "Title", IMS_COLUMN_TEXT, false },                                                           \
               { "rows", "Rows", IMS_COLUMN_NUMBER, false } }

/* True if the table, written as a fragment, has that text in it. */
#define EXPECT_IN(f, options, expected)                                                                                \
  do {                                                                                                                 \
    char *const written_ = fixture_written(&imsi_format_fragment, (f), (options));                                     \
    cr_expect_not_null(strstr(written_, (expected)), "'%s' is not in\n%s", (expected), written_);                      \
    free(written_);                                                                                                    \
  } while (0)

static const fixture_row one[] = { { IMS_ROW_NORMAL, { "8.4", "because", "Budget", "3" } } };

Test(html, a_fragment_is_a_section_with_captions_table_and_notes)
{
  EXPECT_WRITTEN(
      imsi_format_fragment, (&(fixture){ COLUMNS, .captions = { "One." }, .notes = { "a", "b" }, FIXTURE_ROWS(one) }),
      plain,
      "<section id=\"table\" aria-labelledby=\"table-title\">\n"
      "<h2 id=\"table-title\">test</h2>\n"
      "<div class=\"part\">\n"
      "<details class=\"about\"><summary>What this rests on</summary><ul>\n"
      "<li>One.</li>\n"
      "</ul></details>\n"
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table: test\">\n"
      "<table>\n"
      "<thead><tr class=\"running\" aria-hidden=\"true\"><td colspan=\"3\">test</td></tr>\n"
      "<tr><th scope=\"col\" class=\"id\">Clause</th><th scope=\"col\">Title</th>"
      "<th scope=\"col\" class=\"n\">Rows</th></tr></thead>\n"
      "<tbody class=\"row\"><tr><th scope=\"row\" class=\"s\">8.4</th><td class=\"s\" data-l=\"Title\">Budget"
      "</td><td class=\"n\" data-l=\"Rows\">3</td></tr></tbody>\n"
      "</table></div>\n"
      "<details class=\"about\"><summary>How to read this</summary><ul>\n"
      "<li>a</li>\n"
      "<li>b</li>\n"
      "</ul></details>\n"
      "</div>\n"
      "</section>\n");
}

Test(html, details_are_columns_where_asked_for)
{
  const fixture f = { COLUMNS, FIXTURE_ROWS(one) };
  EXPECT_IN(&f, detailed, "<td class=\"s\" data-l=\"Why\">because</td>");
  char *written = fixture_written(&imsi_format_fragment, &f, plain);
  cr_expect_null(strstr(written, "because"));
  free(written);
}

Test(html, headings_and_sections_are_told_from_rows)
{
  static const fixture_row rows[] = { { IMS_ROW_SECTION, { "Part one" } },
                                      { IMS_ROW_HEADING, { "8", NULL, "Operation", NULL } } };
  const fixture f = { COLUMNS, FIXTURE_ROWS(rows) };
  EXPECT_IN(&f, plain,
            "<tbody class=\"group\"><tr><th scope=\"rowgroup\" colspan=\"3\">Part one</th></tr></tbody>\n"
            "<tbody class=\"heading\"><tr><th scope=\"row\" class=\"s\">8</th>");
}

Test(html, a_row_may_begin_with_an_empty_cell)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { NULL, NULL, "Budget", NULL } } };
  const fixture f = { COLUMNS, FIXTURE_ROWS(rows) };
  EXPECT_IN(&f, plain, "<tr><td></td><td class=\"s\" data-l=\"Title\">Budget</td><td class=\"n\"></td></tr>");
}

/* Expects what one cell becomes. */
static void expect_cell(const char *text, const char *expected)
{
  char wanted[512];
  char *written = fixture_cell(&imsi_format_fragment, IMS_COLUMN_TEXT, text);
  snprintf(wanted, sizeof wanted, ">%s</th></tr>", expected);
  cr_expect_not_null(strstr(written, wanted), "'%s' is not in\n%s", wanted, written);
  free(written);
}

Test(html, whatever_looks_like_markup_is_text)
{
  expect_cell("<script>alert(\"1\")</script>", "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
  expect_cell("</td></table><img src=x onerror='a()'>",
              "&lt;/td&gt;&lt;/table&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;");
  expect_cell("a &amp; b", "a &amp;amp; b");
  expect_cell("javascript:alert(1)", "javascript:alert(1)");
  expect_cell("\xc3\xa9 e\xcc\x81 \xe6\x97\xa5", "\xc3\xa9 e\xcc\x81 \xe6\x97\xa5");
}

Test(html, lines_of_a_cell_are_lines)
{
  expect_cell("a\nb", "a<br>b");
  expect_cell("a\r\nb", "a<br>b");
}

Test(html, control_characters_and_broken_utf8_are_seen)
{
  expect_cell("a\x1b[2Jb\xff", "a\\x1B[2Jb\\xFF");
  expect_cell("a\xe2\x80\xae"
              "b",
              "a\\u202Eb");
}

Test(html, titles_are_escaped_in_text_and_attributes)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "8", "x" } } };
  const fixture f = { .columns = { { "a", "A", IMS_COLUMN_ID, false },
                                   { "b", "\"><script>\n&", IMS_COLUMN_TEXT, false } },
                      FIXTURE_ROWS(rows) };
  EXPECT_IN(&f, plain, "<th scope=\"col\">&quot;&gt;&lt;script&gt;<br>&amp;</th>");
  EXPECT_IN(&f, plain, "data-l=\"&quot;&gt;&lt;script&gt; &amp;\">x</td>");
}

Test(html, a_page_is_a_whole_document_that_loads_nothing)
{
  const fixture f = { COLUMNS, FIXTURE_ROWS(one) };
  char *written = fixture_written(&imsi_format_html, &f, plain);
  cr_expect_eq(strncmp(written, "<!DOCTYPE html>\n<html lang=\"en\">\n", 33), 0);
  cr_expect_not_null(strstr(written, "content=\"default-src 'none'; style-src 'sha256-"));
  cr_expect_not_null(strstr(written, "<title>test</title>"));
  cr_expect_null(strstr(written, "<link"));
  cr_expect_null(strstr(written, "src=\""));
  cr_expect_null(strstr(written, " style=\""));
  cr_expect_null(strstr(written, " onclick"));
  cr_expect_str_eq(written + strlen(written) - 8, "</html>\n");
  free(written);
}

Test(html, a_table_without_columns_or_rows_is_still_a_section)
{
  EXPECT_IN((&(fixture){ .captions = { "One." } }), plain, "<li>One.</li>");
  char *written = fixture_written(&imsi_format_fragment, &(fixture){ .captions = { "One." } }, plain);
  cr_expect_null(strstr(written, "<table"));
  free(written);
}

Test(html, failed_writes_are_reported)
{
  fixture_expect_failures_are_reported(&imsi_format_html);
  fixture_expect_failures_are_reported(&imsi_format_fragment);
}
