#include "ims/register.h"

#include "base/utf8.h"
#include "model/register_internal.h"

#include <stdlib.h>
#include <string.h>

void ims_register_free(ims_register *evidence)
{
  if (!evidence)
    return;
  imsi_vec_free(&evidence->sheets);
  imsi_vec_free(&evidence->problems);
  imsi_vec_free(&evidence->entries);
  imsi_vec_free(&evidence->values);
  imsi_vec_free(&evidence->parts);
  imsi_vec_free(&evidence->systems);
  imsi_vec_free(&evidence->claims);
  imsi_vec_free(&evidence->folded);
  imsi_vec_free(&evidence->by_node);
  for (int i = 0; i < IMS_ENTRY_KIND_COUNT; i++) {
    imsi_vec_free(&evidence->by_kind[i]);
    imsi_vec_free(&evidence->by_id[i]);
  }
  imsi_intern_free(&evidence->texts);
  imsi_arena_free(&evidence->arena);
  free(evidence);
}

const ims_sheet *ims_register_sheets(const ims_register *evidence, size_t *count)
{
  *count = evidence->sheets.count;
  return evidence->sheets.data;
}

const ims_problem *ims_register_problems(const ims_register *evidence, size_t *count)
{
  *count = evidence->problems.count;
  return evidence->problems.data;
}

/* ---- entries ---- */

static const imsi_held_entry *entry_at(const ims_register *evidence, uint32_t entry)
{
  return &IMSI_AT(const imsi_held_entry, &evidence->entries, entry);
}

const imsi_held_value *imsi_register_value_of(const ims_register *evidence, uint32_t entry, ims_field field)
{
  const imsi_held_entry *e = entry_at(evidence, entry);
  for (uint32_t i = e->value; i < e->value + e->value_count; i++) {
    const imsi_held_value *value = &IMSI_AT(const imsi_held_value, &evidence->values, i);
    if (value->field == field)
      return value;
  }
  return NULL;
}

size_t ims_register_count(const ims_register *evidence, ims_entry_kind kind)
{
  return evidence->by_kind[kind].count;
}

ims_entry ims_register_entry(const ims_register *evidence, ims_entry_kind kind, size_t index)
{
  return (ims_entry){ IMSI_AT(const uint32_t, &evidence->by_kind[kind], index) };
}

ims_entry ims_register_find(const ims_register *evidence, ims_entry_kind kind, const char *id)
{
  const imsi_vec *order = &evidence->by_id[kind];
  size_t low = 0, high = order->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const uint32_t entry = IMSI_AT(const uint32_t, order, middle);
    if (imsi_utf8_compare_folded(IMSI_AT(const char *const, &evidence->folded, entry), id) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == order->count)
    return (ims_entry){ IMS_NO_ENTRY };
  const uint32_t entry = IMSI_AT(const uint32_t, order, low);
  const bool same = imsi_utf8_compare_folded(IMSI_AT(const char *const, &evidence->folded, entry), id) == 0;
  return (ims_entry){ same ? entry : IMS_NO_ENTRY };
}

ims_entry_kind ims_entry_kind_of(const ims_register *evidence, ims_entry entry)
{
  return (ims_entry_kind)entry_at(evidence, entry.index)->kind;
}

const ims_sheet *ims_entry_sheet(const ims_register *evidence, ims_entry entry)
{
  return &IMSI_AT(const ims_sheet, &evidence->sheets, entry_at(evidence, entry.index)->sheet);
}

const char *ims_entry_text(const ims_register *evidence, ims_entry entry, ims_field field)
{
  const imsi_held_value *value = imsi_register_value_of(evidence, entry.index, field);
  return value ? imsi_intern_text(&evidence->texts, value->text) : "";
}

const char *ims_entry_name(const ims_register *evidence, ims_entry entry)
{
  const char *id = ims_entry_text(evidence, entry, IMS_FIELD_ID);
  return *id ? id : ims_entry_text(evidence, entry, IMS_FIELD_TITLE);
}

ims_day ims_entry_day(const ims_register *evidence, ims_entry entry, ims_field field)
{
  const imsi_held_value *value = imsi_register_value_of(evidence, entry.index, field);
  return value ? value->number : 0;
}

int ims_entry_word(const ims_register *evidence, ims_entry entry, ims_field field)
{
  return (int)ims_entry_day(evidence, entry, field);
}

int32_t ims_entry_number(const ims_register *evidence, ims_entry entry, ims_field field)
{
  const imsi_held_value *value = imsi_register_value_of(evidence, entry.index, field);
  return value ? value->number : -1;
}

const char *const *ims_entry_list(const ims_register *evidence, ims_entry entry, ims_field field, size_t *count)
{
  const imsi_held_value *value = imsi_register_value_of(evidence, entry.index, field);
  *count = value ? (size_t)value->number : 0;
  return *count ? &IMSI_AT(const char *const, &evidence->parts, value->part) : NULL;
}

ims_pos ims_entry_pos(const ims_register *evidence, ims_entry entry, ims_field field)
{
  const imsi_held_entry *e = entry_at(evidence, entry.index);
  const imsi_held_value *value = imsi_register_value_of(evidence, entry.index, field);
  const ims_sheet *sheet = ims_entry_sheet(evidence, entry);
  return (ims_pos){ .file = sheet->file,
                    .line = value ? value->line : e->line,
                    .column = value ? value->column : e->column,
                    .sheet = *sheet->name ? sheet->name : NULL };
}

/* ---- systems and claims ---- */

const ims_system *ims_register_systems(const ims_register *evidence, size_t *count)
{
  *count = evidence->systems.count;
  return evidence->systems.data;
}

ims_systems ims_entry_systems(const ims_register *evidence, ims_entry entry)
{
  return entry_at(evidence, entry.index)->systems;
}

bool ims_entry_names_systems(const ims_register *evidence, ims_entry entry)
{
  return entry_at(evidence, entry.index)->names_systems;
}

size_t ims_claim_count(const ims_register *evidence)
{
  return evidence->claims.count;
}

const ims_claim *ims_claim_at(const ims_register *evidence, size_t index)
{
  return &IMSI_AT(const ims_claim, &evidence->claims, index);
}

const ims_claim *ims_entry_claims(const ims_register *evidence, ims_entry entry, size_t *count)
{
  const imsi_held_entry *e = entry_at(evidence, entry.index);
  *count = e->claim_count;
  return e->claim_count ? ims_claim_at(evidence, e->claim) : NULL;
}

/* The first claim in the order of nodes whose node is not before `node`. */
static size_t first_claim(const ims_register *evidence, uint32_t node)
{
  size_t low = 0, high = evidence->by_node.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (ims_claim_at(evidence, IMSI_AT(const uint32_t, &evidence->by_node, middle))->node.index < node)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const uint32_t *ims_node_claims(const ims_register *evidence, ims_node node, size_t *count)
{
  const size_t first = first_claim(evidence, node.index);
  *count = first_claim(evidence, node.index + 1) - first;
  return *count ? &IMSI_AT(const uint32_t, &evidence->by_node, first) : NULL;
}
