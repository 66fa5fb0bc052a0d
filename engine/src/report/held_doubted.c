/* Reports on a register: which claims count, and are doubted by checks all the same. */

#include "base/natural.h"
#include "query/claim_doubts.h"
#include "report/held_internal.h"

#include <string.h>

static const imsi_claim_doubt *doubt_at(const imsi_held *held, size_t index)
{
  return &IMSI_AT(const imsi_claim_doubt, &held->doubted, index);
}

/* ---- of a demand ---- */

enum { MOST_CHECKS = 8 }; /* no more look at single claims */

typedef struct ids {
  const char *list[MOST_CHECKS];
  size_t count;
} ids;

static void add_id(ids *found, const char *id)
{
  size_t i = 0;
  while (i < found->count && imsi_natural_compare(found->list[i], id) < 0)
    i++;
  if ((i < found->count && strcmp(found->list[i], id) == 0) || found->count == sizeof found->list / sizeof *found->list)
    return;
  memmove(found->list + i + 1, found->list + i, (found->count++ - i) * sizeof *found->list);
  found->list[i] = id;
}

ims_status imsi_held_name_doubted(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text)
{
  ids found = { .count = 0 };
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(held->evidence, system, demand, &supports);
  for (size_t s = 0; !status && s < supports.count; s++) {
    const uint32_t claim = IMSI_AT(const imsi_support, &supports, s).claim;
    size_t i = claim == IMS_NO_ENTRY ? SIZE_MAX : imsi_held_doubts_of(held, claim);
    while (i != SIZE_MAX && (i = imsi_held_next_doubt(held, claim, system, i)) != SIZE_MAX)
      add_id(&found, doubt_at(held, i++)->check->id);
  }
  for (size_t i = 0; i < found.count; i++) {
    imsi_strbuf_text(text, i ? ", " : "");
    imsi_strbuf_text(text, found.list[i]);
  }
  imsi_vec_free(&supports);
  return status ? status : text->status;
}

/* ---- of all ---- */

/* True if the claim counts for one of these systems for which it is doubted. */
static bool counts(const imsi_held *held, const imsi_claim_doubt *doubt, ims_systems systems)
{
  if (ims_entry_kind_of(held->given, ims_claim_at(held->given, doubt->claim)->entry) != IMS_ENTRY_DOCUMENT)
    return false;
  for (uint32_t s = 0; s < held->system_count; s++)
    if (systems >> s & 1 && (!doubt->systems || doubt->systems >> s & 1) &&
        !imsi_evidence_doubt_for(held->evidence, doubt->claim, s))
      return true;
  return false;
}

/* Claims that count and are doubted: of each check, and of any. */
typedef struct tally {
  const ims_check *checks[MOST_CHECKS];
  size_t counts[MOST_CHECKS], known, all;
} tally;

static void count_for(tally *t, const ims_check *check)
{
  size_t i = 0;
  while (i < t->known && t->checks[i] != check)
    i++;
  if (i == MOST_CHECKS)
    return;
  if (i == t->known) {
    t->checks[t->known] = check;
    t->counts[t->known++] = 0;
  }
  t->counts[i]++;
}

/* Doubts stand by claim, then by check. */
static tally count_claims(const imsi_held *held, ims_systems systems)
{
  tally t = { .all = 0 };
  const imsi_claim_doubt *last = NULL;
  for (size_t i = 0; i < held->doubted.count; i++) {
    const imsi_claim_doubt *doubt = doubt_at(held, i);
    const bool again = last && last->claim == doubt->claim;
    if ((again && last->check == doubt->check) || !counts(held, doubt, systems))
      continue;
    t.all += !again;
    count_for(&t, doubt->check);
    last = doubt;
  }
  return t;
}

static size_t count_of(const tally *t, const ims_check *check)
{
  for (size_t i = 0; i < t->known; i++)
    if (t->checks[i] == check)
      return t->counts[i];
  return 0;
}

void imsi_held_add_doubted(const imsi_held *held, ims_systems systems, imsi_table *table)
{
  imsi_strbuf text = { 0 };
  const tally t = count_claims(held, systems);
  const char *separator = ": ";
  if (!t.all)
    return;
  imsi_strbuf_text(&text, "Of the claims that count checks doubt ");
  imsi_strbuf_number(&text, t.all);
  for (size_t i = 0; i < ims_check_count(held->model); i++) {
    const ims_check *check = ims_check_at(held->model, i);
    const size_t count = count_of(&t, check);
    if (!count)
      continue;
    imsi_strbuf_text(&text, separator);
    imsi_strbuf_text(&text, check->id);
    imsi_strbuf_text(&text, " ");
    imsi_strbuf_number(&text, count);
    separator = ", ";
  }
  imsi_strbuf_text(&text, "; 'imsmap findings' says why.");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

void imsi_held_note_doubted(const imsi_held *held, ims_systems systems, imsi_table *table)
{
  if (count_claims(held, systems).all)
    imsi_table_note(table, "doubted by T04 and the like: a check has something against the claim, which counts all the "
                           "same. Checks that look at more than one claim are not told here.");
}
