/** What the readers of sheets share: what is read, under which limits, and how it is reported. */
#ifndef IMSI_SHEET_INTERNAL_H
#define IMSI_SHEET_INTERNAL_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "read/sheet.h"

/** What is reported of a sheet by the thousand, and therefore only so often. */
typedef enum imsi_sheet_kind {
  IMSI_SHEET_NO_VALUE,
  IMSI_SHEET_CELL_ERROR,
  IMSI_SHEET_BAD_DATE,
  IMSI_SHEET_KINDS
} imsi_sheet_kind;

typedef struct imsi_sheet_run {
  const char *name;          /**< of the file */
  imsi_sheet_options limits; /**< each is set */
  imsi_reporter *reporter;
  const imsi_sheet_handler *handler;
  ims_status reported; /**< the first failure that was reported; reading goes on */
  ims_status ended;    /**< why reading must end at once: IMS_NOMEM, or what the handler returned */
  uint32_t told[IMSI_SHEET_KINDS];
} imsi_sheet_run;

/** Reports a failure or a warning; of a failure `status` is remembered. */
void imsi_sheet_report(imsi_sheet_run *run, ims_status status, ims_diag_id id, ims_pos pos, const char *a,
                       const char *b);

/** Reports IMS_DIAG_SHEET_LIMIT: `text` with the number `limit` for its `%1`. */
void imsi_sheet_limit(imsi_sheet_run *run, ims_pos pos, const char *text, uint64_t limit);

/** What a message says of `text`: all of it, or so much that it can be recognized, in `cut`. */
const char *imsi_sheet_shown(const char *text, imsi_strbuf *cut);

/** Warns of a kind that may come by the thousand; after `max_same_kind` of them in a sheet a note says that the rest is
    left out. */
void imsi_sheet_warn(imsi_sheet_run *run, imsi_sheet_kind kind, ims_pos pos, const char *a);

/** Hands over the beginning of a sheet. False if reading must end. */
bool imsi_sheet_begin(imsi_sheet_run *run, const char *name, bool hidden);

/** True if `text` has more characters than a cell may have. Cost: O(1) for what is short enough in bytes. */
bool imsi_sheet_too_long(const imsi_sheet_run *run, const char *text, size_t size);

/** A text of more bytes than this is too long: no more of it need be kept. */
size_t imsi_sheet_most_bytes(const imsi_sheet_run *run);

/** The row that is being read. Initialise with imsi_sheet_cells_init. */
typedef struct imsi_sheet_cells {
  imsi_strbuf text; /**< texts that are nowhere else, a NUL after each */
  imsi_vec cells;   /**< of imsi_cell: as they came, until they are handed over */
  imsi_vec starts;  /**< of size_t: of each, where in `text` it begins, if its text is not elsewhere */
  bool in_order;    /**< by column, so far */
} imsi_sheet_cells;

void imsi_sheet_cells_init(imsi_sheet_cells *cells);
void imsi_sheet_cells_free(imsi_sheet_cells *cells);

/** Adds a cell. If its text is NULL, it begins at `start` of `cells->text`. IMS_OK or IMS_NOMEM. */
ims_status imsi_sheet_cells_add(imsi_sheet_cells *cells, const imsi_cell *cell, size_t start);

/** Hands over `row` with its cells, if it has any, by column, and empties them. Of two cells in one column the first
   one counts: the other is reported, unless one continues a merged range. Sets `run->ended` if reading must end. */
void imsi_sheet_cells_hand(imsi_sheet_run *run, imsi_sheet_cells *cells, imsi_sheet_row row);

#endif
