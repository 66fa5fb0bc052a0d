/* What changed from one register to another, as a table. */

#include "base/try.h"
#include "ims/diff.h"
#include "query/diff.h"
#include "report/common.h"
#include "report/diff_internal.h"

#include <string.h>

enum { CHANGE, KIND, ID, TITLE, FIELD, BEFORE, AFTER, BEFORE_PLACE, AFTER_PLACE, LONG_COLUMNS };

static const ims_column long_columns[LONG_COLUMNS] = {
  [CHANGE] = { "change", "Change", IMS_COLUMN_ID, false },
  [KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [ID] = { "id", "ID", IMS_COLUMN_ID, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [FIELD] = { "field", "Field", IMS_COLUMN_ID, false },
  [BEFORE] = { "before", "Before", IMS_COLUMN_TEXT, false },
  [AFTER] = { "after", "After", IMS_COLUMN_TEXT, false },
  [BEFORE_PLACE] = { "before_place", "Place before", IMS_COLUMN_ID, false },
  [AFTER_PLACE] = { "after_place", "Place after", IMS_COLUMN_ID, false },
};

enum { W_CHANGE, W_ID, W_FIELD, W_BEFORE, W_AFTER, W_BEFORE_PLACE, W_AFTER_PLACE, WIDE_COLUMNS };

static const ims_column wide_columns[WIDE_COLUMNS] = {
  [W_CHANGE] = { "change", "Change", IMS_COLUMN_ID, false },
  [W_ID] = { "id", "ID", IMS_COLUMN_ID, false },
  [W_FIELD] = { "field", "Field", IMS_COLUMN_ID, false },
  [W_BEFORE] = { "before", "Before", IMS_COLUMN_TEXT, false },
  [W_AFTER] = { "after", "After", IMS_COLUMN_TEXT, false },
  [W_BEFORE_PLACE] = { "before_place", "Place before", IMS_COLUMN_ID, true },
  [W_AFTER_PLACE] = { "after_place", "Place after", IMS_COLUMN_ID, true },
};

static const char *const change_names[] = { "added", "gone", "changed" };

typedef struct writing {
  const ims_model *model;
  const ims_register *before, *after;
  const imsi_vec *differences; /* of imsi_difference */
  imsi_table *table;
  imsi_strbuf text;
} writing;

static const imsi_difference *difference_at(const writing *w, size_t index)
{
  return &IMSI_AT(const imsi_difference, w->differences, index);
}

/* ---- what a difference is called ---- */

/* The register that has the entry, the later one if both have, and the entry there. */
static const ims_register *register_of(const writing *w, const imsi_difference *d, ims_entry *entry)
{
  const bool later = d->after.index != IMS_NO_ENTRY;
  *entry = later ? d->after : d->before;
  return later ? w->after : w->before;
}

static const char *name_of(const writing *w, const imsi_difference *d)
{
  ims_entry entry;
  const ims_register *evidence = register_of(w, d, &entry);
  return d->kind == IMS_ENTRY_EXCLUSION ? ims_entry_text(evidence, entry, IMS_FIELD_CLAUSES)
                                        : ims_entry_name(evidence, entry);
}

static const char *title_of(const writing *w, const imsi_difference *d)
{
  ims_entry entry;
  const ims_register *evidence = register_of(w, d, &entry);
  return ims_entry_text(evidence, entry, IMS_FIELD_TITLE);
}

static const char *kind_name(const imsi_difference *d)
{
  return ims_entry_kind_key(d->kind);
}

static void set(const writing *w, size_t column, const char *text)
{
  imsi_table_set(w->table, column, *text ? text : NULL);
}

/* A clause that is not known is called as it is written. */
static void name_clause(const writing *w, const imsi_difference *d, imsi_strbuf *text)
{
  const ims_claim *claim = d->claim;
  const ims_register *evidence = d->change == IMSI_GONE ? w->before : w->after;
  if (claim->node.index != IMS_NO_NODE) {
    imsi_name_reference(w->model, claim->node, text);
  } else {
    imsi_strbuf_text(text, claim->edition ? claim->edition->id : "");
    imsi_strbuf_text(text, claim->edition ? " " : "");
    imsi_strbuf_text(text, claim->text);
  }
  if (claim->coverage == IMS_CLAIM_PARTIAL &&
      ims_entry_word(evidence, claim->entry, IMS_FIELD_COVERAGE) != IMS_CLAIM_PARTIAL)
    imsi_strbuf_text(text, " (a part)");
}

static void set_place(writing *w, size_t column, const ims_register *evidence, ims_entry entry, ims_field field)
{
  if (entry.index == IMS_NO_ENTRY)
    return;
  imsi_strbuf_clear(&w->text);
  imsi_name_place(ims_entry_pos(evidence, entry, field == IMS_FIELD_COUNT ? IMS_FIELD_ID : field), &w->text);
  imsi_table_set_text(w->table, column, &w->text);
}

static void set_places(writing *w, const imsi_difference *d, size_t before, size_t after)
{
  set_place(w, before, w->before, d->before, d->field);
  set_place(w, after, w->after, d->after, d->field);
  if (d->claim) {
    imsi_strbuf_clear(&w->text);
    imsi_name_place(d->claim->pos, &w->text);
    imsi_table_set_text(w->table, d->change == IMSI_GONE ? before : after, &w->text);
  }
}

/* What the entry said before and after; of an entry as such its title. */
static void set_values(writing *w, const imsi_difference *d, size_t before, size_t after)
{
  const ims_field field = d->field == IMS_FIELD_COUNT ? IMS_FIELD_TITLE : d->field;
  if (d->before.index != IMS_NO_ENTRY)
    set(w, before, ims_entry_text(w->before, d->before, field));
  if (d->after.index != IMS_NO_ENTRY)
    set(w, after, ims_entry_text(w->after, d->after, field));
}

/* ---- one fact a row ---- */

static void add_long(writing *w, const imsi_difference *d)
{
  imsi_table_row(w->table, IMS_ROW_NORMAL);
  imsi_table_set(w->table, CHANGE, change_names[d->change]);
  imsi_table_set(w->table, KIND, kind_name(d));
  set(w, ID, name_of(w, d));
  set(w, TITLE, title_of(w, d));
  if (d->field != IMS_FIELD_COUNT)
    imsi_table_set(w->table, FIELD, ims_field_key(d->field));
  if (d->claim) {
    imsi_strbuf_clear(&w->text);
    name_clause(w, d, &w->text);
    imsi_table_set_text(w->table, d->change == IMSI_GONE ? BEFORE : AFTER, &w->text);
  } else {
    set_values(w, d, BEFORE, AFTER);
  }
  set_places(w, d, BEFORE_PLACE, AFTER_PLACE);
}

/* ---- for people ---- */

static bool same_entry(const imsi_difference *a, const imsi_difference *b)
{
  return a->before.index == b->before.index && a->after.index == b->after.index;
}

static void set_clauses(writing *w, size_t first, size_t end, imsi_change change, size_t column)
{
  imsi_strbuf_clear(&w->text);
  for (size_t i = first; i < end; i++)
    if (difference_at(w, i)->change == change) {
      imsi_strbuf_text(&w->text, w->text.size ? ", " : "");
      name_clause(w, difference_at(w, i), &w->text);
    }
  imsi_table_set_text(w->table, column, &w->text);
}

/* The clauses of an entry in one row; returns the first difference after them. */
static size_t add_clauses(writing *w, size_t first)
{
  const imsi_difference *d = difference_at(w, first);
  size_t end = first;
  while (end < w->differences->count && difference_at(w, end)->claim && same_entry(d, difference_at(w, end)))
    end++;
  const bool in_both = d->before.index != IMS_NO_ENTRY && d->after.index != IMS_NO_ENTRY;
  imsi_table_row(w->table, IMS_ROW_NORMAL);
  imsi_table_set(w->table, W_CHANGE, change_names[in_both ? IMSI_CHANGED : d->change]);
  set(w, W_ID, name_of(w, d));
  imsi_table_set(w->table, W_FIELD, ims_field_title(IMS_FIELD_CLAUSES));
  set_clauses(w, first, end, IMSI_GONE, W_BEFORE);
  set_clauses(w, first, end, IMSI_ADDED, W_AFTER);
  set_place(w, W_BEFORE_PLACE, w->before, d->before, IMS_FIELD_CLAUSES);
  set_place(w, W_AFTER_PLACE, w->after, d->after, IMS_FIELD_CLAUSES);
  return end;
}

static size_t add_wide(writing *w, size_t index)
{
  const imsi_difference *d = difference_at(w, index);
  if (d->claim)
    return add_clauses(w, index);
  imsi_table_row(w->table, IMS_ROW_NORMAL);
  imsi_table_set(w->table, W_CHANGE, change_names[d->change]);
  set(w, W_ID, name_of(w, d));
  if (d->field != IMS_FIELD_COUNT)
    imsi_table_set(w->table, W_FIELD, ims_field_title(d->field));
  set_values(w, d, W_BEFORE, W_AFTER);
  set_places(w, d, W_BEFORE_PLACE, W_AFTER_PLACE);
  return index + 1;
}

static void add_all_wide(writing *w)
{
  int kind = IMS_ENTRY_KIND_COUNT;
  for (size_t i = 0; i < w->differences->count;) {
    if ((int)difference_at(w, i)->kind != kind) {
      kind = (int)difference_at(w, i)->kind;
      imsi_table_row(w->table, IMS_ROW_SECTION);
      imsi_table_set(w->table, 0, ims_entry_kind_title((ims_entry_kind)kind));
    }
    i = add_wide(w, i);
  }
}

/* ---- around the table ---- */

/* "Before: a.xlsx, b.xml" */
static void add_caption(writing *w, const char *when, const ims_register *evidence)
{
  size_t count;
  const ims_sheet *sheets = ims_register_sheets(evidence, &count);
  imsi_strbuf_clear(&w->text);
  imsi_strbuf_text(&w->text, when);
  for (size_t i = 0; i < count; i++) {
    if (i && strcmp(sheets[i].file, sheets[i - 1].file) == 0)
      continue;
    imsi_strbuf_text(&w->text, i ? ", " : " ");
    imsi_strbuf_text(&w->text, sheets[i].file);
  }
  imsi_table_caption_text(w->table, &w->text);
}

static void add_note(writing *w, const char *what, const size_t counts[3])
{
  imsi_strbuf_clear(&w->text);
  imsi_strbuf_text(&w->text, what);
  for (size_t i = 0; i < 3; i++) {
    imsi_strbuf_text(&w->text, i ? ", " : " ");
    imsi_strbuf_number(&w->text, counts[i]);
    imsi_strbuf_text(&w->text, " ");
    imsi_strbuf_text(&w->text, change_names[i]);
  }
  imsi_strbuf_text(&w->text, ".");
  imsi_table_note_text(w->table, &w->text);
}

static void add_notes(writing *w)
{
  size_t entries[3] = { 0 }, claims[3] = { 0 };
  const imsi_difference *last = NULL; /* the last entry that is in both and changed */
  for (size_t i = 0; i < w->differences->count; i++) {
    const imsi_difference *d = difference_at(w, i);
    const bool in_both = d->before.index != IMS_NO_ENTRY && d->after.index != IMS_NO_ENTRY;
    if (d->claim)
      claims[d->change]++;
    if (d->field == IMS_FIELD_COUNT)
      entries[d->change]++;
    if (in_both && !(last && same_entry(last, d))) {
      entries[IMSI_CHANGED]++;
      last = d;
    }
  }
  add_note(w, "Entries:", entries);
  imsi_strbuf_clear(&w->text);
  imsi_strbuf_text(&w->text, "Clauses that entries name: ");
  imsi_strbuf_number(&w->text, claims[IMSI_ADDED]);
  imsi_strbuf_text(&w->text, " added, ");
  imsi_strbuf_number(&w->text, claims[IMSI_GONE]);
  imsi_strbuf_text(&w->text, " gone.");
  imsi_table_note_text(w->table, &w->text);
}

ims_status ims_diff_registers(const ims_model *model, const ims_register *before, const ims_register *after,
                              ims_form form, ims_table **finished)
{
  imsi_vec differences = IMSI_VEC(imsi_difference);
  ims_status status = imsi_diff_registers(before, after, &differences);
  if (status) {
    imsi_vec_free(&differences);
    return status;
  }
  writing w = { .model = model, .before = before, .after = after, .differences = &differences };
  w.table = form == IMS_FORM_LONG ? imsi_table_new("diff", long_columns, LONG_COLUMNS)
                                  : imsi_table_new("diff", wide_columns, WIDE_COLUMNS);
  add_caption(&w, "Before:", before);
  add_caption(&w, "After:", after);
  if (form == IMS_FORM_LONG)
    for (size_t i = 0; i < differences.count; i++)
      add_long(&w, difference_at(&w, i));
  else
    add_all_wide(&w);
  add_notes(&w);
  status = imsi_diff_add_totals(model, before, after, w.table);
  imsi_strbuf_free(&w.text);
  imsi_vec_free(&differences);
  if (status) {
    imsi_table_drop(w.table);
    return status;
  }
  return imsi_table_end(w.table, finished);
}
