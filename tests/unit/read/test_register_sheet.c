/* Registers in sheets: which row has the headers, what lines become, and that nothing is dropped in silence. */
#include "property/tables.h"
#include "read/register_sheet_internal.h"
#include "unit/fixture_reader.h"
#include "unit/read/workbook.h"

/* ---- what was read, as text ---- */

static void say(void *context, const ims_diag *diag)
{
  ims_memory *got = context;
  cr_assert_eq(ims_pos_write(diag->pos, ims_sink_memory(got)), IMS_OK);
  fixture_printf(got, ": %s [%s]\n", diag->text, ims_diag_code(diag->id));
}

static void print_entry(const ims_register *evidence, ims_entry entry, ims_memory *got)
{
  size_t count;
  const ims_entry_kind kind = ims_entry_kind_of(evidence, entry);
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  fixture_printf(got, "%s", ims_entry_kind_key(kind));
  for (size_t i = 0; i < count; i++) {
    const char *text = ims_entry_text(evidence, entry, fields[i]);
    const ims_field_kind holds = ims_field_kind_of(fields[i]);
    const bool number = holds == IMS_HOLDS_DAY || holds == IMS_HOLDS_NUMBER || holds == IMS_HOLDS_WORD;
    const int32_t value = ims_entry_number(evidence, entry, fields[i]);
    if (!*text && (!number || value <= 0))
      continue;
    fixture_printf(got, " %s=%s", ims_field_key(fields[i]), text);
    if (number)
      fixture_printf(got, "(%d)", value);
  }
  fixture_printf(got, "\n");
}

/* Entries, claims and messages of a file; "reg.csv" unless it is a workbook. */
static void expect_bytes(const char *name, const char *data, size_t size, const char *entries, const char *claims,
                         const char *messages)
{
  ims_memory got = { 0 }, told = { 0 }, text = { 0 };
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  ims_model *model = fixture_model(fixture_standards);
  cr_assert_eq(ims_register_reader_new(model, NULL, (ims_diag_sink){ say, &told }, &reader), IMS_OK);
  cr_assert_eq(ims_register_reader_memory(reader, name, data, size), IMS_OK, "%s", told.data);
  cr_assert_eq(ims_register_reader_finish(reader, &evidence), IMS_OK);
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    for (size_t i = 0; i < ims_register_count(evidence, (ims_entry_kind)kind); i++)
      print_entry(evidence, ims_register_entry(evidence, (ims_entry_kind)kind, i), &got);
  cr_expect_str_eq(got.data ? got.data : "", entries, "entries: expected\n%s\ngot\n%s", entries, got.data);
  cr_expect_str_eq(fixture_claims_text(evidence, &text), claims, "claims: expected %s got %s", claims, text.data);
  cr_expect_str_eq(told.data ? told.data : "", messages, "messages: expected\n%s\ngot\n%s", messages, told.data);
  ims_register_free(evidence);
  ims_register_reader_free(reader);
  ims_model_free(model);
  ims_memory_free(&got);
  ims_memory_free(&told);
  ims_memory_free(&text);
}

static void expect(const char *csv, const char *entries, const char *claims, const char *messages)
{
  expect_bytes("reg.csv", csv, strlen(csv), entries, claims, messages);
}

/* A workbook of one sheet with rows of cells as in XML. */
static void expect_cells(const char *cells, const char *entries, const char *claims, const char *messages)
{
  ims_memory sheet = { 0 };
  fixture_printf(&sheet, "<worksheet xmlns='%s'>", NS_MAIN);
  const ims_sink sink = ims_sink_memory(&sheet);
  cr_assert_eq(sink.write(sink.context, cells, strlen(cells)), IMS_OK);
  fixture_printf(&sheet, "</worksheet>");
  const workbook_part parts[] = { ROOT_PART,
                                  WORKBOOK_PART(ONE_SHEET),
                                  ROLES_PART(USUAL_ROLES),
                                  PART("xl/worksheets/sheet1.xml", sheet.data),
                                  PART("xl/sharedStrings.xml", USUAL_STRINGS),
                                  PART("xl/styles.xml", USUAL_STYLES) };
  ims_memory zip = workbook_zip(parts, sizeof parts / sizeof *parts);
  expect_bytes("reg.xlsx", zip.data, zip.size, entries, claims, messages);
  ims_memory_free(&zip);
  ims_memory_free(&sheet);
}

#define T(place, text) "<c r='" place "' t='inlineStr'><is><t>" text "</t></is></c>"
#define N(place, number) "<c r='" place "'><v>" number "</v></c>"

/* ---- headers ---- */

