#include "unit/report/fixture_report.h"

#define SAID(id, more, body)                                                                                           \
  "<provision id='" id "' force='requirement' " more "><gist>W" id ".</gist>" body "</provision>"
#define REUSED(source, is, target, more, words)                                                                        \
  "<relation source='" source "' is='" is "' target='" target "' " more ">" words "</relation>\n"
#define STANDARDS                                                                                                      \
  DOC("<edition id='w:1' name='W 1' discipline='fire safety'>" CLAUSE(                                                 \
      "4", ALL,                                                                                                        \
      P("1", "One.") P("2", "Two.") SAID("3", "", "<duty kind='record' verb='retain'>minutes</duty>") P("4", "Four.")  \
          P("5", "Five."))                                                                                             \
          CLAUSE("5", ALL,                                                                                             \
                 PARTED("1", "requirement", "Six.",                                                                    \
                        ITEM("a", "A.") ITEM(                                                                          \
                            "b", "B."))) "<clause number='A.1' title='TA.1' force='control' "                          \
                                         "provisions='all'><provision "                                                \
                                         "id='1'><gist>K.</gist></provision></clause></"                               \
                                         "edition>\n" EDITION("h:1",                                                   \
                                                              CLAUSE("7", ALL,                                         \
                                                                     P("1", "One.") P("2", "Two.") P("3", "Three.")    \
                                                                         P("4", "Four.") P("5", "Five.")))             \
                                             MAPPING(                                                                  \
                                                 "w:1", "h:1",                                                         \
                                                 REUSED("4#1", "equal", "7#1", "method='as-is'", "") REUSED(           \
                                                     "4#2", "subset", "7#2", "method='extend'", BOTH("what both ask")) \
                                                     REUSED("4#3", "equal", "7#3", "method='as-is' record='shared'",   \
                                                            "") REUSED("4#4", "intersects", "7#4", "",                 \
                                                                       BOTH("some") HERE("the rest"))                  \
                                                         REUSED("5#a", "equal", "7#5", "method='extend'", "")          \
                                                             NONE("4#5")))

Test(gap, a_demand_a_row_with_its_state_and_what_to_do)
{
  fixture_expect_span(
      STANDARDS, "gap", WIDE({ "have", "h" }, { "want", "w" }), "ref", "todo",
      "* W 1||||\n"
      "# 4|T4|||\n"
      "4#1|One.|reusable|= h:1/7#1 as-is|Adopt it: it serves unchanged.\n"
      "4#2|Two.|extend|< h:1/7#2 extend|Extend what serves it to fire safety.\n"
      "4#3|W3.|run|= h:1/7#3 as-is|The method serves unchanged. Do it for this system; a joint record serves if it "
      "names this system's criteria and scope.\n"
      "4#4|Four.|related|x h:1/7#4|beyond h:1/7#4: the rest\n"
      "4#5|Five.|gap||New.\n"
      "# 5|T5|||\n"
      "5#1|Six.|partial|5#a = h:1/7#5 extend|Extend what is there, and add: B.\n"
      "# A.1|TA.1|||\n"
      "A.1#1|K.|unexamined||Nobody has looked for it in what is met.\n");
}

Test(gap, by_effort_what_is_done_soonest_comes_first)
{
  fixture_expect_span(STANDARDS, "gap", WIDE({ "have", "h" }, { "want", "w/4" }, { "sort", "effort" }), "ref", "state",
                      "* W 1: reusable||\n"
                      "4#1|One.|reusable\n"
                      "* W 1: run||\n"
                      "4#3|W3.|run\n"
                      "* W 1: extend||\n"
                      "4#2|Two.|extend\n"
                      "* W 1: related||\n"
                      "4#4|Four.|related\n"
                      "* W 1: gap||\n"
                      "4#5|Five.|gap\n");
}

Test(gap, the_long_form_tells_what_serves_and_the_chain)
{
  fixture_expect_span(STANDARDS, "gap", LONG({ "have", "h:1" }, { "want", "w/4" }), "ref", "record",
                      "4#1|One.|requirement|reusable|1||h:1/7#1|=|as-is|\n"
                      "4#2|Two.|requirement|extend|3||h:1/7#2|<|extend|\n"
                      "4#3|W3.|requirement|run|2||h:1/7#3|=|as-is|shared\n"
                      "4#4|Four.|requirement|related|5|||||\n"
                      "4#5|Five.|requirement|gap|6|||||\n");
  fixture_expect_span(
      STANDARDS, "gap", LONG({ "have", "h:1" }, { "want", "w/4" }), "counterparts", "standing",
      "= h:1/7#1 as-is: One.||||||Adopt it: it serves unchanged.|w:1/4#1 = h:1/7#1|proposed\n"
      "< h:1/7#2 extend: Two.|with h:1/7#2: what both ask|||||Extend what serves it to fire safety.|w:1/4#2 < "
      "h:1/7#2|proposed\n"
      "= h:1/7#3 as-is: Three.|||||record: minutes|The method serves unchanged. Do it for this system; a joint "
      "record serves if it names this system's criteria and scope.|w:1/4#3 = h:1/7#3|proposed\n"
      "x h:1/7#4: Four.|with h:1/7#4: some||beyond h:1/7#4: the rest|||beyond h:1/7#4: the rest||proposed\n"
      "||||||New.||\n");
}

