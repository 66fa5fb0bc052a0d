#include "query/missing.h"

#include "query/chain.h"
#include "unit/report/fixture_report.h"

#define HUB(clauses) NAMED_EDITION("h:1", "name='h' hub='yes'", clauses)

/* "a:1/1#1 ~ b:1/1": what is missing between a:1/1 and b:1/1, at most `most`; then how many are alike. */
static void expect_missing(const char *xml, const char *a, const char *b, size_t most, const char *expected)
{
  ims_model *model = fixture_model(xml);
  imsi_closure *closure = NULL;
  imsi_vec nearest = IMSI_VEC(imsi_step), missing = IMSI_VEC(imsi_missing);
  ims_memory got = { 0 };
  size_t alike = 99;
  const ims_node x = fixture_node(model, a), y = fixture_node(model, b);
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  const ims_status status = imsi_chain_nearest(model, closure, x, y, &nearest);
  cr_assert(!status || status == IMS_NOT_FOUND);
  cr_assert_eq(imsi_missing_find(model, closure, x, y, &nearest, most, &missing, &alike), IMS_OK);
  for (size_t i = 0; i < missing.count; i++) {
    const imsi_missing *m = &IMSI_AT(imsi_missing, &missing, i);
    fixture_printf(&got, "%s/%s %s %s/%s gives %s\n", ims_node_edition(model, m->from)->id,
                   ims_node_name(model, m->from), ims_relation_symbol(m->needed), ims_node_edition(model, m->to)->id,
                   ims_node_name(model, m->to), ims_relation_symbol(m->follows));
    cr_expect(ims_relation_overlaps(m->follows));
  }
  fixture_printf(&got, "%zu alike\n", alike);
  fixture_compare(&got, expected);
  imsi_vec_free(&nearest);
  imsi_vec_free(&missing);
  imsi_closure_free(closure);
  ims_model_free(model);
}

Test(missing, the_pair_itself_always_would_do)
{
  expect_missing(DOC(EDITION("a:1", CLAUSE("1", "", "")) EDITION("b:1", CLAUSE("1", "", ""))), "a:1/1", "b:1/1", 5,
                 "a:1/1 ~ b:1/1 gives ~\n0 alike\n");
}

#define PARTS(rows)                                                                                                    \
  DOC(EDITION("a:1", CLAUSE("1", "", P("1", "x") P("2", "y")))                                                         \
          EDITION("b:1", CLAUSE("1", "", P("1", "x") P("2", "y"))) rows)

Test(missing, parts_are_listed_if_there_is_room_for_all_else_counted)
{
  expect_missing(PARTS(""), "a:1/1", "b:1/1", 9,
                 "a:1/1#1 ~ b:1/1#1 gives ~\n"
                 "a:1/1#1 ~ b:1/1#2 gives ~\n"
                 "a:1/1#2 ~ b:1/1#1 gives ~\n"
                 "a:1/1#2 ~ b:1/1#2 gives ~\n"
                 "a:1/1 ~ b:1/1#1 gives ~\n"
                 "a:1/1 ~ b:1/1#2 gives ~\n"
                 "a:1/1#1 ~ b:1/1 gives ~\n"
                 "a:1/1#2 ~ b:1/1 gives ~\n"
                 "a:1/1 ~ b:1/1 gives ~\n0 alike\n");
  expect_missing(PARTS(""), "a:1/1", "b:1/1", 5, "a:1/1 ~ b:1/1 gives ~\n8 alike\n");
}

Test(missing, what_has_been_looked_for_is_left_out)
{
  expect_missing(PARTS(MAPPING("a:1", "b:1", NONE("1#1"))), "a:1/1", "b:1/1", 9,
                 "a:1/1#2 ~ b:1/1#1 gives ~\n"
                 "a:1/1#2 ~ b:1/1#2 gives ~\n"
                 "a:1/1 ~ b:1/1#1 gives ~\n"
                 "a:1/1 ~ b:1/1#2 gives ~\n"
                 "a:1/1#2 ~ b:1/1 gives ~\n"
                 "a:1/1 ~ b:1/1 gives ~\n0 alike\n");
}

Test(missing, what_cannot_be_is_left_out)
{
  expect_missing(PARTS(MAPPING("a:1", "b:1", ROW("1#1", "disjoint", "1"))), "a:1/1", "b:1/1", 9,
                 "a:1/1#2 ~ b:1/1#1 gives ~\n"
                 "a:1/1#2 ~ b:1/1#2 gives ~\n"
                 "a:1/1 ~ b:1/1#1 gives ~\n"
                 "a:1/1 ~ b:1/1#2 gives ~\n"
                 "a:1/1#2 ~ b:1/1 gives ~\n"
                 "a:1/1 ~ b:1/1 gives ~\n0 alike\n");
}

Test(missing, the_hub_stands_for_what_it_is_equal_to)
{
  /* a is the hub's, so one row between the hub and b would do */
  expect_missing(DOC(EDITION("a:1", CLAUSE("1", "", "")) EDITION("b:1", CLAUSE("1", "", "")) HUB(CLAUSE("1", "", ""))
                         MAPPING("a:1", "h:1", ROW("1", "equal", "1"))),
                 "a:1/1", "b:1/1", 5, "h:1/1 ~ b:1/1 gives ~\na:1/1 ~ b:1/1 gives ~\n0 alike\n");
  /* a is only part of the hub's: the hub would have to be part of b */
  expect_missing(DOC(EDITION("a:1", CLAUSE("1", "", "")) EDITION("b:1", CLAUSE("1", "", "")) HUB(CLAUSE("1", "", ""))
                         MAPPING("a:1", "h:1", ROW("1", "subset", "1"))),
                 "a:1/1", "b:1/1", 5, "h:1/1 <= b:1/1 gives <\na:1/1 ~ b:1/1 gives ~\n0 alike\n");
}

Test(missing, what_is_on_the_nearest_chain_comes_first)
{
  /* a#2 meets b#1 in the hub, where it is lost */
  expect_missing(
      DOC(EDITION("a:1", CLAUSE("1", "", P("1", "x") P("2", "y"))) EDITION("b:1", CLAUSE("1", "", P("1", "x")))
              HUB(CLAUSE("1", "", "")) MAPPING("a:1", "h:1", ROW("1#2", "intersects", "1"))
                  MAPPING("b:1", "h:1", ROW("1#1", "intersects", "1"))),
      "a:1/1", "b:1/1", 3, "a:1/1#2 ~ b:1/1#1 gives ~\na:1/1 ~ b:1/1#1 gives ~\na:1/1 ~ b:1/1 gives ~\n2 alike\n");
}
