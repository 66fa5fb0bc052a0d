#include "sql/hint.h"

#include "unit/sql/fixture_sql.h"

static void expect_hint(const char *message, const char *expected)
{
  const imsi_sql sql = { .name = "query" };
  imsi_strbuf text = { 0 };
  imsi_hint_append(&sql, message, &text);
  /* what else is near depends on all reports that there are */
  const size_t size = *expected ? strlen(expected) : text.size;
  cr_expect(strncmp(imsi_strbuf_string(&text), expected, size) == 0, "%s: %s", message, imsi_strbuf_string(&text));
  imsi_strbuf_free(&text);
}

Test(hint, names_the_nearest_tables_and_columns)
{
  expect_hint("no such table: knwn", "; nearest: known");
  expect_hint("no such column: x.sourc_edition", "; nearest: source_edition");
}

Test(hint, says_nothing_about_other_errors)
{
  expect_hint("near \"x\": syntax error", "");
  expect_hint("", "");
}
