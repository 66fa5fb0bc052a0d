/* Where the chains of `path` stand: side by side, a few to a row, each from top to bottom. */

#include "diagram/path_internal.h"

enum { BOX = 200, BOX_HEIGHT = 50, STEP = 34, COLUMN = BOX + 34, ACROSS = 4, HEAD = 30, BELOW = 22 };

static const imsi_shown *shown_at(const imsi_path *w, size_t index)
{
  return &IMSI_AT(imsi_shown, &w->explanation.chains, index);
}

static const imsi_step *step_at(const imsi_path *w, const imsi_shown *shown, size_t index)
{
  return &IMSI_AT(imsi_step, &w->explanation.steps, shown->chain.first + index);
}

/* ---- boxes ---- */

static Agnode_t *place_node(const imsi_path *w, ims_picture *p, ims_node node, double x, double y)
{
  const bool asked = node.index == w->a.index || node.index == w->b.index;
  imsi_strbuf reference = { 0 };
  imsi_name_reference(w->model, node, &reference);
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, imsi_picture_string(p, &reference));
  imsi_strbuf_text(text, " ");
  imsi_name_label(w->model, node, text);
  Agnode_t *drawn = imsi_picture_box(p, &(imsi_box){ .area = { x, y, BOX, BOX_HEIGHT },
                                                     .role = asked ? "node focus" : "node",
                                                     .tip = imsi_picture_string(p, text),
                                                     .reference = imsi_picture_string(p, &reference),
                                                     .fill = asked ? IMSI_INK_FOCUS : IMSI_INK_PANEL,
                                                     .line = IMSI_INK_FRAME });
  imsi_picture_text(p, (imsi_area){ x + 5, y + 3, BOX - 10, 12 }, (imsi_type){ 9, true, IMSI_ALIGN_LEFT },
                    IMSI_INK_TEXT, imsi_picture_string(p, &reference));
  text = imsi_picture_words(p);
  imsi_name_label(w->model, node, text);
  imsi_picture_box(p, &(imsi_box){ .area = { x + 5, y + 15, BOX - 10, BOX_HEIGHT - 17 },
                                   .role = "text",
                                   .text = imsi_picture_string(p, text),
                                   .type = { 8.5, false, IMSI_ALIGN_LEFT },
                                   .top = true });
  imsi_strbuf_free(&reference);
  return drawn;
}

/* ---- steps ---- */

/* "reviewed, 0.55" of a row, "all parts, chain 3 on" of a union, "part of it" of the hierarchy. */
static void tell_step(const imsi_path *w, const imsi_step *step, imsi_strbuf *text)
{
  if (step->kind == IMSI_STEP_ROW) {
    const ims_row row = ims_relation_at(w->model, step->row);
    imsi_strbuf_text(text, row.standing ? ims_standing_name(row.standing) : "stated");
    if (row.confidence >= 0) {
      imsi_strbuf_text(text, ", confidence ");
      imsi_name_share(row.confidence, text);
    }
  } else if (step->kind == IMSI_STEP_WHOLE) {
    imsi_strbuf_text(text, "all its parts");
    for (size_t i = 0; i < w->explanation.chains.count; i++)
      if (shown_at(w, i)->united == step->united) {
        imsi_strbuf_text(text, ": chain ");
        imsi_strbuf_number(text, i + 1);
        imsi_strbuf_text(text, " on");
        return;
      }
  } else {
    const bool up = ims_node_parent(w->model, step->from).index == step->to.index;
    imsi_strbuf_text(text, step->relation == IMS_EQUAL ? "all there is in it"
                           : up                        ? "belongs to it"
                                                       : "has it as a part");
  }
}

static void tip_step(const imsi_path *w, const imsi_step *step, imsi_strbuf *text)
{
  imsi_name_reference(w->model, step->from, text);
  imsi_strbuf_text(text, " ");
  imsi_strbuf_text(text, ims_relation_symbol(step->relation));
  imsi_strbuf_text(text, " ");
  imsi_name_reference(w->model, step->to, text);
  if (step->kind != IMSI_STEP_ROW)
    return;
  const ims_row row = ims_relation_at(w->model, step->row);
  imsi_strbuf_text(text, ", ");
  imsi_name_place(row.pos, text);
  imsi_strbuf_text(text, *row.common ? ": both " : "");
  imsi_strbuf_text(text, row.common);
}

