#include "unit/sql/fixture_sql.h"

static ims_table *table_of(const ims_model *model, const char *text)
{
  ims_table *table = NULL;
  const ims_diag_sink nobody = { NULL, NULL };
  cr_assert_eq(ims_sql_query(model, text, strlen(text), NULL, nobody, &table), IMS_OK, "%s", text);
  return table;
}

Test(query, answers_with_a_table)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model, "SELECT number, title, parent FROM clause WHERE edition = 'a:2' ORDER BY position",
                        "4|Context|\n4.1|Issues|4\n4.2||4\n5|Leadership|\n");
  fixture_expect_answer(model, "SELECT 1 WHERE 0", "");
  fixture_expect_answer(model, "VALUES (1, 'a'), (2, NULL);", "1|a\n2|\n");
  ims_model_free(model);
}

Test(query, numbers_are_numbers_and_prose_may_wrap)
{
  static const struct {
    const char *text;
    ims_column_kind kind;
  } cases[] = {
    { "SELECT 1", IMS_COLUMN_NUMBER },
    { "SELECT 0.5", IMS_COLUMN_NUMBER },
    { "SELECT '1'", IMS_COLUMN_ID },
    { "SELECT 'a b'", IMS_COLUMN_TEXT },
    { "SELECT NULL", IMS_COLUMN_ID },
    { "VALUES (1), ('x')", IMS_COLUMN_ID },
    { "SELECT line FROM clause WHERE 0", IMS_COLUMN_NUMBER },
    { "SELECT confidence FROM relation WHERE 0", IMS_COLUMN_NUMBER },
    { "SELECT number FROM clause WHERE 0", IMS_COLUMN_ID },
  };
  ims_model *model = fixture_model(complete_document());
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ims_table *table = table_of(model, cases[i].text);
    cr_expect_eq(ims_table_column(table, 0)->kind, cases[i].kind, "%s", cases[i].text);
    ims_table_free(table);
  }
  ims_model_free(model);
}

Test(query, every_column_has_a_key_of_its_own)
{
  ims_model *model = fixture_model(complete_document());
  ims_table *table = table_of(model, "SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a, 5 AS b");
  fixture_expect_columns(table, "a, a\na_2, a_2\na_2_2, a_2_2\na_3, a_3\nb, b\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(query, what_is_no_text_is_shown_as_sql_writes_it)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model, "SELECT x'00ff', 'a' || char(0), CAST(x'ff' AS TEXT), '', x''",
                        "x'00ff'|x'6100'|x'ff'||x''\n");
  ims_model_free(model);
}

Test(query, an_empty_text_is_not_null)
{
  ims_model *model = fixture_model(complete_document());
  ims_table *table = table_of(model, "SELECT '', NULL");
  cr_expect_str_eq(ims_table_cell(table, 0, 0), "");
  cr_expect_null(ims_table_cell(table, 0, 1));
  ims_table_free(table);
  ims_model_free(model);
}

Test(query, the_table_outlives_the_model)
{
  ims_model *model = fixture_model(complete_document());
  ims_table *table = table_of(model, "SELECT text FROM provision WHERE id = '4.1#2' AND edition = 'a:2'");
  ims_model_free(model);
  cr_expect_str_eq(ims_table_cell(table, 0, 0), "Look again.");
  ims_table_free(table);
}

Test(query, a_statement_may_come_without_a_model_to_speak_of)
{
  ims_model *model = fixture_model(DOC(""));
  fixture_expect_answer(model, "SELECT count(*) FROM known", "0\n");
  fixture_expect_answer(model, "SELECT (SELECT count(*) FROM clause) + (SELECT count(*) FROM relation)", "0\n");
  ims_model_free(model);
}

Test(query, quotes_in_values_are_values)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model, "SELECT count(*) FROM clause WHERE number = '4''; --'", "0\n");
  fixture_expect_answer(model, "SELECT count(*) FROM known WHERE source = '\"4' AND target_edition = '''a'", "0\n");
  fixture_expect_answer(model, "SELECT * FROM show('a:2/4''')",
                        "not found\n"
                        "query:0:0 no-such-reference: there is no '4'' in a:2; nearest: 4, 4.1, 4.2\n");
  ims_model_free(model);
}

Test(query, limits_are_told)
{
  ims_model *model = fixture_model(complete_document());
  static const char endless[] = "WITH RECURSIVE r(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM r) SELECT x FROM r";
  ims_memory got = { 0 };
  fixture_answer(model, endless, sizeof endless - 1, &(ims_sql_options){ .rows = 10 }, &got);
  fixture_compare(&got,
                  "a limit was reached\nquery:0:0 query-limit: the statement was given up at its limit: 10 rows\n");
  got = (ims_memory){ 0 };
  fixture_answer(model, endless, sizeof endless - 1, &(ims_sql_options){ .steps = 5000, .name = "f.sql" }, &got);
  fixture_compare(&got,
                  "a limit was reached\nf.sql:0:0 query-limit: the statement was given up at its limit: 5000 steps\n");
  ims_model_free(model);
}

Test(query, a_result_that_is_too_large_is_given_up)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(
      model,
      "WITH RECURSIVE r(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM r) "
      "SELECT printf('%.*c', 1000000, 'x') FROM r",
      "a limit was reached\nquery:0:0 query-limit: the statement was given up at its limit: 256 MiB of "
      "values\n");
  ims_model_free(model);
}
