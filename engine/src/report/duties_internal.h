/** What the files of `duties` share: a duty as the register meets it. */
#ifndef IMSI_DUTIES_INTERNAL_H
#define IMSI_DUTIES_INTERNAL_H

#include "report/serving_internal.h"

/** How a duty is met. The first that fits counts. */
typedef enum imsi_met {
  IMSI_MET_EXEMPT,      /**< the demand is not applicable, or what it is about has not occurred */
  IMSI_MET,             /**< a document of its kind is claimed for all of the demand */
  IMSI_MET_PARTLY,      /**< for a part of it only */
  IMSI_MET_UNSAID,      /**< one is claimed whose kind nobody has said */
  IMSI_MET_WRONG_KIND,  /**< one of the other kind is claimed */
  IMSI_MET_CONDITIONAL, /**< none is; it is demanded under a condition that the register says nothing of */
  IMSI_MET_OWN,         /**< none is; what is needed is for the organization to say, so nothing can be missing */
  IMSI_MET_NOT,         /**< none is */
  IMSI_MET_COUNT
} imsi_met;

/** The word for it; a static string. */
const char *imsi_met_name(imsi_met met);

/** A duty of a system. */
typedef struct imsi_duty_met {
  uint32_t served; /**< index of its demand, see imsi_serving */
  const ims_duty *duty;
  imsi_met met;
  size_t proposed;     /**< documents that are only proposed for the demand */
  ims_entry exemption; /**< EXEMPT: the line that says so */
} imsi_duty_met;

/** Finds how the duties of the systems shown are met: appends imsi_duty_met, in the order of systems and clauses. */
ims_status imsi_duties_find(const imsi_documents *documents, imsi_vec *duties);

/** True if that service is why the duty is as it is. */
bool imsi_duties_rests_on(const imsi_duty_met *duty, const imsi_service *service);

/** Adds above the table how many duties of each system and kind are met, below it what the words mean. */
void imsi_duties_add_totals(const imsi_documents *documents, const imsi_vec *duties, imsi_table *table);
void imsi_duties_add_notes(const imsi_documents *documents, const imsi_vec *duties, imsi_table *table);

/** Makes the table. Returns as ims_report.run. */
ims_status imsi_duties_make(const imsi_documents *documents, const imsi_vec *duties, ims_table **finished);

/** The columns of the long form. */
extern const ims_columns imsi_duties_long_form;

#endif
