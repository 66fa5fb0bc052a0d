/** What changed from one register to another, or from one table to another. */
#ifndef IMS_DIFF_H
#define IMS_DIFF_H

#include "ims/register.h"
#include "ims/report.h"
#include "ims/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Compares two registers: entries that are new or gone, fields that say something else, clauses that are named anew
 * or no longer, each with its places. How a thing is written makes no difference, what it says does. Below stands what
 * that does to the demands that are evidenced in each system, days not looked at.
 *
 * @param before, after  Read against `model`.
 * @param form           Long: a difference a row, in fixed columns.
 * @param table          Gets the table, which is the caller's to free; it depends on nothing given.
 * @return IMS_OK or IMS_NOMEM. Cost: O(n log n), and closing the model.
 */
IMS_API ims_status ims_diff_registers(const ims_model *model, const ims_register *before, const ims_register *after,
                                      ims_form form, ims_table **table);

/** A table: delimited text, or a workbook of which the first sheet counts, with a row of column names. */
typedef struct ims_diff_text {
  const char *name; /**< Stands for the file in messages. */
  const char *data; /**< `size` bytes. */
  size_t size;
} ims_diff_text;

/**
 * Compares two tables cell by cell, such as a report that was saved and the same report of today.
 *
 * Rows are the same if their keys agree; of several rows with one key the first goes with the first. Columns are found
 * by their names, in any order.
 *
 * @param keys   Names of columns with commas between them; NULL: the fewest columns from the left that name each row
 *               of both tables once, else all that both have.
 * @param sink   Gets what is wrong.
 * @param table  Gets the differences: rows that are new or gone, cells that say something else; the caller's to free.
 * @return IMS_OK; IMS_INVALID if a table cannot be read or has no rows at all, not a column that is named as key, or
 * none in common with the other, reported; IMS_LIMIT, reported; IMS_NOMEM.
 */
IMS_API ims_status ims_diff_tables(const ims_diff_text *before, const ims_diff_text *after, const char *keys,
                                   ims_diag_sink sink, ims_table **table);

/**
 * Tells whether a file is a report that was saved as delimited text: its first row has the keys of the columns of one.
 * A report that is made to be read as a register is none here, nor is one whose columns follow from what was asked.
 *
 * @param start   The file, or as much from its beginning as holds the first row; what cannot be read is no report.
 * @param report  Gets the answer.
 * @return IMS_OK or IMS_NOMEM. Cost: O(bytes).
 */
IMS_API ims_status ims_diff_is_report(const ims_diff_text *start, bool *report);

#ifdef __cplusplus
}
#endif
#endif
