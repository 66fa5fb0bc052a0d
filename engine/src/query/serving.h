/** Which documents of a register serve which demands: what reports on documents go through. */
#ifndef IMSI_SERVING_H
#define IMSI_SERVING_H

#include "query/evidence.h"

/** A document that serves a demand, by what says most of it: what counts before what is proposed, all of it before a
    part, a claim before a line of the SoA, then what was read first. */
typedef struct imsi_service {
  ims_entry document;
  uint32_t served; /**< index of the demand, see imsi_serving */
  uint32_t claim;  /**< its claim; IMS_NO_ENTRY: a line of the SoA names it */
  ims_pos pos;
  ims_document_kind kind; /**< of the document; 0: not said */
  bool confirmed;         /**< it counts; else it is proposed, and shows nothing */
  bool whole;             /**< for all of the demand, else for a part, an item, or a part of the scope */
} imsi_service;

/** A demand of a system, with the services for it: `count` from `first` on. */
typedef struct imsi_served {
  uint32_t system; /**< index in ims_register_systems */
  ims_node demand;
  uint32_t first, count;
} imsi_served;

/** Initialise with IMSI_SERVING; free with imsi_serving_free. */
typedef struct imsi_serving {
  imsi_vec demands;  /**< of imsi_served: by system, then as they stand in its edition */
  imsi_vec services; /**< of imsi_service: by demand, then as documents stand in the register */
} imsi_serving;

#define IMSI_SERVING ((imsi_serving){ IMSI_VEC(imsi_served), IMSI_VEC(imsi_service) })

/** Finds the documents that serve the demands of all systems, each once a demand. IMS_NOMEM.
    Cost: O(demands + services * log of the most for one demand). */
ims_status imsi_serving_find(const ims_register *given, const imsi_evidence *evidence, imsi_serving *serving);

/** Appends one demand with all services for it: a document that is claimed for it several times comes several times,
   the one that says most first. IMS_NOMEM. */
ims_status imsi_serving_of(const ims_register *given, const imsi_evidence *evidence, uint32_t system, ims_node demand,
                           imsi_serving *serving);

/** Releases what was found. */
void imsi_serving_free(imsi_serving *serving);

#endif
