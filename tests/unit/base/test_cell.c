#include "base/cell.h"

#include <criterion/criterion.h>
#include <string.h>

static void expect_name(ims_pos pos, const char *name)
{
  imsi_strbuf text = { 0 };
  imsi_cell_name(pos, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), name);
  imsi_strbuf_free(&text);
}

Test(cell, columns_are_letters_and_rows_are_numbers)
{
  static const struct {
    uint32_t column;
    const char *name;
  } cases[] = { { 1, "A1" }, { 26, "Z1" }, { 27, "AA1" }, { 702, "ZZ1" }, { 703, "AAA1" }, { 16384, "XFD1" } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_name((ims_pos){ "x", 1, cases[i].column, NULL }, cases[i].name);
  expect_name((ims_pos){ "x", UINT32_MAX, UINT32_MAX, NULL }, "MWLQKWU4294967295");
}

Test(cell, a_row_a_column_and_a_whole_sheet_have_names)
{
  expect_name((ims_pos){ "x", 7, 2, "Plan" }, "Plan!B7");
  expect_name((ims_pos){ "x", 7, 0, "Plan" }, "Plan!7:7");
  expect_name((ims_pos){ "x", 0, 2, "Plan" }, "Plan!B:B");
  expect_name((ims_pos){ "x", 0, 0, "Plan" }, "Plan");
  expect_name((ims_pos){ "x", 0, 0, NULL }, "");
}

Test(cell, names_of_sheets_are_quoted_where_spreadsheets_do_so)
{
  static const char *const plain[] = { "Plan", "plan_2.b", "Ma\xC3\x9Fnahmen", "\xE5\xB7\xA5\xE4\xBD\x9C",
                                       "RC_",  "ABCD1" };
  static const char *const quoted[] = { "My plan",    "a-b",  "2026",         ".a",        "A1",
                                        "xfd1048576", "R1C1", "rc",           "R",         "c12",
                                        "a!b",        "a:b",  "\xE2\x80\x93", "\xC2\xA0x", "\xF0\x9F\x98\x80",
                                        "a\xFF",      "" };
  char name[64];
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
    snprintf(name, sizeof name, "%s!B7", plain[i]);
    expect_name((ims_pos){ "x", 7, 2, plain[i] }, name);
  }
  for (size_t i = 0; i < sizeof quoted / sizeof *quoted; i++) {
    snprintf(name, sizeof name, "'%s'!B7", quoted[i]);
    expect_name((ims_pos){ "x", 7, 2, quoted[i] }, name);
  }
  expect_name((ims_pos){ "x", 7, 2, "Ann's and Bob's" }, "'Ann''s and Bob''s'!B7");
}

Test(cell, a_name_is_read_as_far_as_it_goes)
{
  static const struct {
    const char *text;
    size_t used;
    uint32_t column, row;
  } cases[] = {
    { "A1", 2, 1, 1 },          { "B7", 2, 2, 7 },  { "xfd1048576", 10, 16384, 1048576 },
    { "AA12:AB13", 4, 27, 12 }, { "A01", 3, 1, 1 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t column = 0, row = 0;
    cr_expect_eq(imsi_cell_parse(cases[i].text, strlen(cases[i].text), &column, &row), cases[i].used);
    cr_expect_eq(column, cases[i].column);
    cr_expect_eq(row, cases[i].row);
  }
}

Test(cell, what_is_no_cell_is_refused)
{
  static const char *const cases[] = { "",
                                       "A",
                                       "1",
                                       "A0",
                                       "1A",
                                       "$A$1",
                                       "A ",
                                       "-1",
                                       "XFE1",
                                       "A1048577",
                                       "A4294967297",
                                       "AAAAAAAAAAAAAAAAA1",
                                       "@1",
                                       "[1",
                                       "\xC3\x84"
                                       "1" };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t column = 77, row = 88;
    cr_expect_eq(imsi_cell_parse(cases[i], strlen(cases[i]), &column, &row), 0, "'%s'", cases[i]);
    cr_expect(column == 77 && row == 88, "'%s'", cases[i]);
  }
  uint32_t column, row;
  cr_expect_eq(imsi_cell_parse("A12", 1, &column, &row), 0, "the digits are beyond the end");
}

static void expect_place(ims_pos pos, const char *expected)
{
  ims_memory text = { 0 };
  cr_expect_eq(ims_pos_write(pos, ims_sink_memory(&text)), IMS_OK);
  cr_expect_str_eq(text.data ? text.data : "", expected);
  ims_memory_free(&text);
}

Test(cell, a_place_is_written_as_far_as_it_is_known)
{
  expect_place((ims_pos){ "a.xml", 3, 7, NULL }, "a.xml:3:7");
  expect_place((ims_pos){ "a.xml", 3, 0, NULL }, "a.xml:3");
  expect_place((ims_pos){ "a.xml", 0, 7, NULL }, "a.xml");
  expect_place((ims_pos){ "a.xlsx", 7, 2, "Plan" }, "a.xlsx:Plan!B7");
  expect_place((ims_pos){ "a.xlsx", 0, 0, "My plan" }, "a.xlsx:'My plan'");
  expect_place((ims_pos){ NULL, 3, 7, "Plan" }, "");
}

static ims_status refuse(void *context, const char *data, size_t size)
{
  (void)context, (void)data, (void)size;
  return IMS_IO;
}

Test(cell, a_sink_that_fails_is_told)
{
  cr_expect_eq(ims_pos_write((ims_pos){ "a", 1, 1, NULL }, (ims_sink){ refuse, NULL }), IMS_IO);
}
