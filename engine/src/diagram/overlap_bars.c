/* Who shares how much with whom: a row for each combination of standards, in it a bar for each of them. */

#include "base/try.h"
#include "diagram/overlap_internal.h"

#include <stdlib.h>
#include <string.h>

enum { DOT = 9, DOT_COLUMN = 46, BAR_LEFT = 14, BAR_WIDTH = 230, BAR = 12, ROW_GAP = 8, LABEL = 150, HEAD = 28 };

/* Provisions that are shared by these, and open in those. */
typedef struct combination {
  imsi_editions shared, unknown;
  size_t counts[2 * IMSI_OVERLAP_EDITIONS]; /* in each set */
  size_t total;
  bool left_out;
} combination;

static int bits(imsi_editions set)
{
  int count = 0;
  for (; set; set &= set - 1)
    count++;
  return count;
}

/* Those that share most first, those that nobody has examined last. */
static int compare(const void *a, const void *b)
{
  const combination *x = a, *y = b;
  if (bits(x->shared) != bits(y->shared))
    return bits(y->shared) - bits(x->shared);
  if (x->shared != y->shared)
    return x->shared < y->shared ? -1 : 1;
  return x->unknown < y->unknown ? -1 : x->unknown > y->unknown;
}

static ims_status find_all(const imsi_overlap_view *v, imsi_vec *found)
{
  for (size_t i = 0; i < v->units.count; i++) {
    const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, &v->units, i);
    size_t at = 0, set = 0;
    while (at < found->count && (IMSI_AT(combination, found, at).shared != unit->shared ||
                                 IMSI_AT(combination, found, at).unknown != unit->unknown))
      at++;
    if (at == found->count)
      IMS_TRY(imsi_vec_push(found, &(combination){ .shared = unit->shared, .unknown = unit->unknown }));
    while (!imsi_overlap_in(unit, &v->sets[set]))
      set++;
    IMSI_AT(combination, found, at).counts[set]++;
    IMSI_AT(combination, found, at).total++;
  }
  if (found->count)
    qsort(found->data, found->count, sizeof(combination), compare);
  return IMS_OK;
}

static size_t bars_of(const imsi_overlap_view *v, const combination *c)
{
  size_t count = 0;
  for (size_t i = 0; i < v->set_count; i++)
    count += c->counts[i] > 0;
  return count;
}

/* ---- what is too much ---- */

static size_t nodes_of(const imsi_overlap_view *v, const imsi_vec *found)
{
  size_t nodes = 0;
  for (size_t i = 0; i < found->count; i++) {
    const combination *c = &IMSI_AT(combination, found, i);
    nodes += c->left_out ? 0 : v->edition_count + bars_of(v, c);
  }
  return nodes;
}

/* Leaves out the smallest combinations until the rest can be drawn. */
static ims_status leave_out(const imsi_overlap_view *v, ims_picture *p, imsi_vec *found, imsi_reporter *reporter)
{
  size_t gone = 0, provisions = 0;
  const size_t least = v->edition_count + 1;
  while (nodes_of(v, found) > p->max_nodes) {
    combination *smallest = NULL;
    for (size_t i = 0; i < found->count; i++) {
      combination *c = &IMSI_AT(combination, found, i);
      if (!c->left_out && (!smallest || c->total <= smallest->total))
        smallest = c;
    }
    if (gone + 1 == found->count)
      return imsi_picture_too_many(p, nodes_of(v, found) > least ? nodes_of(v, found) : least, reporter);
    smallest->left_out = true;
    provisions += smallest->total;
    gone++;
  }
  if (!gone)
    return IMS_OK;
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "Folded: ");
  imsi_strbuf_number(text, gone);
  imsi_strbuf_text(text, gone == 1 ? " combination is" : " combinations are");
  imsi_strbuf_text(text, " left out, with ");
  imsi_strbuf_number(text, provisions);
  imsi_strbuf_text(text, " provisions in all.");
  imsi_picture_note(p, imsi_picture_string(p, text));
  return IMS_OK;
}

/* ---- drawing ---- */

static const imsi_edge_look together = { "together", "", IMSI_INK_MUTED, IMSI_STROKE_SOLID, 2 };

/* The dots of a row: full for who shares, a question mark where nobody has looked; those that share are joined. */
static void add_dots(const imsi_overlap_view *v, ims_picture *p, const combination *c, double y)
{
  Agnode_t *last = NULL;
  double last_x = 0;
  for (uint32_t e = 0; e < v->edition_count; e++) {
    const double x = e * DOT_COLUMN + (DOT_COLUMN - DOT) / 2.0;
    const bool full = c->shared >> e & 1, open = c->unknown >> e & 1;
    Agnode_t *node = imsi_picture_box(p, &(imsi_box){ .area = { x, y - DOT / 2.0, DOT, DOT },
                                                      .role = full   ? "dot shared"
                                                              : open ? "dot open"
                                                                     : "dot",
                                                      .text = open ? "?" : NULL,
                                                      .type = { 7, true, IMSI_ALIGN_CENTER },
                                                      .fill = full ? IMSI_INK_MUTED : IMSI_INK_PAPER,
                                                      .line = full ? IMSI_INK_MUTED : IMSI_INK_RULE,
                                                      .round = true });
    if (!full)
      continue;
    if (last)
      imsi_picture_line(
          p,
          &(imsi_line){ .from = last, .to = node, .x1 = last_x + DOT, .y1 = y, .x2 = x, .y2 = y, .look = &together });
    last = node;
    last_x = x;
  }
}

