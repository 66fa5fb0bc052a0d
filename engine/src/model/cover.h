/** Set cover: the fewest candidates that together cover all that any of them covers. Knows numbers only. */
#ifndef IMSI_COVER_H
#define IMSI_COVER_H

#include "ims/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Which candidates cover which elements. */
typedef struct imsi_cover imsi_cover;

/** Candidates among which the best choice is looked for, once those are gone that are forced or of no use. */
enum { IMSI_COVER_EXACT = 60 };

/** Choices that are tried before the search for the best one is given up: some seconds. */
#define IMSI_COVER_STEPS UINT64_C(5000000)

/** Nothing covers anything yet. Both numbers may be 0. `*cover` is yours; IMS_NOMEM. */
ims_status imsi_cover_new(size_t candidates, size_t elements, imsi_cover **cover);

/** Says that `candidate` covers `element`, both from 0. */
void imsi_cover_add(imsi_cover *cover, size_t candidate, size_t element);

/** Releases it. Accepts NULL. */
void imsi_cover_free(imsi_cover *cover);

/** How good a choice is. */
typedef struct imsi_cover_answer {
  size_t size;   /**< candidates chosen */
  size_t least;  /**< no choice has fewer: `size` itself if that is the best */
  size_t factor; /**< thousandths, rounded up, from 1000: `size` is at most so many times that of the best choice */
} imsi_cover_answer;

/**
 * Chooses as few candidates as can be. An element that no candidate covers is left aside.
 *
 * First what needs no search: a candidate is taken if it is the only one of some element, dropped if another one covers
 * all that it covers (of equals the earlier stays). If at most IMSI_COVER_EXACT candidates are then left, the best
 * choice is searched for, in at most `steps` steps. Else, or if they do not suffice, always the candidate is taken that
 * covers most of what is left (of equals the earlier); with d the most that any one covers, such a choice is at most 1
 * + 1/2 + ... + 1/d times as large as the best.
 *
 * @param chosen  For each candidate, whether it is chosen; the caller's array.
 * @return IMS_OK; IMS_NOMEM, `chosen` and `answer` as they were. The same question gets the same answer.
 * Cost: O((candidates + elements)^2 * candidates) bit operations, in words of 64, and the search.
 */
ims_status imsi_cover_smallest(const imsi_cover *cover, uint64_t steps, bool *chosen, imsi_cover_answer *answer);

#endif
