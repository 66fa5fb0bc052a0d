#include "query/correlation.h"

#include "unit/report/fixture_report.h"

/* Appends "4.1 = 4.2 stated; " for each pair. */
static void print_pairs(const ims_model *model, const imsi_vec *pairs, ims_memory *text)
{
  for (size_t i = 0; i < pairs->count; i++) {
    const imsi_pair *pair = &IMSI_AT(imsi_pair, pairs, i);
    fixture_printf(text, "%s%s %s %s%s", i ? "; " : "", ims_node_name(model, pair->source),
                   ims_relation_symbol(pair->relation), ims_node_name(model, pair->target),
                   pair->stated ? " stated" : "");
  }
}

static void expect_pairs(const char *xml, ims_node_kind kind, const char *expected)
{
  ims_model *model = fixture_model(xml);
  imsi_closure *closure = NULL;
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  ims_memory got = { 0 };
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_correlation_pairs(model, closure, fixture_edition(model, "a:1"), fixture_edition(model, "b:1"),
                                      kind, &pairs),
               IMS_OK);
  print_pairs(model, &pairs, &got);
  fixture_compare(&got, expected);
  imsi_vec_free(&pairs);
  imsi_closure_free(closure);
  ims_model_free(model);
}

/* What a verdict says of `reference` in the other edition: its place, or "" if there is none. */
static void expect_verdict(const ims_model *model, const char *reference, const char *other, uint32_t line)
{
  const size_t verdict = imsi_correlation_verdict(model, fixture_node(model, reference), fixture_edition(model, other));
  cr_expect_eq(verdict == SIZE_MAX, line == 0, "%s in %s", reference, other);
  if (verdict != SIZE_MAX)
    cr_expect_eq(ims_verdict_at(model, verdict).pos.line, line, "%s in %s: line %u", reference, other,
                 ims_verdict_at(model, verdict).pos.line);
}

/* ---- pairs ---- */

Test(correlation, a_row_makes_a_pair)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                       MAPPING("a:1", "b:1", ROW("4", "superset", "5"))),
               IMS_CLAUSE, "4 > 5 stated");
}

Test(correlation, a_row_written_the_other_way_round_is_stated_too)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                       MAPPING("b:1", "a:1", ROW("5", "subset", "4"))),
               IMS_CLAUSE, "4 > 5 stated");
}

Test(correlation, what_follows_through_a_third_edition_is_entailed)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                       EDITION("h:1", CLAUSE("1", "", "")) MAPPING("a:1", "h:1", ROW("4", "superset", "1"))
                           MAPPING("b:1", "h:1", ROW("5", "equal", "1"))),
               IMS_CLAUSE, "4 > 5");
}

Test(correlation, an_overlap_that_is_not_certain_makes_no_pair)
{
  /* both are inside the hub's clause: they may have nothing in common */
  expect_pairs(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                       EDITION("h:1", CLAUSE("1", "", "")) MAPPING("a:1", "h:1", ROW("4", "subset", "1"))
                           MAPPING("b:1", "h:1", ROW("5", "subset", "1"))),
               IMS_CLAUSE, "");
}

Test(correlation, what_is_kept_apart_makes_no_pair)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("6.3", "", "")) EDITION("b:1", CLAUSE("6.3", "", ""))
                       MAPPING("a:1", "b:1", ROW("6.3", "disjoint", "6.3"))),
               IMS_CLAUSE, "");
}

Test(correlation, the_same_number_alone_makes_no_pair)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("6.3", "", P("1", "x"))) EDITION("b:1", CLAUSE("6.3", "", P("1", "x")))),
               IMS_CLAUSE, "");
}

Test(correlation, clauses_made_up_of_one_demand_are_what_that_demand_is)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "x"))) EDITION("b:1", CLAUSE("5", ALL, P("1", "x")))
                       MAPPING("a:1", "b:1", ROW("4#1", "subset", "5#1"))),
               IMS_CLAUSE, "4 < 5");
}

Test(correlation, only_the_most_specific_pair_is_one)
{
  /* 4 and 5 overlap as well, because their parts do */
  expect_pairs(DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "x")))
                       EDITION("b:1", CLAUSE("5", ALL, "") CLAUSE("5.1", UNDER("5"), P("1", "x")))
                           MAPPING("a:1", "b:1", ROW("4.1#1", "equal", "5.1#1"))),
               IMS_CLAUSE, "4.1 = 5.1");
}

Test(correlation, a_clause_can_face_the_sub_clauses_of_the_other_edition)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("9.3", ALL, P("1", "x") P("2", "x")))
                       EDITION("b:1", CLAUSE("9.3", ALL, "") CLAUSE("9.3.1", UNDER("9.3"), P("1", "x"))
                                          CLAUSE("9.3.2", UNDER("9.3"), P("1", "x")))
                           MAPPING("a:1", "b:1", ROW("9.3#1", "equal", "9.3.1#1") ROW("9.3#2", "equal", "9.3.2#1"))),
               IMS_CLAUSE, "9.3 >= 9.3.1; 9.3 >= 9.3.2");
}

