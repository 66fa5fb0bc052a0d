/** What the files of the module for reports share. */
#ifndef IMSI_SQL_ANSWER_INTERNAL_H
#define IMSI_SQL_ANSWER_INTERNAL_H

#include "sql/answer.h"

/** A table made of a report, or the one that was chosen. */
typedef struct imsi_answer_vtab {
  sqlite3_vtab base;
  imsi_sql *sql;
  const ims_report *report; /**< NULL: the table that was chosen */
  imsi_vec columns;         /**< of const ims_column * */
  bool told;                /**< its warnings were passed on once */
} imsi_answer_vtab;

/** Appends the columns as SQLite wants to be told them: those of the long forms, then the parameters, hidden. */
void imsi_answer_declare(const imsi_answer_vtab *table, imsi_strbuf *text);

/** The plan of a walk: a letter for each parameter, see request.h, and which condition gives its value. */
int imsi_answer_plan(sqlite3_vtab *base, sqlite3_index_info *info);

#endif
