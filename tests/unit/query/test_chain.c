#include "query/chain.h"

#include "unit/fixture_model.h"

/* Editions a, b, c and a hub h. Rows stand on lines of their own. */
#define EDITION(id, more, clauses) "<edition id='" id "' name='" id "' " more ">" clauses "</edition>\n"
#define CLAUSE(number, more, body) "<clause number='" number "' force='requirement' " more ">" body "</clause>"
#define ALL "provisions='all'"
#define P(id, more) "<provision id='" id "' " more "><gist>x</gist></provision>"
#define SET(id, source, target, more, rows)                                                                            \
  "<mapping-set id='" id "' source='" source "' target='" target "' " more ">\n" rows "</mapping-set>\n"
#define ROW(source, is, target, more) "<relation source='" source "' is='" is "' target='" target "' " more "/>\n"
#define POINT(number) CLAUSE(number, "", "")

typedef struct fixture_chain {
  ims_model *model;
  imsi_closure *closure;
  imsi_vec steps;
} fixture_chain;

static fixture_chain open_document(const char *xml)
{
  fixture_chain f = { fixture_model(xml), NULL, IMSI_VEC(imsi_step) };
  cr_assert_eq(imsi_closure_new(f.model, &f.closure), IMS_OK);
  return f;
}

static void release(fixture_chain *f)
{
  imsi_vec_free(&f->steps);
  imsi_closure_free(f->closure);
  ims_model_free(f->model);
}

static ims_status find(fixture_chain *f, const char *a, const char *b, ims_relation wanted)
{
  return imsi_chain_find(f->model, f->closure, fixture_node(f->model, a), fixture_node(f->model, b), wanted, &f->steps);
}

/* "> 4 = 1": symbols and names on the way. */
static void append_way(const fixture_chain *f, const imsi_step *steps, size_t count, ims_memory *got)
{
  for (size_t i = 0; i < count; i++)
    fixture_printf(got, "%s%s %s:%s", i ? " " : "", ims_relation_symbol(steps[i].relation),
                   ims_node_edition(f->model, steps[i].to)->name, ims_node_name(f->model, steps[i].to));
}

static void expect_way(fixture_chain *f, const char *a, const char *b, ims_relation wanted, const char *way)
{
  ims_memory got = { 0 };
  const ims_status status = find(f, a, b, wanted);
  if (status)
    fixture_printf(&got, "%s", ims_status_text(status));
  else
    append_way(f, f->steps.data, f->steps.count, &got);
  cr_expect_str_eq(got.data ? got.data : "", way, "%s to %s: %s", a, b, got.data ? got.data : "");
  ims_memory_free(&got);
}

Test(chain, goes_through_what_connects_two_things)
{
  fixture_chain f =
      open_document(DOC(EDITION("a", "", POINT("1")) EDITION("b", "", POINT("1")) EDITION("c", "", POINT("1")) SET(
          "1", "a", "b", "", ROW("1", "superset", "1", "")) SET("2", "c", "b", "", ROW("1", "equal", "1", ""))));
  expect_way(&f, "a/1", "c/1", IMS_SUPERSET, "> b:1 = c:1");
  expect_way(&f, "a/1", "c/1", IMS_OVERLAPS, "> b:1 = c:1");
  expect_way(&f, "a/1", "c/1", IMS_EQUAL, ims_status_text(IMS_NOT_FOUND));
  expect_way(&f, "a/1", "a/1", IMS_EQUAL, "");
  cr_expect_eq(imsi_chain_relation(NULL, 0), IMS_EQUAL);
  release(&f);
}

#define TWO_WAYS(first, second)                                                                                        \
  DOC(EDITION("a", "", POINT("1")) EDITION("b", "", POINT("1") POINT("2")) EDITION("c", "", POINT("1"))                \
          SET("1", "a", "b", "", ROW("1", "equal", "1", first) ROW("1", "equal", "2", second))                         \
              SET("2", "b", "c", "", ROW("1", "equal", "1", first) ROW("2", "equal", "1", second)))

Test(chain, of_equally_long_ones_prefers_what_is_better_read)
{
  fixture_chain f = open_document(TWO_WAYS("status='reviewed'", "status='proposed'"));
  expect_way(&f, "a/1", "c/1", IMS_EQUAL, "= b:1 = c:1");
  release(&f);
  f = open_document(TWO_WAYS("status='proposed'", "status='reviewed'"));
  expect_way(&f, "a/1", "c/1", IMS_EQUAL, "= b:2 = c:1");
  release(&f);
  f = open_document(TWO_WAYS("", ""));
  expect_way(&f, "a/1", "c/1", IMS_EQUAL, "= b:1 = c:1"); /* what comes first */
  release(&f);
}

