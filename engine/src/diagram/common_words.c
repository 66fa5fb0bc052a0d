/* What a picture tells in words, and how things are named in it. */

#include "diagram/common.h"

#include <stdlib.h>
#include <string.h>

void imsi_picture_title(ims_picture *p, const char *text)
{
  imsi_strbuf_clear(&p->title);
  imsi_text_plain(text, &p->title);
  imsi_picture_string(p, &p->title);
}

void imsi_picture_describe(ims_picture *p, const char *text)
{
  imsi_strbuf_text(&p->description, p->description.size ? " " : "");
  imsi_text_plain(text, &p->description);
  imsi_picture_string(p, &p->description);
}

static void push(ims_picture *p, imsi_vec *vec, const void *element)
{
  if (!p->status)
    p->status = imsi_vec_push(vec, element);
}

void imsi_picture_edition(ims_picture *p, const ims_edition *edition)
{
  for (size_t i = 0; i < p->editions.count; i++)
    if (IMSI_AT(const ims_edition *, &p->editions, i) == edition)
      return;
  push(p, &p->editions, &edition);
}

/* NULL, remembered, if there is no memory. */
static char *copy_of(ims_picture *p, const char *text)
{
  const size_t size = strlen(text) + 1;
  char *copy = malloc(size);
  if (copy)
    memcpy(copy, text, size);
  else if (!p->status)
    p->status = IMS_NOMEM;
  return copy;
}

void imsi_picture_note(ims_picture *p, const char *text)
{
  char *copy = copy_of(p, text);
  const size_t before = p->notes.count;
  push(p, &p->notes, &copy);
  if (p->notes.count == before)
    free(copy);
}

static void explain(ims_picture *p, const imsi_edge_look *look, const imsi_box_look *box, const char *text)
{
  for (size_t i = 0; i < p->legend.count; i++)
    if (strcmp(IMSI_AT(imsi_sample, &p->legend, i).text, text) == 0)
      return;
  const imsi_sample sample = { look, box ? *box : (imsi_box_look){ 0 }, copy_of(p, text), p->legend.count };
  const size_t before = p->legend.count;
  push(p, &p->legend, &sample);
  if (p->legend.count == before)
    free(sample.text);
}

void imsi_picture_explain(ims_picture *p, const imsi_edge_look *look)
{
  explain(p, look, NULL, look->text);
}

void imsi_picture_explain_box(ims_picture *p, imsi_ink fill, imsi_ink line, const char *text)
{
  explain(p, NULL, &(imsi_box_look){ .fill = fill, .line = line }, text);
}

void imsi_picture_explain_look(ims_picture *p, const imsi_box_look *look)
{
  explain(p, NULL, look, look->text);
}

void imsi_picture_share(size_t part, size_t whole, imsi_strbuf *text)
{
  imsi_strbuf_number(text, part);
  imsi_strbuf_text(text, " of ");
  imsi_strbuf_number(text, whole);
  imsi_strbuf_text(text, " (");
  imsi_strbuf_number(text, (part * 200 + whole) / (whole * 2)); /* rounded */
  imsi_strbuf_text(text, " %)");
}

/* ---- what is wrong ---- */

ims_status imsi_picture_too_many(const ims_picture *p, size_t needed, imsi_reporter *reporter)
{
  imsi_strbuf a = { 0 }, b = { 0 };
  imsi_strbuf_number(&a, needed);
  imsi_strbuf_number(&b, p->max_nodes);
  imsi_report(reporter, IMS_DIAG_TOO_MANY_NODES, (ims_pos){ 0 }, imsi_strbuf_string(&a), imsi_strbuf_string(&b), NULL,
              NULL);
  imsi_strbuf_free(&a);
  imsi_strbuf_free(&b);
  return IMS_LIMIT;
}

ims_status imsi_picture_bad(imsi_reporter *reporter, const char *text)
{
  imsi_report(reporter, IMS_DIAG_BAD_OPTION, (ims_pos){ 0 }, text, NULL, NULL, NULL);
  return IMS_INVALID;
}

ims_status imsi_picture_check(const ims_picture *p, const ims_request *request, imsi_reporter *reporter)
{
  for (size_t i = 0; i < p->diagram->param_count; i++) {
    const ims_param *param = &p->diagram->params[i];
    if (!param->required || imsi_request_value(request, param->name, 0))
      continue;
    imsi_report(reporter, IMS_DIAG_MISSING_ARGUMENT, (ims_pos){ 0 }, p->diagram->name, param->summary, NULL, NULL);
    return IMS_INVALID;
  }
  if (p->diagram->register_use != IMS_REGISTER_REQUIRED || request->evidence)
    return IMS_OK;
  imsi_report(reporter, IMS_DIAG_MISSING_ARGUMENT, (ims_pos){ 0 }, p->diagram->name,
              "a register of what the organization has", NULL, NULL);
  return IMS_INVALID;
}

ims_node imsi_picture_chapter(const ims_model *model, ims_node clause)
{
  for (ims_node parent; (parent = ims_node_parent(model, clause)).index != IMS_NO_NODE;)
    clause = parent;
  return clause;
}

/* "Internal audit: " before the "General" of 9.2.1: longer titles, and those right below a chapter, say enough alone.
 */
static void name_above(const ims_model *model, ims_node clause, imsi_strbuf *text)
{
  const ims_node above = ims_node_parent(model, clause);
  if (above.index == IMS_NO_NODE || ims_node_parent(model, above).index == IMS_NO_NODE ||
      strchr(ims_node_get(model, clause).text, ' '))
    return;
  imsi_name_title(model, above, text);
  imsi_strbuf_text(text, ": ");
}

void imsi_picture_name_clause(const ims_model *model, ims_node clause, imsi_strbuf *text)
{
  imsi_strbuf_text(text, ims_node_name(model, clause));
  imsi_strbuf_text(text, " ");
  if (*ims_node_get(model, clause).text)
    name_above(model, clause, text);
  imsi_name_title(model, clause, text);
}

ims_status imsi_picture_add_edition(const ims_edition **editions, size_t most, const ims_edition *edition,
                                    size_t *count, imsi_reporter *reporter)
{
  for (size_t i = 0; i < *count; i++)
    if (editions[i] == edition) {
      imsi_report(reporter, IMS_DIAG_SAME_EDITION, (ims_pos){ 0 }, edition->id, NULL, NULL, NULL);
      return IMS_INVALID;
    }
  if (*count == most) {
    imsi_strbuf text = { 0 };
    imsi_strbuf_text(&text, "too many standards for this picture: ");
    imsi_strbuf_number(&text, most);
    imsi_strbuf_text(&text, " at most");
    const ims_status status = text.status ? text.status : imsi_picture_bad(reporter, imsi_strbuf_string(&text));
    imsi_strbuf_free(&text);
    return status;
  }
  editions[(*count)++] = edition;
  return IMS_OK;
}

ims_status imsi_picture_answer(ims_status (*answer)(const ims_model *model, const ims_request *request,
                                                    imsi_reporter *reporter, ims_picture *picture),
                               const ims_model *model, const ims_request *request, ims_diag_sink sink,
                               ims_picture *picture)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  const ims_status status = answer(model, request, &reporter, picture);
  imsi_reporter_free(&reporter);
  return status ? status : picture->status;
}
