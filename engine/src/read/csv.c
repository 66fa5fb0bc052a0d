#include "read/csv.h"

#include "base/strbuf.h"
#include "base/try.h"
#include "base/vec.h"

#include <stdbool.h>
#include <string.h>

/* How far one looks for the delimiter. */
enum { SNIFFED_ROWS = 24, SNIFFED_BYTES = 1 << 16 };

typedef struct reader {
  const char *at, *end, *line_start;
  uint32_t line;
  char delimiter;
  const imsi_csv_handler *handler;
  size_t patience;  /* bytes that may still be read twice */
  imsi_strbuf text; /* the cells of a row, a NUL after each */
  imsi_vec starts;  /* of size_t: where each cell begins in `text` */
  imsi_vec lines;   /* of uint32_t */
  imsi_vec columns; /* of uint32_t */
  imsi_vec cells;   /* of const char * */
} reader;

/* Steps over one line end of any kind. */
static void next_line(reader *r)
{
  const bool carriage = r->at < r->end && *r->at == '\r';
  r->at += carriage;
  r->at += r->at < r->end && *r->at == '\n';
  r->line++;
  r->line_start = r->at;
}

/* ---- cells ---- */

static bool at_line_end(const reader *r)
{
  return r->at == r->end || *r->at == '\n' || *r->at == '\r';
}

/* What is between quotes; they may be doubled inside, and lines may end there. False if they are not closed. */
static bool take_quoted(reader *r)
{
  for (r->at++; r->at < r->end;) {
    const char *plain = r->at;
    while (r->at < r->end && *r->at != '"' && *r->at != '\n')
      r->at++;
    imsi_strbuf_bytes(&r->text, plain, (size_t)(r->at - plain));
    if (r->at == r->end)
      return false;
    if (*r->at == '\n') {
      r->line++;
      r->line_start = r->at + 1;
    } else if (r->at + 1 == r->end || r->at[1] != '"') {
      r->at++;
      return true;
    } else {
      r->at++;
    }
    imsi_strbuf_bytes(&r->text, r->at++, 1);
  }
  return false;
}

/* The closing quote is missing if there is none, or if what seems to be it stands on another line inside a cell: it
   opens the next one. The cell is then read anew without its quote; not for ever, or a hostile file takes its time. */
static void take_quotes(reader *r)
{
  const reader before = *r;
  const size_t size = r->text.size;
  const bool closed = take_quoted(r);
  if (closed && (r->line == before.line || at_line_end(r) || *r->at == r->delimiter))
    return;
  const size_t passed = (size_t)(r->at - before.at);
  if (closed && passed > r->patience)
    return;
  r->patience -= passed < r->patience ? passed : r->patience;
  r->at = before.at;
  r->line = before.line;
  r->line_start = before.line_start;
  r->text.size = size;
  if (r->handler->open_quote)
    r->handler->open_quote(r->handler->context, r->line, (uint32_t)(r->at - r->line_start) + 1);
}

static ims_status take_cell(reader *r)
{
  const uint32_t column = (uint32_t)(r->at - r->line_start) + 1;
  IMS_TRY(imsi_vec_push(&r->starts, &r->text.size));
  IMS_TRY(imsi_vec_push(&r->lines, &r->line));
  IMS_TRY(imsi_vec_push(&r->columns, &column));
  if (r->at < r->end && *r->at == '"')
    take_quotes(r);
  const char *rest = r->at;
  while (!at_line_end(r) && *r->at != r->delimiter)
    r->at++;
  imsi_strbuf_bytes(&r->text, rest, (size_t)(r->at - rest));
  imsi_strbuf_bytes(&r->text, "", 1);
  return r->text.status;
}

static bool blank(const reader *r)
{
  for (size_t i = 0; i < r->cells.count; i++)
    if (IMSI_AT(const char *, &r->cells, i)[strspn(IMSI_AT(const char *, &r->cells, i), " ")])
      return false;
  return true;
}

