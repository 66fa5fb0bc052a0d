/* What SQLite is told of a report before it runs: its columns, and how it is asked. */

#include "sql/answer_internal.h"
#include "sql/request.h"
#include "sql/shape.h"

#include <string.h>

static size_t param_count(const ims_report *report)
{
  return report ? report->param_count : 0;
}

void imsi_answer_declare(const imsi_answer_vtab *table, imsi_strbuf *text)
{
  imsi_strbuf name = { 0 };
  imsi_strbuf_text(text, "CREATE TABLE x(");
  for (size_t i = 0; i < table->columns.count; i++) {
    const ims_column *column = IMSI_AT(const ims_column *, &table->columns, i);
    imsi_strbuf_text(text, i ? ", " : "");
    imsi_shape_quote(text, column->key);
    imsi_strbuf_text(text, " ");
    imsi_strbuf_text(text, imsi_shape_type(column));
  }
  for (size_t i = 0; i < param_count(table->report); i++) {
    imsi_strbuf_clear(&name);
    imsi_shape_param(&table->columns, &table->report->params[i], &name);
    imsi_strbuf_text(text, ", ");
    imsi_shape_quote(text, imsi_strbuf_string(&name));
    imsi_strbuf_text(text, " HIDDEN");
    if (name.status)
      text->status = name.status;
  }
  imsi_strbuf_text(text, ")");
  imsi_strbuf_free(&name);
}

/* The parameter that a condition gives a value to; SIZE_MAX: none. */
static size_t param_of(const imsi_answer_vtab *table, const struct sqlite3_index_constraint *condition)
{
  const size_t column = (size_t)condition->iColumn;
  if (condition->op != SQLITE_INDEX_CONSTRAINT_EQ || condition->iColumn < 0 || column < table->columns.count)
    return SIZE_MAX;
  return column - table->columns.count;
}

static char *new_plan(size_t count)
{
  char *plan = sqlite3_malloc64(count + 1);
  if (!plan)
    return NULL;
  memset(plan, IMSI_PLAN_NOTHING, count);
  plan[count] = '\0';
  return plan;
}

int imsi_answer_plan(sqlite3_vtab *base, sqlite3_index_info *info)
{
  const imsi_answer_vtab *table = (const imsi_answer_vtab *)base;
  char *plan = new_plan(param_count(table->report));
  int arguments = 0;
  if (!plan)
    return SQLITE_NOMEM;
  info->idxStr = plan;
  info->needToFreeIdxStr = 1;
  for (int i = 0; i < info->nConstraint; i++) {
    const size_t param = param_of(table, &info->aConstraint[i]);
    if (param == SIZE_MAX || plan[param] != IMSI_PLAN_NOTHING)
      continue;
    if (!info->aConstraint[i].usable)
      return SQLITE_CONSTRAINT; /* a report needs what it is told before it runs */
    const bool many = table->report->params[param].many && sqlite3_vtab_in(info, i, -1);
    if (many)
      sqlite3_vtab_in(info, i, 1);
    plan[param] = many ? IMSI_PLAN_LIST : IMSI_PLAN_VALUE;
    info->aConstraintUsage[i].argvIndex = 1; /* for now */
    info->aConstraintUsage[i].omit = 1;
    arguments++;
  }
  /* values come in the order of the parameters */
  for (size_t param = 0, place = 0; plan[param]; param++)
    for (int i = 0; plan[param] != IMSI_PLAN_NOTHING && i < info->nConstraint; i++)
      if (info->aConstraintUsage[i].argvIndex && param_of(table, &info->aConstraint[i]) == param)
        info->aConstraintUsage[i].argvIndex = (int)++place;
  /* a report is worth running once rather than once for each row of another table */
  info->estimatedCost = table->report ? 1e6 : 1e3;
  info->estimatedRows = arguments ? 500 : 1000;
  return SQLITE_OK;
}
