/** What can be reached over a few steps, and what all the ways together say of it. */
#ifndef IMSI_REACH_H
#define IMSI_REACH_H

#include "base/vec.h"
#include "ims/relation.h"

/** One step: what is known from `source` to `target`. */
typedef struct imsi_arc {
  uint32_t source, target;
  ims_relation relation;
} imsi_arc;

/** A node that was reached; `relation` is what every way to it allows, from where it began: IMS_CONTRADICTION if they
    cannot all be true. */
typedef struct imsi_reached {
  uint32_t node;
  ims_relation relation;
} imsi_reached;

/** Steps, laid out for walking. */
typedef struct imsi_reach imsi_reach;

/**
 * Lays steps out.
 *
 * @param nodes  Nodes are numbered below this.
 * @param arcs   Steps; copied. A pair that is named twice is two ways.
 * @return IMS_OK; IMS_LIMIT from 2^32 - 1 steps on; IMS_NOMEM. Cost: O(nodes + count).
 */
ims_status imsi_reach_new(uint32_t nodes, const imsi_arc *arcs, size_t count, imsi_reach **reach);

/** Releases it. Accepts NULL. */
void imsi_reach_free(imsi_reach *reach);

/** True if any step leaves `node`. */
bool imsi_reach_leaves(const imsi_reach *reach, uint32_t node);

/**
 * Walks at most `hops` steps, along their direction, on every way there is, and intersects what the ways say.
 *
 * A walk uses working space of `reach`: two at a time need two of them.
 *
 * @param reached  Emptied; gets each node but `source` once (of imsi_reached), in the order in which it was reached
 *                 first.
 * @return IMS_OK; IMS_NOMEM. Cost: O(steps on the way), not of all ways.
 */
ims_status imsi_reach_from(imsi_reach *reach, uint32_t source, unsigned hops, imsi_vec *reached);

#endif
