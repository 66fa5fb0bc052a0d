/* Pages: what is common to their forms. */

#include "base/try.h"
#include "write/page_internal.h"

ims_status imsi_page_begin(imsi_page *page)
{
  const ims_status names = imsi_intern_init(&page->names), used = imsi_intern_init(&page->used);
  page->status = names ? names : used;
  return page->status;
}

ims_status imsi_page_end(imsi_page *page)
{
  const ims_status sent = page->status ? page->status : imsi_out_end(&page->out);
  imsi_strbuf_free(&page->buffer);
  imsi_intern_free(&page->names);
  imsi_intern_free(&page->used);
  imsi_arena_free(&page->arena);
  return sent;
}

static void put_html(imsi_page *page, const ims_page *given, ims_page_form form)
{
  imsi_page_collect(page, given);
  if (page->status)
    return;
  if (form == IMS_PAGE_WHOLE)
    imsi_page_put_document(page, given);
  else
    imsi_page_put_sections(page, given);
}

ims_status ims_page_write(const ims_page *given, ims_page_form form, ims_sink sink)
{
  imsi_page page = { .out = { .sink = sink } };
  if (!imsi_page_begin(&page)) {
    if (form == IMS_PAGE_MARKDOWN)
      page.status = imsi_page_put_markdown(&page, given);
    else
      put_html(&page, given, form);
  }
  return imsi_page_end(&page);
}
