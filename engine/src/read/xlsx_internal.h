/** What the files of the workbook reader share. A workbook is an archive of parts in XML. */
#ifndef IMSI_XLSX_INTERNAL_H
#define IMSI_XLSX_INTERNAL_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "read/sheet_internal.h"
#include "read/xlsx_value.h"
#include "read/zip.h"

#include <libxml/parser.h>

typedef struct imsi_book {
  imsi_sheet_run *run;
  imsi_zip *zip;
  imsi_arena arena;
  imsi_vec strings; /**< of const char *: the texts that cells share; imsi_book_long_text if one is too long */
  imsi_vec styles;  /**< of uint8_t: what each style shows */
  bool date1904;    /**< days are counted from 1904 */
  bool stale;       /**< results of formulas are out of date */
} imsi_book;

/** Stands for a text that is longer than a cell may hold. */
extern const char imsi_book_long_text[];

/* ---- parts ---- */

typedef struct imsi_part imsi_part;

enum { IMSI_PART_ELEMENTS = 16 };

/** What is done with a part. Elements are told by their number in `elements`; others are gone through without a word.
 */
typedef struct imsi_part_rule {
  const char *root;            /**< name of the outermost element */
  const char *const *elements; /**< names, most frequent first, NULL at the end */
  /** `count` attributes, for imsi_part_attribute. */
  void (*begin)(imsi_part *part, size_t element, int count, const xmlChar **attributes);
  void (*end)(imsi_part *part, size_t element);                 /**< may be NULL */
  void (*text)(imsi_part *part, const char *text, size_t size); /**< may be NULL */
  bool ahead; /**< the part will be read once more: until then nothing is reported, and it does not count */
} imsi_part_rule;

/** A part that is being read. */
struct imsi_part {
  imsi_book *book;
  const char *path;
  const imsi_part_rule *rule;
  void *context; /**< of the functions of `rule` */
  ims_pos pos;   /**< where messages are put */
  bool stopped;
  xmlParserCtxtPtr parser;
  const xmlChar *names[IMSI_PART_ELEMENTS]; /**< the parser's own pointers: compared, not read */
  const xmlChar *space;                     /**< the namespace of the outermost element: others are extensions */
  size_t depth;
  imsi_strbuf value;   /**< of an attribute */
  ims_status unpacked; /**< how that went so far, and why not better */
  imsi_strbuf why;
  ims_status below; /**< what went wrong below the parser, and is told when it comes to it */
  char below_error[128];
};

/** Reads a part; what is wrong is reported at `pos`. False if it was not read to its end. */
bool imsi_part_read(imsi_book *book, const char *path, const imsi_part_rule *rule, void *context, ims_pos pos);

/** Ends the reading of the part; the reason is in `run`, or there is nothing more to be had from it. */
void imsi_part_stop(imsi_part *part);

/** Reports that the part is damaged, at its place, and goes on. `text` may have `%1`. */
void imsi_part_damaged(imsi_part *part, const char *text, const char *a);

/** The value of an attribute, and its size; NULL if there is none. With `space` it is one that has a namespace.
   Borrowed until the next call, and as long as the function that got the attributes runs; not NUL-terminated. */
const char *imsi_part_attribute(imsi_part *part, int count, const xmlChar **attributes, const char *name, bool space,
                                size_t *size);

/** A copy of it in the arena of the book, "" if there is none; NULL, and the part is stopped, without memory. */
const char *imsi_part_copy(imsi_part *part, int count, const xmlChar **attributes, const char *name, bool space);

/** A number that is an attribute; `otherwise` if there is none, or it is none. */
uint32_t imsi_part_number(imsi_part *part, int count, const xmlChar **attributes, const char *name, uint32_t otherwise);

/** True if the attribute says so: "1", "true" or "on". */
bool imsi_part_flag(imsi_part *part, int count, const xmlChar **attributes, const char *name);

/* ---- the parts of a workbook ---- */

/** Reads what cells share; a workbook without has none. */
void imsi_xlsx_strings(imsi_book *book, const char *path);
void imsi_xlsx_styles(imsi_book *book, const char *path);

/** Reads a sheet and hands its rows over. */
void imsi_xlsx_sheet(imsi_book *book, const char *path, const char *name);

/* ---- merged ranges ---- */

typedef struct imsi_merges {
  imsi_vec ranges; /**< by first row */
  size_t begun;    /**< so many of `ranges` begin in the last row that was asked for, or above */
  imsi_vec open;   /**< of size_t: those of them that have not ended */
  uint32_t row;    /**< that was asked for last */
  uint64_t cells;  /**< handed out or passed by so far */
} imsi_merges;

/** Finds the merged ranges of a sheet, which stand behind its rows. Free them in every case. */
void imsi_merges_read(imsi_book *book, const char *path, ims_pos pos, imsi_merges *merges);

/**
 * Adds the cells of a row that continue a merged range. Rows come from top to bottom: one that does not gets none.
 *
 * @param row     The place of the row.
 * @param hidden  By column, from 1: whether it is hidden.
 * @param widest  No cells are added right of this column: a range may go over all columns there are.
 * @return False, reported, if there are too many, or if run->ended says why.
 */
bool imsi_merges_add(imsi_merges *merges, imsi_sheet_run *run, ims_pos row, const bool *hidden, uint32_t widest,
                     imsi_sheet_cells *cells);

void imsi_merges_free(imsi_merges *merges);

#endif
