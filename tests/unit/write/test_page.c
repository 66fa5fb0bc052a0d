#include "ims/page.h"
#include "unit/write/fixture.h"

#define COLUMNS                                                                                                        \
  .columns = { { "edition", "Edition", IMS_COLUMN_ID, false },                                                         \
               { "ref", "Reference", IMS_COLUMN_ID, false },                                                           \
               { "state", "State", IMS_COLUMN_ID, false },                                                             \
               { "text", "Text", IMS_COLUMN_TEXT, false } }

static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "9001:2015", "8.4#1", "gap", "see 27001:2022/A.5.19." } },
                                    { IMS_ROW_NORMAL, { "9001:2015", "8.4#2", "run\nsoon", "a" } },
                                    { IMS_ROW_NORMAL, { "27001:2022", "A.5.19", "gap", "(9001:2015/8.4#1, hs)" } } };

/* What a page of these sections is as `form`; free it. */
static char *written_as(const ims_page_section *sections, size_t count, ims_page_form form)
{
  ims_memory memory = { 0 };
  const ims_page page = { .title = "A & B", .subtitle = "one\ntwo", .sections = sections, .section_count = count };
  cr_assert_eq(ims_page_write(&page, form, ims_sink_memory(&memory)), IMS_OK);
  cr_assert_not_null(memory.data);
  return memory.data;
}

/* What one part, in a section of its own, is as `form`. */
static char *part_as(ims_page_part part, ims_page_form form)
{
  ims_table *table = fixture_table(&(fixture){ COLUMNS, .notes = { "a note" }, FIXTURE_ROWS(rows) });
  part.table = table;
  const ims_page_section section = { .id = "one", .title = "One", .parts = &part, .part_count = 1 };
  char *written = written_as(&section, 1, form);
  ims_table_free(table);
  return written;
}

#define EXPECT_PART(expected, ...)                                                                                     \
  do {                                                                                                                 \
    char *const written_ = part_as((ims_page_part){ __VA_ARGS__ }, IMS_PAGE_FRAGMENT);                                 \
    cr_expect_not_null(strstr(written_, (expected)), "'%s' is not in\n%s", (expected), written_);                      \
    free(written_);                                                                                                    \
  } while (0)

#define EXPECT_NO_PART(expected, ...)                                                                                  \
  do {                                                                                                                 \
    char *const written_ = part_as((ims_page_part){ __VA_ARGS__ }, IMS_PAGE_FRAGMENT);                                 \
    cr_expect_null(strstr(written_, (expected)), "'%s' is in\n%s", (expected), written_);                              \
    free(written_);                                                                                                    \
  } while (0)

Test(page, columns_are_shown_as_named_and_in_that_order)
{
  EXPECT_PART("<th scope=\"col\">Text</th><th scope=\"col\" class=\"id\">Reference</th></tr>",
              .shown = "text,none,ref");
}

Test(page, a_row_is_named_and_a_name_is_a_link)
{
  EXPECT_PART("<tbody class=\"row\" id=\"9001:2015/8.4#1\"><tr><th scope=\"row\" class=\"s\">"
              "<a class=\"self\" href=\"#9001:2015/8.4%231\">8.4#1</a></th>",
              .shown = "ref,text", .name = "edition,ref");
  EXPECT_PART(">see <a class=\"r\" href=\"#27001:2022/A.5.19\">27001:2022/A.5.19</a>.</td>", .shown = "ref,text",
              .name = "edition,ref");
  EXPECT_PART(">(<a class=\"r\" href=\"#9001:2015/8.4%231\">9001:2015/8.4#1</a>, hs)</td>", .shown = "ref,text",
              .name = "edition,ref");
}

Test(page, what_the_page_does_not_have_is_no_link)
{
  EXPECT_NO_PART("<a ", .shown = "ref,text");
}

Test(page, of_two_rows_of_one_name_the_second_goes_by_its_section)
{
  ims_table *table = fixture_table(&(fixture){ COLUMNS, FIXTURE_ROWS(rows) });
  const ims_page_part part = { .table = table, .shown = "ref", .name = "edition,ref" };
  const ims_page_part parts[] = { part, part };
  const ims_page_section sections[] = { { .id = "one", .title = "One", .parts = &part, .part_count = 1 },
                                        { .id = "two", .title = "Two", .parts = parts, .part_count = 2 } };
  char *written = written_as(sections, 2, IMS_PAGE_FRAGMENT);
  const char *first = strstr(written, " id=\"27001:2022/A.5.19\"");
  cr_assert_not_null(first);
  const char *second = strstr(first, " id=\"two:27001:2022/A.5.19\"");
  cr_assert_not_null(second);
  cr_expect_null(strstr(second + 1, " id=\"two:27001:2022/A.5.19\""));
  cr_expect_null(strstr(first + 1, " id=\"27001:2022/A.5.19\""));
  free(written);
  ims_table_free(table);
}

