/** The clauses that a check rests on, and what claims have to do with them. */
#ifndef IMSI_CHECK_MEMBERS_H
#define IMSI_CHECK_MEMBERS_H

#include "ims/catalogue.h"
#include "ims/register.h"

#include <stdbool.h>

/** The member of the check that `node` is or belongs to; IMS_NO_NODE if there is none, or no node. */
ims_node imsi_check_members_over(const ims_model *model, const ims_check *check, ims_node node);

/** The first member in that edition; IMS_NO_NODE if there is none. */
ims_node imsi_check_members_in(const ims_model *model, const ims_check *check, const ims_edition *edition);

/** True if a claim says something of `node`: it names it, something it belongs to, or something in it. */
bool imsi_claim_touches(const ims_model *model, const ims_claim *claim, ims_node node);

/** True if a claim of the entry touches `node`. Cost: O(claims of the entry). */
bool imsi_entry_touches(const ims_model *model, const ims_register *given, ims_entry entry, ims_node node);

#endif
