/** Statements, and their tables or messages as text, for the tests of SQL. */
#ifndef FIXTURE_SQL_H
#define FIXTURE_SQL_H

#include "ims/sql.h"
#include "unit/complete_document.h"
#include "unit/report/fixture_report.h"

/** A statement on a model, within limits of its own: cells of its rows, or "STATUS line:column code: text". */
static inline void fixture_answer(const ims_model *model, const char *text, size_t size, const ims_sql_options *options,
                                  ims_memory *got)
{
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  const ims_status status = ims_sql_query(model, text, size, options, fixture_sink(&diags), &table);
  cr_expect_eq(table != NULL, status == IMS_OK, "%s", text);
  if (table)
    fixture_rows(table, 0, SIZE_MAX, got);
  else
    fixture_printf(got, "%s\n", ims_status_text(status));
  for (size_t i = 0; i < diags.count; i++)
    fixture_printf(got, "%s:%u:%u %s: %s\n", diags.list[i].file, diags.list[i].line, diags.list[i].column,
                   ims_diag_code(diags.list[i].id), diags.list[i].text);
  ims_table_free(table);
  fixture_diags_free(&diags);
}

/** Expects that text of a statement. */
static inline void fixture_expect_answer(const ims_model *model, const char *text, const char *expected)
{
  ims_memory got = { 0 };
  fixture_answer(model, text, strlen(text), NULL, &got);
  const char *answer = got.data ? got.data : "";
  cr_expect_str_eq(answer, expected, "%s\ngot\n%s\nexpected\n%s", text, answer, expected);
  ims_memory_free(&got);
}

/** Expects that two statements answer the same, and not nothing. */
static inline void fixture_expect_same(const ims_model *model, const char *one, const char *other)
{
  ims_memory got = { 0 };
  fixture_answer(model, one, strlen(one), NULL, &got);
  cr_expect(got.size > 0, "%s", one);
  fixture_expect_answer(model, other, got.data ? got.data : "");
  ims_memory_free(&got);
}

#endif
