/* Sheets: rows wait until the headers are found, then they are read. */

#include "base/try.h"
#include "read/register_sheet_internal.h"

#include <stdlib.h>
#include <string.h>

enum { HEADER_ROWS = 30 };

/* ---- rows that wait ---- */

static ims_status copy_text(imsi_arena *arena, const char **text)
{
  const char *copy = imsi_arena_copy(arena, *text, strlen(*text));
  if (copy)
    *text = copy;
  return copy ? IMS_OK : IMS_NOMEM;
}

static ims_status keep_row(imsi_sheet_reading *r, const imsi_sheet_row *row)
{
  imsi_sheet_row copy = *row;
  imsi_cell *cells = imsi_arena_alloc(&r->arena, row->count * sizeof *cells);
  if (!cells)
    return IMS_NOMEM;
  copy.lines = copy.bytes = NULL;
  copy.width = 0;
  copy.pos.file = r->file;
  copy.pos.sheet = *r->name ? r->name : NULL;
  for (size_t i = 0; i < row->count; i++) {
    cells[i] = row->cells[i];
    cells[i].pos.file = copy.pos.file;
    cells[i].pos.sheet = copy.pos.sheet;
    IMS_TRY(copy_text(&r->arena, &cells[i].text));
  }
  copy.cells = cells;
  return imsi_vec_push(&r->rows, &copy);
}

/* ---- a sheet begins ---- */

static ims_status add_sheet(imsi_sheet_reading *r, const ims_sheet *sheet)
{
  return imsi_register_sheet(r->reader->evidence, sheet, &r->table.sheet);
}

static void take_columns(imsi_sheet_reading *r, imsi_found_columns *f, ims_entry_kind kind)
{
  imsi_vec_free(&r->table.columns);
  r->table.columns = f->columns;
  f->columns = IMSI_VEC(imsi_column);
  r->table.kind = kind;
  r->table.fields = r->table.hidden_columns = 0;
  for (size_t i = 0; i < r->table.columns.count; i++) {
    r->table.fields += IMSI_AT(imsi_column, &r->table.columns, i).field != IMS_FIELD_COUNT;
    r->table.hidden_columns += IMSI_AT(imsi_column, &r->table.columns, i).hidden;
  }
  r->table.open_days.count = 0;
  r->table.number_ids = r->table.without_header = 0;
}

static imsi_report_sheet report_of(imsi_sheet_reading *r)
{
  return imsi_report_by_name(imsi_header_plain(r, r->title));
}

/* What told the kind. */
static const char *how_of(imsi_sheet_reading *r, ims_entry_kind kind)
{
  if (r->table.decisions)
    return "what was decided in a report";
  return imsi_kind_hint(imsi_header_plain(r, r->title), kind) ? "its name and columns" : "its columns";
}

static ims_status begin_table(imsi_sheet_reading *r, const imsi_sheet_guess *g)
{
  imsi_found_columns f = { .columns = IMSI_VEC(imsi_column), .shown = IMSI_VEC(ims_sheet_column) };
  const ims_edition *edition;
  uint32_t context;
  ims_status status = imsi_sheet_context(r, g->row, &context, &edition);
  if (!status)
    status = imsi_sheet_find_columns(r, g, context, &f);
  r->table.decisions = report_of(r) == IMSI_REPORT_DECIDED;
  if (!status && r->table.decisions)
    status = imsi_sheet_find_decisions(r, &f);
  if (!status)
    status = add_sheet(r, &(ims_sheet){ .file = r->file,
                                        .name = r->name,
                                        .kind = g->kind,
                                        .how = how_of(r, g->kind),
                                        .edition = edition ? edition->id : "",
                                        .header = IMSI_AT(imsi_sheet_row, &r->rows, g->row).number,
                                        .hidden = r->hidden,
                                        .columns = f.shown.data,
                                        .column_count = f.shown.count });
  if (!status)
    take_columns(r, &f, g->kind);
  imsi_vec_free(&f.columns);
  imsi_vec_free(&f.shown);
  return status;
}

/* True if no row has two cells: a text, not a table. */
static bool is_prose(const imsi_sheet_reading *r)
{
  for (size_t i = 0; i < r->rows.count; i++)
    if (IMSI_AT(imsi_sheet_row, &r->rows, i).count > 1)
      return false;
  return true;
}

static ims_status ignore_sheet(imsi_sheet_reading *r)
{
  const bool people = imsi_sheet_for_people(imsi_header_plain(r, r->title));
  const bool report = report_of(r) != IMSI_NO_REPORT;
  const char *how = !r->rows.count ? "it is empty"
                    : report       ? "it is a report of imsmap, which shows nothing that is not registered"
                    : people       ? "it is for people"
                    : is_prose(r)  ? "it is a text, not a table"
                                   : "none of its first 30 rows has headers that tell what its lines are";
  r->ignored = true;
  IMS_TRY(add_sheet(r, &(ims_sheet){ .file = r->file,
                                     .name = r->name,
                                     .kind = IMS_ENTRY_KIND_COUNT,
                                     .how = how,
                                     .edition = "",
                                     .hidden = r->hidden,
                                     .rows = r->rows.count }));
  if (!r->rows.count || people || report)
    return IMS_OK;
  return imsi_reader_problem(r->reader, IMS_DIAG_SHEET_IGNORED, (ims_pos){ r->file, 0, 0, *r->name ? r->name : NULL },
                             how, NULL, NULL);
}

