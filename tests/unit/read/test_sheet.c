/* What is a sheet and what is none; delimited text. */
#include "unit/read/fixture_sheet.h"

static void expect(const char *name, const char *data, size_t size, const char *expected)
{
  const ims_status status = strstr(expected, ": error: ") ? IMS_INVALID : IMS_OK;
  fixture_read_bytes(name, data, size, NULL, status, expected);
}

static void expect_text(const char *text, const char *expected)
{
  expect("a/my.list.csv", text, strlen(text), expected);
}

Test(sheet, delimited_text_is_a_sheet_with_the_name_of_the_file)
{
  expect_text("id;title\n;two\n\nx;\n", "my.list\n1 | 1t id | 2t title\n2 | 2t two\n4 | 1t x\n");
  expect("noext", "a\n", 2, "noext\n1 | 1t a\n");
  expect("/dev/.csv", "a\n", 2, ".csv\n1 | 1t a\n");
}

Test(sheet, the_place_of_an_empty_cell_is_known)
{
  const uint32_t lines[] = { 3, 4 }, bytes[] = { 1, 9 };
  const imsi_sheet_row text = { .pos = { "x", 3, 0, NULL }, .lines = lines, .bytes = bytes, .width = 2 };
  cr_expect(imsi_sheet_place(&text, 2).line == 4 && imsi_sheet_place(&text, 2).column == 9);
  cr_expect(imsi_sheet_place(&text, 3).line == 3 && imsi_sheet_place(&text, 3).column == 0);
  cr_expect(imsi_sheet_place(&text, 0).line == 3 && imsi_sheet_place(&text, 0).column == 0);
  const imsi_sheet_row cells = { .pos = { "x", 7, 0, "Plan" } };
  cr_expect(imsi_sheet_place(&cells, 2).line == 7 && imsi_sheet_place(&cells, 2).column == 2);
}

Test(sheet, the_name_does_not_decide_what_it_is)
{
  const workbook_part parts[] = { PART("word/document.xml", "x") };
  ims_memory zip = workbook_zip(parts, 1);
  expect("x.csv", zip.data, zip.size,
         "x.csv: error: this is a text document (.docx): save it as a workbook (.xlsx) or as CSV [sheet-format]\n");
  ims_memory_free(&zip);
  expect("x.xlsx", "a,b\n", 4, "x\n1 | 1t a | 2t b\n");
}

Test(sheet, what_is_no_table_is_called_by_its_name)
{
#define SAVE ": save it as a workbook (.xlsx) or as CSV [sheet-format]\n"
  expect("x", "", 0, "x: error: the file is empty [file-empty]\n");
  expect_text("%PDF-1.7\n", "a/my.list.csv: error: this is a PDF" SAVE);
  expect_text("\xEF\xBB\xBF\n <html><table>", "a/my.list.csv: error: this is a web page" SAVE);
  expect_text("<?xml version='1.0'?>", "a/my.list.csv: error: this is XML" SAVE);
  expect("x", "a\0b\0", 4, "x: error: this is no text, or UTF-16 without a byte order mark" SAVE);
  expect("x", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1xE\0n\0", 13,
         "x: error: this is a file of an old program, as .xls and .doc are" SAVE);
  static const char encrypted[] =
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..E.E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  expect("x", encrypted, sizeof encrypted,
         "x: error: the workbook is protected with a password: save it without one [sheet-encrypted]\n");
}

Test(sheet, utf8_and_utf16_are_read_with_their_marks)
{
  expect_text("\xEF\xBB\xBF\xC3\xA4,b\n", "my.list\n1 | 1t \xC3\xA4 | 2t b\n");
  expect("x", "\xFF\xFE\xE4\0;\0b\0\r\0\n\0", 12, "x\n1 | 1t \xC3\xA4 | 2t b\n");
  expect("x", "\xFE\xFF\0\xE4\0\t\0b", 8, "x\n1 | 1t \xC3\xA4 | 2t b\n");
  expect("x", "\xFF\xFE", 2, "x\n");
  expect("x",
         "\xFF\xFE"
         "a\0\n\0b\0\0\xDC",
         10,
         "x\nx:2:2: warning: what begins here is not UTF-16: it is shown as U+FFFD; save the sheet as CSV UTF-8 to be "
         "sure "
         "[sheet-encoding]\n1 | 1t a\n2 | 1t b\xEF\xBF\xBD\n");
}

Test(sheet, what_is_not_utf8_is_windows_1252_from_cell_to_cell)
{
  expect_text(
      "a\r\xC3\xA4,\"x\"\r\nM\xE4rz,\x80,\xC3\xA4\n",
      "my.list\na/my.list.csv:3:2: warning: what begins here is not UTF-8: it is read as Windows-1252; save the "
      "sheet as CSV UTF-8 to be sure [sheet-encoding]\n"
      "1 | 1t a\n2 | 1t \xC3\xA4 | 2t x\n3 | 1t M\xC3\xA4rz | 2t \xE2\x82\xAC | 3t \xC3\xA4\n");
}

Test(sheet, a_quote_that_is_not_closed_is_reported_at_its_place)
{
  expect_text(
      "a,b\nc,\"d\ne,f\n",
      "my.list\n1 | 1t a | 2t b\na/my.list.csv:2:3: error: the quote that begins here is not closed where the cell "
      "ends: it is taken as a character [sheet-quote]\n2 | 1t c | 2t \"d\n3 | 1t e | 2t f\n");
}