static void place_step(const imsi_path *w, ims_picture *p, const imsi_step *step, Agnode_t *from, Agnode_t *to,
                       double x, double y)
{
  const imsi_edge_look *look = step->kind == IMSI_STEP_PART ? &imsi_look_part : imsi_look_relation(step->relation);
  const double middle = x + 24;
  imsi_strbuf *text = imsi_picture_words(p);
  tip_step(w, step, text);
  imsi_picture_line(p, &(imsi_line){ .from = from,
                                     .to = to,
                                     .x1 = middle,
                                     .y1 = y,
                                     .x2 = middle,
                                     .y2 = y + STEP,
                                     .look = look,
                                     .role = step->kind == IMSI_STEP_ROW     ? "row"
                                             : step->kind == IMSI_STEP_WHOLE ? "union"
                                                                             : "hierarchy",
                                     .tip = imsi_picture_string(p, text),
                                     .upright = true });
  imsi_picture_explain(p, look);
  imsi_picture_text(p, (imsi_area){ middle + 8, y + 9, 26, 16 }, (imsi_type){ 11, true, IMSI_ALIGN_LEFT }, look->ink,
                    ims_relation_symbol(step->relation));
  text = imsi_picture_words(p);
  tell_step(w, step, text);
  imsi_picture_text(p, (imsi_area){ middle + 34, y + 9, BOX - 62, 16 }, (imsi_type){ 8.5, false, IMSI_ALIGN_LEFT },
                    IMSI_INK_MUTED, imsi_picture_string(p, text));
}

/* ---- chains ---- */

static void place_head(const imsi_path *w, ims_picture *p, size_t index, double x, double y)
{
  const imsi_shown *shown = shown_at(w, index);
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, w->lost ? "A way that proves nothing" : shown->another ? "Independent chain " : "Chain ");
  if (!w->lost) {
    imsi_strbuf_number(text, index + 1);
    imsi_strbuf_text(text, " shows ");
    imsi_strbuf_text(text, ims_relation_symbol(shown->chain.relation));
  }
  if (shown->united != IMS_NO_NODE) {
    imsi_strbuf_text(text, " for a part of ");
    imsi_strbuf_text(text, ims_node_name(w->model, imsi_closure_union(w->closure, shown->united).clause));
  }
  imsi_picture_text(p, (imsi_area){ x, y, BOX, HEAD - 4 }, (imsi_type){ 9, true, IMSI_ALIGN_LEFT }, IMSI_INK_MUTED,
                    imsi_picture_string(p, text));
}

/* Returns where it ends. */
static double place_chain(const imsi_path *w, ims_picture *p, size_t index, double x, double y)
{
  const imsi_shown *shown = shown_at(w, index);
  place_head(w, p, index, x, y);
  y += HEAD;
  Agnode_t *last = place_node(w, p, shown->from, x, y);
  for (size_t i = 0; i < shown->chain.count && !p->status; i++) {
    const imsi_step *step = step_at(w, shown, i);
    Agnode_t *next = place_node(w, p, step->to, x, y + BOX_HEIGHT + STEP);
    place_step(w, p, step, last, next, x, y + BOX_HEIGHT);
    y += BOX_HEIGHT + STEP;
    last = next;
  }
  return y + BOX_HEIGHT;
}

/* ---- no chain ---- */

/* The two ends, joined only if the one is guidance on the other. */
static void place_ends(const imsi_path *w, ims_picture *p)
{
  Agnode_t *a = place_node(w, p, w->a, 0, 0), *b = place_node(w, p, w->b, BOX + 110, 0);
  ims_row row;
  if (!imsi_path_guidance(w, &row))
    return;
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_name_reference(w->model, row.source, text);
  imsi_strbuf_text(text, " explains ");
  imsi_name_reference(w->model, row.target, text);
  imsi_picture_line(p, &(imsi_line){ .from = a,
                                     .to = b,
                                     .x1 = BOX,
                                     .y1 = BOX_HEIGHT / 2.0,
                                     .x2 = BOX + 110,
                                     .y2 = BOX_HEIGHT / 2.0,
                                     .look = &imsi_look_guidance,
                                     .tip = imsi_picture_string(p, text) });
  imsi_picture_explain(p, &imsi_look_guidance);
}

void imsi_path_place(const imsi_path *w, ims_picture *p)
{
  double top = 0, bottom = 0;
  if (!w->shown)
    place_ends(w, p);
  for (size_t i = 0; i < w->shown && !p->status; i++) {
    if (i && i % ACROSS == 0)
      top = bottom + BELOW;
    const double end = place_chain(w, p, i, (double)(i % ACROSS) * COLUMN, top);
    bottom = end > bottom ? end : bottom;
  }
  imsi_picture_explain_box(p, IMSI_INK_FOCUS, IMSI_INK_FRAME, "what was asked about");
}
