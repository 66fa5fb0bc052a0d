/** What the files of evidence share. */
#ifndef IMSI_EVIDENCE_INTERNAL_H
#define IMSI_EVIDENCE_INTERNAL_H

#include "query/evidence.h"

/** A control that a line of the SoA decides on, for a system. */
typedef struct imsi_decided {
  ims_node control;
  uint32_t system;
  ims_entry line;
} imsi_decided;

/** How much of the scope of a system a document covers. */
typedef enum imsi_scope { IMSI_SCOPE_WHOLE, IMSI_SCOPE_PART, IMSI_SCOPE_NONE } imsi_scope;

/** What a claim is worth for a system. */
typedef struct imsi_weight {
  uint8_t doubt; /* imsi_doubt */
  uint8_t scope; /* imsi_scope */
} imsi_weight;

/** What is the same of a claim for all systems; all but `entry` only of documents. */
typedef struct imsi_worth {
  uint8_t entry; /* ims_entry_kind */
  uint8_t doubt; /* imsi_doubt */
  uint8_t kind;  /* ims_document_kind */
  bool inherited;
} imsi_worth;

struct imsi_evidence {
  const ims_model *model;
  const ims_register *given;
  const imsi_closure *closure;
  ims_day day;
  const ims_system *systems;
  size_t system_count;
  imsi_worth *worths;                    /* by claim: each is asked for often, and in no order */
  imsi_weight *weights;                  /* by claim, then by system */
  imsi_vec decided;                      /* of imsi_decided, as the lines stand in the register */
  imsi_vec sources[IMS_SYSTEMS_MAX + 1]; /* of imsi_region: what those of other editions have; last, what all have */
  imsi_coverage *coverage[IMS_SYSTEMS_MAX + 1]; /* of these */
};

/** Fill `worths` and `weights`, `decided`, `sources` and `coverage`, in this order. IMS_NOMEM. */
ims_status imsi_evidence_weigh(imsi_evidence *evidence);
ims_status imsi_evidence_find_decided(imsi_evidence *evidence);
ims_status imsi_evidence_find_sources(imsi_evidence *evidence, const imsi_beside *beside);

/** Clauses of a standard, or of one edition, that something is said of. */
typedef struct imsi_rule {
  const char *standard; /**< `9001`, `9001:2008` */
  const char *clauses;  /**< as imsi_clause_list_has */
} imsi_rule;

/** True if the first rule whose standard or edition fits has the clause that the node is or is in. */
bool imsi_rules_have(const imsi_rule *rules, size_t count, const ims_model *model, ims_node node);

/** What a claim is worth for a system. */
const imsi_weight *imsi_evidence_weight(const imsi_evidence *evidence, size_t claim, uint32_t system);

/** What is against a document, whatever it is claimed for. */
imsi_doubt imsi_evidence_doubt_of_document(const imsi_evidence *evidence, ims_entry document);

/** How much of the scope of a system a document covers. Cost: O(sites and services of both). */
imsi_scope imsi_evidence_scope(const imsi_evidence *evidence, ims_entry document, uint32_t system);

/** The line that takes the demand out of the total, and as what; IMS_NO_ENTRY: none. IMS_NOMEM. */
ims_status imsi_evidence_exemption(const imsi_evidence *evidence, uint32_t system, ims_node demand, ims_entry *line,
                                   ims_exemption *exemption);

/** The first of imsi_evidence_findings; IMS_NO_ENTRY: none. IMS_NOMEM. */
ims_status imsi_evidence_finding(const imsi_evidence *evidence, uint32_t system, ims_node demand, ims_entry *finding);

/** The documents that count for a demand, by kind; those that reach all only together count as one more for it. */
typedef struct imsi_tally {
  size_t whole[IMS_IS_RECORD + 1]; /**< by ims_document_kind: those that are claimed for all of it */
  size_t part[IMS_IS_RECORD + 1];
} imsi_tally;

/** Counts them. IMS_NOMEM. */
ims_status imsi_evidence_tally(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_tally *tally);

/** Shows the supports of a demand, or of a clause, that are a method for it, or else those that are one together.
    IMS_NOMEM. */
ims_status imsi_evidence_view_methods(const imsi_evidence *evidence, uint32_t system, ims_node demand,
                                      imsi_support_seen *seen, void *context);

/** Says whether there are any. IMS_NOMEM. */
ims_status imsi_evidence_any_method(const imsi_evidence *evidence, uint32_t system, ims_node demand, bool *any);

/** True if those of a kind that are claimed for all of a demand, and are for some of the sites or services, together
    are for all of them: for each of one list. `own`: those of other parties aside. */
bool imsi_evidence_reach_all(const imsi_evidence *evidence, uint32_t system, const imsi_vec *supports,
                             ims_document_kind kind, bool own);

/** True if another system of the same edition has a method for the demand. IMS_NOMEM. */
ims_status imsi_evidence_has_twin(const imsi_evidence *evidence, uint32_t system, ims_node demand, bool *has);

/** True if `had` is an item of a demand that asks for a record, and the systems that have a method for that have none:
    which of its items are there then, nobody can tell. IMS_NOMEM. */
ims_status imsi_evidence_may_lack_item(const imsi_evidence *evidence, uint32_t system, ims_node had, bool *lacks);

/** True if all that serves as the method of `had`, a source, names its systems, and not this one. A system that the
    register does not have is named with one of its standard, that of `wanted`. IMS_NOMEM. */
ims_status imsi_evidence_leaves_out(const imsi_evidence *evidence, uint32_t system, ims_node wanted, ims_node had,
                                    bool *out);

#endif
