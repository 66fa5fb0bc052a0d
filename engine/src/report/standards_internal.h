/** What the files of the list of standards share. */
#ifndef IMSI_STANDARDS_INTERNAL_H
#define IMSI_STANDARDS_INTERNAL_H

#include "base/diag.h"
#include "ims/report.h"
#include "query/table.h"

/** The columns of the lists that are made elsewhere. */
extern const ims_columns imsi_standards_family_form;
extern const ims_columns imsi_standards_data_form;

/** Sets a cell; the empty string leaves it empty. */
void imsi_standards_set(imsi_table *table, size_t column, const char *text);

/** Sets a cell to the status of an edition, "provisional" with it. */
void imsi_standards_set_status(imsi_table *table, size_t column, const ims_edition *edition);

/** The members of a family, by its id or its name. IMS_NOT_FOUND, reported; else as ims_report.run. */
ims_status imsi_standards_family(const ims_model *model, const char *family, imsi_reporter *reporter,
                                 ims_table **finished);

/** What is stated, edition by edition and pair by pair, and who has read it. As ims_report.run. */
ims_status imsi_standards_data(const ims_model *model, ims_table **finished);

#endif
