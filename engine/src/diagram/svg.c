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

ims_status imsi_svg_finish(const char *from, const imsi_svg *svg, imsi_strbuf *to)
{
  const char *start = strstr(from, "<svg");
  const char *end = start ? strchr(start, '>') : NULL;
  if (!end)
    return IMS_INVALID;
  imsi_strbuf_text(to, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  imsi_strbuf_bytes(to, start, (size_t)(end - start));
  imsi_strbuf_text(to, "\n role=\"img\" aria-labelledby=\"imsmap-title imsmap-desc\">\n");
  append_element("title", svg->title, to);
  append_element("desc", svg->description, to);
  if (svg->follows) {
    imsi_strbuf_text(to, "<style>");
    imsi_ink_style(to);
    imsi_strbuf_text(to, "</style>\n");
  }
  imsi_strbuf_text(to, end + 1 + (end[1] == '\n'));
  return to->status;
}