Test(register_sheet, a_list_of_documents_is_read)
{
  expect("Document ID,Title,Type,Clauses,Owner,Approved on,Status\n"
         "POL-1,Suppliers,Policy,\"ISO 9001, 8.4\",Miller,2026-11-28,valid\n"
         "REC-1,Audit of suppliers,Report,ISO 27001 A.5.1,,28.11.2026,Entwurf\n",
         "document id=POL-1 title=Suppliers kind=(1) type=Policy clauses=ISO 9001, 8.4 owner=Miller status=valid(2) "
         "approved=2026-11-28(20261128)\n"
         "document id=REC-1 title=Audit of suppliers kind=(2) type=Report clauses=ISO 27001 A.5.1 status=Entwurf(1) "
         "approved=28.11.2026(20261128)\n",
         "POL-1 9001:2015~/8.4, REC-1 27001:2022~/A.5.1", "");
}

Test(register_sheet, the_headers_need_not_be_first)
{
  expect("List of documents of Example;;\n;;\nas of 2026;;\nDoc No;Title;Owner\nA;B;C\n",
         "document id=A title=B owner=C\n", "", "");
}

Test(register_sheet, headers_are_known_in_other_words_and_languages)
{
  expect("Dokumenten-ID;Titel;Verantwortlich;Freigabedatum (TT.MM.JJJJ);Ablageort\nA;B;C;1.2.2026;DMS\n",
         "document id=A title=B owner=C location=DMS approved=1.2.2026(20260201)\n", "", "");
  expect("Code;Titre;Responsable;Statut\nA;B;C;en vigueur\n", "document id=A title=B owner=C status=en vigueur(2)\n",
         "", "");
  expect("C\xC3\xB3"
         "digo;T\xC3\xADtulo;Responsable;Estado\nA;B;C;vigente\n",
         "document id=A title=B owner=C status=vigente(2)\n", "", "");
  expect("# ;Title / Titel;Owner [name]\n7;B;C\n", "document id=7 title=B owner=C\n", "", "");
}

Test(register_sheet, the_kind_is_told_by_the_columns)
{
  expect("Control,Title,Applicable,Justification,Implementation status\nA.5.1,Policies,yes,needed,done\n",
         "control id=A.5.1 title=Policies applicable=yes(1) reason=needed implementation=done(1)\n",
         "A.5.1 27001:2022~/A.5.1", "");
  expect("Finding No,Finding,Grade,Corrective action,Due\nF1,No records,minor,write them,2026-12-01\n",
         "finding id=F1 title=No records grade=minor(2) action=write them due=2026-12-01(20261201)\n", "", "");
  expect("System,Standard,Scope\nQMS,ISO 9001:2015,all\n", "system id=QMS edition=ISO 9001:2015 scope=all\n", "", "");
}

Test(register_sheet, the_kind_is_told_by_the_name_of_its_element)
{
  static const char csv[] = "Title,Systems,Processes\nR. Lindqvist,QMS,Purchasing\n";
  expect_bytes("auditor.csv", csv, sizeof csv - 1, "auditor title=R. Lindqvist systems=QMS processes=Purchasing\n", "",
               "");
}

Test(register_sheet, the_one_line_of_an_organization_is_no_heading)
{
  static const char csv[] = "Title,Personnel,Note\nExample Ltd,,\n";
  expect_bytes("organization.csv", csv, sizeof csv - 1, "organization title=Example Ltd\n", "", "");
}

Test(register_sheet, where_two_columns_name_an_entry_the_first_is_the_id)
{
  expect("Process,Name,Owner,Inputs,Outputs\nP1,Sales,Miller,a,b\n",
         "process id=P1 title=Sales owner=Miller inputs=a outputs=b\n", "", "");
}

Test(register_sheet, a_number_of_lines_beside_an_id_is_ignored)
{
  expect("No,Document ID,Title,Owner\n1,POL-1,B,C\n", "document id=POL-1 title=B owner=C\n", "", "");
}

/* ---- clauses ---- */

Test(register_sheet, columns_of_several_standards_add_up)
{
  expect("ID,Title,ISO 9001:2015 clauses,ISO 20000-1,ISO/IEC 27001 Annex A,Owner\nA,B,\"8.4, 9.2\",8.7,5.1,C\n",
         "document id=A title=B clauses=8.4, 9.2; 8.7; 5.1 owner=C\n",
         "A 9001:2015/8.4, A 9001:2015/9.2, A 20000-1:2018~/8.7, A 27001:2022~/A.5.1", "");
}

Test(register_sheet, marks_below_a_standard_name_its_system)
{
  expect(
      "ID,Title,ISO 9001,ISO 27001,Owner\nA,B,x,,C\nD,E,8.4,x,F\n",
      "document id=A title=B systems=9001:2015 owner=C\ndocument id=D title=E systems=27001:2022 clauses=8.4 owner=F\n",
      "D 9001:2015~/8.4", "");
}

Test(register_sheet, marks_below_a_system_name_it)
{
  expect("ID,Title,QMS,ISMS,Owner\nA,B,x,x,C\nD,E,-,maybe,F\n",
         "document id=A title=B systems=QMS; ISMS owner=C\ndocument id=D title=E owner=F\n", "",
         "reg.csv:3:7: 'maybe' is not understood as 'Systems'; write x, or nothing [bad-cell]\n");
}

