#include "sql/request.h"

#include "base/try.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ANSWERS = 256 };

/* ---- values ---- */

static ims_status add_argument(imsi_request *request, const ims_param *param, const char *value)
{
  imsi_strbuf_text(&request->text, param->name);
  imsi_strbuf_text(&request->text, "=");
  imsi_strbuf_text(&request->text, value ? value : "");
  imsi_strbuf_bytes(&request->text, "\n", 1);
  return imsi_vec_push(&request->arguments, &(ims_argument){ param->name, value });
}

static ims_status refuse_flag(const ims_param *param, const char *value, const imsi_sql *sql)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "'");
  imsi_strbuf_text(&text, param->name);
  imsi_strbuf_text(&text, "' is 1 or 0, not '");
  imsi_strbuf_text(&text, value);
  imsi_strbuf_text(&text, "'");
  const ims_status status = text.status ? text.status : IMS_INVALID;
  if (!text.status)
    imsi_report(sql->reporter, IMS_DIAG_BAD_OPTION, (ims_pos){ sql->name, 0, 0, NULL }, imsi_strbuf_string(&text), NULL,
                NULL, NULL);
  imsi_strbuf_free(&text);
  return status;
}

static ims_status add_flag(imsi_request *request, const ims_param *param, const char *value, const imsi_sql *sql)
{
  static const char *const on[] = { "1", "yes", "true" }, *const off[] = { "0", "no", "false", "" };
  for (size_t i = 0; i < sizeof on / sizeof *on; i++)
    if (sqlite3_stricmp(on[i], value) == 0)
      return add_argument(request, param, NULL);
  for (size_t i = 0; i < sizeof off / sizeof *off; i++)
    if (sqlite3_stricmp(off[i], value) == 0)
      return IMS_OK;
  return refuse_flag(param, value, sql);
}

static ims_status add_list(imsi_request *request, const ims_param *param, const char *list)
{
  for (size_t size; *list; list += size + (list[size] == ',')) {
    list += strspn(list, " ");
    size = strcspn(list, ",");
    size_t end = size;
    while (end && list[end - 1] == ' ')
      end--;
    if (!end)
      continue;
    const char *value = imsi_arena_copy(&request->arena, list, end);
    IMS_TRY(value ? add_argument(request, param, value) : IMS_NOMEM);
  }
  return IMS_OK;
}

static ims_status add_value(imsi_request *request, const ims_param *param, const char *value, const imsi_sql *sql)
{
  if (!param->value)
    return add_flag(request, param, value, sql);
  return param->many ? add_list(request, param, value) : add_argument(request, param, value);
}

/* What `value` says as text, kept; NULL for NULL. */
static ims_status keep(imsi_request *request, sqlite3_value *value, const char **text)
{
  *text = NULL;
  if (sqlite3_value_type(value) == SQLITE_NULL)
    return IMS_OK;
  const char *given = (const char *)sqlite3_value_text(value);
  *text = given ? imsi_arena_copy(&request->arena, given, strlen(given)) : NULL;
  return *text ? IMS_OK : IMS_NOMEM;
}

/* The values of `IN`, as a list with commas: each may be such a list itself. */
static ims_status keep_list(imsi_request *request, sqlite3_value *values, const char **text)
{
  imsi_strbuf list = { 0 };
  sqlite3_value *value = NULL;
  int code = sqlite3_vtab_in_first(values, &value);
  for (; !code; code = sqlite3_vtab_in_next(values, &value)) {
    const char *given = (const char *)sqlite3_value_text(value);
    if (!given) /* NULL is in no list */
      continue;
    imsi_strbuf_text(&list, list.size ? "," : "");
    imsi_strbuf_text(&list, given);
  }
  *text = imsi_arena_copy(&request->arena, imsi_strbuf_string(&list), list.size);
  const ims_status status = code != SQLITE_DONE || list.status || !*text ? IMS_NOMEM : IMS_OK;
  imsi_strbuf_free(&list);
  return status;
}

