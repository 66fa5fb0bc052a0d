/* Clauses, provisions, items and terms: nodes of one kind, of which several tables say the same. */

#include "sql/graph.h"

typedef enum aspect {
  EDITION,
  NAME,
  CLAUSE,    /* that it is in */
  PARENT,    /* of the same kind, or the provision of an item */
  PROVISION, /* that an item is in */
  TEXT,
  LABEL,
  NUMBER,
  FORCE,
  STATUS,
  POSITION,
  WHOLE,
  DEMANDS,
  UNCONFIRMED,
  CONDITION,
  APPLIES,
  PHASE,
  METHOD,
  RECORD,
  CONFIDENCE,
  BASIS,
  FILE_NAME,
  LINE
} aspect;

static double size(const ims_model *model)
{
  return (double)ims_node_count(model);
}

static ims_status next(imsi_graph_cursor *cursor)
{
  do
    cursor->end = !imsi_node_range_next(cursor->sql->model, &cursor->nodes, &cursor->node);
  while (!cursor->end && ims_node_kind_of(cursor->sql->model, cursor->node) != cursor->table->kind);
  return IMS_OK;
}

static ims_status start(imsi_graph_cursor *cursor, const imsi_graph_keys *keys)
{
  cursor->nodes = imsi_node_range_of(cursor->sql->model, keys->text[IMSI_KEY_EDITION], keys->text[IMSI_KEY_NODE]);
  return next(cursor);
}

static const char *name_of(const ims_model *model, ims_node node)
{
  return node.index == IMS_NO_NODE ? "" : ims_node_name(model, node);
}

static ims_node provision_of(const ims_model *model, ims_node node)
{
  while (node.index != IMS_NO_NODE && ims_node_kind_of(model, node) != IMS_PROVISION)
    node = ims_node_parent(model, node);
  return node;
}

static const char *words_of(const ims_model *model, ims_node node, const ims_node_info *info, aspect which)
{
  switch (which) {
  case EDITION:
    return info->edition->id;
  case NAME:
    return info->name;
  case CLAUSE:
    return ims_node_name(model, ims_node_clause(model, node));
  case PARENT:
    return name_of(model, ims_node_parent(model, node));
  case PROVISION:
    return name_of(model, provision_of(model, node));
  case TEXT:
    return info->text;
  case LABEL:
    return info->label;
  case NUMBER:
    return info->number;
  case FORCE:
    return ims_force_name(info->force);
  case STATUS:
    return ims_standing_name(info->standing);
  case UNCONFIRMED:
    return ims_unconfirmed_name(info->unconfirmed);
  case CONDITION:
    return info->condition;
  case APPLIES:
    return ims_applies_name(info->applies);
  case PHASE:
    return ims_phase_name(info->phase);
  case METHOD:
    return ims_method_name(info->method);
  case RECORD:
    return ims_record_name(info->record);
  case BASIS:
    return info->basis;
  default:
    return info->pos.file;
  }
}

static void cell(const imsi_graph_cursor *cursor, int column, sqlite3_context *out)
{
  const aspect which = (aspect)cursor->table->columns[column].what;
  const ims_model *model = cursor->sql->model;
  const ims_node_info info = ims_node_get(model, cursor->node);
  switch (which) {
  case POSITION:
    imsi_graph_number(out, (int)(cursor->node.index - info.edition->first.index));
    return;
  case WHOLE:
    imsi_graph_number(out, info.whole);
    return;
  case DEMANDS:
    imsi_graph_number(out, ims_node_demands(model, cursor->node));
    return;
  case CONFIDENCE:
    imsi_graph_share(out, info.confidence);
    return;
  case LINE:
    imsi_graph_number(out, (int)info.pos.line);
    return;
  default:
    imsi_graph_text(out, words_of(model, cursor->node, &info, which));
  }
}

/* What several tables say in the same words. */
#define IN_EDITION                                                                                                     \
  {                                                                                                                    \
    "edition", "TEXT", "the id of its edition", EDITION                                                                \
  }
#define IN_CLAUSE                                                                                                      \
  {                                                                                                                    \
    "clause", "TEXT", "the number of the clause that it is in", CLAUSE                                                 \
  }
#define HAS_TEXT                                                                                                       \
  {                                                                                                                    \
    "text", "TEXT", "in our words", TEXT                                                                               \
  }
#define HAS_FORCE                                                                                                      \
  {                                                                                                                    \
    "force", "TEXT", "requirement, control, own, guidance, permission, body or common", FORCE                          \
  }
