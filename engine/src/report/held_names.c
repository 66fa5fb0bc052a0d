/* Reports on a register: what heads their tables, and how things in it are named. */

#include "base/cell.h"
#include "report/held_internal.h"

#include <string.h>

/* ---- names ---- */

void imsi_held_place(const imsi_held *held, ims_pos pos, imsi_strbuf *text)
{
  if (pos.sheet && held->workbook && strcmp(pos.file, held->workbook) == 0)
    imsi_cell_name(pos, text);
  else
    imsi_name_place(pos, text);
}

void imsi_held_name_place(const imsi_held *held, ims_pos pos, imsi_strbuf *text)
{
  imsi_strbuf_text(text, " (");
  imsi_held_place(held, pos, text);
  imsi_strbuf_text(text, ")");
}

void imsi_held_name_claim(const ims_claim *claim, imsi_strbuf *text)
{
  if (claim->edition) {
    imsi_strbuf_text(text, claim->edition->id);
    imsi_strbuf_text(text, "/");
  }
  imsi_strbuf_text(text, claim->text);
}

/* ---- captions ---- */

ims_day imsi_held_ended(const imsi_held *held, uint32_t system)
{
  const ims_entry entry = held->systems[system].entry;
  const ims_day end = entry.index == IMS_NO_ENTRY ? 0 : ims_entry_day(held->given, entry, IMS_FIELD_TO);
  return held->day && end < held->day ? end : 0;
}

static void add_organization(const imsi_held *held, imsi_table *table)
{
  if (!ims_register_count(held->given, IMS_ENTRY_ORGANIZATION))
    return;
  const ims_entry entry = ims_register_entry(held->given, IMS_ENTRY_ORGANIZATION, 0);
  const int32_t persons = ims_entry_number(held->given, entry, IMS_FIELD_PERSONNEL);
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "Organization: ");
  imsi_strbuf_text(&text, ims_entry_text(held->given, entry, IMS_FIELD_TITLE));
  if (persons >= 0) {
    imsi_strbuf_text(&text, persons == 1 ? ", 1 person" : ", ");
    if (persons != 1) {
      imsi_strbuf_number(&text, (unsigned long long)persons);
      imsi_strbuf_text(&text, " persons");
    }
  }
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

static bool is_profile(const ims_sheet *sheet)
{
  return (sheet->kind == IMS_ENTRY_ORGANIZATION || sheet->kind == IMS_ENTRY_SYSTEM) && sheet->entries;
}

/* True if an earlier sheet that tells who the organization is stands in the same file. */
static bool is_named(const ims_sheet *sheets, size_t index)
{
  size_t i = 0;
  while (i < index && !(is_profile(&sheets[i]) && strcmp(sheets[i].file, sheets[index].file) == 0))
    i++;
  return i < index;
}

/* The files that tell who the organization is, where others were read, too. */
static void add_profile(const imsi_held *held, imsi_table *table)
{
  size_t count, named = 0, other = 0;
  const ims_sheet *sheets = ims_register_sheets(held->given, &count);
  imsi_strbuf text = { 0 };
  for (size_t i = 0; i < count; i++) {
    other += strcmp(sheets[i].file, sheets[0].file) != 0;
    if (!is_profile(&sheets[i]) || is_named(sheets, i))
      continue;
    imsi_strbuf_text(&text, named++ ? ", " : "Profile: ");
    imsi_strbuf_text(&text, sheets[i].file);
  }
  if ((named && other) || text.status)
    imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

static void add_part(const imsi_held *held, ims_entry entry, ims_field field, const char *label, imsi_strbuf *text)
{
  const char *said = ims_entry_text(held->given, entry, field);
  if (!*said)
    return;
  imsi_strbuf_text(text, label);
  imsi_strbuf_text(text, said);
}

static void add_certificate(const imsi_held *held, ims_entry entry, imsi_strbuf *text)
{
  const char *said = ims_entry_text(held->given, entry, IMS_FIELD_CERTIFICATE);
  const ims_day until = ims_entry_day(held->given, entry, IMS_FIELD_VALID_UNTIL);
  if (!*said && !until)
    return;
  imsi_strbuf_text(text, "; certificate: ");
  imsi_strbuf_text(text, said);
  if (!until)
    return;
  imsi_strbuf_text(text, *said ? ", " : "");
  imsi_strbuf_text(text, held->day && until < held->day ? "expired on " : "valid until ");
  imsi_held_name_day(until, text);
}

static void add_system(const imsi_held *held, imsi_table *table, const ims_system *system)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "System ");
  imsi_strbuf_text(&text, system->id);
  imsi_strbuf_text(&text, ": ");
  imsi_name_edition_short(system->edition, &text);
  if (system->entry.index == IMS_NO_ENTRY) {
    imsi_strbuf_text(&text, "; nobody listed it, the register cites its standard");
  } else {
    add_part(held, system->entry, IMS_FIELD_SCOPE, "; scope: ", &text);
    add_part(held, system->entry, IMS_FIELD_SITES, "; sites: ", &text);
    add_part(held, system->entry, IMS_FIELD_SERVICES, "; services: ", &text);
    add_certificate(held, system->entry, &text);
  }
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

/* Records of a period that has ended count, and show nothing of the time since. */
static void add_ended(const imsi_held *held, imsi_table *table)
{
  imsi_strbuf text = { 0 };
  for (uint32_t i = imsi_held_next(held, UINT32_MAX); i != UINT32_MAX; i = imsi_held_next(held, i)) {
    const ims_day end = imsi_held_ended(held, i);
    if (!end)
      continue;
    const bool first = !text.size;
    imsi_strbuf_text(&text, first ? "The period of " : ", of ");
    imsi_strbuf_text(&text, held->systems[i].id);
    imsi_strbuf_text(&text, first ? " ended on " : " on ");
    imsi_held_name_day(end, &text);
  }
  if (text.size || text.status) {
    imsi_strbuf_text(&text, ": records of it count, and show nothing of the time since.");
    imsi_table_caption_text(table, &text);
  }
  imsi_strbuf_free(&text);
}

void imsi_held_add_captions(const imsi_held *held, imsi_table *table)
{
  add_organization(held, table);
  add_profile(held, table);
  for (uint32_t i = imsi_held_next(held, UINT32_MAX); i != UINT32_MAX; i = imsi_held_next(held, i))
    add_system(held, table, &held->systems[i]);
  add_ended(held, table);
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, held->day ? "As of " : "No day is given: dates are not looked at.");
  imsi_held_name_day(held->day, &text);
  imsi_strbuf_text(&text, held->day ? "." : "");
  if (held->workbook) {
    imsi_strbuf_text(&text, " Cells are those of ");
    imsi_strbuf_text(&text, held->workbook);
    imsi_strbuf_text(&text, ".");
  }
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}
