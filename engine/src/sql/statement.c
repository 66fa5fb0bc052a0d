#include "sql/statement.h"

#include "base/try.h"
#include "base/utf8.h"
#include "sql/hint.h"

#include <ctype.h>
#include <string.h>

/* ---- places ---- */

ims_pos imsi_statement_place(const imsi_sql *sql, const char *text, size_t at)
{
  ims_pos pos = { sql->name, 1, 1, NULL };
  for (size_t i = 0; i < at; i++) {
    pos.line += text[i] == '\n';
    pos.column = text[i] == '\n' ? 1 : pos.column + 1;
  }
  return pos;
}

/* Where the byte at `offset` of what SQLite got is in what the user wrote. */
static ims_pos place_of(const imsi_sql *sql, const imsi_statement *statement, size_t offset)
{
  const size_t at = offset > statement->before ? offset - statement->before : 0;
  return imsi_statement_place(sql, statement->text, at < statement->size ? at : statement->size);
}

/* Where the statement begins. */
static ims_pos begin_of(const imsi_sql *sql, const imsi_statement *statement)
{
  const size_t at = imsi_statement_skip(statement->text, statement->size, 0);
  return imsi_statement_place(sql, statement->text, at);
}

size_t imsi_statement_skip(const char *text, size_t size, size_t at)
{
  while (at < size) {
    if (strchr(" \t\n\f\r", text[at])) {
      at++;
    } else if (size - at > 1 && text[at] == '-' && text[at + 1] == '-') {
      while (at < size && text[at] != '\n')
        at++;
    } else if (size - at > 1 && text[at] == '/' && text[at + 1] == '*') {
      for (at += 2; at + 1 < size && !(text[at] == '*' && text[at + 1] == '/');)
        at++;
      at = at + 1 < size ? at + 2 : size;
    } else {
      break;
    }
  }
  return at;
}

/* ---- before SQLite sees it ---- */

ims_status imsi_statement_limit(const imsi_sql *sql, uint64_t number, const char *unit)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_number(&text, number);
  imsi_strbuf_text(&text, unit);
  imsi_report(sql->reporter, IMS_DIAG_QUERY_LIMIT, (ims_pos){ sql->name, 0, 0, NULL }, imsi_strbuf_string(&text), NULL,
              NULL, NULL);
  imsi_strbuf_free(&text);
  return IMS_LIMIT;
}

static ims_status bad(const imsi_sql *sql, ims_pos pos, const char *what)
{
  imsi_report(sql->reporter, IMS_DIAG_BAD_QUERY, pos, what, NULL, NULL, NULL);
  return IMS_INVALID;
}

ims_status imsi_statement_check(const imsi_sql *sql, const char *text, size_t size)
{
  if (size > IMSI_SQL_TEXT)
    return imsi_statement_limit(sql, IMSI_SQL_TEXT, " bytes of text");
  const char *nul = size ? memchr(text, '\0', size) : NULL;
  if (nul)
    return bad(sql, imsi_statement_place(sql, text, (size_t)(nul - text)), "a NUL is no part of a statement");
  if (size && !imsi_utf8_valid(text, size))
    return bad(sql, (ims_pos){ sql->name, 0, 0, NULL }, "the statement is not UTF-8");
  const size_t at = imsi_statement_skip(text, size, 0);
  if (at == size)
    return bad(sql, imsi_statement_place(sql, text, at), "there is nothing in it but blanks and comments");
  return IMS_OK;
}

/* ---- what SQLite says ---- */

static ims_status refused(const imsi_sql *sql, const imsi_statement *statement)
{
  const imsi_strbuf *what = &sql->guard.refused;
  imsi_report(sql->reporter, IMS_DIAG_QUERY_REFUSED, begin_of(sql, statement),
              what->status ? "this" : imsi_strbuf_string(what), NULL, NULL, NULL);
  return IMS_INVALID;
}

static bool is_of_word(char c)
{
  return isalnum((unsigned char)c) || c == '_';
}

