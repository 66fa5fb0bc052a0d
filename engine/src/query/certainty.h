/** How sure what is known of a pair is. */
#ifndef IMSI_CERTAINTY_H
#define IMSI_CERTAINTY_H

#include "ims/model.h"

typedef enum imsi_certainty {
  IMSI_STATED,          /**< a row says exactly this */
  IMSI_ENTAILED,        /**< it follows: one base relation, or contained, or containing */
  IMSI_OVERLAP_CERTAIN, /**< they share something; how they overlap is open */
  IMSI_POSSIBLE,        /**< something is excluded; whether they share anything is open */
  IMSI_NOT_KNOWN,       /**< nothing is excluded */
  IMSI_REFUTED          /**< nothing in common, stated or entailed */
} imsi_certainty;

/** How sure `relation`, which is all that is known of `source` to `target` and no contradiction, is. Cost:
    O(rows of `source`). */
imsi_certainty imsi_certainty_of(const ims_model *model, ims_node source, ims_node target, ims_relation relation);

/** "stated", "entailed", "overlap certain", "possible", "unknown" or "refuted"; a static string. */
const char *imsi_certainty_name(imsi_certainty certainty);

/** What is known of two things in words, `%1 is contained in %2, which has more`, for imsi_strbuf_fill; a static
    string. */
const char *imsi_certainty_statement(ims_relation relation);

#endif
