#include "base/try.h"
#include "model/freeze.h"

#include <string.h>

static ims_said said_of(imsi_builder *builder, imsi_place place, const imsi_raw_standing *raw)
{
  imsi_freeze_check_basis(builder, place, raw->basis);
  return (ims_said){ imsi_freeze_text(builder, raw->basis), raw->standing, raw->confidence };
}

/* The parts of the unit `owner`: `count` from the one returned. Parts come unit by unit. */
static const void *parts_of(const imsi_builder *builder, imsi_part_kind kind, uint32_t owner, size_t *count)
{
  const imsi_vec *parts = &builder->parts[kind];
  const char *data = parts->data;
  size_t low = 0, high = parts->count;
  uint32_t of;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    memcpy(&of, data + middle * parts->size, sizeof of);
    if (of < owner)
      low = middle + 1;
    else
      high = middle;
  }
  for (*count = 0; low + *count < parts->count; ++*count) {
    memcpy(&of, data + (low + *count) * parts->size, sizeof of);
    if (of != owner)
      break;
  }
  return *count ? data + low * parts->size : NULL;
}

/* The nodes that the members of a unit name, with their words if `words` is not NULL; those that do not exist are
   reported and left out. */
static ims_status find_members(imsi_builder *builder, imsi_part_kind kind, uint32_t owner, const char *what,
                               const ims_node **members, const char *const **words, size_t *member_count)
{
  size_t count;
  const imsi_raw_link *links = parts_of(builder, kind, owner, &count);
  ims_node *list = imsi_arena_alloc(&builder->model->arena, count * sizeof *list);
  const char **texts = words ? imsi_arena_alloc(&builder->model->arena, count * sizeof *texts) : NULL;
  if (!list || (words && !texts))
    return IMS_NOMEM;
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const uint32_t node = imsi_freeze_link(builder, &links[i], what);
    if (node == IMS_NO_NODE)
      continue;
    if (texts)
      texts[found] = imsi_freeze_text(builder, links[i].text);
    list[found++] = (ims_node){ node };
  }
  if (words)
    *words = texts;
  *members = list;
  *member_count = found;
  return IMS_OK;
}

static ims_status finish_basis(imsi_builder *builder, uint32_t index)
{
  const imsi_raw_basis *raw = &IMSI_AT(imsi_raw_basis, &builder->units[IMSI_UNIT_BASIS], index);
  return imsi_vec_push(&builder->model->bases,
                       &(ims_basis){ imsi_freeze_text(builder, raw->unit.id), imsi_freeze_text(builder, raw->title),
                                     imsi_freeze_text(builder, raw->href), imsi_freeze_text(builder, raw->read_on),
                                     imsi_builder_pos(builder, raw->unit.place) });
}

static ims_status finish_family(imsi_builder *builder, uint32_t index)
{
  const imsi_raw_family *raw = &IMSI_AT(imsi_raw_family, &builder->units[IMSI_UNIT_FAMILY], index);
  return imsi_vec_push(&builder->model->families,
                       &(ims_family){ imsi_freeze_text(builder, raw->unit.id), imsi_freeze_text(builder, raw->name),
                                      imsi_freeze_text(builder, raw->title), imsi_freeze_text(builder, raw->unit.note),
                                      imsi_builder_pos(builder, raw->unit.place) });
}

static ims_status finish_topic(imsi_builder *builder, uint32_t index)
{
  const imsi_raw_topic *raw = &IMSI_AT(imsi_raw_topic, &builder->units[IMSI_UNIT_TOPIC], index);
  ims_topic topic = { .id = imsi_freeze_text(builder, raw->unit.id),
                      .title = imsi_freeze_text(builder, raw->title),
                      .note = imsi_freeze_text(builder, raw->unit.note),
                      .words = imsi_freeze_text(builder, raw->words),
                      .verdict = raw->verdict,
                      .said = said_of(builder, raw->unit.place, &raw->said),
                      .pos = imsi_builder_pos(builder, raw->unit.place) };
  IMS_TRY(find_members(builder, IMSI_PART_TOPIC_MEMBER, index, "topic", &topic.members, &topic.member_words,
                       &topic.member_count));
  return imsi_vec_push(&builder->model->topics, &topic);
}

