/** What was meant by a name that is not there. */
#ifndef IMSI_SQL_HINT_H
#define IMSI_SQL_HINT_H

#include "sql/connection.h"

/** Appends the nearest names where `message`, of SQLite, says that a table or a column is not there. */
void imsi_hint_append(const imsi_sql *sql, const char *message, imsi_strbuf *text);

#endif
