#include "base/natural.h"
#include "model/graph.h"
#include "model/progress.h"

#include <stdlib.h>
#include <string.h>

/* ---- life ---- */

ims_model *imsi_model_new(void)
{
  ims_model *model = calloc(1, sizeof *model);
  if (!model)
    return NULL;
  *model = (ims_model){
    .files = IMSI_VEC(const char *),
    .nodes = IMSI_VEC(imsi_raw_node),
    .rows = IMSI_VEC(imsi_raw_row),
    .verdicts = IMSI_VEC(imsi_raw_row),
    .guidance = IMSI_VEC(imsi_raw_row),
    .row_texts = IMSI_VEC(imsi_raw_row_text),
    .by_name = IMSI_VEC(uint32_t),
    .verdict_of = IMSI_VEC(uint32_t),
    .verdict_next = IMSI_VEC(uint32_t),
    .editions = IMSI_VEC(ims_edition),
    .edition_of = IMSI_VEC(uint32_t),
    .mappings = IMSI_VEC(ims_mapping),
    .mapping_of = IMSI_VEC(uint32_t),
    .edition_notes = IMSI_VEC(ims_text),
    .edition_note_owners = IMSI_VEC(uint32_t),
    .node_notes = IMSI_VEC(ims_text),
    .node_note_owners = IMSI_VEC(uint32_t),
    .amendments = IMSI_VEC(ims_amendment),
    .amendment_owners = IMSI_VEC(uint32_t),
    .duties = IMSI_VEC(ims_duty),
    .overlays = IMSI_VEC(imsi_overlay),
    .families = IMSI_VEC(ims_family),
    .bases = IMSI_VEC(ims_basis),
    .topics = IMSI_VEC(ims_topic),
    .profiles = IMSI_VEC(ims_profile),
    .checks = IMSI_VEC(ims_check),
    .audit_tables = IMSI_VEC(ims_audit_table),
    .audit_rules = IMSI_VEC(ims_audit_rule),
  };
  if (imsi_intern_init(&model->strings)) {
    ims_model_free(model);
    return NULL;
  }
  return model;
}

void ims_model_free(ims_model *model)
{
  if (!model)
    return;
  imsi_vec *const vectors[] = {
    &model->files,       &model->nodes,         &model->rows,
    &model->verdicts,    &model->guidance,      &model->row_texts,
    &model->by_name,     &model->verdict_of,    &model->verdict_next,
    &model->editions,    &model->edition_of,    &model->mappings,
    &model->mapping_of,  &model->edition_notes, &model->edition_note_owners,
    &model->node_notes,  &model->duties,        &model->node_note_owners,
    &model->amendments,  &model->overlays,      &model->amendment_owners,
    &model->families,    &model->bases,         &model->topics,
    &model->profiles,    &model->checks,        &model->audit_tables,
    &model->audit_rules,
  };
  imsi_csr *const adjacencies[] = { &model->outgoing, &model->incoming, &model->guidance_given, &model->guidance_got };
  for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
    imsi_vec_free(vectors[i]);
  for (size_t i = 0; i < sizeof adjacencies / sizeof *adjacencies; i++) {
    free(adjacencies[i]->start);
    free(adjacencies[i]->list);
  }
  imsi_intern_free(&model->strings);
  imsi_arena_free(&model->arena);
  free(model);
}

ims_pos imsi_model_pos(const ims_model *model, imsi_place place)
{
  return (ims_pos){ IMSI_AT(const char *, &model->files, place.file), place.line, place.column, NULL };
}

static const char *text_of(const ims_model *model, imsi_symbol symbol)
{
  return imsi_intern_text(&model->strings, symbol);
}

static const imsi_raw_node *raw_node(const ims_model *model, ims_node node)
{
  return &IMSI_AT(imsi_raw_node, &model->nodes, node.index);
}

/* ---- editions ---- */

size_t ims_edition_count(const ims_model *model)
{
  return model->editions.count;
}

const ims_edition *ims_edition_at(const ims_model *model, size_t index)
{
  return &IMSI_AT(ims_edition, &model->editions, index);
}

