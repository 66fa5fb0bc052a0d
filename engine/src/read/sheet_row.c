/* What is the same for all kinds of sheets: reporting, and rows. */

#include "base/utf8.h"
#include "read/sheet_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_SHOWN = 200 };

/* ---- reporting ---- */

void imsi_sheet_report(imsi_sheet_run *run, ims_status status, ims_diag_id id, ims_pos pos, const char *a,
                       const char *b)
{
  imsi_report(run->reporter, id, pos, a, b, NULL, NULL);
  if (!run->reported && ims_diag_severity(id) == IMS_ERROR)
    run->reported = status;
}

void imsi_sheet_limit(imsi_sheet_run *run, ims_pos pos, const char *text, uint64_t limit)
{
  char number[24];
  imsi_strbuf words = { 0 };
  snprintf(number, sizeof number, "%llu", (unsigned long long)limit);
  imsi_strbuf_fill(&words, text, (const char *const[4]){ number });
  imsi_sheet_report(run, IMS_LIMIT, IMS_DIAG_SHEET_LIMIT, pos, imsi_strbuf_string(&words), NULL);
  imsi_strbuf_free(&words);
}

const char *imsi_sheet_shown(const char *text, imsi_strbuf *cut)
{
  size_t size = strlen(text);
  if (size <= LONGEST_SHOWN)
    return text;
  for (size = LONGEST_SHOWN; size && ((unsigned char)text[size] & 0xC0) == 0x80;)
    size--;
  imsi_strbuf_bytes(cut, text, size);
  imsi_strbuf_text(cut, "...");
  return imsi_strbuf_string(cut);
}

void imsi_sheet_warn(imsi_sheet_run *run, imsi_sheet_kind kind, ims_pos pos, const char *a)
{
  static const ims_diag_id ids[IMSI_SHEET_KINDS] = { [IMSI_SHEET_NO_VALUE] = IMS_DIAG_CELL_NO_VALUE,
                                                     [IMSI_SHEET_CELL_ERROR] = IMS_DIAG_CELL_ERROR,
                                                     [IMSI_SHEET_BAD_DATE] = IMS_DIAG_CELL_DATE };
  if (run->told[kind] >= run->limits.max_same_kind)
    return;
  imsi_strbuf cut = { 0 };
  imsi_report(run->reporter, ids[kind], pos, a ? imsi_sheet_shown(a, &cut) : NULL, NULL, NULL, NULL);
  imsi_strbuf_free(&cut);
  if (++run->told[kind] == run->limits.max_same_kind)
    imsi_report(run->reporter, IMS_DIAG_NOT_SHOWN, pos, NULL, NULL, NULL, NULL);
}

/* ---- sheets and rows ---- */

bool imsi_sheet_begin(imsi_sheet_run *run, const char *name, bool hidden)
{
  memset(run->told, 0, sizeof run->told);
  run->ended = run->handler->sheet(run->handler->context, name, hidden);
  return !run->ended;
}

bool imsi_sheet_too_long(const imsi_sheet_run *run, const char *text, size_t size)
{
  if (size <= run->limits.max_text)
    return false;
  size_t characters = 0;
  for (size_t i = 0; i < size; i++)
    characters += ((unsigned char)text[i] & 0xC0) != 0x80;
  return characters > run->limits.max_text;
}

size_t imsi_sheet_most_bytes(const imsi_sheet_run *run)
{
  return (size_t)run->limits.max_text * 14; /* a character outside the basic plane, escaped as two units */
}

ims_pos imsi_sheet_place(const imsi_sheet_row *row, uint32_t column)
{
  ims_pos pos = row->pos;
  if (!row->lines) {
    pos.column = column;
  } else if (column && column <= row->width) {
    pos.line = row->lines[column - 1];
    pos.column = row->bytes[column - 1];
  }
  return pos;
}

void imsi_sheet_cells_init(imsi_sheet_cells *cells)
{
  *cells = (imsi_sheet_cells){ .cells = IMSI_VEC(imsi_cell), .starts = IMSI_VEC(size_t), .in_order = true };
}

void imsi_sheet_cells_free(imsi_sheet_cells *cells)
{
  imsi_strbuf_free(&cells->text);
  imsi_vec_free(&cells->cells);
  imsi_vec_free(&cells->starts);
}

ims_status imsi_sheet_cells_add(imsi_sheet_cells *cells, const imsi_cell *cell, size_t start)
{
  const size_t count = cells->cells.count;
  if (count && IMSI_AT(imsi_cell, &cells->cells, count - 1).column >= cell->column)
    cells->in_order = false;
  const ims_status status = imsi_vec_push(&cells->starts, &start);
  return status ? status : imsi_vec_push(&cells->cells, cell);
}

/* A cell, and how many came before it. */
typedef struct entry {
  imsi_cell cell;
  size_t order;
} entry;

static int compare_entries(const void *a, const void *b)
{
  const entry *x = a, *y = b;
  if (x->cell.column != y->cell.column)
    return x->cell.column < y->cell.column ? -1 : 1;
  if (x->cell.merged != y->cell.merged)
    return x->cell.merged ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

/* Puts cells in order, and leaves one in each column. */
static ims_status sort_cells(imsi_sheet_run *run, imsi_vec *cells)
{
  const size_t count = cells->count;
  entry *all = malloc(count * sizeof *all);
  if (!all)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++)
    all[i] = (entry){ IMSI_AT(imsi_cell, cells, i), i };
  qsort(all, count, sizeof *all, compare_entries);
  cells->count = 0;
  for (size_t i = 0; i < count; i++) {
    imsi_cell *cell = &all[i].cell;
    if (!i || all[i - 1].cell.column != cell->column) {
      IMSI_AT(imsi_cell, cells, cells->count++) = *cell;
      continue;
    }
    if (!all[i - 1].cell.merged)
      imsi_sheet_report(run, IMS_INVALID, IMS_DIAG_SHEET_DAMAGED, cell->pos, "the cell is there twice", NULL);
    cell->merged = all[i - 1].cell.merged;
  }
  free(all);
  return IMS_OK;
}

/* Texts are known once no more is added to them, and few rows need to be put in order. */
static ims_status complete(imsi_sheet_run *run, imsi_sheet_cells *cells)
{
  for (size_t i = 0; i < cells->cells.count; i++) {
    imsi_cell *cell = &IMSI_AT(imsi_cell, &cells->cells, i);
    if (!cell->text)
      cell->text = cells->text.data + IMSI_AT(size_t, &cells->starts, i);
  }
  return cells->in_order ? IMS_OK : sort_cells(run, &cells->cells);
}

void imsi_sheet_cells_hand(imsi_sheet_run *run, imsi_sheet_cells *cells, imsi_sheet_row row)
{
  if (!run->ended)
    run->ended = cells->text.status;
  if (!run->ended)
    run->ended = complete(run, cells);
  row.cells = cells->cells.data;
  row.count = cells->cells.count;
  if (!run->ended && row.count) {
    imsi_reporter_read(run->reporter, IMS_STEP_ROWS);
    run->ended = run->handler->row(run->handler->context, &row);
  }
  imsi_strbuf_clear(&cells->text);
  cells->cells.count = cells->starts.count = 0;
  cells->in_order = true;
}
