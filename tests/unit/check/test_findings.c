#include "check/registry.h"

#include "unit/check/fixture_check.h"

/* Two standards, and checks of the data: one that the program knows, with a severity of its own, and one that it does
   not. */
#define CHECK(id, title, severity, members)                                                                            \
  "<check id='" id "' title='" title "' severity='" severity "' group='g'><gist>G.</gist>" members "</check>\n"
#define MEMBER(edition) "<member edition='" edition "' of='4'/>"

static const char checks[] =
    DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "Look at things.")) CLAUSE("5", ALL, P("1", "Say so.")))
            EDITION("b:1", CLAUSE("4", ALL, P("1", "Look."))) EDITION("g:1", "<clause number='4' force='guidance'/>")
                CHECK("T13", "Left out", "warning", MEMBER("a:1") MEMBER("b:1"))
                    CHECK("T3", "No such clause", "info", "") CHECK("T12", "No reason", "error", ""));

static const char *const lines[] = {
  "system id=A edition=a:1",
  "system id=B edition=b:1",
  "exclusion systems=A clauses=a:1/4 exemption=not applicable",
  "exclusion systems=B clauses=b:1/4 exemption=not applicable reason=None",
};

static void expect(const ims_argument *arguments, ims_form form, const char *first, const char *last,
                   const char *expected)
{
  ims_model *model = fixture_model(checks);
  ims_register *evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);
  ims_request request = { .arguments = arguments, .form = form, .evidence = evidence, .today = 20261128 };
  while (arguments[request.argument_count].name)
    request.argument_count++;
  ims_table *table = fixture_table(model, "findings", &request);
  fixture_expect_cells(table, first, last, expected);
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

#define ARGUMENTS(...) ((const ims_argument[]){ __VA_ARGS__, { NULL, NULL } })
#define NONE_GIVEN ((const ims_argument[]){ { NULL, NULL } })

Test(findings, every_check_of_the_data_that_are_built_in_is_known_and_the_reverse)
{
  size_t count;
  ims_model *model = tables_builtin();
  const imsi_check *const *all = imsi_checks(&count);
  cr_expect_eq(count, ims_check_count(model));
  for (size_t i = 0; i < ims_check_count(model); i++)
    cr_expect_not_null(imsi_check_by_id(ims_check_at(model, i)->id), "%s", ims_check_at(model, i)->id);
  for (size_t i = 0; i + 1 < count; i++)
    cr_expect_lt(strcmp(all[i]->id, all[i + 1]->id), 0, "%s comes twice or late", all[i + 1]->id);
  ims_model_free(model);
}

Test(findings, checks_come_in_the_order_of_their_ids_with_the_severity_of_the_data)
{
  expect(
      NONE_GIVEN, IMS_FORM_LONG, "check", "place",
      "T3|||the data describe it, and the program cannot look for it|||||\n"
      "T12|error|a:1/4|a:1/4 is declared not applicable without a reason; so it stays in the total||advice|write the "
      "reason|A|register:3\n"
      "T13|warning|a:1/4|a:1/4 (T4) is declared not applicable, and may not be left out|a:1/4|requirement|take it "
      "back; if only its condition has not arisen, say 'no occurrence' and why|A|register:3\n"
      "T13|warning|b:1/4|b:1/4 (T4) is declared not applicable, and may not be left out|b:1/4|requirement|take it "
      "back; if only its condition has not arisen, say 'no occurrence' and why|B|register:4\n");
}

Test(findings, what_could_not_be_looked_for_is_told_apart)
{
  expect(ARGUMENTS({ "rule", "T3,T12" }), IMS_FORM_LONG, "outcome", "column",
         "not-run||No such clause|||||\n"
         "found|exclusion|No reason||register||3|1\n");
}

