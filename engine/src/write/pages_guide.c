/* The sheet that explains the others: what they are about, what their columns say, what has to be kept in mind. */

#include "base/strbuf.h"
#include "base/try.h"
#include "write/common.h"
#include "write/pages_internal.h"

#include <string.h>

enum { WIDTH_WHAT = 30, WIDTH_WORDS = 120, ROOM = 110 /* characters of a line, as words do not fill it */ };

static const imsi_book_column columns[] = { { .title = "What", .width = WIDTH_WHAT },
                                            { .title = "In words", .width = WIDTH_WORDS } };

static ims_status put_line(imsi_pages *pages, imsi_book *book, imsi_book_style style, const char *what,
                           const char *words)
{
  const char *sound = imsi_write_printable(&pages->arena, words);
  if (!sound)
    return IMS_NOMEM;
  imsi_book_row(book, IMSI_BOOK_PLAIN);
  imsi_book_height(book, 1 + strlen(words) / ROOM);
  imsi_book_styled(book, 0, style, what);
  imsi_book_styled(book, 1, style == IMSI_BOOK_STRONG ? IMSI_BOOK_PLAIN : style, sound);
  return IMS_OK;
}

static ims_status put_numbered(imsi_pages *pages, imsi_book *book, const char *what, size_t number, const char *words)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_number(&text, number);
  imsi_strbuf_text(&text, words);
  const ims_status status =
      text.status ? text.status : put_line(pages, book, IMSI_BOOK_PLAIN, what, imsi_strbuf_string(&text));
  imsi_strbuf_free(&text);
  return status;
}

/* ---- what is there ---- */

static ims_status put_list(imsi_pages *pages, imsi_book *book)
{
  if (pages->count < 2)
    return IMS_OK;
  IMS_TRY(put_line(pages, book, IMSI_BOOK_SECTION, "Sheets", ""));
  for (size_t i = 0; i < pages->count; i++) {
    const imsi_pages_sheet *page = &pages->list[i];
    const char *summary = imsi_write_printable(&pages->arena, page->given->summary);
    if (!summary)
      return IMS_NOMEM;
    imsi_book_row(book, IMSI_BOOK_PLAIN);
    imsi_book_link(book, 0, page->name, 0, page->name);
    imsi_book_text(book, 1, summary);
  }
  return IMS_OK;
}

/* ---- one sheet ---- */

static ims_status put_columns(imsi_pages *pages, const imsi_pages_sheet *page, imsi_book *book)
{
  for (size_t i = 0; i < page->count; i++) {
    const imsi_page_column *column = &page->columns[i];
    const char *title = imsi_write_printable(&pages->arena, column->whole ? "Clause" : column->about->title);
    const char *note = column->note ? column->note : column->about->kind == IMS_COLUMN_FILL ? "To be filled in." : "";
    if (!title)
      return IMS_NOMEM;
    IMS_TRY(put_line(pages, book, IMSI_BOOK_STRONG, title, note));
  }
  for (size_t i = 0; i < page->given->fill_count; i++)
    IMS_TRY(put_line(pages, book, IMSI_BOOK_STRONG, page->given->fills[i].title, page->given->fills[i].note));
  return IMS_OK;
}

static ims_status put_empty(imsi_pages *pages, const imsi_pages_sheet *page, imsi_book *book)
{
  imsi_strbuf list = { 0 };
  for (size_t i = 0; i < page->empty_count; i++) {
    imsi_strbuf_text(&list, i ? ", " : "");
    imsi_strbuf_text(&list, page->empty[i]);
  }
  ims_status status = list.status;
  if (!status && page->empty_count)
    status = put_line(pages, book, IMSI_BOOK_PLAIN, "Left out, for all is empty", imsi_strbuf_string(&list));
  imsi_strbuf_free(&list);
  return status;
}

static ims_status put_page(imsi_pages *pages, const imsi_pages_sheet *page, imsi_book *book)
{
  const ims_table *table = page->given->table;
  IMS_TRY(put_line(pages, book, IMSI_BOOK_SECTION, page->name, ""));
  for (size_t i = 0; i < ims_table_caption_count(table); i++)
    IMS_TRY(put_line(pages, book, IMSI_BOOK_PLAIN, i ? "" : "About", ims_table_caption(table, i)));
  IMS_TRY(put_columns(pages, page, book));
  IMS_TRY(put_empty(pages, page, book));
  if (page->cut)
    IMS_TRY(put_numbered(pages, book, "Cut", page->cut,
                         " texts are longer than a cell can be, and end with a remark; CSV has them whole"));
  for (size_t i = 0; i < ims_table_note_count(table); i++)
    IMS_TRY(put_line(pages, book, IMSI_BOOK_PLAIN, i ? "" : "To be kept in mind", ims_table_note(table, i)));
  return IMS_OK;
}

ims_status imsi_pages_guide(imsi_pages *pages, const char *title, imsi_book *book)
{
  imsi_book_sheet(book, "Read me", columns, sizeof columns / sizeof *columns, 0);
  IMS_TRY(put_line(pages, book, IMSI_BOOK_STRONG, "What this is", title));
  IMS_TRY(put_line(pages, book, IMSI_BOOK_PLAIN, "",
                   "Colours repeat what a word says, and are those of pictures: green is there, pale green is to be "
                   "run, blue to be adopted or extended, yellow to be completed, violet is only related, orange is "
                   "missing, grey is not known or not counted. Red is an error. Cream cells are to be filled in. A row "
                   "shows as much as fits; the cell has it all."));
  IMS_TRY(put_list(pages, book));
  for (size_t i = 0; i < pages->count; i++)
    IMS_TRY(put_page(pages, &pages->list[i], book));
  return IMS_OK;
}
