/* Where Graphviz puts the nodes of `ego`: it lays out a bare graph of the same shape, and tells places and curves. */

#include "base/try.h"
#include "diagram/ego_internal.h"
#include "diagram/render_internal.h"

#include <stdlib.h>
#include <string.h>

enum { BOX = 176, BOX_HEIGHT = 36, INCH = 72 };

/* Text in a graph that is laid out: sizes as Graphviz reads them. */
#define BOX_INCHES "2.4444"
#define HEIGHT_INCHES "0.5"

static imsi_ego_node *node_at(const imsi_ego *e, size_t index)
{
  return &IMSI_AT(imsi_ego_node, &e->nodes, index);
}

/* ---- the bare graph ---- */

static char *name_of(size_t index, imsi_strbuf *name)
{
  imsi_strbuf_clear(name);
  imsi_strbuf_text(name, "n");
  imsi_strbuf_number(name, index);
  return name->data;
}

static Agnode_t *bare_node(Agraph_t *graph, size_t index, imsi_strbuf *name)
{
  char *text = name_of(index, name);
  return name->status ? NULL : agnode(graph, text, 1);
}

static void declare(Agraph_t *graph)
{
  char rankdir[] = "rankdir", lr[] = "LR", nodesep[] = "nodesep", near[] = "0.12", ranksep[] = "ranksep", far[] = "1.3",
       shape[] = "shape", box[] = "box", fixed[] = "fixedsize", yes[] = "true", width[] = "width", height[] = "height",
       wide[] = BOX_INCHES, high[] = HEIGHT_INCHES, label[] = "label", none[] = "", arrow[] = "dir",
       tail[] = "tailport", head[] = "headport", east[] = "e", west[] = "w";
  agattr(graph, AGRAPH, rankdir, lr);
  agattr(graph, AGRAPH, nodesep, near);
  agattr(graph, AGRAPH, ranksep, far);
  agattr(graph, AGNODE, shape, box);
  agattr(graph, AGNODE, fixed, yes);
  agattr(graph, AGNODE, width, wide);
  agattr(graph, AGNODE, height, high);
  agattr(graph, AGNODE, label, none);
  char without[] = "none";
  agattr(graph, AGEDGE, arrow, without);
  agattr(graph, AGEDGE, tail, east);
  agattr(graph, AGEDGE, head, west);
}

/* The caller closes it; NULL if there is no memory. */
static Agraph_t *bare_graph(const imsi_ego *e)
{
  char name[] = "places";
  imsi_strbuf text = { 0 };
  Agraph_t *graph = agopen(name, Agdirected, NULL);
  bool whole = graph != NULL;
  if (graph)
    declare(graph);
  for (size_t i = 0; whole && i < e->nodes.count; i++)
    whole = bare_node(graph, i, &text) != NULL;
  for (size_t i = 0; whole && i < e->edges.count; i++) {
    const imsi_ego_edge *edge = &IMSI_AT(imsi_ego_edge, &e->edges, i);
    Agnode_t *from = bare_node(graph, edge->from, &text), *to = from ? bare_node(graph, edge->to, &text) : NULL;
    whole = to && agedge(graph, from, to, NULL, 1) != NULL;
  }
  imsi_strbuf_free(&text);
  if (!whole && graph)
    agclose(graph);
  return whole ? graph : NULL;
}

/* ---- what Graphviz tells ---- */

/* A number as Graphviz writes it in the locale "C"; `*text` goes behind it. */
static double take_number(const char **text)
{
  const char *at = *text + (**text == ' ');
  const bool below = *at == '-';
  double number = 0, place = 1;
  bool fraction = false;
  for (at += below; (*at >= '0' && *at <= '9') || *at == '.'; at++) {
    if (*at == '.') {
      fraction = true;
      continue;
    }
    number = number * 10 + (*at - '0');
    place *= fraction ? 10 : 1;
  }
  int exponent = 0;
  if (*at == 'e') {
    const bool small = at[1] == '-';
    for (at += 1 + (at[1] == '-' || at[1] == '+'); *at >= '0' && *at <= '9'; at++)
      exponent = exponent * 10 + (*at - '0');
    for (; exponent > 0; exponent--)
      place = small ? place * 10 : place / 10;
  }
  *text = at;
  return (below ? -number : number) / place;
}

