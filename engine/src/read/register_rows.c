/* A row of a sheet becomes an entry. */

#include "base/try.h"
#include "base/utf8.h"
#include "read/register_sheet_internal.h"

#include <stdio.h>
#include <string.h>

/* ---- cells ---- */

typedef struct slice {
  const char *text;
  size_t size;
} slice;

static slice trimmed(const char *text)
{
  size_t size;
  text = imsi_utf8_trim(text, &size);
  return (slice){ text, size };
}

static bool says_nothing(const imsi_cell *cell)
{
  const slice s = trimmed(cell->text);
  return imsi_says_nothing(s.text, s.size);
}

/* True if the cell says something; one that continues a merged range does not. */
static bool is_live(const imsi_cell *cell)
{
  return !cell->merged && !imsi_utf8_is_blank(cell->text);
}

static uint32_t column_of(const imsi_table_sheet *t, const imsi_cell *cell)
{
  const uint32_t unknown = (uint32_t)t->columns.count - 1;
  return cell->column < t->by_number.count ? IMSI_AT(uint32_t, &t->by_number, cell->column) : unknown;
}

static const char *plain_of(imsi_table_sheet *t, const char *text)
{
  imsi_strbuf_clear(&t->plain);
  imsi_utf8_plain(text, &t->plain);
  return imsi_strbuf_string(&t->plain);
}

static ims_sheet_column *counts_of(const imsi_table_sheet *t, uint32_t column)
{
  return imsi_register_column_at(t->reader->evidence, t->sheet, column);
}

/* ---- problems ---- */

static ims_status bad_cell(imsi_table_sheet *t, const imsi_cell *cell, ims_field field, const char *advice)
{
  return imsi_reader_problem(t->reader, IMS_DIAG_BAD_CELL, cell->pos, cell->text, ims_field_title(field), advice);
}

static ims_status bad_word(imsi_table_sheet *t, const imsi_cell *cell, ims_field field)
{
  imsi_strbuf words = { 0 };
  for (int value = 1; *ims_field_word(field, value); value++) {
    imsi_strbuf_text(&words, value > 1 ? ", " : "");
    imsi_strbuf_text(&words, ims_field_word(field, value));
  }
  const ims_status status = words.status ? words.status : bad_cell(t, cell, field, imsi_strbuf_string(&words));
  imsi_strbuf_free(&words);
  return status;
}

/* A place for later, when the file's name and the sheet's are those of the register. */
static ims_pos keep_place(const imsi_table_sheet *t, ims_pos pos)
{
  const ims_sheet *sheet = imsi_register_sheet_at(t->reader->evidence, t->sheet);
  return (ims_pos){ sheet->file, pos.line, pos.column, *sheet->name ? sheet->name : NULL };
}

/* ---- what cells mean ---- */

static ims_status take_day(imsi_table_sheet *t, const imsi_cell *cell, uint32_t index, ims_entry entry, int32_t *number,
                           bool *understood)
{
  imsi_column *column = &IMSI_AT(imsi_column, &t->columns, index);
  imsi_day day;
  const imsi_day_result result = imsi_day_read(cell->text, IMSI_DAY_ORDER_OPEN, &t->scratch, &day);
  IMS_TRY(t->scratch.status);
  *understood = result == IMSI_DAY_GOOD;
  *number = *understood ? day.day : 0;
  if (result == IMSI_DAY_GOOD) {
    column->day_first = column->day_first || (day.day_first && !day.month_first);
    column->month_first = column->month_first || (day.month_first && !day.day_first);
    return IMS_OK;
  }
  if (result == IMSI_DAY_AMBIGUOUS) {
    imsi_open_day open = { entry, NULL, index, day.day, day.other, keep_place(t, cell->pos) };
    IMS_TRY(imsi_register_text(t->reader->evidence, cell->text, strlen(cell->text), &open.text));
    return imsi_vec_push(&t->open_days, &open);
  }
  if (result == IMSI_DAY_IMPOSSIBLE)
    return imsi_reader_problem(t->reader, IMS_DIAG_IMPOSSIBLE_DAY, cell->pos, cell->text, NULL, NULL);
  *understood = says_nothing(cell);
  return *understood ? IMS_OK : bad_cell(t, cell, column->field, "a day as YYYY-MM-DD");
}

enum { MOST = 1000000 };

