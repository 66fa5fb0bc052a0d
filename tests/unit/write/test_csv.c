#include "unit/write/fixture.h"

#define COLUMNS                                                                                                        \
  .columns = { { "clause", "Clause", IMS_COLUMN_ID, false },                                                           \
               { "why", "Why", IMS_COLUMN_TEXT, true },                                                                \
               { "rows", "Rows", IMS_COLUMN_NUMBER, false } }

/* Expects what one cell becomes, in a table of its own. */
#define EXPECT_CELL(kind, text, expected)                                                                              \
  do {                                                                                                                 \
    char *const cell_ = fixture_cell(&imsi_format_csv, (kind), (text));                                                \
    cr_expect_str_eq(cell_, "key\n" expected "\n");                                                                    \
    free(cell_);                                                                                                       \
  } while (0)

Test(csv, a_header_of_keys_and_a_line_for_each_row)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "8.4", "because", "3" } },
                                      { IMS_ROW_HEADING, { "9", NULL, "" } } };
  EXPECT_WRITTEN(imsi_format_csv, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), plain, "clause,rows\n8.4,3\n9,\n");
}

Test(csv, details_are_shown_where_asked_for)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "8.4", "because", "3" } } };
  EXPECT_WRITTEN(imsi_format_csv, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), detailed,
                 "clause,why,rows\n8.4,because,3\n");
}

Test(csv, captions_notes_and_sections_are_left_out)
{
  static const fixture_row rows[] = { { IMS_ROW_SECTION, { "Planning" } }, { IMS_ROW_NORMAL, { "6.1", NULL, "1" } } };
  EXPECT_WRITTEN(imsi_format_csv,
                 (&(fixture){ COLUMNS, .captions = { "caption" }, .notes = { "note" }, FIXTURE_ROWS(rows) }), plain,
                 "clause,rows\n6.1,1\n");
}

Test(csv, only_cells_that_need_it_are_quoted)
{
  EXPECT_CELL(IMS_COLUMN_TEXT, "plain text", "plain text");
  EXPECT_CELL(IMS_COLUMN_TEXT, "a,b", "\"a,b\"");
  EXPECT_CELL(IMS_COLUMN_TEXT, "a\nb", "\"a\nb\"");
  EXPECT_CELL(IMS_COLUMN_TEXT, "a\rb", "\"a\rb\"");
  EXPECT_CELL(IMS_COLUMN_TEXT, "\"", "\"\"\"\"");
  EXPECT_CELL(IMS_COLUMN_TEXT, "say \"no\"", "\"say \"\"no\"\"\"");
  EXPECT_CELL(IMS_COLUMN_TEXT, "a|b\\c<d>;\t'", "a|b\\c<d>;\t'");
  EXPECT_CELL(IMS_COLUMN_TEXT, "d\xc3\xa9j\xc3\xa0 \xe6\x97\xa5", "d\xc3\xa9j\xc3\xa0 \xe6\x97\xa5");
}

