#include "query/impact.h"

#include "unit/report/fixture_report.h"

#define TWO(parts_a, parts_b, rows)                                                                                    \
  DOC(EDITION("a:1", CLAUSE("1", "", parts_a)) EDITION("b:1", CLAUSE("1", "", parts_b) CLAUSE("2", "", ""))            \
          MAPPING("a:1", "b:1", rows))

/* "1#1 certain <": what a finding touches; "if #a" where that part would make it certain. */
static void expect_touched(const char *xml, const char *finding, const char *edition, const char *expected)
{
  ims_model *model = fixture_model(xml);
  imsi_closure *closure = NULL;
  imsi_vec touched = IMSI_VEC(imsi_touched), parts = IMSI_VEC(ims_node);
  ims_memory got = { 0 };
  const ims_node node = fixture_node(model, finding);
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_impact_of(model, closure, node, ims_edition_find(model, edition, strlen(edition)), &touched),
               IMS_OK);
  for (size_t i = 0; i < touched.count; i++) {
    const imsi_touched *t = &IMSI_AT(imsi_touched, &touched, i);
    fixture_printf(&got, "%s %s %s", ims_node_name(model, t->node), t->certain ? "certain" : "possible",
                   ims_relation_symbol(t->relation));
    parts.count = 0;
    cr_assert_eq(imsi_impact_if(model, closure, node, t->node, &parts), IMS_OK);
    for (size_t k = 0; !t->certain && k < parts.count; k++)
      fixture_printf(&got, " if %s", ims_node_name(model, IMSI_AT(ims_node, &parts, k)));
    fixture_printf(&got, "\n");
  }
  fixture_compare(&got, expected);
  imsi_vec_free(&touched);
  imsi_vec_free(&parts);
  imsi_closure_free(closure);
  ims_model_free(model);
}

Test(impact, is_certain_only_where_all_of_it_is_asked_too)
{
  static const struct {
    const char *xml, *expected;
  } cases[] = {
    { TWO(P("1", "x"), P("1", "x"), ROW("1#1", "equal", "1#1")), "1#1 certain =\n" },
    { TWO(P("1", "x"), P("1", "x"), ROW("1#1", "subset", "1#1")), "1#1 certain <\n" },
    { TWO(P("1", "x"), P("1", "x"), ROW("1#1", "superset", "1#1")), "1#1 possible >\n" },
    { TWO(P("1", "x"), P("1", "x"), ROW("1#1", "intersects", "1#1")), "1#1 possible x\n" },
    { TWO(P("1", "x"), P("1", "x"), ROW("1#1", "disjoint", "1#1")), "" },
    { TWO(P("1", "x"), P("1", "x"), ""), "" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_touched(cases[i].xml, "a:1/1#1", "b:1", cases[i].expected);
}

Test(impact, certain_ones_come_first_and_the_innermost_is_told)
{
  /* clause 1 of b contains it over its provision 2, which is told instead */
  expect_touched(TWO(P("1", "x"), P("1", "x") P("2", "y"), ROW("1#1", "intersects", "1#1") ROW("1#1", "subset", "1#2")),
                 "a:1/1#1", "b:1", "1#2 certain <\n1#1 possible x\n");
  /* a clause, where nothing is known of its demands */
  expect_touched(TWO(P("1", "x"), P("1", "x"), ROW("1#1", "subset", "2")), "a:1/1#1", "b:1", "2 certain <\n");
  expect_touched(TWO(P("1", "x"), P("1", "x"), ROW("1#1", "subset", "1")), "a:1/1#1", "b:1", "1 certain <\n");
}

Test(impact, items_say_what_would_make_it_certain_and_are_sharper)
{
#define ITEMS PARTED("1", "requirement", "x", ITEM("a", "p") ITEM("b", "q"))
  static const char xml[] = TWO(ITEMS, ITEMS, ROW("1#a", "equal", "1#b"));
  expect_touched(xml, "a:1/1#1", "b:1", "1#1 possible ~ if 1#a\n");
  expect_touched(xml, "a:1/1#a", "b:1", "1#1 certain <=\n"); /* the provision, not its item */
  expect_touched(xml, "a:1/1#b", "b:1", "");
}

Test(impact, in_its_own_edition_it_touches_what_it_is_part_of)
{
  expect_touched(TWO(ITEMS, "", ""), "a:1/1#a", "a:1", "1#1 certain <=\n1 certain <=\n");
  expect_touched(TWO(ITEMS, "", ""), "a:1/1", "a:1", "");
}

Test(impact, guidance_is_never_touched)
{
  expect_touched(DOC(EDITION("a:1", CLAUSE("1", "", P("1", "x")))
                         EDITION("b:1", CLAUSE("1", "", FORCED("1", "guidance", "x")))
                             MAPPING("b:1", "a:1", "<guidance source='1#1' target='1#1'/>\n")),
                 "a:1/1#1", "b:1", "");
}
