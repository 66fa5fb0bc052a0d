#include "unit/report/fixture_report.h"

#define SHEET                                                                                                          \
  DOC(BASES EDITION(                                                                                                   \
      "a:1", CLAUSE("4", ALL, PARTED("1", "own", "Ask.", ITEM("i1", "one") ITEM("i2", "two")) P("2", "Wear a hat."))   \
                 CLAUSE("5", "", "")) EDITION("b:1", CLAUSE("7", ALL, P("1", "Ask more.")) CLAUSE("8", "", ""))        \
          EDITION("c:1", CLAUSE("9", "", "")) LABELLED_MAPPING(                                                        \
              "a:1", "b:1", "basis='b1' confidence='0.8'",                                                             \
              TOLD(                                                                                                    \
                  "4#1", "subset", "7#1", BOTH("asking"), "",                                                          \
                  THERE(                                                                                               \
                      "more")) "<none source='4#2' status='reviewed'><note>No hats.</note></none>\n" ROW("5",          \
                                                                                                         "intersects", \
                                                                                                         "8"))         \
              MAPPING("a:1", "c:1", ROW("5", "equal", "9")))

static void expect(const ims_request *request, const char *last, const char *expected)
{
  fixture_expect_span(SHEET, "review", request, "set", last, expected);
}

Test(review, both_sides_come_in_words_with_what_is_said_of_them)
{
  expect(WIDE({ "clauses", "4" }), "confidence",
         "a:1--b:1|a:1/4#1|T4 / Ask. / 4#i1 one / 4#i2 two|subset|b:1/7#1|T7 / Ask more.|asking||more||proposed|0.8\n"
         "a:1--b:1|a:1/4#2|T4 / Wear a hat.|none|b:1|||||No hats.|reviewed|0.8\n");
}

Test(review, what_the_reader_fills_in_is_empty)
{
  fixture_expect_span(SHEET, "review", WIDE({ "clauses", "9" }), "accept", "date", "||||\n");
}

Test(review, rows_are_chosen_by_standard_clause_and_standing)
{
  expect(WIDE({ "standard", "c" }), "source", "a:1--c:1|a:1/5\n");
  expect(WIDE({ "standard", "a" }, { "standard", "b" }, { "clauses", "8" }), "source", "a:1--b:1|a:1/5\n");
  expect(WIDE({ "standard", "a" }, { "clauses", "5" }), "source", "a:1--b:1|a:1/5\na:1--c:1|a:1/5\n");
  expect(WIDE({ "proposed", NULL }, { "standard", "b" }), "source", "a:1--b:1|a:1/4#1\na:1--b:1|a:1/5\n");
}

Test(review, what_is_wrong_with_the_request_is_refused)
{
  ims_model *model = fixture_model(SHEET);
  fixture_expect_refusal(model, "review", WIDE({ "standard", "z" }), IMS_NOT_FOUND,
                         "no-such-edition: there is no standard or edition 'z'; loaded: a:1, b:1, c:1\n");
  fixture_expect_refusal(model, "review", WIDE({ "clauses", "4--5" }), IMS_INVALID,
                         "bad-clauses: '4--5' is no list of clauses: write numbers and ranges, as in 4-7,8.2\n");
  fixture_expect_refusal(model, "review", WIDE({ "apply", "x.csv" }), IMS_INVALID,
                         "bad-option: decisions are read with ims_review_decisions\n");
  ims_model_free(model);
}
