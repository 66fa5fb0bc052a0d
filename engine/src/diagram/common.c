#include "diagram/common.h"

#include <math.h>
#include <string.h>

enum { PLAIN_SIZE = 9 };

static const char sheer[] = "a0"; /* after a colour: how much of it covers what is below */

/* ---- cgraph ---- */

/* cgraph takes what it never changes as if it did. */
static char *loose(const char *text)
{
  union {
    const char *in;
    char *out;
  } both = { text };
  return both.out;
}

void imsi_picture_set(void *object, const char *name, const char *value)
{
  agset(object, loose(name), loose(value));
}

typedef struct attribute {
  int kind;
  const char *name, *value;
} attribute;

void imsi_picture_declare(Agraph_t *graph, bool dark)
{
  const char *text = imsi_ink_name(IMSI_INK_TEXT, dark), *paper = imsi_ink_name(IMSI_INK_PAPER, dark);
  static const char font[] = "Helvetica";
  const attribute attributes[] = {
    { AGRAPH, "bgcolor", paper },
    { AGRAPH, "charset", "UTF-8" },
    { AGRAPH, "outputorder", "edgesfirst" },
    { AGRAPH, "comment", "" },
    { AGRAPH, "dpi", "" },
    { AGRAPH, "pad", "0.2" },
    { AGRAPH, "splines", "true" },
    { AGNODE, "class", "" },
    { AGNODE, "color", "transparent" },
    { AGNODE, "fillcolor", "transparent" },
    { AGNODE, "fixedsize", "true" },
    { AGNODE, "fontcolor", text },
    { AGNODE, "fontname", font },
    { AGNODE, "fontsize", "9" },
    { AGNODE, "height", "0.5" },
    { AGNODE, "label", "" },
    { AGNODE, "labelloc", "c" },
    { AGNODE, "margin", "0" },
    { AGNODE, "penwidth", "0.8" },
    { AGNODE, "pos", "" },
    { AGNODE, "shape", "none" },
    { AGNODE, "style", "" },
    { AGNODE, "tooltip", "" },
    { AGNODE, "URL", "" },
    { AGNODE, "width", "0.5" },
    { AGEDGE, "class", "" },
    { AGEDGE, "color", text },
    { AGEDGE, "penwidth", "1" },
    { AGEDGE, "pos", "" },
    { AGEDGE, "style", "solid" },
    { AGEDGE, "tooltip", "" },
  };
  for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
    agattr(graph, attributes[i].kind, loose(attributes[i].name), loose(attributes[i].value));
}

/* ---- numbers ---- */

void imsi_picture_number(double number, imsi_strbuf *text)
{
  const long long hundredths = llround(number * 100);
  const unsigned long long size = (unsigned long long)(hundredths < 0 ? -hundredths : hundredths);
  if (hundredths < 0)
    imsi_strbuf_text(text, "-");
  imsi_strbuf_number(text, size / 100);
  if (size % 100)
    imsi_strbuf_bytes(text, (const char[]){ '.', (char)('0' + size / 10 % 10), (char)('0' + size % 10) }, 3);
}

/* Graphviz counts upwards. */
static void append_point(double x, double y, imsi_strbuf *text)
{
  imsi_strbuf_text(text, text->size ? " " : "");
  imsi_picture_number(x, text);
  imsi_strbuf_text(text, ",");
  imsi_picture_number(-y, text);
}

static void set_number(ims_picture *p, void *object, const char *name, double number)
{
  imsi_strbuf_clear(&p->label);
  imsi_picture_number(number, &p->label);
  imsi_picture_set(object, name, imsi_picture_string(p, &p->label));
}

/* Inches, finer than points would come out: a box must meet its neighbour. */
static void set_size(ims_picture *p, void *object, const char *name, double points)
{
  const unsigned long long size = (unsigned long long)llround(points / 72 * 10000);
  imsi_strbuf_clear(&p->label);
  imsi_strbuf_number(&p->label, size / 10000);
  imsi_strbuf_text(&p->label, ".");
  for (unsigned long long place = 1000; place; place /= 10)
    imsi_strbuf_number(&p->label, size / place % 10);
  imsi_picture_set(object, name, imsi_picture_string(p, &p->label));
}

/* ---- boxes ---- */

