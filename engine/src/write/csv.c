/*
 * CSV after RFC 4180, with two choices. Lines end with LF, not CRLF: readers take either, and with CR the last cell of
 * each line is wrong for cut, awk and diff. There is no byte order mark: it would become part of the first key.
 *
 * Only data is written, so captions and notes are left out, and so are section rows: they carry one line of text for
 * people, and no column is theirs.
 */
#include "base/out.h"
#include "write/common.h"
#include "write/registry.h"

#include <string.h>

/* Cells that imsmap prints itself and no spreadsheet runs: relations and marks, always alone. */
static bool symbol(const char *text)
{
  static const char *const symbols[] = { "=", "<", ">", "-", "x", "0", "<=", ">=", "~", "?" };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
    if (strcmp(text, symbols[i]) == 0)
      return true;
  return false;
}

/* True for what a spreadsheet would run as a formula; a negative number is none. */
static bool formula(const char *text, ims_column_kind kind)
{
  return *text && strchr("=+-@\t\r", *text) && !symbol(text) &&
         !(kind == IMS_COLUMN_NUMBER && imsi_write_integer(text));
}

static void put_quoted(imsi_out *out, const char *text, bool guarded)
{
  imsi_out_text(out, guarded ? "\"'" : "\"");
  for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
    imsi_out_bytes(out, text, (size_t)(quote - text));
    imsi_out_text(out, "\"\"");
  }
  imsi_out_text(out, text);
  imsi_out_text(out, "\"");
}

static void put_cell(imsi_out *out, const char *text, ims_column_kind kind)
{
  const bool guarded = formula(text, kind);
  if (strpbrk(text, "\",\r\n")) {
    put_quoted(out, text, guarded);
    return;
  }
  if (guarded)
    imsi_out_text(out, "'");
  imsi_out_text(out, text);
}

static void put_header(imsi_out *out, const ims_table *table, const ims_write_options *options)
{
  size_t shown = 0;
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    if (!imsi_write_shown(table, options, i))
      continue;
    if (shown++)
      imsi_out_text(out, ",");
    put_cell(out, ims_table_column(table, i)->key, IMS_COLUMN_TEXT);
  }
  if (shown)
    imsi_out_text(out, "\n");
}

static void put_row(imsi_out *out, const ims_table *table, const ims_write_options *options, size_t row)
{
  size_t shown = 0, filled = 0;
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    if (!imsi_write_shown(table, options, i))
      continue;
    if (shown++)
      imsi_out_text(out, ",");
    const char *text = ims_table_cell(table, row, i);
    if (text && *text) {
      put_cell(out, text, ims_table_column(table, i)->kind);
      filled++;
    }
  }
  /* many readers skip an empty line, and the row would be lost */
  if (shown == 1 && !filled)
    imsi_out_text(out, "\"\"");
  if (shown)
    imsi_out_text(out, "\n");
}

static ims_status write_csv(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  imsi_out out = { .sink = sink };
  put_header(&out, table, options);
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    if (ims_table_row_kind(table, row) != IMS_ROW_SECTION)
      put_row(&out, table, options, row);
  return imsi_out_end(&out);
}

const ims_format imsi_format_csv = { "csv", "csv", "comma-separated values for spreadsheets", write_csv };
