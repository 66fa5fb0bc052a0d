/** How chains are searched, for the files that do. */
#ifndef IMSI_CHAIN_INTERNAL_H
#define IMSI_CHAIN_INTERNAL_H

#include "query/chain.h"

/** What is looked for. */
typedef struct imsi_chain_query {
  ims_node a, b;
  ims_relation wanted;
  size_t unions;           /**< only the unions before this one are used */
  const imsi_vec *without; /**< of imsi_step: their rows and unions are not used; may be NULL */
  bool sharing;            /**< only steps between things that share something for certain */
} imsi_chain_query;

/** Returns as imsi_chain_find; `length` gets what the chain counts, unless it is NULL. */
ims_status imsi_chain_search(const ims_model *model, const imsi_closure *closure, const imsi_chain_query *query,
                             imsi_vec *steps, uint32_t *length);

#endif
