#include "query/diff.h"

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/try.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* An entry by what makes it the same as another. */
typedef struct named {
  const char *name; /* folded */
  uint32_t order;   /* in its register */
  ims_entry entry;
} named;

typedef struct comparison {
  const ims_register *before, *after;
  ims_entry_kind kind;
  imsi_vec *out;
  imsi_arena arena;
  imsi_strbuf text;
  imsi_vec sides[2];  /* of named: before, after */
  imsi_vec partners;  /* of ims_entry: for each of `after`, in order */
  imsi_vec lost;      /* of ims_entry: what is only in `before`, in order */
  imsi_vec claims[2]; /* of const ims_claim * */
} comparison;

static const ims_entry nobody = { IMS_NO_ENTRY };

/* ---- which entries are the same ---- */

static ims_status name_entry(comparison *c, const ims_register *evidence, ims_entry entry, const char **name)
{
  imsi_strbuf_clear(&c->text);
  if (c->kind == IMS_ENTRY_EXCLUSION) {
    imsi_utf8_fold(ims_entry_text(evidence, entry, IMS_FIELD_SYSTEMS), &c->text);
    imsi_strbuf_text(&c->text, "\n");
    imsi_utf8_fold(ims_entry_text(evidence, entry, IMS_FIELD_CLAUSES), &c->text);
  } else if (c->kind != IMS_ENTRY_ORGANIZATION) { /* it is the same whatever it is called now */
    imsi_utf8_fold(ims_entry_name(evidence, entry), &c->text);
  }
  if (c->text.status)
    return IMS_NOMEM;
  *name = imsi_arena_copy(&c->arena, imsi_strbuf_string(&c->text), c->text.size);
  return *name ? IMS_OK : IMS_NOMEM;
}

static int compare_named(const void *a, const void *b)
{
  const named *x = a, *y = b;
  const int difference = strcmp(x->name, y->name);
  return difference ? difference : x->order < y->order ? -1 : x->order > y->order;
}

static ims_status name_all(comparison *c, const ims_register *evidence, imsi_vec *side)
{
  side->count = 0;
  for (size_t i = 0; i < ims_register_count(evidence, c->kind); i++) {
    named n = { .order = (uint32_t)i, .entry = ims_register_entry(evidence, c->kind, i) };
    IMS_TRY(name_entry(c, evidence, n.entry, &n.name));
    IMS_TRY(imsi_vec_push(side, &n));
  }
  if (side->count)
    qsort(side->data, side->count, sizeof(named), compare_named);
  return IMS_OK;
}

static int compare_order(const void *a, const void *b)
{
  const uint32_t x = ((const ims_entry *)a)->index, y = ((const ims_entry *)b)->index;
  return x < y ? -1 : x > y;
}

static ims_status pair(comparison *c)
{
  const imsi_vec *old = &c->sides[0], *new = &c->sides[1];
  c->partners.count = c->lost.count = 0;
  for (size_t i = 0; i < new->count; i++)
    IMS_TRY(imsi_vec_push(&c->partners, &nobody));
  size_t k = 0;
  for (size_t i = 0; i < old->count; i++) {
    const named *o = &IMSI_AT(const named, old, i);
    while (k < new->count && strcmp(IMSI_AT(const named, new, k).name, o->name) < 0)
      k++;
    if (k < new->count && strcmp(IMSI_AT(const named, new, k).name, o->name) == 0)
      IMSI_AT(ims_entry, &c->partners, IMSI_AT(const named, new, k++).order) = o->entry;
    else
      IMS_TRY(imsi_vec_push(&c->lost, &o->entry));
  }
  if (c->lost.count)
    qsort(c->lost.data, c->lost.count, sizeof(ims_entry), compare_order);
  return IMS_OK;
}

/* ---- what a field means ---- */

static bool same_text(const comparison *c, ims_entry before, ims_entry after, ims_field field)
{
  return strcmp(ims_entry_text(c->before, before, field), ims_entry_text(c->after, after, field)) == 0;
}

