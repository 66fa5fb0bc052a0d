/** What the files of `explain` share: the work in hand, and a fact as a row of either form. */
#ifndef IMSI_EXPLAIN_INTERNAL_H
#define IMSI_EXPLAIN_INTERNAL_H

#include "query/explanation.h"
#include "query/table.h"
#include "report/common.h"

/** What a run works with. */
typedef struct imsi_explain {
  const ims_model *model;
  imsi_closure *closure;
  imsi_table *table;
  ims_node a, b;
  ims_relation known; /**< `a` to `b` */
  bool all;           /**< independent chains too */
  bool wide;          /**< chains as ways from line to line, else a fact a row */
  bool words;         /**< the wide form tells everything */
  imsi_explanation explanation;
  imsi_vec places; /**< of ims_pos: what the wide form refers to by number */
} imsi_explain;

/** A fact. What is zero is left out. */
typedef struct imsi_explain_fact {
  const char *kind;     /**< answer, step, verdict, guidance, counterpart, missing */
  size_t chain, step;   /**< numbers from 1 */
  const ims_node *from; /**< the wide form tells it only where it tells no way, in the same cell as `to` */
  const ims_node *to;
  ims_relation relation;     /**< `from` to `to` */
  const char *symbol;        /**< instead of the relation */
  const ims_relation *known; /**< what is known by then of the start of the chain to `to` */
  const char *why;           /**< what it rests on, if no row */
  const ims_row *row;        /**< what it rests on */
  ims_status status;         /**< of building `why` */
  bool way;                  /**< a line on the way: `from` is the line above */
} imsi_explain_fact;

/** The columns of the long form. */
extern const ims_columns imsi_explain_form;

/** Starts the table. */
void imsi_explain_begin(imsi_explain *e);

/** Adds a line that opens a part of the wide form, which it has to be; the text is copied. */
void imsi_explain_section(imsi_explain *e, const imsi_strbuf *title);

/** The same for a text that need not be built; does nothing in the long form. */
void imsi_explain_section_named(imsi_explain *e, const char *title);

/** Adds a row. */
void imsi_explain_add(imsi_explain *e, const imsi_explain_fact *fact);

/** The places that rows of the wide form refer to, below the table. */
void imsi_explain_places(imsi_explain *e);

/** All chains of an explanation, numbered from 1 on. */
void imsi_explain_chains(imsi_explain *e);

/** The steps of one chain as chain `number`. */
void imsi_explain_chain(imsi_explain *e, size_t number, ims_node start, const imsi_step *steps, size_t count);

/** Above the table: what is known, how certainly, and by how many rows. Also a row of the long form. */
ims_status imsi_explain_answer(imsi_explain *e, const imsi_vec *rows);

/** Over which of their demands two clauses have to do with each other. IMS_NOMEM. */
ims_status imsi_explain_demands(imsi_explain *e);

/** Why nothing certain follows: the nearest chain, verdicts, and what is missing. IMS_NOMEM. */
ims_status imsi_explain_open(imsi_explain *e);

/** Guidance of one about the other. */
void imsi_explain_guidance(imsi_explain *e);

#endif
