/* The cells of one sheet. */

#include "base/cell.h"
#include "read/xlsx_internal.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS = 16384 };

#define LONG_CELL "the cell has more than %1 characters"

typedef enum cell_type { NUMBER, SHARED, INLINE, STRING, BOOL, ERROR, ISO_DATE, UNKNOWN } cell_type;

typedef struct reader {
  const char *sheet;
  imsi_sheet_cells cells;
  imsi_merges merges;
  uint32_t row, column; /* the last ones */
  uint32_t widest;      /* the last column that had a cell */
  bool in_row, row_hidden;
  bool in_cell, has_value, has_formula, taking, phonetic;
  cell_type type;
  uint32_t style;
  size_t start;             /* of the value in `cells.text` */
  uint32_t column_elements; /* that said something of columns */
  bool hidden[COLUMNS + 1]; /* by column */
} reader;

static ims_pos cell_place(const imsi_part *part)
{
  const reader *r = part->context;
  return (ims_pos){ part->book->run->name, r->row, r->column, r->sheet };
}

/* ---- columns and rows ---- */

static void begin_column(imsi_part *part, int count, const xmlChar **attributes)
{
  reader *r = part->context;
  const uint32_t first = imsi_part_number(part, count, attributes, "min", 0);
  uint32_t last = imsi_part_number(part, count, attributes, "max", first);
  if (!first || first > last || first > COLUMNS || r->column_elements++ > COLUMNS)
    return;
  last = last < COLUMNS ? last : COLUMNS;
  memset(r->hidden + first, imsi_part_flag(part, count, attributes, "hidden"), last - first + 1);
}

static void begin_row(imsi_part *part, int count, const xmlChar **attributes)
{
  reader *r = part->context;
  const uint32_t before = r->row;
  r->row = imsi_part_number(part, count, attributes, "r", before + 1);
  r->column = 0;
  r->row_hidden = imsi_part_flag(part, count, attributes, "hidden");
  part->pos = (ims_pos){ part->book->run->name, r->row, 0, r->sheet };
  if (!r->row || r->row > part->book->run->limits.max_rows) {
    part->pos.line = 0;
    imsi_sheet_limit(part->book->run, part->pos, "the sheet has rows below row %1", part->book->run->limits.max_rows);
    imsi_part_stop(part);
    return;
  }
  if (r->row <= before)
    imsi_part_damaged(part, "the row is there twice, or stands below a later one", NULL);
  r->in_row = true;
}

static void end_row(imsi_part *part)
{
  reader *r = part->context;
  imsi_sheet_run *run = part->book->run;
  const ims_pos row = { run->name, r->row, 0, r->sheet };
  r->in_row = false;
  const bool good = imsi_merges_add(&r->merges, run, row, r->hidden, r->widest, &r->cells);
  if (good)
    imsi_sheet_cells_hand(run, &r->cells, (imsi_sheet_row){ .number = r->row, .hidden = r->row_hidden, .pos = row });
  if (!good || run->ended)
    imsi_part_stop(part);
}

/* ---- the value of a cell ---- */

static void add_cell(imsi_part *part, const char *text, imsi_cell_kind kind)
{
  reader *r = part->context;
  const imsi_cell cell = { .text = text,
                           .kind = kind,
                           .formula = r->has_formula,
                           .hidden = r->hidden[r->column],
                           .pos = cell_place(part),
                           .column = r->column };
  if (!text)
    imsi_strbuf_bytes(&r->cells.text, "", 1);
  part->book->run->ended = imsi_sheet_cells_add(&r->cells, &cell, r->start);
  if (part->book->run->ended)
    imsi_part_stop(part);
}

static void add_shared(imsi_part *part, const char *value, size_t size)
{
  const imsi_vec *strings = &part->book->strings;
  uint32_t number;
  if (!imsi_xlsx_digits(value, size, UINT32_MAX - 1, &number) || number >= strings->count) {
    imsi_part_damaged(part, "the text number '%1', which the cell shares, is not there", value);
    return;
  }
  const char *text = IMSI_AT(const char *, strings, number);
  if (text == imsi_book_long_text)
    imsi_sheet_limit(part->book->run, cell_place(part), LONG_CELL, part->book->run->limits.max_text);
  else if (*text || ((const reader *)part->context)->has_formula)
    add_cell(part, text, IMSI_CELL_TEXT);
}

/* A text that stands in the cell itself. */
static void add_text(imsi_part *part)
{
  const reader *r = part->context;
  if (r->cells.text.size > r->start || r->has_formula)
    add_cell(part, NULL, IMSI_CELL_TEXT);
}

/* Puts `text` in place of the value. */
static void replace(reader *r, const char *text)
{
  r->cells.text.size = r->start;
  imsi_strbuf_text(&r->cells.text, text);
}

