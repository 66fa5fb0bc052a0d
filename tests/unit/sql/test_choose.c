#include "unit/complete_register.h"
#include "unit/sql/fixture_sql.h"

static void expect_choice(const char *where, const char *columns, const char *expected)
{
  ims_model *model = fixture_model(complete_document());
  ims_table *given = fixture_table(model, "correlate",
                                   LONG({ "pivot", "a:2" }, { "other", "h:1" }, { "level", "provision" })),
            *table = NULL;
  fixture_diags diags = { 0 };
  ims_memory got = { 0 };
  const ims_status status = ims_sql_choose(model, given, where, columns, NULL, fixture_sink(&diags), &table);
  if (status)
    fixture_printf(&got, "%s\n", ims_status_text(status));
  else
    fixture_rows(table, 0, SIZE_MAX, &got);
  for (size_t i = 0; i < diags.count; i++)
    fixture_printf(&got, "%s:%u:%u %s: %s\n", diags.list[i].file, diags.list[i].line, diags.list[i].column,
                   ims_diag_code(diags.list[i].id), diags.list[i].text);
  cr_expect_eq(table != NULL, status == IMS_OK);
  fixture_compare(&got, expected);
  ims_table_free(table);
  ims_table_free(given);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(choose, rows_stay_in_their_order_and_columns_come_as_named)
{
  expect_choice(NULL, "relation,source", ">|4.1#1\n>|4.1#1\n<|4.1#2\n=|4.2#1\nnone|-\n");
  expect_choice("relation = '='", "source, target", "4.2#1|4.2#1\n");
  expect_choice("relation IN ('=', '>') -- a comment", " target ", "4.1#1\n4.1#2\n4.2#1\n");
  expect_choice("0", "source", "");
  expect_choice("NULL", "source", "");
}

Test(choose, other_tables_can_be_asked)
{
  expect_choice("source IN (SELECT id FROM provision WHERE edition = 'a:2' AND reuse_method = 'extend')", "source",
                "4.1#1\n4.1#1\n");
  expect_choice("(SELECT count(*) FROM this AS t WHERE t.rowid <= this.rowid) = 3", "source", "4.1#2\n");
}

Test(choose, what_is_wrong_is_told_with_its_place)
{
  expect_choice(
      NULL, "source,relatin",
      "not found\ncolumns:1:8 no-such-column: there is no column 'relatin' in 'correlate'; nearest: relation, "
      "basis, places\n");
  expect_choice(NULL, "",
                "not found\ncolumns:1:1 no-such-column: there is no column '' in 'correlate'; nearest: move, "
                "basis, source\n");
  expect_choice(NULL, "source, source", "the input is invalid\ncolumns:1:9 bad-query: this column was named before\n");
  expect_choice("sourc = 1", NULL,
                "the input is invalid\nwhere:1:1 bad-query: no such column: sourc; nearest: source, move, basis\n");
  expect_choice("1\nAND AND", NULL, "the input is invalid\nwhere:2:5 bad-query: near \"AND\": syntax error\n");
  expect_choice("1) OR (1", NULL, "the input is invalid\nwhere:1:2 bad-query: ')' closes nothing\n");
  expect_choice("1 ORDER BY 1", NULL, "the input is invalid\nwhere:1:3 bad-query: near \"ORDER\": syntax error\n");
  expect_choice("", NULL,
                "the input is invalid\nwhere:1:1 bad-query: there is nothing in it but blanks and comments\n");
  expect_choice("source = (SELECT random())", NULL,
                "the input is invalid\nwhere:1:1 query-refused: a statement may only read: the function 'random' is "
                "not allowed\n");
}

Test(choose, captions_notes_and_kinds_of_rows_stay)
{
  ims_model *model = fixture_model(complete_document());
  ims_table *given = fixture_table(model, "show", LONG({ "reference", "a:2/4.2" })), *table = NULL;
  const ims_diag_sink nobody = { NULL, NULL };
  cr_assert_eq(ims_sql_choose(model, given, "kind = 'clause'", NULL, NULL, nobody, &table), IMS_OK);
  cr_expect_eq(ims_table_column_count(table), ims_table_column_count(given));
  cr_expect_eq(ims_table_caption_count(table), ims_table_caption_count(given));
  cr_expect_str_eq(ims_table_caption(table, 0), ims_table_caption(given, 0));
  cr_expect_eq(ims_table_row_count(table), (size_t)1);
  cr_expect_eq(ims_table_row_kind(table, 0), IMS_ROW_HEADING);
  cr_expect_str_eq(ims_table_note(table, ims_table_note_count(table) - 1),
                   "Chosen: 1 of 3 rows, where kind = 'clause'");
  cr_expect_str_eq(ims_table_name(table), "show");
  ims_table_free(table);
  ims_table_free(given);
  ims_model_free(model);
}

Test(choose, a_column_that_is_named_is_shown)
{
  ims_model *model = fixture_model(complete_document());
  ims_table *given = fixture_table(model, "standards", LONG({ "all", NULL })), *table = NULL;
  const ims_diag_sink nobody = { NULL, NULL };
  cr_assert_eq(ims_sql_choose(model, given, NULL, "place", NULL, nobody, &table), IMS_OK);
  fixture_expect_columns(table, "place, Place\n");
  ims_table_free(table);
  cr_assert_eq(ims_sql_choose(model, given, "1", NULL, NULL, nobody, &table), IMS_OK);
  cr_expect(ims_table_column(table, fixture_column(table, "place"))->detail);
  ims_table_free(table);
  ims_table_free(given);
  ims_model_free(model);
}

Test(choose, where_can_ask_the_register)
{
  ims_model *model = fixture_model(complete_document());
  ims_register *evidence = complete_register(model);
  ims_table *given = fixture_table(model, "show", LONG({ "reference", "a:2" })), *table = NULL;
  const ims_diag_sink nobody = { NULL, NULL };
  static const char where[] = "number IN (SELECT ref FROM claim WHERE entry_id = 'P')";
  cr_assert_eq(
      ims_sql_choose(model, given, where, "number", &(ims_sql_options){ .evidence = evidence }, nobody, &table),
      IMS_OK);
  cr_assert_eq(ims_table_row_count(table), (size_t)1);
  cr_expect_str_eq(ims_table_cell(table, 0, 0), "4.1");
  ims_table_free(table);
  cr_assert_eq(ims_sql_choose(model, given, where, "number", NULL, nobody, &table), IMS_OK);
  cr_expect_eq(ims_table_row_count(table), (size_t)0);
  ims_table_free(table);
  ims_table_free(given);
  ims_register_free(evidence);
  ims_model_free(model);
}