Test(register_sheet, marks_below_clauses_claim_them)
{
  expect("ID,Title,ISO 9001 8.4,ISO 9001 9.2,Owner\nA,B,x,,C\nD,E,x,x,F\n",
         "document id=A title=B clauses=ISO 9001 8.4 owner=C\ndocument id=D title=E clauses=ISO 9001 8.4; ISO 9001 9.2 "
         "owner=F\n",
         "A 9001:2015~/8.4, D 9001:2015~/8.4, D 9001:2015~/9.2", "");
}

Test(register_sheet, the_standard_above_the_headers_counts_for_bare_numbers)
{
  expect("Evidence for ISO 9001:2015,,\nID,Title,Clauses\nA,B,8.4\n", "document id=A title=B clauses=8.4\n",
         "A 9001:2015/8.4", "");
  expect("Evidence for ISO 9001:2015 and ISO 27001,,\nID,Title,Clauses\nA,B,9.2\n",
         "document id=A title=B clauses=9.2\n", "A ?/9.2!",
         "reg.csv:3:5: '9.2' names no clause of a known standard: write the standard before it, as in 'ISO 9001, 8.4' "
         "[unclear-clause]\n");
}

/* What is told of the clauses below a header, against the standards that are compiled in. */
static void expect_told(const char *header, const char *cell, const char *messages)
{
  ims_memory csv = { 0 };
  fixture_diags diags = { 0 };
  ims_model *model = tables_builtin();
  fixture_printf(&csv, "ID,Title,%s\nA,x,\"%s\"\n", header, cell);
  ims_register *evidence = fixture_read_as(model, "reg.csv", csv.data, csv.size, &diags);
  cr_expect_str_eq(fixture_codes(&diags), messages, "%s: %s: %s", header, cell, fixture_codes(&diags));
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
  ims_memory_free(&csv);
}

Test(register_sheet, a_bare_number_that_is_a_clause_and_a_control_is_doubted)
{
  expect_told("ISO 27001", "8.2", "2:5 ambiguous-clause");
  expect_told("ISO/IEC 27001:2022", "5.1, 8.3", "2:5 ambiguous-clause");
  expect_told("ISO 27001", "8.2, 9.2", "");   /* there is no control A.9.2: it speaks of clauses */
  expect_told("ISO 27001", "8.2, A.8.2", ""); /* who writes A. means it */
  expect_told("ISO 27001", "clause 8.2", "");
  expect_told("ISO 27001 clauses", "8.2", "");
  expect_told("ISO 27001 Kapitel", "8.2", "");
  expect_told("ISO 27001 Annex A", "8.2", "");
  expect_told("ISO 27001,ISO 27001 Annex A", "8.2", "");
  expect_told("ISO 9001", "8.2", "");
  expect_told("ISO 9001,ISO 27001", "8.2\",\"8.2", ""); /* one number for what both ask */
  expect_told("ISO 9001,ISO 27001", "8.4\",\"8.2", "2:11 ambiguous-clause");
  expect_told("Clauses", "ISO 27001 8.2", "");
}

/* What the first column is called, and a title beside it: its cells are the ids. */
Test(register_sheet, an_id_is_known_by_many_names)
{
  static const char *const names[] = { "Doc",
                                       "Doc.",
                                       "Doc ID",
                                       "Doc. No.",
                                       "Document ref",
                                       "Dok.",
                                       "Dok-Nr.",
                                       "Dok.-ID",
                                       "Dokumenten-Nr.",
                                       "R\xC3\xA9"
                                       "f.",
                                       "R\xC3\xA9"
                                       "f. doc.",
                                       "C\xC3\xB3"
                                       "d.",
                                       "C\xC3\xB3"
                                       "digo",
                                       "N.\xC2\xBA",
                                       "K\xC3\xBC"
                                       "rzel",
                                       "Clave" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    ims_memory csv = { 0 };
    fixture_printf(&csv, "%s,Title,Clauses\nP-1,Thing,ISO 9001 8.4\n", names[i]);
    expect(csv.data, "document id=P-1 title=Thing clauses=ISO 9001 8.4\n", "P-1 9001:2015~/8.4", "");
    ims_memory_free(&csv);
  }
  expect("ID,Doc,Clauses\nP-1,Thing,ISO 9001 8.4\n", "document id=P-1 title=Thing clauses=ISO 9001 8.4\n",
         "P-1 9001:2015~/8.4", "");
}

