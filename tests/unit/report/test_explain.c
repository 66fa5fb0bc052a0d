#include "unit/report/fixture_report.h"

#define EXPLAIN(a_, b_)                                                                                                \
  { "a", a_ },                                                                                                         \
  {                                                                                                                    \
    "b", b_                                                                                                            \
  }

/* Two clauses that are related over a hub, and one that is not. Rows begin on line 6. */
#define HUB                                                                                                            \
  DOC(EDITION("a:1", CLAUSE("1", ALL, P("1", "Do it.")) CLAUSE("2", "", ""))                                           \
          EDITION("b:1", CLAUSE("1", "", P("1", "Do it well.") P("2", "Tell it.")))                                    \
              NAMED_EDITION("h:1", "name='h' hub='yes'", CLAUSE("1", "", P("1", "Act.")))                              \
                  MAPPING("a:1", "h:1", TOLD("1#1", "superset", "1#1", BOTH("acting"), HERE("doing"), ""))             \
                      MAPPING("b:1", "h:1", ROW("1#1", "equal", "1#1")) MAPPING("a:1", "b:1", NONE("2")))

static void expect_sentence(const char *xml, const char *a, const char *b, const char *sentence)
{
  ims_model *model = fixture_model(xml);
  ims_table *table = fixture_table(model, "explain", WIDE(EXPLAIN(a, b)));
  cr_assert_gt(ims_table_caption_count(table), 0);
  cr_expect_str_eq(ims_table_caption(table, 0), sentence, "%s", ims_table_caption(table, 0));
  ims_table_free(table);
  ims_model_free(model);
}

Test(explain, shows_the_chain_as_a_way)
{
  fixture_expect_span(HUB, "explain", WIDE(EXPLAIN("a:1/1", "b:1/1#1")), "relation", "why",
                      "* Chain 1: a:1/1 > b:1/1#1||||\n"
                      "|a:1/1||T1|\n"
                      "=|a:1/1#1|=|Do it.|this is all of the line above\n"
                      ">|h:1/1#1|>|Act. / both: acting|proposed [1]\n"
                      "=|b:1/1#1|>|Do it well.|proposed [2]\n");
}

Test(explain, tells_the_answer_first_and_the_places_last)
{
  ims_model *model = fixture_model(HUB);
  ims_table *table = fixture_table(model, "explain", WIDE(EXPLAIN("a:1/1", "b:1/1#1")));
  fixture_expect_captions(table, "a:1/1 contains b:1/1#1, and has more: entailed by 2 rows\n"
                                 "Certainty: entailed. The weakest of the rows: proposed, confidence not said\n");
  cr_assert_eq(ims_table_note_count(table), 3);
  cr_expect_str_eq(ims_table_note(table, 1), "[1] test.xml:6");
  cr_expect_str_eq(ims_table_note(table, 2), "[2] test.xml:9");
  ims_table_free(table);
  ims_model_free(model);
}

Test(explain, the_long_form_has_a_fact_a_row)
{
  fixture_expect_span(HUB, "explain", LONG(EXPLAIN("b:1/1#1", "a:1/1#1")), "kind", "to_text",
                      "answer|||b:1/1#1|<|a:1/1#1||entailed|Do it well.|Do it.\n"
                      "step|1|1|b:1/1#1|=|h:1/1#1|=||Do it well.|Act.\n"
                      "step|1|2|h:1/1#1|<|a:1/1#1|<||Act.|Do it.\n");
  /* only the first asks: seen from where the step starts, not from the source of the row */
  fixture_expect_span(HUB, "explain", LONG(EXPLAIN("b:1/1#1", "a:1/1#1")), "common", "status",
                      "|||\n|||proposed\nacting||doing|proposed\n");
}

