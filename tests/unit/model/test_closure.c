#include "model/closure.h"

#include "unit/fixture_model.h"

/* An edition `x:1` of requirement clauses; a clause that says "all" lists all its demands. */
#define EDITION(id, clauses) "<edition id='" id "' name='" id "'>" clauses "</edition>\n"
#define CLAUSE(number, more, provisions)                                                                               \
  "<clause number='" number "' force='requirement' " more ">" provisions "</clause>"
#define ALL "provisions='all'"
#define P(id) "<provision id='" id "'><gist>x</gist></provision>"
#define NOTE(id) "<provision id='" id "' force='guidance'><gist>x</gist></provision>"
#define MAPPING(id, source, target, more, rows)                                                                        \
  "<mapping-set id='" id "' source='" source "' target='" target "' " more ">" rows "</mapping-set>\n"
#define ROW(source, is, target) "<relation source='" source "' is='" is "' target='" target "'/>"

/* single clauses without known demands: points that rows can connect */
#define POINT(number) CLAUSE(number, "", "")
#define POINTS                                                                                                         \
  EDITION("a:1", POINT("1") POINT("2")) EDITION("b:1", POINT("1") POINT("2")) EDITION("c:1", POINT("1") POINT("2"))

typedef struct fixture_closure {
  ims_model *model;
  imsi_closure *closure;
} fixture_closure;

static fixture_closure close_document(const char *xml)
{
  fixture_closure f = { fixture_model(xml), NULL };
  cr_assert_eq(imsi_closure_new(f.model, &f.closure), IMS_OK);
  return f;
}

static void release(fixture_closure *f)
{
  imsi_closure_free(f->closure);
  ims_model_free(f->model);
}

static const char *symbol(const fixture_closure *f, const char *source, const char *target)
{
  return ims_relation_symbol(
      imsi_closure_relation(f->closure, fixture_node(f->model, source), fixture_node(f->model, target)));
}

#define EXPECT(f, source, relation, target)                                                                            \
  cr_expect_str_eq(symbol(&(f), source, target), relation, "%s to %s is '%s'", source, target,                         \
                   symbol(&(f), source, target))

/* The places (line of the file) of the rows that prove a pair: "3 5 ". */
static void expect_proof(const fixture_closure *f, const char *source, const char *target, const char *lines)
{
  char got[128] = "";
  imsi_vec rows = IMSI_VEC(uint32_t);
  cr_assert_eq(imsi_closure_rows(f->closure, fixture_node(f->model, source), fixture_node(f->model, target), &rows),
               IMS_OK);
  for (size_t i = 0; i < rows.count; i++)
    snprintf(got + strlen(got), sizeof got - strlen(got), "%u ",
             ims_relation_at(f->model, IMSI_AT(uint32_t, &rows, i)).pos.line);
  cr_expect_str_eq(got, lines);
  imsi_vec_free(&rows);
}

/* ---- hierarchy ---- */

Test(closure, a_part_is_contained_in_the_whole_and_not_presumed_smaller)
{
  fixture_closure f =
      close_document(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("4.1", "parent='4'",
                                                                   "<provision id='1'><gist>x</gist><item id='a'>x"
                                                                   "</item></provision>" P("2")))));
  EXPECT(f, "a:1/4.1", "<=", "a:1/4");
  EXPECT(f, "a:1/4", ">=", "a:1/4.1");
  EXPECT(f, "a:1/4.1#1", "<=", "a:1/4.1");
  EXPECT(f, "a:1/4.1#a", "<=", "a:1/4.1#1");
  EXPECT(f, "a:1/4.1#a", "<=", "a:1/4");
  EXPECT(f, "a:1/4.1#1", "", "a:1/4.1#2"); /* siblings are not presumed disjoint */
  EXPECT(f, "a:1/4.1", "=", "a:1/4.1");
  release(&f);
}

