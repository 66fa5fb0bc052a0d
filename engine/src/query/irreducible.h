/** The rows that a contradiction cannot do without. */
#ifndef IMSI_IRREDUCIBLE_H
#define IMSI_IRREDUCIBLE_H

#include "model/closure.h"

/**
 * Reduces `rows` (of uint32_t, indices of relations that contradict each other when closed with `options`) to a set
 * from which none can be dropped: it is contradictory, and with any one row less it is not, as closing both has shown.
 *
 * @param options  Its rows are not looked at.
 * @return IMS_OK; IMS_LIMIT; IMS_NOMEM. Cost: as many closures of some of the rows as there are rows, at most.
 */
ims_status imsi_irreducible_reduce(const ims_model *model, const imsi_closure_options *options, imsi_vec *rows);

/**
 * Looks for a row that the others rule out.
 *
 * @param rows      An irreducible set.
 * @param disputed  Gets its position in `rows`; SIZE_MAX if there is none, because what contradicts itself without any
 *                  other row is a single one, or because only a third pair shows it.
 * @param left      Gets what the others leave possible for its pair, source to target.
 */
ims_status imsi_irreducible_dispute(const ims_model *model, const imsi_closure_options *options, const imsi_vec *rows,
                                    size_t *disputed, ims_relation *left);

#endif
