#include "model/builder.h"

#include "base/try.h"
#include "model/builder_parts.h"

#include <stdlib.h>
#include <string.h>

ims_status imsi_builder_new(imsi_reporter *reporter, imsi_builder **builder)
{
  imsi_builder *b = calloc(1, sizeof *b);
  if (!b)
    return IMS_NOMEM;
  *b = (imsi_builder){
    .reporter = reporter,
    .units = { [IMSI_UNIT_BASIS] = IMSI_VEC(imsi_raw_basis),
               [IMSI_UNIT_FAMILY] = IMSI_VEC(imsi_raw_family),
               [IMSI_UNIT_EDITION] = IMSI_VEC(imsi_raw_edition),
               [IMSI_UNIT_MAPPING] = IMSI_VEC(imsi_raw_mapping),
               [IMSI_UNIT_TOPIC] = IMSI_VEC(imsi_raw_topic),
               [IMSI_UNIT_PROFILE] = IMSI_VEC(imsi_raw_profile),
               [IMSI_UNIT_CHECK] = IMSI_VEC(imsi_raw_check),
               [IMSI_UNIT_SEVERITY] = IMSI_VEC(imsi_raw_severity),
               [IMSI_UNIT_TABLE] = IMSI_VEC(imsi_raw_audit_table),
               [IMSI_UNIT_RULE] = IMSI_VEC(imsi_raw_audit_rule) },
    .parts = { [IMSI_PART_TOPIC_MEMBER] = IMSI_VEC(imsi_raw_link),
               [IMSI_PART_CHECK_MEMBER] = IMSI_VEC(imsi_raw_link),
               [IMSI_PART_ASPECT] = IMSI_VEC(imsi_raw_aspect),
               [IMSI_PART_BAND] = IMSI_VEC(imsi_raw_band) },
    .overlays = IMSI_VEC(imsi_raw_link),
    .edition_notes = IMSI_VEC(imsi_raw_note),
    .node_notes = IMSI_VEC(imsi_raw_note),
    .duties = IMSI_VEC(imsi_raw_duty),
    .amendments = IMSI_VEC(imsi_raw_amendment),
    .reviews = IMSI_VEC(imsi_raw_review),
    .decisions = IMSI_VEC(imsi_raw_decision),
    .nodes_with_basis = IMSI_VEC(uint32_t),
    .edition_raw = IMSI_VEC(uint32_t),
  };
  b->model = imsi_model_new();
  if (!b->model) {
    imsi_builder_free(b);
    return IMS_NOMEM;
  }
  *builder = b;
  return IMS_OK;
}

void imsi_builder_free(imsi_builder *builder)
{
  if (!builder)
    return;
  imsi_vec *const others[] = { &builder->overlays,  &builder->edition_notes,    &builder->node_notes,
                               &builder->duties,    &builder->amendments,       &builder->reviews,
                               &builder->decisions, &builder->nodes_with_basis, &builder->edition_raw };
  for (size_t i = 0; i < IMSI_UNIT_COUNT; i++)
    imsi_vec_free(&builder->units[i]);
  for (size_t i = 0; i < IMSI_PART_COUNT; i++)
    imsi_vec_free(&builder->parts[i]);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    imsi_vec_free(others[i]);
  ims_model_free(builder->model);
  free(builder);
}

ims_status imsi_builder_file(imsi_builder *builder, const char *name, uint32_t *file)
{
  const char *copy = imsi_arena_copy(&builder->model->arena, name, strlen(name));
  if (!copy)
    return IMS_NOMEM;
  IMS_TRY(imsi_vec_push(&builder->model->files, &copy));
  *file = (uint32_t)builder->model->files.count - 1;
  return IMS_OK;
}

void imsi_builder_layer(imsi_builder *builder)
{
  builder->layer++;
}

ims_status imsi_builder_symbol(imsi_builder *builder, const char *text, size_t size, imsi_symbol *symbol)
{
  return imsi_intern_put(&builder->model->strings, text, size, symbol);
}

bool imsi_builder_is(const imsi_builder *builder, imsi_symbol symbol, const char *text, size_t size)
{
  return imsi_intern_is(&builder->model->strings, symbol, text, size);
}

