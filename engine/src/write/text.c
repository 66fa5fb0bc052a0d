/*
 * A plain table for people: header, dashes, rows, two spaces between columns, no trailing spaces.
 *
 * Widths are those that a terminal shows. Where the natural widths do not fit, prose gives way first, down to its
 * longest words; then references, at their spaces; then words are broken. What still does not fit goes over the edge:
 * nothing is ever cut off.
 */
#include "base/out.h"
#include "base/try.h"
#include "base/utf8.h"
#include "write/common.h"
#include "write/registry.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum {
  GAP = 2,      /* between columns */
  HANG = 2,     /* by which the rest of a wrapped line is indented, so that several entries of a cell stay distinct */
  LEAST = 6,    /* the width that a column keeps, unless it needs less */
  WORD_CAP = 16 /* longer words of prose are broken before references give way */
};

/* What columns give up, one step after the other. */
enum { KEEP_REFERENCES, KEEP_WORDS, KEEP_REFERENCE_WORDS, KEEP_NUMBERS, STEP_COUNT };

typedef struct span {
  const char *text;
  size_t size;
} span;

/* Where a cell has been printed up to. */
typedef struct cursor {
  const char *rest; /* lines not begun; NULL if there are none */
  span line;        /* what is left of the line that is being wrapped */
} cursor;

typedef struct column {
  size_t index; /* in the table */
  ims_column_kind kind;
  size_t natural; /* the longest line, title included */
  size_t body;    /* the longest line of the cells */
  size_t word;    /* what no word is broken at */
  size_t width;
  size_t goal; /* the width of the step before, which did not fit */
  cursor cursor;
} column;

typedef struct writer {
  const ims_table *table;
  const ims_write_options *options;
  imsi_out out;
  imsi_arena arena;
  column *columns; /* those shown */
  size_t count;
  const char **cells; /* made printable; the titles, then row by row */
} writer;

static size_t least(size_t a, size_t b)
{
  return a < b ? a : b;
}

static size_t most(size_t a, size_t b)
{
  return a > b ? a : b;
}

/* Takes the next line off `*rest` and trims it; blank lines at the end of the text are dropped. */
static span next_line(const char **rest)
{
  const char *text = *rest;
  size_t size = strcspn(text, "\n");
  const char *after = text + size;
  *rest = after[strspn(after, " \n")] ? after + 1 : NULL;
  while (size && *text == ' ') {
    text++;
    size--;
  }
  while (size && text[size - 1] == ' ')
    size--;
  return (span){ text, size };
}

/* Bytes of `line` that fit into `room`: as many words as possible, or a part of the first, and always something. */
static size_t fitting(span line, size_t room)
{
  size_t width = 0, words = 0;
  bool in_word = false;
  for (size_t at = 0; at < line.size;) {
    const size_t size = imsi_utf8_cluster(line.text + at, line.size - at);
    const bool space = size == 1 && line.text[at] == ' ';
    if (space && in_word)
      words = at;
    in_word = !space;
    width += imsi_utf8_width(line.text + at, size);
    if (width > room && at)
      return words ? words : at;
    at += size;
  }
  return line.size;
}

static bool pending(const cursor *c)
{
  return c->line.size || c->rest;
}

/* The next line of a cell as it is printed; empty after the last. `*indent` gets what goes before it. */
static span next_piece(cursor *c, size_t width, size_t hang, size_t *indent)
{
  *indent = c->line.size ? hang : 0;
  if (!pending(c))
    return (span){ "", 0 };
  if (!c->line.size)
    c->line = next_line(&c->rest);
  const span piece = { c->line.text, fitting(c->line, width - *indent) };
  size_t taken = piece.size;
  while (taken < c->line.size && c->line.text[taken] == ' ')
    taken++;
  c->line.text += taken;
  c->line.size -= taken;
  return piece;
}

static void put_piece(writer *w, size_t indent, span piece, bool bold)
{
  if (!piece.size)
    return; /* no spaces at the end of a line */
  imsi_out_repeat(&w->out, ' ', indent);
  bold = bold && w->options->color;
  if (bold)
    imsi_out_text(&w->out, "\033[1m");
  imsi_out_bytes(&w->out, piece.text, piece.size);
  if (bold)
    imsi_out_text(&w->out, "\033[0m");
}

