/** What the files of `overlap` share: what is counted, and its three pictures. */
#ifndef IMSI_DIAGRAM_OVERLAP_INTERNAL_H
#define IMSI_DIAGRAM_OVERLAP_INTERNAL_H

#include "diagram/common.h"
#include "query/overlap.h"

/** The demands of an edition, its controls apart: what `overlap` has as a column. */
typedef struct imsi_overlap_set {
  uint32_t edition;
  bool control;
  size_t total;
} imsi_overlap_set;

/** What is drawn. */
typedef struct imsi_overlap_view {
  const ims_model *model;
  imsi_closure *closure;
  const ims_edition *editions[IMSI_OVERLAP_EDITIONS];
  size_t edition_count;
  const char *clauses; /**< NULL: all */
  imsi_vec units;      /**< of imsi_overlap_unit, those of `clauses` only */
  imsi_overlap_set sets[2 * IMSI_OVERLAP_EDITIONS];
  size_t set_count;
} imsi_overlap_view;

/** True if the unit is one of the set. */
bool imsi_overlap_in(const imsi_overlap_unit *unit, const imsi_overlap_set *set);

/** Appends the name of a set: `ISO/IEC 27001:2022 controls`. */
void imsi_overlap_name(const imsi_overlap_view *v, const imsi_overlap_set *set, imsi_strbuf *text);

/** Appends the names of all editions with commas and "and" between them. */
void imsi_overlap_names(const imsi_overlap_view *v, imsi_strbuf *text);

/** Two standards as sets whose areas are true. */
ims_status imsi_overlap_draw_sets(const imsi_overlap_view *v, ims_picture *p, imsi_reporter *reporter);

/** Who shares how much: a bar for each standard in each combination. */
ims_status imsi_overlap_draw_bars(const imsi_overlap_view *v, ims_picture *p, imsi_reporter *reporter);

/** How much is shared at each clause of the common structure and outside of it. */
ims_status imsi_overlap_draw_clauses(const imsi_overlap_view *v, ims_picture *p, imsi_reporter *reporter);

#endif
