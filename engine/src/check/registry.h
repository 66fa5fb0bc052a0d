/** The checks. A new one is a file with its record, and a line here and in registry.c. */
#ifndef IMSI_CHECK_REGISTRY_H
#define IMSI_CHECK_REGISTRY_H

#include "check/common.h"

extern const imsi_check imsi_check_guidance;
extern const imsi_check imsi_check_note;
extern const imsi_check imsi_check_unknown_clause;
extern const imsi_check imsi_check_subject;
extern const imsi_check imsi_check_old_edition;
extern const imsi_check imsi_check_undated;
extern const imsi_check imsi_check_overdue;
extern const imsi_check imsi_check_missing_duty;
extern const imsi_check imsi_check_period;
extern const imsi_check imsi_check_single_point;
extern const imsi_check imsi_check_no_record;
extern const imsi_check imsi_check_no_reason;
extern const imsi_check imsi_check_not_permitted;
extern const imsi_check imsi_check_control_needed;
extern const imsi_check imsi_check_design_left_out;
extern const imsi_check imsi_check_soa_incomplete;
extern const imsi_check imsi_check_scope_differs;
extern const imsi_check imsi_check_outside_scope;
extern const imsi_check imsi_check_shared_policy;
extern const imsi_check imsi_check_ambiguous_term;
extern const imsi_check imsi_check_audit_leaves_out;
extern const imsi_check imsi_check_auditor;
extern const imsi_check imsi_check_review_agenda;
extern const imsi_check imsi_check_groundless;
extern const imsi_check imsi_check_corrective_action;
extern const imsi_check imsi_check_objective;
extern const imsi_check imsi_check_run_by_others;
extern const imsi_check imsi_check_leadership;
extern const imsi_check imsi_check_plan_misfiled;
extern const imsi_check imsi_check_swapped;
extern const imsi_check imsi_check_duplicate_policy;
extern const imsi_check imsi_check_related_not_equal;
extern const imsi_check imsi_check_climate;
extern const imsi_check imsi_check_dangling;
extern const imsi_check imsi_check_implemented;

/** All checks in the order of their ids; `count` gets their number. */
const imsi_check *const *imsi_checks(size_t *count);

/** The check of that id; NULL if there is none. */
const imsi_check *imsi_check_by_id(const char *id);

#endif