/* Printable text across the whole width. */
static void put_text(writer *w, const char *text, bool bold)
{
  const size_t width = w->options->width ? most(w->options->width, LEAST) : SIZE_MAX;
  cursor c = { .rest = text };
  do {
    size_t indent;
    const span piece = next_piece(&c, width, HANG, &indent);
    put_piece(w, indent, piece, bold);
    imsi_out_text(&w->out, "\n");
  } while (pending(&c));
}

static void put_cells(writer *w, const char *const *cells, size_t hang, bool bold)
{
  for (size_t i = 0; i < w->count; i++)
    w->columns[i].cursor = (cursor){ .rest = cells[i] };
  bool more;
  do {
    size_t blank = 0; /* spaces that are due before the next text */
    more = false;
    for (size_t i = 0; i < w->count; i++) {
      column *c = &w->columns[i];
      const bool right = c->kind == IMS_COLUMN_NUMBER;
      size_t indent;
      const span piece = next_piece(&c->cursor, c->width, right ? 0 : hang, &indent);
      const size_t used = imsi_utf8_width(piece.text, piece.size);
      if (right)
        indent = c->width - least(c->width, used);
      put_piece(w, blank + indent, piece, bold);
      blank = piece.size ? c->width - least(c->width, indent + used) : blank + c->width;
      blank += GAP;
      more = more || pending(&c->cursor);
    }
    imsi_out_text(&w->out, "\n");
  } while (more);
}

static void put_dashes(writer *w)
{
  for (size_t i = 0; i < w->count; i++) {
    imsi_out_repeat(&w->out, ' ', i ? GAP : 0);
    imsi_out_repeat(&w->out, '-', w->columns[i].width);
  }
  imsi_out_text(&w->out, "\n");
}

static void put_table(writer *w)
{
  put_cells(w, w->cells, 0, true);
  put_dashes(w);
  for (size_t i = 0; i < ims_table_row_count(w->table); i++) {
    const ims_row_kind kind = ims_table_row_kind(w->table, i);
    const char *const *cells = w->cells + (i + 1) * w->count;
    if (kind == IMS_ROW_SECTION) {
      imsi_out_text(&w->out, "\n");
      put_text(w, *cells, true);
    } else {
      put_cells(w, cells, HANG, kind == IMS_ROW_HEADING);
    }
  }
}

/* The width that `c` needs at least after `step` steps of giving way. A number is never broken. */
static size_t needed(const column *c, int step)
{
  const size_t word = least(c->natural, most(c->word, LEAST));
  const size_t broken = least(c->natural, LEAST);
  if (c->kind == IMS_COLUMN_TEXT)
    return step < KEEP_REFERENCE_WORDS ? least(word, WORD_CAP) : broken;
  if (step == KEEP_REFERENCES)
    return most(word, c->body);
  return step < KEEP_NUMBERS || c->kind == IMS_COLUMN_NUMBER ? word : broken;
}

/* Shares `extra` out: a column that lacks less than its share gets all it lacks, the others in proportion.
   All together lack more than `extra`. */
static void share(writer *w, size_t extra)
{
  size_t open = 0;
  for (size_t i = 0; i < w->count; i++)
    open += w->columns[i].width < w->columns[i].goal;
  size_t before;
  do {
    before = open;
    for (size_t i = 0; i < w->count; i++) {
      column *c = &w->columns[i];
      const size_t lack = c->goal - c->width;
      assert(open > 0);
      if (!lack || lack > extra / open)
        continue;
      c->width += lack;
      extra -= lack;
      open--;
    }
  } while (open < before);
  /* one very long cell must not starve the others */
  const size_t cap = 4 * (extra / open + 1);
  size_t total = 0;
  for (size_t i = 0; i < w->count; i++)
    total += least(w->columns[i].goal - w->columns[i].width, cap);
  assert(total > extra);
  size_t left = extra;
  for (size_t i = 0; i < w->count; i++) {
    column *c = &w->columns[i];
    const size_t part = extra * least(c->goal - c->width, cap) / total;
    c->width += part;
    left -= part;
  }
  for (size_t i = 0; i < w->count && left; i++) {
    const size_t one = w->columns[i].width < w->columns[i].goal;
    w->columns[i].width += one;
    left -= one;
  }
}

static size_t total_width(const writer *w)
{
  size_t total = GAP * (w->count - 1);
  for (size_t i = 0; i < w->count; i++)
    total += w->columns[i].width;
  return total;
}