Test(csv, formulas_are_guarded)
{
  EXPECT_CELL(IMS_COLUMN_TEXT, "=1+1", "'=1+1");
  EXPECT_CELL(IMS_COLUMN_TEXT, "+1", "'+1");
  EXPECT_CELL(IMS_COLUMN_TEXT, "-1", "'-1");
  EXPECT_CELL(IMS_COLUMN_TEXT, "@SUM(A1)", "'@SUM(A1)");
  EXPECT_CELL(IMS_COLUMN_TEXT, "\t=1", "'\t=1");
  EXPECT_CELL(IMS_COLUMN_TEXT, "\r=1", "\"'\r=1\"");
  EXPECT_CELL(IMS_COLUMN_TEXT, "=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
  EXPECT_CELL(IMS_COLUMN_ID, "= 8.4", "'= 8.4");
  EXPECT_CELL(IMS_COLUMN_ID, "--", "'--");
  EXPECT_CELL(IMS_COLUMN_ID, "=<", "'=<");
}

Test(csv, symbols_that_stand_alone_are_not_guarded)
{
  EXPECT_CELL(IMS_COLUMN_TEXT, "=", "=");
  EXPECT_CELL(IMS_COLUMN_TEXT, "<", "<");
  EXPECT_CELL(IMS_COLUMN_TEXT, ">", ">");
  EXPECT_CELL(IMS_COLUMN_TEXT, "-", "-");
  EXPECT_CELL(IMS_COLUMN_TEXT, "x", "x");
  EXPECT_CELL(IMS_COLUMN_TEXT, "0", "0");
  EXPECT_CELL(IMS_COLUMN_TEXT, "<=", "<=");
  EXPECT_CELL(IMS_COLUMN_TEXT, ">=", ">=");
  EXPECT_CELL(IMS_COLUMN_TEXT, "~", "~");
  EXPECT_CELL(IMS_COLUMN_TEXT, "?", "?");
}

Test(csv, negative_numbers_are_guarded_only_outside_number_columns)
{
  EXPECT_CELL(IMS_COLUMN_NUMBER, "-12", "-12");
  EXPECT_CELL(IMS_COLUMN_NUMBER, "-1+cmd", "'-1+cmd");
  EXPECT_CELL(IMS_COLUMN_ID, "-12", "'-12");
}

Test(csv, a_lone_empty_cell_is_no_empty_line)
{
  EXPECT_CELL(IMS_COLUMN_TEXT, NULL, "\"\"");
  EXPECT_CELL(IMS_COLUMN_TEXT, "", "\"\"");
}

Test(csv, an_empty_table_is_its_header)
{
  EXPECT_WRITTEN(imsi_format_csv, (&(fixture){ COLUMNS }), plain, "clause,rows\n");
}

Test(csv, a_table_without_columns_is_nothing)
{
  static const fixture_row rows[] = { { .kind = IMS_ROW_NORMAL }, { .kind = IMS_ROW_SECTION } };
  EXPECT_WRITTEN(imsi_format_csv, (&(fixture){ FIXTURE_ROWS(rows) }), plain, "");
  EXPECT_WRITTEN(imsi_format_csv,
                 (&(fixture){ .columns = { { "why", "Why", IMS_COLUMN_TEXT, true } }, FIXTURE_ROWS(rows) }), plain, "");
}

/* Reads one cell of RFC 4180 and returns what stands behind it. */
static const char *parse_cell(const char *at, char cell[FIXTURE_TEXT])
{
  size_t size = 0;
  const bool quoted = *at == '"';
  for (at += quoted; quoted || !strchr(",\n", *at); at++) {
    if (quoted && *at == '"' && *++at != '"')
      break;
    cr_assert(*at && size < FIXTURE_TEXT - 1, "the cell has no end");
    cell[size++] = *at;
  }
  cell[size] = '\0';
  return at;
}

Test(csv, round_trips)
{
  static const char *const pieces[] = { "\"", ",", "\n", "\r",  "=",        "-",    "+", "@",  "\t",
                                        "'",  " ", "a",  "8.4", "\xc3\xa9", "\xff", "|", "\\", "<" };
  uint32_t seed = 20000;
  for (int round = 0; round < 2000; round++) {
    char texts[2][FIXTURE_TEXT], parsed[FIXTURE_TEXT];
    for (int i = 0; i < 2; i++)
      fixture_random(&seed, pieces, sizeof pieces / sizeof *pieces, texts[i]);
    const fixture_row rows[] = { { IMS_ROW_NORMAL, { texts[0], texts[1] } } };
    const fixture f = { .columns = { { "a", "A", IMS_COLUMN_TEXT, false }, { "b", "B", IMS_COLUMN_TEXT, false } },
                        FIXTURE_ROWS(rows) };
    char *written = fixture_written(&imsi_format_csv, &f, plain);
    cr_assert_eq(strncmp(written, "a,b\n", 4), 0);
    const char *at = written + 4;
    for (int i = 0; i < 2; i++) {
      const bool guarded = *texts[i] && strchr("=+-@\t\r", *texts[i]) && strcmp(texts[i], "=") && strcmp(texts[i], "-");
      at = parse_cell(at, parsed);
      cr_assert_eq(*at++, i ? '\n' : ',', "round %d: %s", round, written);
      cr_assert_eq(guarded, *parsed == '\'' && *texts[i] != '\'', "round %d: %s", round, written);
      cr_assert_str_eq(parsed + guarded, texts[i], "round %d: %s", round, written);
    }
    cr_assert_eq(*at, '\0');
    free(written);
  }
}

Test(csv, a_sink_that_fails_is_reported)
{
  fixture_expect_failures_are_reported(&imsi_format_csv);
}
