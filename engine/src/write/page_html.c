/* A page as HTML. The document brings its style and script, and a policy by which nothing else is loaded or run. */

#include "write/assets_internal.h"
#include "write/page_internal.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char style[] = "page.css", script[] = "page.js";

static const imsi_asset *asset(const char *name)
{
  for (size_t i = 0; i < imsi_assets_count; i++)
    if (strcmp(imsi_assets[i].name, name) == 0)
      return &imsi_assets[i];
  assert(false);
  return NULL;
}

/* ---- sections ---- */

static void put_picture(imsi_page *page, const ims_page_part *part)
{
  imsi_out_text(&page->out, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Picture: ");
  imsi_page_put_attribute(page, part->label ? part->label : "");
  imsi_out_text(&page->out, "\"><img alt=\"");
  imsi_page_put_attribute(page, part->words ? part->words : "");
  imsi_out_text(&page->out, "\" src='data:image/svg+xml,");
  imsi_page_put_data(page, part->svg, part->svg_size);
  imsi_out_text(&page->out, "'></div>\n");
}

/* What its first element says, a whole number; 0 if it does not. */
static unsigned long length_of(const char *svg, const char *name)
{
  const char *start = strstr(svg, name);
  return start ? strtoul(start + strlen(name), NULL, 10) : 0;
}

/* A picture that is much wider than high is printed across the paper. */
static bool is_wide(const ims_page_part *part)
{
  char head[256];
  const size_t size = part->svg_size < sizeof head ? part->svg_size : sizeof head - 1;
  if (!part->svg)
    return false;
  memcpy(head, part->svg, size);
  head[size] = '\0';
  return 4 * length_of(head, " width=\"") > 5 * length_of(head, " height=\"");
}

static void put_part(imsi_page *page, const ims_page_section *section, const ims_page_part *part)
{
  imsi_out_text(&page->out, is_wide(part) ? "<div class=\"part wide\">\n" : "<div class=\"part\">\n");
  if (part->label) {
    imsi_out_text(&page->out, "<h3>");
    imsi_page_put_text(page, part->label);
    imsi_out_text(&page->out, "</h3>\n");
  }
  if (part->table) {
    imsi_page_layout layout;
    imsi_page_layout_find(page, part, &layout);
    if (!page->status)
      imsi_page_put_table(page, section, &layout);
  } else if (part->svg) {
    put_picture(page, part);
  } else {
    imsi_page_put_paragraphs(page, part->words, "");
  }
  imsi_out_text(&page->out, "</div>\n");
}

static void put_section(imsi_page *page, const ims_page_section *section)
{
  imsi_out_text(&page->out, "<section id=\"");
  imsi_page_put_attribute(page, section->id);
  imsi_out_text(&page->out, "\" aria-labelledby=\"");
  imsi_page_put_attribute(page, section->id);
  imsi_out_text(&page->out, "-title\"");
  imsi_out_text(&page->out, section->overview ? " class=\"overview\"" : "");
  imsi_out_text(&page->out, section->choice ? " data-choice>\n<h2 id=\"" : ">\n<h2 id=\"");
  imsi_page_put_attribute(page, section->id);
  imsi_out_text(&page->out, "-title\">");
  imsi_page_put_text(page, section->title);
  imsi_out_text(&page->out, "</h2>\n");
  imsi_page_put_paragraphs(page, section->intro, "");
  for (size_t i = 0; !page->status && i < section->part_count; i++)
    put_part(page, section, &section->parts[i]);
  imsi_out_text(&page->out, "</section>\n");
}

void imsi_page_put_sections(imsi_page *page, const ims_page *given)
{
  for (size_t i = 0; !page->status && i < given->section_count; i++)
    put_section(page, &given->sections[i]);
}

/* ---- the document ---- */

static void put_asset(imsi_page *page, const char *open, const imsi_asset *file, const char *close)
{
  imsi_out_text(&page->out, open);
  imsi_out_bytes(&page->out, (const char *)file->data, file->size);
  imsi_out_text(&page->out, close);
}

static void put_policy(imsi_page *page)
{
  imsi_out_text(&page->out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
  imsi_out_text(&page->out, asset(style)->hash);
  imsi_out_text(&page->out, "'; script-src '");
  imsi_out_text(&page->out, asset(script)->hash);
  imsi_out_text(&page->out, "'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
}

static void put_head(imsi_page *page, const ims_page *given)
{
  imsi_out_text(&page->out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
  put_policy(page);
  imsi_out_text(&page->out,
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"color-scheme\" content=\"light dark\">\n"
                "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"imsmap ");
  imsi_out_text(&page->out, ims_version());
  imsi_out_text(&page->out, "\">\n<title>");
  imsi_page_put_text(page, given->title);
  imsi_out_text(&page->out, "</title>\n");
  put_asset(page, "<style>", asset(style), "</style>\n</head>\n");
}

static void put_contents(imsi_page *page, const ims_page *given)
{
  if (given->section_count < 2)
    return;
  imsi_out_text(&page->out, "<nav aria-label=\"Contents\"><ul>\n");
  for (size_t i = 0; i < given->section_count; i++) {
    imsi_out_text(&page->out, "<li><a");
    imsi_page_put_reference(page, given->sections[i].id);
    imsi_out_text(&page->out, ">");
    imsi_page_put_text(page, given->sections[i].title);
    imsi_out_text(&page->out, "</a></li>\n");
  }
  imsi_out_text(&page->out, "</ul></nav>\n");
}

void imsi_page_put_document(imsi_page *page, const ims_page *given)
{
  put_head(page, given);
  imsi_out_text(&page->out, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header>\n<h1>");
  imsi_page_put_text(page, given->title);
  imsi_out_text(&page->out, "</h1>\n");
  imsi_page_put_paragraphs(page, given->subtitle, " class=\"subtitle\"");
  imsi_out_text(&page->out, "</header>\n<div class=\"columns\">\n");
  put_contents(page, given);
  imsi_out_text(&page->out, "<main id=\"main\" tabindex=\"-1\">\n");
  imsi_page_put_sections(page, given);
  imsi_out_text(&page->out, "</main>\n</div>\n<footer><p>Made by imsmap ");
  imsi_out_text(&page->out, ims_version());
  imsi_out_text(&page->out, "</p></footer>\n");
  put_asset(page, "<script>", asset(script), "</script>\n</body>\n</html>\n");
}