/* Steps down until the table fits, then gives back what is left, towards the step before. */
static void choose_widths(writer *w)
{
  for (size_t i = 0; i < w->count; i++)
    w->columns[i].width = w->columns[i].natural;
  if (!w->options->width)
    return;
  for (int step = 0; step < STEP_COUNT && total_width(w) > w->options->width; step++) {
    for (size_t i = 0; i < w->count; i++) {
      column *c = &w->columns[i];
      c->goal = c->width;
      c->width = needed(c, step);
    }
    if (total_width(w) <= w->options->width)
      share(w, w->options->width - total_width(w));
  }
}

static void measure(column *c, const char *text, bool title)
{
  const size_t hang = title || c->kind == IMS_COLUMN_NUMBER ? 0 : HANG;
  while (text) {
    const span line = next_line(&text);
    const size_t width = imsi_utf8_width(line.text, line.size);
    c->natural = most(c->natural, width);
    if (!title)
      c->body = most(c->body, width);
    for (size_t at = 0; at < line.size;) {
      size_t end = at;
      while (end < line.size && line.text[end] != ' ')
        end++;
      c->word = most(c->word, imsi_utf8_width(line.text + at, end - at) + (at ? hang : 0));
      for (at = end; at < line.size && line.text[at] == ' ';)
        at++;
    }
  }
}

static ims_status keep(writer *w, size_t slot, const char *text)
{
  w->cells[slot] = imsi_write_printable(&w->arena, text ? text : "");
  return w->cells[slot] ? IMS_OK : IMS_NOMEM;
}

/* Makes the cells of a row printable and measures them; of a section row there is only the first. */
static ims_status prepare_row(writer *w, size_t row)
{
  const bool section = ims_table_row_kind(w->table, row) == IMS_ROW_SECTION;
  for (size_t i = 0; i < w->count; i++) {
    const size_t slot = (row + 1) * w->count + i;
    const size_t index = section ? 0 : w->columns[i].index;
    IMS_TRY(keep(w, slot, ims_table_cell(w->table, row, index)));
    if (!section)
      measure(&w->columns[i], w->cells[slot], false);
  }
  return IMS_OK;
}

static ims_status prepare(writer *w)
{
  const size_t columns = ims_table_column_count(w->table), rows = ims_table_row_count(w->table);
  w->columns = imsi_arena_alloc(&w->arena, columns * sizeof *w->columns);
  if (!w->columns)
    return IMS_NOMEM;
  for (size_t i = 0; i < columns; i++)
    if (imsi_write_shown(w->table, w->options, i))
      w->columns[w->count++] = (column){ .index = i, .kind = ims_table_column(w->table, i)->kind };
  w->cells = imsi_arena_alloc(&w->arena, (rows + 1) * w->count * sizeof *w->cells);
  if (!w->cells)
    return IMS_NOMEM;
  for (size_t i = 0; i < w->count; i++) {
    IMS_TRY(keep(w, i, ims_table_column(w->table, w->columns[i].index)->title));
    measure(&w->columns[i], w->cells[i], true);
  }
  for (size_t i = 0; i < rows; i++)
    IMS_TRY(prepare_row(w, i));
  return IMS_OK;
}

static ims_status put_line(writer *w, const char *text)
{
  const char *clean = imsi_write_printable(&w->arena, text);
  if (!clean)
    return IMS_NOMEM;
  put_text(w, clean, false);
  return IMS_OK;
}

static ims_status put_document(writer *w)
{
  const size_t captions = ims_table_caption_count(w->table), notes = ims_table_note_count(w->table);
  IMS_TRY(prepare(w));
  for (size_t i = 0; i < captions; i++)
    IMS_TRY(put_line(w, ims_table_caption(w->table, i)));
  if (w->count) {
    imsi_out_text(&w->out, captions ? "\n" : "");
    choose_widths(w);
    put_table(w);
  }
  if (notes && (captions || w->count))
    imsi_out_text(&w->out, "\n");
  for (size_t i = 0; i < notes; i++)
    IMS_TRY(put_line(w, ims_table_note(w->table, i)));
  return imsi_out_end(&w->out);
}

static ims_status write_text(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  writer w = { .table = table, .options = options, .out = { .sink = sink } };
  const ims_status status = put_document(&w);
  imsi_arena_free(&w.arena);
  return status;
}

const ims_format imsi_format_text = { "text", "txt", "a table to read in a terminal", write_text };