/* A whole number, with signs between groups of three digits, or zeros behind a point. */
static bool whole_number(slice s, int32_t *number)
{
  size_t group = 0, groups = 0;
  *number = 0;
  for (size_t i = 0; i < s.size; i++) {
    const char c = s.text[i];
    if (c >= '0' && c <= '9') {
      *number = *number * 10 + (c - '0');
      group++;
    } else if (strchr(",. '", c) && group && group <= 3 && (!groups || group == 3)) {
      if (c == '.' && strspn(s.text + i + 1, "0") >= s.size - i - 1)
        return s.size - i - 1 != 3; /* 85.0, but 85.000 may be either */
      group = 0;
      groups++;
    } else {
      return false;
    }
    if (*number > MOST)
      return false;
  }
  return group && (!groups || group == 3);
}

static ims_status take_number(imsi_table_sheet *t, const imsi_cell *cell, ims_field field, int32_t *number,
                              bool *understood)
{
  *understood = whole_number(trimmed(cell->text), number);
  if (*understood)
    return IMS_OK;
  *number = -1;
  *understood = says_nothing(cell);
  return *understood ? IMS_OK : bad_cell(t, cell, field, "a whole number from 0 to 1000000");
}

/* What a text means for a field of words; each text is looked up once. */
static ims_status word_of(imsi_table_sheet *t, ims_field field, const char *text, int *value)
{
  imsi_symbol symbol;
  const char key = (char)(field + 1);
  imsi_strbuf_clear(&t->scratch);
  imsi_strbuf_bytes(&t->scratch, &key, 1);
  imsi_strbuf_text(&t->scratch, text);
  IMS_TRY(t->scratch.status);
  IMS_TRY(imsi_intern_put(&t->reader->words, t->scratch.data, t->scratch.size, &symbol));
  while (t->reader->word_values.count <= symbol)
    IMS_TRY(imsi_vec_push(&t->reader->word_values, &(int){ 0 }));
  int *known = &IMSI_AT(int, &t->reader->word_values, symbol);
  if (!*known) {
    const char *plain = plain_of(t, text);
    IMS_TRY(t->plain.status);
    int found = imsi_word_value(field, plain);
    if (!found && field == IMS_FIELD_APPLICABLE && imsi_mark_value(text, strlen(text), plain) == 1)
      found = IMS_APPLICABLE_YES;
    *known = found + 1;
  }
  *value = *known - 1;
  return IMS_OK;
}

static ims_status take_word(imsi_table_sheet *t, const imsi_cell *cell, ims_field field, int32_t *number,
                            bool *understood)
{
  int value;
  IMS_TRY(word_of(t, field, cell->text, &value));
  if (!value && field == IMS_FIELD_KIND) {
    const char *plain = plain_of(t, cell->text);
    IMS_TRY(t->plain.status);
    value = imsi_kind_of_words(plain);
    value = value ? value : imsi_word_value(IMS_FIELD_TYPE, plain);
    imsi_register_sheet_at(t->reader->evidence, t->sheet)->inferred += value != 0;
  }
  *number = value;
  *understood = value || says_nothing(cell);
  return *understood ? IMS_OK : bad_word(t, cell, field);
}

/* Spreadsheets make a number of 4.10, and a day of 5.1. */
static ims_status check_stored(imsi_table_sheet *t, const imsi_cell *cell, ims_field field)
{
  char longer[32];
  const char *point = strchr(cell->text, '.');
  const bool id = field == IMS_FIELD_ID;
  if (cell->kind == IMSI_CELL_DATE)
    return imsi_reader_problem(t->reader, IMS_DIAG_STORED_AS, cell->pos, cell->text, "date", id ? "an id" : "a clause");
  if (id && t->kind != IMS_ENTRY_CONTROL) {
    if (cell->kind == IMSI_CELL_NUMBER && !t->number_ids++)
      t->first_number_id = keep_place(t, cell->pos);
    return IMS_OK;
  }
  if (cell->kind != IMSI_CELL_NUMBER || !point || strlen(point) != 2 || strlen(cell->text) + 4 > sizeof longer)
    return IMS_OK;
  snprintf(longer, sizeof longer, "'%s0'", cell->text);
  return imsi_reader_problem(t->reader, IMS_DIAG_STORED_AS, cell->pos, cell->text, "number", longer);
}

