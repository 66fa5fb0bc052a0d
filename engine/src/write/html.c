/* A table as HTML: a page of its own, or a fragment for a page of others. */

#include "ims/page.h"
#include "write/common.h"
#include "write/registry.h"

#include "base/strbuf.h"

/* Details are columns like others where they are asked for, and else left out. */
static void name_columns(const ims_table *table, const ims_write_options *options, imsi_strbuf *keys)
{
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    if (!imsi_write_shown(table, options, i))
      continue;
    imsi_strbuf_text(keys, keys->size ? "," : "");
    imsi_strbuf_text(keys, ims_table_column(table, i)->key);
  }
}

static ims_status write_form(const ims_table *table, const ims_write_options *options, ims_page_form form,
                             ims_sink sink)
{
  imsi_strbuf keys = { 0 };
  name_columns(table, options, &keys);
  const ims_page_part part = { .table = table, .shown = imsi_strbuf_string(&keys), .opened = "" };
  const ims_page_section section = { .id = "table", .title = ims_table_name(table), .parts = &part, .part_count = 1 };
  const ims_page page = { .title = ims_table_name(table), .sections = &section, .section_count = 1 };
  const ims_status status = keys.status ? keys.status : ims_page_write(&page, form, sink);
  imsi_strbuf_free(&keys);
  return status;
}

static ims_status write_page(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  return write_form(table, options, IMS_PAGE_WHOLE, sink);
}

static ims_status write_fragment(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  return write_form(table, options, IMS_PAGE_FRAGMENT, sink);
}

const ims_format imsi_format_html = { "html", "html", "a page of HTML that needs nothing else", write_page };
const ims_format imsi_format_fragment = { "fragment", "fragment", "HTML for a page of others, such as a wiki",
                                          write_fragment };