const char *imsi_builder_text(const imsi_builder *builder, imsi_symbol symbol)
{
  return imsi_intern_text(&builder->model->strings, symbol);
}

ims_pos imsi_builder_pos(const imsi_builder *builder, imsi_place place)
{
  return imsi_model_pos(builder->model, place);
}

/* Appends; everything is counted in 32 bits. */
static ims_status add(imsi_vec *vec, const void *element, uint32_t *index)
{
  if (vec->count >= IMS_NO_NODE - 1)
    return IMS_LIMIT;
  IMS_TRY(imsi_vec_push(vec, element));
  if (index)
    *index = (uint32_t)vec->count - 1;
  return IMS_OK;
}

static imsi_unit *unit_at(const imsi_builder *builder, imsi_unit_kind kind, size_t index)
{
  const imsi_vec *units = &builder->units[kind];
  return (imsi_unit *)(void *)((char *)units->data + index * units->size);
}

ims_status imsi_builder_unit(imsi_builder *builder, imsi_unit_kind kind, const imsi_unit *unit, uint32_t *index)
{
  uint32_t added;
  IMS_TRY(add(&builder->units[kind], unit, &added));
  unit_at(builder, kind, added)->layer = builder->layer;
  if (index)
    *index = added;
  return IMS_OK;
}

void imsi_builder_set_unit(imsi_builder *builder, imsi_unit_kind kind, uint32_t index, imsi_symbol text,
                           imsi_symbol note)
{
  imsi_unit *unit = unit_at(builder, kind, index);
  unit->text = text ? text : unit->text;
  unit->note = note ? note : unit->note;
}

ims_status imsi_builder_part(imsi_builder *builder, imsi_part_kind kind, const void *part)
{
  return add(&builder->parts[kind], part, NULL);
}

static imsi_raw_edition *edition_at(const imsi_builder *builder, size_t index)
{
  return &IMSI_AT(imsi_raw_edition, &builder->units[IMSI_UNIT_EDITION], index);
}

static size_t edition_count(const imsi_builder *builder)
{
  return builder->units[IMSI_UNIT_EDITION].count;
}

ims_status imsi_builder_edition(imsi_builder *builder, const imsi_raw_edition *edition, uint32_t *index)
{
  imsi_raw_edition copy = *edition;
  copy.first = (uint32_t)builder->model->nodes.count;
  copy.count = 0;
  return imsi_builder_unit(builder, IMSI_UNIT_EDITION, &copy.unit, index);
}

/* The chain of nodes that share a name; the one on top is the youngest. */
static uint32_t youngest(const ims_model *model, imsi_symbol name)
{
  return name < model->by_name.count ? IMSI_AT(uint32_t, &model->by_name, name) : IMS_NO_NODE;
}

static ims_status set_youngest(ims_model *model, imsi_symbol name, uint32_t node)
{
  static const uint32_t none = IMS_NO_NODE;
  IMS_TRY(imsi_vec_reserve(&model->by_name, name < model->by_name.count ? 0 : name + 1 - model->by_name.count));
  while (model->by_name.count <= name)
    IMS_TRY(imsi_vec_push(&model->by_name, &none));
  IMSI_AT(uint32_t, &model->by_name, name) = node;
  return IMS_OK;
}

uint32_t imsi_builder_find(const imsi_builder *builder, imsi_symbol name)
{
  /* nodes of one edition come in a row: if the youngest is not of this edition, none is */
  const uint32_t node = youngest(builder->model, name);
  if (node == IMS_NO_NODE)
    return IMS_NO_NODE;
  const uint32_t edition = IMSI_AT(imsi_raw_node, &builder->model->nodes, node).edition;
  return edition + 1 == edition_count(builder) ? node : IMS_NO_NODE;
}

