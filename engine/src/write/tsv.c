/*
 * Tab-separated values: one line a row and nothing quoted, so that cut, sort and join see the cells. Tab, newline,
 * carriage return and backslash are written \t \n \r \\. Cells are data for programs and not guarded as in CSV.
 *
 * Captions, notes and section rows are left out, as in CSV.
 */
#include "base/out.h"
#include "write/common.h"
#include "write/registry.h"

#include <string.h>

static void put_cell(imsi_out *out, const char *text)
{
  for (;;) {
    const size_t plain = strcspn(text, "\t\n\r\\");
    imsi_out_bytes(out, text, plain);
    text += plain;
    if (!*text)
      return;
    imsi_out_text(out, *text == '\t' ? "\\t" : *text == '\n' ? "\\n" : *text == '\r' ? "\\r" : "\\\\");
    text++;
  }
}

static void put_header(imsi_out *out, const ims_table *table, const ims_write_options *options)
{
  size_t shown = 0;
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    if (!imsi_write_shown(table, options, i))
      continue;
    if (shown++)
      imsi_out_text(out, "\t");
    put_cell(out, ims_table_column(table, i)->key);
  }
  if (shown)
    imsi_out_text(out, "\n");
}

static void put_row(imsi_out *out, const ims_table *table, const ims_write_options *options, size_t row)
{
  size_t shown = 0;
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    if (!imsi_write_shown(table, options, i))
      continue;
    if (shown++)
      imsi_out_text(out, "\t");
    const char *text = ims_table_cell(table, row, i);
    if (text)
      put_cell(out, text);
  }
  if (shown)
    imsi_out_text(out, "\n");
}

static ims_status write_tsv(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  imsi_out out = { .sink = sink };
  put_header(&out, table, options);
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    if (ims_table_row_kind(table, row) != IMS_ROW_SECTION)
      put_row(&out, table, options, row);
  return imsi_out_end(&out);
}

const ims_format imsi_format_tsv = { "tsv", "tsv", "tab-separated values for pipes", write_tsv };
