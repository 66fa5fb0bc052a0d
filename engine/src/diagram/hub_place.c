/* Where everything of `hub` stands: a row for each clause of the common structure, standards to both sides of it, and
   panels with what is outside of it at the edges. */

#include "diagram/hub_internal.h"

#include <string.h>

enum {
  HUB_WIDTH = 186,
  GAP = 26, /* between the middle and the first chip */
  CHIP = 52,
  CHIP_HEIGHT = 13,
  LANE = 16,
  LANE_CHIPS = 4,
  SIDE = GAP + LANE_CHIPS * (CHIP + 3),
  ROW_LEAST = 26,
  ROW_GAP = 5,
  PANEL = 214,
  PANEL_GAP = 24,
  PART_HEIGHT = 25,
  HEADING = 16
};

static bool is_left(size_t edition)
{
  return edition % 2 == 0;
}

static const imsi_hub_chip *chip_at(const imsi_hub *h, size_t index)
{
  return &IMSI_AT(imsi_hub_chip, &h->chips, index);
}

static size_t chips_of(const imsi_hub *h, uint32_t row, uint32_t edition)
{
  size_t count = 0;
  for (size_t i = 0; i < h->chips.count; i++)
    count += chip_at(h, i)->row == row && chip_at(h, i)->edition == edition;
  return count;
}

/* Lines of chips that a row takes on one side, those of `before` editions only. */
static size_t lanes(const imsi_hub *h, uint32_t row, bool left, uint32_t before)
{
  size_t count = 0;
  for (uint32_t e = 0; e < before; e++)
    if (is_left(e) == left)
      count += (chips_of(h, row, e) + LANE_CHIPS - 1) / LANE_CHIPS;
  return count;
}

/* ---- tips ---- */

static void name_node(const imsi_hub *h, ims_node node, imsi_strbuf *text)
{
  imsi_name_reference(h->model, node, text);
  imsi_strbuf_text(text, " ");
  imsi_name_label(h->model, node, text);
}

static const char *chip_tip(const imsi_hub *h, ims_picture *p, const imsi_hub_chip *chip)
{
  imsi_strbuf *text = imsi_picture_words(p);
  if (chip->count > 1) {
    imsi_strbuf_number(text, chip->count);
    imsi_strbuf_text(text, " pairs of clauses");
    return imsi_picture_string(p, text);
  }
  name_node(h, chip->pair.source, text);
  imsi_strbuf_text(text, " ");
  imsi_strbuf_text(text, ims_relation_symbol(chip->pair.relation));
  imsi_strbuf_text(text, " ");
  name_node(h, chip->pair.target, text);
  imsi_strbuf_text(text, chip->pair.stated ? " (stated)" : " (follows)");
  return imsi_picture_string(p, text);
}

/* ---- the middle ---- */

static Agnode_t *place_row(const imsi_hub *h, ims_picture *p, const imsi_hub_row *row)
{
  imsi_strbuf text = { 0 }, reference = { 0 };
  imsi_picture_name_clause(h->model, row->clause, &text);
  imsi_name_reference(h->model, row->clause, &reference);
  imsi_strbuf *tip = imsi_picture_words(p);
  name_node(h, row->clause, tip);
  Agnode_t *node = imsi_picture_box(p, &(imsi_box){ .area = { -HUB_WIDTH / 2.0, row->y, HUB_WIDTH, row->height },
                                                    .role = "hub clause",
                                                    .text = imsi_picture_string(p, &text),
                                                    .tip = imsi_picture_string(p, tip),
                                                    .reference = imsi_picture_string(p, &reference),
                                                    .type = { 8.5, false, IMSI_ALIGN_CENTER },
                                                    .fill = IMSI_INK_PANEL,
                                                    .line = IMSI_INK_FRAME });
  imsi_strbuf_free(&text);
  imsi_strbuf_free(&reference);
  return node;
}

/* ---- chips ---- */