static ims_status take_row(reader *r)
{
  imsi_strbuf_clear(&r->text);
  r->starts.count = r->lines.count = r->columns.count = r->cells.count = 0;
  for (bool more = true; more;) {
    IMS_TRY(take_cell(r));
    more = r->at < r->end && *r->at == r->delimiter;
    r->at += more;
  }
  for (size_t i = 0; i < r->starts.count; i++) {
    const char *cell = r->text.data + IMSI_AT(size_t, &r->starts, i);
    IMS_TRY(imsi_vec_push(&r->cells, &cell));
  }
  if (r->at < r->end)
    next_line(r);
  if (blank(r))
    return IMS_OK;
  return r->handler->row(r->handler->context,
                         &(imsi_csv_row){ r->cells.data, r->lines.data, r->columns.data, r->cells.count });
}

static ims_status take_rows(reader *r)
{
  ims_status status = IMS_OK;
  while (!status && r->at < r->end)
    status = take_row(r);
  imsi_strbuf_free(&r->text);
  imsi_vec_free(&r->starts);
  imsi_vec_free(&r->lines);
  imsi_vec_free(&r->columns);
  imsi_vec_free(&r->cells);
  return status;
}

static reader make_reader(const char *at, const char *end, char delimiter, const imsi_csv_handler *handler)
{
  return (reader){ .at = at,
                   .end = end,
                   .line_start = at,
                   .line = 1,
                   .delimiter = delimiter,
                   .handler = handler,
                   .patience = (size_t)(end - at) * 4,
                   .starts = IMSI_VEC(size_t),
                   .lines = IMSI_VEC(uint32_t),
                   .columns = IMSI_VEC(uint32_t),
                   .cells = IMSI_VEC(const char *) };
}

/* ---- the delimiter ---- */

/* How the first rows are cut by a delimiter. */
typedef struct cuts {
  size_t cells[SNIFFED_ROWS];
  size_t rows;
} cuts;

static ims_status count_cells(void *context, const imsi_csv_row *row)
{
  cuts *c = context;
  c->cells[c->rows++] = row->count;
  return c->rows == SNIFFED_ROWS ? IMS_LIMIT : IMS_OK;
}

/* The number of cells that most rows have, of those with more than one; and how many have it. */
static size_t most_even(const cuts *c, size_t *cells)
{
  size_t best = 0;
  *cells = 0;
  for (size_t i = 0; i < c->rows; i++) {
    size_t same = 0;
    for (size_t k = 0; k < c->rows; k++)
      same += c->cells[k] == c->cells[i];
    if (c->cells[i] > 1 && (same > best || (same == best && c->cells[i] > *cells))) {
      best = same;
      *cells = c->cells[i];
    }
  }
  return best;
}

/* A title above the table has commas, and so have texts: what counts is that rows are cut into the same number of
 * cells. */
static ims_status find_delimiter(const char *data, const char *end, char *delimiter)
{
  static const char candidates[] = { ',', ';', '\t' };
  size_t best_rows = 0, best_cells = 0;
  *delimiter = candidates[0];
  if (end - data > SNIFFED_BYTES)
    end = data + SNIFFED_BYTES;
  for (size_t i = 0; i < sizeof candidates; i++) {
    cuts c = { .rows = 0 };
    const imsi_csv_handler handler = { count_cells, NULL, &c };
    reader r = make_reader(data, end, candidates[i], &handler);
    if (take_rows(&r) == IMS_NOMEM)
      return IMS_NOMEM;
    size_t cells;
    const size_t rows = most_even(&c, &cells);
    if (rows > best_rows || (rows == best_rows && cells > best_cells)) {
      best_rows = rows;
      best_cells = cells;
      *delimiter = candidates[i];
    }
  }
  return IMS_OK;
}

ims_status imsi_csv_read(const char *data, size_t size, const imsi_csv_handler *handler)
{
  const char *end = data + size;
  const bool marked = size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0;
  reader r = make_reader(data + (marked ? 3 : 0), end, ',', handler);
  if (end - r.at >= 5 && memcmp(r.at, "sep=", 4) == 0) {
    r.delimiter = r.at[4];
    r.at += 5;
    next_line(&r);
  } else {
    IMS_TRY(find_delimiter(r.at, end, &r.delimiter));
  }
  return take_rows(&r);
}