static bool same_list(const comparison *c, ims_entry before, ims_entry after, ims_field field)
{
  size_t count, more;
  const char *const *a = ims_entry_list(c->before, before, field, &count);
  const char *const *b = ims_entry_list(c->after, after, field, &more);
  if (!count && !more)
    return same_text(c, before, after, field);
  bool same = count == more;
  for (size_t i = 0; same && i < count; i++)
    same = strcmp(a[i], b[i]) == 0;
  return same;
}

/* The systems of one register that have no like in the other. */
static bool has_all_systems(const ims_register *in, ims_systems wanted, const ims_register *of, ims_systems there)
{
  size_t count, more;
  const ims_system *a = ims_register_systems(of, &count), *b = ims_register_systems(in, &more);
  for (size_t i = 0; i < more; i++) {
    bool found = !(wanted >> b[i].index & 1);
    for (size_t k = 0; !found && k < count; k++)
      found = (there >> a[k].index & 1) && imsi_utf8_distance(a[k].id, b[i].id) == 0;
    if (!found)
      return false;
  }
  return true;
}

static bool same_systems(const comparison *c, ims_entry before, ims_entry after, ims_field field)
{
  if (same_text(c, before, after, field))
    return true;
  if (!ims_entry_names_systems(c->before, before) || !ims_entry_names_systems(c->after, after))
    return false;
  const ims_systems old = ims_entry_systems(c->before, before), new = ims_entry_systems(c->after, after);
  return has_all_systems(c->before, old, c->after, new) && has_all_systems(c->after, new, c->before, old);
}

static bool same_field(const comparison *c, ims_entry before, ims_entry after, ims_field field)
{
  switch (ims_field_kind_of(field)) {
  case IMS_HOLDS_DAY:
  case IMS_HOLDS_WORD: {
    const ims_day old = ims_entry_day(c->before, before, field), new = ims_entry_day(c->after, after, field);
    return old && new ? old == new : same_text(c, before, after, field);
  }
  case IMS_HOLDS_NUMBER: {
    const int32_t old = ims_entry_number(c->before, before, field), new = ims_entry_number(c->after, after, field);
    return old >= 0 && new >= 0 ? old == new : same_text(c, before, after, field);
  }
  case IMS_HOLDS_LIST:
    return same_list(c, before, after, field);
  case IMS_HOLDS_SYSTEMS:
    return same_systems(c, before, after, field);
  case IMS_HOLDS_CLAUSES:
    return true; /* told clause by clause */
  default:
    return same_text(c, before, after, field);
  }
}

static ims_status compare_fields(comparison *c, ims_entry before, ims_entry after)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(c->kind, &count);
  for (size_t i = 0; i < count; i++)
    if (!same_field(c, before, after, fields[i]))
      IMS_TRY(imsi_vec_push(c->out, &(imsi_difference){ IMSI_CHANGED, c->kind, before, after, fields[i], NULL }));
  return IMS_OK;
}

/* ---- clauses ---- */

static int compare_claims(const void *a, const void *b)
{
  const ims_claim *x = *(const ims_claim *const *)a, *y = *(const ims_claim *const *)b;
  if (x->node.index != y->node.index)
    return x->node.index < y->node.index ? -1 : 1;
  if (x->node.index != IMS_NO_NODE)
    return 0;
  const char *p = x->edition ? x->edition->id : "", *q = y->edition ? y->edition->id : "";
  const int difference = strcmp(p, q);
  return difference ? difference : strcmp(x->text, y->text);
}

/* The clauses of an entry in order, each once. */
static ims_status list_claims(const ims_register *evidence, ims_entry entry, imsi_vec *list)
{
  size_t count = 0, kept = 0;
  const ims_claim *claims = entry.index == IMS_NO_ENTRY ? NULL : ims_entry_claims(evidence, entry, &count);
  list->count = 0;
  for (size_t i = 0; i < count; i++)
    IMS_TRY(imsi_vec_push(list, &(const ims_claim *){ &claims[i] }));
  if (count)
    qsort(list->data, count, sizeof(const ims_claim *), compare_claims);
  for (size_t i = 0; i < count; i++)
    if (!kept || compare_claims(&IMSI_AT(const ims_claim *, list, i), &IMSI_AT(const ims_claim *, list, kept - 1)))
      IMSI_AT(const ims_claim *, list, kept++) = IMSI_AT(const ims_claim *, list, i);
  list->count = kept;
  return IMS_OK;
}

