#include "query/coverage.h"

#include "query/correlation.h"
#include "query/coverage_internal.h"

#include <stdlib.h>

/* ---- regions ---- */

bool imsi_region_has(const ims_model *model, const imsi_region *region, ims_node node)
{
  if (region->node.index != IMS_NO_NODE)
    return ims_node_is_in(model, node, region->node);
  return node.index - region->edition->first.index < region->edition->count;
}

/* Something that can cover and be covered. */
bool imsi_coverage_is_demand(const ims_model *model, ims_node node)
{
  return ims_node_kind_of(model, node) != IMS_TERM && ims_force_binds(ims_node_force(model, node)) &&
         !ims_node_empty(model, node);
}

bool imsi_region_binds(const ims_model *model, const imsi_region *region)
{
  for (uint32_t i = 0; i < region->edition->count; i++) {
    const ims_node node = { region->edition->first.index + i };
    if (imsi_region_has(model, region, node) && imsi_coverage_is_demand(model, node))
      return true;
  }
  return false;
}

const char *imsi_region_nothing(const ims_model *model, const imsi_region *region)
{
  bool clauses = false, guidance = false;
  if (region->node.index != IMS_NO_NODE && ims_node_kind_of(model, region->node) == IMS_TERM)
    return "it is a word, not a demand";
  for (uint32_t i = 0; i < region->edition->count; i++) {
    const ims_node node = { region->edition->first.index + i };
    if (!imsi_region_has(model, region, node) || ims_node_kind_of(model, node) == IMS_TERM)
      continue;
    clauses = true;
    guidance = guidance || !ims_force_binds(ims_node_force(model, node));
  }
  if (!clauses)
    return "no clause of it is held";
  return guidance ? "it is guidance or permission, which explains and never binds" : "it demands nothing";
}

/* ---- wholes ---- */

/* True if a source contains `node`. */
bool imsi_coverage_in_source(const imsi_coverage *c, ims_node node)
{
  if (c->source_of[node.index])
    return true;
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(c->closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(c->closure, node, i);
    if (c->source_of[n.node.index] && ims_relation_contained(n.relation))
      return true;
  }
  return false;
}

/* The whole that contains `node` and was found first to be covered; IMS_NO_NODE if there is none. What that rests on
   was found before it, so no whole rests on itself. */
ims_node imsi_coverage_whole(const imsi_coverage *c, ims_node node)
{
  ims_node found = { c->united[node.index] ? node.index : IMS_NO_NODE };
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(c->closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(c->closure, node, i);
    const uint32_t order = c->united[n.node.index];
    if (order && ims_relation_contained(n.relation) && (found.index == IMS_NO_NODE || order < c->united[found.index]))
      found = n.node;
  }
  return found;
}

static bool has_all_parts(const imsi_coverage *c, ims_node clause)
{
  for (ims_node n = ims_node_child(c->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n))
    if (imsi_closure_part(c->closure, n) && !imsi_coverage_in_source(c, n) &&
        imsi_coverage_whole(c, n).index == IMS_NO_NODE)
      return false;
  return true;
}

/* Finds the wholes that are covered part by part, until there are no more. */
static void unite(imsi_coverage *c)
{
  uint32_t order = 0;
  for (uint32_t before = UINT32_MAX; before != order;) {
    before = order;
    for (size_t e = 0; e < ims_edition_count(c->model); e++) {
      const ims_edition *edition = ims_edition_at(c->model, e);
      for (uint32_t i = 0; i < edition->count; i++) {
        const ims_node node = { edition->first.index + i };
        if (ims_node_kind_of(c->model, node) == IMS_CLAUSE && !c->united[node.index] &&
            imsi_closure_whole(c->closure, node) && has_all_parts(c, node))
          c->united[node.index] = ++order;
      }
    }
  }
}

static void take_sources(imsi_coverage *c)
{
  for (uint32_t s = 0; s < c->source_count; s++)
    for (uint32_t i = 0; i < c->sources[s].edition->count; i++) {
      const ims_node node = { c->sources[s].edition->first.index + i };
      if (!c->source_of[node.index] && imsi_coverage_is_demand(c->model, node) &&
          imsi_region_has(c->model, &c->sources[s], node))
        c->source_of[node.index] = s + 1;
    }
}

