#include "unit/report/fixture_report.h"

#define A_TO_B                                                                                                         \
  { "pivot", "a" },                                                                                                    \
  {                                                                                                                    \
    "other", "b"                                                                                                       \
  }

static void expect(const char *xml, const ims_request *request, const char *expected)
{
  fixture_expect_report(xml, "correlate", request, expected);
}

/* ---- rows and cells ---- */

Test(correlate_wide, has_a_column_for_each_other_standard)
{
  ims_model *model = fixture_model(DOC(NAMED_EDITION("a:1", "name='ISO A:1'", CLAUSE("4", "", "")) NAMED_EDITION(
      "b:1", "name='ISO B:1'", "") NAMED_EDITION("c:1", "name='ISO C:1'", "")));
  ims_table *table = fixture_table(model, "correlate", WIDE({ "pivot", "a" }, { "other", "c" }, { "other", "b" }));
  fixture_expect_columns(table, "clause, Clause\ntitle, Title\nc:1, ISO C:1\nb:1, ISO B:1\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(correlate_wide, every_clause_of_the_pivot_is_a_row_in_its_order)
{
  expect(DOC(EDITION("a:1", CLAUSE("9", "", P("1", "A.")) CLAUSE("10", "", "") CLAUSE("A.1", "", "")
                                CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("4", "", ""))),
         WIDE(A_TO_B), "9|T9|\n10|T10|\nA.1|TA.1|\n4|T4|\n");
}

Test(correlate_wide, a_cell_holds_every_counterpart_with_number_symbol_and_title)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") P("2", "A.")))
                 EDITION("b:1", CLAUSE("6", ALL, P("1", "B.")) CLAUSE("5", "unconfirmed='number' " ALL, P("1", "B.")))
                     MAPPING("a:1", "b:1", ROW("4#1", "equal", "5#1") ROW("4#2", "intersects", "6#1"))),
         WIDE(A_TO_B), "4|T4|6 ~ T6 [proposed] / 5 >= T5 [number unconfirmed] [proposed]\n");
}

Test(correlate_wide, a_verdict_is_a_dash_and_what_nobody_examined_is_empty)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("4.1", "parent='4'", P("1", "A."))
                                CLAUSE("5", ALL, P("1", "A.") P("2", "A.") FORCED("3", "guidance", "A note."))
                                    CLAUSE("6", ALL, P("1", "A.") P("2", "A.")) CLAUSE("7", "", P("1", "A.")))
                 EDITION("b:1", "") EDITION("c:1", "")
                     MAPPING("a:1", "b:1", NONE("4") NONE("5#1") NONE("5#2") NONE("6#1"))),
         WIDE({ "pivot", "a" }, { "other", "b" }, { "other", "c" }),
         "# 4|T4|-|\n"
         "4.1|T4.1|-|\n"
         "5|T5|-|\n"
         "6|T6||\n"
         "7|T7||\n");
}

Test(correlate_wide, what_is_empty_is_null_not_an_empty_text)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", "")));
  ims_table *table = fixture_table(model, "correlate", WIDE_COLUMNS(A_TO_B));
  for (size_t column = 2; column < ims_table_column_count(table); column++)
    cr_expect_null(ims_table_cell(table, 0, column));
  ims_table_free(table);
  ims_model_free(model);
}

