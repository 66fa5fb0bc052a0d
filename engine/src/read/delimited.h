/** Delimited text as a sheet. */
#ifndef IMSI_DELIMITED_H
#define IMSI_DELIMITED_H

#include "read/sheet_internal.h"

/** Reads `size` bytes, at least one, of text in UTF-8, UTF-16 with a byte order mark, or Windows-1252. The outcome is
   in `run`. */
void imsi_delimited_read(imsi_sheet_run *run, const char *data, size_t size);

#endif
