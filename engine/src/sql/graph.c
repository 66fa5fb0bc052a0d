#include "sql/graph.h"

#include "base/strbuf.h"
#include "sql/shape.h"

#include <stdlib.h>
#include <string.h>

/* ---- the tables ---- */

const imsi_graph_table *const imsi_graph_tables[] = {
  &imsi_graph_edition, &imsi_graph_clause,   &imsi_graph_provision, &imsi_graph_item,
  &imsi_graph_term,    &imsi_graph_relation, &imsi_graph_verdict,   &imsi_graph_known,
  &imsi_graph_system,  &imsi_graph_entry,    &imsi_graph_claim,
};
const size_t imsi_graph_table_count = sizeof imsi_graph_tables / sizeof *imsi_graph_tables;

typedef struct vtab {
  sqlite3_vtab base;
  imsi_sql *sql;
  const imsi_graph_table *table;
} vtab;

/* What a module is registered with. */
typedef struct aux {
  imsi_sql *sql;
  const imsi_graph_table *table;
} aux;

static int connect(sqlite3 *db, void *context, int argc, const char *const *argv, sqlite3_vtab **made, char **message)
{
  (void)db;
  (void)argc;
  (void)argv;
  (void)message;
  const aux *with = context;
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "CREATE TABLE x(");
  for (size_t i = 0; i < with->table->column_count; i++) {
    imsi_strbuf_text(&text, i ? ", " : "");
    imsi_shape_quote(&text, with->table->columns[i].name);
    imsi_strbuf_text(&text, " ");
    imsi_strbuf_text(&text, with->table->columns[i].type);
  }
  imsi_strbuf_text(&text, ")");
  const int code = imsi_sql_declare(with->sql, &text);
  imsi_strbuf_free(&text);
  if (code)
    return code;
  vtab *table = calloc(1, sizeof *table);
  if (!table)
    return SQLITE_NOMEM;
  table->sql = with->sql;
  table->table = with->table;
  *made = &table->base;
  return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table)
{
  free(table);
  return SQLITE_OK;
}

/* ---- the plan: which keys are given is the number of the plan, a bit each ---- */

/* The key that the column is, if a row can be found by this condition; else IMSI_KEYS. */
static int key_of(sqlite3_index_info *info, int condition, const imsi_graph_table *table)
{
  int key = 0;
  /* strings are looked up byte by byte */
  if (info->aConstraint[condition].op != SQLITE_INDEX_CONSTRAINT_EQ || !info->aConstraint[condition].usable ||
      sqlite3_stricmp(sqlite3_vtab_collation(info, condition), "BINARY") != 0)
    return IMSI_KEYS;
  while (key < IMSI_KEYS && table->keys[key] != info->aConstraint[condition].iColumn)
    key++;
  return key;
}

/* A name is in few editions, an edition is one of many. */
static double share_of(int plan, imsi_graph_key edition, imsi_graph_key node)
{
  const bool in = plan >> edition & 1, named = plan >> node & 1;
  return named ? in ? 0.0005 : 0.002 : in ? 0.1 : 1;
}

static int best_index(sqlite3_vtab *base, sqlite3_index_info *info)
{
  const vtab *table = (const vtab *)base;
  int conditions[IMSI_KEYS];
  int plan = 0, arguments = 0;
  for (int i = 0; i < info->nConstraint; i++) {
    const int key = key_of(info, i, table->table);
    if (key == IMSI_KEYS || plan >> key & 1)
      continue;
    plan |= 1 << key;
    conditions[key] = i;
  }
  for (int key = 0; key < IMSI_KEYS; key++)
    if (plan >> key & 1)
      info->aConstraintUsage[conditions[key]].argvIndex = ++arguments;
  const double rows = table->table->size(table->sql->model) * share_of(plan, IMSI_KEY_EDITION, IMSI_KEY_NODE) *
                      share_of(plan, IMSI_KEY_TARGET_EDITION, IMSI_KEY_TARGET);
  info->idxNum = plan;
  info->estimatedRows = (sqlite3_int64)rows + 1;
  info->estimatedCost = rows + 5;
  return SQLITE_OK;
}

