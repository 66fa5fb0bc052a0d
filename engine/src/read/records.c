#include "read/records.h"

#include "base/try.h"

#include <string.h>

static imsi_frame *frame_of(imsi_records *r)
{
  return &r->frames[r->depth];
}

static imsi_frame *parent_of(imsi_records *r)
{
  return &r->frames[r->depth - 1];
}

static imsi_symbol symbol(const imsi_records *r, imsi_attribute attribute)
{
  return r->values[attribute].given ? r->values[attribute].symbol : 0;
}

static uint8_t word(const imsi_records *r, imsi_attribute attribute)
{
  return r->values[attribute].given ? (uint8_t)r->values[attribute].number : 0;
}

static int16_t number(const imsi_records *r, imsi_attribute attribute)
{
  if (!r->values[attribute].given)
    return -1;
  return (int16_t)r->values[attribute].number;
}

static imsi_unit unit(imsi_records *r)
{
  return (imsi_unit){ symbol(r, IMSI_A_ID), 0, frame_of(r)->place };
}

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

/* What the notes since the element began say together; 0 for nothing. */
static ims_status take_notes(imsi_records *r, imsi_symbol *note)
{
  const ims_status status = imsi_builder_symbol(r->builder, imsi_strbuf_string(&r->notes), r->notes.size, note);
  imsi_strbuf_clear(&r->notes);
  return status;
}

/* ---- small units ---- */

static ims_status open_basis(imsi_records *r)
{
  return imsi_builder_basis(r->builder, &(imsi_raw_basis){ unit(r), symbol(r, IMSI_A_TITLE), symbol(r, IMSI_A_HREF),
                                                           symbol(r, IMSI_A_READ_ON) });
}

static ims_status open_family(imsi_records *r)
{
  return imsi_builder_family(r->builder,
                             &(imsi_raw_family){ unit(r), symbol(r, IMSI_A_NAME), symbol(r, IMSI_A_TITLE) });
}

static ims_status open_topic(imsi_records *r)
{
  const imsi_raw_topic topic = { .unit = unit(r),
                                 .title = symbol(r, IMSI_A_TITLE),
                                 .basis = symbol(r, IMSI_A_BASIS),
                                 .confidence = number(r, IMSI_A_CONFIDENCE),
                                 .verdict = word(r, IMSI_A_VERDICT),
                                 .standing =
                                     r->values[IMSI_A_STATUS].given ? word(r, IMSI_A_STATUS) : (uint8_t)IMS_PROPOSED };
  return imsi_builder_topic(r->builder, &topic, &frame_of(r)->index);
}

static ims_status open_member(imsi_records *r)
{
  return imsi_builder_member(r->builder, &(imsi_raw_link){ parent_of(r)->index, symbol(r, IMSI_A_EDITION),
                                                           symbol(r, IMSI_A_OF), 0, frame_of(r)->place });
}

static ims_status open_overlay(imsi_records *r)
{
  r->overlay = symbol(r, IMSI_A_EDITION);
  return IMS_OK;
}

static ims_status open_text(imsi_records *r)
{
  r->link = (imsi_raw_link){ 0, r->overlay, symbol(r, IMSI_A_OF), 0, frame_of(r)->place };
  return IMS_OK;
}

static ims_status close_text(imsi_records *r, imsi_symbol text)
{
  r->link.text = text;
  return imsi_builder_overlay(r->builder, &r->link);
}

/* ---- editions and what they hold ---- */

static ims_status open_edition(imsi_records *r)
{
  const imsi_raw_edition edition = {
    .unit = unit(r),
    .name = symbol(r, IMSI_A_NAME),
    .family = symbol(r, IMSI_A_FAMILY),
    .title = symbol(r, IMSI_A_TITLE),
    .discipline = symbol(r, IMSI_A_DISCIPLINE),
    .published = symbol(r, IMSI_A_PUBLISHED),
    .valid_until = symbol(r, IMSI_A_VALID_UNTIL),
    .replaces = symbol(r, IMSI_A_REPLACES),
    .basis = symbol(r, IMSI_A_BASIS),
    .kind = word(r, IMSI_A_KIND),
    .status = word(r, IMSI_A_STATUS),
    .is_default = word(r, IMSI_A_DEFAULT),
    .is_hub = word(r, IMSI_A_HUB),
    .provisional = word(r, IMSI_A_PROVISIONAL),
  };
  return imsi_builder_edition(r->builder, &edition, &frame_of(r)->index);
}

