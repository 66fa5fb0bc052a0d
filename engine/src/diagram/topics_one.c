/* One topic: its clauses below each other, standard by standard, and arcs between those that overlap for certain. */

#include "base/try.h"
#include "diagram/topics_internal.h"

#include <math.h>

enum { TOPIC = 130, TOPIC_HEIGHT = 44, GAP = 70, MEMBER = 250, HEIGHT = 24, BETWEEN = 5, HEAD = 18 };

/* A member that is drawn. */
typedef struct drawn {
  ims_node node;
  size_t column;
  Agnode_t *box;
  double y;
} drawn;

static double place_members(const imsi_topics *t, const ims_topic *topic, size_t column, ims_picture *p, double y,
                            imsi_vec *members)
{
  bool begun = false;
  for (size_t i = 0; i < topic->member_count && !p->status; i++) {
    const ims_node node = topic->members[i];
    if (imsi_topics_column(t, node) != column)
      continue;
    if (!begun) {
      imsi_strbuf *head = imsi_picture_words(p);
      imsi_name_edition_short(t->editions[column], head);
      imsi_picture_text(p, (imsi_area){ TOPIC + GAP, y, MEMBER, HEAD - 2 }, (imsi_type){ 9.5, true, IMSI_ALIGN_LEFT },
                        IMSI_INK_TEXT, imsi_picture_string(p, head));
      y += HEAD;
      begun = true;
    }
    imsi_strbuf reference = { 0 };
    imsi_name_reference(t->model, node, &reference);
    imsi_strbuf *text = imsi_picture_words(p);
    if (ims_node_kind_of(t->model, node) == IMS_CLAUSE) {
      imsi_picture_name_clause(t->model, node, text);
    } else {
      imsi_strbuf_text(text, ims_node_name(t->model, node));
      imsi_strbuf_text(text, " ");
      imsi_name_label(t->model, node, text);
    }
    Agnode_t *box = imsi_picture_box(p, &(imsi_box){ .area = { TOPIC + GAP, y, MEMBER, HEIGHT },
                                                     .role = "member",
                                                     .text = imsi_picture_string(p, text),
                                                     .tip = imsi_picture_string(p, text),
                                                     .reference = imsi_picture_string(p, &reference),
                                                     .type = { 8.5, false, IMSI_ALIGN_LEFT },
                                                     .fill = imsi_ink_tint(column),
                                                     .line = imsi_ink_solid(column) });
    imsi_strbuf_free(&reference);
    if (!p->status)
      p->status = imsi_vec_push(members, &(drawn){ node, column, box, y + HEIGHT / 2.0 });
    y += HEIGHT + BETWEEN;
  }
  return y + (begun ? 8 : 0);
}

/* ---- lines ---- */

static void join_topic(ims_picture *p, Agnode_t *topic, const drawn *member, double y)
{
  static const imsi_edge_look look = { "member", "belongs to the topic", IMSI_INK_FRAME, IMSI_STROKE_SOLID, 0.9 };
  imsi_picture_line(
      p,
      &(imsi_line){
          .from = topic, .to = member->box, .x1 = TOPIC, .y1 = y, .x2 = TOPIC + GAP, .y2 = member->y, .look = &look });
  imsi_picture_explain(p, &look);
}

static void append_point(double x, double y, imsi_strbuf *curve)
{
  imsi_strbuf_text(curve, curve->size ? " " : "");
  imsi_picture_number(x, curve);
  imsi_strbuf_text(curve, ",");
  imsi_picture_number(-y, curve);
}

/* An arc on the right; the farther apart two are, the farther it reaches. */
static void join_members(const imsi_topics *t, ims_picture *p, const drawn *a, const drawn *b, ims_relation relation)
{
  const imsi_edge_look *look = imsi_look_relation(relation);
  const double x = TOPIC + GAP + MEMBER, reach = x + 18 + fabs(b->y - a->y) * 0.42;
  imsi_strbuf curve = { 0 };
  append_point(x, a->y, &curve);
  append_point(reach, a->y, &curve);
  append_point(reach, b->y, &curve);
  append_point(x, b->y, &curve);
  imsi_strbuf *tip = imsi_picture_words(p);
  imsi_name_reference(t->model, a->node, tip);
  imsi_strbuf_text(tip, " ");
  imsi_strbuf_text(tip, ims_relation_symbol(relation));
  imsi_strbuf_text(tip, " ");
  imsi_name_reference(t->model, b->node, tip);
  imsi_picture_line(p, &(imsi_line){ .from = a->box,
                                     .to = b->box,
                                     .curve = imsi_picture_string(p, &curve),
                                     .look = look,
                                     .tip = imsi_picture_string(p, tip) });
  imsi_picture_explain(p, look);
  p->right = reach > p->right ? reach : p->right;
  p->status = p->status ? p->status : curve.status;
  imsi_strbuf_free(&curve);
}

