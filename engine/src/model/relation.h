/** The composition table, for loops that look it up millions of times. */
#ifndef IMSI_RELATION_H
#define IMSI_RELATION_H

#include "ims/relation.h"

enum { IMSI_MASKS = 32 };

/** Row: A to B, column: B to C, entry: what A to C can be. Computed at first use; lives forever. */
const ims_relation (*imsi_relation_table(void))[IMSI_MASKS];

#endif
