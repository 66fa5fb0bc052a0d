/* Where everything of `coverage` stands: a column for each system and one for its controls, in it its chapters, in
   these a tile for each clause; where there are few, they are as wide as the column and have titles. */

#include "diagram/coverage_internal.h"

enum {
  TILE = 44,
  TILE_HEIGHT = 25,
  NUMBER = 12,        /* of it, above its states: no border crosses the number of a clause */
  TITLED_HEIGHT = 17, /* where its title takes one line */
  TITLED_LINE = 10,
  SPACE = 3,
  PER_LINE = 6,
  COLUMN = PER_LINE * (TILE + SPACE) - SPACE,
  TITLED_COLUMN = 333,
  COLUMN_GAP = 24,
  SHARE = 76,  /* in the heading of a chapter */
  TITLE = 236, /* in a tile that has one: what is left are the states */
  HEADING_LINE = 10,
  BAR = 15,
  FEW = 60,
  LEAST_SEGMENT = 11,
  ALARM = 7,              /* what a mark of a nonconformity takes */
  TOP = 17 + 13 + BAR + 8 /* what heads a column */
};

static const imsi_type mark_type = { 7, false, IMSI_ALIGN_CENTER };
static const imsi_type tile_type = { 8, false, IMSI_ALIGN_CENTER };
static const imsi_type alarm_type = { 9, true, IMSI_ALIGN_CENTER };
static const imsi_type title_type = { 8.5, false, IMSI_ALIGN_LEFT };

static const imsi_box_look outside_look = {
  .role = "outside", .text = "not in the layer", .fill = IMSI_INK_PAPER, .line = IMSI_INK_RULE, .thickness = 1
};

static const imsi_box_look open_look = {
  .role = "open", .mark = "!", .text = "nonconformity open", .line = IMSI_INK_ALARM, .thickness = 2
};

/* The states in the order in which they are drawn: done, work, open, out, and last what is outside the layer. */
static const imsi_state order[IMSI_STATE_COUNT] = {
  IMSI_STATE_EVIDENCED, IMSI_STATE_RUN, IMSI_STATE_REUSABLE,   IMSI_STATE_EXTEND,         IMSI_STATE_PARTIAL,
  IMSI_STATE_RELATED,   IMSI_STATE_GAP, IMSI_STATE_UNEXAMINED, IMSI_STATE_NOT_APPLICABLE, IMSI_STATE_NO_OCCURRENCE,
};

static bool is_titled(const imsi_mosaic *m)
{
  return m->tiles.count <= FEW;
}

static double width_of(const imsi_mosaic *m)
{
  return is_titled(m) ? TITLED_COLUMN : COLUMN;
}

/* ---- segments ---- */

/* A part of a bar. */
typedef struct segment {
  const imsi_box_look *look;
  size_t count;
} segment;

static size_t segments_of(const size_t *states, size_t outside, segment *segments)
{
  size_t count = 0;
  for (size_t i = 0; i < IMSI_STATE_COUNT; i++)
    if (states[order[i]])
      segments[count++] = (segment){ imsi_look_state(order[i]), states[order[i]] };
  if (outside)
    segments[count++] = (segment){ &outside_look, outside };
  return count;
}

/* "E 4", as far as it fits. */
static const char *mark_of(ims_picture *p, const segment *s, const imsi_type *type, double width)
{
  imsi_strbuf *text = imsi_picture_words(p);
  if (!s->look->mark)
    return "";
  imsi_strbuf_text(text, s->look->mark);
  const size_t alone = text->size;
  if (s->count > 1) {
    imsi_strbuf_text(text, " ");
    imsi_strbuf_number(text, s->count);
  }
  const char *whole = imsi_picture_string(p, text);
  if (imsi_text_width(whole, type) <= width)
    return whole;
  const char *mark = s->look->mark;
  return alone && imsi_text_width(mark, type) <= width ? mark : "";
}

/* A box that looks like a state. */
static void draw_look(ims_picture *p, const imsi_box_look *look, const imsi_box *given)
{
  imsi_box box = *given;
  box.fill = look->fill;
  box.line = look->line;
  box.stripe = look->stripe;
  box.pitch = look->pitch;
  box.stroke = look->stroke;
  box.thickness = look->thickness > 0 ? look->thickness : 0.5;
  imsi_picture_box(p, &box);
}

static void draw_segment(ims_picture *p, const segment *s, imsi_area area, const char *role)
{
  imsi_strbuf class = { 0 };
  imsi_strbuf_text(&class, role);
  imsi_strbuf_text(&class, s->look->role);
  const imsi_box box = { .area = area, .role = imsi_picture_string(p, &class) };
  draw_look(p, s->look, &box);
  imsi_strbuf_free(&class);
}

