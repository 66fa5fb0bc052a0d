/** What the files of `terms` share: the work in hand, and a fact as a row of either form. */
#ifndef IMSI_TERMS_INTERNAL_H
#define IMSI_TERMS_INTERNAL_H

#include "query/table.h"
#include "query/vocabulary.h"
#include "report/common.h"

/** What a run works with. */
typedef struct imsi_terms_run {
  const ims_model *model;
  imsi_closure *closure;
  imsi_table *table;
  imsi_terms all;
  imsi_vec found;      /**< of imsi_term: those told of, words together */
  bool wide;           /**< sections, else a fact a row */
  bool words;          /**< the wide form tells who says it, and where */
  const char *section; /**< a line that comes before the next row; NULL: none */
} imsi_terms_run;

/** How two terms with the same word stand to each other. */
typedef enum imsi_sameness { IMSI_DIFFERS, IMSI_SAME, IMSI_NOT_COMPARED } imsi_sameness;

/** A fact. What is zero is left out. */
typedef struct imsi_terms_fact {
  const char *kind; /**< in the long form */
  ims_node node;
  const ims_node *other;
  const ims_edition *nowhere; /**< or the edition that has no counterpart */
  const char *relation;       /**< symbol */
  const char *text;           /**< in our words */
  const char *common, *here, *there;
  const imsi_strbuf *note;
  ims_standing standing;
  const imsi_strbuf *bases, *places;
} imsi_terms_fact;

/** The columns of the long form. */
extern const ims_columns imsi_terms_long_form;

/** Starts the table of words found. */
void imsi_terms_begin(imsi_terms_run *t);

/** Adds a row. */
void imsi_terms_add(imsi_terms_run *t, const imsi_terms_fact *fact);

/** Compares two terms with the same word; `relation` gets what is known of the first to the second. */
imsi_sameness imsi_terms_compare(const imsi_terms_run *t, ims_node a, ims_node b, ims_relation *relation);

/** Adds what each edition of the terms found is called, and whose words they are, above the table. IMS_NOMEM. */
void imsi_terms_add_captions(imsi_terms_run *t);

/** Tells of the terms found; with `others`, also how they stand to other words. IMS_NOMEM. */
ims_status imsi_terms_tell(imsi_terms_run *t, bool others);

/** Chooses the terms with `word` in them, the whole word first. IMS_NOT_FOUND or, of no word,
    IMS_INVALID, both reported; IMS_NOMEM. */
ims_status imsi_terms_find(imsi_terms_run *t, const char *word, imsi_reporter *reporter);

#endif
