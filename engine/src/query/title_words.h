/** Titles of documents against lists of words, in whatever language: what `words` in the data mean. */
#ifndef IMSI_TITLE_WORDS_H
#define IMSI_TITLE_WORDS_H

#include "base/arena.h"
#include "base/vec.h"
#include "ims/status.h"

#include <stdbool.h>
#include <stddef.h>

/**
 * Appends the words of a text: of letters and digits, in small letters, without the s of a plural.
 *
 * @param words  Gets a const char * each, in `arena`.
 * @return IMS_OK or IMS_NOMEM.
 */
ims_status imsi_title_read(imsi_arena *arena, const char *text, imsi_vec *words);

/** A list of words from the data, ready to be looked for. Initialise with {0}; it lives in the arena. */
typedef struct imsi_word_list {
  const struct imsi_word_pattern *patterns;
  size_t count;
} imsi_word_list;

/** Reads a list such as `supplier contract+review !cloud`. IMS_OK or IMS_NOMEM. */
ims_status imsi_word_list_read(imsi_arena *arena, const char *text, imsi_word_list *list);

/**
 * Counts the entries of a list that a title has; 0 if it has one that is ruled out. A list of nothing but what is ruled
 * out counts 1 if the title has none of it.
 *
 * @param found  Gets each that it has, as in the data, a const char *, appended; NULL: not wanted.
 * @return IMS_OK or IMS_NOMEM. Cost: O(entries * words).
 */
ims_status imsi_word_list_count(const imsi_word_list *list, const imsi_vec *words, imsi_vec *found, size_t *count);

#endif