static size_t join_all(const imsi_topics *t, const imsi_closure *closure, ims_picture *p, const imsi_vec *members)
{
  size_t count = 0;
  for (size_t i = 0; i < members->count; i++)
    for (size_t k = i + 1; k < members->count; k++) {
      const drawn *a = &IMSI_AT(drawn, members, i), *b = &IMSI_AT(drawn, members, k);
      const ims_relation relation = imsi_closure_relation(closure, a->node, b->node);
      if (a->column == b->column || !ims_relation_overlaps(relation))
        continue;
      join_members(t, p, a, b, relation);
      count++;
    }
  return count;
}

/* ---- the picture ---- */

static void tell(const imsi_topics *t, const ims_topic *topic, ims_picture *p, size_t members, size_t pairs)
{
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, topic->title);
  imsi_strbuf_text(text, ": clauses of ");
  for (size_t e = 0; e < t->edition_count; e++) {
    imsi_strbuf_text(text, e == 0 ? "" : e + 1 < t->edition_count ? ", " : " and ");
    imsi_strbuf_text(text, t->editions[e]->name);
  }
  imsi_picture_title(p, imsi_picture_string(p, text));
  text = imsi_picture_words(p);
  imsi_strbuf_number(text, members);
  imsi_strbuf_text(text, " clauses belong to the topic; ");
  imsi_strbuf_number(text, pairs);
  imsi_strbuf_text(text, " pairs of them, of two standards each, overlap for certain.");
  imsi_picture_describe(p, imsi_picture_string(p, text));
  imsi_picture_note(p, imsi_picture_string(p, text));
  text = imsi_picture_words(p);
  if (topic->verdict) {
    imsi_strbuf_text(text, "Verdict: ");
    imsi_strbuf_text(text, ims_topic_verdict_name(topic->verdict));
    imsi_strbuf_text(text, ". ");
  }
  imsi_strbuf_text(text, "A topic groups, it never relates: two of its clauses may have nothing in common.");
  imsi_picture_note(p, imsi_picture_string(p, text));
  if (*topic->note)
    imsi_picture_note(p, topic->note);
}

static size_t count_members(const imsi_topics *t, const ims_topic *topic)
{
  size_t count = 0;
  for (size_t i = 0; i < topic->member_count; i++)
    count += imsi_topics_column(t, topic->members[i]) != SIZE_MAX;
  return count;
}

ims_status imsi_topics_draw_one(const imsi_topics *t, const ims_topic *topic, const imsi_closure *closure,
                                ims_picture *p, imsi_reporter *reporter)
{
  const size_t count = count_members(t, topic);
  if (!count)
    return imsi_picture_bad(reporter, "the topic has no clause in these standards");
  if (count + 1 > p->max_nodes)
    return imsi_picture_too_many(p, count + 1, reporter);
  imsi_vec members = IMSI_VEC(drawn);
  double y = 0;
  for (size_t e = 0; e < t->edition_count; e++)
    y = place_members(t, topic, e, p, y, &members);
  const double middle = y / 2;
  Agnode_t *box = imsi_picture_box(p, &(imsi_box){ .area = { 0, middle - TOPIC_HEIGHT / 2.0, TOPIC, TOPIC_HEIGHT },
                                                   .role = "topic focus",
                                                   .text = topic->title,
                                                   .tip = topic->title,
                                                   .type = { 9.5, true, IMSI_ALIGN_CENTER },
                                                   .fill = IMSI_INK_FOCUS,
                                                   .line = IMSI_INK_FRAME });
  for (size_t i = 0; i < members.count && !p->status; i++)
    join_topic(p, box, &IMSI_AT(drawn, &members, i), middle);
  const size_t pairs = p->status ? 0 : join_all(t, closure, p, &members);
  tell(t, topic, p, count, pairs);
  imsi_vec_free(&members);
  return IMS_OK;
}
