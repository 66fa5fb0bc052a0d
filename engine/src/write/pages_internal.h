/** Tables on their way into a workbook: what of them is shown, and what links to what. */
#ifndef IMSI_PAGES_INTERNAL_H
#define IMSI_PAGES_INTERNAL_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "ims/workbook.h"
#include "write/workbook_internal.h"

#include <stdint.h>

/** A column that is shown. */
typedef struct imsi_page_column {
  const ims_column *about;
  size_t index;     /**< in the table */
  const char *note; /**< what it says; NULL: nothing is known */
  double width;     /**< in characters */
  bool whole;       /**< its references are shown with their edition */
} imsi_page_column;

/** A sheet of the workbook. */
typedef struct imsi_pages_sheet {
  const ims_workbook_sheet *given;
  const char *name;          /**< of the sheet */
  imsi_page_column *columns; /**< in the arena of the pages */
  size_t count;
  const char **empty; /**< titles of columns that are left out because they are empty; in the arena */
  size_t empty_count;
  size_t cut; /**< texts that were cut, once it is written */
} imsi_pages_sheet;

/** A row that can be linked to. */
typedef struct imsi_anchor {
  const char *key; /**< a reference, or a place without its column */
  uint32_t page, row;
} imsi_anchor;

typedef struct imsi_pages {
  const ims_write_options *options;
  imsi_pages_sheet *list;
  size_t count;
  imsi_vec anchors; /**< of imsi_anchor, sorted */
  imsi_arena arena;
} imsi_pages;

/** What a column of that key says in a report; NULL if nothing is known. A static string of 250 bytes at most. */
const char *imsi_column_note(const char *report, const char *key);

/** How the words of a cell are shown in a column of that key. */
imsi_book_style imsi_shade_of(const char *key, const char *text);

/** The colour below what a word tells, 0xRRGGBB; 0 for any other style. */
unsigned imsi_shade_paper(imsi_book_style style);

/** The names that the sheets get. IMS_OK or IMS_NOMEM. */
ims_status imsi_pages_name(imsi_pages *pages);

/** Finds what can be linked to. IMS_OK or IMS_NOMEM. */
ims_status imsi_pages_anchor(imsi_pages *pages);

/** The row that a cell of a page speaks of; NULL if it is in no sheet, or in the row itself. `status` gets IMS_NOMEM,
    or stays. */
const imsi_anchor *imsi_pages_target(imsi_pages *pages, size_t page, size_t row, const imsi_page_column *column,
                                     ims_status *status);

/** The edition that the bare references of a row belong to, with its `/`; nothing if nobody says. */
void imsi_page_edition(const imsi_pages_sheet *page, size_t row, imsi_strbuf *before);

/** Chooses the columns of a page and their widths. IMS_OK or IMS_NOMEM. */
ims_status imsi_page_plan(imsi_pages *pages, imsi_pages_sheet *page);

/** Adds the page to the book. IMS_OK or IMS_NOMEM; what else fails the book remembers. */
ims_status imsi_page_put(imsi_pages *pages, size_t index, imsi_book *book);

/** Adds the sheet that explains the others. Returns as imsi_page_put. */
ims_status imsi_pages_guide(imsi_pages *pages, const char *title, imsi_book *book);

/** Bytes of the text that fit into `room` of what spreadsheets count as characters: one beyond the first plane is two.
 */
size_t imsi_pages_fitting(const char *text, size_t room);

#endif
