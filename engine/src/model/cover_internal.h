/** What the files of set cover share: the question as bits, what is still open of it, reductions and search. */
#ifndef IMSI_COVER_INTERNAL_H
#define IMSI_COVER_INTERNAL_H

#include "model/cover.h"

enum { IMSI_COVER_WORD = 64 }; /**< bits of a word */

struct imsi_cover {
  size_t candidates, elements;
  size_t candidate_words, element_words; /**< that a set of candidates, of elements takes */
  uint64_t *covers;                      /**< by candidate: its elements */
  uint64_t *covered;                     /**< by element: its candidates */
};

/** The elements of a candidate, and the candidates of an element. */
const uint64_t *imsi_cover_elements(const imsi_cover *cover, size_t candidate);
const uint64_t *imsi_cover_candidates(const imsi_cover *cover, size_t element);

/* ---- sets of bits ---- */

bool imsi_bits_has(const uint64_t *set, size_t bit);
void imsi_bits_put(uint64_t *set, size_t bit);
void imsi_bits_take(uint64_t *set, size_t bit);
/** How many bits are set in a word; how many of `set` are in `among`. */
unsigned imsi_bits_count(uint64_t word);
size_t imsi_bits_common(const uint64_t *set, const uint64_t *among, size_t words);
/** True if all of `a` that is in `among` is in `b`. */
bool imsi_bits_within(const uint64_t *a, const uint64_t *b, const uint64_t *among, size_t words);

/* ---- the work ---- */

/** What is still open, and what is chosen. */
typedef struct imsi_cover_work {
  const imsi_cover *cover;
  uint64_t *candidates; /**< those that may still be chosen */
  uint64_t *elements;   /**< those that are still to be covered */
  bool *chosen;         /**< by candidate */
  size_t size;          /**< how many are chosen */
} imsi_cover_work;

/** Chooses a candidate: what it covers is no longer open. */
void imsi_cover_choose(imsi_cover_work *work, size_t candidate);

/** Does what needs no search: chooses what is forced, drops what is of no use. Some best choice is still possible. */
void imsi_cover_reduce(imsi_cover_work *work);

/** A number of candidates that no choice can do without: elements that have none in common need one each. The
    elements are taken in their order; `elements[i]` has a bit for each candidate that covers it. Cost: O(count). */
size_t imsi_cover_apart(const uint64_t *elements, size_t count);

/**
 * Looks for a choice that is smaller than `*size`, and leaves `*choice` and `*size` alone if there is none.
 *
 * @param elements  For each element a bit for each candidate that covers it, at least one.
 * @param complete  Gets whether the search came to its end within `steps`: then no choice is smaller than `*size`.
 * @return IMS_OK; IMS_NOMEM.
 */
ims_status imsi_cover_search(const uint64_t *elements, size_t count, uint64_t steps, uint64_t *choice, size_t *size,
                             bool *complete);

#endif