Test(page, what_could_be_the_id_of_a_section_is_no_name)
{
  EXPECT_NO_PART("<tbody class=\"row\" id", .shown = "ref", .name = "state");
}

Test(page, rows_that_agree_stand_below_a_line)
{
  EXPECT_PART("<tbody class=\"group\" id=\"9001:2015\"><tr><th scope=\"rowgroup\" colspan=\"1\">9001:2015</th>",
              .shown = "ref", .group = "edition", .group_name = "edition");
  char *written =
      part_as((ims_page_part){ .shown = "ref", .group = "edition", .group_name = "edition" }, IMS_PAGE_FRAGMENT);
  size_t lines = 0;
  for (const char *at = written; (at = strstr(at, "class=\"group\"")); at++)
    lines++;
  cr_expect_eq(lines, 2);
  free(written);
}

Test(page, an_opened_row_shows_sides_first_and_then_the_rest)
{
  EXPECT_PART("<tr class=\"more\"><td colspan=\"1\"><details><summary>Both sides \xc2\xb7 State</summary>"
              "<div class=\"sides\"><div><b>Edition</b><p>9001:2015</p></div>"
              "<div><b>Text</b><p>see 27001:2022/A.5.19.</p></div></div>"
              "<dl><div><dt>State</dt><dd>gap</dd></div></dl></details></td></tr>",
              .shown = "ref", .opened = "state", .beside = "edition,text");
  EXPECT_PART("<summary>Look</summary>", .shown = "ref", .opened = "state", .promise = "Look");
}

Test(page, a_row_with_nothing_more_to_show_does_not_open)
{
  EXPECT_NO_PART("<details><summary>", .shown = "ref", .opened = "", .bare = true);
}

Test(page, rows_carry_the_first_line_of_what_they_are_chosen_by)
{
  EXPECT_PART("<table data-filter0=\"State\">", .shown = "ref,state", .filter = "state");
  EXPECT_PART("data-f0=\"run\"><tr>", .shown = "ref,state", .filter = "state");
  EXPECT_PART("<span class=\"mark\" data-v=\"run\">run<br>soon</span>", .shown = "ref,state", .filter = "state");
}

Test(page, a_bare_part_has_no_lines_around_it)
{
  EXPECT_PART("a note", .shown = "ref");
  EXPECT_NO_PART("a note", .shown = "ref", .bare = true);
}

Test(page, a_bare_part_has_no_column_that_is_empty_in_all_rows)
{
  static const fixture_row lines[] = { { IMS_ROW_NORMAL, { NULL, "", "1" } }, { IMS_ROW_NORMAL, { "", NULL, NULL } } };
  ims_table *table = fixture_table(&(fixture){ .columns = { { "a", "First", IMS_COLUMN_ID, false },
                                                            { "b", "Second", IMS_COLUMN_TEXT, false },
                                                            { "c", "Third", IMS_COLUMN_TEXT, false } },
                                               FIXTURE_ROWS(lines) });
  for (int bare = 0; bare < 2; bare++) {
    const ims_page_part part = { .table = table, .bare = bare };
    const ims_page_section section = { .id = "one", .title = "One", .parts = &part, .part_count = 1 };
    char *written = written_as(&section, 1, IMS_PAGE_FRAGMENT);
    cr_expect_not_null(strstr(written, "First</th>"));
    cr_expect_eq(strstr(written, "Second</th>") == NULL, bare == 1);
    cr_expect_not_null(strstr(written, "Third</th>"));
    free(written);
  }
  ims_table_free(table);
}

Test(page, the_promise_of_two_sides_is_made_only_where_both_are)
{
  EXPECT_PART("<summary>Look</summary>", .shown = "ref", .opened = "state", .promise = "Look", .beside = "ref,state");
  EXPECT_PART("<summary>State</summary>", .shown = "ref", .opened = "state", .promise = "Look", .beside = "ref");
}

Test(page, counts_make_a_bar_of_a_thousand)
{
  static const fixture_row counts[] = { { IMS_ROW_NORMAL, { "ISMS", "2", "0", "1" } },
                                        { IMS_ROW_NORMAL, { "QMS", "0", "x", NULL } } };
  ims_table *table = fixture_table(&(fixture){ .columns = { { "system", "System", IMS_COLUMN_ID, false },
                                                            { "met", "met", IMS_COLUMN_NUMBER, false },
                                                            { "part", "part", IMS_COLUMN_NUMBER, false },
                                                            { "gap", "gap", IMS_COLUMN_NUMBER, false } },
                                               FIXTURE_ROWS(counts) });
  const ims_page_part part = { .table = table, .bars = "met,part,gap" };
  const ims_page_section section = { .id = "one", .title = "One", .parts = &part, .part_count = 1 };
  char *written = written_as(&section, 1, IMS_PAGE_FRAGMENT);
  cr_expect_not_null(strstr(written, "<rect x=\"0\" width=\"667\" height=\"10\" data-v=\"met\"/>"
                                     "<rect x=\"667\" width=\"333\" height=\"10\" data-v=\"gap\"/></svg>"));
  cr_expect_not_null(strstr(written, "<li data-v=\"met\">met <b>2</b></li><li data-v=\"gap\">gap <b>1</b></li></ul>"));
  cr_expect_not_null(strstr(written, "QMS</th><td></td></tr>"), "nothing to share makes no bar");
  free(written);
  ims_table_free(table);
}

