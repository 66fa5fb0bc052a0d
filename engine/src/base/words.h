/** Words in texts, for titles: English plurals and letters of ASCII without their case, as the words in the data are.
 */
#ifndef IMSI_BASE_WORDS_H
#define IMSI_BASE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/** True if `text` has these words, in this order, each up to its end or with an "s" more; case aside. */
bool imsi_words_in(const char *text, const char *words);

/** A word of a text. */
typedef struct imsi_word {
  const char *start;
  size_t size; /**< without an "s" at its end */
} imsi_word;

/** The next word of at least four letters in `*text`, which is moved behind it; false at the end. */
bool imsi_word_next(const char **text, imsi_word *word);

/** True if `text` has the word, in the singular or the plural; case aside. */
bool imsi_word_in(const char *text, imsi_word word);

/** True if two words are the same, case aside. */
bool imsi_word_same(imsi_word a, imsi_word b);

#endif
