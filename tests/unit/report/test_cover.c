#include "unit/report/fixture_report.h"

/* a:1 is asked; b:1, c:1 (with a control) and d:1 (guidance) are there to cover it; h:1 stands between. */
#define ASKED                                                                                                          \
  NAMED_EDITION("a:1", "name='A' title='Asked' default='yes'",                                                         \
                CLAUSE("1", ALL,                                                                                       \
                       P("1", "One.") P("2", "Two.")                                                                   \
                           PARTED("3", "requirement", "Three.", ITEM("a", "A.") ITEM("b", "B."))                       \
                               PARTED("4", "requirement", "Four.", ITEM("c", "C.") ITEM("d", "D.")))                   \
                    CLAUSE("2", ALL,                                                                                   \
                           PARTED("1", "requirement", "Five.", ITEM("a", "Quiet.")) P("2", "Six.")                     \
                               PARTED("3", "requirement", "Seven.", ITEM("b", "E.") ITEM("c", "F."))                   \
                                   FORCED("4", "control", "Eight.")) CLAUSE("3", "", "") CLAUSE("4", ALL, ""))
#define BETWEEN EDITION("h:1", CLAUSE("1", ALL, P("1", "H one.") P("2", "H two.")))
#define SOURCES                                                                                                        \
  EDITION("b:1", CLAUSE("1", ALL, P("1", "B one.") P("2", "B two.")) CLAUSE("2", ALL, P("1", "B three.")))             \
  EDITION("c:1", CLAUSE("1", ALL, P("1", "C one.") FORCED("2", "control", "C two.")))                                  \
  EDITION("d:1", "<clause number='1' title='G' force='guidance'/>")                                                    \
  EDITION("e:1", "")
#define READ(source, is, target) "<relation source='" source "' is='" is "' target='" target "' status='reviewed'/>\n"
#define RELATED                                                                                                        \
  MAPPING("a:1", "h:1", ROW("1#2", "subset", "1"))                                                                     \
  MAPPING("h:1", "b:1", READ("1#1", "subset", "1#1"))                                                                  \
  MAPPING("h:1", "c:1", READ("1#2", "equal", "1#1"))                                                                   \
  MAPPING("a:1", "b:1",                                                                                                \
          READ("1#1", "equal", "1#2") READ("1#a", "subset", "1#1")                                                     \
              TOLD("1#d", "intersects", "2#1", BOTH("what both ask"), HERE("what is left"), THERE("more")) NONE("2#1") \
                  NONE("2#2") NONE("2#b"))                                                                             \
  MAPPING("a:1", "c:1",                                                                                                \
          READ("1#b", "equal", "1#2") NONE("2#1") TOLD("1#d", "intersects", "1#1", BOTH("some of it"),                 \
                                                       HERE("what c lacks"), "") ROW("2#4", "intersects", "1#2"))

#define WORLD DOC(ASKED BETWEEN SOURCES RELATED)
#define BY(...) WIDE({ "target", "a" }, __VA_ARGS__)

Test(cover, every_state_is_told_with_what_it_rests_on)
{
  fixture_expect_span(
      WORLD, "cover", BY({ "by", "b" }, { "by", "c" }), "reference", "sources",
      "# 1|T1||\n"
      "1#1|One.|covered by one|= b:1/1#2\n"
      "1#2|Two.|covered jointly|in h:1/1, part by part: / h:1/1#1 < b:1/1#1 [proposed] / h:1/1#2 = c:1/1#1 [proposed]\n"
      "1#3|Three.|items covered|2 of 2 listed items covered\n"
      "1#a|A.|covered by one|< b:1/1#1\n"
      "1#b|B.|covered by one|= c:1/1#2\n"
      "1#4|Four.|overlaps|0 of 2 listed items covered\n"
      "1#c|C.|unknown|\n"
      "1#d|D.|overlaps|x b:1/2#1 [proposed] / both: what both ask / beyond it: what is left / x "
      "c:1/1#1 [proposed] / both: some of it / beyond it: what c lacks\n"
      "# 2|T2||\n"
      "2#1|Five.|none|-\n"
      "2#2|Six.|unknown|b:1: none / c:1: nobody looked\n"
      "2#3|Seven.|unknown|\n"
      "2#4|Eight.|overlaps|x c:1/1#2 [proposed] / beyond it: nobody has put it in words\n"
      "3|T3|unknown|\n");
}

