/* Merged ranges: the value is in the top left cell, the others are there and empty. */

#include "base/cell.h"
#include "read/xlsx_internal.h"

#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 15 };

typedef struct range {
  uint32_t top, left, bottom, right;
} range;

/* ---- finding them ---- */

/* True if `name` is in the part, or may be. To look for it takes a fraction of what it takes to parse the part. */
static bool mentions(imsi_book *book, size_t part, const char *name)
{
  const size_t length = strlen(name);
  char window[CHUNK + 32];
  size_t kept = 0, got = 1;
  imsi_strbuf why = { 0 };
  bool found = false;
  ims_status status = imsi_zip_begin(book->zip, part, true, &why);
  for (bool first = true; !status && !found && got; first = false) {
    status = imsi_zip_read(book->zip, window + kept, CHUNK, &why, &got);
    if (status)
      break;
    const size_t size = kept + got;
    /* in UTF-16 the name is written otherwise */
    found = first && size && (memchr(window, '\0', size < 4 ? size : 4) || (unsigned char)*window >= 0xFE);
    for (const char *at = window; !found && (at = memchr(at, *name, size - (size_t)(at - window))); at++)
      found = size - (size_t)(at - window) >= length && memcmp(at, name, length) == 0;
    kept = size < length - 1 ? size : length - 1;
    memmove(window, window + size - kept, kept);
  }
  if (status == IMS_NOMEM)
    book->run->ended = status;
  imsi_strbuf_free(&why);
  return found; /* what is wrong with the part is reported when it is read */
}

static bool parse_range(const char *text, size_t size, range *r)
{
  const size_t first = imsi_cell_parse(text, size, &r->left, &r->top);
  if (!first || first == size || text[first] != ':')
    return false;
  const size_t rest = size - first - 1;
  return imsi_cell_parse(text + first + 1, rest, &r->right, &r->bottom) == rest && rest && r->left <= r->right &&
         r->top <= r->bottom;
}

static void begin(imsi_part *part, size_t element, int count, const xmlChar **attributes)
{
  (void)element;
  imsi_merges *merges = part->context;
  range r;
  size_t size = 0;
  const char *reference = imsi_part_attribute(part, count, attributes, "ref", false, &size);
  if (!reference || !parse_range(reference, size, &r) || (r.left == r.right && r.top == r.bottom))
    return; /* one cell is merged with nothing */
  part->book->run->ended = imsi_vec_push(&merges->ranges, &r);
  if (part->book->run->ended)
    imsi_part_stop(part);
}

static int compare_ranges(const void *a, const void *b)
{
  const range *x = a, *y = b;
  if (x->top != y->top)
    return x->top < y->top ? -1 : 1;
  return x->left < y->left ? -1 : x->left > y->left;
}

void imsi_merges_read(imsi_book *book, const char *path, ims_pos pos, imsi_merges *merges)
{
  static const char *const elements[] = { "mergeCell", NULL };
  static const imsi_part_rule rule = { "worksheet", elements, begin, NULL, NULL, true };
  size_t part;
  *merges = (imsi_merges){ .ranges = IMSI_VEC(range), .open = IMSI_VEC(size_t) };
  if (!imsi_zip_find(book->zip, path, &part) || !mentions(book, part, elements[0]))
    return;
  imsi_part_read(book, path, &rule, merges, pos);
  if (merges->ranges.count)
    qsort(merges->ranges.data, merges->ranges.count, sizeof(range), compare_ranges);
}

void imsi_merges_free(imsi_merges *merges)
{
  imsi_vec_free(&merges->ranges);
  imsi_vec_free(&merges->open);
}

/* ---- row by row ---- */

static range range_at(const imsi_merges *merges, size_t i)
{
  return IMSI_AT(range, &merges->ranges, i);
}

/* Leaves those open that the row is in. */
static ims_status open_ranges(imsi_merges *merges, uint32_t row)
{
  size_t kept = 0;
  for (size_t i = 0; i < merges->open.count; i++) {
    const size_t open = IMSI_AT(size_t, &merges->open, i);
    if (range_at(merges, open).bottom >= row)
      IMSI_AT(size_t, &merges->open, kept++) = open;
  }
  merges->open.count = kept;
  for (; merges->begun < merges->ranges.count && range_at(merges, merges->begun).top <= row; merges->begun++)
    if (range_at(merges, merges->begun).bottom >= row) {
      const ims_status status = imsi_vec_push(&merges->open, &merges->begun);
      if (status)
        return status;
    }
  merges->row = row;
  return IMS_OK;
}

bool imsi_merges_add(imsi_merges *merges, imsi_sheet_run *run, ims_pos row, const bool *hidden, uint32_t widest,
                     imsi_sheet_cells *cells)
{
  if (!merges->ranges.count || row.line <= merges->row)
    return true;
  run->ended = open_ranges(merges, row.line);
  for (size_t i = 0; !run->ended && i < merges->open.count; i++) {
    const range r = range_at(merges, IMSI_AT(size_t, &merges->open, i));
    merges->cells += r.left > widest; /* to pass it by takes time too */
    for (row.column = r.left + (r.top == row.line); !run->ended && row.column <= r.right && row.column <= widest;
         row.column++) {
      const imsi_cell cell = {
        .text = "", .merged = true, .hidden = hidden[row.column], .pos = row, .column = row.column
      };
      if (merges->cells++ >= run->limits.max_merged) {
        row.column = 0;
        imsi_sheet_limit(run, row, "the sheet has more than %1 merged cells", run->limits.max_merged);
        return false;
      }
      run->ended = imsi_sheet_cells_add(cells, &cell, 0);
    }
  }
  return !run->ended;
}
