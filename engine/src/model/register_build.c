#include "model/register_build.h"

#include "base/try.h"
#include "model/register_internal.h"

#include <stdlib.h>
#include <string.h>

ims_status imsi_register_new(const ims_model *model, ims_register **evidence)
{
  ims_register *made = calloc(1, sizeof *made);
  if (!made)
    return IMS_NOMEM;
  made->model = model;
  made->sheets = IMSI_VEC(ims_sheet);
  made->problems = IMSI_VEC(ims_problem);
  made->entries = IMSI_VEC(imsi_held_entry);
  made->values = IMSI_VEC(imsi_held_value);
  made->parts = IMSI_VEC(const char *);
  made->systems = IMSI_VEC(ims_system);
  made->claims = IMSI_VEC(ims_claim);
  made->folded = IMSI_VEC(const char *);
  made->by_node = IMSI_VEC(uint32_t);
  for (int i = 0; i < IMS_ENTRY_KIND_COUNT; i++)
    made->by_kind[i] = made->by_id[i] = IMSI_VEC(uint32_t);
  const ims_status status = imsi_intern_init(&made->texts);
  if (status)
    ims_register_free(made);
  else
    *evidence = made;
  return status;
}

ims_status imsi_register_text(ims_register *evidence, const char *text, size_t size, const char **copy)
{
  imsi_symbol symbol;
  IMS_TRY(imsi_intern_put(&evidence->texts, text, size, &symbol));
  *copy = imsi_intern_text(&evidence->texts, symbol);
  return IMS_OK;
}

static ims_status copy_text(ims_register *evidence, const char **text)
{
  return imsi_register_text(evidence, *text, strlen(*text), text);
}

static ims_status copy_pos(ims_register *evidence, ims_pos *pos)
{
  if (pos->file)
    IMS_TRY(copy_text(evidence, &pos->file));
  return pos->sheet ? copy_text(evidence, &pos->sheet) : IMS_OK;
}

static ims_status room_for_one(const imsi_vec *vec)
{
  return vec->count < UINT32_MAX - 1 ? IMS_OK : IMS_LIMIT;
}

/* ---- sheets ---- */

ims_status imsi_register_sheet(ims_register *evidence, const ims_sheet *given, uint32_t *sheet)
{
  ims_sheet copy = *given;
  IMS_TRY(room_for_one(&evidence->sheets));
  IMS_TRY(copy_text(evidence, &copy.file));
  IMS_TRY(copy_text(evidence, &copy.name));
  IMS_TRY(copy_text(evidence, &copy.edition));
  if (copy.column_count) {
    ims_sheet_column *columns = imsi_arena_alloc(&evidence->arena, copy.column_count * sizeof *columns);
    if (!columns)
      return IMS_NOMEM;
    memcpy(columns, given->columns, copy.column_count * sizeof *columns);
    for (size_t i = 0; i < copy.column_count; i++) {
      IMS_TRY(copy_text(evidence, &columns[i].title));
      IMS_TRY(copy_pos(evidence, &columns[i].pos));
    }
    copy.columns = columns;
  }
  IMS_TRY(imsi_vec_push(&evidence->sheets, &copy));
  *sheet = (uint32_t)evidence->sheets.count - 1;
  return IMS_OK;
}

ims_sheet *imsi_register_sheet_at(ims_register *evidence, uint32_t sheet)
{
  return &IMSI_AT(ims_sheet, &evidence->sheets, sheet);
}

ims_sheet_column *imsi_register_column_at(ims_register *evidence, uint32_t sheet, size_t column)
{
  /* they lie in the arena of the register, and are only const for those who read it */
  return (ims_sheet_column *)(uintptr_t)&imsi_register_sheet_at(evidence, sheet)->columns[column];
}

/* ---- entries ---- */

ims_status imsi_register_entry(ims_register *evidence, ims_entry_kind kind, uint32_t sheet, uint32_t line,
                               uint32_t column, ims_entry *entry)
{
  const imsi_held_entry made = {
    .sheet = sheet, .line = line, .column = column, .value = (uint32_t)evidence->values.count, .kind = (uint8_t)kind
  };
  IMS_TRY(room_for_one(&evidence->entries));
  IMS_TRY(imsi_vec_push(&evidence->entries, &made));
  entry->index = (uint32_t)evidence->entries.count - 1;
  return IMS_OK;
}

