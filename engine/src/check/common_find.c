#include "check/common.h"

#include "base/utf8.h"
#include "query/check_members.h"
#include "query/condition.h"

#include <stdlib.h>
#include <string.h>

/* ---- clauses ---- */

ims_node imsi_check_member_of(const imsi_check_run *run, ims_node node)
{
  return imsi_check_members_over(run->model, run->check, node);
}

ims_node imsi_check_member_in(const imsi_check_run *run, const ims_edition *edition)
{
  return imsi_check_members_in(run->model, run->check, edition);
}

bool imsi_check_touches(const imsi_check_run *run, const ims_claim *claim, ims_node node)
{
  return imsi_claim_touches(run->model, claim, node);
}

bool imsi_check_claims(const imsi_check_run *run, ims_entry entry, ims_node node)
{
  return imsi_entry_touches(run->model, run->given, entry, node);
}

bool imsi_check_concerns(const imsi_check_run *run, ims_entry entry, const ims_system *system)
{
  const ims_systems systems = ims_entry_systems(run->given, entry);
  return !systems || systems >> system->index & 1;
}

/* True if all that `node` asks of the system, or that asks for it, is out of every total. */
static bool is_out(imsi_check_run *run, const ims_system *system, ims_node node)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  bool seen = false, out = true;
  ims_status status = imsi_evidence_demands(run->evidence, system->index, &demands);
  for (size_t i = 0; !status && out && i < demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &demands, i);
    imsi_shown shown;
    if (!ims_node_is_in(run->model, demand, node) && !ims_node_is_in(run->model, node, demand))
      continue;
    seen = true;
    status = imsi_evidence_show(run->evidence, system->index, demand, &shown);
    out = !status && (shown.state == IMSI_STATE_NOT_APPLICABLE || shown.state == IMSI_STATE_NO_OCCURRENCE);
  }
  imsi_vec_free(&demands);
  imsi_check_failed(run, status);
  return seen && out;
}

ims_entry imsi_check_left_out(imsi_check_run *run, const ims_system *system, ims_node node)
{
  ims_entry entry;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_EXCLUSION, &i, &entry);) {
    size_t count;
    const ims_claim *claims = ims_entry_claims(run->given, entry, &count);
    if (!imsi_check_concerns(run, entry, system) || !*imsi_check_field(run, entry, IMS_FIELD_REASON))
      continue;
    for (size_t k = 0; k < count; k++)
      if (claims[k].node.index != IMS_NO_NODE && ims_node_is_in(run->model, node, claims[k].node) &&
          is_out(run, system, node))
        return entry;
  }
  return (ims_entry){ IMS_NO_ENTRY };
}

/* ---- entries ---- */

bool imsi_check_next(const imsi_check_run *run, ims_entry_kind kind, size_t *index, ims_entry *entry)
{
  if (*index == ims_register_count(run->given, kind))
    return false;
  *entry = ims_register_entry(run->given, kind, (*index)++);
  return true;
}

const char *imsi_check_field(const imsi_check_run *run, ims_entry entry, ims_field field)
{
  return ims_entry_text(run->given, entry, field);
}

bool imsi_check_same(imsi_check_run *run, const char *a, const char *b)
{
  imsi_strbuf first = { 0 }, second = { 0 };
  imsi_utf8_fold(a, &first);
  imsi_utf8_fold(b, &second);
  imsi_check_failed(run, first.status);
  imsi_check_failed(run, second.status);
  const bool same = strcmp(imsi_strbuf_string(&first), imsi_strbuf_string(&second)) == 0;
  imsi_strbuf_free(&first);
  imsi_strbuf_free(&second);
  return same;
}

/* A title in small letters, and whose it is. */
typedef struct titled {
  const char *title;
  ims_entry entry;
} titled;

static int compare_titles(const void *a, const void *b)
{
  const titled *x = a, *y = b;
  const int order = strcmp(x->title, y->title);
  return order ? order : x->entry.index < y->entry.index ? -1 : x->entry.index > y->entry.index;
}

/* The text in small letters, in the arena. */
static const char *fold(imsi_check_run *run, const char *text)
{
  imsi_strbuf folded = { 0 };
  imsi_utf8_fold(text, &folded);
  imsi_check_failed(run, folded.status);
  const char *kept = imsi_arena_copy(run->arena, imsi_strbuf_string(&folded), folded.size);
  imsi_strbuf_free(&folded);
  if (!kept)
    imsi_check_failed(run, IMS_NOMEM);
  return kept ? kept : "";
}

