/* The cells of a sheet. */
#include "unit/read/fixture_sheet.h"

static void expect(const char *rows, const char *expected)
{
  ims_memory sheet = { 0 };
  fixture_printf(&sheet, "<worksheet xmlns='" NS_MAIN "'><sheetData>");
  fixture_bytes(&sheet, rows, strlen(rows));
  fixture_printf(&sheet, "</sheetData></worksheet>");
  const ims_status status = strstr(expected, ": error: ") ? IMS_INVALID : IMS_OK;
  fixture_read_sheet(sheet.data, NULL, status, expected);
  ims_memory_free(&sheet);
}

Test(xlsx_sheet, cells_of_every_type_are_read)
{
  expect("<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2'><v>4.1</v></c><c r='C2' t='n'><v>-1E-7</v></c>"
         "<c r='D2' t='inlineStr'><is><t>a&lt;b</t></is></c><c r='E2' t='b'><v>1</v></c><c r='F2' t='b'><v>0</v></c>"
         "<c r='H2' t='d'><v>2026-11-28T00:00:00Z</v></c><c r='I2' t='str'><f>A2</f><v>first</v></c></row>",
         "Plan\n2 | 1t first | 2n 4.1 | 3n -1E-7 | 4t a<b | 5b true | 6b false | 8d 2026-11-28 | 9tf first\n");
}

Test(xlsx_sheet, cells_and_rows_without_a_place_are_counted_on)
{
  expect("<row><c t='s'><v>0</v></c><c/><c><v>1</v></c></row><row r='5'><c r='C5'><v>2</v></c><c><v>3</v></c></row>"
         "<row><c><v>4</v></c></row>",
         "Plan\n1 | 1t first | 3n 1\n5 | 3n 2 | 4n 3\n6 | 1n 4\n");
}

Test(xlsx_sheet, what_is_empty_is_left_out)
{
  expect("<row r='1'><c r='A1' s='1'/><c r='B1' t='s'><v>2</v></c><c r='C1' t='inlineStr'><is><t></t></is></c></row>"
         "<row r='2'/>",
         "Plan\n");
}

Test(xlsx_sheet, rich_text_is_joined_and_hints_on_pronouncing_are_skipped)
{
  expect("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='inlineStr'><is><r><t>in </t></r><r><t>line</t></r>"
         "<rPh><t>hint</t></rPh></is></c></row>",
         "Plan\n1 | 1t two parts | 2t in line\n");
}

Test(xlsx_sheet, escapes_are_characters)
{
  expect(
      "<row r='1'><c r='A1' t='s'><v>3</v></c><c r='B1' t='str'><v>_x0041__xD83D__xDE00__x0000__xZZZZ_</v></c></row>",
      "Plan\n1 | 1t a\r&_x000D_ | 2t A\xF0\x9F\x98\x80\xEF\xBF\xBD_xZZZZ_\n");
}

Test(xlsx_sheet, a_style_makes_a_number_a_date)
{
  expect("<row r='1'><c r='A1' s='1'><v>46354</v></c><c r='B1' s='2'><v>46354.604166666664</v></c>"
         "<c r='C1' s='3'><v>0.604166666666667</v></c><c r='D1' s='4'><v>1.25</v></c><c r='E1' s='5'><v>46354</v></c>"
         "<c r='F1' s='9'><v>46354</v></c><c r='G1' s='1' t='str'><v>46354</v></c></row>",
         "Plan\n1 | 1d 2026-11-28 | 2d 2026-11-28T14:30:00 | 3d 14:30:00 | 4n 1.25 | 5d 2026-11-28 | 6n 46354 | 7t "
         "46354\n");
}

Test(xlsx_sheet, what_is_no_date_is_a_number_and_named)
{
  expect(
      "<row r='1'><c r='A1' s='1'><v>60</v></c><c r='B1' s='1'><v>-1</v></c><c r='C1' t='d'><v>soon</v></c></row>",
      "Plan\nx.xlsx:Plan!A1: warning: '60' is shown as a date and is none that can be told: it is taken as it stands "
      "[cell-date]\n"
      "x.xlsx:Plan!B1: warning: '-1' is shown as a date and is none that can be told: it is taken as it stands "
      "[cell-date]\n"
      "x.xlsx:Plan!C1: warning: 'soon' is shown as a date and is none that can be told: it is taken as it stands "
      "[cell-date]\n"
      "1 | 1n 60 | 2n -1 | 3t soon\n");
}

Test(xlsx_sheet, a_formula_gives_its_last_result)
{
  expect("<row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1' t='str'><f>\"\"</f><v></v></c>"
         "<c r='C1' t='b'><f>TRUE()</f><v>1</v></c><c r='D1' s='1'><f>TODAY()</f><v>46354</v></c></row>",
         "Plan\n1 | 1nf 2 | 2tf  | 3bf true | 4df 2026-11-28\n");
}

