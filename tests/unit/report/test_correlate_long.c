#include "unit/report/fixture_report.h"

#define A_TO_B LONG({ "pivot", "a" }, { "other", "b" })

/* source to relation: the facts; the rest is tested on its own */
static void expect_facts(const char *xml, const ims_request *request, const char *expected)
{
  fixture_expect_span(xml, "correlate", request, "source_edition", "certainty", expected);
}

Test(correlate_long, has_fixed_columns)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", "")));
  ims_table *table = fixture_table(model, "correlate", A_TO_B);
  fixture_expect_columns(table, "source_edition, Source edition\nsource, Source\ntarget_edition, Target edition\n"
                                "target, Target\nrelation, Relation\ncertainty, Certainty\nbasis, Basis\n"
                                "(source_title, Source title)\n(target_title, Target title)\n(common, Both ask)\n"
                                "(source_only, Only the source asks)\n(target_only, Only the target asks)\n"
                                "(uncompared, Not compared)\n(unexamined, Not examined)\n"
                                "(standing, Standing)\n(confidence, Confidence)\n(move, Move)\n(places, Rests on)\n");
  cr_expect_eq(ims_table_row_count(table), 0);
  ims_table_free(table);
  ims_model_free(model);
}

Test(correlate_long, a_pair_is_a_row_with_all_that_is_known)
{
  fixture_expect_report(
      DOC(BASES EDITION("a:1",
                        CLAUSE("4", "unconfirmed='title' " ALL, P("1", "A one.") P("2", "A two.") P("3", "A three.")))
              EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))
                  LABELLED_MAPPING("a:1", "b:1", "basis='b1' confidence='0.8'",
                                   TOLD("4#1", "superset", "5#1", BOTH("shared"), HERE("more"), "") NONE("4#2"))),
      "correlate", A_TO_B,
      "a:1|4|b:1|5|>|entailed|b1|T4 [title unconfirmed]|T5|shared|more; A two|||4#3|proposed|0.8||test.xml:6\n");
}

Test(correlate_long, what_a_row_says_is_stated_what_follows_is_entailed)
{
  expect_facts(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", ALL, P("1", "A.")))
                       EDITION("b:1", CLAUSE("4", "", "") CLAUSE("5", ALL, P("1", "B.")))
                           MAPPING("a:1", "b:1", ROW("4", "intersects", "4") ROW("5#1", "equal", "5#1"))),
               A_TO_B,
               "a:1|4|b:1|4|x|stated\n"
               "a:1|5|b:1|5|=|entailed\n");
}

/* a:1/4 contains h:1/1, which is what b:1/5 is; one of the rows says how sure it is, or both do. */
#define CHAIN(first, second)                                                                                           \
  DOC(BASES EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))                                    \
          EDITION("h:1", CLAUSE("1", "", "")) LABELLED_MAPPING("a:1", "h:1", first, ROW("4", "superset", "1"))         \
              LABELLED_MAPPING("h:1", "b:1", second, ROW("1", "equal", "5")))

Test(correlate_long, a_chain_names_every_basis_and_place)
{
  fixture_expect_span(CHAIN("basis='b2'", "basis='b1'"), "correlate", A_TO_B, "basis", "basis", "b2 b1\n");
  fixture_expect_span(CHAIN("basis='b2'", "basis='b2'"), "correlate", A_TO_B, "basis", "basis", "b2\n");
  fixture_expect_span(CHAIN("", ""), "correlate", A_TO_B, "basis", "basis", "\n");
  fixture_expect_span(CHAIN("", ""), "correlate", A_TO_B, "places", "places", "test.xml:7 / test.xml:10\n");
}

Test(correlate_long, a_chain_is_as_sure_as_its_weakest_row)
{
  fixture_expect_span(CHAIN("confidence='0.9'", "confidence='0.65'"), "correlate", A_TO_B, "confidence", "confidence",
                      "0.65\n");
  fixture_expect_span(CHAIN("confidence='0.9'", ""), "correlate", A_TO_B, "confidence", "confidence", "\n");
}

Test(correlate_long, a_chain_stands_as_its_weakest_row)
{
#define STANDING(first, second, expected)                                                                              \
  fixture_expect_span(CHAIN("status='" first "'", "status='" second "'"), "correlate", A_TO_B, "standing", "standing", \
                      expected "\n")
  STANDING("proposed", "proposed", "proposed");
  STANDING("proposed", "verified", "proposed");
  STANDING("reviewed", "proposed", "proposed");
  STANDING("verified", "reviewed", "reviewed");
  STANDING("verified", "verified", "verified");
#undef STANDING
}

Test(correlate_long, a_verdict_has_its_own_standing)
{
  fixture_expect_span(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", "", "")) EDITION("b:1", "")
                              MAPPING("a:1", "b:1", "<none source='4' status='reviewed'/>\n" NONE("5"))),
                      "correlate", A_TO_B, "standing", "standing", "reviewed\nproposed\n");
}

