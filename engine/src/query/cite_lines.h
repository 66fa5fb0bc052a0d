/** Lines of a text with what headings, tables and front matter say about them. */
#ifndef IMSI_CITE_LINES_H
#define IMSI_CITE_LINES_H

#include "base/vec.h"
#include "read/citation.h"

enum { IMSI_HEADING_LEVELS = 7 };

/** Initialise with imsi_cite_lines_begin. */
typedef struct imsi_cite_lines {
  imsi_citations *citations;
  const char *data;
  size_t size;
  size_t start; /**< of what comes next */
  /** What a heading of that level says; 0 is the text itself. */
  imsi_citation_context headings[IMSI_HEADING_LEVELS];
  unsigned level;
  bool front_matter;
  bool csv;         /**< each line, or lines that a quote joins, is a row of one table */
  char separator;   /**< of the table that lines belong to; 0: none */
  imsi_vec columns; /**< of imsi_cite_column */
} imsi_cite_lines;

/** What the header of a column says. */
typedef struct imsi_cite_column {
  imsi_citation_context context;
  bool names;   /**< a standard of ours, or another one */
  bool clauses; /**< that it holds clauses */
} imsi_cite_column;

/** A piece of the text that is read at once: a line, a cell, two lines of one citation. */
typedef ims_status imsi_cite_piece(void *context, size_t start, size_t size, const imsi_citation_context *around);

/** Starts a text; `name` may name a standard, and is that of a table of comma-separated values if it ends in `.csv`.
 * IMS_OK, IMS_LIMIT or IMS_NOMEM; end it in any case. */
ims_status imsi_cite_lines_begin(imsi_cite_lines *lines, imsi_citations *citations, const char *name, const char *data,
                                 size_t size);

/** Hands over the pieces of the next line. What `piece` returns other than IMS_OK ends it; else as begin. */
ims_status imsi_cite_lines_next(imsi_cite_lines *lines, imsi_cite_piece *piece, void *context);

void imsi_cite_lines_end(imsi_cite_lines *lines);

#endif
