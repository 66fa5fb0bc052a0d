#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

enum { DISTANCE_CAP = 64 };

/* What most texts are made of is seen without tables: a letter, figure, sign or blank of ASCII. */
static bool is_plain(char c)
{
  return c >= ' ' && c < 0x7F;
}

/* The same but a blank. */
static bool is_ink(char c)
{
  return is_plain(c) && c != ' ';
}

static size_t decode(const char *text, size_t size, utf8proc_int32_t *code)
{
  if (size && is_plain(*text)) {
    *code = *text;
    return 1;
  }
  const utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, code);
  if (length > 0)
    return (size_t)length;
  *code = 0xFFFD;
  return 1;
}

size_t imsi_utf8_decode(const char *text, size_t size, uint32_t *code)
{
  utf8proc_int32_t decoded;
  const size_t length = decode(text, size, &decoded);
  *code = (uint32_t)decoded;
  return length;
}

bool imsi_utf8_valid(const char *text, size_t size)
{
  while (size) {
    utf8proc_int32_t code;
    const utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)size, &code);
    if (length <= 0)
      return false;
    text += length;
    size -= (size_t)length;
  }
  return true;
}

size_t imsi_utf8_cluster(const char *text, size_t size)
{
  if (!size)
    return 0;
  if (is_plain(*text) && (size == 1 || is_plain(text[1])))
    return 1;
  utf8proc_int32_t code, state = 0;
  size_t length = decode(text, size, &code);
  while (length < size) {
    utf8proc_int32_t next;
    const size_t more = decode(text + length, size - length, &next);
    if (utf8proc_grapheme_break_stateful(code, next, &state))
      break;
    length += more;
    code = next;
  }
  return length;
}

size_t imsi_utf8_width(const char *text, size_t size)
{
  size_t width = 0;
  while (size) {
    if (is_plain(*text)) {
      width++;
      text++;
      size--;
      continue;
    }
    utf8proc_int32_t code;
    const size_t length = decode(text, size, &code);
    const int columns = utf8proc_charwidth(code);
    if (columns > 0)
      width += (size_t)columns;
    text += length;
    size -= length;
  }
  return width;
}

/* White space, and what is there without being seen. */
static bool is_blank(utf8proc_int32_t code)
{
  if (code < 0x80)
    return code == ' ' || (code >= '\t' && code <= '\r');
  switch (utf8proc_category(code)) {
  case UTF8PROC_CATEGORY_ZS:
  case UTF8PROC_CATEGORY_ZL:
  case UTF8PROC_CATEGORY_ZP:
  case UTF8PROC_CATEGORY_CF:
    return true;
  default:
    return false;
  }
}

/* Bytes of the last of `size` bytes, which are at least one. */
static size_t decode_last(const char *text, size_t size, utf8proc_int32_t *code)
{
  size_t length = 1;
  while (length < 4 && length < size && ((unsigned char)text[size - length] & 0xC0) == 0x80)
    length++;
  return decode(text + size - length, length, code) == length ? length : decode(text + size - 1, 1, code);
}

const char *imsi_utf8_trim(const char *text, size_t *size)
{
  utf8proc_int32_t code;
  size_t left = strlen(text), length;
  while (left && !is_ink(*text) && (length = decode(text, left, &code), is_blank(code))) {
    text += length;
    left -= length;
  }
  while (left && !is_ink(text[left - 1]) && (length = decode_last(text, left, &code), is_blank(code)))
    left -= length;
  *size = left;
  return text;
}

bool imsi_utf8_is_blank(const char *text)
{
  size_t size;
  if (is_ink(*text))
    return false;
  imsi_utf8_trim(text, &size);
  return !size;
}

/* The bytes of the next character in small letters, at most four, and their number; moves `text` past it. */
static size_t fold_next(const char **text, unsigned char small[4])
{
  utf8proc_int32_t code;
  size_t left = 0, size = 1;
  if (is_plain(**text)) {
    const char c = *(*text)++;
    small[0] = (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return 1;
  }
  while (left < 4 && (*text)[left])
    left++;
  const size_t length = decode(*text, left, &code);
  if (length == 1 && code == 0xFFFD)
    small[0] = (unsigned char)**text;
  else
    size = (size_t)utf8proc_encode_char(utf8proc_tolower(code), small);
  *text += length;
  return size;
}

void imsi_utf8_fold(const char *text, imsi_strbuf *out)
{
  unsigned char small[4];
  while (*text) {
    const size_t size = fold_next(&text, small);
    imsi_strbuf_bytes(out, (const char *)small, size);
  }
}

void imsi_utf8_alike(const char *text, size_t size, imsi_strbuf *out)
{
  enum { MOST_PARTS = 32 }; /* no character falls into more than 18 */
  const utf8proc_option_t options =
      UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_LUMP;
  while (size) {
    utf8proc_int32_t code, parts[MOST_PARTS];
    utf8proc_uint8_t bytes[4];
    int boundary = 0;
    const size_t length = decode(text, size, &code);
    const utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, MOST_PARTS, options, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < MOST_PARTS; i++)
      imsi_strbuf_bytes(out, (const char *)bytes, (size_t)utf8proc_encode_char(parts[i], bytes));
    text += length;
    size -= length;
  }
}

