/* Tables in HTML: what stands above and below the rows. */

#include "write/page_internal.h"

#include <stdio.h>
#include <string.h>

void imsi_page_put_paragraphs(imsi_page *page, const char *lines, const char *attributes)
{
  while (lines && *lines) {
    const size_t size = strcspn(lines, "\n");
    const char *line = imsi_arena_copy(&page->arena, lines, size);
    if (!line) {
      page->status = IMS_NOMEM;
      return;
    }
    imsi_out_text(&page->out, "<p");
    imsi_out_text(&page->out, attributes);
    imsi_out_text(&page->out, ">");
    imsi_page_put_linked(page, line);
    imsi_out_text(&page->out, "</p>\n");
    lines += size + (lines[size] == '\n');
  }
}

/* ---- lines around it ---- */

static void put_list(imsi_page *page, const ims_table *table, const char *title, size_t count,
                     const char *(*line)(const ims_table *, size_t))
{
  if (!count)
    return;
  imsi_out_text(&page->out, "<details class=\"about\"><summary>");
  imsi_out_text(&page->out, title);
  imsi_out_text(&page->out, "</summary><ul>\n");
  for (size_t i = 0; i < count; i++) {
    imsi_out_text(&page->out, "<li>");
    imsi_page_put_linked(page, line(table, i));
    imsi_out_text(&page->out, "</li>\n");
  }
  imsi_out_text(&page->out, "</ul></details>\n");
}

/* ---- the head ---- */

static const char *title_of(const ims_page_section *section, const ims_page_part *part)
{
  return part->label ? part->label : section->title;
}

/* Repeated on each page of paper, where it says what the rows belong to. */
static void put_running_title(imsi_page *page, const ims_page_section *section, const ims_page_part *part, size_t width)
{
  char digits[3 * sizeof width + 1];
  snprintf(digits, sizeof digits, "%zu", width);
  imsi_out_text(&page->out, "<thead><tr class=\"running\" aria-hidden=\"true\"><td colspan=\"");
  imsi_out_text(&page->out, digits);
  imsi_out_text(&page->out, "\">");
  imsi_page_put_text(page, section->title);
  if (part->label) {
    imsi_out_text(&page->out, ": ");
    imsi_page_put_text(page, part->label);
  }
  imsi_out_text(&page->out, "</td></tr>\n<tr>");
}

static void put_head(imsi_page *page, const ims_page_section *section, const imsi_page_layout *layout)
{
  put_running_title(page, section, layout->part, layout->shown.count + (layout->bars.count > 0));
  for (size_t i = 0; i < layout->shown.count; i++) {
    const ims_column *column = ims_table_column(layout->table, layout->shown.list[i]);
    imsi_out_text(&page->out, column->kind == IMS_COLUMN_NUMBER ? "<th scope=\"col\" class=\"n\">"
                              : column->kind == IMS_COLUMN_ID   ? "<th scope=\"col\" class=\"id\">"
                                                                : "<th scope=\"col\">");
    imsi_page_put_text(page, column->title);
    imsi_out_text(&page->out, "</th>");
  }
  imsi_out_text(&page->out, layout->bars.count ? "<th scope=\"col\">Shares</th></tr></thead>\n" : "</tr></thead>\n");
}

static void put_filters(imsi_page *page, const imsi_page_layout *layout)
{
  for (size_t i = 0; i < layout->filter.count; i++) {
    char name[3 * sizeof i + 16];
    snprintf(name, sizeof name, " data-filter%zu=\"", i);
    imsi_out_text(&page->out, name);
    imsi_page_put_attribute(page, ims_table_column(layout->table, layout->filter.list[i])->title);
    imsi_out_text(&page->out, "\"");
  }
}

void imsi_page_put_table(imsi_page *page, const ims_page_section *section, const imsi_page_layout *layout)
{
  const ims_page_part *part = layout->part;
  const ims_table *table = layout->table;
  if (!part->bare)
    put_list(page, table, "What this rests on", ims_table_caption_count(table), ims_table_caption);
  if (layout->shown.count + layout->bars.count) {
    imsi_out_text(&page->out, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table: ");
    imsi_page_put_attribute(page, title_of(section, part));
    imsi_out_text(&page->out, part->bare ? "\">\n<table class=\"bare\"" : "\">\n<table");
    put_filters(page, layout);
    imsi_out_text(&page->out, ">\n");
    put_head(page, section, layout);
    imsi_page_put_rows(page, section->id, layout);
    imsi_out_text(&page->out, "</table></div>\n");
  }
  if (!part->bare)
    put_list(page, table, "How to read this", ims_table_note_count(table), ims_table_note);
}
