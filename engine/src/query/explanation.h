/** All chains that it takes to show what is known of two nodes, with unions taken apart. */
#ifndef IMSI_EXPLANATION_H
#define IMSI_EXPLANATION_H

#include "query/chain.h"

/** Independent chains that are told of one pair at most. */
enum { IMSI_EXPLANATION_MOST = 10 };

/** A chain, and what it is there for. */
typedef struct imsi_shown {
  imsi_chain chain;
  ims_node from, to;
  uint32_t united; /**< it shows that `from` is contained, for this union; IMS_NO_NODE: it is about the pair itself */
  bool another;    /**< what it says is shown already, from other rows */
} imsi_shown;

/** Initialise with IMSI_EXPLANATION; free with imsi_explanation_free. */
typedef struct imsi_explanation {
  imsi_vec
      chains; /**< of imsi_shown: those of the pair first, then those of unions in the order in which they are met */
  imsi_vec steps; /**< of imsi_step */
} imsi_explanation;

#define IMSI_EXPLANATION ((imsi_explanation){ IMSI_VEC(imsi_shown), IMSI_VEC(imsi_step) })

/**
 * Explains that `a` to `b` leaves nothing outside `wanted`, as imsi_chain_cover does, and each union on the way once.
 *
 * @param all  Also tells chains that say as much and are independent: each the shortest that shares no row and no union
 *             with those before it, IMSI_EXPLANATION_MOST in all.
 * @param explanation  Empty; gets the chains.
 * @return IMS_OK; IMS_NOT_FOUND if it is not known; IMS_NOMEM.
 */
ims_status imsi_explanation_of(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                               ims_relation wanted, bool all, imsi_explanation *explanation);

/** Gives the relations that an explanation rests on, independent chains aside (of uint32_t, each once), in the order of
    imsi_closure_order. IMS_NOMEM. */
ims_status imsi_explanation_rows(const imsi_closure *closure, const imsi_explanation *explanation, imsi_vec *rows);

/** Releases the vectors. */
void imsi_explanation_free(imsi_explanation *explanation);

#endif
