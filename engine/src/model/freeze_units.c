#include "base/natural.h"
#include "base/try.h"
#include "model/freeze.h"

#include <stdlib.h>
#include <string.h>

/* ---- of several units with one id, the one in the highest layer counts ---- */

typedef struct candidate {
  imsi_unit unit;
  uint32_t index;
} candidate;

static int compare_candidates(const void *a, const void *b)
{
  const candidate *x = a, *y = b;
  if (x->unit.id != y->unit.id)
    return x->unit.id < y->unit.id ? -1 : 1;
  if (x->unit.layer != y->unit.layer)
    return x->unit.layer > y->unit.layer ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

ims_status imsi_freeze_choose(imsi_builder *builder, imsi_unit_kind kind, const char *what, imsi_vec *chosen)
{
  const imsi_vec *units = &builder->units[kind];
  if (!units->count)
    return IMS_OK;
  candidate *sorted = calloc(units->count, sizeof *sorted);
  bool *counts = calloc(units->count, sizeof *counts);
  ims_status status = sorted && counts ? IMS_OK : IMS_NOMEM;
  if (status)
    goto done;
  for (size_t i = 0; i < units->count; i++) {
    memcpy(&sorted[i].unit, (const char *)units->data + i * units->size, sizeof sorted[i].unit);
    sorted[i].index = (uint32_t)i;
  }
  qsort(sorted, units->count, sizeof *sorted, compare_candidates);
  for (size_t i = 0, first = 0; i < units->count; i++) {
    if (i == 0 || sorted[i].unit.id != sorted[first].unit.id) {
      first = i;
      counts[sorted[i].index] = true;
    } else if (sorted[i].unit.layer == sorted[first].unit.layer) {
      const char *id = imsi_freeze_text(builder, sorted[i].unit.id);
      imsi_report(builder->reporter, IMS_DIAG_DUPLICATE, imsi_builder_pos(builder, sorted[i].unit.place), what, id,
                  NULL, NULL);
      imsi_report(builder->reporter, IMS_DIAG_FIRST_HERE, imsi_builder_pos(builder, sorted[first].unit.place), id, NULL,
                  NULL, NULL);
    }
  }
  for (uint32_t i = 0; !status && i < units->count; i++)
    if (counts[i])
      status = imsi_vec_push(chosen, &i);
done:
  free(sorted);
  free(counts);
  return status;
}

/* ---- editions ---- */

static int compare_editions(const void *a, const void *b)
{
  return imsi_natural_compare(((const ims_edition *)a)->id, ((const ims_edition *)b)->id);
}

static ims_edition finished_edition(const imsi_builder *builder, uint32_t index)
{
  const imsi_raw_edition *raw = imsi_freeze_edition_at(builder, index);
  return (ims_edition){
    .index = index, /* the builder's, until they are sorted */
    .id = imsi_freeze_text(builder, raw->unit.id),
    .name = imsi_freeze_text(builder, raw->name),
    .family = imsi_freeze_text(builder, raw->family),
    .title = imsi_freeze_text(builder, raw->title),
    .discipline = imsi_freeze_text(builder, raw->discipline),
    .published = imsi_freeze_text(builder, raw->published),
    .valid_until = imsi_freeze_text(builder, raw->valid_until),
    .replaces = imsi_freeze_text(builder, raw->replaces),
    .vocabulary = imsi_freeze_text(builder, raw->vocabulary),
    .prints = imsi_freeze_text(builder, raw->prints),
    .gist = imsi_freeze_text(builder, raw->unit.text),
    .basis = imsi_freeze_text(builder, raw->basis),
    .kind = raw->kind,
    .status = raw->status,
    .is_default = raw->is_default,
    .is_hub = raw->is_hub,
    .provisional = raw->provisional,
    .first = { raw->first },
    .count = raw->count,
    .pos = imsi_builder_pos(builder, raw->unit.place),
  };
}

static ims_status finish_editions(imsi_builder *builder, const imsi_vec *chosen)
{
  ims_model *model = builder->model;
  static const uint32_t replaced = IMS_NO_NODE;
  for (size_t i = 0; i < builder->units[IMSI_UNIT_EDITION].count; i++)
    IMS_TRY(imsi_vec_push(&model->edition_of, &replaced));
  for (size_t i = 0; i < chosen->count; i++) {
    const ims_edition edition = finished_edition(builder, IMSI_AT(uint32_t, chosen, i));
    IMS_TRY(imsi_vec_push(&model->editions, &edition));
  }
  if (chosen->count)
    qsort(model->editions.data, model->editions.count, sizeof(ims_edition), compare_editions);
  for (uint32_t i = 0; i < model->editions.count; i++) {
    ims_edition *edition = &IMSI_AT(ims_edition, &model->editions, i);
    IMSI_AT(uint32_t, &model->edition_of, edition->index) = i;
    IMS_TRY(imsi_vec_push(&builder->edition_raw, &edition->index));
    edition->index = i;
  }
  return IMS_OK;
}

/* The part of an edition's id before the year: what people type for short. */
static size_t short_size(const char *id)
{
  return strcspn(id, ":");
}

static void check_editions(imsi_builder *builder)
{
  const ims_edition *editions = builder->model->editions.data;
  const size_t count = builder->model->editions.count;
  const ims_edition *hub = NULL, *standard = NULL;
  for (size_t i = 0; i < count; i++) {
    const ims_edition *e = &editions[i];
    if (e->is_hub && hub)
      imsi_report(builder->reporter, IMS_DIAG_TWO_HUBS, e->pos, e->id, hub->id, NULL, NULL);
    if (e->is_hub)
      hub = e;
    /* natural order keeps editions of one standard together */
    if (standard &&
        (short_size(standard->id) != short_size(e->id) || memcmp(standard->id, e->id, short_size(e->id)) != 0))
      standard = NULL;
    if (e->is_default && standard)
      imsi_report(builder->reporter, IMS_DIAG_TWO_DEFAULTS, e->pos, e->id, standard->id, NULL, NULL);
    if (e->is_default)
      standard = e;
  }
}

/* ---- mappings ---- */

static const ims_edition *mapping_end(imsi_builder *builder, const imsi_raw_mapping *raw, const char *what,
                                      imsi_symbol id)
{
  const ims_edition *edition = imsi_freeze_edition(builder, id);
  if (!edition)
    imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, imsi_builder_pos(builder, raw->unit.place), what,
                "edition", imsi_freeze_text(builder, id), NULL);
  return edition;
}

