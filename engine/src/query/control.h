/** Controls: what a Statement of Applicability decides on. */
#ifndef IMSI_CONTROL_H
#define IMSI_CONTROL_H

#include "ims/model.h"

/** True for a clause of force control that is inside another and has no clause in it. Cost: O(parts). */
bool imsi_is_control(const ims_model *model, ims_node node);

/** Number of controls of an edition. Cost: O(nodes of the edition). */
size_t imsi_control_count(const ims_model *model, const ims_edition *edition);

#endif
