#include "model/names.h"

#include <criterion/criterion.h>
#include <string.h>

/* The words of the data format in the order of the enumeration; "" for "not said". */
static void expect_words(const char *what, const char *const *names, const char *words)
{
  char joined[512] = "";
  for (size_t i = 0; names[i]; i++) {
    if (i)
      strcat(joined, ",");
    strcat(joined, names[i]);
  }
  cr_expect_str_eq(joined, words, "%s: %s", what, joined);
}

Test(names, vocabularies_are_those_of_the_format)
{
  expect_words("force", imsi_force_names, ",requirement,control,own,guidance,permission,body,common");
  expect_words("standing", imsi_standing_names, ",proposed,reviewed,verified");
  expect_words("rationale", imsi_rationale_names, ",syntactic,semantic,functional");
  expect_words("method", imsi_method_names, ",as-is,extend,separate");
  expect_words("record", imsi_record_names, ",shared,own");
  expect_words("applies", imsi_applies_names, ",every-process,owner,system");
  expect_words("phase", imsi_phase_names, ",plan,do,check,act");
  expect_words("unconfirmed", imsi_unconfirmed_names, ",number,title");
  expect_words("move of a relation", imsi_relation_move_names, ",carried,changed,moved");
  expect_words("move of a verdict", imsi_verdict_move_names, ",new,dropped");
  expect_words("kind", imsi_edition_kind_names, ",structure,requirements,guidance,body,vocabulary,own,framework");
  expect_words("aspect", imsi_aspect_names,
               ",scope,industries,nature,criterion,focus,principles,organizations,persons,tested,consequences,benefits,"
               "time,audience,integration");
  expect_words("severity", imsi_check_severity_names, ",error,warning,info");
  expect_words("kind of audit table", imsi_audit_table_kind_names, ",time,reduction");
  expect_words("unit", imsi_audit_unit_names, ",days,percent,hours");
  expect_words("status", imsi_edition_status_names, ",planned,current,transition,superseded,withdrawn");
  expect_words("duty", imsi_duty_kind_names, ",document,record");
  expect_words("verb", imsi_duty_verb_names, ",maintain,retain,available,documented");
  expect_words("verdict", imsi_topic_verdict_names, ",merge,merge-with-annex,separate");
}

Test(names, each_value_has_its_word)
{
  cr_expect_str_eq(ims_node_kind_name(IMS_CLAUSE), "clause");
  cr_expect_str_eq(ims_node_kind_name(IMS_PROVISION), "provision");
  cr_expect_str_eq(ims_node_kind_name(IMS_ITEM), "item");
  cr_expect_str_eq(ims_node_kind_name(IMS_TERM), "term");
  cr_expect_str_eq(ims_force_name(IMS_FORCE_UNSAID), "");
  cr_expect_str_eq(ims_force_name(IMS_REQUIREMENT), "requirement");
  cr_expect_str_eq(ims_force_name(IMS_COMMON), "common");
  cr_expect_str_eq(ims_standing_name(IMS_VERIFIED), "verified");
  cr_expect_str_eq(ims_rationale_name(IMS_FUNCTIONAL), "functional");
  cr_expect_str_eq(ims_method_name(IMS_SEPARATE), "separate");
  cr_expect_str_eq(ims_record_name(IMS_RECORD_OWN), "own");
  cr_expect_str_eq(ims_applies_name(IMS_SYSTEM), "system");
  cr_expect_str_eq(ims_phase_name(IMS_ACT), "act");
  cr_expect_str_eq(ims_unconfirmed_name(IMS_TITLE_UNCONFIRMED), "title");
  cr_expect_str_eq(ims_edition_kind_name(IMS_EDITION_OWN), "own");
  cr_expect_str_eq(ims_edition_status_name(IMS_EDITION_WITHDRAWN), "withdrawn");
  cr_expect_str_eq(ims_duty_kind_name(IMS_RECORD), "record");
  cr_expect_str_eq(ims_duty_verb_name(IMS_DOCUMENTED), "documented");
  cr_expect_str_eq(ims_topic_verdict_name(IMS_TOPIC_SEPARATE), "separate");
}

Test(names, relations_and_verdicts_move_in_one_enumeration)
{
  cr_expect_str_eq(ims_move_name(IMS_MOVE_UNSAID), "");
  cr_expect_str_eq(ims_move_name(IMS_CARRIED), "carried");
  cr_expect_str_eq(ims_move_name(IMS_CHANGED), "changed");
  cr_expect_str_eq(ims_move_name(IMS_MOVED), "moved");
  cr_expect_str_eq(ims_move_name(IMS_NEW), "new");
  cr_expect_str_eq(ims_move_name(IMS_DROPPED), "dropped");
}

Test(names, only_guidance_and_permission_bind_nobody)
{
  for (ims_force force = IMS_FORCE_UNSAID; force <= IMS_COMMON; force++)
    cr_expect_eq(ims_force_binds(force), force != IMS_GUIDANCE && force != IMS_PERMISSION, "%s", ims_force_name(force));
}
