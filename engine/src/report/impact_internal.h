/** What the files of `impact` share. */
#ifndef IMSI_IMPACT_INTERNAL_H
#define IMSI_IMPACT_INTERNAL_H

#include "query/explanation.h"
#include "query/impact.h"
#include "query/table.h"
#include "report/common.h"

/** What a run works with. */
typedef struct imsi_impact {
  const ims_model *model;
  imsi_closure *closure;
  imsi_table *table;
  imsi_vec editions; /**< of const ims_edition *: where to look, each once */
  bool wide;         /**< sections and short references, else a fact a row */
  bool words;        /**< the wide form tells everything */
  bool several;      /**< more than one finding is asked about */
  bool controls;     /**< a control is touched, or the finding is against one */
} imsi_impact;

/** The columns of the long form. */
extern const ims_columns imsi_impact_form;

/** Starts the table. */
void imsi_impact_begin(imsi_impact *m);

/** Adds a line that opens the part of an edition in the wide form: how much of it is touched. */
void imsi_impact_section(imsi_impact *m, ims_node finding, const ims_edition *edition, const imsi_vec *touched);

/** Adds a row for what is touched. IMS_NOMEM. */
ims_status imsi_impact_add(imsi_impact *m, ims_node finding, const imsi_touched *touched);

/** Adds a row for an edition of which nothing is known to be touched: a verdict, or nothing. */
void imsi_impact_add_nothing(imsi_impact *m, ims_node finding, const ims_edition *edition);

#endif
