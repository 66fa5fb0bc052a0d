/* Where standards share: clauses down, standards across, and the more is shared the stronger the colour. */

#include "base/try.h"
#include "diagram/overlap_internal.h"

#include <stdlib.h>
#include <string.h>

enum { ROW = 17, CELL = 84, TITLE = 290, HEAD = 30, SECTION = 20 };

/* A line of the map: a clause of the common structure, or one outside of it. */
typedef struct line {
  ims_node clause;
  bool outside;
} line;

/* What a standard asks there. */
typedef struct cell {
  size_t line, set;
  size_t total, shared, unknown;
} cell;

typedef struct map {
  const imsi_overlap_view *view;
  bool folded;
  imsi_vec lines;  /* of line */
  imsi_vec cells;  /* of cell */
  imsi_vec values; /* of size_t, in order: what is shared in each cell that shares something */
} map;

/* ---- counting ---- */

static ims_status line_of(map *m, const imsi_overlap_unit *unit, size_t *at)
{
  const ims_model *model = m->view->model;
  const bool outside = unit->home.index == IMS_NO_NODE;
  const ims_node place = outside ? imsi_overlap_part(model, unit) : unit->home;
  const ims_node clause = m->folded ? imsi_picture_chapter(model, place) : place;
  for (*at = 0; *at < m->lines.count; ++*at)
    if (IMSI_AT(line, &m->lines, *at).clause.index == clause.index)
      return IMS_OK;
  return imsi_vec_push(&m->lines, &(line){ clause, outside });
}

/* The common structure in its own order, then what is outside of it, standard by standard as they were named. */
static int compare_lines(const void *a, const void *b)
{
  const line *x = a, *y = b;
  if (x->outside != y->outside)
    return x->outside ? 1 : -1;
  return x->outside ? 0 : x->clause.index < y->clause.index ? -1 : x->clause.index > y->clause.index;
}

static ims_status find_lines(map *m)
{
  size_t ignored;
  for (size_t i = 0; i < m->view->units.count; i++)
    IMS_TRY(line_of(m, &IMSI_AT(imsi_overlap_unit, &m->view->units, i), &ignored));
  /* qsort keeps no order among equals: those outside come as they are by moving the rest before them */
  imsi_vec sorted = IMSI_VEC(line);
  ims_status status = IMS_OK;
  for (int outside = 0; outside < 2; outside++)
    for (size_t i = 0; !status && i < m->lines.count; i++)
      if (IMSI_AT(line, &m->lines, i).outside == (outside == 1))
        status = imsi_vec_push(&sorted, &IMSI_AT(line, &m->lines, i));
  size_t inside = 0;
  while (inside < sorted.count && !IMSI_AT(line, &sorted, inside).outside)
    inside++;
  if (inside)
    qsort(sorted.data, inside, sizeof(line), compare_lines);
  imsi_vec_free(&m->lines);
  m->lines = sorted;
  return status;
}

static ims_status count_unit(map *m, const imsi_overlap_unit *unit)
{
  size_t at, set = 0;
  IMS_TRY(line_of(m, unit, &at));
  while (!imsi_overlap_in(unit, &m->view->sets[set]))
    set++;
  cell *c = NULL;
  for (size_t i = 0; i < m->cells.count && !c; i++)
    if (IMSI_AT(cell, &m->cells, i).line == at && IMSI_AT(cell, &m->cells, i).set == set)
      c = &IMSI_AT(cell, &m->cells, i);
  if (!c) {
    IMS_TRY(imsi_vec_push(&m->cells, &(cell){ at, set, 0, 0, 0 }));
    c = &IMSI_AT(cell, &m->cells, m->cells.count - 1);
  }
  const bool shared = unit->shared != UINT32_C(1) << unit->edition;
  c->total++;
  c->shared += shared;
  c->unknown += !shared && unit->unknown;
  return IMS_OK;
}

static int compare_values(const void *a, const void *b)
{
  const size_t x = *(const size_t *)a, y = *(const size_t *)b;
  return x < y ? -1 : x > y;
}