/* What is true of all relations that look like this one. */
static ims_relation loosest(ims_relation relation)
{
  static const ims_relation classes[] = { IMS_EQUAL, IMS_CONTAINED, IMS_CONTAINS, IMS_OVERLAPS };
  size_t i = 0;
  while (imsi_look_relation(classes[i]) != imsi_look_relation(relation))
    i++;
  return classes[i];
}

static void label_chip(const imsi_hub *h, const imsi_hub_chip *chip, imsi_strbuf *text)
{
  if (chip->count > 1) {
    imsi_strbuf_text(text, ims_relation_symbol(loosest(chip->pair.relation)));
    imsi_strbuf_text(text, " (");
    imsi_strbuf_number(text, chip->count);
    imsi_strbuf_text(text, ")");
    return;
  }
  imsi_strbuf_text(text, ims_relation_symbol(chip->pair.relation));
  imsi_strbuf_text(text, " ");
  imsi_strbuf_text(text, ims_node_name(h->model, chip->pair.target));
}

static void place_chip(const imsi_hub *h, ims_picture *p, const imsi_hub_chip *chip, Agnode_t *middle, size_t nth,
                       double y)
{
  const bool left = is_left(chip->edition);
  const double away = HUB_WIDTH / 2.0 + GAP + (double)(nth % LANE_CHIPS) * (CHIP + 3);
  const double x = left ? -away - CHIP : away;
  const imsi_edge_look *look = imsi_look_relation(chip->pair.relation);
  imsi_strbuf text = { 0 }, reference = { 0 };
  label_chip(h, chip, &text);
  imsi_name_reference(h->model, chip->pair.target, &reference);
  const char *tip = chip_tip(h, p, chip);
  Agnode_t *node =
      imsi_picture_box(p, &(imsi_box){ .area = { x, y, CHIP, CHIP_HEIGHT },
                                       .role = "clause",
                                       .text = imsi_picture_string(p, &text),
                                       .tip = tip,
                                       .reference = chip->count > 1 ? NULL : imsi_picture_string(p, &reference),
                                       .type = { 7.5, false, IMSI_ALIGN_CENTER },
                                       .fill = imsi_ink_tint(chip->edition),
                                       .line = look->ink,
                                       .thickness = 1 });
  const double middle_y = y + CHIP_HEIGHT / 2.0;
  /* it comes out from under the chip before */
  const double edge = nth % LANE_CHIPS ? away - 3 : HUB_WIDTH / 2.0;
  imsi_picture_line(p, &(imsi_line){ .from = middle,
                                     .to = node,
                                     .x1 = left ? -edge : edge,
                                     .y1 = middle_y,
                                     .x2 = left ? x + CHIP : x,
                                     .y2 = middle_y,
                                     .look = look,
                                     .tip = tip });
  imsi_picture_explain(p, look);
  imsi_strbuf_free(&text);
  imsi_strbuf_free(&reference);
}

/* The chips of one standard in a row, the outermost first: so the line to a nearer one lies on top. */
static void place_chips(const imsi_hub *h, ims_picture *p, uint32_t row, uint32_t edition, Agnode_t *middle)
{
  const imsi_hub_row *at = &IMSI_AT(imsi_hub_row, &h->rows, row);
  const bool left = is_left(edition);
  const size_t all = lanes(h, row, left, (uint32_t)h->edition_count), first = lanes(h, row, left, edition);
  const double top = at->y + (at->height - (double)all * LANE) / 2 + (LANE - CHIP_HEIGHT) / 2.0;
  size_t nth = chips_of(h, row, edition);
  for (size_t i = h->chips.count; i-- > 0 && !p->status;) {
    const imsi_hub_chip *chip = chip_at(h, i);
    if (chip->row != row || chip->edition != edition)
      continue;
    nth--;
    const size_t lane = first + nth / LANE_CHIPS;
    place_chip(h, p, chip, middle, nth, top + (double)lane * LANE);
  }
}

/* ---- rows, with chapters between them ---- */

