/* Which words of reports are good, bad, or tell that there is work: the word itself stays, so nothing depends on it. */

#include "write/pages_internal.h"

#include <string.h>

static const char *const shaded_columns[] = { "state", "decision", "implementation", "severity", "outcome" };

static const struct {
  const char *word;
  imsi_book_style style;
} shades[] = {
  { "evidenced", IMSI_BOOK_GOOD },
  { "met", IMSI_BOOK_GOOD },
  { "implemented", IMSI_BOOK_GOOD },
  { "run", IMSI_BOOK_RUN },
  { "reusable", IMSI_BOOK_REUSABLE },
  { "extend", IMSI_BOOK_EXTEND },
  { "partial", IMSI_BOOK_WORK },
  { "partly", IMSI_BOOK_WORK },
  { "planned", IMSI_BOOK_WORK },
  { "kind not said", IMSI_BOOK_WORK },
  { "other kind", IMSI_BOOK_WORK },
  { "warning", IMSI_BOOK_WORK },
  { "gap", IMSI_BOOK_GAP },
  { "not met", IMSI_BOOK_GAP },
  { "not implemented", IMSI_BOOK_GAP },
  { "undecided", IMSI_BOOK_BAD },
  { "error", IMSI_BOOK_BAD },
  { "related", IMSI_BOOK_RELATED },
  { "unexamined", IMSI_BOOK_OPEN },
  { "not-applicable", IMSI_BOOK_OPEN },
  { "no-occurrence", IMSI_BOOK_OPEN },
  { "not applicable", IMSI_BOOK_OPEN },
  { "no occurrence", IMSI_BOOK_OPEN },
  { "conditional", IMSI_BOOK_OPEN },
  { "left out", IMSI_BOOK_OPEN },
  { "not said", IMSI_BOOK_OPEN },
  { "not run", IMSI_BOOK_OPEN },
  { "info", IMSI_BOOK_OPEN },
};

static bool is_shaded(const char *key)
{
  for (size_t i = 0; i < sizeof shaded_columns / sizeof *shaded_columns; i++)
    if (strcmp(shaded_columns[i], key) == 0)
      return true;
  return false;
}

/* The last line that is such a word counts: `included`, then `planned`. */
imsi_book_style imsi_shade_of(const char *key, const char *text)
{
  imsi_book_style style = IMSI_BOOK_FRAMED;
  if (!is_shaded(key))
    return style;
  while (*text) {
    const size_t size = strcspn(text, "\n");
    for (size_t i = 0; i < sizeof shades / sizeof *shades; i++)
      if (strlen(shades[i].word) == size && memcmp(shades[i].word, text, size) == 0)
        style = shades[i].style;
    text += size + (text[size] == '\n');
  }
  return style;
}

/* The light colours of pictures, with their stripes: `diagram/palette.c`. */
unsigned imsi_shade_paper(imsi_book_style style)
{
  static const unsigned papers[IMSI_BOOK_STYLES] = {
    [IMSI_BOOK_GOOD] = 0x6FC3A6,   [IMSI_BOOK_WORK] = 0xF8E3A0,    [IMSI_BOOK_BAD] = 0xF4CCCC,
    [IMSI_BOOK_OPEN] = 0xE2E5E8,   [IMSI_BOOK_RUN] = 0xA9DCC9,     [IMSI_BOOK_REUSABLE] = 0xCFE3F6,
    [IMSI_BOOK_EXTEND] = 0xB5D3EE, [IMSI_BOOK_RELATED] = 0xF3E6F0, [IMSI_BOOK_GAP] = 0xF8C3A3,
  };
  return papers[style];
}
