/* What the evidence of a register shows, clause by clause for each system, as `coverage` tells it. */

#include "base/try.h"
#include "diagram/coverage_internal.h"
#include "diagram/registry.h"
#include "query/clause_list.h"
#include "query/reference.h"

#include <string.h>

static const ims_param params[] = {
  IMSI_HELD_AT,
  { "systems", "LIST", "only these systems, or those of these standards, such as ISMS,9001", false, false, false },
  { "clauses", "LIST", "only these clauses and what is below them, such as 4-7,8.2", false, false, false },
  { "focus", "REF", "a clause, and what of other systems overlaps it for certain", false, false, false },
  { "layer", "SETS", "only demands in these sets, such as 'want - have' or '27001/A.5 & (gap + related)'", false, false,
    false },
};

/* ---- the request ---- */

static ims_status take_request(imsi_mosaic *m, const ims_request *request, imsi_reporter *reporter)
{
  IMS_TRY(imsi_held_begin(&m->held, "systems", m->model, request, reporter));
  m->layer = imsi_request_value(request, "layer", 0);
  m->clauses = imsi_request_value(request, "clauses", 0);
  if (m->clauses)
    IMS_TRY(imsi_clause_list_check(m->clauses, reporter));
  const char *focus = imsi_request_value(request, "focus", 0);
  return focus ? imsi_reference_node(m->model, request->evidence, focus, reporter, &m->focus) : IMS_OK;
}

static bool is_chosen(const imsi_mosaic *m, ims_node demand)
{
  if (!imsi_clause_list_has(m->clauses, ims_node_name(m->model, ims_node_clause(m->model, demand))))
    return false;
  return m->focus.index == IMS_NO_NODE || ims_node_is_in(m->model, demand, m->focus) ||
         ims_node_is_in(m->model, m->focus, demand) ||
         ims_relation_overlaps(imsi_closure_relation(m->held.closure, m->focus, demand));
}

/* ---- demands ---- */

static ims_status find_demands_of(imsi_mosaic *m, uint32_t system)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(m->held.evidence, system, &demands);
  for (size_t i = 0; !status && i < demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &demands, i);
    imsi_standing standing = { .system = system };
    if (!is_chosen(m, demand))
      continue;
    status = imsi_evidence_show(m->held.evidence, system, demand, &standing.shown);
    if (!status)
      status = imsi_vec_push(&m->demands, &standing);
  }
  imsi_vec_free(&demands);
  return status;
}

static ims_status find_demands(imsi_mosaic *m)
{
  for (uint32_t s = imsi_held_next(&m->held, UINT32_MAX); s != UINT32_MAX; s = imsi_held_next(&m->held, s))
    IMS_TRY(find_demands_of(m, s));
  return IMS_OK;
}

imsi_mosaic_share imsi_mosaic_count(const imsi_mosaic *m, uint32_t system, ims_node part, ims_force force)
{
  imsi_mosaic_share share = { 0, 0, 0, { 0 } };
  for (size_t i = 0; i < m->demands.count; i++) {
    const imsi_standing *at = &IMSI_AT(const imsi_standing, &m->demands, i);
    const bool control = ims_node_force(m->model, at->shown.demand) == IMS_CONTROL;
    if (at->system != system || (force && (force == IMS_CONTROL) != control) ||
        (part.index != IMS_NO_NODE && !ims_node_is_in(m->model, at->shown.demand, part)))
      continue;
    share.all++;
    share.states[at->shown.state]++;
    share.counted += imsi_state_counts(at->shown.state);
    share.evidenced += at->shown.state == IMSI_STATE_EVIDENCED;
  }
  return share;
}

/* ---- tiles ---- */

/* The clause itself, the one that is a part of its chapter, or the chapter. */
static ims_node place_of(const imsi_mosaic *m, ims_node demand)
{
  ims_node clause = ims_node_clause(m->model, demand), section = clause;
  if (m->fold == IMSI_TILES_CLAUSES)
    return clause;
  for (ims_node above; (above = ims_node_parent(m->model, clause)).index != IMS_NO_NODE; clause = above)
    section = clause;
  return m->fold == IMSI_TILES_SECTIONS ? section : clause;
}

