/* What follows from what is known, until nothing changes any more. */

#include "base/try.h"
#include "model/closure_internal.h"

#include <string.h>

/* If every part of the whole clause around `part` is contained in `other`, the clause is. */
static ims_status unite(imsi_closure *c, uint32_t part, uint32_t other)
{
  const ims_node clause = ims_node_parent(c->model, (ims_node){ c->node[part] });
  if (!c->part[c->node[part]] || !c->whole[clause.index] || c->rank[clause.index] == other)
    return IMS_OK;
  const uint32_t start = (uint32_t)c->united.count;
  for (ims_node n = ims_node_child(c->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    if (!c->part[n.index])
      continue;
    const uint32_t rank = c->rank[n.index];
    const uint32_t index = rank == other ? IMS_NO_NODE : imsi_known_find(c, rank, other);
    const bool contained = index != IMS_NO_NODE && imsi_known_at(c, index)->relation != IMS_CONTRADICTION &&
                           !(imsi_known_from(imsi_known_at(c, index), rank) & (ims_relation)~IMS_CONTAINED);
    if (rank != other && !contained) {
      c->united.count = start;
      return IMS_OK;
    }
    if (contained)
      IMS_TRY(imsi_vec_push(&c->united, &imsi_known_at(c, index)->proof));
  }
  const size_t proofs = c->proofs.count;
  IMS_TRY(imsi_known_narrow(
      c, c->rank[clause.index], other, IMS_CONTAINED,
      (imsi_proof){ .kind = IMSI_UNITED, .left = start, .right = (uint32_t)c->united.count - start }));
  if (c->proofs.count == proofs)
    c->united.count = start; /* nothing new */
  return IMS_OK;
}

/* Everything that is known of `far` (an end of `p`) carries over to `near` (its other end). */
static ims_status compose_over(imsi_closure *c, uint32_t p, uint32_t near, uint32_t far)
{
  for (uint32_t q = c->first[far]; q != IMS_NO_NODE;) {
    const imsi_known *known = imsi_known_at(c, q);
    const uint32_t next = known->a == far ? known->next_a : known->next_b;
    const uint32_t end = known->a == far ? known->b : known->a;
    const imsi_known *by = imsi_known_at(c, p);
    c->steps++;
    if (end != near && known->relation != IMS_CONTRADICTION && by->relation != IMS_CONTRADICTION) {
      const ims_relation relation = c->table[imsi_known_from(by, near)][imsi_known_from(known, far)];
      if (relation != IMS_UNKNOWN)
        IMS_TRY(imsi_known_narrow(c, near, end, relation,
                                  (imsi_proof){ .kind = IMSI_COMPOSED, .left = by->proof, .right = known->proof }));
    }
    q = next;
  }
  return IMS_OK;
}

ims_status imsi_closure_follow(imsi_closure *c, uint64_t steps)
{
  for (size_t i = 0; i < c->queue.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &c->queue, i);
    imsi_known *p = imsi_known_at(c, index);
    p->queued = false;
    const uint32_t a = p->a, b = p->b;
    if (p->relation == IMS_CONTRADICTION)
      continue;
    if (!(p->relation & (ims_relation)~IMS_CONTAINED))
      IMS_TRY(unite(c, a, b));
    if (!(imsi_known_at(c, index)->relation & (ims_relation)~IMS_CONTAINS))
      IMS_TRY(unite(c, b, a));
    IMS_TRY(compose_over(c, index, a, b));
    IMS_TRY(compose_over(c, index, b, a));
    if (c->steps > steps)
      return IMS_LIMIT;
    if (i > 4096 && i * 2 > c->queue.count) { /* what is done makes room */
      c->queue.count -= i + 1;
      memmove(c->queue.data, &IMSI_AT(uint32_t, &c->queue, i + 1), c->queue.count * sizeof(uint32_t));
      i = (size_t)-1;
    }
  }
  return IMS_OK;
}
