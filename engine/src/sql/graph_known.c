/* What follows: each pair of nodes of which something is known, from both of its ends. */

#include "base/try.h"
#include "query/certainty.h"
#include "sql/graph.h"

#include <stdlib.h>

enum { SOURCE_EDITION, SOURCE, TARGET_EDITION, TARGET, MASK, RELATION, CERTAINTY };

static const imsi_graph_column columns[] = {
  [SOURCE_EDITION] = { "source_edition", "TEXT", "the id of the edition of one end", 0 },
  [SOURCE] = { "source", "TEXT", "the number or id of the thing in it", 0 },
  [TARGET_EDITION] = { "target_edition", "TEXT", "the id of the edition of the other end", 0 },
  [TARGET] = { "target", "TEXT", "the number or id of the thing in that", 0 },
  [MASK] = { "mask", "INTEGER", "what is still possible: = 1, < 2, > 4, x 8, 0 16, added up", 0 },
  [RELATION] = { "relation", "TEXT", "=, <, >, x, 0, <=, >=, ~ or ?, source to target", 0 },
  [CERTAINTY] = { "certainty", "TEXT", "stated, entailed, overlap certain, possible or refuted", 0 },
};

/* The closure lists the neighbours of a node in no order of use. */
static int compare(const void *a, const void *b)
{
  const imsi_neighbour *x = a, *y = b;
  return x->node.index < y->node.index ? -1 : x->node.index > y->node.index;
}

static ims_status collect(imsi_graph_cursor *cursor, const imsi_closure *closure, ims_node node)
{
  imsi_neighbour n;
  cursor->index = 0;
  cursor->neighbours.count = 0;
  for (uint32_t i = imsi_closure_first(closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(closure, node, i);
    if (n.relation != IMS_CONTRADICTION && n.relation != IMS_UNKNOWN)
      IMS_TRY(imsi_vec_push(&cursor->neighbours, &n));
  }
  if (cursor->neighbours.count)
    qsort(cursor->neighbours.data, cursor->neighbours.count, cursor->neighbours.size, compare);
  return IMS_OK;
}

static ims_status next(imsi_graph_cursor *cursor)
{
  const imsi_closure *closure = imsi_sql_closure(cursor->sql);
  if (!closure)
    return cursor->sql->status;
  while (cursor->index == cursor->neighbours.count) {
    ims_node node;
    if (!imsi_node_range_next(cursor->sql->model, &cursor->nodes, &node)) {
      cursor->end = true;
      return IMS_OK;
    }
    IMS_TRY(collect(cursor, closure, node));
    *(cursor->incoming ? &cursor->target : &cursor->node) = node;
  }
  const imsi_neighbour *n = &IMSI_AT(imsi_neighbour, &cursor->neighbours, cursor->index++);
  *(cursor->incoming ? &cursor->node : &cursor->target) = n->node;
  cursor->relation = cursor->incoming ? ims_relation_inverse(n->relation) : n->relation;
  return IMS_OK;
}

/* The walk begins at the end of which more is given. */
static bool begins_at_target(const imsi_graph_keys *keys)
{
  if (keys->text[IMSI_KEY_NODE])
    return false;
  return keys->text[IMSI_KEY_TARGET] || (keys->text[IMSI_KEY_TARGET_EDITION] && !keys->text[IMSI_KEY_EDITION]);
}

static ims_status start(imsi_graph_cursor *cursor, const imsi_graph_keys *keys)
{
  cursor->incoming = begins_at_target(keys);
  cursor->nodes =
      cursor->incoming
          ? imsi_node_range_of(cursor->sql->model, keys->text[IMSI_KEY_TARGET_EDITION], keys->text[IMSI_KEY_TARGET])
          : imsi_node_range_of(cursor->sql->model, keys->text[IMSI_KEY_EDITION], keys->text[IMSI_KEY_NODE]);
  cursor->index = cursor->neighbours.count = 0;
  return next(cursor);
}

static void cell(const imsi_graph_cursor *cursor, int column, sqlite3_context *out)
{
  const ims_model *model = cursor->sql->model;
  switch (column) {
  case SOURCE_EDITION:
    imsi_graph_text(out, ims_node_edition(model, cursor->node)->id);
    return;
  case SOURCE:
    imsi_graph_text(out, ims_node_name(model, cursor->node));
    return;
  case TARGET_EDITION:
    imsi_graph_text(out, ims_node_edition(model, cursor->target)->id);
    return;
  case TARGET:
    imsi_graph_text(out, ims_node_name(model, cursor->target));
    return;
  case MASK:
    imsi_graph_number(out, cursor->relation);
    return;
  case RELATION:
    imsi_graph_text(out, ims_relation_symbol(cursor->relation));
    return;
  default:
    imsi_graph_text(out, imsi_certainty_name(imsi_certainty_of(model, cursor->node, cursor->target, cursor->relation)));
  }
}

/* A guess, before anything is known: a few dozen pairs for each row. */
static double size(const ims_model *model)
{
  return 50.0 * (double)ims_relation_count(model) + (double)ims_node_count(model);
}

const imsi_graph_table imsi_graph_known = {
  .name = "known",
  .summary = "what follows from the rows and the hierarchy: a pair of which nothing is known is not there",
  .columns = columns,
  .column_count = sizeof columns / sizeof *columns,
  .keys = { SOURCE_EDITION, SOURCE, TARGET_EDITION, TARGET },
  .size = size,
  .start = start,
  .next = next,
  .cell = cell,
};
