/** The fewest clauses of the sources that cover as much as all of them do. */
#ifndef IMSI_SMALLEST_H
#define IMSI_SMALLEST_H

#include "model/cover.h"
#include "query/coverage.h"

/** Initialise with IMSI_SMALLEST; free with imsi_smallest_free. */
typedef struct imsi_smallest {
  imsi_vec clauses;         /**< of ims_node: those chosen, as sources were given, then as they stand in theirs */
  size_t candidates;        /**< among how many */
  imsi_cover_answer answer; /**< whether there may be fewer */
} imsi_smallest;

#define IMSI_SMALLEST ((imsi_smallest){ IMSI_VEC(ims_node), 0, { 0, 0, 1000 } })

/**
 * Chooses clauses so that everything stays covered that is: each provision of `demands` (of ims_node), part of a whole,
 * or item that some source contains is contained in one of them.
 *
 * Candidates are the most specific clauses that contain one of these; where a provision or item was named as a source,
 * that itself. IMS_NOMEM. Cost: that of imsi_cover_smallest.
 */
ims_status imsi_smallest_find(const imsi_coverage *coverage, const imsi_vec *demands, imsi_smallest *smallest);

/** Releases the clauses. */
void imsi_smallest_free(imsi_smallest *smallest);

#endif