static ims_status count_all(map *m)
{
  m->lines.count = m->cells.count = m->values.count = 0;
  IMS_TRY(find_lines(m));
  for (size_t i = 0; i < m->view->units.count; i++)
    IMS_TRY(count_unit(m, &IMSI_AT(imsi_overlap_unit, &m->view->units, i)));
  for (size_t i = 0; i < m->cells.count; i++)
    if (IMSI_AT(cell, &m->cells, i).shared)
      IMS_TRY(imsi_vec_push(&m->values, &IMSI_AT(cell, &m->cells, i).shared));
  if (m->values.count)
    qsort(m->values.data, m->values.count, sizeof(size_t), compare_values);
  return IMS_OK;
}

/* ---- colours ---- */

/* Classes that hold about as many cells each; those that share as much are in one. */
static size_t class_of(const map *m, size_t shared)
{
  size_t below = 0;
  while (below < m->values.count && IMSI_AT(size_t, &m->values, below) < shared)
    below++;
  return m->values.count ? below * IMSI_INK_HEATS / m->values.count : 0;
}

static void explain_classes(const map *m, ims_picture *p)
{
  for (size_t i = 0; i < m->values.count;) {
    const size_t first = IMSI_AT(size_t, &m->values, i), class = class_of(m, first);
    while (i < m->values.count && class_of(m, IMSI_AT(size_t, &m->values, i)) == class)
      i++;
    const size_t last = IMSI_AT(size_t, &m->values, i - 1);
    imsi_strbuf *text = imsi_picture_words(p);
    imsi_strbuf_number(text, first);
    if (last > first) {
      imsi_strbuf_text(text, " to ");
      imsi_strbuf_number(text, last);
    }
    imsi_strbuf_text(text, " shared");
    imsi_picture_explain_box(p, (imsi_ink)(IMSI_INK_HEAT + class), IMSI_INK_RULE, imsi_picture_string(p, text));
  }
  imsi_picture_explain_box(p, IMSI_INK_PAPER, IMSI_INK_RULE, "none shared");
  imsi_picture_note(p, "Colour: how many provisions another standard asks too, in classes of about as many cells.");
}

/* ---- drawing ---- */

static void name_line(const map *m, const line *l, imsi_strbuf *text)
{
  const ims_model *model = m->view->model;
  if (l->outside) {
    imsi_strbuf_text(text, ims_node_edition(model, l->clause)->id);
    imsi_strbuf_text(text, "/");
  }
  imsi_picture_name_clause(model, l->clause, text);
}

static void add_cell(const map *m, ims_picture *p, const cell *c, double y)
{
  const size_t class = c->shared ? class_of(m, c->shared) : 0;
  imsi_strbuf text = { 0 };
  imsi_strbuf *tip = imsi_picture_words(p);
  imsi_strbuf_number(&text, c->shared);
  imsi_strbuf_text(&text, " of ");
  imsi_strbuf_number(&text, c->total);
  if (c->unknown) {
    imsi_strbuf_text(&text, ", ? ");
    imsi_strbuf_number(&text, c->unknown);
  }
  imsi_overlap_name(m->view, &m->view->sets[c->set], tip);
  imsi_strbuf_text(tip, ", ");
  name_line(m, &IMSI_AT(line, &m->lines, c->line), tip);
  imsi_strbuf_text(tip, ": ");
  imsi_strbuf_text(tip, imsi_picture_string(p, &text));
  imsi_picture_box(p, &(imsi_box){ .area = { TITLE + (double)c->set * CELL, y, CELL - 1, ROW - 1 },
                                   .role = "cell",
                                   .text = imsi_picture_string(p, &text),
                                   .tip = imsi_picture_string(p, tip),
                                   .type = { 8.5, false, IMSI_ALIGN_CENTER },
                                   .fill = c->shared ? (imsi_ink)(IMSI_INK_HEAT + class) : IMSI_INK_PAPER,
                                   .line = IMSI_INK_RULE,
                                   .ink = c->shared && class >= 3 ? IMSI_INK_HEAT_STRONG : IMSI_INK_HEAT_FAINT });
  imsi_strbuf_free(&text);
}

