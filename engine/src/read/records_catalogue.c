/* What hangs on the graph: bases, families, topics, profiles, checks, audit time, texts laid over. */

#include "base/try.h"
#include "read/records_internal.h"

/* Adds a unit whose notes become one text when it ends. */
static ims_status open_unit(imsi_records *r, imsi_unit_kind kind, const imsi_unit *unit)
{
  imsi_strbuf_clear(&r->notes);
  return imsi_builder_unit(r->builder, kind, unit, &imsi_record_frame(r)->index);
}

static ims_status close_unit(imsi_records *r, imsi_unit_kind kind)
{
  imsi_symbol note;
  IMS_TRY(imsi_record_take_notes(r, &note));
  imsi_builder_set_unit(r->builder, kind, imsi_record_frame(r)->index, 0, note);
  return IMS_OK;
}

/* ---- bases and families ---- */

ims_status imsi_open_basis(imsi_records *r)
{
  const imsi_raw_basis basis = { imsi_record_unit(r, IMSI_A_ID), imsi_record_symbol(r, IMSI_A_TITLE),
                                 imsi_record_symbol(r, IMSI_A_HREF), imsi_record_symbol(r, IMSI_A_READ_ON) };
  return open_unit(r, IMSI_UNIT_BASIS, &basis.unit);
}

ims_status imsi_open_family(imsi_records *r)
{
  const imsi_raw_family family = { imsi_record_unit(r, IMSI_A_ID), imsi_record_symbol(r, IMSI_A_NAME),
                                   imsi_record_symbol(r, IMSI_A_TITLE) };
  return open_unit(r, IMSI_UNIT_FAMILY, &family.unit);
}

ims_status imsi_close_family(imsi_records *r, imsi_symbol text)
{
  (void)text;
  return close_unit(r, IMSI_UNIT_FAMILY);
}

/* ---- topics and checks ---- */

ims_status imsi_open_topic(imsi_records *r)
{
  const imsi_raw_topic topic = { imsi_record_unit(r, IMSI_A_ID), imsi_record_said(r),
                                 imsi_record_symbol(r, IMSI_A_TITLE), imsi_record_symbol(r, IMSI_A_WORDS),
                                 imsi_record_word(r, IMSI_A_VERDICT) };
  return open_unit(r, IMSI_UNIT_TOPIC, &topic.unit);
}

ims_status imsi_close_topic(imsi_records *r, imsi_symbol text)
{
  (void)text;
  return close_unit(r, IMSI_UNIT_TOPIC);
}

ims_status imsi_open_check(imsi_records *r)
{
  const imsi_raw_check check = { imsi_record_unit(r, IMSI_A_ID), imsi_record_said(r),
                                 imsi_record_symbol(r, IMSI_A_TITLE), imsi_record_symbol(r, IMSI_A_GROUP),
                                 imsi_record_word(r, IMSI_A_SEVERITY) };
  return open_unit(r, IMSI_UNIT_CHECK, &check.unit);
}

ims_status imsi_close_check(imsi_records *r, imsi_symbol text)
{
  (void)text;
  return close_unit(r, IMSI_UNIT_CHECK);
}

ims_status imsi_open_severity(imsi_records *r)
{
  const imsi_raw_severity severity = { imsi_record_unit(r, IMSI_A_CHECK), imsi_record_word(r, IMSI_A_IS) };
  return imsi_builder_unit(r->builder, IMSI_UNIT_SEVERITY, &severity.unit, &imsi_record_frame(r)->index);
}

ims_status imsi_open_member(imsi_records *r)
{
  const imsi_frame *owner = imsi_record_parent(r);
  const imsi_raw_link member = { owner->index, imsi_record_symbol(r, IMSI_A_EDITION), imsi_record_symbol(r, IMSI_A_OF),
                                 imsi_record_symbol(r, IMSI_A_WORDS), imsi_record_frame(r)->place };
  return imsi_builder_part(r->builder, owner->element == IMSI_E_TOPIC ? IMSI_PART_TOPIC_MEMBER : IMSI_PART_CHECK_MEMBER,
                           &member);
}

