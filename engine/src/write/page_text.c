/* Text in HTML: escaped, with links to what the page has. */

#include "write/common.h"
#include "write/page_internal.h"

#include <string.h>

enum { SHORT = 24 }; /* bytes of a name that is not broken over lines */

static const char *printable(imsi_page *page, const char *text)
{
  const char *clean = imsi_write_printable(&page->arena, text);
  if (!clean)
    page->status = IMS_NOMEM;
  return clean ? clean : "";
}

/* `size` bytes, of which none is a control character but '\n'. */
static void put_escaped(imsi_out *out, const char *text, size_t size, const char *line)
{
  static const char special[] = "<>&\"'\n";
  for (size_t at = 0; at < size; at++) {
    size_t plain = at;
    while (plain < size && !strchr(special, text[plain]))
      plain++;
    imsi_out_bytes(out, text + at, plain - at);
    at = plain;
    if (at == size)
      return;
    const char c = text[at];
    imsi_out_text(out, c == '<'    ? "&lt;"
                       : c == '>'  ? "&gt;"
                       : c == '&'  ? "&amp;"
                       : c == '"'  ? "&quot;"
                       : c == '\'' ? "&#39;"
                                   : line);
  }
}

void imsi_page_put_text(imsi_page *page, const char *text)
{
  text = printable(page, text);
  put_escaped(&page->out, text, strlen(text), "<br>");
}

void imsi_page_put_attribute(imsi_page *page, const char *text)
{
  text = printable(page, text);
  put_escaped(&page->out, text, strlen(text), " ");
}

/* What a fragment may hold as it is; the rest in hexadecimal, '#' above all. */
void imsi_page_put_reference(imsi_page *page, const char *id)
{
  static const char digits[] = "0123456789ABCDEF";
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/";
  imsi_out_text(&page->out, " href=\"#");
  for (; *id; id++) {
    const unsigned char c = (unsigned char)*id;
    if (strchr(plain, c))
      imsi_out_bytes(&page->out, id, 1);
    else
      imsi_out_bytes(&page->out, (const char[]){ '%', digits[c >> 4], digits[c & 15] }, 3);
  }
  imsi_out_text(&page->out, "\"");
}

/* ---- links ---- */

static void put_word(imsi_page *page, const char *word, size_t size)
{
  size_t name = size;
  while (name && strchr(".:", word[name - 1])) /* "see 9001:2015/8.4." */
    name--;
  const imsi_symbol symbol = name ? imsi_intern_find(&page->names, word, name) : IMSI_NO_SYMBOL;
  if (symbol == IMSI_NO_SYMBOL) {
    put_escaped(&page->out, word, size, "<br>");
    return;
  }
  imsi_out_text(&page->out, name <= SHORT ? "<a class=\"r\"" : "<a");
  imsi_page_put_reference(page, imsi_intern_text(&page->names, symbol));
  imsi_out_text(&page->out, ">");
  put_escaped(&page->out, word, name, "<br>");
  imsi_out_text(&page->out, "</a>");
  put_escaped(&page->out, word + name, size - name, "<br>");
}

void imsi_page_put_linked(imsi_page *page, const char *text)
{
  static const char ends[] = " \n(),;\"'";
  text = printable(page, text);
  while (*text) {
    const size_t word = strcspn(text, ends);
    put_word(page, text, word);
    text += word;
    const size_t between = strspn(text, ends);
    put_escaped(&page->out, text, between, "<br>");
    text += between;
  }
}

/* ---- pictures ---- */

/* A line break would be taken out; for XML it is a blank. Quotation marks are plain, since the attribute has the
 * others. */
void imsi_page_put_data(imsi_page *page, const char *data, size_t size)
{
  static const struct {
    char c;
    const char *code;
  } codes[] = { { '%', "%25" },  { '#', "%23" }, { '&', "%26" }, { '<', "%3C" },
                { '\'', "%27" }, { '\n', " " },  { '\r', " " },  { '\t', " " } };
  size_t plain = 0;
  for (size_t at = 0; at < size; at++)
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
      if (data[at] == codes[i].c) {
        imsi_out_bytes(&page->out, data + plain, at - plain);
        imsi_out_text(&page->out, codes[i].code);
        plain = at + 1;
      }
  imsi_out_bytes(&page->out, data + plain, size - plain);
}
