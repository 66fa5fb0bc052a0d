/* What stands around every picture: title and editions above it, legend and notes below. */

#include "diagram/common.h"
#include "query/held.h"

#include <stdlib.h>

enum { LEAST_WIDTH = 420, GAP = 12, TITLE_SIZE = 15, SMALL = 9 };

static const imsi_type title_type = { TITLE_SIZE, true, IMSI_ALIGN_LEFT };
static const imsi_type mark_type = { 6, true, IMSI_ALIGN_CENTER };
static const imsi_type small_type = { SMALL, false, IMSI_ALIGN_LEFT };

enum { MOST_LINES = 8 }; /* of one text: the rest is cut off */

/* How high a text becomes in that width. */
static double height_of(ims_picture *p, const char *text, double width, const imsi_type *type)
{
  imsi_strbuf_clear(&p->label);
  const size_t lines = imsi_text_label(text, width, type, MOST_LINES, &p->label);
  imsi_picture_string(p, &p->label);
  return (double)lines * imsi_text_leading(type->size);
}

/* A text across the picture, from `y` down; returns where it ends. */
static double add_across(ims_picture *p, double x, double y, double width, const imsi_type *type, imsi_ink ink,
                         const char *text)
{
  const double height = height_of(p, text, width, type);
  imsi_picture_text(p, (imsi_area){ x, y, width, height + 1 }, *type, ink, text);
  return y + height + 1;
}

/* ---- above ---- */

static void name_editions(const ims_picture *p, imsi_strbuf *text)
{
  for (size_t i = 0; i < p->editions.count; i++) {
    imsi_strbuf_text(text, i ? " \xC2\xB7 " : "");
    imsi_name_edition_short(IMSI_AT(const ims_edition *, &p->editions, i), text);
  }
}

static void add_date(const char *what, ims_day date, imsi_strbuf *text)
{
  if (!date)
    return;
  imsi_strbuf_text(text, text->size ? ". " : "");
  imsi_strbuf_text(text, what);
  imsi_held_name_day(date, text);
}

static void add_header(ims_picture *p, double x, double width)
{
  imsi_strbuf *under = imsi_picture_words(p);
  name_editions(p, under);
  add_date("As of ", p->as_of, under);
  add_date("Drawn on ", p->date, under);
  const char *title = imsi_picture_string(p, &p->title), *small = imsi_picture_string(p, under);
  double y = p->top - GAP;
  if (*small)
    y -= height_of(p, small, width, &small_type) + 1;
  y -= height_of(p, title, width, &title_type) + 1;
  y = add_across(p, x, y, width, &title_type, IMSI_INK_TEXT, title);
  if (*small)
    add_across(p, x, y, width, &small_type, IMSI_INK_MUTED, small);
}

/* ---- below ---- */

enum { SWATCH = 22, ROW = 15 };

static void add_swatch(ims_picture *p, const imsi_sample *sample, double x, double y)
{
  const imsi_box_look *box = &sample->box;
  if (!sample->look) {
    imsi_picture_box(p, &(imsi_box){ .area = { x + 2, y + 2.5, SWATCH - 6, ROW - 5 },
                                     .role = "text legend",
                                     .fill = box->fill,
                                     .line = box->line,
                                     .stripe = box->stripe,
                                     .stroke = box->stroke,
                                     .pitch = box->pitch,
                                     .thickness = box->thickness });
    if (box->mark)
      imsi_picture_text(p, (imsi_area){ x + 2, y + 2.5, SWATCH - 6, ROW - 5 }, mark_type, IMSI_INK_TEXT, box->mark);
    return;
  }
  Agnode_t *from = imsi_picture_box(p, &(imsi_box){ .area = { x, y + ROW / 2.0, 0.1, 0.1 }, .role = "text legend" });
  Agnode_t *to =
      imsi_picture_box(p, &(imsi_box){ .area = { x + SWATCH - 2, y + ROW / 2.0, 0.1, 0.1 }, .role = "text legend" });
  imsi_picture_line(p, &(imsi_line){ .from = from,
                                     .to = to,
                                     .x1 = x,
                                     .y1 = y + ROW / 2.0,
                                     .x2 = x + SWATCH - 2,
                                     .y2 = y + ROW / 2.0,
                                     .look = sample->look,
                                     .role = "legend" });
}

/* Lines first, from what is nearest to the same to what is farthest; then boxes as they came. */
static int compare_samples(const void *a, const void *b)
{
  const imsi_sample *x = a, *y = b;
  const int of_x = x->look ? (int)x->look->ink : IMSI_INK_COUNT + (int)x->order;
  const int of_y = y->look ? (int)y->look->ink : IMSI_INK_COUNT + (int)y->order;
  return of_x != of_y ? (of_x > of_y) - (of_x < of_y) : (x->order > y->order) - (x->order < y->order);
}

static double add_legend(ims_picture *p, double left, double y, double width)
{
  if (p->legend.count)
    qsort(p->legend.data, p->legend.count, sizeof(imsi_sample), compare_samples);
  double x = left;
  for (size_t i = 0; i < p->legend.count; i++) {
    const imsi_sample *sample = &IMSI_AT(imsi_sample, &p->legend, i);
    const double text = imsi_text_width(sample->text, &small_type) + 2;
    if (x > left && x + SWATCH + text > left + width) {
      x = left;
      y += ROW;
    }
    add_swatch(p, sample, x, y);
    imsi_picture_text(p, (imsi_area){ x + SWATCH + 1, y, text, ROW }, small_type, IMSI_INK_TEXT, sample->text);
    x += SWATCH + text + GAP;
  }
  return p->legend.count ? y + ROW + 4 : y;
}

void imsi_picture_frame(ims_picture *p)
{
  const double left = p->left;
  const double width = p->right - left > LEAST_WIDTH ? p->right - left : LEAST_WIDTH;
  double y = p->bottom + GAP;
  add_header(p, left, width);
  y = add_legend(p, left, y, width);
  for (size_t i = 0; i < p->notes.count && !p->status; i++)
    y = add_across(p, left, y, width, &small_type, IMSI_INK_MUTED, IMSI_AT(char *, &p->notes, i));
}