/* ---- the walk ---- */

static int open_cursor(sqlite3_vtab *base, sqlite3_vtab_cursor **made)
{
  const vtab *table = (const vtab *)base;
  imsi_graph_cursor *cursor = calloc(1, sizeof *cursor);
  if (!cursor)
    return SQLITE_NOMEM;
  cursor->sql = table->sql;
  cursor->table = table->table;
  cursor->neighbours = IMSI_VEC(imsi_neighbour);
  *made = &cursor->base;
  return SQLITE_OK;
}

static void release_keys(imsi_graph_cursor *cursor)
{
  for (size_t i = 0; i < IMSI_KEYS; i++) {
    free(cursor->held[i]);
    cursor->held[i] = NULL;
  }
}

static int close_cursor(sqlite3_vtab_cursor *base)
{
  imsi_graph_cursor *cursor = (imsi_graph_cursor *)base;
  release_keys(cursor);
  imsi_vec_free(&cursor->neighbours);
  free(cursor);
  return SQLITE_OK;
}

static int code_of(imsi_graph_cursor *cursor, ims_status status)
{
  if (!status)
    return SQLITE_OK;
  cursor->sql->status = status;
  return status == IMS_NOMEM ? SQLITE_NOMEM : SQLITE_ERROR;
}

/* A value dies with the call, a walk goes on. */
static char *copy_of(const unsigned char *text)
{
  const size_t size = strlen((const char *)text) + 1;
  char *copy = malloc(size);
  return copy ? memcpy(copy, text, size) : NULL;
}

static int filter(sqlite3_vtab_cursor *base, int plan, const char *unused, int argc, sqlite3_value **argv)
{
  (void)unused;
  (void)argc;
  imsi_graph_cursor *cursor = (imsi_graph_cursor *)base;
  imsi_graph_keys keys = { { NULL } };
  release_keys(cursor);
  cursor->row = 1;
  cursor->end = false;
  for (int key = 0, i = 0; key < IMSI_KEYS; key++) {
    if (!(plan >> key & 1))
      continue;
    sqlite3_value *value = argv[i++];
    if (sqlite3_value_type(value) == SQLITE_NULL) {
      cursor->end = true; /* nothing is equal to NULL */
      return SQLITE_OK;
    }
    const unsigned char *text = sqlite3_value_text(value);
    if (!text || !(cursor->held[key] = copy_of(text)))
      return SQLITE_NOMEM;
    keys.text[key] = cursor->held[key];
  }
  return code_of(cursor, cursor->table->start(cursor, &keys));
}

static int next(sqlite3_vtab_cursor *base)
{
  imsi_graph_cursor *cursor = (imsi_graph_cursor *)base;
  cursor->row++;
  return code_of(cursor, cursor->table->next(cursor));
}

static int eof(sqlite3_vtab_cursor *base)
{
  return ((imsi_graph_cursor *)base)->end;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *out, int index)
{
  const imsi_graph_cursor *cursor = (const imsi_graph_cursor *)base;
  cursor->table->cell(cursor, index, out);
  return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *number)
{
  *number = ((imsi_graph_cursor *)base)->row;
  return SQLITE_OK;
}

ims_status imsi_graph_register(imsi_sql *sql, const imsi_graph_table *table, const char *name)
{
  /* without xCreate: the table is there by its name, and no other can be made of it */
  static const sqlite3_module module = {
    .xConnect = connect,
    .xBestIndex = best_index,
    .xDisconnect = disconnect,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter,
    .xNext = next,
    .xEof = eof,
    .xColumn = column,
    .xRowid = rowid,
  };
  aux *with = malloc(sizeof *with);
  if (!with)
    return IMS_NOMEM;
  *with = (aux){ sql, table };
  /* releases `with` where it fails, too */
  return sqlite3_create_module_v2(sql->db, name, &module, with, free) ? IMS_NOMEM : IMS_OK;
}
