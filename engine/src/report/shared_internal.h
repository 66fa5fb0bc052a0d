/** What the files of `shared` share: documents with what they serve, and whether that may be re-used. */
#ifndef IMSI_SHARED_INTERNAL_H
#define IMSI_SHARED_INTERNAL_H

#include "query/reuse.h"
#include "query/user.h"
#include "report/serving_internal.h"

/** What a run works with. */
typedef struct imsi_shared_run {
  imsi_documents documents;
  size_t most;       /**< clauses that a document may carry before it is told */
  imsi_vec services; /**< of uint32_t: indices of services that count, by document, then as they are; those of what is
                          left out are not among them */
  imsi_vec users;    /**< of imsi_user, one for each document, in the order of the register */
  imsi_vec pairs;    /**< of imsi_shared_pair, by demand; what was looked up so far */
  uint32_t *first_pair; /**< by index of imsi_served; IMS_NO_NODE: not looked up yet */
  bool *left_out;       /**< by index of imsi_served: not applicable, or what it is about has not occurred */
} imsi_shared_run;

/** A demand of another system that overlaps one for certain, and what is known of serving both with one thing. */
typedef struct imsi_shared_pair {
  uint32_t served, other; /**< indices of imsi_served */
  imsi_reuse reuse;
} imsi_shared_pair;

/** The service at an index of `run->services`. */
const imsi_service *imsi_shared_service(const imsi_shared_run *run, uint32_t index);

/** The demand that a service is for. */
const imsi_served *imsi_shared_served(const imsi_shared_run *run, const imsi_service *service);

/** True if this document is the only one of which a claim for the demand counts. */
bool imsi_shared_is_sole(const imsi_shared_run *run, const imsi_service *service);

/** What is best known of using one document for a demand and for those of another system that it serves too.
    `*found` is false if nothing is known to relate them. IMS_NOMEM. */
ims_status imsi_shared_reuse(imsi_shared_run *run, const imsi_user *user, const imsi_service *service, uint32_t other,
                             imsi_shared_pair *best, bool *found);

/** Which parts of the table a document belongs to, seen from the systems that are shown. */
bool imsi_shared_serves_several(const imsi_shared_run *run, const imsi_user *user);
bool imsi_shared_is_single(const imsi_shared_run *run, const imsi_user *user);
bool imsi_shared_carries_many(const imsi_shared_run *run, const imsi_user *user);
bool imsi_shared_serves_nothing(const imsi_shared_run *run, const imsi_user *user);

/** What a claim does in the systems that are shown. */
typedef enum imsi_effect {
  IMSI_EFFECT_NONE,     /**< nothing: see imsi_shared_reason */
  IMSI_EFFECT_PROPOSED, /**< nothing yet: nobody has confirmed it */
  IMSI_EFFECT_LEFT_OUT, /**< it counts, for what is left out only */
  IMSI_EFFECT_COUNTS,
  IMSI_EFFECT_ELSEWHERE /**< it is of another standard than those asked for */
} imsi_effect;
imsi_effect imsi_shared_effect(const imsi_shared_run *run, const ims_claim *claim);

/** Why a claim serves nothing in the systems that are shown, for people; a static string. */
const char *imsi_shared_reason(const imsi_shared_run *run, const ims_claim *claim);

/** True if the document serves something, and has a claim that has no effect. */
bool imsi_shared_has_idle(const imsi_shared_run *run, const imsi_user *user);

/** True if the claim has no effect, proposed ones and those for what is left out among them. */
bool imsi_shared_is_idle(const imsi_shared_run *run, const ims_claim *claim);
extern const char *const imsi_shared_no_clause;

/** Adds above the table how many documents serve what, below it what the words mean. */
void imsi_shared_add_totals(const imsi_shared_run *run, imsi_table *table);
void imsi_shared_add_notes(const imsi_shared_run *run, imsi_table *table);

/** Makes a table with what stands around it, of the rows that `add_rows` adds. Returns as ims_report.run. */
ims_status imsi_shared_make(imsi_shared_run *run, const ims_column *columns, size_t count,
                            ims_status (*add_rows)(imsi_shared_run *run, imsi_table *table), ims_table **finished);

/** Make the table in its two forms. Return as ims_report.run. */
ims_status imsi_shared_make_wide(imsi_shared_run *run, ims_table **finished);
ims_status imsi_shared_make_long(imsi_shared_run *run, ims_table **finished);

/** The columns of the long form. */
extern const ims_columns imsi_shared_long_form;

/** Those of the form for people. */
extern const ims_columns imsi_shared_wide_form;

#endif
