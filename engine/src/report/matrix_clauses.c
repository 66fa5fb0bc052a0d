/* The wide forms of `matrix` with a clause a row: marks in columns, or in one cell where there would be too many. */

#include "base/try.h"
#include "report/matrix_internal.h"
#include "report/registry.h"

#include <stdint.h>
#include <string.h>

/* What stands in which column; applies may be missing. */
typedef struct shape {
  ims_column columns[IMSI_MATRIX_COLUMNS + 6];
  size_t count;
  size_t clause, title, applies, first, remark; /* indices of columns */
  ims_entry marked[IMSI_MATRIX_COLUMNS];
  size_t marked_count;
  bool list; /* the marks stand in one column */
} shape;

enum { SYSTEM, STANDARD };

#define NONE SIZE_MAX

/* Adds a subject where it belongs, unless it is there; one too many makes it a list. */
static void add_marked(shape *s, ims_entry subject)
{
  size_t at = 0;
  while (at < s->marked_count && s->marked[at].index < subject.index)
    at++;
  if (at < s->marked_count && s->marked[at].index == subject.index)
    return;
  s->list = s->marked_count == IMSI_MATRIX_COLUMNS;
  if (s->list)
    return;
  memmove(&s->marked[at + 1], &s->marked[at], (s->marked_count - at) * sizeof *s->marked);
  s->marked[at] = subject;
  s->marked_count++;
}

/* The documents that some clause has a mark for; all processes. */
static void find_marked(const imsi_matrix_run *run, shape *s)
{
  if (run->by == IMSI_BY_PROCESS)
    for (size_t i = 0; i < run->subjects.count && !s->list; i++)
      add_marked(s, IMSI_AT(const ims_entry, &run->subjects, i));
  else
    for (size_t i = 0; i < run->marks.count && !s->list; i++)
      add_marked(s, IMSI_AT(const imsi_mark, &run->marks, i).subject);
}

static size_t add_column(shape *s, const char *key, const char *title, ims_column_kind kind)
{
  s->columns[s->count] = (ims_column){ key, title, kind, false };
  return s->count++;
}

static void make_shape(const imsi_matrix_run *run, shape *s)
{
  const bool process = run->by == IMSI_BY_PROCESS;
  find_marked(run, s);
  if (run->documents.held.request->words == IMS_WORDS_COLUMNS) {
    add_column(s, "system", "System", IMS_COLUMN_ID);
    add_column(s, "standard", "Standard", IMS_COLUMN_ID);
  }
  s->clause = add_column(s, "clause", "Clause", IMS_COLUMN_ID);
  s->title = add_column(s, "title", "Title", IMS_COLUMN_TEXT);
  s->applies = process ? add_column(s, "applies", "Applies to", IMS_COLUMN_TEXT) : NONE;
  s->first = s->count;
  for (size_t i = 0; i < s->marked_count && !s->list; i++) {
    const char *name = ims_entry_name(run->documents.held.given, s->marked[i]);
    add_column(s, name, name, IMS_COLUMN_ID);
  }
  if (s->list)
    add_column(s, process ? "processes" : "documents", process ? "Processes" : "Documents", IMS_COLUMN_TEXT);
  s->remark = add_column(s, "remark", "Remark", IMS_COLUMN_TEXT);
}

/* ---- cells ---- */

static void set_columns(const imsi_matrix_run *run, imsi_table *table, const shape *s, uint32_t row, imsi_strbuf *text)
{
  for (size_t i = 0; i < s->marked_count; i++) {
    size_t count;
    const imsi_mark *marks = imsi_matrix_marks_of(run, row, s->marked[i], &count);
    imsi_strbuf_clear(text);
    imsi_matrix_name_marks(marks, count, text);
    imsi_table_set_text(table, s->first + i, text);
  }
}

