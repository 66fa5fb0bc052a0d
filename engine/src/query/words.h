/** What a pair of clauses or provisions means in words, from the rows and the own words of its parts. */
#ifndef IMSI_WORDS_H
#define IMSI_WORDS_H

#include "query/correlation.h"

/** Each a vector of const char *, borrowed from the model; every text occurs once. */
typedef struct imsi_words {
  imsi_vec common;      /**< what both ask */
  imsi_vec source_only; /**< what only the source asks */
  imsi_vec target_only; /**< what only the target asks */
  imsi_vec uncompared;  /**< what both add to something between them: nobody has compared it */
  imsi_vec unexamined;  /**< names of demands of the source of which nobody has said anything */
} imsi_words;

/** Nothing said yet. */
#define IMSI_WORDS                                                                                                     \
  ((imsi_words){ IMSI_VEC(const char *), IMSI_VEC(const char *), IMSI_VEC(const char *), IMSI_VEC(const char *),       \
                 IMSI_VEC(const char *) })

/** How much two things have in common: the number of pairs of parts that overlap most specifically.
    IMS_NOMEM. */
ims_status imsi_words_weight(const ims_model *model, const imsi_closure *closure, const imsi_pair *pair,
                             size_t *weight);

/**
 * Puts a pair in words. What has no counterpart in the other edition at all is told only if this pair is the home of
 * its source or its target, so that a table tells it once. IMS_NOMEM; free `words` in both cases.
 */
ims_status imsi_words_of(const ims_model *model, const imsi_closure *closure, const imsi_pair *pair, bool source_home,
                         bool target_home, imsi_words *words);

/** Releases the vectors. Accepts NULL. */
void imsi_words_free(imsi_words *words);

#endif
