/* Topics with their clauses in each standard, as `topics` lists them; or one of them with what its members have to do
   with each other. */

#include "base/try.h"
#include "diagram/registry.h"
#include "diagram/topics_internal.h"
#include "query/reference.h"

#include <string.h>

static const ims_param params[] = {
  { "systems", "LIST", "only these standards, such as 9001,27001 (default: all that topics have clauses in)", false,
    false, false },
  { "focus", "ID", "one topic, with its clauses and what they have in common for certain", false, false, false },
};

enum { TOPIC = 170, CELL = 176, GAP = 14, LINE = 10, LEAST = 24, HEAD = 24 };

static const imsi_type cell_type = { 8.5, false, IMSI_ALIGN_LEFT };

size_t imsi_topics_column(const imsi_topics *t, ims_node node)
{
  for (size_t e = 0; e < t->edition_count; e++)
    if (t->editions[e] == ims_node_edition(t->model, node))
      return e;
  return SIZE_MAX;
}

static imsi_ink ink_of(ims_topic_verdict verdict)
{
  switch (verdict) {
  case IMS_MERGE:
    return imsi_ink_tint(2);
  case IMS_MERGE_WITH_ANNEX:
    return imsi_ink_tint(1);
  case IMS_TOPIC_SEPARATE:
    return imsi_ink_tint(3);
  default:
    return IMSI_INK_PANEL;
  }
}

static void explain(ims_picture *p)
{
  imsi_picture_explain_box(p, ink_of(IMS_MERGE), IMSI_INK_FRAME, "merge: one document can serve all");
  imsi_picture_explain_box(p, ink_of(IMS_MERGE_WITH_ANNEX), IMSI_INK_FRAME,
                           "merge-with-annex: a part for each standard");
  imsi_picture_explain_box(p, ink_of(IMS_TOPIC_SEPARATE), IMSI_INK_FRAME, "separate: keep apart");
  imsi_picture_note(p, "A topic groups, it never relates: two of its clauses may have nothing in common.");
}

/* ---- cells ---- */

/* The clauses of a topic in one standard; folded, how many. Returns their number. */
static size_t list_members(const imsi_topics *t, const ims_topic *topic, size_t column, imsi_strbuf *text)
{
  size_t count = 0;
  for (size_t i = 0; i < topic->member_count; i++) {
    if (imsi_topics_column(t, topic->members[i]) != column)
      continue;
    imsi_strbuf_text(text, count++ ? ", " : "");
    imsi_strbuf_text(text, ims_node_name(t->model, topic->members[i]));
  }
  return count;
}

static double height_of(const imsi_topics *t, ims_picture *p, const ims_topic *topic)
{
  size_t most = 0;
  for (size_t e = 0; e < t->edition_count; e++) {
    imsi_strbuf *text = imsi_picture_words(p);
    list_members(t, topic, e, text);
    imsi_strbuf_clear(&p->label);
    const size_t lines = imsi_text_label(imsi_picture_string(p, text), CELL - 9, &cell_type, 0, &p->label);
    imsi_picture_string(p, &p->label);
    most = lines > most ? lines : most;
  }
  const double height = (double)most * imsi_text_leading(cell_type.size) + 4;
  return height > LEAST ? height : LEAST;
}

static void place_cell(const imsi_topics *t, ims_picture *p, const ims_topic *topic, size_t column, imsi_area area,
                       Agnode_t *from, double from_x)
{
  imsi_strbuf *text = imsi_picture_words(p);
  const size_t count = list_members(t, topic, column, text);
  if (!count)
    return;
  Agnode_t *cell = imsi_picture_box(p, &(imsi_box){ .area = area,
                                                    .role = "members",
                                                    .text = imsi_picture_string(p, text),
                                                    .tip = imsi_picture_string(p, text),
                                                    .type = cell_type,
                                                    .fill = ink_of(topic->verdict),
                                                    .line = IMSI_INK_FRAME });
  static const imsi_edge_look member = { "member", "", IMSI_INK_FRAME, IMSI_STROKE_SOLID, 0.9 };
  const double y = area.y + area.height / 2;
  imsi_picture_line(
      p, &(imsi_line){ .from = from, .to = cell, .x1 = from_x, .y1 = y, .x2 = area.x, .y2 = y, .look = &member });
}

static double place_topic(const imsi_topics *t, ims_picture *p, const ims_topic *topic, double y)
{
  const double height = height_of(t, p, topic);
  imsi_strbuf *tip = imsi_picture_words(p);
  imsi_strbuf_text(tip, topic->id);
  imsi_strbuf_text(tip, ": ");
  imsi_strbuf_text(tip, topic->title);
  Agnode_t *node = imsi_picture_box(p, &(imsi_box){ .area = { 0, y, TOPIC, height },
                                                    .role = "topic",
                                                    .text = topic->title,
                                                    .tip = imsi_picture_string(p, tip),
                                                    .type = { 8.5, true, IMSI_ALIGN_LEFT },
                                                    .fill = ink_of(topic->verdict),
                                                    .line = IMSI_INK_FRAME });
  double from = TOPIC;
  for (size_t e = 0; e < t->edition_count; e++) {
    const double x = TOPIC + GAP + (double)e * (CELL + GAP);
    place_cell(t, p, topic, e, (imsi_area){ x, y, CELL, height }, node, from);
    imsi_strbuf *text = imsi_picture_words(p);
    if (list_members(t, topic, e, text))
      from = x + CELL;
  }
  return y + height + 4;
}