static unsigned shown_by(const imsi_part *part)
{
  const reader *r = part->context;
  const imsi_vec *styles = &part->book->styles;
  return r->style < styles->count ? IMSI_AT(uint8_t, styles, r->style) : 0;
}

static void add_number(imsi_part *part, const char *value, size_t size)
{
  reader *r = part->context;
  char date[IMSI_DATE_SIZE];
  const unsigned shows = shown_by(part);
  if (!imsi_xlsx_is_number(value, size)) {
    imsi_part_damaged(part, "'%1' is no number", value);
    add_cell(part, NULL, IMSI_CELL_TEXT);
  } else if (shows && imsi_xlsx_date(value, size, part->book->date1904, shows, date)) {
    replace(r, date);
    add_cell(part, NULL, IMSI_CELL_DATE);
  } else {
    imsi_xlsx_round(&r->cells.text, r->start);
    if (shows)
      imsi_sheet_warn(part->book->run, IMSI_SHEET_BAD_DATE, cell_place(part), r->cells.text.data + r->start);
    add_cell(part, NULL, IMSI_CELL_NUMBER);
  }
}

static void add_iso_date(imsi_part *part, const char *value)
{
  char date[IMSI_DATE_SIZE];
  const bool good = imsi_xlsx_iso_date(value, date);
  if (good)
    replace(part->context, date);
  else
    imsi_sheet_warn(part->book->run, IMSI_SHEET_BAD_DATE, cell_place(part), value);
  add_cell(part, NULL, good ? IMSI_CELL_DATE : IMSI_CELL_TEXT);
}

static void add_bool(imsi_part *part, const char *value)
{
  const bool yes = strcmp(value, "1") == 0 || strcmp(value, "true") == 0;
  if (!yes && strcmp(value, "0") != 0 && strcmp(value, "false") != 0)
    imsi_part_damaged(part, "'%1' is neither true nor false", value);
  add_cell(part, yes ? "true" : "false", IMSI_CELL_BOOL);
}

static void add_error(imsi_part *part, const char *value)
{
  imsi_sheet_warn(part->book->run, IMSI_SHEET_CELL_ERROR, cell_place(part), value);
  add_cell(part, NULL, IMSI_CELL_ERROR);
}

static void add_value(imsi_part *part)
{
  reader *r = part->context;
  if (r->type == INLINE || r->type == STRING || r->type == UNKNOWN)
    imsi_xlsx_unescape(&r->cells.text, r->start);
  if (r->cells.text.status) {
    part->book->run->ended = r->cells.text.status;
    imsi_part_stop(part);
    return;
  }
  const char *value = r->cells.text.data + r->start;
  const size_t size = r->cells.text.size - r->start;
  if (imsi_sheet_too_long(part->book->run, value, size)) {
    imsi_sheet_limit(part->book->run, cell_place(part), LONG_CELL, part->book->run->limits.max_text);
    return;
  }
  switch (r->type) {
  case NUMBER:
    add_number(part, value, size);
    break;
  case SHARED:
    add_shared(part, value, size);
    break;
  case BOOL:
    add_bool(part, value);
    break;
  case ERROR:
    add_error(part, value);
    break;
  case ISO_DATE:
    add_iso_date(part, value);
    break;
  case UNKNOWN:
    imsi_part_damaged(part, "the cell has a type that is not known", NULL);
    add_text(part);
    break;
  case INLINE:
  case STRING:
    add_text(part);
    break;
  }
}

/* ---- cells ---- */

static cell_type type_of(const char *name, size_t size)
{
  static const char *const names[] = { [NUMBER] = "n", [SHARED] = "s", [INLINE] = "inlineStr", [STRING] = "str",
                                       [BOOL] = "b",   [ERROR] = "e",  [ISO_DATE] = "d" };
  if (!name)
    return NUMBER;
  size_t type = 0;
  while (type < UNKNOWN && (strlen(names[type]) != size || memcmp(names[type], name, size) != 0))
    type++;
  return (cell_type)type;
}

/* Where the cell says it is; a cell that does not is right of the one before. */
static void find_column(imsi_part *part, int count, const xmlChar **attributes)
{
  reader *r = part->context;
  size_t size = 0;
  uint32_t row = r->row;
  r->column++;
  const char *reference = imsi_part_attribute(part, count, attributes, "r", false, &size);
  const bool good = !reference || (imsi_cell_parse(reference, size, &r->column, &row) == size && row == r->row);
  part->pos = cell_place(part);
  if (good)
    return;
  char name[24];
  snprintf(name, sizeof name, "%.*s", (int)(size < sizeof name ? size : sizeof name - 1), reference);
  part->pos.column = 0;
  imsi_part_damaged(part, "'%1' is no cell of this row", name);
}