static ims_status wait_for(imsi_table_sheet *t, const imsi_cell *cell, uint32_t index, ims_entry entry, ims_field field,
                           slice s)
{
  const imsi_waiting waiting = { .entry = entry,
                                 .text = s.text,
                                 .sheet = t->sheet,
                                 .sheet_column = index,
                                 .line = cell->pos.line,
                                 .column = cell->pos.column,
                                 .context = IMSI_AT(imsi_column, &t->columns, index).context,
                                 .field = field };
  return imsi_reader_wait(t->reader, &waiting, s.size);
}

/* ---- values of a row ---- */

static ims_status put(imsi_table_sheet *t, ims_field field, slice s, int32_t number, ims_pos pos)
{
  imsi_row_value *value = &t->values[field];
  if (!value->cells++) {
    value->text = s.text;
    value->size = s.size;
    value->number = number;
    value->pos = pos;
    return IMS_OK;
  }
  if (value->cells == 2) {
    imsi_strbuf_clear(&value->joined);
    imsi_strbuf_bytes(&value->joined, value->text, value->size);
  }
  imsi_strbuf_text(&value->joined, "; ");
  imsi_strbuf_bytes(&value->joined, s.text, s.size);
  return value->joined.status;
}

/* Most cells of such a column are clauses: 8.4, A.5.1. */
static bool is_numbered(slice s)
{
  return s.size >= 3 && memchr(s.text, '.', s.size) && strcspn(s.text, "0123456789") < s.size;
}

/* A cell of a column whose header is the value, or can be: `*taken` tells whether it is a mark, or none. */
static ims_status take_mark(imsi_table_sheet *t, const imsi_cell *cell, uint32_t index, ims_entry entry, bool *taken)
{
  const imsi_column *column = &IMSI_AT(imsi_column, &t->columns, index);
  const bool names_system = column->edition && column->field == IMS_FIELD_CLAUSES && !column->mark;
  const slice s = trimmed(cell->text);
  *taken = column->mark || (names_system && !is_numbered(s));
  if (!*taken)
    return IMS_OK;
  const int mark = imsi_mark_value(s.text, s.size, plain_of(t, cell->text));
  IMS_TRY(t->plain.status);
  if (mark < 0) {
    *taken = column->mark;
    return column->mark ? bad_cell(t, cell, column->field, "x, or nothing") : IMS_OK;
  }
  if (!mark) {
    counts_of(t, index)->understood++;
    return IMS_OK;
  }
  const char *text = column->mark ? column->title : column->edition->id;
  const ims_field field = column->mark ? column->field : IMS_FIELD_SYSTEMS;
  if (!imsi_kind_has_field(t->kind, field))
    return bad_cell(t, cell, column->field, "the clauses");
  const slice value = { text, strlen(text) };
  IMS_TRY(wait_for(t, cell, index, entry, field, value));
  return put(t, field, value, 0, cell->pos);
}

static ims_status take_cell(imsi_table_sheet *t, const imsi_cell *cell, uint32_t index, ims_entry entry)
{
  const ims_field field = IMSI_AT(imsi_column, &t->columns, index).field;
  const slice s = trimmed(cell->text);
  int32_t number = 0;
  bool understood = true, taken;
  IMS_TRY(take_mark(t, cell, index, entry, &taken));
  if (taken)
    return IMS_OK;
  if (cell->kind == IMSI_CELL_ERROR)
    return IMS_OK; /* it was told */
  if (field == IMS_FIELD_CLAUSES || field == IMS_FIELD_ID)
    IMS_TRY(check_stored(t, cell, field));
  switch (ims_field_kind_of(field)) {
  case IMS_HOLDS_DAY:
    IMS_TRY(take_day(t, cell, index, entry, &number, &understood));
    break;
  case IMS_HOLDS_NUMBER:
    IMS_TRY(take_number(t, cell, field, &number, &understood));
    break;
  case IMS_HOLDS_WORD:
    IMS_TRY(take_word(t, cell, field, &number, &understood));
    break;
  default:
    if (imsi_field_waits(t->kind, field) && !(field == IMS_FIELD_CLAUSES && cell->kind == IMSI_CELL_DATE))
      IMS_TRY(wait_for(t, cell, index, entry, field, s));
    understood = ims_field_kind_of(field) < IMS_HOLDS_CLAUSES;
  }
  counts_of(t, index)->understood += understood;
  return put(t, field, s, number, cell->pos);
}

