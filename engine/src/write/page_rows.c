/* Rows in HTML. Each has a `tbody` of its own, so that it moves and hides together with what it shows when opened. */

#include "base/strbuf.h"
#include "write/common.h"
#include "write/page_internal.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHORT = 24 };

static const char *cell_of(const imsi_page_layout *layout, size_t row, size_t column)
{
  const char *text = ims_table_cell(layout->table, row, column);
  return text ? text : "";
}

static size_t width_of(const imsi_page_layout *layout)
{
  return layout->shown.count + (layout->bars.count > 0);
}

static void put_number(imsi_page *page, size_t number)
{
  char digits[3 * sizeof number + 1];
  snprintf(digits, sizeof digits, "%zu", number);
  imsi_out_text(&page->out, digits);
}

static void put_span(imsi_page *page, size_t count)
{
  imsi_out_text(&page->out, " colspan=\"");
  put_number(page, count);
  imsi_out_text(&page->out, "\"");
}

/* ---- lines above rows ---- */

static void put_line(imsi_page *page, const imsi_page_layout *layout, const char *id_section, const char *name,
                     const char *text)
{
  imsi_out_text(&page->out, "<tbody class=\"group\"");
  if (name)
    imsi_page_put_id(page, id_section, name);
  imsi_out_text(&page->out, "><tr><th scope=\"rowgroup\"");
  put_span(page, width_of(layout));
  imsi_out_text(&page->out, ">");
  imsi_page_put_text(page, text);
  imsi_out_text(&page->out, "</th></tr></tbody>\n");
}

static void put_group(imsi_page *page, const char *section, const imsi_page_layout *layout, size_t row)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, imsi_page_join(page, layout, &layout->group, row, " \xC2\xB7 "));
  if (text.status)
    page->status = IMS_NOMEM;
  put_line(page, layout, section, imsi_page_join(page, layout, &layout->group_name, row, "/"),
           imsi_strbuf_string(&text));
  imsi_strbuf_free(&text);
}

/* ---- cells ---- */

/* What is chosen by is the first line of a cell: "included", and below it "implemented". */
static void put_value(imsi_page *page, const char *text)
{
  const size_t size = strcspn(text, "\n");
  imsi_strbuf line = { 0 };
  imsi_strbuf_bytes(&line, text, size);
  if (line.status)
    page->status = IMS_NOMEM;
  imsi_page_put_attribute(page, imsi_strbuf_string(&line));
  imsi_strbuf_free(&line);
}

static void put_mark(imsi_page *page, const char *text)
{
  if (!*text)
    return;
  imsi_out_text(&page->out, "<span class=\"mark\" data-v=\"");
  put_value(page, text);
  imsi_out_text(&page->out, "\">");
  imsi_page_put_text(page, text);
  imsi_out_text(&page->out, "</span>");
}

/* What is short is not broken within a word or at its hyphens: "27001:2022/A.5.19", "2026-11-28"; words are. */
static const char *break_of(const char *text)
{
  const bool words = strchr(text, ' ') && !strchr(text, '-');
  return strlen(text) <= SHORT && !words && !strchr(text, '\n') ? " class=\"s\"" : "";
}

static bool is_number(const imsi_page_layout *layout, size_t column)
{
  return ims_table_column(layout->table, column)->kind == IMS_COLUMN_NUMBER;
}

static void put_head_cell(imsi_page *page, const imsi_page_layout *layout, const char *text, const char *id)
{
  imsi_out_text(&page->out, "<th scope=\"row\"");
  imsi_out_text(&page->out, is_number(layout, layout->shown.list[0]) ? " class=\"n\"" : break_of(text));
  imsi_out_text(&page->out, ">");
  if (imsi_page_place(&layout->filter, layout->shown.list[0]) != SIZE_MAX) {
    put_mark(page, text);
  } else if (id) {
    imsi_out_text(&page->out, "<a class=\"self\"");
    imsi_page_put_reference(page, id);
    imsi_out_text(&page->out, ">");
    imsi_page_put_text(page, text);
    imsi_out_text(&page->out, "</a>");
  } else {
    imsi_page_put_linked(page, text);
  }
  imsi_out_text(&page->out, "</th>");
}

