/* Words that take something out again: "8.4 (except 8.4.3)". */

#include "read/register_internal.h"

#include <string.h>

static const char *const words[] = {
  "ausgenommen", "ausser",    "au\xC3\x9F\x65r",
  "but not",     "eccetto",   "except",
  "exceto",      "excepto",   "except\xC3\xA9",
  "exception",   "excl",      "excluding",
  "exkl",        "exklusive", "hors",
  "nicht",       "not",       "ohne",
  "other than",  "salvo",     "sans",
  "sauf",        "senza",     "sin",
  "tranne",      "without",
};

/* Part of a word, in whatever script. */
static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static char small(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Bytes of the word if it begins at `text`, else 0. */
static size_t word_at(const char *text, const char *word)
{
  size_t size = 0;
  if (small(*text) != *word)
    return 0;
  while (word[size] && small(text[size]) == word[size])
    size++;
  return word[size] || is_letter(text[size]) ? 0 : size;
}

size_t imsi_register_exception(const char *text, size_t *at)
{
  bool inside = false, letter;
  for (size_t i = 0; text[i]; inside = letter, i++) {
    letter = is_letter(text[i]);
    for (size_t k = 0; letter && !inside && k < sizeof words / sizeof *words; k++) {
      const size_t size = word_at(text + i, words[k]);
      if (size) {
        *at = i;
        return size;
      }
    }
  }
  return 0;
}
