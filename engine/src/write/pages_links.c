/* What the sheets of a workbook are called, and what in them leads from one to another. */

#include "base/strbuf.h"
#include "base/try.h"
#include "base/utf8.h"
#include "write/common.h"
#include "write/pages_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- names ---- */

static const char prefix[] = "imsmap "; /* so that whoever reads a register knows what is none */

static bool is_taken(const imsi_pages *pages, size_t before, const char *name)
{
  for (size_t i = 0; i < before; i++)
    if (imsi_utf8_compare_folded(pages->list[i].name, name) == 0)
      return true;
  return false;
}

/* `imsmap `, the name without what no name has, and a number if there are several of it. */
static ims_status name_page(imsi_pages *pages, size_t index)
{
  imsi_pages_sheet *page = &pages->list[index];
  const char *sound = imsi_write_printable(&pages->arena, page->given->name);
  char number[24] = "";
  if (!sound)
    return IMS_NOMEM;
  for (size_t n = 2;; n++) {
    imsi_strbuf name = { 0 };
    imsi_strbuf_text(&name, prefix);
    imsi_strbuf_bytes(&name, sound, imsi_pages_fitting(sound, IMSI_BOOK_NAME - strlen(prefix) - strlen(number)));
    for (size_t i = 0; i < name.size; i++)
      if (strchr("[]:*?/\\'\n", name.data[i]))
        name.data[i] = '-';
    imsi_strbuf_text(&name, number);
    page->name = name.status ? NULL : imsi_arena_copy(&pages->arena, imsi_strbuf_string(&name), name.size);
    imsi_strbuf_free(&name);
    if (!page->name || !is_taken(pages, index, page->name))
      return page->name ? IMS_OK : IMS_NOMEM;
    snprintf(number, sizeof number, " %zu", n);
  }
}

ims_status imsi_pages_name(imsi_pages *pages)
{
  for (size_t i = 0; i < pages->count; i++)
    IMS_TRY(name_page(pages, i));
  return IMS_OK;
}

/* ---- what rows are found by ---- */

static size_t first_line(const char *text)
{
  return strcspn(text, "\n");
}

/* `27001:2022/A.5.1` of `A.5.1#2` under that edition; what follows the clause is left out. */
static void name_reference(const char *before, const char *text, imsi_strbuf *key)
{
  const size_t size = strcspn(text, " #\n,;");
  imsi_strbuf_clear(key);
  if (!memchr(text, '/', size))
    imsi_strbuf_text(key, before);
  imsi_strbuf_bytes(key, text, size);
}

/* `Documents!7` of `register.xlsx:Documents!F7`; `documents.csv:7` of itself. */
static void name_row(const char *text, imsi_strbuf *key)
{
  const size_t size = first_line(text);
  const char *mark = memchr(text, '!', size);
  imsi_strbuf_clear(key);
  if (!mark) {
    imsi_strbuf_bytes(key, text, size);
    return;
  }
  const char *sheet = mark;
  while (sheet > text && sheet[-1] != ':')
    sheet--;
  imsi_strbuf_bytes(key, sheet, (size_t)(mark + 1 - sheet));
  const char *row = mark + 1;
  while (*row >= 'A' && *row <= 'Z')
    row++;
  imsi_strbuf_bytes(key, row, (size_t)(text + size - row));
}

static const char *cell(const ims_table *table, size_t row, const char *key)
{
  for (size_t i = 0; i < ims_table_column_count(table); i++)
    if (strcmp(ims_table_column(table, i)->key, key) == 0)
      return ims_table_cell(table, row, i);
  return NULL;
}

static ims_status add_anchor(imsi_pages *pages, size_t page, size_t row, const imsi_strbuf *key)
{
  if (key->status || !key->size)
    return key->status;
  const imsi_anchor anchor = { imsi_arena_copy(&pages->arena, key->data, key->size), (uint32_t)page,
                               (uint32_t)row + 1 };
  return anchor.key ? imsi_vec_push(&pages->anchors, &anchor) : IMS_NOMEM;
}

static ims_status add_anchors(imsi_pages *pages, size_t page, size_t row, imsi_strbuf *key)
{
  const ims_workbook_sheet *sheet = pages->list[page].given;
  const char *place = cell(sheet->table, row, "place"), *first = ims_table_cell(sheet->table, row, 0);
  if (sheet->prefix && first && *first) {
    name_reference(sheet->prefix, first, key);
    IMS_TRY(add_anchor(pages, page, row, key));
  }
  if (!place || !*place)
    return IMS_OK;
  name_row(place, key);
  return add_anchor(pages, page, row, key);
}

