#include "query/words.h"

#include "unit/report/fixture_report.h"

typedef struct fixture_words {
  ims_model *model;
  imsi_closure *closure;
} fixture_words;

static fixture_words close_document(const char *xml)
{
  fixture_words f = { fixture_model(xml), NULL };
  cr_assert_eq(imsi_closure_new(f.model, &f.closure), IMS_OK);
  return f;
}

static void release(fixture_words *f)
{
  imsi_closure_free(f->closure);
  ims_model_free(f->model);
}

static imsi_pair pair_of(const fixture_words *f, const char *source, const char *target)
{
  const ims_node from = fixture_node(f->model, source), to = fixture_node(f->model, target);
  return (imsi_pair){ from, to, imsi_closure_relation(f->closure, from, to), false };
}

static void print(ims_memory *text, const char *title, const imsi_vec *texts)
{
  for (size_t i = 0; i < texts->count; i++)
    fixture_printf(text, "%s%s", i ? "; " : title, IMSI_AT(const char *, texts, i));
  if (texts->count)
    fixture_printf(text, "\n");
}

static void expect_words_at(const fixture_words *f, const char *source, const char *target, bool source_home,
                            bool target_home, const char *expected)
{
  const imsi_pair pair = pair_of(f, source, target);
  imsi_words words;
  ims_memory got = { 0 };
  cr_assert_eq(imsi_words_of(f->model, f->closure, &pair, source_home, target_home, &words), IMS_OK);
  print(&got, "both: ", &words.common);
  print(&got, "source: ", &words.source_only);
  print(&got, "target: ", &words.target_only);
  print(&got, "open: ", &words.unexamined);
  fixture_compare(&got, expected);
  imsi_words_free(&words);
}

/* The words of a pair where both ends are at home, from a document. */
static void expect_words(const char *xml, const char *source, const char *target, const char *expected)
{
  fixture_words f = close_document(xml);
  expect_words_at(&f, source, target, true, true, expected);
  release(&f);
}

static void expect_weight(const fixture_words *f, const char *source, const char *target, size_t expected)
{
  const imsi_pair pair = pair_of(f, source, target);
  size_t weight = SIZE_MAX;
  cr_assert_eq(imsi_words_weight(f->model, f->closure, &pair, &weight), IMS_OK);
  cr_expect_eq(weight, expected, "%s and %s weigh %zu", source, target, weight);
}

/* ---- rows ---- */

#define ONE_TO_ONE                                                                                                     \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B."))) MAPPING(           \
      "a:1", "b:1", TOLD("4#1", "intersects", "5#1", BOTH("shared"), HERE("more here"), THERE("more there"))))

Test(words, a_row_says_what_both_ask_and_what_only_one)
{
  expect_words(ONE_TO_ONE, "a:1/4", "b:1/5", "both: shared\nsource: more here\ntarget: more there\n");
  expect_words(ONE_TO_ONE, "a:1/4#1", "b:1/5#1", "both: shared\nsource: more here\ntarget: more there\n");
}

Test(words, seen_from_the_other_side_the_sides_change_places)
{
  expect_words(ONE_TO_ONE, "b:1/5", "a:1/4", "both: shared\nsource: more there\ntarget: more here\n");
}

Test(words, a_row_on_the_clauses_themselves_is_told)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                       MAPPING("a:1", "b:1", TOLD("4", "superset", "5", BOTH("shared"), HERE("more"), ""))),
               "a:1/4", "b:1/5", "both: shared\nsource: more\n");
}

Test(words, a_row_that_keeps_two_things_apart_is_not_told)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A.") P("2", "A.")))
                       EDITION("b:1", CLAUSE("5", "", P("1", "B.") P("2", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "disjoint", "5#1", BOTH("no"), "", "")
                                       TOLD("4#2", "equal", "5#2", BOTH("yes"), "", ""))),
               "a:1/4", "b:1/5", "both: yes\nopen: 4#1\n");
}

Test(words, every_text_is_told_once)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") P("2", "A.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") P("2", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "superset", "5#1", BOTH("shared"), HERE("more"), "")
                                       TOLD("4#2", "superset", "5#2", BOTH("shared"), HERE("more"), ""))),
               "a:1/4", "b:1/5", "both: shared\nsource: more\n");
}

Test(words, items_speak_before_their_provisions)
{
  /* the row of the provisions is less specific than that of their items */
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, PARTED("1", "own", "A.", ITEM("a", "x"))))
                       EDITION("b:1", CLAUSE("5", ALL, PARTED("1", "own", "B.", ITEM("a", "y"))))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "intersects", "5#1", BOTH("rough"), HERE("rough here"),
                                        THERE("rough there")) TOLD("4#a", "equal", "5#a", BOTH("exact"), "", ""))),
               "a:1/4", "b:1/5", "both: exact\n");
}

Test(words, sub_clauses_speak_for_themselves)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.")) CLAUSE("4.1", UNDER("4"), P("1", "A.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") P("2", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "equal", "5#1", BOTH("above"), "", "")
                                       TOLD("4.1#1", "equal", "5#2", BOTH("below"), "", ""))),
               "a:1/4", "b:1/5", "both: above\n");
}