Test(explain, has_a_sentence_for_everything_that_can_be_known)
{
#define ONE(rows) DOC(EDITION("a:1", CLAUSE("1", "", "")) EDITION("b:1", CLAUSE("1", "", "")) rows)
#define STATED(is) ONE(MAPPING("a:1", "b:1", ROW("1", is, "1")))
  static const struct {
    const char *xml, *sentence;
  } cases[] = {
    { STATED("equal"), "a:1/1 and b:1/1 are equal: stated by 1 row" },
    { STATED("subset"), "a:1/1 is contained in b:1/1, which has more: stated by 1 row" },
    { STATED("superset"), "a:1/1 contains b:1/1, and has more: stated by 1 row" },
    { STATED("intersects"), "a:1/1 and b:1/1 share something, and each has more: stated by 1 row" },
    { STATED("disjoint"), "a:1/1 and b:1/1 have nothing in common: stated by 1 row" },
    { ONE(LABELLED_MAPPING("a:1", "b:1", "intersects='loose'", ROW("1", "intersects", "1"))),
      "a:1/1 and b:1/1 overlap for certain: stated by 1 row" },
    { ONE(""), "nothing is known of a:1/1 and b:1/1" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_sentence(cases[i].xml, "a:1/1", "b:1/1", cases[i].sentence);
  expect_sentence(HUB, "a:1/1#1", "a:1/1", "a:1/1#1 and a:1/1 are equal: entailed by the hierarchy alone");
  expect_sentence(HUB, "b:1/1#1", "b:1/1",
                  "b:1/1#1 is contained in b:1/1; whether b:1/1 has more is open: entailed by the hierarchy alone");
  expect_sentence(HUB, "b:1/1", "h:1/1#1", "b:1/1 contains h:1/1#1; whether b:1/1 has more is open: entailed by 1 row");
}

Test(explain, what_is_possible_is_not_called_more)
{
#define POSSIBLE                                                                                                       \
  DOC(EDITION("a:1", CLAUSE("1", "", P("1", "x"))) EDITION("b:1", CLAUSE("1", "", P("1", "y")))                        \
          MAPPING("a:1", "b:1", ROW("1#1", "disjoint", "1#1")))
  expect_sentence(POSSIBLE, "a:1/1", "b:1/1#1",
                  "whether a:1/1 and b:1/1#1 share anything is open; a:1/1 has more: entailed by 1 row");
  fixture_expect_span(POSSIBLE, "explain", LONG(EXPLAIN("a:1/1", "b:1/1#1")), "kind", "why",
                      "answer|||a:1/1|?|b:1/1#1||possible\n"
                      "step|1|1|a:1/1|>=|a:1/1#1|>=|it is part of the line above\n"
                      "step|1|2|a:1/1#1|0|b:1/1#1|?|\n"
                      "missing|||a:1/1|~|b:1/1#1||any overlap would do\n");
}

Test(explain, the_unknown_tells_who_looked_where_it_is_lost_and_what_is_missing)
{
  fixture_expect_span(HUB, "explain", LONG(EXPLAIN("a:1/2", "b:1/1#2")), "kind", "why",
                      "answer|||a:1/2||b:1/1#2||unknown\n"
                      "verdict|||a:1/2|-|||no counterpart found in b:1\n"
                      "missing|||a:1/2|~|b:1/1#2||any overlap would do\n");
#define LOST                                                                                                           \
  DOC(EDITION("a:1", CLAUSE("1", "", "")) EDITION("b:1", CLAUSE("1", "", "")) EDITION("c:1", CLAUSE("1", "", ""))      \
          MAPPING("a:1", "b:1", ROW("1", "intersects", "1")) MAPPING("b:1", "c:1", ROW("1", "intersects", "1")))
  fixture_expect_span(LOST, "explain", WIDE(EXPLAIN("a:1/1", "c:1/1")), "relation", "text",
                      "* The nearest chain, from which nothing certain follows: it is lost with the step from b:1/1 to "
                      "c:1/1|||\n"
                      "|a:1/1||T1\n"
                      "x|b:1/1|x|T1\n"
                      "x|c:1/1||T1\n"
                      "* One of these rows, if somebody stated it, would make it certain that they share something|||\n"
                      "~|a:1/1 / c:1/1||T1 / T1\n");
}

Test(explain, two_clauses_are_told_over_which_demands)
{
  fixture_expect_span(HUB, "explain", LONG(EXPLAIN("a:1/1", "b:1/1")), "kind", "why",
                      "answer|||a:1/1|~|b:1/1||overlap certain\n"
                      "step|1|1|a:1/1|=|a:1/1#1|=|this is all of the line above\n"
                      "step|1|2|a:1/1#1|>|h:1/1#1|>|\n"
                      "step|1|3|h:1/1#1|=|b:1/1#1|>|\n"
                      "step|1|4|b:1/1#1|<=|b:1/1|~|the line above is part of it\n"
                      "counterpart|||a:1/1#1|>|b:1/1#1||entailed\n");
}

Test(explain, unions_are_taken_apart)
{
#define UNION                                                                                                          \
  DOC(EDITION("a:1", CLAUSE("1", ALL, P("1", "x") P("2", "y"))) EDITION("b:1", CLAUSE("1", "", ""))                    \
          MAPPING("a:1", "b:1", ROW("1#1", "subset", "1") ROW("1#2", "subset", "1")))
  fixture_expect_span(UNION, "explain", WIDE(EXPLAIN("a:1/1", "b:1/1")), "relation", "why",
                      "* Chain 1: a:1/1 <= b:1/1||||\n"
                      "|a:1/1||T1|\n"
                      "<=|b:1/1|<=|T1|all parts of 1 are contained: chains 2 to 3\n"
                      "* Chain 2: a:1/1#1 < b:1/1, a part of 1||||\n"
                      "|a:1/1#1||x|\n"
                      "<|b:1/1|<|T1|proposed [1]\n"
                      "* Chain 3: a:1/1#2 < b:1/1, a part of 1||||\n"
                      "|a:1/1#2||y|\n"
                      "<|b:1/1|<|T1|proposed [2]\n");
}

Test(explain, independent_chains_come_with_all)
{
#define WAYS                                                                                                           \
  DOC(EDITION("a:1", CLAUSE("1", "", "")) EDITION("b:1", CLAUSE("1", "", "")) EDITION("c:1", CLAUSE("1", "", ""))      \
          MAPPING("a:1", "b:1", ROW("1", "equal", "1")) MAPPING("b:1", "c:1", ROW("1", "equal", "1"))                  \
              MAPPING("a:1", "c:1", ROW("1", "equal", "1")))
  fixture_expect_span(WAYS, "explain", LONG(EXPLAIN("a:1/1", "c:1/1"), { "all", NULL }), "kind", "to_ref",
                      "answer|||a:1/1|=|c:1/1\n"
                      "step|1|1|a:1/1|=|c:1/1\n"
                      "step|2|1|a:1/1|=|b:1/1\n"
                      "step|2|2|b:1/1|=|c:1/1\n");
  expect_sentence(WAYS, "a:1/1", "c:1/1", "a:1/1 and c:1/1 are equal: stated by 1 row");
}

Test(explain, what_is_no_pair_is_answered_too)
{
  expect_sentence(HUB, "a:1/1", "a:1/1", "a:1/1 is one and the same thing, whichever way it was written");
#define GUIDED                                                                                                         \
  DOC(EDITION("a:1", CLAUSE("1", "", P("1", "x")) "<clause number='2' title='T2' force='guidance'/>" CLAUSE(           \
                         "3", ALL, "")) MAPPING("a:1", "a:1", "<guidance source='2' target='1#1'/>\n"))
  expect_sentence(GUIDED, "a:1/1", "a:1/2", "a:1/2 is guidance, a:1/1 is a demand: the two are never related");
  fixture_expect_span(GUIDED, "explain", LONG(EXPLAIN("a:1/1", "a:1/2")), "kind", "why",
                      "guidance|||a:1/2||a:1/1#1||explains\n");
  expect_sentence(GUIDED, "a:1/1", "a:1/3", "a:1/3 demands nothing, so it is related to nothing");
}

Test(explain, a_contradiction_is_shown_with_what_contradicts)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("1", "", "")) EDITION("b:1", CLAUSE("1", "", "")) MAPPING(
      "a:1", "b:1", ROW("1", "equal", "1")) MAPPING("b:1", "a:1", ROW("1", "disjoint", "1"))));
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  cr_assert_eq(ims_report_find("explain")->run(model, LONG(EXPLAIN("a:1/1", "b:1/1")), fixture_sink(&diags), &table),
               IMS_OK);
  cr_assert_eq(diags.count, 2); /* the warning and its note */
  fixture_expect_captions(table, "what is said of a:1/1 and b:1/1 cannot all be true: shown by 2 rows\n"
                                 "Certainty: contradiction. The weakest of the rows: proposed, confidence not said\n");
  fixture_expect_cells(table, "kind", "to_ref",
                       "answer|||a:1/1|!|b:1/1\n"
                       "step|1|1|a:1/1|0|b:1/1\n"
                       "step|2|1|a:1/1|=|b:1/1\n");
  ims_table_free(table);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(explain, refuses_what_is_not_there)
{
  ims_model *model = fixture_model(HUB);
  fixture_expect_refusal(model, "explain", LONG({ "a", "a:1/1" }), IMS_INVALID,
                         "missing-argument: 'explain' needs to be told: what it is held against\n");
  fixture_expect_refusal(model, "explain", LONG(EXPLAIN("a:1/1", "a:1/9")), IMS_NOT_FOUND,
                         "no-such-reference: there is no '9' in a:1; nearest: 1, 2\n");
  ims_model_free(model);
}
