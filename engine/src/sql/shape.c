#include "sql/shape.h"

#include "base/try.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <string.h>

static bool has(const imsi_vec *columns, const char *key)
{
  for (size_t i = 0; i < columns->count; i++)
    if (sqlite3_stricmp(IMSI_AT(const ims_column *, columns, i)->key, key) == 0)
      return true;
  return false;
}

ims_status imsi_shape_columns(const ims_report *report, imsi_vec *columns)
{
  for (size_t f = 0; f < report->long_form_count; f++)
    for (size_t i = 0; i < report->long_forms[f]->count; i++) {
      const ims_column *column = &report->long_forms[f]->list[i];
      if (!has(columns, column->key))
        IMS_TRY(imsi_vec_push(columns, &column));
    }
  return IMS_OK;
}

ims_status imsi_shape_of_table(const ims_table *table, imsi_vec *columns)
{
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    const ims_column *column = ims_table_column(table, i);
    if (!has(columns, column->key))
      IMS_TRY(imsi_vec_push(columns, &column));
  }
  return IMS_OK;
}

void imsi_shape_param(const imsi_vec *columns, const ims_param *param, imsi_strbuf *name)
{
  imsi_strbuf_text(name, has(columns, param->name) ? "given_" : "");
  for (const char *at = param->name; *at; at++)
    imsi_strbuf_bytes(name, *at == '-' ? "_" : at, 1);
}

const char *imsi_shape_type(const ims_column *column)
{
  return column->kind == IMS_COLUMN_NUMBER ? "INTEGER" : "TEXT";
}

void imsi_shape_quote(imsi_strbuf *out, const char *name)
{
  imsi_strbuf_text(out, "\"");
  for (size_t size; *name; name += size) {
    size = strcspn(name, "\"");
    imsi_strbuf_bytes(out, name, size);
    if (name[size] == '"') {
      imsi_strbuf_text(out, "\"\"");
      size++;
    }
  }
  imsi_strbuf_text(out, "\"");
}
