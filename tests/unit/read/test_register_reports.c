/* Sheets that reports have made, given as a register: they are no evidence, but for what somebody decided in them. */
#include "unit/fixture_reader.h"
#include "unit/read/workbook.h"

#define T(place, text) "<c r='" place "' t='inlineStr'><is><t>" text "</t></is></c>"

/* A workbook of one sheet of that name. */
static ims_memory make(const char *name, const char *cells)
{
  ims_memory book = { 0 }, sheet = { 0 };
  fixture_printf(
      &book, "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='%s' sheetId='1' r:id='r1'/></sheets></workbook>",
      NS_MAIN, NS_ROLES, name);
  fixture_printf(&sheet, "<worksheet xmlns='%s'><sheetData>", NS_MAIN);
  workbook_bytes(&sheet, cells, strlen(cells));
  fixture_printf(&sheet, "</sheetData></worksheet>");
  const workbook_part parts[] = { ROOT_PART,
                                  PART("xl/workbook.xml", book.data),
                                  ROLES_PART(USUAL_ROLES),
                                  PART("xl/worksheets/sheet1.xml", sheet.data),
                                  PART("xl/sharedStrings.xml", USUAL_STRINGS),
                                  PART("xl/styles.xml", USUAL_STYLES) };
  ims_memory zip = workbook_zip(parts, sizeof parts / sizeof *parts);
  ims_memory_free(&book);
  ims_memory_free(&sheet);
  return zip;
}

/* What is in a register, to be released. */
typedef struct reading {
  ims_model *model;
  ims_register *evidence;
  const ims_sheet *sheet;
  fixture_diags diags;
} reading;

static reading read_sheet(const char *name, const char *cells)
{
  reading r = { .model = fixture_model(fixture_standards) };
  ims_memory zip = make(name, cells);
  r.evidence = fixture_read_as(r.model, "r.xlsx", zip.data, zip.size, &r.diags);
  ims_memory_free(&zip);
  cr_assert_not_null(r.evidence);
  size_t count;
  r.sheet = ims_register_sheets(r.evidence, &count);
  cr_assert_eq(count, 1);
  return r;
}

static void drop(reading *r)
{
  ims_register_free(r->evidence);
  ims_model_free(r->model);
  fixture_diags_free(&r->diags);
}

#define DOCUMENT_HEADERS "<row r='1'>" T("A1", "Document ID") T("B1", "Title") T("C1", "Clauses") "</row>"
#define DOCUMENT_ROW "<row r='2'>" T("A2", "POL-1") T("B2", "Suppliers") T("C2", "9001:2015/8.4") "</row>"

Test(register_reports, a_report_is_no_evidence_and_the_reason_is_told)
{
  static const char *const names[] = { "imsmap coverage", "imsmap", "IMSMAP soa 2" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    reading r = read_sheet(names[i], DOCUMENT_HEADERS DOCUMENT_ROW);
    cr_expect_eq(r.sheet->kind, IMS_ENTRY_KIND_COUNT, "%s", names[i]);
    cr_expect_str_eq(r.sheet->how, "it is a report of imsmap, which shows nothing that is not registered");
    cr_expect_eq(r.sheet->rows, 2);
    cr_expect_eq(ims_register_count(r.evidence, IMS_ENTRY_DOCUMENT), 0);
    cr_expect_str_eq(fixture_codes(&r.diags), "0:0 no-entries");
    drop(&r);
  }
}

Test(register_reports, other_sheets_are_read_whatever_they_begin_with)
{
  static const char *const names[] = { "imsmaps", "Documents", "the imsmap" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    reading r = read_sheet(names[i], DOCUMENT_HEADERS DOCUMENT_ROW);
    cr_expect_eq(r.sheet->kind, IMS_ENTRY_DOCUMENT, "%s", names[i]);
    drop(&r);
  }
}

#define GAP_HEADERS                                                                                                    \
  "<row r='1'>" T("A1", "Clause") T("B1", "System") T("C1", "In our words") T("D1", "State") T("E1", "What to do")     \
      T("F1", "Owner") T("G1", "Due") T("H1", "Decision") T("I1", "Confirmed by") T("J1", "Confirmed on")              \
          T("K1", "Grade") T("L1", "Chain") "</row>"

