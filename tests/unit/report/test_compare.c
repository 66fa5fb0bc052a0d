#include "unit/report/fixture_report.h"

/* Two standards with demands, one that explains the first, one whose demands are not listed. */
#define STANDARDS                                                                                                      \
  DOC(BASES NAMED_EDITION("a:1", "name='A' kind='requirements' status='current' published='2015'",                     \
                          "<clause number='4' title='Start' force='requirement'/>" CLAUSE(                             \
                              "4.1", UNDER("4"), P("1", "Same.") P("2", "Less.") P("3", "More.") P("4", "Some."))      \
                              CLAUSE("4.2", UNDER("4"), P("1", "Own."))                                                \
                                  CLAUSE("5", ALL, P("1", "Nobody looked.") FORCED("2", "permission", "May.")))        \
          NAMED_EDITION("b:1", "name='B' kind='requirements'",                                                         \
                        "<clause number='4' title='Begin' force='control' provisions='all'>" P("1", "Same.")           \
                            P("2", "More.") P("3", "Less.") P("4", "Some.") P("5", "Own.") "</clause>")                \
              NAMED_EDITION("g:1", "name='G' kind='guidance'", "<clause number='4' title='G4' force='guidance'/>")     \
                  NAMED_EDITION("l:1", "name='L'", CLAUSE("7", "", "") CLAUSE("8", "", "")) MAPPING(                   \
                      "a:1", "b:1",                                                                                    \
                      ROW("4.1#1", "equal", "4#1") ROW("4.1#2", "subset", "4#2") ROW("4.1#3", "superset", "4#3")       \
                          ROW("4.1#4", "intersects", "4#4") NONE("4.2#1") NONE_HERE("4#5"))                            \
                      MAPPING("g:1", "a:1", "<guidance source='4' target='4.1'/>\n") MAPPING(                          \
                          "a:1", "l:1",                                                                                \
                          ROW("4.1", "intersects", "7") NONE_HERE(                                                     \
                              "8")) "<profile edition='a:1' basis='b1' confidence='0.8'><aspect "                      \
                                    "name='scope'>All.</aspect>"                                                       \
                                    "<aspect name='time' basis='b2' confidence='0.5'>A year.</aspect></profile>\n")

Test(compare, tells_what_may_be_held_against_whom_what_each_is_and_what_they_share)
{
  fixture_expect_report(
      STANDARDS, "compare", WIDE({ "a", "a" }, { "b", "b" }),
      "* What may be held against whom||\n"
      "Audit criterion|yes: its requirements|yes: its requirements, and the controls that the Statement "
      "of Applicability includes\n"
      "As one system|can be met by one system together with the other: below is what they share|can be "
      "met by one system together with the other: below is what they share\n"
      "* What they are||\n"
      "Kind|requirements|requirements\n"
      "Status|current|\n"
      "Published|2015|\n"
      "Scope|All.|\n"
      "Time to implement, as reported|A year.|\n"
      "* What they share||\n"
      "Provisions with a counterpart|4 of 6|4 of 5\n"
      "- the same is asked there (=)|1 of 6|1 of 5\n"
      "- all of it is asked there (<, <=)|1 of 6|1 of 5\n"
      "- it asks all of theirs, and more (>, >=)|1 of 6|1 of 5\n"
      "- some of it is asked there (x, ~)|1 of 6|1 of 5\n"
      "Own: looked for there, not found|1 of 6|1 of 5\n"
      "Not examined|1 of 6|0 of 5\n"
      "* Chapter by chapter: how much has a counterpart anywhere in the other||\n"
      "4 Start / Begin|4 of 5|4 of 5\n"
      "5 T5|0 of 1|\n"
      "* What is own to each||\n"
      "Clauses without counterpart|4.2 T4.2|\n");
}

Test(compare, guidance_is_no_criterion_and_shares_nothing)
{
  fixture_expect_report(
      STANDARDS, "compare", WIDE({ "a", "a" }, { "b", "g" }),
      "* What may be held against whom||\n"
      "Audit criterion|yes: its requirements|no, never: it demands nothing\n"
      "As one system|the demands on the system are all from here|adds no demand to a system; it cannot "
      "be certified by itself\n"
      "Guidance|1 of its clauses is explained by G|\n"
      "* What they are||\n"
      "Kind|requirements|guidance\n"
      "Status|current|\n"
      "Published|2015|\n"
      "Scope|All.|\n"
      "Time to implement, as reported|A year.|\n");
}

