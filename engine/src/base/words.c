#include "base/words.h"

#include <string.h>

static int small(char c)
{
  return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* Bytes of characters beyond ASCII are letters too: "Lösung" is one word. */
static bool is_letter(char c)
{
  return (small(c) >= 'a' && small(c) <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/* Bytes of `text` that are the `size` bytes at `word`, with a plural "s" or not, up to the end of a word; else 0. */
static size_t match(const char *text, const char *word, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (small(text[i]) != small(word[i]))
      return 0;
  size += small(text[size]) == 's';
  return is_letter(text[size]) ? 0 : size;
}

bool imsi_words_in(const char *text, const char *words)
{
  for (const char *at = text; *at; at++)
    if ((at == text || !is_letter(at[-1])) && match(at, words, strlen(words)))
      return true;
  return false;
}

enum { SHORTEST = 4 };

bool imsi_word_next(const char **text, imsi_word *word)
{
  const char *at = *text;
  for (;;) {
    while (*at && !is_letter(*at))
      at++;
    const char *start = at;
    while (is_letter(*at))
      at++;
    const size_t size = (size_t)(at - start);
    *text = at;
    if (!size)
      return false;
    if (size < SHORTEST)
      continue;
    *word = (imsi_word){ start, size - (small(start[size - 1]) == 's' && size > SHORTEST) };
    return true;
  }
}

bool imsi_word_in(const char *text, imsi_word word)
{
  for (const char *at = text; *at; at++)
    if ((at == text || !is_letter(at[-1])) && match(at, word.start, word.size))
      return true;
  return false;
}

bool imsi_word_same(imsi_word a, imsi_word b)
{
  if (a.size != b.size)
    return false;
  for (size_t i = 0; i < a.size; i++)
    if (small(a.start[i]) != small(b.start[i]))
      return false;
  return true;
}