Test(words, guidance_and_permission_are_not_told)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") FORCED("2", "guidance", "A.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") FORCED("2", "permission", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "equal", "5#1", BOTH("demand"), "", "")
                                       TOLD("4#2", "superset", "5#2", BOTH("hint"), HERE("long hint"), ""))),
               "a:1/4", "b:1/5", "both: demand\n");
}

/* ---- through a third thing ---- */

#define THROUGH(first, second)                                                                                         \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))                    \
          EDITION("h:1", CLAUSE("1", ALL, P("1", "H."))) MAPPING("a:1", "h:1", first) MAPPING("h:1", "b:1", second))

Test(words, a_chain_adds_up_what_each_end_asks_beyond)
{
  expect_words(THROUGH(TOLD("4#1", "superset", "1#1", BOTH("hub of a"), HERE("a beyond"), ""),
                       TOLD("1#1", "subset", "5#1", BOTH("hub of b"), "", THERE("b beyond"))),
               "a:1/4", "b:1/5", "both: hub of b\nsource: a beyond\ntarget: b beyond\n");
}

Test(words, in_a_chain_the_narrower_row_says_what_is_common)
{
  /* hub and b share less than the hub has, all of which is in a */
  expect_words(
      THROUGH(TOLD("4#1", "superset", "1#1", BOTH("the hub"), HERE("a beyond"), ""),
              TOLD("1#1", "intersects", "5#1", BOTH("part of the hub"), HERE("rest of the hub"), THERE("b beyond"))),
      "a:1/4", "b:1/5", "both: part of the hub\nsource: a beyond; rest of the hub\ntarget: b beyond\n");
  /* and the mirror image */
  expect_words(
      THROUGH(TOLD("4#1", "intersects", "1#1", BOTH("part of the hub"), HERE("a beyond"), THERE("rest of the hub")),
              TOLD("1#1", "subset", "5#1", BOTH("the hub"), "", THERE("b beyond"))),
      "a:1/4", "b:1/5", "both: part of the hub\nsource: a beyond\ntarget: rest of the hub; b beyond\n");
}

Test(words, a_direct_row_is_told_instead_of_a_chain)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))
                       EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))
                           MAPPING("a:1", "h:1", TOLD("4#1", "superset", "1#1", BOTH("hub"), HERE("a"), ""))
                               MAPPING("h:1", "b:1", TOLD("1#1", "subset", "5#1", BOTH("hub"), "", THERE("b"))) MAPPING(
                                   "a:1", "b:1", TOLD("4#1", "superset", "5#1", BOTH("direct"), HERE("a"), ""))),
               "a:1/4", "b:1/5", "both: direct\nsource: a\n");
}

#define LONG_CHAIN(first, second, third)                                                                               \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))                    \
          EDITION("g:1", CLAUSE("1", ALL, P("1", "G."))) EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))                \
              MAPPING("a:1", "g:1", first) MAPPING("g:1", "h:1", second) MAPPING("h:1", "b:1", third))

Test(words, of_a_longer_chain_the_smaller_end_is_what_both_ask)
{
  expect_words(LONG_CHAIN(ROW("4#1", "subset", "1#1"), ROW("1#1", "equal", "1#1"), ROW("1#1", "equal", "5#1")), "a:1/4",
               "b:1/5", "both: A.\n");
  expect_words(LONG_CHAIN(ROW("4#1", "superset", "1#1"), ROW("1#1", "equal", "1#1"), ROW("1#1", "equal", "5#1")),
               "a:1/4", "b:1/5", "both: B.\n");
  expect_words(LONG_CHAIN(ROW("4#1", "equal", "1#1"), ROW("1#1", "equal", "1#1"), ROW("1#1", "equal", "5#1")), "a:1/4",
               "b:1/5", "both: A.\n");
}

Test(words, of_a_longer_chain_that_only_overlaps_nobody_has_said_what_both_ask)
{
  expect_words(LONG_CHAIN(ROW("4#1", "superset", "1#1"), ROW("1#1", "equal", "1#1"), ROW("1#1", "subset", "5#1")),
               "a:1/4", "b:1/5", "");
}

/* ---- what is no difference of the two wholes ---- */

Test(words, what_another_part_of_the_other_side_asks_is_no_difference)
{
  /* 4 is in 5: the first provision of 5 has the system, its second the processes */
  static const char xml[] =
      DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") P("2", "B.")))
              MAPPING("a:1", "b:1",
                      TOLD("4#1", "equal", "5#1", BOTH("a system"), "", "")
                          TOLD("4#1", "intersects", "5#2", BOTH("processes"), HERE("a system"), THERE("inputs"))));
  expect_words(xml, "a:1/4", "b:1/5", "both: a system; processes\ntarget: inputs\n");
  expect_words(xml, "b:1/5", "a:1/4", "both: a system; processes\nsource: inputs\n");
  expect_words(xml, "a:1/4#1", "b:1/5#2", "both: processes\nsource: a system\ntarget: inputs\n");
}

