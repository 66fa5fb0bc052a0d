/** One statement: checked before SQLite sees it, and what SQLite says of it as diagnostics with their place. */
#ifndef IMSI_SQL_STATEMENT_H
#define IMSI_SQL_STATEMENT_H

#include "sql/connection.h"

/** What a user wrote, and where it stands in what SQLite gets. */
typedef struct imsi_statement {
  const char *text;
  size_t size;
  const char *full; /**< `text` itself, or with something put around it */
  size_t full_size;
  size_t before; /**< bytes put before it */
  sqlite3_stmt *prepared;
} imsi_statement;

/** The place of the byte at `at` of a text that stands for the file of the connection. */
ims_pos imsi_statement_place(const imsi_sql *sql, const char *text, size_t at);

/** IMS_OK if `text` can be a statement: not too long, UTF-8, and not empty; else IMS_INVALID or IMS_LIMIT, reported. */
ims_status imsi_statement_check(const imsi_sql *sql, const char *text, size_t size);

/** The place after blanks and comments from `at`; `size` if nothing else follows. */
size_t imsi_statement_skip(const char *text, size_t size, size_t at);

/**
 * Prepares the statement; finalize `prepared` in any case.
 *
 * @return IMS_OK; IMS_INVALID if it is wrong, not allowed or more than one, reported with its place; IMS_LIMIT,
 *         reported; IMS_NOMEM.
 */
ims_status imsi_statement_prepare(imsi_sql *sql, imsi_statement *statement);

/** Gets the next row: `*row` is false after the last. Returns as above, and what a report in it returned. */
ims_status imsi_statement_step(imsi_sql *sql, const imsi_statement *statement, bool *row);

/** Reports that a limit was reached: IMS_LIMIT. */
ims_status imsi_statement_limit(const imsi_sql *sql, uint64_t number, const char *unit);

#endif
