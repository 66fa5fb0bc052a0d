/** The composition table, for loops that look it up millions of times. */
#ifndef IMSI_RELATION_H
#define IMSI_RELATION_H

#include "ims/relation.h"

enum { IMSI_MASKS = 32 };

/** Row: A to B, column: B to C, entry: what A to C can be. Computed at first use; lives forever. */
const ims_relation (*imsi_relation_table(void))[IMSI_MASKS];

/** ims_relation_inverse, for the same loops. */
static inline ims_relation imsi_relation_inverse(ims_relation relation)
{
  const unsigned kept = relation & (IMS_EQUAL | IMS_INTERSECTS | IMS_DISJOINT);
  const unsigned swapped = (relation & IMS_SUBSET ? IMS_SUPERSET : 0) | (relation & IMS_SUPERSET ? IMS_SUBSET : 0);
  return (ims_relation)(kept | swapped);
}

#endif