Test(xlsx_sheet, a_formula_without_a_result_is_named_and_empty)
{
  expect(
      "<row r='1'><c r='A1'><f>1+1</f></c><c r='B1'><f>1+1</f><v/></c></row>",
      "Plan\nx.xlsx:Plan!A1: warning: the formula has no stored result, so the cell counts as empty: open and save the "
      "workbook in a spreadsheet program [cell-no-value]\n"
      "x.xlsx:Plan!B1: warning: the formula has no stored result, so the cell counts as empty: open and save the "
      "workbook in a spreadsheet program [cell-no-value]\n"
      "1 | 1tf  | 2tf \n");
}

Test(xlsx_sheet, an_error_in_a_cell_is_named)
{
  expect("<row r='7'><c r='B7' t='e'><f>A1/0</f><v>#DIV/0!</v></c></row>",
         "Plan\nx.xlsx:Plan!B7: warning: the cell holds the error '#DIV/0!' [cell-error]\n7 | 2!f #DIV/0!\n");
}

Test(xlsx_sheet, what_comes_by_the_thousand_is_named_so_often)
{
  const imsi_sheet_options options = { .max_same_kind = 2 };
  fixture_read_sheet(
      CELLS("<row r='1'><c t='e'><v>#REF!</v></c><c t='e'><v>#REF!</v></c><c t='e'><v>#REF!</v></c></row>"), &options,
      IMS_OK,
      "Plan\nx.xlsx:Plan!A1: warning: the cell holds the error '#REF!' [cell-error]\n"
      "x.xlsx:Plan!B1: warning: the cell holds the error '#REF!' [cell-error]\n"
      "x.xlsx:Plan!B1: note: if there is more of this in the sheet, it is not shown [not-shown]\n"
      "1 | 1! #REF! | 2! #REF! | 3! #REF!\n");
}

Test(xlsx_sheet, hidden_rows_and_columns_are_read_and_marked)
{
  fixture_read_sheet(
      WORKSHEET("<cols><col min='2' max='3' hidden='1'/><col min='3' max='3' hidden='0'/></cols><sheetData>"
                "<row r='1' hidden='true'><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
                "</sheetData>"),
      NULL, IMS_OK, "Plan\n1 hidden | 1n 1 | 2nh 2 | 3n 3\n");
}

Test(xlsx_sheet, cells_in_any_order_come_by_column)
{
  expect("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>",
         "Plan\n1 | 1n 1 | 2n 2 | 3n 3\n");
}

Test(xlsx_sheet, what_is_there_twice_is_reported_and_the_first_counts)
{
  expect("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c><c r='B1'><v>3</v></c></row>",
         "Plan\nx.xlsx:Plan!B1: error: the workbook is damaged: the cell is there twice [sheet-damaged]\n"
         "1 | 1n 2 | 2n 1\n");
  expect("<row r='2'><c><v>1</v></c></row><row r='2'><c><v>2</v></c></row>",
         "Plan\n2 | 1n 1\nx.xlsx:Plan!2:2: error: the workbook is damaged: the row is there twice, or stands below a "
         "later "
         "one [sheet-damaged]\n2 | 1n 2\n");
}

Test(xlsx_sheet, what_is_wrong_in_a_cell_does_not_hide_the_rest)
{
  expect("<row r='3'><c r='A3' t='s'><v>7</v></c><c r='B3'><v>four</v></c><c r='C3' t='b'><v>maybe</v></c>"
         "<c r='D3' t='z'><v>odd</v></c><c r='E4'><v>5</v></c><c r='G3' t='s'><v>0</v></c></row>",
         "Plan\n"
         "x.xlsx:Plan!A3: error: the workbook is damaged: the text number '7', which the cell shares, is not there "
         "[sheet-damaged]\n"
         "x.xlsx:Plan!B3: error: the workbook is damaged: 'four' is no number [sheet-damaged]\n"
         "x.xlsx:Plan!C3: error: the workbook is damaged: 'maybe' is neither true nor false [sheet-damaged]\n"
         "x.xlsx:Plan!D3: error: the workbook is damaged: the cell has a type that is not known [sheet-damaged]\n"
         "x.xlsx:Plan!3:3: error: the workbook is damaged: 'E4' is no cell of this row [sheet-damaged]\n"
         "3 | 2t four | 3b false | 4t odd | 5n 5 | 7t first\n");
}

Test(xlsx_sheet, other_namespaces_and_elements_are_gone_through)
{
  fixture_read_sheet(
      "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:y='urn:y'><x:sheetData>"
      "<y:row><x:c/></y:row><x:row r='1'><x:c r='A1' y:t='s'><x:v>1</x:v><y:v>2</y:v></x:c><x:extLst>"
      "<x:ext><y:c><y:v>3</y:v></y:c></x:ext></x:extLst></x:row></x:sheetData>"
      "<x:conditionalFormatting><x:c><x:v>4</x:v></x:c></x:conditionalFormatting></x:worksheet>",
      NULL, IMS_OK, "Plan\n1 | 1n 1\n");
}

