/** What the files of `duties` share. */
#ifndef IMSI_DUTIES_INTERNAL_H
#define IMSI_DUTIES_INTERNAL_H

#include "query/duty.h"
#include "report/serving_internal.h"

/** What a run works with. */
typedef struct imsi_duties_run {
  imsi_held held;
  imsi_duties duties; /**< of the systems that are shown, by system and clause */
} imsi_duties_run;

/** The duty at an index of the list, and the service at one of its services. */
const imsi_duty_met *imsi_duties_at(const imsi_duties_run *run, size_t index);
const imsi_duty_service *imsi_duties_service(const imsi_duties_run *run, size_t index);

/** What is said of a duty, a cell of the table each; `duty` and `said` are left to whoever makes the row. Initialise
   with {0}; free with imsi_duties_free_cells. */
typedef struct imsi_duty_cells {
  imsi_strbuf ref, condition, documents, proposed, exemption, places, confidence, notes, source, duty, said;
} imsi_duty_cells;

void imsi_duties_free_cells(imsi_duty_cells *cells);

/** Fills the cells of a duty. IMS_NOMEM. */
ims_status imsi_duties_describe(const imsi_duties_run *run, const imsi_duty_met *duty, imsi_duty_cells *cells);

/** Adds above the table how many duties of each system and kind are met, below it what the words mean. */
void imsi_duties_add_totals(const imsi_duties_run *run, imsi_table *table);
void imsi_duties_add_notes(const imsi_duties_run *run, imsi_table *table);

/** Makes the table. Returns as ims_report.run. */
ims_status imsi_duties_make(const imsi_duties_run *run, ims_table **finished);

/** The columns of the long form. */
extern const ims_columns imsi_duties_long_form;

/** Those of the form for people, in a spreadsheet. */
extern const ims_columns imsi_duties_wide_form;

#endif