Test(compare, where_one_lists_no_demands_clauses_are_counted)
{
  ims_model *model = fixture_model(STANDARDS);
  ims_table *table = fixture_table(model, "compare", LONG({ "a", "l" }, { "b", "a" }));
  ims_memory got = { 0 };
  fixture_rows(table, 0, 4, &got);
  fixture_compare(&got, "criterion|criterion|l:1|unknown: the data do not say what kind of standard it is|\n"
                        "criterion|criterion|a:1|yes: its requirements|\n"
                        "criterion|system|l:1|adds no demand to a system; it cannot be certified by itself|\n"
                        "criterion|system|a:1|the demands on the system are all from here|\n"
                        "profile|kind|a:1|requirements|\n"
                        "profile|status|a:1|current|\n"
                        "profile|published|a:1|2015|\n"
                        "profile|scope|a:1|All.|\n"
                        "profile|time|a:1|A year.|\n"
                        "shared|shared|l:1|1 of 2|1\n"
                        "shared|shared|a:1|1 of 3|1\n"
                        "shared|equal|l:1|0 of 2|0\n"
                        "shared|equal|a:1|0 of 3|0\n"
                        "shared|contained|l:1|0 of 2|0\n"
                        "shared|contained|a:1|0 of 3|0\n"
                        "shared|contains|l:1|0 of 2|0\n"
                        "shared|contains|a:1|0 of 3|0\n"
                        "shared|overlaps|l:1|1 of 2|1\n"
                        "shared|overlaps|a:1|1 of 3|1\n"
                        "shared|own|l:1|1 of 2|1\n"
                        "shared|own|a:1|0 of 3|0\n"
                        "shared|unexamined|l:1|0 of 2|0\n"
                        "shared|unexamined|a:1|2 of 3|2\n"
                        "chapter|4|a:1|1 of 2|1\n"
                        "chapter|5|a:1|0 of 1|0\n"
                        "chapter|7|l:1|1 of 1|1\n"
                        "chapter|8|l:1|0 of 1|0\n"
                        "own|own|l:1|8 T8|\n");
  fixture_expect_columns(table, "part, Part\nsubject, Subject\nedition, Edition\ntext, Text\ncount, Count\n(standing, "
                                "Standing)\n(confidence, Confidence)\nbasis, Basis\nplace, Place\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(compare, what_is_said_is_told_with_who_says_it)
{
  ims_model *model = fixture_model(STANDARDS);
  ims_table *table = fixture_table(model, "compare", WIDE_COLUMNS({ "a", "a" }, { "b", "g" }));
  fixture_expect_captions(table, "A\nG\n");
  fixture_expect_notes(table,
                       "No profile of g:1 is loaded: what it is like is unknown here.\n"
                       "Counted are clauses, for the demands of one of the two are not listed here, by the counterpart "
                       "that is nearest to being the same.\n"
                       "Correlation is not conformity: a related clause shows where to look, not that a demand is "
                       "met.\n");
  ims_memory got = { 0 };
  fixture_rows(table, 0, SIZE_MAX, &got);
  cr_expect_not_null(strstr(got.data, "profile|time|a:1|A year.||proposed|0.5|b2|test.xml:"), "%s", got.data);
  ims_memory_free(&got);
  ims_table_free(table);
  ims_model_free(model);
}

Test(compare, a_standard_is_not_compared_with_itself)
{
  ims_model *model = fixture_model(STANDARDS);
  fixture_expect_refusal(model, "compare", WIDE({ "a", "a" }, { "b", "a:1" }), IMS_INVALID,
                         "same-edition: 'a:1' is named twice; an edition is not correlated with itself\n");
  fixture_expect_refusal(model, "compare", WIDE({ "a", "a" }), IMS_INVALID,
                         "missing-argument: 'compare' needs to be told: the standard to set beside it\n");
  fixture_expect_refusal(model, "compare", WIDE({ "a", "a" }, { "b", "z" }), IMS_NOT_FOUND,
                         "no-such-edition: there is no standard or edition 'z'; loaded: a:1, b:1, g:1, l:1\n");
  ims_model_free(model);
}
