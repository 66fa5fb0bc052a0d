/**
 * What a register shows: for each system and each of its demands the state that the evidence gives it, on a day.
 *
 * A claim on a clause is one on each demand in it; a claim on an item is one on a part of its demand, and all items
 * one by one are no whole: nobody says that they are all. A system is given by its index in ims_register_systems;
 * where imsi_evidence_show and imsi_evidence_others are told their number instead, it is one that the register does not
 * have: it has nothing of its own, and all the others may serve it.
 */
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

/** What is had besides what the register shows, by certificate, and what of it is not. */
typedef struct imsi_beside {
  const imsi_region *had;
  size_t count;
  const imsi_region *left_out;
  size_t left_out_count;
} imsi_beside;

/** The same where something is had besides; it serves each system of the register. What the register says is not
    applicable, did not occur or is open is not had either. All but `*evidence` is borrowed. */
ims_status imsi_evidence_new_beside(const ims_model *model, const ims_register *given, const imsi_closure *closure,
                                    ims_day day, const imsi_beside *beside, imsi_evidence **evidence);

/** Releases it. Accepts NULL. */
void imsi_evidence_free(imsi_evidence *evidence);

/* ---- claims ---- */

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
  IMSI_DOUBT_SCOPE,    /**< the document is limited to sites or services that are none of the system's */
  IMSI_DOUBT_COUNT
} imsi_doubt;

/** In a few words, for people: "the document is a draft"; a static string. "" for NONE. */
const char *imsi_doubt_text(imsi_doubt doubt);

/** Why the claim at that index (ims_claim_at) shows nothing for any system; NONE if it counts for one. Of several
    systems the one for which least is against it. Only for claims of documents. */
imsi_doubt imsi_evidence_doubt(const imsi_evidence *evidence, size_t claim);

/** Why it shows nothing for that system; NONE if it counts. */
imsi_doubt imsi_evidence_doubt_for(const imsi_evidence *evidence, size_t claim, uint32_t system);

/** A document that counts for a demand, through a claim of its own or through a line of the SoA that names it. */
typedef struct imsi_support {
  uint32_t claim;     /**< its claim; IMS_NO_ENTRY: the line names it */
  ims_entry document; /**< of kind IMS_ENTRY_DOCUMENT */
  ims_entry line;     /**< where it is said: the document itself, or a line of the SoA */
  ims_pos pos;
  bool whole;             /**< it is claimed for all of the demand, else for a part, an item, or a part of the scope */
  ims_document_kind kind; /**< of its document; 0: not said */
} imsi_support;

/** Appends the documents (of imsi_support) that count for a demand of a system, a provision or a clause without any:
    claims on itself, on what it is in, on its items, as they stand in the register; then those that the SoA names.
    IMS_NOMEM. */
ims_status imsi_evidence_supports(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_vec *supports);

/** True if the document of the support is a method for the demand, all of it: a document, or one whose kind is not said
    where no kind is demanded. */
bool imsi_evidence_is_method(const ims_model *model, ims_node demand, const imsi_support *support);

/** Appends the indices of all claims (of uint32_t) of entries of that kind on the demand, on what it is in and on its
    items, whether they count or not, as they stand in the register. IMS_NOMEM. */
ims_status imsi_evidence_claims(const imsi_evidence *evidence, ims_entry_kind kind, ims_node demand, imsi_vec *claims);

/* ---- what stands beside the claims ---- */

/** The line of the SoA that decides on the control that `node` is or is in; IMS_NO_ENTRY: none does. */
ims_entry imsi_evidence_control(const imsi_evidence *evidence, uint32_t system, ims_node node);

/** True if the rule of its own standard allows to declare the demand not applicable, with a reason. */
bool imsi_evidence_may_be_left_out(const ims_model *model, ims_node demand);

/** True if the finding is a nonconformity that is open on the day. */
bool imsi_evidence_is_open(const imsi_evidence *evidence, ims_entry finding);

/** True if the demand needs a document (`kind` IMS_DOCUMENT) or a record (IMS_RECORD): one of its duties says so, be it
    under a condition. */
bool imsi_evidence_needs(const ims_model *model, ims_node demand, ims_duty_kind kind);

/* ---- states ---- */

/** A demand of a system as the register shows it. */
typedef struct imsi_shown {
  ims_node demand;
  imsi_state state;
  imsi_need need;      /**< from RUN to UNEXAMINED: what else serves; RUN may rest on its own documents */
  bool own_method;     /**< RUN, PARTIAL: a document of its own is there for all of it */
  bool lacks_document; /**< a document is demanded, and none that counts is there */
  bool lacks_record;   /**< a record is demanded, and none that counts is there */
  bool unnamed;        /**< EXTEND: what serves unchanged leaves this system out of its scope */
  ims_entry
      exemption; /**< NOT_APPLICABLE, NO_OCCURRENCE: the line that says so, of the SoA or of what is not applicable */
  ims_entry finding; /**< the open nonconformity that lowers it; IMS_NO_ENTRY: none */
} imsi_shown;

/** Finds the state of a demand for a system, be it one that the register does not have. IMS_NOMEM. Cost: that of
 * imsi_need_find where it is not evidenced. */
ims_status imsi_evidence_show(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_shown *shown);

/** Appends the demands of a system (of ims_node), in document order. IMS_NOMEM. */
ims_status imsi_evidence_demands(const imsi_evidence *evidence, uint32_t system, imsi_vec *demands);

/** What the systems of other editions have, and what is had besides, as seen from one: what `need` of imsi_shown was
    found with, twins of the same edition aside. Borrowed. */
const imsi_coverage *imsi_evidence_others(const imsi_evidence *evidence, uint32_t system);

#endif
