/* What changed from one table to another, cell by cell. */

#include "base/arena.h"
#include "base/diag.h"
#include "base/strbuf.h"
#include "base/try.h"
#include "base/vec.h"
#include "ims/diff.h"
#include "query/table.h"
#include "read/sheet.h"

#include <stdlib.h>
#include <string.h>

enum { CHANGE, KEY, COLUMN, BEFORE, AFTER, BEFORE_LINE, AFTER_LINE, COLUMNS };

static const ims_column columns[COLUMNS] = {
  [CHANGE] = { "change", "Change", IMS_COLUMN_ID, false },
  [KEY] = { "key", "Row", IMS_COLUMN_ID, false },
  [COLUMN] = { "column", "Column", IMS_COLUMN_ID, false },
  [BEFORE] = { "before", "Before", IMS_COLUMN_TEXT, false },
  [AFTER] = { "after", "After", IMS_COLUMN_TEXT, false },
  [BEFORE_LINE] = { "before_line", "Line before", IMS_COLUMN_NUMBER, false },
  [AFTER_LINE] = { "after_line", "Line after", IMS_COLUMN_NUMBER, false },
};

/* A table: the cells of all rows one after the other, as many in each row as there are columns. */
typedef struct sheet {
  const ims_diff_text *given;
  imsi_arena *arena;
  size_t number; /* of the sheet, from 1 */
  size_t width;
  imsi_vec titles; /* of const char * */
  imsi_vec cells;  /* of const char * */
  imsi_vec lines;  /* of uint32_t */
} sheet;

/* A column that both have: where it is in either. */
typedef struct shared_column {
  const char *name;
  size_t in[2];
} shared_column;

/* A row with its key, for finding the like. */
typedef struct keyed {
  const char *key;
  size_t row;
} keyed;

typedef struct comparison {
  sheet sides[2]; /* before, after */
  imsi_arena arena;
  imsi_vec shared;      /* of shared_column, in the order of the table before */
  imsi_vec keys;        /* of size_t: which of these are the key */
  imsi_vec rows[2];     /* of keyed, in order of keys */
  imsi_vec partners[2]; /* of ptrdiff_t: for each row of a side the row of the other, or NO_ROW */
  imsi_strbuf text;
  imsi_table *table;
} comparison;

/* ---- reading ---- */

static ims_status keep(sheet *s, imsi_vec *list, const char *text)
{
  const char *copy = imsi_arena_copy(s->arena, text, strlen(text));
  return copy ? imsi_vec_push(list, &copy) : IMS_NOMEM;
}

static ims_status take_header(sheet *s, const imsi_sheet_row *row)
{
  s->width = row->cells[row->count - 1].column;
  for (size_t i = 0, k = 0; i < s->width; i++)
    IMS_TRY(keep(s, &s->titles, row->cells[k].column == i + 1 ? row->cells[k++].text : ""));
  return IMS_OK;
}

static ims_status take_row(void *context, const imsi_sheet_row *row)
{
  sheet *s = context;
  if (s->number != 1)
    return IMS_OK;
  if (!s->width)
    return take_header(s, row);
  IMS_TRY(imsi_vec_push(&s->lines, &row->number));
  for (size_t i = 0, k = 0; i < s->width; i++) {
    const bool there = k < row->count && row->cells[k].column == i + 1;
    IMS_TRY(keep(s, &s->cells, there ? row->cells[k++].text : ""));
  }
  return IMS_OK;
}

/* Only the first sheet is a table that was saved. */
static ims_status begin_sheet(void *context, const char *name, bool hidden)
{
  (void)name;
  (void)hidden;
  ((sheet *)context)->number++;
  return IMS_OK;
}

static ims_status read_side(comparison *c, int side, const ims_diff_text *given, imsi_reporter *reporter)
{
  sheet *s = &c->sides[side];
  *s = (sheet){ .given = given,
                .arena = &c->arena,
                .titles = IMSI_VEC(const char *),
                .cells = IMSI_VEC(const char *),
                .lines = IMSI_VEC(uint32_t) };
  const imsi_sheet_handler handler = { begin_sheet, take_row, s };
  IMS_TRY(imsi_sheet_memory(given->name, given->data, given->size, NULL, reporter, &handler));
  if (s->width)
    return IMS_OK;
  imsi_report(reporter, IMS_DIAG_NO_ROWS, (ims_pos){ .file = given->name }, NULL, NULL, NULL, NULL);
  return IMS_INVALID;
}

