/* Where the stops of `transition` stand: the old edition on the left, the new one on the right, each stop as high as
   the strands that leave or reach it are thick. */

#include "diagram/transition_internal.h"

enum { STOP = 200, BETWEEN = 250, LEAST = 22, GAP = 4, HEAD = 24, TALL = 560 };

static const imsi_edge_look looks[] = {
  [IMS_MOVE_UNSAID] = { "unsaid", "not said", IMSI_INK_MUTED, IMSI_STROKE_SOLID, 1 },
  [IMS_CARRIED] = { "carried", "carried: the same is asked", IMSI_INK_EQUAL, IMSI_STROKE_SOLID, 5 },
  [IMS_CHANGED] = { "changed", "changed: look at the difference", IMSI_INK_CONTAINS, IMSI_STROKE_SOLID, 5 },
  [IMS_MOVED] = { "moved", "moved: correct the citation", IMSI_INK_CONTAINED, IMSI_STROKE_SOLID, 5 },
  [IMS_NEW] = { "new", "new: open", IMSI_INK_OVERLAPS, IMSI_STROKE_SOLID, 5 },
  [IMS_DROPPED] = { "dropped", "dropped", IMSI_INK_MUTED, IMSI_STROKE_DASHED, 5 },
};

static imsi_stop *stop_at(const imsi_transition *t, size_t index)
{
  return &IMSI_AT(imsi_stop, &t->stops, index);
}

/* ---- stops ---- */

static void label_stop(const imsi_transition *t, const imsi_stop *stop, imsi_strbuf *text)
{
  if (stop->clause.index != IMS_NO_NODE)
    imsi_picture_name_clause(t->model, stop->clause, text);
  else
    imsi_strbuf_text(text, stop->to ? "nowhere: dropped" : "nowhere: new");
  imsi_strbuf_text(text, " (");
  imsi_strbuf_number(text, stop->rows);
  imsi_strbuf_text(text, ")");
}

static void place_stop(const imsi_transition *t, ims_picture *p, imsi_stop *stop)
{
  imsi_strbuf reference = { 0 };
  const bool nowhere = stop->clause.index == IMS_NO_NODE;
  if (!nowhere)
    imsi_name_reference(t->model, stop->clause, &reference);
  imsi_strbuf *text = imsi_picture_words(p);
  label_stop(t, stop, text);
  stop->box = imsi_picture_box(p, &(imsi_box){ .area = { stop->to ? STOP + BETWEEN : 0, stop->y, STOP, stop->height },
                                               .role = nowhere    ? "nowhere"
                                                       : stop->to ? "clause new-edition"
                                                                  : "clause old-edition",
                                               .text = imsi_picture_string(p, text),
                                               .tip = imsi_picture_string(p, text),
                                               .reference = nowhere ? NULL : imsi_picture_string(p, &reference),
                                               .type = { 8.5, false, IMSI_ALIGN_LEFT },
                                               .fill = nowhere ? IMSI_INK_PAPER : IMSI_INK_PANEL,
                                               .line = IMSI_INK_FRAME,
                                               .stroke = nowhere ? IMSI_STROKE_DASHED : IMSI_STROKE_SOLID });
  imsi_strbuf_free(&reference);
}

static double height_of(const imsi_stop *stop, double unit)
{
  const double height = unit * (double)stop->rows + 2;
  return height > LEAST ? height : LEAST;
}

static double column_height(const imsi_transition *t, bool to, double unit)
{
  double height = 0;
  for (size_t i = 0; i < t->stops.count; i++)
    if (stop_at(t, i)->to == to)
      height += height_of(stop_at(t, i), unit) + GAP;
  return height;
}

/* The shorter column stands in the middle of the longer one. */
static void place_stops(imsi_transition *t, ims_picture *p, double unit)
{
  const double old = column_height(t, false, unit), new = column_height(t, true, unit);
  double y[] = { old < new ? (new - old) / 2 : 0, new < old ? (old - new) / 2 : 0 };
  for (size_t i = 0; i < t->stops.count && !p->status; i++) {
    imsi_stop *stop = stop_at(t, i);
    stop->y = y[stop->to];
    stop->height = height_of(stop, unit);
    stop->used = (stop->height - unit * (double)stop->rows) / 2; /* its strands leave from the middle */
    place_stop(t, p, stop);
    y[stop->to] += stop->height + GAP;
  }
}

/* ---- strands ---- */

/* Where the next strand of that thickness meets the stop. */
static double dock(imsi_stop *stop, double thickness)
{
  const double y = stop->y + stop->used + thickness / 2;
  stop->used += thickness;
  return y;
}

static void tip_strand(const imsi_transition *t, const imsi_strand *strand, imsi_strbuf *text)
{
  imsi_strbuf_number(text, strand->rows);
  imsi_strbuf_text(text, " ");
  imsi_strbuf_text(text, ims_move_name(strand->move));
  const imsi_stop *from = stop_at(t, strand->from), *to = stop_at(t, strand->to);
  if (from->clause.index != IMS_NO_NODE) {
    imsi_strbuf_text(text, " from ");
    imsi_strbuf_text(text, ims_node_name(t->model, from->clause));
  }
  if (to->clause.index != IMS_NO_NODE) {
    imsi_strbuf_text(text, " to ");
    imsi_strbuf_text(text, ims_node_name(t->model, to->clause));
  }
}

static void place_strand(imsi_transition *t, ims_picture *p, const imsi_strand *strand, double unit)
{
  imsi_stop *from = stop_at(t, strand->from), *to = stop_at(t, strand->to);
  const double thickness = unit * (double)strand->rows;
  imsi_strbuf *tip = imsi_picture_words(p);
  tip_strand(t, strand, tip);
  imsi_picture_line(p, &(imsi_line){ .from = from->box,
                                     .to = to->box,
                                     .x1 = STOP,
                                     .y1 = dock(from, thickness),
                                     .x2 = STOP + BETWEEN,
                                     .y2 = dock(to, thickness),
                                     .look = &looks[strand->move],
                                     .thickness = thickness,
                                     .role = "strand",
                                     .tip = imsi_picture_string(p, tip),
                                     .sheer = true });
  imsi_picture_explain(p, &looks[strand->move]);
}

static void place_head(ims_picture *p, const ims_edition *edition, double x)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_name_edition_short(edition, text);
  imsi_picture_text(p, (imsi_area){ x, -HEAD, STOP, HEAD - 6 }, (imsi_type){ 9.5, true, IMSI_ALIGN_LEFT },
                    IMSI_INK_TEXT, imsi_picture_string(p, text));
}

void imsi_transition_place(imsi_transition *t, ims_picture *p)
{
  size_t rows = 0;
  for (size_t i = 0; i < t->strands.count; i++)
    rows += IMSI_AT(imsi_strand, &t->strands, i).rows;
  const double fit = (double)TALL / (double)rows, unit = fit < 1 ? 1 : fit > 6 ? 6 : fit;
  place_head(p, t->from, 0);
  place_head(p, t->to, STOP + BETWEEN);
  place_stops(t, p, unit);
  for (size_t i = 0; i < t->strands.count && !p->status; i++)
    place_strand(t, p, &IMSI_AT(imsi_strand, &t->strands, i), unit);
}