int imsi_utf8_compare_folded(const char *a, const char *b)
{
  unsigned char x[4], y[4];
  size_t x_size = 0, y_size = 0, x_at = 0, y_at = 0;
  for (;;) {
    if (x_at == x_size)
      x_at = 0, x_size = *a ? fold_next(&a, x) : 0;
    if (y_at == y_size)
      y_at = 0, y_size = *b ? fold_next(&b, y) : 0;
    if (!x_size || !y_size)
      return (x_size > 0) - (y_size > 0);
    if (x[x_at] != y[y_at])
      return x[x_at] < y[y_at] ? -1 : 1;
    x_at++, y_at++;
  }
}

static bool is_word_character(utf8proc_int32_t code)
{
  const utf8proc_category_t category = utf8proc_category(code);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/* Letters that are two for people, and do not fall apart by themselves. */
static const char *as_two(utf8proc_int32_t code)
{
  return code == 0xDF ? "ss" : code == 0xE6 ? "ae" : code == 0x153 ? "oe" : NULL;
}

/* A letter or digit in small letters, without its marks; anything else becomes a blank before the next word. */
static void append_plain(utf8proc_int32_t code, imsi_strbuf *out)
{
  enum { MOST_PARTS = 8 };
  utf8proc_int32_t parts[MOST_PARTS];
  utf8proc_uint8_t bytes[4];
  int boundary = 0;
  const utf8proc_int32_t small = utf8proc_tolower(code);
  if (as_two(small)) {
    imsi_strbuf_text(out, as_two(small));
    return;
  }
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      small, parts, MOST_PARTS, UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_DECOMPOSE, &boundary);
  for (utf8proc_ssize_t i = 0; i < count && i < MOST_PARTS; i++)
    imsi_strbuf_bytes(out, (const char *)bytes, (size_t)utf8proc_encode_char(parts[i], bytes));
}

void imsi_utf8_plain(const char *text, imsi_strbuf *out)
{
  const size_t start = out->size;
  bool blank = false;
  for (size_t size = strlen(text); size;) {
    utf8proc_int32_t code;
    const size_t length = decode(text, size, &code);
    const bool mark =
        utf8proc_category(code) >= UTF8PROC_CATEGORY_MN && utf8proc_category(code) <= UTF8PROC_CATEGORY_ME;
    if (is_word_character(code)) {
      imsi_strbuf_text(out, blank && out->size > start ? " " : "");
      append_plain(code, out);
      blank = false;
    } else if (!mark && code != 0xAD) {
      blank = true;
    }
    text += length;
    size -= length;
  }
}

static size_t fold(const char *text, utf8proc_int32_t folded[DISTANCE_CAP])
{
  size_t count = 0;
  for (size_t size = strlen(text); size;) {
    utf8proc_int32_t code;
    const size_t length = decode(text, size, &code);
    if (count < DISTANCE_CAP)
      folded[count] = utf8proc_tolower(code);
    count++;
    text += length;
    size -= length;
  }
  return count;
}

size_t imsi_utf8_distance(const char *a, const char *b)
{
  utf8proc_int32_t x[DISTANCE_CAP], y[DISTANCE_CAP];
  const size_t m = fold(a, x), n = fold(b, y);
  if (m > DISTANCE_CAP || n > DISTANCE_CAP)
    return m > n ? m : n;
  size_t row[DISTANCE_CAP + 1];
  for (size_t j = 0; j <= n; j++)
    row[j] = j;
  for (size_t i = 1; i <= m; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= n; j++) {
      const size_t above = row[j];
      size_t best = diagonal + (x[i - 1] != y[j - 1]);
      if (above + 1 < best)
        best = above + 1;
      if (row[j - 1] + 1 < best)
        best = row[j - 1] + 1;
      row[j] = best;
      diagonal = above;
    }
  }
  return row[n];
}
