/** The closure of a whole model, with what has to be said of it. */
#ifndef IMSI_CLOSE_H
#define IMSI_CLOSE_H

#include "base/diag.h"
#include "model/closure.h"

/** Says that a closure was given up, and at which of its own limits. */
void imsi_report_limit(imsi_reporter *reporter, imsi_limit reached);

/** Closes the model; warns of what contradicts itself, with the rows that do. IMS_NOMEM; IMS_LIMIT, reported. */
ims_status imsi_report_close(const ims_model *model, imsi_reporter *reporter, imsi_closure **closure);

#endif
