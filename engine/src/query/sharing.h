/** How much of one edition has a counterpart in another, demand by demand or clause by clause. */
#ifndef IMSI_SHARING_H
#define IMSI_SHARING_H

#include "query/correlation.h"

/** Provisions, or clauses, by the counterpart that is nearest to being the same. Their sum is `total`. */
typedef struct imsi_sharing {
  size_t total;
  size_t equal;     /**< the same is asked there */
  size_t contained; /**< all of it is asked there, perhaps with more */
  size_t contains;  /**< it asks all of something there, and perhaps more */
  size_t overlaps;  /**< both ask some of the same */
  size_t none;      /**< somebody looked and found nothing */
  size_t unknown;   /**< nobody looked */
} imsi_sharing;

/** True if anything of the edition is a provision that binds: else only its clauses can be counted. */
bool imsi_sharing_has_provisions(const ims_model *model, const ims_edition *edition);

/** True if `node` is one of those that are counted: a provision that binds, or with `kind` IMS_CLAUSE a clause that
   demands something itself. */
bool imsi_sharing_counts(const ims_model *model, ims_node node, ims_node_kind kind);

/** How near two things that overlap are to being the same: 1 they overlap, 2 the first contains the second, 3 the
   second contains the first, 4 they are equal. */
int imsi_sharing_nearness(ims_relation relation);

/** Adds what is in `clause`, or with IMS_NO_NODE in all of `edition`, to `sharing`: provisions that bind, or clauses
   that demand something. `pairs` are those of that kind from `edition` to `other`. Cost: O(nodes log pairs). */
void imsi_sharing_add(const ims_model *model, const ims_edition *edition, ims_node clause, ims_node_kind kind,
                      const ims_edition *other, const imsi_vec *pairs, imsi_sharing *sharing);

/** How many have a counterpart. */
size_t imsi_sharing_shared(const imsi_sharing *sharing);

#endif