Test(cover, words_stand_in_columns_of_their_own_where_there_are_such)
{
  fixture_expect_span(WORLD, "cover", WIDE_COLUMNS({ "target", "a/1#d" }, { "by", "b" }), "reference", "standing",
                      "# 1|T1||||||\n"
                      "1#d|D.|overlaps|x b:1/2#1 [proposed]|b:1/2#1: what both ask|b:1/2#1: what is left||proposed\n");
}

Test(cover, in_notes_the_sources_speak)
{
  fixture_expect_span(WORLD, "cover", WIDE_INLINE({ "target", "a/1#1" }, { "by", "b" }), "reference", "places",
                      "# 1|T1||||\n"
                      "1#1|One.|covered by one|= b:1/1#2 B two.|reviewed|test.xml:18\n");
}

Test(cover, what_is_covered_jointly_rests_on_what_makes_it_part_of_the_whole_as_well)
{
  fixture_expect_span(WORLD, "cover", LONG({ "target", "a/1#2" }, { "by", "b" }, { "by", "c" }), "standing", "places",
                      "proposed||test.xml:9 / test.xml:12\nproposed||test.xml:9 / test.xml:15\n");
}

Test(cover, of_several_editions_each_row_says_whose_it_is)
{
  fixture_expect_span(WORLD, "cover", WIDE({ "target", "a/1#1" }, { "target", "h/1#1" }, { "by", "b" }), "reference",
                      "state",
                      "# a:1/1|T1|\na:1/1#1|One.|covered by one\n# h:1/1|T1|\nh:1/1#1|H one.|covered by one\n");
}

Test(cover, the_long_form_has_a_fact_a_row)
{
  fixture_expect_span(WORLD, "cover", LONG({ "target", "a" }, { "by", "b" }, { "by", "c" }), "demand", "chosen",
                      "1#1|provision|requirement|covered by one||b:1|1#2|=|stated||b:1/1\n"
                      "1#2|provision|requirement|covered jointly|h:1/1#1|b:1|1#1|<|stated||b:1/1\n"
                      "1#2|provision|requirement|covered jointly|h:1/1#2|c:1|1#1|=|stated||c:1/1\n"
                      "1#3|provision|requirement|items covered|||||||\n"
                      "1#a|item|requirement|covered by one||b:1|1#1|<|stated||b:1/1\n"
                      "1#b|item|requirement|covered by one||c:1|1#2|=|stated||c:1/1\n"
                      "1#4|provision|requirement|overlaps|||||||\n"
                      "1#c|item|requirement|unknown||b:1|||||\n"
                      "1#c|item|requirement|unknown||c:1|||||\n"
                      "1#d|item|requirement|overlaps||b:1|2#1|x|stated||\n"
                      "1#d|item|requirement|overlaps||c:1|1#1|x|stated||\n"
                      "2#1|provision|requirement|none||b:1|-|none|stated||\n"
                      "2#1|provision|requirement|none||c:1|-|none|stated||\n"
                      "2#2|provision|requirement|unknown||b:1|-|none|stated||\n"
                      "2#2|provision|requirement|unknown||c:1|||||\n"
                      "2#3|provision|requirement|unknown||b:1|||||\n"
                      "2#3|provision|requirement|unknown||c:1|||||\n"
                      "2#4|provision|control|overlaps||c:1|1#2|x|stated||\n"
                      "3|clause|requirement|unknown||b:1|||||\n"
                      "3|clause|requirement|unknown||c:1|||||\n");
}