/* `n12` */
static size_t take_index(const char **text)
{
  *text += strspn(*text, " n\"");
  size_t index = 0;
  for (; **text >= '0' && **text <= '9'; ++*text)
    index = index * 10 + (size_t)(**text - '0');
  *text += **text == '"';
  return index;
}

static void take_curve(const char **text, imsi_strbuf *curve)
{
  const size_t count = (size_t)take_number(text);
  imsi_strbuf_clear(curve);
  for (size_t i = 0; i < count; i++) {
    const double x = take_number(text) * INCH, y = take_number(text) * INCH;
    imsi_strbuf_text(curve, i ? " " : "");
    imsi_picture_number(x, curve);
    imsi_strbuf_text(curve, ",");
    imsi_picture_number(y, curve);
  }
}

static const char *next_line(const char *text)
{
  text += strcspn(text, "\n");
  return *text ? text + 1 : text;
}

static void take_places(const imsi_ego *e, const char *plain)
{
  for (const char *line = plain; *line; line = next_line(line)) {
    if (strncmp(line, "node ", 5) != 0)
      continue;
    const char *at = line + 5;
    imsi_ego_node *node = node_at(e, take_index(&at) % e->nodes.count);
    node->x = take_number(&at) * INCH;
    node->y = -take_number(&at) * INCH;
  }
}

/* ---- boxes ---- */

/* Of the editions in the order in which they are met; that of what was asked about has none. */
static imsi_ink tint_of(const imsi_ego *e, ims_picture *p, const imsi_ego_node *node)
{
  const ims_edition *edition = ims_node_edition(e->model, node->node);
  imsi_picture_edition(p, edition);
  size_t nth = 0;
  while (nth < p->editions.count && IMSI_AT(const ims_edition *, &p->editions, nth) != edition)
    nth++;
  const imsi_ink tint = nth ? imsi_ink_tint(nth - 1) : IMSI_INK_PANEL;
  imsi_picture_explain_box(p, tint, IMSI_INK_FRAME, tint == IMSI_INK_TINT_OTHER ? "others" : edition->name);
  return tint;
}

static void place_node(const imsi_ego *e, ims_picture *p, imsi_ego_node *node)
{
  const bool focus = node->hop == 0;
  imsi_strbuf reference = { 0 };
  imsi_name_reference(e->model, node->node, &reference);
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, imsi_picture_string(p, &reference));
  imsi_strbuf_text(text, " ");
  imsi_name_label(e->model, node->node, text);
  if (node->count > 1) {
    imsi_strbuf_text(text, ": ");
    imsi_strbuf_number(text, node->count);
    imsi_strbuf_text(text, " clauses");
  }
  node->box =
      imsi_picture_box(p, &(imsi_box){ .area = { node->x - BOX / 2.0, node->y - BOX_HEIGHT / 2.0, BOX, BOX_HEIGHT },
                                       .role = focus            ? "node focus"
                                               : node->guidance ? "node guidance"
                                                                : "node",
                                       .text = imsi_picture_string(p, text),
                                       .tip = imsi_picture_string(p, text),
                                       .reference = imsi_picture_string(p, &reference),
                                       .type = { 8.5, focus, IMSI_ALIGN_LEFT },
                                       .fill = focus            ? IMSI_INK_FOCUS
                                               : node->guidance ? IMSI_INK_PAPER
                                                                : tint_of(e, p, node),
                                       .line = node->guidance ? IMSI_INK_GUIDANCE : IMSI_INK_FRAME,
                                       .stroke = node->guidance ? IMSI_STROKE_DOTTED : IMSI_STROKE_SOLID });
  imsi_picture_edition(p, ims_node_edition(e->model, node->node));
  imsi_strbuf_free(&reference);
}

/* ---- lines ---- */

