/** What a request holds. */
#ifndef IMSI_REQUEST_H
#define IMSI_REQUEST_H

#include "ims/report.h"

/** The value of the parameter, the `nth` from 0 where it may be given several times; NULL if it is not given. */
const char *imsi_request_value(const ims_request *request, const char *name, size_t nth);

/** True if the flag is given. */
bool imsi_request_has(const ims_request *request, const char *name);

#endif