/* Takes away what is in a region, and the wholes around it: they are not there in full. */
static void leave_out(imsi_coverage *c, const imsi_region *region)
{
  for (uint32_t i = 0; i < region->edition->count; i++) {
    ims_node node = { region->edition->first.index + i };
    if (!imsi_region_has(c->model, region, node))
      continue;
    const bool asks = imsi_coverage_is_demand(c->model, node);
    for (c->source_of[node.index] = 0; asks && node.index != IMS_NO_NODE; node = ims_node_parent(c->model, node))
      c->source_of[node.index] = 0;
  }
}

ims_status imsi_coverage_new(const ims_model *model, const imsi_closure *closure, const imsi_region *sources,
                             size_t count, const imsi_region *left_out, size_t left_out_count, imsi_coverage **coverage)
{
  imsi_coverage *c = calloc(1, sizeof *c);
  if (!c)
    return IMS_NOMEM;
  const size_t nodes = ims_node_count(model);
  *c = (imsi_coverage){ .model = model,
                        .closure = closure,
                        .sources = sources,
                        .source_count = count,
                        .source_of = calloc(nodes + 1, sizeof *c->source_of),
                        .united = calloc(nodes + 1, sizeof *c->united) };
  if (!c->source_of || !c->united) {
    imsi_coverage_free(c);
    return IMS_NOMEM;
  }
  take_sources(c);
  for (size_t i = 0; i < left_out_count; i++)
    leave_out(c, &left_out[i]);
  unite(c);
  *coverage = c;
  return IMS_OK;
}

void imsi_coverage_free(imsi_coverage *coverage)
{
  if (!coverage)
    return;
  free(coverage->source_of);
  free(coverage->united);
  free(coverage);
}

/* ---- states ---- */

ims_node imsi_coverage_item(const ims_model *model, ims_node whole, ims_node item)
{
  ims_node n = item.index == IMS_NO_NODE ? ims_node_child(model, whole) : ims_node_next(model, item);
  while (n.index != IMS_NO_NODE && (ims_node_kind_of(model, n) != IMS_ITEM || !imsi_coverage_is_demand(model, n)))
    n = ims_node_next(model, n);
  return n;
}

static bool has_all_items(const imsi_coverage *c, ims_node node)
{
  if (ims_node_kind_of(c->model, node) == IMS_CLAUSE)
    return false;
  ims_node n = imsi_coverage_item(c->model, node, (ims_node){ IMS_NO_NODE });
  const bool any = n.index != IMS_NO_NODE;
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(c->model, node, n))
    if (imsi_coverage_of(c, n) > IMSI_COVERED_ITEMS)
      return false;
  return any;
}

static bool overlaps_source(const imsi_coverage *c, ims_node node)
{
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(c->closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(c->closure, node, i);
    if (c->source_of[n.node.index] && ims_relation_overlaps(n.relation))
      return true;
  }
  return false;
}

const imsi_region *imsi_coverage_sources(const imsi_coverage *coverage, size_t *count)
{
  *count = coverage->source_count;
  return coverage->sources;
}

bool imsi_coverage_is_source(const imsi_coverage *coverage, ims_node node)
{
  return coverage->source_of[node.index] != 0;
}

bool imsi_coverage_examined(const imsi_coverage *coverage, ims_node node, size_t index, size_t *verdict)
{
  const imsi_region *source = &coverage->sources[index];
  *verdict = imsi_correlation_verdict(coverage->model, node, source->edition);
  if (*verdict != SIZE_MAX)
    return true;
  return source->node.index != IMS_NO_NODE &&
         imsi_closure_relation(coverage->closure, node, source->node) == IMS_DISJOINT;
}

imsi_covered imsi_coverage_of(const imsi_coverage *coverage, ims_node node)
{
  if (imsi_coverage_in_source(coverage, node))
    return IMSI_COVERED_BY_ONE;
  if (imsi_coverage_whole(coverage, node).index != IMS_NO_NODE)
    return IMSI_COVERED_JOINTLY;
  if (has_all_items(coverage, node))
    return IMSI_COVERED_ITEMS;
  if (overlaps_source(coverage, node))
    return IMSI_COVERED_OVERLAP;
  size_t verdict;
  for (size_t i = 0; i < coverage->source_count; i++)
    if (!imsi_coverage_examined(coverage, node, i, &verdict))
      return IMSI_COVERED_UNKNOWN;
  return IMSI_COVERED_NONE;
}
