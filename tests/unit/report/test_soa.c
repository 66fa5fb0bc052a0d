#include "unit/fixture_register.h"
#include "unit/report/fixture_report.h"

#define ANNEX(number, parent, more, body)                                                                              \
  "<clause number='" number "' title='T" number "' parent='" parent "' force='control' " more ">" body "</clause>"
#define GROUP(number) "<clause number='" number "' title='G" number "' force='control' provisions='all'/>"
#define C(id, text) FORCED(id, "control", text)

/* A standard with four controls, and one beside it that asks some of what A.5.2 does. */
static const char *const pieces[] = {
  "<imsmap version='1'>\n" BASES "<edition id='i:1' name='I' kind='requirements'>",
  CLAUSE("6", ALL, P("1", "Decide on controls.")),
  GROUP("A.5"),
  ANNEX("A.5.1", "A.5", ALL, C("1", "Have a policy.") C("2", "Look at it again.")),
  ANNEX("A.5.2", "A.5", ALL, C("1", "Change in order.")),
  GROUP("A.6"),
  ANNEX("A.6.1", "A.6", ALL, C("1", "Know people.")),
  ANNEX("A.6.2", "A.6", ALL, C("1", "Train people.")),
  "</edition>\n",
  EDITION("s:1", CLAUSE("8", ALL,
                        "<provision id='1' force='requirement' condition='something changes'><gist>Change with "
                        "care.</gist></provision>")),
  MAPPING("i:1", "s:1", TOLD("A.5.2#1", "intersects", "8#1", BOTH("changes go in order"), "", "")),
  "</imsmap>\n",
};

static const char *const lines[] = {
  "system id=ISMS edition=i:1",
  "system id=SMS edition=s:1",
  "document id=D1 title=Policy systems=ISMS clauses=i:1/A.5.1#1 next_review=20260101",
  "document id=D2 title=Draft status=draft",
  "document id=D3 title=Rules systems=SMS",
  "control id=A.5.1 systems=ISMS applicable=yes reason=Risk 1 implementation=partly documents=D2,D3,D9 owner=Miller "
  "due=20270101",
  "control id=A.5.2 applicable=no reason=Nothing changes",
  "control id=A.6.1 applicable=no reason=Old text reason_out=Nobody works here",
  "control id=X-1 title=Guard dog applicable=yes reason=Thieves implementation=implemented note=Name: Rex",
};

static ims_model *standards(void)
{
  static char xml[8192];
  size_t size = 0;
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
    size += (size_t)snprintf(xml + size, sizeof xml - size, "%s", pieces[i]);
  cr_assert_lt(size, sizeof xml);
  return fixture_model(xml);
}

static ims_table *run(const ims_model *model, const ims_register *evidence, ims_form form, const char *system)
{
  const ims_argument arguments[] = { { "for", system } };
  const ims_request request = {
    .arguments = arguments, .argument_count = system ? 1 : 0, .form = form, .evidence = evidence, .today = 20261128
  };
  return fixture_table(model, "soa", &request);
}

static void expect(ims_form form, const char *system, const char *first, const char *last, const char *expected)
{
  ims_model *model = standards();
  ims_register *evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);
  ims_table *table = run(model, evidence, form, system);
  fixture_expect_cells(table, first, last, expected);
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(soa, every_control_is_decided_on_or_told_to_be_undecided)
{
  expect(IMS_FORM_LONG, NULL, "control", "implementation",
         "A.5.1|TA.5.1|included|Risk 1|partly\n"
         "A.5.2|TA.5.2|left out|Nothing changes|\n"
         "A.6.1|TA.6.1|left out|Nobody works here|\n"
         "A.6.2|TA.6.2|undecided||\n"
         "X-1|Guard dog|included|Thieves|implemented\n");
}

Test(soa, documents_come_with_how_they_stand)
{
  expect(IMS_FORM_LONG, NULL, "documents", "due",
         "D2 Draft: draft, does not count (register:4) / D3 Rules: valid, does not count: it does not name ISMS "
         "(register:5) / D9: not in the register / D1 Policy: review overdue, by its own line (register:3)|0 of "
         "2|Miller|20270101\n"
         "|||\n|||\n|0 of 1||\n|||\n");
}

Test(soa, what_others_ask_near_a_control_left_out_is_told_in_words)
{
  expect(IMS_FORM_LONG, NULL, "nearby", "system",
         "|register:6|ISMS\n"
         "SMS: s:1/8 T8 (x) / both: changes go in order|register:7|ISMS\n"
         "|register:8|ISMS\n||ISMS\n|register:9|ISMS\n");
}

