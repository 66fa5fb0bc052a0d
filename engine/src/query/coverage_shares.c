/* Which sources cover something, and which have something in common with it. */

#include "base/try.h"
#include "query/coverage_internal.h"

#include <stdlib.h>

/* Tells whether a relation is of the kind that is looked for: containing, or overlapping at least. */
typedef bool (*suits)(ims_relation relation);

/* True if a part of `whole`, which a source has, suits as well: it is the more specific. */
static bool has_finer_source(const imsi_coverage *c, ims_node node, ims_node whole, suits suited)
{
  for (ims_node n = ims_node_child(c->model, whole); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n))
    if (c->source_of[n.index] && imsi_closure_part(c->closure, n) && suited(imsi_closure_relation(c->closure, node, n)))
      return true;
  return false;
}

/* True if an item of `node` suits as well: it tells that itself. */
static bool has_finer_item(const imsi_coverage *c, ims_node node, ims_node source, suits suited)
{
  ims_node n = imsi_coverage_item(c->model, node, (ims_node){ IMS_NO_NODE });
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(c->model, node, n))
    if (suited(imsi_closure_relation(c->closure, n, source)))
      return true;
  return false;
}

/* In one order whatever the closure's is: sources as they were given, then as they stand in their editions. */
static bool comes_before(const imsi_coverage *c, const imsi_share *a, const imsi_share *b)
{
  const uint32_t x = c->source_of[a->source.index], y = c->source_of[b->source.index];
  return x != y ? x < y : a->source.index < b->source.index;
}

/* Puts a share where it belongs among those from `first` on. */
static ims_status insert(const imsi_coverage *c, imsi_vec *shares, size_t first, imsi_share share)
{
  IMS_TRY(imsi_vec_push(shares, &share));
  size_t at = shares->count - 1;
  for (; at > first && comes_before(c, &share, &IMSI_AT(imsi_share, shares, at - 1)); at--)
    IMSI_AT(imsi_share, shares, at) = IMSI_AT(imsi_share, shares, at - 1);
  IMSI_AT(imsi_share, shares, at) = share;
  return IMS_OK;
}

static ims_status add_containing(const imsi_coverage *c, ims_node node, imsi_vec *shares)
{
  if (c->source_of[node.index]) /* a part of a whole that is itself among the sources */
    return imsi_vec_push(shares, &(imsi_share){ node, node, IMS_EQUAL });
  const size_t first = shares->count;
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(c->closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(c->closure, node, i);
    if (c->source_of[n.node.index] && ims_relation_contained(n.relation) &&
        !has_finer_source(c, node, n.node, ims_relation_contained))
      IMS_TRY(insert(c, shares, first, (imsi_share){ node, n.node, n.relation }));
  }
  return IMS_OK;
}

static ims_status add_overlapping(const imsi_coverage *c, ims_node node, imsi_vec *shares)
{
  const size_t first = shares->count;
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(c->closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(c->closure, node, i);
    if (c->source_of[n.node.index] && ims_relation_overlaps(n.relation) &&
        !has_finer_source(c, node, n.node, ims_relation_overlaps) &&
        !has_finer_item(c, node, n.node, ims_relation_overlaps))
      IMS_TRY(insert(c, shares, first, (imsi_share){ node, n.node, n.relation }));
  }
  return IMS_OK;
}

/* The parts of a whole, each with the sources that contain it, or with its own parts. `told` marks the wholes that were
   gone through. What a whole rests on was found before it, so this ends. */
static ims_status add_parts(const imsi_coverage *c, ims_node whole, bool *told, imsi_vec *shares)
{
  if (told[whole.index])
    return IMS_OK;
  told[whole.index] = true;
  for (ims_node n = ims_node_child(c->model, whole); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    if (!imsi_closure_part(c->closure, n))
      continue;
    if (imsi_coverage_in_source(c, n))
      IMS_TRY(add_containing(c, n, shares));
    else
      IMS_TRY(add_parts(c, imsi_coverage_whole(c, n), told, shares));
  }
  return IMS_OK;
}

ims_status imsi_coverage_shares(const imsi_coverage *coverage, ims_node node, imsi_vec *shares)
{
  if (imsi_coverage_in_source(coverage, node))
    return add_containing(coverage, node, shares);
  const ims_node whole = imsi_coverage_whole(coverage, node);
  if (whole.index == IMS_NO_NODE)
    return add_overlapping(coverage, node, shares);
  bool *told = calloc(ims_node_count(coverage->model), sizeof *told);
  if (!told)
    return IMS_NOMEM;
  const ims_status status = add_parts(coverage, whole, told, shares);
  free(told);
  return status;
}

/* Looks for `part` below `node`; leaves in `links` the way to it, and nothing if it is not there. */
static ims_status find_way(const imsi_coverage *c, ims_node node, ims_node part, bool *told, imsi_vec *links,
                           bool *found)
{
  const ims_node whole = imsi_coverage_whole(c, node);
  if (told[whole.index])
    return IMS_OK;
  told[whole.index] = true;
  const size_t before = links->count;
  const ims_relation relation = imsi_closure_relation(c->closure, node, whole);
  IMS_TRY(imsi_vec_push(links, &(imsi_share){ node, whole, relation }));
  ims_node n = ims_node_child(c->model, whole);
  for (; !*found && n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    if (n.index == part.index)
      *found = true;
    else if (imsi_closure_part(c->closure, n) && !imsi_coverage_in_source(c, n))
      IMS_TRY(find_way(c, n, part, told, links, found));
  }
  if (!*found)
    links->count = before;
  return IMS_OK;
}

ims_status imsi_coverage_links(const imsi_coverage *coverage, ims_node node, ims_node part, imsi_vec *links)
{
  bool found = false;
  bool *told = calloc(ims_node_count(coverage->model), sizeof *told);
  if (!told)
    return IMS_NOMEM;
  const ims_status status = find_way(coverage, node, part, told, links, &found);
  free(told);
  return status;
}

/* ---- what is asked ---- */

/* A clause of which it is not written down what it asks. */
static bool is_unlisted(const ims_model *model, ims_node clause)
{
  for (ims_node n = ims_node_child(model, clause); n.index != IMS_NO_NODE; n = ims_node_next(model, n))
    if (ims_node_kind_of(model, n) == IMS_CLAUSE || ims_node_kind_of(model, n) == IMS_PROVISION)
      return false;
  return true;
}

ims_status imsi_coverage_demands(const ims_model *model, const imsi_region *region, bool *seen, imsi_vec *demands)
{
  for (uint32_t i = 0; i < region->edition->count; i++) {
    const ims_node node = { region->edition->first.index + i };
    const ims_node_kind kind = ims_node_kind_of(model, node);
    if (seen[node.index] || !imsi_region_has(model, region, node) || !imsi_coverage_is_demand(model, node))
      continue;
    if (kind == IMS_CLAUSE ? !is_unlisted(model, node) : kind == IMS_ITEM && node.index != region->node.index)
      continue;
    seen[node.index] = true;
    IMS_TRY(imsi_vec_push(demands, &node));
  }
  return IMS_OK;
}