static int compare_anchors(const void *a, const void *b)
{
  const imsi_anchor *x = a, *y = b;
  const int order = strcmp(x->key, y->key);
  if (order)
    return order;
  if (x->page != y->page)
    return x->page < y->page ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

ims_status imsi_pages_anchor(imsi_pages *pages)
{
  imsi_strbuf key = { 0 };
  ims_status status = IMS_OK;
  for (size_t page = 0; page < pages->count; page++) {
    const ims_workbook_sheet *sheet = pages->list[page].given;
    for (size_t row = 0; !status && sheet->found && row < ims_table_row_count(sheet->table); row++)
      if (ims_table_row_kind(sheet->table, row) != IMS_ROW_SECTION && ims_table_column_count(sheet->table))
        status = add_anchors(pages, page, row, &key);
  }
  imsi_strbuf_free(&key);
  if (pages->anchors.count)
    qsort(pages->anchors.data, pages->anchors.count, sizeof(imsi_anchor), compare_anchors);
  return status;
}

/* ---- what leads there ---- */

/* Of several rows with one key nobody knows which is meant. */
static const imsi_anchor *find(const imsi_pages *pages, const char *key)
{
  const imsi_anchor *all = pages->anchors.data;
  size_t low = 0, high = pages->anchors.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (strcmp(all[middle].key, key) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == pages->anchors.count || strcmp(all[low].key, key) != 0)
    return NULL;
  return low + 1 < pages->anchors.count && strcmp(all[low + 1].key, key) == 0 ? NULL : &all[low];
}

void imsi_page_edition(const imsi_pages_sheet *page, size_t row, imsi_strbuf *before)
{
  const char *edition = cell(page->given->table, row, "edition");
  if (edition && *edition) {
    imsi_strbuf_text(before, edition);
    imsi_strbuf_text(before, "/");
  } else if (page->given->prefix) {
    imsi_strbuf_text(before, page->given->prefix);
  }
}

/* A column that is called as an edition holds clauses of it. */
static bool is_edition(const imsi_pages *pages, const char *key)
{
  const size_t size = strlen(key);
  for (size_t i = 0; i < pages->count; i++) {
    const char *before = pages->list[i].given->prefix;
    if (before && strncmp(before, key, size) == 0 && strcmp(before + size, "/") == 0)
      return true;
  }
  return false;
}

/* What a cell speaks of, as anchors are called; nothing if it is no reference and no place. */
static ims_status name_target(const imsi_pages *pages, const imsi_pages_sheet *page, size_t row, const char *column,
                              const char *text, imsi_strbuf *key)
{
  static const char *const references[] = { "ref", "clause", "control", "against" };
  imsi_strbuf before = { 0 };
  if (strcmp(column, "place") == 0) {
    name_row(text, key);
  } else if (is_edition(pages, column)) {
    imsi_strbuf_text(&before, column);
    imsi_strbuf_text(&before, "/");
    name_reference(imsi_strbuf_string(&before), text, key);
  } else {
    for (size_t i = 0; i < sizeof references / sizeof *references; i++)
      if (strcmp(references[i], column) == 0) {
        imsi_page_edition(page, row, &before);
        name_reference(imsi_strbuf_string(&before), text, key);
      }
  }
  const ims_status status = before.status ? before.status : key->status;
  imsi_strbuf_free(&before);
  return status;
}

const imsi_anchor *imsi_pages_target(imsi_pages *pages, size_t page, size_t row, const imsi_page_column *column,
                                     ims_status *status)
{
  const ims_workbook_sheet *sheet = pages->list[page].given;
  const char *text = ims_table_cell(sheet->table, row, column->index);
  imsi_strbuf key = { 0 };
  if (!pages->anchors.count || !text || !*text)
    return NULL;
  const ims_status named = name_target(pages, &pages->list[page], row, column->about->key, text, &key);
  const imsi_anchor *found = named ? NULL : find(pages, imsi_strbuf_string(&key));
  imsi_strbuf_free(&key);
  if (named)
    *status = named;
  return found && found->page != page ? found : NULL;
}
