/* Requests: what is taken, what is refused, and that both forms answer. */

#include "report/registry.h"

#include "unit/report/fixture_report.h"

#define STANDARDS                                                                                                      \
  DOC(NAMED_EDITION("a:1", "name='ISO A'", CLAUSE("4", ALL, P("1", "A.")) CLAUSE("10", "", ""))                        \
          NAMED_EDITION("b:1", "name='ISO B' default='yes'", CLAUSE("5", ALL, P("1", "B.")))                           \
              NAMED_EDITION("b:2", "name='ISO B'", "") NAMED_EDITION("c:1", "name='ISO C'", CLAUSE("4", "", ""))       \
                  NAMED_EDITION("c:2", "name='ISO C'", "") MAPPING("a:1", "b:1", ROW("4#1", "subset", "5#1")))

static void expect_refusal(const ims_request *request, ims_status status, const char *diagnostics)
{
  ims_model *model = fixture_model(STANDARDS);
  fixture_expect_refusal(model, "correlate", request, status, diagnostics);
  ims_model_free(model);
}

Test(correlate, an_edition_that_is_not_there_is_refused)
{
  expect_refusal(WIDE({ "pivot", "x" }, { "other", "b" }), IMS_NOT_FOUND,
                 "no-such-edition: there is no standard or edition 'x'; loaded: a:1, b:1, c:1\n");
  expect_refusal(LONG({ "pivot", "a" }, { "other", "b" }, { "other", "x" }), IMS_NOT_FOUND,
                 "no-such-edition: there is no standard or edition 'x'; loaded: a:1, b:1, c:1\n");
}

Test(correlate, an_edition_that_may_be_several_is_refused)
{
  expect_refusal(WIDE({ "pivot", "a" }, { "other", "c" }), IMS_NOT_FOUND,
                 "ambiguous-edition: 'c' may be any of: c:1, c:2\n");
}

Test(correlate, an_edition_is_named_once)
{
#define TWICE(id) "same-edition: '" id "' is named twice; an edition is not correlated with itself\n"
  expect_refusal(WIDE({ "pivot", "a" }, { "other", "a:1" }), IMS_INVALID, TWICE("a:1"));
  expect_refusal(WIDE({ "pivot", "a" }, { "other", "b" }, { "other", "b:1" }), IMS_INVALID, TWICE("b:1"));
  expect_refusal(LONG({ "pivot", "a" }, { "other", "b" }, { "other", "c:1" }, { "other", "a" }), IMS_INVALID,
                 TWICE("a:1"));
#undef TWICE
}

Test(correlate, without_a_standard_there_is_nothing_to_correlate)
{
  expect_refusal(WIDE({ "pivot", "a" }), IMS_INVALID,
                 "missing-argument: 'correlate' needs to be told: a standard to set beside it\n");
  expect_refusal(WIDE({ "other", "a" }), IMS_INVALID,
                 "missing-argument: 'correlate' needs to be told: the standard whose clauses make the rows\n");
}

Test(correlate, the_level_is_one_of_two)
{
  expect_refusal(WIDE({ "pivot", "a" }, { "other", "b" }, { "level", "item" }), IMS_INVALID,
                 "bad-option: the level is 'clause' or 'provision'\n");
  expect_refusal(WIDE({ "pivot", "a" }, { "other", "b" }, { "level", "" }), IMS_INVALID,
                 "bad-option: the level is 'clause' or 'provision'\n");
  fixture_expect_report(STANDARDS, "correlate", WIDE({ "pivot", "a" }, { "other", "b" }, { "level", "clause" }),
                        "4|T4|5 < T5 [proposed]\n10|T10|\n");
}

Test(correlate, a_list_of_clauses_must_have_its_form)
{
#define BAD(list) "bad-clauses: '" list "' is no list of clauses: write numbers and ranges, as in 4-7,8.2\n"
  expect_refusal(WIDE({ "pivot", "a" }, { "other", "b" }, { "clauses", "4-" }), IMS_INVALID, BAD("4-"));
  expect_refusal(WIDE({ "pivot", "a" }, { "other", "b" }, { "clauses", "" }), IMS_INVALID, BAD(""));
  expect_refusal(LONG({ "pivot", "a" }, { "other", "b" }, { "clauses", "7-4" }), IMS_INVALID, BAD("7-4"));
#undef BAD
}

