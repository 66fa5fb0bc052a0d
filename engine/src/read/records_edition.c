/* Editions and what they hold: amendments, terms, clauses, provisions, items, duties. */

#include "base/try.h"
#include "read/records_internal.h"

/* `a` + `between` + `b` as a symbol: `9.3.2#d`, `term:incident`. */
static ims_status join(imsi_records *r, const char *a, const char *between, const char *b, imsi_symbol *joined)
{
  imsi_strbuf_clear(&r->scratch);
  imsi_strbuf_text(&r->scratch, a);
  imsi_strbuf_text(&r->scratch, between);
  imsi_strbuf_text(&r->scratch, b);
  IMS_TRY(r->scratch.status);
  return imsi_builder_symbol(r->builder, imsi_strbuf_string(&r->scratch), r->scratch.size, joined);
}

ims_status imsi_open_edition(imsi_records *r)
{
  const imsi_raw_edition edition = {
    .unit = imsi_record_unit(r, IMSI_A_ID),
    .name = imsi_record_symbol(r, IMSI_A_NAME),
    .family = imsi_record_symbol(r, IMSI_A_FAMILY),
    .title = imsi_record_symbol(r, IMSI_A_TITLE),
    .discipline = imsi_record_symbol(r, IMSI_A_DISCIPLINE),
    .published = imsi_record_symbol(r, IMSI_A_PUBLISHED),
    .valid_until = imsi_record_symbol(r, IMSI_A_VALID_UNTIL),
    .replaces = imsi_record_symbol(r, IMSI_A_REPLACES),
    .vocabulary = imsi_record_symbol(r, IMSI_A_VOCABULARY),
    .prints = imsi_record_symbol(r, IMSI_A_PRINTS),
    .basis = imsi_record_symbol(r, IMSI_A_BASIS),
    .kind = imsi_record_word(r, IMSI_A_KIND),
    .status = imsi_record_word(r, IMSI_A_STATUS),
    .is_default = imsi_record_word(r, IMSI_A_DEFAULT),
    .is_hub = imsi_record_word(r, IMSI_A_HUB),
    .provisional = imsi_record_word(r, IMSI_A_PROVISIONAL),
  };
  return imsi_builder_edition(r->builder, &edition, &imsi_record_frame(r)->index);
}

ims_status imsi_close_edition(imsi_records *r, imsi_symbol text)
{
  (void)text;
  return imsi_builder_edition_end(r->builder);
}

ims_status imsi_open_amendment(imsi_records *r)
{
  imsi_strbuf_clear(&r->notes);
  r->amendment = (imsi_raw_amendment){ imsi_record_parent(r)->index,
                                       imsi_record_symbol(r, IMSI_A_ID),
                                       imsi_record_symbol(r, IMSI_A_PUBLISHED),
                                       imsi_record_symbol(r, IMSI_A_BASIS),
                                       0,
                                       imsi_record_frame(r)->place };
  return IMS_OK;
}

ims_status imsi_close_amendment(imsi_records *r, imsi_symbol text)
{
  (void)text;
  IMS_TRY(imsi_record_take_notes(r, &r->amendment.note));
  return imsi_builder_amendment(r->builder, &r->amendment);
}

/* A node with everything that any kind of node can have; what its element has no attribute for is not given. */
static imsi_raw_node node(imsi_records *r, ims_node_kind kind, imsi_symbol name)
{
  return (imsi_raw_node){
    .parent = IMS_NO_NODE, .name = name, .confidence = -1, .place = imsi_record_frame(r)->place, .kind = kind
  };
}

static void set_standing(const imsi_records *r, imsi_raw_node *n)
{
  const imsi_raw_standing said = imsi_record_said(r);
  n->basis = said.basis;
  n->standing = said.standing;
  n->confidence = said.confidence;
}

ims_status imsi_open_term(imsi_records *r)
{
  imsi_symbol name;
  IMS_TRY(join(r, "term:", "", imsi_builder_text(r->builder, imsi_record_symbol(r, IMSI_A_ID)), &name));
  imsi_raw_node n = node(r, IMS_TERM, name);
  n.label = imsi_record_symbol(r, IMSI_A_NAME);
  n.number = imsi_record_symbol(r, IMSI_A_NUMBER);
  set_standing(r, &n);
  return imsi_builder_node(r->builder, &n, &imsi_record_frame(r)->index);
}

ims_status imsi_open_clause(imsi_records *r)
{
  imsi_raw_node n = node(r, IMS_CLAUSE, imsi_record_symbol(r, IMSI_A_NUMBER));
  n.parent = imsi_record_symbol(r, IMSI_A_PARENT);
  n.text = imsi_record_symbol(r, IMSI_A_TITLE);
  n.basis = imsi_record_symbol(r, IMSI_A_BASIS);
  n.force = imsi_record_word(r, IMSI_A_FORCE);
  n.unconfirmed = imsi_record_word(r, IMSI_A_UNCONFIRMED);
  n.whole = imsi_record_word(r, IMSI_A_PROVISIONS);
  imsi_record_frame(r)->name = n.name;
  return imsi_builder_node(r->builder, &n, &imsi_record_frame(r)->index);
}