Test(register_sheet, a_type_that_is_only_a_word_for_documents_tells_the_kind_where_the_title_does_not)
{
  expect("ID,Title,Type\nD-1,Scope,Dokument\nD-2,Assets,Verzeichnis\nD-3,Audit report 2026,Document\n"
         "D-4,Training 2026,Nachweise\nD-5,Actions,Liste\nD-6,Suppliers,Register\n",
         "document id=D-1 title=Scope kind=(1) type=Dokument\n"
         "document id=D-2 title=Assets kind=(1) type=Verzeichnis\n"
         "document id=D-3 title=Audit report 2026 kind=(2) type=Document\n"
         "document id=D-4 title=Training 2026 kind=(2) type=Nachweise\n"
         "document id=D-5 title=Actions type=Liste\n"
         "document id=D-6 title=Suppliers type=Register\n",
         "", "");
  expect("ID,Title,Kind\nD-1,Assets,Inventory\n", "document id=D-1 title=Assets kind=Inventory(1)\n", "", "");
}

Test(register_sheet, headers_in_two_rows_are_joined)
{
  const char *const claims = "P 9001:2015~/8.4, P 27001:2022~/9.2";
  const char *const entry = "document id=P title=T clauses=8.4; 9.2 owner=Bob\n";
  expect("ID,Title,Clauses,,Owner\n,,ISO 9001,ISO 27001,\nP,T,8.4,9.2,Bob\n", entry, claims, "");
  expect("Document,,Clauses,,Owner\nID,Title,ISO 9001,ISO 27001,\nP,T,8.4,9.2,Bob\n", entry, claims, "");
  expect(",,Clauses,,Owner\nID,Title,ISO 9001,ISO 27001,\nP,T,8.4,9.2,Bob\n", entry, claims, "");
  /* lines of a table are none, even if their words are those of headers */
  expect("Document,Clauses\nPolicy,ISO 9001 8.4\n", "document title=Policy kind=(1) clauses=ISO 9001 8.4\n",
         "Policy 9001:2015~/8.4", "");
  expect("ID,Title,Type\nTitle,Policy,Document\n", "document id=Title title=Policy kind=(1) type=Document\n", "", "");
}

/* ---- days ---- */

Test(register_sheet, an_ambiguous_day_goes_by_the_others_in_its_column)
{
  expect("ID,Title,Approved on\nA,a,03/04/2026\nB,b,28/11/2026\n",
         "document id=A title=a approved=03/04/2026(20260403)\ndocument id=B title=b approved=28/11/2026(20261128)\n",
         "", "");
  expect("ID,Title,Approved on\nA,a,03/04/2026\nB,b,11/28/2026\n",
         "document id=A title=a approved=03/04/2026(20260304)\ndocument id=B title=b approved=11/28/2026(20261128)\n",
         "", "");
}

Test(register_sheet, an_ambiguous_day_that_nothing_decides_is_told)
{
  expect("ID,Title,Approved on\nA,a,03/04/2026\n", "document id=A title=a approved=03/04/2026(0)\n", "",
         "reg.csv:2:5: '03/04/2026' may be 2026-04-03 or 2026-03-04: write it as YYYY-MM-DD [ambiguous-day]\n");
  expect("ID,Title,Approved on\nA,a,03/04/2026\nB,b,28/11/2026\nC,c,11/28/2026\n",
         "document id=A title=a approved=03/04/2026(0)\ndocument id=B title=b approved=28/11/2026(20261128)\n"
         "document id=C title=c approved=11/28/2026(20261128)\n",
         "", "reg.csv:2:5: '03/04/2026' may be 2026-04-03 or 2026-03-04: write it as YYYY-MM-DD [ambiguous-day]\n");
}

Test(register_sheet, what_is_no_day_is_told)
{
  expect("ID,Title,Approved on,Next review\nA,a,2026-02-30,Q3 2026\nB,b,-,n/a\n",
         "document id=A title=a approved=2026-02-30(0) next_review=Q3 2026(0)\n"
         "document id=B title=b approved=-(0) next_review=n/a(0)\n",
         "",
         "reg.csv:2:5: there is no such day as '2026-02-30' [impossible-day]\n"
         "reg.csv:2:16: 'Q3 2026' is not understood as 'Next review'; write a day as YYYY-MM-DD [bad-cell]\n");
}

/* ---- numbers and words ---- */

Test(register_sheet, behind_a_day_there_is_a_time_or_nothing)
{
  expect("ID,Title,Approved on\nA,x,2026-02-03 14:30\nB,x,3.2.2026 2:30 PM\nC,x,2026-02-03 or later\n",
         "document id=A title=x approved=2026-02-03 14:30(20260203)\n"
         "document id=B title=x approved=3.2.2026 2:30 PM(20260203)\n"
         "document id=C title=x approved=2026-02-03 or later(0)\n",
         "",
         "reg.csv:4:5: '2026-02-03 or later' is not understood as 'Approved on'; write a day as YYYY-MM-DD "
         "[bad-cell]\n");
}