Test(closure, guidance_and_permission_stay_apart_from_demands)
{
  fixture_closure f = close_document(
      DOC(EDITION("a:1", CLAUSE("4", "",
                                NOTE("1") P("2") "<provision id='3' force='permission'><gist>x</gist></provision>"
                                                 "<provision id='4' force='own'><gist>x</gist></provision>"))));
  EXPECT(f, "a:1/4#1", "", "a:1/4");
  EXPECT(f, "a:1/4#3", "", "a:1/4");
  EXPECT(f, "a:1/4#2", "<=", "a:1/4");
  EXPECT(f, "a:1/4#4", "<=", "a:1/4");
  release(&f);
}

Test(closure, guidance_belongs_to_guidance)
{
  fixture_closure f = close_document(DOC("<edition id='a:1' name='A'><clause number='4' force='guidance'>"
                                         "<provision id='1'><gist>x</gist><item id='a'>x</item></provision>"
                                         "<provision id='2' force='permission'><gist>x</gist></provision>"
                                         "</clause></edition>"));
  EXPECT(f, "a:1/4#1", "<=", "a:1/4");
  EXPECT(f, "a:1/4#a", "<=", "a:1/4");
  EXPECT(f, "a:1/4#2", "<=", "a:1/4");
  release(&f);
}

Test(closure, a_note_proves_nothing_about_its_clause)
{
  fixture_closure f = close_document(DOC(EDITION("a:1", CLAUSE("4", "", NOTE("1") P("2"))) EDITION(
      "b:1", CLAUSE("4", "", NOTE("1") P("2"))) MAPPING("m", "a:1", "b:1", "", ROW("4#1", "equal", "4#1"))));
  EXPECT(f, "a:1/4#1", "=", "b:1/4#1");
  EXPECT(f, "a:1/4", "", "b:1/4");
  release(&f);
}

/* ---- rows ---- */

Test(closure, a_row_holds_in_both_directions)
{
  fixture_closure f =
      close_document(DOC(POINTS MAPPING("m", "a:1", "b:1", "", ROW("1", "subset", "1") ROW("2", "disjoint", "2"))
                             MAPPING("n", "c:1", "a:1", "", ROW("1", "superset", "1") ROW("2", "intersects", "2"))));
  EXPECT(f, "a:1/1", "<", "b:1/1");
  EXPECT(f, "b:1/1", ">", "a:1/1");
  EXPECT(f, "a:1/2", "0", "b:1/2");
  EXPECT(f, "b:1/2", "0", "a:1/2");
  EXPECT(f, "a:1/1", "<", "c:1/1");
  EXPECT(f, "c:1/2", "x", "a:1/2");
  EXPECT(f, "a:1/1", "", "b:1/2");
  release(&f);
}

Test(closure, intersects_is_read_as_the_mapping_says)
{
  fixture_closure f = close_document(
      DOC(POINTS MAPPING("m", "a:1", "b:1", "intersects='strict'", ROW("1", "intersects", "1"))
              MAPPING("n", "a:1", "c:1", "intersects='loose'", ROW("1", "intersects", "1") ROW("2", "subset", "2"))
                  MAPPING("o", "b:1", "c:1", "", ROW("2", "intersects", "2"))));
  EXPECT(f, "a:1/1", "x", "b:1/1");
  EXPECT(f, "a:1/1", "~", "c:1/1");
  EXPECT(f, "a:1/2", "<", "c:1/2"); /* only the word "intersects" is read loosely */
  EXPECT(f, "b:1/2", "x", "c:1/2"); /* what is not said is strict in our own format */
  release(&f);
}