ims_status imsi_builder_node(imsi_builder *builder, const imsi_raw_node *node, uint32_t *index)
{
  ims_model *model = builder->model;
  imsi_raw_node copy = *node;
  copy.edition = (uint32_t)edition_count(builder) - 1;
  copy.child = copy.next = copy.twin = IMS_NO_NODE;
  const uint32_t first = imsi_builder_find(builder, node->name);
  if (copy.kind != IMS_CLAUSE && copy.parent != IMS_NO_NODE)
    copy.hidden = IMSI_AT(imsi_raw_node, &model->nodes, copy.parent).hidden; /* said once, of the clause */
  if (first != IMS_NO_NODE && !copy.hidden) {
    const imsi_place place = IMSI_AT(imsi_raw_node, &model->nodes, first).place;
    const char *name = imsi_builder_text(builder, node->name);
    imsi_report(builder->reporter, IMS_DIAG_DUPLICATE, imsi_builder_pos(builder, node->place),
                ims_node_kind_name(node->kind), name, NULL, NULL);
    imsi_report(builder->reporter, IMS_DIAG_FIRST_HERE, imsi_builder_pos(builder, place), name, NULL, NULL, NULL);
    copy.hidden = true;
  }
  if (!copy.hidden)
    copy.twin = youngest(model, node->name);
  uint32_t added;
  IMS_TRY(add(&model->nodes, &copy, &added));
  if (!copy.hidden)
    IMS_TRY(set_youngest(model, node->name, added));
  if (copy.basis)
    IMS_TRY(imsi_vec_push(&builder->nodes_with_basis, &added));
  edition_at(builder, copy.edition)->count++;
  *index = added;
  return IMS_OK;
}

void imsi_builder_set_text(imsi_builder *builder, uint32_t node, imsi_symbol text)
{
  IMSI_AT(imsi_raw_node, &builder->model->nodes, node).text = text;
}

int imsi_builder_item_depth(const imsi_builder *builder, uint32_t node, uint32_t provision)
{
  const imsi_raw_node *nodes = builder->model->nodes.data;
  int depth = 0;
  for (; node != IMS_NO_NODE && nodes[node].kind == IMS_ITEM; node = nodes[node].parent)
    depth++;
  return node == provision ? depth : 0;
}

static void resolve_parent(imsi_builder *builder, uint32_t index)
{
  imsi_raw_node *node = &IMSI_AT(imsi_raw_node, &builder->model->nodes, index);
  if (node->kind != IMS_CLAUSE)
    return;
  const imsi_symbol name = node->parent;
  node->parent = name ? imsi_builder_find(builder, name) : IMS_NO_NODE;
  if (node->parent != IMS_NO_NODE && IMSI_AT(imsi_raw_node, &builder->model->nodes, node->parent).kind != IMS_CLAUSE)
    node->parent = IMS_NO_NODE;
  if (name && node->parent == IMS_NO_NODE)
    imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, imsi_builder_pos(builder, node->place), "parent",
                "clause", imsi_builder_text(builder, name), NULL);
}

/* Every clause on the way up from `index` is stamped with it: a stamp that is met again closes a cycle. */
static void cut_cycle(imsi_builder *builder, uint32_t index)
{
  imsi_raw_node *nodes = builder->model->nodes.data;
  uint32_t below = IMS_NO_NODE;
  for (uint32_t i = index; i != IMS_NO_NODE && nodes[i].kind == IMS_CLAUSE; below = i, i = nodes[i].parent) {
    if (nodes[i].next == index && below != IMS_NO_NODE) {
      imsi_report(builder->reporter, IMS_DIAG_PARENT_CYCLE, imsi_builder_pos(builder, nodes[i].place),
                  imsi_builder_text(builder, nodes[i].name), NULL, NULL, NULL);
      nodes[below].parent = IMS_NO_NODE;
      return;
    }
    if (nodes[i].next != IMS_NO_NODE)
      return; /* stamped by an earlier walk, which went on from here */
    nodes[i].next = index;
  }
}

static void check_depth(imsi_builder *builder, uint32_t index)
{
  imsi_raw_node *nodes = builder->model->nodes.data;
  int depth = 0;
  for (uint32_t i = nodes[index].parent; i != IMS_NO_NODE; i = nodes[i].parent)
    if (++depth > IMSI_CLAUSE_DEPTH) {
      imsi_report(builder->reporter, IMS_DIAG_CLAUSE_DEPTH, imsi_builder_pos(builder, nodes[index].place),
                  imsi_builder_text(builder, nodes[index].name), NULL, NULL, NULL);
      nodes[index].parent = IMS_NO_NODE; /* what is below counts from here: one message */
      return;
    }
}

static bool binds(const imsi_builder *builder, uint32_t node)
{
  return ims_force_binds(ims_node_force(builder->model, (ims_node){ node }));
}

