/* What surrounds a node: guidance that explains it, topics it belongs to, checks that rest on it. */

#include "ims/catalogue.h"
#include "report/show_internal.h"

/* Guidance that the node gives, or gets. */
static void add_guidance(imsi_show *s, ims_node node, bool incoming)
{
  size_t count;
  const uint32_t *rows = ims_node_guidance(s->model, node, incoming, &count);
  for (size_t i = 0; i < count; i++) {
    const ims_row row = ims_guidance_at(s->model, rows[i]);
    imsi_strbuf brief = { 0 }, more = { 0 };
    if (s->wide && incoming)
      imsi_show_detail(&brief, "", "no criterion");
    imsi_show_detail(&more, "", ims_standing_name(row.standing));
    imsi_show_share(&more, "confidence", row.confidence);
    imsi_show_add_at(s,
                     (imsi_show_fact){ .kind = incoming ? "explained by" : "explains",
                                       .node = incoming ? &row.source : &row.target,
                                       .full = true,
                                       .brief = &brief,
                                       .more = &more,
                                       .note = row.note,
                                       .of = node.index == s->node.index ? NULL : &node,
                                       .basis = row.basis },
                     row.pos);
    imsi_strbuf_free(&brief);
    imsi_strbuf_free(&more);
  }
  for (ims_node n = ims_node_child(s->model, node); n.index != IMS_NO_NODE; n = ims_node_next(s->model, n))
    add_guidance(s, n, incoming);
}

/* True if a member is in the node, or the node in a member that is no whole chapter. */
static bool concerns(const imsi_show *s, const ims_node *members, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (ims_node_is_in(s->model, members[i], s->node) ||
        (ims_node_parent(s->model, members[i]).index != IMS_NO_NODE && ims_node_is_in(s->model, s->node, members[i])))
      return true;
  return false;
}

static void add_topics(imsi_show *s)
{
  for (size_t i = 0; i < ims_topic_count(s->model); i++) {
    const ims_topic *topic = ims_topic_at(s->model, i);
    if (!concerns(s, topic->members, topic->member_count))
      continue;
    imsi_strbuf brief = { 0 };
    imsi_show_detail(&brief, "", ims_topic_verdict_name(topic->verdict));
    imsi_show_add_at(s,
                     (imsi_show_fact){ .kind = "topic",
                                       .reference = topic->id,
                                       .text = topic->title,
                                       .brief = &brief,
                                       .basis = topic->said.basis },
                     topic->pos);
    imsi_strbuf_free(&brief);
  }
}

static void add_checks(imsi_show *s)
{
  for (size_t i = 0; i < ims_check_count(s->model); i++) {
    const ims_check *check = ims_check_at(s->model, i);
    if (!concerns(s, check->members, check->member_count))
      continue;
    imsi_strbuf brief = { 0 };
    imsi_show_detail(&brief, "", ims_check_severity_name(check->severity));
    imsi_show_add_at(s,
                     (imsi_show_fact){ .kind = "check",
                                       .reference = check->id,
                                       .text = check->title,
                                       .brief = &brief,
                                       .basis = check->said.basis },
                     check->pos);
    imsi_strbuf_free(&brief);
  }
}

void imsi_show_context(imsi_show *s)
{
  imsi_show_section(s, "Explained by (guidance is never held against anybody)", NULL);
  add_guidance(s, s->node, true);
  imsi_show_section(s, "Explains", NULL);
  add_guidance(s, s->node, false);
  imsi_show_section(s, "Topics on which one policy or procedure is usual", NULL);
  add_topics(s);
  imsi_show_section(s, "Checks that rest on it", NULL);
  add_checks(s);
}
