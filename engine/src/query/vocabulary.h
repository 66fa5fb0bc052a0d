/** Words: which edition uses the terms of which, and all terms in the order of their words. */
#ifndef IMSI_VOCABULARY_H
#define IMSI_VOCABULARY_H

#include "base/arena.h"
#include "base/vec.h"
#include "ims/model.h"

#include <stdbool.h>

/** True if the edition has terms of its own. Cost: O(nodes of the edition). */
bool imsi_vocabulary_has_terms(const ims_model *model, const ims_edition *edition);

/** The edition whose terms stand for those of `edition`: itself if it has some, else the vocabulary that it names.
    NULL if that has none either. Cost: O(nodes of both). */
const ims_edition *imsi_vocabulary_of(const ims_model *model, const ims_edition *edition);

/** True for an edition that counts today: current, in transition, or without a status. */
bool imsi_vocabulary_in_use(const ims_edition *edition);

typedef struct imsi_term {
  const char *word; /**< its label in small letters */
  ims_node node;
  size_t rank; /**< in the order of editions, then of the document */
} imsi_term;

/** Initialise with IMSI_TERMS; free with imsi_terms_free. */
typedef struct imsi_terms {
  imsi_arena arena;
  imsi_vec list; /**< of imsi_term */
} imsi_terms;

#define IMSI_TERMS ((imsi_terms){ { NULL }, IMSI_VEC(imsi_term) })

/** Collects all terms of the model: by word in natural order, then by rank. Those of editions that were replaced are
    left out. IMS_NOMEM. Cost: O(nodes + n log n). */
ims_status imsi_terms_collect(const ims_model *model, imsi_terms *terms);

/** Releases the terms. */
void imsi_terms_free(imsi_terms *terms);

#endif
