/* What stands between two tokens: which words and signs, and what they make of the two. */

#include "read/citation_internal.h"

#include <string.h>

typedef enum meaning { OF = 1, WEAK = 2, LIST = 4, RANGE = 8, NEUTRAL = 16 } meaning;

/* Small words of the languages that citations come in. A word may mean several things: Spanish "a" is "to". */
static const struct {
  const char *word;
  unsigned meaning;
} small_words[] = {
  { "a", RANGE | WEAK },
  { "abs", NEUTRAL },
  { "ad", WEAK },
  { "af", OF },
  { "al", RANGE | OF },
  { "also", LIST },
  { "and", LIST },
  { "as", LIST },
  { "até", RANGE },
  { "aus", OF },
  { "bis", RANGE },
  { "bzw", LIST },
  { "conforme", WEAK },
  { "d", OF },
  { "da", OF },
  { "dan", LIST },
  { "das", OF },
  { "de", OF },
  { "degli", OF },
  { "dei", OF },
  { "del", OF },
  { "dell", OF },
  { "della", OF },
  { "delle", OF },
  { "dello", OF },
  { "dem", NEUTRAL },
  { "den", NEUTRAL },
  { "der", OF },
  { "des", OF },
  { "di", OF },
  { "die", NEUTRAL },
  { "do", OF },
  { "dos", OF },
  { "du", OF },
  { "e", LIST },
  { "ed", LIST },
  { "el", NEUTRAL },
  { "en", LIST | WEAK },
  { "et", LIST },
  { "fra", OF },
  { "from", OF },
  { "gem", WEAK },
  { "gemaess", WEAK },
  { "gemäß", WEAK },
  { "hasta", RANGE },
  { "het", NEUTRAL },
  { "i", LIST },
  { "im", WEAK },
  { "in", WEAK },
  { "l", NEUTRAL },
  { "la", NEUTRAL },
  { "las", NEUTRAL },
  { "laut", WEAK },
  { "le", NEUTRAL },
  { "les", NEUTRAL },
  { "los", NEUTRAL },
  { "na", WEAK | OF },
  { "nach", WEAK },
  { "no", WEAK | OF },
  { "norm", NEUTRAL },
  { "norma", NEUTRAL },
  { "normas", NEUTRAL },
  { "norme", NEUTRAL },
  { "normen", NEUTRAL },
  { "normes", NEUTRAL },
  { "nr", NEUTRAL },
  { "o", LIST },
  { "och", LIST },
  { "oder", LIST },
  { "of", OF },
  { "og", LIST },
  { "or", LIST },
  { "ou", LIST },
  { "per", WEAK },
  { "plus", LIST },
  { "resp", LIST },
  { "secondo", WEAK },
  { "según", WEAK },
  { "selon", WEAK },
  { "sowie", LIST },
  { "standard", NEUTRAL },
  { "standards", NEUTRAL },
  { "standards", NEUTRAL },
  { "the", NEUTRAL },
  { "through", RANGE },
  { "till", RANGE },
  { "to", RANGE },
  { "u", LIST },
  { "und", LIST },
  { "under", WEAK },
  { "until", RANGE },
  { "van", OF },
  { "vom", OF },
  { "von", OF },
  { "well", LIST },
  { "y", LIST },
  { "z", OF },
  { "zu", WEAK },
  { "à", RANGE },
  { "条", OF },
};

enum { LONGEST = 12 };

/* Letters of ASCII become small; the others are compared as they are, but for the capitals that begin them. */
static unsigned meaning_of(const char *word, size_t size)
{
  char folded[LONGEST + 1];
  if (size > LONGEST)
    return 0;
  for (size_t i = 0; i < size; i++)
    folded[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] + ('a' - 'A') : word[i]);
  folded[size] = '\0';
  if (strcmp(folded, "À") == 0)
    folded[1] = '\xA0';
  size_t low = 0, high = sizeof small_words / sizeof *small_words;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int order = strcmp(folded, small_words[middle].word);
    if (!order)
      return small_words[middle].meaning;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return 0;
}

