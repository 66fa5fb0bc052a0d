#include "sql/answer_internal.h"

#include "base/try.h"
#include "sql/request.h"
#include "sql/shape.h"

#include <stdlib.h>
#include <string.h>

typedef struct aux {
  imsi_sql *sql;
  const ims_report *report; /* NULL: the table that was chosen */
} aux;

typedef struct cursor {
  sqlite3_vtab_cursor base;
  imsi_answer_vtab *vtab;
  const ims_table *table;
  ims_table *own; /* if it is not kept with the connection */
  size_t row;
  size_t *places;       /* the column of the table for each column of SQL; SIZE_MAX: it has none */
  imsi_request request; /* the values of the hidden columns */
} cursor;

/* ---- the table ---- */

static int disconnect(sqlite3_vtab *base)
{
  imsi_answer_vtab *table = (imsi_answer_vtab *)base;
  imsi_vec_free(&table->columns);
  free(table);
  return SQLITE_OK;
}

static int connect(sqlite3 *db, void *context, int argc, const char *const *argv, sqlite3_vtab **made, char **message)
{
  (void)db;
  (void)argc;
  (void)argv;
  (void)message;
  const aux *with = context;
  imsi_answer_vtab *table = calloc(1, sizeof *table);
  imsi_strbuf text = { 0 };
  int code = SQLITE_NOMEM;
  if (!table)
    return code;
  table->sql = with->sql;
  table->report = with->report;
  table->columns = IMSI_VEC(const ims_column *);
  if (!(table->report ? imsi_shape_columns(table->report, &table->columns)
                      : imsi_shape_of_table(with->sql->chosen, &table->columns))) {
    imsi_answer_declare(table, &text);
    code = imsi_sql_declare(with->sql, &text);
  }
  imsi_strbuf_free(&text);
  if (code)
    disconnect(&table->base);
  else
    *made = &table->base;
  return code;
}

/* ---- the walk ---- */

static int open_cursor(sqlite3_vtab *base, sqlite3_vtab_cursor **made)
{
  imsi_answer_vtab *table = (imsi_answer_vtab *)base;
  cursor *c = calloc(1, sizeof *c);
  size_t *places = calloc(table->columns.count + 1, sizeof *places);
  if (!c || !places) {
    free(c);
    free(places);
    return SQLITE_NOMEM;
  }
  c->vtab = table;
  c->places = places;
  *made = &c->base;
  return SQLITE_OK;
}

static void release_answer(cursor *c)
{
  ims_table_free(c->own);
  c->own = NULL;
  c->table = NULL;
  imsi_request_free(&c->request);
}

static int close_cursor(sqlite3_vtab_cursor *base)
{
  cursor *c = (cursor *)base;
  release_answer(c);
  free(c->places);
  free(c);
  return SQLITE_OK;
}

static void place_columns(cursor *c)
{
  for (size_t i = 0; i < c->vtab->columns.count; i++) {
    const char *key = IMSI_AT(const ims_column *, &c->vtab->columns, i)->key;
    c->places[i] = SIZE_MAX;
    for (size_t k = 0; c->places[i] == SIZE_MAX && k < ims_table_column_count(c->table); k++)
      if (sqlite3_stricmp(ims_table_column(c->table, k)->key, key) == 0)
        c->places[i] = k;
  }
}

static ims_status answer(cursor *c, const char *plan, sqlite3_value **argv)
{
  imsi_answer_vtab *table = c->vtab;
  if (!table->report) {
    c->table = table->sql->chosen;
    return IMS_OK;
  }
  IMS_TRY(imsi_request_take(&c->request, table->report, plan, argv, table->sql));
  return imsi_request_run(&c->request, table->sql, &table->told, &c->table, &c->own);
}

static int filter(sqlite3_vtab_cursor *base, int unused, const char *plan, int argc, sqlite3_value **argv)
{
  (void)unused;
  (void)argc;
  cursor *c = (cursor *)base;
  imsi_sql *sql = c->vtab->sql;
  release_answer(c);
  c->row = 0;
  if (imsi_sql_guard_exceeded(&sql->guard))
    return SQLITE_INTERRUPT;
  const ims_status status = answer(c, plan, argv);
  if (status) {
    sql->status = status;
    return status == IMS_NOMEM ? SQLITE_NOMEM : SQLITE_ERROR;
  }
  place_columns(c);
  return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base)
{
  ((cursor *)base)->row++;
  return SQLITE_OK;
}

static int eof(sqlite3_vtab_cursor *base)
{
  const cursor *c = (const cursor *)base;
  return c->row >= ims_table_row_count(c->table);
}

static void tell_cell(const cursor *c, size_t index, sqlite3_context *out)
{
  if (c->places[index] == SIZE_MAX)
    return;
  const char *text = ims_table_cell(c->table, c->row, c->places[index]);
  if (!text)
    return;
  char *end = NULL;
  const bool is_number = ims_table_column(c->table, c->places[index])->kind == IMS_COLUMN_NUMBER;
  const long long number = is_number ? strtoll(text, &end, 10) : 0;
  if (end && end > text && !*end)
    sqlite3_result_int64(out, number);
  else
    sqlite3_result_text(out, text, -1, c->own ? SQLITE_TRANSIENT : SQLITE_STATIC);
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *out, int index)
{
  const cursor *c = (const cursor *)base;
  if ((size_t)index < c->vtab->columns.count)
    tell_cell(c, (size_t)index, out);
  else
    imsi_request_result(&c->request, (size_t)index - c->vtab->columns.count, out);
  return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *number)
{
  *number = (sqlite3_int64)((cursor *)base)->row + 1;
  return SQLITE_OK;
}

ims_status imsi_answer_register(imsi_sql *sql, const ims_report *report, const char *name)
{
  static const sqlite3_module module = {
    .xConnect = connect,
    .xBestIndex = imsi_answer_plan,
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
  *with = (aux){ sql, report };
  /* releases `with` where it fails, too */
  return sqlite3_create_module_v2(sql->db, name, &module, with, free) ? IMS_NOMEM : IMS_OK;
}
