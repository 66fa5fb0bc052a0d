/* Workbooks as archives: parts, relationships, sheets. */
#include "unit/read/fixture_sheet.h"

#define SHEET1 PART("xl/worksheets/sheet1.xml", CELLS("<row><c><v>1</v></c></row>"))
#define expect_parts(parts, status, expected) fixture_read_parts(parts, FIXTURE_COUNT(parts), NULL, status, expected)

Test(xlsx, sheets_come_in_the_order_of_the_workbook)
{
  const workbook_part parts[] = {
    ROOT_PART,
    WORKBOOK_PART("<sheets><sheet name='R&amp;D&apos;s' sheetId='7' r:id='r2'/><sheet name='C' sheetId='9' r:id='r3'/>"
                  "<sheet name='H' sheetId='8' state='hidden' r:id='r1'/><sheet name='V' state='veryHidden' "
                  "r:id='r1'/><sheet name='S' state='visible' r:id='r1'/></sheets>"),
    ROLES_PART(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml") RELATIONSHIP("r2", "worksheet", "/XL/two.xml")
                   RELATIONSHIP("r3", "chartsheet", "chart.xml")),
    SHEET1,
    PART("xl/Two.xml", CELLS("<row><c t='e'><v>#N/A</v></c></row>")),
  };
  expect_parts(parts, IMS_OK,
               "R&D's\nx.xlsx:'R&D''s'!A1: warning: the cell holds the error '#N/A' [cell-error]\n1 | 1! #N/A\n"
               "H hidden\n1 | 1n 1\nV hidden\n1 | 1n 1\nS\n1 | 1n 1\n");
}

Test(xlsx, a_strict_workbook_is_read)
{
#define STRICT "http://purl.oclc.org/ooxml/"
  const workbook_part parts[] = {
    PART("_rels/.rels", "<Relationships xmlns='" NS_PACKAGE "'><Relationship Id='a' Type='" STRICT
                        "officeDocument/relationships/officeDocument' Target='/book/main.xml'/></Relationships>"),
    PART("book/main.xml", "<workbook xmlns='" STRICT "spreadsheetml/main' xmlns:q='" STRICT
                          "officeDocument/relationships' conformance='strict'><workbookPr date1904='1'/><sheets>"
                          "<sheet name='Plan' q:id='b'/></sheets></workbook>"),
    PART(
        "book/_rels/main.xml.rels",
        "<Relationships xmlns='" NS_PACKAGE "'><Relationship Id='b' Type='" STRICT
        "officeDocument/relationships/worksheet' Target='../book/./up/../sheet.xml'/><Relationship Id='c' Type='" STRICT
        "officeDocument/relationships/styles' Target='styles.xml'/></Relationships>"),
    PART("book/styles.xml",
         "<styleSheet xmlns='" STRICT "spreadsheetml/main'><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>"),
    PART("book/sheet.xml",
         "<worksheet xmlns='" STRICT "spreadsheetml/main'><sheetData><row r='1'><c r='A1' s='0'><v>0</v>"
         "</c></row></sheetData></worksheet>"),
  };
  expect_parts(parts, IMS_OK, "Plan\n1 | 1d 1904-01-01\n");
}