Test(register_sheet, a_year_of_two_digits_is_told_by_points_and_slashes_only)
{
  expect("ID,Title,Approved on\nA,x,28.11.26\nB,x,26-11-28\n",
         "document id=A title=x approved=28.11.26(20261128)\ndocument id=B title=x approved=26-11-28(0)\n", "",
         "reg.csv:3:5: '26-11-28' is not understood as 'Approved on'; write a day as YYYY-MM-DD [bad-cell]\n");
}

Test(register_sheet, blanks_that_are_not_seen_are_blanks)
{
  expect("ID,Title,Status,Approved on\nA\xC2\xA0,x,n/a\xC2\xA0,2026-02-03\xE2\x80\x8B\n"
         "\xC2\xA0,\xE2\x80\x8B,,\n\xE3\x80\x80"
         "a,y,,\n",
         "document id=A title=x status=n/a(0) approved=2026-02-03(20260203)\n", "",
         "reg.csv:4:1: document 'a' is there already: this line is left out [repeated-id]\n"
         "reg.csv:2:1: the first 'a' is here [first-here]\n");
}

Test(register_sheet, no_system_may_be_said_in_words)
{
  expect("ID,Title,Systems\nA,x,-\nB,x,n/a\n", "document id=A title=x systems=-\ndocument id=B title=x systems=n/a\n",
         "", "");
}

Test(register_sheet, a_long_cell_is_told_so_far_that_it_can_be_recognized)
{
  ims_memory csv = { 0 }, entries = { 0 }, messages = { 0 };
  fixture_printf(&csv, "ID,Title,Status\nA,x,%0300d\n", 0);
  fixture_printf(&entries, "document id=A title=x status=%0300d(0)\n", 0);
  fixture_printf(&messages, "reg.csv:2:5: '%0200d...' is not understood as 'Status'; ", 0);
  fixture_printf(&messages, "write draft, valid, obsolete [bad-cell]\n");
  expect(csv.data, entries.data, "", messages.data);
  ims_memory_free(&csv);
  ims_memory_free(&entries);
  ims_memory_free(&messages);
}

Test(register_sheet, numbers_are_whole)
{
  expect("System,Standard,Personnel\nA,9001,85\nB,9001,\"1,200\"\nC,9001,85.0\nD,9001,many\nE,9001,8.5\n",
         "system id=A edition=9001 personnel=85(85)\nsystem id=B edition=9001 personnel=1,200(1200)\n"
         "system id=C edition=9001 personnel=85.0(85)\nsystem id=D edition=9001 personnel=many(-1)\n"
         "system id=E edition=9001 personnel=8.5(-1)\n",
         "",
         "reg.csv:5:8: 'many' is not understood as 'Personnel'; write a whole number from 0 to 1000000 [bad-cell]\n"
         "reg.csv:6:8: '8.5' is not understood as 'Personnel'; write a whole number from 0 to 1000000 [bad-cell]\n");
}

Test(register_sheet, unknown_words_are_told_with_those_that_are_known)
{
  expect("ID,Title,Status\nA,a,green\n", "document id=A title=a status=green(0)\n", "",
         "reg.csv:2:5: 'green' is not understood as 'Status'; write draft, valid, obsolete [bad-cell]\n");
}

/* ---- rows ---- */

Test(register_sheet, headings_between_the_lines_are_none)
{
  expect("ID,Title,Owner\nPolicies,,\nA,B,C\nID,Title,Owner\nD,E,F\n",
         "document id=A title=B owner=C\ndocument id=D title=E owner=F\n", "", "");
}

Test(register_sheet, what_may_be_an_id_or_a_clause_is_no_heading)
{
  expect("ID,Title,Clauses\nPOL-1,,\n,,8.4\n1. Policies,,\n,A title,\n", "document id=POL-1\ndocument title=A title\n",
         "", "reg.csv:3: the line is left out: it has neither an id nor a title [unnamed-row]\n");
}

Test(register_sheet, a_line_without_a_name_is_left_out_and_told)
{
  expect("ID,Title,Owner,Status\n,,Miller,valid\nA,B,C,valid\n", "document id=A title=B owner=C status=valid(2)\n", "",
         "reg.csv:2: the line is left out: it has neither an id nor a title [unnamed-row]\n");
}

Test(register_sheet, a_second_line_of_an_id_is_left_out_and_told)
{
  expect("ID,Title,Owner\nA,B,C\na,D,E\n", "document id=A title=B owner=C\n", "",
         "reg.csv:3:1: document 'a' is there already: this line is left out [repeated-id]\n"
         "reg.csv:2:1: the first 'a' is here [first-here]\n");
}