static const char *cell(const sheet *s, size_t row, size_t column)
{
  return IMSI_AT(const char *, &s->cells, row * s->width + column);
}

static size_t find_title(const sheet *s, const char *name, size_t size)
{
  for (size_t i = 0; i < s->titles.count; i++) {
    const char *title = IMSI_AT(const char *, &s->titles, i);
    if (strlen(title) == size && memcmp(title, name, size) == 0)
      return i;
  }
  return SIZE_MAX;
}

static ims_status share_columns(comparison *c)
{
  for (size_t i = 0; i < c->sides[0].titles.count; i++) {
    const char *name = IMSI_AT(const char *, &c->sides[0].titles, i);
    const shared_column column = { name, { i, find_title(&c->sides[1], name, strlen(name)) } };
    if (column.in[1] != SIZE_MAX && find_title(&c->sides[0], name, strlen(name)) == i)
      IMS_TRY(imsi_vec_push(&c->shared, &column));
  }
  return IMS_OK;
}

/* ---- keys ---- */

static int compare_keyed(const void *a, const void *b)
{
  const keyed *x = a, *y = b;
  const int difference = strcmp(x->key, y->key);
  return difference ? difference : x->row < y->row ? -1 : x->row > y->row;
}

/* Puts the rows of a side in order of their keys; with its length before each part no two keys look alike. */
static ims_status order_rows(comparison *c, int side)
{
  const sheet *s = &c->sides[side];
  imsi_vec *rows = &c->rows[side];
  rows->count = 0;
  for (size_t row = 0; row < s->lines.count; row++) {
    imsi_strbuf_clear(&c->text);
    for (size_t i = 0; i < c->keys.count; i++) {
      const shared_column *column = &IMSI_AT(shared_column, &c->shared, IMSI_AT(size_t, &c->keys, i));
      const char *part = cell(s, row, column->in[side]);
      imsi_strbuf_number(&c->text, strlen(part));
      imsi_strbuf_text(&c->text, " ");
      imsi_strbuf_text(&c->text, part);
    }
    if (c->text.status)
      return IMS_NOMEM;
    const keyed k = { imsi_arena_copy(&c->arena, imsi_strbuf_string(&c->text), c->text.size), row };
    if (!k.key)
      return IMS_NOMEM;
    IMS_TRY(imsi_vec_push(rows, &k));
  }
  if (rows->count)
    qsort(rows->data, rows->count, sizeof(keyed), compare_keyed);
  return IMS_OK;
}

static bool names_each_once(const imsi_vec *rows)
{
  for (size_t i = 1; i < rows->count; i++)
    if (strcmp(IMSI_AT(const keyed, rows, i - 1).key, IMSI_AT(const keyed, rows, i).key) == 0)
      return false;
  return true;
}

static ims_status refuse_key(comparison *c, const char *name, size_t size, imsi_reporter *reporter)
{
  const int side = find_title(&c->sides[0], name, size) == SIZE_MAX ? 0 : 1;
  imsi_strbuf_clear(&c->text);
  imsi_strbuf_bytes(&c->text, name, size);
  imsi_report(reporter, IMS_DIAG_SHEET_COLUMN, (ims_pos){ .file = c->sides[side].given->name, .line = 1 },
              imsi_strbuf_string(&c->text), NULL, NULL, NULL);
  return IMS_INVALID;
}

/* One column more until that is enough. */
static ims_status guess_keys(comparison *c, imsi_reporter *reporter)
{
  if (!c->shared.count) {
    const char *first = IMSI_AT(const char *, &c->sides[0].titles, 0);
    return refuse_key(c, first, strlen(first), reporter);
  }
  for (size_t i = 0; i < c->shared.count; i++) {
    IMS_TRY(imsi_vec_push(&c->keys, &i));
    IMS_TRY(order_rows(c, 0));
    IMS_TRY(order_rows(c, 1));
    if (names_each_once(&c->rows[0]) && names_each_once(&c->rows[1]))
      break;
  }
  return IMS_OK;
}