static ims_status finish_check(imsi_builder *builder, uint32_t index)
{
  const imsi_raw_check *raw = &IMSI_AT(imsi_raw_check, &builder->units[IMSI_UNIT_CHECK], index);
  ims_check check = { .id = imsi_freeze_text(builder, raw->unit.id),
                      .title = imsi_freeze_text(builder, raw->title),
                      .group = imsi_freeze_text(builder, raw->group),
                      .gist = imsi_freeze_text(builder, raw->unit.text),
                      .note = imsi_freeze_text(builder, raw->unit.note),
                      .severity = raw->severity,
                      .severity_pos = imsi_builder_pos(builder, raw->unit.place),
                      .said = said_of(builder, raw->unit.place, &raw->said),
                      .pos = imsi_builder_pos(builder, raw->unit.place) };
  IMS_TRY(find_members(builder, IMSI_PART_CHECK_MEMBER, index, "check", &check.members, NULL, &check.member_count));
  return imsi_vec_push(&builder->model->checks, &check);
}

/* The highest layer with a check of that id; false if there is none. */
static bool layer_of_check(const imsi_builder *builder, imsi_symbol id, uint32_t *layer)
{
  const imsi_vec *checks = &builder->units[IMSI_UNIT_CHECK];
  bool found = false;
  for (size_t i = 0; i < checks->count; i++) {
    const imsi_unit *unit = &IMSI_AT(imsi_raw_check, checks, i).unit;
    if (unit->id != id)
      continue;
    *layer = !found || unit->layer > *layer ? unit->layer : *layer;
    found = true;
  }
  return found;
}

/* After the checks. A check that was replaced in a later layer is as that layer has it. */
static ims_status finish_severity(imsi_builder *builder, uint32_t index)
{
  const imsi_raw_severity *raw = &IMSI_AT(imsi_raw_severity, &builder->units[IMSI_UNIT_SEVERITY], index);
  const ims_pos pos = imsi_builder_pos(builder, raw->unit.place);
  const char *id = imsi_freeze_text(builder, raw->unit.id);
  uint32_t layer;
  if (!layer_of_check(builder, raw->unit.id, &layer)) {
    imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, pos, "severity", "check", id, NULL);
    return IMS_OK;
  }
  for (size_t i = 0; layer <= raw->unit.layer && i < builder->model->checks.count; i++) {
    ims_check *check = &IMSI_AT(ims_check, &builder->model->checks, i);
    if (strcmp(check->id, id) != 0)
      continue;
    check->severity = raw->severity;
    check->severity_pos = pos;
  }
  return IMS_OK;
}

/* ---- profiles ---- */

/* What an aspect does not say of itself, its profile says. */
static ims_said aspect_said(imsi_builder *builder, const imsi_raw_aspect *aspect, const ims_said *profile)
{
  ims_said said = said_of(builder, aspect->place, &aspect->said);
  if (!aspect->said.basis)
    said.basis = profile->basis;
  if (!said.standing)
    said.standing = profile->standing;
  if (said.confidence < 0)
    said.confidence = profile->confidence;
  return said;
}

static void report_second_aspect(imsi_builder *builder, const ims_aspect *aspect, const ims_aspect *first)
{
  const char *name = ims_aspect_name_name(aspect->name);
  imsi_report(builder->reporter, IMS_DIAG_DUPLICATE, aspect->pos, "aspect", name, NULL, NULL);
  imsi_report(builder->reporter, IMS_DIAG_FIRST_HERE, first->pos, name, NULL, NULL, NULL);
}

static ims_status finish_profile(imsi_builder *builder, uint32_t index)
{
  const imsi_raw_profile *raw = &IMSI_AT(imsi_raw_profile, &builder->units[IMSI_UNIT_PROFILE], index);
  const ims_pos pos = imsi_builder_pos(builder, raw->unit.place);
  const ims_edition *edition = imsi_freeze_edition(builder, raw->unit.id);
  const ims_said said = said_of(builder, raw->unit.place, &raw->said);
  size_t count;
  const imsi_raw_aspect *aspects = parts_of(builder, IMSI_PART_ASPECT, index, &count);
  if (!edition) {
    imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, pos, "profile", "edition",
                imsi_freeze_text(builder, raw->unit.id), NULL);
    return IMS_OK;
  }
  ims_aspect *list = imsi_arena_alloc(&builder->model->arena, count * sizeof *list);
  if (!list)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++) {
    list[i] = (ims_aspect){ aspects[i].name, imsi_freeze_text(builder, aspects[i].text),
                            aspect_said(builder, &aspects[i], &said), imsi_builder_pos(builder, aspects[i].place) };
    for (size_t k = 0; k < i; k++)
      if (list[k].name == list[i].name) {
        report_second_aspect(builder, &list[i], &list[k]);
        break;
      }
  }
  return imsi_vec_push(&builder->model->profiles, &(ims_profile){ edition, list, count, pos });
}

