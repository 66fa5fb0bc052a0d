#include "query/claim_doubts.h"

#include "base/natural.h"
#include "base/try.h"
#include "base/words.h"
#include "query/check_members.h"

#include <stdlib.h>
#include <string.h>

static uint32_t index_of(const ims_register *given, const ims_claim *claim)
{
  return (uint32_t)(claim - ims_claim_at(given, 0));
}

/* ---- T29: the service management plan ---- */

static bool is_plan(const char *title)
{
  static const char *const names[] = { "service management plan", "service management system plan", "SM plan",
                                       "SMS plan", "SMP" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (imsi_words_in(title, names[i]))
      return true;
  return false;
}

ims_node imsi_claim_plan_member(const ims_model *model, const ims_check *check)
{
  for (size_t i = 0; i < check->member_count; i++)
    if (strcmp(ims_node_edition(model, check->members[i])->discipline, "service") == 0)
      return check->members[i];
  return (ims_node){ IMS_NO_NODE };
}

ims_status imsi_claim_doubts_plan(const ims_model *model, const ims_register *given, const ims_check *check,
                                  imsi_vec *doubts)
{
  imsi_claim_doubt doubt = { .check = check, .fits = imsi_claim_plan_member(model, check), .about = "" };
  for (size_t i = 0; doubt.fits.index != IMS_NO_NODE && i < ims_register_count(given, IMS_ENTRY_DOCUMENT); i++) {
    size_t count;
    const ims_entry document = ims_register_entry(given, IMS_ENTRY_DOCUMENT, i);
    const ims_claim *claims = ims_entry_claims(given, document, &count);
    if (!is_plan(ims_entry_text(given, document, IMS_FIELD_TITLE)))
      continue;
    for (size_t k = 0; k < count; k++) {
      doubt.claim = index_of(given, &claims[k]);
      doubt.cited = imsi_check_members_over(model, check, claims[k].node);
      if (doubt.cited.index != IMS_NO_NODE && doubt.cited.index != doubt.fits.index)
        IMS_TRY(imsi_vec_push(doubts, &doubt));
    }
  }
  return IMS_OK;
}

/* ---- T30: which is which, titles say ---- */

/* What a title speaks of. */
typedef enum subject { NEITHER, CORRECTION, IMPROVEMENT, BOTH } subject;

static subject subject_of(const char *title)
{
  const bool correction = imsi_words_in(title, "corrective action") || imsi_words_in(title, "nonconformity") ||
                          imsi_words_in(title, "nonconformities") || imsi_words_in(title, "CAPA");
  const bool improvement = imsi_words_in(title, "improvement");
  return correction && improvement ? BOTH : correction ? CORRECTION : improvement ? IMPROVEMENT : NEITHER;
}

static subject subject_of_clause(const ims_model *model, ims_node clause)
{
  return subject_of(ims_node_get(model, clause).text);
}

/* The member of the edition on that subject; IMS_NO_NODE if there is none. */
static ims_node member_on(const ims_model *model, const ims_check *check, const ims_edition *edition, subject wanted)
{
  for (size_t i = 0; i < check->member_count; i++)
    if (ims_node_edition(model, check->members[i]) == edition && subject_of_clause(model, check->members[i]) == wanted)
      return check->members[i];
  return (ims_node){ IMS_NO_NODE };
}

static ims_status find_swapped(const ims_model *model, const ims_register *given, const ims_check *check,
                               ims_entry entry, imsi_vec *doubts)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(given, entry, &count);
  const subject of = count ? subject_of(ims_entry_text(given, entry, IMS_FIELD_TITLE)) : NEITHER;
  imsi_claim_doubt doubt = { .check = check, .about = of == CORRECTION ? "corrective action" : "improvement" };
  for (size_t i = 0; (of == CORRECTION || of == IMPROVEMENT) && i < count; i++) {
    doubt.claim = index_of(given, &claims[i]);
    doubt.cited = imsi_check_members_over(model, check, claims[i].node);
    if (doubt.cited.index == IMS_NO_NODE ||
        subject_of_clause(model, doubt.cited) != (of == CORRECTION ? IMPROVEMENT : CORRECTION))
      continue;
    doubt.fits = member_on(model, check, claims[i].edition, of);
    if (doubt.fits.index != IMS_NO_NODE && !imsi_entry_touches(model, given, entry, doubt.fits))
      IMS_TRY(imsi_vec_push(doubts, &doubt));
  }
  return IMS_OK;
}

ims_status imsi_claim_doubts_swapped(const ims_model *model, const ims_register *given, const ims_check *check,
                                     imsi_vec *doubts)
{
  static const ims_entry_kind kinds[] = { IMS_ENTRY_DOCUMENT, IMS_ENTRY_PROCESS, IMS_ENTRY_AUDIT, IMS_ENTRY_AGENDA };
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    for (size_t i = 0; i < ims_register_count(given, kinds[k]); i++)
      IMS_TRY(find_swapped(model, given, check, ims_register_entry(given, kinds[k], i), doubts));
  return IMS_OK;
}

/* ---- all ---- */

typedef struct question {
  const char *check;
  ims_status (*find)(const ims_model *model, const ims_register *given, const ims_check *check, imsi_vec *doubts);
} question;

static const question questions[] = {
  { "T04", imsi_claim_doubts_subject },
  { "T19", imsi_claim_doubts_approval },
  { "T29", imsi_claim_doubts_plan },
  { "T30", imsi_claim_doubts_swapped },
};

static int compare_doubts(const void *a, const void *b)
{
  const imsi_claim_doubt *x = a, *y = b;
  if (x->claim != y->claim)
    return x->claim < y->claim ? -1 : 1;
  const int order = imsi_natural_compare(x->check->id, y->check->id);
  return order ? order : (x->systems > y->systems) - (x->systems < y->systems);
}

ims_status imsi_claim_doubts_find(const ims_model *model, const ims_register *given, imsi_vec *doubts)
{
  const size_t first = doubts->count;
  for (size_t i = 0; i < ims_check_count(model); i++) {
    const ims_check *check = ims_check_at(model, i);
    for (size_t k = 0; k < sizeof questions / sizeof *questions; k++)
      if (strcmp(questions[k].check, check->id) == 0)
        IMS_TRY(questions[k].find(model, given, check, doubts));
  }
  if (doubts->count > first)
    qsort(&IMSI_AT(imsi_claim_doubt, doubts, first), doubts->count - first, sizeof(imsi_claim_doubt), compare_doubts);
  return IMS_OK;
}
