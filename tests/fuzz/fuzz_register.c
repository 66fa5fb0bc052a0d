/*
 * Reads whatever it is given as a register and asks what was understood: counts have to add up, and places to be there.
 *
 * Without LIBFUZZER it replays files: fuzz_register FILE|DIR...
 */
#define _POSIX_C_SOURCE 200809L /* for replay.h */

#include "ims/ims.h"
#include "replay.h"

typedef struct tally {
  size_t errors;
} tally;

static void count(void *context, const ims_diag *diag)
{
  tally *t = context;
  t->errors += diag->severity == IMS_ERROR;
  expect(diag->text && *diag->text, "a message without text");
  expect(diag->pos.file || diag->id == IMS_DIAG_TOO_MANY_ERRORS, "a message about no file");
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

static void check_sheets(const ims_register *evidence)
{
  size_t count, entries = 0, all = 0;
  const ims_sheet *sheets = ims_register_sheets(evidence, &count);
  for (size_t i = 0; i < count; i++) {
    const ims_sheet *s = &sheets[i];
    expect(*s->file && *s->how, "a sheet of no file, or without a reason");
    expect(s->kind == IMS_ENTRY_KIND_COUNT || s->rows == s->entries + s->repeated + s->empty + s->sections,
           "rows that do not add up");
    entries += s->entries;
    for (size_t k = 0; k < s->column_count; k++) {
      const ims_sheet_column *column = &s->columns[k];
      expect(column->understood <= column->cells, "more cells understood than there are");
      expect(column->field != IMS_FIELD_COUNT || !column->understood, "cells understood in a column that is ignored");
    }
  }
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    all += ims_register_count(evidence, (ims_entry_kind)kind);
  expect(entries == all, "entries that are in no sheet");
}

static void check_entries(const ims_register *evidence)
{
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    for (size_t i = 0; i < ims_register_count(evidence, (ims_entry_kind)kind); i++) {
      const ims_entry entry = ims_register_entry(evidence, (ims_entry_kind)kind, i);
      for (int field = 0; field < IMS_FIELD_COUNT; field++) {
        const ims_pos pos = ims_entry_pos(evidence, entry, (ims_field)field);
        expect(pos.file && pos.line, "a field without a place");
        if (ims_field_kind_of((ims_field)field) != IMS_HOLDS_DAY)
          continue;
        const ims_day day = ims_entry_day(evidence, entry, (ims_field)field);
        expect(!day || ims_day_valid(day), "a day that no calendar has");
      }
    }
}

static void check_claims(const ims_model *model, const ims_register *evidence)
{
  for (size_t i = 0; i < ims_claim_count(evidence); i++) {
    const ims_claim *claim = ims_claim_at(evidence, i);
    expect(claim->text && claim->pos.file && claim->pos.line, "a claim without text or place");
    expect(claim->node.index == IMS_NO_NODE || ims_node_edition(model, claim->node) == claim->edition,
           "a claim on a clause of another edition");
    expect(claim->node.index == IMS_NO_NODE || !claim->elsewhere, "a clause that is there and elsewhere");
  }
}

/* The report in each of its forms. */
static void ask(const ims_model *model, const ims_register *evidence)
{
  const ims_report *report = ims_report_find("register");
  const ims_argument problems = { "problems", NULL };
  for (int form = 0; form < 3; form++) {
    const ims_request request = { .arguments = &problems,
                                  .argument_count = form == 2,
                                  .form = form ? IMS_FORM_LONG : IMS_FORM_WIDE,
                                  .evidence = evidence };
    ims_table *table = NULL;
    expect(!report->run(model, &request, (ims_diag_sink){ NULL, NULL }, &table) && table, "no table");
    ims_table_free(table);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  tally t = { 0 };
  const ims_model *model = builtin();
  const ims_register_options options = { .max_size = 1 << 24 };
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  expect(!ims_register_reader_new(model, &options, (ims_diag_sink){ count, &t }, &reader), "no reader");
  const ims_status read = ims_register_reader_memory(reader, "input", (const char *)data, size);
  const ims_status status = ims_register_reader_finish(reader, &evidence);
  ims_register_reader_free(reader);
  expect(read != IMS_NOMEM && status != IMS_NOMEM, "out of memory");
  expect(!status == !read && !status == (evidence != NULL), "a register of a file that cannot be read, or none of one");
  expect(!status == !t.errors, "errors without failure, or the reverse");
  if (evidence) {
    check_sheets(evidence);
    check_entries(evidence);
    check_claims(model, evidence);
    ask(model, evidence);
  }
  ims_register_free(evidence);
  return 0;
}