Test(correlation, a_row_on_a_heading_gives_way_to_one_on_its_parts)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "x")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "x")))
                           MAPPING("a:1", "b:1", ROW("4", "subset", "5") ROW("4.1", "subset", "5"))),
               IMS_CLAUSE, "4.1 < 5 stated");
}

Test(correlation, pairs_come_in_the_order_of_the_documents)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("9", "", "") CLAUSE("10", "", "") CLAUSE("4", "", ""))
                       EDITION("b:1", CLAUSE("2", "", "") CLAUSE("1", "", ""))
                           MAPPING("a:1", "b:1",
                                   ROW("4", "intersects", "1") ROW("9", "intersects", "1") ROW("10", "intersects", "1")
                                       ROW("9", "intersects", "2"))),
               IMS_CLAUSE, "9 x 2 stated; 9 x 1 stated; 10 x 1 stated; 4 x 1 stated");
}

Test(correlation, provisions_make_pairs_of_their_own)
{
  static const char xml[] = DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "x") P("2", "x"))) EDITION(
      "b:1", CLAUSE("5", ALL, P("1", "x"))) MAPPING("a:1", "b:1", ROW("4#2", "intersects", "5#1")));
  expect_pairs(xml, IMS_PROVISION, "4#2 x 5#1 stated");
  expect_pairs(xml, IMS_CLAUSE, "4 ~ 5"); /* what the first provision has to do with clause 5 is open */
}

Test(correlation, items_make_their_provisions_overlap)
{
  static const char xml[] = DOC(EDITION("a:1", CLAUSE("4", ALL, PARTED("1", "own", "x", ITEM("a", "x") ITEM("b", "x"))))
                                    EDITION("b:1", CLAUSE("5", ALL, PARTED("1", "own", "x", ITEM("c", "x"))))
                                        MAPPING("a:1", "b:1", ROW("4#b", "equal", "5#c")));
  expect_pairs(xml, IMS_ITEM, "4#b = 5#c stated");
  expect_pairs(xml, IMS_PROVISION, "4#1 ~ 5#1");
}

Test(correlation, terms_make_pairs_of_their_own)
{
  expect_pairs(DOC(EDITION("a:1", TERM("incident", "i", "", "x"))
                       EDITION("b:1", TERM("event", "e", "", "x") TERM("incident", "i", "", "x"))
                           MAPPING("a:1", "b:1", ROW("term:incident", "subset", "term:event"))),
               IMS_TERM, "term:incident < term:event stated");
}

Test(correlation, a_loose_row_is_stated_as_what_it_says)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                       LABELLED_MAPPING("a:1", "b:1", "intersects='loose'", ROW("4", "intersects", "5"))),
               IMS_CLAUSE, "4 ~ 5 stated");
}

Test(correlation, a_loose_row_that_others_make_narrower_is_entailed)
{
  expect_pairs(
      DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", "")) EDITION("h:1", CLAUSE("1", "", ""))
              LABELLED_MAPPING("a:1", "b:1", "intersects='loose'", ROW("4", "intersects", "5"))
                  MAPPING("a:1", "h:1", ROW("4", "subset", "1")) MAPPING("h:1", "b:1", ROW("1", "subset", "5"))),
      IMS_CLAUSE, "4 < 5");
}

Test(correlation, what_contradicts_itself_makes_no_pair)
{
  expect_pairs(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                       MAPPING("a:1", "b:1", ROW("4", "subset", "5")) MAPPING("b:1", "a:1", ROW("5", "subset", "4"))),
               IMS_CLAUSE, "");
}

/* An edition against another with rows of all kinds at all levels, and a third one in between. */
#define TANGLE                                                                                                         \
  DOC(EDITION("a:1",                                                                                                   \
              CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "x") PARTED("2", "own", "x", ITEM("a", "x")))      \
                  CLAUSE("4.2", UNDER("4"), P("1", "x")) CLAUSE("5", ALL, P("1", "x") P("2", "x")) CLAUSE("6", "", "") \
                      CLAUSE("7", "", "") CLAUSE("7.1", "parent='7'", ""))                                             \
          EDITION("b:1",                                                                                               \
                  CLAUSE("1", ALL, P("1", "x")) CLAUSE("1.1", UNDER("1"), PARTED("1", "own", "x", ITEM("a", "x")))     \
                      CLAUSE("2", ALL, P("1", "x") P("2", "x")) CLAUSE("3", "", "") CLAUSE("3.1", "parent='3'", ""))   \
              EDITION("h:1", CLAUSE("1", ALL, P("1", "x") P("2", "x")) CLAUSE("2", "", ""))                            \
                  MAPPING("a:1", "h:1",                                                                                \
                          ROW("4.1#1", "superset", "1#1") ROW("5#1", "equal", "1#2") ROW("6", "intersects", "2"))      \
                      MAPPING("b:1", "h:1",                                                                            \
                              ROW("1#1", "equal", "1#1") ROW("2#2", "superset", "1#2") ROW("3", "superset", "2"))      \
                          MAPPING("a:1", "b:1",                                                                        \
                                  ROW("4.1#a", "subset", "1.1#a") ROW("4.2", "intersects", "2")                        \
                                      ROW("7", "superset", "3") ROW("7.1", "equal", "3.1")))

