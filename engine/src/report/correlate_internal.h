/** What the files of the correlation table share: the work in hand, and the pairs of two editions. */
#ifndef IMSI_CORRELATE_INTERNAL_H
#define IMSI_CORRELATE_INTERNAL_H

#include "base/diag.h"
#include "query/correlation.h"
#include "query/table.h"
#include "query/words.h"
#include "report/common.h"

/** What a run works with. */
typedef struct imsi_correlate {
  const ims_model *model;
  const ims_request *request;
  imsi_reporter *reporter;
  imsi_closure *closure;
  ims_node_kind kind;  /**< of rows */
  const char *clauses; /**< NULL: all */
  const ims_edition *pivot;
  imsi_vec others;     /**< of const ims_edition * */
  imsi_vec users;      /**< of const ims_edition *: those asked for that another one stands for, with its terms */
  size_t pivot_column; /**< of the wide form; 0: it has none */
  imsi_strbuf text;    /**< for whatever is being put together */
  imsi_vec rows;       /**< of uint32_t: relations used so far, in no order */
} imsi_correlate;

/** The pairs of a source edition with a target edition. */
typedef struct imsi_side {
  const ims_edition *source, *target;
  imsi_vec pairs; /**< of imsi_pair, by source */
} imsi_side;

/** Finds the pairs of two editions; free `s->pairs` in any case. IMS_NOMEM. */
ims_status imsi_correlate_load_side(const imsi_correlate *r, const ims_edition *source, const ims_edition *target,
                                    imsi_side *s);

/** The pairs of `node`: `count` from the one returned. Cost: O(log pairs). */
const imsi_pair *imsi_correlate_pairs_of(const imsi_side *s, ims_node node, size_t *count);

/** True if some pair ends at `target`. */
bool imsi_correlate_has_target(const imsi_side *s, ims_node target);

/** True for a node that makes a row: of the right kind, chosen, and no note. */
bool imsi_correlate_makes_row(const imsi_correlate *r, ims_node node);

/** The index of the pair that shares most; of several the one nearest to being the same, else the first. IMS_NOMEM. */
ims_status imsi_correlate_heaviest(const imsi_correlate *r, const imsi_pair *pairs, size_t count, size_t *best);

/** Puts a pair in words; what has no counterpart at all is told once in a table. IMS_NOMEM; free `words` in any case.
 */
ims_status imsi_correlate_words_of(const imsi_correlate *r, const imsi_side *s, const imsi_pair *pair,
                                   imsi_words *words);

/** The relations that prove a pair, remembered for the note on standing. IMS_NOMEM. */
ims_status imsi_correlate_proof_of(imsi_correlate *r, const imsi_pair *pair, imsi_vec *rows);

/** Adds full names and editions above the table, and below it how many rows it rests on and who has read them. */
void imsi_correlate_add_captions(imsi_correlate *r, imsi_table *table, bool reverse);
void imsi_correlate_note_standing(imsi_correlate *r, imsi_table *table);

/** Appends what a node is found by: its name, or the word that a term is for. */
void imsi_correlate_append_name(const imsi_correlate *r, ims_node node, imsi_strbuf *out);

/** Sets a cell to what the node is called. */
void imsi_correlate_set_label(imsi_correlate *r, imsi_table *table, size_t column, ims_node node);

/** Appends the terms of `target` with the same word that have nothing in common with `node`: no counterparts, but what
   one would take for one. IMS_NOMEM. */
ims_status imsi_correlate_append_same_word(imsi_correlate *r, ims_node node, const ims_edition *target,
                                           imsi_strbuf *out);

/** Adds what the symbols mean where the rows are words, below the table. */
void imsi_correlate_add_legend_of_terms(imsi_table *table);

/** The columns of the long form. */
extern const ims_columns imsi_correlate_long_form;

/** The two forms of the report. Return as ims_report.run. */
ims_status imsi_correlate_make_long(imsi_correlate *r, bool reverse, ims_table **finished);
ims_status imsi_correlate_make_wide(imsi_correlate *r, bool reverse, ims_table **finished);

#endif
