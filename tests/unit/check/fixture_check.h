/** What checks find in registers of a few lines, against the standards that are compiled in. */
#ifndef FIXTURE_CHECK_H
#define FIXTURE_CHECK_H

#include "property/tables.h"
#include "unit/fixture_register.h"
#include "unit/report/fixture_report.h"

/** The systems of most registers. */
#define QMS "system id=QMS edition=9001:2015"
#define SMS "system id=SMS edition=20000-1:2018"
#define ISMS "system id=ISMS edition=27001:2022"

/** The lines of a register, numbered from 1. */
#define LINES(...) ((const char *const[]){ __VA_ARGS__ }), sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *)

static inline const char *fixture_cell_of(const ims_table *table, size_t row, const char *key)
{
  const char *cell = ims_table_cell(table, row, fixture_column(table, key));
  return cell ? cell : "-";
}

/* A finding: place and severity, subject, clause with its force and the systems; then what, and what to do. */
static inline void fixture_found(const ims_table *table, size_t row, ims_memory *text)
{
  if (strcmp(fixture_cell_of(table, row, "outcome"), "not-run") == 0) {
    fixture_printf(text, "not looked for (%s): %s\n", fixture_cell_of(table, row, "systems"),
                   fixture_cell_of(table, row, "why"));
    return;
  }
  fixture_printf(text, "%s:%s %s: %s | %s, %s | %s\n", fixture_cell_of(table, row, "line"),
                 fixture_cell_of(table, row, "column"), fixture_cell_of(table, row, "severity"),
                 fixture_cell_of(table, row, "subject"), fixture_cell_of(table, row, "against"),
                 fixture_cell_of(table, row, "force"), fixture_cell_of(table, row, "systems"));
  fixture_printf(text, "  %s\n  %s\n", fixture_cell_of(table, row, "why"), fixture_cell_of(table, row, "todo"));
}

/** Expects what the check with that id finds in a register on 2026-11-28, of the request's other arguments `for` and
    `most`, which may be NULL. */
static inline void fixture_expect_found_for(const char *rule, const char *standard, const char *most,
                                            const char *const *lines, size_t count, const char *expected)
{
  ims_model *model = tables_builtin();
  ims_register *evidence = fixture_register(model, lines, count);
  ims_memory got = { 0 };
  ims_argument arguments[3] = { { "rule", rule } };
  ims_request request = {
    .arguments = arguments, .argument_count = 1, .form = IMS_FORM_LONG, .evidence = evidence, .today = 20261128
  };
  if (standard)
    arguments[request.argument_count++] = (ims_argument){ "for", standard };
  if (most)
    arguments[request.argument_count++] = (ims_argument){ "most", most };
  ims_table *table = fixture_table(model, "findings", &request);
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    fixture_found(table, row, &got);
  fixture_compare(&got, expected);
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

/** The same, for all systems. */
static inline void fixture_expect_found(const char *rule, const char *const *lines, size_t count, const char *expected)
{
  fixture_expect_found_for(rule, NULL, NULL, lines, count, expected);
}

#endif