Test(gap, what_is_taken_for_granted_and_the_counts_stand_above)
{
  ims_model *model = fixture_model(STANDARDS);
  ims_table *table = fixture_table(model, "gap", WIDE({ "have", "h" }, { "without", "h/7#1" }, { "want", "w" }));
  fixture_expect_captions(
      table,
      "Met: h:1\nNot met: 7#1 of h:1\nWanted: W 1\n"
      "Taken for granted: the certificate covers the organization, sites and processes for which more is wanted, "
      "and apart from what is not met none of its demands is declared not applicable or open.\n"
      "Demands in the requirements of w:1: 6. run 1 (17 %), extend 1 (17 %), partial 1 (17 %), related 1 (17 %), gap 2 "
      "(33 %).\n"
      "Demands in the controls of w:1: 1. unexamined 1 (100 %).\n");
  cr_expect_str_eq(ims_table_cell(table, 2, 4), "New: its counterpart h:1/7#1 is not among what is met.");
  ims_table_free(table);
  ims_model_free(model);
}

Test(gap, controls_that_are_met_are_taken_to_be_applicable)
{
  ims_model *model = fixture_model(STANDARDS);
  ims_table *table = fixture_table(model, "gap", WIDE({ "have", "w/A.1" }, { "want", "h" }));
  fixture_expect_captions(
      table,
      "Met: A.1 of W 1\nWanted: h:1\n"
      "Taken for granted: the certificate covers the organization, sites and processes for which more is wanted, "
      "and none of its demands is declared not applicable or open; leave out what is with --without.\n"
      "So is that the Statement of Applicability includes the controls of what is met.\n"
      "Demands in the requirements of h:1: 5. gap 5 (100 %).\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(gap, lists_may_have_commas_or_be_given_several_times)
{
  ims_model *model = fixture_model(STANDARDS);
  ims_table *one = fixture_table(model, "gap", LONG({ "have", "h/7#1,h/7#2" }, { "want", "w/4,w/5" }));
  ims_table *two =
      fixture_table(model, "gap", LONG({ "have", "h/7#1" }, { "have", "h/7#2" }, { "want", "w/4" }, { "want", "w/5" }));
  cr_assert_eq(ims_table_row_count(one), ims_table_row_count(two));
  cr_expect_eq(ims_table_row_count(one), 6);
  for (size_t i = 0; i < ims_table_row_count(one); i++)
    cr_expect_str_eq(ims_table_cell(one, i, 4), ims_table_cell(two, i, 4));
  ims_table_free(one);
  ims_table_free(two);
  ims_model_free(model);
}

Test(gap, what_makes_no_sense_is_refused)
{
  ims_model *model = fixture_model(
      DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("4", ALL, P("1", "B.")))
              EDITION("g:1", "<clause number='1' title='G' force='guidance'/>")
                  NAMED_EDITION("s:1", "name='S' kind='structure'", "<clause number='1' title='S' force='common'/>")));
  fixture_expect_refusal(model, "gap", WIDE({ "have", "a" }), IMS_INVALID,
                         "missing-argument: 'gap' needs to be told: what is wanted: standards or clauses\n");
  fixture_expect_refusal(model, "gap", WIDE({ "have", "," }, { "want", "b" }), IMS_NOT_FOUND,
                         "no-such-edition: there is no standard or edition ''; loaded: a:1, b:1, g:1, s:1\n");
  fixture_expect_refusal(model, "gap", WIDE({ "have", "" }, { "want", "b" }), IMS_INVALID,
                         "missing-argument: 'gap' needs to be told: what is met: standards or clauses, with commas "
                         "between (9001,27001/A.5)\n");
  fixture_expect_refusal(model, "gap", WIDE({ "have", "g" }, { "want", "b" }), IMS_INVALID,
                         "nothing-binds: nothing in 'g' can be owed: it is guidance or permission, which explains and "
                         "never binds\n");
  fixture_expect_refusal(model, "gap", WIDE({ "have", "s" }, { "want", "b" }), IMS_INVALID,
                         "nothing-binds: nothing in 's' can be owed: it is text for authors of standards, nobody is "
                         "certified to it\n");
  fixture_expect_refusal(model, "gap", WIDE({ "have", "a" }, { "want", "b" }, { "without", "b/4" }), IMS_INVALID,
                         "not-had: '4' is no clause of what is met: name one of its clauses, as in b:1/8.3\n");
  fixture_expect_refusal(model, "gap", WIDE({ "have", "a" }, { "want", "b" }, { "without", "a" }), IMS_INVALID,
                         "not-had: 'a:1' is no clause of what is met: name one of its clauses, as in a:1/8.3\n");
  fixture_expect_refusal(model, "gap", WIDE({ "have", "a" }, { "want", "b" }, { "sort", "x" }), IMS_INVALID,
                         "bad-option: --sort takes clause or effort\n");
  ims_model_free(model);
}