/* A whole clause is empty unless something in it is not: a provision that binds as it does, or a clause whose
   provisions are not all listed. Guidance fills a clause of guidance, and no other. */
static void mark_empty(imsi_builder *builder, uint32_t first, uint32_t end)
{
  imsi_raw_node *nodes = builder->model->nodes.data;
  for (uint32_t i = first; i < end; i++)
    nodes[i].empty = nodes[i].whole;
  for (uint32_t i = first; i < end; i++) {
    if (nodes[i].kind != IMS_PROVISION && (nodes[i].kind != IMS_CLAUSE || nodes[i].whole))
      continue;
    const bool here = binds(builder, i);
    for (uint32_t up = nodes[i].parent; up != IMS_NO_NODE && binds(builder, up) == here; up = nodes[up].parent)
      nodes[up].empty = false;
  }
}

ims_status imsi_builder_edition_end(imsi_builder *builder)
{
  const imsi_raw_edition *edition = edition_at(builder, edition_count(builder) - 1);
  const uint32_t end = edition->first + edition->count;
  for (uint32_t i = edition->first; i < end; i++)
    resolve_parent(builder, i);
  imsi_raw_node *nodes = builder->model->nodes.data;
  for (uint32_t i = edition->first; i < end; i++)
    if (nodes[i].kind == IMS_CLAUSE)
      cut_cycle(builder, i);
  for (uint32_t i = edition->first; i < end; i++) {
    nodes[i].next = IMS_NO_NODE;
    if (nodes[i].kind == IMS_CLAUSE)
      check_depth(builder, i);
  }
  mark_empty(builder, edition->first, end);
  /* last to first, so that each list of parts comes out in document order */
  for (uint32_t i = end; i-- > edition->first;) {
    imsi_raw_node *parent = nodes[i].parent == IMS_NO_NODE ? NULL : &nodes[nodes[i].parent];
    if (!parent || nodes[i].hidden)
      continue;
    nodes[i].next = parent->child;
    parent->child = i;
  }
  return IMS_OK;
}

void imsi_builder_edition_break_off(imsi_builder *builder)
{
  const imsi_raw_edition *edition = edition_at(builder, edition_count(builder) - 1);
  imsi_raw_node *nodes = builder->model->nodes.data;
  for (uint32_t i = edition->first; i < edition->first + edition->count; i++)
    if (nodes[i].kind == IMS_CLAUSE) /* still a name, not a node */
      nodes[i].parent = IMS_NO_NODE;
}

ims_status imsi_builder_row(imsi_builder *builder, const imsi_raw_row *row, const imsi_raw_row_text *texts)
{
  imsi_raw_row copy = *row;
  copy.texts = UINT32_MAX;
  if (texts && (texts->common || texts->source_only || texts->target_only || texts->note))
    IMS_TRY(add(&builder->model->row_texts, texts, &copy.texts));
  imsi_vec *rows = &builder->model->rows;
  if (!row->source || !row->target)
    rows = &builder->model->verdicts;
  else if (!row->relation)
    rows = &builder->model->guidance;
  return add(rows, &copy, NULL);
}

ims_status imsi_builder_note(imsi_builder *builder, imsi_owner kind, const imsi_raw_note *note)
{
  return add(kind == IMSI_OWNER_EDITION ? &builder->edition_notes : &builder->node_notes, note, NULL);
}

ims_status imsi_builder_duty(imsi_builder *builder, const imsi_raw_duty *duty)
{
  return add(&builder->duties, duty, NULL);
}

ims_status imsi_builder_amendment(imsi_builder *builder, const imsi_raw_amendment *amendment)
{
  return add(&builder->amendments, amendment, NULL);
}

ims_status imsi_builder_overlay(imsi_builder *builder, const imsi_raw_link *overlay)
{
  return add(&builder->overlays, overlay, NULL);
}

ims_status imsi_builder_review(imsi_builder *builder, const imsi_raw_review *review, uint32_t *index)
{
  return add(&builder->reviews, review, index);
}

ims_status imsi_builder_decision(imsi_builder *builder, const imsi_raw_decision *decision)
{
  return add(&builder->decisions, decision, NULL);
}
