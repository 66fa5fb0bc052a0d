/** What changed from one register to another. */
#ifndef IMSI_DIFF_H
#define IMSI_DIFF_H

#include "base/vec.h"
#include "ims/register.h"

typedef enum imsi_change { IMSI_ADDED, IMSI_GONE, IMSI_CHANGED } imsi_change;

/** A field of an entry that is in both, a clause of any entry, or an entry as such. */
typedef struct imsi_difference {
  imsi_change change;
  ims_entry_kind kind;
  ims_entry before, after; /**< IMS_NO_ENTRY in the one that lacks it. */
  ims_field field;         /**< IMS_FIELD_COUNT: the entry as such */
  const ims_claim *claim;  /**< A clause that is named (ADDED) or named no longer (GONE); else NULL. */
} imsi_difference;

/**
 * Compares two registers that were read against one model.
 *
 * Two entries are the same if kind and id agree, without regard to case; without an id title or, for what is not
 * applicable, systems and clauses; of several the first goes with the first. A field differs by what it means, not by
 * how it is written: days, words, parts of lists, sets of systems. Of clauses the set counts; a clause that is not
 * understood is compared as written, and one that a cell claims whole in one register and for a part in the other is
 * gone and added.
 *
 * @param differences  Gets an imsi_difference each, appended: by kind, in the order of `after`, then what is gone in
 *                     that of `before`; of an entry itself first, then its fields, then its clauses by edition and
 *                     order.
 * @return IMS_OK or IMS_NOMEM. Cost: O(n log n).
 */
ims_status imsi_diff_registers(const ims_register *before, const ims_register *after, imsi_vec *differences);

#endif