Test(xlsx, parts_with_the_other_slash_are_found)
{
  const workbook_part parts[] = {
    PART("_rels\\.rels", RELATIONSHIPS(RELATIONSHIP("r1", "officeDocument", "xl/workbook.xml"))),
    PART("xl\\workbook.xml", WORKBOOK(ONE_SHEET)),
    PART("xl\\_rels\\workbook.xml.rels", RELATIONSHIPS(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml"))),
    PART("xl\\worksheets\\sheet1.xml", CELLS("<row><c><v>1</v></c></row>")),
  };
  expect_parts(parts, IMS_OK, "Plan\n1 | 1n 1\n");
}

Test(xlsx, macros_are_not_looked_at_and_that_is_said)
{
  const workbook_part parts[] = {
    ROOT_PART,
    WORKBOOK_PART(ONE_SHEET),
    ROLES_PART(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml")
                   RELATIONSHIP("r9", "vbaProject", "vbaProject.bin")),
    SHEET1,
  };
  expect_parts(parts, IMS_OK,
               "x.xlsx: warning: the workbook has macros: they are not looked at [sheet-macros]\nPlan\n1 | 1n 1\n");
}

Test(xlsx, results_that_are_out_of_date_are_told_at_the_first_formula)
{
  const workbook_part parts[] = {
    ROOT_PART,
    WORKBOOK_PART(ONE_SHEET "<calcPr calcId='0' fullCalcOnLoad='1'/>"),
    ROLES_PART(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml")),
    PART("xl/worksheets/sheet1.xml",
         CELLS("<row><c><v>1</v></c><c><f>A1</f><v>0</v></c><c><f>A1</f><v>0</v></c></row>")),
  };
  expect_parts(
      parts, IMS_OK,
      "Plan\nx.xlsx:Plan!B1: warning: the workbook says that results of its formulas are out of date: open and "
      "save it in a spreadsheet program [sheet-stale]\n1 | 1n 1 | 2nf 0 | 3nf 0\n");
}

Test(xlsx, other_archives_are_called_by_their_name)
{
  static const struct {
    const char *part, *name;
  } cases[] = {
    { "word/document.xml", "a text document (.docx)" },         { "ppt/presentation.xml", "a presentation (.pptx)" },
    { "xl/workbook.bin", "a binary workbook (.xlsb)" },         { "content.xml", "an OpenDocument file (.ods, .odt)" },
    { "Index/Document.iwa", "a document of Numbers or Pages" }, { "META-INF/MANIFEST.MF", "a Java archive" },
    { "META-INF/container.xml", "an electronic book (.epub)" }, { "notes.txt", "a zip archive without a workbook" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char expected[160];
    const workbook_part parts[] = { PART(cases[i].part, "x") };
    snprintf(expected, sizeof expected,
             "x.xlsx: error: this is %s: save it as a workbook (.xlsx) or as CSV [sheet-format]\n", cases[i].name);
    expect_parts(parts, IMS_INVALID, expected);
  }
  fixture_read_parts(NULL, 0, NULL, IMS_INVALID,
                     "x.xlsx: error: this is a zip archive without a workbook: save it as a workbook (.xlsx) or as CSV "
                     "[sheet-format]\n");
}

Test(xlsx, what_is_missing_is_named_and_the_rest_read)
{
  const workbook_part parts[] = {
    ROOT_PART,
    WORKBOOK_PART("<sheets><sheet name='One' r:id='r7'/><sheet name='Two' r:id='r2'/><sheet name='Three' r:id='r8'/>"
                  "<sheet name='Plan' r:id='r1'/></sheets>"),
    ROLES_PART(
        RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml") RELATIONSHIP("r2", "worksheet", "../../etc/passwd")
            RELATIONSHIP("r3", "sharedStrings", "sharedStrings.xml") "<Relationship Id='r8' Type='x/worksheet' "
                                                                     "TargetMode='External' Target='f'/>"),
    SHEET1,
  };
  expect_parts(
      parts, IMS_INVALID,
      "x.xlsx: error: the workbook is damaged: it has no part 'xl/sharedStrings.xml' [sheet-damaged]\n"
      "One\nx.xlsx:One: error: the workbook is damaged: the part of this sheet is not there [sheet-damaged]\n"
      "Two\nx.xlsx:Two: error: the workbook is damaged: it has no part 'etc/passwd' [sheet-damaged]\n"
      "Three\nx.xlsx:Three: error: the workbook is damaged: the part of this sheet is not there [sheet-damaged]\n"
      "Plan\n1 | 1n 1\n");
}

Test(xlsx, an_archive_that_does_not_hold_together_is_damaged)
{
  const workbook_part no_main[] = { PART("_rels/.rels", RELATIONSHIPS("")) };
  expect_parts(no_main, IMS_INVALID,
               "x.xlsx: error: the workbook is damaged: it does not say which part is the workbook [sheet-damaged]\n");
  const workbook_part no_sheet[] = { ROOT_PART, WORKBOOK_PART("<sheets/>"), ROLES_PART("") };
  expect_parts(no_sheet, IMS_INVALID, "x.xlsx: error: the workbook is damaged: it has no sheet [sheet-damaged]\n");
  const workbook_part no_book[] = { ROOT_PART, PART("xl/workbook.xml", CELLS("")) };
  expect_parts(
      no_book, IMS_INVALID,
      "x.xlsx: error: the workbook is damaged: the outermost element of 'xl/workbook.xml' is not the one of such "
      "a part [sheet-damaged]\n");
}

Test(xlsx, names_that_differ_in_case_only_are_refused)
{
  const workbook_part parts[] = { ROOT_PART, WORKBOOK_PART(ONE_SHEET), PART("XL\\Workbook.xml", "x") };
  expect_parts(parts, IMS_INVALID,
               "x.xlsx: error: the workbook is damaged: it has two parts 'xl/workbook.xml' [sheet-damaged]\n");
}

Test(xlsx, an_archive_that_is_cut_off_is_damaged)
{
  const workbook_part parts[] = { ROOT_PART, WORKBOOK_PART(ONE_SHEET), ROLES_PART(USUAL_ROLES), SHEET1 };
  ims_memory zip = workbook_zip(parts, FIXTURE_COUNT(parts));
  fixture_read_bytes("x.xlsx", zip.data, zip.size - 30, NULL, IMS_INVALID,
                     "x.xlsx: error: the workbook is damaged: the end of it is missing, and with it the list of its "
                     "parts: nothing was read, get the file once more [sheet-damaged]\n");
  ims_memory_free(&zip);
}

Test(xlsx, a_part_whose_bytes_are_wrong_is_damaged)
{
  workbook_part parts[] = { ROOT_PART, WORKBOOK_PART(ONE_SHEET),
                            ROLES_PART(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml")), SHEET1 };
  parts[3].bad_sum = true;
  expect_parts(parts, IMS_INVALID,
               "Plan\n1 | 1n 1\nx.xlsx:Plan!A1: error: the workbook is damaged: the checksum of "
               "'xl/worksheets/sheet1.xml' is wrong [sheet-damaged]\n");
  parts[3].bad_sum = false;
  parts[3].method = 8;
  expect_parts(parts, IMS_INVALID,
               "Plan\nx.xlsx:Plan: error: the workbook is damaged: 'xl/worksheets/sheet1.xml' cannot be unpacked "
               "[sheet-damaged]\n");
  parts[3].method = 12;
  expect_parts(parts, IMS_INVALID,
               "Plan\nx.xlsx:Plan: error: the workbook is damaged: 'xl/worksheets/sheet1.xml' is packed in a way that "
               "workbooks are not [sheet-damaged]\n");
}

Test(xlsx, an_encrypted_workbook_is_told_so)
{
  workbook_part parts[] = { ROOT_PART, WORKBOOK_PART(ONE_SHEET) };
  parts[1].flags = 1;
  expect_parts(parts, IMS_INVALID,
               "x.xlsx: error: the workbook is protected with a password: save it without one [sheet-encrypted]\n");
}

Test(xlsx, a_part_that_unpacks_to_too_much_is_not_unpacked)
{
  workbook_part parts[] = { ROOT_PART, WORKBOOK_PART(ONE_SHEET),
                            ROLES_PART(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml")), SHEET1 };
  parts[3].method = 8;
  parts[3].claims = 100 << 20;
  expect_parts(
      parts, IMS_LIMIT,
      "Plan\nx.xlsx:Plan: error: this is more than is read: 'xl/worksheets/sheet1.xml' unpacks to more than 200 "
      "times its size [sheet-limit]\n");
  const imsi_sheet_options small = { .max_size = 1200 };
  parts[3].claims = 1900;
  fixture_read_parts(parts, FIXTURE_COUNT(parts), &(imsi_sheet_options){ .max_size = 2000 }, IMS_LIMIT,
                     "Plan\nx.xlsx:Plan: error: this is more than is read: the parts up to 'xl/worksheets/sheet1.xml' "
                     "unpack to more than 2000 bytes [sheet-limit]\n");
  fixture_read_parts(parts, FIXTURE_COUNT(parts), &small, IMS_LIMIT,
                     "x.xlsx: error: the file is larger than 1200 bytes; raise the limit with --max-size "
                     "[file-too-large]\n");
  fixture_read_parts(parts, FIXTURE_COUNT(parts), &(imsi_sheet_options){ .max_parts = 3 }, IMS_LIMIT,
                     "x.xlsx: error: this is more than is read: the archive has more than 3 parts [sheet-limit]\n");
}

Test(xlsx, so_many_sheets_and_such_names_are_read)
{
  const workbook_part many[] = {
    ROOT_PART,
    WORKBOOK_PART("<sheets><sheet name='A' r:id='r1'/><sheet name='B' r:id='r1'/><sheet name='C' r:id='r1'/><sheet "
                  "name='D' r:id='r1'/><sheet name='E' r:id='r1'/></sheets>"),
    ROLES_PART(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml")),
    SHEET1,
  };
  fixture_read_parts(many, FIXTURE_COUNT(many), &(imsi_sheet_options){ .max_parts = 4 }, IMS_LIMIT,
                     "x.xlsx: error: this is more than is read: the workbook has more than 4 sheets [sheet-limit]\n");
  ims_memory book = { 0 }, expected = { 0 };
  fixture_printf(&book, "<workbook xmlns='" NS_MAIN "' xmlns:r='" NS_ROLES "'><sheets><sheet r:id='r1' name='");
  fixture_printf(&expected, "x.xlsx: error: the workbook is damaged: the name of a sheet is too long: '");
  for (int i = 0; i < 30; i++)
    fixture_printf(&book, "1234567890");
  for (int i = 0; i < 20; i++)
    fixture_printf(&expected, "1234567890");
  fixture_printf(&book, "'/></sheets></workbook>");
  fixture_printf(&expected, "...' [sheet-damaged]\n");
  const workbook_part named[] = { ROOT_PART, PART("xl/workbook.xml", book.data) };
  expect_parts(named, IMS_INVALID, expected.data);
  ims_memory_free(&book);
  ims_memory_free(&expected);
}
