/** Triples of nodes whose stated sides cannot all be true. */
#ifndef IMSI_TRIANGLES_H
#define IMSI_TRIANGLES_H

#include "model/closure.h"

/**
 * Counts the unordered triples of nodes, each two of which a closure that was only opened knows something of, for which
 * no three base relations fit. A pair that is left with nothing possible is no side.
 *
 * Cost: O(pairs), and for each node the square of its neighbours that it cannot intersect. IMS_NOMEM.
 */
ims_status imsi_triangles_count(const ims_model *model, const imsi_closure *stated, size_t *count);

#endif
