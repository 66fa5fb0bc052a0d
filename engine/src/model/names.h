/** The words of the data format, one list per vocabulary: index = value of the enumeration, NULL at the end. */
#ifndef IMSI_NAMES_H
#define IMSI_NAMES_H

#include "ims/catalogue.h"

extern const char *const imsi_force_names[];
extern const char *const imsi_standing_names[];
extern const char *const imsi_rationale_names[];
extern const char *const imsi_method_names[];
extern const char *const imsi_record_names[];
extern const char *const imsi_applies_names[];
extern const char *const imsi_phase_names[];
extern const char *const imsi_unconfirmed_names[];
extern const char *const imsi_relation_move_names[];
extern const char *const imsi_verdict_move_names[];
extern const char *const imsi_edition_kind_names[];
extern const char *const imsi_edition_status_names[];
extern const char *const imsi_duty_kind_names[];
extern const char *const imsi_duty_verb_names[];
extern const char *const imsi_topic_verdict_names[];
extern const char *const imsi_aspect_names[];
extern const char *const imsi_check_severity_names[];
extern const char *const imsi_audit_table_kind_names[];
extern const char *const imsi_audit_unit_names[];

#endif
