/** Workbooks in Office Open XML. */
#ifndef IMSI_XLSX_H
#define IMSI_XLSX_H

#include "read/sheet_internal.h"

/** Reads the workbook in memory if there is `data`, else the one at the path `run->name`. The outcome is in `run`. */
void imsi_xlsx_read(imsi_sheet_run *run, const char *data, size_t size);

#endif
