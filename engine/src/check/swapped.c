/* T30: corrective action and improvement filed under each other's number. The members of the check are the clauses on
   both; which is which their titles say. */

#include "check/registry.h"

#include <string.h>

/* What a title speaks of. */
typedef enum subject { NEITHER, CORRECTION, IMPROVEMENT, BOTH } subject;

static subject subject_of(const char *title)
{
  const bool correction = imsi_words_in(title, "corrective action") || imsi_words_in(title, "nonconformity") ||
                          imsi_words_in(title, "nonconformities") || imsi_words_in(title, "CAPA");
  const bool improvement = imsi_words_in(title, "improvement");
  return correction && improvement ? BOTH : correction ? CORRECTION : improvement ? IMPROVEMENT : NEITHER;
}

static subject subject_of_clause(const imsi_check_run *run, ims_node clause)
{
  return subject_of(ims_node_get(run->model, clause).text);
}

/* The member of the edition on that subject; IMS_NO_NODE if there is none. */
static ims_node member_on(const imsi_check_run *run, const ims_edition *edition, subject wanted)
{
  for (size_t i = 0; i < run->check->member_count; i++)
    if (ims_node_edition(run->model, run->check->members[i]) == edition &&
        subject_of_clause(run, run->check->members[i]) == wanted)
      return run->check->members[i];
  return (ims_node){ IMS_NO_NODE };
}

static void look(imsi_check_run *run, ims_entry entry)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(run->given, entry, &count);
  const subject of = subject_of(imsi_check_field(run, entry, IMS_FIELD_TITLE));
  for (size_t i = 0; (of == CORRECTION || of == IMPROVEMENT) && i < count; i++) {
    const ims_node cited = imsi_check_member_of(run, claims[i].node);
    if (cited.index == IMS_NO_NODE || subject_of_clause(run, cited) != (of == CORRECTION ? IMPROVEMENT : CORRECTION))
      continue;
    const ims_node right = member_on(run, claims[i].edition, of);
    if (right.index == IMS_NO_NODE || imsi_check_claims(run, entry, right))
      continue;
    const imsi_spot spot = imsi_spot_of_claim(run, &claims[i]);
    imsi_check_find(run, &spot,
                    of == CORRECTION ? "it is about corrective action and cites %1"
                                     : "it is about improvement and cites %1",
                    "look: %2 may be meant", IMSI_ARGS(imsi_check_titled(run, cited), imsi_check_titled(run, right)));
  }
}

static ims_status run_check(imsi_check_run *run)
{
  static const ims_entry_kind kinds[] = { IMS_ENTRY_DOCUMENT, IMS_ENTRY_PROCESS, IMS_ENTRY_AUDIT, IMS_ENTRY_AGENDA };
  ims_entry entry;
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    for (size_t i = 0; imsi_check_next(run, kinds[k], &i, &entry);)
      look(run, entry);
  return IMS_OK;
}

const imsi_check imsi_check_swapped = { .id = "T30", .run = run_check };
