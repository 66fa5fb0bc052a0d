#include "query/correlation.h"

#include "base/try.h"

#include <stdlib.h>

static bool certain(const imsi_closure *closure, ims_node a, ims_node b)
{
  return ims_relation_overlaps(imsi_closure_relation(closure, a, b));
}

/* True if a part of `whole` of the same kind overlaps `other`. */
static bool more_specific(const ims_model *model, const imsi_closure *closure, ims_node whole, ims_node other,
                          ims_node_kind kind)
{
  for (ims_node n = ims_node_child(model, whole); n.index != IMS_NO_NODE; n = ims_node_next(model, n))
    if (ims_node_kind_of(model, n) == kind && certain(closure, n, other))
      return true;
  return false;
}

static int compare_pairs(const void *a, const void *b)
{
  const imsi_pair *x = a, *y = b;
  if (x->source.index != y->source.index)
    return x->source.index < y->source.index ? -1 : 1;
  return x->target.index < y->target.index ? -1 : x->target.index > y->target.index;
}

bool imsi_correlation_stated(const ims_model *model, ims_node source, ims_node target, ims_relation relation)
{
  for (int incoming = 0; incoming < 2; incoming++) {
    size_t count;
    const uint32_t *rows = ims_node_relations(model, source, incoming, &count);
    for (size_t i = 0; i < count; i++) {
      const ims_row row = ims_relation_at(model, rows[i]);
      const ims_node other = incoming ? row.source : row.target;
      const ims_relation said = ims_row_relation(&row);
      if (other.index == target.index && (incoming ? ims_relation_inverse(said) : said) == relation)
        return true;
    }
  }
  return false;
}

ims_status imsi_correlation_of(const ims_model *model, const imsi_closure *closure, ims_node source,
                               const ims_edition *target, ims_node_kind kind, imsi_vec *pairs)
{
  const size_t before = pairs->count;
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(closure, source); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(closure, source, i);
    if (n.node.index - target->first.index >= target->count || ims_node_kind_of(model, n.node) != kind)
      continue;
    if (!ims_relation_overlaps(n.relation) || more_specific(model, closure, source, n.node, kind) ||
        more_specific(model, closure, n.node, source, kind))
      continue;
    const bool stated = imsi_correlation_stated(model, source, n.node, n.relation);
    IMS_TRY(imsi_vec_push(pairs, &(imsi_pair){ source, n.node, n.relation, stated }));
  }
  if (pairs->count > before)
    qsort(&IMSI_AT(imsi_pair, pairs, before), pairs->count - before, sizeof(imsi_pair), compare_pairs);
  return IMS_OK;
}

ims_status imsi_correlation_pairs(const ims_model *model, const imsi_closure *closure, const ims_edition *source,
                                  const ims_edition *target, ims_node_kind kind, imsi_vec *pairs)
{
  for (uint32_t i = 0; i < source->count; i++) {
    const ims_node node = { source->first.index + i };
    if (ims_node_kind_of(model, node) == kind)
      IMS_TRY(imsi_correlation_of(model, closure, node, target, kind, pairs));
  }
  return IMS_OK;
}

/* True for what a clause demands through: its demands, and those of its sub-clauses. */
static bool is_demanding(const ims_model *model, ims_node part)
{
  if (ims_node_kind_of(model, part) == IMS_PROVISION)
    return ims_force_binds(ims_node_force(model, part));
  if (ims_node_kind_of(model, part) != IMS_CLAUSE)
    return false;
  if (!ims_node_get(model, part).whole)
    return true; /* it may have demands that are not listed */
  for (ims_node n = ims_node_child(model, part); n.index != IMS_NO_NODE; n = ims_node_next(model, n))
    if (is_demanding(model, n))
      return true;
  return false;
}

size_t imsi_correlation_verdict(const ims_model *model, ims_node node, const ims_edition *other)
{
  size_t verdict = ims_node_verdict(model, node, other);
  if (verdict != SIZE_MAX || ims_node_kind_of(model, node) != IMS_CLAUSE)
    return verdict;
  for (ims_node n = ims_node_child(model, node); n.index != IMS_NO_NODE; n = ims_node_next(model, n)) {
    if (!is_demanding(model, n))
      continue;
    verdict = imsi_correlation_verdict(model, n, other);
    if (verdict == SIZE_MAX)
      return SIZE_MAX;
  }
  return verdict;
}