#define HAS_POSITION                                                                                                   \
  {                                                                                                                    \
    "position", "INTEGER", "its place in the document, from 0", POSITION                                               \
  }
#define HAS_ORIGIN                                                                                                     \
  { "status", "TEXT", "who has read it: proposed, reviewed or verified", STATUS },                                     \
      { "confidence", "REAL", "0 to 1", CONFIDENCE }, { "basis", "TEXT", "where it comes from", BASIS },               \
      { "file", "TEXT", "where it is stated", FILE_NAME },                                                             \
  {                                                                                                                    \
    "line", "INTEGER", "and in which line", LINE                                                                       \
  }
#define HAS_USE                                                                                                        \
  { "condition", "TEXT", "it is demanded only then", CONDITION },                                                      \
      { "applies", "TEXT", "every-process, owner or system", APPLIES },                                                \
      { "phase", "TEXT", "plan, do, check or act", PHASE },                                                            \
      { "reuse_method", "TEXT", "as-is, extend or separate: how one method can serve several systems", METHOD },       \
  {                                                                                                                    \
    "reuse_record", "TEXT", "shared or own: whether one record can", RECORD                                            \
  }

static const imsi_graph_column clause_columns[] = {
  IN_EDITION,
  { "number", "TEXT", "such as 8.3.4", NAME },
  { "title", "TEXT", "as the publisher lists it", TEXT },
  HAS_FORCE,
  { "parent", "TEXT", "the number of the clause that it is in", PARENT },
  HAS_POSITION,
  { "whole", "INTEGER", "1 if all its demands are listed", WHOLE },
  { "demands", "INTEGER", "1 if it has demands of its own", DEMANDS },
  { "unconfirmed", "TEXT", "number or title: not seen in a source", UNCONFIRMED },
  HAS_ORIGIN,
};

static const imsi_graph_column provision_columns[] = {
  IN_EDITION, IN_CLAUSE,  { "id", "TEXT", "such as 9.3.2#4: what relations name it by", NAME },
  HAS_TEXT,   HAS_FORCE,  HAS_POSITION,
  HAS_USE,    HAS_ORIGIN,
};

static const imsi_graph_column item_columns[] = {
  IN_EDITION,
  IN_CLAUSE,
  { "id", "TEXT", "such as 9.3.2#d: what relations name it by", NAME },
  { "provision", "TEXT", "the id of the provision that it is in", PROVISION },
  { "parent", "TEXT", "the id of the provision or item that it is in", PARENT },
  HAS_TEXT,
  HAS_FORCE,
  HAS_POSITION,
  HAS_USE,
  HAS_ORIGIN,
};

static const imsi_graph_column term_columns[] = {
  IN_EDITION,
  { "id", "TEXT", "such as term:incident: what relations name it by", NAME },
  { "label", "TEXT", "the word", LABEL },
  { "number", "TEXT", "its number in the edition, if that defines it", NUMBER },
  HAS_TEXT,
  HAS_POSITION,
  HAS_ORIGIN,
};

const imsi_graph_table imsi_graph_clause = {
  .name = "clause",
  .summary = "clauses, in the order of the documents",
  .columns = clause_columns,
  .column_count = sizeof clause_columns / sizeof *clause_columns,
  .kind = IMS_CLAUSE,
  .keys = { 0, 1, -1, -1 },
  .size = size,
  .start = start,
  .next = next,
  .cell = cell,
};

const imsi_graph_table imsi_graph_provision = {
  .name = "provision",
  .summary = "what can be demanded and cited: the unit of every count",
  .columns = provision_columns,
  .column_count = sizeof provision_columns / sizeof *provision_columns,
  .kind = IMS_PROVISION,
  .keys = { 0, 2, -1, -1 },
  .size = size,
  .start = start,
  .next = next,
  .cell = cell,
};

const imsi_graph_table imsi_graph_item = {
  .name = "item",
  .summary = "parts of a provision, which can fail on their own and are never counted",
  .columns = item_columns,
  .column_count = sizeof item_columns / sizeof *item_columns,
  .kind = IMS_ITEM,
  .keys = { 0, 2, -1, -1 },
  .size = size,
  .start = start,
  .next = next,
  .cell = cell,
};

const imsi_graph_table imsi_graph_term = {
  .name = "term",
  .summary = "words, as the editions mean them",
  .columns = term_columns,
  .column_count = sizeof term_columns / sizeof *term_columns,
  .kind = IMS_TERM,
  .keys = { 0, 1, -1, -1 },
  .size = size,
  .start = start,
  .next = next,
  .cell = cell,
};
