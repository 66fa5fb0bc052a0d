/*
 * Looks for the clauses that a text cites and prints the table.
 *
 * Without LIBFUZZER it replays files: fuzz_cite FILE|DIR...
 */
#define _POSIX_C_SOURCE 200809L /* for replay.h */

#include "ims/ims.h"
#include "replay.h"

static void check(void *context, const ims_diag *diag)
{
  (void)context;
  expect(diag->text && *diag->text, "a message without text");
  expect(diag->pos.file && diag->pos.line && diag->pos.column, "a message without a place");
  expect(diag->severity == IMS_WARNING, "an error in a text, of which there is none");
}

/* Loaded once: it never changes. */
static const ims_model *builtin(void)
{
  static ims_model *model;
  ims_loader *loader = NULL;
  if (model)
    return model;
  expect(!ims_loader_new(NULL, (ims_diag_sink){ NULL, NULL }, &loader), "no loader");
  expect(!ims_loader_builtin(loader) && !ims_loader_finish(loader, &model), "no model");
  ims_loader_free(loader);
  return model;
}

/* Each row has a line that the text has, and what was found is there. */
static void check_rows(const ims_model *model, const ims_table *table, size_t lines)
{
  for (size_t row = 0; row < ims_table_row_count(table); row++) {
    const char *line = ims_table_cell(table, row, 0), *clause = ims_table_cell(table, row, 3);
    const char *reference = ims_table_cell(table, row, 5);
    ims_node node;
    expect(line && strtoul(line, NULL, 10) <= lines, "a line that is not there");
    expect(clause && *clause, "a row without a clause");
    expect(!reference || !ims_find_node(model, NULL, reference, (ims_diag_sink){ NULL, NULL }, &node),
           "a reference that leads nowhere");
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const names[] = { "text.md", "docs/iso27001-2022.md", "iso 9001" };
  const ims_model *model = builtin();
  size_t lines = 1;
  for (size_t i = 0; i < size; i++)
    lines += data[i] == '\n';
  ims_table *table = NULL;
  /* to make a reader takes longer than to read: one name for each input */
  const ims_cite_text text = { names[size % (sizeof names / sizeof *names)], (const char *)data, size };
  expect(!ims_cite(model, &text, 1, (ims_diag_sink){ check, NULL }, &table), "no table");
  check_rows(model, table, lines);
  ims_table_free(table);
  return 0;
}
