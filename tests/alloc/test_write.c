/* Every writer, with every allocation failing in turn: it says so and keeps nothing. */
#include "alloc/wrap.h"
#include "query/table.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static ims_status swallow(void *context, const char *data, size_t size)
{
  (void)context;
  (void)data;
  (void)size;
  return IMS_OK;
}

/* Something to repair, to wrap and to escape everywhere. */
static ims_table *make_table(void)
{
  static const ims_column columns[] = { { "clause\xff", "Clause\x1b", IMS_COLUMN_ID, false },
                                        { "title", "Title", IMS_COLUMN_TEXT, false },
                                        { "rows", "Rows", IMS_COLUMN_NUMBER, false } };
  imsi_table *builder = imsi_table_new("test\xff", columns, 3);
  imsi_table_caption(builder, "caption\xff");
  imsi_table_note(builder, "note\x1b\xff");
  for (int i = 0; i < 9; i++) {
    imsi_table_row(builder, (ims_row_kind)(i % 3));
    imsi_table_set(builder, 0, "8.4\xff");
    imsi_table_set(builder, 1, i % 2 ? "a | \"title\" that is wrapped\x1b" : NULL);
    imsi_table_set(builder, 2, "7");
  }
  ims_table *table = NULL;
  return imsi_table_end(builder, &table) ? NULL : table;
}

static int survives_every_failure(const ims_format *format, const ims_table *table, void (*fail)(long n))
{
  const ims_write_options options = { .width = 30 };
  const long before = wrap_live();
  for (long n = 0;; n++) {
    fail(n);
    const ims_status status = format->write(table, &options, (ims_sink){ swallow, NULL });
    const int reached = wrap_count() > n;
    wrap_fail_at(-1);
    if (wrap_live() != before || status != (reached ? IMS_NOMEM : IMS_OK)) {
      fprintf(stderr, "%s, allocation %ld: %s, %ld kept\n", format->name, n, ims_status_text(status),
              wrap_live() - before);
      return 0;
    }
    if (!reached)
      return 1;
  }
}

int main(void)
{
  json_set_alloc_funcs(malloc, free); /* jansson is a shared library: only so its allocations fail too */
  ims_table *table = make_table();
  int good = table != NULL;
  size_t count;
  const ims_format *const *formats = ims_formats(&count);
  for (size_t i = 0; good && i < count; i++)
    good = survives_every_failure(formats[i], table, wrap_fail_at) &&
           survives_every_failure(formats[i], table, wrap_fail_from);
  ims_table_free(table);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