Test(closure, composition_follows_the_table)
{
  static const struct {
    const char *first, *second, *symbol;
  } cases[] = {
    { "equal", "equal", "=" },         { "equal", "subset", "<" },        { "subset", "equal", "<" },
    { "subset", "subset", "<" },       { "superset", "superset", ">" },   { "subset", "superset", "" },
    { "superset", "subset", "~" },     { "superset", "intersects", "~" }, { "intersects", "subset", "~" },
    { "subset", "intersects", "?" },   { "intersects", "superset", "?" }, { "intersects", "intersects", "" },
    { "subset", "disjoint", "0" },     { "disjoint", "superset", "0" },   { "superset", "disjoint", "?" },
    { "disjoint", "subset", "?" },     { "disjoint", "disjoint", "" },    { "intersects", "disjoint", "?" },
    { "disjoint", "intersects", "?" }, { "equal", "disjoint", "0" },      { "equal", "intersects", "x" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char xml[2048];
    snprintf(xml, sizeof xml,
             DOC(POINTS MAPPING("m", "a:1", "b:1", "", "<relation source='1' is='%s' target='1'/>")
                     MAPPING("n", "b:1", "c:1", "", "<relation source='1' is='%s' target='1'/>")),
             cases[i].first, cases[i].second);
    fixture_closure f = close_document(xml);
    cr_expect_str_eq(symbol(&f, "a:1/1", "c:1/1"), cases[i].symbol, "%s, %s: '%s'", cases[i].first, cases[i].second,
                     symbol(&f, "a:1/1", "c:1/1"));
    release(&f);
  }
}

Test(closure, several_ways_narrow_each_other)
{
  /* < of b/1 leaves open how a/1 and c/1 overlap; the way over b/2 settles it */
  fixture_closure f =
      close_document(DOC(POINTS MAPPING("m", "a:1", "b:1", "", ROW("1", "superset", "1") ROW("1", "subset", "2"))
                             MAPPING("n", "b:1", "c:1", "", ROW("1", "subset", "1") ROW("2", "subset", "1"))));
  EXPECT(f, "a:1/1", "<", "c:1/1");
  release(&f);
}

Test(closure, overlap_of_parts_is_overlap_of_the_wholes)
{
  fixture_closure f = close_document(DOC(EDITION("a:1", CLAUSE("4", "", P("1")))
                                             EDITION("b:1", CLAUSE("7", "", "") CLAUSE("7.1", "parent='7'", P("1")))
                                                 MAPPING("m", "a:1", "b:1", "", ROW("4#1", "equal", "7.1#1"))));
  EXPECT(f, "a:1/4", "~", "b:1/7.1");
  EXPECT(f, "a:1/4", "~", "b:1/7");
  EXPECT(f, "a:1/4#1", "<=", "b:1/7");
  release(&f);
}

Test(closure, a_verdict_never_enters_a_mask)
{
  fixture_closure f =
      close_document(DOC(POINTS MAPPING("m", "a:1", "b:1", "", "<none source='1'/><none target='2'/>")));
  EXPECT(f, "a:1/1", "", "b:1/1");
  EXPECT(f, "a:1/1", "", "b:1/2");
  cr_expect_eq(imsi_closure_first(f.closure, fixture_node(f.model, "a:1/1")), IMS_NO_NODE);
  release(&f);
}

/* ---- unions ---- */

#define TWO_IN_4(all) EDITION("a:1", CLAUSE("4", all, P("1") P("2"))) EDITION("b:1", POINT("1") POINT("2"))

Test(closure, a_whole_clause_is_contained_where_all_its_parts_are)
{
  fixture_closure f = close_document(
      DOC(TWO_IN_4(ALL) MAPPING("m", "a:1", "b:1", "", ROW("4#1", "subset", "1") ROW("4#2", "equal", "1"))));
  EXPECT(f, "a:1/4", "=", "b:1/1"); /* contained by the union, and contains what 4#2 equals */
  release(&f);
  f = close_document(
      DOC(TWO_IN_4(ALL) MAPPING("m", "a:1", "b:1", "", ROW("4#1", "subset", "1") ROW("4#2", "subset", "1"))));
  EXPECT(f, "a:1/4", "<=", "b:1/1");
  release(&f);
}

Test(closure, a_clause_that_may_have_more_demands_is_not_concluded_upon)
{
  fixture_closure f = close_document(
      DOC(TWO_IN_4("") MAPPING("m", "a:1", "b:1", "", ROW("4#1", "subset", "1") ROW("4#2", "subset", "1"))));
  EXPECT(f, "a:1/4", "~", "b:1/1");
  release(&f);
}

Test(closure, one_part_outside_is_enough_to_conclude_nothing)
{
  fixture_closure f = close_document(DOC(TWO_IN_4(ALL) MAPPING("m", "a:1", "b:1", "", ROW("4#1", "subset", "1"))));
  EXPECT(f, "a:1/4", "~", "b:1/1");
  release(&f);
  f = close_document(
      DOC(TWO_IN_4(ALL) MAPPING("m", "a:1", "b:1", "", ROW("4#1", "subset", "1") ROW("4#2", "intersects", "1"))));
  EXPECT(f, "a:1/4", "~", "b:1/1");
  release(&f);
}

Test(closure, a_clause_is_whole_only_if_everything_below_is)
{
#define NESTED(inner)                                                                                                  \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1")) CLAUSE("4.1", "parent='4' " inner, P("1") P("2"))) EDITION(              \
      "b:1", POINT("1")) MAPPING("m", "a:1", "b:1", "",                                                                \
                                 ROW("4#1", "subset", "1") ROW("4.1#1", "subset", "1") ROW("4.1#2", "subset", "1")))
  fixture_closure f = close_document(NESTED(ALL));
  EXPECT(f, "a:1/4.1", "<=", "b:1/1");
  EXPECT(f, "a:1/4", "<=", "b:1/1");
  release(&f);
  f = close_document(NESTED(""));
  EXPECT(f, "a:1/4.1", "~", "b:1/1");
  EXPECT(f, "a:1/4", "~", "b:1/1");
  release(&f);
}

