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

static ims_status write_csv(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  /* many readers skip an empty line, and the row would be lost */
  static const imsi_separated how = { ",", "\"\"", put_cell };
  return imsi_write_separated(&how, table, options, sink);
}

const ims_format imsi_format_csv = { "csv", "csv", "comma-separated values for spreadsheets", write_csv };
