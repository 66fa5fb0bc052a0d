/* What a register holds: an entry a row, with what entries of several kinds have in common. */

#include "report/common.h"
#include "report/register_internal.h"

enum { KIND, ID, TITLE, SYSTEMS, CLAUSES, OWNER, STATUS, DUE, NOTE, PLACE, COLUMNS };

static const ims_column columns[COLUMNS] = {
  [KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [ID] = { "id", "ID", IMS_COLUMN_ID, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [SYSTEMS] = { "systems", "Systems", IMS_COLUMN_ID, false },
  [CLAUSES] = { "clauses", "Clauses", IMS_COLUMN_TEXT, false },
  [OWNER] = { "owner", "Owner", IMS_COLUMN_TEXT, false },
  [STATUS] = { "status", "Status", IMS_COLUMN_ID, false },
  [DUE] = { "due", "Due", IMS_COLUMN_ID, false },
  [NOTE] = { "note", "Note", IMS_COLUMN_TEXT, false },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

const ims_columns imsi_register_entries_form = { columns, COLUMNS };

static void set(imsi_table *table, size_t column, const char *text)
{
  imsi_table_set(table, column, *text ? text : NULL);
}

/* The first of the fields that says something: what a status is called depends on the kind. */
static void set_first(const ims_register *evidence, imsi_table *table, size_t column, ims_entry entry,
                      const ims_field *fields, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (*ims_entry_text(evidence, entry, fields[i])) {
      imsi_table_set(table, column, ims_entry_text(evidence, entry, fields[i]));
      return;
    }
}

static void set_systems(const ims_register *evidence, imsi_table *table, ims_entry entry)
{
  size_t count;
  imsi_strbuf text = { 0 };
  const ims_system *systems = ims_register_systems(evidence, &count);
  const ims_systems of = ims_entry_systems(evidence, entry);
  for (size_t i = 0; i < count; i++)
    if (of >> i & 1) {
      imsi_strbuf_text(&text, text.size ? ", " : "");
      imsi_strbuf_text(&text, systems[i].id);
    }
  imsi_table_set_text(table, SYSTEMS, &text);
  imsi_strbuf_free(&text);
}

static void set_place(const ims_register *evidence, imsi_table *table, ims_entry entry)
{
  imsi_strbuf text = { 0 };
  imsi_name_place(ims_entry_pos(evidence, entry, IMS_FIELD_ID), &text);
  imsi_table_set_text(table, PLACE, &text);
  imsi_strbuf_free(&text);
}

static void add_entry(const ims_register *evidence, imsi_table *table, ims_entry_kind kind, ims_entry entry)
{
  static const ims_field states[] = { IMS_FIELD_STATUS, IMS_FIELD_PROGRESS, IMS_FIELD_IMPLEMENTATION,
                                      IMS_FIELD_APPLICABLE, IMS_FIELD_EXEMPTION };
  static const ims_field notes[] = { IMS_FIELD_NOTE, IMS_FIELD_REASON, IMS_FIELD_REASON_OUT };
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, KIND, ims_entry_kind_key(kind));
  set(table, ID, ims_entry_name(evidence, entry));
  set(table, TITLE, ims_entry_text(evidence, entry, IMS_FIELD_TITLE));
  set_systems(evidence, table, entry);
  set(table, CLAUSES, ims_entry_text(evidence, entry, IMS_FIELD_CLAUSES));
  set(table, OWNER, ims_entry_text(evidence, entry, IMS_FIELD_OWNER));
  set_first(evidence, table, STATUS, entry, states, sizeof states / sizeof *states);
  set(table, DUE, ims_entry_text(evidence, entry, IMS_FIELD_DUE));
  set_first(evidence, table, NOTE, entry, notes, sizeof notes / sizeof *notes);
  set_place(evidence, table, entry);
}

void imsi_register_add_entries(const ims_register *evidence, imsi_table *table)
{
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    for (size_t i = 0; i < ims_register_count(evidence, (ims_entry_kind)kind); i++)
      add_entry(evidence, table, (ims_entry_kind)kind, ims_register_entry(evidence, (ims_entry_kind)kind, i));
}
