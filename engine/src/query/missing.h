/** Where nothing certain is known of two nodes: which relation, if somebody stated it, would settle it. */
#ifndef IMSI_MISSING_H
#define IMSI_MISSING_H

#include "base/vec.h"
#include "ims/model.h"
#include "model/closure.h"

/** A relation that nobody has stated. */
typedef struct imsi_missing {
  ims_node from, to;
  ims_relation needed; /**< what it has to say, or more exactly: IMS_OVERLAPS, IMS_CONTAINED, IMS_CONTAINS, IMS_EQUAL */
  ims_relation follows; /**< what would then be known of the two that were asked about */
  bool on_way;          /**< both ends are on the nearest chain */
} imsi_missing;

/**
 * Finds relations of which one alone would make it certain that `a` and `b` share something.
 *
 * Looked at are `a`, its parts and what stands for it in the hub, with `b`, its parts and what stands for that; apart
 * from pairs of the hub itself, pairs that cannot be so by what is known, and those for which a verdict says that there
 * is no counterpart. The least that would do is named. First come pairs on the nearest chain, then those that are more
 * specific (items before provisions before clauses), then the pair asked about, which is always one.
 *
 * Pairs of parts that are not on the way are all alike: they are listed if there is room for all of them, else counted.
 *
 * @param nearest  A chain from `a` to `b` (of imsi_step); may be empty.
 * @param most     How many to give, at least 1.
 * @param missing  Gets them (of imsi_missing).
 * @param alike    Gets the number of pairs of parts that are not listed.
 * @return IMS_OK or IMS_NOMEM. Cost: O(parts of `a` * parts of `b`).
 */
ims_status imsi_missing_find(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                             const imsi_vec *nearest, size_t most, imsi_vec *missing, size_t *alike);

#endif
