/** What a register shows: for each system and each of its demands the state that the evidence gives it, on a day. */
#ifndef IMSI_EVIDENCE_H
#define IMSI_EVIDENCE_H

#include "base/vec.h"
#include "ims/register.h"
#include "query/need.h"

/** The claims of documents, weighed on a day; with what follows from them through relations. */
typedef struct imsi_evidence imsi_evidence;

/**
 * Weighs the claims of all documents and closes over what they show.
 *
 * @param closure   Over `model`; borrowed like the rest.
 * @param day       What counts on that day; 0: dates are not looked at.
 * @param evidence  Gets what is yours.
 * @return IMS_OK or IMS_NOMEM. Cost: O(claims + pairs), once for each system.
 */
ims_status imsi_evidence_new(const ims_model *model, const ims_register *given, const imsi_closure *closure,
                             ims_day day, imsi_evidence **evidence);

/** Releases it. Accepts NULL. */
void imsi_evidence_free(imsi_evidence *evidence);

/** Why a claim of a document shows nothing for a system. The first that fits counts. */
typedef enum imsi_doubt {
  IMSI_DOUBT_NONE,     /**< it counts */
  IMSI_DOUBT_CLAUSE,   /**< there is no such clause */
  IMSI_DOUBT_GUIDANCE, /**< what it names binds nobody */
  IMSI_DOUBT_PROPOSED, /**< nobody has confirmed it */
  IMSI_DOUBT_DRAFT,    /**< the document is not approved yet */
  IMSI_DOUBT_OBSOLETE, /**< the document is withdrawn */
  IMSI_DOUBT_LATER,    /**< approved or recorded after the day */
  IMSI_DOUBT_EDITION,  /**< it names another edition than the system is held against */
  IMSI_DOUBT_SYSTEM,   /**< the document does not name the system */
  IMSI_DOUBT_COUNT
} imsi_doubt;

/** In a few words, for people: "the document is a draft"; a static string. "" for NONE. */
const char *imsi_doubt_text(imsi_doubt doubt);

/** Why the claim at that index (ims_claim_at) shows nothing for the system whose edition it names, or for any; NONE if
    it counts. Only for claims of documents. */
imsi_doubt imsi_evidence_doubt(const imsi_evidence *evidence, size_t claim);

/** A claim that counts for a demand. */
typedef struct imsi_support {
  uint32_t claim;
  bool whole;             /**< it is claimed for all of the demand, else for a part or an item of it */
  ims_document_kind kind; /**< of its document; 0: not said */
} imsi_support;

/** Appends the claims (of imsi_support) that count for a demand, a provision or a clause without any: those on itself,
    on what it is in, on its items; as they stand in the register. IMS_NOMEM. */
ims_status imsi_evidence_supports(const imsi_evidence *evidence, ims_node demand, imsi_vec *supports);

/** A demand of a system as the register shows it. */
typedef struct imsi_shown {
  ims_node demand;
  imsi_state state;
  imsi_need need;      /**< from RUN to UNEXAMINED: what else serves; RUN may rest on its own documents */
  bool own_method;     /**< RUN, PARTIAL: a document of its own is there */
  bool lacks_document; /**< a document is demanded, and none that counts is there */
  bool lacks_record;   /**< a record is demanded, and none that counts is there */
  ims_entry
      exemption; /**< NOT_APPLICABLE, NO_OCCURRENCE: the line that says so, of the SoA or of what is not applicable */
  ims_entry finding; /**< the open nonconformity that lowers it; IMS_NO_ENTRY: none */
} imsi_shown;

/** Finds the state of a demand for the system at that index of ims_register_systems. IMS_NOMEM.
    Cost: that of imsi_need_find where the demand is not evidenced. */
ims_status imsi_evidence_show(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_shown *shown);

/** Appends the demands of a system (of ims_node), in document order. IMS_NOMEM. */
ims_status imsi_evidence_demands(const imsi_evidence *evidence, uint32_t system, imsi_vec *demands);

/** True if the demand needs a document (`kind` IMS_DOCUMENT) or a record (IMS_RECORD): one of its duties says so. */
bool imsi_evidence_needs(const ims_model *model, ims_node demand, ims_duty_kind kind);

#endif
