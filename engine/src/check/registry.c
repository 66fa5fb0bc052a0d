#include "check/registry.h"

#include <string.h>

/* one a line, so that each comes and goes alone */
/* clang-format off */
static const imsi_check *const checks[] = {
  &imsi_check_guidance,
  &imsi_check_note,
  &imsi_check_unknown_clause,
  &imsi_check_subject,
  &imsi_check_old_edition,
  &imsi_check_undated,
  &imsi_check_overdue,
  &imsi_check_missing_duty,
  &imsi_check_period,
  &imsi_check_single_point,
  &imsi_check_no_record,
  &imsi_check_no_reason,
  &imsi_check_not_permitted,
  &imsi_check_control_needed,
  &imsi_check_design_left_out,
  &imsi_check_soa_incomplete,
  &imsi_check_scope_differs,
  &imsi_check_outside_scope,
  &imsi_check_shared_policy,
  &imsi_check_ambiguous_term,
  &imsi_check_audit_leaves_out,
  &imsi_check_auditor,
  &imsi_check_review_agenda,
  &imsi_check_groundless,
  &imsi_check_corrective_action,
  &imsi_check_objective,
  &imsi_check_run_by_others,
  &imsi_check_leadership,
  &imsi_check_plan_misfiled,
  &imsi_check_swapped,
  &imsi_check_duplicate_policy,
  &imsi_check_related_not_equal,
  &imsi_check_climate,
  &imsi_check_dangling,
  &imsi_check_implemented,
};
/* clang-format on */

const imsi_check *const *imsi_checks(size_t *count)
{
  *count = sizeof checks / sizeof *checks;
  return checks;
}

const imsi_check *imsi_check_by_id(const char *id)
{
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
    if (strcmp(checks[i]->id, id) == 0)
      return checks[i];
  return NULL;
}
