/* Numbers that stand for those behind them, too: "9.3.1 ff.". */

#include "base/try.h"
#include "read/citation_internal.h"

#include <string.h>

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Bytes of a blank at `text`, also of one that does not break. */
static size_t blank_at(const char *text, size_t size)
{
  if (size && *text == ' ')
    return 1;
  return size > 1 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* Bytes of the words at `text` that mean "and those that follow", else 0. */
static size_t words_at(const char *text, size_t size)
{
  static const char *const words[] = { "ff.",          "ff",      "et seq.",  "et seq", "et suiv.", "et suivants",
                                       "et suivantes", "y ss.",   "y sgtes.", "e ss.",  "ss.",      "e sgg.",
                                       "sgg.",         "e segg.", "segg.",    "e segs." };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    const size_t length = strlen(words[i]);
    if (length <= size && memcmp(text, words[i], length) == 0 && (length == size || !is_letter(text[length])))
      return length;
  }
  return 0;
}

void imsi_token_following(const imsi_citations *c, const char *text, size_t size, imsi_token *token)
{
  size_t at = token->end, blank;
  if (token->number.wildcard)
    return;
  if (token->item_count == 1) {
    const imsi_item item = IMSI_AT(imsi_item, &c->items, token->first_item);
    if (item.letter == 'f' && !item.digit && text[at - 1] == 'f' && at < size && text[at] == '.' &&
        (at + 1 == size || !is_letter(text[at + 1])))
      token->following = IMSI_FOLLOWS_ONE;
    return;
  }
  if (token->item_count)
    return;
  while ((blank = blank_at(text + at, size - at)))
    at += blank;
  const size_t words = words_at(text + at, size - at);
  if (!words)
    return;
  token->following = IMSI_FOLLOWS_ALL;
  token->end = at + words;
}
