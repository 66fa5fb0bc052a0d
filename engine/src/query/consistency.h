/** What rows say that cannot all be true. */
#ifndef IMSI_CONSISTENCY_H
#define IMSI_CONSISTENCY_H

#include "model/closure.h"

/** Rows that contradict each other, none of which can be dropped. */
typedef struct imsi_contradiction {
  ims_node a, b;  /**< the pair that shows it: nothing is left of it */
  size_t pairs;   /**< impossible pairs, of those looked into, that come down to these rows */
  uint32_t *rows; /**< indices of relations, in the order of what they relate */
  size_t row_count;
  uint32_t *parts; /**< nodes whose being part of what is above them is needed as well, in document order */
  size_t part_count;
  size_t disputed;     /**< position in `rows` of one that the others rule out; SIZE_MAX if there is none */
  ims_relation others; /**< what they leave of its pair, source to target */
} imsi_contradiction;

typedef struct imsi_consistency_options {
  imsi_reading reading;
  bool with_parents;   /**< with the hierarchy: parts in their wholes, and unions */
  size_t most;         /**< contradictions to name; SIZE_MAX: all */
  imsi_limit *reached; /**< gets the limit with IMS_LIMIT; may be NULL */
} imsi_consistency_options;

typedef struct imsi_consistency {
  size_t rows;             /**< relations that were closed */
  size_t stated;           /**< pairs of nodes that these, and the hierarchy, speak of */
  size_t known;            /**< pairs of which something is known in the end */
  size_t triangles;        /**< triples whose three stated sides cannot all be true */
  size_t impossible;       /**< pairs that are left without any relation */
  size_t by_own_rows;      /**< those of them whose own rows leave none */
  size_t looked_into;      /**< those of them that the list below accounts for */
  imsi_vec contradictions; /**< of imsi_contradiction, those first that take the fewest steps */
} imsi_consistency;

/**
 * Closes what is stated and names what contradicts itself.
 *
 * @param result  Gets the answer; free it with imsi_consistency_free.
 * @return IMS_OK; IMS_LIMIT; IMS_NOMEM. Cost: as closing, and per contradiction a closure for each row of its proof.
 */
ims_status imsi_consistency_find(const ims_model *model, const imsi_consistency_options *options,
                                 imsi_consistency *result);

/** Releases an answer, and leaves an empty one. */
void imsi_consistency_free(imsi_consistency *result);

#endif
