/** What data say under which something is demanded: when, or only how far. */
#ifndef IMSI_CONDITION_H
#define IMSI_CONDITION_H

#include "base/strbuf.h"
#include "ims/model.h"

/** True if a condition says when something is demanded; false for "", and for how far it is, "as far as necessary":
    that is demanded in any case. */
bool imsi_condition_says_when(const char *condition);

/** True if a duty is only owed when something is the case: its own condition, or that of what demands it, says when. */
bool imsi_condition_of_duty(const ims_model *model, const ims_duty *duty);

/** Appends `if CONDITION`, and what says how far as it is; nothing for "". */
void imsi_condition_name(const char *condition, imsi_strbuf *text);

#endif
