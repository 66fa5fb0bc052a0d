/** What the files of `findings` share: the work in hand, and its table. */
#ifndef IMSI_FINDINGS_INTERNAL_H
#define IMSI_FINDINGS_INTERNAL_H

#include "check/common.h"
#include "report/held_internal.h"

/** What a run works with. */
typedef struct imsi_findings {
  imsi_held held;
  imsi_arena arena; /**< of the texts of `found` */
  imsi_vec found;   /**< of imsi_found, in the order of the table */
  size_t looked;    /**< checks that were asked for */
  size_t most;      /**< clauses that one document may carry */
} imsi_findings;

/** Makes the table of what was found. Returns as ims_report.run. */
ims_status imsi_findings_make(imsi_findings *f, ims_table **finished);

/** The columns of the long form. */
extern const ims_columns imsi_findings_long_form;

#endif