static ims_status close_edition(imsi_records *r, imsi_symbol text)
{
  (void)text;
  return imsi_builder_edition_end(r->builder);
}

static ims_status open_amendment(imsi_records *r)
{
  imsi_strbuf_clear(&r->notes);
  r->amendment = (imsi_raw_amendment){
    parent_of(r)->index, symbol(r, IMSI_A_ID), symbol(r, IMSI_A_PUBLISHED), symbol(r, IMSI_A_BASIS), 0,
    frame_of(r)->place
  };
  return IMS_OK;
}

static ims_status close_amendment(imsi_records *r, imsi_symbol text)
{
  (void)text;
  IMS_TRY(take_notes(r, &r->amendment.note));
  return imsi_builder_amendment(r->builder, &r->amendment);
}

/* A node with everything that any kind of node can have; what its element has no attribute for is not given. */
static imsi_raw_node node(imsi_records *r, ims_node_kind kind, imsi_symbol name)
{
  return (imsi_raw_node){
    .parent = IMS_NO_NODE, .name = name, .confidence = -1, .place = frame_of(r)->place, .kind = kind
  };
}

static void set_standing(const imsi_records *r, imsi_raw_node *n)
{
  n->basis = symbol(r, IMSI_A_BASIS);
  n->standing = r->values[IMSI_A_STATUS].given ? word(r, IMSI_A_STATUS) : IMS_PROPOSED;
  n->confidence = number(r, IMSI_A_CONFIDENCE);
}

static ims_status open_term(imsi_records *r)
{
  imsi_symbol name;
  IMS_TRY(join(r, "term:", "", imsi_builder_text(r->builder, symbol(r, IMSI_A_ID)), &name));
  imsi_raw_node n = node(r, IMS_TERM, name);
  n.label = symbol(r, IMSI_A_NAME);
  n.number = symbol(r, IMSI_A_NUMBER);
  set_standing(r, &n);
  return imsi_builder_node(r->builder, &n, &frame_of(r)->index);
}

static ims_status open_clause(imsi_records *r)
{
  imsi_raw_node n = node(r, IMS_CLAUSE, symbol(r, IMSI_A_NUMBER));
  n.parent = symbol(r, IMSI_A_PARENT);
  n.text = symbol(r, IMSI_A_TITLE);
  n.basis = symbol(r, IMSI_A_BASIS);
  n.force = word(r, IMSI_A_FORCE);
  n.unconfirmed = word(r, IMSI_A_UNCONFIRMED);
  n.whole = word(r, IMSI_A_PROVISIONS);
  frame_of(r)->name = n.name;
  return imsi_builder_node(r->builder, &n, &frame_of(r)->index);
}

static ims_status open_provision(imsi_records *r)
{
  const imsi_frame *clause = parent_of(r);
  imsi_symbol name;
  IMS_TRY(join(r, imsi_builder_text(r->builder, clause->name), "#", imsi_builder_text(r->builder, symbol(r, IMSI_A_ID)),
               &name));
  imsi_raw_node n = node(r, IMS_PROVISION, name);
  n.parent = clause->index;
  n.condition = symbol(r, IMSI_A_CONDITION);
  n.force = word(r, IMSI_A_FORCE);
  n.applies = word(r, IMSI_A_APPLIES);
  n.phase = word(r, IMSI_A_PHASE);
  n.method = word(r, IMSI_A_METHOD);
  n.record = word(r, IMSI_A_RECORD);
  set_standing(r, &n);
  return imsi_builder_node(r->builder, &n, &frame_of(r)->index);
}

static ims_status close_gist(imsi_records *r, imsi_symbol text)
{
  imsi_builder_set_text(r->builder, parent_of(r)->index, text);
  return IMS_OK;
}

