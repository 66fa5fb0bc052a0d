#include "model/freeze.h"

#include "base/try.h"

#include <stdlib.h>
#include <string.h>

static bool edition_counts(const ims_model *model, uint32_t raw_edition)
{
  return IMSI_AT(uint32_t, &model->edition_of, raw_edition) != IMS_NO_NODE;
}

static bool node_counts(const ims_model *model, uint32_t node)
{
  return edition_counts(model, IMSI_AT(imsi_raw_node, &model->nodes, node).edition);
}

static ims_status finish_notes(imsi_builder *builder)
{
  ims_model *model = builder->model;
  for (size_t i = 0; i < builder->edition_notes.count; i++) {
    const imsi_raw_note *raw = &IMSI_AT(imsi_raw_note, &builder->edition_notes, i);
    const ims_text text = { imsi_freeze_text(builder, raw->text), imsi_builder_pos(builder, raw->place) };
    IMS_TRY(imsi_vec_push(&model->edition_notes, &text));
    IMS_TRY(imsi_vec_push(&model->edition_note_owners, &raw->owner));
  }
  for (size_t i = 0; i < builder->node_notes.count; i++) {
    const imsi_raw_note *raw = &IMSI_AT(imsi_raw_note, &builder->node_notes, i);
    const ims_text text = { imsi_freeze_text(builder, raw->text), imsi_builder_pos(builder, raw->place) };
    IMS_TRY(imsi_vec_push(&model->node_notes, &text));
    IMS_TRY(imsi_vec_push(&model->node_note_owners, &raw->owner));
  }
  return IMS_OK;
}

static ims_status finish_amendments(imsi_builder *builder)
{
  ims_model *model = builder->model;
  for (size_t i = 0; i < builder->amendments.count; i++) {
    const imsi_raw_amendment *raw = &IMSI_AT(imsi_raw_amendment, &builder->amendments, i);
    if (edition_counts(model, raw->edition))
      imsi_freeze_check_basis(builder, raw->place, raw->basis);
    IMS_TRY(
        imsi_vec_push(&model->amendments,
                      &(ims_amendment){ imsi_freeze_text(builder, raw->id), imsi_freeze_text(builder, raw->published),
                                        imsi_freeze_text(builder, raw->basis), imsi_freeze_text(builder, raw->note),
                                        imsi_builder_pos(builder, raw->place) }));
    IMS_TRY(imsi_vec_push(&model->amendment_owners, &raw->edition));
  }
  return IMS_OK;
}

static ims_status finish_duties(imsi_builder *builder)
{
  ims_model *model = builder->model;
  for (size_t i = 0; i < builder->duties.count; i++) {
    const imsi_raw_duty *raw = &IMSI_AT(imsi_raw_duty, &builder->duties, i);
    if (node_counts(model, raw->node))
      imsi_freeze_check_basis(builder, raw->place, raw->basis);
    IMS_TRY(imsi_vec_push(&model->duties, &(ims_duty){ .provision = { raw->node },
                                                       .item = { raw->item },
                                                       .kind = raw->kind,
                                                       .verb = raw->verb,
                                                       .self_determined = raw->self_determined,
                                                       .unconfirmed = raw->unconfirmed,
                                                       .in_soa = raw->in_soa,
                                                       .text = imsi_freeze_text(builder, raw->text),
                                                       .condition = imsi_freeze_text(builder, raw->condition),
                                                       .basis = imsi_freeze_text(builder, raw->basis),
                                                       .pos = imsi_builder_pos(builder, raw->place) }));
  }
  return IMS_OK;
}

static int compare_overlays(const void *a, const void *b)
{
  const imsi_overlay *x = a, *y = b;
  if (x->node != y->node)
    return x->node < y->node ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static ims_status finish_overlays(imsi_builder *builder)
{
  ims_model *model = builder->model;
  for (size_t i = 0; i < builder->overlays.count; i++) {
    const imsi_raw_link *raw = &IMSI_AT(imsi_raw_link, &builder->overlays, i);
    const uint32_t node = imsi_freeze_link(builder, raw, "text");
    if (node != IMS_NO_NODE)
      IMS_TRY(
          imsi_vec_push(&model->overlays, &(imsi_overlay){ node, (uint32_t)i, imsi_freeze_text(builder, raw->text) }));
  }
  if (model->overlays.count)
    qsort(model->overlays.data, model->overlays.count, sizeof(imsi_overlay), compare_overlays);
  const imsi_overlay *overlays = model->overlays.data;
  for (size_t i = 1, first = 0; i < model->overlays.count; i++) {
    if (overlays[i].node != overlays[first].node) {
      first = i;
      continue;
    }
    const imsi_raw_link *again = &IMSI_AT(imsi_raw_link, &builder->overlays, overlays[i].order);
    const imsi_raw_link *link = &IMSI_AT(imsi_raw_link, &builder->overlays, overlays[first].order);
    const char *name = imsi_freeze_text(builder, again->name);
    imsi_report(builder->reporter, IMS_DIAG_DUPLICATE, imsi_builder_pos(builder, again->place), "the text of", name,
                NULL, NULL);
    imsi_report(builder->reporter, IMS_DIAG_FIRST_HERE, imsi_builder_pos(builder, link->place), name, NULL, NULL, NULL);
  }
  return IMS_OK;
}

ims_status imsi_freeze_extras(imsi_builder *builder)
{
  IMS_TRY(finish_notes(builder));
  IMS_TRY(finish_amendments(builder));
  IMS_TRY(finish_duties(builder));
  return finish_overlays(builder);
}
