/** What a report looks like in SQL: the columns of its long forms, and its parameters as hidden columns. */
#ifndef IMSI_SQL_SHAPE_H
#define IMSI_SQL_SHAPE_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "ims/report.h"

/** Appends the columns of all long forms (of const ims_column *), each key once, in the order of the forms. A form
    that lacks one leaves it NULL. IMS_NOMEM. */
ims_status imsi_shape_columns(const ims_report *report, imsi_vec *columns);

/** The same of a table. */
ims_status imsi_shape_of_table(const ims_table *table, imsi_vec *columns);

/** Appends the name of the hidden column of a parameter: its own, with `_` for `-`; `given_NAME` where a column
    (of `columns`) has that name. */
void imsi_shape_param(const imsi_vec *columns, const ims_param *param, imsi_strbuf *name);

/** "INTEGER" or "TEXT". */
const char *imsi_shape_type(const ims_column *column);

/** Appends `name` as an identifier, in quotes. */
void imsi_shape_quote(imsi_strbuf *out, const char *name);

#endif
