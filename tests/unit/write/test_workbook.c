/* Tables as workbooks, read back with the reader of sheets: "t" before a text, "n" before a number. */
#include "ims/workbook.h"
#include "unit/read/fixture_sheet.h"
#include "unit/write/fixture.h"
#include "write/pages_internal.h"

static const ims_write_options no_options = { 0 };

static const fixture_row rows[] = {
  { IMS_ROW_SECTION, { "ISO 9001:2015" } },
  { IMS_ROW_HEADING, { "4.1", "Context" } },
  { IMS_ROW_NORMAL, { "4.10", "what is asked", "gap", "12" } },
  { IMS_ROW_NORMAL, { "4.2", "two\nlines", "evidenced", "0.5" } },
};

static const fixture usual = {
  .columns = { { "ref", "Reference", IMS_COLUMN_ID, false },
               { "text", "In our words", IMS_COLUMN_TEXT, false },
               { "state", "State", IMS_COLUMN_ID, false },
               { "count", "Count", IMS_COLUMN_NUMBER, false } },
  .captions = { "a caption" },
  .notes = { "a note" },
  FIXTURE_ROWS(rows),
};

static ims_memory written(const ims_table *table, const ims_workbook_sheet *like)
{
  ims_memory bytes = { 0 };
  ims_workbook_sheet sheet = *like;
  sheet.table = table;
  cr_assert_eq(ims_workbook_write("about", &sheet, 1, &no_options, ims_sink_memory(&bytes)), IMS_OK);
  return bytes;
}

/* What is read of a workbook; free it. */
static char *read_back(const ims_memory *bytes)
{
  fixture_reading r = { .answer = IMS_OK };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ fixture_sheet_diag, &r });
  const imsi_sheet_handler handler = { fixture_sheet, fixture_sheet_row, &r };
  cr_expect_eq(imsi_sheet_memory("x.xlsx", bytes->data, bytes->size, NULL, &reporter, &handler), IMS_OK);
  imsi_reporter_free(&reporter);
  cr_assert_not_null(r.got.data);
  return r.got.data;
}

static char *read_format(const fixture *f)
{
  ims_memory bytes = { 0 };
  ims_table *table = fixture_table(f);
  cr_assert_eq(imsi_format_xlsx.write(table, &no_options, ims_sink_memory(&bytes)), IMS_OK);
  ims_table_free(table);
  char *text = read_back(&bytes);
  ims_memory_free(&bytes);
  return text;
}

static void expect_begins(const char *text, const char *expected)
{
  cr_expect_eq(strncmp(text, expected, strlen(expected)), 0, "expected\n%s\ngot\n%s", expected, text);
}

static void expect_has(const char *text, const char *part)
{
  cr_expect_not_null(strstr(text, part), "no '%s' in\n%s", part, text);
}

/* A table whose only cell is `text`, as it is read back. */
static char *read_cell(ims_column_kind kind, const char *text)
{
  const fixture_row row = { IMS_ROW_NORMAL, { text } };
  return read_format(&(fixture){ .columns = { { "key", "Key", kind, false } }, .rows = &row, .row_count = 1 });
}

Test(workbook, a_table_is_a_sheet_whose_ids_are_texts_and_whose_numbers_are_numbers)
{
  char *got = read_format(&usual);
  expect_begins(got, "imsmap test\n"
                     "1 | 1t Reference | 2t In our words | 3t State | 4t Count\n"
                     "2 | 1t ISO 9001:2015\n"
                     "3 | 1t 4.1 | 2t Context\n"
                     "4 | 1t 4.10 | 2t what is asked | 3t gap | 4n 12\n"
                     "5 | 1t 4.2 | 2t two\nlines | 3t evidenced | 4n 0.5\n"
                     "Read me\n");
  free(got);
}

Test(workbook, a_sheet_of_its_own_explains_columns_captions_and_notes)
{
  char *got = read_format(&usual);
  expect_has(got, "1t About | 2t a caption\n");
  expect_has(got, "1t Reference | 2t The demand: number of the clause and, behind #, its part.\n");
  expect_has(got, "1t To be kept in mind | 2t a note\n");
  free(got);
}

Test(workbook, a_column_without_any_text_is_left_out_and_named)
{
  static const fixture_row some[] = { { IMS_ROW_SECTION, { "part" } }, { IMS_ROW_NORMAL, { "1", NULL, "" } } };
  char *got = read_format(&(fixture){ .columns = { { "ref", "Reference", IMS_COLUMN_ID, false },
                                                   { "text", "In our words", IMS_COLUMN_TEXT, false },
                                                   { "state", "State", IMS_COLUMN_ID, false } },
                                      FIXTURE_ROWS(some) });
  expect_begins(got, "imsmap test\n1 | 1t Reference\n2 | 1t part\n3 | 1t 1\nRead me\n");
  expect_has(got, "1t Left out, for all is empty | 2t In our words, State\n");
  free(got);
}

