/** Reports as tables of SQL: one module for all, made of what a report says of itself. */
#ifndef IMSI_SQL_ANSWER_H
#define IMSI_SQL_ANSWER_H

#include "sql/connection.h"

/** Registers a report under a name; the table that was chosen, where `report` is NULL. IMS_NOMEM. */
ims_status imsi_answer_register(imsi_sql *sql, const ims_report *report, const char *name);

#endif
