#include "unit/report/fixture_documents.h"

static const char *const several[] = {
  FIXTURE_SYSTEMS,
  "document id=POL-1 title=Policy kind=document systems=QMS,ISMS clauses=9001:2015/5,27001:2022/5#1",
  "document id=MIN-1 title=Minutes kind=document systems=QMS clauses=9001:2015/6#1",
  "document id=NEW-1 title=New kind=record systems=ISMS coverage=proposed clauses=27001:2022/6",
};

Test(duties, a_duty_a_row_with_what_is_registered_for_it)
{
  EXPECT_HELD(several, "duties", WIDE(NOTHING), "ref", "place",
              "* QMS: ISO 9001:2015|||||\n"
              "5#1|document: policy (retain)||met|POL-1 Policy (document)|register:3\n"
              "6#1|record: minutes (retain)|it is used|other kind|MIN-1 Minutes (document)|register:4\n"
              "6#1|document: plan (retain)|it is used; asked for|met|MIN-1 Minutes (document)|register:4\n"
              "* ISMS: ISO 27001:2022|||||\n"
              "5#1|document: policy (retain)||met|POL-1 Policy (document)|register:3\n"
              "6#1|record: results (retain)||not met|proposed: NEW-1 New (record)|register:5\n"
              "A.1#1|document: rules (retain)||not met||\n");
}

Test(duties, what_is_claimed_in_part_or_without_a_kind_is_told_apart)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "document id=A title=T kind=document systems=QMS coverage=partial clauses=9001:2015/5",
    "document id=B title=T systems=ISMS clauses=27001:2022/5",
    "document id=C title=T kind=record systems=ISMS clauses=27001:2022/A.1",
  };
  EXPECT_HELD(lines, "duties", WIDE(NOTHING), "state", "documents",
              "* |\n"
              "partly|A T (document), for a part\n"
              "conditional|\n"
              "conditional|\n"
              "* |\n"
              "kind not said|B T\n"
              "not met|\n"
              "other kind|C T (record)\n");
}

Test(duties, what_is_left_out_with_a_reason_is_exempt_and_says_why)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "exclusion systems=QMS clauses=9001:2015/6 exemption=no occurrence reason=never used",
    "control id=A.1 systems=ISMS applicable=no reason_out=no risk",
  };
  EXPECT_HELD(lines, "duties", LONG({ "for", "ISMS,9001" }), "state", "place",
              "not met||||\n"
              "exempt|||no occurrence: never used|register:3\n"
              "exempt|||no occurrence: never used|register:3\n"
              "not met||||\n"
              "not met||||\n"
              "exempt|||not applicable: no risk|register:4\n");
}

Test(duties, the_long_form_tells_how_the_duty_itself_is_known)
{
  EXPECT_HELD(several, "duties", LONG({ "for", "QMS" }), "system", "condition",
              "QMS|9001:2015/5#1|requirement||document|retain|policy|\n"
              "QMS|9001:2015/6#1|requirement||record|retain|minutes|it is used\n"
              "QMS|9001:2015/6#1|requirement||document|retain|plan|it is used; asked for\n");
  EXPECT_HELD(several, "duties", LONG({ "for", "QMS" }), "place", "source",
              "register:3|b1||proposed|0.9|Seen once.|test.xml:3\n"
              "register:4|||proposed|||test.xml:3\n"
              "register:4|||proposed|||test.xml:3\n");
}