Test(correlation, the_pairs_of_the_other_direction_are_the_same_inverted)
{
  static const ims_node_kind kinds[] = { IMS_CLAUSE, IMS_PROVISION, IMS_ITEM };
  ims_model *model = fixture_model(TANGLE);
  const ims_edition *a = fixture_edition(model, "a:1"), *b = fixture_edition(model, "b:1");
  imsi_closure *closure = NULL;
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    imsi_vec there = IMSI_VEC(imsi_pair), back = IMSI_VEC(imsi_pair);
    cr_assert_eq(imsi_correlation_pairs(model, closure, a, b, kinds[k], &there), IMS_OK);
    cr_assert_eq(imsi_correlation_pairs(model, closure, b, a, kinds[k], &back), IMS_OK);
    cr_expect_gt(there.count, (size_t)0, "kind %zu", k);
    cr_assert_eq(there.count, back.count, "kind %zu", k);
    for (size_t i = 0; i < there.count; i++) {
      const imsi_pair *pair = &IMSI_AT(imsi_pair, &there, i);
      size_t same = 0;
      for (size_t n = 0; n < back.count; n++) {
        const imsi_pair *other = &IMSI_AT(imsi_pair, &back, n);
        same += other->source.index == pair->target.index && other->target.index == pair->source.index &&
                other->relation == ims_relation_inverse(pair->relation) && other->stated == pair->stated;
      }
      cr_expect_eq(same, 1, "%s and %s", ims_node_name(model, pair->source), ims_node_name(model, pair->target));
    }
    imsi_vec_free(&there);
    imsi_vec_free(&back);
  }
  imsi_closure_free(closure);
  ims_model_free(model);
}

Test(correlation, the_pairs_of_one_node_are_its_share_of_all)
{
  ims_model *model = fixture_model(TANGLE);
  const ims_edition *a = fixture_edition(model, "a:1"), *b = fixture_edition(model, "b:1");
  imsi_closure *closure = NULL;
  imsi_vec all = IMSI_VEC(imsi_pair), one_by_one = IMSI_VEC(imsi_pair);
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_correlation_pairs(model, closure, a, b, IMS_CLAUSE, &all), IMS_OK);
  for (uint32_t i = 0; i < a->count; i++) {
    const ims_node node = { a->first.index + i };
    if (ims_node_kind_of(model, node) == IMS_CLAUSE)
      cr_assert_eq(imsi_correlation_of(model, closure, node, b, IMS_CLAUSE, &one_by_one), IMS_OK);
  }
  ims_memory got = { 0 }, expected = { 0 };
  print_pairs(model, &all, &expected);
  print_pairs(model, &one_by_one, &got);
  fixture_compare(&got, expected.data);
  ims_memory_free(&expected);
  imsi_vec_free(&all);
  imsi_vec_free(&one_by_one);
  imsi_closure_free(closure);
  ims_model_free(model);
}

/* ---- verdicts; each row of a mapping stands on a line of its own ---- */

Test(correlation, a_verdict_reaches_all_that_belongs_to_its_node)
{
  ims_model *model = fixture_model(DOC(
      EDITION("a:1", CLAUSE("4", "", "") CLAUSE("4.1", "parent='4'", PARTED("1", "own", "x", ITEM("a", "x"))))
          EDITION("b:1", CLAUSE("5", "", "")) EDITION("c:1", CLAUSE("6", "", "")) MAPPING("a:1", "b:1", NONE("4"))));
  expect_verdict(model, "a:1/4", "b:1", 6);
  expect_verdict(model, "a:1/4.1", "b:1", 6);
  expect_verdict(model, "a:1/4.1#1", "b:1", 6);
  expect_verdict(model, "a:1/4.1#a", "b:1", 6);
  expect_verdict(model, "a:1/4", "c:1", 0); /* nobody looked there */
  expect_verdict(model, "b:1/5", "a:1", 0); /* nor the other way */
  ims_model_free(model);
}

