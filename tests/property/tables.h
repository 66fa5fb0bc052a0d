/** What the property tests ask of the reports: tables from a request in one line, and their rows as text. */
#ifndef TABLES_H
#define TABLES_H

#include "ims/report.h"
#include "unit/fixture_model.h"

enum { TABLES_ARGUMENTS = 64 };

static inline void tables_no_message(void *context, const ims_diag *diag)
{
  (void)context;
  cr_assert_neq(diag->severity, IMS_ERROR, "%s", diag->text);
}

/** The model of what is compiled in. */
static inline ims_model *tables_builtin(void)
{
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  cr_assert_eq(ims_loader_new(NULL, (ims_diag_sink){ tables_no_message, NULL }, &loader), IMS_OK);
  cr_assert_eq(ims_loader_builtin(loader), IMS_OK);
  cr_assert_eq(ims_loader_finish(loader, &model), IMS_OK);
  ims_loader_free(loader);
  return model;
}

/** A table of the report; free it. `arguments` ends with a NULL name. */
static inline ims_table *tables_make(const ims_model *model, const char *report, const ims_argument *arguments,
                                     ims_form form, ims_words words)
{
  ims_request request = { .arguments = arguments, .form = form, .words = words };
  while (arguments[request.argument_count].name)
    request.argument_count++;
  ims_table *table = NULL;
  const ims_report *found = ims_report_find(report);
  cr_assert_not_null(found);
  cr_assert_eq(found->run(model, &request, (ims_diag_sink){ tables_no_message, NULL }, &table), IMS_OK);
  cr_assert_not_null(table);
  return table;
}

/** True for an edition that is compared demand by demand: the rest would only take time. */
static inline bool tables_compares(const ims_model *model, const ims_edition *edition)
{
  for (uint32_t i = 0; i < edition->count; i++)
    if (ims_node_kind_of(model, (ims_node){ edition->first.index + i }) == IMS_PROVISION)
      return true;
  return false;
}

/** The correlation table of an edition with all others that are compared, in that order, long. */
static inline ims_table *tables_long(const ims_model *model, const char *pivot, const char *level, bool reverse)
{
  ims_argument arguments[TABLES_ARGUMENTS] = { { "level", level }, { "pivot", pivot } };
  size_t count = 2;
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const char *id = ims_edition_at(model, i)->id;
    if (strcmp(id, pivot) != 0 && tables_compares(model, ims_edition_at(model, i)))
      arguments[count++] = (ims_argument){ "other", id };
    cr_assert_lt(count, (size_t)TABLES_ARGUMENTS - 1);
  }
  if (reverse)
    arguments[count] = (ims_argument){ "reverse", NULL };
  return tables_make(model, "correlate", arguments, IMS_FORM_LONG, IMS_WORDS_NONE);
}

/** The number of the column with that key. */
static inline size_t tables_column(const ims_table *table, const char *key)
{
  for (size_t i = 0; i < ims_table_column_count(table); i++)
    if (strcmp(ims_table_column(table, i)->key, key) == 0)
      return i;
  cr_assert_fail("no column %s", key);
  return 0;
}

/** A cell, "" if it is empty. */
static inline const char *tables_cell(const ims_table *table, size_t row, size_t column)
{
  const char *text = ims_table_cell(table, row, column);
  return text ? text : "";
}

/** Lines of text to be compared; initialise with {0}. */
typedef struct tables_lines {
  char **list;
  size_t count;
} tables_lines;

static inline void tables_add_line(tables_lines *lines, char *line)
{
  char **list = realloc(lines->list, (lines->count + 1) * sizeof *list);
  cr_assert_not_null(list);
  lines->list = list;
  list[lines->count++] = line;
}

static inline int tables_compare_lines(const void *a, const void *b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/** Expects the same lines in any order. */
static inline void tables_expect_same(tables_lines *a, tables_lines *b, const char *what)
{
  if (a->count)
    qsort(a->list, a->count, sizeof *a->list, tables_compare_lines);
  if (b->count)
    qsort(b->list, b->count, sizeof *b->list, tables_compare_lines);
  for (size_t i = 0; i < a->count && i < b->count; i++)
    cr_assert_str_eq(a->list[i], b->list[i], "%s: %s / %s", what, a->list[i], b->list[i]);
  cr_assert_eq(a->count, b->count, "%s: %zu / %zu rows", what, a->count, b->count);
}

static inline void tables_lines_free(tables_lines *lines)
{
  for (size_t i = 0; i < lines->count; i++)
    free(lines->list[i]);
  free(lines->list);
  *lines = (tables_lines){ NULL, 0 };
}

#endif
