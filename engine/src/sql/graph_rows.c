/* What is stated of two nodes: relations, and verdicts that there is no counterpart. */

#include "sql/graph.h"

typedef enum aspect {
  SOURCE_EDITION,
  SOURCE,
  TARGET_EDITION,
  TARGET,
  RELATION,
  MASK,
  RATIONALE,
  STRENGTH,
  CONFIDENCE,
  STATUS,
  BASIS,
  METHOD,
  RECORD,
  NOTE,
  FILE_NAME,
  LINE,
  COMMON,
  SOURCE_ONLY,
  TARGET_ONLY,
  MOVE,
  REVIEW,
  MAPPING
} aspect;

/* ---- the walk ---- */

/* Goes on to the rows of the next node that has some. */
static void next_node(imsi_graph_cursor *cursor)
{
  const ims_model *model = cursor->sql->model;
  while (cursor->index == cursor->count) {
    if (!imsi_node_range_next(model, &cursor->nodes, &cursor->node)) {
      cursor->end = true;
      return;
    }
    cursor->list = ims_node_relations(model, cursor->node, cursor->incoming, &cursor->count);
    cursor->index = 0;
  }
}

static ims_status relation_start(imsi_graph_cursor *cursor, const imsi_graph_keys *keys)
{
  const ims_model *model = cursor->sql->model;
  cursor->index = 0;
  cursor->list = NULL;
  cursor->incoming = !keys->text[IMSI_KEY_NODE];
  if (keys->text[IMSI_KEY_NODE])
    cursor->nodes = imsi_node_range_of(model, keys->text[IMSI_KEY_EDITION], keys->text[IMSI_KEY_NODE]);
  else if (keys->text[IMSI_KEY_TARGET])
    cursor->nodes = imsi_node_range_of(model, keys->text[IMSI_KEY_TARGET_EDITION], keys->text[IMSI_KEY_TARGET]);
  else {
    /* an edition alone would leave too many for a walk over its nodes to be worth it */
    cursor->nodes = (imsi_node_range){ NULL, 0, 0, 0, 0 };
    cursor->count = ims_relation_count(model);
    cursor->end = !cursor->count;
    return IMS_OK;
  }
  cursor->count = 0;
  next_node(cursor);
  return IMS_OK;
}

static ims_status relation_next(imsi_graph_cursor *cursor)
{
  if (++cursor->index == cursor->count)
    next_node(cursor);
  return IMS_OK;
}

static ims_status verdict_start(imsi_graph_cursor *cursor, const imsi_graph_keys *keys)
{
  (void)keys;
  cursor->index = 0;
  cursor->count = ims_verdict_count(cursor->sql->model);
  cursor->end = !cursor->count;
  return IMS_OK;
}

static ims_status verdict_next(imsi_graph_cursor *cursor)
{
  cursor->end = ++cursor->index == cursor->count;
  return IMS_OK;
}

/* ---- cells ---- */

static const char *name_of(const ims_model *model, ims_node node)
{
  return node.index == IMS_NO_NODE ? "" : ims_node_name(model, node);
}

static const char *words_of(const ims_model *model, const ims_row *row, aspect which)
{
  switch (which) {
  case SOURCE_EDITION:
    return row->mapping->source->id;
  case SOURCE:
    return name_of(model, row->source);
  case TARGET_EDITION:
    return row->mapping->target->id;
  case TARGET:
    return name_of(model, row->target);
  case RELATION:
    return ims_relation_symbol(row->relation);
  case RATIONALE:
    return ims_rationale_name(row->rationale);
  case STATUS:
    return ims_standing_name(row->standing);
  case BASIS:
    return row->basis;
  case METHOD:
    return ims_method_name(row->method);
  case RECORD:
    return ims_record_name(row->record);
  case NOTE:
    return row->note;
  case COMMON:
    return row->common;
  case SOURCE_ONLY:
    return row->source_only;
  case TARGET_ONLY:
    return row->target_only;
  case MOVE:
    return row->move ? ims_move_name(row->move) : "";
  case REVIEW:
    return row->review;
  case MAPPING:
    return row->mapping->id;
  default:
    return row->pos.file;
  }
}

static void tell(const imsi_graph_cursor *cursor, const ims_row *row, int column, sqlite3_context *out)
{
  const aspect which = (aspect)cursor->table->columns[column].what;
  switch (which) {
  case MASK:
    imsi_graph_number(out, ims_row_relation(row));
    return;
  case STRENGTH:
    imsi_graph_number(out, row->strength);
    return;
  case CONFIDENCE:
    imsi_graph_share(out, row->confidence);
    return;
  case LINE:
    imsi_graph_number(out, (int)row->pos.line);
    return;
  default:
    imsi_graph_text(out, words_of(cursor->sql->model, row, which));
  }
}