Test(correlate_wide, what_is_kept_apart_is_no_counterpart)
{
  expect(DOC(EDITION("a:1", CLAUSE("6.3", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("6.3", ALL, P("1", "B.")))
                 MAPPING("a:1", "b:1", ROW("6.3#1", "disjoint", "6.3#1"))),
         WIDE(A_TO_B), "6.3|T6.3|\n");
}

/* 4 is the hub's 1, which is 5 */
#define STANDING(first, second)                                                                                        \
  DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", "")) EDITION("h:1", CLAUSE("1", "", ""))      \
          LABELLED_MAPPING("a:1", "h:1", "status='" first "'", ROW("4", "equal", "1"))                                 \
              LABELLED_MAPPING("h:1", "b:1", "status='" second "'", ROW("1", "equal", "5")))

Test(correlate_wide, a_counterpart_that_rests_on_a_proposed_row_is_marked)
{
  expect(STANDING("proposed", "proposed"), WIDE(A_TO_B), "4|T4|5 = T5 [proposed]\n");
  expect(STANDING("verified", "proposed"), WIDE(A_TO_B), "4|T4|5 = T5 [proposed]\n");
  expect(STANDING("proposed", "reviewed"), WIDE(A_TO_B), "4|T4|5 = T5 [proposed]\n");
  expect(STANDING("reviewed", "verified"), WIDE(A_TO_B), "4|T4|5 = T5\n");
  expect(STANDING("verified", "verified"), WIDE(A_TO_B), "4|T4|5 = T5\n");
}

/* ---- headings ---- */

/* Chapters 4 with 4.1 to 4.2.1 against 5 with 5.1 and 5.2, and 6 */
#define HEADINGS(rows)                                                                                                 \
  DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "A.")) CLAUSE("4.2", UNDER("4"), "")        \
                         CLAUSE("4.2.1", UNDER("4.2"), P("1", "A.")) CLAUSE("4.2.2", UNDER("4.2"), P("1", "A.")))      \
          EDITION("b:1",                                                                                               \
                  CLAUSE("5", ALL, "") CLAUSE("5.1", UNDER("5"), P("1", "B.")) CLAUSE("5.2", UNDER("5"), P("1", "B.")) \
                      CLAUSE("6", ALL, "") CLAUSE("6.1", UNDER("6"), "") CLAUSE("6.1.1", UNDER("6.1"), P("1", "B.")))  \
              MAPPING("a:1", "b:1", rows))

Test(correlate_wide, a_heading_stands_beside_the_clause_that_holds_the_counterparts_of_its_parts)
{
  expect(HEADINGS(ROW("4.1#1", "equal", "5.1#1") ROW("4.2.1#1", "equal", "5.2#1")), WIDE(A_TO_B),
         "# 4|T4|5 T5\n"
         "4.1|T4.1|5.1 = T5.1 [proposed]\n"
         "# 4.2|T4.2|5.2 T5.2\n"
         "4.2.1|T4.2.1|5.2 = T5.2 [proposed]\n"
         "4.2.2|T4.2.2|\n");
}

Test(correlate_wide, a_heading_of_spread_parts_stands_beside_the_smallest_clause_in_each_chapter)
{
  expect(HEADINGS(ROW("4.1#1", "equal", "6.1.1#1") ROW("4.2.1#1", "equal", "5.2#1")), WIDE(A_TO_B),
         "# 4|T4|5.2 T5.2 / 6.1.1 T6.1.1\n"
         "4.1|T4.1|6.1.1 = T6.1.1 [proposed]\n"
         "# 4.2|T4.2|5.2 T5.2\n"
         "4.2.1|T4.2.1|5.2 = T5.2 [proposed]\n"
         "4.2.2|T4.2.2|\n");
}

Test(correlate_wide, a_heading_of_parts_that_meet_in_a_chapter_stands_beside_their_meeting_point)
{
  expect(HEADINGS(ROW("4.1#1", "equal", "5.1#1") ROW("4.2.1#1", "equal", "6.1.1#1") ROW("4.2.2#1", "equal", "5.2#1")),
         WIDE({ "pivot", "a" }, { "other", "b" }, { "clauses", "4" }),
         "# 4|T4|5 T5 / 6.1.1 T6.1.1\n"
         "4.1|T4.1|5.1 = T5.1 [proposed]\n"
         "# 4.2|T4.2|5.2 T5.2 / 6.1.1 T6.1.1\n"
         "4.2.1|T4.2.1|6.1.1 = T6.1.1 [proposed]\n"
         "4.2.2|T4.2.2|5.2 = T5.2 [proposed]\n");
}

Test(correlate_wide, a_heading_of_parts_that_nobody_examined_is_empty)
{
  expect(HEADINGS(ROW("4.1#1", "equal", "5.1#1")), WIDE({ "pivot", "a" }, { "other", "b" }, { "clauses", "4.2" }),
         "# 4.2|T4.2|\n4.2.1|T4.2.1|\n4.2.2|T4.2.2|\n");
}

Test(correlate_wide, a_heading_of_parts_that_were_all_looked_for_in_vain_has_a_dash)
{
  expect(HEADINGS(NONE("4.2.1") NONE("4.2.2#1")), WIDE(A_TO_B),
         "# 4|T4|\n4.1|T4.1|\n# 4.2|T4.2|-\n4.2.1|T4.2.1|-\n4.2.2|T4.2.2|-\n");
}

