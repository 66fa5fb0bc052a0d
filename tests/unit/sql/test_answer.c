#include "sql/connection.h"

#include "unit/sql/fixture_sql.h"

Test(answer, a_report_is_asked_by_name_or_by_place)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model, "SELECT kind, ref, text FROM show WHERE reference = 'a:2/4.2'",
                        "clause|a:2/4.2|(Context)\nprovision|a:2/4.2#1|Know who wants what.\n"
                        "counterpart|h:1/4.2|Parties\n");
  fixture_expect_same(model, "SELECT * FROM show WHERE reference = 'a:2/4.2'", "SELECT * FROM show('a:2/4.2')");
  fixture_expect_same(model, "SELECT * FROM checks", "SELECT * FROM checks()");
  ims_model_free(model);
}

/* The rows of a report as SQL tells them. */
static void expect_as_report(const ims_model *model, const char *statement, const char *report,
                             const ims_request *request)
{
  ims_table *table = fixture_table(model, report, request);
  ims_memory rows = { 0 };
  fixture_rows(table, 0, SIZE_MAX, &rows);
  ims_table *answer = NULL;
  const ims_diag_sink nobody = { NULL, NULL };
  cr_assert_eq(ims_sql_query(model, statement, strlen(statement), NULL, nobody, &answer), IMS_OK);
  cr_assert_gt(ims_table_row_count(table), (size_t)0, "%s", statement);
  cr_expect_eq(ims_table_row_count(answer), ims_table_row_count(table), "%s", statement);
  for (size_t c = 0; c < ims_table_column_count(table); c++) {
    const size_t same = fixture_column(answer, ims_table_column(table, c)->key);
    for (size_t r = 0; r < ims_table_row_count(table); r++) {
      const char *a = ims_table_cell(table, r, c), *b = ims_table_cell(answer, r, same);
      cr_expect_str_eq(a ? a : "", b ? b : "", "%s: %s", statement, ims_table_column(table, c)->key);
    }
  }
  ims_memory_free(&rows);
  ims_table_free(table);
  ims_table_free(answer);
}

Test(answer, the_rows_are_those_of_the_report)
{
  ims_model *model = fixture_model(complete_document());
  expect_as_report(model, "SELECT * FROM correlate('a:2', 'h:1,c:1')", "correlate",
                   LONG({ "pivot", "a:2" }, { "other", "h:1" }, { "other", "c:1" }));
  expect_as_report(model, "SELECT * FROM correlate WHERE pivot = 'a:2' AND other IN ('h:1', 'c:1')", "correlate",
                   LONG({ "pivot", "a:2" }, { "other", "c:1" }, { "other", "h:1" }));
  expect_as_report(model, "SELECT * FROM correlate WHERE pivot = 'a:2' AND other = ' h:1 ' AND level = 'provision'",
                   "correlate", LONG({ "pivot", "a:2" }, { "other", "h:1" }, { "level", "provision" }));
  expect_as_report(model, "SELECT * FROM correlate('a:2', 'h:1') WHERE reverse = 1", "correlate",
                   LONG({ "pivot", "a:2" }, { "other", "h:1" }, { "reverse", NULL }));
  expect_as_report(model, "SELECT * FROM correlate('a:2', 'h:1', NULL, 'provision')", "correlate",
                   LONG({ "pivot", "a:2" }, { "other", "h:1" }, { "level", "provision" }));
  expect_as_report(model, "SELECT * FROM show('a:2/4.1')", "show", LONG({ "reference", "a:2/4.1" }));
  expect_as_report(model, "SELECT * FROM show('a:2')", "show", LONG({ "reference", "a:2" }));
  expect_as_report(model, "SELECT * FROM standards WHERE given_family = 'f'", "standards", LONG({ "family", "f" }));
  expect_as_report(model, "SELECT * FROM standards WHERE data = 'yes'", "standards", LONG({ "data", NULL }));
  expect_as_report(model, "SELECT * FROM standards WHERE \"all\" = 1", "standards", LONG({ "all", NULL }));
  expect_as_report(model, "SELECT * FROM compare('a:2', 'h:1')", "compare", LONG({ "a", "a:2" }, { "b", "h:1" }));
  ims_model_free(model);
}

