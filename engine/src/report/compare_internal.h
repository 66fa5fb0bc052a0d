/** What the files of `compare` share: the work in hand, and a line with a side for each standard. */
#ifndef IMSI_COMPARE_INTERNAL_H
#define IMSI_COMPARE_INTERNAL_H

#include "query/table.h"
#include "report/common.h"

/** What a run works with. */
typedef struct imsi_compare {
  const ims_model *model;
  imsi_closure *closure;
  imsi_table *table;
  const ims_edition *a, *b;
  ims_node_kind kind; /**< of what is counted: provisions, or clauses where one of the two has no provisions */
  const char *part;   /**< of the table, as the long form calls it */
  const char *title;  /**< of the part in the wide form, until it has a row */
  bool wide;          /**< a line for both, else a fact a row */
  bool words;         /**< the wide form tells who says it, and where */
} imsi_compare;

/** What is said of one of the two. `text` NULL: nothing. */
typedef struct imsi_compare_side {
  const char *text;
  size_t count;
  bool counted;
  const char *basis; /**< NULL: it is counted here, or follows from the kind of the edition */
  ims_standing standing;
  int confidence;
  ims_pos pos;
} imsi_compare_side;

/** Begins a part of the table: its name in the long form, its title in the wide one. A part without rows is not told.
 */
void imsi_compare_part(imsi_compare *c, const char *name, const char *title);

/** Adds a line; none if nothing is said of either. */
void imsi_compare_row(imsi_compare *c, const char *key, const char *title, const imsi_compare_side *a,
                      const imsi_compare_side *b);

/** What each is: facts of the edition and its profile. */
void imsi_compare_profiles(imsi_compare *c);

/** Which of the two may be held against an organization, and which explains which. */
void imsi_compare_criterion(imsi_compare *c);

/** What they share, chapter by chapter, and what is own to each. IMS_NOMEM. */
ims_status imsi_compare_shared(imsi_compare *c);

#endif
