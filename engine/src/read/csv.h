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

/**
 * Reads `size` bytes and calls `row` for each row that is not blank.
 *
 * The delimiter is the one of comma, semicolon and tab that the first line has most of; a byte order mark and a first
 * line `sep=;` are skipped. Quotes as in RFC 4180, line ends of any kind; a quote that is never closed ends with the
 * input. A NUL ends its cell.
 *
 * @param row  Returns IMS_OK to go on; anything else ends the reading and is returned.
 * @return IMS_OK, IMS_NOMEM, or what `row` returned. Cost: O(bytes).
 */
ims_status imsi_csv_read(const char *data, size_t size, ims_status (*row)(void *context, const imsi_csv_row *row),
                         void *context);

#endif
