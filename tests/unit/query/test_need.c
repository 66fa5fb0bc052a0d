#include "query/need.h"

#include "unit/report/fixture_report.h"

#define SAID(id, more, body) "<provision id='" id "' force='requirement' " more "><gist>G.</gist>" body "</provision>"
#define REUSED(source, is, target, more) "<relation source='" source "' is='" is "' target='" target "' " more "/>\n"
#define DUTY(kind) "<duty kind='" kind "' verb='retain'>minutes</duty>"
#define AS_IS "method='as-is'"
#define EXTENDED "method='extend'"

/* w wants; h has. Each clause of w meets the one of h with the same number in another way. A piece for each, because a
   compiler need not take a string as long as all of them. */
static const char *const pieces[] = {
  "<imsmap version='1'>\n<edition id='w:1' name='w'>",
  CLAUSE("1", ALL, P("1", "W.")),
  CLAUSE("2", ALL, P("1", "W.")),
  CLAUSE("3", ALL, SAID("1", "", DUTY("record"))),
  CLAUSE("4", ALL, P("1", "W.")),
  CLAUSE("5", ALL, P("1", "W.")),
  CLAUSE("6", ALL, P("1", "W.")),
  CLAUSE("7", ALL, PARTED("1", "requirement", "W.", ITEM("a", "A") ITEM("b", "B"))),
  CLAUSE("8", ALL, P("1", "W.")),
  CLAUSE("9", ALL, P("1", "W.")),
  CLAUSE("10", ALL, P("1", "W.")),
  CLAUSE("11", ALL, PARTED("1", "requirement", "W.", ITEM("a", "A"))),
  CLAUSE("12", ALL, SAID("1", "condition='it rains'", "")),
  CLAUSE("13", ALL, SAID("1", "record='own'", "")),
  CLAUSE("14", ALL, SAID("1", "", DUTY("document"))),
  CLAUSE("15", ALL, P("1", "W.") P("2", "W.")),
  "</edition>\n<edition id='h:1' name='h'>",
  CLAUSE("1", ALL, P("1", "H.")),
  CLAUSE("2", ALL, P("1", "H.")),
  CLAUSE("3", ALL, P("1", "H.")),
  CLAUSE("4", ALL, P("1", "H.")),
  CLAUSE("5", ALL, P("1", "H.")),
  CLAUSE("6", ALL, SAID("1", "condition='it rains'", "")),
  CLAUSE("7", ALL, P("1", "H.")),
  CLAUSE("8", ALL, P("1", "H.")),
  CLAUSE("11", ALL, P("1", "H.")),
  CLAUSE("12", ALL, SAID("1", "condition='it rains'", "")),
  CLAUSE("13", ALL, P("1", "H.")),
  CLAUSE("14", ALL, P("1", "H.")),
  CLAUSE("15", ALL, P("1", "H.")),
  "</edition>\n",
  EDITION("h:2", CLAUSE("1", ALL, P("1", "H."))),
  "<mapping-set id='w--h' source='w:1' target='h:1'>\n",
  REUSED("1#1", "equal", "1#1", AS_IS),
  REUSED("2#1", "subset", "2#1", EXTENDED),
  REUSED("3#1", "equal", "3#1", AS_IS),
  REUSED("4#1", "equal", "4#1", "method='separate'"),
  ROW("5#1", "equal", "5#1"),
  REUSED("6#1", "equal", "6#1", AS_IS),
  REUSED("7#a", "subset", "7#1", EXTENDED),
  REUSED("8#1", "superset", "8#1", AS_IS),
  NONE("9#1"),
  REUSED("11#a", "subset", "11#1", "method='separate'"),
  REUSED("12#1", "equal", "12#1", AS_IS),
  REUSED("13#1", "equal", "13#1", AS_IS),
  REUSED("14#1", "equal", "14#1", AS_IS " record='shared'"),
  ROW("15", "intersects", "15"),
  "</mapping-set>\n",
  MAPPING("w:1", "h:2", NONE("1#1")),
  "</imsmap>\n",
};

static ims_model *model_of_standards(void)
{
  static char xml[8192];
  size_t size = 0;
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
    size += (size_t)snprintf(xml + size, sizeof xml - size, "%s", pieces[i]);
  cr_assert_lt(size, sizeof xml);
  return fixture_model(xml);
}

static imsi_region region_of(const ims_model *model, const char *edition, const char *node)
{
  imsi_region region = { ims_edition_find(model, edition, strlen(edition)), { IMS_NO_NODE } };
  cr_assert_not_null(region.edition);
  if (node)
    region.node = fixture_node(model, node);
  return region;
}

/* a is held against the common structure x. */
static bool leaves_record(const char *demand)
{
  ims_model *model = fixture_model(
      DOC(NAMED_EDITION("x:1", "name='X' hub='yes'", CLAUSE("1", ALL, SAID("1", "record='own'", "")))
              NAMED_EDITION("a:1", "name='A'", CLAUSE("1", ALL, P("1", "A.") P("2", "A.") P("3", "A.")))
                  NAMED_EDITION("b:1", "name='B'", CLAUSE("1", ALL, P("1", "B.")))
                      MAPPING("a:1", "x:1",
                              ROW("1#1", "superset", "1#1") ROW("1#2", "intersects", "1#1") ROW("1#3", "subset", "1#1"))
                          MAPPING("b:1", "a:1", ROW("1#1", "superset", "1#1"))));
  imsi_closure *closure = NULL;
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  const bool leaves = imsi_need_leaves_record(model, closure, fixture_node(model, demand));
  imsi_closure_free(closure);
  ims_model_free(model);
  return leaves;
}