/* Row 2: nothing decided; 3: all; 4: only decided. */
static const char gap_cells[] = GAP_HEADERS "<row r='2'>" T("A2", "9001:2015/9.2") T("C2", "audits") T("D2", "gap")
    T("K2", "observation") "</row>"
                           "<row r='3'>" T("A3", "9001:2015/8.4#1") T("B3", "9001") T("C3", "suppliers")
                               T("D3", "extend") T("E3", "extend it") T("F3", "A. Miller") T("G3", "2027-01-31")
                                   T("H3", "do it") T("I3", "B. Jones") T("J3", "2026-11-28")
                                       T("K3", "observation") "</row>"
                                                              "<row r='4'>" T("A4", "27001:2022/A.5.1")
                                                                  T("C4", "policies") T("D4", "gap") T("H4", "leave it")
                                                                      T("K4", "observation") "</row>";

Test(register_reports, lines_of_the_gap_that_somebody_filled_in_are_observations)
{
  reading r = read_sheet("imsmap gap", gap_cells);
  cr_expect_eq(r.sheet->kind, IMS_ENTRY_FINDING);
  cr_expect_str_eq(r.sheet->how, "what was decided in a report");
  cr_expect_eq(r.sheet->entries, 2);
  cr_expect_eq(r.sheet->undecided, 1);
  cr_assert_eq(ims_register_count(r.evidence, IMS_ENTRY_FINDING), 2);
  const ims_entry first = ims_register_entry(r.evidence, IMS_ENTRY_FINDING, 0);
  cr_expect_str_eq(ims_entry_text(r.evidence, first, IMS_FIELD_TITLE), "suppliers");
  cr_expect_str_eq(ims_entry_text(r.evidence, first, IMS_FIELD_OWNER), "A. Miller");
  cr_expect_str_eq(ims_entry_text(r.evidence, first, IMS_FIELD_ACTION), "extend it");
  cr_expect_str_eq(ims_entry_text(r.evidence, first, IMS_FIELD_NOTE), "do it; B. Jones; 2026-11-28");
  cr_expect_eq(ims_entry_day(r.evidence, first, IMS_FIELD_DUE), 20270131);
  cr_expect_eq(ims_entry_word(r.evidence, first, IMS_FIELD_GRADE), IMS_OBSERVATION);
  cr_expect_str_eq(ims_entry_text(r.evidence, first, IMS_FIELD_EVIDENCE), "extend", "what the report found");
  cr_expect_eq(ims_entry_word(r.evidence, first, IMS_FIELD_PROGRESS), 0);
  const ims_entry second = ims_register_entry(r.evidence, IMS_ENTRY_FINDING, 1);
  cr_expect_str_eq(ims_entry_text(r.evidence, second, IMS_FIELD_NOTE), "leave it");
  cr_expect_str_eq(fixture_codes(&r.diags), "");
  drop(&r);
}

Test(register_reports, what_was_decided_on_is_the_clause_of_its_line)
{
  ims_memory text = { 0 };
  reading r = read_sheet("imsmap gap", gap_cells);
  cr_expect_str_eq(fixture_claims_text(r.evidence, &text), "suppliers 9001:2015/8.4#1, policies 27001:2022/A.5.1");
  ims_memory_free(&text);
  drop(&r);
}

Test(register_reports, columns_that_say_what_was_found_are_told_as_ignored)
{
  reading r = read_sheet("imsmap gap", gap_cells);
  cr_expect_str_eq(r.sheet->columns[11].title, "Chain");
  cr_expect_eq(r.sheet->columns[11].field, IMS_FIELD_COUNT);
  cr_expect_str_eq(r.sheet->columns[11].how, "it says what the report found");
  cr_expect_eq(r.sheet->columns[7].field, IMS_FIELD_NOTE);
  drop(&r);
}

Test(register_reports, a_gap_whose_columns_were_taken_away_is_a_report)
{
  reading r = read_sheet("imsmap gap", "<row r='1'>" T("A1", "Clause") T("B1", "Owner")
                                           T("C1", "Title") "</row>"
                                                            "<row r='2'>" T("A2", "9001:2015/8.4") T("B2", "x")
                                                                T("C2", "y") "</row>");
  cr_expect_eq(r.sheet->kind, IMS_ENTRY_KIND_COUNT);
  cr_expect_eq(ims_register_count(r.evidence, IMS_ENTRY_FINDING), 0);
  drop(&r);
}
