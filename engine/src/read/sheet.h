/** Tables that people keep: workbooks (.xlsx, .xlsm) and delimited text (CSV, TSV), row by row through one door. */
#ifndef IMSI_SHEET_H
#define IMSI_SHEET_H

#include "base/diag.h"
#include "ims/status.h"
#include "read/source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum imsi_cell_kind {
  IMSI_CELL_TEXT,
  IMSI_CELL_NUMBER,
  IMSI_CELL_DATE,
  IMSI_CELL_BOOL, /**< "true" or "false" */
  IMSI_CELL_ERROR /**< "#REF!" and the like; a warning was given */
} imsi_cell_kind;

/** A cell; everything in it dies with the call that hands it over. In delimited text each cell is a text. */
typedef struct imsi_cell {
  const char *text; /**< UTF-8, never NULL. A number as it is in the file, rounded to the 15 digits that spreadsheets
                         show: "4.1"; a date "2026-11-28", with its time "2026-11-28T14:30:00", a time alone
                         "14:30:00" */
  imsi_cell_kind kind;
  bool formula;    /**< the value is the last result of a formula; without one a warning was given and `text` is "" */
  bool merged;     /**< continues a merged range: `text` is "", the value is in the top left cell of the range */
  bool hidden;     /**< its column is hidden */
  ims_pos pos;     /**< delimited text: line and byte; workbook: sheet, row, column */
  uint32_t column; /**< from 1 */
} imsi_cell;

/** What of a row is not empty, by column; dies with the call. */
typedef struct imsi_sheet_row {
  const imsi_cell *cells;
  size_t count;    /**< at least 1 */
  uint32_t number; /**< from 1; in delimited text the line that it begins on */
  bool hidden;
  ims_pos pos;           /**< of the row: its column is 0 */
  const uint32_t *lines; /**< delimited text: where each of `width` cells begins, empty or not; else NULL */
  const uint32_t *bytes;
  size_t width;
} imsi_sheet_row;

/** The place of the cell in a column, from 1, empty or not; that of the row if it has no such cell. */
ims_pos imsi_sheet_place(const imsi_sheet_row *row, uint32_t column);

/** Gets what is read. Whatever a function returns but IMS_OK ends the reading. */
typedef struct imsi_sheet_handler {
  /** A sheet begins; of delimited text the one sheet has the file's name without folder and extension. */
  ims_status (*sheet)(void *context, const char *name, bool hidden);
  /** Its next row. */
  ims_status (*row)(void *context, const imsi_sheet_row *row);
  void *context;
} imsi_sheet_handler;

/** Largest sheet that is read unless an option says otherwise, in bytes: 512 MiB. */
#define IMSI_SHEET_MAX_SIZE ((uint64_t)512 << 20)

/** Limits; initialise with {0}: 0 is the default of each. */
typedef struct imsi_sheet_options {
  uint64_t max_size;      /**< of the file, and of all that is unpacked from it, in bytes; IMSI_SHEET_MAX_SIZE */
  uint32_t max_parts;     /**< in the archive; 2000 */
  uint32_t max_ratio;     /**< of unpacked to packed size of a part over 1 MiB; 200 */
  uint32_t max_rows;      /**< number of the last row; 1048576. Delimited text may have any number */
  uint32_t max_columns;   /**< number of the last column; 16384 */
  uint32_t max_text;      /**< characters in a cell; 32767 */
  uint32_t max_merged;    /**< cells that continue merged ranges, in a sheet; 16777216 */
  uint32_t max_same_kind; /**< warnings of one kind in a sheet before the rest is only counted; 10 */
} imsi_sheet_options;

/**
 * Reads the sheets of a workbook in order, or delimited text. Content decides which it is, not the name.
 *
 * Workbooks: strict and transitional, cells in the order of columns, whatever is hidden too; charts are skipped.
 * Text: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252 with a warning; the delimiter is
 * found by looking at several lines.
 *
 * @param path     Stands for the file in messages.
 * @param options  NULL for the defaults.
 * @return IMS_OK; IMS_INVALID, IMS_IO or IMS_LIMIT, reported, after what could be read was handed over; IMS_NOMEM; what
 * a function of the handler returned. Cost: O(bytes); the texts that cells of a workbook share are kept, text is read
 * whole.
 */
ims_status imsi_sheet_read(const char *path, const imsi_sheet_options *options, imsi_reporter *reporter,
                           const imsi_sheet_handler *handler);

/** Reads `size` bytes; `name` stands for the file in messages. Returns as imsi_sheet_read. */
ims_status imsi_sheet_memory(const char *name, const char *data, size_t size, const imsi_sheet_options *options,
                             imsi_reporter *reporter, const imsi_sheet_handler *handler);

/** Reads to the end of a source, which is kept in memory whole; `name` stands for the file in messages. Returns as
    imsi_sheet_read. */
ims_status imsi_sheet_stream(const char *name, imsi_source source, const imsi_sheet_options *options,
                             imsi_reporter *reporter, const imsi_sheet_handler *handler);

#endif