static double place_heading(const imsi_hub *h, ims_picture *p, ims_node chapter, double y)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_picture_name_clause(h->model, chapter, text);
  imsi_picture_text(p, (imsi_area){ -HUB_WIDTH / 2.0, y, HUB_WIDTH, HEADING },
                    (imsi_type){ 9, true, IMSI_ALIGN_CENTER }, IMSI_INK_MUTED, imsi_picture_string(p, text));
  return y + HEADING;
}

static double place_rows(imsi_hub *h, ims_picture *p)
{
  double y = 0;
  ims_node last = { IMS_NO_NODE };
  for (uint32_t i = 0; i < h->rows.count && !p->status; i++) {
    imsi_hub_row *row = &IMSI_AT(imsi_hub_row, &h->rows, i);
    const ims_node chapter = imsi_picture_chapter(h->model, row->clause);
    if (chapter.index != last.index && !h->folded)
      y = place_heading(h, p, chapter, y + (i ? 4 : 0));
    last = chapter;
    const size_t left = lanes(h, i, true, (uint32_t)h->edition_count);
    const size_t right = lanes(h, i, false, (uint32_t)h->edition_count);
    const double height = (double)(left > right ? left : right) * LANE;
    row->y = y;
    row->height = height > ROW_LEAST ? height : ROW_LEAST;
    Agnode_t *middle = place_row(h, p, row);
    for (uint32_t e = 0; e < h->edition_count; e++)
      place_chips(h, p, i, e, middle);
    y += row->height + ROW_GAP;
  }
  return y;
}

/* ---- panels ---- */

static void count_part(const imsi_hub *h, const imsi_hub_part *part, imsi_strbuf *text)
{
  imsi_strbuf_number(text, part->total);
  if (h->edition_count < 2)
    return;
  imsi_strbuf_text(text, ", own ");
  imsi_strbuf_number(text, part->own);
  if (part->unknown) {
    imsi_strbuf_text(text, ", open ");
    imsi_strbuf_number(text, part->unknown);
  }
}

static void place_part(const imsi_hub *h, ims_picture *p, const imsi_hub_part *part, double x, double y)
{
  imsi_strbuf text = { 0 }, reference = { 0 };
  imsi_picture_name_clause(h->model, part->clause, &text);
  imsi_name_reference(h->model, part->clause, &reference);
  imsi_strbuf *tip = imsi_picture_words(p);
  name_node(h, part->clause, tip);
  imsi_strbuf_text(tip, ": provisions outside the common structure: ");
  count_part(h, part, tip);
  imsi_picture_box(p, &(imsi_box){ .area = { x, y, PANEL, PART_HEIGHT },
                                   .role = "own part",
                                   .tip = imsi_picture_string(p, tip),
                                   .reference = imsi_picture_string(p, &reference),
                                   .fill = imsi_ink_tint(part->edition),
                                   .line = imsi_ink_solid(part->edition) });
  imsi_picture_text(p, (imsi_area){ x + 5, y + 1, PANEL - 74, PART_HEIGHT - 2 },
                    (imsi_type){ 8.5, false, IMSI_ALIGN_LEFT }, IMSI_INK_TEXT, imsi_picture_string(p, &text));
  imsi_strbuf_clear(&text);
  count_part(h, part, &text);
  imsi_picture_text(p, (imsi_area){ x + PANEL - 68, y + 1, 63, PART_HEIGHT - 2 },
                    (imsi_type){ 8.5, false, IMSI_ALIGN_RIGHT }, IMSI_INK_TEXT, imsi_picture_string(p, &text));
  imsi_strbuf_free(&text);
  imsi_strbuf_free(&reference);
}

static size_t total_of(const imsi_hub *h, uint32_t edition)
{
  size_t total = 0;
  for (size_t i = 0; i < h->parts.count; i++)
    if (IMSI_AT(imsi_hub_part, &h->parts, i).edition == edition)
      total += IMSI_AT(imsi_hub_part, &h->parts, i).total;
  return total;
}