Test(register_sheet, an_id_that_looks_like_another_is_told_and_read)
{
  expect(
      "ID,Title\nPOL-1,x\n\xEF\xBC\xB0OL-1,y\nD\xE2\x80\x91"
      "2,z\nD-2,z\nD2,z\n",
      "document id=POL-1 title=x\ndocument id=\xEF\xBC\xB0OL-1 title=y\ndocument id=D\xE2\x80\x91"
      "2 title=z\n"
      "document id=D-2 title=z\ndocument id=D2 title=z\n",
      "",
      "reg.csv:3:1: document '\xEF\xBC\xB0OL-1' looks like an id that is there already, and counts as another: write "
      "both alike if they are one [similar-id]\nreg.csv:2:1: the other '\xEF\xBC\xB0OL-1' is here [other-here]\n"
      "reg.csv:5:1: document 'D-2' looks like an id that is there already, and counts as another: write both alike if "
      "they are one [similar-id]\nreg.csv:4:1: the other 'D-2' is here [other-here]\n");
}

Test(register_sheet, cells_below_no_header_are_told)
{
  expect("ID,Title,,Owner\nA,x,8.4,Ann\nB,y,,Bob\nC,z,9.2,Cid,more\n",
         "document id=A title=x owner=Ann\ndocument id=B title=y owner=Bob\ndocument id=C title=z owner=Cid\n", "",
         "reg.csv:2:5: 3 cells stand below no header: give the column a name if it is to be read [no-header]\n");
}

Test(register_sheet, a_file_that_says_nothing_is_told)
{
  expect("ID,Title,Owner\n,,Miller\n", "", "",
         "reg.csv:2: the line is left out: it has neither an id nor a title [unnamed-row]\n"
         "reg.csv: nothing in this file is an entry; 'imsmap register' shows what was made of it [no-entries]\n");
}

Test(register_sheet, a_file_that_is_still_to_be_filled_in_is_no_fault)
{
  expect("ID,Title,Owner\n", "", "", "");
}

Test(register_sheet, a_column_that_repeats_another_is_told)
{
  expect("ID,Title,Status,State\nA,B,valid,draft\n", "document id=A title=B status=valid(2)\n", "",
         "reg.csv:1:17: the column 'State' is ignored: 'Status' says the same [repeated-column]\n");
}

Test(register_sheet, several_columns_of_one_text_are_joined)
{
  expect("ID,Title,Comment,Remarks\nA,B,one,two\n", "document id=A title=B note=one; two\n", "", "");
}

/* ---- sheets that are none ---- */

Test(register_sheet, a_sheet_without_headers_is_told)
{
  expect("apples,pears\n1,2\n3,4\n", "", "",
         "reg.csv: the sheet is not read: none of its first 30 rows has headers that tell what its lines are "
         "[sheet-ignored]\n"
         "reg.csv: nothing in this file is an entry; 'imsmap register' shows what was made of it [no-entries]\n");
  expect("only words\nand more words\n", "", "",
         "reg.csv: the sheet is not read: it is a text, not a table [sheet-ignored]\n"
         "reg.csv: nothing in this file is an entry; 'imsmap register' shows what was made of it [no-entries]\n");
}

