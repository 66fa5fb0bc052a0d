#include "base/cell.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <string.h>

enum { LAST_ROW = 1048576, LAST_COLUMN = 16384, COLUMN_LETTERS = 7 };

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* 1 to 26 of a letter in either case, 0 of anything else */
static uint32_t letter_number(char c)
{
  const char small = (char)(c | 0x20);
  return small >= 'a' && small <= 'z' ? (uint32_t)(small - 'a') + 1 : 0;
}

size_t imsi_cell_parse(const char *text, size_t size, uint32_t *column, uint32_t *row)
{
  uint32_t letters = 0, digits = 0;
  size_t at = 0;
  for (; at < size && letter_number(text[at]); at++)
    if ((letters = letters * 26 + letter_number(text[at])) > LAST_COLUMN)
      return 0;
  if (!at || at == size || !is_digit(text[at]))
    return 0;
  for (; at < size && is_digit(text[at]); at++)
    if ((digits = digits * 10 + (uint32_t)(text[at] - '0')) > LAST_ROW)
      return 0;
  if (!digits)
    return 0;
  *column = letters;
  *row = digits;
  return at;
}

/* ---- names of sheets ---- */

/* Letters and digits of any script; spaces, signs and drawings of any script are not. */
static bool is_plain(uint32_t code)
{
  if (code < 0x80)
    return letter_number((char)code) || is_digit((char)code) || code == '_' || code == '.';
  return code >= 0xC0 && !(code >= 0x2000 && code <= 0x2BFF) && !(code >= 0x3000 && code <= 0x303F) && code != 0xFFFD &&
         code != 0xFEFF && code < 0x1F000;
}

/* R1C1 and its parts name cells too. */
static bool is_row_and_column(const char *name)
{
  if ((*name | 0x20) == 'r')
    name += 1 + strspn(name + 1, "0123456789");
  if ((*name | 0x20) == 'c')
    name += 1 + strspn(name + 1, "0123456789");
  return !*name;
}

static bool needs_quotes(const char *name)
{
  const size_t size = strlen(name);
  uint32_t column, row;
  if (!size || is_digit(*name) || *name == '.' || imsi_cell_parse(name, size, &column, &row) == size ||
      is_row_and_column(name))
    return true;
  for (size_t at = 0; at < size;) {
    uint32_t code;
    at += imsi_utf8_decode(name + at, size - at, &code);
    if (!is_plain(code))
      return true;
  }
  return false;
}

static void append_sheet(const char *name, imsi_strbuf *text)
{
  if (!needs_quotes(name)) {
    imsi_strbuf_text(text, name);
    return;
  }
  imsi_strbuf_text(text, "'");
  for (const char *quote; (quote = strchr(name, '\'')); name = quote + 1) {
    imsi_strbuf_bytes(text, name, (size_t)(quote - name));
    imsi_strbuf_text(text, "''");
  }
  imsi_strbuf_text(text, name);
  imsi_strbuf_text(text, "'");
}

/* ---- cells ---- */

static void append_column(uint32_t column, imsi_strbuf *text)
{
  char letters[COLUMN_LETTERS];
  size_t at = sizeof letters;
  for (; column; column = (column - 1) / 26)
    letters[--at] = (char)('A' + (column - 1) % 26);
  imsi_strbuf_bytes(text, letters + at, sizeof letters - at);
}

static void append_corner(ims_pos pos, imsi_strbuf *text)
{
  if (pos.column)
    append_column(pos.column, text);
  if (pos.line)
    imsi_strbuf_number(text, pos.line);
}

void imsi_cell_name(ims_pos pos, imsi_strbuf *text)
{
  if (pos.sheet)
    append_sheet(pos.sheet, text);
  if (!pos.line && !pos.column)
    return;
  if (pos.sheet)
    imsi_strbuf_text(text, "!");
  append_corner(pos, text);
  if (!pos.line || !pos.column) {
    imsi_strbuf_text(text, ":");
    append_corner(pos, text);
  }
}

static void append_place(ims_pos pos, imsi_strbuf *text)
{
  imsi_strbuf_text(text, pos.file);
  if (pos.sheet) {
    imsi_strbuf_text(text, ":");
    imsi_cell_name(pos, text);
  } else if (pos.line) {
    imsi_strbuf_text(text, ":");
    imsi_strbuf_number(text, pos.line);
    imsi_strbuf_text(text, pos.column ? ":" : "");
    if (pos.column)
      imsi_strbuf_number(text, pos.column);
  }
}

ims_status ims_pos_write(ims_pos pos, ims_sink sink)
{
  imsi_strbuf text = { 0 };
  if (pos.file)
    append_place(pos, &text);
  ims_status status = text.status;
  if (!status && text.size)
    status = sink.write(sink.context, text.data, text.size);
  imsi_strbuf_free(&text);
  return status;
}
