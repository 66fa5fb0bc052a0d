/** An expression that something is put around: what could get out of it is found before. */
#ifndef IMSI_SQL_EXPRESSION_H
#define IMSI_SQL_EXPRESSION_H

#include "sql/statement.h"

/** IMS_OK if parentheses in `text` are in pairs and no statement ends in it, else IMS_INVALID, reported with its place.
    Strings, quoted names and comments are left aside. */
ims_status imsi_expression_check(const imsi_sql *sql, const char *text, size_t size);

#endif