Test(closure, below_means_at_every_depth)
{
  fixture_closure f =
      close_document(DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", "parent='4' " ALL, "")
                                            CLAUSE("4.1.1", "parent='4.1'", P("1") P("2"))) EDITION("b:1", POINT("1"))
                             MAPPING("m", "a:1", "b:1", "", ROW("4.1.1", "subset", "1"))));
  EXPECT(f, "a:1/4.1.1", "<", "b:1/1");
  EXPECT(f, "a:1/4.1", "~", "b:1/1");
  EXPECT(f, "a:1/4", "~", "b:1/1");
  release(&f);
}

Test(closure, a_heading_is_made_up_of_its_sub_clauses)
{
  fixture_closure f =
      close_document(DOC(EDITION("a:1", CLAUSE("4", ALL, "") CLAUSE("4.1", "parent='4' " ALL, P("1"))
                                            CLAUSE("4.2", "parent='4' " ALL, P("1"))) EDITION("b:1", POINT("1"))
                             MAPPING("m", "a:1", "b:1", "", ROW("4.1#1", "subset", "1") ROW("4.2#1", "subset", "1"))));
  EXPECT(f, "a:1/4", "<=", "b:1/1");
  release(&f);
}

Test(closure, a_clause_of_one_demand_is_that_demand)
{
  fixture_closure f = close_document(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1") NOTE("2"))) EDITION(
      "b:1", CLAUSE("7", ALL, P("1"))) MAPPING("m", "a:1", "b:1", "", ROW("4#1", "equal", "7#1"))));
  EXPECT(f, "a:1/4", "=", "a:1/4#1");
  EXPECT(f, "a:1/4", "=", "b:1/7");
  release(&f);
}

Test(closure, notes_are_no_part_of_a_union)
{
  fixture_closure f = close_document(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1") P("2") NOTE("3"))) EDITION(
      "b:1", POINT("1")) MAPPING("m", "a:1", "b:1", "", ROW("4#1", "subset", "1") ROW("4#2", "subset", "1"))));
  EXPECT(f, "a:1/4", "<=", "b:1/1");
  release(&f);
}

Test(closure, an_empty_sub_clause_is_out_of_it)
{
  fixture_closure f =
      close_document(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1") P("2")) CLAUSE("4.1", "parent='4' " ALL, NOTE("1"))
                                            CLAUSE("4.2", "parent='4' " ALL, "")
                                                CLAUSE("4.2.1", "parent='4.2' " ALL, "")) EDITION("b:1", POINT("1"))
                             MAPPING("m", "a:1", "b:1", "", ROW("4#1", "subset", "1") ROW("4#2", "subset", "1"))));
  EXPECT(f, "a:1/4.1", "", "a:1/4"); /* a set without members is no obligation */
  EXPECT(f, "a:1/4.2", "", "a:1/4");
  EXPECT(f, "a:1/4.2.1", "", "a:1/4.2");
  EXPECT(f, "a:1/4", "<=", "b:1/1");
  release(&f);
}