static void put_cell(imsi_page *page, const imsi_page_layout *layout, size_t row, size_t column)
{
  const ims_column *about = ims_table_column(layout->table, column);
  const char *text = cell_of(layout, row, column);
  imsi_out_text(&page->out, "<td");
  imsi_out_text(&page->out, is_number(layout, column) ? " class=\"n\"" : *text ? break_of(text) : "");
  if (*text) {
    imsi_out_text(&page->out, " data-l=\"");
    imsi_page_put_attribute(page, about->title);
    imsi_out_text(&page->out, "\"");
  }
  imsi_out_text(&page->out, ">");
  if (imsi_page_place(&layout->filter, column) != SIZE_MAX)
    put_mark(page, text);
  else
    imsi_page_put_linked(page, text);
  imsi_out_text(&page->out, "</td>");
}

/* ---- bars ---- */

static double count_of(const imsi_page_layout *layout, size_t row, size_t column)
{
  const char *text = cell_of(layout, row, column);
  const double count = imsi_write_integer(text) ? strtod(text, NULL) : 0;
  return count > 0 ? count : 0;
}

static void put_bar(imsi_page *page, const char *key, double from, double to)
{
  const size_t start = (size_t)(from * 1000 + 0.5), end = (size_t)(to * 1000 + 0.5);
  imsi_out_text(&page->out, "<rect x=\"");
  put_number(page, start);
  imsi_out_text(&page->out, "\" width=\"");
  put_number(page, end - start);
  imsi_out_text(&page->out, "\" height=\"10\" data-v=\"");
  imsi_page_put_attribute(page, key);
  imsi_out_text(&page->out, "\"/>");
}

static void put_counts(imsi_page *page, const imsi_page_layout *layout, size_t row)
{
  imsi_out_text(&page->out, "<ul class=\"counts\">");
  for (size_t i = 0; i < layout->bars.count; i++) {
    const ims_column *about = ims_table_column(layout->table, layout->bars.list[i]);
    if (count_of(layout, row, layout->bars.list[i]) <= 0)
      continue;
    imsi_out_text(&page->out, "<li data-v=\"");
    imsi_page_put_attribute(page, about->key);
    imsi_out_text(&page->out, "\">");
    imsi_page_put_text(page, about->title);
    imsi_out_text(&page->out, " <b>");
    imsi_page_put_text(page, cell_of(layout, row, layout->bars.list[i]));
    imsi_out_text(&page->out, "</b></li>");
  }
  imsi_out_text(&page->out, "</ul>");
}

static void put_bars(imsi_page *page, const imsi_page_layout *layout, size_t row)
{
  double total = 0, sum = 0;
  for (size_t i = 0; i < layout->bars.count; i++)
    total += count_of(layout, row, layout->bars.list[i]);
  if (total <= 0) {
    imsi_out_text(&page->out, "<td></td>");
    return;
  }
  imsi_out_text(&page->out, "<td class=\"bars\"><svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
                            "aria-hidden=\"true\" focusable=\"false\">");
  for (size_t i = 0; i < layout->bars.count; i++) {
    const double count = count_of(layout, row, layout->bars.list[i]);
    if (count > 0)
      put_bar(page, ims_table_column(layout->table, layout->bars.list[i])->key, sum / total, (sum + count) / total);
    sum += count;
  }
  imsi_out_text(&page->out, "</svg>");
  put_counts(page, layout, row);
  imsi_out_text(&page->out, "</td>");
}

/* ---- what a row shows when it is opened ---- */

static bool is_beside(const imsi_page_layout *layout, size_t column)
{
  return imsi_page_place(&layout->beside, column) != SIZE_MAX;
}

static bool has_sides(const imsi_page_layout *layout, size_t row)
{
  return layout->beside.count > 1 && *cell_of(layout, row, layout->beside.list[1]);
}

/* The first side alone says nothing that the row does not. */
static bool has_more(const imsi_page_layout *layout, size_t row)
{
  bool more = has_sides(layout, row);
  for (size_t i = 0; !more && i < layout->opened.count; i++)
    more = *cell_of(layout, row, layout->opened.list[i]) && !is_beside(layout, layout->opened.list[i]);
  return more;
}

