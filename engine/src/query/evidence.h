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
 * @param closure   Over `model`; borrowed like the rest. NULL: only claims are weighed, and neither states nor what
 *                  others have can be asked for.
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

/** The same where something is had besides; it serves each system of the register. The register goes first: what it
    says is not applicable, did not occur or is open is not had either, nor what a document of its system is claimed for
    that serves no other, be it a record, in part, a draft or for other sites. All but `*evidence` is borrowed. */
ims_status imsi_evidence_new_beside(const ims_model *model, const ims_register *given, const imsi_closure *closure,
                                    ims_day day, const imsi_beside *beside, imsi_evidence **evidence);

/** Releases it. Accepts NULL. */
void imsi_evidence_free(imsi_evidence *evidence);

/* ---- claims ---- */

/** Why a claim of a document shows nothing for a system. The first that fits counts. */
typedef enum imsi_doubt {
  IMSI_DOUBT_NONE,      /**< it counts */
  IMSI_DOUBT_CLAUSE,    /**< there is no such clause */
  IMSI_DOUBT_GUIDANCE,  /**< what it names binds nobody */
  IMSI_DOUBT_PROPOSED,  /**< nobody has confirmed it */
  IMSI_DOUBT_DRAFT,     /**< the document is not approved yet */
  IMSI_DOUBT_STATUS,    /**< nobody can tell from its status whether it is valid */
  IMSI_DOUBT_OBSOLETE,  /**< the document is withdrawn */
  IMSI_DOUBT_LATER,     /**< approved or recorded after the day */
  IMSI_DOUBT_ENDED,     /**< a document, or what nobody says is a record, that was valid until a day before */
  IMSI_DOUBT_INHERITED, /**< another party has it, and the organization itself is asked */
  IMSI_DOUBT_OLDER,     /**< it names no year, and the document is older than the edition: imsi_evidence_older */
  IMSI_DOUBT_EDITION,   /**< it names another edition than the system is held against */
  IMSI_DOUBT_SYSTEM,    /**< the document does not name the system */
  IMSI_DOUBT_WHOSE,     /**< a record that names no system, where several have its standard */
  IMSI_DOUBT_SCOPE,     /**< the document is limited to sites or services that are none of the system's */
  IMSI_DOUBT_COUNT
} imsi_doubt;

/** In a few words, for people: "the document is obsolete"; a static string. "" for NONE. */
const char *imsi_doubt_text(imsi_doubt doubt);

/** Why the claim at that index (ims_claim_at) shows nothing for any system; NONE if it counts for one. Of several
    systems the one for which least is against it. Only for claims of documents. */
imsi_doubt imsi_evidence_doubt(const imsi_evidence *evidence, size_t claim);

/** Why it shows nothing for that system; NONE if it counts. */
imsi_doubt imsi_evidence_doubt_for(const imsi_evidence *evidence, size_t claim, uint32_t system);

/**
 * The older edition that a claim without a year can only have meant: its document was approved, or applies, from a day
 * before the edition it is taken for was published, and in the older one the number is another subject.
 *
 * @return Borrowed from the model; NULL if there is none, if the claim gives its edition, or if somebody confirmed the
 * document since. Cost: O(editions).
 */
const ims_edition *imsi_evidence_older(const ims_model *model, const ims_register *given, const ims_claim *claim);

/** A document that counts for a demand, through a claim of its own or through a line of the SoA that names it. */
typedef struct imsi_support {
  uint32_t claim;     /**< its claim; IMS_NO_ENTRY: the line names it */
  ims_entry document; /**< of kind IMS_ENTRY_DOCUMENT */
  ims_entry line;     /**< where it is said: the document itself, or a line of the SoA */
  ims_pos pos;
  bool whole;             /**< it is claimed for all of the demand, else for a part, an item, or a part of the scope */
  bool limited;           /**< it is not whole, and only since it is for some of the sites or services */
  bool joined;            /**< it is a limited document of the organization, and these together are for all of them */
  bool inherited;         /**< another party has it: it serves no other system */
  ims_document_kind kind; /**< of its document; 0: not said */
} imsi_support;

/** Appends the documents (of imsi_support) that count for a demand of a system, a provision or a clause without any:
    claims on itself, on what it is in, on its items, as they stand in the register; then those that the SoA names.
    IMS_NOMEM. */
ims_status imsi_evidence_supports(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_vec *supports);

/** Is shown a support; false: no further one is to be shown. */
typedef bool imsi_support_seen(void *context, const imsi_support *support);