Test(xlsx_sheet, a_sheet_that_is_not_well_formed_is_read_so_far)
{
  fixture_read_sheet(
      "<worksheet xmlns='" NS_MAIN "'><sheetData>\n<row r='1'><c r='A1'><v>1</v></c></row>\n"
      "<row r='2'><c r='A2'><v>2</w></c></row></sheetData></worksheet>",
      NULL, IMS_INVALID,
      "Plan\n1 | 1n 1\nx.xlsx:Plan!A2: error: the workbook is damaged: 'xl/worksheets/sheet1.xml', line 3: "
      "Opening and ending tag mismatch: v line 3 and w [sheet-damaged]\n");
  fixture_read_sheet(
      "<worksheet xmlns='" NS_MAIN "'><sheetData><row r='1'><c r='A1'><v>1</v></c></row>", NULL, IMS_INVALID,
      "Plan\n1 | 1n 1\nx.xlsx:Plan!A1: error: the workbook is damaged: 'xl/worksheets/sheet1.xml', line 1: "
      "Premature end of data in tag sheetData line 1 [sheet-damaged]\n");
}

Test(xlsx_sheet, a_doctype_and_deep_nesting_are_refused)
{
  fixture_read_sheet(
      "<!DOCTYPE worksheet [<!ENTITY e 'x'>]>" CELLS("<row><c><v>1</v></c></row>"), NULL, IMS_INVALID,
      "Plan\nx.xlsx:Plan: error: the workbook is damaged: 'xl/worksheets/sheet1.xml' has a DOCTYPE, which "
      "is refused [sheet-damaged]\n");
  ims_memory deep = { 0 };
  fixture_printf(&deep, "<worksheet xmlns='" NS_MAIN "'>");
  for (int i = 0; i < 70; i++)
    fixture_printf(&deep, "<a>");
  fixture_read_sheet(
      deep.data, NULL, IMS_INVALID,
      "Plan\nx.xlsx:Plan: error: the workbook is damaged: the elements of 'xl/worksheets/sheet1.xml' are "
      "nested too deep [sheet-damaged]\n");
  ims_memory_free(&deep);
}

Test(xlsx_sheet, limits_are_named_with_the_place)
{
  const imsi_sheet_options options = { .max_rows = 2, .max_columns = 3, .max_text = 5 };
  fixture_read_sheet(CELLS("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                           "<c r='C1' t='str'><v>\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4</v></c></row>"
                           "<row r='2'><c r='A2' t='str'><v>123456</v></c><c r='B2'><v>1</v></c></row>"
                           "<row r='3'><c r='A3'><v>1</v></c></row>"),
                     &options, IMS_LIMIT,
                     "Plan\nx.xlsx:Plan!B1: error: this is more than is read: the cell has more than 5 characters "
                     "[sheet-limit]\n"
                     "1 | 1t first | 3t \xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\n"
                     "x.xlsx:Plan!A2: error: this is more than is read: the cell has more than 5 characters "
                     "[sheet-limit]\n"
                     "2 | 2n 1\n"
                     "x.xlsx:Plan: error: this is more than is read: the sheet has rows below row 2 [sheet-limit]\n");
  fixture_read_sheet(CELLS("<row r='1'><c r='C1'><v>1</v></c><c><v>2</v></c></row>"), &options, IMS_LIMIT,
                     "Plan\nx.xlsx:Plan!1:1: error: this is more than is read: the row has more than 3 columns "
                     "[sheet-limit]\n");
}

Test(xlsx_sheet, escapes_count_as_the_characters_that_they_stand_for)
{
  const imsi_sheet_options options = { .max_text = 2 };
  fixture_read_sheet(CELLS("<row r='1'><c r='A1' t='str'><v>_x0041__x0042_</v></c><c r='B1' t='str'>"
                           "<v>_xD83D__xDE00__xD83D__xDE00_</v></c><c r='C1' t='str'><v>_x0041__x0042__x0043_</v></c>"
                           "<c r='D1'><v>123</v></c></row>"),
                     &options, IMS_LIMIT,
                     "Plan\nx.xlsx:Plan!C1: error: this is more than is read: the cell has more than 2 characters "
                     "[sheet-limit]\nx.xlsx:Plan!D1: error: this is more than is read: the cell has more than 2 "
                     "characters [sheet-limit]\n1 | 1t AB | 2t \xF0\x9F\x98\x80\xF0\x9F\x98\x80\n");
}

