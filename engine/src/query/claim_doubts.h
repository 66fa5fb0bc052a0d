/**
 * What checks have against single claims, although these may count. A question for each check: the check asks it and
 * says what it found, reports ask all of them and tell it beside the claim.
 */
#ifndef IMSI_CLAIM_DOUBTS_H
#define IMSI_CLAIM_DOUBTS_H

#include "base/vec.h"
#include "ims/catalogue.h"
#include "ims/register.h"

#include <stdbool.h>

/** A claim that a check doubts. */
typedef struct imsi_claim_doubt {
  const ims_check *check;
  uint32_t claim;      /**< ims_claim_at */
  ims_node cited;      /**< what it names, or the member of the check that this belongs to */
  ims_node fits;       /**< what may be meant; IMS_NO_NODE where the clause is not doubted */
  const char *about;   /**< what the title speaks of, in words; "" where the question does not tell. A static string */
  ims_systems systems; /**< for which it is doubted; 0: for all */
} imsi_claim_doubt;

/** T04: the title of a document names a topic, it claims no clause of that in the edition, and this claim is one of
    another topic. By the order of the register, as below. IMS_NOMEM. Cost: O(claims of such documents x topics). */
ims_status imsi_claim_doubts_subject(const ims_model *model, const ims_register *given, const ims_check *check,
                                     imsi_vec *doubts);

/** T19: a claim of a shared policy on a member of the check, for a system that nobody has approved it for. IMS_NOMEM.
 */
ims_status imsi_claim_doubts_approval(const ims_model *model, const ims_register *given, const ims_check *check,
                                      imsi_vec *doubts);

/** T29: the service management plan is filed under a member of another discipline. Nothing where no member is one of
    services (imsi_claim_plan_member). IMS_NOMEM. */
ims_status imsi_claim_doubts_plan(const ims_model *model, const ims_register *given, const ims_check *check,
                                  imsi_vec *doubts);

/** T30: corrective action filed under the member on improvement, or the reverse; of documents, processes, audits and
    agendas, in this order. IMS_NOMEM. */
ims_status imsi_claim_doubts_swapped(const ims_model *model, const ims_register *given, const ims_check *check,
                                     imsi_vec *doubts);

/** Appends all of these that the data have a check for (of imsi_claim_doubt), by claim, then by check. IMS_NOMEM. */
ims_status imsi_claim_doubts_find(const ims_model *model, const ims_register *given, imsi_vec *doubts);

/* ---- what checks ask besides ---- */

/** The member that the service management plan belongs to; IMS_NO_NODE if there is none. */
ims_node imsi_claim_plan_member(const ims_model *model, const ims_check *check);

/** True if a document in force is a policy that is marked for several systems. */
bool imsi_claim_is_shared_policy(const ims_model *model, const ims_register *given, const ims_check *check,
                                 ims_entry document);

/** True if it claims what the first member in the edition of any system is, its clause on the policy: whoever claims
    that for one system claims it for all that the policy is marked for. */
bool imsi_claim_is_system_policy(const ims_model *model, const ims_register *given, const ims_check *check,
                                 ims_entry document);

/** `approved` gets whether somebody approved a document for the system: for it by name, as in "QMS: Miller" or "Miller
    (QMS)", or for all. IMS_NOMEM. */
ims_status imsi_claim_is_approved(const ims_register *given, ims_entry document, const ims_system *system,
                                  bool *approved);

#endif
