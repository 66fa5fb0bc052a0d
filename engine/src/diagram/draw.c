/* From a question to the bytes of a picture. */

#define _POSIX_C_SOURCE 200809L /* open_memstream */

#include "base/json_head.h"
#include "base/try.h"
#include "diagram/common.h"
#include "diagram/registry.h"
#include "diagram/render_internal.h"
#include "diagram/svg_internal.h"
#include "model/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is being drawn, over all attempts. */
typedef struct drawing {
  const ims_model *model;
  const ims_diagram *diagram;
  const ims_request *request;
  ims_diagram_options options;
  imsi_reporter *reporter;
  imsi_strbuf bytes;
  bool late;
} drawing;

/* ---- a picture ---- */

static ims_status begin(const drawing *d, size_t max_nodes, ims_picture *p)
{
  *p = (ims_picture){ .diagram = d->diagram,
                      .options = &d->options,
                      .date = d->request->today,
                      .max_nodes = max_nodes,
                      .dark = d->options.theme == IMS_THEME_DARK,
                      .editions = IMSI_VEC(const ims_edition *),
                      .notes = IMSI_VEC(char *),
                      .legend = IMSI_VEC(imsi_sample) };
  char name[] = "imsmap";
  p->graph = agopen(name, Agundirected, NULL);
  if (!p->graph)
    return IMS_NOMEM;
  imsi_picture_declare(p->graph, p->dark);
  return IMS_OK;
}

static void end(ims_picture *p)
{
  if (p->graph)
    agclose(p->graph);
  for (size_t i = 0; i < p->notes.count; i++)
    free(IMSI_AT(char *, &p->notes, i));
  for (size_t i = 0; i < p->legend.count; i++)
    free(IMSI_AT(imsi_sample, &p->legend, i).text);
  imsi_vec_free(&p->editions);
  imsi_vec_free(&p->notes);
  imsi_vec_free(&p->legend);
  imsi_strbuf_free(&p->title);
  imsi_strbuf_free(&p->description);
  imsi_strbuf_free(&p->text);
  imsi_strbuf_free(&p->label);
}

/* ---- bytes ---- */

/* DOT is written here: it needs nothing but the graph. */
static ims_status write_dot(ims_picture *p, imsi_strbuf *bytes)
{
  char *data = NULL;
  size_t size = 0;
  FILE *stream = open_memstream(&data, &size);
  if (!stream)
    return IMS_NOMEM;
  const bool written = agwrite(p->graph, stream) == 0;
  const bool whole = fclose(stream) == 0 && written;
  imsi_strbuf_clear(bytes);
  if (whole)
    imsi_strbuf_bytes(bytes, data, size);
  free(data);
  return whole ? bytes->status : IMS_NOMEM;
}

static ims_status finish_svg(const drawing *d, const ims_picture *p, imsi_strbuf *bytes)
{
  const imsi_svg svg = { imsi_strbuf_string(&p->title), imsi_strbuf_string(&p->description),
                         d->options.theme == IMS_THEME_AUTO };
  imsi_strbuf done = { 0 };
  ims_status status = imsi_svg_finish(imsi_strbuf_string(bytes), &svg, &done);
  if (status == IMS_INVALID) {
    imsi_report(d->reporter, IMS_DIAG_DRAWING_FAILED, (ims_pos){ 0 }, "it gave no picture", NULL, NULL, NULL);
    status = IMS_IO;
  }
  imsi_strbuf_free(bytes);
  *bytes = done;
  return status;
}

/* Graphviz writes one object, which gets a first member. */
static ims_status finish_json(imsi_strbuf *bytes)
{
  const char *rest = imsi_strbuf_string(bytes);
  rest += *rest == '{';
  imsi_strbuf done = { 0 };
  imsi_strbuf_text(&done, "{\n  ");
  imsi_strbuf_text(&done, imsi_json_diagram);
  imsi_strbuf_text(&done, ",");
  imsi_strbuf_text(&done, rest);
  imsi_strbuf_free(bytes);
  *bytes = done;
  return done.status;
}

