#include "query/overlap.h"

#include "unit/report/fixture_report.h"

/* a and c share b's 7#1 through the hub; 5#1 is asked in full by b; 5#2 was looked for in b only. */
#define HUB                                                                                                            \
  "<edition id='h:1' name='h' hub='yes'>" CLAUSE("4", ALL, P("1", "H.")) CLAUSE("5", ALL, P("1", "I.")) "</edition>\n"
#define CONTROL                                                                                                        \
  "<clause number='A.1' title='TA' force='control' provisions='all'><provision "                                       \
  "id='1'><gist>K.</gist></provision></clause>"
#define STANDARDS                                                                                                      \
  DOC(HUB EDITION("a:1", CLAUSE("4", ALL, P("1", "A.")) CLAUSE("5", ALL, P("1", "B.") P("2", "C.") P("3", "D."))       \
                             CLAUSE("6", ALL, FORCED("1", "guidance", "Note.")))                                       \
          EDITION("b:1", CLAUSE("7", ALL, P("1", "A.") P("2", "B.")) CONTROL) EDITION("c:1", CLAUSE("8", "", ""))      \
              MAPPING("a:1", "h:1", ROW("4#1", "intersects", "4#1") ROW("5#1", "intersects", "5#1"))                   \
                  MAPPING("b:1", "h:1", ROW("7#1", "subset", "4#1")) MAPPING("c:1", "h:1", ROW("8", "superset", "4"))  \
                      MAPPING("a:1", "b:1", ROW("5#1", "equal", "7#2") NONE("5#2") ROW("5#3", "superset", "A.1#1")))

static ims_memory describe(const imsi_vec *units, const ims_model *model)
{
  ims_memory text = { 0 };
  for (size_t i = 0; i < units->count; i++) {
    const imsi_overlap_unit *u = &IMSI_AT(imsi_overlap_unit, units, i);
    fixture_printf(&text, "%u/%s shared %u unknown %u home %s%s%s\n", u->edition, ims_node_name(model, u->node),
                   u->shared, u->unknown, u->home.index == IMS_NO_NODE ? "-" : ims_node_name(model, u->home),
                   u->control ? " control" : "", u->absorbed ? " absorbed" : "");
  }
  return text;
}

static void expect(const char *const *names, size_t count, bool clauses, const char *expected)
{
  ims_model *model = fixture_model(STANDARDS);
  const ims_edition *editions[IMSI_OVERLAP_EDITIONS];
  imsi_closure *closure = NULL;
  imsi_vec units = IMSI_VEC(imsi_overlap_unit), grouped = IMSI_VEC(imsi_overlap_unit);
  for (size_t i = 0; i < count; i++)
    editions[i] = ims_edition_find(model, names[i], strlen(names[i]));
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_overlap_units(model, closure, editions, count, &units), IMS_OK);
  cr_assert_eq(imsi_overlap_clauses(model, &units, &grouped), IMS_OK);
  ims_memory got = describe(clauses ? &grouped : &units, model);
  fixture_compare(&got, expected);
  imsi_vec_free(&units);
  imsi_vec_free(&grouped);
  imsi_closure_free(closure);
  ims_model_free(model);
}

Test(overlap, each_demand_knows_who_else_asks_it)
{
  expect((const char *const[]){ "a:1", "b:1", "c:1" }, 3, false,
         "0/4#1 shared 5 unknown 2 home 4\n" /* b is inside 4 of the hub, a overlaps it: nothing follows of the two */
         "0/5#1 shared 3 unknown 4 home 5\n"
         "0/5#2 shared 1 unknown 4 home -\n"
         "0/5#3 shared 3 unknown 4 home -\n"
         "1/7#1 shared 6 unknown 1 home 4 absorbed\n" /* all of it is in 4 of the hub, and that in 8 of c */
         "1/7#2 shared 3 unknown 4 home 5 absorbed\n" /* of equals the first stays */
         "1/A.1#1 shared 3 unknown 4 home - control absorbed\n"
         "2/8 shared 7 unknown 0 home 4\n");
}

Test(overlap, of_equals_the_one_of_the_first_standard_stays)
{
  expect((const char *const[]){ "b:1", "a:1" }, 2, false,
         "0/7#1 shared 1 unknown 2 home 4\n"
         "0/7#2 shared 3 unknown 0 home 5\n"
         "0/A.1#1 shared 3 unknown 0 home - control absorbed\n"
         "1/4#1 shared 2 unknown 1 home 4\n"
         "1/5#1 shared 3 unknown 0 home 5 absorbed\n"
         "1/5#2 shared 2 unknown 0 home -\n"
         "1/5#3 shared 3 unknown 0 home -\n");
}

Test(overlap, a_clause_shares_what_its_provisions_share)
{
  expect((const char *const[]){ "a:1", "b:1" }, 2, true,
         "0/4 shared 1 unknown 2 home 4\n"
         "0/5 shared 3 unknown 0 home 5\n"
         "1/7 shared 3 unknown 0 home 4\n"
         "1/A.1 shared 3 unknown 0 home - control\n");
}

Test(overlap, a_control_never_stands_for_a_requirement)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CONTROL)
                                           MAPPING("a:1", "b:1", ROW("4#1", "subset", "A.1#1"))));
  const ims_edition *editions[] = { ims_edition_find(model, "a:1", 3), ims_edition_find(model, "b:1", 3) };
  imsi_closure *closure = NULL;
  imsi_vec units = IMSI_VEC(imsi_overlap_unit);
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_overlap_units(model, closure, editions, 2, &units), IMS_OK);
  cr_assert_eq(units.count, 2);
  cr_expect_not(IMSI_AT(imsi_overlap_unit, &units, 0).absorbed);
  imsi_vec_free(&units);
  imsi_closure_free(closure);
  ims_model_free(model);
}

Test(overlap, outside_the_common_structure_the_clause_below_the_chapter_stands_for_a_demand)
{
  ims_model *model = fixture_model(DOC(
      EDITION("a:1", CLAUSE("8", ALL, "") CLAUSE("8.5", UNDER("8"), "") CLAUSE("8.5.1", UNDER("8.5"), P("1", "x"))
                         CLAUSE("9", ALL, P("1", "x")) CLAUSE("A", ALL, "") CLAUSE("A.5", UNDER("A"), P("1", "x")))));
  static const struct {
    const char *node;
    bool control;
    const char *part;
  } cases[] = { { "a:1/8.5.1#1", false, "a:1/8.5" }, { "a:1/9#1", false, "a:1/9" }, { "a:1/A.5#1", true, "a:1/A" } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const imsi_overlap_unit unit = { .node = fixture_node(model, cases[i].node), .control = cases[i].control };
    cr_expect_eq(imsi_overlap_part(model, &unit).index, fixture_node(model, cases[i].part).index, "%s", cases[i].node);
  }
  cr_expect_null(imsi_overlap_hub(model));
  ims_model_free(model);
  model = fixture_model(DOC(EDITION("a:1", "") NAMED_EDITION("h:1", "name='H' hub='yes'", "")));
  cr_expect_eq(imsi_overlap_hub(model), fixture_edition(model, "h:1"));
  ims_model_free(model);
}
