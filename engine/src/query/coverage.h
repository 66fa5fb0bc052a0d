/** What of some standards is covered by others: by one thing, by several together, or in part. */
#ifndef IMSI_COVERAGE_H
#define IMSI_COVERAGE_H

#include "base/vec.h"
#include "ims/model.h"
#include "model/closure.h"

/** A whole edition, or one thing of it with all that is in it. */
typedef struct imsi_region {
  const ims_edition *edition;
  ims_node node; /**< IMS_NO_NODE: all of the edition */
} imsi_region;

/** True if `node` is in the region. Cost: O(depth). */
bool imsi_region_has(const ims_model *model, const imsi_region *region, ims_node node);

/** True if something in the region binds: guidance and permission neither cover nor are covered, nor does what demands
    nothing. Cost: O(nodes of the edition). */
bool imsi_region_binds(const ims_model *model, const imsi_region *region);

/** Why nothing in a region binds, for people; a static string. Cost: as above. */
const char *imsi_region_nothing(const ims_model *model, const imsi_region *region);

/** How far something is covered. The first that fits counts. */
typedef enum imsi_covered {
  IMSI_COVERED_BY_ONE,  /**< a source contains all of it */
  IMSI_COVERED_JOINTLY, /**< several sources together do: it is contained in a whole whose parts are all covered */
  IMSI_COVERED_ITEMS,   /**< all items that are listed are covered; that they are all it asks, nobody says */
  IMSI_COVERED_OVERLAP, /**< something of it is asked by a source for certain */
  IMSI_COVERED_NONE,    /**< somebody looked in every source and found nothing */
  IMSI_COVERED_UNKNOWN, /**< nobody looked in all of them */
  IMSI_COVERED_COUNT
} imsi_covered;

/** What sources cover. */
typedef struct imsi_coverage imsi_coverage;

/** Looks at `count` sources over a closure, without what is in one of the `left_out_count` regions `left_out`: what has
   a part there is no source as a whole. All but `*coverage`, which is yours, is borrowed. IMS_NOMEM. Cost: O(pairs) for
   each round in which a further whole turns out to be covered. */
ims_status imsi_coverage_new(const ims_model *model, const imsi_closure *closure, const imsi_region *sources,
                             size_t count, const imsi_region *left_out, size_t left_out_count,
                             imsi_coverage **coverage);

/** Releases it. Accepts NULL. */
void imsi_coverage_free(imsi_coverage *coverage);

/** How far `node`, a clause, provision or item, is covered. Cost: O(known pairs of it and of its items). */
imsi_covered imsi_coverage_of(const imsi_coverage *coverage, ims_node node);

/** The sources, `count` of them, as they were given. */
const imsi_region *imsi_coverage_sources(const imsi_coverage *coverage, size_t *count);

/** True if `node` is itself among the sources. */
bool imsi_coverage_is_source(const imsi_coverage *coverage, ims_node node);

/** True if somebody looked for a counterpart of `node` in the source at `index` and found none. `*verdict` gets the
    verdict that says so, SIZE_MAX if a row says it of the source itself. */
bool imsi_coverage_examined(const imsi_coverage *coverage, ims_node node, size_t index, size_t *verdict);

/** Something that a source has to do with. */
typedef struct imsi_share {
  ims_node part;         /**< of what is covered jointly, a part of the whole that it is contained in; else itself */
  ims_node source;       /**< the most specific thing of the source */
  ims_relation relation; /**< of `part` to `source` */
} imsi_share;

/** Appends the sources (of imsi_share) that contain `node`; where there are none, those that contain the parts of the
    whole that it is contained in; where there are none either, those that overlap it and none of its items.
    Only the most specific of each. Order: as parts stand in the document, then as sources were given, then as they
   stand in theirs. IMS_NOMEM. */
ims_status imsi_coverage_shares(const imsi_coverage *coverage, ims_node node, imsi_vec *shares);

/** The whole that makes `node` covered jointly. */
ims_node imsi_coverage_whole(const imsi_coverage *coverage, ims_node node);

/** Appends what joins `node`, which is covered jointly, to `part` of one of its shares (of imsi_share): `node` and the
   whole that it is contained in, a part of that and the whole which that is contained in, and so on. IMS_NOMEM. */
ims_status imsi_coverage_links(const imsi_coverage *coverage, ims_node node, ims_node part, imsi_vec *links);

/** Appends what can be demanded one by one in a region (of ims_node): provisions that bind, and clauses whose demands
    nobody has listed. Those that are in `seen`, by node, are left out, and marked there. In document order. IMS_NOMEM.
 */
ims_status imsi_coverage_demands(const ims_model *model, const imsi_region *region, bool *seen, imsi_vec *demands);

/** The next item after `item` in `whole`, a provision or item; the first with IMS_NO_NODE; IMS_NO_NODE at the end.
   Items in items are left to them, what does not bind is left out. */
ims_node imsi_coverage_item(const ims_model *model, ims_node whole, ims_node item);

#endif