/* Of equal titles the first to be read comes first. */
static const imsi_vec *titles_of(imsi_check_run *run, ims_entry_kind kind)
{
  imsi_vec *titles = &run->titles[kind];
  ims_entry entry;
  if (titles->count || !ims_register_count(run->given, kind))
    return titles;
  titles->size = sizeof(titled);
  for (size_t i = 0; imsi_check_next(run, kind, &i, &entry);) {
    const titled one = { fold(run, imsi_check_field(run, entry, IMS_FIELD_TITLE)), entry };
    imsi_check_failed(run, imsi_vec_push(titles, &one));
  }
  if (titles->count)
    qsort(titles->data, titles->count, sizeof(titled), compare_titles);
  return titles;
}

void imsi_check_end(imsi_check_run *run)
{
  for (size_t i = 0; i < IMS_ENTRY_KIND_COUNT; i++)
    imsi_vec_free(&run->titles[i]);
}

ims_entry imsi_check_named(imsi_check_run *run, ims_entry_kind kind, const char *name)
{
  const ims_entry found = ims_register_find(run->given, kind, name);
  if (found.index != IMS_NO_ENTRY || !*name)
    return found;
  const imsi_vec *titles = titles_of(run, kind);
  const titled wanted = { fold(run, name), { 0 } };
  size_t low = 0, high = titles->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (compare_titles(&IMSI_AT(const titled, titles, middle), &wanted) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == titles->count || strcmp(IMSI_AT(const titled, titles, low).title, wanted.title) != 0)
    return found;
  return IMSI_AT(const titled, titles, low).entry;
}

ims_entry imsi_check_document(imsi_check_run *run, const char *name)
{
  return imsi_check_named(run, IMS_ENTRY_DOCUMENT, name);
}

bool imsi_check_lists(imsi_check_run *run, ims_entry entry, ims_field field, const char *text)
{
  size_t count;
  const char *const *parts = ims_entry_list(run->given, entry, field, &count);
  for (size_t i = 0; i < count; i++)
    if (imsi_check_same(run, parts[i], text))
      return true;
  return false;
}

bool imsi_check_is_record(const imsi_check_run *run, ims_entry document)
{
  return ims_entry_word(run->given, document, IMS_FIELD_KIND) == IMS_IS_RECORD;
}

bool imsi_check_is_obsolete(const imsi_check_run *run, ims_entry document)
{
  return ims_entry_word(run->given, document, IMS_FIELD_STATUS) == IMS_OBSOLETE;
}

size_t imsi_check_count(ims_systems systems)
{
  size_t count = 0;
  for (; systems; systems &= systems - 1)
    count++;
  return count;
}

/* ---- scopes ---- */

bool imsi_check_is_unconfirmed(const imsi_check_run *run, ims_node demand, ims_duty_kind kind)
{
  size_t count;
  bool found = false;
  const ims_duty *duties = ims_node_duties(run->model, demand, &count);
  for (size_t i = 0; i < count; i++) {
    if (duties[i].kind == kind && !duties[i].unconfirmed)
      return false;
    found = found || duties[i].kind == kind;
  }
  return found;
}

bool imsi_check_depends(const imsi_check_run *run, ims_node demand, ims_duty_kind kind)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(run->model, demand, &count);
  for (size_t i = 0; i < count; i++)
    if (duties[i].kind == kind && !imsi_condition_of_duty(run->model, &duties[i]))
      return false;
  return count > 0;
}

/* True if some text stands in the lists of both. */
static bool share(imsi_check_run *run, ims_entry a, ims_entry b, ims_field field)
{
  size_t count;
  const char *const *parts = ims_entry_list(run->given, a, field, &count);
  for (size_t i = 0; i < count; i++)
    if (imsi_check_lists(run, b, field, parts[i]))
      return true;
  return false;
}

imsi_meeting imsi_check_scopes(imsi_check_run *run, const ims_system *a, const ims_system *b)
{
  static const ims_field fields[] = { IMS_FIELD_SITES, IMS_FIELD_UNITS, IMS_FIELD_SERVICES };
  imsi_meeting meeting = IMSI_SCOPES_UNKNOWN;
  if (a->entry.index == IMS_NO_ENTRY || b->entry.index == IMS_NO_ENTRY)
    return meeting;
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    size_t count, others;
    ims_entry_list(run->given, a->entry, fields[i], &count);
    ims_entry_list(run->given, b->entry, fields[i], &others);
    if (!count || !others)
      continue;
    if (!share(run, a->entry, b->entry, fields[i]))
      return IMSI_SCOPES_APART;
    meeting = IMSI_SCOPES_MEET;
  }
  return meeting;
}
