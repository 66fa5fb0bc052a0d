/* What the data that are compiled in must keep: complete in both directions, no guidance as a counterpart, moves total.
 */
#include "ims/catalogue.h"
#include "model/closure.h"
#include "property/tables.h"
#include "query/chain.h"
#include "query/correlation.h"
#include "query/need.h"
#include "query/overlap.h"
#include "query/sharing.h"

enum { LONGEST = 300 };

static const ims_edition *edition(const ims_model *model, const char *id)
{
  const ims_edition *found = ims_edition_find(model, id, strlen(id));
  cr_assert_not_null(found, "%s", id);
  return found;
}

/* ---- nothing unexamined ---- */

static void expect_complete(const ims_model *model, const imsi_closure *closure, const char *from, const char *to,
                            ims_node_kind kind)
{
  const ims_edition *a = edition(model, from), *b = edition(model, to);
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  imsi_sharing sharing = { 0 };
  cr_assert_eq(imsi_correlation_pairs(model, closure, a, b, kind, &pairs), IMS_OK);
  imsi_sharing_add(model, a, (ims_node){ IMS_NO_NODE }, kind, b, &pairs, &sharing);
  cr_expect_gt(sharing.total, (size_t)30, "%s", from);
  cr_expect_eq(sharing.unknown, 0, "%s against %s: %zu of %zu unexamined", from, to, sharing.unknown, sharing.total);
  imsi_vec_free(&pairs);
}

static void expect_all_complete(const char *const (*pairs)[2], size_t count, ims_node_kind kind)
{
  ims_model *model = tables_builtin();
  imsi_closure *closure = NULL;
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  for (size_t i = 0; i < count; i++) {
    expect_complete(model, closure, pairs[i][0], pairs[i][1], kind);
    expect_complete(model, closure, pairs[i][1], pairs[i][0], kind);
  }
  imsi_closure_free(closure);
  ims_model_free(model);
}

Test(data, every_provision_is_related_or_judged_to_be_without_counterpart)
{
  static const char *const pairs[][2] = { { "9001:2015", "20000-1:2018" },
                                          { "9001:2015", "27001:2022" },
                                          { "20000-1:2018", "27001:2022" } };
  expect_all_complete(pairs, sizeof pairs / sizeof *pairs, IMS_PROVISION);
}

/* Two ways to count the same: pair by pair, and demand by demand over three standards. */
Test(data, what_standards_share_is_counted_alike)
{
  ims_model *model = tables_builtin();
  imsi_closure *closure = NULL;
  imsi_vec units = IMSI_VEC(imsi_overlap_unit);
  const ims_edition *three[] = { edition(model, "9001:2015"), edition(model, "20000-1:2018"),
                                 edition(model, "27001:2022") };
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(imsi_overlap_units(model, closure, three, 3, &units), IMS_OK);
  for (uint32_t a = 0; a < 3; a++)
    for (uint32_t b = 0; b < 3; b++) {
      imsi_vec pairs = IMSI_VEC(imsi_pair);
      imsi_sharing sharing = { 0 };
      size_t shared = 0, total = 0;
      if (a == b)
        continue;
      cr_assert_eq(imsi_correlation_pairs(model, closure, three[a], three[b], IMS_PROVISION, &pairs), IMS_OK);
      imsi_sharing_add(model, three[a], (ims_node){ IMS_NO_NODE }, IMS_PROVISION, three[b], &pairs, &sharing);
      for (size_t i = 0; i < units.count; i++) {
        const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, &units, i);
        total += unit->edition == a;
        shared += unit->edition == a && (unit->shared >> b & 1);
      }
      cr_expect_eq(total, sharing.total);
      cr_expect_eq(shared, imsi_sharing_shared(&sharing), "%s in %s", three[a]->id, three[b]->id);
      imsi_vec_free(&pairs);
    }
  imsi_vec_free(&units);
  imsi_closure_free(closure);
  ims_model_free(model);
}

/* ---- gaps ---- */

