#include "sql/statement.h"

#include "unit/sql/fixture_sql.h"

Test(statement, an_error_points_into_the_statement)
{
  static const struct {
    const char *text, *message;
  } cases[] = {
    { "SELECT foo FROM edition", "query:1:8 bad-query: no such column: foo; nearest: " },
    { "SELECT number\n  FROM claus", "query:2:8 bad-query: no such table: claus; nearest: clause" },
    { "SELECT number\nFROM clause\n  WHER 1", "query:3:8 bad-query: near \"1\": syntax error" },
    { "SELECT c.numbr FROM clause c", "query:1:8 bad-query: no such column: c.numbr; nearest: number" },
    { "SELECT * FROM clause WHERE", "query:1:27 bad-query: incomplete input" },
    { "SELECT 'open", "query:1:8 bad-query: unrecognized token: \"'open\"" },
    { "SELECT \"text\" FROM clause", "query:1:8 bad-query: no such column: text; nearest: " },
    { "SELECT abs()", "query:1:8 bad-query: wrong number of arguments to function abs()" },
    { "SELECT nosuch(1)", "query:1:8 bad-query: no such function: nosuch" },
    { "", "query:1:1 bad-query: there is nothing in it but blanks and comments" },
    { " \n\t", "query:2:2 bad-query: there is nothing in it but blanks and comments" },
    { "-- one\n/* two", "query:2:7 bad-query: there is nothing in it but blanks and comments" },
    { "/*/", "query:1:4 bad-query: there is nothing in it but blanks and comments" },
    { ";", "query:1:1 bad-query: there is no statement" },
    { "SELECT 1; SELECT 2", "query:1:11 second-statement: one statement at a time: here begins a second one" },
    { "SELECT 1;\n-- and\n;; x", "query:3:4 second-statement: one statement at a time: here begins a second one" },
  };
  ims_model *model = fixture_model(complete_document());
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char expected[256];
    ims_memory got = { 0 };
    snprintf(expected, sizeof expected, "the input is invalid\n%s", cases[i].message);
    fixture_answer(model, cases[i].text, strlen(cases[i].text), NULL, &got);
    /* which names are near depends on all reports that there are: the first one is enough */
    cr_expect(strncmp(got.data, expected, strlen(expected)) == 0, "%s: %s", cases[i].text, got.data);
    ims_memory_free(&got);
  }
  ims_model_free(model);
}

Test(statement, what_follows_the_end_may_be_blanks_and_comments)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model, "/* a */ SELECT 1 ; ; -- b", "1\n");
  fixture_expect_answer(model, "SELECT 1; /* open", "1\n");
  fixture_expect_answer(model, "SELECT ';', '--', '/*'", ";|--|/*\n");
  ims_model_free(model);
}

static void expect_bytes(const ims_model *model, const char *text, size_t size, const char *expected)
{
  ims_memory got = { 0 };
  fixture_answer(model, text, size, NULL, &got);
  fixture_compare(&got, expected);
}

Test(statement, a_nul_and_bytes_that_are_no_text_are_refused)
{
  ims_model *model = fixture_model(complete_document());
  expect_bytes(model, "SELECT 1\n \0; DELETE", 18,
               "the input is invalid\nquery:2:2 bad-query: a NUL is no part of a statement\n");
  expect_bytes(model, "SELECT '\xff'", 10, "the input is invalid\nquery:0:0 bad-query: the statement is not UTF-8\n");
  ims_model_free(model);
}

Test(statement, a_very_long_text_is_refused_before_it_is_read)
{
  ims_model *model = fixture_model(complete_document());
  char *text = malloc(IMSI_SQL_TEXT + 1);
  cr_assert_not_null(text);
  memset(text, ' ', IMSI_SQL_TEXT + 1);
  memcpy(text, "SELECT 1", 8);
  expect_bytes(model, text, IMSI_SQL_TEXT, "1\n");
  expect_bytes(
      model, text, IMSI_SQL_TEXT + 1,
      "a limit was reached\nquery:0:0 query-limit: the statement was given up at its limit: 65536 bytes of text\n");
  free(text);
  ims_model_free(model);
}

Test(statement, blanks_and_comments_are_skipped)
{
  static const struct {
    const char *text;
    size_t end;
  } cases[] = { { "a", 0 },    { " a", 1 },  { "--a\nb", 4 }, { "--a", 3 }, { "/**/a", 4 },     { "/*/a*/b", 6 },
                { "/* a", 4 }, { "- a", 0 }, { "/", 0 },      { "", 0 },    { "/***/ \n x", 8 } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(imsi_statement_skip(cases[i].text, strlen(cases[i].text), 0), cases[i].end, "%s", cases[i].text);
}
