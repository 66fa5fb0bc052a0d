/* The table of `soa`. */

#include "base/try.h"
#include "report/registry.h"
#include "report/soa_internal.h"

#include <string.h>

enum {
  CONTROL,
  TITLE,
  DECISION,
  REASON,
  IMPLEMENTATION,
  DOCUMENTS,
  EVIDENCE,
  OWNER,
  DUE,
  NEARBY,
  PLACE,
  SYSTEM,
  REFERENCE,
  REASON_IN,
  REASON_OUT,
  DEMANDS,
  EVIDENCED,
  NOTE
};

static const ims_column columns[] = {
  [CONTROL] = { "control", "Control", IMS_COLUMN_ID, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [DECISION] = { "decision", "Decision", IMS_COLUMN_ID, false },
  [REASON] = { "reason", "Reason", IMS_COLUMN_TEXT, false },
  [IMPLEMENTATION] = { "implementation", "Implementation", IMS_COLUMN_ID, false },
  [DOCUMENTS] = { "documents", "Documents", IMS_COLUMN_TEXT, false },
  [EVIDENCE] = { "evidence", "Demands evidenced", IMS_COLUMN_ID, false },
  [OWNER] = { "owner", "Owner", IMS_COLUMN_TEXT, false },
  [DUE] = { "due", "Due", IMS_COLUMN_ID, false },
  [NEARBY] = { "nearby", "Other systems ask", IMS_COLUMN_TEXT, false },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
  [SYSTEM] = { "system", "System", IMS_COLUMN_ID, true },
  [REFERENCE] = { "reference", "Reference", IMS_COLUMN_ID, true },
  [REASON_IN] = { "reason_in", "Reason if applicable", IMS_COLUMN_TEXT, true },
  [REASON_OUT] = { "reason_out", "Reason if not applicable", IMS_COLUMN_TEXT, true },
  [DEMANDS] = { "demands", "Demands", IMS_COLUMN_NUMBER, true },
  [EVIDENCED] = { "evidenced", "Evidenced", IMS_COLUMN_NUMBER, true },
  [NOTE] = { "note", "Note", IMS_COLUMN_TEXT, true },
};

enum { COLUMNS = sizeof columns / sizeof *columns };

const ims_columns imsi_soa_long_form = { columns, COLUMNS };

static void set(imsi_table *table, size_t column, imsi_strbuf *text)
{
  imsi_table_set_text(table, column, text);
  imsi_strbuf_clear(text);
}

/* ---- a line ---- */

static void set_field(const imsi_soa *s, imsi_table *table, size_t column, const imsi_soa_line *line, ims_field field)
{
  const char *text = line->entry.index == IMS_NO_ENTRY ? "" : ims_entry_text(s->held.given, line->entry, field);
  imsi_table_set(table, column, *text ? text : NULL);
}

/* Of a line that is left out the reason for that; people also write it where reasons to include stand. */
static void set_reason(const imsi_soa *s, imsi_table *table, const imsi_soa_line *line)
{
  const bool out = line->decision == IMSI_LEFT_OUT && *ims_entry_text(s->held.given, line->entry, IMS_FIELD_REASON_OUT);
  set_field(s, table, REASON, line, out ? IMS_FIELD_REASON_OUT : IMS_FIELD_REASON);
  set_field(s, table, REASON_IN, line, IMS_FIELD_REASON);
  set_field(s, table, REASON_OUT, line, IMS_FIELD_REASON_OUT);
}

static void set_control(const imsi_soa *s, imsi_table *table, const imsi_soa_line *line, imsi_strbuf *text)
{
  if (line->control.index == IMS_NO_NODE) {
    imsi_table_set(table, CONTROL, ims_entry_name(s->held.given, line->entry));
    set_field(s, table, TITLE, line, IMS_FIELD_TITLE);
    return;
  }
  imsi_table_set(table, CONTROL, ims_node_name(s->held.model, line->control));
  imsi_name_title(s->held.model, line->control, text);
  set(table, TITLE, text);
  imsi_name_reference(s->held.model, line->control, text);
  set(table, REFERENCE, text);
}

/* "2 of 3" */
static void set_evidence(imsi_table *table, const imsi_soa_line *line, imsi_strbuf *text)
{
  if (line->control.index == IMS_NO_NODE)
    return;
  imsi_table_set_number(table, DEMANDS, line->demands);
  imsi_table_set_number(table, EVIDENCED, line->evidenced);
  if (line->decision == IMSI_LEFT_OUT)
    return;
  imsi_strbuf_number(text, line->evidenced);
  imsi_strbuf_text(text, " of ");
  imsi_strbuf_number(text, line->demands);
  set(table, EVIDENCE, text);
}

static ims_status add_line(const imsi_soa *s, imsi_table *table, const imsi_soa_line *line, imsi_strbuf *text)
{
  imsi_soa_cells cells = { .documents = { 0 } };
  const ims_status status = imsi_soa_describe(s, line, &cells);
  imsi_table_row(table, IMS_ROW_NORMAL);
  set_control(s, table, line, text);
  imsi_table_set(table, DECISION, imsi_decision_name(line->decision));
  set_reason(s, table, line);
  set_field(s, table, IMPLEMENTATION, line, IMS_FIELD_IMPLEMENTATION);
  imsi_table_set_text(table, DOCUMENTS, &cells.documents);
  set_evidence(table, line, text);
  set_field(s, table, OWNER, line, IMS_FIELD_OWNER);
  set_field(s, table, DUE, line, IMS_FIELD_DUE);
  imsi_table_set_text(table, NEARBY, &cells.nearby);
  if (line->entry.index != IMS_NO_ENTRY) {
    imsi_name_place(ims_entry_pos(s->held.given, line->entry, IMS_FIELD_ID), text);
    set(table, PLACE, text);
  }
  imsi_table_set(table, SYSTEM, s->held.systems[line->system].id);
  set_field(s, table, NOTE, line, IMS_FIELD_NOTE);
  imsi_soa_cells_free(&cells);
  return status;
}

/* ---- headings ---- */

static ims_node group_of(const imsi_soa *s, const imsi_soa_line *line)
{
  return line->control.index == IMS_NO_NODE ? line->control : ims_node_parent(s->held.model, line->control);
}

static void add_heading(const imsi_soa *s, imsi_table *table, const imsi_soa_line *line, imsi_strbuf *text)
{
  const ims_node group = group_of(s, line);
  imsi_strbuf_text(text, s->held.systems[line->system].id);
  imsi_strbuf_text(text, ": ");
  if (group.index == IMS_NO_NODE) {
    imsi_strbuf_text(text, "the organization's own");
  } else {
    imsi_strbuf_text(text, ims_node_name(s->held.model, group));
    imsi_strbuf_text(text, " ");
    imsi_name_title(s->held.model, group, text);
  }
  imsi_table_row(table, IMS_ROW_SECTION);
  set(table, CONTROL, text);
}

/* ---- totals ---- */

typedef struct totals {
  size_t decisions[IMSI_LEFT_OUT + 1];         /* of the edition's controls */
  size_t implemented[IMS_NOT_IMPLEMENTED + 1]; /* of those included, by state */
  size_t own;
} totals;

static totals count(const imsi_soa *s, uint32_t system)
{
  totals t = { .own = 0 };
  for (size_t i = 0; i < s->lines.count; i++) {
    const imsi_soa_line *line = &IMSI_AT(const imsi_soa_line, &s->lines, i);
    if (line->system != system)
      continue;
    if (line->control.index == IMS_NO_NODE) {
      t.own++;
      continue;
    }
    t.decisions[line->decision]++;
    if (line->decision == IMSI_INCLUDED)
      t.implemented[ims_entry_word(s->held.given, line->entry, IMS_FIELD_IMPLEMENTATION)]++;
  }
  return t;
}

static void add_count(imsi_strbuf *text, size_t number, const char *after)
{
  imsi_strbuf_number(text, number);
  imsi_strbuf_text(text, after);
}

/* "ISMS: 93 controls: 80 included (...), 5 left out, 8 undecided; 2 of the organization's own." */
static void add_totals(const imsi_soa *s, imsi_table *table, uint32_t system, imsi_strbuf *text)
{
  const totals t = count(s, system);
  imsi_strbuf_text(text, s->held.systems[system].id);
  imsi_strbuf_text(text, ": ");
  add_count(text, t.decisions[0] + t.decisions[1] + t.decisions[2], " controls: ");
  add_count(text, t.decisions[IMSI_INCLUDED], " included (");
  add_count(text, t.implemented[IMS_IMPLEMENTED], " implemented, ");
  add_count(text, t.implemented[IMS_PARTLY_IMPLEMENTED], " partly, ");
  add_count(text, t.implemented[IMS_IMPLEMENTATION_PLANNED], " planned, ");
  add_count(text, t.implemented[IMS_NOT_IMPLEMENTED], " not, ");
  add_count(text, t.implemented[0], " not said), ");
  add_count(text, t.decisions[IMSI_LEFT_OUT], " left out, ");
  add_count(text, t.decisions[IMSI_UNDECIDED], " undecided; ");
  add_count(text, t.own, " of the organization's own.");
  imsi_table_caption_text(table, text);
  imsi_strbuf_clear(text);
}

static void add_undecided(const imsi_soa *s, imsi_table *table, uint32_t system, imsi_strbuf *text)
{
  for (size_t i = 0; i < s->lines.count; i++) {
    const imsi_soa_line *line = &IMSI_AT(const imsi_soa_line, &s->lines, i);
    if (line->system != system || line->decision != IMSI_UNDECIDED || line->control.index == IMS_NO_NODE)
      continue;
    imsi_strbuf_text(text, text->size ? ", " : "Undecided: ");
    imsi_strbuf_text(text, ims_node_name(s->held.model, line->control));
  }
  if (text->size)
    imsi_table_caption_text(table, text);
  imsi_strbuf_clear(text);
}

static void add_notes(const imsi_soa *s, imsi_table *table)
{
  if (!s->lines.count)
    imsi_table_note(table, "No system of the register is held against a standard with controls.");
  imsi_table_note(table, "undecided: no line says whether the control is included; it stays in every total. Documents: "
                         "those that the line names, and those that claim the control; a state of theirs is that of "
                         "the day.");
  imsi_table_note(table, "Other systems ask: clauses that overlap a control which is not included, with the relation "
                         "read from the control; they oblige nobody to include it. Implemented is what the register "
                         "says, evidenced is what its documents show.");
}

ims_status imsi_soa_make(const imsi_soa *s, ims_table **finished)
{
  imsi_strbuf text = { 0 };
  ims_status status = IMS_OK;
  const bool wide = s->held.request->form == IMS_FORM_WIDE;
  imsi_table *table = imsi_table_new(imsi_report_soa.name, columns, COLUMNS);
  imsi_held_add_captions(&s->held, table);
  for (size_t i = 0; !status && i < s->lines.count; i++) {
    const imsi_soa_line *line = &IMSI_AT(const imsi_soa_line, &s->lines, i);
    const imsi_soa_line *before = i ? line - 1 : NULL;
    if (!before || before->system != line->system) {
      add_totals(s, table, line->system, &text);
      add_undecided(s, table, line->system, &text);
    }
    if (wide && (!before || before->system != line->system || group_of(s, before).index != group_of(s, line).index))
      add_heading(s, table, line, &text);
    status = add_line(s, table, line, &text);
  }
  add_notes(s, table);
  imsi_strbuf_free(&text);
  if (!status)
    return imsi_table_end(table, finished);
  imsi_table_drop(table);
  return status;
}
