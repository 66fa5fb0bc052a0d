/* What a closure starts from: the hierarchy and the rows, in an order that does not depend on that of the files. */

#include "base/natural.h"
#include "base/try.h"
#include "model/closure_internal.h"

#include <stdlib.h>
#include <string.h>

static ims_status state_hierarchy(imsi_closure *c)
{
  for (uint32_t i = 0; i < c->node.count; i++) {
    if (c->above[i] != IMS_NO_NODE)
      IMS_TRY(imsi_known_narrow(c, i, c->above[i], IMS_CONTAINED,
                                (imsi_proof){ .kind = IMSI_HIERARCHY, .left = imsi_closure_node(c, i) }));
    const ims_node only = imsi_closure_only_part(c, (ims_node){ imsi_closure_node(c, i) });
    if (only.index != IMS_NO_NODE && c->rank[only.index] != IMS_NO_NODE) /* made up of one part: it is that part */
      IMS_TRY(imsi_known_narrow(c, i, c->rank[only.index], IMS_EQUAL,
                                (imsi_proof){ .kind = IMSI_HIERARCHY, .left = only.index }));
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

ims_relation imsi_row_says(const ims_row *row, imsi_reading reading)
{
  if (reading == IMSI_AS_DECLARED || row->relation != IMS_INTERSECTS)
    return ims_row_relation(row);
  return reading == IMSI_LOOSE ? IMS_OVERLAPS : IMS_INTERSECTS;
}

ims_relation imsi_closure_says(const imsi_closure *c, const ims_row *row)
{
  return imsi_row_says(row, c->options.reading);
}

static ims_status state_rows(imsi_closure *c)
{
  const size_t rows = imsi_closure_row_count(c);
  statement *statements = calloc(rows + 1, sizeof *statements);
  if (!statements)
    return IMS_NOMEM;
  size_t count = 0;
  for (size_t i = 0; i < rows; i++) {
    const ims_row row = ims_relation_at(c->model, imsi_closure_row(c, i));
    if (!ims_node_empty(c->model, row.source) && !ims_node_empty(c->model, row.target))
      statements[count++] = statement_of(c, imsi_closure_row(c, i));
  }
  qsort(statements, count, sizeof *statements, compare_statements);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < count; i++) {
    const ims_row row = ims_relation_at(c->model, statements[i].index);
    status = imsi_known_narrow(c, statements[i].source, statements[i].target, imsi_row_says(&row, c->options.reading),
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
  IMS_TRY(state_hierarchy(c));
  IMS_TRY(state_rows(c));
  return imsi_known_settle(c);
}
