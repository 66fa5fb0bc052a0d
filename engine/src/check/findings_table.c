/* The table of `findings`. */

#include "check/findings_internal.h"
#include "report/registry.h"

#include <string.h>

enum {
  CHECK,
  SEVERITY,
  SUBJECT,
  WHY,
  AGAINST,
  FORCE,
  TODO,
  SYSTEMS,
  PLACE,
  OUTCOME,
  KIND,
  TITLE,
  NODE_WORDS,
  FILE_NAME,
  SHEET,
  LINE,
  COLUMN
};

static const ims_column columns[] = {
  [CHECK] = { "check", "Check", IMS_COLUMN_ID, false },
  [SEVERITY] = { "severity", "Severity", IMS_COLUMN_ID, false },
  [SUBJECT] = { "subject", "Subject", IMS_COLUMN_TEXT, false },
  [WHY] = { "why", "What was found", IMS_COLUMN_TEXT, false },
  [AGAINST] = { "against", "Behind it", IMS_COLUMN_ID, false },
  [FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [TODO] = { "todo", "What to do", IMS_COLUMN_TEXT, false },
  [SYSTEMS] = { "systems", "Systems", IMS_COLUMN_TEXT, false },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
  [OUTCOME] = { "outcome", "Outcome", IMS_COLUMN_ID, false },
  [KIND] = { "kind", "Kind", IMS_COLUMN_ID, true },
  [TITLE] = { "title", "Title of the check", IMS_COLUMN_TEXT, true },
  [NODE_WORDS] = { "words", "In our words", IMS_COLUMN_TEXT, true },
  [FILE_NAME] = { "file", "File", IMS_COLUMN_ID, true },
  [SHEET] = { "sheet", "Sheet", IMS_COLUMN_ID, true },
  [LINE] = { "line", "Line", IMS_COLUMN_NUMBER, true },
  [COLUMN] = { "column", "Column", IMS_COLUMN_NUMBER, true },
};

const ims_columns imsi_findings_long_form = { columns, sizeof columns / sizeof *columns };

enum { WIDE_CHECK, WIDE_SEVERITY, WIDE_SUBJECT, WIDE_WHY, WIDE_AGAINST, WIDE_TODO };

static const ims_column wide_columns[] = {
  [WIDE_CHECK] = { "check", "Check", IMS_COLUMN_ID, false },
  [WIDE_SEVERITY] = { "severity", "Severity", IMS_COLUMN_ID, false },
  [WIDE_SUBJECT] = { "subject", "Subject, place", IMS_COLUMN_TEXT, false },
  [WIDE_WHY] = { "why", "What was found", IMS_COLUMN_TEXT, false },
  [WIDE_AGAINST] = { "against", "Behind it", IMS_COLUMN_TEXT, false },
  [WIDE_TODO] = { "todo", "What to do", IMS_COLUMN_TEXT, false },
};

/* ---- cells ---- */

/* Sets a cell to what was put into `text`, and empties that. */
static void set(imsi_table *table, size_t column, imsi_strbuf *text)
{
  imsi_table_set_text(table, column, text);
  imsi_strbuf_clear(text);
}

static void name_subject(const imsi_findings *f, const imsi_found *found, imsi_strbuf *text)
{
  if (found->entry.index != IMS_NO_ENTRY && *ims_entry_name(f->held.given, found->entry))
    imsi_held_name_entry(f->held.given, found->entry, text);
  else if (found->entry.index != IMS_NO_ENTRY)
    imsi_strbuf_text(text, ims_entry_text(f->held.given, found->entry, IMS_FIELD_CLAUSES));
  else if (found->systems)
    imsi_held_name_systems(&f->held, found->systems, text);
}

static void name_spot(const imsi_findings *f, const imsi_found *found, imsi_strbuf *text)
{
  if (found->pos.file)
    imsi_held_place(&f->held, found->pos, text);
}

static const char *kind_of(const imsi_findings *f, const imsi_found *found)
{
  return found->entry.index == IMS_NO_ENTRY ? NULL : ims_entry_kind_key(ims_entry_kind_of(f->held.given, found->entry));
}

/* ---- long ---- */

static void add_position(imsi_table *table, ims_pos pos)
{
  if (!pos.file)
    return;
  imsi_table_set(table, FILE_NAME, pos.file);
  imsi_table_set(table, SHEET, pos.sheet);
  if (pos.line)
    imsi_table_set_number(table, LINE, pos.line);
  if (pos.column)
    imsi_table_set_number(table, COLUMN, pos.column);
}

static void add_long(const imsi_findings *f, imsi_table *table, const imsi_found *found, imsi_strbuf *text)
{
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, CHECK, found->check->id);
  imsi_table_set(table, SEVERITY, found->skipped ? NULL : ims_check_severity_name(found->severity));
  name_subject(f, found, text);
  set(table, SUBJECT, text);
  imsi_table_set(table, WHY, found->why);
  if (found->node.index != IMS_NO_NODE) {
    imsi_name_reference(f->held.model, found->node, text);
    set(table, AGAINST, text);
    imsi_name_label(f->held.model, found->node, text);
    set(table, NODE_WORDS, text);
  }
  imsi_table_set(table, FORCE, *found->force ? found->force : NULL);
  imsi_table_set(table, TODO, *found->todo ? found->todo : NULL);
  imsi_held_name_systems(&f->held, found->systems, text);
  set(table, SYSTEMS, text);
  name_spot(f, found, text);
  set(table, PLACE, text);
  imsi_table_set(table, OUTCOME, found->skipped ? "not-run" : "found");
  imsi_table_set(table, KIND, kind_of(f, found));
  imsi_table_set(table, TITLE, found->check->title);
  add_position(table, found->pos);
}

