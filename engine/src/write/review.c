/* Decisions on rows as a mapping file that lays them over those rows: a `review` for each reader and date. */

#include "ims/review.h"
#include "base/out.h"
#include "write/common.h"

#include <string.h>

static size_t column_of(const ims_table *table, const char *key)
{
  size_t i = 0;
  while (i < ims_table_column_count(table) && strcmp(ims_table_column(table, i)->key, key) != 0)
    i++;
  return i;
}

static const char *cell(const ims_table *table, size_t row, const char *key)
{
  const size_t column = column_of(table, key);
  const char *text = column < ims_table_column_count(table) ? ims_table_cell(table, row, column) : NULL;
  return text ? text : "";
}

static void put_attribute(imsi_out *out, const char *name, const char *value)
{
  if (!*value)
    return;
  imsi_out_text(out, " ");
  imsi_out_text(out, name);
  imsi_out_text(out, "=\"");
  imsi_write_xml(out, value);
  imsi_out_text(out, "\"");
}

static void put_decision(imsi_out *out, const ims_table *table, size_t row)
{
  const char *decision = cell(table, row, "decision"), *note = cell(table, row, "note");
  imsi_out_text(out, "    <");
  imsi_out_text(out, decision);
  put_attribute(out, "set", cell(table, row, "set"));
  put_attribute(out, "source", cell(table, row, "source"));
  put_attribute(out, "target", cell(table, row, "target"));
  put_attribute(out, "is", cell(table, row, "is"));
  if (!*note) {
    imsi_out_text(out, "/>\n");
    return;
  }
  imsi_out_text(out, ">\n      <note>");
  imsi_write_xml(out, note);
  imsi_out_text(out, "</note>\n    </");
  imsi_out_text(out, decision);
  imsi_out_text(out, ">\n");
}

static bool same_reading(const ims_table *table, size_t a, size_t b)
{
  return strcmp(cell(table, a, "by"), cell(table, b, "by")) == 0 &&
         strcmp(cell(table, a, "on"), cell(table, b, "on")) == 0;
}

static ims_status write_review(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  (void)options;
  imsi_out out = { .sink = sink };
  const size_t count = ims_table_row_count(table);
  imsi_out_text(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<imsmap version=\"1\">\n");
  for (size_t row = 0; row < count; row++) {
    if (!row || !same_reading(table, row - 1, row)) {
      imsi_out_text(&out, "  <review");
      put_attribute(&out, "by", cell(table, row, "by"));
      put_attribute(&out, "on", cell(table, row, "on"));
      imsi_out_text(&out, ">\n");
    }
    put_decision(&out, table, row);
    if (row + 1 == count || !same_reading(table, row, row + 1))
      imsi_out_text(&out, "  </review>\n");
  }
  imsi_out_text(&out, "</imsmap>\n");
  return imsi_out_end(&out);
}

const ims_format ims_review_overlay = { "review", "xml", "decisions on rows as a mapping file", write_review };
