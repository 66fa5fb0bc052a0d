#include "sql/connection.h"

#include "base/try.h"
#include "model/progress.h"
#include "report/common.h"
#include "sql/answer.h"
#include "sql/graph.h"

#include <stdlib.h>
#include <string.h>

/* Reports that are called otherwise in SQL, because the name would be misread there. */
static const struct {
  const char *report;
  const char *name;
} names[] = {
  { "check", "findings" },
};

const char *imsi_sql_report_name(const ims_report *report)
{
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(names[i].report, report->name) == 0)
      return names[i].name;
  return report->name;
}

static bool is_table(void *context, const char *name)
{
  const imsi_sql *sql = context;
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  for (size_t i = 0; i < imsi_graph_table_count; i++)
    if (sqlite3_stricmp(imsi_graph_tables[i]->name, name) == 0)
      return true;
  for (size_t i = 0; i < count; i++)
    if (sqlite3_stricmp(imsi_sql_report_name(reports[i]), name) == 0)
      return true;
  return sql->chosen && sqlite3_stricmp(name, IMSI_SQL_CHOSEN) == 0;
}

static ims_status register_as(imsi_sql *sql, const char *prefix, const char *name, const imsi_graph_table *table,
                              const ims_report *report)
{
  imsi_strbuf full = { 0 };
  imsi_strbuf_text(&full, prefix);
  imsi_strbuf_text(&full, name);
  ims_status status = full.status;
  if (!status)
    status = table ? imsi_graph_register(sql, table, imsi_strbuf_string(&full))
                   : imsi_answer_register(sql, report, imsi_strbuf_string(&full));
  imsi_strbuf_free(&full);
  return status;
}

static ims_status open_with(imsi_sql *sql, const char *prefix)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  sql->answers = IMSI_VEC(imsi_sql_answer);
  if (sqlite3_open_v2(":memory:", &sql->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, NULL))
    return IMS_NOMEM;
  sqlite3_extended_result_codes(sql->db, 1);
  for (size_t i = 0; i < imsi_graph_table_count; i++)
    IMS_TRY(register_as(sql, prefix, imsi_graph_tables[i]->name, imsi_graph_tables[i], NULL));
  for (size_t i = 0; i < count; i++)
    IMS_TRY(register_as(sql, prefix, imsi_sql_report_name(reports[i]), NULL, reports[i]));
  return sql->chosen ? imsi_answer_register(sql, NULL, IMSI_SQL_CHOSEN) : IMS_OK;
}

ims_status imsi_sql_open(imsi_sql *sql, const ims_sql_options *options)
{
  IMS_TRY(open_with(sql, ""));
  sql->guard.progress = *imsi_model_progress(sql->model);
  return imsi_sql_guard_set(&sql->guard, sql->db, options, is_table, sql);
}

ims_status imsi_sql_open_free(imsi_sql *sql, const char *prefix)
{
  return open_with(sql, prefix);
}

void imsi_sql_close(imsi_sql *sql)
{
  sqlite3_close(sql->db);
  for (size_t i = 0; i < sql->answers.count; i++) {
    free(IMSI_AT(imsi_sql_answer, &sql->answers, i).request);
    ims_table_free(IMSI_AT(imsi_sql_answer, &sql->answers, i).table);
  }
  imsi_vec_free(&sql->answers);
  imsi_closure_free(sql->closure);
  imsi_sql_guard_free(&sql->guard);
}

int imsi_sql_declare(imsi_sql *sql, const imsi_strbuf *text)
{
  if (text->status)
    return SQLITE_NOMEM;
  sql->guard.declaring = true;
  const int code = sqlite3_declare_vtab(sql->db, imsi_strbuf_string(text));
  sql->guard.declaring = false;
  return code;
}

const imsi_closure *imsi_sql_closure(imsi_sql *sql)
{
  if (!sql->closure) {
    imsi_closure *closure = NULL;
    const ims_status status = imsi_report_close(sql->model, sql->reporter, &closure);
    if (status) {
      imsi_closure_free(closure);
      sql->status = status;
      return NULL;
    }
    sql->closure = closure;
  }
  return sql->closure;
}