Test(register_sheet, counts_add_up)
{
  static const char csv[] =
      "ID,Title,Status,Colour\nA,B,valid,red\nSection,,,\na,C,valid,\n,,draft,blue\nD,E,green,red\n";
  fixture_diags diags = { 0 };
  size_t count, cells = 0;
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence = fixture_read_as(model, "reg.csv", csv, sizeof csv - 1, &diags);
  const ims_sheet *sheet = ims_register_sheets(evidence, &count);
  cr_assert_eq(count, 1);
  cr_expect_eq(sheet->rows, 5);
  cr_expect_eq(sheet->entries, 2);
  cr_expect_eq(sheet->repeated, 1);
  cr_expect_eq(sheet->empty, 1);
  cr_expect_eq(sheet->sections, 1);
  cr_expect_eq(sheet->rows, sheet->entries + sheet->repeated + sheet->empty + sheet->sections);
  cr_expect_eq(sheet->header, 1);
  cr_assert_eq(sheet->column_count, 5);
  for (size_t i = 0; i < sheet->column_count; i++)
    cells += sheet->columns[i].cells;
  cr_expect_eq(cells, 8);
  cr_expect(sheet->columns[2].cells == 2 && sheet->columns[2].understood == 1);
  cr_expect(sheet->columns[3].field == IMS_FIELD_COUNT && sheet->columns[3].cells == 2);
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

/* ---- workbooks ---- */

#define HEADER_ROW "<row r='1'>" T("A1", "ID") T("B1", "Title") T("C1", "ISO 9001") T("D1", "Approved on") "</row>"

Test(register_sheet, cells_of_a_workbook_have_places)
{
  expect_cells(
      "<sheetData>" HEADER_ROW "<row r='2'>" N("A2", "7") T("B2", "x")
          T("C2", "99.9") "<c r='D2' s='1'><v>46354</v></c></row></sheetData>",
      "document id=7 title=x clauses=99.9 approved=2026-11-28(20261128)\n", "7 9001:2015~/99.9!",
      "reg.xlsx:Plan!A2: 1 id is stored as a number: zeros at the ends, as in 007 and 1.10, are lost; store ids "
      "as text [number-ids]\n"
      "reg.xlsx:Plan!C2: there is no '99.9' in 9001:2015 [unknown-clause]\n");
}

Test(register_sheet, clauses_that_a_spreadsheet_made_numbers_or_days_of_are_told)
{
  expect_cells(
      "<sheetData>" HEADER_ROW "<row r='2'>" T("A2", "A") T("B2", "x") N("C2", "8.4") "</row><row r='3'>" T("A3", "B")
          T("B3", "x") N("C3", "9") "</row><row r='4'>" T("A4", "C")
              T("B4", "x") "<c r='C4' s='1'><v>46354</v></c></row></sheetData>",
      "document id=A title=x clauses=8.4\ndocument id=B title=x clauses=9\n"
      "document id=C title=x clauses=2026-11-28\n",
      "A 9001:2015~/8.4, B 9001:2015~/9!",
      "reg.xlsx:Plan!C2: '8.4' is stored as a number: if '8.40' was meant, store it as text [stored-as]\n"
      "reg.xlsx:Plan!C4: '2026-11-28' is stored as a date: if a clause was meant, store it as text [stored-as]\n"
      "reg.xlsx:Plan!C3: there is no '9' in 9001:2015 [unknown-clause]\n");
}

Test(register_sheet, merged_cells_and_hidden_rows_are_told)
{
  expect_cells("<sheetData>" HEADER_ROW "<row r='2'>" T("A2", "A") T("B2", "x")
                   T("C2", "8.4") "</row>"
                                  "<row r='3' hidden='1'>" T("A3", "B")
                                      T("B3", "y") "</row></sheetData>"
                                                   "<mergeCells><mergeCell ref='C2:C3'/></mergeCells>",
               "document id=A title=x clauses=8.4\ndocument id=B title=y\n", "A 9001:2015~/8.4",
               "reg.xlsx:Plan!3:3: 1 row is hidden, and read like the rest [hidden]\n"
               "reg.xlsx:Plan!C3: 1 cell continues a merged range: its value stands in its first cell only "
               "[merged-cells]\n");
}

/* Those are handed over from the file itself, not from the rows that waited for their headers. */
Test(register_sheet, what_is_told_at_the_end_of_a_sheet_may_stand_in_its_last_rows)
{
  enum { ROWS = 40 };
  ims_memory cells = { 0 }, entries = { 0 };
  fixture_printf(&cells, "<sheetData>" HEADER_ROW);
  for (int i = 2; i <= ROWS; i++) {
    fixture_printf(&cells, "<row r='%d'%s><c r='A%d' t='str'><v>D%d</v></c>%s</row>", i, i == 35 ? " hidden='1'" : "",
                   i, i, i == 36 ? T("D36", "03/04/2026") : "");
    fixture_printf(&entries, "document id=D%d%s\n", i, i == 36 ? " approved=03/04/2026(0)" : "");
  }
  fixture_printf(&cells, "</sheetData><mergeCells><mergeCell ref='B39:C39'/></mergeCells>");
  expect_cells(cells.data, entries.data, "",
               "reg.xlsx:Plan!D36: '03/04/2026' may be 2026-04-03 or 2026-03-04: write it as YYYY-MM-DD "
               "[ambiguous-day]\n"
               "reg.xlsx:Plan!35:35: 1 row is hidden, and read like the rest [hidden]\n"
               "reg.xlsx:Plan!C39: 1 cell continues a merged range: its value stands in its first cell only "
               "[merged-cells]\n");
  ims_memory_free(&cells);
  ims_memory_free(&entries);
}

Test(register_sheet, results_of_formulas_are_counted)
{
  fixture_diags diags = { 0 };
  size_t count;
  const workbook_part parts[] = {
    ROOT_PART,
    WORKBOOK_PART(ONE_SHEET),
    ROLES_PART(USUAL_ROLES),
    PART("xl/worksheets/sheet1.xml",
         CELLS(HEADER_ROW "<row r='2'>" T("A2", "A") "<c r='B2' t='str'><f>A2</f><v>made</v></c></row>")),
    PART("xl/sharedStrings.xml", USUAL_STRINGS),
    PART("xl/styles.xml", USUAL_STYLES)
  };
  ims_memory zip = workbook_zip(parts, sizeof parts / sizeof *parts);
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence = fixture_read_as(model, "reg.xlsx", zip.data, zip.size, &diags);
  cr_assert_not_null(evidence);
  cr_expect_eq(ims_register_sheets(evidence, &count)->formulas, 1);
  const ims_entry entry = ims_register_find(evidence, IMS_ENTRY_DOCUMENT, "A");
  cr_assert_neq(entry.index, IMS_NO_ENTRY);
  cr_expect_str_eq(ims_entry_text(evidence, entry, IMS_FIELD_TITLE), "made");
  const ims_pos pos = ims_entry_pos(evidence, entry, IMS_FIELD_TITLE);
  cr_assert_not_null(pos.sheet);
  cr_expect_str_eq(pos.sheet, "Plan");
  cr_expect(pos.line == 2 && pos.column == 2);
  ims_register_free(evidence);
  ims_model_free(model);
  ims_memory_free(&zip);
}

Test(register_sheet, what_the_reader_of_sheets_tells_is_kept_with_the_rest)
{
  enum { ROWS = 12 };
  fixture_diags diags = { 0 };
  ims_memory rows = { 0 };
  size_t count;
  fixture_printf(&rows, "<worksheet xmlns='%s'><sheetData>" HEADER_ROW, NS_MAIN);
  for (int i = 2; i < ROWS + 2; i++)
    fixture_printf(&rows, "<row r='%d'><c r='A%d'><v>%d</v></c><c r='B%d' t='e'><v>#REF!</v></c></row>", i, i, i, i);
  fixture_printf(&rows, "</sheetData></worksheet>");
  const workbook_part parts[] = { ROOT_PART,
                                  WORKBOOK_PART(ONE_SHEET),
                                  ROLES_PART(USUAL_ROLES),
                                  PART("xl/worksheets/sheet1.xml", rows.data),
                                  PART("xl/sharedStrings.xml", USUAL_STRINGS),
                                  PART("xl/styles.xml", USUAL_STYLES) };
  ims_memory zip = workbook_zip(parts, sizeof parts / sizeof *parts);
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence = fixture_read_as(model, "reg.xlsx", zip.data, zip.size, &diags);
  cr_assert_not_null(evidence);
  const ims_problem *problems = ims_register_problems(evidence, &count);
  size_t told = 0, kept = 0;
  for (size_t i = 0; i < count; i++)
    kept += problems[i].id == IMS_DIAG_CELL_ERROR && problems[i].pos.column == 2 && problems[i].pos.line == kept + 2;
  for (size_t i = 0; i < diags.count; i++)
    told += diags.list[i].id == IMS_DIAG_CELL_ERROR;
  cr_expect_eq(kept, ROWS);
  cr_expect_eq(told, 10);
  cr_expect_eq(ims_register_sheets(evidence, &count)->columns[1].cells, ROWS);
  ims_register_free(evidence);
  ims_model_free(model);
  ims_memory_free(&zip);
  ims_memory_free(&rows);
  fixture_diags_free(&diags);
}

/* ---- files that cannot be read ---- */

static void expect_refusal(const char *name, const char *data, size_t size, ims_diag_id id)
{
  fixture_diags diags = { 0 };
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  ims_model *model = fixture_model(fixture_standards);
  cr_assert_eq(ims_register_reader_new(model, NULL, fixture_sink(&diags), &reader), IMS_OK);
  cr_expect_neq(ims_register_reader_memory(reader, name, data, size), IMS_OK);
  cr_expect_eq(ims_register_reader_finish(reader, &evidence), IMS_INVALID);
  cr_expect_null(evidence);
  bool told = false;
  for (size_t i = 0; i < diags.count; i++)
    told = told || diags.list[i].id == id;
  cr_expect(told, "%s", fixture_messages(&diags));
  ims_register_reader_free(reader);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(register_sheet, what_is_no_workbook_is_refused)
{
  expect_refusal("old.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more", 17, IMS_DIAG_SHEET_FORMAT);
  expect_refusal("cut.xlsx", "PK\3\4 cut off", 12, IMS_DIAG_SHEET_DAMAGED);
}

Test(register_sheet, text_in_windows_1252_is_read_and_told)
{
  expect("ID,Title,Owner\nA,B\xFCro,C\n", "document id=A title=B\xC3\xBCro owner=C\n", "",
         "reg.csv:2:4: what begins here is not UTF-8: it is read as Windows-1252; save the sheet as CSV UTF-8 to be "
         "sure [sheet-encoding]\n");
}

Test(register_sheet, a_million_rows_are_read)
{
  static const char header[] = "ID,Title,Clauses\n";
  enum { ROWS = 1000000 };
  ims_memory csv = { 0 };
  const ims_sink sink = ims_sink_memory(&csv);
  cr_assert_eq(sink.write(sink.context, header, sizeof header - 1), IMS_OK);
  for (int i = 0; i < ROWS; i++) {
    char line[40];
    const int size = snprintf(line, sizeof line, "D%d,x,ISO 9001 8.4\n", i);
    cr_assert_eq(sink.write(sink.context, line, (size_t)size), IMS_OK);
  }
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence = fixture_read_as(model, "reg.csv", csv.data, csv.size, &diags);
  cr_assert_not_null(evidence);
  cr_expect_eq(ims_register_count(evidence, IMS_ENTRY_DOCUMENT), ROWS);
  cr_expect_eq(ims_claim_count(evidence), ROWS);
  ims_register_free(evidence);
  ims_model_free(model);
  ims_memory_free(&csv);
}
