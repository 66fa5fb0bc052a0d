/*
 * Workbooks through libxlsxwriter. It only writes to a file with a name, so there is one among the temporary files,
 * which is gone in the end. Nothing in a workbook depends on the time: properties have a fixed day, and the parts of
 * the archive have none.
 */
#define _XOPEN_SOURCE 700 /* mkstemp, fdopen */

#include "base/arena.h"
#include "base/strbuf.h"
#include "write/common.h"
#include "write/pages_internal.h"
#include "write/workbook_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum {
  LAST_ROW = LXW_ROW_MAX - 1,
  MOST_LINKS = 65000,
  PAGE_WIDTH = 210, /* characters that can still be read on a page */
  NOTE_WIDTH = 280,
  NOTE_HEIGHT = 90,
  LIST_SIZE = 255,
  CHUNK = 1 << 16
};

/* In points. */
static const double font_size = 10, line_height = 13.5, most_height = 409;

/* 1 January 2026: a fixed day that every spreadsheet understands. */
static const time_t made_on = 1767225600;

static const char template[] = P_tmpdir "/imsmap-XXXXXX";

/* Formats of cells: one for each style and form. */
enum { FORMS = IMSI_BOOK_NUMBER + 1 };

struct imsi_book {
  ims_status status;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *formats[IMSI_BOOK_STYLES][FORMS];
  imsi_book_style style; /* of the row */
  lxw_row_t row;
  size_t links; /* in the sheet */
  imsi_arena arena;
  FILE *file;
  char name[sizeof template];
};

static ims_status status_of(lxw_error error)
{
  switch (error) {
  case LXW_NO_ERROR:
    return IMS_OK;
  case LXW_ERROR_MEMORY_MALLOC_FAILED:
    return IMS_NOMEM;
  case LXW_ERROR_CREATING_XLSX_FILE:
  case LXW_ERROR_CREATING_TMPFILE:
  case LXW_ERROR_READING_TMPFILE:
  case LXW_ERROR_ZIP_FILE_OPERATION:
  case LXW_ERROR_ZIP_INTERNAL_ERROR:
  case LXW_ERROR_ZIP_FILE_ADD:
  case LXW_ERROR_ZIP_CLOSE:
    return IMS_IO;
  default:
    return IMS_LIMIT;
  }
}

static void take(imsi_book *book, lxw_error error)
{
  if (!book->status)
    book->status = status_of(error);
}

/* What a style looks like, but for what a word tells; 0 is the usual colour. Colours are pale enough to be read, and
   printed in grey. */
typedef struct look {
  lxw_color_t ink, paper;
  bool bold, italic, runs_on, underlined, bare;
} look;

static const look looks[IMSI_BOOK_STYLES] = {
  [IMSI_BOOK_PLAIN] = { .bare = true },
  [IMSI_BOOK_STRONG] = { .bold = true, .bare = true },
  [IMSI_BOOK_ASIDE] = { .ink = LXW_COLOR_GRAY, .italic = true, .bare = true },
  [IMSI_BOOK_FRAMED] = { 0 },
  [IMSI_BOOK_TITLE] = { .ink = 0xFFFFFF, .paper = 0x1F3864, .bold = true },
  [IMSI_BOOK_SECTION] = { .paper = 0xD9E2F3, .bold = true, .runs_on = true, .bare = true },
  [IMSI_BOOK_HEADING] = { .paper = 0xF2F2F2, .bold = true },
  [IMSI_BOOK_LINK] = { .ink = 0x0563C1, .underlined = true },
  [IMSI_BOOK_FILL] = { .paper = 0xFFFBE6 },
};

