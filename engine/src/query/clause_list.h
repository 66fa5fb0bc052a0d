/** A choice of clauses as people write it: `4-7,8.2,A.5.15-A.5.18`. */
#ifndef IMSI_CLAUSE_LIST_H
#define IMSI_CLAUSE_LIST_H

#include "base/diag.h"

#include <stdbool.h>

/** Checks the form of a list: numbers and ranges, separated by commas. IMS_OK, or IMS_INVALID, reported. */
ims_status imsi_clause_list_check(const char *list, imsi_reporter *reporter);

/** True if the clause `number`, or one above it, is in `list`. NULL stands for everything. */
bool imsi_clause_list_has(const char *list, const char *number);

#endif
