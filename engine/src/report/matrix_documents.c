/* The wide form of `matrix` with a document a row, and the clauses of each system in a column. */

#include "report/matrix_internal.h"
#include "report/registry.h"

enum { DOCUMENT, KIND, FIRST };

/* "8.4.1 D, 8.4.2 p" of one system; its number before each if there is one column for all. */
static void name_clauses(const imsi_matrix_run *run, ims_entry document, ims_systems systems, bool list,
                         imsi_strbuf *text)
{
  for (uint32_t row = 0; row < run->rows.count; row++) {
    const imsi_matrix_row *r = &IMSI_AT(const imsi_matrix_row, &run->rows, row);
    size_t count;
    if (!(systems >> r->system & 1))
      continue;
    const imsi_mark *marks = imsi_matrix_marks_of(run, row, document, &count);
    if (!count)
      continue;
    imsi_strbuf_text(text, text->size ? ", " : "");
    imsi_strbuf_text(text, list ? run->documents.held.systems[r->system].id : "");
    imsi_strbuf_text(text, list ? " " : "");
    imsi_strbuf_text(text, ims_node_name(run->documents.held.model, r->clause));
    imsi_strbuf_text(text, " ");
    imsi_matrix_name_marks(marks, count, text);
  }
}

static void add_row(const imsi_matrix_run *run, imsi_table *table, ims_entry document, bool list, size_t place)
{
  const imsi_documents *d = &run->documents;
  const char *kind = ims_field_word(IMS_FIELD_KIND, ims_entry_word(d->held.given, document, IMS_FIELD_KIND));
  size_t column = FIRST;
  imsi_strbuf text = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_held_name_entry(d->held.given, document, &text);
  imsi_table_set_text(table, DOCUMENT, &text);
  imsi_table_set(table, KIND, *kind ? kind : NULL);
  for (uint32_t system = imsi_held_next(&d->held, UINT32_MAX); !list && system != UINT32_MAX;
       system = imsi_held_next(&d->held, system)) {
    imsi_strbuf_clear(&text);
    name_clauses(run, document, (ims_systems)1 << system, list, &text);
    imsi_table_set_text(table, column++, &text);
  }
  if (list) {
    imsi_strbuf_clear(&text);
    name_clauses(run, document, d->held.chosen, list, &text);
    imsi_table_set_text(table, column, &text);
  }
  imsi_strbuf_clear(&text);
  imsi_held_place(&d->held, ims_entry_pos(d->held.given, document, IMS_FIELD_CLAUSES), &text);
  imsi_table_set_text(table, place, &text);
  imsi_strbuf_free(&text);
}

ims_status imsi_matrix_make_documents(imsi_matrix_run *run, ims_table **finished)
{
  const imsi_documents *d = &run->documents;
  ims_column columns[FIRST + IMSI_MATRIX_COLUMNS + 1];
  size_t count = FIRST;
  bool list = false;
  columns[DOCUMENT] = (ims_column){ "document", "Document", IMS_COLUMN_TEXT, false };
  columns[KIND] = (ims_column){ "kind", "Kind", IMS_COLUMN_ID, false };
  for (uint32_t system = imsi_held_next(&d->held, UINT32_MAX); !list && system != UINT32_MAX;
       system = imsi_held_next(&d->held, system)) {
    const char *id = d->held.systems[system].id;
    list = count == FIRST + IMSI_MATRIX_COLUMNS;
    if (!list)
      columns[count++] = (ims_column){ id, id, IMS_COLUMN_TEXT, false };
  }
  if (list) {
    columns[FIRST] = (ims_column){ "clauses", "Clauses", IMS_COLUMN_TEXT, false };
    count = FIRST + 1;
  }
  columns[count] = (ims_column){ "place", "Place", IMS_COLUMN_ID, false };
  imsi_table *table = imsi_table_new(imsi_report_matrix.name, columns, count + 1);
  imsi_held_add_captions(&d->held, table);
  imsi_matrix_add_totals(run, table);
  for (size_t i = 0; i < run->subjects.count; i++)
    add_row(run, table, IMSI_AT(ims_entry, &run->subjects, i), list, count);
  imsi_matrix_add_notes(run, table);
  return imsi_table_end(table, finished);
}
