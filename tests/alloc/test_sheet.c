/*
 * Sheets read with every allocation failing in turn: IMS_NOMEM or all of it, nothing kept.
 *
 * First our own allocations alone, then those of libxml2 as well, which is told to use the same allocator. A message
 * that could not be put together is sent without its details, and reading goes on. libzip keeps its own allocator.
 */
#include "alloc/wrap.h"
#include "base/diag.h"
#include "read/sheet.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Declared here because only read/ sees the headers of libxml2. */
int xmlMemSetup(void (*release)(void *), void *(*allocate)(size_t), void *(*move)(void *, size_t),
                char *(*copy)(const char *));
void xmlResetLastError(void);
void xmlSetGenericErrorFunc(void *context, void (*report)(void *context, const char *message, ...));

/* What was handed over. */
typedef struct tally {
  size_t sheets, rows, cells;
} tally;

static ims_status count_sheet(void *context, const char *name, bool hidden)
{
  tally *t = context;
  t->sheets += *name || hidden;
  return IMS_OK;
}

static ims_status count_row(void *context, const imsi_sheet_row *row)
{
  tally *t = context;
  t->rows++;
  t->cells += row->count;
  return IMS_OK;
}

static bool same(const tally *a, const tally *b)
{
  return a->sheets == b->sheets && a->rows == b->rows && a->cells == b->cells;
}

static ims_status read_once(const char *name, const char *data, size_t size, tally *t)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ NULL, NULL });
  *t = (tally){ 0 };
  const imsi_sheet_handler handler = { count_sheet, count_row, t };
  const ims_status status = data ? imsi_sheet_memory(name, data, size, NULL, &reporter, &handler)
                                 : imsi_sheet_read(name, NULL, &reporter, &handler);
  imsi_reporter_free(&reporter);
  return status;
}

/* One failure; false if it was not taken well. */
static bool fail_once(const char *name, const char *data, size_t size, void (*fail)(long), long n, bool *reached)
{
  tally whole, got;
  const ims_status wanted = read_once(name, data, size, &whole);
  xmlResetLastError();
  const long before = wrap_live();
  fail(n);
  const ims_status status = read_once(name, data, size, &got);
  *reached = wrap_count() > n;
  wrap_fail_at(-1);
  xmlResetLastError(); /* a message of libxml2 lives until the next one */
  const bool good = wrap_live() == before && whole.sheets &&
                    (status == wanted ? same(&got, &whole) : *reached && status == IMS_NOMEM);
  if (!good)
    fprintf(stderr, "%s: allocation %ld: status %d, %zu rows, %ld left\n", name, n, (int)status, got.rows,
            wrap_live() - before);
  return good;
}

static bool fails_well(const char *name, const char *data, size_t size)
{
  bool good = true, reached = true;
  for (long n = 0; good && reached; n++)
    good = fail_once(name, data, size, wrap_fail_at, n, &reached) &&
           fail_once(name, data, size, wrap_fail_from, n, &reached);
  return good;
}

static bool all_fail_well(void)
{
  static const char text[] = "id;title\n1;\"two\nlines\"\n2;caf\xe9;more\n3;\"open\n4;last\n";
  static const char wide[] = "\xFF\xFE"
                             "a\0,\0b\0\n\0\x00\xDC,\0c\0";
  return fails_well("text.csv", text, sizeof text - 1) && fails_well("wide.csv", wide, sizeof wide - 1) &&
         fails_well(TEST_DATA_DIR "/good/sheets/review.xlsx", NULL, 0) &&
         fails_well(TEST_DATA_DIR "/good/sheets/shared.xlsx", NULL, 0) &&
         fails_well(TEST_DATA_DIR "/bad/sheets/cells.xlsx", NULL, 0);
}

static char *copy_string(const char *text)
{
  char *copy = malloc(strlen(text) + 1);
  return copy ? strcpy(copy, text) : NULL;
}

static int printed;

/* Stands where libxml2 would print. */
static void remember_print(void *context, const char *message, ...)
{
  (void)context, (void)message;
  printed++;
}

int main(void)
{
  bool good = all_fail_well();
  /* only now: so far libxml2 had memory; what it got then may be released through the wrapper */
  if (xmlMemSetup(free, malloc, realloc, copy_string))
    return EXIT_FAILURE;
  xmlSetGenericErrorFunc(NULL, remember_print);
  good = all_fail_well() && good;
  if (printed)
    fprintf(stderr, "libxml2 printed %d times\n", printed);
  return good && !printed ? EXIT_SUCCESS : EXIT_FAILURE;
}
