/** Editions of one standard: the part of their ids before the year. */
#ifndef IMSI_EDITIONS_H
#define IMSI_EDITIONS_H

#include "ims/model.h"

#include <stdbool.h>
#include <stddef.h>

/** True if `edition` is one of the standard `number` of `size` bytes, such as `20000-1`. */
bool imsi_edition_is_of(const ims_edition *edition, const char *number, size_t size);

/** True if both are editions of one standard. */
bool imsi_same_standard(const ims_edition *a, const ims_edition *b);

/** The edition that the number of a standard means without a year: the default one, or the only one; NULL if it is
    open. Cost: O(editions). */
const ims_edition *imsi_edition_usual(const ims_model *model, const char *number, size_t size);

/** The edition that a standards body prints under the name of `size` bytes, such as `DIN EN ISO/IEC 27001:2024-01`;
   case, signs, the month and amendments do not matter. NULL if no edition lists it. Cost: O(names listed). */
const ims_edition *imsi_edition_printed(const ims_model *model, const char *name, size_t size);

#endif