static ims_status finish_mappings(imsi_builder *builder, const imsi_vec *chosen)
{
  ims_model *model = builder->model;
  static const uint32_t replaced = IMS_NO_NODE;
  for (size_t i = 0; i < builder->units[IMSI_UNIT_MAPPING].count; i++)
    IMS_TRY(imsi_vec_push(&model->mapping_of, &replaced));
  for (size_t i = 0; i < chosen->count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, chosen, i);
    const imsi_raw_mapping *raw = imsi_freeze_mapping_at(builder, index);
    imsi_freeze_check_basis(builder, raw->unit.place, raw->basis);
    const ims_edition *source = mapping_end(builder, raw, "source", raw->source);
    const ims_edition *target = mapping_end(builder, raw, "target", raw->target);
    if (!source || !target)
      continue;
    const uint32_t added = (uint32_t)model->mappings.count;
    IMS_TRY(
        imsi_vec_push(&model->mappings, &(ims_mapping){ added, imsi_freeze_text(builder, raw->unit.id), source, target,
                                                        raw->loose, imsi_builder_pos(builder, raw->unit.place) }));
    IMSI_AT(uint32_t, &model->mapping_of, index) = added;
  }
  return IMS_OK;
}

/* ---- what refers to them ---- */

static bool family_exists(const imsi_builder *builder, imsi_symbol id)
{
  const imsi_vec *families = &builder->units[IMSI_UNIT_FAMILY];
  for (size_t i = 0; i < families->count; i++)
    if (IMSI_AT(imsi_raw_family, families, i).unit.id == id)
      return true;
  return false;
}

static void check_references(imsi_builder *builder)
{
  const ims_model *model = builder->model;
  for (uint32_t i = 0; i < builder->units[IMSI_UNIT_EDITION].count; i++) {
    const imsi_raw_edition *raw = imsi_freeze_edition_at(builder, i);
    if (IMSI_AT(uint32_t, &model->edition_of, i) == IMS_NO_NODE)
      continue;
    const ims_pos pos = imsi_builder_pos(builder, raw->unit.place);
    if (raw->family && !family_exists(builder, raw->family))
      imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, pos, "edition", "family",
                  imsi_freeze_text(builder, raw->family), NULL);
    const imsi_symbol editions[] = { raw->replaces, raw->vocabulary };
    for (size_t k = 0; k < sizeof editions / sizeof *editions; k++)
      if (editions[k] && !imsi_freeze_edition(builder, editions[k]))
        imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, pos, "edition", "edition",
                    imsi_freeze_text(builder, editions[k]), NULL);
    imsi_freeze_check_basis(builder, raw->unit.place, raw->basis);
  }
  const imsi_raw_node *nodes = model->nodes.data;
  for (size_t i = 0; i < builder->nodes_with_basis.count; i++) {
    const imsi_raw_node *node = &nodes[IMSI_AT(uint32_t, &builder->nodes_with_basis, i)];
    imsi_freeze_check_basis(builder, node->place, node->basis);
  }
}

ims_status imsi_freeze_units(imsi_builder *builder)
{
  imsi_vec editions = IMSI_VEC(uint32_t), mappings = IMSI_VEC(uint32_t);
  ims_status status = imsi_freeze_choose(builder, IMSI_UNIT_EDITION, "edition", &editions);
  if (!status)
    status = finish_editions(builder, &editions);
  if (!status)
    status = imsi_freeze_choose(builder, IMSI_UNIT_MAPPING, "mapping-set", &mappings);
  if (!status)
    status = finish_mappings(builder, &mappings);
  imsi_vec_free(&editions);
  imsi_vec_free(&mappings);
  IMS_TRY(status);
  check_editions(builder);
  check_references(builder);
  return IMS_OK;
}