Test(correlate_long, what_nobody_compared_has_a_column)
{
  static const char xml[] =
      DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))
              EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))
                  MAPPING("a:1", "h:1", TOLD("4#1", "superset", "1#1", BOTH("hub"), HERE("a beyond"), ""))
                      MAPPING("h:1", "b:1", TOLD("1#1", "subset", "5#1", BOTH("hub"), "", THERE("b beyond"))));
  fixture_expect_span(xml, "correlate", A_TO_B, "common", "unexamined", "hub|||a beyond; b beyond|\n");
}

Test(correlate_long, a_verdict_is_a_row_without_the_other_side)
{
#define VERDICT(side, number, more) "<none " side "='" number "' " more "/>\n"
  fixture_expect_report(
      DOC(BASES EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", "", "")) EDITION("b:1",
                                                                                CLAUSE("6", "", "") CLAUSE("7", "", ""))
              MAPPING("a:1", "b:1", VERDICT("source", "5", "basis='b1' confidence='0.75'") VERDICT("target", "6", ""))),
      "correlate", A_TO_B,
      "a:1|5|b:1|-|none|stated|b1|T5|||||||proposed|0.75||test.xml:6\n"
      "a:1|-|b:1|6|none|stated|||T6||||||proposed|||test.xml:7\n");
#undef VERDICT
}

Test(correlate_long, a_verdict_reaches_every_clause_below_and_up_from_all_demands)
{
  expect_facts(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("4.1", "parent='4'", "") CLAUSE(
                                      "5", ALL, P("1", "A.") P("2", "A.")) CLAUSE("6", ALL, P("1", "A.") P("2", "A.")))
                       EDITION("b:1", "") MAPPING("a:1", "b:1", NONE("4") NONE("5#1") NONE("5#2") NONE("6#1"))),
               A_TO_B,
               "a:1|4|b:1|-|none|stated\n"
               "a:1|4.1|b:1|-|none|stated\n"
               "a:1|5|b:1|-|none|stated\n");
}

Test(correlate_long, a_clause_with_a_counterpart_has_no_verdict)
{
  /* one of two demands was looked for in vain, the other was found */
  expect_facts(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") P("2", "A.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))
                           MAPPING("a:1", "b:1", NONE("4#1") ROW("4#2", "equal", "5#1"))),
               A_TO_B, "a:1|4|b:1|5|>=|entailed\n");
}

Test(correlate_long, what_nobody_examined_is_no_row)
{
  expect_facts(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("4", ALL, P("1", "B.")))),
               A_TO_B, "");
}

Test(correlate_long, what_is_kept_apart_is_no_pair)
{
  expect_facts(DOC(EDITION("a:1", CLAUSE("6.3", "", P("1", "A."))) EDITION("b:1", CLAUSE("6.3", "", P("1", "B.")))
                       MAPPING("a:1", "b:1", ROW("6.3#1", "disjoint", "6.3#1"))),
               A_TO_B, "");
}

Test(correlate_long, a_heading_has_no_row)
{
  expect_facts(DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "A.")))
                       EDITION("b:1", CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "B.")))
                           MAPPING("a:1", "b:1", ROW("4.1#1", "equal", "4.1#1"))),
               A_TO_B, "a:1|4.1|b:1|4.1|=|entailed\n");
}

/* Two editions beside a third, with a chain, a row, verdicts on both sides, and what is not examined. */
#define THREE                                                                                                          \
  DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "A.") P("2", "A.")) CLAUSE("5", "", "")     \
                         CLAUSE("6", "", "") CLAUSE("7", "", ""))                                                      \
          EDITION("b:1", CLAUSE("1", ALL, P("1", "B.")) CLAUSE("2", "", "")                                            \
                             CLAUSE("3", "", "")) EDITION("c:1", CLAUSE("8", "", "") CLAUSE("9", "", ""))              \
              MAPPING("a:1", "b:1", ROW("4.1#2", "superset", "1#1") ROW("5", "subset", "2") NONE("6") NONE_HERE("3"))  \
                  MAPPING("b:1", "c:1", ROW("2", "subset", "8")) MAPPING("c:1", "a:1", NONE("9")))

Test(correlate_long, the_others_come_one_after_the_other)
{
  expect_facts(THREE, LONG({ "pivot", "a" }, { "other", "c" }, { "other", "b" }),
               "a:1|5|c:1|8|<|entailed\n"
               "a:1|-|c:1|9|none|stated\n"
               "a:1|4.1|b:1|1|>|entailed\n"
               "a:1|5|b:1|2|<|stated\n"
               "a:1|6|b:1|-|none|stated\n"
               "a:1|-|b:1|3|none|stated\n");
}