Test(words, nothing_is_only_on_the_side_that_is_contained)
{
  fixture_words f = close_document(
      DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A one.") P("2", "A two.")))
              EDITION("b:1", CLAUSE("5", ALL, P("1", "B."))) EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))
                  MAPPING("a:1", "h:1", TOLD("4#1", "superset", "1#1", BOTH("hub"), HERE("beyond the hub"), ""))
                      MAPPING("h:1", "b:1", TOLD("1#1", "subset", "5#1", BOTH("hub"), "", THERE("b beyond")))
                          MAPPING("a:1", "b:1", ROW("4", "subset", "5"))));
  cr_assert_eq(pair_of(&f, "a:1/4", "b:1/5").relation, IMS_SUBSET);
  expect_words_at(&f, "a:1/4", "b:1/5", true, true, "both: hub; A two.\ntarget: b beyond\n");
  release(&f);
}

Test(words, what_both_ask_is_no_difference_whichever_row_says_so)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A.") P("2", "A.")))
                       EDITION("b:1", CLAUSE("5", "", P("1", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "intersects", "5#1", BOTH("when"), HERE("who"), THERE("how"))
                                       TOLD("4#2", "intersects", "5#1", BOTH("how"), HERE("why"), THERE("when")))),
               "a:1/4", "b:1/5", "both: when; how\nsource: who; why\n");
}

/* ---- what has no counterpart ---- */

#define RESIDUE                                                                                                        \
  DOC(EDITION("a:1", CLAUSE("4", ALL,                                                                                  \
                            P("1", "A one.") P("2", "A two.") P("3", "A three.") FORCED("4", "guidance", "A note.")    \
                                PARTED("5", "own", "A five.", ITEM("a", "item a") ITEM("b", "item b"))))               \
          EDITION("b:1", CLAUSE("5", ALL, P("1", "B one.") P("2", "B two.") P("3", "B three.")))                       \
              MAPPING("a:1", "b:1",                                                                                    \
                      TOLD("4#1", "equal", "5#1", BOTH("shared"), "", "") NONE("4#2") NONE("4#a") NONE_HERE("5#2")))

Test(words, what_was_looked_for_in_vain_is_only_on_one_side_what_nobody_looked_for_is_open)
{
  /* 4#5 has a part that was looked for: it is not open as a whole. What is open on the other side is told there. */
  expect_words(RESIDUE, "a:1/4", "b:1/5", "both: shared\nsource: A two.; item a\ntarget: B two.\nopen: 4#3\n");
  expect_words(RESIDUE, "b:1/5", "a:1/4", "both: shared\nsource: B two.\ntarget: A two.; item a\nopen: 5#3\n");
}

Test(words, what_has_no_counterpart_is_told_at_home_only)
{
  fixture_words f = close_document(RESIDUE);
  expect_words_at(&f, "a:1/4", "b:1/5", false, true, "both: shared\ntarget: B two.\n");
  expect_words_at(&f, "a:1/4", "b:1/5", true, false, "both: shared\nsource: A two.; item a\nopen: 4#3\n");
  expect_words_at(&f, "a:1/4", "b:1/5", false, false, "both: shared\n");
  release(&f);
}

Test(words, a_counterpart_elsewhere_in_the_edition_is_examined)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A one.") P("2", "A two.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B one.")) CLAUSE("6", ALL, P("1", "B six.")))
                           MAPPING("a:1", "b:1", ROW("4#1", "equal", "5#1") ROW("4#2", "equal", "6#1"))),
               "a:1/4", "b:1/5", "");
}

/* ---- weight ---- */

Test(words, the_weight_is_the_number_of_most_specific_pairs_of_parts)
{
  fixture_words f = close_document(
      DOC(EDITION("a:1", CLAUSE("4", ALL, PARTED("1", "own", "A.", ITEM("a", "x") ITEM("b", "x")) P("2", "A.")))
              EDITION("b:1", CLAUSE("5", ALL, PARTED("1", "own", "B.", ITEM("a", "x") ITEM("b", "x")) P("2", "B."))
                                 CLAUSE("6", ALL, P("1", "B.")) CLAUSE("7", "", ""))
                  MAPPING("a:1", "b:1",
                          ROW("4#a", "equal", "5#a") ROW("4#b", "equal", "5#b") ROW("4#2", "intersects", "5#2")
                              ROW("4#2", "intersects", "6#1"))));
  expect_weight(&f, "a:1/4", "b:1/5", 3);
  expect_weight(&f, "b:1/5", "a:1/4", 3);
  expect_weight(&f, "a:1/4", "b:1/6", 1);
  expect_weight(&f, "a:1/4#1", "b:1/5#1", 2);
  expect_weight(&f, "a:1/4", "b:1/7", 0);
  release(&f);
}

Test(words, clauses_without_demands_weigh_nothing)
{
  fixture_words f = close_document(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                                           MAPPING("a:1", "b:1", ROW("4", "equal", "5"))));
  expect_weight(&f, "a:1/4", "b:1/5", 0);
  release(&f);
}

Test(words, releasing_nothing_is_allowed)
{
  imsi_words_free(NULL);
}
