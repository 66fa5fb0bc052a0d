#include "query/reach.h"

#include <criterion/criterion.h>

static const imsi_arc arcs[] = {
  { 0, 1, IMS_SUBSET },     { 1, 2, IMS_SUBSET }, { 0, 3, IMS_INTERSECTS }, { 3, 2, IMS_INTERSECTS },
  { 2, 0, IMS_INTERSECTS }, { 2, 4, IMS_EQUAL },  { 4, 5, IMS_DISJOINT },
};

static imsi_reach *lay_out(void)
{
  imsi_reach *reach = NULL;
  cr_assert_eq(imsi_reach_new(6, arcs, sizeof arcs / sizeof *arcs, &reach), IMS_OK);
  return reach;
}

static void expect(imsi_reach *reach, uint32_t source, unsigned hops, const imsi_reached *list, size_t count)
{
  imsi_vec reached = IMSI_VEC(imsi_reached);
  cr_assert_eq(imsi_reach_from(reach, source, hops, &reached), IMS_OK);
  cr_expect_eq(reached.count, count, "%zu", reached.count);
  for (size_t i = 0; i < count && i < reached.count; i++) {
    const imsi_reached got = IMSI_AT(imsi_reached, &reached, i);
    cr_expect(got.node == list[i].node && got.relation == list[i].relation, "%zu: %u, %d", i, got.node, got.relation);
  }
  imsi_vec_free(&reached);
}

Test(reach, nothing_is_reached_in_no_step)
{
  imsi_reach *reach = lay_out();
  expect(reach, 0, 0, NULL, 0);
  imsi_reach_free(reach);
}

Test(reach, a_step_is_walked_in_its_direction_only)
{
  imsi_reach *reach = lay_out();
  expect(reach, 0, 1, (const imsi_reached[]){ { 1, IMS_SUBSET }, { 3, IMS_INTERSECTS } }, 2);
  expect(reach, 5, 3, NULL, 0);
  cr_expect(imsi_reach_leaves(reach, 4));
  cr_expect_not(imsi_reach_leaves(reach, 5));
  imsi_reach_free(reach);
}

Test(reach, ways_compose_and_several_ways_are_intersected)
{
  imsi_reach *reach = lay_out();
  /* 0 < 1 < 2 says more than 0 x 3 x 2 */
  expect(reach, 0, 2, (const imsi_reached[]){ { 1, IMS_SUBSET }, { 3, IMS_INTERSECTS }, { 2, IMS_SUBSET } }, 3);
  imsi_reach_free(reach);
}

Test(reach, a_circle_leads_on_and_where_it_began_is_not_listed)
{
  imsi_reach *reach = lay_out();
  /* the third step comes back to 0, the fourth goes on from there with what the circle says: nothing more */
  const imsi_reached all[] = {
    { 1, IMS_SUBSET }, { 3, IMS_INTERSECTS }, { 2, IMS_SUBSET }, { 4, IMS_SUBSET }, { 5, IMS_DISJOINT }
  };
  expect(reach, 0, 4, all, 5);
  expect(reach, 0, 4, all, 5); /* and a walk leaves nothing behind */
  imsi_reach_free(reach);
}

Test(reach, ways_that_cannot_all_be_true_leave_nothing)
{
  static const imsi_arc two[] = { { 0, 1, IMS_SUBSET }, { 0, 1, IMS_DISJOINT } };
  imsi_reach *reach = NULL;
  cr_assert_eq(imsi_reach_new(2, two, 2, &reach), IMS_OK);
  expect(reach, 0, 1, (const imsi_reached[]){ { 1, IMS_CONTRADICTION } }, 1);
  imsi_reach_free(reach);
}

Test(reach, no_nodes_are_fine)
{
  imsi_reach *reach = NULL;
  cr_assert_eq(imsi_reach_new(0, NULL, 0, &reach), IMS_OK);
  imsi_reach_free(reach);
  imsi_reach_free(NULL);
}
