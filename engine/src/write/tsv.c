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

static void put_cell(imsi_out *out, const char *text, ims_column_kind kind)
{
  (void)kind;
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

static ims_status write_tsv(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  static const imsi_separated how = { "\t", "", put_cell };
  return imsi_write_separated(&how, table, options, sink);
}

const ims_format imsi_format_tsv = { "tsv", "tsv", "tab-separated values for pipes", write_tsv };