Test(need, what_asks_all_that_leaves_a_record_leaves_one_too)
{
  cr_expect(leaves_record("a:1/1#1"));
  cr_expect(leaves_record("b:1/1#1")); /* it follows from two rows */
  cr_expect(leaves_record("a:1/1#3"));
  cr_expect_not(leaves_record("a:1/1#2"));
}

/* With the first `have` of h:1 and h:2, without a clause of the former. */
static imsi_need find(const char *demand, size_t have, const char *without)
{
  ims_model *model = model_of_standards();
  imsi_closure *closure = NULL;
  imsi_coverage *coverage = NULL;
  imsi_need need;
  const imsi_region sources[] = { region_of(model, "h:1", NULL), region_of(model, "h:2", NULL) };
  const imsi_region left_out = region_of(model, "h:1", without);
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_coverage_new(model, closure, sources, have, &left_out, without ? 1 : 0, &coverage), IMS_OK);
  cr_assert_eq(imsi_need_find(model, closure, coverage, fixture_node(model, demand), &need), IMS_OK);
  imsi_coverage_free(coverage);
  imsi_closure_free(closure);
  ims_model_free(model);
  return need;
}

static void expect(const char *demand, imsi_state state, imsi_obstacle obstacle)
{
  const imsi_need need = find(demand, 1, NULL);
  cr_expect_eq(need.state, state, "%s: %s", demand, imsi_state_name(need.state));
  cr_expect_eq(need.obstacle, obstacle, "%s: %d", demand, need.obstacle);
}

Test(need, what_contains_it_serves_as_far_as_somebody_says)
{
  expect("w:1/1#1", IMSI_STATE_REUSABLE, IMSI_OBSTACLE_NONE);
  expect("w:1/2#1", IMSI_STATE_EXTEND, IMSI_OBSTACLE_NONE);
  expect("w:1/4#1", IMSI_STATE_RELATED, IMSI_OBSTACLE_SEPARATE);
  expect("w:1/5#1", IMSI_STATE_RELATED, IMSI_OBSTACLE_UNSAID);
}

Test(need, what_must_be_recorded_is_never_reusable)
{
  expect("w:1/3#1", IMSI_STATE_RUN, IMSI_OBSTACLE_NONE);  /* a record is demanded */
  expect("w:1/13#1", IMSI_STATE_RUN, IMSI_OBSTACLE_NONE); /* it has a record of its own */
  expect("w:1/14#1", IMSI_STATE_RUN, IMSI_OBSTACLE_NONE); /* the chain speaks of one */
}

Test(need, what_is_only_there_under_a_condition_serves_only_what_has_one)
{
  expect("w:1/6#1", IMSI_STATE_RELATED, IMSI_OBSTACLE_CONDITION);
  expect("w:1/12#1", IMSI_STATE_REUSABLE, IMSI_OBSTACLE_NONE);
}

Test(need, parts_are_partial_only_where_they_may_be_taken_over)
{
  expect("w:1/7#1", IMSI_STATE_PARTIAL, IMSI_OBSTACLE_NONE);
  expect("w:1/11#1", IMSI_STATE_RELATED, IMSI_OBSTACLE_NONE); /* its one item is kept apart */
  expect("w:1/8#1", IMSI_STATE_RELATED, IMSI_OBSTACLE_NONE);
}

Test(need, a_gap_was_looked_for_and_the_rest_is_unexamined)
{
  expect("w:1/9#1", IMSI_STATE_GAP, IMSI_OBSTACLE_NONE);
  expect("w:1/10#1", IMSI_STATE_UNEXAMINED, IMSI_OBSTACLE_NONE);
  cr_expect_eq(find("w:1/9#1", 2, NULL).state, IMSI_STATE_UNEXAMINED); /* not in h:2 */
}

Test(need, what_was_compared_as_a_whole_clause_is_said_so)
{
  const imsi_need need = find("w:1/15#1", 1, NULL);
  cr_expect_eq(need.state, IMSI_STATE_UNEXAMINED);
  cr_expect_neq(need.around.index, IMS_NO_NODE);
  cr_expect_eq(find("w:1/10#1", 1, NULL).around.index, IMS_NO_NODE);
}

Test(need, what_is_left_out_leaves_a_gap_that_names_it)
{
  const imsi_need need = find("w:1/1#1", 2, "h:1/1");
  cr_expect_eq(need.state, IMSI_STATE_GAP);
  cr_expect_neq(need.outside.index, IMS_NO_NODE);
  cr_expect_eq(find("w:1/2#1", 1, "h:1/1").state, IMSI_STATE_EXTEND);
}

Test(need, what_is_had_itself_is_evidenced)
{
  expect("h:1/1#1", IMSI_STATE_EVIDENCED, IMSI_OBSTACLE_NONE);
}

Test(need, states_are_named_and_each_is_a_work_of_its_own_size)
{
  for (int a = 0; a < IMSI_STATE_COUNT; a++)
    for (int b = 0; b < a; b++) {
      cr_expect_str_neq(imsi_state_name((imsi_state)a), imsi_state_name((imsi_state)b));
      if (a > IMSI_STATE_EVIDENCED)
        cr_expect_neq(imsi_state_effort((imsi_state)a), imsi_state_effort((imsi_state)b));
      else
        cr_expect_eq(imsi_state_effort((imsi_state)a), 0); /* nothing is left to do */
    }
}
