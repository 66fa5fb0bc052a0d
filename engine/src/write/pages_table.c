/* A table as a sheet. */

#include "base/strbuf.h"
#include "base/try.h"
#include "base/utf8.h"
#include "write/common.h"
#include "write/pages_internal.h"

#include <stdlib.h>
#include <string.h>

enum {
  WIDTH_LEAST = 7,
  WIDTH_NUMBER = 9,
  WIDTH_ID = 30,   /* of a column of references at most */
  WIDTH_TEXT = 48, /* of prose */
  WIDTH_LONG = 75, /* of long prose: a row is at most so high, and what is below is not seen */
  LONG_TEXT = 700, /* which begins here, in characters */
  WIDTH_FILL = 18,
  WIDTH_FILTER = 3, /* of the button beside a title */
  WIDTH_WHOLE = 26, /* of references with their editions */
  WIDTH_KEPT = 28,  /* of a first column that stays in sight */
  PRECISE = 15      /* digits that a number of a spreadsheet keeps */
};

/* ---- columns ---- */

static bool is_open(const ims_column *column)
{
  return column->kind == IMS_COLUMN_FILL;
}

static size_t line_width(const char *text, size_t most)
{
  size_t widest = 0;
  while (*text) {
    const size_t size = strcspn(text, "\n");
    const size_t width = imsi_utf8_width(text, size);
    widest = width > widest ? width : widest;
    if (widest >= most)
      return most;
    text += size + (text[size] == '\n');
  }
  return widest;
}

/* As wide as the widest line, up to what its kind allows; prose that is long gets more. */
static double width_of(const ims_table *table, const ims_column *about, size_t column)
{
  size_t longest = 0;
  size_t width = about->kind == IMS_COLUMN_FILL ? WIDTH_FILL : WIDTH_LEAST;
  for (size_t row = 0; row < ims_table_row_count(table); row++) {
    const char *text = ims_table_cell(table, row, column);
    if (!text || ims_table_row_kind(table, row) == IMS_ROW_SECTION)
      continue;
    const size_t size = strlen(text), line = line_width(text, WIDTH_LONG);
    longest = size > longest ? size : longest;
    width = line > width ? line : width;
  }
  const size_t most = strcmp(about->key, "place") == 0   ? WIDTH_TEXT /* a link, if it can be seen whole */
                      : about->kind == IMS_COLUMN_ID     ? WIDTH_ID
                      : about->kind == IMS_COLUMN_NUMBER ? WIDTH_NUMBER
                      : longest > LONG_TEXT              ? WIDTH_LONG
                                                         : WIDTH_TEXT;
  width = width > most ? most : width + 1;
  const size_t title = line_width(about->title, WIDTH_ID / 2) + WIDTH_FILTER;
  return (double)(title > width ? title : width);
}

ims_status imsi_page_plan(imsi_pages *pages, imsi_pages_sheet *page)
{
  const ims_table *table = page->given->table;
  const size_t count = ims_table_column_count(table);
  page->columns = imsi_arena_alloc(&pages->arena, count * sizeof *page->columns);
  page->empty = imsi_arena_alloc(&pages->arena, count * sizeof *page->empty);
  if (!page->columns || !page->empty)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++) {
    const ims_column *about = ims_table_column(table, i);
    const bool whole = page->given->whole && strcmp(about->key, "ref") == 0;
    if (!imsi_write_shown(table, pages->options, i) || (page->given->whole && strcmp(about->key, "edition") == 0))
      continue;
    if (imsi_write_empty(table, i))
      page->empty[page->empty_count++] = about->title;
    else
      page->columns[page->count++] = (imsi_page_column){ .about = about,
                                                         .index = i,
                                                         .note = imsi_column_note(ims_table_name(table), about->key),
                                                         .width = whole ? WIDTH_WHOLE : width_of(table, about, i),
                                                         .whole = whole };
  }
  return IMS_OK;
}

/* ---- cells ---- */

size_t imsi_pages_fitting(const char *text, size_t room)
{
  const size_t size = strlen(text);
  size_t at = 0;
  for (size_t used = 0; at < size;) {
    uint32_t code;
    const size_t length = imsi_utf8_decode(text + at, size - at, &code);
    used += code > 0xFFFF ? 2 : 1;
    if (used > room)
      return at;
    at += length;
  }
  return at;
}

