/* Editions that are told by their year alone: "in the 2022 edition". */

#include "read/citation_internal.h"

#include <string.h>

enum { LONGEST_WORD = 16, FEW_WORDS = 3 };

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_among(const char *const *words, const char *text, size_t size)
{
  for (; *words; words++)
    if (strlen(*words) == size && memcmp(*words, text, size) == 0)
      return true;
  return false;
}

/* Reads a word with the blanks before it, and returns where the next begins. */
static size_t word_at(const char *text, size_t size, size_t at, size_t *start)
{
  while (at < size && (text[at] == ' ' || text[at] == '(' || text[at] == '\''))
    at++;
  *start = at;
  while (at < size && (is_letter(text[at]) || is_digit(text[at])))
    at++;
  return at;
}

unsigned imsi_edition_year(const char *text, size_t size)
{
  static const char *const small[] = { "in", "of",  "the", "der",   "die", "des", "de",  "dans", "l",
                                       "la", "del", "en",  "nella", "da",  "na",  "von", NULL };
  static const char *const kinds[] = { "edition",
                                       "version",
                                       "Edition",
                                       "Version",
                                       "Ausgabe",
                                       "Fassung",
                                       "\xC3\xA9"
                                       "dition",
                                       "edici\xC3\xB3n",
                                       "edizione",
                                       "edi\xC3\xA7\xC3\xA3o",
                                       NULL };
  unsigned year = 0;
  bool kind = false;
  size_t start;
  for (size_t at = 0, count = 0; count <= FEW_WORDS + 1 && !(kind && year); count++) {
    at = word_at(text, size, at, &start);
    const size_t length = at - start;
    if (length == 4 && is_digit(text[start]) && !year)
      for (size_t i = start; i < at && is_digit(text[i]); i++)
        year = year * 10 + (unsigned)(text[i] - '0');
    else if (is_among(kinds, text + start, length) && !kind)
      kind = true;
    else if (year || kind || !is_among(small, text + start, length))
      return 0;
  }
  return kind ? year : 0;
}