/* Where the name stands as a word of its own; -1: nowhere. */
static int offset_of(const imsi_statement *statement, const char *name)
{
  const size_t size = strlen(name);
  for (size_t at = 0; size && at + size <= statement->full_size; at++) {
    const char *word = statement->full + at;
    if (sqlite3_strnicmp(word, name, (int)size) == 0 && (!at || !is_of_word(word[-1])) &&
        (at + size == statement->full_size || !is_of_word(word[size])))
      return (int)at;
  }
  return -1;
}

/* SQLite does not place all that it says; a name that is not there, and an end that comes too early, can be found. */
static int error_offset(const imsi_sql *sql, const imsi_statement *statement)
{
  static const char no_table[] = "no such table: ";
  const int offset = sqlite3_error_offset(sql->db);
  const char *message = sqlite3_errmsg(sql->db);
  if (offset >= 0)
    return offset;
  if (strncmp(message, no_table, sizeof no_table - 1) == 0)
    return offset_of(statement, message + sizeof no_table - 1);
  return strcmp(message, "incomplete input") == 0 ? (int)statement->full_size : -1;
}

/* `where` is for what SQLite does not place. */
static ims_status failed(imsi_sql *sql, const imsi_statement *statement, int code, ims_pos where)
{
  const int offset = error_offset(sql, statement);
  imsi_strbuf text = { 0 };
  if (sql->status)
    return sql->status;
  if ((code & 0xFF) == SQLITE_NOMEM)
    return IMS_NOMEM;
  if (sql->guard.limit.size || sql->guard.limit.status) {
    imsi_report(sql->reporter, IMS_DIAG_QUERY_LIMIT, (ims_pos){ sql->name, 0, 0, NULL },
                imsi_strbuf_string(&sql->guard.limit), NULL, NULL, NULL);
    return IMS_LIMIT;
  }
  if (sql->guard.refused.size || sql->guard.refused.status)
    return refused(sql, statement);
  imsi_strbuf_text(&text, sqlite3_errmsg(sql->db));
  imsi_hint_append(sql, sqlite3_errmsg(sql->db), &text);
  ims_status status = text.status;
  if (!status)
    status = bad(sql, offset < 0 ? where : place_of(sql, statement, (size_t)offset), imsi_strbuf_string(&text));
  imsi_strbuf_free(&text);
  return status;
}

/* A `;` may end the statement; after it only blanks and comments may come. */
static ims_status check_end(const imsi_sql *sql, const imsi_statement *statement, const char *tail)
{
  size_t at = (size_t)(tail - statement->full);
  for (at = imsi_statement_skip(statement->full, statement->full_size, at);
       at < statement->full_size && statement->full[at] == ';';)
    at = imsi_statement_skip(statement->full, statement->full_size, at + 1);
  if (at >= statement->full_size)
    return IMS_OK;
  imsi_report(sql->reporter, IMS_DIAG_SECOND_STATEMENT, place_of(sql, statement, at), NULL, NULL, NULL, NULL);
  return IMS_INVALID;
}

ims_status imsi_statement_prepare(imsi_sql *sql, imsi_statement *statement)
{
  const char *tail = NULL;
  const int code = sqlite3_prepare_v2(sql->db, statement->full, (int)statement->full_size, &statement->prepared, &tail);
  if (code)
    return failed(sql, statement, code, begin_of(sql, statement));
  if (!statement->prepared)
    return bad(sql, begin_of(sql, statement), "there is no statement");
  IMS_TRY(check_end(sql, statement, tail));
  /* what gets past the guard and gives no table has nothing to answer */
  if (sqlite3_stmt_readonly(statement->prepared) && sqlite3_column_count(statement->prepared))
    return IMS_OK;
  return bad(sql, begin_of(sql, statement), "only SELECT is allowed");
}

ims_status imsi_statement_step(imsi_sql *sql, const imsi_statement *statement, bool *row)
{
  const int code = sqlite3_step(statement->prepared);
  *row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE ? IMS_OK
                                                   : failed(sql, statement, code, (ims_pos){ sql->name, 0, 0, NULL });
}
