/** What the files of `register` share. */
#ifndef IMSI_REGISTER_REPORT_INTERNAL_H
#define IMSI_REGISTER_REPORT_INTERNAL_H

#include "ims/register.h"
#include "ims/report.h"
#include "query/table.h"

/** The columns of a table of entries. */
extern const ims_columns imsi_register_entries_form;

/** Adds an entry a row: kind after kind, each in the order in which it was read. */
void imsi_register_add_entries(const ims_register *evidence, imsi_table *table);

#endif
