/*
 * Loads whatever it is given and prints every report about it in every format.
 *
 * Several files are joined by SEPARATOR, which no text in UTF-8 holds; each is a layer. Without LIBFUZZER it replays
 * files: fuzz_load FILE|DIR...
 */
#define _POSIX_C_SOURCE 200809L /* for replay.h */

#include "ims/ims.h"
#include "replay.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEPARATOR "\xFF\xFF\xFF\xFF"

typedef struct tally {
  size_t errors;
} tally;

static void count(void *context, const ims_diag *diag)
{
  tally *t = context;
  t->errors += diag->severity == IMS_ERROR;
  expect(diag->text && *diag->text, "a message without text");
  expect(!diag->pos.line || diag->pos.file, "a line of no file");
}

/* ---- reports ---- */

static void print(const ims_table *table)
{
  size_t formats;
  const ims_format *const *all = ims_formats(&formats);
  for (size_t i = 0; i < formats; i++)
    for (size_t width = 0; width <= 80; width += 40) {
      ims_memory memory = { 0 };
      const ims_write_options options = { width, width == 40, width == 80 };
      const ims_status status = all[i]->write(table, &options, ims_sink_memory(&memory));
      expect(!status, "a table that cannot be written");
      ims_memory_free(&memory);
    }
}

static void run(const ims_model *model, const char *name, const ims_argument *arguments, size_t argument_count)
{
  for (int form = IMS_FORM_WIDE; form <= IMS_FORM_LONG; form++)
    for (int words = IMS_WORDS_NONE; words <= IMS_WORDS_COLUMNS; words++) {
      tally t = { 0 };
      ims_table *table = NULL;
      const ims_request request = {
        .arguments = arguments, .argument_count = argument_count, .form = (ims_form)form, .words = (ims_words)words
      };
      const ims_status status = ims_report_find(name)->run(model, &request, (ims_diag_sink){ count, &t }, &table);
      expect(!status == (table != NULL), "a table without success, or the reverse");
      expect(!status || t.errors || status == IMS_LIMIT, "a failure without a message");
      if (table)
        print(table);
      ims_table_free(table);
    }
}

/* What stands in the model is also what is looked for in it. */
static void show(const ims_model *model, ims_node node)
{
  char reference[256];
  const ims_edition *edition = ims_node_edition(model, node);
  if (!edition || snprintf(reference, sizeof reference, "%s/%s", edition->id, ims_node_name(model, node)) >= 256)
    return;
  run(model, "show", &(ims_argument){ "reference", reference }, 1);
}

static void ask(const ims_model *model)
{
  run(model, "standards", NULL, 0);
  for (size_t i = 0; i < ims_edition_count(model) && i < 2; i++)
    run(model, "show", &(ims_argument){ "reference", ims_edition_at(model, i)->id }, 1);
  for (uint32_t i = 0; i < ims_node_count(model) && i < 8; i++)
    show(model, (ims_node){ i });
  if (ims_edition_count(model) < 2)
    return;
  const ims_argument arguments[] = { { "pivot", ims_edition_at(model, 0)->id },
                                     { "other", ims_edition_at(model, 1)->id },
                                     { "level", "provision" },
                                     { "reverse", NULL } };
  run(model, "correlate", arguments, 2);
  run(model, "correlate", arguments, 4);
}

/* ---- loading ---- */

static ims_status load(ims_loader *loader, const char *data, size_t size)
{
  const size_t length = sizeof SEPARATOR - 1;
  for (;;) {
    size_t part = 0;
    while (part < size && (size - part < length || memcmp(data + part, SEPARATOR, length) != 0))
      part++;
    ims_loader_layer(loader);
    const ims_status status = ims_loader_memory(loader, "input", data, part);
    expect(status != IMS_NOMEM, "out of memory");
    if (part == size)
      return status;
    data += part + length;
    size -= part + length;
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  tally t = { 0 };
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  expect(!ims_loader_new(NULL, (ims_diag_sink){ count, &t }, &loader), "no loader");
  load(loader, (const char *)data, size);
  const ims_status status = ims_loader_finish(loader, &model);
  ims_loader_free(loader);
  expect(!status == !t.errors, "errors without failure, or the reverse");
  if (!status)
    ask(model);
  ims_model_free(model);
  return 0;
}