/* ---- profiles ---- */

ims_status imsi_open_profile(imsi_records *r)
{
  const imsi_raw_profile profile = { imsi_record_unit(r, IMSI_A_EDITION), imsi_record_said(r) };
  return open_unit(r, IMSI_UNIT_PROFILE, &profile.unit);
}

ims_status imsi_open_aspect(imsi_records *r)
{
  r->aspect = (imsi_raw_aspect){ .owner = imsi_record_parent(r)->index,
                                 .said = imsi_record_said(r),
                                 .name = imsi_record_word(r, IMSI_A_NAME),
                                 .place = imsi_record_frame(r)->place };
  if (!r->values[IMSI_A_STATUS].given)
    r->aspect.said.standing = IMS_STANDING_UNSAID; /* as the profile says */
  return IMS_OK;
}

ims_status imsi_close_aspect(imsi_records *r, imsi_symbol text)
{
  r->aspect.text = text;
  return imsi_builder_part(r->builder, IMSI_PART_ASPECT, &r->aspect);
}

/* ---- audit time ---- */

ims_status imsi_open_audit_table(imsi_records *r)
{
  const imsi_raw_audit_table table = { .unit = imsi_record_unit(r, IMSI_A_ID),
                                       .said = imsi_record_said(r),
                                       .title = imsi_record_symbol(r, IMSI_A_TITLE),
                                       .edition = imsi_record_symbol(r, IMSI_A_EDITION),
                                       .source_date = imsi_record_symbol(r, IMSI_A_SOURCE_DATE),
                                       .kind = imsi_record_word(r, IMSI_A_KIND),
                                       .measure = imsi_record_word(r, IMSI_A_UNIT) };
  return open_unit(r, IMSI_UNIT_TABLE, &table.unit);
}

ims_status imsi_close_audit_table(imsi_records *r, imsi_symbol text)
{
  (void)text;
  return close_unit(r, IMSI_UNIT_TABLE);
}

ims_status imsi_open_band(imsi_records *r)
{
  const imsi_raw_band band = { imsi_record_parent(r)->index,
                               imsi_record_number(r, IMSI_A_FROM),
                               imsi_record_number(r, IMSI_A_TO),
                               imsi_record_number(r, IMSI_A_ABILITY_FROM),
                               imsi_record_number(r, IMSI_A_ABILITY_TO),
                               imsi_record_number(r, IMSI_A_VALUE),
                               imsi_record_frame(r)->place };
  return imsi_builder_part(r->builder, IMSI_PART_BAND, &band);
}

ims_status imsi_open_audit_rule(imsi_records *r)
{
  const imsi_raw_audit_rule rule = { imsi_record_unit(r, IMSI_A_ID), imsi_record_said(r),
                                     imsi_record_number(r, IMSI_A_VALUE), imsi_record_word(r, IMSI_A_UNIT) };
  return open_unit(r, IMSI_UNIT_RULE, &rule.unit);
}

ims_status imsi_close_audit_rule(imsi_records *r, imsi_symbol text)
{
  (void)text;
  return close_unit(r, IMSI_UNIT_RULE);
}

/* ---- texts laid over ---- */

ims_status imsi_open_overlay(imsi_records *r)
{
  r->overlay = imsi_record_symbol(r, IMSI_A_EDITION);
  return IMS_OK;
}

ims_status imsi_open_text(imsi_records *r)
{
  r->link = (imsi_raw_link){ 0, r->overlay, imsi_record_symbol(r, IMSI_A_OF), 0, imsi_record_frame(r)->place };
  return IMS_OK;
}

ims_status imsi_close_text(imsi_records *r, imsi_symbol text)
{
  r->link.text = text;
  return imsi_builder_overlay(r->builder, &r->link);
}
