#include "write/common.h"

#include "base/strbuf.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { STAND_IN_SIZE = 12, INTEGER_DIGITS = 18, DECIMAL_DIGITS = 15 };

/* Says what stands for the character at `text`; false if it stands for itself. */
typedef bool (*replacer)(const char *text, size_t length, uint32_t code, char stand_in[STAND_IN_SIZE]);

static bool ill_formed(size_t length, uint32_t code)
{
  return length == 1 && code >= 0x80;
}

/* The embeddings, overrides and isolates show "evil.exe" as something else, and the marks (061C, 200E, 200F) move the
   numbers that follow, of the next column too; 2028 and 2029 start a new line; the last two are no characters, and no
   XML has them. */
static bool misleading(uint32_t code)
{
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0xFFFE || code == 0xFFFF;
}

static bool printable(const char *text, size_t length, uint32_t code, char stand_in[STAND_IN_SIZE])
{
  if (code == '\n')
    return false;
  if (code == '\t')
    memcpy(stand_in, " ", 2);
  else if (code == '\r' && text[1] == '\n')
    stand_in[0] = '\0';
  else if (ill_formed(length, code))
    snprintf(stand_in, STAND_IN_SIZE, "\\x%02X", (unsigned)(unsigned char)*text);
  else if (code < 0x20 || (code >= 0x7F && code < 0xA0))
    snprintf(stand_in, STAND_IN_SIZE, "\\x%02X", (unsigned)code);
  else if (misleading(code))
    snprintf(stand_in, STAND_IN_SIZE, "\\u%04X", (unsigned)code);
  else
    return false;
  return true;
}

static bool well_formed(const char *text, size_t length, uint32_t code, char stand_in[STAND_IN_SIZE])
{
  (void)text;
  if (!ill_formed(length, code))
    return false;
  memcpy(stand_in, "\xEF\xBF\xBD", 4);
  return true;
}

static const char *replace(imsi_arena *arena, const char *text, replacer decide)
{
  imsi_strbuf buf = { 0 };
  size_t done = 0; /* bytes of `text` that `buf` accounts for */
  const size_t size = strlen(text);
  for (size_t at = 0; at < size;) {
    if (text[at] >= ' ' && text[at] < 0x7F) {
      at++; /* most are such, and stand for themselves everywhere */
      continue;
    }
    char stand_in[STAND_IN_SIZE];
    uint32_t code;
    const size_t length = imsi_utf8_decode(text + at, size - at, &code);
    if (decide(text + at, length, code, stand_in)) {
      imsi_strbuf_bytes(&buf, text + done, at - done);
      imsi_strbuf_text(&buf, stand_in);
      done = at + length;
    }
    at += length;
  }
  if (!done)
    return text;
  imsi_strbuf_text(&buf, text + done);
  const char *copy = buf.status ? NULL : imsi_arena_copy(arena, imsi_strbuf_string(&buf), buf.size);
  imsi_strbuf_free(&buf);
  return copy;
}

bool imsi_write_shown(const ims_table *table, const ims_write_options *options, size_t column)
{
  return options->details || !ims_table_column(table, column)->detail;
}

bool imsi_write_empty(const ims_table *table, size_t column)
{
  bool rows = false;
  for (size_t row = 0; row < ims_table_row_count(table); row++) {
    const char *text = ims_table_cell(table, row, column);
    if (ims_table_row_kind(table, row) == IMS_ROW_SECTION)
      continue; /* which has no cells but its text */
    rows = true;
    if (text && *text)
      return false;
  }
  return rows && ims_table_column(table, column)->kind != IMS_COLUMN_FILL;
}

bool imsi_write_integer(const char *text)
{
  if (strcmp(text, "0") == 0)
    return true;
  text += *text == '-';
  const size_t digits = strspn(text, "0123456789");
  return *text != '0' && digits > 0 && digits <= INTEGER_DIGITS && !text[digits];
}

bool imsi_write_decimal(const char *text)
{
  text += *text == '-';
  const size_t whole = strspn(text, "0123456789");
  if (!whole || (whole > 1 && *text == '0') || text[whole] != '.')
    return false;
  const size_t part = strspn(text + whole + 1, "0123456789");
  return part > 0 && whole + part <= DECIMAL_DIGITS && !text[whole + 1 + part];
}

const char *imsi_write_printable(imsi_arena *arena, const char *text)
{
  return replace(arena, text, printable);
}

const char *imsi_write_utf8(imsi_arena *arena, const char *text)
{
  return replace(arena, text, well_formed);
}

void imsi_write_xml(imsi_out *out, const char *text)
{
  for (; *text; text++) {
    const unsigned char c = (unsigned char)*text;
    if (c == '&' || c == '<' || c == '>' || c == '"')
      imsi_out_text(out, c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;");
    else if (c == '\n' || c == '\t' || c == '\r')
      imsi_out_text(out, " ");
    else if (c >= 0x20)
      imsi_out_bytes(out, text, 1);
  }
}
