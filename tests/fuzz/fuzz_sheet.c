/*
 * Reads whatever it is given as a sheet, and once more as the parts of a workbook.
 *
 * Parts are joined by SEPARATOR, which no text in UTF-8 holds: a sheet, then texts that cells share, styles, the list
 * of sheets, and what it refers to; those that are missing are good ones. Without LIBFUZZER it replays files:
 * fuzz_sheet FILE|DIR...
 */
#define _POSIX_C_SOURCE 200809L /* for replay.h */

#include "base/utf8.h"
#include "read/sheet.h"
#include "replay.h"
#include "unit/read/workbook.h"

#define SEPARATOR "\xFF\xFF\xFF\xFF"

typedef struct tally {
  size_t errors, sheets;
  size_t letters; /* of all cells, so that each is read */
} tally;

static void count(void *context, const ims_diag *diag)
{
  tally *t = context;
  t->errors += diag->severity == IMS_ERROR;
  expect(diag->text && *diag->text, "a message without text");
  expect(diag->pos.file || diag->id == IMS_DIAG_TOO_MANY_ERRORS, "a message about no file");
}

static ims_status take_sheet(void *context, const char *name, bool hidden)
{
  tally *t = context;
  (void)hidden;
  t->sheets++;
  t->letters += strlen(name);
  return IMS_OK;
}

static ims_status take_row(void *context, const imsi_sheet_row *row)
{
  tally *t = context;
  expect(t->sheets && row->count && row->number, "a row of no sheet, without cells or without a number");
  for (size_t i = 0; i < row->count; i++) {
    const imsi_cell *cell = &row->cells[i];
    const size_t size = strlen(cell->text);
    t->letters += size;
    expect(cell->column > (i ? row->cells[i - 1].column : 0), "cells out of order");
    expect(size || cell->formula || cell->merged, "an empty cell");
    expect(!cell->merged || !size, "a cell that continues a range and has a value");
    expect(imsi_utf8_valid(cell->text, size), "a text that is not UTF-8");
    expect(cell->pos.file && cell->pos.line && cell->pos.column, "a cell without a place");
  }
  return IMS_OK;
}

static void read_sheet(const char *data, size_t size)
{
  tally t = { 0 };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ count, &t });
  const imsi_sheet_options options = { .max_size = 1 << 24, .max_columns = 500, .max_text = 1000, .max_merged = 5000 };
  const imsi_sheet_handler handler = { take_sheet, take_row, &t };
  const ims_status status = imsi_sheet_memory("input", data, size, &options, &reporter, &handler);
  expect(status != IMS_NOMEM, "out of memory");
  expect(!status == !t.errors, "errors without failure, or the reverse");
  imsi_reporter_free(&reporter);
}

/* The bytes up to the next separator, NUL-terminated; the rest is what follows it. */
static char *next_part(const char **data, size_t *size, size_t *length)
{
  const size_t separator = sizeof SEPARATOR - 1;
  size_t part = 0;
  while (part < *size && (*size - part < separator || memcmp(*data + part, SEPARATOR, separator) != 0))
    part++;
  char *copy = malloc(part + 1);
  expect(copy, "out of memory");
  memcpy(copy, *data, part);
  copy[part] = '\0';
  *length = part;
  const size_t used = part + (part < *size ? separator : 0);
  *data += used;
  *size -= used;
  return copy;
}

static void read_parts(const char *data, size_t size)
{
  workbook_part parts[] = {
    PART("xl/worksheets/sheet1.xml", ""),
    PART("xl/sharedStrings.xml", USUAL_STRINGS),
    PART("xl/styles.xml", USUAL_STYLES),
    WORKBOOK_PART(ONE_SHEET),
    ROLES_PART(USUAL_ROLES),
    ROOT_PART,
  };
  enum { GIVEN = sizeof parts / sizeof *parts - 1 };
  char *given[GIVEN] = { NULL };
  for (size_t i = 0; i < GIVEN && (size || !i); i++) {
    size_t length;
    given[i] = next_part(&data, &size, &length);
    if (length) {
      parts[i].text = given[i];
      parts[i].size = (uint32_t)length;
    }
  }
  ims_memory zip = workbook_zip(parts, sizeof parts / sizeof *parts);
  read_sheet(zip.data, zip.size);
  ims_memory_free(&zip);
  for (size_t i = 0; i < GIVEN; i++)
    free(given[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  read_sheet((const char *)data, size);
  read_parts((const char *)data, size);
  return 0;
}