const ims_edition *ims_edition_find(const ims_model *model, const char *id, size_t size)
{
  const imsi_symbol symbol = imsi_intern_find(&model->strings, id, size);
  if (symbol == IMSI_NO_SYMBOL)
    return NULL;
  const char *text = text_of(model, symbol);
  size_t low = 0, high = model->editions.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const ims_edition *edition = ims_edition_at(model, middle);
    if (edition->id == text)
      return edition;
    if (imsi_natural_compare(edition->id, text) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

/* The run of `owner` in an ascending list of owners. */
static size_t run_of(const imsi_vec *owners, uint32_t owner, size_t *count)
{
  const uint32_t *list = owners->data;
  size_t low = 0, high = owners->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (list[middle] < owner)
      low = middle + 1;
    else
      high = middle;
  }
  for (*count = 0; low + *count < owners->count && list[low + *count] == owner;)
    ++*count;
  return low;
}

static uint32_t raw_edition(const ims_model *model, const ims_edition *edition)
{
  uint32_t raw = 0;
  while (IMSI_AT(uint32_t, &model->edition_of, raw) != edition->index)
    raw++;
  return raw;
}

const ims_text *ims_edition_notes(const ims_model *model, const ims_edition *edition, size_t *count)
{
  const size_t first = run_of(&model->edition_note_owners, raw_edition(model, edition), count);
  return *count ? &IMSI_AT(ims_text, &model->edition_notes, first) : NULL;
}

const ims_amendment *ims_edition_amendments(const ims_model *model, const ims_edition *edition, size_t *count)
{
  const size_t first = run_of(&model->amendment_owners, raw_edition(model, edition), count);
  return *count ? &IMSI_AT(ims_amendment, &model->amendments, first) : NULL;
}

/* ---- nodes ---- */

size_t ims_node_count(const ims_model *model)
{
  return model->nodes.count;
}

ims_node_kind ims_node_kind_of(const ims_model *model, ims_node node)
{
  return raw_node(model, node)->kind;
}

const char *ims_node_name(const ims_model *model, ims_node node)
{
  return text_of(model, raw_node(model, node)->name);
}

const ims_edition *ims_node_edition(const ims_model *model, ims_node node)
{
  const uint32_t index = IMSI_AT(uint32_t, &model->edition_of, raw_node(model, node)->edition);
  return index == IMS_NO_NODE ? NULL : ims_edition_at(model, index);
}

ims_node ims_node_parent(const ims_model *model, ims_node node)
{
  return (ims_node){ raw_node(model, node)->parent };
}

bool ims_node_is_in(const ims_model *model, ims_node node, ims_node whole)
{
  while (node.index != IMS_NO_NODE && node.index != whole.index)
    node = ims_node_parent(model, node);
  return node.index != IMS_NO_NODE;
}

ims_node ims_node_child(const ims_model *model, ims_node node)
{
  return (ims_node){ raw_node(model, node)->child };
}

ims_node ims_node_next(const ims_model *model, ims_node node)
{
  return (ims_node){ raw_node(model, node)->next };
}

ims_node ims_node_clause(const ims_model *model, ims_node node)
{
  while (raw_node(model, node)->kind != IMS_CLAUSE && raw_node(model, node)->parent != IMS_NO_NODE)
    node.index = raw_node(model, node)->parent;
  return node;
}

ims_force ims_node_force(const ims_model *model, ims_node node)
{
  while (!raw_node(model, node)->force && raw_node(model, node)->parent != IMS_NO_NODE)
    node.index = raw_node(model, node)->parent;
  return raw_node(model, node)->force;
}

bool ims_node_demands(const ims_model *model, ims_node clause)
{
  for (ims_node part = ims_node_child(model, clause); part.index != IMS_NO_NODE; part = ims_node_next(model, part))
    if (ims_node_kind_of(model, part) == IMS_PROVISION && ims_force_binds(ims_node_force(model, part)))
      return true;
  return false;
}

bool ims_node_empty(const ims_model *model, ims_node node)
{
  return raw_node(model, node)->empty;
}

ims_node_info ims_node_get(const ims_model *model, ims_node node)
{
  const imsi_raw_node *raw = raw_node(model, node);
  return (ims_node_info){
    .kind = raw->kind,
    .edition = ims_node_edition(model, node),
    .name = text_of(model, raw->name),
    .text = text_of(model, raw->text),
    .label = text_of(model, raw->label),
    .number = text_of(model, raw->number),
    .force = ims_node_force(model, node),
    .unconfirmed = raw->unconfirmed,
    .whole = raw->whole,
    .applies = raw->applies,
    .phase = raw->phase,
    .condition = text_of(model, raw->condition),
    .method = raw->method,
    .record = raw->record,
    .standing = raw->standing,
    .confidence = raw->confidence,
    .basis = text_of(model, raw->basis),
    .pos = imsi_model_pos(model, raw->place),
  };
}

ims_node ims_node_find(const ims_model *model, const ims_edition *edition, const char *name, size_t size)
{
  const imsi_symbol symbol = imsi_intern_find(&model->strings, name, size);
  ims_node node = { IMS_NO_NODE };
  if (symbol != IMSI_NO_SYMBOL && symbol < model->by_name.count)
    node.index = IMSI_AT(uint32_t, &model->by_name, symbol);
  while (node.index != IMS_NO_NODE && ims_node_edition(model, node) != edition)
    node.index = raw_node(model, node)->twin;
  return node;
}

const ims_text *ims_node_notes(const ims_model *model, ims_node node, size_t *count)
{
  const size_t first = run_of(&model->node_note_owners, node.index, count);
  return *count ? &IMSI_AT(ims_text, &model->node_notes, first) : NULL;
}

const ims_duty *ims_node_duties(const ims_model *model, ims_node provision, size_t *count)
{
  const ims_duty *duties = model->duties.data;
  size_t low = 0, high = model->duties.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (duties[middle].provision.index < provision.index)
      low = middle + 1;
    else
      high = middle;
  }
  for (*count = 0; low + *count < model->duties.count && duties[low + *count].provision.index == provision.index;)
    ++*count;
  return *count ? &duties[low] : NULL;
}