static bool is_recorded(const ims_model *model, ims_node demand)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(model, demand, &count);
  for (size_t i = 0; i < count; i++)
    if (duties[i].kind == IMS_RECORD)
      return true;
  return ims_node_get(model, demand).record != IMS_RECORD_UNSAID;
}

/* Each that is to be re-used is defended by a chain that says it is contained. */
static void expect_defended(const ims_model *model, const imsi_closure *closure, const imsi_need *need)
{
  imsi_vec steps = IMSI_VEC(imsi_step);
  const char *name = ims_node_name(model, need->demand);
  cr_expect_eq(imsi_chain_find(model, closure, need->demand, need->best.had, IMS_CONTAINED, &steps), IMS_OK, "%s",
               name);
  cr_expect_eq(imsi_chain_relation(steps.data, steps.count) & ~IMS_CONTAINED, 0, "%s", name);
  cr_expect_eq(need->best.method, IMS_AS_IS, "%s", name);
  cr_expect_not(is_recorded(model, need->demand), "%s", name);
  imsi_vec_free(&steps);
}

/* Returns how many are reusable. */
static size_t expect_sound_gaps(const ims_model *model, const imsi_closure *closure, const ims_edition *have,
                                const ims_edition *want)
{
  const imsi_region source = { have, { IMS_NO_NODE } }, wanted = { want, { IMS_NO_NODE } };
  size_t states[IMSI_STATE_COUNT] = { 0 }, total = 0, provisions = 0;
  bool *seen = calloc(ims_node_count(model), sizeof *seen);
  imsi_vec demands = IMSI_VEC(ims_node);
  imsi_coverage *coverage = NULL;
  cr_assert_eq(imsi_coverage_new(model, closure, &source, 1, NULL, 0, &coverage), IMS_OK);
  cr_assert_eq(imsi_coverage_demands(model, &wanted, seen, &demands), IMS_OK);
  for (size_t i = 0; i < demands.count; i++) {
    imsi_need need;
    cr_assert_eq(imsi_need_find(model, closure, coverage, IMSI_AT(ims_node, &demands, i), &need), IMS_OK);
    states[need.state]++;
    if (need.state == IMSI_STATE_REUSABLE)
      expect_defended(model, closure, &need);
  }
  for (size_t s = 0; s < IMSI_STATE_COUNT; s++)
    total += states[s];
  for (uint32_t i = 0; i < want->count; i++)
    provisions += imsi_sharing_counts(model, (ims_node){ want->first.index + i }, IMS_PROVISION);
  cr_expect_eq(total, provisions, "%s: %zu of %zu", want->id, total, provisions);
  cr_expect_eq(states[IMSI_STATE_EVIDENCED] + states[IMSI_STATE_UNEXAMINED], 0);
  imsi_coverage_free(coverage);
  imsi_vec_free(&demands);
  free(seen);
  return states[IMSI_STATE_REUSABLE];
}

Test(data, the_states_of_a_gap_add_up_and_nothing_recorded_is_reusable)
{
  ims_model *model = tables_builtin();
  imsi_closure *closure = NULL;
  const char *const ids[] = { "9001:2015", "20000-1:2018", "27001:2022" };
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  for (size_t a = 0; a < 3; a++)
    for (size_t b = 0; b < 3; b++)
      if (a != b)
        cr_expect_gt(expect_sound_gaps(model, closure, edition(model, ids[a]), edition(model, ids[b])), (size_t)0);
  imsi_closure_free(closure);
  ims_model_free(model);
}

/* The moves between editions, and the two correlations of older ones. */
Test(data, between_editions_no_clause_is_lost)
{
  static const char *const pairs[][2] = {
    { "27001:2013", "27001:2022" }, { "9001:2008", "9001:2015" },     { "20000-1:2011", "20000-1:2018" },
    { "9001:2015", "9001:2026" },   { "20000-1:2018", "27001:2013" }, { "9001:2008", "20000-1:2011" },
  };
  expect_all_complete(pairs, sizeof pairs / sizeof *pairs, IMS_CLAUSE);
}