Test(findings, only_the_checks_asked_for_run)
{
  expect(ARGUMENTS({ "rule", "t12, T3" }), IMS_FORM_LONG, "check", "check", "T3\nT12\n");
  expect(ARGUMENTS({ "rule", "T13" }, { "rule", "T12" }), IMS_FORM_LONG, "check", "check", "T12\nT13\nT13\n");
}

Test(findings, what_concerns_other_systems_is_left_out)
{
  expect(ARGUMENTS({ "rule", "T13" }, { "for", "B" }), IMS_FORM_LONG, "subject", "subject", "b:1/4\n");
}

Test(findings, for_people_each_check_has_a_heading)
{
  expect(ARGUMENTS({ "rule", "T12,T3" }), IMS_FORM_WIDE, "check", "todo",
         "* T3 No such clause|||||\n"
         "T3|not run||the data describe it, and the program cannot look for it||\n"
         "* T12 No reason|||||\n"
         "T12|error|a:1/4 / register:3|a:1/4 is declared not applicable without a reason; so it stays in "
         "the total|advice|write "
         "the reason\n");
}

Test(findings, the_table_says_what_it_counts_and_that_nothing_is_a_nonconformity)
{
  ims_model *model = fixture_model(checks);
  ims_register *evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);
  const ims_request request = { .evidence = evidence, .today = 20261128 };
  ims_table *table = fixture_table(model, "findings", &request);
  fixture_expect_captions(table,
                          "System A: a:1\nSystem B: b:1\nAs of 2026-11-28.\n"
                          "3 checks: 1 of severity error, 2 warning, 0 info; 1 thing could not be looked for.\n");
  cr_expect_str_eq(ims_table_note(table, 0),
                   "No finding is a nonconformity by itself: it shows where to look. Where nothing is registered, "
                   "interview and observation may still show it.");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

static void expect_refusal(const ims_argument *arguments, bool with, ims_status status, const char *expected)
{
  ims_model *model = fixture_model(checks);
  ims_register *evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);
  const ims_request request = { .arguments = arguments, .argument_count = 1, .evidence = with ? evidence : NULL };
  fixture_expect_refusal(model, "findings", &request, status, expected);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(findings, what_makes_no_sense_is_refused)
{
  expect_refusal(ARGUMENTS({ "rule", "T12,X" }), true, IMS_NOT_FOUND,
                 "no-such-check: there is no check 'X': see imsmap checks\n");
  expect_refusal(ARGUMENTS({ "most", "0" }), true, IMS_INVALID, "bad-option: --most takes a number of clauses\n");
  expect_refusal(ARGUMENTS({ "most", "3x" }), true, IMS_INVALID, "bad-option: --most takes a number of clauses\n");
  expect_refusal(ARGUMENTS({ "most", "9999999" }), true, IMS_INVALID, "bad-option: --most takes a number of clauses\n");
  expect_refusal(ARGUMENTS({ "at", "tomorrow" }), true, IMS_INVALID,
                 "bad-option: --at takes a day, as in 2026-11-28\n");
  expect_refusal(ARGUMENTS({ "rule", "T12" }), false, IMS_INVALID,
                 "missing-argument: 'findings' needs to be told: a register of what the organization has\n");
}

Test(findings, a_file_of_ones_own_changes_a_severity)
{
  static const fixture_file files[] = {
    { "built.xml", checks, 0 },
    { "own.xml", DOC(CHECK("T12", "No reason", "info", "")), 1 },
  };
  fixture_diags diags = { 0 };
  ims_model *model = NULL;
  cr_assert_eq(fixture_load_files(files, 2, &diags, &model), IMS_OK);
  ims_register *evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);
  const ims_argument arguments[] = { { "rule", "T12" } };
  const ims_request request = {
    .arguments = arguments, .argument_count = 1, .evidence = evidence, .form = IMS_FORM_LONG
  };
  ims_table *table = fixture_table(model, "findings", &request);
  fixture_expect_cells(table, "check", "subject", "T12|info|a:1/4\n");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
}