Test(correlate_wide, a_heading_keeps_to_the_counterpart_that_shares_most)
{
  /* 4.1 faces 6.1 with two of its demands and 5 with one */
  expect(
      DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "A.") P("2", "A.") P("3", "A.")))
              EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")) CLAUSE("6", ALL, "")
                                 CLAUSE("6.1", UNDER("6"), P("1", "B.") P("2", "B.")))
                  MAPPING("a:1", "b:1",
                          ROW("4.1#1", "equal", "5#1") ROW("4.1#2", "equal", "6.1#1") ROW("4.1#3", "equal", "6.1#2"))),
      WIDE(A_TO_B), "# 4|T4|6.1 T6.1\n4.1|T4.1|5 >= T5 [proposed] / 6.1 >= T6.1 [proposed]\n");
}

Test(correlate_wide, a_heading_that_a_row_names_has_a_counterpart_like_any_clause)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("4.1", "parent='4'", P("1", "A.")))
                 EDITION("b:1", CLAUSE("5", "", "")) MAPPING("a:1", "b:1", ROW("4", "intersects", "5"))),
         WIDE(A_TO_B), "# 4|T4|5 x T5 [proposed]\n4.1|T4.1|\n");
}

Test(correlate_wide, only_what_has_parts_and_no_demand_is_a_heading)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("5", "", P("1", "A.")) CLAUSE("5.1", "parent='5'", "")
                                CLAUSE("6", "", FORCED("1", "guidance", "A note.")) CLAUSE("7", "", "")
                                    CLAUSE("7.1", "parent='7'", "")) EDITION("b:1", "")),
         WIDE(A_TO_B), "4|T4|(asks nothing)\n5|T5|\n5.1|T5.1|\n# 6|T6|\n# 7|T7|\n7.1|T7.1|\n");
}

/* ---- what the others have beyond ---- */

Test(correlate_wide, clauses_of_the_others_that_were_looked_for_in_vain_come_last)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", "", ""))
                 NAMED_EDITION("b:1", "name='ISO B'", CLAUSE("5", "", "") CLAUSE("6", "", "")) NAMED_EDITION(
                     "c:1", "name='ISO C'", CLAUSE("7", "", "") CLAUSE("8", ALL, P("1", "C.")) CLAUSE("9", "", ""))
                     MAPPING("a:1", "b:1", ROW("4", "equal", "5")) MAPPING("c:1", "a:1", NONE("7") NONE("8#1"))),
         WIDE({ "pivot", "a" }, { "other", "b" }, { "other", "c" }),
         "4|T4|5 = T5 [proposed]|\n"
         "* Of ISO C, without counterpart in a:1|||\n"
         "-|||7 T7\n"
         "-|||8 T8\n");
}

Test(correlate_wide, where_everything_has_a_counterpart_or_is_open_there_is_no_such_part)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", "") CLAUSE("6", "", ""))
                 MAPPING("a:1", "b:1", ROW("4", "equal", "5"))),
         WIDE(A_TO_B), "4|T4|5 = T5 [proposed]\n");
}

/* ---- words ---- */

/* 4 shares a demand with 5 and two with 6; it has one that b:1 lacks and one that nobody looked for. */
#define WORDY                                                                                                          \
  DOC(EDITION("a:1", CLAUSE("4", ALL,                                                                                  \
                            P("1", "A one.") P("2", "A two.") P("3", "A three.") P("4", "A four.") P("5", "A five.")   \
                                FORCED("6", "guidance", "A note.")))                                                   \
          EDITION("b:1", CLAUSE("5", ALL, P("1", "B five."))                                                           \
                             CLAUSE("6", ALL, P("1", "B one.") P("2", "B two.") P("3", "B three.")))                   \
              MAPPING("a:1", "b:1",                                                                                    \
                      TOLD("4#1", "superset", "5#1", BOTH("one"), HERE("one more"), "")                                \
                          TOLD("4#2", "intersects", "6#1", BOTH("two"), HERE("two more"), THERE("two there"))          \
                              TOLD("4#3", "equal", "6#2", BOTH("three"), "", "") NONE("4#4") NONE_HERE("6#3")))

