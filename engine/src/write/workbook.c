/* Tables as workbooks. Sheets are planned first: what links where has to be known before the first cell. */

#include "base/try.h"
#include "write/pages_internal.h"
#include "write/registry.h"

static ims_status plan(imsi_pages *pages, const ims_workbook_sheet *sheets, size_t count)
{
  pages->list = imsi_arena_alloc(&pages->arena, count * sizeof *pages->list);
  if (!pages->list)
    return IMS_NOMEM;
  pages->count = count;
  for (size_t i = 0; i < count; i++)
    pages->list[i] = (imsi_pages_sheet){ .given = &sheets[i] };
  IMS_TRY(imsi_pages_name(pages));
  for (size_t i = 0; i < count; i++)
    IMS_TRY(imsi_page_plan(pages, &pages->list[i]));
  return imsi_pages_anchor(pages);
}

/* Of several sheets the first explains the others. What is cut in them is known when they are written, and the first
   one is written before; so it is told where it happens, and counted only behind a single sheet. */
static ims_status put(imsi_pages *pages, const char *title, imsi_book *book)
{
  if (pages->count > 1)
    IMS_TRY(imsi_pages_guide(pages, title, book));
  for (size_t i = 0; i < pages->count; i++)
    IMS_TRY(imsi_page_put(pages, i, book));
  return pages->count > 1 ? IMS_OK : imsi_pages_guide(pages, title, book);
}

ims_status ims_workbook_write(const char *title, const ims_workbook_sheet *sheets, size_t count,
                              const ims_write_options *options, ims_sink sink)
{
  imsi_pages pages = { .options = options, .anchors = IMSI_VEC(imsi_anchor) };
  imsi_book *book = NULL;
  ims_status status = plan(&pages, sheets, count);
  if (!status)
    status = imsi_book_new(&book);
  if (!status)
    status = put(&pages, title, book);
  if (!status)
    status = imsi_book_end(book, sink);
  else
    imsi_book_drop(book);
  imsi_vec_free(&pages.anchors);
  imsi_arena_free(&pages.arena);
  return status;
}

static ims_status write_xlsx(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  const ims_workbook_sheet sheet = { .name = ims_table_name(table), .table = table, .summary = "" };
  return ims_workbook_write("A report of imsmap.", &sheet, 1, options, sink);
}

const ims_format imsi_format_xlsx = { "xlsx", "xlsx", "a workbook to sort, filter and fill in", write_xlsx };