/* Relations hold between sets with members: from an empty clause anything would follow. */
Test(closure, an_empty_clause_enters_no_relation_of_its_own)
{
  static const char xml[] = DOC(EDITION("a:1", POINT("1")) EDITION("b:1", CLAUSE("4", ALL, ""))
                                    EDITION("c:1", POINT("1")) MAPPING("m", "a:1", "b:1", "", ROW("1", "superset", "4"))
                                        MAPPING("n", "b:1", "c:1", "", ROW("4", "subset", "1")));
  fixture_diags diags = { 0 };
  fixture_closure f = { 0 };
  cr_assert_eq(fixture_load_bytes(xml, sizeof xml - 1, &diags, &f.model), IMS_OK);
  cr_expect_str_eq(fixture_codes(&diags), "5:48 empty-clause; 6:48 empty-clause");
  fixture_diags_free(&diags);
  cr_assert_eq(imsi_closure_new(f.model, &f.closure), IMS_OK);
  EXPECT(f, "a:1/1", "", "c:1/1");
  EXPECT(f, "a:1/1", "", "b:1/4");
  release(&f);
}

Test(closure, guidance_fills_a_clause_of_guidance)
{
#define GUIDE(provisions)                                                                                              \
  "<edition id='g:1' name='G'><clause number='4' force='guidance' provisions='all'>" provisions "</clause></edition>"  \
  "<edition id='h:1' name='H'><clause number='1' force='guidance'/></edition>"
  fixture_closure f = close_document(DOC(GUIDE(P("1")) MAPPING("m", "g:1", "h:1", "", ROW("4", "superset", "1"))));
  EXPECT(f, "g:1/4", "=", "g:1/4#1"); /* made up of one part */
  EXPECT(f, "g:1/4", ">", "h:1/1");
  release(&f);
  f = close_document(
      DOC(GUIDE(P("1") P("2")) MAPPING("m", "g:1", "h:1", "", ROW("4#1", "subset", "1") ROW("4#2", "subset", "1"))));
  EXPECT(f, "g:1/4", "<=", "h:1/1");
  release(&f);
}

Test(closure, too_many_steps_end_it)
{
  fixture_diags diags = { 0 };
  ims_model *model = NULL;
  static const char xml[] = DOC(EDITION("a:1", POINT("1")) EDITION("b:1", POINT("1")) EDITION("c:1", POINT("1"))
                                    MAPPING("m", "a:1", "b:1", "", ROW("1", "subset", "1"))
                                        MAPPING("n", "b:1", "c:1", "", ROW("1", "subset", "1")));
  cr_assert_eq(fixture_load_bytes(xml, strlen(xml), &diags, &model), IMS_OK);
  imsi_closure *closure = NULL;
  cr_expect_eq(imsi_closure_new_within(model, 1, &closure), IMS_LIMIT);
  cr_expect_null(closure, "untouched");
  cr_expect_eq(imsi_closure_new_within(model, 1000, &closure), IMS_OK);
  imsi_closure_free(closure);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(closure, a_union_may_be_contained_in_one_of_its_parts)
{
  fixture_closure f = close_document(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1") P("2"))) EDITION("b:1", POINT("1"))
                                             MAPPING("m", "a:1", "a:1", "", ROW("4#2", "subset", "4#1"))));
  EXPECT(f, "a:1/4", "=", "a:1/4#1");
  EXPECT(f, "a:1/4#2", "<", "a:1/4");
  release(&f);
}

Test(closure, items_do_not_make_up_their_provision)
{
  fixture_closure f = close_document(
      DOC(EDITION("a:1", CLAUSE("4", ALL,
                                "<provision id='1'><gist>x</gist><item id='a'>x</item><item id='b'>x</item>"
                                "</provision>" P("2"))) EDITION("b:1", POINT("1"))
              MAPPING("m", "a:1", "b:1", "", ROW("4#a", "subset", "1") ROW("4#b", "subset", "1"))));
  EXPECT(f, "a:1/4#1", "~", "b:1/1");
  release(&f);
}

/* ---- contradictions ---- */