Test(correlate_wide, words_stand_below_their_pair)
{
  expect(WORDY, WIDE_INLINE(A_TO_B),
         "4|T4|5 > T5 [proposed] / both: one / only the pivot: one more"
         " / 6 ~ T6 [proposed] / both: two; three / only the pivot: two more; A four / only this: two there; B three"
         " / not examined: 4#5\n");
}

Test(correlate_wide, without_words_there_are_numbers_and_titles_only)
{
  expect(WORDY, WIDE(A_TO_B), "4|T4|5 > T5 [proposed] / 6 ~ T6 [proposed]\n");
}

Test(correlate_wide, words_can_have_columns_of_their_own)
{
  ims_model *model = fixture_model(WORDY);
  ims_table *table = fixture_table(model, "correlate", WIDE_COLUMNS(A_TO_B));
  fixture_expect_columns(table, "clause, Clause\ntitle, Title\nb:1, b:1\nb:1 common, b:1: both ask\n"
                                "b:1 only_pivot, b:1: only the pivot asks\nb:1 only_other, b:1: only this asks\n"
                                "b:1 open, b:1: not compared, not examined\n");
  fixture_expect_cells(table, "b:1", "b:1", "5 > T5 [proposed] / 6 ~ T6 [proposed]\n");
  fixture_expect_cells(table, "b:1 common", "b:1 common", "5: one / 6: two; three\n");
  fixture_expect_cells(table, "b:1 only_pivot", "b:1 only_pivot", "5: one more / 6: two more; A four\n");
  fixture_expect_cells(table, "b:1 only_other", "b:1 only_other", "6: two there; B three\n");
  fixture_expect_cells(table, "b:1 open", "b:1 open", "6: 4#5\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(correlate_wide, seen_from_the_other_side_only_the_pivot_is_the_other)
{
  expect(
      WORDY, WIDE_INLINE({ "pivot", "b" }, { "other", "a" }),
      "5|T5|4 < T4 [proposed] / both: one / only this: one more\n"
      "6|T6|4 ~ T4 [proposed] / both: two; three / only the pivot: two there; B three / only this: two more; A four\n");
}

/* Both ends add something to the demand between them; 4 has another one that nobody looked for. */
#define BOTH_ADD                                                                                                       \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") P("2", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))       \
          EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))                                                               \
              MAPPING("a:1", "h:1", TOLD("4#1", "superset", "1#1", BOTH("hub"), HERE("a beyond"), ""))                 \
                  MAPPING("h:1", "b:1", TOLD("1#1", "subset", "5#1", BOTH("hub"), "", THERE("b beyond"))))

Test(correlate_wide, what_nobody_compared_is_no_difference)
{
  expect(BOTH_ADD, WIDE_INLINE(A_TO_B),
         "4|T4|5 ~ T5 [proposed] / both: hub / not compared: a beyond; b beyond / not examined: 4#2\n");
  fixture_expect_span(BOTH_ADD, "correlate", WIDE_COLUMNS(A_TO_B), "b:1 common", "b:1 open",
                      "5: hub|||5: a beyond; b beyond / 5: 4#2\n");
}

Test(correlate_wide, a_dash_has_no_words)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", "") MAPPING("a:1", "b:1", NONE("4"))),
         WIDE_COLUMNS(A_TO_B), "4|T4|-||||\n");
}

/* ---- reverse ---- */

#define TWO_OTHERS                                                                                                     \
  DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", "", "") CLAUSE("6", "", ""))                                      \
          NAMED_EDITION("b:1", "name='ISO B'", CLAUSE("1", "", "") CLAUSE("2", "", ""))                                \
              NAMED_EDITION("c:1", "name='ISO C'", CLAUSE("3", "", ""))                                                \
                  MAPPING("a:1", "b:1", ROW("4", "superset", "1") NONE("5"))                                           \
                      MAPPING("c:1", "a:1", ROW("3", "superset", "4")))

Test(correlate_wide, reverse_has_a_part_for_each_other_standard)
{
  expect(TWO_OTHERS, WIDE({ "pivot", "a" }, { "other", "b" }, { "other", "c" }, { "reverse", NULL }),
         "* Pivot ISO B||\n"
         "1|T1|4 < T4 [proposed]\n"
         "2|T2|\n"
         "* Of a:1, without counterpart in ISO B||\n"
         "-||5 T5\n"
         "* Pivot ISO C||\n"
         "3|T3|4 > T4 [proposed]\n");
}