static void add_heads(const map *m, ims_picture *p)
{
  for (size_t s = 0; s < m->view->set_count; s++) {
    imsi_strbuf *text = imsi_picture_words(p);
    imsi_name_among(m->view->editions, m->view->edition_count, m->view->sets[s].edition, text);
    imsi_strbuf_text(text, m->view->sets[s].control ? " controls" : "");
    imsi_picture_text(p, (imsi_area){ TITLE + (double)s * CELL, -HEAD, CELL - 2, HEAD - 4 },
                      (imsi_type){ 8.5, true, IMSI_ALIGN_CENTER }, IMSI_INK_TEXT, imsi_picture_string(p, text));
  }
}

static void add_lines(const map *m, ims_picture *p)
{
  double y = 0;
  for (size_t i = 0; i < m->lines.count && !p->status; i++) {
    const line *l = &IMSI_AT(line, &m->lines, i);
    if (!i || l->outside != IMSI_AT(line, &m->lines, i - 1).outside) {
      y += i ? 6 : 0;
      imsi_picture_text(p, (imsi_area){ 0, y, TITLE - 6, SECTION - 2 }, (imsi_type){ 9.5, true, IMSI_ALIGN_LEFT },
                        IMSI_INK_MUTED, l->outside ? "Outside the common structure" : "The common structure");
      y += SECTION;
    }
    imsi_strbuf *text = imsi_picture_words(p);
    name_line(m, l, text);
    imsi_picture_text(p, (imsi_area){ 0, y, TITLE - 6, ROW - 1 }, (imsi_type){ 8.5, false, IMSI_ALIGN_LEFT },
                      IMSI_INK_TEXT, imsi_picture_string(p, text));
    for (size_t k = 0; k < m->cells.count; k++)
      if (IMSI_AT(cell, &m->cells, k).line == i)
        add_cell(m, p, &IMSI_AT(cell, &m->cells, k), y);
    y += ROW;
  }
}

static void tell(const map *m, ims_picture *p)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "Where ");
  imsi_overlap_names(m->view, text);
  imsi_strbuf_text(text, " ask the same");
  imsi_picture_title(p, imsi_picture_string(p, text));
  text = imsi_picture_words(p);
  imsi_strbuf_text(text, "A table of ");
  imsi_strbuf_number(text, m->lines.count);
  imsi_strbuf_text(text, m->folded ? " chapters" : " clauses");
  imsi_strbuf_text(text,
                   " with the provisions of each standard there, and how many of them another standard asks too.");
  imsi_picture_describe(p, imsi_picture_string(p, text));
  explain_classes(m, p);
  imsi_picture_note(p, "3 of 5: of five provisions of the standard at this clause, three are asked by another one too. "
                       "\"? 2\": of two nobody can say. Empty: it asks nothing there.");
  if (m->folded)
    imsi_picture_note(p, "Folded: chapters stand for their clauses.");
}

static ims_status draw(map *m, ims_picture *p, imsi_reporter *reporter)
{
  IMS_TRY(count_all(m));
  if (m->cells.count > p->max_nodes) {
    m->folded = true;
    IMS_TRY(count_all(m));
    if (m->cells.count > p->max_nodes)
      return imsi_picture_too_many(p, m->cells.count, reporter);
  }
  add_heads(m, p);
  add_lines(m, p);
  tell(m, p);
  return IMS_OK;
}

ims_status imsi_overlap_draw_clauses(const imsi_overlap_view *v, ims_picture *p, imsi_reporter *reporter)
{
  map m = { .view = v, .lines = IMSI_VEC(line), .cells = IMSI_VEC(cell), .values = IMSI_VEC(size_t) };
  const ims_status status = draw(&m, p, reporter);
  imsi_vec_free(&m.lines);
  imsi_vec_free(&m.cells);
  imsi_vec_free(&m.values);
  return status;
}
