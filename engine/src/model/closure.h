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

/** Pairs that are kept before a closure is given up: they take about 6 GiB. */
#define IMSI_CLOSURE_PAIRS UINT32_C(50000000)

/** How "intersects" is read. */
typedef enum imsi_reading {
  IMSI_AS_DECLARED, /**< as each mapping says */
  IMSI_STRICT,      /**< each side has more, whatever mappings say */
  IMSI_LOOSE        /**< any overlap, whatever mappings say */
} imsi_reading;

/** What a relation says of its pair, source to target, in that reading. */
ims_relation imsi_row_says(const ims_row *row, imsi_reading reading);

typedef enum imsi_limit { IMSI_LIMIT_STEPS, IMSI_LIMIT_PAIRS } imsi_limit;

/** What is closed, and how far. Initialise with {0}: then all of it, within the limits above. */
typedef struct imsi_closure_options {
  imsi_reading reading;
  bool no_hierarchy;    /**< rows only: a part is not contained in its whole, and nothing is united */
  bool touched;         /**< of the nodes only those that rows speak of, and what they are part of */
  const uint32_t *rows; /**< indices of the relations that count, each once; NULL: all. Implies `touched`. Borrowed
                           until the closure is made. */
  size_t row_count;
  uint64_t steps;      /**< 0: IMSI_CLOSURE_STEPS */
  uint32_t pairs;      /**< 0: IMSI_CLOSURE_PAIRS; at most 2^32 - 2 */
  imsi_limit *reached; /**< gets the limit with IMS_LIMIT; may be NULL */
} imsi_closure_options;

/**
 * Closes the rows of a model, which must outlive the closure.
 *
 * Each round composes and unites what the round before has made narrower. So the masks, and the pairs that are left
 * with nothing possible, are the same in whatever order rows come.
 *
 * Leaving out what rows do not touch changes nothing of the rest: such a part of a clause can be thought equal to it.
 *
 * @return IMS_OK; IMS_NOMEM; IMS_LIMIT. Cost: O(nodes + pairs * neighbours that cannot intersect).
 */
ims_status imsi_closure_make(const ims_model *model, const imsi_closure_options *options, imsi_closure **closure);

/** The first half of imsi_closure_make: what is stated is known, and nothing follows yet. */
ims_status imsi_closure_open(const ims_model *model, const imsi_closure_options *options, imsi_closure **closure);

/** The second half: composes and unites until nothing changes. After a failure the closure is only good to be freed. */
ims_status imsi_closure_follow(imsi_closure *closure);

/** Closes all rows as declared, with the hierarchy: imsi_closure_make without options. */
ims_status imsi_closure_new(const ims_model *model, imsi_closure **closure);

/** The same with a limit of its own. */
ims_status imsi_closure_new_within(const ims_model *model, uint64_t steps, imsi_closure **closure);

/** Releases a closure. Accepts NULL. */
void imsi_closure_free(imsi_closure *closure);

/** What is known of `source` to `target`: IMS_UNKNOWN if nothing, or if a node is left out. Cost: O(1). */
ims_relation imsi_closure_relation(const imsi_closure *closure, ims_node source, ims_node target);

/** What a row says in the reading of the closure, source to target. */
ims_relation imsi_closure_says(const imsi_closure *closure, const ims_row *row);

/** True if what `node` asks belongs to what the node above it asks: no note, nothing without demands. */
bool imsi_closure_part(const imsi_closure *closure, ims_node node);

/** True if a clause is made up of its parts: they are listed as a whole, and there are some. */
bool imsi_closure_whole(const imsi_closure *closure, ims_node clause);

/** The part of a whole clause that has no other, so that both are equal; IMS_NO_NODE in all other cases.
    Cost: O(parts). */
ims_node imsi_closure_only_part(const imsi_closure *closure, ims_node clause);

/** A union: all parts of `clause` are contained in `other`, hence `clause` is. */
typedef struct imsi_union {
  ims_node clause;
  ims_node other;
} imsi_union;

/** The unions from which something followed, in the order in which they were found: that the parts of one are contained
    rests on rows, hierarchy and earlier unions only. */
size_t imsi_closure_unions(const imsi_closure *closure);
imsi_union imsi_closure_union(const imsi_closure *closure, size_t index);

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

/** Appends the nodes whose being part of what is above them proves what is known of the pair (of uint32_t, each once),
   in the order of editions and documents. */
ims_status imsi_closure_parts(const imsi_closure *closure, ims_node source, ims_node target, imsi_vec *parts);

/** Puts `count` indices of relations in the order of what they relate, then of mappings and places. IMS_NOMEM. */
ims_status imsi_closure_order(const imsi_closure *closure, uint32_t *rows, size_t count);

/** Number of pairs of which something is known, or was until nothing was left. */
size_t imsi_closure_pairs(const imsi_closure *closure);

/** The pairs of which nothing is possible, those first that took the fewest rounds, then in the order of editions and
    documents. */
size_t imsi_closure_contradictions(const imsi_closure *closure);
void imsi_closure_contradiction(const imsi_closure *closure, size_t index, ims_node *a, ims_node *b);

#endif
