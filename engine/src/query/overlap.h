/** What several editions share: every demand with the editions that ask some of it too. */
#ifndef IMSI_OVERLAP_H
#define IMSI_OVERLAP_H

#include "base/vec.h"
#include "ims/model.h"
#include "model/closure.h"

enum { IMSI_OVERLAP_EDITIONS = 16 }; /**< More sets than people can look at together. */

/** A set of the editions that are compared: bit `i` stands for the `i`th. */
typedef uint32_t imsi_editions;

/** One demand: a provision, or a clause of an edition whose provisions are not listed. */
typedef struct imsi_overlap_unit {
  ims_node node;
  uint32_t edition;      /**< which of those compared it belongs to */
  imsi_editions shared;  /**< its own, and those that ask some of the same for certain */
  imsi_editions unknown; /**< those of which nobody can say so: no counterpart is known, and nobody has looked */
  ims_node home;         /**< the clause of the common structure that it is nearest to; IMS_NO_NODE if to none */
  bool control;          /**< binds through the Statement of Applicability only */
  bool absorbed;         /**< another unit asks all of it: a joint set does without it */
} imsi_overlap_unit;

/**
 * Appends the units of `count` editions (of imsi_overlap_unit), in the order given, then in that of each document.
 *
 * A demand is nearest to the clause of the common structure in which something overlaps it for certain and is nearest
 * to being the same; of several the first. It is absorbed where one of another edition is known to contain it; of
 * equals the first stays. No control absorbs a requirement, for it may be excluded. `count` is at most
 * IMSI_OVERLAP_EDITIONS. IMS_NOMEM. Cost: O(known pairs of the units).
 */
ims_status imsi_overlap_units(const ims_model *model, const imsi_closure *closure, const ims_edition *const *editions,
                              size_t count, imsi_vec *units);

/** Appends a unit for each clause that has some of `units`, sharing what these share. `home` is that of its first unit,
    and no clause is absorbed. Order: as `units`. IMS_NOMEM. */
ims_status imsi_overlap_clauses(const ims_model *model, const imsi_vec *units, imsi_vec *clauses);

/** What stands for a demand outside the common structure: the clause below the chapter (8.5 of 8.5.1), of a control the
    chapter (A.5 of A.5.1). */
ims_node imsi_overlap_part(const ims_model *model, const imsi_overlap_unit *unit);

/** The edition that holds the common structure; NULL if none is loaded. Cost: O(editions). */
const ims_edition *imsi_overlap_hub(const ims_model *model);

#endif