/* The parts of one standard, from `y` down; returns where the next may begin. */
static double place_panel(const imsi_hub *h, ims_picture *p, uint32_t edition, double y)
{
  const double edge = HUB_WIDTH / 2.0 + SIDE + PANEL_GAP, x = is_left(edition) ? -edge - PANEL : edge;
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_name_edition_short(h->editions[edition], text);
  imsi_picture_text(p, (imsi_area){ x, y, PANEL, 13 }, (imsi_type){ 9.5, true, IMSI_ALIGN_LEFT }, IMSI_INK_TEXT,
                    imsi_picture_string(p, text));
  text = imsi_picture_words(p);
  imsi_strbuf_number(text, total_of(h, edition));
  imsi_strbuf_text(text, " provisions that are not in the middle");
  imsi_picture_text(p, (imsi_area){ x, y + 13, PANEL, 12 }, (imsi_type){ 8.5, false, IMSI_ALIGN_LEFT }, IMSI_INK_MUTED,
                    imsi_picture_string(p, text));
  y += 28;
  for (size_t i = 0; i < h->parts.count && !p->status; i++) {
    const imsi_hub_part *part = &IMSI_AT(imsi_hub_part, &h->parts, i);
    if (part->edition != edition)
      continue;
    place_part(h, p, part, x, y);
    y += PART_HEIGHT + 3;
  }
  return y + 14;
}

static void place_panels(const imsi_hub *h, ims_picture *p)
{
  double left = 0, right = 0;
  for (uint32_t e = 0; e < h->edition_count; e++) {
    double *y = is_left(e) ? &left : &right;
    *y = place_panel(h, p, e, *y);
  }
}

/* ---- words ---- */

static void tell(const imsi_hub *h, ims_picture *p)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "What ");
  for (size_t e = 0; e < h->edition_count; e++) {
    imsi_strbuf_text(text, e == 0 ? "" : e + 1 < h->edition_count ? ", " : " and ");
    imsi_strbuf_text(text, h->editions[e]->name);
  }
  imsi_strbuf_text(text, h->edition_count > 1 ? " have in common, and what each has of its own"
                                              : " takes from the common structure, and what it has of its own");
  imsi_picture_title(p, imsi_picture_string(p, text));
  text = imsi_picture_words(p);
  imsi_strbuf_number(text, h->rows.count);
  imsi_strbuf_text(text, h->folded ? " chapters" : " clauses");
  imsi_strbuf_text(text, " of the common structure stand in the middle, with the clauses of each standard that overlap "
                         "them for certain beside them. Outside the common structure:");
  for (uint32_t e = 0; e < h->edition_count; e++) {
    imsi_strbuf_text(text, e ? ", " : " ");
    imsi_strbuf_text(text, h->editions[e]->name);
    imsi_strbuf_text(text, " ");
    imsi_strbuf_number(text, total_of(h, e));
  }
  imsi_strbuf_text(text, " provisions.");
  imsi_picture_describe(p, imsi_picture_string(p, text));
  imsi_picture_edition(p, h->hub);
  for (size_t e = 0; e < h->edition_count; e++) {
    imsi_picture_edition(p, h->editions[e]);
    imsi_picture_explain_box(p, imsi_ink_tint(e), imsi_ink_solid(e), h->editions[e]->name);
  }
  imsi_picture_note(p, "A line runs from a clause of the common structure to the most specific clause that overlaps it "
                       "for certain; its symbol is read from the middle outwards: < the standard has more, > the "
                       "common structure has more.");
  if (h->edition_count > 1)
    imsi_picture_note(p,
                      "own: of these provisions no other standard shown here asks anything; open: nobody has looked.");
  if (h->folded)
    imsi_picture_note(p,
                      "Folded: chapters stand for their clauses, and a chip for as many pairs of clauses as it says.");
}

void imsi_hub_place(imsi_hub *h, ims_picture *p)
{
  place_rows(h, p);
  place_panels(h, p);
  tell(h, p);
}
