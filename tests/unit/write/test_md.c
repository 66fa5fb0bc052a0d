#include "unit/write/fixture.h"

#define COLUMNS                                                                                                        \
  .columns = { { "clause", "Clause", IMS_COLUMN_ID, false },                                                           \
               { "why", "Why", IMS_COLUMN_TEXT, true },                                                                \
               { "title", "Title", IMS_COLUMN_TEXT, false },                                                           \
               { "rows", "Rows", IMS_COLUMN_NUMBER, false } }

/* Expects what one cell becomes. */
#define EXPECT_CELL(text, expected)                                                                                    \
  do {                                                                                                                 \
    char *const cell_ = fixture_cell(&imsi_format_md, IMS_COLUMN_TEXT, (text));                                        \
    cr_expect_str_eq(cell_, "| Key |\n| --- |\n" expected "\n");                                                       \
    free(cell_);                                                                                                       \
  } while (0)

Test(md, captions_table_and_notes)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "8.4", "because", "Budget", "3" } },
                                      { IMS_ROW_NORMAL, { "9", NULL, NULL, NULL } } };
  EXPECT_WRITTEN(imsi_format_md,
                 (&(fixture){ COLUMNS, .captions = { "One.", "Two." }, .notes = { "a", "b" }, FIXTURE_ROWS(rows) }),
                 plain,
                 "One.\n"
                 "\n"
                 "Two.\n"
                 "\n"
                 "| Clause | Title | Rows |\n"
                 "| --- | --- | ---: |\n"
                 "| 8.4 | Budget | 3 |\n"
                 "| 9 | | |\n"
                 "\n"
                 "- a\n"
                 "- b\n");
}

Test(md, details_are_shown_where_asked_for)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "8.4", "because", "Budget", "3" } } };
  EXPECT_WRITTEN(imsi_format_md, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), detailed,
                 "| Clause | Why | Title | Rows |\n"
                 "| --- | --- | --- | ---: |\n"
                 "| 8.4 | because | Budget | 3 |\n");
}

Test(md, headings_and_sections_are_bold)
{
  static const fixture_row rows[] = { { IMS_ROW_SECTION, { "Part one" } },
                                      { IMS_ROW_HEADING, { "8", "hidden", "Operation", "3" } },
                                      { IMS_ROW_HEADING, { "9", NULL, NULL, "4" } },
                                      { .kind = IMS_ROW_SECTION } };
  EXPECT_WRITTEN(imsi_format_md, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), plain,
                 "| Clause | Title | Rows |\n"
                 "| --- | --- | ---: |\n"
                 "| **Part one** | | |\n"
                 "| **8** | **Operation** | 3 |\n"
                 "| **9** | | 4 |\n"
                 "| | | |\n");
}

Test(md, a_section_is_shown_even_if_its_column_is_not)
{
  static const fixture_row rows[] = { { IMS_ROW_SECTION, { "Part one" } } };
  EXPECT_WRITTEN(imsi_format_md,
                 (&(fixture){ .columns = { { "a", "A", IMS_COLUMN_TEXT, true }, { "b", "B", IMS_COLUMN_TEXT, false } },
                              FIXTURE_ROWS(rows) }),
                 plain, "| B |\n| --- |\n| **Part one** |\n");
}

Test(md, markup_is_escaped)
{
  EXPECT_CELL("a|b", "| a\\|b |");
  EXPECT_CELL("\\|", "| \\\\\\| |");
  EXPECT_CELL("`*_<>&[]~", "| \\`\\*\\_\\<\\>\\&\\[\\]\\~ |");
  EXPECT_CELL("<script>alert(\"1\")</script>", "| \\<script\\>alert(\"1\")\\</script\\> |");
  EXPECT_CELL("[x](y)", "| \\[x\\](y) |");
  EXPECT_CELL("a, \"b\" \xc3\xa9 e\xcc\x81 \xe6\x97\xa5", "| a, \"b\" \xc3\xa9 e\xcc\x81 \xe6\x97\xa5 |");
}

Test(md, lines_of_a_cell_stay_in_their_row)
{
  EXPECT_CELL("a\nb\n\nc\n", "| a<br>b<br><br>c |");
  EXPECT_CELL("a\r\nb", "| a<br>b |");
  EXPECT_CELL("\r", "| \\\\x0D |");
}

Test(md, cells_are_trimmed_and_may_be_empty)
{
  EXPECT_CELL("  a b  ", "| a b |");
  EXPECT_CELL("   ", "| |");
  EXPECT_CELL("", "| |");
  EXPECT_CELL(NULL, "| |");
}

Test(md, control_characters_and_ill_formed_bytes_are_shown)
{
  EXPECT_CELL("\x1b[2J\xff", "| \\\\x1B\\[2J\\\\xFF |");
}

Test(md, a_caption_or_note_starts_no_block)
{
  EXPECT_WRITTEN(imsi_format_md,
                 (&(fixture){ .captions = { "# a", "1. b", " - c", "12) d" }, .notes = { "+ e", "---", "8.4 f", "" } }),
                 plain,
                 "\\# a\n\n"
                 "1\\. b\n\n"
                 "\\- c\n\n"
                 "12\\) d\n\n"
                 "- \\+ e\n"
                 "- \\---\n"
                 "- 8.4 f\n"
                 "- \n");
}

Test(md, a_table_without_columns_is_left_out)
{
  static const fixture_row rows[] = { { .kind = IMS_ROW_NORMAL }, { .kind = IMS_ROW_SECTION } };
  EXPECT_WRITTEN(imsi_format_md, (&(fixture){ FIXTURE_ROWS(rows) }), plain, "");
}

Test(md, an_empty_table_is_its_header)
{
  EXPECT_WRITTEN(imsi_format_md, (&(fixture){ COLUMNS }), plain, "| Clause | Title | Rows |\n| --- | --- | ---: |\n");
}

Test(md, every_row_has_as_many_cells_as_the_header)
{
  static const char *const pieces[] = { "|", "\\", "\n", "`", "<", " ", "a", "\xc3\xa9", "\xff", "*" };
  uint32_t seed = 9001;
  for (int round = 0; round < 1000; round++) {
    char texts[2][FIXTURE_TEXT];
    for (int i = 0; i < 2; i++)
      fixture_random(&seed, pieces, sizeof pieces / sizeof *pieces, texts[i]);
    const fixture_row rows[] = { { (ims_row_kind)(round % 3), { texts[0], texts[1] } } };
    const fixture f = { .columns = { { "a", "A", IMS_COLUMN_TEXT, false }, { "b", "B", IMS_COLUMN_TEXT, false } },
                        FIXTURE_ROWS(rows) };
    char *written = fixture_written(&imsi_format_md, &f, plain);
    int bars = 0, lines = 0;
    for (const char *at = written; *at; at++) {
      if (*at == '\\' && at[1])
        at++;
      else
        bars += *at == '|';
      lines += *at == '\n';
    }
    cr_assert_eq(lines, 3, "%s", written);
    cr_assert_eq(bars, 9, "%s", written);
    free(written);
  }
}

Test(md, a_sink_that_fails_is_reported)
{
  fixture_expect_failures_are_reported(&imsi_format_md);
}
