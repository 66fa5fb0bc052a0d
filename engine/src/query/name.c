#include "query/name.h"

#include "base/cell.h"

#include <string.h>

void imsi_name_chain(const ims_model *model, const imsi_step *steps, size_t count, imsi_strbuf *text)
{
  if (count)
    imsi_name_reference(model, steps->from, text);
  for (size_t i = 0; i < count; i++) {
    imsi_strbuf_text(text, " ");
    imsi_strbuf_text(text, ims_relation_symbol(steps[i].relation));
    imsi_strbuf_text(text, steps[i].kind == IMSI_STEP_WHOLE ? " (all parts) " : " ");
    imsi_name_reference(model, steps[i].to, text);
  }
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
  const ims_node_info info = ims_node_get(model, node);
  if (info.kind == IMS_CLAUSE) {
    imsi_name_title(model, node, text);
  } else {
    imsi_strbuf_text(text, info.label);
    imsi_strbuf_text(text, *info.label ? ": " : "");
    imsi_strbuf_text(text, info.text);
  }
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
  if (pos.sheet)
    imsi_cell_name(pos, text);
  else
    imsi_strbuf_number(text, pos.line);
}

static void name_limits(const ims_edition *edition, imsi_strbuf *text)
{
  if (edition->provisional)
    imsi_strbuf_text(text, " (data provisional)");
  if (edition->status && edition->status != IMS_EDITION_CURRENT) {
    imsi_strbuf_text(text, " (");
    imsi_strbuf_text(text, ims_edition_status_name(edition->status));
    imsi_strbuf_text(text, ")");
  }
}

void imsi_name_edition_short(const ims_edition *edition, imsi_strbuf *text)
{
  imsi_strbuf_text(text, edition->name);
  name_limits(edition, text);
}

void imsi_name_edition(const ims_edition *edition, imsi_strbuf *text)
{
  imsi_strbuf_text(text, edition->name);
  if (*edition->title) {
    imsi_strbuf_text(text, ", ");
    imsi_strbuf_text(text, edition->title);
  }
  name_limits(edition, text);
}

void imsi_name_among(const ims_edition *const *editions, size_t count, size_t index, imsi_strbuf *text)
{
  const char *id = editions[index]->id;
  const size_t size = strcspn(id, ":");
  bool alone = true;
  for (size_t i = 0; i < count; i++)
    alone &= i == index || strcspn(editions[i]->id, ":") != size || memcmp(editions[i]->id, id, size) != 0;
  imsi_strbuf_bytes(text, id, alone ? size : strlen(id));
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
