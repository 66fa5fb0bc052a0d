/*
 * Two ways through the same workbook: `bench_sheet read FILE` reads its rows and looks at nothing, `bench_sheet sax2
 * PART...` parses parts that were unpacked before with libxml2. Prints what was found; time and memory are the caller's
 * to measure, from outside.
 */
#include "base/diag.h"
#include "read/sheet.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

static size_t elements;

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes)
{
  (void)context, (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
  (void)attribute_count, (void)defaulted_count, (void)attributes;
  elements++;
}

static int parse(char **paths)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC, .startElementNs = on_start };
  int status = 0;
  for (; *paths; paths++)
    status |= xmlSAXUserParseFile(&sax, NULL, *paths);
  printf("%zu elements\n", elements);
  return status != 0;
}

typedef struct tally {
  size_t rows, cells, letters;
} tally;

static void on_diag(void *context, const ims_diag *diag)
{
  (void)context;
  fprintf(stderr, "%s:%u: %s\n", diag->pos.file, (unsigned)diag->pos.line, diag->text);
}

static ims_status on_sheet(void *context, const char *name, bool hidden)
{
  (void)context, (void)name, (void)hidden;
  return IMS_OK;
}

static ims_status on_row(void *context, const imsi_sheet_row *row)
{
  tally *t = context;
  t->rows++;
  t->cells += row->count;
  for (size_t i = 0; i < row->count; i++)
    t->letters += strlen(row->cells[i].text);
  return IMS_OK;
}

static int read_rows(const char *path)
{
  tally t = { 0 };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ on_diag, NULL });
  const imsi_sheet_handler handler = { on_sheet, on_row, &t };
  const ims_status status = imsi_sheet_read(path, NULL, &reporter, &handler);
  imsi_reporter_free(&reporter);
  printf("%zu rows, %zu cells, %zu bytes\n", t.rows, t.cells, t.letters);
  return status != IMS_OK;
}

int main(int argc, char **argv)
{
  if (argc >= 3 && strcmp(argv[1], "sax2") == 0)
    return parse(argv + 2);
  if (argc == 3 && strcmp(argv[1], "read") == 0)
    return read_rows(argv[2]);
  fprintf(stderr, "usage: bench_sheet read FILE | bench_sheet sax2 PART...\n");
  return 2;
}
