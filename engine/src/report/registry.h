/** The reports. A new one is a file with its record, and a line here and in registry.c. */
#ifndef IMSI_REPORT_REGISTRY_H
#define IMSI_REPORT_REGISTRY_H

#include "ims/report.h"

extern const ims_report imsi_report_checks;
extern const ims_report imsi_report_compare;
extern const ims_report imsi_report_consistency;
extern const ims_report imsi_report_correlate;
extern const ims_report imsi_report_cover;
extern const ims_report imsi_report_duties;
extern const ims_report imsi_report_coverage;
extern const ims_report imsi_report_explain;
extern const ims_report imsi_report_findings;
extern const ims_report imsi_report_gap;
extern const ims_report imsi_report_impact;
extern const ims_report imsi_report_matrix;
extern const ims_report imsi_report_overlap;
extern const ims_report imsi_report_register;
extern const ims_report imsi_report_review;
extern const ims_report imsi_report_shared;
extern const ims_report imsi_report_show;
extern const ims_report imsi_report_soa;
extern const ims_report imsi_report_standards;
extern const ims_report imsi_report_suggest;
extern const ims_report imsi_report_terms;
extern const ims_report imsi_report_topics;

#endif
