#include "sql/expression.h"

#include <string.h>

/* The place after the string or quoted name at `at`: a doubled quote is one of its characters. */
static size_t skip_quoted(const char *text, size_t size, size_t at)
{
  const char end = text[at] == '[' ? ']' : text[at];
  for (at++; at < size; at++) {
    if (text[at] != end)
      continue;
    if (end == ']' || at + 1 == size || text[at + 1] != end)
      return at + 1;
    at++;
  }
  return size;
}

static ims_status bad(const imsi_sql *sql, const char *text, size_t at, const char *what)
{
  imsi_report(sql->reporter, IMS_DIAG_BAD_QUERY, imsi_statement_place(sql, text, at), what, NULL, NULL, NULL);
  return IMS_INVALID;
}

ims_status imsi_expression_check(const imsi_sql *sql, const char *text, size_t size)
{
  size_t depth = 0, open = 0;
  for (size_t at = imsi_statement_skip(text, size, 0); at < size;) {
    if (strchr("'\"`[", text[at])) {
      at = skip_quoted(text, size, at);
    } else {
      if (text[at] == ';')
        return bad(sql, text, at, "an expression has no ';'");
      if (text[at] == ')' && !depth)
        return bad(sql, text, at, "')' closes nothing");
      if (text[at] == '(' && depth == 0)
        open = at;
      depth += text[at] == '(';
      depth -= text[at] == ')';
      at++;
    }
    at = imsi_statement_skip(text, size, at);
  }
  return depth ? bad(sql, text, open, "'(' is not closed") : IMS_OK;
}