/* ---- wide ---- */

static void add_wide(const imsi_findings *f, imsi_table *table, const imsi_found *found, imsi_strbuf *text)
{
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, WIDE_CHECK, found->check->id);
  imsi_table_set(table, WIDE_SEVERITY, found->skipped ? "not run" : ims_check_severity_name(found->severity));
  name_subject(f, found, text);
  if (text->size && found->pos.file)
    imsi_strbuf_text(text, "\n");
  name_spot(f, found, text);
  set(table, WIDE_SUBJECT, text);
  imsi_table_set(table, WIDE_WHY, found->why);
  if (found->node.index != IMS_NO_NODE) {
    imsi_name_reference(f->held.model, found->node, text);
    imsi_strbuf_text(text, "\n");
  }
  imsi_strbuf_text(text, found->force);
  set(table, WIDE_AGAINST, text);
  imsi_table_set(table, WIDE_TODO, *found->todo ? found->todo : NULL);
}

static void add_heading(imsi_table *table, const ims_check *check, imsi_strbuf *text)
{
  imsi_table_row(table, IMS_ROW_SECTION);
  imsi_strbuf_text(text, check->id);
  imsi_strbuf_text(text, " ");
  imsi_strbuf_text(text, check->title);
  set(table, WIDE_CHECK, text);
}

/* ---- around the table ---- */

static void count(imsi_strbuf *text, size_t number, const char *after)
{
  imsi_strbuf_number(text, number);
  imsi_strbuf_text(text, after);
}

/* "35 checks: 12 errors, 3 warnings, 4 pieces of information; 7 things could not be looked for." */
static void add_counts(const imsi_findings *f, imsi_table *table, imsi_strbuf *text)
{
  size_t counts[IMS_CHECK_INFO + 1] = { 0 }, skipped = 0;
  for (size_t i = 0; i < f->found.count; i++) {
    const imsi_found *found = &IMSI_AT(imsi_found, &f->found, i);
    skipped += found->skipped;
    counts[found->severity] += !found->skipped;
  }
  count(text, f->looked, f->looked == 1 ? " check: " : " checks: ");
  count(text, counts[IMS_CHECK_ERROR], " of severity error, ");
  count(text, counts[IMS_CHECK_WARNING], " warning, ");
  count(text, counts[IMS_CHECK_INFO], " info; ");
  count(text, skipped, skipped == 1 ? " thing could not be looked for." : " things could not be looked for.");
  imsi_table_caption_text(table, text);
  imsi_strbuf_clear(text);
}

static bool has(const imsi_findings *f, const char *id)
{
  for (size_t i = 0; i < f->found.count; i++)
    if (strcmp(IMSI_AT(imsi_found, &f->found, i).check->id, id) == 0)
      return true;
  return false;
}

static void add_notes(const imsi_findings *f, imsi_table *table)
{
  imsi_table_note(table,
                  "No finding is a nonconformity by itself: it shows where to look. Where nothing is registered, "
                  "interview and observation may still show it.");
  imsi_table_note(table, "Behind it: what a standard demands, or advice where no clause asks for it. Severities are "
                         "defaults that a file of your own may change. not run: the register lacks what is needed to "
                         "look. Nothing found does not mean that all is well.");
  if (has(f, "T04"))
    imsi_table_note(table, "T04 compares English words of titles.");
  if (has(f, "T34"))
    imsi_table_note(table, "T34 compares lines of the register; whether files are where it says, nobody looks.");
}

ims_status imsi_findings_make(imsi_findings *f, ims_table **finished)
{
  imsi_strbuf text = { 0 };
  /* in a spreadsheet what stands in cells of its own can be sorted and filtered */
  const bool wide = f->held.request->form == IMS_FORM_WIDE && f->held.request->words != IMS_WORDS_COLUMNS;
  imsi_table *table =
      wide ? imsi_table_new(imsi_report_findings.name, wide_columns, sizeof wide_columns / sizeof *wide_columns)
           : imsi_table_new(imsi_report_findings.name, columns, sizeof columns / sizeof *columns);
  imsi_held_add_captions(&f->held, table);
  add_counts(f, table, &text);
  for (size_t i = 0; i < f->found.count; i++) {
    const imsi_found *found = &IMSI_AT(imsi_found, &f->found, i);
    if (wide && (!i || IMSI_AT(imsi_found, &f->found, i - 1).check != found->check))
      add_heading(table, found->check, &text);
    if (wide)
      add_wide(f, table, found, &text);
    else
      add_long(f, table, found, &text);
  }
  add_notes(f, table);
  imsi_strbuf_free(&text);
  return imsi_table_end(table, finished);
}
