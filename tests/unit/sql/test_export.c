#include "unit/sql/fixture_sql.h"

#include <sqlite3.h>

static ims_memory export(const ims_model *model, ims_table **table)
{
  ims_memory bytes = { 0 };
  const ims_diag_sink nobody = { NULL, NULL };
  cr_assert_eq(ims_sql_export(model, ims_sink_memory(&bytes), nobody, table), IMS_OK);
  return bytes;
}

/* All rows of a statement on the database, in the form of fixture_rows. */
static void ask(sqlite3 *db, const char *text, ims_memory *got)
{
  sqlite3_stmt *statement = NULL;
  cr_assert_eq(sqlite3_prepare_v2(db, text, -1, &statement, NULL), SQLITE_OK, "%s: %s", text, sqlite3_errmsg(db));
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(statement); i++) {
      const char *cell = (const char *)sqlite3_column_text(statement, i);
      fixture_append(got, i ? "|" : "");
      fixture_append(got, cell ? cell : "");
    }
    fixture_printf(got, "\n");
  }
  cr_assert_eq(sqlite3_finalize(statement), SQLITE_OK);
}

static sqlite3 *open_bytes(ims_memory *bytes)
{
  sqlite3 *db = NULL;
  cr_assert_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
  cr_assert_eq(sqlite3_deserialize(db, "main", (unsigned char *)bytes->data, (sqlite3_int64)bytes->size,
                                   (sqlite3_int64)bytes->size, SQLITE_DESERIALIZE_READONLY),
               SQLITE_OK);
  return db;
}

Test(export, the_database_holds_what_the_tables_tell)
{
  static const char *const tables[] = { "edition", "clause", "provision", "item",  "term",      "relation", "verdict",
                                        "known",   "checks", "review",    "terms", "standards", "topics" };
  ims_model *model = fixture_model(complete_document());
  ims_table *written = NULL;
  ims_memory bytes = export(model, &written);
  sqlite3 *db = open_bytes(&bytes);
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    char text[64];
    ims_memory held = { 0 }, told = { 0 };
    snprintf(text, sizeof text, "SELECT * FROM %s", tables[i]);
    ask(db, text, &held);
    fixture_answer(model, text, strlen(text), NULL, &told);
    cr_expect(held.size > 0, "%s is empty", tables[i]);
    fixture_compare(&held, told.data ? told.data : "");
    ims_memory_free(&told);
  }
  ims_memory got = { 0 };
  ask(db, "PRAGMA integrity_check", &got);
  fixture_compare(&got, "ok\n");
  sqlite3_close(db);
  ims_table_free(written);
  ims_memory_free(&bytes);
  ims_model_free(model);
}

Test(export, both_ends_have_an_index)
{
  ims_model *model = fixture_model(complete_document());
  ims_table *written = NULL;
  ims_memory bytes = export(model, &written), got = { 0 };
  sqlite3 *db = open_bytes(&bytes);
  ask(db, "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name", &got);
  fixture_compare(&got, "clause_by_name\nedition_by_name\nitem_by_name\nknown_by_source\nknown_by_target\n"
                        "provision_by_name\nrelation_by_source\nrelation_by_target\nterm_by_name\n");
  sqlite3_close(db);
  ims_table_free(written);
  ims_memory_free(&bytes);
  ims_model_free(model);
}

Test(export, the_same_model_gives_the_same_bytes)
{
  ims_model *one = fixture_model(complete_document()), *two = fixture_model(complete_document());
  ims_table *first = NULL, *second = NULL;
  ims_memory a = export(one, &first), b = export(two, &second);
  cr_assert_eq(a.size, b.size);
  cr_expect_eq(memcmp(a.data, b.data, a.size), 0);
  ims_table_free(first);
  ims_table_free(second);
  ims_memory_free(&a);
  ims_memory_free(&b);
  ims_model_free(one);
  ims_model_free(two);
}

Test(export, what_is_left_out_is_told)
{
  ims_model *model = fixture_model(complete_document());
  ims_table *written = NULL;
  ims_memory bytes = export(model, &written);
  bool told = false;
  for (size_t i = 0; i < ims_table_row_count(written); i++) {
    const char *rows = ims_table_cell(written, i, 1), *note = ims_table_cell(written, i, 2);
    cr_expect_neq(rows == NULL, note == NULL, "%s", ims_table_cell(written, i, 0));
    told = told || (strcmp(ims_table_cell(written, i, 0), "compare") == 0 && note &&
                    strcmp(note, "left out, for it needs to be told: a standard") == 0);
  }
  cr_expect(told);
  ims_table_free(written);
  ims_memory_free(&bytes);
  ims_model_free(model);
}

static ims_status full(void *context, const char *data, size_t size)
{
  (void)context;
  (void)data;
  (void)size;
  return IMS_IO;
}

Test(export, a_sink_that_fails_is_a_failure)
{
  ims_model *model = fixture_model(complete_document());
  ims_table *written = NULL;
  const ims_diag_sink nobody = { NULL, NULL };
  cr_expect_eq(ims_sql_export(model, (ims_sink){ full, NULL }, nobody, &written), IMS_IO);
  cr_expect_null(written);
  ims_model_free(model);
}