Test(chain, another_one_shares_no_row)
{
  fixture_chain f = open_document(TWO_WAYS("", ""));
  imsi_vec other = IMSI_VEC(imsi_step);
  const ims_node a = fixture_node(f.model, "a/1"), c = fixture_node(f.model, "c/1");
  cr_assert_eq(find(&f, "a/1", "c/1", IMS_EQUAL), IMS_OK);
  cr_assert_eq(imsi_chain_another(f.model, f.closure, a, c, IMS_EQUAL, &f.steps, &other), IMS_OK);
  ims_memory got = { 0 };
  append_way(&f, other.data, other.count, &got);
  cr_expect_str_eq(got.data, "= b:2 = c:1");
  ims_memory_free(&got);
  for (size_t i = 0; i < other.count; i++)
    cr_assert_eq(imsi_vec_push(&f.steps, &IMSI_AT(imsi_step, &other, i)), IMS_OK);
  cr_expect_eq(imsi_chain_another(f.model, f.closure, a, c, IMS_EQUAL, &f.steps, &other), IMS_NOT_FOUND);
  imsi_vec_free(&other);
  release(&f);
}

/* a:1 is whole with two parts, each of which is part of b:1. */
#define UNION                                                                                                          \
  DOC(EDITION("a", "", CLAUSE("1", ALL, P("1", "") P("2", ""))) EDITION("b", "", POINT("1"))                           \
          SET("1", "a", "b", "", ROW("1#1", "subset", "1", "") ROW("1#2", "subset", "1", "")))

Test(chain, a_union_is_one_step_that_can_be_taken_apart)
{
  fixture_chain f = open_document(UNION);
  expect_way(&f, "a/1", "b/1", IMS_CONTAINED, "<= b:1");
  const imsi_step whole = IMSI_AT(imsi_step, &f.steps, 0);
  cr_assert_eq(whole.kind, IMSI_STEP_WHOLE);
  imsi_vec chains = IMSI_VEC(imsi_chain), steps = IMSI_VEC(imsi_step);
  cr_assert_eq(imsi_chain_part(f.model, f.closure, &whole, fixture_node(f.model, "a/1#2"), &chains, &steps), IMS_OK);
  cr_assert_eq(chains.count, 1);
  cr_assert_eq(steps.count, 1);
  cr_expect_eq(IMSI_AT(imsi_step, &steps, 0).relation, IMS_SUBSET);
  imsi_vec_free(&chains);
  imsi_vec_free(&steps);
  release(&f);
}

Test(chain, several_are_given_where_one_does_not_do)
{
  /* a <= b over its parts, b <= a over those of b */
  fixture_chain f =
      open_document(DOC(EDITION("a", "", CLAUSE("1", ALL, P("1", "") P("2", "")))
                            EDITION("b", "", CLAUSE("1", ALL, P("1", "") P("2", "")))
                                SET("1", "a", "b", "", ROW("1#1", "equal", "1#1", "") ROW("1#2", "equal", "1#2", ""))));
  imsi_vec chains = IMSI_VEC(imsi_chain), steps = IMSI_VEC(imsi_step);
  const ims_node a = fixture_node(f.model, "a/1"), b = fixture_node(f.model, "b/1");
  cr_assert_eq(imsi_closure_relation(f.closure, a, b), IMS_EQUAL);
  cr_expect_eq(find(&f, "a/1", "b/1", IMS_EQUAL), IMS_NOT_FOUND);
  cr_assert_eq(imsi_chain_cover(f.model, f.closure, a, b, IMS_EQUAL, &chains, &steps), IMS_OK);
  cr_assert_eq(chains.count, 2);
  cr_expect_eq(IMSI_AT(imsi_chain, &chains, 0).relation & IMSI_AT(imsi_chain, &chains, 1).relation, IMS_EQUAL);
  imsi_vec_free(&chains);
  imsi_vec_free(&steps);
  release(&f);
}

Test(chain, the_nearest_shows_where_knowledge_is_lost)
{
  fixture_chain f =
      open_document(DOC(EDITION("a", "", CLAUSE("1", "", P("1", "") P("2", ""))) EDITION("b", "", POINT("1"))
                            EDITION("c", "", POINT("1")) SET("1", "a", "b", "", ROW("1#1", "intersects", "1", ""))
                                SET("2", "b", "c", "", ROW("1", "intersects", "1", ""))));
  const ims_node a = fixture_node(f.model, "a/1#1"), c = fixture_node(f.model, "c/1");
  cr_expect_eq(find(&f, "a/1#1", "c/1", IMS_OVERLAPS), IMS_NOT_FOUND);
  cr_assert_eq(imsi_chain_nearest(f.model, f.closure, a, c, &f.steps), IMS_OK);
  cr_expect_eq(f.steps.count, 2);
  cr_expect_eq(imsi_chain_relation(f.steps.data, 2), IMS_UNKNOWN);
  /* two parts of one clause are near to each other, and that means nothing */
  cr_expect_eq(imsi_chain_nearest(f.model, f.closure, a, fixture_node(f.model, "a/1#2"), &f.steps), IMS_NOT_FOUND);
  cr_expect_eq(f.steps.count, 2); /* left alone */
  release(&f);
}

