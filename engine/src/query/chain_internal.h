/** How chains are searched, for the files that do. */
#ifndef IMSI_CHAIN_INTERNAL_H
#define IMSI_CHAIN_INTERNAL_H

#include "query/chain.h"

/** A search that uses only unions before `unions`. Returns as imsi_chain_find; `length` gets what the chain counts,
    unless it is NULL. */
ims_status imsi_chain_search(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                             ims_relation wanted, size_t unions, imsi_vec *steps, uint32_t *length);

/** Returns as imsi_chain_cover. */
ims_status imsi_chain_search_cover(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                                   ims_relation wanted, size_t unions, imsi_vec *chains, imsi_vec *steps);

#endif
