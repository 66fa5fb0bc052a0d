/* Two standards as discs. What both ask is one area and two counts, one of each side; so each disc has a scale of its
   own, in which all its shares are true. */

#include "diagram/overlap_internal.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

enum { LARGEST = 118, TEXT_WIDTH = 150, BAR_WIDTH = 300, BAR_HEIGHT = 18 };

/* What is counted of one standard. */
typedef struct counts {
  size_t total, shared, own, unknown;
} counts;

static counts count(const imsi_overlap_view *v, const imsi_overlap_set *set)
{
  counts c = { 0, 0, 0, 0 };
  for (size_t i = 0; i < v->units.count; i++) {
    const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, &v->units, i);
    if (!imsi_overlap_in(unit, set))
      continue;
    c.total++;
    if (unit->shared != UINT32_C(1) << unit->edition)
      c.shared++;
    else if (unit->unknown)
      c.unknown++;
    else
      c.own++;
  }
  return c;
}

/* ---- geometry ---- */

/* Half of what a disc of that radius loses to a chord that is `away` from its middle. */
static double segment(double radius, double away)
{
  const double cosine = away / radius < -1 ? -1 : away / radius > 1 ? 1 : away / radius;
  return radius * radius * (acos(cosine) - cosine * sqrt(1 - cosine * cosine));
}

static double lens(double a, double b, double distance)
{
  const double from_a = (distance * distance + a * a - b * b) / (2 * distance);
  return segment(a, from_a) + segment(b, distance - from_a);
}

/* How far the middles are apart so that the discs share that area. */
static double distance_for(double a, double b, double area)
{
  double near = fabs(a - b), far = a + b;
  for (int i = 0; i < 60; i++) {
    const double middle = (near + far) / 2;
    *(lens(a, b, middle) > area ? &near : &far) = middle;
  }
  return (near + far) / 2;
}

typedef struct discs {
  double radius[2], x[2];
  bool apart;
} discs;

/* One provision of the first is one unit of area; those of the second are scaled so that what both ask is as large. */
static discs lay_out(const counts *c)
{
  discs d = { { 0, 0 }, { 0, 0 }, !c[0].shared || !c[1].shared };
  const double scale = d.apart ? 1 : (double)c[0].shared / (double)c[1].shared;
  d.radius[0] = sqrt((double)c[0].total / pi);
  d.radius[1] = sqrt((double)c[1].total * scale / pi);
  const double zoom = LARGEST / (d.radius[0] > d.radius[1] ? d.radius[0] : d.radius[1]);
  d.radius[0] *= zoom;
  d.radius[1] *= zoom;
  const double area = (double)c[0].shared * zoom * zoom;
  const double gap = 20;
  const double distance = d.apart ? d.radius[0] + d.radius[1] + gap : distance_for(d.radius[0], d.radius[1], area);
  d.x[1] = distance;
  return d;
}

/* ---- words ---- */

static void add_count(size_t number, const char *what, imsi_strbuf *text)
{
  if (!number)
    return;
  imsi_strbuf_text(text, "\n");
  imsi_strbuf_number(text, number);
  imsi_strbuf_text(text, what);
}

static void describe(const imsi_overlap_view *v, const imsi_overlap_set *set, const counts *c, imsi_strbuf *text)
{
  imsi_strbuf_number(text, c->total);
  imsi_strbuf_text(text, " provisions");
  imsi_strbuf_text(text, c->shared ? "\n" : "");
  if (c->shared) {
    imsi_strbuf_number(text, c->shared);
    imsi_strbuf_text(text, " shared with ");
    imsi_name_among(v->editions, v->edition_count, !set->edition, text);
  }
  add_count(c->own, " own: looked for there, not found", text);
  add_count(c->unknown, " open: nobody has looked", text);
}

static void add_words(const imsi_overlap_view *v, ims_picture *p, const imsi_overlap_set *set, const counts *c,
                      double x, imsi_align align)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_overlap_name(v, set, text);
  imsi_picture_text(p, (imsi_area){ x, -46, TEXT_WIDTH, 26 }, (imsi_type){ 10.5, true, align }, IMSI_INK_TEXT,
                    imsi_picture_string(p, text));
  text = imsi_picture_words(p);
  describe(v, set, c, text);
  imsi_picture_box(p, &(imsi_box){ .area = { x, -18, TEXT_WIDTH, 80 },
                                   .role = "text",
                                   .text = imsi_picture_string(p, text),
                                   .type = { 9, false, align },
                                   .top = true });
}

static void add_shared(ims_picture *p, const discs *d, const counts *c, const imsi_overlap_set *const *sets,
                       const imsi_overlap_view *v)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "asked by both");
  for (size_t i = 0; i < 2; i++) {
    imsi_strbuf_text(text, "\n");
    imsi_name_among(v->editions, v->edition_count, sets[i]->edition, text);
    imsi_strbuf_text(text, "\n");
    imsi_picture_share(c[i].shared, c[i].total, text);
  }
  const double left = d->x[1] - d->radius[1] > -d->radius[0] ? d->x[1] - d->radius[1] : -d->radius[0];
  const double right = d->radius[0] < d->x[1] + d->radius[1] ? d->radius[0] : d->x[1] + d->radius[1];
  const double width = right - left;
  const bool fits = width > 90;
  const double height = 60, largest = d->radius[0] > d->radius[1] ? d->radius[0] : d->radius[1];
  imsi_picture_text(p, (imsi_area){ (left + right) / 2 - 50, fits ? -height / 2 : -largest - height - 4, 100, height },
                    (imsi_type){ 9, true, IMSI_ALIGN_CENTER }, IMSI_INK_TEXT, imsi_picture_string(p, text));
}

