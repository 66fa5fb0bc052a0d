#include "unit/write/fixture.h"

#include "base/utf8.h"

#define COLUMNS                                                                                                        \
  .columns = { { "clause", "Clause", IMS_COLUMN_ID, false },                                                           \
               { "why", "Why", IMS_COLUMN_TEXT, true },                                                                \
               { "rows", "Rows", IMS_COLUMN_NUMBER, false } }

/* Expects the value that one cell becomes. */
#define EXPECT_VALUE(kind, text, expected)                                                                             \
  do {                                                                                                                 \
    char *const cell_ = fixture_cell(&imsi_format_json, (kind), (text));                                               \
    cr_expect(strstr(cell_, "\n    {\"key\": " expected "}\n"), "%s", cell_);                                          \
    free(cell_);                                                                                                       \
  } while (0)

Test(json, each_row_is_a_line_with_all_columns)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "8.4", "because", "3" } },
                                      { IMS_ROW_NORMAL, { "9", NULL, NULL } } };
  EXPECT_WRITTEN(imsi_format_json,
                 (&(fixture){ COLUMNS, .captions = { "one", "two" }, .notes = { "note" }, FIXTURE_ROWS(rows) }), plain,
                 "{\n"
                 "  \"imsmap\": {\"document\": \"table\", \"format\": 1},\n"
                 "  \"report\": \"test\",\n"
                 "  \"caption\": [\n"
                 "    \"one\",\n"
                 "    \"two\"\n"
                 "  ],\n"
                 "  \"columns\": [\n"
                 "    {\"key\": \"clause\", \"title\": \"Clause\"},\n"
                 "    {\"key\": \"why\", \"title\": \"Why\"},\n"
                 "    {\"key\": \"rows\", \"title\": \"Rows\"}\n"
                 "  ],\n"
                 "  \"rows\": [\n"
                 "    {\"clause\": \"8.4\", \"why\": \"because\", \"rows\": 3},\n"
                 "    {\"clause\": \"9\", \"why\": null, \"rows\": null}\n"
                 "  ],\n"
                 "  \"notes\": [\n"
                 "    \"note\"\n"
                 "  ]\n"
                 "}\n");
}

Test(json, a_table_of_nothing_has_all_members)
{
  EXPECT_WRITTEN(imsi_format_json, &(fixture){ .row_count = 0 }, plain,
                 "{\n"
                 "  \"imsmap\": {\"document\": \"table\", \"format\": 1},\n"
                 "  \"report\": \"test\",\n"
                 "  \"caption\": [],\n"
                 "  \"columns\": [],\n"
                 "  \"rows\": [],\n"
                 "  \"notes\": []\n"
                 "}\n");
}

Test(json, rows_without_columns_are_empty_objects)
{
  static const fixture_row rows[] = { { .kind = IMS_ROW_NORMAL }, { .kind = IMS_ROW_SECTION } };
  char *written = fixture_written(&imsi_format_json, &(fixture){ FIXTURE_ROWS(rows) }, plain);
  cr_expect(strstr(written, "\"rows\": [\n    {}\n  ]"), "%s", written);
  free(written);
}

Test(json, a_heading_says_so_and_a_section_is_left_out)
{
  static const fixture_row rows[] = { { IMS_ROW_SECTION, { "Planning" } }, { IMS_ROW_HEADING, { "6", NULL, NULL } } };
  char *written = fixture_written(&imsi_format_json, &(fixture){ COLUMNS, FIXTURE_ROWS(rows) }, plain);
  cr_expect(
      strstr(written, "\"rows\": [\n    {\"_row\": \"heading\", \"clause\": \"6\", \"why\": null, \"rows\": null}\n"),
      "%s", written);
  cr_expect_null(strstr(written, "Planning"));
  free(written);
}

Test(json, strings_are_escaped)
{
  EXPECT_VALUE(IMS_COLUMN_TEXT, "\"quoted\" \\ , | < >", "\"\\\"quoted\\\" \\\\ , | < >\"");
  EXPECT_VALUE(IMS_COLUMN_TEXT, "two\nlines\tand\x1b", "\"two\\nlines\\tand\\u001B\"");
  EXPECT_VALUE(IMS_COLUMN_TEXT, "", "\"\"");
}

Test(json, characters_beyond_ascii_stay_readable)
{
  EXPECT_VALUE(IMS_COLUMN_TEXT, "d\xc3\xa9j\xc3\xa0 e\xcc\x81 \xe6\x97\xa5",
               "\"d\xc3\xa9j\xc3\xa0 e\xcc\x81 \xe6\x97\xa5\"");
}

Test(json, ill_formed_bytes_are_replaced)
{
  EXPECT_VALUE(IMS_COLUMN_TEXT,
               "a\xff"
               "b",
               "\"a\xef\xbf\xbd"
               "b\"");
  EXPECT_VALUE(IMS_COLUMN_TEXT, "\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
}

Test(json, the_output_is_well_formed_utf8_wherever_the_bytes_are)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "\xff", "\xc3", "\x80" } } };
  const fixture f = { .columns = { { "k\xff", "t\xff", IMS_COLUMN_ID, false }, { "b", "B", IMS_COLUMN_NUMBER, false } },
                      .captions = { "c\xff" },
                      .notes = { "n\xff" },
                      FIXTURE_ROWS(rows) };
  char *written = fixture_written(&imsi_format_json, &f, plain);
  cr_expect(imsi_utf8_valid(written, strlen(written)));
  free(written);
}

Test(json, numbers_are_numbers_only_in_number_columns)
{
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "12", "12");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "-4", "-4");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "0", "0");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "999999999999999999", "999999999999999999");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "1.5", "1.5");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "-0.85", "-0.85");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "0.1", "0.1");
  EXPECT_VALUE(IMS_COLUMN_ID, "1.5", "\"1.5\"");
  EXPECT_VALUE(IMS_COLUMN_ID, "12", "\"12\"");
  EXPECT_VALUE(IMS_COLUMN_TEXT, "12", "\"12\"");
}

Test(json, what_is_no_plain_number_stays_a_string)
{
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "1.5e30", "\"1.5e30\"");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "1.", "\"1.\"");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "007", "\"007\"");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "", "\"\"");
  EXPECT_VALUE(IMS_COLUMN_NUMBER, "99999999999999999999", "\"99999999999999999999\"");
}

Test(json, unknown_is_null_in_any_column)
{
  EXPECT_VALUE(IMS_COLUMN_NUMBER, NULL, "null");
  EXPECT_VALUE(IMS_COLUMN_ID, NULL, "null");
  EXPECT_VALUE(IMS_COLUMN_TEXT, NULL, "null");
}

Test(json, a_sink_that_fails_is_reported)
{
  fixture_expect_failures_are_reported(&imsi_format_json);
}