/** Shows the same one by one, those of one clause together and in no other order. Keeps nothing, so cannot fail. */
void imsi_evidence_view(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_support_seen *seen,
                        void *context);

/** True if others may use the document of the support as their method: it is a document, and of the organization
    itself, and claimed for all of the demand; or joined with others that are. */
bool imsi_evidence_is_method(const imsi_support *support);

/** Appends the sites and services (of const char *) of a system that none of these supports names, be they for all of
    the demand or for a part, where each names some; nothing if one is for all of them. IMS_NOMEM. */
ims_status imsi_evidence_unreached(const imsi_evidence *evidence, uint32_t system, const imsi_vec *supports,
                                   imsi_vec *names);

/** Appends the sites and services (of const char *) of a system that a document which names some leaves out. IMS_NOMEM.
 */
ims_status imsi_evidence_left_out_by(const imsi_evidence *evidence, uint32_t system, ims_entry document,
                                     imsi_vec *names);

/** Appends the indices of all claims (of uint32_t) of entries of that kind on the demand, on what it is in and on its
    items, whether they count or not, as they stand in the register. IMS_NOMEM. */
ims_status imsi_evidence_claims(const imsi_evidence *evidence, ims_entry_kind kind, ims_node demand, imsi_vec *claims);

/* ---- what stands beside the claims ---- */

/** The line of the SoA that decides on the control that `node` is or is in; IMS_NO_ENTRY: none does. */
ims_entry imsi_evidence_control(const imsi_evidence *evidence, uint32_t system, ims_node node);

/** True if the rule of its own standard allows to declare the demand not applicable, with a reason: a control through
    the SoA alone. */
bool imsi_evidence_may_be_left_out(const ims_model *model, ims_node demand);

/** True if the node demands nothing but under a condition, its own or that of each of its duties; of a clause, if that
    is so of all that is in it. Only that can be without occasion. */
bool imsi_evidence_depends(const ims_model *model, ims_node node);

/** Why a line that takes a demand out of the total is not accepted. */
typedef enum imsi_refusal {
  IMSI_REFUSAL_NONE,      /**< it is accepted */
  IMSI_REFUSAL_RULE,      /**< its standard does not allow it */
  IMSI_REFUSAL_SOA,       /**< it is a control, and only the SoA leaves these out */
  IMSI_REFUSAL_CONDITION, /**< no occasion, and it does not depend on one */
  IMSI_REFUSAL_PART,      /**< it names a part */
  IMSI_REFUSAL_PROPOSED,  /**< nobody has confirmed it */
  IMSI_REFUSAL_REASON,    /**< without a reason */
  IMSI_REFUSAL_COUNT
} imsi_refusal;

/** In a few words, for people: "no reason is given"; a static string. "" for NONE. */
const char *imsi_refusal_text(imsi_refusal refusal);

/** A line that is not accepted. */
typedef struct imsi_refused {
  ims_entry line; /**< of the SoA, or of what is not applicable */
  ims_exemption exemption;
  imsi_refusal refusal;
  ims_pos pos;
} imsi_refused;

/** Appends the lines (of imsi_refused) that say a demand of a system is not applicable or did not occur, and are not
    accepted: that of the SoA, then the others as they stand. IMS_NOMEM. */
ims_status imsi_evidence_refused(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_vec *refused);

/** True if the finding is a nonconformity that is open on the day. Of a progress that says it is open and a day on
   which it was closed the former counts. */
bool imsi_evidence_is_open(const imsi_evidence *evidence, ims_entry finding);

/** Appends the nonconformities (of ims_entry) that are open against a demand of a system, each once, as they stand.
    IMS_NOMEM. */
ims_status imsi_evidence_findings(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_vec *findings);

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
  bool lacks_record;   /**< doing it leaves a record (imsi_need_leaves_record), and none that counts is there */
  bool unplanned;      /**< records alone are there for all of it, and it is to be planned: how is not shown */
  bool items;          /**< RELATED: another system has some of its items, and nothing of its own is claimed */
  bool unnamed;        /**< EXTEND: what serves unchanged leaves this system out of its scope */
  uint32_t elsewhere;  /**< EXTEND: its own claim, whose document is for other sites or services; else IMS_NO_ENTRY */
  ims_entry
      exemption; /**< NOT_APPLICABLE, NO_OCCURRENCE: the line that says so, of the SoA or of what is not applicable */
  ims_entry finding; /**< the first nonconformity that is open against it, whatever the state; IMS_NO_ENTRY: none */
  bool lowered;      /**< PARTIAL: by that alone, it would be evidenced */
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