Test(closure, what_cannot_be_true_is_a_contradiction)
{
  fixture_closure f = close_document(DOC(POINTS MAPPING("m", "a:1", "b:1", "", ROW("1", "equal", "1"))
                                             MAPPING("n", "a:1", "b:1", "", ROW("1", "disjoint", "1"))));
  ims_node a, b;
  cr_assert_eq(imsi_closure_contradictions(f.closure), 1);
  imsi_closure_contradiction(f.closure, 0, &a, &b);
  cr_expect_eq(a.index, fixture_node(f.model, "a:1/1").index);
  cr_expect_eq(b.index, fixture_node(f.model, "b:1/1").index);
  EXPECT(f, "a:1/1", "!", "b:1/1");
  release(&f);
}

Test(closure, a_contradiction_does_not_spread)
{
  fixture_closure f =
      close_document(DOC(POINTS MAPPING("m", "a:1", "b:1", "", ROW("1", "equal", "1") ROW("2", "subset", "2"))
                             MAPPING("n", "a:1", "b:1", "", ROW("1", "disjoint", "1"))
                                 MAPPING("o", "b:1", "c:1", "", ROW("1", "equal", "2") ROW("2", "subset", "2"))));
  cr_expect_eq(imsi_closure_contradictions(f.closure), 1, "%zu", imsi_closure_contradictions(f.closure));
  EXPECT(f, "b:1/1", "=", "c:1/2");
  EXPECT(f, "a:1/2", "<", "c:1/2");
  release(&f);
}

Test(closure, a_contradiction_over_several_steps_is_found)
{
  fixture_closure f = close_document(DOC(POINTS MAPPING("m", "a:1", "b:1", "", ROW("1", "subset", "1")) MAPPING(
      "n", "b:1", "c:1", "", ROW("1", "subset", "1")) MAPPING("o", "c:1", "a:1", "", ROW("1", "subset", "1"))));
  cr_expect_geq(imsi_closure_contradictions(f.closure), 1);
  release(&f);
}

Test(closure, a_part_outside_its_whole_is_a_contradiction)
{
  fixture_closure f = close_document(DOC(EDITION("a:1", CLAUSE("4", "", P("1"))) EDITION("b:1", POINT("1")) MAPPING(
      "m", "a:1", "b:1", "", ROW("4", "disjoint", "1") ROW("4#1", "intersects", "1"))));
  cr_expect_geq(imsi_closure_contradictions(f.closure), 1);
  release(&f);
}

Test(closure, the_built_in_reading_of_nothing_is_nothing)
{
  fixture_closure f = close_document(DOC(POINTS));
  cr_expect_eq(imsi_closure_contradictions(f.closure), 0);
  EXPECT(f, "a:1/1", "", "b:1/1");
  release(&f);
  f = close_document(DOC(""));
  cr_expect_eq(imsi_closure_contradictions(f.closure), 0);
  release(&f);
  imsi_closure_free(NULL);
}

/* ---- proofs and neighbours ---- */

Test(closure, a_proof_is_the_rows_it_rests_on)
{
  fixture_closure f = close_document(DOC(POINTS "<mapping-set id='m' source='a:1' target='b:1'>\n" ROW(
      "1", "subset", "1") "\n" ROW("2", "equal", "2") "\n</mapping-set>\n"
                                                      "<mapping-set id='n' source='b:1' target='c:1'>\n" ROW(
                                                          "1", "subset", "1") "</mapping-set>"));
  expect_proof(&f, "a:1/1", "b:1/1", "6 ");
  expect_proof(&f, "a:1/1", "c:1/1", "6 10 ");
  expect_proof(&f, "c:1/1", "a:1/1", "6 10 ");
  expect_proof(&f, "a:1/1", "b:1/2", "");
  expect_proof(&f, "a:1/1", "a:1/1", "");
  release(&f);
}

Test(closure, the_proof_of_a_union_names_the_rows_of_all_parts)
{
  fixture_closure f =
      close_document(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1") P("2")))
                             EDITION("b:1", POINT("1")) "<mapping-set id='m' source='a:1' target='b:1'>\n" ROW(
                                 "4#1", "subset", "1") "\n" ROW("4#2", "subset", "1") "\n</mapping-set>"));
  EXPECT(f, "a:1/4", "<=", "b:1/1");
  expect_proof(&f, "a:1/4", "b:1/1", "5 6 ");
  release(&f);
}