Test(sheet, limits_are_named_with_the_place)
{
  const imsi_sheet_options options = { .max_columns = 2, .max_text = 3 };
  fixture_read_bytes("x", "a,b,c,d\nabcd,\xC3\xA4\xC3\xA4\xC3\xA4\n", 20, &options, IMS_LIMIT,
                     "x\nx:1:5: error: this is more than is read: the row has more than 2 cells [sheet-limit]\n"
                     "1 | 1t a | 2t b\n"
                     "x:2:1: error: this is more than is read: the cell has more than 3 characters [sheet-limit]\n"
                     "2 | 2t \xC3\xA4\xC3\xA4\xC3\xA4\n");
  fixture_read_bytes("x", "a,b\n", 4, &(imsi_sheet_options){ .max_size = 3 }, IMS_LIMIT,
                     "x: error: the file is larger than 3 bytes; raise the limit with --max-size [file-too-large]\n");
}

/* ---- files ---- */

static void expect_file(const char *path, const imsi_sheet_options *options, ims_status status, const char *expected)
{
  fixture_reading r = { .answer = IMS_OK };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ fixture_sheet_diag, &r });
  const imsi_sheet_handler handler = { fixture_sheet, fixture_sheet_row, &r };
  cr_expect_eq(imsi_sheet_read(path, options, &reporter, &handler), status);
  cr_expect_str_eq(r.got.data ? r.got.data : "", expected, "got\n%s", r.got.data);
  imsi_reporter_free(&reporter);
  ims_memory_free(&r.got);
}

static void write_file(const char *path, const char *data, size_t size)
{
  FILE *file = fopen(path, "wb");
  cr_assert(file && fwrite(data, 1, size, file) == size && fclose(file) == 0);
}

Test(sheet, files_are_read_where_they_lie)
{
  char path[64], expected[320];
  snprintf(path, sizeof path, "sheet-test-%s.tmp", "files");
  const workbook_part parts[] = { ROOT_PART, WORKBOOK_PART(ONE_SHEET),
                                  ROLES_PART(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml")),
                                  PART("xl/worksheets/sheet1.xml", CELLS("<row><c><v>1</v></c></row>")) };
  ims_memory zip = workbook_zip(parts, FIXTURE_COUNT(parts));
  write_file(path, zip.data, zip.size);
  expect_file(path, NULL, IMS_OK, "Plan\n1 | 1n 1\n");
  write_file(path, zip.data, zip.size / 2);
  snprintf(expected, sizeof expected,
           "%s: error: the workbook is damaged: the end of it is missing, and with it the list of its parts: nothing "
           "was read, get the file once more [sheet-damaged]\n",
           path);
  expect_file(path, NULL, IMS_INVALID, expected);
  write_file(path, "a,b\n", 4);
  expect_file(path, NULL, IMS_OK, "sheet-test-files\n1 | 1t a | 2t b\n");
  snprintf(expected, sizeof expected,
           "%s: error: the file is larger than 3 bytes; raise the limit with --max-size [file-too-large]\n", path);
  expect_file(path, &(imsi_sheet_options){ .max_size = 3 }, IMS_LIMIT, expected);
  ims_memory_free(&zip);
  remove(path);
}

Test(sheet, what_cannot_be_read_is_reported)
{
  expect_file("no/such.csv", NULL, IMS_IO,
              "no/such.csv: error: cannot open the file: No such file or directory [cannot-open]\n");
  expect_file("/", NULL, IMS_IO, "/: error: is a directory, a file is needed [is-directory]\n");
  expect_file("/dev/null", NULL, IMS_INVALID, "/dev/null: error: the file is empty [file-empty]\n");
  expect_file("/dev/zero", &(imsi_sheet_options){ .max_size = 100000 }, IMS_LIMIT,
              "/dev/zero: error: the file is larger than 100000 bytes; raise the limit with --max-size "
              "[file-too-large]\n");
}

Test(sheet, the_handler_may_end_the_reading)
{
  static const char text[] = "a\nb\n";
  fixture_reading r = { .answer = IMS_NOT_FOUND };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ fixture_sheet_diag, &r });
  const imsi_sheet_handler handler = { fixture_sheet, fixture_sheet_row, &r };
  cr_expect_eq(imsi_sheet_memory("x", text, sizeof text - 1, NULL, &reporter, &handler), IMS_NOT_FOUND);
  const workbook_part parts[] = {
    ROOT_PART, WORKBOOK_PART("<sheets><sheet name='Plan' r:id='r1'/><sheet name='B' r:id='r1'/></sheets>"),
    ROLES_PART(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml")),
    PART("xl/worksheets/sheet1.xml", CELLS("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>"))
  };
  ims_memory zip = workbook_zip(parts, FIXTURE_COUNT(parts));
  cr_expect_eq(imsi_sheet_memory("x", zip.data, zip.size, NULL, &reporter, &handler), IMS_NOT_FOUND);
  cr_expect_str_eq(r.got.data, "x\n1 | 1t a\nPlan\n1 | 1n 1\n");
  ims_memory_free(&zip);
  imsi_reporter_free(&reporter);
  ims_memory_free(&r.got);
}
