/** How a register meets the duties to have documents and records. */
#ifndef IMSI_DUTY_H
#define IMSI_DUTY_H

#include "query/serving.h"

/** How a duty is met. The first that fits counts. */
typedef enum imsi_met {
  IMSI_MET_EXEMPT,      /**< the demand is not applicable, or what it is about has not occurred */
  IMSI_MET,             /**< a document of its kind is claimed for the demand or its item; or for more, and is called
                             what is asked for (imsi_duty_is_named) */
  IMSI_MET_WITH_CLAUSE, /**< one is claimed for the clause: whether it is what is asked for is not said */
  IMSI_MET_PARTLY,      /**< for a part of it only */
  IMSI_MET_UNSAID,      /**< one is claimed whose kind nobody has said */
  IMSI_MET_WRONG_KIND,  /**< one of the other kind is claimed */
  IMSI_MET_CONDITIONAL, /**< none is for the duty alone; it is demanded under a condition that the register says nothing
                             of */
  IMSI_MET_OWN,         /**< none is; what is needed is for the organization to say, so nothing can be missing */
  IMSI_MET_NOT,         /**< none is */
  IMSI_MET_COUNT
} imsi_met;

/** The word for it; a static string. */
const char *imsi_met_name(imsi_met met);

/** A document that stands for a duty, by what says most of it. */
typedef struct imsi_duty_service {
  imsi_service service;
  imsi_met met; /**< what it alone makes of the duty, from MET to WRONG_KIND; NOT: it is only proposed */
} imsi_duty_service;

/** A duty of a system, with what stands for it: `count` services from `first` on. */
typedef struct imsi_duty_met {
  uint32_t system;
  const ims_duty *duty;
  imsi_met met;
  uint32_t first, count;
  size_t proposed;     /**< documents that are only proposed for it */
  ims_entry exemption; /**< EXEMPT: the line that says so */
  ims_entry soa; /**< the first line of the Statement of Applicability, if that is the document; else IMS_NO_ENTRY */
} imsi_duty_met;

/** Initialise with IMSI_DUTIES; free with imsi_duties_free. */
typedef struct imsi_duties {
  imsi_vec list;     /**< of imsi_duty_met */
  imsi_vec services; /**< of imsi_duty_service, by duty, then as documents stand in the register */
} imsi_duties;

#define IMSI_DUTIES ((imsi_duties){ IMSI_VEC(imsi_duty_met), IMSI_VEC(imsi_duty_service) })

/** Appends the duties of a demand of a system, as they stand in the data. What is claimed for another item than that of
    a duty does not stand for it. IMS_NOMEM. Cost: O(services of the demand * nodes of the edition). */
ims_status imsi_duties_of(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_duties *duties);

/** Releases what was found. */
void imsi_duties_free(imsi_duties *duties);

#endif