imsi_strbuf *imsi_picture_words(ims_picture *p)
{
  imsi_strbuf_clear(&p->text);
  return &p->text;
}

const char *imsi_picture_string(ims_picture *p, const imsi_strbuf *text)
{
  if (text->status && !p->status)
    p->status = text->status;
  return imsi_strbuf_string(text);
}

static void stretch(ims_picture *p, const imsi_area *area)
{
  const bool first = !p->next;
  p->left = first || area->x < p->left ? area->x : p->left;
  p->top = first || area->y < p->top ? area->y : p->top;
  p->right = first || area->x + area->width > p->right ? area->x + area->width : p->right;
  p->bottom = first || area->y + area->height > p->bottom ? area->y + area->height : p->bottom;
}

static void set_label(ims_picture *p, Agnode_t *node, const imsi_box *box, const imsi_type *type)
{
  const double inside = box->area.width - (box->line || box->fill ? 9 : 0);
  const double lines = floor(box->area.height / imsi_text_leading(type->size) + 0.05);
  imsi_strbuf_clear(&p->label);
  imsi_text_label(box->text, inside, type, lines > 1 ? (size_t)lines : 1, &p->label);
  imsi_picture_set(node, "label", imsi_picture_string(p, &p->label));
  set_number(p, node, "fontsize", type->size);
  if (box->line && type->align != IMSI_ALIGN_CENTER)
    imsi_picture_set(node, "margin", "0.06,0"); /* away from the border */
  if (type->bold)
    imsi_picture_set(node, "fontname", "Helvetica-Bold");
}

static void set_link(ims_picture *p, Agnode_t *node, const char *reference)
{
  imsi_strbuf_clear(&p->label);
  imsi_text_tip(p->options->links, &p->label);
  imsi_text_address(reference, &p->label);
  imsi_picture_set(node, "URL", imsi_picture_string(p, &p->label));
}

static void set_tip(ims_picture *p, void *object, const char *text)
{
  if (p->options->still)
    return;
  imsi_strbuf_clear(&p->label);
  imsi_text_tip(text, &p->label);
  imsi_picture_set(object, "tooltip", imsi_picture_string(p, &p->label));
}

static const char *style_of(const imsi_box *box)
{
  static const char *const names[][3] = { { "filled", "filled,dashed", "filled,dotted" },
                                          { "striped", "striped,dashed", "striped,dotted" } };
  return names[box->pitch > 0][box->stroke];
}

/* Stripes begin and end with what they are drawn over. */
static void set_fill(ims_picture *p, Agnode_t *node, const imsi_box *box)
{
  const size_t stripes = box->pitch > 0 ? (size_t)(box->area.width / box->pitch) : 0;
  imsi_strbuf_clear(&p->label);
  imsi_strbuf_text(&p->label, imsi_ink_name(box->fill, p->dark));
  imsi_strbuf_text(&p->label, box->sheer ? sheer : "");
  for (size_t i = 0; i < stripes || (i == 0 && box->pitch > 0); i++) {
    imsi_strbuf_text(&p->label, ":");
    imsi_strbuf_text(&p->label, imsi_ink_name(box->stripe, p->dark));
    imsi_strbuf_text(&p->label, ":");
    imsi_strbuf_text(&p->label, imsi_ink_name(box->fill, p->dark));
  }
  imsi_picture_set(node, "fillcolor", imsi_picture_string(p, &p->label));
}

static void set_look(ims_picture *p, Agnode_t *node, const imsi_box *box)
{
  if (box->fill)
    set_fill(p, node, box);
  if (box->line) /* Graphviz gives each stripe a border, so that of the whole is drawn over them */
    imsi_picture_set(node, "color", imsi_ink_name(box->pitch > 0 ? box->fill : box->line, p->dark));
  if (box->ink)
    imsi_picture_set(node, "fontcolor", imsi_ink_name(box->ink, p->dark));
  if (box->fill || box->line) {
    imsi_picture_set(node, "shape", box->round ? "ellipse" : "box");
    imsi_picture_set(node, "style", style_of(box));
  }
  if (box->top)
    imsi_picture_set(node, "labelloc", "t");
  if (box->thickness > 0)
    set_number(p, node, "penwidth", box->thickness);
}