Test(closure, neighbours_are_what_is_known_of_a_node)
{
  fixture_closure f =
      close_document(DOC(POINTS MAPPING("m", "a:1", "b:1", "", ROW("1", "subset", "1") ROW("1", "disjoint", "2"))
                             MAPPING("n", "b:1", "c:1", "", ROW("1", "equal", "1"))));
  const ims_node a = fixture_node(f.model, "a:1/1");
  size_t count = 0;
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(f.closure, a); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(f.closure, a, i);
    cr_expect_eq(n.relation, imsi_closure_relation(f.closure, a, n.node));
    cr_expect_neq(n.relation, IMS_UNKNOWN);
    count++;
  }
  cr_expect_eq(count, 3);
  release(&f);
}

Test(closure, a_clause_is_made_up_of_its_parts_where_they_are_listed_as_a_whole)
{
  fixture_closure f = close_document(DOC(EDITION(
      "a:1", CLAUSE("4", ALL, P("1")) CLAUSE("5", "", P("1"))
                 CLAUSE("6", ALL,
                        "") "<clause number='7' force='requirement'><provision id='1' force='permission'><gist>x</gist>"
                            "</provision></clause>")));
  cr_expect(imsi_closure_whole(f.closure, fixture_node(f.model, "a:1/4")));
  cr_expect_not(imsi_closure_whole(f.closure, fixture_node(f.model, "a:1/5")));
  cr_expect_not(imsi_closure_whole(f.closure, fixture_node(f.model, "a:1/6")), "it has no parts");
  cr_expect(imsi_closure_part(f.closure, fixture_node(f.model, "a:1/5#1")));
  cr_expect_not(imsi_closure_part(f.closure, fixture_node(f.model, "a:1/7#1")), "a permission is no part of a demand");
  cr_expect_not(imsi_closure_part(f.closure, fixture_node(f.model, "a:1/4")), "it is part of nothing");
  release(&f);
}

/* ---- options ---- */

static fixture_closure close_with(const char *xml, imsi_closure_options options)
{
  fixture_closure f = { fixture_model(xml), NULL };
  cr_assert_eq(imsi_closure_make(f.model, &options, &f.closure), IMS_OK);
  return f;
}

#define READ_BOTH_WAYS                                                                                                 \
  DOC(POINTS MAPPING("m", "a:1", "b:1", "intersects='strict'", ROW("1", "intersects", "1") ROW("2", "equal", "2"))     \
          MAPPING("n", "a:1", "c:1", "intersects='loose'", ROW("1", "intersects", "1")))

Test(closure, a_reading_overrides_what_mappings_declare)
{
  static const struct {
    imsi_reading reading;
    const char *strict, *loose;
  } cases[] = { { IMSI_AS_DECLARED, "x", "~" }, { IMSI_STRICT, "x", "x" }, { IMSI_LOOSE, "~", "~" } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture_closure f = close_with(READ_BOTH_WAYS, (imsi_closure_options){ .reading = cases[i].reading });
    EXPECT(f, "a:1/1", cases[i].strict, "b:1/1");
    EXPECT(f, "a:1/1", cases[i].loose, "c:1/1");
    EXPECT(f, "a:1/2", "=", "b:1/2"); /* only "intersects" can be read in two ways */
    release(&f);
  }
}

Test(closure, without_the_hierarchy_parts_and_unions_say_nothing)
{
  fixture_closure f =
      close_with(DOC(TWO_IN_4(ALL) MAPPING("m", "a:1", "b:1", "", ROW("4#1", "subset", "1") ROW("4#2", "subset", "1"))),
                 (imsi_closure_options){ .no_hierarchy = true });
  EXPECT(f, "a:1/4#1", "<", "b:1/1");
  EXPECT(f, "a:1/4#1", "", "a:1/4");
  EXPECT(f, "a:1/4", "", "b:1/1");
  release(&f);
}