/* Bytes of a sign outside ASCII at `text`, 0 if it is a letter; `*dash` and `*space` say which kind. */
static size_t sign_at(const char *text, size_t size, bool *dash, bool *space)
{
  const unsigned char *b = (const unsigned char *)text;
  *dash = *space = false;
  if (size >= 2 && b[0] == 0xC2) {
    *space = b[1] == 0xA0;
    return 2;
  }
  if (size < 3 || b[0] != 0xE2)
    return 0;
  *dash = (b[1] == 0x80 && b[2] >= 0x90 && b[2] <= 0x95) || (b[1] == 0x88 && b[2] == 0x92) ||
          (b[1] == 0x80 && b[2] == 0xA6);
  *space = b[1] == 0x80 && (b[2] <= 0x8A || b[2] == 0xAF);
  return 3;
}

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static size_t read_word(imsi_gap *gap, const char *text, size_t from, size_t to)
{
  size_t at = from;
  bool dash, space;
  while (at < to && is_letter(text[at]) &&
         ((unsigned char)text[at] < 0x80 || !sign_at(text + at, to - at, &dash, &space)))
    at++;
  const unsigned m = meaning_of(text + from, at - from);
  gap->any_word = true;
  gap->words += !m;
  gap->of += (m & OF) != 0;
  gap->weak += (m & WEAK) != 0;
  gap->list_words += (m & LIST) != 0;
  gap->range += (m & RANGE) != 0;
  /* what has a second meaning counts for both; the questions below ask for one at a time */
  return at;
}

static void read_sign(imsi_gap *gap, const char *text, size_t at, size_t to)
{
  const char next = (char)(at + 1 < to ? text[at + 1] : '\0');
  switch (text[at]) {
  case ',':
    gap->commas++;
    gap->signs++;
    break;
  case '/':
  case '&':
  case '+':
  case ';':
    gap->signs++;
    break;
  case '-':
  case '~':
    gap->range++;
    break;
  case ':':
    gap->colon = true;
    break;
  case '(':
  case '[':
    gap->open = true;
    break;
  case ')':
  case ']':
    gap->close = true;
    break;
  case '|':
    gap->bar = true;
    break;
  case '\n':
    gap->sentence |= gap->line && next == '\n';
    gap->line = true;
    gap->sentence |= next == '\n';
    break;
  case '!':
  case '?':
    gap->sentence = true;
    break;
  case '.':
    if (next == '.')
      gap->range++;
    /* a short word before the dot is an abbreviation */
    gap->sentence |=
        next == ' ' && (at < 3 || (is_letter(text[at - 1]) && is_letter(text[at - 2]) && is_letter(text[at - 3])));
    break;
  default:
    break;
  }
}

imsi_gap imsi_gap_read(const char *text, size_t from, size_t to)
{
  imsi_gap gap = { 0 };
  for (size_t at = from; at < to;) {
    bool dash = false, space = false;
    const size_t sign = (unsigned char)text[at] >= 0x80 ? sign_at(text + at, to - at, &dash, &space) : 0;
    if (sign) {
      gap.range += dash;
      at += sign;
    } else if (is_letter(text[at])) {
      at = read_word(&gap, text, at, to);
    } else {
      read_sign(&gap, text, at, to);
      at++;
    }
  }
  return gap;
}

static bool is_broken(const imsi_gap *gap)
{
  return gap->words || gap->sentence || gap->bar;
}

bool imsi_gap_joins(const imsi_gap *gap)
{
  return !is_broken(gap) && !gap->any_word;
}

bool imsi_gap_leads(const imsi_gap *gap)
{
  return !is_broken(gap) && (!gap->any_word || (!gap->list_words && !gap->of) || (gap->weak && !gap->of));
}

bool imsi_gap_is_list(const imsi_gap *gap)
{
  return !is_broken(gap) && (gap->signs || gap->list_words || gap->line);
}

bool imsi_gap_is_range(const imsi_gap *gap)
{
  return !is_broken(gap) && gap->range == 1 && !gap->signs && !gap->list_words && !gap->open && !gap->close &&
         !gap->line;
}

bool imsi_gap_is_of(const imsi_gap *gap)
{
  return !is_broken(gap) && gap->of && !gap->signs && !gap->open;
}

bool imsi_gap_is_in(const imsi_gap *gap)
{
  return !is_broken(gap) && gap->weak && !gap->signs && !gap->open;
}

/* Words that stand before what they are about. */
static bool leads_on(const char *word, size_t size)
{
  static const char *const words[] = { "ISO",      "IEC",      "EN",      "DIN",     "clause",    "clauses",
                                       "Clause",   "Clauses",  "section", "Kapitel", "Abschnitt", "Klausel",
                                       "chapitre", "apartado", "item",    "punto" };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == size && memcmp(words[i], word, size) == 0)
      return true;
  return meaning_of(word, size) != 0;
}

bool imsi_citations_open(const char *text, size_t size)
{
  while (size && strchr(" \t\r\n", text[size - 1]))
    size--;
  if (!size)
    return false;
  if (strchr(",/&(-", text[size - 1]) || (size >= 2 && memcmp(text + size - 2, "\xC2\xA7", 2) == 0))
    return true;
  size_t start = size;
  while (start && is_letter(text[start - 1]))
    start--;
  return start < size && leads_on(text + start, size - start);
}