static ims_status decide(imsi_sheet_reading *r)
{
  imsi_sheet_guess best;
  r->decided = true;
  IMS_TRY(imsi_columns_prepare(r->reader));
  const imsi_report_sheet report = report_of(r);
  if (report == IMSI_REPORT)
    return ignore_sheet(r);
  IMS_TRY(report ? imsi_sheet_guess_decisions(r, &best) : imsi_sheet_guess_headers(r, &best));
  if (!best.known)
    return ignore_sheet(r);
  if (!report)
    IMS_TRY(imsi_sheet_join_headers(r, &best));
  IMS_TRY(begin_table(r, &best));
  for (size_t i = best.row + 1; i < r->rows.count; i++)
    IMS_TRY(imsi_table_sheet_row(&r->table, &IMSI_AT(imsi_sheet_row, &r->rows, i)));
  return IMS_OK;
}

/* ---- what the reader of sheets hands over ---- */

static ims_status end_sheet(imsi_sheet_reading *r)
{
  if (!r->open)
    return IMS_OK;
  if (!r->decided)
    IMS_TRY(decide(r));
  if (!r->ignored)
    IMS_TRY(imsi_table_sheet_end(&r->table));
  imsi_arena_free(&r->arena);
  r->rows.count = 0;
  r->open = r->decided = r->ignored = false;
  return IMS_OK;
}

static ims_status take_sheet(void *context, const char *name, bool hidden)
{
  imsi_sheet_reading *r = context;
  IMS_TRY(end_sheet(r));
  r->open = true;
  r->hidden = hidden;
  r->name = "";
  return imsi_register_text(r->reader->evidence, name, strlen(name), &r->title);
}

static ims_status take_row(void *context, const imsi_sheet_row *row)
{
  imsi_sheet_reading *r = context;
  if (row->pos.sheet)
    r->name = r->title;
  if (r->ignored) {
    imsi_register_sheet_at(r->reader->evidence, r->table.sheet)->rows++;
    return IMS_OK;
  }
  if (r->decided)
    return imsi_table_sheet_row(&r->table, row);
  IMS_TRY(keep_row(r, row));
  return r->rows.count == HEADER_ROWS ? decide(r) : IMS_OK;
}

static ims_status begin(ims_register_reader *reader, const char *file, imsi_sheet_reading *r)
{
  *r = (imsi_sheet_reading){ .reader = reader, .name = "", .title = "", .rows = IMSI_VEC(imsi_sheet_row) };
  r->table.reader = reader;
  r->table.columns = IMSI_VEC(imsi_column);
  r->table.by_number = IMSI_VEC(uint32_t);
  r->table.open_days = IMSI_VEC(imsi_open_day);
  return imsi_register_text(reader->evidence, file, strlen(file), &r->file);
}

static void release(imsi_sheet_reading *r)
{
  imsi_arena_free(&r->arena);
  imsi_vec_free(&r->rows);
  imsi_vec_free(&r->table.columns);
  imsi_vec_free(&r->table.by_number);
  imsi_vec_free(&r->table.open_days);
  for (int field = 0; field < IMS_FIELD_COUNT; field++)
    imsi_strbuf_free(&r->table.values[field].joined);
  imsi_strbuf_free(&r->table.plain);
  imsi_strbuf_free(&r->table.scratch);
  imsi_strbuf_free(&r->plain);
  imsi_strbuf_free(&r->part);
}

/* What the reader of sheets tells is kept like the rest, each with its place. */
static void take_diag(void *context, const ims_diag *diag)
{
  imsi_sheet_reading *r = context;
  const ims_status status = imsi_reader_told(r->reader, diag);
  r->telling = r->telling ? r->telling : status;
}

/* Where the bytes of sheets come from: a file by its name, memory, or a stream. */
typedef struct origin {
  const char *data;
  size_t size;
  const imsi_source *stream;
} origin;

static ims_status read_from(imsi_sheet_reading *r, const char *name, const origin *from)
{
  const imsi_sheet_options options = { .max_size = r->reader->max_size, .max_same_kind = UINT32_MAX };
  const imsi_sheet_handler handler = { take_sheet, take_row, r };
  imsi_reporter reporter;
  ims_status status;
  imsi_reporter_init(&reporter, (ims_diag_sink){ take_diag, r });
  reporter.progress = r->reader->reporter.progress;
  if (from->stream)
    status = imsi_sheet_stream(name, *from->stream, &options, &reporter, &handler);
  else if (from->data)
    status = imsi_sheet_memory(name, from->data, from->size, &options, &reporter, &handler);
  else
    status = imsi_sheet_read(name, &options, &reporter, &handler);
  imsi_reporter_free(&reporter);
  return status ? status : r->telling;
}

/* What was handed over is kept if the rest cannot be read. */
static ims_status read_sheets(ims_register_reader *reader, const char *name, const origin *from)
{
  imsi_sheet_reading *r = malloc(sizeof *r);
  if (!r)
    return IMS_NOMEM;
  ims_status status = begin(reader, name, r);
  if (!status)
    status = read_from(r, name, from);
  const ims_status ended = status == IMS_NOMEM ? IMS_OK : end_sheet(r);
  release(r);
  free(r);
  return status ? status : ended;
}

ims_status imsi_register_sheets(ims_register_reader *reader, const char *path)
{
  return read_sheets(reader, path, &(origin){ .data = NULL });
}

ims_status imsi_register_sheets_stream(ims_register_reader *reader, const char *name, imsi_source source)
{
  return read_sheets(reader, name, &(origin){ .stream = &source });
}

ims_status imsi_register_sheets_memory(ims_register_reader *reader, const char *name, const char *data, size_t size)
{
  return read_sheets(reader, name, &(origin){ .data = data ? data : "", .size = size });
}
