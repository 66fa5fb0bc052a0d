#include "unit/write/fixture.h"

#define COLUMNS                                                                                                        \
  .columns = { { "clause", "Clause", IMS_COLUMN_ID, false },                                                           \
               { "why", "Why", IMS_COLUMN_TEXT, true },                                                                \
               { "rows", "Rows", IMS_COLUMN_NUMBER, false } }

Test(tsv, a_header_of_keys_and_a_line_for_each_row)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "8.4", "because", "3" } },
                                      { IMS_ROW_HEADING, { "9", NULL, "" } } };
  EXPECT_WRITTEN(imsi_format_tsv, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), plain, "clause\trows\n8.4\t3\n9\t\n");
  EXPECT_WRITTEN(imsi_format_tsv, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), detailed,
                 "clause\twhy\trows\n8.4\tbecause\t3\n9\t\t\n");
}

Test(tsv, captions_notes_and_sections_are_left_out)
{
  static const fixture_row rows[] = { { IMS_ROW_SECTION, { "Planning" } }, { IMS_ROW_NORMAL, { "6.1", NULL, "1" } } };
  EXPECT_WRITTEN(imsi_format_tsv,
                 (&(fixture){ COLUMNS, .captions = { "caption" }, .notes = { "note" }, FIXTURE_ROWS(rows) }), plain,
                 "clause\trows\n6.1\t1\n");
}

Test(tsv, what_would_break_a_line_or_a_cell_is_escaped)
{
  char *written = fixture_cell(&imsi_format_tsv, IMS_COLUMN_TEXT, "a\tb\nc\rd\\e\\n");
  cr_expect_str_eq(written, "key\na\\tb\\nc\\rd\\\\e\\\\n\n");
  free(written);
}

Test(tsv, nothing_else_is_quoted_or_guarded)
{
  char *written = fixture_cell(&imsi_format_tsv, IMS_COLUMN_TEXT, "=\"a\", 'b' | <c> \xc3\xa9 \xe6\x97\xa5");
  cr_expect_str_eq(written, "key\n=\"a\", 'b' | <c> \xc3\xa9 \xe6\x97\xa5\n");
  free(written);
}

Test(tsv, an_empty_table_is_its_header)
{
  EXPECT_WRITTEN(imsi_format_tsv, (&(fixture){ COLUMNS }), plain, "clause\trows\n");
}

Test(tsv, a_table_without_columns_is_nothing)
{
  static const fixture_row rows[] = { { .kind = IMS_ROW_NORMAL }, { .kind = IMS_ROW_SECTION } };
  EXPECT_WRITTEN(imsi_format_tsv, (&(fixture){ FIXTURE_ROWS(rows) }), plain, "");
}

/* Undoes the escapes of the cell that ends at tab or newline. */
static const char *parse_cell(const char *at, char cell[FIXTURE_TEXT])
{
  size_t size = 0;
  for (; !strchr("\t\n", *at); at++) {
    cr_assert(size < FIXTURE_TEXT - 1);
    cell[size++] = *at;
    if (*at == '\\') {
      at++;
      cr_assert(*at && strchr("tnr\\", *at));
      cell[size - 1] = *at == 't' ? '\t' : *at == 'n' ? '\n' : *at == 'r' ? '\r' : '\\';
    }
  }
  cell[size] = '\0';
  return at;
}

Test(tsv, round_trips)
{
  static const char *const pieces[] = { "\t", "\n", "\r", "\\", "n", "t", "\"", "'", "=", " ", "\xc3\xa9", "\xff" };
  uint32_t seed = 27001;
  for (int round = 0; round < 2000; round++) {
    char texts[2][FIXTURE_TEXT], parsed[FIXTURE_TEXT];
    for (int i = 0; i < 2; i++)
      fixture_random(&seed, pieces, sizeof pieces / sizeof *pieces, texts[i]);
    const fixture_row rows[] = { { IMS_ROW_NORMAL, { texts[0], texts[1] } } };
    const fixture f = { .columns = { { "a", "A", IMS_COLUMN_TEXT, false }, { "b", "B", IMS_COLUMN_TEXT, false } },
                        FIXTURE_ROWS(rows) };
    char *written = fixture_written(&imsi_format_tsv, &f, plain);
    const char *at = written + 4;
    for (int i = 0; i < 2; i++) {
      at = parse_cell(at, parsed);
      cr_assert_eq(*at++, i ? '\n' : '\t', "round %d: %s", round, written);
      cr_assert_str_eq(parsed, texts[i], "round %d: %s", round, written);
    }
    cr_assert_eq(*at, '\0');
    free(written);
  }
}

Test(tsv, a_sink_that_fails_is_reported)
{
  fixture_expect_failures_are_reported(&imsi_format_tsv);
}
