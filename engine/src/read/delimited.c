#include "read/delimited.h"

#include "base/charset.h"
#include "base/utf8.h"
#include "read/csv.h"

#include <string.h>

typedef struct reader {
  imsi_sheet_run *run;
  imsi_sheet_cells cells;
  bool other; /* not all of it is UTF-8 */
} reader;

/* ---- rows ---- */

static ims_pos place(const reader *r, uint32_t line, uint32_t column)
{
  return (ims_pos){ r->run->name, line, column, NULL };
}

static ims_status take_cell(reader *r, const imsi_csv_row *row, size_t i)
{
  const char *text = row->cells[i];
  const size_t size = strlen(text), start = r->cells.text.size;
  imsi_cell cell = { .text = text, .pos = place(r, row->lines[i], row->columns[i]), .column = (uint32_t)i + 1 };
  if (!size)
    return IMS_OK;
  if (r->other && !imsi_utf8_valid(text, size)) {
    imsi_charset_windows(text, size, &r->cells.text);
    imsi_strbuf_bytes(&r->cells.text, "", 1);
    cell.text = NULL;
  }
  if (imsi_sheet_too_long(r->run, text, size)) {
    imsi_sheet_limit(r->run, cell.pos, "the cell has more than %1 characters", r->run->limits.max_text);
    return IMS_OK;
  }
  return imsi_sheet_cells_add(&r->cells, &cell, start);
}

static ims_status take_row(void *context, const imsi_csv_row *row)
{
  reader *r = context;
  size_t count = row->count;
  if (count > r->run->limits.max_columns) {
    count = r->run->limits.max_columns;
    imsi_sheet_limit(r->run, place(r, row->lines[count], row->columns[count]), "the row has more than %1 cells", count);
  }
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < count; i++)
    status = take_cell(r, row, i);
  if (status)
    return status;
  imsi_sheet_cells_hand(r->run, &r->cells,
                        (imsi_sheet_row){ .number = row->lines[0],
                                          .pos = place(r, row->lines[0], 0),
                                          .lines = row->lines,
                                          .bytes = row->columns,
                                          .width = row->count });
  return r->run->ended;
}

static void report_quote(void *context, uint32_t line, uint32_t column)
{
  reader *r = context;
  imsi_sheet_report(r->run, IMS_INVALID, IMS_DIAG_SHEET_QUOTE, place(r, line, column), NULL, NULL);
}

static void read_rows(imsi_sheet_run *run, const char *data, size_t size, bool other)
{
  reader r = { .run = run, .other = other };
  imsi_sheet_cells_init(&r.cells);
  const ims_status status = imsi_csv_read(data, size, &(imsi_csv_handler){ take_row, report_quote, &r });
  if (!run->ended)
    run->ended = status;
  imsi_sheet_cells_free(&r.cells);
}

/* ---- encodings ---- */

static ims_pos place_of(const imsi_sheet_run *run, const char *data, size_t offset)
{
  ims_pos pos = { run->name, 1, 1, NULL };
  for (size_t i = 0; i < offset; i++) {
    const bool ends = data[i] == '\n' || (data[i] == '\r' && data[i + 1] != '\n');
    pos.line += ends;
    pos.column = ends ? 1 : pos.column + 1;
  }
  return pos;
}

static size_t first_not_utf8(const char *data, size_t size)
{
  size_t at = 0, length = 0;
  for (; at < size; at += length) {
    uint32_t code;
    length = imsi_utf8_decode(data + at, size - at, &code);
    if (code == 0xFFFD && length == 1)
      break;
  }
  return at;
}

static void warn_encoding(imsi_sheet_run *run, const char *data, size_t offset, const char * not, const char *read)
{
  imsi_sheet_report(run, IMS_OK, IMS_DIAG_SHEET_ENCODING, place_of(run, data, offset), not, read);
}

static void read_utf16(imsi_sheet_run *run, const char *data, size_t size)
{
  imsi_strbuf text = { 0 };
  const size_t bad = imsi_charset_utf16(data + 2, size - 2, data[0] == '\xFE', &text);
  if (text.status) {
    run->ended = text.status;
  } else {
    if (bad != SIZE_MAX)
      warn_encoding(run, text.data, bad, "UTF-16", "it is shown as U+FFFD");
    if (text.size)
      read_rows(run, text.data, text.size, false);
  }
  imsi_strbuf_free(&text);
}

static void read_bytes(imsi_sheet_run *run, const char *data, size_t size)
{
  const bool other = !imsi_utf8_valid(data, size);
  if (other)
    warn_encoding(run, data, first_not_utf8(data, size), "UTF-8", "it is read as Windows-1252");
  read_rows(run, data, size, other);
}

/* ---- what it is ---- */

/* What a file is that is no table, by how it begins; NULL if it may be one. */
static const char *other_format(const char *data, size_t size)
{
  static const struct {
    const char *begin, *name;
  } formats[] = {
    { "%PDF-", "a PDF" },      { "{\\rtf", "rich text" }, { "<!DOCTYPE", "a web page" }, { "<!doctype", "a web page" },
    { "<html", "a web page" }, { "<HTML", "a web page" }, { "<table", "a web page" },    { "<?xml", "XML" },
  };
  if (memchr(data, '\0', size))
    return "no text, or UTF-16 without a byte order mark";
  if (size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
    data += 3;
    size -= 3;
  }
  for (; size && strchr(" \t\r\n", *data); size--)
    data++;
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (size >= strlen(formats[i].begin) && memcmp(data, formats[i].begin, strlen(formats[i].begin)) == 0)
      return formats[i].name;
  return NULL;
}

/* "plans/register.csv" is the sheet "register". */
static bool begin_sheet(imsi_sheet_run *run)
{
  imsi_strbuf name = { 0 };
  const char *slash = strrchr(run->name, '/'), *base = slash ? slash + 1 : run->name, *dot = strrchr(base, '.');
  imsi_strbuf_bytes(&name, base, dot && dot != base ? (size_t)(dot - base) : strlen(base));
  if (name.status)
    run->ended = name.status;
  else
    imsi_sheet_begin(run, imsi_strbuf_string(&name), false);
  imsi_strbuf_free(&name);
  return !run->ended;
}

void imsi_delimited_read(imsi_sheet_run *run, const char *data, size_t size)
{
  const bool wide = size >= 2 && (memcmp(data, "\xFF\xFE", 2) == 0 || memcmp(data, "\xFE\xFF", 2) == 0);
  const char *other = wide ? NULL : other_format(data, size);
  if (other) {
    imsi_sheet_report(run, IMS_INVALID, IMS_DIAG_SHEET_FORMAT, (ims_pos){ run->name, 0, 0, NULL }, other, NULL);
    return;
  }
  if (!begin_sheet(run))
    return;
  if (wide)
    read_utf16(run, data, size);
  else
    read_bytes(run, data, size);
}
