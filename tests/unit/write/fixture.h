/** Tables for the tests of the writers, and what a writer makes of them. */
#ifndef FIXTURE_H
#define FIXTURE_H

#include "query/table.h"
#include "write/registry.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIXTURE_COLUMNS = 4, FIXTURE_LINES = 4, FIXTURE_TEXT = 160 };

typedef struct fixture_row {
  ims_row_kind kind;
  const char *cells[FIXTURE_COLUMNS];
} fixture_row;

/** Columns end with the first without key, captions and notes with the first NULL. */
typedef struct fixture {
  ims_column columns[FIXTURE_COLUMNS];
  const char *captions[FIXTURE_LINES];
  const char *notes[FIXTURE_LINES];
  const fixture_row *rows;
  size_t row_count;
} fixture;

#define FIXTURE_ROWS(array) .rows = (array), .row_count = sizeof(array) / sizeof *(array)

static inline ims_table *fixture_table(const fixture *f)
{
  size_t columns = 0;
  while (columns < FIXTURE_COLUMNS && f->columns[columns].key)
    columns++;
  imsi_table *builder = imsi_table_new("test", f->columns, columns);
  for (size_t i = 0; i < FIXTURE_LINES && f->captions[i]; i++)
    imsi_table_caption(builder, f->captions[i]);
  for (size_t i = 0; i < FIXTURE_LINES && f->notes[i]; i++)
    imsi_table_note(builder, f->notes[i]);
  for (size_t row = 0; row < f->row_count; row++) {
    imsi_table_row(builder, f->rows[row].kind);
    for (size_t i = 0; i < columns; i++)
      imsi_table_set(builder, i, f->rows[row].cells[i]);
  }
  ims_table *table = NULL;
  cr_assert_eq(imsi_table_end(builder, &table), IMS_OK);
  return table;
}

/** What `format` writes; free it. */
static inline char *fixture_written(const ims_format *format, const fixture *f, ims_write_options options)
{
  ims_memory memory = { 0 };
  ims_table *table = fixture_table(f);
  cr_assert_eq(format->write(table, &options, ims_sink_memory(&memory)), IMS_OK);
  ims_table_free(table);
  if (memory.data)
    return memory.data;
  char *empty = calloc(1, 1);
  cr_assert_not_null(empty);
  return empty;
}

#define EXPECT_WRITTEN(format, f, options, expected)                                                                   \
  do {                                                                                                                 \
    char *const written_ = fixture_written(&(format), (f), (options));                                                 \
    cr_expect_str_eq(written_, (expected));                                                                            \
    free(written_);                                                                                                    \
  } while (0)

static const ims_write_options plain = { 0 }, detailed = { .details = true };

/** A table of one column whose only cell is `text`. */
static inline char *fixture_cell(const ims_format *format, ims_column_kind kind, const char *text)
{
  const fixture_row row = { IMS_ROW_NORMAL, { text } };
  return fixture_written(
      format, &(fixture){ .columns = { { "key", "Key", kind, false } }, .rows = &row, .row_count = 1 }, plain);
}

/** A random text of up to seven of `pieces`; the same for the same seed. */
static inline void fixture_random(uint32_t *seed, const char *const *pieces, size_t count, char text[FIXTURE_TEXT])
{
  text[0] = '\0';
  *seed = *seed * 1664525u + 1013904223u;
  for (uint32_t left = *seed >> 29; left; left--) {
    *seed = *seed * 1664525u + 1013904223u;
    strcat(text, pieces[(*seed >> 8) % count]);
  }
}

typedef struct fixture_broken_sink {
  size_t calls;
  size_t fail_at;
} fixture_broken_sink;

static inline ims_status fixture_break(void *context, const char *data, size_t size)
{
  fixture_broken_sink *sink = context;
  (void)data;
  (void)size;
  return sink->calls++ == sink->fail_at ? IMS_IO : IMS_OK;
}

/** Fails each write of a long table in turn; `format` must say so, and stop writing. */
static inline void fixture_expect_failures_are_reported(const ims_format *format)
{
  enum { ROWS = 400 };
  static fixture_row rows[ROWS];
  for (size_t i = 0; i < ROWS; i++)
    rows[i] = (fixture_row){ IMS_ROW_NORMAL, { "8.7.3", "a title of some length, so that there are several writes" } };
  const fixture f = { .columns = { { "clause", "Clause", IMS_COLUMN_ID, false },
                                   { "title", "Title", IMS_COLUMN_TEXT, false } },
                      .captions = { "caption" },
                      .notes = { "note" },
                      FIXTURE_ROWS(rows) };
  ims_table *table = fixture_table(&f);
  size_t failures = 0;
  for (bool failed = true; failed; failures += failed) {
    fixture_broken_sink sink = { .fail_at = failures };
    const ims_status status = format->write(table, &(ims_write_options){ 0 }, (ims_sink){ fixture_break, &sink });
    failed = sink.calls > failures;
    cr_expect_eq(status, failed ? IMS_IO : IMS_OK, "%s, write %zu", format->name, failures);
    cr_expect_eq(sink.calls, failed ? failures + 1 : failures, "%s, write %zu", format->name, failures);
  }
  cr_expect_gt(failures, 5, "%s", format->name);
  ims_table_free(table);
}

#endif