Test(workbook, a_table_without_rows_keeps_its_columns)
{
  char *got = read_format(&(fixture){ .columns = { { "ref", "Reference", IMS_COLUMN_ID, false } } });
  expect_begins(got, "imsmap test\n1 | 1t Reference\nRead me\n");
  free(got);
}

Test(workbook, columns_to_be_filled_in_stay_and_details_do_not)
{
  static const fixture_row one[] = { { IMS_ROW_NORMAL, { "1", NULL, "detail" } } };
  char *got = read_format(&(fixture){ .columns = { { "ref", "Reference", IMS_COLUMN_ID, false },
                                                   { "accept", "Accept", IMS_COLUMN_FILL, false },
                                                   { "place", "Place", IMS_COLUMN_ID, true } },
                                      FIXTURE_ROWS(one) });
  expect_begins(got, "imsmap test\n1 | 1t Reference | 2t Accept\n2 | 1t 1\nRead me\n");
  free(got);
}

Test(workbook, what_looks_like_a_formula_or_a_mark_is_a_text)
{
  static const char *const texts[] = { "=1+1",
                                       "=cmd|' /C calc'!A0",
                                       "+1",
                                       "-1",
                                       "@SUM(A1)",
                                       "<script>x</script>",
                                       "_x0041_",
                                       "{=1}",
                                       "4.10",
                                       "1e5",
                                       "&amp;",
                                       "]]>",
                                       "https://example.org/",
                                       "mailto:a@b",
                                       "internal:A1",
                                       "=",
                                       "<=" };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    char expected[128];
    snprintf(expected, sizeof expected, "imsmap test\n1 | 1t Key\n2 | 1t %s\n", texts[i]);
    char *got = read_cell(IMS_COLUMN_TEXT, texts[i]);
    expect_begins(got, expected);
    free(got);
  }
}

Test(workbook, a_number_that_a_spreadsheet_would_change_is_a_text)
{
  static const char *const texts[] = { "1234567890123456", "01", "1e5", "12x", "=1", "+1" };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    char expected[64];
    snprintf(expected, sizeof expected, "imsmap test\n1 | 1t Key\n2 | 1t %s\n", texts[i]);
    char *got = read_cell(IMS_COLUMN_NUMBER, texts[i]);
    expect_begins(got, expected);
    free(got);
  }
}

Test(workbook, control_characters_and_ill_formed_bytes_are_shown)
{
  char *got = read_cell(IMS_COLUMN_TEXT, "a\x01"
                                         "b\x1b[2Jc\xff\r\nd\t\xef\xbf\xbf\xe2\x80\xae"
                                         "e");
  expect_begins(got, "imsmap test\n1 | 1t Key\n2 | 1t a\\x01b\\x1B[2Jc\\xFF\nd \\uFFFF\\u202Ee\n");
  free(got);
}

Test(workbook, a_text_that_no_cell_can_hold_is_cut_and_says_so)
{
  enum { LONG = 40000 };
  char *text = calloc(1, LONG + 1);
  cr_assert_not_null(text);
  memset(text, 'x', LONG);
  char *got = read_cell(IMS_COLUMN_TEXT, text);
  expect_has(got, "xxx [cut here: a cell holds no more]\n");
  expect_has(got, "1t Cut | 2t 1 texts are longer than a cell can be");
  free(text);
  free(got);
}

Test(workbook, what_looks_like_a_code_is_cut_in_time)
{
  enum { COUNT = 6000 };
  static char text[7 * COUNT + 1];
  for (size_t i = 0; i < COUNT; i++)
    memcpy(text + 7 * i, "_x0041_", 7);
  char *got = read_cell(IMS_COLUMN_TEXT, text);
  expect_has(got, "[cut here");
  free(got);
}

Test(workbook, a_character_beyond_the_first_plane_counts_twice)
{
  enum { COUNT = 16384, SIZE = 4 };
  char *text = calloc(1, COUNT * SIZE + 1);
  cr_assert_not_null(text);
  for (size_t i = 0; i < COUNT; i++)
    memcpy(text + i * SIZE, "\xf0\x9f\x93\x8b", SIZE);
  char *got = read_cell(IMS_COLUMN_TEXT, text);
  expect_has(got, "[cut here");
  text[(COUNT - 1) * SIZE] = '\0';
  char *whole = read_cell(IMS_COLUMN_TEXT, text);
  cr_expect_null(strstr(whole, "[cut here"));
  free(text);
  free(got);
  free(whole);
}