static ims_status take_keys(comparison *c, const char *names, imsi_reporter *reporter)
{
  for (const char *at = names;; at++) {
    const size_t size = strcspn(at, ",");
    size_t i = 0;
    while (i < c->shared.count && (strlen(IMSI_AT(shared_column, &c->shared, i).name) != size ||
                                   memcmp(IMSI_AT(shared_column, &c->shared, i).name, at, size) != 0))
      i++;
    if (i == c->shared.count)
      return refuse_key(c, at, size, reporter);
    IMS_TRY(imsi_vec_push(&c->keys, &i));
    at += size;
    if (!*at)
      break;
  }
  IMS_TRY(order_rows(c, 0));
  return order_rows(c, 1);
}

/* ---- differences ---- */

enum { NO_ROW = -1 };

/* Starts a row on a row of either table or of both; NO_ROW where it is not there. */
static void begin_row(comparison *c, const char *change, ptrdiff_t before, ptrdiff_t after)
{
  const int side = after != NO_ROW;
  const size_t row = (size_t)(side ? after : before);
  imsi_table_row(c->table, IMS_ROW_NORMAL);
  imsi_table_set(c->table, CHANGE, change);
  imsi_strbuf_clear(&c->text);
  for (size_t i = 0; i < c->keys.count; i++) {
    const shared_column *column = &IMSI_AT(shared_column, &c->shared, IMSI_AT(size_t, &c->keys, i));
    imsi_strbuf_text(&c->text, i ? " | " : "");
    imsi_strbuf_text(&c->text, cell(&c->sides[side], row, column->in[side]));
  }
  imsi_table_set_text(c->table, KEY, &c->text);
  if (before != NO_ROW)
    imsi_table_set_number(c->table, BEFORE_LINE, IMSI_AT(uint32_t, &c->sides[0].lines, before));
  if (after != NO_ROW)
    imsi_table_set_number(c->table, AFTER_LINE, IMSI_AT(uint32_t, &c->sides[1].lines, after));
}

/* Returns whether any cell differs. */
static bool compare_cells(comparison *c, ptrdiff_t before, ptrdiff_t after)
{
  bool differs = false;
  for (size_t i = 0; i < c->shared.count; i++) {
    const shared_column *column = &IMSI_AT(shared_column, &c->shared, i);
    const char *old = cell(&c->sides[0], (size_t)before, column->in[0]);
    const char *new = cell(&c->sides[1], (size_t)after, column->in[1]);
    if (strcmp(old, new) == 0)
      continue;
    differs = true;
    begin_row(c, "changed", before, after);
    imsi_table_set(c->table, COLUMN, column->name);
    imsi_table_set(c->table, BEFORE, *old ? old : NULL);
    imsi_table_set(c->table, AFTER, *new ? new : NULL);
  }
  return differs;
}

/* Finds for each row the like in the other table, from two lists in order of keys. */
static ims_status match_rows(comparison *c)
{
  const imsi_vec *old = &c->rows[0], *new = &c->rows[1];
  const ptrdiff_t none = NO_ROW;
  for (int side = 0; side < 2; side++)
    for (size_t i = 0; i < c->rows[side].count; i++)
      IMS_TRY(imsi_vec_push(&c->partners[side], &none));
  for (size_t i = 0, k = 0; i < old->count && k < new->count;) {
    const keyed *a = &IMSI_AT(const keyed, old, i), *b = &IMSI_AT(const keyed, new, k);
    const int order = strcmp(a->key, b->key);
    if (!order) {
      IMSI_AT(ptrdiff_t, &c->partners[0], a->row) = (ptrdiff_t)b->row;
      IMSI_AT(ptrdiff_t, &c->partners[1], b->row) = (ptrdiff_t)a->row;
    }
    i += order <= 0;
    k += order >= 0;
  }
  return IMS_OK;
}

/* In the order of the table after, then what is gone in that of the table before. */
static void add_rows(comparison *c, size_t counts[3])
{
  for (size_t row = 0; row < c->partners[1].count; row++) {
    const ptrdiff_t before = IMSI_AT(ptrdiff_t, &c->partners[1], row);
    if (before != NO_ROW) {
      counts[2] += compare_cells(c, before, (ptrdiff_t)row);
    } else {
      begin_row(c, "added", NO_ROW, (ptrdiff_t)row);
      counts[0]++;
    }
  }
  for (size_t row = 0; row < c->partners[0].count; row++)
    if (IMSI_AT(ptrdiff_t, &c->partners[0], row) == NO_ROW) {
      begin_row(c, "gone", (ptrdiff_t)row, NO_ROW);
      counts[1]++;
    }
}

