/** What `diff` of two registers says below its table. */
#ifndef IMSI_DIFF_INTERNAL_H
#define IMSI_DIFF_INTERNAL_H

#include "ims/register.h"
#include "query/table.h"

/** Adds a line for each system of either register, by its id: the demands that are evidenced and those that count, in
    the one and in the other. Days are not looked at, so the same registers have the same totals. IMS_OK, also where
    the relations are too many to close, which the line then says; IMS_NOMEM. Cost: closing `model`, then O(demands). */
ims_status imsi_diff_add_totals(const ims_model *model, const ims_register *before, const ims_register *after,
                                imsi_table *table);

#endif