/* "POL-1 D, REC-2 r". What applies to every process is in a column of its own, and is not told of each. */
static void set_list(const imsi_matrix_run *run, imsi_table *table, const shape *s, uint32_t row, imsi_strbuf *text)
{
  size_t count, size = 0;
  const imsi_mark *marks = imsi_matrix_marks(run, row, &count);
  imsi_strbuf_clear(text);
  for (size_t i = 0; i < count; i += size) {
    for (size = 1; i + size < count && marks[i + size].subject.index == marks[i].subject.index;)
      size++;
    if (marks[i].kind == IMSI_MARK_EVERY)
      continue;
    imsi_strbuf_text(text, text->size ? ", " : "");
    imsi_strbuf_text(text, ims_entry_name(run->documents.held.given, marks[i].subject));
    imsi_strbuf_text(text, " ");
    imsi_matrix_name_marks(marks + i, size, text);
  }
  imsi_table_set_text(table, s->first, text);
}

static ims_status set_remark(const imsi_matrix_run *run, imsi_table *table, const shape *s, uint32_t row,
                             imsi_strbuf *text)
{
  size_t count;
  const imsi_mark *marks = imsi_matrix_marks(run, row, &count);
  imsi_strbuf_clear(text);
  IMS_TRY(imsi_matrix_name_remark(run, &IMSI_AT(const imsi_matrix_row, &run->rows, row), marks, count, text));
  imsi_table_set_text(table, s->remark, text);
  return IMS_OK;
}

/* In a spreadsheet rows are sorted and filtered, so each names its system; elsewhere headings do. */
static void set_system(const imsi_matrix_run *run, imsi_table *table, const shape *s, const imsi_matrix_row *row,
                       imsi_strbuf *text)
{
  const ims_system *system = &run->documents.held.systems[row->system];
  if (s->clause == SYSTEM)
    return;
  imsi_table_set(table, SYSTEM, system->id);
  imsi_strbuf_clear(text);
  imsi_name_edition_short(system->edition, text);
  imsi_table_set_text(table, STANDARD, text);
}

static ims_status add_row(const imsi_matrix_run *run, imsi_table *table, const shape *s, uint32_t row)
{
  const imsi_matrix_row *r = &IMSI_AT(const imsi_matrix_row, &run->rows, row);
  imsi_strbuf text = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  set_system(run, table, s, r, &text);
  imsi_table_set(table, s->clause, ims_node_name(run->documents.held.model, r->clause));
  imsi_strbuf_clear(&text);
  imsi_name_title(run->documents.held.model, r->clause, &text);
  imsi_table_set_text(table, s->title, &text);
  if (s->applies != NONE) {
    imsi_strbuf_clear(&text);
    imsi_matrix_name_applies(r, &text);
    imsi_table_set_text(table, s->applies, &text);
  }
  if (s->list)
    set_list(run, table, s, row, &text);
  else
    set_columns(run, table, s, row, &text);
  const ims_status status = set_remark(run, table, s, row, &text);
  imsi_strbuf_free(&text);
  return status;
}

static void add_section(const imsi_matrix_run *run, imsi_table *table, const imsi_matrix_row *row)
{
  const ims_system *system = &run->documents.held.systems[row->system];
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, system->id);
  imsi_strbuf_text(&text, ": ");
  imsi_name_edition_short(system->edition, &text);
  imsi_strbuf_text(&text, row->control ? ", controls" : "");
  imsi_table_row(table, IMS_ROW_SECTION);
  imsi_table_set_text(table, 0, &text);
  imsi_strbuf_free(&text);
}

ims_status imsi_matrix_make_clauses(imsi_matrix_run *run, ims_table **finished)
{
  shape s = { .count = 0 };
  make_shape(run, &s);
  imsi_table *table = imsi_table_new(imsi_report_matrix.name, s.columns, s.count);
  imsi_held_add_captions(&run->documents.held, table);
  imsi_matrix_add_totals(run, table);
  ims_status status = IMS_OK;
  for (uint32_t row = 0; !status && row < run->rows.count; row++) {
    const imsi_matrix_row *r = &IMSI_AT(imsi_matrix_row, &run->rows, row);
    if (!row || r[-1].system != r->system || r[-1].control != r->control)
      add_section(run, table, r);
    status = add_row(run, table, &s, row);
  }
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_matrix_add_notes(run, table);
  return imsi_table_end(table, finished);
}
