#include "sql/expression.h"

#include "unit/sql/fixture_sql.h"

static void expect_check(const char *text, const char *expected)
{
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  const imsi_sql sql = { .name = "where", .reporter = &reporter };
  const ims_status status = imsi_expression_check(&sql, text, strlen(text));
  cr_expect_eq(status, *expected ? IMS_INVALID : IMS_OK, "%s", text);
  cr_expect_str_eq(fixture_messages(&diags), expected, "%s", text);
  imsi_reporter_free(&reporter);
  fixture_diags_free(&diags);
}

Test(expression, nothing_gets_out_of_the_parentheses_around_it)
{
  expect_check("a = 1) UNION SELECT (1", "1:6 ')' closes nothing\n");
  expect_check("a\n)", "2:1 ')' closes nothing\n");
  expect_check("1; DELETE", "1:2 an expression has no ';'\n");
  expect_check("(a OR (b)", "1:1 '(' is not closed\n");
  expect_check("a /* x */ ) --", "1:11 ')' closes nothing\n");
  expect_check("'a' ')' )", "1:9 ')' closes nothing\n");
}

Test(expression, what_is_quoted_or_a_comment_is_left_aside)
{
  expect_check("a = ')' AND (b = ';')", "");
  expect_check("a = 'it''s )'", "");
  expect_check("\"a)\" = 1 AND [b);] = `c)` /* ; ) */ -- )", "");
  expect_check("'open )", "");
  expect_check("", "");
}
