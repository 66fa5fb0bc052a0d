/* Pages, with every allocation failing in turn: each form says so and keeps nothing. */
#include "alloc/wrap.h"
#include "ims/page.h"
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

/* Names, links, groups and marks, with something to repair. */
static ims_table *make_table(void)
{
  static const ims_column columns[] = { { "edition", "Edition\x1b", IMS_COLUMN_ID, false },
                                        { "ref", "Reference", IMS_COLUMN_ID, false },
                                        { "text", "Text", IMS_COLUMN_TEXT, true },
                                        { "count", "Count", IMS_COLUMN_NUMBER, false } };
  imsi_table *builder = imsi_table_new("test", columns, sizeof columns / sizeof *columns);
  imsi_table_caption(builder, "caption\xff");
  imsi_table_note(builder, "see 9001:2015/8");
  for (size_t i = 0; i < 9; i++) {
    imsi_table_row(builder, (ims_row_kind)(i % 3));
    imsi_table_set(builder, 0, i < 5 ? "9001:2015" : "27001:2022");
    imsi_table_set_number(builder, 1, i % 4);
    imsi_table_set(builder, 2, i % 2 ? "as 9001:2015/0\x1b" : NULL);
    imsi_table_set_number(builder, 3, i);
  }
  ims_table *table = NULL;
  return imsi_table_end(builder, &table) ? NULL : table;
}

static int survives_every_failure(const ims_page *page, ims_page_form form, void (*fail)(long n))
{
  const long before = wrap_live();
  for (long n = 0;; n++) {
    fail(n);
    const ims_status status = ims_page_write(page, form, (ims_sink){ swallow, NULL });
    const int reached = wrap_count() > n;
    wrap_fail_at(-1);
    if (wrap_live() != before || status != (reached ? IMS_NOMEM : IMS_OK)) {
      fprintf(stderr, "form %d, allocation %ld: %s, %ld kept\n", (int)form, n, ims_status_text(status),
              wrap_live() - before);
      return 0;
    }
    if (!reached)
      return 1;
  }
}

int main(void)
{
  ims_table *table = make_table();
  const ims_page_part parts[] = { { .label = "L\x1b",
                                    .table = table,
                                    .shown = "ref,text",
                                    .opened = "count",
                                    .beside = "text,ref",
                                    .group = "edition",
                                    .group_name = "edition",
                                    .name = "edition,ref",
                                    .filter = "text" },
                                  { .table = table, .bars = "count", .name = "edition,ref" },
                                  { .svg = "x", .svg_size = 1, .words = "w\xff" } };
  const ims_page_section section = {
    .id = "one", .title = "One\xff", .intro = "a\nb", .parts = parts, .part_count = 3
  };
  const ims_page page = { .title = "T\xff", .subtitle = "s\nt", .sections = &section, .section_count = 1 };
  int good = table != NULL;
  for (int form = IMS_PAGE_WHOLE; good && form <= IMS_PAGE_MARKDOWN; form++)
    good = survives_every_failure(&page, (ims_page_form)form, wrap_fail_at) &&
           survives_every_failure(&page, (ims_page_form)form, wrap_fail_from);
  ims_table_free(table);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
