/* The graph and the reports as a database: the tables of a connection, copied into tables that hold data. */

#include "base/try.h"
#include "ims/sql.h"
#include "query/table.h"
#include "sql/graph.h"
#include "sql/shape.h"

/* What the tables to be read are called: their own names are for those that hold data. */
#define READ "read_"

enum { TABLE, ROWS, NOTE };

static const ims_column columns[] = {
  [TABLE] = { "table", "Table", IMS_COLUMN_ID, false },
  [ROWS] = { "rows", "Rows", IMS_COLUMN_NUMBER, false },
  [NOTE] = { "note", "Note", IMS_COLUMN_TEXT, false },
};

/* ---- statements of our own ---- */

static ims_status execute(imsi_sql *sql, imsi_strbuf *text)
{
  if (text->status)
    return text->status;
  const int code = sqlite3_exec(sql->db, imsi_strbuf_string(text), NULL, NULL, NULL);
  imsi_strbuf_clear(text);
  if (!code)
    return IMS_OK;
  if (sql->status)
    return sql->status;
  if ((code & 0xFF) == SQLITE_NOMEM)
    return IMS_NOMEM;
  imsi_report(sql->reporter, IMS_DIAG_BAD_QUERY, (ims_pos){ NULL, 0, 0, NULL }, sqlite3_errmsg(sql->db), NULL, NULL,
              NULL);
  return IMS_INVALID;
}

/* Rows are copied in the order in which they are read. */
static ims_status copy_rows(imsi_sql *sql, const char *name, imsi_strbuf *text)
{
  imsi_strbuf_text(text, "INSERT INTO ");
  imsi_shape_quote(text, name);
  imsi_strbuf_text(text, " SELECT * FROM \"" READ);
  imsi_strbuf_text(text, name);
  imsi_strbuf_text(text, "\"");
  return execute(sql, text);
}

static void begin_table(const char *name, imsi_strbuf *text)
{
  imsi_strbuf_text(text, "CREATE TABLE ");
  imsi_shape_quote(text, name);
  imsi_strbuf_text(text, "(");
}

static void add_column(const char *name, const char *type, bool first, imsi_strbuf *text)
{
  imsi_strbuf_text(text, first ? "" : ", ");
  imsi_shape_quote(text, name);
  imsi_strbuf_text(text, " ");
  imsi_strbuf_text(text, type);
}

/* An index for an end: by edition and thing, or by the edition alone. */
static ims_status add_index(imsi_sql *sql, const imsi_graph_table *graph, int edition, int node, const char *end,
                            imsi_strbuf *text)
{
  if (edition < 0)
    return IMS_OK;
  imsi_strbuf_text(text, "CREATE INDEX ");
  imsi_strbuf_text(text, graph->name);
  imsi_strbuf_text(text, end);
  imsi_strbuf_text(text, " ON ");
  imsi_strbuf_text(text, graph->name);
  imsi_strbuf_text(text, "(");
  imsi_strbuf_text(text, graph->columns[edition].name);
  imsi_strbuf_text(text, node < 0 ? "" : ", ");
  imsi_strbuf_text(text, node < 0 ? "" : graph->columns[node].name);
  imsi_strbuf_text(text, ")");
  return execute(sql, text);
}

static ims_status copy_graph(imsi_sql *sql, const imsi_graph_table *graph, imsi_strbuf *text)
{
  begin_table(graph->name, text);
  for (size_t i = 0; i < graph->column_count; i++)
    add_column(graph->columns[i].name, graph->columns[i].type, i == 0, text);
  imsi_strbuf_text(text, ")");
  IMS_TRY(execute(sql, text));
  IMS_TRY(copy_rows(sql, graph->name, text));
  const bool pair = graph->keys[IMSI_KEY_TARGET] >= 0;
  IMS_TRY(add_index(sql, graph, graph->keys[IMSI_KEY_EDITION], graph->keys[IMSI_KEY_NODE],
                    pair ? "_by_source" : "_by_name", text));
  return add_index(sql, graph, graph->keys[IMSI_KEY_TARGET_EDITION], graph->keys[IMSI_KEY_TARGET], "_by_target", text);
}

