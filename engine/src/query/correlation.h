/** Which clauses or provisions of two editions have to do with each other, for certain. */
#ifndef IMSI_CORRELATION_H
#define IMSI_CORRELATION_H

#include "base/vec.h"
#include "ims/model.h"
#include "model/closure.h"

/** Two things that overlap for certain, and nothing inside them does so more specifically. */
typedef struct imsi_pair {
  ims_node source;
  ims_node target;
  ims_relation relation; /**< source to target */
  bool stated;           /**< a row says exactly this */
} imsi_pair;

/**
 * Appends the most specific pairs (of imsi_pair) of two editions, among nodes of `kind`: clauses or provisions.
 *
 * A pair is most specific if no part of either end overlaps the other end: so the pairs from A to B are those from B
 * to A, inverted. Order: source, then target, in document order. IMS_NOMEM. Cost: O(known pairs of the source edition).
 */
ims_status imsi_correlation_pairs(const ims_model *model, const imsi_closure *closure, const ims_edition *source,
                                  const ims_edition *target, ims_node_kind kind, imsi_vec *pairs);

/** Appends the most specific pairs of one node of `kind`, its parts left aside. As above, for one source. */
ims_status imsi_correlation_of(const ims_model *model, const imsi_closure *closure, ims_node source,
                               const ims_edition *target, ims_node_kind kind, imsi_vec *pairs);

/** True if a row states exactly this relation of the two, in either direction. Cost: O(rows of `source`). */
bool imsi_correlation_stated(const ims_model *model, ims_node source, ims_node target, ims_relation relation);

/** Index of a verdict that says of all of `node` that it has no counterpart in `other`: its own, that of something it
    belongs to, or that of its last demand if every one of its demands, with those of its sub-clauses, has one. SIZE_MAX
    if there is none. */
size_t imsi_correlation_verdict(const ims_model *model, ims_node node, const ims_edition *other);

#endif