static void place_heads(const imsi_topics *t, ims_picture *p)
{
  imsi_picture_text(p, (imsi_area){ 0, -HEAD, TOPIC, HEAD - 6 }, (imsi_type){ 9.5, true, IMSI_ALIGN_LEFT },
                    IMSI_INK_TEXT, "Topic");
  for (size_t e = 0; e < t->edition_count; e++) {
    imsi_strbuf *text = imsi_picture_words(p);
    imsi_name_edition_short(t->editions[e], text);
    imsi_picture_text(p, (imsi_area){ TOPIC + GAP + (double)e * (CELL + GAP), -HEAD, CELL, HEAD - 6 },
                      (imsi_type){ 9.5, true, IMSI_ALIGN_LEFT }, IMSI_INK_TEXT, imsi_picture_string(p, text));
  }
}

/* ---- all topics ---- */

static bool is_shown(const imsi_topics *t, const ims_topic *topic)
{
  for (size_t i = 0; i < topic->member_count; i++)
    if (imsi_topics_column(t, topic->members[i]) != SIZE_MAX)
      return true;
  return false;
}

/* How many clauses the topics of a verdict have in each standard. */
static double place_verdict(const imsi_topics *t, ims_picture *p, ims_topic_verdict verdict, double y)
{
  size_t topics = 0, counts[IMSI_TOPICS_EDITIONS] = { 0 };
  for (size_t i = 0; i < ims_topic_count(t->model); i++) {
    const ims_topic *topic = ims_topic_at(t->model, i);
    topics += topic->verdict == verdict && is_shown(t, topic);
    for (size_t k = 0; topic->verdict == verdict && k < topic->member_count; k++) {
      const size_t column = imsi_topics_column(t, topic->members[k]);
      if (column != SIZE_MAX)
        counts[column]++;
    }
  }
  if (!topics)
    return y;
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_number(text, topics);
  imsi_strbuf_text(text, topics == 1 ? " topic: " : " topics: ");
  imsi_strbuf_text(text, verdict ? ims_topic_verdict_name(verdict) : "no verdict");
  imsi_picture_box(p, &(imsi_box){ .area = { 0, y, TOPIC, LEAST },
                                   .role = "topic folded",
                                   .text = imsi_picture_string(p, text),
                                   .type = { 8.5, true, IMSI_ALIGN_LEFT },
                                   .fill = ink_of(verdict),
                                   .line = IMSI_INK_FRAME });
  for (size_t e = 0; e < t->edition_count; e++) {
    text = imsi_picture_words(p);
    imsi_strbuf_number(text, counts[e]);
    imsi_strbuf_text(text, counts[e] == 1 ? " clause" : " clauses");
    imsi_picture_box(p, &(imsi_box){ .area = { TOPIC + GAP + (double)e * (CELL + GAP), y, CELL, LEAST },
                                     .role = "members folded",
                                     .text = imsi_picture_string(p, text),
                                     .type = cell_type,
                                     .fill = ink_of(verdict),
                                     .line = IMSI_INK_FRAME });
  }
  return y + LEAST + 4;
}

static bool has_verdict(const imsi_topics *t, ims_topic_verdict verdict)
{
  for (size_t i = 0; i < ims_topic_count(t->model); i++)
    if (ims_topic_at(t->model, i)->verdict == verdict && is_shown(t, ims_topic_at(t->model, i)))
      return true;
  return false;
}

static ims_status place_folded(const imsi_topics *t, ims_picture *p, imsi_reporter *reporter)
{
  size_t nodes = 0;
  for (int verdict = 0; verdict <= IMS_TOPIC_SEPARATE; verdict++)
    nodes += has_verdict(t, (ims_topic_verdict)verdict) ? 1 + t->edition_count : 0;
  if (nodes > p->max_nodes)
    return imsi_picture_too_many(p, nodes, reporter);
  double y = 0;
  for (int verdict = IMS_MERGE; verdict <= IMS_TOPIC_SEPARATE; verdict++)
    y = place_verdict(t, p, (ims_topic_verdict)verdict, y);
  place_verdict(t, p, IMS_TOPIC_VERDICT_UNSAID, y);
  imsi_picture_note(p, "Folded: verdicts stand for their topics. A clause counts once for each of its topics.");
  return IMS_OK;
}

