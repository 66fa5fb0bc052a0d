#include "model/closure.h"

#include "base/try.h"
#include "model/closure_internal.h"

#include <stdlib.h>

static imsi_closure_options with_defaults(const imsi_closure_options *given)
{
  imsi_closure_options options = *given;
  options.steps = options.steps ? options.steps : IMSI_CLOSURE_STEPS;
  options.pairs = options.pairs ? options.pairs : IMSI_CLOSURE_PAIRS;
  options.pairs = options.pairs < IMS_NO_NODE ? options.pairs : IMS_NO_NODE - 1;
  return options;
}

static ims_status open_closure(imsi_closure *c)
{
  IMS_TRY(imsi_known_grow(c));
  IMS_TRY(imsi_closure_scope(c));
  return imsi_closure_state(c);
}

ims_status imsi_closure_open(const ims_model *model, const imsi_closure_options *options, imsi_closure **closure)
{
  imsi_closure *c = calloc(1, sizeof *c);
  if (!c)
    return IMS_NOMEM;
  *c = (imsi_closure){ .model = model,
                       .options = with_defaults(options),
                       .table = imsi_relation_table(),
                       .pairs = IMSI_VEC(imsi_known),
                       .lefts = IMSI_VEC(uint32_t),
                       .proofs = IMSI_VEC(imsi_proof),
                       .united = IMSI_VEC(uint32_t),
                       .unions = IMSI_VEC(imsi_unity),
                       .round = IMSI_VEC(uint32_t),
                       .narrower = IMSI_VEC(uint32_t),
                       .broken = IMSI_VEC(uint32_t),
                       .node = IMSI_VEC(uint32_t) };
  const ims_status status = open_closure(c);
  c->options.rows = NULL; /* borrowed until here */
  if (status)
    imsi_closure_free(c);
  else
    *closure = c;
  return status;
}

ims_status imsi_closure_make(const ims_model *model, const imsi_closure_options *options, imsi_closure **closure)
{
  imsi_closure *c = NULL;
  IMS_TRY(imsi_closure_open(model, options, &c));
  const ims_status status = imsi_closure_follow(c);
  if (status)
    imsi_closure_free(c);
  else
    *closure = c;
  return status;
}

ims_status imsi_closure_new(const ims_model *model, imsi_closure **closure)
{
  return imsi_closure_make(model, &(imsi_closure_options){ 0 }, closure);
}

ims_status imsi_closure_new_within(const ims_model *model, uint64_t steps, imsi_closure **closure)
{
  return imsi_closure_make(model, &(imsi_closure_options){ .steps = steps }, closure);
}

void imsi_closure_free(imsi_closure *closure)
{
  if (!closure)
    return;
  imsi_vec *const vectors[] = { &closure->pairs,    &closure->lefts,  &closure->proofs,
                                &closure->united,   &closure->unions, &closure->round,
                                &closure->narrower, &closure->broken, &closure->node };
  for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
    imsi_vec_free(vectors[i]);
  free(closure->slots);
  free(closure->rank);
  free(closure->first);
  free(closure->sharp);
  free(closure->above);
  free(closure->whole);
  free(closure);
}

ims_relation imsi_closure_relation(const imsi_closure *closure, ims_node source, ims_node target)
{
  if (source.index == target.index)
    return IMS_EQUAL;
  const uint32_t from = closure->rank[source.index], to = closure->rank[target.index];
  if (from == IMS_NO_NODE || to == IMS_NO_NODE)
    return IMS_UNKNOWN;
  const uint32_t index = imsi_known_find(closure, from, to);
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
  return (imsi_neighbour){ { imsi_closure_node(closure, is_a ? p->b : p->a) },
                           imsi_known_from(p, from),
                           is_a ? p->next_a : p->next_b };
}

size_t imsi_closure_unions(const imsi_closure *closure)
{
  return closure->unions.count;
}

imsi_union imsi_closure_union(const imsi_closure *closure, size_t index)
{
  const imsi_unity *unity = &IMSI_AT(imsi_unity, &closure->unions, index);
  return (imsi_union){ { imsi_closure_node(closure, unity->clause) }, { imsi_closure_node(closure, unity->other) } };
}

size_t imsi_closure_pairs(const imsi_closure *closure)
{
  return closure->pairs.count;
}

size_t imsi_closure_contradictions(const imsi_closure *closure)
{
  return closure->broken.count;
}

void imsi_closure_contradiction(const imsi_closure *closure, size_t index, ims_node *a, ims_node *b)
{
  const imsi_known *p = imsi_known_at(closure, IMSI_AT(uint32_t, &closure->broken, index));
  a->index = imsi_closure_node(closure, p->a);
  b->index = imsi_closure_node(closure, p->b);
}