/* What a cell can hold of the text: what looks like a character as workbooks write it takes more. */
static size_t room_for(const char *text)
{
  size_t room = IMSI_BOOK_CELL;
  while ((text = strstr(text, "_x")) && room > strlen("_x005F")) {
    room -= strlen("_x005F");
    text++;
  }
  return room;
}

/* The text as a cell can hold it; NULL if there is no memory. */
static const char *make_fit(imsi_pages *pages, imsi_pages_sheet *page, const char *text)
{
  static const char end[] = " [cut here: a cell holds no more]";
  const char *sound = imsi_write_printable(&pages->arena, text);
  if (!sound)
    return NULL;
  const size_t room = room_for(sound);
  if (strlen(sound) <= room || !sound[imsi_pages_fitting(sound, room)])
    return sound;
  imsi_strbuf cut = { 0 };
  imsi_strbuf_bytes(&cut, sound, imsi_pages_fitting(sound, room > sizeof end ? room - sizeof end : 0));
  imsi_strbuf_text(&cut, end);
  const char *copy = cut.status ? NULL : imsi_arena_copy(&pages->arena, imsi_strbuf_string(&cut), cut.size);
  imsi_strbuf_free(&cut);
  page->cut++;
  return copy;
}

static bool is_number(const char *text)
{
  return (imsi_write_integer(text) && strlen(text) <= PRECISE) || imsi_write_decimal(text);
}

/* What a cell shows; NULL if there is no memory. */
static const char *text_of(imsi_pages *pages, imsi_pages_sheet *page, size_t row, const imsi_page_column *shown)
{
  const char *text = ims_table_cell(page->given->table, row, shown->index);
  if (!shown->whole || !text || !*text)
    return make_fit(pages, page, text ? text : "");
  imsi_strbuf whole = { 0 };
  imsi_page_edition(page, row, &whole);
  imsi_strbuf_text(&whole, text);
  const char *copy = whole.status ? NULL : imsi_arena_copy(&pages->arena, imsi_strbuf_string(&whole), whole.size);
  imsi_strbuf_free(&whole);
  return copy ? make_fit(pages, page, copy) : NULL;
}

/* Some spreadsheets neither wrap what is a link nor keep its lines apart. */
static bool fits_link(const char *text, double width)
{
  return !strchr(text, '\n') && (double)imsi_utf8_width(text, strlen(text)) < width;
}

static ims_status put_cell(imsi_pages *pages, size_t index, size_t row, size_t column, imsi_book *book)
{
  imsi_pages_sheet *page = &pages->list[index];
  const imsi_page_column *shown = &page->columns[column];
  const char *text = ims_table_cell(page->given->table, row, shown->index);
  const bool heading = ims_table_row_kind(page->given->table, row) == IMS_ROW_HEADING;
  ims_status status = IMS_OK;
  if (is_open(shown->about) && (!text || !*text))
    return IMS_OK; /* as it is */
  const char *fit = text_of(pages, page, row, shown);
  const imsi_anchor *target = imsi_pages_target(pages, index, row, shown, &status);
  const imsi_book_style shade = fit ? imsi_shade_of(shown->about->key, fit) : IMSI_BOOK_FRAMED;
  if (!fit || status)
    return IMS_NOMEM;
  if (target && fits_link(fit, shown->width))
    imsi_book_link(book, column, pages->list[target->page].name, target->row, fit);
  else if (shown->about->kind == IMS_COLUMN_NUMBER && is_number(fit))
    imsi_book_number(book, column, strtod(fit, NULL));
  else
    imsi_book_styled(book, column, heading ? IMSI_BOOK_HEADING : shade, fit);
  return IMS_OK;
}

/* Lines that a text takes in a column; words at the end of a line do not fit, so a little more than its width tells. */
static size_t lines_of(const char *text, double width)
{
  const size_t room = (size_t)(width * 0.95);
  size_t lines = 0;
  while (*text) {
    const size_t size = strcspn(text, "\n"), wide = imsi_utf8_width(text, size);
    lines += wide > room ? (wide + room - 1) / room : 1;
    text += size + (text[size] == '\n');
  }
  return lines;
}