/* As wide as their counts, but none so narrow that its mark cannot be read. */
static void draw_segments(ims_picture *p, const segment *segments, size_t count, imsi_area area, const char *role)
{
  size_t all = 0;
  for (size_t i = 0; i < count; i++)
    all += segments[i].count;
  const double least = area.width / (double)count < LEAST_SEGMENT ? area.width / (double)count : LEAST_SEGMENT;
  const double rest = area.width - least * (double)count;
  const double below = area.width > TILE ? (area.height - 9) / 2 : area.height - 10; /* of marks */
  double x = area.x;
  for (size_t i = 0; i < count && !p->status; i++) {
    const double width = least + rest * (double)segments[i].count / (double)all;
    draw_segment(p, &segments[i], (imsi_area){ x, area.y, width, area.height }, role);
    imsi_picture_text(p, (imsi_area){ x, area.y + below, width, 9 }, mark_type, IMSI_INK_TEXT,
                      mark_of(p, &segments[i], &mark_type, width));
    x += width;
  }
}

void imsi_mosaic_name_states(const size_t *states, size_t outside, imsi_strbuf *text)
{
  const char *separator = "";
  for (size_t i = 0; i < IMSI_STATE_COUNT; i++) {
    if (!states[order[i]])
      continue;
    imsi_strbuf_text(text, separator);
    imsi_strbuf_text(text, imsi_state_name(order[i]));
    imsi_strbuf_text(text, " ");
    imsi_strbuf_number(text, states[order[i]]);
    separator = ", ";
  }
  if (outside) {
    imsi_strbuf_text(text, separator);
    imsi_strbuf_text(text, "not in the layer ");
    imsi_strbuf_number(text, outside);
  }
}

/* ---- tiles ---- */

static const char *tile_tip(const imsi_mosaic *m, ims_picture *p, const imsi_tile *tile)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, m->held.systems[tile->system].id);
  imsi_strbuf_text(text, ", ");
  imsi_name_reference(m->model, tile->clause, text);
  imsi_strbuf_text(text, " ");
  imsi_name_title(m->model, tile->clause, text);
  imsi_strbuf_text(text, ": ");
  imsi_mosaic_name_states(tile->states, tile->outside, text);
  if (tile->open) {
    imsi_strbuf_text(text, "; nonconformity open against ");
    imsi_strbuf_number(text, tile->open);
    imsi_strbuf_text(text, tile->open == 1 ? " demand" : " demands");
  }
  return imsi_picture_string(p, text);
}

/* What is left for the title beside the states, and beside a mark. */
static double title_width(const imsi_tile *tile)
{
  return TITLE - 8 - (tile->open ? ALARM + 2 : 0);
}

/* Over whatever state: a border, and a mark beside the number of the clause, or behind its title. It is above the tile,
   so it is what is pointed at. */
static void draw_alarm(const imsi_mosaic *m, ims_picture *p, const imsi_tile *tile, imsi_area area, bool titled,
                       const char *reference)
{
  imsi_picture_box(p, &(imsi_box){ .area = area,
                                   .role = "text open",
                                   .tip = tile_tip(m, p, tile),
                                   .reference = reference,
                                   .line = open_look.line,
                                   .thickness = open_look.thickness });
  const imsi_area mark = titled ? (imsi_area){ area.x + TITLE - ALARM - 3, area.y + 1, ALARM, area.height - 2 }
                                : (imsi_area){ area.x + 1, area.y + 1, ALARM, NUMBER - 2 };
  imsi_picture_text(p, mark, alarm_type, open_look.line, open_look.mark);
}

/* A clause whose demands are all in one state: one box that looks like it. */
static void draw_plain(const imsi_mosaic *m, ims_picture *p, const imsi_tile *tile, const segment *s, imsi_area area,
                       const char *reference)
{
  imsi_strbuf role = { 0 }, label = { 0 };
  imsi_strbuf_text(&role, "tile ");
  imsi_strbuf_text(&role, s->look->role);
  imsi_strbuf_text(&label, ims_node_name(m->model, tile->clause));
  imsi_strbuf_text(&label, "\n");
  imsi_strbuf_text(&label, mark_of(p, s, &tile_type, area.width - 9));
  const imsi_box box = { .area = area,
                         .role = imsi_picture_string(p, &role),
                         .text = imsi_picture_string(p, &label),
                         .tip = tile_tip(m, p, tile),
                         .reference = reference,
                         .type = tile_type };
  draw_look(p, s->look, &box);
  imsi_strbuf_free(&role);
  imsi_strbuf_free(&label);
}

