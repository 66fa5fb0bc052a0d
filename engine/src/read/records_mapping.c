/* Rows between editions: relations, verdicts, guidance, and what reviewers say of them. */

#include "base/try.h"
#include "read/records_internal.h"

static void set_row_standing(const imsi_records *r, imsi_raw_row *row)
{
  if (r->values[IMSI_A_BASIS].given)
    row->basis = imsi_record_symbol(r, IMSI_A_BASIS);
  if (r->values[IMSI_A_STATUS].given)
    row->standing = imsi_record_word(r, IMSI_A_STATUS);
  if (r->values[IMSI_A_CONFIDENCE].given)
    row->confidence = (int16_t)imsi_record_number(r, IMSI_A_CONFIDENCE);
}

static void set_row(const imsi_records *r, imsi_raw_row *row)
{
  if (r->values[IMSI_A_RATIONALE].given)
    row->rationale = imsi_record_word(r, IMSI_A_RATIONALE);
  if (r->values[IMSI_A_METHOD].given)
    row->method = imsi_record_word(r, IMSI_A_METHOD);
  if (r->values[IMSI_A_RECORD].given)
    row->record = imsi_record_word(r, IMSI_A_RECORD);
  set_row_standing(r, row);
}

ims_status imsi_open_mapping_set(imsi_records *r)
{
  const imsi_raw_mapping mapping = { imsi_record_unit(r, IMSI_A_ID), imsi_record_symbol(r, IMSI_A_SOURCE),
                                     imsi_record_symbol(r, IMSI_A_TARGET), imsi_record_symbol(r, IMSI_A_BASIS),
                                     imsi_record_word(r, IMSI_A_INTERSECTS) };
  IMS_TRY(imsi_builder_unit(r->builder, IMSI_UNIT_MAPPING, &mapping.unit, &imsi_record_frame(r)->index));
  r->defaults = (imsi_raw_row){
    .mapping = imsi_record_frame(r)->index, .confidence = -1, .strength = -1, .standing = IMS_PROPOSED
  };
  set_row(r, &r->defaults);
  return IMS_OK;
}

static void begin_row(imsi_records *r)
{
  imsi_strbuf_clear(&r->notes);
  r->row = r->defaults;
  r->row.place = imsi_record_frame(r)->place;
  r->row.source = imsi_record_symbol(r, IMSI_A_SOURCE);
  r->row.target = imsi_record_symbol(r, IMSI_A_TARGET);
  r->texts = (imsi_raw_row_text){ 0 };
}

ims_status imsi_open_relation(imsi_records *r)
{
  begin_row(r);
  set_row(r, &r->row);
  r->row.relation =
      (uint8_t)((1U << imsi_record_word(r, IMSI_A_IS)) >> 1); /* the words come in the order of the bits */
  r->row.strength = (int8_t)imsi_record_number(r, IMSI_A_STRENGTH);
  r->row.move = imsi_record_word(r, IMSI_A_MOVE);
  return IMS_OK;
}

ims_status imsi_open_none(imsi_records *r)
{
  begin_row(r);
  /* reuse and rationale are about a pair, a verdict has none */
  r->row.rationale = r->row.method = r->row.record = 0;
  set_row_standing(r, &r->row);
  r->row.move = r->values[IMSI_A_MOVE].given ? (uint8_t)(IMS_NEW - 1 + imsi_record_word(r, IMSI_A_MOVE)) : 0;
  return IMS_OK;
}

/* No relation: that is what tells it from one. */
ims_status imsi_open_guidance(imsi_records *r)
{
  begin_row(r);
  r->row.rationale = r->row.method = r->row.record = 0;
  set_row_standing(r, &r->row);
  r->row.strength = (int8_t)imsi_record_number(r, IMSI_A_STRENGTH);
  return IMS_OK;
}

ims_status imsi_close_row(imsi_records *r, imsi_symbol text)
{
  (void)text;
  IMS_TRY(imsi_record_take_notes(r, &r->texts.note));
  return imsi_builder_row(r->builder, &r->row, &r->texts);
}

ims_status imsi_close_common(imsi_records *r, imsi_symbol text)
{
  r->texts.common = text;
  return IMS_OK;
}

ims_status imsi_close_source_only(imsi_records *r, imsi_symbol text)
{
  r->texts.source_only = text;
  return IMS_OK;
}

ims_status imsi_close_target_only(imsi_records *r, imsi_symbol text)
{
  r->texts.target_only = text;
  return IMS_OK;
}

/* ---- reviews ---- */

ims_status imsi_open_review(imsi_records *r)
{
  const imsi_raw_review review = { imsi_record_symbol(r, IMSI_A_BY), imsi_record_symbol(r, IMSI_A_ON) };
  return imsi_builder_review(r->builder, &review, &imsi_record_frame(r)->index);
}

/* A relation has two ends, a verdict has one. */
static bool ends_fit(imsi_records *r, bool verdict)
{
  const bool source = r->values[IMSI_A_SOURCE].given, target = r->values[IMSI_A_TARGET].given;
  const char *element = imsi_grammar[imsi_record_frame(r)->element].name;
  const ims_pos pos = imsi_builder_pos(r->builder, imsi_record_frame(r)->place);
  if (verdict && source == target)
    imsi_report(r->reporter, IMS_DIAG_ONE_SIDE, pos, element, "source", "target", NULL);
  else if (!verdict && !(source && target))
    imsi_report(r->reporter, IMS_DIAG_MISSING_ATTRIBUTE, pos, element, source ? "target" : "source", NULL, NULL);
  else
    return true;
  imsi_record_frame(r)->broken = true;
  return false;
}

ims_status imsi_open_decision(imsi_records *r)
{
  const uint8_t is = imsi_record_word(r, IMSI_A_IS);
  const bool verdict = is > 5; /* the word after the five relations */
  imsi_strbuf_clear(&r->notes);
  if (!ends_fit(r, verdict))
    return IMS_OK;
  r->decision = (imsi_raw_decision){
    .owner = imsi_record_parent(r)->index,
    .mapping = imsi_record_symbol(r, IMSI_A_SET),
    .source = imsi_record_symbol(r, IMSI_A_SOURCE),
    .target = imsi_record_symbol(r, IMSI_A_TARGET),
    .relation = verdict ? (uint8_t)IMS_CONTRADICTION : (uint8_t)((1U << is) >> 1),
    .accepted = imsi_record_frame(r)->element == IMSI_E_ACCEPT,
    .place = imsi_record_frame(r)->place,
  };
  return IMS_OK;
}

ims_status imsi_close_decision(imsi_records *r, imsi_symbol text)
{
  (void)text;
  IMS_TRY(imsi_record_take_notes(r, &r->decision.comment));
  return imsi_builder_decision(r->builder, &r->decision);
}
