/* What a closure starts from: the hierarchy and the rows, in an order that does not depend on that of the files. */

#include "base/natural.h"
#include "base/try.h"
#include "model/closure_internal.h"

#include <stdlib.h>
#include <string.h>

static void find_ranks(imsi_closure *c)
{
  for (size_t i = 0; i < ims_edition_count(c->model); i++) {
    const ims_edition *edition = ims_edition_at(c->model, i);
    for (uint32_t k = 0; k < edition->count; k++) {
      const uint32_t node = edition->first.index + k;
      c->rank[node] = c->ranked;
      c->node[c->ranked++] = node;
    }
  }
}

/* Only what binds as its surroundings do belongs to them: notes and permissions are no part of a clause's demands, and
   a clause without demands is part of nothing. */
static void find_parts(imsi_closure *c)
{
  const ims_model *m = c->model;
  for (uint32_t i = 0; i < ims_node_count(m); i++) {
    const ims_node node = { i }, parent = ims_node_parent(m, node);
    if (parent.index != IMS_NO_NODE && ims_node_edition(m, node) && !ims_node_empty(m, node))
      c->part[i] = ims_force_binds(ims_node_force(m, node)) == ims_force_binds(ims_node_force(m, parent));
  }
}

static bool is_whole(const imsi_closure *c, ims_node clause)
{
  if (!ims_node_get(c->model, clause).whole)
    return false;
  bool parts = false;
  for (ims_node n = ims_node_child(c->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    if (!c->part[n.index])
      continue;
    if (ims_node_kind_of(c->model, n) == IMS_CLAUSE && !is_whole(c, n))
      return false;
    parts = true;
  }
  return parts;
}

/* The part of a whole clause that has no other; IMS_NO_NODE if there are several. */
static uint32_t only_part(const imsi_closure *c, ims_node clause)
{
  uint32_t only = IMS_NO_NODE;
  for (ims_node n = ims_node_child(c->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    if (!c->part[n.index])
      continue;
    if (only != IMS_NO_NODE)
      return IMS_NO_NODE;
    only = n.index;
  }
  return only;
}

static ims_status state_hierarchy(imsi_closure *c)
{
  for (uint32_t i = 0; i < c->ranked; i++) {
    const ims_node node = { c->node[i] };
    if (c->part[node.index])
      IMS_TRY(imsi_known_narrow(c, i, c->rank[ims_node_parent(c->model, node).index], IMS_CONTAINED,
                                (imsi_proof){ .kind = IMSI_HIERARCHY }));
    if (ims_node_kind_of(c->model, node) != IMS_CLAUSE)
      continue;
    c->whole[node.index] = is_whole(c, node);
    const uint32_t only = c->whole[node.index] ? only_part(c, node) : IMS_NO_NODE;
    if (only != IMS_NO_NODE) /* made up of one part: it is that part */
      IMS_TRY(imsi_known_narrow(c, i, c->rank[only], IMS_EQUAL, (imsi_proof){ .kind = IMSI_HIERARCHY }));
  }
  return IMS_OK;
}

/* A row as it is put in order: by what it says, then by where, never by when it was read. */
typedef struct statement {
  uint32_t source, target; /* ranks */
  uint32_t index;
  const ims_mapping *mapping;
  ims_pos pos;
} statement;

static statement statement_of(const imsi_closure *c, uint32_t index)
{
  const ims_row row = ims_relation_at(c->model, index);
  return (statement){ c->rank[row.source.index], c->rank[row.target.index], index, row.mapping, row.pos };
}

static int compare_numbers(uint32_t a, uint32_t b)
{
  return a < b ? -1 : a > b;
}

static int compare_statements(const void *a, const void *b)
{
  const statement *x = a, *y = b;
  int order = compare_numbers(x->source, y->source);
  if (!order)
    order = compare_numbers(x->target, y->target);
  if (!order)
    order = imsi_natural_compare(x->mapping->id, y->mapping->id);
  if (!order)
    order = strcmp(x->pos.file, y->pos.file);
  if (!order)
    order = compare_numbers(x->pos.line, y->pos.line);
  return order ? order : compare_numbers(x->pos.column, y->pos.column);
}

static ims_status state_rows(imsi_closure *c)
{
  const size_t rows = ims_relation_count(c->model);
  statement *statements = calloc(rows + 1, sizeof *statements);
  if (!statements)
    return IMS_NOMEM;
  size_t count = 0;
  for (uint32_t i = 0; i < rows; i++) {
    const ims_row row = ims_relation_at(c->model, i);
    if (!ims_node_empty(c->model, row.source) && !ims_node_empty(c->model, row.target))
      statements[count++] = statement_of(c, i);
  }
  qsort(statements, count, sizeof *statements, compare_statements);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < count; i++) {
    const ims_row row = ims_relation_at(c->model, statements[i].index);
    status = imsi_known_narrow(c, statements[i].source, statements[i].target, ims_row_relation(&row),
                               (imsi_proof){ .kind = IMSI_STATED, .left = statements[i].index });
  }
  free(statements);
  return status;
}

ims_status imsi_closure_order(const imsi_closure *c, uint32_t *rows, size_t count)
{
  statement *statements = calloc(count + 1, sizeof *statements);
  if (!statements)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++)
    statements[i] = statement_of(c, rows[i]);
  qsort(statements, count, sizeof *statements, compare_statements);
  for (size_t i = 0; i < count; i++)
    rows[i] = statements[i].index;
  free(statements);
  return IMS_OK;
}

ims_status imsi_closure_state(imsi_closure *c)
{
  find_ranks(c);
  find_parts(c);
  IMS_TRY(state_hierarchy(c));
  return state_rows(c);
}
