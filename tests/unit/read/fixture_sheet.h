/** Everything that is read of a sheet, for the tests of the readers of sheets. */
#ifndef FIXTURE_SHEET_H
#define FIXTURE_SHEET_H

#include "read/sheet.h"
#include "unit/fixture_model.h"
#include "unit/read/workbook.h"

static inline void fixture_bytes(ims_memory *out, const char *data, size_t size)
{
  const ims_sink sink = ims_sink_memory(out);
  cr_assert_eq(sink.write(sink.context, data, size), IMS_OK);
}

/* ---- what is read ---- */

typedef struct fixture_reading {
  ims_memory got;
  ims_status answer; /* to a row */
} fixture_reading;

static inline void fixture_place(fixture_reading *r, ims_pos pos)
{
  cr_assert_eq(ims_pos_write(pos, ims_sink_memory(&r->got)), IMS_OK);
}

static inline void fixture_sheet_diag(void *context, const ims_diag *diag)
{
  fixture_reading *r = context;
  fixture_place(r, diag->pos);
  fixture_printf(&r->got, ": %s: %s [%s]\n", ims_severity_name(diag->severity), diag->text, ims_diag_code(diag->id));
}

static inline ims_status fixture_sheet(void *context, const char *name, bool hidden)
{
  fixture_reading *r = context;
  fixture_printf(&r->got, "%s%s\n", name, hidden ? " hidden" : "");
  return IMS_OK;
}

static inline ims_status fixture_sheet_row(void *context, const imsi_sheet_row *row)
{
  static const char kinds[] = "tndb!";
  fixture_reading *r = context;
  fixture_printf(&r->got, "%u%s", row->number, row->hidden ? " hidden" : "");
  for (size_t i = 0; i < row->count; i++) {
    const imsi_cell *cell = &row->cells[i];
    cr_expect_eq(imsi_sheet_place(row, cell->column).column, cell->pos.column);
    cr_expect_eq(imsi_sheet_place(row, cell->column).line, cell->pos.line);
    fixture_printf(&r->got, " | %u%c%s%s%s ", cell->column, kinds[cell->kind], cell->formula ? "f" : "",
                   cell->merged ? "m" : "", cell->hidden ? "h" : "");
    fixture_bytes(&r->got, cell->text, strlen(cell->text));
  }
  fixture_printf(&r->got, "\n");
  return r->answer;
}

/** Reads bytes as the file `name` and compares what came of it: names of sheets, rows, messages. */
static inline void fixture_read_bytes(const char *name, const char *data, size_t size,
                                      const imsi_sheet_options *options, ims_status status, const char *expected)
{
  fixture_reading r = { .answer = IMS_OK };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ fixture_sheet_diag, &r });
  const imsi_sheet_handler handler = { fixture_sheet, fixture_sheet_row, &r };
  cr_expect_eq(imsi_sheet_memory(name, data, size, options, &reporter, &handler), status, "%s", r.got.data);
  cr_expect_str_eq(r.got.data ? r.got.data : "", expected, "got\n%s\nexpected\n%s", r.got.data, expected);
  imsi_reporter_free(&reporter);
  ims_memory_free(&r.got);
}

static inline void fixture_read_parts(const workbook_part *parts, size_t count, const imsi_sheet_options *options,
                                      ims_status status, const char *expected)
{
  ims_memory zip = workbook_zip(parts, count);
  fixture_read_bytes("x.xlsx", zip.data, zip.size, options, status, expected);
  ims_memory_free(&zip);
}

#define FIXTURE_COUNT(parts) (sizeof(parts) / sizeof *(parts))

/** Reads a workbook whose one sheet is the XML `sheet`. */
static inline void fixture_read_sheet(const char *sheet, const imsi_sheet_options *options, ims_status status,
                                      const char *expected)
{
  const workbook_part parts[] = { ROOT_PART,
                                  WORKBOOK_PART(ONE_SHEET),
                                  ROLES_PART(USUAL_ROLES),
                                  PART("xl/sharedStrings.xml", USUAL_STRINGS),
                                  PART("xl/styles.xml", USUAL_STYLES),
                                  PART("xl/worksheets/sheet1.xml", sheet) };
  fixture_read_parts(parts, FIXTURE_COUNT(parts), options, status, expected);
}

#endif
