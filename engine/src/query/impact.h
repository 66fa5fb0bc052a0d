/**
 * What a finding against a requirement touches elsewhere: what failed there may be asked there as well.
 *
 * A finding says that something of a requirement is not met, not what. So it touches another requirement for certain
 * only if all of the first is asked there too; where the two merely overlap, or the first asks more, what failed may
 * lie outside.
 */
#ifndef IMSI_IMPACT_H
#define IMSI_IMPACT_H

#include "base/vec.h"
#include "ims/model.h"
#include "model/closure.h"

/** Something that is touched. */
typedef struct imsi_touched {
  ims_node node;
  ims_relation relation; /**< of what the finding is against, to `node` */
  bool certain;          /**< all that may have failed is asked there too; else it may lie outside */
} imsi_touched;

/**
 * Gives what a finding against `node` touches in `edition` (of imsi_touched): clauses, provisions and items that bind
 * and that overlap it for certain, of things inside each other the innermost: the innermost that contains the node, and
 * the innermost that overlaps. In the edition of the node itself: what it is part of, from the inside out.
 *
 * Order: certain ones first, then that of the document. IMS_NOMEM. Cost: O(what is known of the node * parts).
 */
ims_status imsi_impact_of(const ims_model *model, const imsi_closure *closure, ims_node node,
                          const ims_edition *edition, imsi_vec *touched);

/** Gives the parts of `node` that, if it is one of them that failed, make `touched` certain (of ims_node): the
   outermost that are contained in it. In document order. IMS_NOMEM. */
ims_status imsi_impact_if(const ims_model *model, const imsi_closure *closure, ims_node node, ims_node touched,
                          imsi_vec *parts);

#endif