Test(soa, both_reasons_the_counts_and_the_note_are_details)
{
  expect(IMS_FORM_LONG, NULL, "reference", "note",
         "i:1/A.5.1|Risk 1||2|0|\n"
         "i:1/A.5.2|Nothing changes||1|0|\n"
         "i:1/A.6.1|Old text|Nobody works here|1|0|\n"
         "i:1/A.6.2|||1|0|\n"
         "|Thieves||||Name: Rex\n");
}

Test(soa, for_people_the_groups_have_headings)
{
  expect(IMS_FORM_WIDE, NULL, "control", "reason",
         "* ISMS: A.5 GA.5|||\n"
         "A.5.1|TA.5.1|included / partly|Risk 1\n"
         "A.5.2|TA.5.2|left out|Nothing changes\n"
         "* ISMS: A.6 GA.6|||\n"
         "A.6.1|TA.6.1|left out|Nobody works here\n"
         "A.6.2|TA.6.2|undecided|\n"
         "* ISMS: the organization's own|||\n"
         "X-1|Guard dog|included / implemented|Thieves\n");
  expect(IMS_FORM_WIDE, NULL, "documents", "owner",
         "* |\n"
         "D2 Draft: draft, does not count (register:4) / D3 Rules: valid, does not count: it does not name ISMS "
         "(register:5) / D9: not in the register / D1 Policy: review overdue, by its own line (register:3) / demands "
         "evidenced: 0 of 2|Miller / 20270101\n"
         "SMS: s:1/8 T8 (x) / both: changes go in order|\n"
         "* |\n|\ndemands evidenced: 0 of 1|\n* |\n|\n");
}

Test(soa, totals_and_what_is_undecided_stand_above)
{
  ims_model *model = standards();
  ims_register *evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);
  ims_table *table = run(model, evidence, IMS_FORM_WIDE, NULL);
  fixture_expect_captions(table, "System ISMS: I\nSystem SMS: s:1\nAs of 2026-11-28.\n"
                                 "ISMS: 4 controls: 1 included (0 implemented, 1 partly, 0 planned, 0 not, 0 not "
                                 "said), 2 left out, 1 undecided; 1 of the organization's own.\n"
                                 "Undecided: A.6.2\n");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(soa, a_system_without_controls_has_no_statement)
{
  ims_model *model = standards();
  ims_register *evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);
  ims_table *table = run(model, evidence, IMS_FORM_LONG, "SMS");
  cr_expect_eq(ims_table_row_count(table), 0);
  cr_expect_str_eq(ims_table_note(table, 0), "No system of the register is held against a standard with controls.");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(soa, without_a_register_it_is_refused)
{
  ims_model *model = standards();
  fixture_expect_refusal(model, "soa", &(const ims_request){ 0 }, IMS_INVALID,
                         "missing-argument: 'soa' needs to be told: a register of what the organization has\n");
  ims_model_free(model);
}

static void expect_of(const char *const *given, size_t count, ims_form form, const char *first, const char *last,
                      const char *expected)
{
  ims_model *model = standards();
  ims_register *evidence = fixture_register(model, given, count);
  ims_table *table = run(model, evidence, form, NULL);
  fixture_expect_cells(table, first, last, expected);
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(soa, what_is_left_out_without_a_reason_is_not_accepted)
{
  static const char *const given[] = { "system id=ISMS edition=i:1", "control id=A.5.2 applicable=no",
                                       "control id=A.6.1 applicable=no reason_out=Nobody" };
  expect_of(given, 3, IMS_FORM_WIDE, "control", "decision",
            "* ISMS: A.5 GA.5||\n"
            "A.5.1|TA.5.1|undecided\n"
            "A.5.2|TA.5.2|left out / no reason: not accepted\n"
            "* ISMS: A.6 GA.6||\n"
            "A.6.1|TA.6.1|left out\n"
            "A.6.2|TA.6.2|undecided\n");
  expect_of(given, 3, IMS_FORM_LONG, "note", "accepted", "|\n|no\n|yes\n|\n");
}

Test(soa, what_others_have_left_out_as_well_is_marked)
{
  static const char *const given[] = { "system id=ISMS edition=i:1", "system id=SMS edition=s:1",
                                       "control id=A.5.2 applicable=no reason_out=Nothing",
                                       "exclusion systems=SMS clauses=s:1/8 exemption=no occurrence reason=Never" };
  expect_of(given, 4, IMS_FORM_LONG, "nearby", "nearby",
            "\nSMS: s:1/8 T8 (x; left out there) / both: changes go in order\n\n\n");
}