static ims_status take_cells(imsi_table_sheet *t, const imsi_sheet_row *row, ims_entry entry)
{
  ims_sheet *sheet = imsi_register_sheet_at(t->reader->evidence, t->sheet);
  for (size_t i = 0; i < row->count; i++) {
    const imsi_cell *cell = &row->cells[i];
    const uint32_t index = column_of(t, cell);
    if (!is_live(cell))
      continue;
    sheet->formulas += cell->formula;
    counts_of(t, index)->cells++;
    if (index + 1 == t->columns.count && !t->without_header++)
      t->first_without_header = keep_place(t, cell->pos);
    if (IMSI_AT(imsi_column, &t->columns, index).field != IMS_FIELD_COUNT)
      IMS_TRY(take_cell(t, cell, index, entry));
  }
  return IMS_OK;
}

/* The kind that a value of the row tells: its words, or it as a whole; 0 if none, or the row has no such value. */
static ims_status kind_told(imsi_table_sheet *t, const imsi_row_value *source, bool whole, int *kind)
{
  *kind = 0;
  if (!source->cells)
    return IMS_OK;
  imsi_strbuf_clear(&t->scratch);
  imsi_strbuf_bytes(&t->scratch, source->text, source->size);
  const char *plain = plain_of(t, imsi_strbuf_string(&t->scratch));
  IMS_TRY(t->scratch.status ? t->scratch.status : t->plain.status);
  *kind = whole ? imsi_word_value(IMS_FIELD_TYPE, plain) : imsi_kind_of_words(plain);
  return IMS_OK;
}

/* A document whose kind nobody says: its type tells it, else its title, else a type that says little more than that. */
static ims_status infer_kind(imsi_table_sheet *t)
{
  static const struct {
    ims_field field;
    bool whole;
  } sources[] = { { IMS_FIELD_TYPE, false }, { IMS_FIELD_TITLE, false }, { IMS_FIELD_TYPE, true } };
  const imsi_row_value *given = &t->values[IMS_FIELD_KIND];
  if (t->kind != IMS_ENTRY_DOCUMENT || (given->cells && given->number))
    return IMS_OK;
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
    const imsi_row_value *source = &t->values[sources[i].field];
    int kind;
    IMS_TRY(kind_told(t, source, sources[i].whole, &kind));
    if (!kind)
      continue;
    imsi_register_sheet_at(t->reader->evidence, t->sheet)->inferred++;
    return imsi_reader_value(t->reader, IMS_FIELD_KIND, given->cells ? given->text : "", given->cells ? given->size : 0,
                             kind, source->pos.line, source->pos.column);
  }
  return IMS_OK;
}

static ims_status add_values(imsi_table_sheet *t)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(t->kind, &count);
  for (size_t i = 0; i < count; i++) {
    const imsi_row_value *value = &t->values[fields[i]];
    if (!value->cells)
      continue;
    const slice s = value->cells == 1 ? (slice){ value->text, value->size }
                                      : (slice){ imsi_strbuf_string(&value->joined), value->joined.size };
    IMS_TRY(imsi_reader_value(t->reader, fields[i], s.text, s.size, value->number, value->pos.line, value->pos.column));
  }
  return infer_kind(t);
}

/* ---- rows ---- */

/* The cell of the row that says that field; NULL if none does. */
static const imsi_cell *cell_of(const imsi_table_sheet *t, const imsi_sheet_row *row, ims_field field)
{
  for (size_t i = 0; i < row->count; i++)
    if (is_live(&row->cells[i]) && IMSI_AT(imsi_column, &t->columns, column_of(t, &row->cells[i])).field == field)
      return &row->cells[i];
  return NULL;
}

static size_t count_live(const imsi_sheet_row *row)
{
  size_t live = 0;
  for (size_t i = 0; i < row->count; i++)
    live += is_live(&row->cells[i]);
  return live;
}

static void count_merged(imsi_table_sheet *t, const imsi_sheet_row *row)
{
  ims_sheet *sheet = imsi_register_sheet_at(t->reader->evidence, t->sheet);
  for (size_t i = 0; i < row->count; i++)
    if (row->cells[i].merged && !sheet->merged++)
      t->first_merged = keep_place(t, row->cells[i].pos);
}

