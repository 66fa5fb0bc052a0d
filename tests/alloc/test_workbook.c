/* Workbooks of several sheets with links, with every allocation failing in turn: no memory, and nothing kept. */
#include "alloc/wrap.h"
#include "ims/workbook.h"
#include "query/table.h"

#include <stdio.h>
#include <stdlib.h>

static ims_status swallow(void *context, const char *data, size_t size)
{
  (void)context;
  (void)data;
  (void)size;
  return IMS_OK;
}

static ims_table *make_table(void)
{
  static const ims_column columns[] = { { "ref", "Reference\x1b", IMS_COLUMN_ID, false },
                                        { "edition", "Edition", IMS_COLUMN_ID, false },
                                        { "place", "Place", IMS_COLUMN_ID, false },
                                        { "accept", "Accept", IMS_COLUMN_FILL, false },
                                        { "empty", "Empty", IMS_COLUMN_TEXT, false } };
  static const char *const references[] = { "4.1", "4.2#1_x0041_", "4.3\xff" };
  imsi_table *builder = imsi_table_new("gap", columns, 5);
  imsi_table_caption(builder, "caption\xff");
  imsi_table_note(builder, "note\x1b");
  for (int i = 0; i < 6; i++) {
    imsi_table_row(builder, (ims_row_kind)(i % 3));
    imsi_table_set(builder, 0, references[i % 3]);
    imsi_table_set(builder, 1, "9001:2015");
    imsi_table_set(builder, 2, i ? "Docs!F2" : "Docs!F1");
  }
  ims_table *table = NULL;
  return imsi_table_end(builder, &table) ? NULL : table;
}

static int survives(const ims_table *table, void (*fail)(long n))
{
  static const ims_workbook_fill fills[] = { { .title = "Due", .note = "when", .day = true },
                                             { .title = "Grade", .note = "what", .value = "observation" } };
  const ims_workbook_sheet sheets[] = {
    { .name = "from\xff", .table = table, .summary = "one\x1b", .prefix = "9001:2015/", .found = true },
    { .name = "gap", .table = table, .summary = "two", .whole = true, .fills = fills, .fill_count = 2 },
    { .name = "gap", .table = table, .summary = "three" },
  };
  const ims_write_options options = { 0 };
  const long before = wrap_live();
  for (long n = 0;; n++) {
    fail(n);
    const ims_status status = ims_workbook_write("about\xff", sheets, 3, &options, (ims_sink){ swallow, NULL });
    const int reached = wrap_count() > n;
    wrap_fail_at(-1);
    if (wrap_live() != before || status != (reached ? IMS_NOMEM : IMS_OK)) {
      fprintf(stderr, "allocation %ld: %s, %ld kept\n", n, ims_status_text(status), wrap_live() - before);
      return 0;
    }
    if (!reached)
      return n > 0;
  }
}

int main(void)
{
  ims_table *table = make_table();
  const int good = table && survives(table, wrap_fail_at) && survives(table, wrap_fail_from);
  ims_table_free(table);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