static Agnode_t *new_node(ims_picture *p)
{
  imsi_strbuf_clear(&p->label);
  imsi_strbuf_text(&p->label, "n");
  imsi_strbuf_number(&p->label, ++p->next);
  char *name = loose(imsi_picture_string(p, &p->label));
  if (p->status)
    return NULL;
  Agnode_t *node = agnode(p->graph, name, 1);
  if (!node)
    p->status = IMS_NOMEM;
  return node;
}

Agnode_t *imsi_picture_box(ims_picture *p, const imsi_box *box)
{
  const imsi_type type = { box->type.size > 0 ? box->type.size : PLAIN_SIZE, box->type.bold,
                           box->type.align ? box->type.align : IMSI_ALIGN_CENTER };
  stretch(p, &box->area);
  Agnode_t *node = new_node(p);
  if (!node)
    return NULL;
  p->nodes += strncmp(box->role, "text", 4) != 0;
  imsi_picture_set(node, "class", box->role);
  imsi_strbuf_clear(&p->label);
  append_point(box->area.x + box->area.width / 2, box->area.y + box->area.height / 2, &p->label);
  imsi_picture_set(node, "pos", imsi_picture_string(p, &p->label));
  set_size(p, node, "width", box->area.width);
  set_size(p, node, "height", box->area.height);
  set_look(p, node, box);
  if (box->text)
    set_label(p, node, box, &type);
  if (box->tip)
    set_tip(p, node, box->tip);
  if (box->reference && p->options->links)
    set_link(p, node, box->reference);
  if (box->pitch > 0 && box->line)
    imsi_picture_box(p, &(imsi_box){ .area = box->area,
                                     .role = "text border",
                                     .line = box->line,
                                     .stroke = box->stroke,
                                     .thickness = box->thickness });
  return node;
}

void imsi_picture_text(ims_picture *p, imsi_area area, imsi_type type, imsi_ink ink, const char *text)
{
  imsi_picture_box(p, &(imsi_box){ .area = area, .role = "text", .text = text, .type = type, .ink = ink });
}

size_t imsi_picture_lines(ims_picture *p, const char *text, double width, imsi_type type, size_t most)
{
  imsi_strbuf_clear(&p->label);
  const size_t lines = imsi_text_label(text, width, &type, most, &p->label);
  imsi_picture_string(p, &p->label);
  return lines;
}

/* ---- lines ---- */

static void set_curve(ims_picture *p, Agedge_t *edge, const imsi_line *line)
{
  const double half_x = (line->x1 + line->x2) / 2, half_y = (line->y1 + line->y2) / 2;
  imsi_strbuf_clear(&p->label);
  append_point(line->x1, line->y1, &p->label);
  append_point(line->upright ? line->x1 : half_x, line->upright ? half_y : line->y1, &p->label);
  append_point(line->upright ? line->x2 : half_x, line->upright ? half_y : line->y2, &p->label);
  append_point(line->x2, line->y2, &p->label);
  imsi_picture_set(edge, "pos", imsi_picture_string(p, &p->label));
}

void imsi_picture_line(ims_picture *p, const imsi_line *line)
{
  static const char *const strokes[] = { "solid", "dashed", "dotted" };
  if (p->status)
    return;
  Agedge_t *edge = agedge(p->graph, line->from, line->to, NULL, 1);
  if (!edge) {
    p->status = IMS_NOMEM;
    return;
  }
  imsi_strbuf_clear(&p->label);
  imsi_strbuf_text(&p->label, line->look->role);
  imsi_strbuf_text(&p->label, line->role ? " " : "");
  imsi_strbuf_text(&p->label, line->role ? line->role : "");
  imsi_picture_set(edge, "class", imsi_picture_string(p, &p->label));
  imsi_strbuf_clear(&p->label);
  imsi_strbuf_text(&p->label, imsi_ink_name(line->ink ? line->ink : line->look->ink, p->dark));
  imsi_strbuf_text(&p->label, line->sheer ? sheer : "");
  imsi_picture_set(edge, "color", imsi_picture_string(p, &p->label));
  imsi_picture_set(edge, "style", strokes[line->look->stroke]);
  set_number(p, edge, "penwidth", line->thickness > 0 ? line->thickness : line->look->thickness);
  if (line->curve)
    imsi_picture_set(edge, "pos", line->curve);
  else
    set_curve(p, edge, line);
  if (line->tip)
    set_tip(p, edge, line->tip);
}
