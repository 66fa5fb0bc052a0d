/* Registers as elements, and what is common to all registers once they are read. */
#include "unit/fixture_reader.h"

/* ---- form ---- */

Test(register_xml, an_empty_register_is_a_register_and_told)
{
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence = fixture_read(model, "<register version='1'/>", &diags);
  cr_assert_not_null(evidence);
  size_t count;
  ims_register_systems(evidence, &count);
  cr_expect_eq(count, 0);
  cr_expect_eq(ims_register_count(evidence, IMS_ENTRY_DOCUMENT), 0);
  cr_expect_str_eq(fixture_codes(&diags), "0:0 no-entries");
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(register_xml, the_outermost_element_is_register)
{
  fixture_expect_reading_messages("<imsmap version='1'/>",
                                  "1:1 the outermost element is 'imsmap', 'register' is needed\n");
  fixture_expect_reading("<register/>", "1:1 missing-attribute");
  fixture_expect_reading("<register version='2'/>", "1:1 bad-value");
  fixture_expect_reading("<register version='1' x='y'/>", "1:1 unknown-attribute");
  fixture_expect_reading("<register xmlns='urn:x' version='1'/>", "1:1 not-imsmap");
}

Test(register_xml, what_is_not_well_formed_or_refused_is_told_with_its_place)
{
  fixture_expect_reading(REGISTER("<document id='a'"), "2:17 not-well-formed");
  fixture_expect_reading("<!DOCTYPE register><register version='1'/>", "1:1 doctype");
  fixture_expect_reading("", "0:0 file-empty");
}

Test(register_xml, unknown_elements_and_attributes_are_told_with_what_is_allowed)
{
  fixture_expect_reading_messages(
      REGISTER("<auditor title='A' grade='minor'/>"),
      "2:1 unknown attribute 'grade' on 'auditor'; allowed: title, systems, processes, note\n");
  fixture_expect_reading(REGISTER("<paper/>\n <document id='1' title='x'><note>y</note></document>"),
                         "2:1 unknown-element; 3:29 unknown-element");
  fixture_expect_reading_messages(REGISTER("<party title='A'><x/></party>"),
                                  "2:18 unknown element 'x' in 'party'; allowed: none\n");
  fixture_expect_reading(REGISTER("words <party title='A'>words<x/>words</party> words"),
                         "1:1 unexpected-text; 2:7 unexpected-text; 2:29 unknown-element");
}

Test(register_xml, an_entry_needs_what_names_it)
{
  fixture_expect_reading(REGISTER("<document title='x'/><document id='x'/><control id='A.5.1'/>"),
                         "2:1 missing-attribute; 2:22 missing-attribute; 2:40 missing-attribute");
}

Test(register_xml, values_are_of_their_kind)
{
  fixture_expect_reading_messages(REGISTER("<document id='1' title='x' kind='paper'/>"),
                                  "2:1 'paper' is no value for 'kind'; allowed: document, record\n");
  fixture_expect_reading_messages(REGISTER("<document id='1' title='x' approved='2026-02-29'/>"),
                                  "2:1 '2026-02-29' is no value for 'approved'; allowed: a day as YYYY-MM-DD\n");
  fixture_expect_reading(REGISTER("<document id=' ' title='x'/>"), "2:1 bad-value");
  fixture_expect_reading(REGISTER("<organization title='x' personnel='-5'/>"), "2:1 bad-value");
  fixture_expect_reading(REGISTER("<organization title='x' personnel='1000001'/>"), "2:1 bad-value");
}

/* ---- meaning ---- */

Test(register_xml, fields_are_kept_as_written_and_as_understood)
{
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence = fixture_read(
      model,
      REGISTER("<organization title='Example &amp; Co' personnel='85'/>\n"
               "  <document id=' D-1 ' title='Supplier policy' kind='record' approved='2026-11-28' owner='Miller'\n"
               "   sites='Bonn; Main street, 1' status='valid' coverage='partial'/>"),
      &diags);
  cr_assert_not_null(evidence);
  const ims_entry company = ims_register_entry(evidence, IMS_ENTRY_ORGANIZATION, 0);
  cr_expect_str_eq(ims_entry_name(evidence, company), "Example & Co");
  cr_expect_eq(ims_entry_number(evidence, company, IMS_FIELD_PERSONNEL), 85);
  const ims_entry entry = ims_register_find(evidence, IMS_ENTRY_DOCUMENT, "d-1");
  cr_assert_neq(entry.index, IMS_NO_ENTRY);
  size_t count;
  const char *const *sites = ims_entry_list(evidence, entry, IMS_FIELD_SITES, &count);
  cr_assert_eq(count, 3);
  cr_expect_str_eq(sites[0], "Bonn");
  cr_expect_str_eq(sites[2], "1");
  cr_expect_str_eq(ims_entry_text(evidence, entry, IMS_FIELD_SITES), "Bonn; Main street, 1");
  cr_expect_eq(ims_entry_word(evidence, entry, IMS_FIELD_KIND), IMS_IS_RECORD);
  cr_expect_eq(ims_entry_word(evidence, entry, IMS_FIELD_STATUS), IMS_VALID);
  cr_expect_eq(ims_entry_day(evidence, entry, IMS_FIELD_APPROVED), 20261128);
  const ims_pos pos = ims_entry_pos(evidence, entry, IMS_FIELD_OWNER);
  cr_expect(pos.line == 3 && pos.column == 3 && strcmp(pos.file, "reg.xml") == 0 && !pos.sheet);
  cr_expect_str_eq(fixture_codes(&diags), "");
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(register_xml, a_second_entry_of_an_id_is_left_out_and_the_first_one_named)
{
  fixture_expect_reading_messages(REGISTER("<document id='D-1' title='x'/>\n<document id='d-1' title='y'/>\n"
                                           "<process id='D-1'/>"),
                                  "3:1 document 'd-1' is there already: this line is left out\n"
                                  "2:1 the first 'd-1' is here\n");
}

Test(register_xml, what_a_sheet_holds_adds_up)
{
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence =
      fixture_read(model,
                   REGISTER("<document id='1' title='x' clauses='9001/8.4'/><document id='1' title='y'/>"
                            "<document id='2' title='z' clauses='9001/77'/><process id='1'/>"),
                   &diags);
  size_t count, columns = 0;
  const ims_sheet *sheets = ims_register_sheets(evidence, &count);
  cr_assert_eq(count, 2);
  cr_expect_eq(sheets[0].kind, IMS_ENTRY_DOCUMENT);
  cr_expect(sheets[0].rows == 3 && sheets[0].entries == 2 && sheets[0].repeated == 1 && sheets[0].empty == 0);
  for (size_t i = 0; i < sheets[0].column_count; i++)
    if (sheets[0].columns[i].field == IMS_FIELD_CLAUSES) {
      cr_expect(sheets[0].columns[i].cells == 2 && sheets[0].columns[i].understood == 1);
      columns++;
    } else if (sheets[0].columns[i].cells) {
      cr_expect(sheets[0].columns[i].cells == 2 && sheets[0].columns[i].understood == 2);
      columns++;
    }
  cr_expect_eq(columns, 3);
  ims_register_problems(evidence, &count);
  cr_expect_eq(count, 2);
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

/* ---- systems ---- */

static const char systems[] =
    "<system id='Q' title='Quality' edition='ISO 9001:2026'/><system id='S' edition='20000-1'/>"
    "<system id='I' edition='ISO/IEC 27001'/>\n";

/* The systems that the text names, as a mask; the number of all goes to `count`. */
static ims_systems named(const char *profile, const char *text, size_t *count, const char *codes)
{
  fixture_diags diags = { 0 };
  ims_memory xml = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  fixture_printf(&xml, "<register version='1'>%s<process id='P' systems='%s'/></register>", profile, text);
  ims_register *evidence = fixture_read(model, xml.data, &diags);
  cr_assert_not_null(evidence, "%s", fixture_messages(&diags));
  cr_expect_str_eq(fixture_codes(&diags), codes, "%s: %s", text, fixture_messages(&diags));
  ims_register_systems(evidence, count);
  const ims_systems found = ims_entry_systems(evidence, ims_register_find(evidence, IMS_ENTRY_PROCESS, "P"));
  ims_register_free(evidence);
  ims_model_free(model);
  ims_memory_free(&xml);
  fixture_diags_free(&diags);
  return found;
}

Test(register_xml, systems_go_by_id_title_standard_and_common_names)
{
  size_t count;
  cr_expect_eq(named(systems, "q", &count, ""), 1);
  cr_expect_eq(count, 3);
  cr_expect_eq(named(systems, "quality; S", &count, ""), 3);
  cr_expect_eq(named(systems, "ISO 9001, ISO/IEC 27001:2022", &count, ""), 5);
  cr_expect_eq(named(systems, "ISO9001-2015 + 20000-1", &count, ""), 3);
  cr_expect_eq(named(systems, "ISO 20000", &count, ""), 2);
  cr_expect_eq(named(systems, "QMS/ISMS", &count, ""), 5);
  cr_expect_eq(named(systems, "all", &count, ""), 7);
  cr_expect_eq(named(systems, "IMS", &count, ""), 7);
  cr_expect_eq(count, 3);
}

Test(register_xml, an_unknown_system_is_told_with_those_that_are_known)
{
  size_t count;
  cr_expect_eq(named(systems, "Q, EMS", &count, "2:1 unknown-system"), 1);
  cr_expect_eq(named(systems, "27002", &count, "2:1 unknown-system"), 0);
  fixture_expect_reading_messages(REGISTER("<system id='Q' edition='9001'/>\n<process id='P' systems='EMS'/>"),
                                  "3:1 there is no system 'EMS'; known: Q\n");
}

Test(register_xml, systems_that_nobody_lists_are_there_if_they_are_named)
{
  size_t count;
  cr_expect_eq(named("", "ISMS, QMS", &count, ""), 3);
  cr_expect_eq(count, 2);
  cr_expect_eq(named("<system id='I' edition='27001:2013'/>", "ISMS, QMS", &count, ""), 3);
  cr_expect_eq(count, 2);
}

Test(register_xml, a_system_of_no_edition_is_left_out)
{
  fixture_expect_reading_messages(REGISTER("<system id='E' edition='ISO 14001:2015'/>"),
                                  "2:1 there is no standard 'ISO 14001:2015' among the data: the system is left out\n");
}

/* ---- references ---- */

static void expect_claims(const char *body, const char *claims, const char *codes)
{
  fixture_diags diags = { 0 };
  ims_memory xml = { 0 }, text = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  fixture_printf(&xml, "<register version='1'>%s</register>", body);
  ims_register *evidence = fixture_read(model, xml.data, &diags);
  cr_assert_not_null(evidence, "%s", fixture_messages(&diags));
  cr_expect_str_eq(fixture_claims_text(evidence, &text), claims, "%s: %s", body, text.data ? text.data : "");
  cr_expect_str_eq(fixture_codes(&diags), codes, "%s: %s", body, fixture_messages(&diags));
  ims_register_free(evidence);
  ims_model_free(model);
  ims_memory_free(&xml);
  ims_memory_free(&text);
  fixture_diags_free(&diags);
}

Test(register_xml, references_name_what_is_in_the_graph)
{
  expect_claims("<process id='P' clauses='9001:2015/8.4#1a; 9001:2015/9.2, 27001/A.5.1'/>",
                "P 9001:2015/8.4#1a!, P 9001:2015/9.2, P 27001:2022~/A.5.1", "1:23 unknown-clause");
}

Test(register_xml, a_reference_without_a_year_means_the_edition_of_the_profile)
{
  expect_claims("<process id='P' clauses='9001/8.4 ; 9001/9.2'/><system id='Q' edition='9001:2026'/>",
                "P 9001:2026~/8.4, P 9001:2026~/9.2!", "1:23 unknown-clause");
}

Test(register_xml, a_clause_that_is_not_there_is_told_with_the_edition_that_has_it)
{
  fixture_expect_reading_messages(REGISTER("<process id='P' clauses='27001:2022/A.12.1'/>"),
                                  "2:1 there is no 'A.12.1' in 27001:2022; it is in 27001:2013\n");
}

/* ---- citations ---- */

Test(register_xml, clauses_are_read_as_people_write_them)
{
  expect_claims("<process id='P' clauses='ISO 9001: 8.4, 9.2; ISO/IEC 27001 A.5.1'/>",
                "P 9001:2015~/8.4, P 9001:2015~/9.2, P 27001:2022~/A.5.1", "");
  expect_claims("<process id='P' clauses='ISO 9001:2026, 8.4'/>", "P 9001:2026/8.4", "");
  expect_claims("<process id='P' clauses='9001:2015/9.2, ISO 20000-1 8.7'/>", "P 9001:2015/9.2, P 20000-1:2018~/8.7",
                "");
}

Test(register_xml, numbers_alone_are_clauses_of_the_one_system_of_the_entry)
{
  expect_claims("<process id='P' systems='QMS' clauses='8.4, 9.2'/>", "P 9001:2015~/8.4, P 9001:2015~/9.2", "");
  expect_claims("<process id='P' systems='QMS, SMS' clauses='9.2'/>", "P ?/9.2!", "1:23 unclear-clause");
  expect_claims("<process id='P' clauses='9.2'/>", "P ?/9.2!", "1:23 unclear-clause");
  expect_claims("<process id='P' systems='QMS, EMS' clauses='9.2'/>", "P ?/9.2!",
                "1:23 unknown-system; 1:23 unclear-clause");
}

Test(register_xml, citations_without_a_year_mean_the_edition_of_the_profile)
{
  expect_claims("<process id='P' clauses='ISO 9001, 8.4'/><system id='Q' edition='9001:2026'/>", "P 9001:2026~/8.4",
                "");
  expect_claims("<process id='P' clauses='ISO 9001, 9.2'/><system id='Q' edition='9001:2026'/>", "P 9001:2026~/9.2!",
                "1:23 unknown-clause");
  expect_claims("<process id='P' clauses='ISO 9001, 6.4'/><system id='Q' edition='9001:2026'/>", "P 9001:2026~/6.4",
                "");
  expect_claims("<process id='P' clauses='ISO 9001:2015, 9.2'/><system id='Q' edition='9001:2026'/>", "P 9001:2015/9.2",
                "");
}

Test(register_xml, what_cites_nothing_is_told)
{
  expect_claims("<process id='P' clauses='to be seen'/>", "", "1:23 unclear-clause");
  expect_claims("<process id='P' clauses='n/a'/>", "", "");
  expect_claims("<process id='P' clauses='ISO 9001, 8.4 b)'/>", "P 9001:2015~/8.4(b)", "1:23 unknown-item");
}

Test(register_xml, what_is_taken_out_again_is_no_claim)
{
  static const char *const exceptions[] = { "9001:2015/8.4 (except 8.5)", "9001:2015/8.4, ausgenommen 8.5",
                                            "9001:2015/8.4 ohne 8.5",     "9001:2015/8.4 au\xC3\x9F\x65r 8.5",
                                            "9001:2015/8.4; not 8.5",     "9001:2015/8.4 (sauf 8.5)" };
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  for (size_t i = 0; i < sizeof exceptions / sizeof *exceptions; i++) {
    ims_memory xml = { 0 };
    fixture_printf(&xml, "<register version='1'><process id='P' clauses='%s'/></register>", exceptions[i]);
    ims_register *evidence = fixture_read(model, xml.data, &diags);
    cr_assert_eq(ims_claim_count(evidence), 1, "%s", exceptions[i]);
    cr_expect_str_eq(ims_claim_at(evidence, 0)->text, "8.4");
    cr_expect_eq(ims_claim_at(evidence, 0)->coverage, i == 4 ? IMS_CLAIM_FULL : IMS_CLAIM_PARTIAL, "%s", exceptions[i]);
    ims_register_free(evidence);
    ims_memory_free(&xml);
  }
  cr_expect_eq(diags.count, sizeof exceptions / sizeof *exceptions, "%s", fixture_messages(&diags));
  fixture_diags_free(&diags);
  ims_model_free(model);
  expect_claims("<process id='P' clauses='ISO 9001: 8.4 (except 8.5)'/>", "P 9001:2015~/8.4", "1:23 exception");
  expect_claims("<process id='P' clauses='ISO 9001: 8.4 (except 8.5), 9.2'/>", "P 9001:2015~/8.4, P 9001:2015~/9.2",
                "1:23 exception");
}

Test(register_xml, the_standard_of_a_part_with_an_exception_is_that_of_the_next)
{
  expect_claims("<process id='P' clauses='ISO 9001:2015 8.4 (except 8.5); 9.2'/>", "P 9001:2015/8.4, P 9001:2015/9.2",
                "1:23 exception");
  expect_claims("<process id='P' clauses='9001:2015/8.4 without 8.5; 9.2'/>", "P 9001:2015/8.4, P 9001:2015/9.2",
                "1:23 exception");
  expect_claims("<process id='P' clauses='ISO 9001 8.4; not 8.5; ISO 27001 9.2; 9.2'/>",
                "P 9001:2015~/8.4, P 27001:2022~/9.2, P 27001:2022~/9.2", "1:23 exception");
  expect_claims("<process id='P' clauses='ISO 9001 8.4 (except 8.5); ISO 22301 8.2; 9.2'/>",
                "P 9001:2015~/8.4, P ?/9.2!", "1:23 exception; 1:23 unclear-clause");
}

Test(register_xml, the_id_of_a_control_is_its_clause)
{
  expect_claims("<control id='A.5.10' applicable='yes'/><control id='5.1' applicable='no'/>"
                "<control id='OWN-5.1' applicable='yes'/><control id='A.5.99' applicable='yes'/>",
                "A.5.10 27001:2022~/A.5.10, 5.1 27001:2022~/A.5.1", "");
}

Test(register_xml, claims_that_are_proposed_are_not_confirmed)
{
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(fixture_standards);
  ims_register *evidence = fixture_read(model,
                                        REGISTER("<document id='1' title='x' clauses='9001/8.4' coverage='proposed'/>"
                                                 "<document id='2' title='x' clauses='9001/8.4' coverage='partial'/>"
                                                 "<document id='3' title='x' clauses='9001/8.4'/>"),
                                        &diags);
  cr_assert_eq(ims_claim_count(evidence), 3);
  cr_expect(!ims_claim_at(evidence, 0)->confirmed && ims_claim_at(evidence, 0)->coverage == IMS_CLAIM_FULL);
  cr_expect(ims_claim_at(evidence, 1)->confirmed && ims_claim_at(evidence, 1)->coverage == IMS_CLAIM_PARTIAL);
  cr_expect(ims_claim_at(evidence, 2)->confirmed && ims_claim_at(evidence, 2)->coverage == IMS_CLAIM_FULL);
  ims_register_free(evidence);
  ims_model_free(model);
}

/* ---- many ---- */

Test(register_xml, of_many_problems_of_a_kind_the_first_are_told_and_all_are_kept)
{
  fixture_diags diags = { 0 };
  ims_memory xml = { 0 };
  size_t count;
  ims_model *model = fixture_model(fixture_standards);
  fixture_printf(&xml, "<register version='1'>\n<system id='Q' edition='9001'/>");
  for (int i = 0; i < 25; i++)
    fixture_printf(&xml, "<process id='%d' systems='X%d'/>\n", i, i);
  fixture_printf(&xml, "</register>");
  ims_register *evidence = fixture_read(model, xml.data, &diags);
  cr_assert_not_null(evidence);
  cr_expect_eq(diags.count, 11);
  cr_expect_str_eq(diags.list[10].text,
                   "15 more of 'unknown-system' in this sheet; 'imsmap register' lists them with --problems");
  const ims_problem *problems = ims_register_problems(evidence, &count);
  cr_assert_eq(count, 25);
  cr_expect_str_eq(problems[24].text, "there is no system 'X24'; known: Q");
  cr_expect_eq(problems[24].pos.line, 26);
  ims_register_free(evidence);
  ims_model_free(model);
  ims_memory_free(&xml);
  fixture_diags_free(&diags);
}

Test(register_xml, there_is_room_for_32_systems)
{
  fixture_diags diags = { 0 };
  ims_memory xml = { 0 };
  size_t count;
  ims_model *model = fixture_model(fixture_standards);
  fixture_printf(&xml, "<register version='1'>");
  for (int i = 0; i < 34; i++)
    fixture_printf(&xml, "<system id='S%d' edition='9001'/>\n", i);
  fixture_printf(&xml, "<process id='P' systems='all'/></register>");
  ims_register *evidence = fixture_read(model, xml.data, &diags);
  cr_assert_not_null(evidence);
  ims_register_systems(evidence, &count);
  cr_expect_eq(count, 32);
  cr_expect_eq(ims_entry_systems(evidence, ims_register_find(evidence, IMS_ENTRY_PROCESS, "P")), UINT32_MAX);
  cr_expect_str_eq(fixture_codes(&diags), "33:1 too-many-systems; 34:1 too-many-systems");
  ims_register_free(evidence);
  ims_model_free(model);
  ims_memory_free(&xml);
  fixture_diags_free(&diags);
}