Test(correlation, a_verdict_on_the_target_side_is_one_on_the_target)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                                           MAPPING("a:1", "b:1", NONE_HERE("5"))));
  expect_verdict(model, "b:1/5", "a:1", 5);
  expect_verdict(model, "a:1/4", "b:1", 0);
  ims_model_free(model);
}

Test(correlation, verdicts_on_all_demands_are_one_on_the_clause)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "x") P("2", "x"))) EDITION(
      "b:1", CLAUSE("5", "", "")) MAPPING("a:1", "b:1", NONE("4#1") NONE("4#2"))));
  expect_verdict(model, "a:1/4", "b:1", 6);
  expect_verdict(model, "a:1/4#1", "b:1", 5);
  ims_model_free(model);
}

Test(correlation, verdicts_on_some_demands_are_none_on_the_clause)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "x") P("2", "x") P("3", "x"))) EDITION(
      "b:1", CLAUSE("5", "", "")) MAPPING("a:1", "b:1", NONE("4#1") NONE("4#3"))));
  expect_verdict(model, "a:1/4", "b:1", 0);
  expect_verdict(model, "a:1/4#2", "b:1", 0);
  ims_model_free(model);
}

Test(correlation, notes_and_permissions_need_no_verdict)
{
  ims_model *model = fixture_model(
      DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "x") FORCED("2", "guidance", "x") FORCED("3", "permission", "x")))
              EDITION("b:1", CLAUSE("5", "", "")) MAPPING("a:1", "b:1", NONE("4#1"))));
  expect_verdict(model, "a:1/4", "b:1", 5);
  expect_verdict(model, "a:1/4#2", "b:1", 0);
  ims_model_free(model);
}

Test(correlation, a_verdict_on_an_item_is_none_on_its_provision)
{
  ims_model *model =
      fixture_model(DOC(EDITION("a:1", CLAUSE("4", ALL, PARTED("1", "own", "x", ITEM("a", "x") ITEM("b", "x"))))
                            EDITION("b:1", CLAUSE("5", "", "")) MAPPING("a:1", "b:1", NONE("4#a"))));
  expect_verdict(model, "a:1/4#a", "b:1", 5);
  expect_verdict(model, "a:1/4#1", "b:1", 0);
  expect_verdict(model, "a:1/4", "b:1", 0);
  ims_model_free(model);
}

Test(correlation, what_has_a_counterpart_below_is_not_said_to_have_none)
{
  ims_model *model = fixture_model(DOC(
      EDITION("a:1", CLAUSE("4", ALL, P("1", "x")) CLAUSE("4.1", UNDER("4"), P("1", "x")) CLAUSE("5", ALL, P("1", "x"))
                         CLAUSE("5.1", "parent='5'", "") CLAUSE("6", ALL, P("1", "x")) CLAUSE("6.1", UNDER("6"), ""))
          EDITION("b:1", CLAUSE("5", "", ""))
              MAPPING("a:1", "b:1", NONE("4#1") ROW("4.1#1", "equal", "5") NONE("5#1") NONE("6#1"))));
  expect_verdict(model, "a:1/4", "b:1", 0);
  expect_verdict(model, "a:1/5", "b:1", 0); /* what 5.1 demands is not known */
  expect_verdict(model, "a:1/6", "b:1", 8); /* 6.1 demands nothing */
  ims_model_free(model);
}

Test(correlation, a_heading_has_the_verdict_of_all_its_parts)
{
  ims_model *model = fixture_model(DOC(
      EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", UNDER("4"), P("1", "x")) CLAUSE("4.2", UNDER("4"), P("1", "x"))
                         CLAUSE("5", ALL, "") CLAUSE("5.1", UNDER("5"), P("1", "x"))
                             CLAUSE("5.2", UNDER("5"), P("1", "x")) CLAUSE("6", "", "")) EDITION("b:1", "")
          MAPPING("a:1", "b:1", NONE("4.1") NONE("4.2#1") NONE("5.1"))));
  expect_verdict(model, "a:1/4", "b:1", 6);
  expect_verdict(model, "a:1/5", "b:1", 0);
  expect_verdict(model, "a:1/6", "b:1", 0);
  ims_model_free(model);
}

Test(correlation, stated_is_what_a_row_says_exactly_read_from_either_side)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                                           MAPPING("a:1", "b:1", ROW("4", "subset", "5"))));
  const ims_node a = fixture_node(model, "a:1/4"), b = fixture_node(model, "b:1/5");
  cr_expect(imsi_correlation_stated(model, a, b, IMS_SUBSET));
  cr_expect(imsi_correlation_stated(model, b, a, IMS_SUPERSET));
  cr_expect_not(imsi_correlation_stated(model, a, b, IMS_CONTAINED));
  cr_expect_not(imsi_correlation_stated(model, b, a, IMS_SUBSET));
  ims_model_free(model);
}