Test(data, rows_between_editions_of_a_standard_say_what_moved)
{
  ims_model *model = tables_builtin();
  size_t count = 0;
  for (size_t i = 0; i < ims_relation_count(model); i++) {
    const ims_row row = ims_relation_at(model, i);
    const ims_mapping *mapping = row.mapping;
    if (strcmp(mapping->target->replaces, mapping->source->id) != 0 ||
        mapping->target->kind != IMS_EDITION_REQUIREMENTS || ims_node_kind_of(model, row.source) == IMS_TERM ||
        row.relation == IMS_DISJOINT) /* a warning that numbers mislead */
      continue;
    count++;
    cr_expect_neq(row.move, IMS_MOVE_UNSAID, "%s:%u", row.pos.file, row.pos.line);
    cr_expect(row.move != IMS_NEW && row.move != IMS_DROPPED, "%s:%u", row.pos.file, row.pos.line);
  }
  cr_expect_gt(count, (size_t)400, "%zu", count);
  ims_model_free(model);
}

/* ---- guidance ---- */

Test(data, guidance_is_never_related_and_only_guidance_explains)
{
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < ims_relation_count(model); i++) {
    const ims_row row = ims_relation_at(model, i);
    cr_expect_neq(ims_node_force(model, row.source), IMS_GUIDANCE, "%s:%u", row.pos.file, row.pos.line);
    cr_expect_neq(ims_node_force(model, row.target), IMS_GUIDANCE, "%s:%u", row.pos.file, row.pos.line);
  }
  for (size_t i = 0; i < ims_guidance_count(model); i++) {
    const ims_row row = ims_guidance_at(model, i);
    cr_expect_eq(ims_node_force(model, row.source), IMS_GUIDANCE, "%s:%u", row.pos.file, row.pos.line);
  }
  cr_expect_gt(ims_guidance_count(model), (size_t)150);
  ims_model_free(model);
}

/* ---- rows ---- */

/* A pair that is stated twice, in whatever direction and set, is stated alike. */
Test(data, rows_in_both_directions_agree)
{
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < ims_relation_count(model); i++) {
    const ims_row row = ims_relation_at(model, i);
    size_t count;
    const uint32_t *back = ims_node_relations(model, row.target, false, &count);
    for (size_t k = 0; k < count; k++) {
      const ims_row other = ims_relation_at(model, back[k]);
      if (other.target.index == row.source.index)
        cr_expect_eq(ims_row_relation(&other), ims_relation_inverse(ims_row_relation(&row)), "%s:%u and %s:%u",
                     row.pos.file, row.pos.line, other.pos.file, other.pos.line);
    }
  }
  ims_model_free(model);
}

Test(data, nothing_is_verified_here)
{
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < ims_relation_count(model); i++)
    cr_expect_neq(ims_relation_at(model, i).standing, IMS_VERIFIED);
  for (size_t i = 0; i < ims_verdict_count(model); i++)
    cr_expect_neq(ims_verdict_at(model, i).standing, IMS_VERIFIED);
  ims_model_free(model);
}

/* ---- words ---- */

/* Strings are interned: equal texts are one pointer. */
Test(data, no_provision_is_long_or_there_twice)
{
  ims_model *model = tables_builtin();
  for (size_t e = 0; e < ims_edition_count(model); e++) {
    const ims_edition *at = ims_edition_at(model, e);
    for (uint32_t i = 0; i < at->count; i++) {
      const ims_node_info info = ims_node_get(model, (ims_node){ at->first.index + i });
      if (info.kind != IMS_PROVISION)
        continue;
      cr_expect_leq(strlen(info.text), (size_t)LONGEST, "%s/%s", at->id, info.name);
      cr_expect_gt(strlen(info.text), (size_t)10, "%s/%s", at->id, info.name);
      for (uint32_t k = i + 1; k < at->count; k++) {
        const ims_node_info other = ims_node_get(model, (ims_node){ at->first.index + k });
        cr_expect(other.kind != IMS_PROVISION || other.text != info.text, "%s/%s and %s", at->id, info.name,
                  other.name);
      }
    }
  }
  ims_model_free(model);
}
