/* The long form of `matrix`: a mark a row, and a row for each clause that has none. */

#include "report/matrix_internal.h"
#include "report/registry.h"

enum {
  SYSTEM,
  REF,
  TITLE,
  FORCE,
  APPLIES,
  SUBJECT_KIND,
  SUBJECT,
  SUBJECT_TITLE,
  MARK,
  MEANING,
  CLAIM,
  THROUGH,
  REMARK,
  PLACE
};

static const ims_column columns[] = {
  [SYSTEM] = { "system", "System", IMS_COLUMN_ID, false },
  [REF] = { "ref", "Clause", IMS_COLUMN_ID, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [APPLIES] = { "applies", "Applies to", IMS_COLUMN_TEXT, false },
  [SUBJECT_KIND] = { "what", "What", IMS_COLUMN_ID, false },
  [SUBJECT] = { "name", "Name", IMS_COLUMN_ID, false },
  [SUBJECT_TITLE] = { "name_title", "Its title", IMS_COLUMN_TEXT, false },
  [MARK] = { "mark", "Mark", IMS_COLUMN_ID, false },
  [MEANING] = { "meaning", "Meaning", IMS_COLUMN_TEXT, false },
  [CLAIM] = { "claim", "Claimed", IMS_COLUMN_ID, false },
  [THROUGH] = { "through", "Through", IMS_COLUMN_ID, false },
  [REMARK] = { "remark", "Remark", IMS_COLUMN_TEXT, false },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

const ims_columns imsi_matrix_long_form = { columns, sizeof columns / sizeof *columns };

static void begin(const imsi_matrix_run *run, imsi_table *table, const imsi_matrix_row *row, const imsi_strbuf *remark)
{
  const imsi_documents *d = &run->documents;
  imsi_strbuf text = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, SYSTEM, d->held.systems[row->system].id);
  imsi_set_reference(table, REF, run->documents.held.model, row->clause);
  imsi_name_title(d->held.model, row->clause, &text);
  imsi_table_set_text(table, TITLE, &text);
  imsi_set_filled(table, FORCE,
                  ims_force_name(row->control ? IMS_CONTROL : ims_node_force(d->held.model, row->clause)));
  imsi_strbuf_clear(&text);
  imsi_matrix_name_applies(row, &text);
  imsi_table_set_text(table, APPLIES, &text);
  imsi_table_set_text(table, REMARK, remark);
  imsi_strbuf_free(&text);
}

static void add_mark(const imsi_matrix_run *run, imsi_table *table, const imsi_mark *mark, const imsi_strbuf *remark)
{
  const ims_register *given = run->documents.held.given;
  const char letter[] = { imsi_mark_letter(mark->kind), '\0' };
  imsi_strbuf text = { 0 };
  begin(run, table, &IMSI_AT(const imsi_matrix_row, &run->rows, mark->row), remark);
  imsi_table_set(table, SUBJECT_KIND, ims_entry_kind_key(ims_entry_kind_of(given, mark->subject)));
  imsi_table_set(table, SUBJECT, ims_entry_name(given, mark->subject));
  imsi_set_filled(table, SUBJECT_TITLE, ims_entry_text(given, mark->subject, IMS_FIELD_TITLE));
  imsi_table_set(table, MARK, letter);
  imsi_table_set(table, MEANING, imsi_mark_meaning(mark->kind));
  if (mark->claimed.index != IMS_NO_NODE)
    imsi_set_reference(table, CLAIM, run->documents.held.model, mark->claimed);
  if (mark->through.index != IMS_NO_ENTRY)
    imsi_table_set(table, THROUGH, ims_entry_name(given, mark->through));
  imsi_name_place(mark->pos, &text);
  imsi_table_set_text(table, PLACE, &text);
  imsi_strbuf_free(&text);
}

static ims_status add_row(const imsi_matrix_run *run, imsi_table *table, uint32_t index)
{
  const imsi_matrix_row *row = &IMSI_AT(const imsi_matrix_row, &run->rows, index);
  imsi_strbuf remark = { 0 };
  size_t count;
  const imsi_mark *marks = imsi_matrix_marks(run, index, &count);
  const ims_status status = imsi_matrix_name_remark(run, row, marks, count, &remark);
  for (size_t i = 0; !status && i < count; i++)
    add_mark(run, table, &marks[i], &remark);
  if (!status && !count)
    begin(run, table, row, &remark);
  imsi_strbuf_free(&remark);
  return status;
}

ims_status imsi_matrix_make_long(imsi_matrix_run *run, ims_table **finished)
{
  imsi_table *table = imsi_table_new(imsi_report_matrix.name, columns, sizeof columns / sizeof *columns);
  ims_status status = IMS_OK;
  imsi_held_add_captions(&run->documents.held, table);
  imsi_matrix_add_totals(run, table);
  for (uint32_t row = 0; !status && row < run->rows.count; row++)
    status = add_row(run, table, row);
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_matrix_add_notes(run, table);
  return imsi_table_end(table, finished);
}
