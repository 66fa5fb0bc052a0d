/** A connection of SQLite in memory, with the graph and the reports as its tables. */
#ifndef IMSI_SQL_CONNECTION_H
#define IMSI_SQL_CONNECTION_H

#include "base/diag.h"
#include "base/vec.h"
#include "ims/report.h"
#include "model/closure.h"
#include "sql/guard.h"

#include <sqlite3.h>

typedef struct imsi_sql {
  sqlite3 *db;
  const ims_model *model;
  const ims_register *evidence; /**< NULL: nothing is known of the organization */
  ims_day today;
  const char *name; /**< stands for the file in messages */
  imsi_reporter *reporter;
  ims_status status;       /**< why a table could not be read; it was reported, but for IMS_NOMEM */
  imsi_closure *closure;   /**< NULL until `known` is read */
  imsi_vec answers;        /**< of imsi_sql_answer */
  const ims_table *chosen; /**< the table `this`; NULL: there is none */
  imsi_sql_guard guard;
} imsi_sql;

/** What a report answered, kept for the next time that a statement asks the same. */
typedef struct imsi_sql_answer {
  const ims_report *report;
  char *request; /**< the arguments as text */
  ims_table *table;
} imsi_sql_answer;

/**
 * Opens a guarded connection with all tables.
 *
 * @param sql       Initialised with the model, the name, a reporter and, if any, the table chosen; free with
 *                  imsi_sql_close in any case.
 * @param options   NULL for the defaults.
 * @return IMS_OK or IMS_NOMEM.
 */
ims_status imsi_sql_open(imsi_sql *sql, const ims_sql_options *options);

/** Opens a connection without guard, with all tables under names that begin with `prefix`: those without it are free
    for tables that hold data. As above. */
ims_status imsi_sql_open_free(imsi_sql *sql, const char *prefix);

void imsi_sql_close(imsi_sql *sql);

/** Declares the columns of a table, from inside its module. A code of SQLite. */
int imsi_sql_declare(imsi_sql *sql, const imsi_strbuf *text);

/** What follows from the rows; NULL if that cannot be had, which is the status of the connection then. */
const imsi_closure *imsi_sql_closure(imsi_sql *sql);

/** The name of a report in SQL. */
const char *imsi_sql_report_name(const ims_report *report);

/** What the table that was chosen is called. */
#define IMSI_SQL_CHOSEN "this"

#endif