Test(xlsx_sheet, a_value_without_end_is_not_kept)
{
  ims_memory sheet = { 0 };
  fixture_printf(&sheet, "<worksheet xmlns='" NS_MAIN "'><sheetData><row r='1'><c r='A1'><v>");
  for (int i = 0; i < 60000; i++)
    fixture_printf(&sheet, "1234567890");
  fixture_printf(&sheet, "</v></c><c r='B1'><v>1</v></c></row></sheetData></worksheet>");
  fixture_read_sheet(sheet.data, NULL, IMS_LIMIT,
                     "Plan\nx.xlsx:Plan!A1: error: this is more than is read: the cell has more than 32767 characters "
                     "[sheet-limit]\n1 | 2n 1\n");
  ims_memory_free(&sheet);
}

/* ---- encodings ---- */

/* Reads a sheet, in ASCII, as UTF-16 with a byte order mark, of which the last `missing` bytes are left out. */
static void expect_wide(const char *sheet, size_t missing, ims_status status, const char *expected)
{
  workbook_part parts[] = { ROOT_PART, WORKBOOK_PART(ONE_SHEET),
                            ROLES_PART(RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml")),
                            PART("xl/worksheets/sheet1.xml", "") };
  ims_memory wide = { 0 };
  workbook_bytes(&wide, "\xFF\xFE", 2);
  for (; *sheet; sheet++)
    workbook_bytes(&wide, (const char[]){ *sheet, '\0' }, 2);
  parts[3].text = wide.data;
  parts[3].size = (uint32_t)(wide.size - missing);
  fixture_read_parts(parts, FIXTURE_COUNT(parts), NULL, status, expected);
  ims_memory_free(&wide);
}

Test(xlsx_sheet, a_sheet_in_utf16_is_read_with_its_merged_ranges)
{
  expect_wide(WORKSHEET("<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row></sheetData>"
                        "<mergeCells><mergeCell ref='A1:B1'/></mergeCells>"),
              0, IMS_OK, "Plan\n1 | 1n 1 | 2tm \n");
}

Test(xlsx_sheet, a_sheet_in_bad_utf16_is_reported)
{
  expect_wide(CELLS("<row r='1'><c r='A1'><v>1</v></c></row>"), 1, IMS_INVALID,
              "Plan\n1 | 1n 1\nx.xlsx:Plan!A1: error: the workbook is damaged: 'xl/worksheets/sheet1.xml', line 1: "
              "expected '>' [sheet-damaged]\n");
}

/* ---- merged ranges ---- */

#define MERGED(rows, ranges) WORKSHEET("<sheetData>" rows "</sheetData><mergeCells>" ranges "</mergeCells>")

Test(xlsx_sheet, cells_that_continue_a_merged_range_are_marked)
{
  fixture_read_sheet(
      MERGED("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>9</v></c><c r='C1'><v>3</v></c></row>"
             "<row r='2'><c r='C2'><v>4</v></c></row><row r='3'/><row r='4'><c r='A4'><v>5</v></c></row>",
             "<mergeCell ref='A1:B3'/><mergeCell ref='C4:C9'/><mergeCell ref='D1:D1'/>"),
      NULL, IMS_OK, "Plan\n1 | 1n 1 | 2tm  | 3n 3\n2 | 1tm  | 2tm  | 3n 4\n3 | 1tm  | 2tm \n4 | 1n 5\n");
}

Test(xlsx_sheet, a_range_over_all_columns_goes_as_far_as_the_table)
{
  fixture_read_sheet(MERGED("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"
                            "<row r='2'><c r='A2'><v>3</v></c></row>",
                            "<mergeCell ref='A2:XFD2'/>"),
                     NULL, IMS_OK, "Plan\n1 | 1n 1 | 2n 2\n2 | 1n 3 | 2tm \n");
}

Test(xlsx_sheet, so_many_merged_cells_are_read)
{
  const imsi_sheet_options options = { .max_merged = 2 };
  fixture_read_sheet(
      MERGED("<row r='1'><c r='A1'><v>1</v></c><c r='D1'><v>1</v></c></row>", "<mergeCell ref='A1:D1'/>"), &options,
      IMS_LIMIT,
      "Plan\nx.xlsx:Plan!1:1: error: this is more than is read: the sheet has more than 2 merged cells "
      "[sheet-limit]\n");
}

Test(xlsx_sheet, what_is_wrong_with_a_merged_sheet_is_reported_once)
{
  fixture_read_sheet(
      MERGED("<row r='1'><c r='A1'><v>1</v></c></row>", "<mergeCell ref='nonsense'/><mergeCell/><x>"), NULL,
      IMS_INVALID,
      "Plan\n1 | 1n 1\nx.xlsx:Plan!A1: error: the workbook is damaged: 'xl/worksheets/sheet1.xml', line 1: "
      "Opening and ending tag mismatch: x line 1 and mergeCells [sheet-damaged]\n");
}
