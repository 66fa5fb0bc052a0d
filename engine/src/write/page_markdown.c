/* A page as Markdown: sections with their tables, for a wiki. */

#include "base/try.h"
#include "query/table.h"
#include "write/page_internal.h"
#include "write/registry.h"

#include <string.h>

typedef struct writer {
  imsi_page *page;
  ims_sink sink;
} writer;

static ims_status put(const writer *w, const char *text)
{
  return w->sink.write(w->sink.context, text, strlen(text));
}

static ims_status put_table(const writer *w, const ims_table *table)
{
  return imsi_format_md.write(table, &(ims_write_options){ 0 }, w->sink);
}

/* Each line a paragraph, escaped as the text above a table is. */
static ims_status put_lines(const writer *w, const char *lines)
{
  imsi_table *built = imsi_table_new("lines", NULL, 0);
  ims_table *table = NULL;
  while (lines && *lines) {
    const size_t size = strcspn(lines, "\n");
    const char *line = imsi_arena_copy(&w->page->arena, lines, size);
    if (!line) {
      imsi_table_drop(built);
      return IMS_NOMEM;
    }
    imsi_table_caption(built, line);
    lines += size + (lines[size] == '\n');
  }
  IMS_TRY(imsi_table_end(built, &table));
  const ims_status status = put_table(w, table);
  ims_table_free(table);
  return status;
}

static ims_status put_titled(const writer *w, const char *marks, const char *title)
{
  IMS_TRY(put(w, marks));
  return put_lines(w, title);
}

static ims_status put_part(const writer *w, const ims_page_part *part)
{
  imsi_page_layout layout;
  ims_table *table = NULL;
  if (!part->table) /* a picture is nothing for Markdown: what it shows is said */
    return put_titled(w, "\n", part->words);
  if (part->label)
    IMS_TRY(put_titled(w, "\n### ", part->label));
  imsi_page_layout_find(w->page, part, &layout);
  IMS_TRY(w->page->status);
  IMS_TRY(imsi_page_project(&layout, &table));
  ims_status status = put(w, "\n");
  if (!status)
    status = put_table(w, table);
  ims_table_free(table);
  return status;
}

static ims_status put_section(const writer *w, const ims_page_section *section)
{
  IMS_TRY(put_titled(w, "\n## ", section->title));
  if (section->intro)
    IMS_TRY(put_titled(w, "\n", section->intro));
  for (size_t i = 0; i < section->part_count; i++)
    IMS_TRY(put_part(w, &section->parts[i]));
  return IMS_OK;
}

ims_status imsi_page_put_markdown(imsi_page *page, const ims_page *given)
{
  const writer w = { page, page->out.sink };
  IMS_TRY(put_titled(&w, "# ", given->title));
  if (given->subtitle)
    IMS_TRY(put_titled(&w, "\n", given->subtitle));
  for (size_t i = 0; i < given->section_count; i++)
    IMS_TRY(put_section(&w, &given->sections[i]));
  return IMS_OK;
}
