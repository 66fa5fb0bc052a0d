#include "unit/sql/fixture_sql.h"

static void expect_refused(const ims_model *model, const char *text, const char *what)
{
  char expected[256];
  snprintf(expected, sizeof expected,
           "the input is invalid\nquery:1:1 query-refused: a statement may only read: %s is not allowed\n", what);
  fixture_expect_answer(model, text, expected);
}

Test(guard, nothing_but_reading_is_allowed)
{
  static const struct {
    const char *text, *what;
  } cases[] = {
    { "ATTACH 'x.db' AS x", "ATTACH" },
    { "DETACH main", "DETACH" },
    { "PRAGMA query_only = OFF", "PRAGMA" },
    { "PRAGMA table_info(clause)", "PRAGMA" },
    { "BEGIN", "a transaction" },
    { "SAVEPOINT x", "SAVEPOINT" },
    { "ANALYZE", "a change of the tables" },
    { "CREATE TABLE x(a)", "a change of the tables" },
    { "CREATE TEMP TABLE x(a)", "a change of the tables" },
    { "CREATE VIEW x AS SELECT 1", "a change of the tables" },
    { "CREATE VIRTUAL TABLE x USING known", "a change of the tables" },
    { "SELECT load_extension('x')", "the function 'load_extension'" },
    { "SELECT randomblob(1000000000)", "the function 'randomblob'" },
    { "SELECT zeroblob(1000000000)", "the function 'zeroblob'" },
    { "SELECT random()", "the function 'random'" },
    { "SELECT date('now')", "the function 'date'" },
    { "SELECT CURRENT_TIMESTAMP", "the function 'current_timestamp'" },
    { "SELECT sqlite_version()", "the function 'sqlite_version'" },
    { "SELECT * FROM sqlite_master", "the table 'sqlite_master'" },
    { "SELECT * FROM pragma_database_list", "a table of SQLite's own" },
    { "SELECT value FROM json_each('[1]')", "a table of SQLite's own" },
    { "SELECT (SELECT name FROM sqlite_schema)", "the table 'sqlite_master'" },
    { "WITH x AS (SELECT random()) SELECT * FROM x", "the function 'random'" },
  };
  ims_model *model = fixture_model(complete_document());
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    expect_refused(model, cases[i].text, cases[i].what);
  ims_model_free(model);
}

Test(guard, the_tables_cannot_be_written)
{
  static const char *const writes[] = {
    "DELETE FROM clause", "UPDATE clause SET title = 'x'", "INSERT INTO clause VALUES (1)",
    "DROP TABLE clause",  "DELETE FROM correlate",         "WITH x AS (SELECT 1) DELETE FROM known"
  };
  ims_model *model = fixture_model(complete_document());
  for (size_t i = 0; i < sizeof writes / sizeof *writes; i++) {
    fixture_diags diags = { 0 };
    ims_table *table = NULL;
    cr_expect_eq(ims_sql_query(model, writes[i], strlen(writes[i]), NULL, fixture_sink(&diags), &table), IMS_INVALID,
                 "%s", writes[i]);
    cr_expect_null(table);
    cr_expect_eq(diags.count, (size_t)1, "%s", writes[i]);
    cr_expect_eq(diags.list[0].line, (uint32_t)1, "%s", writes[i]);
    fixture_diags_free(&diags);
  }
  ims_model_free(model);
}

Test(guard, what_only_computes_is_allowed)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model,
                        "WITH RECURSIVE r(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM r WHERE x < 10) "
                        "SELECT count(*), sum(x) FROM r",
                        "10|55\n");
  fixture_expect_answer(model, "SELECT upper('a') || lower('B'), substr('abc', 2), iif(1, 'y', 'n'), round(2.5, 0)",
                        "Ab|bc|y|3.0\n");
  fixture_expect_answer(model, "SELECT number, row_number() OVER (ORDER BY position) FROM clause WHERE edition = 'c:1'",
                        "4|1\n");
  fixture_expect_answer(model, "SELECT count(*) FROM KNOWN WHERE 0", "0\n");
  ims_model_free(model);
}

/* Every one of these ends at once, with an error or an answer. */
Test(guard, bombs_do_not_go_off, .timeout = 60)
{
  static const char *const bombs[] = {
    "SELECT printf('%1000000000d', 1)",
    "SELECT length(replace(printf('%.*c', 900000, 'a'), 'a', printf('%.*c', 900000, 'b')))",
    "SELECT printf('%.*c', 900000, 'a') LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%a%b'",
    "SELECT printf('%.*c', 900000, 'a') GLOB '*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b'",
    "SELECT 'a' LIKE printf('%.*c', 900000, '%')",
    "SELECT instr(printf('%.*c', 900000, 'a'), printf('%.*c', 400000, 'a') || 'b')",
    "SELECT group_concat(a.text || b.text || c.text) FROM provision a, provision b, provision c, item d, item e",
    "SELECT hex(hex(hex(hex(hex(hex(hex(hex(hex(hex(hex(hex(hex(hex(hex(printf('%.*c', 1000, 'x'))))))))))))))))",
  };
  ims_model *model = fixture_model(complete_document());
  const ims_sql_options options = { .steps = 20000000, .seconds = 10 };
  for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
    ims_table *table = NULL;
    const ims_diag_sink nobody = { NULL, NULL };
    const ims_status status = ims_sql_query(model, bombs[i], strlen(bombs[i]), &options, nobody, &table);
    cr_expect(status == IMS_OK || status == IMS_INVALID || status == IMS_LIMIT, "%s: %s", bombs[i],
              ims_status_text(status));
    ims_table_free(table);
  }
  ims_model_free(model);
}

Test(guard, deep_nesting_is_refused)
{
  enum { DEPTH = 20000 };
  ims_model *model = fixture_model(complete_document());
  char *text = malloc(2 * DEPTH + 32);
  cr_assert_not_null(text);
  strcpy(text, "SELECT ");
  memset(text + 7, '(', DEPTH);
  text[7 + DEPTH] = '1';
  memset(text + 8 + DEPTH, ')', DEPTH);
  text[8 + 2 * DEPTH] = '\0';
  ims_table *table = NULL;
  fixture_diags diags = { 0 };
  cr_expect_eq(ims_sql_query(model, text, strlen(text), NULL, fixture_sink(&diags), &table), IMS_INVALID);
  cr_expect_eq(diags.count, (size_t)1);
  free(text);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(guard, memory_has_a_limit)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(
      model,
      "WITH RECURSIVE r(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM r WHERE x < 2000) "
      "SELECT count(*) FROM (SELECT x, printf('%.*c', 900000, 'a') AS y FROM r ORDER BY y, x DESC)",
      "a limit was reached\nquery:0:0 query-limit: the statement was given up at its limit: 256 MiB of "
      "memory\n");
  ims_model_free(model);
}

Test(guard, time_has_a_limit)
{
  ims_model *model = fixture_model(complete_document());
  static const char endless[] =
      "WITH RECURSIVE r(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM r) SELECT count(*) FROM r";
  ims_memory got = { 0 };
  fixture_answer(model, endless, sizeof endless - 1, &(ims_sql_options){ .seconds = 1, .steps = UINT64_MAX }, &got);
  fixture_compare(&got,
                  "a limit was reached\nquery:0:0 query-limit: the statement was given up at its limit: 1 seconds\n");
  ims_model_free(model);
}
