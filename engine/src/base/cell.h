/** Places in sheets, as spreadsheets name them. */
#ifndef IMSI_CELL_H
#define IMSI_CELL_H

#include "base/strbuf.h"
#include "ims/diag.h"

#include <stddef.h>
#include <stdint.h>

/** Appends `B7` with the sheet before it, `Plan!B7` or `'My plan'!B7`; a whole row is `Plan!7:7`, a whole column
    `Plan!B:B`, and with neither it is the name alone. Without a sheet there is no name before it. */
void imsi_cell_name(ims_pos pos, imsi_strbuf *text);

/** Reads what `size` bytes like "AB12" name: the column, from 1, and the row, from 1. Returns the bytes that were read,
   0 if they are no cell; outputs are set only then. Neither number is more than a spreadsheet has: 1048576 rows, 16384
    columns. */
size_t imsi_cell_parse(const char *text, size_t size, uint32_t *column, uint32_t *row);

#endif