/* A line that groups those below it has a single text, in the first column; one that may be an id is none. */
static bool groups(const imsi_table_sheet *t, const imsi_cell *cell)
{
  const uint32_t column = column_of(t, cell);
  const bool id = IMSI_AT(imsi_column, &t->columns, column).field == IMS_FIELD_ID;
  return column == 0 && t->fields >= 3 &&
         (!id || strchr(trimmed(cell->text).text, ' ') || !strpbrk(cell->text, "0123456789"));
}

/* A line that groups others, or the headers once more, as on each page. */
static bool is_heading(const imsi_table_sheet *t, const imsi_sheet_row *row, size_t live)
{
  bool repeats = true;
  const imsi_cell *last = NULL;
  for (size_t i = 0; i < row->count; i++) {
    if (!is_live(&row->cells[i]))
      continue;
    last = &row->cells[i];
    repeats = repeats && strcmp(last->text, IMSI_AT(imsi_column, &t->columns, column_of(t, last)).title) == 0;
  }
  return repeats || (live == 1 && t->kind != IMS_ENTRY_ORGANIZATION && groups(t, last)); /* there is one line */
}

/* What an entry of the kind is known by, in words. */
static const char *name_in_words(ims_entry_kind kind)
{
  if (imsi_kind_has_field(kind, IMS_FIELD_ID))
    return imsi_kind_has_field(kind, IMS_FIELD_TITLE) ? "neither an id nor a title" : "no id";
  return imsi_kind_has_field(kind, IMS_FIELD_TITLE) ? "no title" : "no clause";
}

static bool is_named(const imsi_table_sheet *t, const imsi_sheet_row *row)
{
  if (imsi_kind_has_field(t->kind, IMS_FIELD_ID) || imsi_kind_has_field(t->kind, IMS_FIELD_TITLE))
    return cell_of(t, row, IMS_FIELD_ID) || cell_of(t, row, IMS_FIELD_TITLE);
  return cell_of(t, row, IMS_FIELD_CLAUSES);
}

static void clear_values(imsi_table_sheet *t)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(t->kind, &count);
  for (size_t i = 0; i < count; i++)
    t->values[fields[i]].cells = 0;
}

static bool is_decided(const imsi_table_sheet *t, const imsi_sheet_row *row)
{
  for (size_t i = 0; i < row->count; i++)
    if (is_live(&row->cells[i]) && IMSI_AT(imsi_column, &t->columns, column_of(t, &row->cells[i])).decides)
      return true;
  return false;
}

static ims_status take_row(imsi_table_sheet *t, const imsi_sheet_row *row)
{
  ims_register *evidence = t->reader->evidence;
  const imsi_cell *id = cell_of(t, row, IMS_FIELD_ID);
  bool repeated = false;
  ims_entry entry;
  if (!is_named(t, row)) {
    imsi_register_sheet_at(evidence, t->sheet)->empty++;
    return imsi_reader_problem(t->reader, IMS_DIAG_UNNAMED_ROW, row->pos, name_in_words(t->kind), NULL, NULL);
  }
  if (id)
    IMS_TRY(imsi_reader_id(t->reader, t->kind, trimmed(id->text).text, trimmed(id->text).size, id->pos, &repeated));
  imsi_register_sheet_at(evidence, t->sheet)->repeated += repeated;
  if (repeated)
    return IMS_OK;
  imsi_register_sheet_at(evidence, t->sheet)->entries++;
  IMS_TRY(imsi_register_entry(evidence, t->kind, t->sheet, row->pos.line, row->pos.column, &entry));
  clear_values(t);
  IMS_TRY(take_cells(t, row, entry));
  return add_values(t);
}

ims_status imsi_table_sheet_row(imsi_table_sheet *table, const imsi_sheet_row *row)
{
  ims_sheet *sheet = imsi_register_sheet_at(table->reader->evidence, table->sheet);
  const size_t live = count_live(row);
  if (!live)
    return IMS_OK;
  sheet->rows++;
  if (row->hidden && !sheet->hidden_rows++)
    table->first_hidden = keep_place(table, row->pos);
  if (is_heading(table, row, live)) {
    sheet->sections++;
    return IMS_OK;
  }
  if (table->decisions && !is_decided(table, row)) {
    sheet->undecided++;
    return IMS_OK;
  }
  count_merged(table, row);
  return take_row(table, row);
}
