/** Workbooks of tables: several reports in one file, to be looked at, sorted and filled in. */
#ifndef IMS_WORKBOOK_H
#define IMS_WORKBOOK_H

#include "ims/sink.h"
#include "ims/table.h"

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A column that a sheet has behind those of its table, for people to fill in. */
typedef struct ims_workbook_fill {
  const char *title;
  const char *note;  /**< What goes there; shown with the title. */
  const char *value; /**< What stands there from the start; NULL: nothing. */
  bool day;          /**< Days are asked for. */
} ims_workbook_fill;

/** A sheet. Everything is borrowed while the workbook is written. */
typedef struct ims_workbook_sheet {
  const char *name; /**< Is made fit to be the name of a sheet, and `imsmap` put before it. */
  const ims_table *table;
  const char *summary; /**< One line for the list of sheets. */
  const char *prefix;  /**< What stands before references of the table that name no edition: `27001:2022/`; or NULL. */
  bool found;          /**< The references in its first column, and the places in its column `place`, are what cells of
                            other sheets link to. */
  bool whole;          /**< References in the column `ref` are shown with their edition, which then has no column. */
  const ims_workbook_fill *fills;
  size_t fill_count;
} ims_workbook_sheet;

/**
 * Writes sheets into a workbook, with one that explains them: the first of several, behind a single one.
 *
 * Columns in which all is empty are left out, unless they are to be filled in; the explanation tells which. A text of
 * more than 32767 characters, which is what a cell holds, is cut and says so. References and places in a cell become
 * links where a sheet has that row. The same tables give the same bytes.
 *
 * @param title  What the workbook is about, a line.
 * @return IMS_OK; IMS_LIMIT if a table has more than 1048575 rows or 16384 columns; IMS_IO if the sink, or a file among
 *         the temporary ones, failed; IMS_NOMEM.
 */
IMS_API ims_status ims_workbook_write(const char *title, const ims_workbook_sheet *sheets, size_t count,
                                      const ims_write_options *options, ims_sink sink);

#ifdef __cplusplus
}
#endif
#endif