Test(cover, the_long_form_has_these_columns)
{
  ims_model *model = fixture_model(WORLD);
  ims_table *table = fixture_table(model, "cover", LONG({ "target", "a/1#d" }, { "by", "b" }));
  fixture_expect_columns(table, "demand_edition, Edition\ndemand, Demand\nkind, Kind\nforce, Force\nstate, State\n"
                                "part, Part of the whole\nsource_edition, Source edition\nsource, Source\n"
                                "relation, Relation\ncertainty, Certainty\nbasis, Basis\nchosen, Chosen clause\n"
                                "(demand_text, In our words)\n(source_text, Source in our words)\n"
                                "(common, Both ask)\n(left_over, Left over)\n(uncompared, Not compared)\n"
                                "(standing, Standing)\n(confidence, Confidence)\n(places, Rests on)\n");
  fixture_expect_cells(table, "demand_text", "places",
                       "D.|B three.|what both ask|what is left||proposed||test.xml:20\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(cover, above_stands_what_is_asked_and_by_whom)
{
  ims_model *model = fixture_model(WORLD);
  ims_table *table = fixture_table(model, "cover", WIDE({ "target", "a/1" }, { "by", "b" }, { "by", "c/1" }));
  fixture_expect_captions(table, "Asked: 1 of A, Asked\nBy: b:1\nBy: 1 of c:1\n");
  ims_table_free(table);
  ims_model_free(model);
}

static void expect_note(const ims_request *request, size_t index, const char *text)
{
  ims_model *model = fixture_model(WORLD);
  ims_table *table = fixture_table(model, "cover", request);
  cr_expect_str_eq(ims_table_note(table, index), text);
  ims_table_free(table);
  ims_model_free(model);
}

Test(cover, provisions_controls_and_clauses_are_counted_apart_and_items_not)
{
  const ims_request *request = BY({ "by", "b" }, { "by", "c" });
  expect_note(
      request, 0,
      "Provisions: 7. covered by one 1 (14%), covered jointly 1 (14%), items covered 1 (14%), overlaps 1 (14%), "
      "none 1 (14%), unknown 2 (29%).");
  expect_note(
      request, 1,
      "Provisions of controls: 1. covered by one 0 (0%), covered jointly 0 (0%), items covered 0 (0%), overlaps 1 "
      "(100%), none 0 (0%), unknown 0 (0%).");
  expect_note(
      request, 2,
      "Clauses of which it is not written down what they ask: 1. covered by one 0 (0%), covered jointly 0 (0%), "
      "items covered 0 (0%), overlaps 0 (0%), none 0 (0%), unknown 1 (100%).");
}

Test(cover, the_fewest_clauses_are_named)
{
  expect_note(BY({ "by", "b" }, { "by", "c" }), 4,
              "The fewest clauses with the same coverage, 2 of the 2 that cover something (no choice of fewer does): "
              "b:1: 1; c:1: 1.");
  expect_note(WIDE({ "target", "a/2" }, { "by", "b" }), 3, "No clause of the sources covers anything.");
}

Test(cover, what_makes_no_sense_is_refused)
{
  ims_model *model = fixture_model(WORLD);
  fixture_expect_refusal(model, "cover", BY({ "by", "a" }), IMS_INVALID,
                         "covers-itself: 'a:1' and 'a:1' have clauses in common; nothing is covered by itself\n");
  fixture_expect_refusal(model, "cover", WIDE({ "target", "a/1#1" }, { "by", "b" }, { "by", "a/1" }), IMS_INVALID,
                         "covers-itself: 'a:1/1#1' and 'a:1/1' have clauses in common; nothing is covered by itself\n");
  fixture_expect_refusal(model, "cover", BY({ "by", "z" }), IMS_NOT_FOUND,
                         "no-such-edition: there is no standard or edition 'z'; loaded: a:1, b:1, c:1, d:1, h:1\n");
  fixture_expect_refusal(model, "cover", WIDE({ "target", "a/9" }, { "by", "b" }), IMS_NOT_FOUND,
                         "no-such-reference: there is no '9' in a:1; nearest: 1, 2, 3\n");
  fixture_expect_refusal(model, "cover", BY({ "by", "d" }), IMS_INVALID,
                         "nothing-binds: nothing in 'd:1' can be owed: it is guidance or permission, which explains "
                         "and never binds\n");
  fixture_expect_refusal(model, "cover", BY({ "by", "e" }), IMS_INVALID,
                         "nothing-binds: nothing in 'e:1' can be owed: no clause of it is held\n");
  fixture_expect_refusal(model, "cover", WIDE({ "target", "a/4" }, { "by", "b" }), IMS_INVALID,
                         "nothing-binds: nothing in 'a:1/4' can be owed: it demands nothing\n");
  fixture_expect_refusal(model, "cover", WIDE({ "target", "a" }), IMS_INVALID,
                         "missing-argument: 'cover' needs to be told: what may cover it: an edition, a clause, a "
                         "provision; several after one another\n");
  ims_model_free(model);
}

Test(cover, parts_of_one_edition_may_cover_each_other)
{
  static const char xml[] = DOC(EDITION("a:1", CLAUSE("1", ALL, P("1", "One.")) CLAUSE("2", ALL, P("1", "Two.")))
                                    MAPPING("a:1", "a:1", ROW("1#1", "subset", "2#1")));
  fixture_expect_span(xml, "cover", WIDE({ "target", "a/1" }, { "by", "a/2" }), "reference", "sources",
                      "# 1|T1||\n1#1|One.|covered by one|< a:1/2#1 [proposed]\n");
}