/* ---- audit time ---- */

static void check_band(imsi_builder *builder, const ims_audit_band *band)
{
  const int ends[][2] = { { band->from, band->to }, { band->ability_from, band->ability_to } };
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    imsi_strbuf from = { 0 }, to = { 0 };
    if (ends[i][1] < 0 || ends[i][0] <= ends[i][1])
      continue;
    imsi_strbuf_number(&from, (unsigned long long)ends[i][0]);
    imsi_strbuf_number(&to, (unsigned long long)ends[i][1]);
    imsi_report(builder->reporter, IMS_DIAG_BAD_BAND, band->pos, imsi_strbuf_string(&from), imsi_strbuf_string(&to),
                NULL, NULL);
    imsi_strbuf_free(&from);
    imsi_strbuf_free(&to);
  }
}

static ims_status finish_table(imsi_builder *builder, uint32_t index)
{
  const imsi_raw_audit_table *raw = &IMSI_AT(imsi_raw_audit_table, &builder->units[IMSI_UNIT_TABLE], index);
  const ims_pos pos = imsi_builder_pos(builder, raw->unit.place);
  const ims_edition *edition = raw->edition ? imsi_freeze_edition(builder, raw->edition) : NULL;
  if (raw->edition && !edition)
    imsi_report(builder->reporter, IMS_DIAG_UNKNOWN_REFERENCE, pos, "audit-table", "edition",
                imsi_freeze_text(builder, raw->edition), NULL);
  size_t count;
  const imsi_raw_band *bands = parts_of(builder, IMSI_PART_BAND, index, &count);
  ims_audit_band *list = imsi_arena_alloc(&builder->model->arena, count * sizeof *list);
  if (!list)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++) {
    list[i] = (ims_audit_band){ bands[i].from,       bands[i].to,    bands[i].ability_from,
                                bands[i].ability_to, bands[i].value, imsi_builder_pos(builder, bands[i].place) };
    check_band(builder, &list[i]);
  }
  return imsi_vec_push(&builder->model->audit_tables,
                       &(ims_audit_table){ .id = imsi_freeze_text(builder, raw->unit.id),
                                           .title = imsi_freeze_text(builder, raw->title),
                                           .note = imsi_freeze_text(builder, raw->unit.note),
                                           .source_date = imsi_freeze_text(builder, raw->source_date),
                                           .edition = edition,
                                           .kind = raw->kind,
                                           .unit = raw->measure,
                                           .said = said_of(builder, raw->unit.place, &raw->said),
                                           .bands = list,
                                           .band_count = count,
                                           .pos = pos });
}

static ims_status finish_rule(imsi_builder *builder, uint32_t index)
{
  const imsi_raw_audit_rule *raw = &IMSI_AT(imsi_raw_audit_rule, &builder->units[IMSI_UNIT_RULE], index);
  return imsi_vec_push(
      &builder->model->audit_rules,
      &(ims_audit_rule){ imsi_freeze_text(builder, raw->unit.id), imsi_freeze_text(builder, raw->unit.text),
                         imsi_freeze_text(builder, raw->unit.note), raw->value, raw->measure,
                         said_of(builder, raw->unit.place, &raw->said), imsi_builder_pos(builder, raw->unit.place) });
}

ims_status imsi_freeze_catalogue(imsi_builder *builder)
{
  static const struct {
    imsi_unit_kind kind;
    const char *what;
    ims_status (*finish)(imsi_builder *builder, uint32_t index);
  } kinds[] = {
    { IMSI_UNIT_BASIS, "basis", finish_basis },       { IMSI_UNIT_FAMILY, "family", finish_family },
    { IMSI_UNIT_TOPIC, "topic", finish_topic },       { IMSI_UNIT_PROFILE, "the profile of", finish_profile },
    { IMSI_UNIT_CHECK, "check", finish_check },       { IMSI_UNIT_SEVERITY, "the severity of", finish_severity },
    { IMSI_UNIT_TABLE, "audit-table", finish_table }, { IMSI_UNIT_RULE, "audit-rule", finish_rule },
  };
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    imsi_vec chosen = IMSI_VEC(uint32_t);
    ims_status status = imsi_freeze_choose(builder, kinds[i].kind, kinds[i].what, &chosen);
    for (size_t k = 0; !status && k < chosen.count; k++)
      status = kinds[i].finish(builder, IMSI_AT(uint32_t, &chosen, k));
    imsi_vec_free(&chosen);
    IMS_TRY(status);
  }
  return IMS_OK;
}
