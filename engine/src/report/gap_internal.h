/** What the files of `gap` share: the work in hand, and what they say of a demand. */
#ifndef IMSI_GAP_INTERNAL_H
#define IMSI_GAP_INTERNAL_H

#include "query/need.h"
#include "query/table.h"
#include "report/common.h"

/** What a run works with. */
typedef struct imsi_gap_run {
  const ims_model *model;
  const ims_request *request;
  imsi_reporter *reporter;
  imsi_closure *closure;
  imsi_coverage *coverage;
  imsi_vec have;     /**< of imsi_region */
  imsi_vec left_out; /**< of imsi_region */
  imsi_vec want;     /**< of imsi_region */
  imsi_vec needs;    /**< of imsi_need, in the order of the table */
  imsi_vec rows;     /**< of uint32_t: relations used so far, in no order */
  bool by_effort;
} imsi_gap_run;

/** What is said of a demand, a cell of the table each. Initialise with {0}; free with imsi_gap_cells_free. */
typedef struct imsi_gap_cells {
  imsi_strbuf serves;     /**< what of what is had has to do with it, a line each, the best first */
  imsi_strbuf common;     /**< what both ask */
  imsi_strbuf beyond;     /**< what of the demand is left over beside that source, a line each */
  imsi_strbuf uncompared; /**< what nobody has compared */
  imsi_strbuf items;      /**< items that nothing of what is had contains */
  imsi_strbuf todo;       /**< what to do, in sentences */
  imsi_strbuf duties;     /**< documented information that it demands */
  imsi_strbuf chain;      /**< how the best is related to it, step by step */
  imsi_strbuf places;     /**< rows that this rests on */
  ims_standing standing;  /**< of the least read row */
} imsi_gap_cells;

void imsi_gap_cells_free(imsi_gap_cells *cells);

/** Fills the cells of a demand. IMS_NOMEM. */
ims_status imsi_gap_describe(imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells);

/** Says in `cells->todo` what is to be done, from the other cells. */
void imsi_gap_tell(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells);

/** Adds above the table what is had and wanted, what is taken for granted, and counts; below it what the words mean. */
void imsi_gap_add_captions(imsi_gap_run *g, imsi_table *table);
void imsi_gap_add_notes(imsi_gap_run *g, imsi_table *table);

/** Makes the table. Returns as ims_report.run. */
ims_status imsi_gap_make(imsi_gap_run *g, ims_table **finished);

/** The columns of the long form. */
extern const ims_columns imsi_gap_long_form;

#endif
