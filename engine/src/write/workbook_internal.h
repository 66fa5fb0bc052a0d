/** Workbooks: sheets of columns, rows of cells. What a table needs to become one, and what the blank register needs
    besides: notes on columns, lists to choose from. The only user of libxlsxwriter is xlsx.c. */
#ifndef IMSI_WORKBOOK_INTERNAL_H
#define IMSI_WORKBOOK_INTERNAL_H

#include "ims/register.h"
#include "ims/sink.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum imsi_book_form {
  IMSI_BOOK_TEXT, /**< whatever is typed stays as typed: `4.10` does not become 4.1 */
  IMSI_BOOK_DAY,
  IMSI_BOOK_NUMBER
} imsi_book_form;

/** A column of a sheet; everything is copied. */
typedef struct imsi_book_column {
  const char *title;
  const char *note; /**< Shown with the title; NULL: none. */
  double width;     /**< In characters; 0: as wide as the spreadsheet likes. */
  imsi_book_form form;
  const char *const *words; /**< What can be chosen, of 255 bytes in all; NULL: anything can be typed. */
  size_t word_count;
  bool open; /**< Something else than the words can be typed as well. */
  bool fill; /**< For people to fill in. */
} imsi_book_column;

/** Most that the program for workbooks takes. */
enum { IMSI_BOOK_ROWS = 1 << 20, IMSI_BOOK_COLUMNS = 1 << 14, IMSI_BOOK_CELL = 32767, IMSI_BOOK_NAME = 31 };

typedef enum imsi_book_style {
  IMSI_BOOK_PLAIN,
  IMSI_BOOK_STRONG,
  IMSI_BOOK_ASIDE,
  IMSI_BOOK_FRAMED,  /**< as plain, with thin lines around; so are those below but sections */
  IMSI_BOOK_TITLE,   /**< of a column */
  IMSI_BOOK_SECTION, /**< a line that opens a part; it runs on over the empty cells beside it */
  IMSI_BOOK_HEADING,
  IMSI_BOOK_LINK,
  IMSI_BOOK_FILL, /**< for people to fill in */
  /* what a word tells, which the word says as well */
  IMSI_BOOK_GOOD,
  IMSI_BOOK_WORK,
  IMSI_BOOK_BAD,
  IMSI_BOOK_OPEN, /**< not known, or out of the total */
  IMSI_BOOK_RUN,
  IMSI_BOOK_REUSABLE,
  IMSI_BOOK_EXTEND,
  IMSI_BOOK_RELATED,
  IMSI_BOOK_GAP,
  IMSI_BOOK_STYLES
} imsi_book_style;

typedef struct imsi_book imsi_book;

/**
 * Starts a workbook, in a file of its own among the temporary ones.
 *
 * What fails later is remembered, so that it is asked for once, at the end; a book that is NULL is accepted everywhere.
 *
 * @return IMS_OK; IMS_IO; IMS_NOMEM.
 */
ims_status imsi_book_new(imsi_book **book);

/** Starts a sheet with a row of titles, which stays in sight. What does not fit makes the book IMS_LIMIT.
    @param name  At most IMSI_BOOK_NAME characters, one at least, none of []:*?/\ among them, and each once.
    @param rows  Below the titles, that can be filtered and may be filled in; 0: there is nothing to filter. */
void imsi_book_sheet(imsi_book *book, const char *name, const imsi_book_column *columns, size_t count, size_t rows);

/** Keeps the first columns of the sheet in sight, too, and on each page. At least one. */
void imsi_book_keep(imsi_book *book, size_t columns);

/** Starts a row in the sheet. */
void imsi_book_row(imsi_book *book, imsi_book_style style);

/** Makes the row as high as that many lines, as far as a row can be. Without it the spreadsheet decides. */
void imsi_book_height(imsi_book *book, size_t lines);

/** Sets a cell of the row to a text, which is never run as a formula. Ill-formed bytes become U+FFFD; a text of more
    than 32767 characters makes the book IMS_LIMIT. */
void imsi_book_text(imsi_book *book, size_t column, const char *text);

/** The same in a style of its own; a text that is empty leaves an empty cell in that style. */
void imsi_book_styled(imsi_book *book, size_t column, imsi_book_style style, const char *text);

/** The same as a link to a row of a sheet, where 0 is that of the titles. A sheet has about 65000 links; beyond that it
    is a text like others. */
void imsi_book_link(imsi_book *book, size_t column, const char *sheet, size_t row, const char *text);

/** Sets a cell of the row to a day; 0 leaves it empty. */
void imsi_book_day(imsi_book *book, size_t column, ims_day day);

/** Sets a cell of the row to a number. */
void imsi_book_number(imsi_book *book, size_t column, double number);

/**
 * Writes the workbook and releases it. The same calls give the same bytes.
 *
 * @return IMS_OK; IMS_IO if the sink or the temporary file failed; IMS_LIMIT; IMS_NOMEM.
 */
ims_status imsi_book_end(imsi_book *book, ims_sink sink);

/** Gives the workbook up. Accepts NULL. */
void imsi_book_drop(imsi_book *book);

#endif