Test(correlate_long, reverse_makes_each_other_the_source)
{
  expect_facts(THREE, LONG({ "pivot", "a" }, { "other", "b" }, { "other", "c" }, { "reverse", NULL }),
               "b:1|1|a:1|4.1|<|entailed\n"
               "b:1|2|a:1|5|>|stated\n"
               "b:1|3|a:1|-|none|stated\n"
               "b:1|-|a:1|6|none|stated\n"
               "c:1|8|a:1|5|>|entailed\n"
               "c:1|9|a:1|-|none|stated\n");
}

Test(correlate_long, the_other_way_round_is_the_reverse_table)
{
  ims_model *model = fixture_model(THREE);
  ims_table *reverse = fixture_table(model, "correlate", LONG({ "pivot", "a" }, { "other", "b" }, { "reverse", NULL }));
  ims_table *round = fixture_table(model, "correlate", LONG({ "pivot", "b" }, { "other", "a" }));
  ims_memory got = { 0 }, expected = { 0 };
  fixture_rows(round, 0, SIZE_MAX, &expected);
  fixture_rows(reverse, 0, SIZE_MAX, &got);
  fixture_compare(&got, expected.data);
  ims_memory_free(&expected);
  ims_table_free(reverse);
  ims_table_free(round);
  ims_model_free(model);
}

Test(correlate_long, captions_and_standing_are_those_of_the_wide_form)
{
  ims_model *model = fixture_model(THREE);
  ims_table *table = fixture_table(model, "correlate", LONG({ "pivot", "a" }, { "other", "b" }, { "reverse", NULL }));
  fixture_expect_captions(table, "Beside: a:1\nPivot: b:1\n");
  fixture_expect_notes(table,
                       "The relations shown rest on 2 stated rows: 0 verified against a licensed copy, 0 reviewed "
                       "(a second, independent reading agreed, or a third settled it), 2 proposed.\n");
  ims_table_free(table);
  ims_model_free(model);
}

/* ---- level ---- */

#define PROVISIONS                                                                                                     \
  DOC(EDITION("a:1", CLAUSE("4", ALL,                                                                                  \
                            P("1", "A one.") P("2", "A two.") FORCED("3", "guidance", "A note.")                       \
                                FORCED("4", "permission", "A may.") PARTED("5", "own", "A five.", ITEM("a", "x"))))    \
          EDITION("b:1", CLAUSE("5", ALL, P("1", "B one.") P("2", "B two.") FORCED("3", "guidance", "B note.")))       \
              MAPPING("a:1", "b:1",                                                                                    \
                      ROW("4#1", "subset", "5#1") ROW("4#3", "equal", "5#3") NONE("4#2") NONE("4#4") NONE("4#a")       \
                          NONE_HERE("5#2")))

Test(correlate_long, provisions_can_be_the_rows)
{
  fixture_expect_span(PROVISIONS, "correlate", LONG({ "pivot", "a" }, { "other", "b" }, { "level", "provision" }),
                      "source", "certainty",
                      "4#1|b:1|5#1|<|stated\n"
                      "4#2|b:1|-|none|stated\n"
                      "-|b:1|5#2|none|stated\n");
  fixture_expect_span(PROVISIONS, "correlate", LONG({ "pivot", "a" }, { "other", "b" }, { "level", "provision" }),
                      "source_title", "target_title", "A one.|B one.\nA two.|\n|B two.\n");
}

Test(correlate_long, guidance_and_permission_are_never_rows)
{
  fixture_expect_span(PROVISIONS, "correlate", LONG({ "pivot", "b" }, { "other", "a" }, { "level", "provision" }),
                      "source", "relation", "5#1|a:1|4#1|>\n5#2|a:1|-|none\n-|a:1|4#2|none\n");
  fixture_expect_span(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") FORCED("2", "guidance", "A note.")))
                              EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") FORCED("2", "guidance", "B note.")))
                                  MAPPING("a:1", "b:1", ROW("4#2", "equal", "5#2"))),
                      "correlate", A_TO_B, "source", "relation", "");
}

/* ---- choice of clauses ---- */

Test(correlate_long, a_list_chooses_clauses_of_the_source)
{
  expect_facts(THREE, LONG({ "pivot", "a" }, { "other", "b" }, { "clauses", "4" }), "a:1|4.1|b:1|1|>|entailed\n");
  expect_facts(THREE, LONG({ "pivot", "a" }, { "other", "b" }, { "clauses", "5-6" }),
               "a:1|5|b:1|2|<|stated\n"
               "a:1|6|b:1|-|none|stated\n");
}

Test(correlate_long, a_list_chooses_provisions_by_their_clauses)
{
  expect_facts(THREE, LONG({ "pivot", "a" }, { "other", "b" }, { "clauses", "4.1" }, { "level", "provision" }),
               "a:1|4.1#2|b:1|1#1|>|stated\n");
}
