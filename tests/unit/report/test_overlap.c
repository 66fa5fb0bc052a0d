#include "unit/report/fixture_report.h"

#define HUB                                                                                                            \
  "<edition id='h:1' name='h' hub='yes'>" CLAUSE(                                                                      \
      "4", ALL, "<provision id='1' method='extend' record='shared'><gist>H.</gist></provision>") "</edition>\n"
#define CONTROL                                                                                                        \
  "<clause number='A' title='TA' force='control' provisions='all'/>"                                                   \
  "<clause number='A.1' title='TA.1' parent='A' force='control' provisions='all'><provision "                          \
  "id='1'><gist>K.</gist></provision></clause>"
#define STANDARDS                                                                                                      \
  DOC(HUB EDITION("a:1", CLAUSE("4", ALL, P("1", "A.")) CLAUSE("5", ALL, "") CLAUSE("5.1", UNDER("5"), "")             \
                             CLAUSE("5.1.1", UNDER("5.1"), P("1", "B.") P("2", "C.")))                                 \
          EDITION("b:1", CLAUSE("7", ALL, P("1", "A.")) CONTROL) EDITION("b:2", CLAUSE("8", "", ""))                   \
              MAPPING("a:1", "h:1", ROW("4#1", "equal", "4#1")) MAPPING("b:1", "h:1", ROW("7#1", "subset", "4#1"))     \
                  MAPPING("a:1", "b:1", NONE("5.1.1#1"))                                                               \
                      MAPPING("a:1", "b:2", NONE("5.1.1#1") ROW("4#1", "intersects", "8")))

Test(overlap_report, two_standards_side_by_side)
{
  fixture_expect_report(
      STANDARDS, "overlap", WIDE({ "edition", "a" }, { "edition", "b:1" }),
      "* Nearest to a clause of the common structure||||\n"
      "4|T4|1: shared 1|1: shared 1|\n"
      "* Outside the common structure||||\n"
      "a:1/5.1|T5.1|2: own 1, open 1||\n"
      "b:1/A|TA|||1: open 1\n"
      "* In all||||\n"
      "|Provisions|3 / shared 1 (33 %) / own 1 (33 %) / open 1 (33 %)|1 / shared 1 (100 %)|1 / open 1 "
      "(100 %)\n"
      "|Clauses, by what their provisions share|2 / shared 1 (50 %) / open 1 (50 %)|1 / shared 1 (100 "
      "%)|1 / open 1 (100 %)\n"
      "* What serves one standard and may serve another, by what they share||||\n"
      "a:1|Its methods: policies, procedures, tools||extend 1|\n"
      "a:1|Its records: reports, minutes, results||shared 1|\n"
      "b:1|Its methods: policies, procedures, tools|extend 1||\n"
      "b:1|Its records: reports, minutes, results|shared 1||\n");
}

Test(overlap_report, three_standards_name_the_pairs_and_years_where_they_must)
{
  fixture_expect_report(STANDARDS, "overlap", WIDE({ "edition", "a" }, { "edition", "b:1" }, { "edition", "b:2" }),
                        "* Nearest to a clause of the common structure|||||\n"
                        "4|T4|1: all 1|1: a (rest open) 1||1: a (rest open) 1\n"
                        "* Outside the common structure|||||\n"
                        "a:1/5.1|T5.1|2: own 1, open 1|||\n"
                        "b:1/A|TA|||1: open 1|\n"
                        "* In all|||||\n"
                        "|Provisions|3 / all 1 (33 %) / own 1 (33 %) / open 1 (33 %)|1 / a (rest open) 1 (100 %)|1 / "
                        "open 1 (100 %)|1 / a (rest open) 1 (100 %)\n"
                        "|Clauses, by what their provisions share|2 / all 1 (50 %) / open 1 (50 %)|1 / a (rest open) 1 "
                        "(100 %)|1 / open 1 (100 %)|1 / a (rest open) 1 (100 %)\n"
                        "* What serves one standard and may serve another, by what they share|||||\n"
                        "a:1|Its methods: policies, procedures, tools||extend 1||not said 1\n"
                        "a:1|Its records: reports, minutes, results||shared 1||not said, or none 1\n"
                        "b:1|Its methods: policies, procedures, tools|extend 1|||\n"
                        "b:1|Its records: reports, minutes, results|shared 1|||\n"
                        "b:2|Its methods: policies, procedures, tools|not said 1|||\n"
                        "b:2|Its records: reports, minutes, results|not said, or none 1|||\n");
}

