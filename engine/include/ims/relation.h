/**
 * Relations between two sets of obligations, and what follows from two of them.
 *
 * Exactly one of five base relations holds between two non-empty sets. What is known of a pair is the set of those
 * that are still possible: a mask of five bits. IMS_UNKNOWN (all five) says nothing; 0 is a contradiction.
 */
#ifndef IMS_RELATION_H
#define IMS_RELATION_H

#include "ims/status.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef uint8_t ims_relation;

enum {
  IMS_EQUAL = 1,        /**< `=` the same obligations */
  IMS_SUBSET = 2,       /**< `<` the source is contained in the target, and smaller */
  IMS_SUPERSET = 4,     /**< `>` the source contains the target, and more */
  IMS_INTERSECTS = 8,   /**< `x` they share some, each has more */
  IMS_DISJOINT = 16,    /**< `0` nothing in common */
  IMS_CONTAINED = 3,    /**< `<=` equal or subset */
  IMS_CONTAINS = 5,     /**< `>=` equal or superset */
  IMS_OVERLAPS = 15,    /**< `~` overlap certain, kind open */
  IMS_UNKNOWN = 31,     /**< nothing is known */
  IMS_CONTRADICTION = 0 /**< nothing is left */
};

/** The relation read from the other side: subset and superset swap. */
IMS_API ims_relation ims_relation_inverse(ims_relation relation);

/** What A to C can be when A to B is `ab` and B to C is `bc`. Cost: one look-up. */
IMS_API ims_relation ims_relation_compose(ims_relation ab, ims_relation bc);

/** True if the two things share something for certain. */
IMS_API bool ims_relation_overlaps(ims_relation relation);

/** True if all of the first thing is in the second for certain: they are equal, or it is a subset. */
IMS_API bool ims_relation_contained(ims_relation relation);

/** The printed symbol: one of `= < > x 0 <= >= ~ ?`, "" for IMS_UNKNOWN, "!" for a contradiction; a static string. */
IMS_API const char *ims_relation_symbol(ims_relation relation);

/** The name of a base relation in the data format ("equal"); NULL for anything else. A static string. */
IMS_API const char *ims_relation_name(ims_relation relation);

#ifdef __cplusplus
}
#endif
#endif
