/** Questions in SQL: the graph and every report as tables of SQLite, read only. */
#ifndef IMS_SQL_H
#define IMS_SQL_H

#include "ims/diag.h"
#include "ims/model.h"
#include "ims/register.h"
#include "ims/sink.h"
#include "ims/table.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a statement may cost, unless an option says otherwise. */
#define IMS_SQL_STEPS UINT64_C(500000000)
#define IMS_SQL_SECONDS 30u
#define IMS_SQL_ROWS ((size_t)1000000)

/** Initialise with {0}: then every limit has its default. */
typedef struct ims_sql_options {
  const char *name;             /**< Stands for the file in messages; NULL: "query". */
  uint64_t steps;               /**< Instructions of SQLite's machine; 0 = IMS_SQL_STEPS. */
  unsigned seconds;             /**< Of processor time of the whole process; 0 = IMS_SQL_SECONDS. */
  size_t rows;                  /**< Of the result; 0 = IMS_SQL_ROWS. */
  const ims_register *evidence; /**< What the organization has, for its own tables and for reports; NULL: nothing. */
  ims_day today;                /**< For reports that are not told a day; 0: none. */
} ims_sql_options;

/**
 * Answers one SELECT.
 *
 * The tables read the model in place. A report is a table whose parameters are hidden columns: `SELECT * FROM show
 * WHERE reference = '9001/8.4'`, or by position `show('9001/8.4')`; a parameter that may be given several times takes
 * its values with commas between them, or `IN`. Nothing can be written, attached, loaded or set, and what depends on
 * the time or on chance is not there: the same model and statement give the same table.
 *
 * @param text     `size` bytes of UTF-8, not NUL-terminated.
 * @param options  NULL for the defaults.
 * @param sink     Gets what is wrong, with line and column in the statement where they are known, and what a report
 *                 has to say.
 * @param table    Gets the table, which is the caller's to free; its strings do not depend on the model.
 * @return IMS_OK; IMS_INVALID if the statement is wrong or not allowed, and whatever a report in it returns, reported;
 *         IMS_LIMIT if it would take or give too much, reported; IMS_NOMEM.
 */
IMS_API ims_status ims_sql_query(const ims_model *model, const char *text, size_t size, const ims_sql_options *options,
                                 ims_diag_sink sink, ims_table **table);

/**
 * Lists the tables of ims_sql_query with their columns, a column a row.
 *
 * @param table  Gets the table, which is the caller's to free.
 * @return IMS_OK or IMS_NOMEM.
 */
IMS_API ims_status ims_sql_schema(ims_table **table);

/**
 * Chooses rows and columns of a table.
 *
 * Rows keep their order and kind, lines above and below the table stay; a note tells how many rows were chosen. In
 * `where` the table is called `this`, and all tables of ims_sql_query can be asked.
 *
 * @param given    A table in its long form; stays the caller's.
 * @param where    An expression of SQL; NULL: all rows.
 * @param columns  Keys of columns with commas between them, in the order wanted; NULL: all.
 * @param options  What `where` may cost, and what the tables in it know of the organization; its name is not used. NULL
 *                 for the defaults.
 * @param sink     Gets what is wrong, in a file "where" or "columns".
 * @param table    Gets the new table, which is the caller's to free.
 * @return IMS_OK; IMS_NOT_FOUND if there is no such column; else as ims_sql_query.
 */
IMS_API ims_status ims_sql_choose(const ims_model *model, const ims_table *given, const char *where,
                                  const char *columns, const ims_sql_options *options, ims_diag_sink sink,
                                  ims_table **table);

/**
 * Writes the graph as a database of SQLite: the tables of ims_sql_query that are no reports, without those of a
 * register, and each report that can be asked without being told anything, under the same names and with the same
 * columns. The same model and the same version of SQLite give the same bytes. The database is made in memory first.
 *
 * @param sink   Gets the bytes of the file, at the end and at once.
 * @param diags  Gets what a report has to say.
 * @param table  Gets what was written: the tables with their numbers of rows, and what was left out, and why. The
 *               caller's to free.
 * @return IMS_OK; IMS_IO if the sink failed; IMS_LIMIT if too much would follow from the rows, reported; IMS_INVALID if
 *         SQLite refuses something, such as a text of more than a billion bytes, reported; IMS_NOMEM.
 */
IMS_API ims_status ims_sql_export(const ims_model *model, ims_sink sink, ims_diag_sink diags, ims_table **table);

#ifdef __cplusplus
}
#endif
#endif
