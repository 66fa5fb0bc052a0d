#include "report/registry.h"

#include <string.h>

/* one a line, so that each comes and goes alone */
/* clang-format off */
static const ims_report *const reports[] = {
  &imsi_report_checks,
  &imsi_report_compare,
  &imsi_report_consistency,
  &imsi_report_correlate,
  &imsi_report_cover,
  &imsi_report_duties,
  &imsi_report_coverage,
  &imsi_report_explain,
  &imsi_report_findings,
  &imsi_report_gap,
  &imsi_report_impact,
  &imsi_report_matrix,
  &imsi_report_overlap,
  &imsi_report_register,
  &imsi_report_review,
  &imsi_report_shared,
  &imsi_report_show,
  &imsi_report_soa,
  &imsi_report_standards,
  &imsi_report_suggest,
  &imsi_report_terms,
  &imsi_report_topics,
};
/* clang-format on */

const ims_report *const *ims_reports(size_t *count)
{
  *count = sizeof reports / sizeof *reports;
  return reports;
}

const ims_report *ims_report_find(const char *name)
{
  for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
    if (strcmp(reports[i]->name, name) == 0)
      return reports[i];
  return NULL;
}
