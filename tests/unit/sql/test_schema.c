#include "unit/sql/fixture_sql.h"

Test(schema, every_column_that_is_listed_can_be_asked_for)
{
  ims_model *model = fixture_model(DOC(""));
  ims_table *schema = NULL;
  cr_assert_eq(ims_sql_schema(&schema), IMS_OK);
  size_t tables = 0;
  for (size_t i = 0; i < ims_table_row_count(schema); i++) {
    const char *of = ims_table_cell(schema, i, 0), *name = ims_table_cell(schema, i, 1);
    cr_assert_not_null(ims_table_cell(schema, i, 4), "%s.%s has no summary", of, name ? name : "");
    tables += !name;
    if (!name)
      continue;
    char text[256];
    snprintf(text, sizeof text, "EXPLAIN SELECT \"%s\" FROM \"%s\"", name, of);
    ims_table *table = NULL;
    const ims_diag_sink nobody = { NULL, NULL };
    cr_expect_eq(ims_sql_query(model, text, strlen(text), NULL, nobody, &table), IMS_OK, "%s", text);
    ims_table_free(table);
  }
  size_t reports;
  ims_reports(&reports);
  cr_expect_eq(tables, 11 + reports);
  ims_table_free(schema);
  ims_model_free(model);
}

/* SELECT * leaves hidden columns out: what is left are the columns that are listed, in their order. */
Test(schema, every_column_of_a_table_is_listed)
{
  static const struct {
    const char *name, *text;
  } tables[] = { { "known", "SELECT * FROM known" },        { "provision", "SELECT * FROM provision" },
                 { "verdict", "SELECT * FROM verdict" },    { "entry", "SELECT * FROM entry" },
                 { "claim", "SELECT * FROM claim" },        { "system", "SELECT * FROM system" },
                 { "standards", "SELECT * FROM standards" } };
  ims_model *model = fixture_model(DOC(""));
  ims_table *schema = NULL;
  cr_assert_eq(ims_sql_schema(&schema), IMS_OK);
  for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
    ims_table *table = NULL;
    const ims_diag_sink nobody = { NULL, NULL };
    cr_assert_eq(ims_sql_query(model, tables[t].text, strlen(tables[t].text), NULL, nobody, &table), IMS_OK);
    size_t column = 0;
    for (size_t i = 0; i < ims_table_row_count(schema); i++)
      if (strcmp(ims_table_cell(schema, i, 0), tables[t].name) == 0 &&
          strcmp(ims_table_cell(schema, i, 2), "column") == 0)
        cr_expect_str_eq(ims_table_column(table, column++)->key, ims_table_cell(schema, i, 1));
    cr_expect_eq(column, ims_table_column_count(table), "%s", tables[t].name);
    ims_table_free(table);
  }
  ims_table_free(schema);
  ims_model_free(model);
}