static void add_bar(const imsi_overlap_view *v, ims_picture *p, const combination *c, size_t set, double unit, double y)
{
  const double x = (double)v->edition_count * DOT_COLUMN + BAR_LEFT, width = unit * (double)c->counts[set];
  const imsi_overlap_set *s = &v->sets[set];
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_overlap_name(v, s, text);
  imsi_strbuf_text(text, ": ");
  imsi_picture_share(c->counts[set], s->total, text);
  imsi_picture_box(p, &(imsi_box){ .area = { x, y, width, BAR - 1 },
                                   .role = s->control ? "bar controls" : "bar",
                                   .tip = imsi_picture_string(p, text),
                                   .fill = s->control ? imsi_ink_tint(s->edition) : imsi_ink_solid(s->edition),
                                   .line = imsi_ink_solid(s->edition) });
  text = imsi_picture_words(p);
  imsi_picture_share(c->counts[set], s->total, text);
  imsi_strbuf_text(text, s->control ? " controls" : "");
  imsi_picture_text(p, (imsi_area){ x + width + 4, y - 0.5, LABEL, BAR }, (imsi_type){ 8.5, false, IMSI_ALIGN_LEFT },
                    IMSI_INK_TEXT, imsi_picture_string(p, text));
}

static double largest(const imsi_overlap_view *v, const imsi_vec *found)
{
  size_t most = 1;
  for (size_t i = 0; i < found->count; i++)
    for (size_t s = 0; s < v->set_count; s++)
      if (IMSI_AT(combination, found, i).counts[s] > most)
        most = IMSI_AT(combination, found, i).counts[s];
  return (double)most;
}

static void add_heads(const imsi_overlap_view *v, ims_picture *p)
{
  for (size_t e = 0; e < v->edition_count; e++) {
    imsi_strbuf *text = imsi_picture_words(p);
    imsi_name_among(v->editions, v->edition_count, e, text);
    imsi_picture_text(p, (imsi_area){ (double)e * DOT_COLUMN + 1, -HEAD, DOT_COLUMN - 2, HEAD - 6 },
                      (imsi_type){ 8.5, true, IMSI_ALIGN_CENTER }, IMSI_INK_TEXT, imsi_picture_string(p, text));
  }
  imsi_picture_text(p,
                    (imsi_area){ (double)v->edition_count * DOT_COLUMN + BAR_LEFT, -HEAD, BAR_WIDTH + LABEL, HEAD - 6 },
                    (imsi_type){ 8.5, true, IMSI_ALIGN_LEFT }, IMSI_INK_TEXT,
                    "Provisions of each that exactly the marked standards ask");
}

static void tell_row(const imsi_overlap_view *v, ims_picture *p, const combination *c)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, bits(c->shared) > 1 ? "Shared by" : "Own to");
  for (size_t e = 0, told = 0; e < v->edition_count; e++)
    if (c->shared >> e & 1) {
      imsi_strbuf_text(text, told++ ? ", " : " ");
      imsi_strbuf_text(text, v->editions[e]->name);
    }
  imsi_strbuf_text(text, c->unknown ? ", the rest open: " : ": ");
  imsi_strbuf_number(text, c->total);
  imsi_strbuf_text(text, ".");
  imsi_picture_describe(p, imsi_picture_string(p, text));
}

static void tell(const imsi_overlap_view *v, ims_picture *p)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "Who asks the same: ");
  imsi_overlap_names(v, text);
  imsi_picture_title(p, imsi_picture_string(p, text));
  imsi_picture_describe(p, "Provisions of each standard by who else asks some of the same for certain.");
  for (size_t i = 0; i < v->set_count; i++) {
    const imsi_overlap_set *set = &v->sets[i];
    text = imsi_picture_words(p);
    imsi_overlap_name(v, set, text);
    if (!set->control)
      imsi_picture_explain_box(p, imsi_ink_solid(set->edition), imsi_ink_solid(set->edition),
                               v->editions[set->edition]->name);
    else
      imsi_picture_explain_box(p, imsi_ink_tint(set->edition), imsi_ink_solid(set->edition),
                               imsi_picture_string(p, text));
  }
}

ims_status imsi_overlap_draw_bars(const imsi_overlap_view *v, ims_picture *p, imsi_reporter *reporter)
{
  imsi_vec found = IMSI_VEC(combination);
  ims_status status = find_all(v, &found);
  if (!status)
    status = leave_out(v, p, &found, reporter);
  if (status) {
    imsi_vec_free(&found);
    return status;
  }
  tell(v, p);
  add_heads(v, p);
  bool open = false;
  double y = 0;
  const double unit = BAR_WIDTH / largest(v, &found);
  for (size_t i = 0; i < found.count && !p->status; i++) {
    const combination *c = &IMSI_AT(combination, &found, i);
    if (c->left_out)
      continue;
    const size_t bars = bars_of(v, c);
    add_dots(v, p, c, y + (double)(bars * BAR) / 2);
    for (size_t s = 0; s < v->set_count; s++)
      if (c->counts[s]) {
        add_bar(v, p, c, s, unit, y);
        y += BAR;
      }
    y += ROW_GAP;
    tell_row(v, p, c);
    open = open || c->unknown;
  }
  if (open)
    imsi_picture_note(p, "? nobody has looked there: it may ask the same.");
  imsi_vec_free(&found);
  return IMS_OK;
}
