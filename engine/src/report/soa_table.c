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
  NOTE,
  ACCEPTED
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
  [ACCEPTED] = { "accepted", "Accepted", IMS_COLUMN_ID, true },
};

enum { COLUMNS = sizeof columns / sizeof *columns };

enum { WIDE_CONTROL, WIDE_TITLE, WIDE_DECISION, WIDE_REASON, WIDE_DOCUMENTS, WIDE_OWNER, WIDE_PLACE };

static const ims_column wide_columns[] = {
  [WIDE_CONTROL] = { "control", "Control", IMS_COLUMN_ID, false },
  [WIDE_TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [WIDE_DECISION] = { "decision", "Decision, state", IMS_COLUMN_ID, false },
  [WIDE_REASON] = { "reason", "Reason", IMS_COLUMN_TEXT, false },
  [WIDE_DOCUMENTS] = { "documents", "Documents; what others ask", IMS_COLUMN_TEXT, false },
  [WIDE_OWNER] = { "owner", "Owner, due", IMS_COLUMN_TEXT, false },
  [WIDE_PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

const ims_columns imsi_soa_long_form = { columns, COLUMNS };

static void set(imsi_table *table, size_t column, imsi_strbuf *text)
{
  imsi_table_set_text(table, column, text);
  imsi_strbuf_clear(text);
}

/* ---- a line ---- */

static const char *field(const imsi_soa *s, const imsi_soa_line *line, ims_field name)
{
  return line->entry.index == IMS_NO_ENTRY ? "" : ims_entry_text(s->held.given, line->entry, name);
}

static void set_field(const imsi_soa *s, imsi_table *table, size_t column, const imsi_soa_line *line, ims_field name)
{
  const char *text = field(s, line, name);
  imsi_table_set(table, column, *text ? text : NULL);
}

/* Of a control that is left out the reason for that; people also write it where reasons to include stand. */
static ims_field reason_of(const imsi_soa *s, const imsi_soa_line *line)
{
  return line->decision == IMSI_LEFT_OUT && *field(s, line, IMS_FIELD_REASON_OUT) ? IMS_FIELD_REASON_OUT
                                                                                  : IMS_FIELD_REASON;
}

static void name_title(const imsi_soa *s, const imsi_soa_line *line, imsi_strbuf *text)
{
  if (line->control.index == IMS_NO_NODE)
    imsi_strbuf_text(text, field(s, line, IMS_FIELD_TITLE));
  else
    imsi_name_title(s->held.model, line->control, text);
}

static const char *control_of(const imsi_soa *s, const imsi_soa_line *line)
{
  return line->control.index == IMS_NO_NODE ? ims_entry_name(s->held.given, line->entry)
                                            : ims_node_name(s->held.model, line->control);
}

static void name_spot(const imsi_soa *s, const imsi_soa_line *line, imsi_strbuf *text)
{
  if (line->entry.index != IMS_NO_ENTRY)
    imsi_held_place(&s->held, ims_entry_pos(s->held.given, line->entry, IMS_FIELD_ID), text);
}

/* "2 of 3"; nothing of what is left out or the organization's own. */
static void name_evidence(const imsi_soa_line *line, imsi_strbuf *text)
{
  if (line->control.index == IMS_NO_NODE || line->decision == IMSI_LEFT_OUT)
    return;
  imsi_strbuf_number(text, line->evidenced);
  imsi_strbuf_text(text, " of ");
  imsi_strbuf_number(text, line->demands);
}

static void add_long(const imsi_soa *s, imsi_table *table, const imsi_soa_line *line, const imsi_soa_cells *cells,
                     imsi_strbuf *text)
{
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, CONTROL, control_of(s, line));
  name_title(s, line, text);
  set(table, TITLE, text);
  imsi_table_set(table, DECISION, imsi_decision_name(line->decision));
  set_field(s, table, REASON, line, reason_of(s, line));
  set_field(s, table, IMPLEMENTATION, line, IMS_FIELD_IMPLEMENTATION);
  imsi_table_set_text(table, DOCUMENTS, &cells->documents);
  name_evidence(line, text);
  set(table, EVIDENCE, text);
  set_field(s, table, OWNER, line, IMS_FIELD_OWNER);
  set_field(s, table, DUE, line, IMS_FIELD_DUE);
  imsi_table_set_text(table, NEARBY, &cells->nearby);
  name_spot(s, line, text);
  set(table, PLACE, text);
  imsi_table_set(table, SYSTEM, s->held.systems[line->system].id);
  set_field(s, table, REASON_IN, line, IMS_FIELD_REASON);
  set_field(s, table, REASON_OUT, line, IMS_FIELD_REASON_OUT);
  set_field(s, table, NOTE, line, IMS_FIELD_NOTE);
  if (line->decision == IMSI_LEFT_OUT && line->control.index != IMS_NO_NODE)
    imsi_table_set(table, ACCEPTED, line->refused ? "no" : "yes");
  if (line->control.index == IMS_NO_NODE)
    return;
  imsi_name_reference(s->held.model, line->control, text);
  set(table, REFERENCE, text);
  imsi_table_set_number(table, DEMANDS, line->demands);
  imsi_table_set_number(table, EVIDENCED, line->evidenced);
}

/* Appends a further line to a cell, if there is anything to append. */
static void add_part(imsi_strbuf *text, const char *before, const char *part)
{
  if (!*part)
    return;
  imsi_strbuf_text(text, text->size ? "\n" : "");
  imsi_strbuf_text(text, before);
  imsi_strbuf_text(text, part);
}

static void add_wide(const imsi_soa *s, imsi_table *table, const imsi_soa_line *line, const imsi_soa_cells *cells,
                     imsi_strbuf *text)
{
  imsi_strbuf evidence = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, WIDE_CONTROL, control_of(s, line));
  name_title(s, line, text);
  set(table, WIDE_TITLE, text);
  imsi_strbuf_text(text, imsi_decision_name(line->decision));
  add_part(text, "", field(s, line, IMS_FIELD_IMPLEMENTATION));
  add_part(text, "", line->refused ? "no reason: not accepted" : "");
  set(table, WIDE_DECISION, text);
  set_field(s, table, WIDE_REASON, line, reason_of(s, line));
  name_evidence(line, &evidence);
  add_part(text, "", imsi_strbuf_string(&cells->documents));
  add_part(text, "demands evidenced: ", imsi_strbuf_string(&evidence));
  text->status = evidence.status ? evidence.status : text->status;
  add_part(text, "", imsi_strbuf_string(&cells->nearby));
  set(table, WIDE_DOCUMENTS, text);
  add_part(text, "", field(s, line, IMS_FIELD_OWNER));
  add_part(text, "", field(s, line, IMS_FIELD_DUE));
  set(table, WIDE_OWNER, text);
  name_spot(s, line, text);
  set(table, WIDE_PLACE, text);
  imsi_strbuf_free(&evidence);
}

static ims_status add_line(const imsi_soa *s, imsi_table *table, const imsi_soa_line *line, imsi_strbuf *text)
{
  imsi_soa_cells cells = { .documents = { 0 } };
  ims_status status = imsi_soa_describe(s, line, &cells);
  if (!status)
    status = cells.documents.status ? cells.documents.status : cells.nearby.status;
  if (!status && s->held.request->form == IMS_FORM_WIDE)
    add_wide(s, table, line, &cells, text);
  else if (!status)
    add_long(s, table, line, &cells, text);
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

/* ---- the table ---- */

ims_status imsi_soa_make(const imsi_soa *s, ims_table **finished)
{
  imsi_strbuf text = { 0 };
  ims_status status = IMS_OK;
  const bool wide = s->held.request->form == IMS_FORM_WIDE;
  imsi_table *table = imsi_table_new(imsi_report_soa.name, wide ? wide_columns : columns,
                                     wide ? sizeof wide_columns / sizeof *wide_columns : COLUMNS);
  imsi_held_add_captions(&s->held, table);
  for (size_t i = 0; !status && i < s->lines.count; i++) {
    const imsi_soa_line *line = &IMSI_AT(const imsi_soa_line, &s->lines, i);
    const imsi_soa_line *before = i ? line - 1 : NULL;
    if (!before || before->system != line->system)
      imsi_soa_add_captions(s, line->system, table);
    if (wide && (!before || before->system != line->system || group_of(s, before).index != group_of(s, line).index))
      add_heading(s, table, line, &text);
    status = add_line(s, table, line, &text);
  }
  imsi_soa_add_notes(s, table);
  imsi_strbuf_free(&text);
  if (!status)
    return imsi_table_end(table, finished);
  imsi_table_drop(table);
  return status;
}