static lxw_format *make_format(imsi_book *book, imsi_book_style style, imsi_book_form form)
{
  static const char *const patterns[] = { "@", "yyyy-mm-dd", "General" };
  const look *as = &looks[style];
  lxw_format *format = workbook_add_format(book->workbook);
  if (!format)
    return NULL;
  format_set_num_format(format, patterns[form]);
  format_set_font_size(format, font_size);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (!as->runs_on)
    format_set_text_wrap(format);
  if (form == IMSI_BOOK_NUMBER) { /* away from the text beside it */
    format_set_align(format, LXW_ALIGN_RIGHT);
    format_set_indent(format, 1);
  }
  if (as->bold)
    format_set_bold(format);
  if (as->italic)
    format_set_italic(format);
  if (as->underlined)
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
  if (as->ink)
    format_set_font_color(format, as->ink);
  const unsigned paper = as->paper ? as->paper : imsi_shade_paper(style);
  if (paper)
    format_set_bg_color(format, paper);
  if (!as->bare) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xD0D0D0);
  }
  return format;
}

static ims_status open_book(imsi_book *book)
{
  memcpy(book->name, template, sizeof template);
  const int descriptor = mkstemp(book->name);
  if (descriptor < 0)
    *book->name = '\0';
  book->file = descriptor < 0 ? NULL : fdopen(descriptor, "rb");
  if (!book->file) {
    if (descriptor >= 0)
      close(descriptor);
    return IMS_IO;
  }
  book->workbook = workbook_new(book->name);
  if (!book->workbook)
    return IMS_NOMEM;
  for (int style = 0; style < IMSI_BOOK_STYLES; style++)
    for (int form = 0; form < FORMS; form++) {
      book->formats[style][form] = make_format(book, (imsi_book_style)style, (imsi_book_form)form);
      if (!book->formats[style][form])
        return IMS_NOMEM;
    }
  lxw_doc_properties properties = { .created = made_on };
  return status_of(workbook_set_properties(book->workbook, &properties));
}

ims_status imsi_book_new(imsi_book **book)
{
  imsi_book *made = calloc(1, sizeof *made);
  if (!made)
    return IMS_NOMEM;
  const ims_status status = open_book(made);
  if (status)
    imsi_book_drop(made);
  else
    *book = made;
  return status;
}

/* ---- sheets ---- */

static bool fits_list(const imsi_book_column *about)
{
  size_t size = 0;
  for (size_t i = 0; i < about->word_count; i++)
    size += strlen(about->words[i]) + (i > 0);
  return size <= LIST_SIZE;
}

