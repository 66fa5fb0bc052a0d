/* Rows and columns of a table: the table stands in SQL beside all others, and rows are chosen by their numbers. */

#include "base/try.h"
#include "ims/sql.h"
#include "query/nearest.h"
#include "query/table.h"
#include "sql/expression.h"

#include <stdlib.h>
#include <string.h>

/* What was chosen. */
typedef struct choice {
  const ims_table *given;
  imsi_vec columns; /* of size_t */
  imsi_vec rows;    /* of size_t */
  bool named;       /* the columns were */
} choice;

/* ---- columns ---- */

static ims_status no_such_column(const ims_table *given, const char *name, size_t at, imsi_reporter *reporter)
{
  imsi_nearest near = { .given = name };
  imsi_strbuf hint = { 0 };
  for (size_t i = 0; i < ims_table_column_count(given); i++)
    imsi_nearest_offer(&near, ims_table_column(given, i)->key);
  imsi_nearest_append(&near, &hint);
  imsi_report(reporter, IMS_DIAG_NO_SUCH_COLUMN, (ims_pos){ "columns", 1, (uint32_t)at + 1, NULL }, name,
              ims_table_name(given), imsi_strbuf_string(&hint), NULL);
  imsi_strbuf_free(&hint);
  return IMS_NOT_FOUND;
}

static ims_status add_column(choice *c, const char *name, size_t at, imsi_reporter *reporter)
{
  size_t column = 0;
  while (column < ims_table_column_count(c->given) && strcmp(ims_table_column(c->given, column)->key, name) != 0)
    column++;
  if (column == ims_table_column_count(c->given))
    return no_such_column(c->given, name, at, reporter);
  for (size_t i = 0; i < c->columns.count; i++)
    if (IMSI_AT(size_t, &c->columns, i) == column) {
      imsi_report(reporter, IMS_DIAG_BAD_QUERY, (ims_pos){ "columns", 1, (uint32_t)at + 1, NULL },
                  "this column was named before", NULL, NULL, NULL);
      return IMS_INVALID;
    }
  return imsi_vec_push(&c->columns, &column);
}

static ims_status take_columns(choice *c, const char *list, imsi_reporter *reporter)
{
  imsi_strbuf name = { 0 };
  ims_status status = IMS_OK;
  for (size_t at = 0; !status;) {
    at += strspn(list + at, " ");
    const size_t size = strcspn(list + at, ",");
    size_t end = size;
    while (end && list[at + end - 1] == ' ')
      end--;
    imsi_strbuf_clear(&name);
    imsi_strbuf_bytes(&name, list + at, end);
    status = name.status ? name.status : add_column(c, imsi_strbuf_string(&name), at, reporter);
    at += size;
    if (!list[at])
      break;
    at++;
  }
  imsi_strbuf_free(&name);
  return status;
}

static ims_status take_all(imsi_vec *numbers, size_t count)
{
  IMS_TRY(imsi_vec_reserve(numbers, count));
  for (size_t i = 0; i < count; i++)
    IMS_TRY(imsi_vec_push(numbers, &i));
  return IMS_OK;
}

/* ---- rows ---- */

static ims_status collect(imsi_sql *sql, imsi_statement *statement, imsi_vec *rows)
{
  IMS_TRY(imsi_statement_prepare(sql, statement));
  for (;;) {
    bool more;
    IMS_TRY(imsi_statement_step(sql, statement, &more));
    if (!more)
      return IMS_OK;
    const size_t row = (size_t)sqlite3_column_int64(statement->prepared, 0) - 1;
    IMS_TRY(imsi_vec_push(rows, &row));
  }
}