/* What SVG has in elements of its own, the graph has as an attribute. */
static void tell_graph(ims_picture *p, const ims_image *image)
{
  if (strcmp(image->name, "dot") == 0 || strcmp(image->name, "json") == 0)
    imsi_picture_set(p->graph, "comment", imsi_strbuf_string(&p->description));
  if (strcmp(image->name, "png") == 0)
    imsi_picture_set(p->graph, "dpi", "144");
}

static ims_status render(drawing *d, ims_picture *p)
{
  const ims_image *image = d->options.image;
  tell_graph(p, image);
  if (strcmp(image->name, "dot") == 0)
    return write_dot(p, &d->bytes);
  const bool json = strcmp(image->name, "json") == 0;
  const char *format = json ? "json0" : image->name;
  IMS_TRY(imsi_render(p->graph, "nop2", format, d->options.milliseconds, d->reporter, &d->bytes));
  if (json)
    return finish_json(&d->bytes);
  return strcmp(image->name, "svg") == 0 ? finish_svg(d, p, &d->bytes) : IMS_OK;
}

/* ---- attempts ---- */

/* One picture of `*nodes` boxes at most. d->late tells that time was what was missing; `*nodes` gets how many it had.
 */
static ims_status attempt(drawing *d, size_t *nodes)
{
  ims_picture p;
  ims_status status = begin(d, *nodes, &p);
  d->late = false;
  if (!status)
    status = d->diagram->draw(d->model, d->request, d->reporter->sink, &p);
  d->late = p.late;
  if (!status) {
    imsi_picture_frame(&p);
    status = p.status;
  }
  if (!status) {
    status = render(d, &p);
    d->late = status == IMS_LIMIT;
    *nodes = p.nodes < *nodes ? p.nodes : *nodes;
  }
  end(&p);
  return status;
}

static void tell_late(const drawing *d, ims_diag_id id)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_number(&text, d->options.milliseconds);
  imsi_report(d->reporter, id, (ims_pos){ 0 }, imsi_strbuf_string(&text), NULL, NULL, NULL);
  imsi_strbuf_free(&text);
}

static ims_status draw(drawing *d)
{
  bool coarser = false;
  for (size_t nodes = d->options.max_nodes;; nodes /= 2, coarser = true) {
    const ims_status status = nodes ? attempt(d, &nodes) : IMS_LIMIT;
    if (status == IMS_OK && coarser)
      tell_late(d, IMS_DIAG_DRAWN_COARSER);
    if (status != IMS_LIMIT || !d->late) /* it is done, or what is wrong was said */
      return status;
    if (nodes <= 1) {
      tell_late(d, IMS_DIAG_NOT_DRAWN);
      return IMS_LIMIT;
    }
  }
}

/* ---- links ---- */

/* A relative address, or one of a page: what comes before the first of `/?#` holds no scheme, or a harmless one. */
static bool is_harmless(const char *links)
{
  static const char *const schemes[] = { "http:", "https:", "file:" };
  const size_t colon = strcspn(links, ":/?#");
  if (links[colon] != ':')
    return true;
  for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
    if (strlen(schemes[i]) == colon + 1 && strncmp(links, schemes[i], colon + 1) == 0)
      return true;
  return false;
}

ims_status ims_diagram_draw(const ims_model *model, const ims_diagram *diagram, const ims_request *request,
                            const ims_diagram_options *options, ims_diag_sink diags, ims_sink sink)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, diags);
  reporter.progress = *imsi_model_progress(model);
  drawing d = { .model = model, .diagram = diagram, .request = request, .reporter = &reporter };
  if (options)
    d.options = *options;
  d.options.image = d.options.image ? d.options.image : ims_image_find("svg");
  d.options.max_nodes = d.options.max_nodes ? d.options.max_nodes : diagram->max_nodes;
  d.options.milliseconds = d.options.milliseconds ? d.options.milliseconds : IMS_DIAGRAM_TIME;
  ims_status status = IMS_OK;
  if (d.options.links && !is_harmless(d.options.links))
    status = imsi_picture_bad(&reporter, "links go to relative addresses, or by http, https or file");
  if (!status)
    status = draw(&d);
  if (!status)
    status = sink.write(sink.context, imsi_strbuf_string(&d.bytes), d.bytes.size);
  imsi_strbuf_free(&d.bytes);
  imsi_reporter_free(&reporter);
  return status;
}