static void offer_words(imsi_book *book, lxw_col_t column, const imsi_book_column *about)
{
  if (!fits_list(about)) { /* the library would say so on standard error */
    take(book, LXW_ERROR_255_STRING_LENGTH_EXCEEDED);
    return;
  }
  char **list = imsi_arena_alloc(&book->arena, (about->word_count + 1) * sizeof *list);
  if (!list) {
    take(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  memcpy(list, about->words, about->word_count * sizeof *list);
  list[about->word_count] = NULL;
  lxw_data_validation rule = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .value_list = list, /* is only read */
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
    .show_error = about->open ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON,
  };
  take(book, worksheet_data_validation_range(book->sheet, 1, column, LAST_ROW, column, &rule));
}

static void ask_for_days(imsi_book *book, lxw_col_t column)
{
  lxw_data_validation rule = {
    .validate = LXW_VALIDATION_TYPE_DATE,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_datetime = { 1970, 1, 1, 0, 0, 0 },
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
  };
  take(book, worksheet_data_validation_range(book->sheet, 1, column, LAST_ROW, column, &rule));
}

/* Empty cells that are to be filled in are seen as such. */
static void ask_for_anything(imsi_book *book, lxw_col_t column, imsi_book_form form, size_t rows)
{
  for (size_t row = 1; row <= rows && !book->status; row++)
    take(book, worksheet_write_blank(book->sheet, (lxw_row_t)row, column, book->formats[IMSI_BOOK_FILL][form]));
}

static char author[] = "imsmap"; /* is only read */

static void add_column(imsi_book *book, lxw_col_t column, const imsi_book_column *about, size_t rows)
{
  const double width = about->width > 0 ? about->width : LXW_DEF_COL_WIDTH;
  take(book, worksheet_set_column(book->sheet, column, column, width, book->formats[IMSI_BOOK_PLAIN][about->form]));
  take(book,
       worksheet_write_string(book->sheet, 0, column, about->title, book->formats[IMSI_BOOK_TITLE][IMSI_BOOK_TEXT]));
  if (about->note) {
    lxw_comment_options options = { .author = author, .width = NOTE_WIDTH, .height = NOTE_HEIGHT };
    take(book, worksheet_write_comment_opt(book->sheet, 0, column, about->note, &options));
  }
  if (about->words)
    offer_words(book, column, about);
  if (about->form == IMSI_BOOK_DAY)
    ask_for_days(book, column);
  if (about->fill)
    ask_for_anything(book, column, about->form, rows);
}

/* On paper: across, on as few pages beside each other as can be read, with the titles on each. */
static void set_page(imsi_book *book, const imsi_book_column *columns, size_t count)
{
  enum { A4 = 9 };
  worksheet_set_landscape(book->sheet);
  worksheet_set_paper(book->sheet, A4);
  worksheet_set_margins(book->sheet, 0.4, 0.4, 0.6, 0.6);
  double width = 0;
  for (size_t i = 0; i < count; i++)
    width += columns[i].width > 0 ? columns[i].width : LXW_DEF_COL_WIDTH;
  worksheet_fit_to_pages(book->sheet, (uint16_t)(1 + width / PAGE_WIDTH), 0);
  take(book, worksheet_repeat_rows(book->sheet, 0, 0));
  take(book, worksheet_set_footer(book->sheet, "&L&A&R&P / &N"));
}

void imsi_book_sheet(imsi_book *book, const char *name, const imsi_book_column *columns, size_t count, size_t rows)
{
  if (!book || book->status)
    return;
  if (rows > LAST_ROW || count > LXW_COL_MAX) {
    take(book, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
    return;
  }
  take(book, *name ? workbook_validate_sheet_name(book->workbook, name) : LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED);
  book->sheet = book->status ? NULL : workbook_add_worksheet(book->workbook, name);
  if (!book->sheet) {
    take(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return;
  }
  book->row = 0;
  book->links = 0;
  for (size_t i = 0; i < count; i++)
    add_column(book, (lxw_col_t)i, &columns[i], rows);
  worksheet_freeze_panes(book->sheet, 1, 0);
  if (count && rows)
    take(book, worksheet_autofilter(book->sheet, 0, 0, (lxw_row_t)rows, (lxw_col_t)(count - 1)));
  set_page(book, columns, count);
}

void imsi_book_keep(imsi_book *book, size_t columns)
{
  if (!book || book->status)
    return;
  worksheet_freeze_panes(book->sheet, 1, (lxw_col_t)columns);
  take(book, worksheet_repeat_columns(book->sheet, 0, (lxw_col_t)(columns - 1)));
}

void imsi_book_row(imsi_book *book, imsi_book_style style)
{
  if (!book || book->status)
    return;
  book->row++;
  book->style = style;
}

void imsi_book_height(imsi_book *book, size_t lines)
{
  const double height = (double)lines * line_height + 2;
  if (book && !book->status)
    take(book, worksheet_set_row(book->sheet, book->row, height > most_height ? most_height : height, NULL));
}

/* ---- cells ---- */

/* What looks like a character as workbooks write it, `_x0041_` for A. */
static bool is_code(const char *text)
{
  return strncmp(text, "_x", 2) == 0 && strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 && text[6] == '_';
}

/* The same with its first character as a code, so that it stays as it is; NULL if there is no memory. */
static const char *escape(imsi_arena *arena, const char *text)
{
  imsi_strbuf made = { 0 };
  for (; *text; text++) {
    imsi_strbuf_text(&made, is_code(text) ? "_x005F" : "");
    imsi_strbuf_bytes(&made, text, 1);
  }
  const char *copy = made.status ? NULL : imsi_arena_copy(arena, imsi_strbuf_string(&made), made.size);
  imsi_strbuf_free(&made);
  return copy;
}

/* The text as a workbook can hold it; NULL, remembered, if there is no memory. */
static const char *sound(imsi_book *book, const char *text)
{
  const char *made = imsi_write_utf8(&book->arena, text);
  if (made && strstr(made, "_x"))
    made = escape(&book->arena, made);
  if (!made)
    take(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
  return made;
}

static void write_text(imsi_book *book, size_t column, imsi_book_style style, const char *text)
{
  const char *made = sound(book, text);
  if (made)
    take(book,
         worksheet_write_string(book->sheet, book->row, (lxw_col_t)column, made, book->formats[style][IMSI_BOOK_TEXT]));
}

void imsi_book_text(imsi_book *book, size_t column, const char *text)
{
  if (book && !book->status && *text)
    write_text(book, column, book->style, text);
}

void imsi_book_styled(imsi_book *book, size_t column, imsi_book_style style, const char *text)
{
  if (!book || book->status)
    return;
  if (*text)
    write_text(book, column, style, text);
  else
    take(book, worksheet_write_blank(book->sheet, book->row, (lxw_col_t)column, book->formats[style][IMSI_BOOK_TEXT]));
}

/* `internal:'the sheet'!A7`; a quote in the name is doubled. */
static ims_status name_place(imsi_strbuf *place, const char *sheet, size_t row)
{
  imsi_strbuf_text(place, "internal:'");
  for (; *sheet; sheet++) {
    imsi_strbuf_bytes(place, sheet, 1);
    if (*sheet == '\'')
      imsi_strbuf_text(place, "'");
  }
  imsi_strbuf_text(place, "'!A");
  imsi_strbuf_number(place, row + 1);
  return place->status;
}

void imsi_book_link(imsi_book *book, size_t column, const char *sheet, size_t row, const char *text)
{
  imsi_strbuf place = { 0 };
  if (!book || book->status)
    return;
  if (book->links == MOST_LINKS) {
    imsi_book_text(book, column, text);
    return;
  }
  const char *made = sound(book, text);
  if (made && name_place(&place, sheet, row))
    take(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
  else if (made)
    take(book, worksheet_write_url_opt(book->sheet, book->row, (lxw_col_t)column, imsi_strbuf_string(&place),
                                       book->formats[IMSI_BOOK_LINK][IMSI_BOOK_TEXT], made, NULL));
  book->links++;
  imsi_strbuf_free(&place);
}

void imsi_book_day(imsi_book *book, size_t column, ims_day day)
{
  if (!book || book->status || !day)
    return;
  lxw_datetime when = { .year = day / 10000, .month = day / 100 % 100, .day = day % 100 };
  take(book, worksheet_write_datetime(book->sheet, book->row, (lxw_col_t)column, &when,
                                      book->formats[book->style][IMSI_BOOK_DAY]));
}

void imsi_book_number(imsi_book *book, size_t column, double number)
{
  if (!book || book->status)
    return;
  take(book, worksheet_write_number(book->sheet, book->row, (lxw_col_t)column, number,
                                    book->formats[book->style][IMSI_BOOK_NUMBER]));
}

/* ---- the end ---- */

static ims_status hand_over(FILE *file, ims_sink sink)
{
  char *chunk = malloc(CHUNK);
  ims_status status = chunk ? IMS_OK : IMS_NOMEM;
  for (size_t size = 1; !status && size;) {
    size = fread(chunk, 1, CHUNK, file);
    if (size)
      status = sink.write(sink.context, chunk, size);
    else if (ferror(file))
      status = IMS_IO;
  }
  free(chunk);
  return status;
}

ims_status imsi_book_end(imsi_book *book, ims_sink sink)
{
  if (!book)
    return IMS_NOMEM;
  if (!book->status) {
    take(book, workbook_close(book->workbook)); /* releases it, come what may */
    book->workbook = NULL;
  }
  const ims_status status = book->status ? book->status : hand_over(book->file, sink);
  imsi_book_drop(book);
  return status;
}

void imsi_book_drop(imsi_book *book)
{
  if (!book)
    return;
  if (book->workbook)
    lxw_workbook_free(book->workbook);
  if (book->file)
    fclose(book->file);
  if (*book->name)
    unlink(book->name);
  imsi_arena_free(&book->arena);
  free(book);
}