Test(answer, numbers_are_compared_as_numbers)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model, "SELECT edition, provisions + 1 FROM standards WHERE provisions > 2 AND provisions < 10",
                        "a:2|4\nh:1|5\n");
  ims_model_free(model);
}

Test(answer, what_a_report_refuses_is_the_error_of_the_statement)
{
  static const struct {
    const char *text, *expected;
  } cases[] = {
    { "SELECT * FROM show('a:2/9')",
      "not found\nquery:0:0 no-such-reference: there is no '9' in a:2; nearest: 4, 5, 4.1\n" },
    { "SELECT * FROM show('x')",
      "not found\nquery:0:0 no-such-edition: there is no standard or edition 'x'; loaded: a:1, a:2, c:1, g:1, h:1\n" },
    { "SELECT * FROM compare('a:2')",
      "the input is invalid\nquery:0:0 missing-argument: 'compare' needs to be told: the standard to set beside it\n" },
    { "SELECT * FROM correlate('a:2', 'a:2')", "the input is invalid\nquery:0:0 same-edition: 'a:2' is named twice; an "
                                               "edition is not correlated with itself\n" },
    { "SELECT * FROM correlate('a:2', 'h:1') WHERE reverse = 2",
      "the input is invalid\nquery:0:0 bad-option: 'reverse' is 1 or 0, not '2'\n" },
  };
  ims_model *model = fixture_model(complete_document());
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    fixture_expect_answer(model, cases[i].text, cases[i].expected);
  ims_model_free(model);
}

Test(answer, a_report_can_be_asked_once_for_each_row_of_another_table)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model,
                        "SELECT c.number, count(*) FROM clause c, show(c.edition || '/' || c.number) s "
                        "WHERE c.edition = 'a:2' AND s.kind = 'provision' GROUP BY c.position",
                        "4|4\n4.1|3\n4.2|1\n");
  fixture_expect_answer(model,
                        "SELECT e.edition, (SELECT count(*) FROM show(e.edition)) FROM edition e WHERE e.edition "
                        "LIKE 'a:%'",
                        "a:1|1\na:2|4\n");
  ims_model_free(model);
}

Test(answer, a_report_can_stand_beside_itself)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model,
                        "SELECT count(*) FROM correlate('a:2', 'h:1', NULL, 'provision') x JOIN "
                        "correlate('h:1', 'a:2', NULL, 'provision') y ON x.source = y.target AND x.target = y.source "
                        "WHERE x.relation <> 'none'",
                        "4\n");
  ims_model_free(model);
}

Test(answer, hidden_columns_say_what_was_asked)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model, "SELECT DISTINCT pivot, other, level FROM correlate('a:2', 'h:1, c:1')",
                        "a:2|h:1, c:1|\n");
  ims_model_free(model);
}

static size_t count_messages(const ims_model *model, const char *question)
{
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  cr_expect_eq(ims_sql_query(model, question, strlen(question), NULL, fixture_sink(&diags), &table), IMS_OK);
  const size_t count = diags.count;
  ims_table_free(table);
  fixture_diags_free(&diags);
  return count;
}

Test(answer, warnings_come_once)
{
  static const char text[] =
      DOC(EDITION("a", CLAUSE("1", "", P("1", "x"))) EDITION("b", CLAUSE("1", "", P("1", "x")))
              EDITION("c", CLAUSE("1", "", P("1", "x"))) MAPPING("a", "b", ROW("1#1", "subset", "1#1"))
                  MAPPING("b", "c", ROW("1#1", "subset", "1#1")) MAPPING("a", "c", ROW("1#1", "superset", "1#1")));
  ims_model *model = fixture_model(text);
  const size_t once = count_messages(model, "SELECT count(*) FROM show('a/1')");
  cr_expect_gt(once, (size_t)0);
  cr_expect_eq(count_messages(model, "SELECT count(*) FROM clause c, show(c.edition || '/' || c.number) s"), once);
  ims_model_free(model);
}

Test(answer, check_is_called_findings)
{
  cr_expect_str_eq(imsi_sql_report_name(&(ims_report){ .name = "check" }), "findings");
  cr_expect_str_eq(imsi_sql_report_name(&(ims_report){ .name = "checks" }), "checks");
}
