/* What follows from what is known, round by round, until nothing changes any more. */

#include "base/try.h"
#include "model/closure_internal.h"
#include "model/progress.h"

/* Gathers the proofs that every part of `clause` is contained in `other`. False if one is not, or not for certain. */
static ims_status gather_parts(imsi_closure *c, uint32_t clause, uint32_t other, bool *all)
{
  const ims_node node = { imsi_closure_node(c, clause) };
  *all = false;
  for (ims_node n = ims_node_child(c->model, node); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    const uint32_t rank = c->rank[n.index];
    if (!imsi_closure_is_part(c->model, n) || rank == other)
      continue;
    const uint32_t index = rank == IMS_NO_NODE ? IMS_NO_NODE : imsi_known_find(c, rank, other);
    if (index == IMS_NO_NODE)
      return IMS_OK;
    const ims_relation relation = imsi_known_from(imsi_known_at(c, index), rank);
    if (relation == IMS_CONTRADICTION || relation & (ims_relation)~IMS_CONTAINED)
      return IMS_OK;
    IMS_TRY(imsi_vec_push(&c->united, &imsi_known_at(c, index)->proof));
  }
  *all = true;
  return IMS_OK;
}

/* If every part of the whole clause around `part` is contained in `other`, the clause is. */
static ims_status unite(imsi_closure *c, uint32_t part, uint32_t other)
{
  const uint32_t clause = c->above[part];
  if (clause == IMS_NO_NODE || !c->whole[clause] || clause == other)
    return IMS_OK;
  const uint32_t start = (uint32_t)c->united.count;
  const size_t proofs = c->proofs.count;
  bool all;
  IMS_TRY(gather_parts(c, clause, other, &all));
  if (all)
    IMS_TRY(imsi_known_narrow(
        c, clause, other, IMS_CONTAINED,
        (imsi_proof){ .kind = IMSI_UNITED, .left = start, .right = (uint32_t)c->united.count - start }));
  if (c->proofs.count == proofs) {
    c->united.count = start; /* nothing new */
    return IMS_OK;
  }
  return imsi_vec_push(&c->unions, &(imsi_unity){ clause, other });
}

/*
 * Everything that is known of `far` (an end of pair `p`) carries over to `near` (its other end).
 *
 * Two pairs that both can intersect compose to nothing, so one that can meets only those that cannot: most pairs of a
 * crosswalk are of the first kind. Two pairs of one round meet once.
 */
static ims_status compose_over(imsi_closure *c, uint32_t p, uint32_t near, uint32_t far)
{
  const ims_relation relation = imsi_known_from(imsi_known_at(c, p), near);
  const uint32_t proof = imsi_known_at(c, p)->proof;
  const ims_relation *follows = c->table[relation];
  const bool sharp_only = relation & IMS_INTERSECTS;
  for (uint32_t q = sharp_only ? c->sharp[far] : c->first[far]; q != IMS_NO_NODE;) {
    const imsi_known *known = imsi_known_at(c, q);
    const bool far_is_a = known->a == far;
    const uint32_t end = far_is_a ? known->b : known->a, right = known->proof;
    const ims_relation left = follows[imsi_known_from(known, far)];
    const bool met = known->fresh && q > p;
    c->steps++;
    q = sharp_only ? (far_is_a ? known->sharp_a : known->sharp_b) : (far_is_a ? known->next_a : known->next_b);
    if (left && left != IMS_UNKNOWN && end != near && !met)
      IMS_TRY(
          imsi_known_narrow(c, near, end, left, (imsi_proof){ .kind = IMSI_COMPOSED, .left = proof, .right = right }));
  }
  return IMS_OK;
}

static ims_status follow_from(imsi_closure *c, uint32_t index)
{
  const imsi_known p = *imsi_known_at(c, index);
  if (!(p.relation & (ims_relation)~IMS_CONTAINED))
    IMS_TRY(unite(c, p.a, p.b));
  if (!(p.relation & (ims_relation)~IMS_CONTAINS))
    IMS_TRY(unite(c, p.b, p.a));
  IMS_TRY(compose_over(c, index, p.a, p.b));
  return compose_over(c, index, p.b, p.a);
}

ims_status imsi_closure_follow(imsi_closure *c)
{
  const ims_observer *progress = imsi_model_progress(c->model);
  uint64_t followed = 0;
  while (c->round.count) {
    for (size_t i = 0; i < c->round.count; i++) {
      if (++followed % IMSI_PROGRESS_EVERY == 0)
        imsi_progress_tell(progress, IMS_STEP_RELATIONS, c->pairs.count);
      IMS_TRY(follow_from(c, IMSI_AT(uint32_t, &c->round, i)));
      if (c->steps > c->options.steps) {
        if (c->options.reached)
          *c->options.reached = IMSI_LIMIT_STEPS;
        return IMS_LIMIT;
      }
    }
    IMS_TRY(imsi_known_settle(c));
  }
  return IMS_OK;
}
