#include "model/closure.h"

#include "model/closure_internal.h"

#include <stdlib.h>
#include <string.h>

ims_status imsi_closure_new(const ims_model *model, imsi_closure **closure)
{
  return imsi_closure_new_within(model, IMSI_CLOSURE_STEPS, closure);
}

ims_status imsi_closure_new_within(const ims_model *model, uint64_t steps, imsi_closure **closure)
{
  imsi_closure *c = calloc(1, sizeof *c);
  if (!c)
    return IMS_NOMEM;
  const size_t nodes = ims_node_count(model);
  *c = (imsi_closure){ .model = model,
                       .table = imsi_relation_table(),
                       .pairs = IMSI_VEC(imsi_known),
                       .proofs = IMSI_VEC(imsi_proof),
                       .united = IMSI_VEC(uint32_t),
                       .queue = IMSI_VEC(uint32_t),
                       .broken = IMSI_VEC(uint32_t),
                       .rank = malloc((nodes + 1) * sizeof *c->rank),
                       .node = malloc((nodes + 1) * sizeof *c->node),
                       .first = malloc((nodes + 1) * sizeof *c->first),
                       .part = calloc(nodes + 1, sizeof *c->part),
                       .whole = calloc(nodes + 1, sizeof *c->whole) };
  ims_status status = c->rank && c->node && c->first && c->part && c->whole ? imsi_known_grow(c) : IMS_NOMEM;
  if (!status) {
    memset(c->first, 0xff, (nodes + 1) * sizeof *c->first);
    memset(c->rank, 0xff,
           (nodes + 1) * sizeof *c->rank); /* a node that was replaced has none, and nothing is known of it */
    status = imsi_closure_state(c);
  }
  if (!status)
    status = imsi_closure_follow(c, steps);
  imsi_vec_free(&c->queue);
  if (status) {
    imsi_closure_free(c);
    return status;
  }
  *closure = c;
  return IMS_OK;
}

void imsi_closure_free(imsi_closure *closure)
{
  if (!closure)
    return;
  imsi_vec_free(&closure->pairs);
  imsi_vec_free(&closure->proofs);
  imsi_vec_free(&closure->united);
  imsi_vec_free(&closure->queue);
  imsi_vec_free(&closure->broken);
  free(closure->slots);
  free(closure->rank);
  free(closure->node);
  free(closure->first);
  free(closure->part);
  free(closure->whole);
  free(closure);
}

ims_relation imsi_closure_relation(const imsi_closure *closure, ims_node source, ims_node target)
{
  if (source.index == target.index)
    return IMS_EQUAL;
  const uint32_t from = closure->rank[source.index],
                 index = imsi_known_find(closure, from, closure->rank[target.index]);
  return index == IMS_NO_NODE ? IMS_UNKNOWN : imsi_known_from(imsi_known_at(closure, index), from);
}

uint32_t imsi_closure_first(const imsi_closure *closure, ims_node node)
{
  const uint32_t rank = closure->rank[node.index];
  return rank == IMS_NO_NODE ? IMS_NO_NODE : closure->first[rank];
}

imsi_neighbour imsi_closure_neighbour(const imsi_closure *closure, ims_node node, uint32_t at)
{
  const imsi_known *p = imsi_known_at(closure, at);
  const uint32_t from = closure->rank[node.index];
  const bool is_a = p->a == from;
  return (
      imsi_neighbour){ { closure->node[is_a ? p->b : p->a] }, imsi_known_from(p, from), is_a ? p->next_a : p->next_b };
}

size_t imsi_closure_contradictions(const imsi_closure *closure)
{
  return closure->broken.count;
}

void imsi_closure_contradiction(const imsi_closure *closure, size_t index, ims_node *a, ims_node *b)
{
  const imsi_known *p = imsi_known_at(closure, IMSI_AT(uint32_t, &closure->broken, index));
  a->index = closure->node[p->a];
  b->index = closure->node[p->b];
}