/* An item belongs to its provision, or to an earlier item of the same provision. */
static ims_status open_item(imsi_records *r)
{
  const imsi_frame *provision = parent_of(r);
  const char *clause = imsi_builder_text(r->builder, r->frames[r->depth - 2].name);
  IMS_TRY(join(r, clause, "#", imsi_builder_text(r->builder, symbol(r, IMSI_A_ID)), &frame_of(r)->name));
  r->item_parent = provision->index;
  if (!r->values[IMSI_A_IN].given)
    return IMS_OK;
  imsi_symbol in;
  IMS_TRY(join(r, clause, "#", imsi_builder_text(r->builder, symbol(r, IMSI_A_IN)), &in));
  const uint32_t whole = imsi_builder_find(r->builder, in);
  const int depth = imsi_builder_item_depth(r->builder, whole, provision->index);
  const ims_pos pos = imsi_builder_pos(r->builder, frame_of(r)->place);
  if (!depth)
    imsi_report(r->reporter, IMS_DIAG_UNKNOWN_REFERENCE, pos, "'in'", "item", imsi_builder_text(r->builder, in),
                "; an item comes after the one it belongs to, in the same provision");
  else if (depth == IMSI_ITEM_DEPTH)
    imsi_report(r->reporter, IMS_DIAG_ITEM_DEPTH, pos, imsi_builder_text(r->builder, frame_of(r)->name), NULL, NULL,
                NULL);
  else
    r->item_parent = whole;
  return IMS_OK;
}

static ims_status close_item(imsi_records *r, imsi_symbol text)
{
  imsi_raw_node n = node(r, IMS_ITEM, frame_of(r)->name);
  n.parent = r->item_parent;
  n.text = text;
  return imsi_builder_node(r->builder, &n, &frame_of(r)->index);
}

static ims_status open_duty(imsi_records *r)
{
  r->duty = (imsi_raw_duty){ .node = parent_of(r)->index,
                             .condition = symbol(r, IMSI_A_CONDITION),
                             .basis = symbol(r, IMSI_A_BASIS),
                             .kind = word(r, IMSI_A_KIND),
                             .verb = word(r, IMSI_A_VERB),
                             .place = frame_of(r)->place };
  return IMS_OK;
}

static ims_status close_duty(imsi_records *r, imsi_symbol text)
{
  r->duty.text = text;
  return imsi_builder_duty(r->builder, &r->duty);
}

/* ---- relations and verdicts ---- */

static void set_row_standing(const imsi_records *r, imsi_raw_row *row)
{
  if (r->values[IMSI_A_BASIS].given)
    row->basis = symbol(r, IMSI_A_BASIS);
  if (r->values[IMSI_A_STATUS].given)
    row->standing = word(r, IMSI_A_STATUS);
  if (r->values[IMSI_A_CONFIDENCE].given)
    row->confidence = number(r, IMSI_A_CONFIDENCE);
}

static void set_row(const imsi_records *r, imsi_raw_row *row)
{
  if (r->values[IMSI_A_RATIONALE].given)
    row->rationale = word(r, IMSI_A_RATIONALE);
  if (r->values[IMSI_A_METHOD].given)
    row->method = word(r, IMSI_A_METHOD);
  if (r->values[IMSI_A_RECORD].given)
    row->record = word(r, IMSI_A_RECORD);
  set_row_standing(r, row);
}

static ims_status open_mapping_set(imsi_records *r)
{
  const imsi_raw_mapping mapping = { unit(r), symbol(r, IMSI_A_SOURCE), symbol(r, IMSI_A_TARGET),
                                     symbol(r, IMSI_A_BASIS), word(r, IMSI_A_INTERSECTS) };
  IMS_TRY(imsi_builder_mapping(r->builder, &mapping, &frame_of(r)->index));
  r->defaults =
      (imsi_raw_row){ .mapping = frame_of(r)->index, .confidence = -1, .strength = -1, .standing = IMS_PROPOSED };
  set_row(r, &r->defaults);
  return IMS_OK;
}

static void begin_row(imsi_records *r)
{
  imsi_strbuf_clear(&r->notes);
  r->row = r->defaults;
  r->row.place = frame_of(r)->place;
  r->row.source = symbol(r, IMSI_A_SOURCE);
  r->row.target = symbol(r, IMSI_A_TARGET);
  r->texts = (imsi_raw_row_text){ 0, 0, 0, 0 };
}

static ims_status open_relation(imsi_records *r)
{
  begin_row(r);
  set_row(r, &r->row);
  r->row.relation = (uint8_t)((1U << word(r, IMSI_A_IS)) >> 1); /* the words come in the order of the bits */
  r->row.strength = (int8_t)number(r, IMSI_A_STRENGTH);
  r->row.move = word(r, IMSI_A_MOVE);
  return IMS_OK;
}

static ims_status open_none(imsi_records *r)
{
  begin_row(r);
  /* reuse and rationale are about a pair, a verdict has none */
  r->row.rationale = r->row.method = r->row.record = 0;
  set_row_standing(r, &r->row);
  r->row.move = r->values[IMSI_A_MOVE].given ? (uint8_t)(IMS_NEW - 1 + word(r, IMSI_A_MOVE)) : 0;
  return IMS_OK;
}