static size_t height_of(const imsi_pages_sheet *page, size_t row)
{
  size_t most = 1;
  for (size_t i = 0; i < page->count; i++) {
    const char *text = ims_table_cell(page->given->table, row, page->columns[i].index);
    const size_t lines = text ? lines_of(text, page->columns[i].width) : 0;
    most = lines > most ? lines : most;
  }
  return most;
}

static void put_fills(const imsi_pages_sheet *page, imsi_book *book)
{
  for (size_t i = 0; i < page->given->fill_count; i++)
    if (page->given->fills[i].value)
      imsi_book_styled(book, page->count + i, IMSI_BOOK_FILL, page->given->fills[i].value);
}

static ims_status put_section(imsi_pages *pages, imsi_pages_sheet *page, size_t row, imsi_book *book)
{
  const char *text = ims_table_cell(page->given->table, row, 0);
  const char *fit = make_fit(pages, page, text ? text : "");
  if (!fit)
    return IMS_NOMEM;
  for (size_t i = 0; i < page->count + page->given->fill_count; i++)
    imsi_book_styled(book, i, IMSI_BOOK_SECTION, i ? "" : fit);
  return IMS_OK;
}

static ims_status put_row(imsi_pages *pages, size_t index, size_t row, imsi_book *book)
{
  imsi_pages_sheet *page = &pages->list[index];
  imsi_book_row(book, IMSI_BOOK_FRAMED);
  if (ims_table_row_kind(page->given->table, row) == IMS_ROW_SECTION)
    return put_section(pages, page, row, book);
  imsi_book_height(book, height_of(page, row));
  for (size_t i = 0; i < page->count; i++)
    IMS_TRY(put_cell(pages, index, row, i, book));
  put_fills(page, book);
  return IMS_OK;
}

/* ---- the sheet ---- */

static void describe(const imsi_pages_sheet *page, imsi_book_column *columns)
{
  for (size_t i = 0; i < page->count; i++) {
    const imsi_page_column *column = &page->columns[i];
    columns[i] = (imsi_book_column){
      .title = column->whole ? "Clause" : column->about->title,
      .note = column->note,
      .width = column->width,
      .form = column->about->kind == IMS_COLUMN_NUMBER ? IMSI_BOOK_NUMBER : IMSI_BOOK_TEXT,
      .fill = is_open(column->about),
    };
  }
  for (size_t i = 0; i < page->given->fill_count; i++) {
    const ims_workbook_fill *fill = &page->given->fills[i];
    columns[page->count + i] = (imsi_book_column){ .title = fill->title,
                                                   .note = fill->note,
                                                   .width = WIDTH_FILL,
                                                   .form = fill->day ? IMSI_BOOK_DAY : IMSI_BOOK_TEXT,
                                                   .fill = true };
  }
}

/* Titles come from files, too. */
static ims_status mend_titles(imsi_pages *pages, imsi_pages_sheet *page, imsi_book_column *columns)
{
  for (size_t i = 0; i < page->count; i++) {
    columns[i].title = make_fit(pages, page, columns[i].title);
    if (!columns[i].title)
      return IMS_NOMEM;
  }
  return IMS_OK;
}

ims_status imsi_page_put(imsi_pages *pages, size_t index, imsi_book *book)
{
  imsi_pages_sheet *page = &pages->list[index];
  const size_t rows = ims_table_row_count(page->given->table), count = page->count + page->given->fill_count;
  imsi_book_column *columns = imsi_arena_alloc(&pages->arena, count * sizeof *columns);
  if (!columns)
    return IMS_NOMEM;
  describe(page, columns);
  IMS_TRY(mend_titles(pages, page, columns));
  imsi_book_sheet(book, page->name, columns, count, rows);
  if (page->count && page->columns[0].about->kind == IMS_COLUMN_ID && page->columns[0].width <= WIDTH_KEPT)
    imsi_book_keep(book, 1);
  for (size_t row = 0; row < rows && rows < IMSI_BOOK_ROWS; row++)
    IMS_TRY(put_row(pages, index, row, book));
  return IMS_OK;
}
