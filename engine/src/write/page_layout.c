/* Which columns of a table a part means, and the table that is left of them. */

#include "query/table.h"
#include "write/page_internal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t imsi_page_place(const imsi_page_columns *columns, size_t column)
{
  for (size_t i = 0; i < columns->count; i++)
    if (columns->list[i] == column)
      return i;
  return SIZE_MAX;
}

static size_t find_column(const ims_table *table, const char *key, size_t size)
{
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    const char *own = ims_table_column(table, i)->key;
    if (strlen(own) == size && memcmp(own, key, size) == 0)
      return i;
  }
  return SIZE_MAX;
}

static imsi_page_columns no_columns(imsi_page *page, const ims_table *table)
{
  const imsi_page_columns none = { imsi_arena_alloc(&page->arena, ims_table_column_count(table) * sizeof(size_t)), 0 };
  if (!none.list)
    page->status = IMS_NOMEM;
  return none;
}

static void add_column(imsi_page_columns *columns, size_t column)
{
  if (columns->list && imsi_page_place(columns, column) == SIZE_MAX)
    columns->list[columns->count++] = column;
}

static imsi_page_columns named(imsi_page *page, const ims_table *table, const char *keys)
{
  imsi_page_columns columns = no_columns(page, table);
  while (keys && *keys) {
    const size_t size = strcspn(keys, ",");
    const size_t column = find_column(table, keys, size);
    if (column != SIZE_MAX)
      add_column(&columns, column);
    keys += size + (keys[size] == ',');
  }
  return columns;
}

/* What nobody named: details are for rows that are opened. */
static imsi_page_columns unnamed(imsi_page *page, const imsi_page_layout *layout, bool detail)
{
  imsi_page_columns columns = no_columns(page, layout->table);
  for (size_t i = 0; i < ims_table_column_count(layout->table); i++)
    if (ims_table_column(layout->table, i)->detail == detail && imsi_page_place(&layout->group, i) == SIZE_MAX &&
        imsi_page_place(&layout->bars, i) == SIZE_MAX)
      add_column(&columns, i);
  return columns;
}

static const char *cell_of(const imsi_page_layout *layout, size_t row, size_t column)
{
  const char *text = ims_table_cell(layout->table, row, column);
  return text ? text : "";
}

/* What no row has is no column of a bare table; its first column names the rows. */
static void leave_out_empty(imsi_page_layout *layout)
{
  size_t kept = 0;
  for (size_t i = 0; i < layout->shown.count; i++) {
    bool empty = i > 0;
    for (size_t row = 0; empty && row < ims_table_row_count(layout->table); row++)
      empty = !*cell_of(layout, row, layout->shown.list[i]);
    if (!empty)
      layout->shown.list[kept++] = layout->shown.list[i];
  }
  layout->shown.count = kept;
}

void imsi_page_layout_find(imsi_page *page, const ims_page_part *part, imsi_page_layout *layout)
{
  const ims_table *table = part->table;
  *layout = (imsi_page_layout){ .part = part, .table = table };
  layout->beside = named(page, table, part->beside);
  layout->group = named(page, table, part->group);
  layout->group_name = named(page, table, part->group_name);
  layout->name = named(page, table, part->name);
  layout->filter = named(page, table, part->filter);
  layout->bars = named(page, table, part->bars);
  layout->shown = part->shown ? named(page, table, part->shown) : unnamed(page, layout, false);
  layout->opened = part->opened ? named(page, table, part->opened) : unnamed(page, layout, true);
  if (part->bare && ims_table_row_count(table))
    leave_out_empty(layout);
}

bool imsi_page_opens_group(const imsi_page_layout *layout, size_t row)
{
  for (size_t i = 0; i < layout->group.count; i++)
    if (!row ||
        strcmp(cell_of(layout, row, layout->group.list[i]), cell_of(layout, row - 1, layout->group.list[i])) != 0)
      return true;
  return false;
}

const char *imsi_page_join(imsi_page *page, const imsi_page_layout *layout, const imsi_page_columns *columns,
                           size_t row, const char *between)
{
  imsi_strbuf *text = &page->buffer;
  imsi_strbuf_clear(text);
  for (size_t i = 0; i < columns->count; i++) {
    const char *cell = cell_of(layout, row, columns->list[i]);
    if (!*cell)
      continue;
    imsi_strbuf_text(text, text->size ? between : "");
    imsi_strbuf_text(text, cell);
  }
  if (text->status)
    page->status = IMS_NOMEM;
  return imsi_strbuf_string(text);
}

/* ---- what is left ---- */

static void add_lines(const imsi_page_layout *layout, imsi_table *table)
{
  for (size_t i = 0; !layout->part->bare && i < ims_table_caption_count(layout->table); i++)
    imsi_table_caption(table, ims_table_caption(layout->table, i));
  for (size_t i = 0; !layout->part->bare && i < ims_table_note_count(layout->table); i++)
    imsi_table_note(table, ims_table_note(layout->table, i));
}

static void add_group(const imsi_page_layout *layout, size_t row, imsi_table *table)
{
  imsi_page scratch = { 0 };
  imsi_table_row(table, IMS_ROW_SECTION);
  imsi_page_join(&scratch, layout, &layout->group, row, " ");
  imsi_table_set_text(table, 0, &scratch.buffer);
  imsi_strbuf_free(&scratch.buffer);
}

static void add_row(const imsi_page_layout *layout, size_t row, imsi_table *table)
{
  const ims_row_kind kind = ims_table_row_kind(layout->table, row);
  imsi_table_row(table, kind);
  if (kind == IMS_ROW_SECTION) {
    imsi_table_set(table, 0, ims_table_cell(layout->table, row, 0));
    return;
  }
  for (size_t i = 0; i < layout->shown.count; i++)
    imsi_table_set(table, i, ims_table_cell(layout->table, row, layout->shown.list[i]));
  for (size_t i = 0; i < layout->bars.count; i++)
    imsi_table_set(table, layout->shown.count + i, ims_table_cell(layout->table, row, layout->bars.list[i]));
}

ims_status imsi_page_project(const imsi_page_layout *layout, ims_table **table)
{
  const size_t count = layout->shown.count + layout->bars.count;
  ims_column *columns = calloc(count ? count : 1, sizeof *columns);
  if (!columns)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++) {
    const bool bar = i >= layout->shown.count;
    columns[i] =
        *ims_table_column(layout->table, bar ? layout->bars.list[i - layout->shown.count] : layout->shown.list[i]);
    columns[i].detail = false;
  }
  imsi_table *built = imsi_table_new(ims_table_name(layout->table), columns, count);
  add_lines(layout, built);
  for (size_t row = 0; count && row < ims_table_row_count(layout->table); row++) {
    if (imsi_page_opens_group(layout, row))
      add_group(layout, row, built);
    add_row(layout, row, built);
  }
  free(columns);
  return imsi_table_end(built, table);
}