static void begin_cell(imsi_part *part, int count, const xmlChar **attributes)
{
  reader *r = part->context;
  size_t size = 0;
  find_column(part, count, attributes);
  if (part->stopped)
    return;
  const char *type = imsi_part_attribute(part, count, attributes, "t", false, &size);
  r->type = type_of(type, size);
  r->style = imsi_part_number(part, count, attributes, "s", 0);
  r->start = r->cells.text.size;
  r->in_cell = true;
  r->has_value = r->has_formula = r->taking = r->phonetic = false;
}

static bool is_in_sheet(imsi_part *part)
{
  reader *r = part->context;
  const uint32_t most = part->book->run->limits.max_columns;
  if (r->column <= most && r->column <= COLUMNS && r->cells.cells.count < COLUMNS)
    return true;
  imsi_sheet_limit(part->book->run, (ims_pos){ part->book->run->name, r->row, 0, r->sheet },
                   "the row has more than %1 columns", most < COLUMNS ? most : COLUMNS);
  imsi_part_stop(part);
  return false;
}

/* A formula that was never calculated has no value; one that results in nothing has an empty one. */
static bool lacks_result(const reader *r)
{
  return r->has_formula && (!r->has_value || (r->cells.text.size == r->start && r->type == NUMBER));
}

static void end_cell(imsi_part *part)
{
  reader *r = part->context;
  imsi_sheet_run *run = part->book->run;
  r->in_cell = false;
  if ((!r->has_value && !r->has_formula) || !is_in_sheet(part))
    return;
  r->widest = r->column > r->widest ? r->column : r->widest;
  if (r->has_formula && part->book->stale) {
    imsi_sheet_report(run, IMS_OK, IMS_DIAG_SHEET_STALE, cell_place(part), NULL, NULL);
    part->book->stale = false;
  }
  imsi_strbuf_bytes(&r->cells.text, "", 0); /* there is a string, if an empty one */
  if (r->cells.text.status) {
    run->ended = r->cells.text.status;
    imsi_part_stop(part);
  } else if (lacks_result(r)) {
    imsi_sheet_warn(run, IMSI_SHEET_NO_VALUE, cell_place(part), NULL);
    add_cell(part, "", IMSI_CELL_TEXT);
  } else if (r->cells.text.size > r->start || r->has_formula) {
    add_value(part);
  }
}

/* ---- elements ---- */

enum { C, V, ROW, F, T, IS, R_PH, COL };

static void begin(imsi_part *part, size_t element, int count, const xmlChar **attributes)
{
  reader *r = part->context;
  if (element == COL) {
    begin_column(part, count, attributes);
  } else if (element == ROW) {
    begin_row(part, count, attributes);
  } else if (element == C) {
    if (r->in_row)
      begin_cell(part, count, attributes);
  } else if (!r->in_cell) {
    return;
  } else if (element == F) {
    r->has_formula = true;
  } else if (element == R_PH) {
    r->phonetic = true;
  } else if (element == V) {
    r->has_value = r->taking = r->type != INLINE;
  } else if (element == T) {
    r->taking = r->type == INLINE && !r->phonetic;
    r->has_value = r->has_value || r->taking;
  }
}

static void end(imsi_part *part, size_t element)
{
  reader *r = part->context;
  if (element == ROW && r->in_row)
    end_row(part);
  else if (element == C && r->in_cell)
    end_cell(part);
  else if (element == R_PH)
    r->phonetic = false;
  else if (element == V || element == T)
    r->taking = false;
}

static void take_text(imsi_part *part, const char *text, size_t size)
{
  reader *r = part->context;
  if (r->taking && r->cells.text.size - r->start <= imsi_sheet_most_bytes(part->book->run))
    imsi_strbuf_bytes(&r->cells.text, text, size);
}

void imsi_xlsx_sheet(imsi_book *book, const char *path, const char *name)
{
  static const char *const elements[] = {
    [C] = "c", [V] = "v", [ROW] = "row", [F] = "f", [T] = "t", [IS] = "is", [R_PH] = "rPh", [COL] = "col", NULL
  };
  static const imsi_part_rule rule = { "worksheet", elements, begin, end, take_text, false };
  const ims_pos pos = { book->run->name, 0, 0, name };
  reader r = { .sheet = name };
  imsi_sheet_cells_init(&r.cells);
  imsi_merges_read(book, path, pos, &r.merges);
  if (!book->run->ended)
    imsi_part_read(book, path, &rule, &r, pos);
  imsi_merges_free(&r.merges);
  imsi_sheet_cells_free(&r.cells);
}
