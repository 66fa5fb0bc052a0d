/* Which nodes a closure is about, in which order, and what belongs to what. */

#include "base/try.h"
#include "model/closure_internal.h"

#include <stdlib.h>
#include <string.h>

static ims_status add_all(imsi_closure *c)
{
  for (size_t i = 0; i < ims_edition_count(c->model); i++) {
    const ims_edition *edition = ims_edition_at(c->model, i);
    for (uint32_t k = 0; k < edition->count; k++) {
      const uint32_t node = edition->first.index + k;
      c->rank[node] = (uint32_t)c->node.count;
      IMS_TRY(imsi_vec_push(&c->node, &node));
    }
  }
  return IMS_OK;
}

/* Only what binds as its surroundings do belongs to them: notes and permissions are no part of a clause's demands, and
   a clause without demands is part of nothing. */
bool imsi_closure_is_part(const ims_model *m, ims_node node)
{
  const ims_node parent = ims_node_parent(m, node);
  return parent.index != IMS_NO_NODE && ims_node_edition(m, node) && !ims_node_empty(m, node) &&
         ims_force_binds(ims_node_force(m, node)) == ims_force_binds(ims_node_force(m, parent));
}

/* A node, and what it is part of. Its rank is found later. */
static ims_status touch(imsi_closure *c, ims_node node)
{
  while (c->rank[node.index] == IMS_NO_NODE) {
    c->rank[node.index] = 0;
    IMS_TRY(imsi_vec_push(&c->node, &node.index));
    if (c->options.no_hierarchy || !imsi_closure_is_part(c->model, node))
      break;
    node = ims_node_parent(c->model, node);
  }
  return IMS_OK;
}

static ims_status add_touched(imsi_closure *c)
{
  for (size_t i = 0; i < imsi_closure_row_count(c); i++) {
    const ims_row row = ims_relation_at(c->model, imsi_closure_row(c, i));
    IMS_TRY(touch(c, row.source));
    IMS_TRY(touch(c, row.target));
  }
  return IMS_OK;
}

typedef struct place {
  uint32_t edition, node;
} place;

static int compare_places(const void *a, const void *b)
{
  const place *x = a, *y = b;
  if (x->edition != y->edition)
    return x->edition < y->edition ? -1 : 1;
  return x->node < y->node ? -1 : x->node > y->node;
}

/* Nodes of an edition stand together in document order, editions come in the order in which files were read. */
static ims_status put_in_order(imsi_closure *c)
{
  place *places = calloc(c->node.count + 1, sizeof *places);
  if (!places)
    return IMS_NOMEM;
  for (uint32_t i = 0; i < c->node.count; i++) {
    const uint32_t node = imsi_closure_node(c, i);
    places[i] = (place){ ims_node_edition(c->model, (ims_node){ node })->index, node };
  }
  qsort(places, c->node.count, sizeof *places, compare_places);
  for (uint32_t i = 0; i < c->node.count; i++) {
    IMSI_AT(uint32_t, &c->node, i) = places[i].node;
    c->rank[places[i].node] = i;
  }
  free(places);
  return IMS_OK;
}

/* A clause whose parts are all known and make it up; each of them is in the scope. */
static bool is_whole(const imsi_closure *c, ims_node clause)
{
  if (!ims_node_get(c->model, clause).whole)
    return false;
  bool parts = false;
  for (ims_node n = ims_node_child(c->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    if (!imsi_closure_is_part(c->model, n))
      continue;
    if (ims_node_kind_of(c->model, n) == IMS_CLAUSE && !is_whole(c, n))
      return false;
    parts = true;
  }
  return parts;
}

/* What is above each node, if it is part of that, and which clauses their parts make up. */
static ims_status find_parts(imsi_closure *c)
{
  const size_t count = c->node.count + 1;
  c->above = malloc(count * sizeof *c->above);
  c->whole = calloc(count, sizeof *c->whole);
  if (!c->above || !c->whole)
    return IMS_NOMEM;
  for (uint32_t i = 0; i < c->node.count; i++) {
    const ims_node node = { imsi_closure_node(c, i) };
    c->above[i] = !c->options.no_hierarchy && imsi_closure_is_part(c->model, node)
                      ? c->rank[ims_node_parent(c->model, node).index]
                      : IMS_NO_NODE;
    c->whole[i] = !c->options.no_hierarchy && ims_node_kind_of(c->model, node) == IMS_CLAUSE && is_whole(c, node);
  }
  return IMS_OK;
}

bool imsi_closure_part(const imsi_closure *closure, ims_node node)
{
  const uint32_t rank = closure->rank[node.index];
  return rank != IMS_NO_NODE && closure->above[rank] != IMS_NO_NODE;
}

bool imsi_closure_whole(const imsi_closure *closure, ims_node clause)
{
  const uint32_t rank = closure->rank[clause.index];
  return rank != IMS_NO_NODE && closure->whole[rank];
}

ims_node imsi_closure_only_part(const imsi_closure *closure, ims_node clause)
{
  const ims_model *m = closure->model;
  ims_node only = { IMS_NO_NODE };
  if (!imsi_closure_whole(closure, clause))
    return only;
  for (ims_node n = ims_node_child(m, clause); n.index != IMS_NO_NODE; n = ims_node_next(m, n)) {
    if (!imsi_closure_is_part(m, n))
      continue;
    if (only.index != IMS_NO_NODE)
      return (ims_node){ IMS_NO_NODE };
    only = n;
  }
  return only;
}

ims_status imsi_closure_scope(imsi_closure *c)
{
  const size_t nodes = ims_node_count(c->model) + 1;
  c->rank = malloc(nodes * sizeof *c->rank);
  if (!c->rank)
    return IMS_NOMEM;
  memset(c->rank, 0xff, nodes * sizeof *c->rank); /* a node that was replaced has none, and nothing is known of it */
  if (c->options.touched || c->options.rows) {
    IMS_TRY(add_touched(c));
    IMS_TRY(put_in_order(c));
  } else {
    IMS_TRY(add_all(c));
  }
  const size_t ranked = c->node.count + 1;
  c->first = malloc(ranked * sizeof *c->first);
  c->sharp = malloc(ranked * sizeof *c->sharp);
  if (!c->first || !c->sharp)
    return IMS_NOMEM;
  memset(c->first, 0xff, ranked * sizeof *c->first);
  memset(c->sharp, 0xff, ranked * sizeof *c->sharp);
  return find_parts(c);
}
