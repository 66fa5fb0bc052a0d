#include "read/csv.h"

#include "base/strbuf.h"
#include "base/try.h"
#include "base/vec.h"

#include <stdbool.h>
#include <string.h>

typedef struct reader {
  const char *at, *end, *line_start;
  uint32_t line;
  char delimiter;
  imsi_strbuf text; /* the cells of a row, a NUL after each */
  imsi_vec starts;  /* of size_t: where each cell begins in `text` */
  imsi_vec lines;   /* of uint32_t */
  imsi_vec columns; /* of uint32_t */
  imsi_vec cells;   /* of const char * */
} reader;

/* ---- the delimiter ---- */

static char most_frequent(const char *data, const char *end)
{
  static const char candidates[] = { ',', ';', '\t' };
  size_t counts[sizeof candidates] = { 0 }, best = 0;
  bool quoted = false;
  for (; data < end && (quoted || (*data != '\n' && *data != '\r')); data++) {
    quoted ^= *data == '"';
    for (size_t i = 0; i < sizeof candidates; i++)
      counts[i] += !quoted && *data == candidates[i];
  }
  for (size_t i = 1; i < sizeof candidates; i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

/* Steps over one line end of any kind. */
static void next_line(reader *r)
{
  const bool carriage = r->at < r->end && *r->at == '\r';
  r->at += carriage;
  r->at += r->at < r->end && *r->at == '\n';
  r->line++;
  r->line_start = r->at;
}

static void begin(reader *r)
{
  if (r->end - r->at >= 3 && memcmp(r->at, "\xEF\xBB\xBF", 3) == 0)
    r->at += 3;
  r->line_start = r->at;
  if (r->end - r->at >= 5 && memcmp(r->at, "sep=", 4) == 0) {
    r->delimiter = r->at[4];
    r->at += 5;
    next_line(r);
    return;
  }
  r->delimiter = most_frequent(r->at, r->end);
}

/* ---- cells ---- */

static bool at_line_end(const reader *r)
{
  return r->at == r->end || *r->at == '\n' || *r->at == '\r';
}

/* What is between quotes; they may be doubled inside, and lines may end there. */
static void take_quoted(reader *r)
{
  for (r->at++; r->at < r->end; r->at++) {
    if (*r->at == '"') {
      if (r->at + 1 == r->end || r->at[1] != '"') {
        r->at++;
        return;
      }
      r->at++;
    } else if (*r->at == '\n') {
      r->line++;
      r->line_start = r->at + 1;
    }
    imsi_strbuf_bytes(&r->text, r->at, 1);
  }
}

static ims_status take_cell(reader *r)
{
  const uint32_t column = (uint32_t)(r->at - r->line_start) + 1;
  IMS_TRY(imsi_vec_push(&r->starts, &r->text.size));
  IMS_TRY(imsi_vec_push(&r->lines, &r->line));
  IMS_TRY(imsi_vec_push(&r->columns, &column));
  if (r->at < r->end && *r->at == '"')
    take_quoted(r);
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

static ims_status take_row(reader *r, ims_status (*row)(void *context, const imsi_csv_row *row), void *context)
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
  return blank(r) ? IMS_OK
                  : row(context, &(imsi_csv_row){ r->cells.data, r->lines.data, r->columns.data, r->cells.count });
}

ims_status imsi_csv_read(const char *data, size_t size, ims_status (*row)(void *context, const imsi_csv_row *row),
                         void *context)
{
  reader r = { .at = data,
               .end = data + size,
               .line = 1,
               .starts = IMSI_VEC(size_t),
               .lines = IMSI_VEC(uint32_t),
               .columns = IMSI_VEC(uint32_t),
               .cells = IMSI_VEC(const char *) };
  ims_status status = IMS_OK;
  begin(&r);
  while (!status && r.at < r.end)
    status = take_row(&r, row, context);
  imsi_strbuf_free(&r.text);
  imsi_vec_free(&r.starts);
  imsi_vec_free(&r.lines);
  imsi_vec_free(&r.columns);
  imsi_vec_free(&r.cells);
  return status;
}
