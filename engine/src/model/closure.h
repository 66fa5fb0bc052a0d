/**
 * What follows from what is stated: composition, hierarchy and unions, until nothing changes any more.
 *
 * Only pairs of which something is known are kept. A pair that ends with nothing possible is a contradiction: it is
 * listed and no longer used. Guidance and permission stay apart from demands, clauses without demands out of it all.
 */
#ifndef IMSI_CLOSURE_H
#define IMSI_CLOSURE_H

#include "base/vec.h"
#include "ims/model.h"

typedef struct imsi_closure imsi_closure;

/** Compositions that are tried before a closure is given up: more than twice what the largest open crosswalk takes, its
    hierarchy included. */
#define IMSI_CLOSURE_STEPS UINT64_C(500000000)

/** Closes the rows of a model, which must outlive it. IMS_NOMEM; IMS_LIMIT past IMSI_CLOSURE_STEPS or 2^32 - 2 pairs.
    Cost: O(pairs * neighbours). */
ims_status imsi_closure_new(const ims_model *model, imsi_closure **closure);

/** The same with a limit of its own. */
ims_status imsi_closure_new_within(const ims_model *model, uint64_t steps, imsi_closure **closure);

/** Releases a closure. Accepts NULL. */
void imsi_closure_free(imsi_closure *closure);

/** What is known of `source` to `target`: IMS_UNKNOWN if nothing. Cost: O(1). */
ims_relation imsi_closure_relation(const imsi_closure *closure, ims_node source, ims_node target);

/** A pair seen from one of its ends. */
typedef struct imsi_neighbour {
  ims_node node;
  ims_relation relation; /**< from the node asked for to `node` */
  uint32_t next;         /**< for imsi_closure_neighbour; IMS_NO_NODE after the last */
} imsi_neighbour;

/** Iterates over what is known of a node, in no useful order:
    `for (uint32_t i = imsi_closure_first(c, node); i != IMS_NO_NODE; i = n.next) n = imsi_closure_neighbour(c, node,
   i)`. */
uint32_t imsi_closure_first(const imsi_closure *closure, ims_node node);
imsi_neighbour imsi_closure_neighbour(const imsi_closure *closure, ims_node node, uint32_t at);

/** Appends the indices of the relations that prove what is known of the pair (of uint32_t, each once), in the order of
    what they relate, then of mappings and places. */
ims_status imsi_closure_rows(const imsi_closure *closure, ims_node source, ims_node target, imsi_vec *rows);

/** The pairs of which nothing is possible. */
size_t imsi_closure_contradictions(const imsi_closure *closure);
void imsi_closure_contradiction(const imsi_closure *closure, size_t index, ims_node *a, ims_node *b);

#endif