Test(duties, totals_stand_above_and_what_the_words_mean_below)
{
  ims_model *model = fixture_standards();
  ims_register *evidence = fixture_register(model, several, sizeof several / sizeof *several);
  ims_table *table = fixture_table(model, "duties", HELD(WIDE(NOTHING), evidence));
  fixture_expect_captions(table, "System QMS: ISO 9001:2015\nSystem ISMS: ISO 27001:2022\nAs of 2026-11-28.\n"
                                 "QMS, documents: 2. met 2.\n"
                                 "QMS, records: 1. other kind 1.\n"
                                 "ISMS, documents: 1. met 1.\n"
                                 "ISMS, records: 1. not met 1; something is proposed for 1 of what is not there.\n"
                                 "ISMS, documents in controls: 1. not met 1.\n");
  cr_assert_eq(ims_table_note_count(table), 3);
  cr_expect_str_eq(
      ims_table_note(table, 2),
      "The list of duties comes from public lists and own reading: of 6, 0 verified against a licensed "
      "copy, 0 unconfirmed: no source was seen that lists them. --notes shows basis, standing and remarks of each.");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(duties, a_register_is_needed_and_a_day_that_is_one)
{
  ims_model *model = fixture_standards();
  ims_register *evidence = fixture_register(model, several, sizeof several / sizeof *several);
  fixture_expect_refusal(model, "duties", WIDE(NOTHING), IMS_INVALID,
                         "missing-argument: 'duties' needs to be told: a register of what the organization has\n");
  fixture_expect_refusal(model, "duties", HELD(WIDE({ "at", "2026-02-30" }), evidence), IMS_INVALID,
                         "bad-option: --at takes a day, as in 2026-11-28\n");
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(duties, what_an_organization_decides_itself_cannot_be_missing)
{
  ims_model *model = fixture_model(DOC(NAMED_EDITION(
      "a:1", "name='A' kind='requirements'",
      CLAUSE("7", ALL,
             "<provision id='1' condition='it needs them'><gist>Own ones.</gist><duty kind='document' verb='maintain' "
             "self-determined='yes'>further ones</duty><duty kind='record' verb='retain'>others</duty></provision>"))));
  static const char *const lines[] = { "system id=A edition=a:1" };
  ims_register *evidence = fixture_register(model, lines, 1);
  ims_table *table = fixture_table(model, "duties", HELD(WIDE(NOTHING), evidence));
  fixture_expect_cells(table, "duty", "state",
                       "* ||\n"
                       "document: further ones (maintain)|it needs them|own decision\n"
                       "record: others (retain)|it needs them|conditional\n");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

/* A clause that asks for two documents and two records, of which one belongs to an item, one nobody saw listed, and one
   is the Statement of Applicability. */
static const char *const asking[] = {
  "<imsmap version='1'>\n<edition id='a:1' name='A' kind='requirements'>",
  CLAUSE("6", ALL,
         PARTED("1", "requirement", "G.",
                ITEM("a", "A") ITEM("b", "B") "<duty kind='document' verb='retain' in='a' entries='control'>SoA</duty>"
                                              "<duty kind='document' verb='retain' in='b'>plan</duty>")
             ASKS("2", "", DUTY("record", "unconfirmed='yes'", "log"))
                 ASKS("3", "condition='it failed'", DUTY("record", "condition='it failed'", "report"))),
  "</edition></imsmap>",
};

static void expect_asked(const char *const *lines, size_t count, const ims_request *request, const char *first,
                         const char *last, const char *expected)
{
  char xml[2048] = "";
  for (size_t i = 0; i < sizeof asking / sizeof *asking; i++)
    strcat(xml, asking[i]);
  ims_model *model = fixture_model(xml);
  ims_register *evidence = fixture_register(model, lines, count);
  ims_table *table = fixture_table(model, "duties", HELD(request, evidence));
  fixture_expect_cells(table, first, last, expected);
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(duties, what_is_claimed_for_another_item_does_not_meet_a_duty)
{
  static const char *const lines[] = {
    "system id=A edition=a:1",
    "document id=P title=Plan kind=document clauses=a:1/6#b",
    "document id=L title=Log kind=record clauses=a:1/6#2",
  };
  expect_asked(lines, 3, WIDE(NOTHING), "ref", "documents",
               "* A: A||||\n"
               "6#1|document: SoA (retain)||not met|\n"
               "6#1|document: plan (retain)||met|P Plan (document)\n"
               "6#2|record: log (retain), unconfirmed||met|L Log (record)\n"
               "6#3|record: report (retain)|it failed|conditional|\n");
}

Test(duties, what_is_claimed_with_a_clause_that_asks_for_several_is_told_apart)
{
  static const char *const lines[] = {
    "system id=A edition=a:1",
    "document id=P title=Plan kind=document clauses=a:1/6",
    "document id=L title=Log kind=record clauses=a:1/6",
  };
  expect_asked(lines, 3, WIDE(NOTHING), "duty", "documents",
               "* |||\n"
               "document: SoA (retain)||with the clause|P Plan (document)\n"
               "document: plan (retain)||met|P Plan (document)\n"
               "record: log (retain), unconfirmed||met|L Log (record)\n"
               "record: report (retain)|it failed|conditional|L Log (record), with the clause\n");
}

Test(duties, the_decisions_on_controls_are_the_statement_of_applicability)
{
  static const char *const lines[] = {
    "system id=A edition=a:1",
    "document id=P title=Plan kind=document clauses=a:1/6#1",
    "control id=A.1 systems=A applicable=no reason_out=none",
  };
  expect_asked(lines, 3, WIDE(NOTHING), "duty", "place",
               "* ||||\n"
               "document: SoA (retain)||met|the decisions on controls in the register|register:3\n"
               "document: plan (retain)||met|P Plan (document)|register:2\n"
               "record: log (retain), unconfirmed||not met||\n"
               "record: report (retain)|it failed|conditional||\n");
}

Test(duties, in_a_spreadsheet_each_row_names_its_system_and_standard)
{
  static const char *const lines[] = { "system id=A edition=a:1" };
  static const ims_request request = { .form = IMS_FORM_WIDE, .words = IMS_WORDS_COLUMNS };
  expect_asked(lines, 1, &request, "system", "duty",
               "* A: A|||\n"
               "A|A|6#1|document: SoA (retain)\n"
               "A|A|6#1|document: plan (retain)\n"
               "A|A|6#2|record: log (retain), unconfirmed\n"
               "A|A|6#3|record: report (retain)\n");
}
