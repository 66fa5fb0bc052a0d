/** What the files that make records share. Only records*.c includes this. */
#ifndef IMSI_RECORDS_INTERNAL_H
#define IMSI_RECORDS_INTERNAL_H

#include "read/records.h"

/** The innermost open element, and the one around it. */
imsi_frame *imsi_record_frame(imsi_records *r);
imsi_frame *imsi_record_parent(imsi_records *r);

/** What an attribute says: its symbol, the index of its word (both 0 if it is not given), its number (-1). */
imsi_symbol imsi_record_symbol(const imsi_records *r, imsi_attribute attribute);
uint8_t imsi_record_word(const imsi_records *r, imsi_attribute attribute);
int imsi_record_number(const imsi_records *r, imsi_attribute attribute);

/** Who says it and how sure that is. A statement is proposed unless it says otherwise. */
imsi_raw_standing imsi_record_said(const imsi_records *r);

/** The head of a unit, with the id that the attribute gives. */
imsi_unit imsi_record_unit(imsi_records *r, imsi_attribute id);

/** What the notes since the element began say together; 0 for nothing. IMS_NOMEM. */
ims_status imsi_record_take_notes(imsi_records *r, imsi_symbol *note);

/** What opens or closes an element: by its name in the data format. */
typedef ims_status imsi_record_open(imsi_records *r);
typedef ims_status imsi_record_close(imsi_records *r, imsi_symbol text);

/* records_edition.c: editions and what they hold */
imsi_record_open imsi_open_edition, imsi_open_amendment, imsi_open_term, imsi_open_clause, imsi_open_provision,
    imsi_open_item, imsi_open_duty;
imsi_record_close imsi_close_edition, imsi_close_amendment, imsi_close_item, imsi_close_duty;

/* records_mapping.c: rows between editions, and what reviewers say of them */
imsi_record_open imsi_open_mapping_set, imsi_open_relation, imsi_open_none, imsi_open_guidance, imsi_open_review,
    imsi_open_decision;
imsi_record_close imsi_close_row, imsi_close_common, imsi_close_source_only, imsi_close_target_only,
    imsi_close_decision;

/* records_catalogue.c: what hangs on the graph */
imsi_record_open imsi_open_basis, imsi_open_family, imsi_open_topic, imsi_open_member, imsi_open_profile,
    imsi_open_aspect, imsi_open_check, imsi_open_severity, imsi_open_audit_table, imsi_open_band, imsi_open_audit_rule,
    imsi_open_overlay, imsi_open_text;
imsi_record_close imsi_close_family, imsi_close_topic, imsi_close_aspect, imsi_close_check, imsi_close_audit_table,
    imsi_close_audit_rule, imsi_close_text;

#endif