ims_status imsi_request_take(imsi_request *request, const ims_report *report, const char *plan, sqlite3_value **values,
                             const imsi_sql *sql)
{
  request->report = report;
  request->arguments = IMSI_VEC(ims_argument);
  request->values = IMSI_VEC(const char *);
  for (size_t i = 0; i < report->param_count; i++) {
    const char *text = NULL;
    if (plan[i] == IMSI_PLAN_VALUE)
      IMS_TRY(keep(request, *values++, &text));
    else if (plan[i] == IMSI_PLAN_LIST)
      IMS_TRY(keep_list(request, *values++, &text));
    IMS_TRY(imsi_vec_push(&request->values, &text));
    if (text)
      IMS_TRY(add_value(request, &report->params[i], text, sql));
  }
  return request->text.status;
}

void imsi_request_result(const imsi_request *request, size_t param, sqlite3_context *out)
{
  const char *value = param < request->values.count ? IMSI_AT(const char *, &request->values, param) : NULL;
  if (value)
    sqlite3_result_text(out, value, -1, SQLITE_TRANSIENT);
}

void imsi_request_free(imsi_request *request)
{
  imsi_vec_free(&request->arguments);
  imsi_vec_free(&request->values);
  imsi_strbuf_free(&request->text);
  imsi_arena_free(&request->arena);
  *request = (imsi_request){ 0 };
}

/* ---- answers ---- */

/* What a report says on its way to the sink of the statement. */
typedef struct passage {
  const imsi_sql *sql;
  bool told;
  bool dropped; /* the message before: its notes go with it */
} passage;

static void pass(void *context, const ims_diag *diag)
{
  passage *p = context;
  if (diag->severity != IMS_NOTE)
    p->dropped = p->told && diag->severity != IMS_ERROR;
  if (p->dropped || !p->sql->reporter->sink.report)
    return;
  ims_diag copy = *diag;
  if (!copy.pos.file)
    copy.pos.file = p->sql->name; /* what is wrong with the request is wrong in the statement */
  p->sql->reporter->sink.report(p->sql->reporter->sink.context, &copy);
}

static const ims_table *answered(const imsi_request *request, const imsi_sql *sql)
{
  for (size_t i = 0; i < sql->answers.count; i++) {
    const imsi_sql_answer *answer = &IMSI_AT(imsi_sql_answer, &sql->answers, i);
    if (answer->report == request->report && strcmp(answer->request, imsi_strbuf_string(&request->text)) == 0)
      return answer->table;
  }
  return NULL;
}

/* Keeps the answer with the connection; false if it stays the caller's: no room, which is no failure. */
static bool keep_answer(const imsi_request *request, imsi_sql *sql, ims_table *table)
{
  if (sql->answers.count == MOST_ANSWERS)
    return false;
  const char *text = imsi_strbuf_string(&request->text);
  char *copy = malloc(strlen(text) + 1);
  if (copy && !imsi_vec_push(&sql->answers, &(imsi_sql_answer){ request->report, strcpy(copy, text), table }))
    return true;
  free(copy);
  return false;
}

ims_status imsi_request_run(const imsi_request *request, imsi_sql *sql, bool *told, const ims_table **table,
                            ims_table **own)
{
  *own = NULL;
  *table = answered(request, sql);
  if (*table)
    return IMS_OK;
  const ims_request asked = { .arguments = request->arguments.data,
                              .argument_count = request->arguments.count,
                              .form = IMS_FORM_LONG,
                              .evidence = sql->evidence,
                              .today = sql->today };
  passage p = { sql, *told, *told };
  ims_table *made = NULL;
  IMS_TRY(request->report->run(sql->model, &asked, (ims_diag_sink){ pass, &p }, &made));
  *told = true;
  *table = made;
  if (!keep_answer(request, sql, made))
    *own = made;
  return IMS_OK;
}
