#include "diagram/svg_internal.h"

#include "diagram/palette_internal.h"

#include <string.h>

static void append_escaped(const char *text, imsi_strbuf *out)
{
  for (; *text; text++) {
    const char *name = *text == '<' ? "&lt;" : *text == '>' ? "&gt;" : *text == '&' ? "&amp;" : NULL;
    if (name)
      imsi_strbuf_text(out, name);
    else
      imsi_strbuf_bytes(out, text, 1);
  }
}

static void append_element(const char *name, const char *text, imsi_strbuf *out)
{
  const char *const args[4] = { name, NULL, NULL, NULL };
  imsi_strbuf_fill(out, "<%1 id=\"imsmap-%1\">", args);
  append_escaped(text, out);
  imsi_strbuf_fill(out, "</%1>\n", args);
}

/* What Graphviz adds for itself: names of nodes, which a browser would show for what they stand on, and comments. All
   text is escaped in it, so these are elements wherever they stand. */
static void append_without_names(const char *from, imsi_strbuf *to)
{
  static const char *const opens[] = { "<title>", "<!--" }, *const closes[] = { "</title>", "-->" };
  while (*from) {
    const char *name = strstr(from, opens[0]), *comment = strstr(from, opens[1]);
    const size_t kind = !name || (comment && comment < name);
    const char *start = kind ? comment : name;
    const char *end = start ? strstr(start, closes[kind]) : NULL;
    if (!end) {
      imsi_strbuf_text(to, from);
      return;
    }
    imsi_strbuf_bytes(to, from, (size_t)(start - from));
    from = end + strlen(closes[kind]);
    from += *from == '\n';
  }
}

ims_status imsi_svg_finish(const char *from, const imsi_svg *svg, imsi_strbuf *to)
{
  const char *start = strstr(from, "<svg");
  const char *end = start ? strchr(start, '>') : NULL;
  if (!end)
    return IMS_INVALID;
  imsi_strbuf_text(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  imsi_strbuf_bytes(to, start, (size_t)(end - start));
  imsi_strbuf_text(to,
                   "\n font-family=\"" IMSI_SVG_FONT "\" role=\"img\" aria-labelledby=\"imsmap-title imsmap-desc\">\n");
  append_element("title", svg->title, to);
  append_element("desc", svg->description, to);
  /* where text lies on a box, the pointer means the box */
  imsi_strbuf_text(to, "<style>.text{pointer-events:none}");
  if (svg->follows)
    imsi_ink_style(end, to);
  imsi_strbuf_text(to, "</style>\n");
  imsi_strbuf elements = { 0 };
  append_without_names(end + 1 + (end[1] == '\n'), &elements);
  if (elements.status)
    to->status = elements.status;
  else
    imsi_svg_compact(imsi_strbuf_string(&elements), to);
  imsi_strbuf_free(&elements);
  return to->status;
}