Test(page, a_picture_is_an_image_whatever_is_in_it)
{
  static const char svg[] = "<svg><script>alert(1)</script></svg>";
  const ims_page_part part = { .label = "P", .svg = svg, .svg_size = sizeof svg - 1, .words = "two \"boxes\"" };
  const ims_page_section section = { .id = "one", .title = "One", .parts = &part, .part_count = 1 };
  char *written = written_as(&section, 1, IMS_PAGE_FRAGMENT);
  cr_expect_not_null(strstr(written, "<img alt=\"two &quot;boxes&quot;\" src='data:image/svg+xml,"
                                     "%3Csvg>%3Cscript>alert(1)%3C/script>%3C/svg>'>"));
  free(written);
}

Test(page, a_picture_much_wider_than_high_is_printed_across)
{
  static const struct {
    const char *svg;
    bool wide;
  } cases[] = { { "<svg width=\"126pt\" height=\"100pt\">", true },
                { "<svg width=\"125pt\" height=\"100pt\">", false },
                { "<svg height=\"100pt\">", false },
                { "<svg>", false } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const ims_page_part part = { .svg = cases[i].svg, .svg_size = strlen(cases[i].svg), .words = "x" };
    const ims_page_section section = { .id = "one", .title = "One", .parts = &part, .part_count = 1 };
    char *written = written_as(&section, 1, IMS_PAGE_FRAGMENT);
    cr_expect_eq(strstr(written, "<div class=\"part wide\">") != NULL, cases[i].wide, "%s", cases[i].svg);
    free(written);
  }
}

Test(page, a_picture_ends_neither_its_attribute_nor_its_address)
{
  static const char svg[] = "<svg a=\"1\">\n<b c='50%'/>\t#&lt;'onerror='x()'</svg>";
  const ims_page_part part = { .svg = svg, .svg_size = sizeof svg - 1, .words = "x" };
  const ims_page_section section = { .id = "one", .title = "One", .parts = &part, .part_count = 1 };
  char *written = written_as(&section, 1, IMS_PAGE_FRAGMENT);
  cr_expect_not_null(
      strstr(written, "svg+xml,%3Csvg a=\"1\"> %3Cb c=%2750%25%27/> %23%26lt;%27onerror=%27x()%27%3C/svg>'>"), "%s",
      written);
  free(written);
}

Test(page, a_document_has_title_contents_and_sections)
{
  const ims_page_section sections[] = { { .id = "one", .title = "One", .intro = "x < y\nz", .overview = true },
                                        { .id = "two", .title = "Two", .choice = true } };
  char *written = written_as(sections, 2, IMS_PAGE_WHOLE);
  cr_expect_not_null(
      strstr(written, "<h1>A &amp; B</h1>\n<p class=\"subtitle\">one</p>\n<p class=\"subtitle\">two</p>"));
  cr_expect_not_null(strstr(written, "<nav aria-label=\"Contents\"><ul>\n<li><a href=\"#one\">One</a></li>"));
  cr_expect_not_null(strstr(written,
                            "aria-labelledby=\"one-title\" class=\"overview\">\n<h2 id=\"one-title\">One</h2>\n"
                            "<p>x &lt; y</p>\n<p>z</p>\n</section>"));
  cr_expect_not_null(strstr(written, "aria-labelledby=\"two-title\" data-choice>"));
  free(written);
}

Test(page, markdown_has_what_is_shown)
{
  char *written = part_as((ims_page_part){ .label = "L*", .shown = "ref,state", .group = "edition", .bare = true },
                          IMS_PAGE_MARKDOWN);
  cr_expect_str_eq(written, "# A \\& B\n"
                            "\n"
                            "one\n"
                            "\n"
                            "two\n"
                            "\n"
                            "## One\n"
                            "\n"
                            "### L\\*\n"
                            "\n"
                            "| Reference | State |\n"
                            "| --- | --- |\n"
                            "| **9001:2015** | |\n"
                            "| 8.4#1 | gap |\n"
                            "| 8.4#2 | run<br>soon |\n"
                            "| **27001:2022** | |\n"
                            "| A.5.19 | gap |\n");
  free(written);
}

Test(page, the_same_page_gives_the_same_bytes)
{
  const ims_page_part part = { .shown = "ref,text", .name = "edition,ref", .group = "edition", .filter = "state" };
  char *first = part_as(part, IMS_PAGE_WHOLE), *second = part_as(part, IMS_PAGE_WHOLE);
  cr_expect_str_eq(first, second);
  free(first);
  free(second);
}