/* Demands of a clause stand together, but for what follows the clauses in it. */
static ims_status tile_of(imsi_mosaic *m, const imsi_standing *standing, bool control, imsi_tile **tile)
{
  const ims_node place = place_of(m, standing->shown.demand);
  for (size_t i = m->tiles.count; i-- > 0;) {
    *tile = &IMSI_AT(imsi_tile, &m->tiles, i);
    if ((*tile)->system != standing->system || (*tile)->control != control)
      break;
    if ((*tile)->clause.index == place.index)
      return IMS_OK;
  }
  IMS_TRY(imsi_vec_push(&m->tiles, &(imsi_tile){ .system = standing->system, .control = control, .clause = place }));
  *tile = &IMSI_AT(imsi_tile, &m->tiles, m->tiles.count - 1);
  return IMS_OK;
}

static ims_status add_tiles(imsi_mosaic *m, uint32_t system, bool control)
{
  for (size_t i = 0; i < m->demands.count; i++) {
    const imsi_standing *standing = &IMSI_AT(const imsi_standing, &m->demands, i);
    imsi_tile *tile;
    if (standing->system != system || (ims_node_force(m->model, standing->shown.demand) == IMS_CONTROL) != control)
      continue;
    IMS_TRY(tile_of(m, standing, control, &tile));
    tile->open += standing->shown.finding.index != IMS_NO_ENTRY;
    tile->outside += standing->outside;
    tile->states[standing->shown.state] += !standing->outside;
  }
  return IMS_OK;
}

static ims_status find_tiles(imsi_mosaic *m)
{
  m->tiles.count = 0;
  for (uint32_t s = imsi_held_next(&m->held, UINT32_MAX); s != UINT32_MAX; s = imsi_held_next(&m->held, s))
    for (int control = 0; control < 2; control++)
      IMS_TRY(add_tiles(m, s, control == 1));
  return IMS_OK;
}

/* ---- the answer ---- */

static ims_status fill(imsi_mosaic *m, ims_picture *p, imsi_reporter *reporter)
{
  IMS_TRY(find_tiles(m));
  if (!m->tiles.count)
    return imsi_picture_bad(reporter, "nothing is left to draw: no system has a demand in what is asked for");
  while (m->tiles.count > p->max_nodes && m->fold < IMSI_TILES_CHAPTERS) {
    m->fold++;
    IMS_TRY(find_tiles(m));
  }
  if (m->tiles.count > p->max_nodes)
    return imsi_picture_too_many(p, m->tiles.count, reporter);
  p->as_of = m->held.day;
  imsi_mosaic_place(m, p);
  imsi_mosaic_tell(m, p);
  return IMS_OK;
}

static ims_status find(imsi_mosaic *m, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  IMS_TRY(take_request(m, request, reporter));
  IMS_TRY(imsi_held_weigh(&m->held));
  IMS_TRY(find_demands(m));
  if (m->layer)
    IMS_TRY(imsi_mosaic_take_layer(m, reporter));
  return fill(m, p, reporter);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  imsi_mosaic m = {
    .model = model, .focus = { IMS_NO_NODE }, .demands = IMSI_VEC(imsi_standing), .tiles = IMSI_VEC(imsi_tile)
  };
  IMS_TRY(imsi_picture_check(p, request, reporter));
  const ims_status status = find(&m, request, reporter, p);
  imsi_vec_free(&m.demands);
  imsi_vec_free(&m.tiles);
  imsi_held_close(&m.held);
  return status;
}

static ims_status draw(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  return imsi_picture_answer(answer, model, request, sink, picture);
}

const ims_diagram imsi_diagram_coverage = {
  .name = "coverage",
  .summary = "what the evidence of a register shows, clause by clause for each system",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .register_use = IMS_REGISTER_REQUIRED,
  .max_nodes = 320,
  .draw = draw,
};
