#include "sql/hint.h"

#include "query/nearest.h"
#include "sql/graph.h"
#include "sql/shape.h"

#include <string.h>

static void offer_tables(const imsi_sql *sql, imsi_nearest *near)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  for (size_t i = 0; i < imsi_graph_table_count; i++)
    imsi_nearest_offer(near, imsi_graph_tables[i]->name);
  for (size_t i = 0; i < count; i++)
    imsi_nearest_offer(near, imsi_sql_report_name(reports[i]));
  if (sql->chosen)
    imsi_nearest_offer(near, IMSI_SQL_CHOSEN);
}

/* The same name in several tables is one suggestion. */
static void offer_once(imsi_nearest *near, const char *name)
{
  if (strcmp(near->given, name) == 0)
    return; /* of another table */
  for (size_t i = 0; i < IMSI_NEAREST && near->names[i]; i++)
    if (strcmp(near->names[i], name) == 0)
      return;
  imsi_nearest_offer(near, name);
}

static void offer_columns(const imsi_sql *sql, imsi_nearest *near)
{
  if (sql->chosen) {
    for (size_t i = 0; i < ims_table_column_count(sql->chosen); i++)
      offer_once(near, ims_table_column(sql->chosen, i)->key);
    return;
  }
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  for (size_t i = 0; i < imsi_graph_table_count; i++)
    for (size_t k = 0; k < imsi_graph_tables[i]->column_count; k++)
      offer_once(near, imsi_graph_tables[i]->columns[k].name);
  for (size_t i = 0; i < count; i++)
    for (size_t f = 0; f < reports[i]->long_form_count; f++)
      for (size_t k = 0; k < reports[i]->long_forms[f]->count; k++)
        offer_once(near, reports[i]->long_forms[f]->list[k].key);
}

void imsi_hint_append(const imsi_sql *sql, const char *message, imsi_strbuf *text)
{
  static const struct {
    const char *begin;
    void (*offer)(const imsi_sql *sql, imsi_nearest *near);
  } kinds[] = { { "no such table: ", offer_tables }, { "no such column: ", offer_columns } };
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    const size_t size = strlen(kinds[i].begin);
    if (strncmp(message, kinds[i].begin, size) != 0)
      continue;
    const char *dot = strrchr(message + size, '.');
    imsi_nearest near = { .given = dot ? dot + 1 : message + size };
    kinds[i].offer(sql, &near);
    imsi_nearest_append(&near, text);
  }
}