static imsi_held_entry *last_entry(ims_register *evidence)
{
  return &IMSI_AT(imsi_held_entry, &evidence->entries, evidence->entries.count - 1);
}

static ims_status put_value(ims_register *evidence, const imsi_held_value *value)
{
  imsi_held_entry *entry = last_entry(evidence);
  for (uint32_t i = entry->value; i < evidence->values.count; i++)
    if (IMSI_AT(imsi_held_value, &evidence->values, i).field == value->field) {
      IMSI_AT(imsi_held_value, &evidence->values, i) = *value;
      return IMS_OK;
    }
  IMS_TRY(room_for_one(&evidence->values));
  IMS_TRY(imsi_vec_push(&evidence->values, value));
  entry->value_count++;
  return IMS_OK;
}

/* No two entries have the same, or few do. */
static bool is_said_once(ims_field field)
{
  return field == IMS_FIELD_ID || field == IMS_FIELD_TITLE;
}

ims_status imsi_register_value(ims_register *evidence, ims_field field, const char *text, size_t size, int32_t number,
                               uint32_t line, uint32_t column)
{
  imsi_held_value value = { .number = number, .line = line, .column = column, .field = (uint8_t)field };
  IMS_TRY((is_said_once(field) ? imsi_intern_keep : imsi_intern_put)(&evidence->texts, text, size, &value.text));
  return put_value(evidence, &value);
}

ims_status imsi_register_list(ims_register *evidence, ims_field field, const char *text, size_t size,
                              const char *const *parts, size_t count, uint32_t line, uint32_t column)
{
  imsi_held_value value = { .part = (uint32_t)evidence->parts.count,
                            .number = (int32_t)count,
                            .line = line,
                            .column = column,
                            .field = (uint8_t)field };
  IMS_TRY(imsi_intern_put(&evidence->texts, text, size, &value.text));
  for (size_t i = 0; i < count; i++) {
    const char *copy;
    IMS_TRY(room_for_one(&evidence->parts));
    IMS_TRY(imsi_register_text(evidence, parts[i], strlen(parts[i]), &copy));
    IMS_TRY(imsi_vec_push(&evidence->parts, &copy));
  }
  return put_value(evidence, &value);
}

void imsi_register_understand(ims_register *evidence, ims_entry entry, ims_field field, int32_t number)
{
  const imsi_held_entry *e = &IMSI_AT(imsi_held_entry, &evidence->entries, entry.index);
  for (uint32_t i = e->value; i < e->value + e->value_count; i++)
    if (IMSI_AT(imsi_held_value, &evidence->values, i).field == field)
      IMSI_AT(imsi_held_value, &evidence->values, i).number = number;
}

void imsi_register_drop(ims_register *evidence)
{
  evidence->values.count = last_entry(evidence)->value;
  evidence->entries.count--;
}

ims_status imsi_register_problem(ims_register *evidence, const ims_problem *problem)
{
  ims_problem copy = *problem;
  IMS_TRY(copy_pos(evidence, &copy.pos));
  IMS_TRY(copy_text(evidence, &copy.text));
  return imsi_vec_push(&evidence->problems, &copy);
}

/* ---- systems and claims ---- */

ims_status imsi_register_system(ims_register *evidence, ims_entry entry, const char *id, const ims_edition *edition)
{
  ims_system system = { (uint32_t)evidence->systems.count, entry, id, edition };
  if (system.index == IMS_SYSTEMS_MAX)
    return IMS_LIMIT;
  IMS_TRY(copy_text(evidence, &system.id));
  return imsi_vec_push(&evidence->systems, &system);
}

void imsi_register_name_systems(ims_register *evidence, ims_entry entry, ims_systems systems)
{
  imsi_held_entry *e = &IMSI_AT(imsi_held_entry, &evidence->entries, entry.index);
  e->systems = systems;
  e->names_systems = true;
}

ims_status imsi_register_claim(ims_register *evidence, const ims_claim *claim)
{
  imsi_held_entry *entry = &IMSI_AT(imsi_held_entry, &evidence->entries, claim->entry.index);
  IMS_TRY(room_for_one(&evidence->claims));
  if (!entry->claim_count)
    entry->claim = (uint32_t)evidence->claims.count;
  IMS_TRY(imsi_vec_push(&evidence->claims, claim));
  entry->claim_count++;
  return IMS_OK;
}
