/* Headers in two rows: titles of groups above, "Clauses" over "ISO 9001" and "ISO 27001", and names of columns below.
 */

#include "base/try.h"
#include "read/register_sheet_internal.h"

/* The cell of a column with a text of its own; NULL if there is none. */
static const imsi_cell *cell_in(const imsi_sheet_row *row, uint32_t column)
{
  for (size_t i = 0; i < row->count; i++)
    if (row->cells[i].column == column)
      return row->cells[i].merged || !*row->cells[i].text ? NULL : &row->cells[i];
  return NULL;
}

static ims_status is_header(imsi_sheet_reading *r, const imsi_cell *cell, ims_entry_kind kind, bool *is)
{
  imsi_citation_context context = { 0 };
  *is = false;
  if (cell->kind != IMSI_CELL_TEXT)
    return IMS_OK;
  imsi_column_meaning found = imsi_header_mean(r, cell->text, kind);
  if (found.field == IMS_FIELD_COUNT)
    IMS_TRY(imsi_header_mean_otherwise(r, cell->text, kind, 0, &found, &context));
  *is = found.field != IMS_FIELD_COUNT;
  return IMS_OK;
}

/* True if the lower row is one of headers: all its cells are, and one of them stands below none, in a group. What is
   in a table stands below headers. */
static ims_status goes_on(imsi_sheet_reading *r, const imsi_sheet_row *upper, const imsi_sheet_row *lower,
                          ims_entry_kind kind, bool *on)
{
  size_t headers = 0, grouped = 0;
  *on = false;
  for (size_t i = 0; i < lower->count; i++) {
    bool is;
    const imsi_cell *cell = cell_in(lower, lower->cells[i].column);
    if (!cell)
      continue;
    IMS_TRY(is_header(r, cell, kind, &is));
    if (!is)
      return IMS_OK;
    headers++;
    grouped += !cell_in(upper, cell->column);
  }
  *on = headers > 1 && grouped;
  return IMS_OK;
}

/* True if the upper row has a header where the lower one has nothing: its cell goes over both. */
static ims_status has_more(imsi_sheet_reading *r, const imsi_sheet_row *upper, const imsi_sheet_row *lower,
                           ims_entry_kind kind, bool *more)
{
  *more = false;
  for (size_t i = 0; !*more && i < upper->count; i++) {
    const imsi_cell *cell = cell_in(upper, upper->cells[i].column);
    if (cell && !cell_in(lower, cell->column))
      IMS_TRY(is_header(r, cell, kind, more));
  }
  return IMS_OK;
}

/* The lower row gets what the upper one has where it has nothing itself. */
static ims_status join(imsi_sheet_reading *r, const imsi_sheet_row *upper, imsi_sheet_row *lower)
{
  imsi_cell *cells = imsi_arena_alloc(&r->arena, (upper->count + lower->count) * sizeof *cells);
  size_t count = 0, a = 0, b = 0;
  if (!cells)
    return IMS_NOMEM;
  while (a < upper->count || b < lower->count) {
    const uint32_t of_a = a < upper->count ? upper->cells[a].column : UINT32_MAX;
    const uint32_t of_b = b < lower->count ? lower->cells[b].column : UINT32_MAX;
    const uint32_t column = of_a < of_b ? of_a : of_b;
    const imsi_cell *own = cell_in(lower, column), *above = cell_in(upper, column);
    cells[count++] = own ? *own : above ? *above : of_b == column ? lower->cells[b] : upper->cells[a];
    a += of_a == column;
    b += of_b == column;
  }
  lower->cells = cells;
  lower->count = count;
  return IMS_OK;
}

ims_status imsi_sheet_join_headers(imsi_sheet_reading *r, imsi_sheet_guess *g)
{
  bool two = false;
  imsi_sheet_row *rows = r->rows.data;
  if (g->row + 1 < r->rows.count)
    IMS_TRY(goes_on(r, &rows[g->row], &rows[g->row + 1], g->kind, &two));
  if (two) {
    g->row++;
    return join(r, &rows[g->row - 1], &rows[g->row]);
  }
  if (g->row)
    IMS_TRY(has_more(r, &rows[g->row - 1], &rows[g->row], g->kind, &two));
  return two ? join(r, &rows[g->row - 1], &rows[g->row]) : IMS_OK;
}