static void tip_edge(const imsi_ego *e, const imsi_ego_edge *edge, imsi_strbuf *text)
{
  imsi_name_reference(e->model, node_at(e, edge->from)->node, text);
  imsi_strbuf_text(text, " ");
  imsi_strbuf_text(text, edge->kind == IMSI_EGO_PAIR   ? ims_relation_symbol(edge->relation)
                         : edge->kind == IMSI_EGO_PART ? "has as a part"
                                                       : "and guidance:");
  imsi_strbuf_text(text, " ");
  imsi_name_reference(e->model, node_at(e, edge->to)->node, text);
  if (edge->count > 1) {
    imsi_strbuf_text(text, ": ");
    imsi_strbuf_number(text, edge->count);
    imsi_strbuf_text(text, " pairs");
  }
}

static bool ends_alone(const imsi_ego *e, const imsi_ego_edge *edge)
{
  size_t count = 0;
  for (size_t i = 0; i < e->edges.count; i++)
    count += IMSI_AT(imsi_ego_edge, &e->edges, i).to == edge->to;
  return count == 1;
}

/* The symbol stands before the farther box, where no other line ends. */
static void place_symbol(const imsi_ego *e, ims_picture *p, const imsi_ego_edge *edge, const imsi_edge_look *look)
{
  const imsi_ego_node *to = node_at(e, edge->to);
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, edge->count > 1 ? "" : ims_relation_symbol(edge->relation));
  if (edge->count > 1)
    imsi_strbuf_number(text, edge->count);
  imsi_picture_text(p, (imsi_area){ to->x - BOX / 2.0 - 24, to->y - 15, 22, 13 },
                    (imsi_type){ 9, true, IMSI_ALIGN_RIGHT }, look->ink, imsi_picture_string(p, text));
}

static void place_edge(const imsi_ego *e, ims_picture *p, const imsi_ego_edge *edge, const char *curve)
{
  const imsi_edge_look *look = imsi_ego_look(edge);
  imsi_strbuf *tip = imsi_picture_words(p);
  tip_edge(e, edge, tip);
  imsi_picture_line(p, &(imsi_line){ .from = node_at(e, edge->from)->box,
                                     .to = node_at(e, edge->to)->box,
                                     .curve = curve,
                                     .look = look,
                                     .tip = imsi_picture_string(p, tip) });
  imsi_picture_explain(p, look);
  if (edge->kind == IMSI_EGO_PAIR && ends_alone(e, edge))
    place_symbol(e, p, edge, look);
}

/* Graphviz tells edges node by node, and those between the same two in the order in which they were made. */
static void place_edges(const imsi_ego *e, ims_picture *p, const char *plain, bool *done)
{
  imsi_strbuf curve = { 0 };
  for (const char *line = plain; *line && !p->status; line = next_line(line)) {
    if (strncmp(line, "edge ", 5) != 0)
      continue;
    const char *at = line + 5;
    const size_t from = take_index(&at), to = take_index(&at);
    take_curve(&at, &curve);
    p->status = p->status ? p->status : curve.status;
    for (size_t i = 0; i < e->edges.count && !p->status; i++) {
      const imsi_ego_edge *edge = &IMSI_AT(imsi_ego_edge, &e->edges, i);
      if (done[i] || edge->from != from || edge->to != to)
        continue;
      done[i] = true;
      place_edge(e, p, edge, imsi_picture_string(p, &curve));
      break;
    }
  }
  imsi_strbuf_free(&curve);
}

static ims_status place_all(imsi_ego *e, ims_picture *p, const char *plain)
{
  bool *done = calloc(e->edges.count + 1, sizeof *done);
  if (!done)
    return IMS_NOMEM;
  take_places(e, plain);
  for (size_t i = 0; i < e->nodes.count && !p->status; i++)
    place_node(e, p, node_at(e, i));
  place_edges(e, p, plain, done);
  imsi_picture_explain_box(p, IMSI_INK_FOCUS, IMSI_INK_FRAME, "what was asked about");
  free(done);
  return p->status;
}

ims_status imsi_ego_place(imsi_ego *e, ims_picture *p, imsi_reporter *reporter)
{
  Agraph_t *graph = bare_graph(e);
  if (!graph)
    return IMS_NOMEM;
  imsi_strbuf plain = { 0 };
  ims_status status = imsi_render(graph, "dot", "plain", p->options->milliseconds, reporter, &plain);
  agclose(graph);
  p->late = status == IMS_LIMIT;
  if (!status)
    status = place_all(e, p, imsi_picture_string(p, &plain));
  imsi_strbuf_free(&plain);
  return status;
}