/* "Counterparts, Chain, Rests on": what there is to see; that of the part, if both sides are there for which it is. */
static void put_promise(imsi_page *page, const imsi_page_layout *layout, size_t row)
{
  const bool sides = has_sides(layout, row), promised = layout->part->promise && (sides || !layout->beside.count);
  size_t told = 0;
  imsi_out_text(&page->out, "<summary>");
  if (promised) {
    imsi_page_put_text(page, layout->part->promise);
  } else if (sides) {
    imsi_out_text(&page->out, "Both sides");
    told++;
  }
  for (size_t i = 0; !promised && i < layout->opened.count; i++) {
    const size_t column = layout->opened.list[i];
    if (!*cell_of(layout, row, column) || is_beside(layout, column))
      continue;
    imsi_out_text(&page->out, told ? " \xC2\xB7 " : "");
    imsi_page_put_text(page, ims_table_column(layout->table, column)->title);
    told++;
  }
  imsi_out_text(&page->out, "</summary>");
}

static void put_sides(imsi_page *page, const imsi_page_layout *layout, size_t row)
{
  if (!layout->beside.count)
    return;
  imsi_out_text(&page->out, "<div class=\"sides\">");
  for (size_t i = 0; i < layout->beside.count; i++) {
    const char *text = cell_of(layout, row, layout->beside.list[i]);
    if (!*text)
      continue;
    imsi_out_text(&page->out, "<div><b>");
    imsi_page_put_text(page, ims_table_column(layout->table, layout->beside.list[i])->title);
    imsi_out_text(&page->out, "</b><p>");
    imsi_page_put_linked(page, text);
    imsi_out_text(&page->out, "</p></div>");
  }
  imsi_out_text(&page->out, "</div>");
}

static void put_more(imsi_page *page, const imsi_page_layout *layout, size_t row)
{
  imsi_out_text(&page->out, "<tr class=\"more\"><td");
  put_span(page, width_of(layout));
  imsi_out_text(&page->out, "><details>");
  put_promise(page, layout, row);
  put_sides(page, layout, row);
  size_t told = 0;
  for (size_t i = 0; i < layout->opened.count; i++) {
    const size_t column = layout->opened.list[i];
    const char *text = cell_of(layout, row, column);
    if (!*text || is_beside(layout, column))
      continue;
    imsi_out_text(&page->out, told++ ? "" : "<dl>");
    imsi_out_text(&page->out, "<div><dt>");
    imsi_page_put_text(page, ims_table_column(layout->table, column)->title);
    imsi_out_text(&page->out, "</dt><dd>");
    imsi_page_put_linked(page, text);
    imsi_out_text(&page->out, "</dd></div>");
  }
  imsi_out_text(&page->out, told ? "</dl></details></td></tr>" : "</details></td></tr>");
}

/* ---- rows ---- */

static void put_values(imsi_page *page, const imsi_page_layout *layout, size_t row)
{
  for (size_t i = 0; i < layout->filter.count; i++) {
    imsi_out_text(&page->out, " data-f");
    put_number(page, i);
    imsi_out_text(&page->out, "=\"");
    put_value(page, cell_of(layout, row, layout->filter.list[i]));
    imsi_out_text(&page->out, "\"");
  }
}

static void put_row(imsi_page *page, const char *section, const imsi_page_layout *layout, size_t row)
{
  const bool heading = ims_table_row_kind(layout->table, row) == IMS_ROW_HEADING;
  imsi_out_text(&page->out, heading ? "<tbody class=\"heading\"" : "<tbody class=\"row\"");
  const char *id = imsi_page_put_id(page, section, imsi_page_join(page, layout, &layout->name, row, "/"));
  put_values(page, layout, row);
  imsi_out_text(&page->out, "><tr>");
  for (size_t i = 0; i < layout->shown.count; i++) {
    const char *text = cell_of(layout, row, layout->shown.list[i]);
    if (!i && *text)
      put_head_cell(page, layout, text, id);
    else
      put_cell(page, layout, row, layout->shown.list[i]);
  }
  if (layout->bars.count)
    put_bars(page, layout, row);
  imsi_out_text(&page->out, "</tr>");
  if (has_more(layout, row))
    put_more(page, layout, row);
  imsi_out_text(&page->out, "</tbody>\n");
}

void imsi_page_put_rows(imsi_page *page, const char *section, const imsi_page_layout *layout)
{
  for (size_t row = 0; !page->status && row < ims_table_row_count(layout->table); row++) {
    if (ims_table_row_kind(layout->table, row) == IMS_ROW_SECTION) {
      put_line(page, layout, section, NULL, cell_of(layout, row, 0));
      continue;
    }
    if (imsi_page_opens_group(layout, row))
      put_group(page, section, layout, row);
    put_row(page, section, layout, row);
  }
}
