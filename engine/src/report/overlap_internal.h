/** What the files of `overlap` share: the work in hand, and a count by who else asks it. */
#ifndef IMSI_OVERLAP_INTERNAL_H
#define IMSI_OVERLAP_INTERNAL_H

#include "query/overlap.h"
#include "query/table.h"
#include "report/common.h"

/** The columns of the long form. */
extern const ims_columns imsi_overlap_long_form;

enum { IMSI_OVERLAP_COLUMNS = 2 * IMSI_OVERLAP_EDITIONS };

/** The demands of an edition, its controls apart. */
typedef struct imsi_overlap_column {
  uint32_t edition;
  bool control;
} imsi_overlap_column;

/** What a run works with. */
typedef struct imsi_overlap_run {
  const ims_model *model;
  imsi_closure *closure;
  imsi_table *table;
  const ims_edition *editions[IMSI_OVERLAP_EDITIONS];
  size_t edition_count;
  imsi_overlap_column columns[IMSI_OVERLAP_COLUMNS];
  size_t column_count;
  imsi_vec units;   /**< of imsi_overlap_unit */
  imsi_vec clauses; /**< of imsi_overlap_unit */
  bool wide;
  imsi_strbuf text; /**< for whatever is being put together */
} imsi_overlap_run;

/** A part of the table as the long form calls it, and what a line of it is about. */
typedef struct imsi_overlap_line {
  const char *part;
  const char *clause;
  const char *title;
  bool shares; /**< the wide form tells shares of the whole as well */
} imsi_overlap_line;

/** Chooses what a line counts. */
typedef bool imsi_overlap_choice(const imsi_overlap_run *o, const imsi_overlap_unit *unit, ims_node about);

/** Adds a line that counts those of `units` that `choice` takes; none if it takes none. IMS_NOMEM. */
ims_status imsi_overlap_add(imsi_overlap_run *o, const imsi_overlap_line *line, const imsi_vec *units,
                            imsi_overlap_choice *choice, ims_node about);

/** Starts the table with its columns. IMS_NOMEM. */
ims_status imsi_overlap_begin(imsi_overlap_run *o);

/** Starts a row of the wide form, and sets the cell of a column in it to o->text; nothing in the long one. */
void imsi_overlap_row(imsi_overlap_run *o, const char *clause, const char *title);
void imsi_overlap_cell(imsi_overlap_run *o, size_t column);

/** Adds a row of the long form: of `total` that are counted in `column`, `count` are shared by these and unexamined in
    those; nothing in the wide one. */
void imsi_overlap_fact(imsi_overlap_run *o, const imsi_overlap_line *line, size_t column, const char *counted,
                       imsi_editions shared, imsi_editions unknown, size_t count, size_t total);

/** Opens a part of the wide form. */
void imsi_overlap_section(imsi_overlap_run *o, const char *title);

/** Adds how far what serves one may serve another. IMS_NOMEM. */
ims_status imsi_overlap_reuse(imsi_overlap_run *o);

/** Tells how large one joint set would be: above the wide table, in rows of the long one. */
void imsi_overlap_joint(imsi_overlap_run *o);

#endif