Test(overlap_report, the_long_form_has_a_count_a_row)
{
  fixture_expect_report(STANDARDS, "overlap", LONG({ "edition", "a" }, { "edition", "b:1" }),
                        "joint||||requirement||||3|4\n"
                        "joint||||control||||1|1\n"
                        "common|4|T4|a:1|requirement|provisions|b:1||1|1\n"
                        "common|4|T4|b:1|requirement|provisions|a:1||1|1\n"
                        "outside|a:1/5.1|T5.1|a:1|requirement|provisions|||1|2\n"
                        "outside|a:1/5.1|T5.1|a:1|requirement|provisions||b:1|1|2\n"
                        "outside|b:1/A|TA|b:1|control|provisions||a:1|1|1\n"
                        "all||Provisions|a:1|requirement|provisions|b:1||1|3\n"
                        "all||Provisions|a:1|requirement|provisions|||1|3\n"
                        "all||Provisions|a:1|requirement|provisions||b:1|1|3\n"
                        "all||Provisions|b:1|requirement|provisions|a:1||1|1\n"
                        "all||Provisions|b:1|control|provisions||a:1|1|1\n"
                        "all||Clauses, by what their provisions share|a:1|requirement|clauses|b:1||1|2\n"
                        "all||Clauses, by what their provisions share|a:1|requirement|clauses||b:1|1|2\n"
                        "all||Clauses, by what their provisions share|b:1|requirement|clauses|a:1||1|1\n"
                        "all||Clauses, by what their provisions share|b:1|control|clauses||a:1|1|1\n"
                        "method||extend|b:1|requirement||a:1||1|1\n"
                        "record||shared|b:1|requirement||a:1||1|1\n"
                        "method||extend|a:1|requirement||b:1||1|1\n"
                        "record||shared|a:1|requirement||b:1||1|1\n");
}

Test(overlap_report, above_it_stands_how_large_a_joint_set_is)
{
  ims_model *model = fixture_model(STANDARDS);
  ims_table *table = fixture_table(model, "overlap", WIDE({ "edition", "a" }, { "edition", "b:1" }));
  fixture_expect_captions(
      table, "a:1\nb:1\n"
             "Requirements in one joint set: 3 of 4; 1 asked in full by another standard, which is no evidence.\n"
             "Controls in one joint set: 1 of 1; none is asked in full by another standard.\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(overlap_report, what_cannot_be_laid_over_each_other_is_refused)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.")))
                                           EDITION("g:1", "<clause number='1' title='G' force='guidance'/>")));
  fixture_expect_refusal(model, "overlap", WIDE({ "edition", "a" }), IMS_INVALID,
                         "missing-argument: 'overlap' needs to be told: standards to lay over each other, two at "
                         "least\n");
  fixture_expect_refusal(model, "overlap", WIDE({ "edition", "a" }, { "edition", "a:1" }), IMS_INVALID,
                         "same-edition: 'a:1' is named twice; an edition is not correlated with itself\n");
  fixture_expect_refusal(
      model, "overlap", WIDE({ "edition", "a" }, { "edition", "g" }), IMS_INVALID,
      "nothing-binds: nothing in 'g:1' can be owed: it is guidance or permission, which explains and never binds\n");
  fixture_expect_refusal(model, "overlap", WIDE({ "edition", "a" }, { "edition", "x" }), IMS_NOT_FOUND,
                         "no-such-edition: there is no standard or edition 'x'; loaded: a:1, g:1\n");
  ims_model_free(model);
}
