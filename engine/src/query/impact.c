#include "query/impact.h"

#include "base/try.h"

#include <stdlib.h>

static bool is_within(ims_relation relation, ims_relation wider)
{
  return relation && !(relation & (ims_relation)~wider);
}

static bool is_contained(const imsi_closure *closure, ims_node part, ims_node whole)
{
  return is_within(imsi_closure_relation(closure, part, whole), IMS_CONTAINED);
}

static bool overlaps(const imsi_closure *closure, ims_node a, ims_node b)
{
  return ims_relation_overlaps(imsi_closure_relation(closure, a, b));
}

/* Items are what can fail inside a provision; what is touched is the provision. */
static bool can_be_touched(const ims_model *model, ims_node node)
{
  const ims_node_kind kind = ims_node_kind_of(model, node);
  return (kind == IMS_CLAUSE || kind == IMS_PROVISION) && ims_force_binds(ims_node_force(model, node));
}

/* True if something inside `whole` that belongs to it contains the node, or, without `certain`, overlaps it. */
static bool has_closer(const ims_model *model, const imsi_closure *closure, ims_node node, ims_node whole, bool certain)
{
  for (ims_node n = ims_node_child(model, whole); n.index != IMS_NO_NODE; n = ims_node_next(model, n)) {
    if (!imsi_closure_part(closure, n) || !can_be_touched(model, n))
      continue;
    if (certain ? is_contained(closure, node, n) : overlaps(closure, node, n))
      return true;
    if (has_closer(model, closure, node, n, certain))
      return true;
  }
  return false;
}

static ims_status add_elsewhere(const ims_model *model, const imsi_closure *closure, ims_node node,
                                const ims_edition *edition, imsi_vec *touched)
{
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(closure, node, i);
    if (ims_node_edition(model, n.node) != edition || !ims_relation_overlaps(n.relation) ||
        !can_be_touched(model, n.node))
      continue;
    const bool certain = is_within(n.relation, IMS_CONTAINED);
    if (has_closer(model, closure, node, n.node, certain))
      continue;
    IMS_TRY(imsi_vec_push(touched, &(imsi_touched){ n.node, n.relation, certain }));
  }
  return IMS_OK;
}

static ims_status add_own(const ims_model *model, const imsi_closure *closure, ims_node node, imsi_vec *touched)
{
  for (ims_node part = node; imsi_closure_part(closure, part); part = ims_node_parent(model, part)) {
    const ims_node whole = ims_node_parent(model, part);
    const ims_relation relation = imsi_closure_relation(closure, node, whole);
    IMS_TRY(imsi_vec_push(touched, &(imsi_touched){ whole, relation, true }));
  }
  return IMS_OK;
}

static int compare_touched(const void *x, const void *y)
{
  const imsi_touched *a = x, *b = y;
  if (a->certain != b->certain)
    return a->certain ? -1 : 1;
  return a->node.index < b->node.index ? -1 : a->node.index > b->node.index;
}

ims_status imsi_impact_of(const ims_model *model, const imsi_closure *closure, ims_node node,
                          const ims_edition *edition, imsi_vec *touched)
{
  touched->count = 0;
  if (ims_node_edition(model, node) == edition)
    return add_own(model, closure, node, touched);
  IMS_TRY(add_elsewhere(model, closure, node, edition, touched));
  if (touched->count)
    qsort(touched->data, touched->count, sizeof(imsi_touched), compare_touched);
  return IMS_OK;
}

ims_status imsi_impact_if(const ims_model *model, const imsi_closure *closure, ims_node node, ims_node touched,
                          imsi_vec *parts)
{
  for (ims_node n = ims_node_child(model, node); n.index != IMS_NO_NODE; n = ims_node_next(model, n)) {
    if (!imsi_closure_part(closure, n))
      continue;
    if (is_contained(closure, n, touched))
      IMS_TRY(imsi_vec_push(parts, &n));
    else
      IMS_TRY(imsi_impact_if(model, closure, n, touched, parts));
  }
  return IMS_OK;
}
