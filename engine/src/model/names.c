#include "model/names.h"

#include <stddef.h>

const char *const imsi_force_names[] = { "",           "requirement", "control", "own", "guidance",
                                         "permission", "body",        "common",  NULL };
const char *const imsi_standing_names[] = { "", "proposed", "reviewed", "verified", NULL };
const char *const imsi_rationale_names[] = { "", "syntactic", "semantic", "functional", NULL };
const char *const imsi_method_names[] = { "", "as-is", "extend", "separate", NULL };
const char *const imsi_record_names[] = { "", "shared", "own", NULL };
const char *const imsi_applies_names[] = { "", "every-process", "owner", "system", NULL };
const char *const imsi_phase_names[] = { "", "plan", "do", "check", "act", NULL };
const char *const imsi_unconfirmed_names[] = { "", "number", "title", NULL };
/* one enumeration, two vocabularies: a relation and a verdict move differently */
const char *const imsi_relation_move_names[] = { "", "carried", "changed", "moved", NULL };
const char *const imsi_verdict_move_names[] = { "", "new", "dropped", NULL };
const char *const imsi_edition_kind_names[] = { "",           "structure", "requirements", "guidance", "body",
                                                "vocabulary", "own",       "framework",    NULL };
const char *const imsi_edition_status_names[] = { "",           "planned",   "current", "transition",
                                                  "superseded", "withdrawn", NULL };
const char *const imsi_duty_kind_names[] = { "", "document", "record", NULL };
const char *const imsi_duty_verb_names[] = { "", "maintain", "retain", "available", "documented", NULL };
const char *const imsi_topic_verdict_names[] = { "", "merge", "merge-with-annex", "separate", NULL };
const char *const imsi_aspect_names[] = { "",          "scope",    "industries",   "nature",
                                          "criterion", "focus",    "principles",   "organizations",
                                          "persons",   "tested",   "consequences", "benefits",
                                          "time",      "audience", "integration",  NULL };
const char *const imsi_check_severity_names[] = { "", "error", "warning", "info", NULL };
const char *const imsi_audit_table_kind_names[] = { "", "time", "reduction", NULL };
const char *const imsi_audit_unit_names[] = { "", "days", "percent", "hours", NULL };

const char *ims_node_kind_name(ims_node_kind kind)
{
  static const char *const names[] = { "clause", "provision", "item", "term" };
  return names[kind];
}

const char *ims_force_name(ims_force force)
{
  return imsi_force_names[force];
}

const char *ims_standing_name(ims_standing standing)
{
  return imsi_standing_names[standing];
}

const char *ims_rationale_name(ims_rationale rationale)
{
  return imsi_rationale_names[rationale];
}

const char *ims_method_name(ims_method method)
{
  return imsi_method_names[method];
}

const char *ims_record_name(ims_record record)
{
  return imsi_record_names[record];
}

const char *ims_applies_name(ims_applies applies)
{
  return imsi_applies_names[applies];
}

const char *ims_phase_name(ims_phase phase)
{
  return imsi_phase_names[phase];
}

const char *ims_unconfirmed_name(ims_unconfirmed unconfirmed)
{
  return imsi_unconfirmed_names[unconfirmed];
}

const char *ims_move_name(ims_move move)
{
  return move >= IMS_NEW ? imsi_verdict_move_names[move - IMS_NEW + 1] : imsi_relation_move_names[move];
}

const char *ims_edition_kind_name(ims_edition_kind kind)
{
  return imsi_edition_kind_names[kind];
}

const char *ims_edition_status_name(ims_edition_status status)
{
  return imsi_edition_status_names[status];
}

const char *ims_duty_kind_name(ims_duty_kind kind)
{
  return imsi_duty_kind_names[kind];
}

const char *ims_duty_verb_name(ims_duty_verb verb)
{
  return imsi_duty_verb_names[verb];
}

const char *ims_topic_verdict_name(ims_topic_verdict verdict)
{
  return imsi_topic_verdict_names[verdict];
}

const char *ims_aspect_name_name(ims_aspect_name name)
{
  return imsi_aspect_names[name];
}

const char *ims_check_severity_name(ims_check_severity severity)
{
  return imsi_check_severity_names[severity];
}

const char *ims_audit_table_kind_name(ims_audit_table_kind kind)
{
  return imsi_audit_table_kind_names[kind];
}

const char *ims_audit_unit_name(ims_audit_unit unit)
{
  return imsi_audit_unit_names[unit];
}

bool ims_force_binds(ims_force force)
{
  return force != IMS_GUIDANCE && force != IMS_PERMISSION;
}