Test(correlate_wide, reverse_in_columns_says_in_every_row_whose_clause_it_is)
{
  ims_model *model = fixture_model(TWO_OTHERS);
  ims_table *table = fixture_table(
      model, "correlate", WIDE_COLUMNS({ "pivot", "a" }, { "other", "b" }, { "other", "c" }, { "reverse", NULL }));
  const size_t last = ims_table_column_count(table) - 1;
  cr_expect_str_eq(ims_table_column(table, last)->key, "pivot");
  ims_memory got = { 0 };
  fixture_rows(table, last, last, &got);
  fixture_compare(&got, "* \nb:1\nb:1\n* \nb:1\n* \nc:1\n");
  ims_table_free(table);
  ims_model_free(model);
}

/* ---- level and choice ---- */

Test(correlate_wide, provisions_can_be_the_rows)
{
  static const char xml[] =
      DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"),
                                                     P("1", "A one.") FORCED("2", "guidance", "A note.")
                                                         P("3", "A three.") FORCED("4", "permission", "A may.")))
              EDITION("b:1", CLAUSE("5", ALL, P("1", "B one.") P("2", "B two.")))
                  MAPPING("a:1", "b:1", ROW("4.1#1", "subset", "5#1") ROW("4.1#1", "intersects", "5#2") NONE("4.1#3")));
  expect(xml, WIDE({ "pivot", "a" }, { "other", "b" }, { "level", "provision" }),
         "4.1#1|A one.|5#1 < B one. [proposed] / 5#2 x B two. [proposed]\n"
         "4.1#3|A three.|-\n");
  ims_model *model = fixture_model(xml);
  ims_table *table =
      fixture_table(model, "correlate", WIDE({ "pivot", "a" }, { "other", "b" }, { "level", "provision" }));
  fixture_expect_columns(table, "provision, Provision\ngist, What it asks\nb:1, b:1\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(correlate_wide, a_list_chooses_rows_and_leaves_their_cells_alone)
{
  expect(HEADINGS(ROW("4.1#1", "equal", "5.1#1") ROW("4.2.1#1", "equal", "6.1.1#1")),
         WIDE({ "pivot", "a" }, { "other", "b" }, { "clauses", "4.2.1" }), "4.2.1|T4.2.1|6.1.1 = T6.1.1 [proposed]\n");
}

Test(correlate_wide, a_choice_is_told_above_the_table)
{
  ims_model *model = fixture_model(TWO_OTHERS);
  ims_table *chosen = fixture_table(model, "correlate", WIDE({ "pivot", "a" }, { "other", "b" }, { "clauses", "4,6" }));
  ims_table *whole = fixture_table(model, "correlate", WIDE(A_TO_B));
  fixture_expect_captions(chosen, "Pivot: a:1\nBeside: ISO B\nOnly clauses: 4,6\n");
  fixture_expect_captions(whole, "Pivot: a:1\nBeside: ISO B\n");
  ims_table_free(chosen);
  ims_table_free(whole);
  ims_model_free(model);
}

/* ---- below the table ---- */

Test(correlate_wide, the_legend_explains_every_mark)
{
  ims_model *model = fixture_model(TWO_OTHERS);
  ims_table *table = fixture_table(model, "correlate", WIDE(A_TO_B));
  cr_assert_eq(ims_table_note_count(table), 4);
  static const char *const marks[] = { "= ", "; < ", "; > ", "; x ", "; <= ", "; >= ", "; ~ " };
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    cr_expect_not_null(strstr(ims_table_note(table, 0), marks[i]), "%s", marks[i]);
  cr_expect_not_null(strstr(ims_table_note(table, 1), "- somebody looked and found no counterpart"));
  cr_expect_not_null(strstr(ims_table_note(table, 1), "an empty cell was not "
                                                      "examined"));
  cr_expect_not_null(strstr(ims_table_note(table, 1), "[proposed]: rests on a row that no second reading"));
  cr_expect_not_null(strstr(ims_table_note(table, 2), "not conformity"));
  cr_expect_not_null(strstr(ims_table_note(table, 3), "rest on 1 stated row:"));
  ims_table_free(table);
  ims_model_free(model);
}