static ims_status take_where(const ims_model *model, choice *c, const char *where, const ims_sql_options *options,
                             imsi_reporter *reporter)
{
  /* a line break, for a comment at the end would take the parenthesis with it */
  static const char before[] = "SELECT rowid FROM " IMSI_SQL_CHOSEN " WHERE (", after[] = "\n) ORDER BY rowid";
  imsi_sql sql = { .model = model, .name = "where", .reporter = reporter, .chosen = c->given };
  sql.evidence = options ? options->evidence : NULL;
  sql.today = options ? options->today : 0;
  imsi_strbuf full = { 0 };
  const size_t size = strlen(where);
  imsi_strbuf_text(&full, before);
  imsi_strbuf_text(&full, where);
  imsi_strbuf_text(&full, after);
  imsi_statement statement = { where, size, imsi_strbuf_string(&full), full.size, sizeof before - 1, NULL };
  ims_status status = full.status;
  if (!status)
    status = imsi_statement_check(&sql, where, size);
  if (!status)
    status = imsi_expression_check(&sql, where, size);
  if (!status)
    status = imsi_sql_open(&sql, options);
  if (!status)
    status = collect(&sql, &statement, &c->rows);
  sqlite3_finalize(statement.prepared);
  imsi_sql_close(&sql);
  imsi_strbuf_free(&full);
  return status;
}

/* ---- the table ---- */

static imsi_table *new_table(const choice *c)
{
  ims_column *columns = calloc(c->columns.count, sizeof *columns);
  if (!columns)
    return NULL;
  for (size_t i = 0; i < c->columns.count; i++) {
    columns[i] = *ims_table_column(c->given, IMSI_AT(size_t, &c->columns, i));
    columns[i].detail = columns[i].detail && !c->named; /* who names a column wants to see it */
  }
  imsi_table *table = imsi_table_new(ims_table_name(c->given), columns, c->columns.count);
  free(columns);
  return table;
}

static void note_rows(const choice *c, const char *where, imsi_table *table)
{
  imsi_strbuf text = { 0 };
  const size_t all = ims_table_row_count(c->given);
  imsi_strbuf_text(&text, "Chosen: ");
  imsi_strbuf_number(&text, c->rows.count);
  imsi_strbuf_text(&text, " of ");
  imsi_strbuf_number(&text, all);
  imsi_strbuf_text(&text, all == 1 ? " row, where " : " rows, where ");
  imsi_strbuf_text(&text, where);
  imsi_table_note_text(table, &text);
  imsi_strbuf_free(&text);
}

static ims_status copy(const choice *c, const char *where, ims_table **finished)
{
  imsi_table *table = new_table(c);
  for (size_t i = 0; i < ims_table_caption_count(c->given); i++)
    imsi_table_caption(table, ims_table_caption(c->given, i));
  for (size_t i = 0; i < c->rows.count; i++) {
    const size_t row = IMSI_AT(size_t, &c->rows, i);
    imsi_table_row(table, ims_table_row_kind(c->given, row));
    for (size_t k = 0; k < c->columns.count; k++)
      imsi_table_set(table, k, ims_table_cell(c->given, row, IMSI_AT(size_t, &c->columns, k)));
  }
  for (size_t i = 0; i < ims_table_note_count(c->given); i++)
    imsi_table_note(table, ims_table_note(c->given, i));
  if (where)
    note_rows(c, where, table);
  return imsi_table_end(table, finished);
}

ims_status ims_sql_choose(const ims_model *model, const ims_table *given, const char *where, const char *columns,
                          const ims_sql_options *options, ims_diag_sink sink, ims_table **table)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  choice c = { given, IMSI_VEC(size_t), IMSI_VEC(size_t), columns != NULL };
  ims_status status =
      columns ? take_columns(&c, columns, &reporter) : take_all(&c.columns, ims_table_column_count(given));
  if (!status)
    status = where ? take_where(model, &c, where, options, &reporter) : take_all(&c.rows, ims_table_row_count(given));
  if (!status)
    status = copy(&c, where, table);
  imsi_vec_free(&c.columns);
  imsi_vec_free(&c.rows);
  imsi_reporter_free(&reporter);
  return status;
}