static ims_status copy_report(imsi_sql *sql, const ims_report *report, imsi_strbuf *text)
{
  const char *name = imsi_sql_report_name(report);
  imsi_vec shape = IMSI_VEC(const ims_column *);
  ims_status status = imsi_shape_columns(report, &shape);
  begin_table(name, text);
  for (size_t i = 0; i < shape.count; i++) {
    const ims_column *column = IMSI_AT(const ims_column *, &shape, i);
    add_column(column->key, imsi_shape_type(column), i == 0, text);
  }
  imsi_strbuf_text(text, ")");
  imsi_vec_free(&shape);
  if (!status)
    status = execute(sql, text);
  return status ? status : copy_rows(sql, name, text);
}

/* ---- what was written ---- */

static ims_status tell_rows(imsi_sql *sql, imsi_table *table, const char *name, imsi_strbuf *text)
{
  sqlite3_stmt *statement = NULL;
  imsi_strbuf_text(text, "SELECT count(*) FROM ");
  imsi_shape_quote(text, name);
  const bool good = !text->status &&
                    !sqlite3_prepare_v2(sql->db, imsi_strbuf_string(text), (int)text->size, &statement, NULL) &&
                    sqlite3_step(statement) == SQLITE_ROW;
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, TABLE, name);
  if (good)
    imsi_table_set_number(table, ROWS, (size_t)sqlite3_column_int64(statement, 0));
  sqlite3_finalize(statement);
  imsi_strbuf_clear(text);
  return good ? IMS_OK : IMS_NOMEM;
}

static const char a_register[] = "what the organization has";

/* The first thing that a report needs to be told; NULL if it needs nothing. */
static const char *needed(const ims_report *report)
{
  for (size_t i = 0; i < report->param_count; i++)
    if (report->params[i].required)
      return report->params[i].summary;
  return report->register_use == IMS_REGISTER_REQUIRED ? a_register : NULL;
}

static void tell_left_out(imsi_table *table, const char *name, const char *what, imsi_strbuf *text)
{
  imsi_strbuf_text(text, "left out, for it needs to be told: ");
  imsi_strbuf_text(text, what);
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, TABLE, name);
  imsi_table_set_text(table, NOTE, text);
  imsi_strbuf_clear(text);
}

static ims_status fill(imsi_sql *sql, imsi_table *table, imsi_strbuf *text)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  /* nothing to keep whole in memory, pages of one size everywhere, and "imsm" by which the file is known again */
  imsi_strbuf_text(text, "PRAGMA page_size = 4096; PRAGMA application_id = 0x696D736D; PRAGMA journal_mode = OFF; "
                         "PRAGMA temp_store = MEMORY; BEGIN");
  IMS_TRY(execute(sql, text));
  for (size_t i = 0; i < imsi_graph_table_count; i++) {
    if (imsi_graph_tables[i]->of_register) {
      tell_left_out(table, imsi_graph_tables[i]->name, a_register, text);
      continue;
    }
    IMS_TRY(copy_graph(sql, imsi_graph_tables[i], text));
    IMS_TRY(tell_rows(sql, table, imsi_graph_tables[i]->name, text));
  }
  for (size_t i = 0; i < count; i++) {
    if (needed(reports[i])) {
      tell_left_out(table, imsi_sql_report_name(reports[i]), needed(reports[i]), text);
      continue;
    }
    IMS_TRY(copy_report(sql, reports[i], text));
    IMS_TRY(tell_rows(sql, table, imsi_sql_report_name(reports[i]), text));
  }
  imsi_strbuf_text(text, "COMMIT");
  return execute(sql, text);
}

static ims_status write_all(const imsi_sql *sql, ims_sink sink)
{
  sqlite3_int64 size = 0;
  unsigned char *bytes = sqlite3_serialize(sql->db, "main", &size, 0);
  const ims_status status = bytes ? sink.write(sink.context, (const char *)bytes, (size_t)size) : IMS_NOMEM;
  sqlite3_free(bytes);
  return status;
}

ims_status ims_sql_export(const ims_model *model, ims_sink sink, ims_diag_sink diags, ims_table **finished)
{
  imsi_reporter reporter;
  imsi_strbuf text = { 0 };
  imsi_reporter_init(&reporter, diags);
  imsi_sql sql = { .model = model, .reporter = &reporter };
  imsi_table *table = imsi_table_new("export", columns, sizeof columns / sizeof *columns);
  ims_status status = imsi_sql_open_free(&sql, READ);
  if (!status)
    status = fill(&sql, table, &text);
  if (!status)
    status = write_all(&sql, sink);
  if (status)
    imsi_table_drop(table);
  else
    status = imsi_table_end(table, finished);
  imsi_sql_close(&sql);
  imsi_strbuf_free(&text);
  imsi_reporter_free(&reporter);
  return status;
}
