#include "unit/report/fixture_report.h"

#define ITEMS PARTED("1", "requirement", "Do it.", ITEM("a", "Plan it.") ITEM("b", "Tell it."))

/* a:1/1#1 is part of what b asks, overlaps with c through an item, has nothing in d, and e has not been looked at. */
#define WORLD                                                                                                          \
  DOC(NAMED_EDITION("a:1", "name='A' default='yes'", CLAUSE("1", "", ITEMS) CLAUSE("2", ALL, ""))                      \
          NAMED_EDITION("b:1", "name='B' default='yes'", CLAUSE("1", "", P("1", "Do it and more.")))                   \
              NAMED_EDITION("c:1", "name='C' default='yes'",                                                           \
                            "<clause number='1' title='T1' force='control'>" P("1", "Plan.") "</clause>")              \
                  NAMED_EDITION("d:1", "name='D' default='yes'", CLAUSE("1", "", P("1", "Other.")))                    \
                      NAMED_EDITION("e:1", "name='E' default='yes'", CLAUSE("1", "", P("1", "Else."))) NAMED_EDITION(  \
                          "o:1", "name='O' status='superseded' default='yes'", CLAUSE("1", "", P("1", "Old.")))        \
                          MAPPING("a:1", "b:1", TOLD("1#1", "subset", "1#1", BOTH("doing"), "", ""))                   \
                              MAPPING("a:1", "c:1", ROW("1#a", "equal", "1#1")) MAPPING("a:1", "d:1", NONE("1")))

Test(impact, tells_what_is_certain_possible_none_and_unknown)
{
  fixture_expect_span(
      WORLD, "impact", LONG({ "reference", "a:1/1#1" }), "ref", "chain",
      "a:1/1#1|a:1|certain|a:1/1|<=||T1||requirement|a:1/1#1 <= a:1/1\n"
      "a:1/1#1|b:1|certain|b:1/1#1|<||Do it and more.|doing; Plan it; Tell it|requirement|a:1/1#1 < b:1/1#1\n"
      "a:1/1#1|c:1|possible|c:1/1#1|>=|1#a|Plan.||requirement|a:1/1#1 >= a:1/1#a = c:1/1#1\n"
      "a:1/1#1|d:1|none||||somebody has looked for a counterpart there and found none|||\n"
      "a:1/1#1|e:1|unknown||||nothing is known: nobody has said that anything there shares something "
      "with it|||\n");
}

Test(impact, looks_where_it_is_told_to)
{
  fixture_expect_span(WORLD, "impact", LONG({ "reference", "a:1/1#a" }, { "in", "c" }, { "in", "b" }, { "in", "c" }),
                      "ref", "relation",
                      "a:1/1#a|c:1|certain|c:1/1#1|=\n"
                      "a:1/1#a|b:1|certain|b:1/1#1|<\n");
}

Test(impact, the_wide_form_has_a_part_for_each_edition)
{
  fixture_expect_span(WORLD, "impact", WIDE({ "reference", "a:1/1#1" }, { "in", "b" }, { "in", "c" }), "touched",
                      "chain",
                      "* In B: 1 for certain, 0 possible||||\n"
                      "1#1|certain|<|Do it and more. / both: doing; Plan it; Tell it|a:1/1#1 < b:1/1#1 / proposed, "
                      "confidence not said\n"
                      "* In C: 0 for certain, 1 possible||||\n"
                      "1#1|possible|>=|Plan. / certain if it is 1#a that failed|a:1/1#1 >= a:1/1#a = "
                      "c:1/1#1 / proposed, confidence not said\n");
}

Test(impact, says_that_a_finding_is_not_carried_over)
{
  ims_model *model = fixture_model(WORLD);
  ims_table *table = fixture_table(model, "impact", WIDE({ "reference", "a:1/1#1" }, { "in", "b" }));
  fixture_expect_captions(table, "A finding against a:1/1#1: Do it.\n");
  cr_assert_eq(ims_table_note_count(table), 2);
  cr_expect_neq(strstr(ims_table_note(table, 1), "Correlation is not conformity"), NULL);
  ims_table_free(table);
  ims_model_free(model);
}

Test(impact, several_findings_are_told_apart)
{
  fixture_expect_span(WORLD, "impact", WIDE({ "reference", "a:1/1#a" }, { "reference", "a:1/1#b" }, { "in", "c" }),
                      "touched", "relation",
                      "* a:1/1#a in C: 1 for certain, 0 possible||\n"
                      "1#1|certain|=\n"
                      "* a:1/1#b in C||\n"
                      "|unknown|\n");
}

Test(impact, refuses_what_nobody_can_raise_a_finding_against)
{
  ims_model *model = fixture_model(DOC(NAMED_EDITION(
      "a:1", "name='A'",
      TERM("t", "t", "", "x") CLAUSE("1", ALL, "") "<clause number='2' title='T2' force='guidance'/>" CLAUSE(
          "3", "", FORCED("1", "permission", "may"))) NAMED_EDITION("h:1", "name='H' hub='yes'",
                                                                    "<clause number='1' title='T1' force='common'/>")));
  static const struct {
    const char *reference, *message;
  } cases[] = {
    { "a:1/1", "no-finding: no finding can be raised against 'a:1/1': it is a heading that demands nothing\n" },
    { "a:1/2", "no-finding: no finding can be raised against 'a:1/2': it is guidance\n" },
    { "a:1/3#1", "no-finding: no finding can be raised against 'a:1/3#1': it is a permission\n" },
    { "a:1/term:t", "no-finding: no finding can be raised against 'a:1/term:t': it is a term\n" },
    { "h:1/1", "no-finding: no finding can be raised against 'h:1/1': it is text for authors of standards; name the "
               "clause of a standard that takes it over\n" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    fixture_expect_refusal(model, "impact", WIDE({ "reference", cases[i].reference }), IMS_INVALID, cases[i].message);
  fixture_expect_refusal(model, "impact", WIDE({ "in", "a:1" }), IMS_INVALID,
                         "missing-argument: 'impact' needs to be told: what the finding is against: a clause "
                         "(9001/8.4.1), a provision or an item (9001/8.4.1#a)\n");
  ims_model_free(model);
}
