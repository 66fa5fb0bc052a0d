/** Rows of comma-separated values, as spreadsheets save them. */
#ifndef IMSI_CSV_H
#define IMSI_CSV_H

#include "ims/status.h"

#include <stddef.h>
#include <stdint.h>

/** A row. Cells are NUL-terminated; they die with the call. */
typedef struct imsi_csv_row {
  const char *const *cells;
  const uint32_t *lines;   /**< that each cell begins on, from 1 */
  const uint32_t *columns; /**< byte of that line, from 1 */
  size_t count;
} imsi_csv_row;

typedef struct imsi_csv_handler {
  /** A row that is not blank. Returns IMS_OK to go on; anything else ends the reading and is returned. */
  ims_status (*row)(void *context, const imsi_csv_row *row);
  /** A quote that begins a cell and is not closed at the end of one; it is then taken as a character. May be NULL. */
  void (*open_quote)(void *context, uint32_t line, uint32_t column);
  void *context;
} imsi_csv_handler;

/**
 * Reads `size` bytes in any encoding that leaves ASCII alone.
 *
 * The delimiter is the one of comma, semicolon and tab that cuts the first lines most evenly; a byte order mark and a
 * first line `sep=;` are skipped. Quotes as in RFC 4180, line ends of any kind. A NUL ends its cell.
 *
 * @return IMS_OK, IMS_NOMEM, or what `row` returned. Cost: O(bytes).
 */
ims_status imsi_csv_read(const char *data, size_t size, const imsi_csv_handler *handler);

#endif