static void tell(const imsi_overlap_view *v, ims_picture *p, const imsi_overlap_set *const *sets, const counts *c)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "What ");
  imsi_overlap_names(v, text);
  imsi_strbuf_text(text, " share");
  imsi_picture_title(p, imsi_picture_string(p, text));
  for (size_t i = 0; i < 2; i++) {
    text = imsi_picture_words(p);
    imsi_overlap_name(v, sets[i], text);
    imsi_strbuf_text(text, ": ");
    imsi_picture_share(c[i].shared, c[i].total, text);
    imsi_strbuf_text(text, " provisions are shared with the other, ");
    imsi_strbuf_number(text, c[i].own);
    imsi_strbuf_text(text, " are its own, ");
    imsi_strbuf_number(text, c[i].unknown);
    imsi_strbuf_text(text, " are open.");
    imsi_picture_describe(p, imsi_picture_string(p, text));
  }
}

/* ---- discs ---- */

static void add_discs(const imsi_overlap_view *v, ims_picture *p, const discs *d, const imsi_overlap_set *const *sets)
{
  for (size_t i = 0; i < 2; i++) {
    imsi_strbuf *tip = imsi_picture_words(p);
    imsi_overlap_name(v, sets[i], tip);
    const double r = d->radius[i];
    imsi_picture_box(p, &(imsi_box){ .area = { d->x[i] - r, -r, 2 * r, 2 * r },
                                     .role = "set",
                                     .tip = imsi_picture_string(p, tip),
                                     .fill = imsi_ink_tint(i),
                                     .line = imsi_ink_solid(i),
                                     .thickness = 1.6,
                                     .round = true,
                                     .sheer = true });
  }
}

/* ---- controls, which no disc holds ---- */

static void add_segment(ims_picture *p, const imsi_area *area, imsi_ink fill, imsi_ink line, size_t number,
                        const char *what)
{
  if (!number)
    return;
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_number(text, number);
  imsi_strbuf_text(text, " ");
  imsi_strbuf_text(text, what);
  imsi_picture_box(p, &(imsi_box){ .area = *area,
                                   .role = "bar",
                                   .text = imsi_picture_string(p, text),
                                   .tip = imsi_picture_string(p, text),
                                   .fill = fill,
                                   .line = line });
}

static double add_bar(const imsi_overlap_view *v, ims_picture *p, const imsi_overlap_set *set, double y)
{
  const counts c = count(v, set);
  const double unit = (double)BAR_WIDTH / (double)c.total;
  const imsi_ink line = imsi_ink_solid(set->edition);
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_number(text, c.total);
  imsi_strbuf_text(text, " ");
  imsi_overlap_name(v, set, text);
  imsi_strbuf_text(text, ", which bind through the Statement of Applicability");
  const imsi_type type = { 9, false, IMSI_ALIGN_LEFT };
  const double needed = imsi_text_width(imsi_picture_string(p, text), &type) + 1;
  imsi_picture_text(p, (imsi_area){ -LARGEST, y, needed, 13 }, type, IMSI_INK_TEXT, imsi_picture_string(p, text));
  double x = -LARGEST;
  const size_t numbers[] = { c.shared, c.own, c.unknown };
  const imsi_ink fills[] = { imsi_ink_tint(set->edition), IMSI_INK_PANEL, IMSI_INK_PAPER };
  static const char *const what[] = { "shared", "own", "open" };
  for (size_t i = 0; i < 3; i++) {
    const double width = unit * (double)numbers[i];
    add_segment(p, &(imsi_area){ x, y + 15, width, BAR_HEIGHT }, fills[i], line, numbers[i], what[i]);
    x += width;
  }
  return y + 15 + BAR_HEIGHT + 10;
}

ims_status imsi_overlap_draw_sets(const imsi_overlap_view *v, ims_picture *p, imsi_reporter *reporter)
{
  const imsi_overlap_set *sets[2] = { NULL, NULL };
  counts c[2];
  for (size_t i = v->set_count; i-- > 0;)
    sets[v->sets[i].edition] = &v->sets[i];
  if (!sets[0] || !sets[1])
    return imsi_picture_bad(reporter, "one of the two has nothing in these clauses; ask for bars");
  for (size_t i = 0; i < 2; i++)
    c[i] = count(v, sets[i]);
  const discs d = lay_out(c);
  add_discs(v, p, &d, sets);
  add_words(v, p, sets[0], &c[0], -d.radius[0] - TEXT_WIDTH - 14, IMSI_ALIGN_RIGHT);
  const double right = d.x[1] + d.radius[1] > d.radius[0] ? d.x[1] + d.radius[1] : d.radius[0];
  add_words(v, p, sets[1], &c[1], right + 14, IMSI_ALIGN_LEFT);
  if (!d.apart)
    add_shared(p, &d, c, sets, v);
  double y = (d.radius[0] > d.radius[1] ? d.radius[0] : d.radius[1]) + 16;
  for (size_t i = 0; i < v->set_count; i++)
    if (v->sets[i].control && &v->sets[i] != sets[v->sets[i].edition])
      y = add_bar(v, p, &v->sets[i], y);
  tell(v, p, sets, c);
  imsi_picture_note(p, d.apart
                           ? "Areas are true: so many provisions, so much area."
                           : "Areas are true: of each disc, the part that is overlaid is the share that the other "
                             "asks too. The discs differ in scale, since what both ask counts differently in each.");
  return IMS_OK;
}
