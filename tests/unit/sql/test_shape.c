#include "sql/shape.h"

#include "sql/connection.h"
#include "sql/graph.h"
#include "unit/sql/fixture_sql.h"

Test(shape, a_report_has_the_columns_of_all_its_forms_once)
{
  static const ims_column first[] = { { "a", "A", IMS_COLUMN_ID, false }, { "b", "B", IMS_COLUMN_NUMBER, true } };
  static const ims_column second[] = { { "b", "B", IMS_COLUMN_NUMBER, true }, { "c", "C", IMS_COLUMN_TEXT, false } };
  static const ims_columns one = { first, 2 }, two = { second, 2 };
  static const ims_columns *const forms[] = { &one, &two };
  imsi_vec columns = IMSI_VEC(const ims_column *);
  cr_assert_eq(imsi_shape_columns(&(ims_report){ .long_forms = forms, .long_form_count = 2 }, &columns), IMS_OK);
  cr_assert_eq(columns.count, (size_t)3);
  cr_expect_str_eq(IMSI_AT(const ims_column *, &columns, 0)->key, "a");
  cr_expect_str_eq(IMSI_AT(const ims_column *, &columns, 2)->key, "c");
  cr_expect_str_eq(imsi_shape_type(IMSI_AT(const ims_column *, &columns, 0)), "TEXT");
  cr_expect_str_eq(imsi_shape_type(IMSI_AT(const ims_column *, &columns, 1)), "INTEGER");
  imsi_vec_free(&columns);
}

Test(shape, a_parameter_gives_way_to_a_column_of_its_name)
{
  static const ims_column list[] = { { "family", "Family", IMS_COLUMN_ID, false } };
  static const struct {
    const char *name, *expected;
  } cases[] = { { "family", "given_family" }, { "without-scope", "without_scope" }, { "pivot", "pivot" } };
  imsi_vec columns = IMSI_VEC(const ims_column *);
  const ims_column *column = list;
  cr_assert_eq(imsi_vec_push(&columns, &column), IMS_OK);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_strbuf name = { 0 };
    imsi_shape_param(&columns, &(ims_param){ .name = cases[i].name }, &name);
    cr_expect_str_eq(imsi_strbuf_string(&name), cases[i].expected);
    imsi_strbuf_free(&name);
  }
  imsi_vec_free(&columns);
}

Test(shape, names_are_quoted)
{
  static const char *const cases[][2] = {
    { "a", "\"a\"" }, { "", "\"\"" }, { "a\"b", "\"a\"\"b\"" }, { "\"", "\"\"\"\"" }
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_strbuf text = { 0 };
    imsi_shape_quote(&text, cases[i][0]);
    cr_expect_str_eq(imsi_strbuf_string(&text), cases[i][1]);
    imsi_strbuf_free(&text);
  }
}

Test(shape, no_report_has_the_name_of_a_table)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  for (size_t i = 0; i < count; i++) {
    const char *name = imsi_sql_report_name(reports[i]);
    cr_expect_str_neq(name, IMSI_SQL_CHOSEN);
    for (size_t k = 0; k < imsi_graph_table_count; k++)
      cr_expect_str_neq(name, imsi_graph_tables[k]->name);
    for (size_t k = 0; k < i; k++)
      cr_expect_str_neq(name, imsi_sql_report_name(reports[k]));
  }
}