Test(correlate, every_entry_of_a_list_must_name_a_clause)
{
  static const struct {
    const char *list, *entry;
  } cases[] = { { "12", "12" },        { "4,12", "12" },          { "12,4", "12" },
                { "4,6-9,10", "6-9" }, { "4.1", "4.1" },          { "1-3,12", "1-3" },
                { "4-10,A.5", "A.5" }, { "4,11-12,13", "11-12" }, { "4#1", "4#1" } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char expected[160];
    snprintf(expected, sizeof expected, "no-such-clauses: none of these standards has a clause '%s'\n", cases[i].entry);
    expect_refusal(WIDE({ "pivot", "a" }, { "other", "b" }, { "clauses", cases[i].list }), IMS_NOT_FOUND, expected);
    expect_refusal(LONG({ "pivot", "a" }, { "other", "b" }, { "clauses", cases[i].list }), IMS_NOT_FOUND, expected);
  }
}

Test(correlate, an_entry_may_name_a_clause_of_any_of_the_standards)
{
  /* 5 is a clause of b only, which stands beside a */
  fixture_expect_report(STANDARDS, "correlate", WIDE({ "pivot", "a" }, { "other", "b" }, { "clauses", "5,10" }),
                        "10|T10|\n");
  expect_refusal(WIDE({ "pivot", "a" }, { "other", "c:1" }, { "clauses", "5,10" }), IMS_NOT_FOUND,
                 "no-such-clauses: none of these standards has a clause '5'\n");
}

Test(correlate, words_go_without_levels_and_clauses)
{
#define REFUSED "bad-option: --terms goes without --level and --clauses: words stand in no clause\n"
  expect_refusal(WIDE({ "pivot", "a" }, { "other", "b" }, { "terms", NULL }, { "level", "clause" }), IMS_INVALID,
                 REFUSED);
  expect_refusal(LONG({ "pivot", "a" }, { "other", "b" }, { "clauses", "4" }, { "terms", NULL }), IMS_INVALID, REFUSED);
#undef REFUSED
}

Test(correlate, a_standard_without_words_is_refused_where_words_are_asked_for)
{
  expect_refusal(WIDE({ "pivot", "b" }, { "other", "a" }, { "terms", NULL }), IMS_INVALID,
                 "bad-option: no terms are held for b:1\n");
}

Test(correlate, short_names_mean_the_default_or_the_only_edition)
{
  ims_model *model = fixture_model(STANDARDS);
  ims_table *table = fixture_table(model, "correlate", WIDE({ "pivot", "ISO a" }, { "other", "b" }));
  fixture_expect_captions(table, "Pivot: ISO A\nBeside: ISO B\n");
  cr_expect_str_eq(ims_table_column(table, 2)->key, "b:1");
  ims_table_free(table);
  ims_model_free(model);
}

Test(correlate, the_form_chooses_the_columns)
{
  ims_model *model = fixture_model(STANDARDS);
  ims_table *wide = fixture_table(model, "correlate", WIDE({ "pivot", "a" }, { "other", "b" }));
  ims_table *fine = fixture_table(model, "correlate", LONG({ "pivot", "a" }, { "other", "b" }));
  cr_expect_str_eq(ims_table_name(wide), "correlate");
  cr_expect_str_eq(ims_table_name(fine), "correlate");
  cr_expect_str_eq(ims_table_column(wide, 0)->key, "clause");
  cr_expect_str_eq(ims_table_column(fine, 0)->key, "source_edition");
  ims_table_free(wide);
  ims_table_free(fine);
  ims_model_free(model);
}

Test(correlate, a_contradiction_is_warned_of_and_the_rest_is_answered)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", "", ""))
                                           EDITION("b:1", CLAUSE("4", "", "") CLAUSE("5", "", ""))
                                               MAPPING("a:1", "b:1", ROW("4", "subset", "4") ROW("5", "equal", "5"))
                                                   MAPPING("b:1", "a:1", ROW("4", "subset", "4"))));
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  cr_expect_eq(imsi_report_correlate.run(model, LONG({ "pivot", "a" }, { "other", "b" }), fixture_sink(&diags), &table),
               IMS_OK);
  cr_expect_str_eq(fixture_codes(&diags), "9:1 contradiction; 5:1 relation-here");
  cr_assert_not_null(table);
  fixture_expect_cells(table, "source", "relation", "5|b:1|5|=\n");
  ims_table_free(table);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(correlate, the_same_request_gives_the_same_table)
{
  ims_memory first = { 0 }, second = { 0 };
  for (int i = 0; i < 2; i++) {
    ims_model *model = fixture_model(STANDARDS);
    ims_table *table = fixture_table(model, "correlate", LONG({ "pivot", "a" }, { "other", "b" }, { "other", "c:1" }));
    fixture_rows(table, 0, SIZE_MAX, i ? &second : &first);
    ims_table_free(table);
    ims_model_free(model);
  }
  fixture_compare(&second, first.data);
  ims_memory_free(&first);
}
