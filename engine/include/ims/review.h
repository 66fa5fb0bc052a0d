/** The way of rows to a second reader and back: a table out, decisions in, an overlay of them. */
#ifndef IMS_REVIEW_H
#define IMS_REVIEW_H

#include "ims/diag.h"
#include "ims/model.h"
#include "ims/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Reads the table of the report `review` back, with decisions filled in: a workbook (.xlsx), of which the first sheet
 * that is not hidden counts, or delimited text.
 *
 * A row is decided on if its `accept` or `dispute` says yes; it needs a reviewer and a date. Columns are found by their
 * names, in any order; others are left alone.
 *
 * @param file   Stands for the sheet in messages.
 * @param sink   Gets what is wrong, with line and column, or cell: a column that is missing, a row that decides both or
 * by nobody, that is gone or says something else by now, that one accepts and another disputes. All else is still
 * taken.
 * @param table  Gets the decisions, a row each, to be written with ims_review_overlay; the caller's to free.
 * @return IMS_OK, also if rows were left out; IMS_INVALID if the sheet cannot be read at all, reported; IMS_NOMEM.
 *         Cost: O(bytes + rows * (relations of a node + verdicts)).
 */
IMS_API ims_status ims_review_decisions(const ims_model *model, const char *file, const char *data, size_t size,
                                        ims_diag_sink sink, ims_table **table);

/** Writes a table of decisions as a mapping file with a `review` for each reviewer and date. No format for `-f`. */
IMS_API extern const ims_format ims_review_overlay;

#ifdef __cplusplus
}
#endif
#endif
