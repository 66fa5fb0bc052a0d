/* What links may lead to. A row is called by its name where that comes first on the page, and by its section and its
   name further down; a name that the page lacks is text. */

#include "write/page_internal.h"

#include <string.h>

/* The ids of sections and of what belongs to them have neither ':' nor '/', so that no name can be one of them. */
static bool is_name(const char *text)
{
  if (!strpbrk(text, ":/"))
    return false;
  for (; *text; text++)
    if ((unsigned char)*text <= ' ' || *text == 0x7F)
      return false;
  return true;
}

static bool put_new(imsi_page *page, imsi_intern *table, const char *text)
{
  const size_t size = strlen(text);
  imsi_symbol symbol;
  if (imsi_intern_find(table, text, size) != IMSI_NO_SYMBOL)
    return false;
  const ims_status status = imsi_intern_put(table, text, size, &symbol);
  if (status)
    page->status = status;
  return !status;
}

static void collect_name(imsi_page *page, const char *name)
{
  if (is_name(name))
    put_new(page, &page->names, name);
}

static void collect_part(imsi_page *page, const ims_page_part *part)
{
  imsi_page_layout layout;
  if (!part->table || (!part->name && !part->group_name))
    return;
  imsi_page_layout_find(page, part, &layout);
  for (size_t row = 0; !page->status && row < ims_table_row_count(layout.table); row++) {
    if (ims_table_row_kind(layout.table, row) == IMS_ROW_SECTION)
      continue;
    if (imsi_page_opens_group(&layout, row))
      collect_name(page, imsi_page_join(page, &layout, &layout.group_name, row, "/"));
    collect_name(page, imsi_page_join(page, &layout, &layout.name, row, "/"));
  }
}

void imsi_page_collect(imsi_page *page, const ims_page *given)
{
  for (size_t i = 0; i < given->section_count; i++)
    for (size_t k = 0; k < given->sections[i].part_count; k++)
      collect_part(page, &given->sections[i].parts[k]);
}

static const char *put(imsi_page *page, const char *id)
{
  imsi_out_text(&page->out, " id=\"");
  imsi_page_put_attribute(page, id);
  imsi_out_text(&page->out, "\"");
  return id;
}

const char *imsi_page_put_id(imsi_page *page, const char *section, const char *name)
{
  if (!is_name(name))
    return NULL;
  if (put_new(page, &page->used, name))
    return put(page, name);
  imsi_strbuf id = { 0 };
  imsi_strbuf_text(&id, section);
  imsi_strbuf_text(&id, ":");
  imsi_strbuf_text(&id, name);
  const char *copy = id.status ? NULL : imsi_arena_copy(&page->arena, imsi_strbuf_string(&id), id.size);
  imsi_strbuf_free(&id);
  if (!copy)
    page->status = IMS_NOMEM;
  return copy && put_new(page, &page->used, copy) ? put(page, copy) : NULL;
}
