#include "read/records.h"

#include "base/try.h"
#include "read/records_internal.h"

/* ---- for all elements ---- */

imsi_frame *imsi_record_frame(imsi_records *r)
{
  return &r->frames[r->depth];
}

imsi_frame *imsi_record_parent(imsi_records *r)
{
  return &r->frames[r->depth - 1];
}

imsi_symbol imsi_record_symbol(const imsi_records *r, imsi_attribute attribute)
{
  return r->values[attribute].given ? r->values[attribute].symbol : 0;
}

uint8_t imsi_record_word(const imsi_records *r, imsi_attribute attribute)
{
  return r->values[attribute].given ? (uint8_t)r->values[attribute].number : 0;
}

int imsi_record_number(const imsi_records *r, imsi_attribute attribute)
{
  return r->values[attribute].given ? r->values[attribute].number : -1;
}

imsi_raw_standing imsi_record_said(const imsi_records *r)
{
  return (imsi_raw_standing){ imsi_record_symbol(r, IMSI_A_BASIS), (int16_t)imsi_record_number(r, IMSI_A_CONFIDENCE),
                              r->values[IMSI_A_STATUS].given ? imsi_record_word(r, IMSI_A_STATUS)
                                                             : (uint8_t)IMS_PROPOSED };
}

imsi_unit imsi_record_unit(imsi_records *r, imsi_attribute id)
{
  return (imsi_unit){ .id = imsi_record_symbol(r, id), .place = imsi_record_frame(r)->place };
}

/* ---- gists and notes belong to whatever is open around them ---- */

static ims_status close_gist(imsi_records *r, imsi_symbol text)
{
  const imsi_frame *owner = imsi_record_parent(r);
  switch (owner->element) {
  case IMSI_E_EDITION:
    imsi_builder_set_unit(r->builder, IMSI_UNIT_EDITION, owner->index, text, 0);
    break;
  case IMSI_E_CHECK:
    imsi_builder_set_unit(r->builder, IMSI_UNIT_CHECK, owner->index, text, 0);
    break;
  case IMSI_E_AUDIT_RULE:
    imsi_builder_set_unit(r->builder, IMSI_UNIT_RULE, owner->index, text, 0);
    break;
  default:
    imsi_builder_set_text(r->builder, owner->index, text);
  }
  return IMS_OK;
}

ims_status imsi_record_take_notes(imsi_records *r, imsi_symbol *note)
{
  const ims_status status = imsi_builder_symbol(r->builder, imsi_strbuf_string(&r->notes), r->notes.size, note);
  imsi_strbuf_clear(&r->notes);
  return status;
}

/* Several notes become one text, when what they belong to ends. */
static ims_status add_note(imsi_records *r, imsi_symbol text)
{
  imsi_strbuf_text(&r->notes, r->notes.size ? " " : "");
  imsi_strbuf_text(&r->notes, imsi_builder_text(r->builder, text));
  return r->notes.status;
}

static ims_status close_note(imsi_records *r, imsi_symbol text)
{
  const imsi_frame *owner = imsi_record_parent(r);
  const imsi_raw_note note = { owner->index, text, imsi_record_frame(r)->place };
  switch (owner->element) {
  case IMSI_E_EDITION:
    return imsi_builder_note(r->builder, IMSI_OWNER_EDITION, &note);
  case IMSI_E_CLAUSE:
  case IMSI_E_PROVISION:
  case IMSI_E_TERM:
    return imsi_builder_note(r->builder, IMSI_OWNER_NODE, &note);
  case IMSI_E_BASIS:
  case IMSI_E_MAPPING_SET:
    return IMS_OK; /* for whoever reads the file */
  default:
    return add_note(r, text);
  }
}

/* ---- which element does what ---- */

typedef struct actions {
  imsi_record_open *open;
  imsi_record_close *close;
} actions;

static const actions by_element[IMSI_E_COUNT] = {
  [IMSI_E_BASIS] = { imsi_open_basis, NULL },
  [IMSI_E_FAMILY] = { imsi_open_family, imsi_close_family },
  [IMSI_E_EDITION] = { imsi_open_edition, imsi_close_edition },
  [IMSI_E_AMENDMENT] = { imsi_open_amendment, imsi_close_amendment },
  [IMSI_E_TERM] = { imsi_open_term, NULL },
  [IMSI_E_CLAUSE] = { imsi_open_clause, NULL },
  [IMSI_E_PROVISION] = { imsi_open_provision, NULL },
  [IMSI_E_GIST] = { NULL, close_gist },
  [IMSI_E_ITEM] = { imsi_open_item, imsi_close_item },
  [IMSI_E_DUTY] = { imsi_open_duty, imsi_close_duty },
  [IMSI_E_NOTE] = { NULL, close_note },
  [IMSI_E_MAPPING_SET] = { imsi_open_mapping_set, NULL },
  [IMSI_E_RELATION] = { imsi_open_relation, imsi_close_row },
  [IMSI_E_COMMON] = { NULL, imsi_close_common },
  [IMSI_E_SOURCE_ONLY] = { NULL, imsi_close_source_only },
  [IMSI_E_TARGET_ONLY] = { NULL, imsi_close_target_only },
  [IMSI_E_NONE] = { imsi_open_none, imsi_close_row },
  [IMSI_E_GUIDANCE] = { imsi_open_guidance, imsi_close_row },
  [IMSI_E_REVIEW] = { imsi_open_review, NULL },
  [IMSI_E_ACCEPT] = { imsi_open_decision, imsi_close_decision },
  [IMSI_E_DISPUTE] = { imsi_open_decision, imsi_close_decision },
  [IMSI_E_TOPIC] = { imsi_open_topic, imsi_close_topic },
  [IMSI_E_MEMBER] = { imsi_open_member, NULL },
  [IMSI_E_PROFILE] = { imsi_open_profile, NULL },
  [IMSI_E_ASPECT] = { imsi_open_aspect, imsi_close_aspect },
  [IMSI_E_CHECK] = { imsi_open_check, imsi_close_check },
  [IMSI_E_SEVERITY] = { imsi_open_severity, NULL },
  [IMSI_E_AUDIT_TABLE] = { imsi_open_audit_table, imsi_close_audit_table },
  [IMSI_E_BAND] = { imsi_open_band, NULL },
  [IMSI_E_AUDIT_RULE] = { imsi_open_audit_rule, imsi_close_audit_rule },
  [IMSI_E_OVERLAY] = { imsi_open_overlay, NULL },
  [IMSI_E_TEXT] = { imsi_open_text, imsi_close_text },
};

ims_status imsi_records_open(imsi_records *records)
{
  const actions *act = &by_element[imsi_record_frame(records)->element];
  return act->open ? act->open(records) : IMS_OK;
}

ims_status imsi_records_close(imsi_records *records, imsi_symbol text)
{
  const actions *act = &by_element[imsi_record_frame(records)->element];
  return act->close ? act->close(records, text) : IMS_OK;
}

void imsi_records_break_off(imsi_records *records)
{
  for (size_t i = 0; i <= records->depth; i++)
    if (records->frames[i].element == IMSI_E_EDITION && records->frames[i].index != IMS_NO_NODE)
      imsi_builder_edition_break_off(records->builder);
}
