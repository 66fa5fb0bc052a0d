/** The tables of the graph: each is a const record, and one module of SQLite reads them all. */
#ifndef IMSI_SQL_GRAPH_H
#define IMSI_SQL_GRAPH_H

#include "base/vec.h"
#include "sql/connection.h"

#include <sqlite3.h>

typedef struct imsi_graph_column {
  const char *name;
  const char *type; /**< TEXT, INTEGER or REAL */
  const char *summary;
  int what; /**< for `cell`; of a table's own */
} imsi_graph_column;

/** What rows are found by, instead of looking at all of them. */
typedef enum imsi_graph_key {
  IMSI_KEY_EDITION, /**< of the thing, or of the source */
  IMSI_KEY_NODE,
  IMSI_KEY_TARGET_EDITION,
  IMSI_KEY_TARGET,
  IMSI_KEYS
} imsi_graph_key;

/** The values that were asked for; NULL: any. */
typedef struct imsi_graph_keys {
  const char *text[IMSI_KEYS];
} imsi_graph_keys;

/** The nodes that an edition and a name leave. */
typedef struct imsi_node_range {
  const char *name;            /**< NULL: all of each edition */
  size_t edition, edition_end; /**< the next one, and the one after the last */
  uint32_t node, node_end;     /**< of the edition before */
} imsi_node_range;

struct imsi_graph_table;

/** A walk over the rows of a table. */
typedef struct imsi_graph_cursor {
  sqlite3_vtab_cursor base;
  const struct imsi_graph_table *table;
  imsi_sql *sql;
  char *held[IMSI_KEYS]; /**< copies of the keys; the module's */
  sqlite3_int64 row;     /**< its number in this walk, from 1 */
  bool end;
  imsi_node_range nodes;
  ims_node node; /**< of the row, or its source */
  ims_node target;
  ims_relation relation;
  size_t index, count;  /**< of editions, rows or verdicts; of what `list` holds */
  const uint32_t *list; /**< NULL: all */
  bool incoming;        /**< `nodes` are targets */
  imsi_vec neighbours;  /**< of imsi_neighbour, for `known` */
} imsi_graph_cursor;

typedef struct imsi_graph_table {
  const char *name;
  const char *summary;
  const imsi_graph_column *columns;
  size_t column_count;
  ims_node_kind kind;  /**< of its nodes, where rows are nodes */
  int keys[IMSI_KEYS]; /**< the column of each key, from 0; -1: none */
  bool of_register;    /**< its rows are those of the register */
  /** About how many rows there are. */
  double (*size)(const ims_model *model);
  /** Gets to the first row that fits the keys; a few that do not fit may be among them. */
  ims_status (*start)(imsi_graph_cursor *cursor, const imsi_graph_keys *keys);
  /** Gets to the next row, or sets `end`. */
  ims_status (*next)(imsi_graph_cursor *cursor);
  void (*cell)(const imsi_graph_cursor *cursor, int column, sqlite3_context *out);
} imsi_graph_table;

/** All of them, in the order of the manual. */
extern const imsi_graph_table *const imsi_graph_tables[];
extern const size_t imsi_graph_table_count;

extern const imsi_graph_table imsi_graph_edition;
extern const imsi_graph_table imsi_graph_clause;
extern const imsi_graph_table imsi_graph_provision;
extern const imsi_graph_table imsi_graph_item;
extern const imsi_graph_table imsi_graph_term;
extern const imsi_graph_table imsi_graph_relation;
extern const imsi_graph_table imsi_graph_verdict;
extern const imsi_graph_table imsi_graph_known;
extern const imsi_graph_table imsi_graph_system;
extern const imsi_graph_table imsi_graph_entry;
extern const imsi_graph_table imsi_graph_claim;

/** Registers a table under a name. IMS_NOMEM. */
ims_status imsi_graph_register(imsi_sql *sql, const imsi_graph_table *table, const char *name);

/** The nodes of `edition`, all editions if NULL, that are called `name`, all if NULL. */
imsi_node_range imsi_node_range_of(const ims_model *model, const char *edition, const char *name);

/** Gets to the next node, in the order of editions and documents; false at the end.
    Cost: O(1), with a name O(editions with that name). */
bool imsi_node_range_next(const ims_model *model, imsi_node_range *range, ims_node *node);

/** Results: a missing string, a negative share and "not said" are NULL. Strings belong to the model or the register. */
void imsi_graph_text(sqlite3_context *out, const char *text);
void imsi_graph_share(sqlite3_context *out, int thousandths);
void imsi_graph_number(sqlite3_context *out, int number);

#endif
