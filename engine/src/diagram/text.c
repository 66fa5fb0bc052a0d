#include "diagram/text_internal.h"

#include "base/utf8.h"

#include <string.h>

static const char ellipsis[] = "\xE2\x80\xA6";

double imsi_text_leading(double size)
{
  return size * 1.2;
}

/* ---- characters ---- */

/* Marks that change the direction of what follows, and controls: they are no text. */
static bool acts(uint32_t code)
{
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x200E && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029 ||
         code == 0x061C || code == 0xFEFF || (code >= 0xFFFE && code <= 0xFFFF);
}

/* In thousandths of the size, as wide as DejaVu Sans, which is wider than Helvetica and its like. */
static unsigned advance(const char *character, size_t size)
{
  const char c = *character;
  if ((unsigned char)c >= 0x80) /* marks that stand on a letter take no room of their own */
    return imsi_utf8_width(character, size) > 1 ? 1050 : imsi_utf8_width(character, size) ? 650 : 0;
  if (strchr("ijl.,:;|!'`", c))
    return 340;
  if (strchr("ft()[]{}I-/\\ r\"", c))
    return 410;
  if (strchr("mwMW@%", c))
    return 970;
  return (c >= 'A' && c <= 'Z') || strchr("=<>+~#", c) ? 760 : 640;
}

/* The next user-perceived character of a text; 0 at its end. */
static size_t next(const char *text)
{
  return *text ? imsi_utf8_cluster(text, strlen(text)) : 0;
}

static double width_of(const char *text, size_t size, const imsi_type *type)
{
  unsigned width = 0;
  for (size_t at = 0; at < size; at += next(text + at))
    width += advance(text + at, next(text + at));
  return width * type->size / (type->bold ? 900 : 1000);
}

double imsi_text_width(const char *text, const imsi_type *type)
{
  double most = 0;
  for (;;) {
    const size_t size = strcspn(text, "\n");
    const double width = width_of(text, size, type);
    most = width > most ? width : most;
    if (!text[size])
      return most;
    text += size + 1;
  }
}

/* ---- escaping ---- */

typedef void append_byte(char c, imsi_strbuf *out);

static void append_as_is(char c, imsi_strbuf *out)
{
  imsi_strbuf_bytes(out, &c, 1);
}

static void append_to_label(char c, imsi_strbuf *out)
{
  if (c == '\\')
    imsi_strbuf_text(out, "\\\\");
  else if (c == '&')
    imsi_strbuf_text(out, "&amp;");
  else
    imsi_strbuf_bytes(out, &c, 1);
}

/* A backslash is read twice; before a mark that nobody sees it stays what it is. */
static void append_to_tip(char c, imsi_strbuf *out)
{
  append_to_label(c, out);
  if (c == '\\')
    imsi_strbuf_text(out, "\xE2\x81\xA0");
}

static void append_safe(const char *text, size_t size, append_byte *append, imsi_strbuf *out)
{
  for (size_t at = 0; at < size;) {
    uint32_t code;
    const size_t length = imsi_utf8_decode(text + at, size - at, &code);
    if (code == 0xFFFD && length == 1)
      imsi_strbuf_text(out, "\xEF\xBF\xBD");
    else if (code == '\n' || code == '\t' || code == '\r')
      append(' ', out);
    else if (!acts(code))
      for (size_t i = 0; i < length; i++)
        append(text[at + i], out);
    at += length;
  }
}

/* ---- lines ---- */

/* Bytes of the first line that fits: up to a blank if there is one, and `*skip` blanks or a line break after it. */
static size_t take_line(const char *text, double width, const imsi_type *type, size_t *skip)
{
  size_t end = 0, blank = 0;
  double used = 0;
  *skip = 0;
  while (text[end] && text[end] != '\n') {
    const size_t size = next(text + end);
    used += width_of(text + end, size, type);
    if (used > width && end && text[end] != ' ')
      break;
    if (text[end] == ' ')
      blank = end;
    end += size;
  }
  if (text[end] && text[end] != '\n' && blank)
    end = blank;
  while (end && text[end - 1] == ' ')
    end--;
  while (text[end + *skip] == ' ')
    ++*skip;
  *skip += text[end + *skip] == '\n';
  return end;
}

static void end_line(bool last, const imsi_type *type, imsi_strbuf *label)
{
  /* a break after the last line would be an empty one, unless it says where the line stands */
  if (last && type->align == IMSI_ALIGN_CENTER)
    return;
  imsi_strbuf_text(label, "\\");
  append_as_is((char)type->align, label);
}

/* Bytes of a line that leave room for an ellipsis. */
static size_t shorten(const char *text, size_t size, double width, const imsi_type *type)
{
  const double room = width - width_of(ellipsis, sizeof ellipsis - 1, type);
  size_t end = 0;
  double used = 0;
  while (end < size) {
    used += width_of(text + end, next(text + end), type);
    if (used > room)
      break;
    end += next(text + end);
  }
  while (end && text[end - 1] == ' ')
    end--;
  return end;
}

size_t imsi_text_label(const char *text, double width, const imsi_type *type, size_t most, imsi_strbuf *label)
{
  size_t lines = 0;
  do {
    size_t skip;
    const size_t size = take_line(text, width, type, &skip);
    const bool cut = ++lines == most && text[size + skip];
    append_safe(text, cut ? shorten(text, size, width, type) : size, append_to_label, label);
    if (cut)
      imsi_strbuf_text(label, ellipsis);
    text += size + skip;
    end_line(cut || !*text, type, label);
    if (cut)
      break;
  } while (*text);
  return lines;
}

void imsi_text_tip(const char *text, imsi_strbuf *tip)
{
  append_safe(text, strlen(text), append_to_tip, tip);
}

void imsi_text_plain(const char *text, imsi_strbuf *plain)
{
  append_safe(text, strlen(text), append_as_is, plain);
}

void imsi_text_address(const char *reference, imsi_strbuf *address)
{
  static const char digits[] = "0123456789ABCDEF";
  for (; *reference; reference++) {
    const unsigned char c = (unsigned char)*reference;
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       strchr("-._~:/", c) != NULL; /* `c` is not 0 */
    if (plain)
      append_as_is((char)c, address);
    else
      imsi_strbuf_bytes(address, (const char[]){ '%', digits[c >> 4], digits[c & 15] }, 3);
  }
}