ims_status imsi_open_provision(imsi_records *r)
{
  const imsi_frame *clause = imsi_record_parent(r);
  imsi_symbol name;
  IMS_TRY(join(r, imsi_builder_text(r->builder, clause->name), "#",
               imsi_builder_text(r->builder, imsi_record_symbol(r, IMSI_A_ID)), &name));
  imsi_raw_node n = node(r, IMS_PROVISION, name);
  n.parent = clause->index;
  n.condition = imsi_record_symbol(r, IMSI_A_CONDITION);
  n.force = imsi_record_word(r, IMSI_A_FORCE);
  n.applies = imsi_record_word(r, IMSI_A_APPLIES);
  n.phase = imsi_record_word(r, IMSI_A_PHASE);
  n.method = imsi_record_word(r, IMSI_A_METHOD);
  n.record = imsi_record_word(r, IMSI_A_RECORD);
  set_standing(r, &n);
  return imsi_builder_node(r->builder, &n, &imsi_record_frame(r)->index);
}

/* An item belongs to its provision, or to an earlier item of the same provision. */
ims_status imsi_open_item(imsi_records *r)
{
  const imsi_frame *provision = imsi_record_parent(r);
  const char *clause = imsi_builder_text(r->builder, r->frames[r->depth - 2].name);
  IMS_TRY(join(r, clause, "#", imsi_builder_text(r->builder, imsi_record_symbol(r, IMSI_A_ID)),
               &imsi_record_frame(r)->name));
  r->item_parent = provision->index;
  if (!r->values[IMSI_A_IN].given)
    return IMS_OK;
  imsi_symbol in;
  IMS_TRY(join(r, clause, "#", imsi_builder_text(r->builder, imsi_record_symbol(r, IMSI_A_IN)), &in));
  const uint32_t whole = imsi_builder_find(r->builder, in);
  const int depth = imsi_builder_item_depth(r->builder, whole, provision->index);
  const ims_pos pos = imsi_builder_pos(r->builder, imsi_record_frame(r)->place);
  if (!depth)
    imsi_report(r->reporter, IMS_DIAG_UNKNOWN_REFERENCE, pos, "'in'", "item", imsi_builder_text(r->builder, in),
                "; an item comes after the one it belongs to, in the same provision");
  else if (depth == IMSI_ITEM_DEPTH)
    imsi_report(r->reporter, IMS_DIAG_ITEM_DEPTH, pos, imsi_builder_text(r->builder, imsi_record_frame(r)->name), NULL,
                NULL, NULL);
  else
    r->item_parent = whole;
  return IMS_OK;
}

ims_status imsi_close_item(imsi_records *r, imsi_symbol text)
{
  imsi_raw_node n = node(r, IMS_ITEM, imsi_record_frame(r)->name);
  n.parent = r->item_parent;
  n.text = text;
  return imsi_builder_node(r->builder, &n, &imsi_record_frame(r)->index);
}

/* The item of the provision that the duty belongs to; IMS_NO_NODE if it names none. */
static ims_status find_duty_item(imsi_records *r, uint32_t *item)
{
  const char *clause = imsi_builder_text(r->builder, r->frames[r->depth - 2].name);
  imsi_symbol in;
  *item = IMS_NO_NODE;
  if (!r->values[IMSI_A_IN].given)
    return IMS_OK;
  IMS_TRY(join(r, clause, "#", imsi_builder_text(r->builder, imsi_record_symbol(r, IMSI_A_IN)), &in));
  const uint32_t found = imsi_builder_find(r->builder, in);
  if (imsi_builder_item_depth(r->builder, found, imsi_record_parent(r)->index))
    *item = found;
  else
    imsi_report(r->reporter, IMS_DIAG_UNKNOWN_REFERENCE, imsi_builder_pos(r->builder, imsi_record_frame(r)->place),
                "'in'", "item", imsi_builder_text(r->builder, in), "; a duty belongs to an item of the same provision");
  return IMS_OK;
}

ims_status imsi_open_duty(imsi_records *r)
{
  uint32_t item;
  IMS_TRY(find_duty_item(r, &item));
  r->duty = (imsi_raw_duty){ .node = imsi_record_parent(r)->index,
                             .item = item,
                             .condition = imsi_record_symbol(r, IMSI_A_CONDITION),
                             .basis = imsi_record_symbol(r, IMSI_A_BASIS),
                             .kind = imsi_record_word(r, IMSI_A_KIND),
                             .verb = imsi_record_word(r, IMSI_A_VERB),
                             .self_determined = imsi_record_word(r, IMSI_A_SELF_DETERMINED),
                             .unconfirmed = imsi_record_word(r, IMSI_A_UNCONFIRMED),
                             .in_soa = imsi_record_word(r, IMSI_A_ENTRIES),
                             .place = imsi_record_frame(r)->place };
  return IMS_OK;
}

ims_status imsi_close_duty(imsi_records *r, imsi_symbol text)
{
  r->duty.text = text;
  return imsi_builder_duty(r->builder, &r->duty);
}
