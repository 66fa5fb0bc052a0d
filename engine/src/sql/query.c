/* A statement's rows as a table. */

#include "base/arena.h"
#include "base/try.h"
#include "base/utf8.h"
#include "ims/sql.h"
#include "query/table.h"
#include "sql/statement.h"

#include <stdlib.h>
#include <string.h>

/* What is known of a column while rows come in. */
typedef struct column {
  const char *key;
  bool numbers; /* all values so far are */
  bool prose;   /* some value has blanks */
  bool any;
} column;

typedef struct result {
  imsi_arena arena;
  column *columns;
  size_t column_count, row_count, bytes;
  imsi_vec cells; /* of const char *, row by row */
} result;

/* ---- columns ---- */

static bool is_used(const result *r, size_t count, const char *key)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp(r->columns[i].key, key) == 0)
      return true;
  return false;
}

/* Keys have to differ: a row of JSON has each once. */
static ims_status set_key(result *r, size_t index, const char *name)
{
  imsi_strbuf key = { 0 };
  imsi_strbuf_text(&key, name);
  for (unsigned n = 2; is_used(r, index, imsi_strbuf_string(&key)); n++) {
    imsi_strbuf_clear(&key);
    imsi_strbuf_text(&key, name);
    imsi_strbuf_text(&key, "_");
    imsi_strbuf_number(&key, n);
  }
  r->columns[index].key = key.status ? NULL : imsi_arena_copy(&r->arena, imsi_strbuf_string(&key), key.size);
  imsi_strbuf_free(&key);
  return r->columns[index].key ? IMS_OK : IMS_NOMEM;
}

static ims_status begin(result *r, sqlite3_stmt *statement)
{
  r->column_count = (size_t)sqlite3_column_count(statement);
  r->columns = calloc(r->column_count, sizeof *r->columns);
  if (!r->columns)
    return IMS_NOMEM;
  for (size_t i = 0; i < r->column_count; i++) {
    const char *name = sqlite3_column_name(statement, (int)i);
    IMS_TRY(name ? set_key(r, i, name) : IMS_NOMEM);
    r->columns[i].numbers = true;
  }
  return IMS_OK;
}

/* ---- cells ---- */

/* What is no text, shown as SQL writes it. */
static const char *hex(imsi_arena *arena, const unsigned char *bytes, size_t size)
{
  static const char digits[] = "0123456789abcdef";
  char *text = imsi_arena_alloc(arena, 2 * size + 4);
  if (!text)
    return NULL;
  char *at = text;
  *at++ = 'x';
  *at++ = '\'';
  for (size_t i = 0; i < size; i++) {
    *at++ = digits[bytes[i] >> 4];
    *at++ = digits[bytes[i] & 15];
  }
  *at++ = '\'';
  *at = '\0';
  return text;
}

static const char *cell_of(imsi_arena *arena, sqlite3_stmt *statement, int index, int type)
{
  const void *bytes =
      type == SQLITE_BLOB ? sqlite3_column_blob(statement, index) : (const void *)sqlite3_column_text(statement, index);
  const size_t size = (size_t)sqlite3_column_bytes(statement, index);
  if (!bytes && (size || type != SQLITE_BLOB)) /* an empty blob is NULL */
    return NULL;
  if (type == SQLITE_BLOB || (size && (memchr(bytes, '\0', size) || !imsi_utf8_valid(bytes, size))))
    return hex(arena, bytes, size);
  return imsi_arena_copy(arena, bytes, size);
}

static ims_status add_row(result *r, sqlite3_stmt *statement)
{
  r->row_count++;
  for (size_t i = 0; i < r->column_count; i++) {
    column *c = &r->columns[i];
    const int type = sqlite3_column_type(statement, (int)i);
    const char *text = NULL;
    if (type != SQLITE_NULL) {
      text = cell_of(&r->arena, statement, (int)i, type);
      if (!text)
        return IMS_NOMEM;
      c->any = true;
      c->numbers = c->numbers && (type == SQLITE_INTEGER || type == SQLITE_FLOAT);
      c->prose = c->prose || strpbrk(text, " \n");
      r->bytes += strlen(text);
    }
    IMS_TRY(imsi_vec_push(&r->cells, &text));
  }
  return IMS_OK;
}

/* ---- the table ---- */

static bool is_declared_number(sqlite3_stmt *statement, size_t index)
{
  const char *type = sqlite3_column_decltype(statement, (int)index);
  return type && (strcmp(type, "INTEGER") == 0 || strcmp(type, "REAL") == 0);
}

static ims_status finish(const result *r, sqlite3_stmt *statement, ims_table **finished)
{
  ims_column *columns = calloc(r->column_count, sizeof *columns);
  if (!columns)
    return IMS_NOMEM;
  for (size_t i = 0; i < r->column_count; i++) {
    const column *c = &r->columns[i];
    const bool number = c->any ? c->numbers : is_declared_number(statement, i);
    columns[i] = (ims_column){ c->key, c->key,
                               number     ? IMS_COLUMN_NUMBER
                               : c->prose ? IMS_COLUMN_TEXT
                                          : IMS_COLUMN_ID,
                               false };
  }
  imsi_table *table = imsi_table_new("query", columns, r->column_count);
  for (size_t row = 0; row < r->row_count; row++) {
    imsi_table_row(table, IMS_ROW_NORMAL);
    for (size_t i = 0; i < r->column_count; i++)
      imsi_table_set(table, i, IMSI_AT(const char *, &r->cells, row * r->column_count + i));
  }
  free(columns);
  return imsi_table_end(table, finished);
}

static ims_status collect(imsi_sql *sql, const imsi_statement *statement, result *r)
{
  bool row;
  IMS_TRY(begin(r, statement->prepared));
  for (;;) {
    IMS_TRY(imsi_statement_step(sql, statement, &row));
    if (!row)
      return IMS_OK;
    if (r->row_count == sql->guard.options.rows)
      return imsi_statement_limit(sql, r->row_count, " rows");
    IMS_TRY(add_row(r, statement->prepared));
    if (r->bytes > IMSI_SQL_RESULT)
      return imsi_statement_limit(sql, IMSI_SQL_RESULT >> 20, " MiB of values");
  }
}

static ims_status run(imsi_sql *sql, const char *text, size_t size, const ims_sql_options *options, ims_table **table)
{
  imsi_statement statement = { text, size, text, size, 0, NULL };
  result r = { .cells = IMSI_VEC(const char *) };
  IMS_TRY(imsi_statement_check(sql, text, size));
  IMS_TRY(imsi_sql_open(sql, options));
  ims_status status = imsi_statement_prepare(sql, &statement);
  if (!status)
    status = collect(sql, &statement, &r);
  if (!status)
    status = finish(&r, statement.prepared, table);
  sqlite3_finalize(statement.prepared);
  free(r.columns);
  imsi_vec_free(&r.cells);
  imsi_arena_free(&r.arena);
  return status;
}

ims_status ims_sql_query(const ims_model *model, const char *text, size_t size, const ims_sql_options *options,
                         ims_diag_sink sink, ims_table **table)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  imsi_sql sql = { .model = model, .reporter = &reporter };
  sql.name = options && options->name ? options->name : "query";
  sql.evidence = options ? options->evidence : NULL;
  sql.today = options ? options->today : 0;
  const ims_status status = run(&sql, text, size, options, table);
  imsi_sql_close(&sql);
  imsi_reporter_free(&reporter);
  return status;
}