static ims_status close_row(imsi_records *r, imsi_symbol text)
{
  (void)text;
  IMS_TRY(take_notes(r, &r->texts.note));
  return imsi_builder_row(r->builder, &r->row, &r->texts);
}

static ims_status close_common(imsi_records *r, imsi_symbol text)
{
  r->texts.common = text;
  return IMS_OK;
}

static ims_status close_source_only(imsi_records *r, imsi_symbol text)
{
  r->texts.source_only = text;
  return IMS_OK;
}

static ims_status close_target_only(imsi_records *r, imsi_symbol text)
{
  r->texts.target_only = text;
  return IMS_OK;
}

/* ---- notes belong to whatever is open around them ---- */

/* Several notes become one text, when what they belong to ends. */
static ims_status add_note(imsi_records *r, imsi_symbol text)
{
  imsi_strbuf_text(&r->notes, r->notes.size ? " " : "");
  imsi_strbuf_text(&r->notes, imsi_builder_text(r->builder, text));
  return r->notes.status;
}

static ims_status close_note(imsi_records *r, imsi_symbol text)
{
  const imsi_frame *owner = parent_of(r);
  const imsi_raw_note note = { owner->index, text, frame_of(r)->place };
  switch (owner->element) {
  case IMSI_E_EDITION:
    return imsi_builder_note(r->builder, IMSI_OWNER_EDITION, &note);
  case IMSI_E_CLAUSE:
  case IMSI_E_PROVISION:
  case IMSI_E_TERM:
    return imsi_builder_note(r->builder, IMSI_OWNER_NODE, &note);
  case IMSI_E_AMENDMENT:
  case IMSI_E_RELATION:
  case IMSI_E_NONE:
    return add_note(r, text);
  default: /* for whoever reads the file: of a basis, a family, a topic, a mapping-set */
    return IMS_OK;
  }
}

/* ---- which element does what ---- */

typedef struct actions {
  ims_status (*open)(imsi_records *r);
  ims_status (*close)(imsi_records *r, imsi_symbol text);
} actions;

static const actions by_element[IMSI_E_COUNT] = {
  [IMSI_E_BASIS] = { open_basis, NULL },
  [IMSI_E_FAMILY] = { open_family, NULL },
  [IMSI_E_EDITION] = { open_edition, close_edition },
  [IMSI_E_AMENDMENT] = { open_amendment, close_amendment },
  [IMSI_E_TERM] = { open_term, NULL },
  [IMSI_E_CLAUSE] = { open_clause, NULL },
  [IMSI_E_PROVISION] = { open_provision, NULL },
  [IMSI_E_GIST] = { NULL, close_gist },
  [IMSI_E_ITEM] = { open_item, close_item },
  [IMSI_E_DUTY] = { open_duty, close_duty },
  [IMSI_E_NOTE] = { NULL, close_note },
  [IMSI_E_MAPPING_SET] = { open_mapping_set, NULL },
  [IMSI_E_RELATION] = { open_relation, close_row },
  [IMSI_E_COMMON] = { NULL, close_common },
  [IMSI_E_SOURCE_ONLY] = { NULL, close_source_only },
  [IMSI_E_TARGET_ONLY] = { NULL, close_target_only },
  [IMSI_E_NONE] = { open_none, close_row },
  [IMSI_E_TOPIC] = { open_topic, NULL },
  [IMSI_E_MEMBER] = { open_member, NULL },
  [IMSI_E_OVERLAY] = { open_overlay, NULL },
  [IMSI_E_TEXT] = { open_text, close_text },
};

ims_status imsi_records_open(imsi_records *records)
{
  const actions *act = &by_element[frame_of(records)->element];
  return act->open ? act->open(records) : IMS_OK;
}

ims_status imsi_records_close(imsi_records *records, imsi_symbol text)
{
  const actions *act = &by_element[frame_of(records)->element];
  return act->close ? act->close(records, text) : IMS_OK;
}

void imsi_records_break_off(imsi_records *records)
{
  for (size_t i = 0; i <= records->depth; i++)
    if (records->frames[i].element == IMSI_E_EDITION && records->frames[i].index != IMS_NO_NODE)
      imsi_builder_edition_break_off(records->builder);
}
