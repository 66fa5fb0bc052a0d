#include "report/common.h"

#include <string.h>

const char *imsi_request_value(const ims_request *request, const char *name, size_t nth)
{
  for (size_t i = 0; i < request->argument_count; i++)
    if (strcmp(request->arguments[i].name, name) == 0 && nth-- == 0)
      return request->arguments[i].value;
  return NULL;
}

bool imsi_request_has(const ims_request *request, const char *name)
{
  for (size_t i = 0; i < request->argument_count; i++)
    if (strcmp(request->arguments[i].name, name) == 0)
      return true;
  return false;
}

void imsi_name_title(const ims_model *model, ims_node clause, imsi_strbuf *text)
{
  const char *title = ims_node_get(model, clause).text;
  if (*title) {
    imsi_strbuf_text(text, title);
    return;
  }
  while (clause.index != IMS_NO_NODE && !*(title = ims_node_get(model, clause).text))
    clause = ims_node_parent(model, clause);
  imsi_strbuf_text(text, "(");
  imsi_strbuf_text(text, *title ? title : "untitled");
  imsi_strbuf_text(text, ")");
}

void imsi_name_reservation(const ims_model *model, ims_node node, imsi_strbuf *text)
{
  const ims_unconfirmed unconfirmed = ims_node_get(model, node).unconfirmed;
  if (!unconfirmed)
    return;
  imsi_strbuf_text(text, " [");
  imsi_strbuf_text(text, ims_unconfirmed_name(unconfirmed));
  imsi_strbuf_text(text, " unconfirmed]");
}

void imsi_name_label(const ims_model *model, ims_node node, imsi_strbuf *text)
{
  if (ims_node_kind_of(model, node) == IMS_CLAUSE)
    imsi_name_title(model, node, text);
  else
    imsi_strbuf_text(text, ims_node_get(model, node).text);
  imsi_name_reservation(model, node, text);
}

void imsi_name_reference(const ims_model *model, ims_node node, imsi_strbuf *text)
{
  imsi_strbuf_text(text, ims_node_edition(model, node)->id);
  imsi_strbuf_text(text, "/");
  imsi_strbuf_text(text, ims_node_name(model, node));
}

void imsi_name_place(ims_pos pos, imsi_strbuf *text)
{
  imsi_strbuf_text(text, pos.file);
  imsi_strbuf_text(text, ":");
  imsi_strbuf_number(text, pos.line);
}

void imsi_name_edition(const ims_edition *edition, imsi_strbuf *text)
{
  imsi_strbuf_text(text, edition->name);
  if (*edition->title) {
    imsi_strbuf_text(text, ", ");
    imsi_strbuf_text(text, edition->title);
  }
  if (edition->provisional)
    imsi_strbuf_text(text, " (data provisional)");
  if (edition->status && edition->status != IMS_EDITION_CURRENT) {
    imsi_strbuf_text(text, " (");
    imsi_strbuf_text(text, ims_edition_status_name(edition->status));
    imsi_strbuf_text(text, ")");
  }
}

void imsi_name_share(int thousandths, imsi_strbuf *text)
{
  char digits[5] = { (char)('0' + thousandths / 1000), '.', (char)('0' + thousandths / 100 % 10),
                     (char)('0' + thousandths / 10 % 10), (char)('0' + thousandths % 10) };
  size_t size = sizeof digits;
  while (size > 1 && digits[size - 1] == '0')
    size--;
  imsi_strbuf_bytes(text, digits, size > 1 && digits[size - 1] == '.' ? size - 1 : size);
}
