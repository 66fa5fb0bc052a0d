/** Whether what serves one demand can serve another: along the chain that relates the two. */
#ifndef IMSI_REUSE_H
#define IMSI_REUSE_H

#include "ims/model.h"
#include "model/closure.h"

/** What is had for one demand, as seen from another that is wanted. */
typedef struct imsi_reuse {
  ims_node had;
  ims_relation relation; /**< of what is wanted to what is had */
  ims_method method;     /**< 0: nobody has said */
  ims_record record;     /**< 0: nobody has said, or there is none */
} imsi_reuse;

/**
 * Looks up the relation and the strictest reuse along the shortest chain that proves it.
 *
 * Between two editions of one standard the method that serves the old one serves the new: it is of the same system.
 * Where several chains are needed nothing is said of reuse. IMS_NOMEM. Cost: imsi_chain_find.
 */
ims_status imsi_reuse_find(const ims_model *model, const imsi_closure *closure, ims_node wanted, ims_node had,
                           imsi_reuse *reuse);

/** True if `a` serves better than `b`: it contains more of what is wanted, or may be re-used more freely. */
bool imsi_reuse_better(const imsi_reuse *a, const imsi_reuse *b);

#endif