Test(closure, some_rows_can_be_closed_by_themselves)
{
  static const char xml[] = DOC(POINTS MAPPING("m", "a:1", "b:1", "", ROW("1", "subset", "1") ROW("2", "equal", "2"))
                                    MAPPING("n", "b:1", "c:1", "", ROW("1", "subset", "1") ROW("2", "equal", "2")));
  fixture_closure f = close_with(xml, (imsi_closure_options){ .rows = (const uint32_t[]){ 2, 0 }, .row_count = 2 });
  EXPECT(f, "a:1/1", "<", "c:1/1");
  EXPECT(f, "a:1/2", "", "b:1/2");
  cr_expect_eq(imsi_closure_pairs(f.closure), 3);
  expect_proof(&f, "a:1/1", "c:1/1", "5 6 ");
  expect_proof(&f, "a:1/2", "c:1/2", "");
  release(&f);
  f = close_with(xml, (imsi_closure_options){ .rows = (const uint32_t[]){ 0 }, .row_count = 0 });
  cr_expect_eq(imsi_closure_pairs(f.closure), 0);
  release(&f);
}

Test(closure, what_no_row_speaks_of_can_be_left_out)
{
  static const char xml[] = DOC(EDITION("a:1", CLAUSE("4", "", P("1") P("2")) CLAUSE("5", "", P("1"))) EDITION(
      "b:1", POINT("1")) MAPPING("m", "a:1", "b:1", "", ROW("4#1", "equal", "1")));
  fixture_closure f = close_with(xml, (imsi_closure_options){ .touched = true });
  EXPECT(f, "a:1/4", ">=", "b:1/1"); /* what a row speaks of, and what that is part of */
  EXPECT(f, "a:1/4#2", "", "a:1/4");
  EXPECT(f, "a:1/5#1", "", "a:1/5");
  cr_expect_eq(imsi_closure_first(f.closure, fixture_node(f.model, "a:1/5")), IMS_NO_NODE);
  release(&f);
}

Test(closure, the_limit_that_was_reached_is_told)
{
  static const char xml[] = DOC(POINTS MAPPING("m", "a:1", "b:1", "", ROW("1", "subset", "1"))
                                    MAPPING("n", "b:1", "c:1", "", ROW("1", "subset", "1")));
  ims_model *model = fixture_model(xml);
  imsi_closure *closure = NULL;
  imsi_limit reached = IMSI_LIMIT_STEPS;
  imsi_closure_options options = { .pairs = 2, .reached = &reached };
  cr_expect_eq(imsi_closure_make(model, &options, &closure), IMS_LIMIT);
  cr_expect_eq(reached, IMSI_LIMIT_PAIRS);
  options = (imsi_closure_options){ .pairs = 3, .steps = 1, .reached = &reached };
  cr_expect_eq(imsi_closure_make(model, &options, &closure), IMS_LIMIT);
  cr_expect_eq(reached, IMSI_LIMIT_STEPS);
  cr_expect_null(closure, "untouched");
  options = (imsi_closure_options){ .pairs = 3 };
  cr_expect_eq(imsi_closure_make(model, &options, &closure), IMS_OK);
  imsi_closure_free(closure);
  ims_model_free(model);
}

Test(closure, the_parts_that_prove_a_pair_are_told)
{
  fixture_closure f = close_document(DOC(EDITION("a:1", CLAUSE("4", "", P("1") P("2"))) EDITION(
      "b:1", POINT("1")) MAPPING("m", "a:1", "b:1", "", ROW("4", "subset", "1") ROW("4#2", "subset", "1"))));
  imsi_vec parts = IMSI_VEC(uint32_t);
  cr_assert_eq(imsi_closure_parts(f.closure, fixture_node(f.model, "a:1/4#1"), fixture_node(f.model, "b:1/1"), &parts),
               IMS_OK);
  cr_assert_eq(parts.count, 1);
  cr_expect_eq(IMSI_AT(uint32_t, &parts, 0), fixture_node(f.model, "a:1/4#1").index);
  cr_assert_eq(imsi_closure_parts(f.closure, fixture_node(f.model, "a:1/4"), fixture_node(f.model, "b:1/1"), &parts),
               IMS_OK);
  cr_expect_eq(parts.count, 0);
  imsi_vec_free(&parts);
  release(&f);
}