/* ---- around the table ---- */

static void list_names(comparison *c, const char *start, int side, bool keys)
{
  size_t count = 0;
  imsi_strbuf_clear(&c->text);
  imsi_strbuf_text(&c->text, start);
  const imsi_vec *from = keys ? &c->keys : &c->sides[side].titles;
  for (size_t i = 0; i < from->count; i++) {
    const char *name =
        keys ? IMSI_AT(shared_column, &c->shared, IMSI_AT(size_t, &c->keys, i)).name : IMSI_AT(const char *, from, i);
    if (!keys && find_title(&c->sides[!side], name, strlen(name)) != SIZE_MAX)
      continue;
    imsi_strbuf_text(&c->text, count++ ? ", " : " ");
    imsi_strbuf_text(&c->text, name);
  }
  imsi_strbuf_text(&c->text, ".");
  if (count)
    imsi_table_note_text(c->table, &c->text);
}

static void add_captions(comparison *c)
{
  for (int side = 0; side < 2; side++) {
    imsi_strbuf_clear(&c->text);
    imsi_strbuf_text(&c->text, side ? "After: " : "Before: ");
    imsi_strbuf_text(&c->text, c->sides[side].given->name);
    imsi_table_caption_text(c->table, &c->text);
  }
}

static void add_notes(comparison *c, const size_t counts[3])
{
  static const char *const names[] = { " added", " gone", " changed" };
  imsi_strbuf_clear(&c->text);
  imsi_strbuf_text(&c->text, "Rows:");
  for (size_t i = 0; i < 3; i++) {
    imsi_strbuf_text(&c->text, i ? ", " : " ");
    imsi_strbuf_number(&c->text, counts[i]);
    imsi_strbuf_text(&c->text, names[i]);
  }
  imsi_strbuf_text(&c->text, ".");
  imsi_table_note_text(c->table, &c->text);
  list_names(c, "Rows are the same if they agree in", 0, true);
  list_names(c, "Columns that are gone:", 0, false);
  list_names(c, "Columns that are new:", 1, false);
}

static ims_status compare(comparison *c, const ims_diff_text *given[2], const char *keys, imsi_reporter *reporter,
                          ims_table **finished)
{
  size_t counts[3] = { 0 };
  IMS_TRY(read_side(c, 0, given[0], reporter));
  IMS_TRY(read_side(c, 1, given[1], reporter));
  IMS_TRY(share_columns(c));
  IMS_TRY(keys ? take_keys(c, keys, reporter) : guess_keys(c, reporter));
  IMS_TRY(match_rows(c));
  c->table = imsi_table_new("diff", columns, COLUMNS);
  add_captions(c);
  add_rows(c, counts);
  add_notes(c, counts);
  return imsi_table_end(c->table, finished);
}

ims_status ims_diff_tables(const ims_diff_text *before, const ims_diff_text *after, const char *keys,
                           ims_diag_sink sink, ims_table **table)
{
  comparison c = { .shared = IMSI_VEC(shared_column),
                   .keys = IMSI_VEC(size_t),
                   .rows = { IMSI_VEC(keyed), IMSI_VEC(keyed) },
                   .partners = { IMSI_VEC(ptrdiff_t), IMSI_VEC(ptrdiff_t) } };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  const ims_status status = compare(&c, (const ims_diff_text *[]){ before, after }, keys, &reporter, table);
  imsi_reporter_free(&reporter);
  for (int side = 0; side < 2; side++) {
    imsi_vec_free(&c.sides[side].titles);
    imsi_vec_free(&c.sides[side].cells);
    imsi_vec_free(&c.sides[side].lines);
    imsi_vec_free(&c.rows[side]);
    imsi_vec_free(&c.partners[side]);
  }
  imsi_vec_free(&c.shared);
  imsi_vec_free(&c.keys);
  imsi_strbuf_free(&c.text);
  imsi_arena_free(&c.arena);
  return status;
}
