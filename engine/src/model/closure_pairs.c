/* The pairs of which something is known, found by their ends, and how one becomes narrower. */

#include "base/try.h"
#include "model/closure_internal.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 1024 };

static size_t slot_of(const imsi_closure *c, uint32_t a, uint32_t b)
{
  uint64_t hash = ((uint64_t)a << 32 | b) * UINT64_C(0x9e3779b97f4a7c15);
  size_t slot = (size_t)(hash >> 32) & (c->slot_count - 1);
  for (; c->slots[slot]; slot = (slot + 1) & (c->slot_count - 1)) {
    const imsi_known *p = imsi_known_at(c, c->slots[slot] - 1);
    if (p->a == a && p->b == b)
      break;
  }
  return slot;
}

ims_status imsi_known_grow(imsi_closure *c)
{
  const size_t count = c->slot_count ? c->slot_count * 2 : FIRST_SLOTS;
  uint32_t *slots = calloc(count, sizeof *slots);
  if (!slots)
    return IMS_NOMEM;
  free(c->slots);
  c->slots = slots;
  c->slot_count = count;
  for (uint32_t i = 0; i < c->pairs.count; i++)
    slots[slot_of(c, imsi_known_at(c, i)->a, imsi_known_at(c, i)->b)] = i + 1;
  return IMS_OK;
}

uint32_t imsi_known_find(const imsi_closure *c, uint32_t a, uint32_t b)
{
  const uint32_t found = c->slots[a < b ? slot_of(c, a, b) : slot_of(c, b, a)];
  return found ? found - 1 : IMS_NO_NODE;
}

static ims_status add_pair(imsi_closure *c, uint32_t a, uint32_t b, uint32_t *index)
{
  if (c->pairs.count >= IMS_NO_NODE - 1)
    return IMS_LIMIT;
  if (c->pairs.count >= c->slot_count / 4 * 3)
    IMS_TRY(imsi_known_grow(c));
  const imsi_known added = { a, b, c->first[a], c->first[b], IMS_NO_NODE, IMS_UNKNOWN, false };
  IMS_TRY(imsi_vec_push(&c->pairs, &added));
  *index = (uint32_t)c->pairs.count - 1;
  c->slots[slot_of(c, a, b)] = *index + 1;
  c->first[a] = c->first[b] = *index;
  return IMS_OK;
}

ims_status imsi_known_narrow(imsi_closure *c, uint32_t a, uint32_t b, ims_relation relation, imsi_proof why)
{
  if (a > b) {
    const uint32_t swap = a;
    a = b;
    b = swap;
    relation = ims_relation_inverse(relation);
  }
  uint32_t index = imsi_known_find(c, a, b);
  if (index == IMS_NO_NODE)
    IMS_TRY(add_pair(c, a, b, &index));
  imsi_known *p = imsi_known_at(c, index);
  const ims_relation left = p->relation & relation;
  if (left == p->relation)
    return IMS_OK;
  why.before = p->proof;
  IMS_TRY(imsi_vec_push(&c->proofs, &why));
  p->proof = (uint32_t)c->proofs.count - 1;
  p->relation = left;
  if (left == IMS_CONTRADICTION)
    return imsi_vec_push(&c->broken, &index);
  if (!p->queued)
    IMS_TRY(imsi_vec_push(&c->queue, &index));
  p->queued = true;
  return IMS_OK;
}
