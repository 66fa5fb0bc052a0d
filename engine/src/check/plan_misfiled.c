/* T29: the service management plan is filed under the number that in other standards means planning of changes. */

#include "check/registry.h"

#include <string.h>

static bool is_plan(const char *title)
{
  static const char *const names[] = { "service management plan", "service management system plan", "SM plan",
                                       "SMS plan", "SMP" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (imsi_words_in(title, names[i]))
      return true;
  return false;
}

/* The member of the discipline that the plan belongs to. */
static ims_node right_one(const imsi_check_run *run)
{
  for (size_t i = 0; i < run->check->member_count; i++)
    if (strcmp(ims_node_edition(run->model, run->check->members[i])->discipline, "service") == 0)
      return run->check->members[i];
  return (ims_node){ IMS_NO_NODE };
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry document;
  const ims_node right = right_one(run);
  if (right.index == IMS_NO_NODE) {
    imsi_check_skip(run, 0, "the data name no clause for the plan", IMSI_ARGS(NULL));
    return IMS_OK;
  }
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);) {
    size_t count;
    const ims_claim *claims = ims_entry_claims(run->given, document, &count);
    if (!is_plan(imsi_check_field(run, document, IMS_FIELD_TITLE)))
      continue;
    for (size_t k = 0; k < count; k++) {
      const ims_node member = imsi_check_member_of(run, claims[k].node);
      if (member.index == IMS_NO_NODE || member.index == right.index)
        continue;
      const imsi_spot spot = imsi_spot_of_claim(run, &claims[k]);
      imsi_check_find(run, &spot, "the plan is filed under %1, which has the same number and another subject",
                      "file it under %2", IMSI_ARGS(imsi_check_titled(run, member), imsi_check_titled(run, right)));
    }
  }
  return IMS_OK;
}

const imsi_check imsi_check_plan_misfiled = { .id = "T29", .run = run_check };
