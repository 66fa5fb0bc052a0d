/* A line of keys and a line for each row: what formats for machines have in common. */

#include "write/common.h"

static void put_header(imsi_out *out, const imsi_separated *how, const ims_table *table,
                       const ims_write_options *options)
{
  size_t shown = 0;
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    if (!imsi_write_shown(table, options, i))
      continue;
    if (shown++)
      imsi_out_text(out, how->separator);
    how->put_cell(out, ims_table_column(table, i)->key, IMS_COLUMN_TEXT);
  }
  if (shown)
    imsi_out_text(out, "\n");
}

static void put_row(imsi_out *out, const imsi_separated *how, const ims_table *table, const ims_write_options *options,
                    size_t row)
{
  size_t shown = 0, filled = 0;
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    if (!imsi_write_shown(table, options, i))
      continue;
    if (shown++)
      imsi_out_text(out, how->separator);
    const char *text = ims_table_cell(table, row, i);
    if (text && *text) {
      how->put_cell(out, text, ims_table_column(table, i)->kind);
      filled++;
    }
  }
  if (shown == 1 && !filled)
    imsi_out_text(out, how->empty_row);
  if (shown)
    imsi_out_text(out, "\n");
}

ims_status imsi_write_separated(const imsi_separated *how, const ims_table *table, const ims_write_options *options,
                                ims_sink sink)
{
  imsi_out out = { .sink = sink };
  put_header(&out, how, table, options);
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    if (ims_table_row_kind(table, row) != IMS_ROW_SECTION)
      put_row(&out, how, table, options, row);
  return imsi_out_end(&out);
}