/* The box that is pointed at, with the number or title of the clause, and beside that a segment for each state. */
static void draw_mixed(const imsi_mosaic *m, ims_picture *p, const imsi_tile *tile, imsi_area area, bool titled,
                       const char *reference)
{
  segment segments[IMSI_STATE_COUNT + 1];
  const size_t count = segments_of(tile->states, tile->outside, segments);
  imsi_strbuf label = { 0 };
  if (titled)
    imsi_picture_name_clause(m->model, tile->clause, &label);
  else
    imsi_strbuf_text(&label, ims_node_name(m->model, tile->clause));
  imsi_picture_box(p, &(imsi_box){ .area = area,
                                   .role = count > 1 ? "tile mixed" : "tile",
                                   .tip = tile_tip(m, p, tile),
                                   .reference = reference,
                                   .fill = IMSI_INK_PAPER,
                                   .line = IMSI_INK_FRAME });
  const imsi_area states = titled ? (imsi_area){ area.x + TITLE, area.y, area.width - TITLE, area.height }
                                  : (imsi_area){ area.x, area.y + NUMBER, area.width, area.height - NUMBER };
  const imsi_area name = titled ? (imsi_area){ area.x + 5, area.y + 1, title_width(tile), area.height - 2 }
                                : (imsi_area){ area.x, area.y + 1, area.width, NUMBER - 2 };
  draw_segments(p, segments, count, states, "text segment ");
  imsi_picture_text(p, name, titled ? title_type : tile_type, IMSI_INK_TEXT, imsi_picture_string(p, &label));
  imsi_strbuf_free(&label);
}

static void draw_tile(const imsi_mosaic *m, ims_picture *p, const imsi_tile *tile, imsi_area area, bool titled)
{
  segment segments[IMSI_STATE_COUNT + 1];
  imsi_strbuf reference = { 0 };
  imsi_name_reference(m->model, tile->clause, &reference);
  if (!titled && segments_of(tile->states, tile->outside, segments) == 1)
    draw_plain(m, p, tile, &segments[0], area, imsi_picture_string(p, &reference));
  else
    draw_mixed(m, p, tile, area, titled, imsi_picture_string(p, &reference));
  if (tile->open)
    draw_alarm(m, p, tile, area, titled, imsi_picture_string(p, &reference));
  imsi_strbuf_free(&reference);
}

/* As high as its title needs. */
static double height_of(const imsi_mosaic *m, ims_picture *p, const imsi_tile *tile, bool titled)
{
  if (!titled)
    return TILE_HEIGHT;
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_picture_name_clause(m->model, tile->clause, text);
  const size_t lines = imsi_picture_lines(p, imsi_picture_string(p, text), title_width(tile), title_type, 2);
  return TITLED_HEIGHT + (double)(lines - 1) * TITLED_LINE;
}

/* ---- headings ---- */

static void name_share(const imsi_mosaic_share *share, imsi_strbuf *text)
{
  if (share->counted)
    imsi_picture_share(share->evidenced, share->counted, text);
  else
    imsi_strbuf_text(text, "none counts");
}

static ims_force force_of(const imsi_tile *tile)
{
  return tile->control ? IMS_CONTROL : IMS_REQUIREMENT;
}

static double place_chapter(const imsi_mosaic *m, ims_picture *p, const imsi_tile *tile, double x, double y)
{
  const double width = width_of(m);
  const ims_node chapter = imsi_picture_chapter(m->model, tile->clause);
  const imsi_mosaic_share share = imsi_mosaic_count(m, tile->system, chapter, force_of(tile));
  const imsi_type type = { 8, true, IMSI_ALIGN_LEFT };
  imsi_strbuf name = { 0 };
  imsi_picture_name_clause(m->model, chapter, &name);
  const char *words = imsi_picture_string(p, &name);
  const double height = (double)imsi_picture_lines(p, words, width - SHARE, type, 2) * HEADING_LINE;
  imsi_strbuf *text = imsi_picture_words(p);
  if (share.counted) {
    imsi_strbuf_number(text, share.evidenced);
    imsi_strbuf_text(text, " of ");
    imsi_strbuf_number(text, share.counted);
  } else {
    name_share(&share, text);
  }
  imsi_picture_text(p, (imsi_area){ x, y, width - SHARE, height + 2 }, type, IMSI_INK_MUTED, words);
  imsi_picture_text(p, (imsi_area){ x + width - SHARE, y + height - HEADING_LINE, SHARE, HEADING_LINE + 2 },
                    (imsi_type){ 8, false, IMSI_ALIGN_RIGHT }, IMSI_INK_MUTED, imsi_picture_string(p, text));
  imsi_strbuf_free(&name);
  return y + height + 5;
}

