/* What a node asks: itself, its notes and duties, and all that is in it. */

#include "query/condition.h"
#include "report/show_internal.h"

static void add_condition(imsi_strbuf *brief, const char *condition)
{
  imsi_show_detail(brief, imsi_condition_says_when(condition) ? "only if" : "only", condition);
}

static void add_node(imsi_show *s, ims_node node)
{
  const ims_node_info info = ims_node_get(s->model, node);
  imsi_strbuf brief = { 0 }, more = { 0 };
  imsi_show_detail(&brief, "number", info.number);
  add_condition(&brief, info.condition);
  imsi_show_detail(&more, "applies to", ims_applies_name(info.applies));
  imsi_show_detail(&more, "phase", ims_phase_name(info.phase));
  imsi_show_detail(&more, "method", ims_method_name(info.method));
  imsi_show_detail(&more, "record", ims_record_name(info.record));
  imsi_show_detail(&more, "", ims_standing_name(info.standing));
  imsi_show_share(&more, "confidence", info.confidence);
  imsi_show_add_at(s,
                   (imsi_show_fact){ .kind = ims_node_kind_name(info.kind),
                                     .node = &node,
                                     .brief = &brief,
                                     .more = &more,
                                     .basis = info.basis,
                                     .heading = info.kind == IMS_CLAUSE },
                   info.pos);
  imsi_strbuf_free(&brief);
  imsi_strbuf_free(&more);
}

/* The wide form says in words what the long form has in its column of kinds. */
static void add_notes(imsi_show *s, ims_node node)
{
  size_t count;
  const ims_text *notes = ims_node_notes(s->model, node, &count);
  for (size_t i = 0; i < count; i++) {
    imsi_strbuf brief = { 0 };
    imsi_show_detail(&brief, "", s->wide ? "note" : "");
    imsi_show_add_at(
        s, (imsi_show_fact){ .kind = "note", .node = &node, .text = notes[i].text, .force = "", .brief = &brief },
        notes[i].pos);
    imsi_strbuf_free(&brief);
  }
}

static void add_duties(imsi_show *s, ims_node node)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(s->model, node, &count);
  for (size_t i = 0; i < count; i++) {
    imsi_strbuf brief = { 0 };
    if (s->wide)
      imsi_show_detail(&brief, ims_duty_kind_name(duties[i].kind), ims_duty_verb_name(duties[i].verb));
    else
      imsi_show_detail(&brief, "verb", ims_duty_verb_name(duties[i].verb));
    if (duties[i].item.index != IMS_NO_NODE)
      imsi_show_detail(&brief, "of item", ims_node_name(s->model, duties[i].item));
    add_condition(&brief, duties[i].condition);
    imsi_show_detail(&brief, "", duties[i].unconfirmed ? "unconfirmed" : "");
    imsi_show_add_at(s,
                     (imsi_show_fact){ .kind = ims_duty_kind_name(duties[i].kind),
                                       .node = &node,
                                       .text = duties[i].text,
                                       .force = "",
                                       .brief = &brief,
                                       .basis = duties[i].basis },
                     duties[i].pos);
    imsi_strbuf_free(&brief);
  }
}

static void add_tree(imsi_show *s, ims_node node)
{
  add_node(s, node);
  add_notes(s, node);
  add_duties(s, node);
  for (ims_node n = ims_node_child(s->model, node); n.index != IMS_NO_NODE; n = ims_node_next(s->model, n))
    add_tree(s, n);
}

void imsi_show_tree(imsi_show *s)
{
  add_tree(s, s->node);
}
