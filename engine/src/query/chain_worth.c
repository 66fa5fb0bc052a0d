/* What a chain is worth, and what it says of reuse: as little as the weakest of its steps. */

#include "query/chain.h"

imsi_chain_worth imsi_chain_worth_of(const ims_model *model, const imsi_vec *steps)
{
  const imsi_chain_worth unsaid = { IMS_STANDING_UNSAID, -1, -1 };
  imsi_chain_worth worth = unsaid;
  bool any = false;
  for (size_t i = 0; i < steps->count; i++) {
    const imsi_step *step = &IMSI_AT(imsi_step, steps, i);
    if (step->kind == IMSI_STEP_WHOLE)
      return unsaid;
    if (step->kind != IMSI_STEP_ROW)
      continue;
    const ims_row row = ims_relation_at(model, step->row);
    if (!any || row.standing < worth.standing)
      worth.standing = row.standing;
    if (!any || row.strength < worth.strength)
      worth.strength = row.strength;
    if (!any || row.confidence < worth.confidence)
      worth.confidence = row.confidence;
    any = true;
  }
  return worth;
}

/* What the walk along a chain has gathered: the strictest value so far, and whether it is all that counts. */
typedef struct reuse {
  int strictest; /* of ims_method or ims_record: both name the stricter value later */
  bool open;     /* something that has to say a value says none */
} reuse;

static void meet(reuse *r, int value)
{
  if (value > r->strictest)
    r->strictest = value;
}

typedef enum kind { METHOD, RECORD } kind;

static int of_row(const ims_row *row, kind of)
{
  return of == METHOD ? (int)row->method : (int)row->record;
}

/* Of a provision, of an item that of the provision that it is in. */
static int of_node(const ims_model *model, ims_node node, kind of)
{
  while (ims_node_kind_of(model, node) == IMS_ITEM)
    node = ims_node_parent(model, node);
  const ims_node_info info = ims_node_get(model, node);
  return of == METHOD ? (int)info.method : (int)info.record;
}

static int of_hub_node(const ims_model *model, ims_node node, kind of)
{
  return ims_node_edition(model, node)->is_hub ? of_node(model, node, of) : 0;
}

/* A row that says something speaks for its pair; else both its ends do, and the hub must. */
static void meet_row(reuse *r, const ims_model *model, const ims_row *row, kind of)
{
  const int said = of_row(row, of);
  meet(r, said ? said : of_node(model, row->source, of));
  meet(r, said ? said : of_node(model, row->target, of));
  meet(r, of_hub_node(model, row->source, of));
  meet(r, of_hub_node(model, row->target, of));
  if (!said && !of_hub_node(model, row->source, of) && !of_hub_node(model, row->target, of))
    r->open = true;
}

static int along(const ims_model *model, const imsi_vec *steps, kind of)
{
  reuse r = { 0 };
  for (size_t i = 0; i < steps->count; i++) {
    const imsi_step *step = &IMSI_AT(imsi_step, steps, i);
    if (step->kind == IMSI_STEP_WHOLE)
      r.open = true;
    if (step->kind != IMSI_STEP_ROW)
      continue;
    const ims_row row = ims_relation_at(model, step->row);
    meet_row(&r, model, &row, of);
  }
  return r.open ? 0 : r.strictest;
}

void imsi_chain_reuse(const ims_model *model, const imsi_vec *steps, ims_method *method, ims_record *record)
{
  *method = (ims_method)along(model, steps, METHOD);
  *record = (ims_record)along(model, steps, RECORD);
}