/* How much is evidenced, and a bar of all states. */
static void place_total(const imsi_mosaic *m, ims_picture *p, const imsi_tile *first, double x, double y)
{
  const imsi_mosaic_share share = imsi_mosaic_count(m, first->system, (ims_node){ IMS_NO_NODE }, force_of(first));
  segment segments[IMSI_STATE_COUNT + 1];
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, first->control ? "Controls: evidenced " : "Requirements: evidenced ");
  name_share(&share, text);
  imsi_picture_text(p, (imsi_area){ x, y, width_of(m), 12 }, (imsi_type){ 9, false, IMSI_ALIGN_LEFT }, IMSI_INK_TEXT,
                    imsi_picture_string(p, text));
  imsi_strbuf tip = { 0 };
  imsi_strbuf_text(&tip, m->held.systems[first->system].id);
  imsi_strbuf_text(&tip, first->control ? ", demands in the controls: " : ", demands in the requirements: ");
  imsi_mosaic_name_states(share.states, 0, &tip);
  const imsi_area area = { x, y + 13, width_of(m), BAR };
  imsi_picture_box(p, &(imsi_box){ .area = area,
                                   .role = "bar",
                                   .tip = imsi_picture_string(p, &tip),
                                   .fill = IMSI_INK_PAPER,
                                   .line = IMSI_INK_FRAME });
  imsi_strbuf_free(&tip);
  const size_t count = segments_of(share.states, 0, segments);
  draw_segments(p, segments, count, area, "text share ");
}

static void place_head(const imsi_mosaic *m, ims_picture *p, const imsi_tile *first, double x)
{
  const ims_system *at = &m->held.systems[first->system];
  imsi_strbuf *text = imsi_picture_words(p);
  if (at->entry.index != IMS_NO_ENTRY) { /* else its id is that of the standard */
    imsi_strbuf_text(text, at->id);
    imsi_strbuf_text(text, ": ");
  }
  imsi_strbuf_text(text, at->edition->name);
  imsi_strbuf_text(text, first->control ? " controls" : "");
  imsi_picture_text(p, (imsi_area){ x, 0, width_of(m), 16 }, (imsi_type){ 11, true, IMSI_ALIGN_LEFT }, IMSI_INK_TEXT,
                    imsi_picture_string(p, text));
  place_total(m, p, first, x, 17);
}

/* ---- columns ---- */

/* The tiles of one system, or its controls, from `first` on; returns where those of the next begin. */
static size_t place_column(const imsi_mosaic *m, ims_picture *p, size_t first, double x)
{
  const bool titled = is_titled(m);
  const size_t per_line = titled ? 1 : PER_LINE;
  const double width = titled ? TITLED_COLUMN : TILE;
  const imsi_tile *head = &IMSI_AT(const imsi_tile, &m->tiles, first);
  ims_node last = { IMS_NO_NODE };
  size_t i = first, nth = 0;
  double y = TOP, height = 0;
  place_head(m, p, head, x);
  for (; i < m->tiles.count && !p->status; i++) {
    const imsi_tile *tile = &IMSI_AT(const imsi_tile, &m->tiles, i);
    const ims_node chapter = imsi_picture_chapter(m->model, tile->clause);
    if (tile->system != head->system || tile->control != head->control)
      break;
    if (chapter.index != last.index) {
      y += nth ? height + SPACE + 3 : 3;
      y = place_chapter(m, p, tile, x, y);
      nth = 0;
    } else if (nth % per_line == 0) {
      y += height + SPACE;
    }
    last = chapter;
    height = height_of(m, p, tile, titled);
    const double at = x + (double)(nth++ % per_line) * (width + SPACE);
    draw_tile(m, p, tile, (imsi_area){ at, y, width, height }, titled);
  }
  return i;
}

/* What occurs, in the order in which it is drawn. */
static void explain(const imsi_mosaic *m, ims_picture *p)
{
  size_t states[IMSI_STATE_COUNT] = { 0 }, outside = 0;
  segment segments[IMSI_STATE_COUNT + 1];
  for (size_t i = 0; i < m->demands.count; i++) {
    states[IMSI_AT(const imsi_standing, &m->demands, i).shown.state]++;
    outside += IMSI_AT(const imsi_standing, &m->demands, i).outside;
  }
  const size_t count = segments_of(states, outside, segments);
  for (size_t i = 0; i < count; i++)
    imsi_picture_explain_look(p, segments[i].look);
  for (size_t i = 0; i < m->tiles.count; i++)
    if (IMSI_AT(const imsi_tile, &m->tiles, i).open)
      imsi_picture_explain_look(p, &open_look);
}

void imsi_mosaic_place(const imsi_mosaic *m, ims_picture *p)
{
  double x = 0;
  explain(m, p);
  for (size_t i = 0; i < m->tiles.count && !p->status; x += width_of(m) + COLUMN_GAP)
    i = place_column(m, p, i, x);
}