static void relation_cell(const imsi_graph_cursor *cursor, int column, sqlite3_context *out)
{
  const size_t index = cursor->list ? cursor->list[cursor->index] : cursor->index;
  const ims_row row = ims_relation_at(cursor->sql->model, index);
  tell(cursor, &row, column, out);
}

static void verdict_cell(const imsi_graph_cursor *cursor, int column, sqlite3_context *out)
{
  const ims_row row = ims_verdict_at(cursor->sql->model, cursor->index);
  tell(cursor, &row, column, out);
}

/* ---- the tables ---- */

#define ENDS                                                                                                           \
  { "source_edition", "TEXT", "the id of the edition that is related", SOURCE_EDITION },                               \
      { "source", "TEXT", "the number or id of the thing in it", SOURCE },                                             \
      { "target_edition", "TEXT", "the id of the edition that it is related to", TARGET_EDITION },                     \
  {                                                                                                                    \
    "target", "TEXT", "the number or id of the thing in that", TARGET                                                  \
  }
#define CONFIDENCE_OF                                                                                                  \
  {                                                                                                                    \
    "confidence", "REAL", "how sure, 0 to 1", CONFIDENCE                                                               \
  }
#define STATUS_OF                                                                                                      \
  {                                                                                                                    \
    "status", "TEXT", "who has read it: proposed, reviewed or verified", STATUS                                        \
  }
#define BASIS_OF                                                                                                       \
  {                                                                                                                    \
    "basis", "TEXT", "where it comes from", BASIS                                                                      \
  }
#define PLACE                                                                                                          \
  { "file", "TEXT", "where it is stated", FILE_NAME },                                                                 \
  {                                                                                                                    \
    "line", "INTEGER", "and in which line", LINE                                                                       \
  }
#define REST                                                                                                           \
  { "move", "TEXT", "what became of the source in a newer edition", MOVE },                                            \
      { "review", "TEXT", "who accepted or disputed it, and when", REVIEW },                                           \
  {                                                                                                                    \
    "mapping", "TEXT", "the id of the mapping-set", MAPPING                                                            \
  }

static const imsi_graph_column relation_columns[] = {
  ENDS,
  { "relation", "TEXT", "=, <, >, x or 0, source to target, as the row says it", RELATION },
  { "rationale", "TEXT", "syntactic, semantic or functional", RATIONALE },
  { "strength", "INTEGER", "how similar, 0 to 10", STRENGTH },
  CONFIDENCE_OF,
  STATUS_OF,
  BASIS_OF,
  { "reuse_method", "TEXT", "as-is, extend or separate: how one method can serve both", METHOD },
  { "reuse_record", "TEXT", "shared or own: whether one record can", RECORD },
  { "note", "TEXT", "what else was said", NOTE },
  PLACE,
  { "mask", "INTEGER", "what the row leaves possible: = 1, < 2, > 4, x 8, 0 16, added up", MASK },
  { "common", "TEXT", "what both ask", COMMON },
  { "source_only", "TEXT", "what only the source asks", SOURCE_ONLY },
  { "target_only", "TEXT", "what only the target asks", TARGET_ONLY },
  REST,
};

/* A verdict is a statement about a search: it has one end, and no relation. */
static const imsi_graph_column verdict_columns[] = {
  ENDS, CONFIDENCE_OF, STATUS_OF, BASIS_OF, { "note", "TEXT", "what else was said", NOTE }, PLACE, REST,
};

static double relation_size(const ims_model *model)
{
  return (double)ims_relation_count(model);
}

static double verdict_size(const ims_model *model)
{
  return (double)ims_verdict_count(model);
}

const imsi_graph_table imsi_graph_relation = {
  .name = "relation",
  .summary = "what the rows of the mappings state",
  .columns = relation_columns,
  .column_count = sizeof relation_columns / sizeof *relation_columns,
  .keys = { 0, 1, 2, 3 },
  .size = relation_size,
  .start = relation_start,
  .next = relation_next,
  .cell = relation_cell,
};

const imsi_graph_table imsi_graph_verdict = {
  .name = "verdict",
  .summary = "where somebody looked for a counterpart and found none; the other end is NULL",
  .columns = verdict_columns,
  .column_count = sizeof verdict_columns / sizeof *verdict_columns,
  .keys = { -1, -1, -1, -1 },
  .size = verdict_size,
  .start = verdict_start,
  .next = verdict_next,
  .cell = verdict_cell,
};