Test(workbook, the_same_tables_give_the_same_bytes)
{
  ims_table *table = fixture_table(&usual);
  const ims_workbook_sheet like = { .name = "x", .summary = "" };
  ims_memory a = written(table, &like), b = written(table, &like);
  cr_assert_eq(a.size, b.size);
  cr_expect_eq(memcmp(a.data, b.data, a.size), 0);
  ims_memory_free(&a);
  ims_memory_free(&b);
  ims_table_free(table);
}

Test(workbook, a_sink_that_fails_is_told)
{
  ims_table *table = fixture_table(&usual);
  fixture_broken_sink sink = { 0 };
  cr_expect_eq(imsi_format_xlsx.write(table, &no_options, (ims_sink){ fixture_break, &sink }), IMS_IO);
  ims_table_free(table);
}

Test(workbook, more_rows_than_a_sheet_has_are_a_limit)
{
  static const ims_column column = { "ref", "Reference", IMS_COLUMN_ID, false };
  imsi_table *builder = imsi_table_new("test", &column, 1);
  for (size_t i = 0; i < IMSI_BOOK_ROWS; i++)
    imsi_table_row(builder, IMS_ROW_NORMAL);
  ims_table *table = NULL;
  ims_memory bytes = { 0 };
  cr_assert_eq(imsi_table_end(builder, &table), IMS_OK);
  cr_expect_eq(imsi_format_xlsx.write(table, &no_options, ims_sink_memory(&bytes)), IMS_LIMIT);
  cr_expect_eq(bytes.size, 0);
  ims_memory_free(&bytes);
  ims_table_free(table);
}

Test(workbook, names_are_made_fit_and_told_apart)
{
  static const char *const names[] = {
    "a/b[c]:d*e?f\\g", "0123456789 0123456789 0123456789", "", "Same", "same", "same", "it's", "\x01"
  };
  enum { COUNT = sizeof names / sizeof *names };
  ims_table *table = fixture_table(&usual);
  ims_workbook_sheet sheets[COUNT];
  for (size_t i = 0; i < COUNT; i++)
    sheets[i] = (ims_workbook_sheet){ .name = names[i], .table = table, .summary = "" };
  ims_memory bytes = { 0 };
  cr_assert_eq(ims_workbook_write("about", sheets, COUNT, &no_options, ims_sink_memory(&bytes)), IMS_OK);
  char *got = read_back(&bytes);
  expect_begins(got, "Read me\n");
  expect_has(got, "\nimsmap a-b-c--d-e-f-g\n");
  expect_has(got, "\nimsmap 0123456789 0123456789 01\n");
  expect_has(got, "\nimsmap \n");
  expect_has(got, "\nimsmap Same\n");
  expect_has(got, "\nimsmap same 2\n");
  expect_has(got, "\nimsmap same 3\n");
  expect_has(got, "\nimsmap it-s\n");
  free(got);
  ims_memory_free(&bytes);
  ims_table_free(table);
}

/* ---- several sheets ---- */

static const fixture_row clause_rows[] = { { IMS_ROW_NORMAL, { "4.1", "Context", "r.xlsx:Docs!A7" } },
                                           { IMS_ROW_NORMAL, { "4.2", "Parties", "r.xlsx:Docs!A8" } },
                                           { IMS_ROW_NORMAL, { "4.2", "Parties again", NULL } } };

static const fixture clauses = { .columns = { { "clause", "Clause", IMS_COLUMN_ID, false },
                                              { "title", "Title", IMS_COLUMN_TEXT, false },
                                              { "place", "Place", IMS_COLUMN_ID, false } },
                                 FIXTURE_ROWS(clause_rows) };

static const fixture_row demand_rows[] = {
  { IMS_ROW_NORMAL, { "9001:2015", "4.1#1", "Docs!F7", "9001:2015/4.1" } },
  { IMS_ROW_NORMAL, { "27001:2022", "4.1#1", "Docs!F9", "9001:2015/4.1#3 and more" } },
  { IMS_ROW_NORMAL, { "9001:2015", "4.2#1", "Docs!F8\nDocs!F7", "4.9" } },
};

static const fixture demands = { .columns = { { "edition", "Edition", IMS_COLUMN_ID, false },
                                              { "ref", "Reference", IMS_COLUMN_ID, false },
                                              { "place", "Place", IMS_COLUMN_ID, false },
                                              { "against", "Behind it", IMS_COLUMN_ID, false } },
                                 FIXTURE_ROWS(demand_rows) };

/* The two planned as a workbook is; `f` is asked about. */
typedef struct planned {
  imsi_pages pages;
  imsi_pages_sheet list[2];
  ims_workbook_sheet sheets[2];
  ims_table *tables[2];
} planned;

