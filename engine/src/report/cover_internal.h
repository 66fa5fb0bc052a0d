/** What the files of the coverage report share: the work in hand, and how it names things. */
#ifndef IMSI_COVER_REPORT_INTERNAL_H
#define IMSI_COVER_REPORT_INTERNAL_H

#include "query/coverage.h"
#include "query/smallest.h"
#include "query/table.h"
#include "query/words.h"
#include "report/common.h"

/** What a run works with. */
typedef struct imsi_cover_run {
  const ims_model *model;
  const ims_request *request;
  imsi_reporter *reporter;
  imsi_closure *closure;
  imsi_coverage *coverage;
  imsi_vec targets;       /**< of imsi_region */
  imsi_vec sources;       /**< of imsi_region */
  imsi_vec demands;       /**< of ims_node: what is asked of the targets, one by one */
  imsi_smallest smallest; /**< clauses that suffice */
  imsi_vec shares;        /**< of imsi_share: of the row in hand */
  imsi_vec rows;          /**< of uint32_t: relations used so far, in no order */
  imsi_strbuf text;       /**< for whatever is being put together */
  bool controls;          /**< a control is among what covers */
  bool common;            /**< so is text for authors of standards */
} imsi_cover_run;

/** The words for a state; a static string. */
const char *imsi_cover_state_name(imsi_covered state);

/** Finds the shares of `node` and remembers what they are. IMS_NOMEM. */
ims_status imsi_cover_load(imsi_cover_run *r, ims_node node);

/** The relations that prove what a share says of `node` (indices, of uint32_t, each once), remembered for the note on
    standing: where it is covered jointly, also those that make it part of a whole. IMS_NOMEM. */
ims_status imsi_cover_proof_of(imsi_cover_run *r, ims_node node, const imsi_share *share, imsi_vec *rows);

/** Puts a share in words: what both ask, what is left over of the target beside that source (source_only), what both
   add to something between them. IMS_NOMEM; free `words` in any case. */
ims_status imsi_cover_words_of(const imsi_cover_run *r, const imsi_share *share, imsi_words *words);

/** True if the items of a demand in that state are listed beneath it: not where they would only say the same again. */
bool imsi_cover_lists_items(const imsi_cover_run *r, ims_node node, imsi_covered state);

/** The clause of the smallest choice that the source is in; IMS_NO_NODE if none is. */
ims_node imsi_cover_chosen(const imsi_cover_run *r, ims_node source);

/** Appends what a region is referred to by: `9001:2015` or `9001:2015/8.4`. */
void imsi_cover_append_region(const imsi_cover_run *r, const imsi_region *region, imsi_strbuf *text);

/** Adds above the table what is covered by what; below it counts, the smallest choice, legend and reservations. */
void imsi_cover_add_captions(imsi_cover_run *r, imsi_table *table);
void imsi_cover_add_notes(imsi_cover_run *r, imsi_table *table);

/** The columns of the long form. */
extern const ims_columns imsi_cover_long_form;

/** The two forms of the report. Return as ims_report.run. */
ims_status imsi_cover_make_long(imsi_cover_run *r, ims_table **finished);
ims_status imsi_cover_make_wide(imsi_cover_run *r, ims_table **finished);

#endif
