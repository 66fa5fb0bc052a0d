#include "query/table.h"

#include "base/arena.h"
#include "base/vec.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ims_table {
  imsi_arena arena;
  const char *name;
  ims_column *columns;
  size_t column_count;
  imsi_vec captions; /* of const char * */
  imsi_vec notes;    /* of const char * */
  imsi_vec rows;     /* of ims_row_kind */
  imsi_vec cells;    /* of const char *, row by row */
};

struct imsi_table {
  ims_table table;
  ims_status status;
};

static char *keep(imsi_table *table, const char *text)
{
  char *copy = imsi_arena_copy(&table->table.arena, text, strlen(text));
  if (!copy)
    table->status = IMS_NOMEM;
  return copy;
}

static void append(imsi_table *table, imsi_vec *lines, const char *text)
{
  const char *copy = keep(table, text);
  if (copy && imsi_vec_push(lines, &copy))
    table->status = IMS_NOMEM;
}

static bool usable(const imsi_table *table)
{
  return table && !table->status;
}

imsi_table *imsi_table_new(const char *name, const ims_column *columns, size_t column_count)
{
  imsi_table *table = calloc(1, sizeof *table);
  if (!table)
    return NULL;
  ims_table *t = &table->table;
  t->captions = t->notes = t->cells = IMSI_VEC(const char *);
  t->rows = IMSI_VEC(ims_row_kind);
  t->column_count = column_count;
  t->columns = imsi_arena_alloc(&t->arena, column_count * sizeof *columns);
  t->name = keep(table, name);
  if (!t->columns)
    table->status = IMS_NOMEM;
  for (size_t i = 0; usable(table) && i < column_count; i++) {
    t->columns[i] = columns[i];
    t->columns[i].key = keep(table, columns[i].key);
    t->columns[i].title = keep(table, columns[i].title);
  }
  return table;
}

void imsi_table_caption(imsi_table *table, const char *text)
{
  if (usable(table))
    append(table, &table->table.captions, text);
}

void imsi_table_note(imsi_table *table, const char *text)
{
  if (usable(table))
    append(table, &table->table.notes, text);
}

void imsi_table_row(imsi_table *table, ims_row_kind kind)
{
  if (!usable(table))
    return;
  ims_table *t = &table->table;
  if (imsi_vec_reserve(&t->cells, t->column_count) || imsi_vec_push(&t->rows, &kind)) {
    table->status = IMS_NOMEM;
    return;
  }
  for (size_t i = 0; i < t->column_count; i++)
    IMSI_AT(const char *, &t->cells, t->cells.count + i) = NULL;
  t->cells.count += t->column_count;
}

void imsi_table_set(imsi_table *table, size_t column, const char *text)
{
  if (!usable(table))
    return;
  ims_table *t = &table->table;
  assert(t->rows.count > 0 && column < t->column_count);
  IMSI_AT(const char *, &t->cells, (t->rows.count - 1) * t->column_count + column) = text ? keep(table, text) : NULL;
}

/* True if `text` is complete; else the table is as broken as the text. */
static bool complete(imsi_table *table, const imsi_strbuf *text)
{
  if (table && text->status)
    table->status = text->status;
  return !text->status;
}

void imsi_table_set_text(imsi_table *table, size_t column, const imsi_strbuf *text)
{
  if (complete(table, text))
    imsi_table_set(table, column, text->size ? imsi_strbuf_string(text) : NULL);
}

void imsi_table_set_number(imsi_table *table, size_t column, size_t number)
{
  char digits[3 * sizeof number + 1];
  snprintf(digits, sizeof digits, "%zu", number);
  imsi_table_set(table, column, digits);
}

void imsi_table_caption_text(imsi_table *table, const imsi_strbuf *text)
{
  if (complete(table, text))
    imsi_table_caption(table, imsi_strbuf_string(text));
}

void imsi_table_note_text(imsi_table *table, const imsi_strbuf *text)
{
  if (complete(table, text))
    imsi_table_note(table, imsi_strbuf_string(text));
}

void imsi_table_drop(imsi_table *table)
{
  if (table)
    ims_table_free(&table->table);
}

ims_status imsi_table_end(imsi_table *table, ims_table **finished)
{
  if (!usable(table)) {
    imsi_table_drop(table);
    return IMS_NOMEM;
  }
  *finished = &table->table;
  return IMS_OK;
}

void ims_table_free(ims_table *table)
{
  if (!table)
    return;
  imsi_arena_free(&table->arena);
  imsi_vec_free(&table->captions);
  imsi_vec_free(&table->notes);
  imsi_vec_free(&table->rows);
  imsi_vec_free(&table->cells);
  free(table); /* the first member of the imsi_table that was allocated */
}

const char *ims_table_name(const ims_table *table)
{
  return table->name;
}

size_t ims_table_caption_count(const ims_table *table)
{
  return table->captions.count;
}

const char *ims_table_caption(const ims_table *table, size_t index)
{
  return IMSI_AT(const char *, &table->captions, index);
}

size_t ims_table_note_count(const ims_table *table)
{
  return table->notes.count;
}

const char *ims_table_note(const ims_table *table, size_t index)
{
  return IMSI_AT(const char *, &table->notes, index);
}

size_t ims_table_column_count(const ims_table *table)
{
  return table->column_count;
}

const ims_column *ims_table_column(const ims_table *table, size_t column)
{
  return &table->columns[column];
}

size_t ims_table_row_count(const ims_table *table)
{
  return table->rows.count;
}

ims_row_kind ims_table_row_kind(const ims_table *table, size_t row)
{
  return IMSI_AT(ims_row_kind, &table->rows, row);
}

const char *ims_table_cell(const ims_table *table, size_t row, size_t column)
{
  return IMSI_AT(const char *, &table->cells, row * table->column_count + column);
}