const char *ims_node_overlay(const ims_model *model, ims_node node)
{
  for (size_t i = 0; i < model->overlays.count; i++)
    if (IMSI_AT(imsi_overlay, &model->overlays, i).node == node.index)
      return IMSI_AT(imsi_overlay, &model->overlays, i).text;
  return "";
}

/* ---- rows ---- */

size_t ims_mapping_count(const ims_model *model)
{
  return model->mappings.count;
}

const ims_mapping *ims_mapping_at(const ims_model *model, size_t index)
{
  return &IMSI_AT(ims_mapping, &model->mappings, index);
}

static ims_row row_of(const ims_model *model, const imsi_raw_row *raw)
{
  static const imsi_raw_row_text silent = { 0 };
  const imsi_raw_row_text *texts =
      raw->texts == UINT32_MAX ? &silent : &IMSI_AT(imsi_raw_row_text, &model->row_texts, raw->texts);
  return (ims_row){
    .mapping = ims_mapping_at(model, raw->mapping),
    .source = { raw->source },
    .target = { raw->target },
    .relation = raw->relation,
    .rationale = raw->rationale,
    .method = raw->method,
    .record = raw->record,
    .standing = raw->standing,
    .move = raw->move,
    .strength = raw->strength,
    .confidence = raw->confidence,
    .basis = text_of(model, raw->basis),
    .common = text_of(model, texts->common),
    .source_only = text_of(model, texts->source_only),
    .target_only = text_of(model, texts->target_only),
    .note = text_of(model, texts->note),
    .review = text_of(model, texts->review),
    .pos = imsi_model_pos(model, raw->place),
  };
}

ims_relation ims_row_relation(const ims_row *row)
{
  return row->relation == IMS_INTERSECTS && row->mapping->loose ? IMS_OVERLAPS : row->relation;
}

size_t ims_relation_count(const ims_model *model)
{
  return model->rows.count;
}

ims_row ims_relation_at(const ims_model *model, size_t index)
{
  return row_of(model, &IMSI_AT(imsi_raw_row, &model->rows, index));
}

size_t ims_verdict_count(const ims_model *model)
{
  return model->verdicts.count;
}

ims_row ims_verdict_at(const ims_model *model, size_t index)
{
  return row_of(model, &IMSI_AT(imsi_raw_row, &model->verdicts, index));
}

static const uint32_t *neighbours(const imsi_csr *csr, ims_node node, size_t *count)
{
  *count = csr->start[node.index + 1] - csr->start[node.index];
  return csr->list + csr->start[node.index];
}

const uint32_t *ims_node_relations(const ims_model *model, ims_node node, bool incoming, size_t *count)
{
  return neighbours(incoming ? &model->incoming : &model->outgoing, node, count);
}

size_t ims_guidance_count(const ims_model *model)
{
  return model->guidance.count;
}

ims_row ims_guidance_at(const ims_model *model, size_t index)
{
  return row_of(model, &IMSI_AT(imsi_raw_row, &model->guidance, index));
}

const uint32_t *ims_node_guidance(const ims_model *model, ims_node node, bool incoming, size_t *count)
{
  return neighbours(incoming ? &model->guidance_got : &model->guidance_given, node, count);
}

/* True if the verdict says that its node has no counterpart in `edition`. */
static bool verdict_is_for(const ims_model *model, const imsi_raw_row *verdict, const ims_edition *edition)
{
  const ims_mapping *mapping = ims_mapping_at(model, verdict->mapping);
  return (verdict->target == IMS_NO_NODE ? mapping->target : mapping->source) == edition;
}

size_t ims_node_verdict(const ims_model *model, ims_node node, const ims_edition *edition)
{
  if (!model->verdict_of.count)
    return SIZE_MAX;
  for (; node.index != IMS_NO_NODE; node = ims_node_parent(model, node))
    for (uint32_t i = IMSI_AT(uint32_t, &model->verdict_of, node.index); i != IMS_NO_NODE;
         i = IMSI_AT(uint32_t, &model->verdict_next, i))
      if (verdict_is_for(model, &IMSI_AT(imsi_raw_row, &model->verdicts, i), edition))
        return i;
  return SIZE_MAX;
}

const ims_observer *imsi_model_progress(const ims_model *model)
{
  return &model->progress;
}