static void plan(planned *p)
{
  p->tables[0] = fixture_table(&clauses);
  p->tables[1] = fixture_table(&demands);
  p->sheets[0] = (ims_workbook_sheet){
    .name = "from", .table = p->tables[0], .summary = "", .prefix = "9001:2015/", .found = true
  };
  p->sheets[1] = (ims_workbook_sheet){ .name = "gap", .table = p->tables[1], .summary = "" };
  p->pages = (imsi_pages){ .options = &no_options, .list = p->list, .count = 2, .anchors = IMSI_VEC(imsi_anchor) };
  for (size_t i = 0; i < 2; i++)
    p->list[i] = (imsi_pages_sheet){ .given = &p->sheets[i] };
  cr_assert_eq(imsi_pages_name(&p->pages), IMS_OK);
  for (size_t i = 0; i < 2; i++)
    cr_assert_eq(imsi_page_plan(&p->pages, &p->list[i]), IMS_OK);
  cr_assert_eq(imsi_pages_anchor(&p->pages), IMS_OK);
}

static void drop(planned *p)
{
  ims_table_free(p->tables[0]);
  ims_table_free(p->tables[1]);
  imsi_vec_free(&p->pages.anchors);
  imsi_arena_free(&p->pages.arena);
}

Test(workbook, references_and_places_lead_to_the_row_that_they_mean)
{
  static const uint32_t expected[3][4] = {
    { 0, 1, 1, 1 }, /* 4.1 is in row 1, Docs!F7 in that of Docs!A7 */
    { 0, 0, 0, 1 }, /* another edition, a place that is nowhere */
    { 0, 0, 2, 0 }, /* 4.2 stands in two rows */
  };
  planned p;
  plan(&p);
  for (size_t row = 0; row < 3; row++)
    for (size_t i = 0; i < 4; i++) {
      ims_status status = IMS_OK;
      const imsi_anchor *target = imsi_pages_target(&p.pages, 1, row, &p.list[1].columns[i], &status);
      cr_expect_eq(target ? target->row : 0, expected[row][i], "row %zu, column %zu", row, i);
      cr_expect_eq(status, IMS_OK);
    }
  drop(&p);
}

Test(workbook, whole_references_have_their_edition_and_fills_stand_behind)
{
  static const ims_workbook_fill fills[] = { { .title = "Owner", .note = "who" },
                                             { .title = "Due", .note = "when", .day = true },
                                             { .title = "Grade", .note = "what", .value = "observation" } };
  ims_table *table = fixture_table(&demands);
  const ims_workbook_sheet like = { .name = "gap", .summary = "", .whole = true, .fills = fills, .fill_count = 3 };
  ims_memory bytes = written(table, &like);
  char *got = read_back(&bytes);
  expect_begins(got, "imsmap gap\n"
                     "1 | 1t Clause | 2t Place | 3t Behind it | 4t Owner | 5t Due | 6t Grade\n"
                     "2 | 1t 9001:2015/4.1#1 | 2t Docs!F7 | 3t 9001:2015/4.1 | 6t observation\n");
  free(got);
  ims_memory_free(&bytes);
  ims_table_free(table);
}

/* ---- words ---- */

Test(workbook, only_words_that_tell_a_state_have_a_colour)
{
  static const struct {
    const char *key, *text;
    imsi_book_style style;
  } cases[] = {
    { "state", "evidenced", IMSI_BOOK_GOOD },
    { "state", "gap", IMSI_BOOK_GAP },
    { "state", "run", IMSI_BOOK_RUN },
    { "severity", "error", IMSI_BOOK_BAD },
    { "state", "partial", IMSI_BOOK_WORK },
    { "state", "unexamined", IMSI_BOOK_OPEN },
    { "title", "gap", IMSI_BOOK_FRAMED },
    { "state", "gaps", IMSI_BOOK_FRAMED },
    { "state", "", IMSI_BOOK_FRAMED },
    { "decision", "included\nplanned", IMSI_BOOK_WORK },
    { "decision", "included\nimplemented", IMSI_BOOK_GOOD },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(imsi_shade_of(cases[i].key, cases[i].text), cases[i].style, "%s: %s", cases[i].key, cases[i].text);
}

Test(workbook, columns_are_explained_by_report_by_key_and_by_edition)
{
  cr_expect_str_eq(imsi_column_note("gap", "effort"), "The order of effort, from 0: nothing to do.");
  cr_expect_str_eq(imsi_column_note("other", "owner"), "Who answers for it.");
  cr_expect_str_eq(imsi_column_note("correlate", "9001:2015 common"),
                   "What both the clause of the row and this counterpart ask.");
  cr_expect_null(imsi_column_note("other", "effort"));
  cr_expect_null(imsi_column_note("correlate", "9001:2015 nonsense"));
  cr_expect_null(imsi_column_note("correlate", "nonsense"));
}
