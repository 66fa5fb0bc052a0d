/* The pairs of which something is known, found by their ends, and how one becomes narrower. */

#include "base/try.h"
#include "model/closure_internal.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 64 };

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
  if (c->pairs.count >= c->options.pairs) {
    if (c->options.reached)
      *c->options.reached = IMSI_LIMIT_PAIRS;
    return IMS_LIMIT;
  }
  if (c->pairs.count >= c->slot_count / 4 * 3)
    IMS_TRY(imsi_known_grow(c));
  const imsi_known added = { .a = a,
                             .b = b,
                             .next_a = IMS_NO_NODE,
                             .next_b = IMS_NO_NODE,
                             .sharp_a = IMS_NO_NODE,
                             .sharp_b = IMS_NO_NODE,
                             .proof = IMS_NO_NODE,
                             .relation = IMS_UNKNOWN,
                             .left = IMS_UNKNOWN };
  IMS_TRY(imsi_vec_push(&c->lefts, &added.proof));
  IMS_TRY(imsi_vec_push(&c->pairs, &added));
  *index = (uint32_t)c->pairs.count - 1;
  c->slots[slot_of(c, a, b)] = *index + 1;
  return IMS_OK;
}

ims_status imsi_known_narrow(imsi_closure *c, uint32_t a, uint32_t b, ims_relation relation, imsi_proof why)
{
  if (a > b) {
    const uint32_t swap = a;
    a = b;
    b = swap;
    relation = imsi_relation_inverse(relation);
  }
  uint32_t index = imsi_known_find(c, a, b);
  if (index == IMS_NO_NODE)
    IMS_TRY(add_pair(c, a, b, &index));
  imsi_known *p = imsi_known_at(c, index);
  const ims_relation left = p->left & relation;
  if (left == p->left || !p->relation) /* what contradicts itself is left alone */
    return IMS_OK;
  if (c->proofs.count >= IMS_NO_NODE - 1)
    return IMS_LIMIT;
  uint32_t *proof = &IMSI_AT(uint32_t, &c->lefts, index);
  why.before = *proof;
  IMS_TRY(imsi_vec_push(&c->proofs, &why));
  if (p->left == p->relation)
    IMS_TRY(imsi_vec_push(&c->narrower, &index));
  *proof = (uint32_t)c->proofs.count - 1;
  p->left = left;
  return IMS_OK;
}

/* A pair is sharp once it cannot intersect: of two that can, nothing follows. */
static void link_sharp(imsi_closure *c, uint32_t index)
{
  imsi_known *p = imsi_known_at(c, index);
  p->sharp_a = c->sharp[p->a];
  p->sharp_b = c->sharp[p->b];
  c->sharp[p->a] = c->sharp[p->b] = index;
}

static void link_pair(imsi_closure *c, uint32_t index)
{
  imsi_known *p = imsi_known_at(c, index);
  p->next_a = c->first[p->a];
  p->next_b = c->first[p->b];
  c->first[p->a] = c->first[p->b] = index;
  p->linked = true;
}

typedef struct broken_pair {
  uint32_t a, b, index;
} broken_pair;

static int compare_broken(const void *x, const void *y)
{
  const broken_pair *p = x, *q = y;
  if (p->a != q->a)
    return p->a < q->a ? -1 : 1;
  return p->b < q->b ? -1 : p->b > q->b;
}

/* Puts the pairs that broke in this round in the order of their ends. */
static ims_status order_broken(imsi_closure *c, size_t from)
{
  const size_t count = c->broken.count - from;
  if (count < 2)
    return IMS_OK;
  uint32_t *broken = &IMSI_AT(uint32_t, &c->broken, from);
  broken_pair *pairs = malloc(count * sizeof *pairs);
  if (!pairs)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++)
    pairs[i] = (broken_pair){ imsi_known_at(c, broken[i])->a, imsi_known_at(c, broken[i])->b, broken[i] };
  qsort(pairs, count, sizeof *pairs, compare_broken);
  for (size_t i = 0; i < count; i++)
    broken[i] = pairs[i].index;
  free(pairs);
  return IMS_OK;
}

ims_status imsi_known_settle(imsi_closure *c)
{
  for (size_t i = 0; i < c->round.count; i++)
    imsi_known_at(c, IMSI_AT(uint32_t, &c->round, i))->fresh = false;
  c->round.count = 0;
  const size_t broken = c->broken.count;
  for (size_t i = 0; i < c->narrower.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &c->narrower, i);
    imsi_known *p = imsi_known_at(c, index);
    const bool was_sharp = !(p->relation & IMS_INTERSECTS);
    p->relation = p->left;
    p->proof = IMSI_AT(uint32_t, &c->lefts, index);
    if (!p->linked)
      link_pair(c, index);
    IMS_TRY(imsi_vec_push(p->relation ? &c->round : &c->broken, &index));
    p->fresh = p->relation != IMS_CONTRADICTION;
    if (p->fresh && !was_sharp && !(p->relation & IMS_INTERSECTS))
      link_sharp(c, index);
  }
  c->narrower.count = 0;
  return order_broken(c, broken);
}
