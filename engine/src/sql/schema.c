/* What can be asked: the tables with their columns, from the records that make them. */

#include "base/try.h"
#include "ims/sql.h"
#include "query/table.h"
#include "sql/graph.h"
#include "sql/shape.h"

enum { TABLE, NAME, KIND, TYPE, SUMMARY };

static const ims_column columns[] = {
  [TABLE] = { "table", "Table", IMS_COLUMN_ID, false },
  [NAME] = { "name", "Name", IMS_COLUMN_ID, false },
  [KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [TYPE] = { "type", "Type", IMS_COLUMN_ID, false },
  [SUMMARY] = { "summary", "What it is", IMS_COLUMN_TEXT, false },
};

static void add(imsi_table *table, const char *of, const char *name, const char *kind, const char *type,
                const char *summary)
{
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, TABLE, of);
  imsi_table_set(table, NAME, name);
  imsi_table_set(table, KIND, kind);
  imsi_table_set(table, TYPE, type);
  imsi_table_set(table, SUMMARY, summary);
}

static void add_graph(imsi_table *table, const imsi_graph_table *graph)
{
  add(table, graph->name, NULL, "table", NULL, graph->summary);
  for (size_t i = 0; i < graph->column_count; i++)
    add(table, graph->name, graph->columns[i].name, "column", graph->columns[i].type, graph->columns[i].summary);
}

/* By place, in their order: show('9001/8.4'). */
static void add_params(imsi_table *table, const char *name, const ims_report *report, const imsi_vec *shape)
{
  imsi_strbuf text = { 0 }, param_name = { 0 };
  for (size_t i = 0; i < report->param_count; i++) {
    const ims_param *param = &report->params[i];
    imsi_strbuf_clear(&param_name);
    imsi_shape_param(shape, param, &param_name);
    imsi_strbuf_clear(&text);
    imsi_strbuf_text(&text, param->summary);
    imsi_strbuf_text(&text, param->required ? "; needed" : "");
    imsi_strbuf_text(&text, param->many ? "; several with commas" : "");
    add(table, name, NULL, "parameter", param->value ? "TEXT" : "INTEGER", NULL);
    imsi_table_set_text(table, NAME, &param_name);
    imsi_table_set_text(table, SUMMARY, &text);
  }
  imsi_strbuf_free(&text);
  imsi_strbuf_free(&param_name);
}

static ims_status add_report(imsi_table *table, const ims_report *report)
{
  const char *name = imsi_sql_report_name(report);
  imsi_vec shape = IMSI_VEC(const ims_column *);
  const ims_status status = imsi_shape_columns(report, &shape);
  if (!status) {
    add(table, name, NULL, "report", NULL, report->summary);
    add_params(table, name, report, &shape);
    for (size_t i = 0; i < shape.count; i++) {
      const ims_column *column = IMSI_AT(const ims_column *, &shape, i);
      add(table, name, column->key, "column", imsi_shape_type(column), column->title);
    }
  }
  imsi_vec_free(&shape);
  return status;
}

ims_status ims_sql_schema(ims_table **finished)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  imsi_table *table = imsi_table_new("schema", columns, sizeof columns / sizeof *columns);
  ims_status status = IMS_OK;
  for (size_t i = 0; i < imsi_graph_table_count; i++)
    add_graph(table, imsi_graph_tables[i]);
  for (size_t i = 0; !status && i < count; i++)
    status = add_report(table, reports[i]);
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_table_note(table, "Parameters are hidden columns: WHERE pivot = '9001', or by place, as in show('9001/8.4').");
  return imsi_table_end(table, finished);
}