static ims_status add_clause(comparison *c, ims_entry before, ims_entry after, imsi_change change,
                             const ims_claim *claim)
{
  const imsi_difference d = { change, c->kind, before, after, IMS_FIELD_CLAUSES, claim };
  return imsi_vec_push(c->out, &d);
}

/* Claimed for a part, and not because the entry says so of all its clauses. */
static bool is_reduced(const ims_register *evidence, const ims_claim *claim)
{
  return claim->coverage == IMS_CLAIM_PARTIAL &&
         ims_entry_word(evidence, claim->entry, IMS_FIELD_COVERAGE) != IMS_CLAIM_PARTIAL;
}

static ims_status compare_clauses(comparison *c, ims_entry before, ims_entry after)
{
  const imsi_vec *old = &c->claims[0], *new = &c->claims[1];
  IMS_TRY(list_claims(c->before, before, &c->claims[0]));
  IMS_TRY(list_claims(c->after, after, &c->claims[1]));
  for (size_t i = 0, k = 0; i < old->count || k < new->count;) {
    const int order = i == old->count ? 1
                      : k == new->count
                          ? -1
                          : compare_claims(&IMSI_AT(const ims_claim *, old, i), &IMSI_AT(const ims_claim *, new, k));
    const ims_claim *gone = order <= 0 ? IMSI_AT(const ims_claim *, old, i) : NULL;
    const ims_claim *added = order >= 0 ? IMSI_AT(const ims_claim *, new, k) : NULL;
    if (order || is_reduced(c->before, gone) != is_reduced(c->after, added)) {
      IMS_TRY(gone ? add_clause(c, before, after, IMSI_GONE, gone) : IMS_OK);
      IMS_TRY(added ? add_clause(c, before, after, IMSI_ADDED, added) : IMS_OK);
    }
    i += order <= 0;
    k += order >= 0;
  }
  return IMS_OK;
}

/* ---- all ---- */

static ims_status compare_entries(comparison *c, ims_entry before, ims_entry after)
{
  const bool in_both = before.index != IMS_NO_ENTRY && after.index != IMS_NO_ENTRY;
  const imsi_difference d = {
    after.index == IMS_NO_ENTRY ? IMSI_GONE : IMSI_ADDED, c->kind, before, after, IMS_FIELD_COUNT, NULL
  };
  IMS_TRY(in_both ? compare_fields(c, before, after) : imsi_vec_push(c->out, &d));
  return compare_clauses(c, before, after);
}

static ims_status compare_kind(comparison *c)
{
  IMS_TRY(name_all(c, c->before, &c->sides[0]));
  IMS_TRY(name_all(c, c->after, &c->sides[1]));
  IMS_TRY(pair(c));
  for (size_t i = 0; i < c->partners.count; i++)
    IMS_TRY(compare_entries(c, IMSI_AT(ims_entry, &c->partners, i), ims_register_entry(c->after, c->kind, i)));
  for (size_t i = 0; i < c->lost.count; i++)
    IMS_TRY(compare_entries(c, IMSI_AT(ims_entry, &c->lost, i), nobody));
  return IMS_OK;
}

ims_status imsi_diff_registers(const ims_register *before, const ims_register *after, imsi_vec *differences)
{
  comparison c = { .before = before,
                   .after = after,
                   .out = differences,
                   .sides = { IMSI_VEC(named), IMSI_VEC(named) },
                   .partners = IMSI_VEC(ims_entry),
                   .lost = IMSI_VEC(ims_entry),
                   .claims = { IMSI_VEC(const ims_claim *), IMSI_VEC(const ims_claim *) } };
  ims_status status = IMS_OK;
  for (int kind = 0; !status && kind < IMS_ENTRY_KIND_COUNT; kind++) {
    c.kind = (ims_entry_kind)kind;
    status = compare_kind(&c);
  }
  for (int i = 0; i < 2; i++) {
    imsi_vec_free(&c.sides[i]);
    imsi_vec_free(&c.claims[i]);
  }
  imsi_vec_free(&c.partners);
  imsi_vec_free(&c.lost);
  imsi_strbuf_free(&c.text);
  imsi_arena_free(&c.arena);
  return status;
}
