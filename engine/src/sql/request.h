/** The values of hidden columns as a request to a report. */
#ifndef IMSI_SQL_REQUEST_H
#define IMSI_SQL_REQUEST_H

#include "base/arena.h"
#include "sql/connection.h"

/** The letters of a plan: what is given for each parameter. */
enum { IMSI_PLAN_NOTHING = '-', IMSI_PLAN_VALUE = '=', IMSI_PLAN_LIST = 'i' };

/** Initialise with {0}. */
typedef struct imsi_request {
  const ims_report *report;
  imsi_vec arguments; /**< of ims_argument */
  imsi_vec values;    /**< of const char *: what each parameter was given, as text; NULL: nothing */
  imsi_strbuf text;   /**< the same request is the same text */
  imsi_arena arena;
} imsi_request;

/**
 * Takes the values that a plan announces, in the order of the parameters.
 *
 * NULL is "not given". A parameter that may be given several times takes a list with commas, blanks around its values
 * aside. A flag takes 1, 'yes' or 'true' for "given", and 0, 'no', 'false' or '' for "not given".
 *
 * @return IMS_OK; IMS_INVALID for another value of a flag, reported; IMS_NOMEM. Free the request in any case.
 */
ims_status imsi_request_take(imsi_request *request, const ims_report *report, const char *plan, sqlite3_value **values,
                             const imsi_sql *sql);

/**
 * Runs the report, or gets what it answered before.
 *
 * @param told   Its warnings are passed on if this is false, and it is true afterwards.
 * @param table  Gets the answer.
 * @param own    Gets the same if it is the caller's to free, else NULL.
 * @return As ims_report.run.
 */
ims_status imsi_request_run(const imsi_request *request, imsi_sql *sql, bool *told, const ims_table **table,
                            ims_table **own);

/** The value of a parameter, as it was given. */
void imsi_request_result(const imsi_request *request, size_t param, sqlite3_context *out);

/** Releases the request and empties it. */
void imsi_request_free(imsi_request *request);

#endif
