#include "model/freeze.h"

#include <string.h>

const char *imsi_freeze_text(const imsi_builder *builder, imsi_symbol symbol)
{
  return imsi_intern_text(&builder->model->strings, symbol);
}

imsi_raw_edition *imsi_freeze_edition_at(const imsi_builder *builder, uint32_t index)
{
  return &IMSI_AT(imsi_raw_edition, &builder->units[IMSI_UNIT_EDITION], index);
}

imsi_raw_mapping *imsi_freeze_mapping_at(const imsi_builder *builder, uint32_t index)
{
  return &IMSI_AT(imsi_raw_mapping, &builder->units[IMSI_UNIT_MAPPING], index);
}

uint32_t imsi_freeze_raw_edition(const imsi_builder *builder, const ims_edition *edition)
{
  return IMSI_AT(uint32_t, &builder->edition_raw, edition->index);
}

const ims_edition *imsi_freeze_edition(const imsi_builder *builder, imsi_symbol id)
{
  const char *text = imsi_freeze_text(builder, id);
  return ims_edition_find(builder->model, text, strlen(text));
}

uint32_t imsi_freeze_find(const ims_model *model, uint32_t raw_edition, imsi_symbol name)
{
  if (name >= model->by_name.count)
    return IMS_NO_NODE;
  uint32_t node = IMSI_AT(uint32_t, &model->by_name, name);
  while (node != IMS_NO_NODE && IMSI_AT(imsi_raw_node, &model->nodes, node).edition != raw_edition)
    node = IMSI_AT(imsi_raw_node, &model->nodes, node).twin;
  return node;
}

enum { EDITIONS_NAMED = 3 };

/* "; it is in 27001:2013": some editions that have the name, or nothing. */
static void where_else(const imsi_builder *builder, imsi_symbol name, imsi_strbuf *text)
{
  const ims_model *model = builder->model;
  uint32_t node = name < model->by_name.count ? IMSI_AT(uint32_t, &model->by_name, name) : IMS_NO_NODE;
  for (int named = 0; node != IMS_NO_NODE && named < EDITIONS_NAMED;) {
    const ims_edition *edition = ims_node_edition(model, (ims_node){ node });
    if (edition) {
      imsi_strbuf_text(text, named++ ? ", " : "; it is in ");
      imsi_strbuf_text(text, edition->id);
    }
    node = IMSI_AT(imsi_raw_node, &model->nodes, node).twin;
  }
}

void imsi_freeze_unknown(imsi_builder *builder, imsi_place place, const char *what, const ims_edition *edition,
                         imsi_symbol name)
{
  imsi_strbuf reference = { 0 }, elsewhere = { 0 };
  if (imsi_reporter_full(builder->reporter))
    return; /* nobody would see it */
  imsi_strbuf_text(&reference, edition->id);
  imsi_strbuf_text(&reference, "/");
  imsi_strbuf_text(&reference, imsi_freeze_text(builder, name));
  where_else(builder, name, &elsewhere);
  const char *thing = strchr(imsi_freeze_text(builder, name), '#') ? "provision" : "clause";
  imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, imsi_builder_pos(builder, place), what, thing,
              imsi_strbuf_string(&reference), imsi_strbuf_string(&elsewhere));
  imsi_strbuf_free(&reference);
  imsi_strbuf_free(&elsewhere);
}

uint32_t imsi_freeze_link(imsi_builder *builder, const imsi_raw_link *link, const char *what)
{
  const ims_edition *edition = imsi_freeze_edition(builder, link->edition);
  if (!edition) {
    imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, imsi_builder_pos(builder, link->place), what, "edition",
                imsi_freeze_text(builder, link->edition), NULL);
    return IMS_NO_NODE;
  }
  const uint32_t node = imsi_freeze_find(builder->model, imsi_freeze_raw_edition(builder, edition), link->name);
  if (node == IMS_NO_NODE)
    imsi_freeze_unknown(builder, link->place, what, edition, link->name);
  return node;
}

void imsi_freeze_check_basis(imsi_builder *builder, imsi_place place, imsi_symbol basis)
{
  if (!basis || basis == builder->known_basis)
    return;
  const imsi_vec *bases = &builder->units[IMSI_UNIT_BASIS];
  for (size_t i = 0; i < bases->count; i++)
    if (IMSI_AT(imsi_raw_basis, bases, i).unit.id == basis) {
      builder->known_basis = basis; /* rows of one author come in a row */
      return;
    }
  imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, imsi_builder_pos(builder, place), "basis", "basis",
              imsi_freeze_text(builder, basis), NULL);
}