/* ---- what a chain is worth, and reuse ---- */

/* a:1 to the hub to c:1, with what the rows and the provision of the hub say. */
#define OVER_HUB(row, hub, other)                                                                                      \
  DOC(EDITION("a", "", POINT("1")) EDITION("h", "hub='yes'", CLAUSE("1", "", P("1", hub)))                             \
          EDITION("c", "", POINT("1")) SET("1", "a", "h", "", ROW("1", "equal", "1#1", row))                           \
              SET("2", "c", "h", "", ROW("1", "equal", "1#1", other)))

static void expect_reuse(const char *xml, ims_method method, ims_record record)
{
  fixture_chain f = open_document(xml);
  ims_method got_method;
  ims_record got_record;
  cr_assert_eq(find(&f, "a/1", "c/1", IMS_OVERLAPS), IMS_OK);
  imsi_chain_reuse(f.model, &f.steps, &got_method, &got_record);
  cr_expect_eq(got_method, method, "%s", xml);
  cr_expect_eq(got_record, record, "%s", xml);
  release(&f);
}

Test(chain, the_strictest_reuse_wins)
{
  expect_reuse(OVER_HUB("", "method='extend' record='shared'", ""), IMS_EXTEND, IMS_SHARED);
  expect_reuse(OVER_HUB("method='as-is'", "method='extend' record='shared'", "method='separate'"), IMS_SEPARATE,
               IMS_SHARED);
  expect_reuse(OVER_HUB("method='as-is' record='own'", "record='shared'", "method='as-is'"), IMS_AS_IS, IMS_RECORD_OWN);
}

Test(chain, what_a_row_leaves_unsaid_the_hub_must_say)
{
  expect_reuse(OVER_HUB("method='as-is'", "", ""), IMS_METHOD_UNSAID, IMS_RECORD_UNSAID);
  expect_reuse(OVER_HUB("method='as-is'", "", "method='as-is'"), IMS_AS_IS, IMS_RECORD_UNSAID);
}

Test(chain, a_union_leaves_reuse_and_worth_open)
{
  fixture_chain f = open_document(UNION);
  ims_method method;
  ims_record record;
  cr_assert_eq(find(&f, "a/1", "b/1", IMS_CONTAINED), IMS_OK);
  imsi_chain_reuse(f.model, &f.steps, &method, &record);
  cr_expect_eq(method, IMS_METHOD_UNSAID);
  cr_expect_eq(record, IMS_RECORD_UNSAID);
  const imsi_chain_worth worth = imsi_chain_worth_of(f.model, &f.steps);
  cr_expect_eq(worth.standing, IMS_STANDING_UNSAID);
  cr_expect_eq(worth.confidence, -1);
  release(&f);
}

static imsi_chain_worth worth_of(const char *first, const char *second)
{
  ims_memory xml = { 0 };
  fixture_printf(&xml, "%s", "<imsmap version='1'>" EDITION("a", "", POINT("1")) EDITION("b", "", POINT("1")));
  fixture_printf(&xml, EDITION("c", "", POINT("1")) SET("1", "a", "b", "", ROW("1", "equal", "1", "%s")), first);
  fixture_printf(&xml, SET("2", "b", "c", "", ROW("1", "equal", "1", "%s")) "</imsmap>", second);
  fixture_chain f = open_document(xml.data);
  cr_assert_eq(find(&f, "a/1", "c/1", IMS_EQUAL), IMS_OK);
  const imsi_chain_worth worth = imsi_chain_worth_of(f.model, &f.steps);
  ims_memory_free(&xml);
  release(&f);
  return worth;
}

Test(chain, is_worth_what_its_weakest_row_is)
{
  imsi_chain_worth worth =
      worth_of("status='reviewed' strength='7' confidence='0.9'", "status='proposed' strength='9' confidence='0.8'");
  cr_expect_eq(worth.standing, IMS_PROPOSED);
  cr_expect_eq(worth.strength, 7);
  cr_expect_eq(worth.confidence, 800);
  worth = worth_of("strength='7' confidence='0.9'", "");
  cr_expect_eq(worth.strength, -1); /* one does not say */
  cr_expect_eq(worth.confidence, -1);
}