static size_t nodes_of(const imsi_topics *t)
{
  size_t nodes = 0;
  for (size_t i = 0; i < ims_topic_count(t->model); i++) {
    const ims_topic *topic = ims_topic_at(t->model, i);
    bool columns[IMSI_TOPICS_EDITIONS] = { false };
    for (size_t k = 0; k < topic->member_count; k++) {
      const size_t column = imsi_topics_column(t, topic->members[k]);
      if (column == SIZE_MAX || columns[column])
        continue;
      columns[column] = true;
      nodes++;
    }
    nodes += is_shown(t, topic);
  }
  return nodes;
}

static ims_status draw_all(const imsi_topics *t, ims_picture *p, imsi_reporter *reporter)
{
  const size_t nodes = nodes_of(t);
  if (!nodes)
    return imsi_picture_bad(reporter, "no topic has a clause in these standards");
  imsi_picture_title(p, "On which topics standards meet, and with which clauses");
  place_heads(t, p);
  if (nodes > p->max_nodes)
    IMS_TRY(place_folded(t, p, reporter));
  double y = 0;
  size_t topics = 0;
  for (size_t i = 0; nodes <= p->max_nodes && i < ims_topic_count(t->model) && !p->status; i++)
    if (is_shown(t, ims_topic_at(t->model, i))) {
      y = place_topic(t, p, ims_topic_at(t->model, i), y);
      topics++;
    }
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_number(text, topics);
  imsi_strbuf_text(text, " topics down, standards across, and in each cell the clauses that belong to the topic.");
  imsi_picture_describe(p, nodes <= p->max_nodes ? imsi_picture_string(p, text)
                                                 : "Verdicts down, standards across, and in each cell how many clauses "
                                                   "belong to topics of that verdict.");
  explain(p);
  return IMS_OK;
}

/* ---- the request ---- */

static ims_status take_systems(imsi_topics *t, const ims_request *request, const char *list, imsi_reporter *reporter)
{
  for (const char *rest = list; rest; rest = *rest ? rest + 1 : NULL) {
    const size_t size = strcspn(rest, ",");
    const ims_edition *edition;
    IMS_TRY(imsi_reference_edition(t->model, request->evidence, rest, size, reporter, &edition));
    IMS_TRY(imsi_picture_add_edition(t->editions, IMSI_TOPICS_EDITIONS, edition, &t->edition_count, reporter));
    rest += size;
  }
  return IMS_OK;
}

/* All editions that topics have members in, in natural order; the first few if there are more. */
static void take_all_systems(imsi_topics *t, ims_picture *p)
{
  for (size_t e = 0; e < ims_edition_count(t->model); e++) {
    const ims_edition *edition = ims_edition_at(t->model, e);
    bool used = false;
    for (size_t i = 0; !used && i < ims_topic_count(t->model); i++)
      for (size_t k = 0; !used && k < ims_topic_at(t->model, i)->member_count; k++)
        used = ims_node_edition(t->model, ims_topic_at(t->model, i)->members[k]) == edition;
    if (used && t->edition_count < IMSI_TOPICS_EDITIONS)
      t->editions[t->edition_count++] = edition;
    else if (used)
      imsi_picture_note(p, "Folded: not all standards are shown; --systems chooses.");
  }
}

static const ims_topic *find_topic(const ims_model *model, const char *id)
{
  for (size_t i = 0; i < ims_topic_count(model); i++)
    if (strcmp(ims_topic_at(model, i)->id, id) == 0)
      return ims_topic_at(model, i);
  return NULL;
}

static ims_status draw_one(const imsi_topics *t, const char *id, ims_picture *p, imsi_reporter *reporter)
{
  const ims_topic *topic = find_topic(t->model, id);
  imsi_closure *closure = NULL;
  if (!topic) {
    imsi_strbuf known = { 0 };
    for (size_t i = 0; i < ims_topic_count(t->model); i++) {
      imsi_strbuf_text(&known, i ? ", " : "");
      imsi_strbuf_text(&known, ims_topic_at(t->model, i)->id);
    }
    imsi_report(reporter, IMS_DIAG_NO_SUCH_TOPIC, (ims_pos){ 0 }, id,
                known.size ? imsi_picture_string(p, &known) : "none", NULL, NULL);
    imsi_strbuf_free(&known);
    return IMS_NOT_FOUND;
  }
  IMS_TRY(imsi_report_close(t->model, reporter, &closure));
  const ims_status status = imsi_topics_draw_one(t, topic, closure, p, reporter);
  imsi_closure_free(closure);
  return status;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  imsi_topics t = { .model = model };
  const char *systems = imsi_request_value(request, "systems", 0), *id = imsi_request_value(request, "focus", 0);
  if (systems)
    IMS_TRY(take_systems(&t, request, systems, reporter));
  else
    take_all_systems(&t, p);
  for (size_t e = 0; e < t.edition_count; e++)
    imsi_picture_edition(p, t.editions[e]);
  return id ? draw_one(&t, id, p, reporter) : draw_all(&t, p, reporter);
}

static ims_status draw(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  return imsi_picture_answer(answer, model, request, sink, picture);
}

const ims_diagram imsi_diagram_topics = {
  .name = "topics",
  .summary = "topics of policies and procedures with their clauses in each standard, or one of them",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .max_nodes = 160,
  .draw = draw,
};
