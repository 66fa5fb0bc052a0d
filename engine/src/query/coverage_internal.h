/** What the files of coverage share. */
#ifndef IMSI_COVERAGE_INTERNAL_H
#define IMSI_COVERAGE_INTERNAL_H

#include "query/coverage.h"

struct imsi_coverage {
  const ims_model *model;
  const imsi_closure *closure;
  const imsi_region *sources;
  size_t source_count;
  uint32_t *source_of; /* by node: the first source that it is in, from 1; 0 for none */
  uint32_t *united;    /* by node: a whole whose parts are all covered, in the order in which that was found, from 1 */
};

/** True for what can cover and be covered: it binds, and asks something. */
bool imsi_coverage_is_demand(const ims_model *model, ims_node node);

/** True if a source contains `node`, or is it. */
bool imsi_coverage_in_source(const imsi_coverage *coverage, ims_node node);

#endif
