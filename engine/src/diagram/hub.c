/* The clauses that management system standards have in common in the middle, what each standard has of its own around
   them. Shows what `correlate` says of the common structure, and what `overlap` says of the rest. */

#include "base/try.h"
#include "diagram/hub_internal.h"
#include "diagram/registry.h"
#include "query/clause_list.h"
#include "query/reference.h"

#include <string.h>

static const ims_param params[] = {
  { "edition", "STANDARD", "standards around the common structure, four at most", true, true, true },
  { "clauses", "LIST", "only these clauses and what is below them, such as 4-7,8.2", false, false, false },
  { "focus", "REF", "only what has to do with this clause", false, false, false },
};

/* ---- what is chosen ---- */

static bool is_chosen(const imsi_hub *h, ims_node clause, ims_node other)
{
  if (!imsi_clause_list_has(h->clauses, ims_node_name(h->model, clause)))
    return false;
  return h->focus.index == IMS_NO_NODE || ims_node_is_in(h->model, clause, h->focus) ||
         ims_node_is_in(h->model, h->focus, clause) ||
         (other.index != IMS_NO_NODE &&
          (ims_node_is_in(h->model, other, h->focus) || ims_node_is_in(h->model, h->focus, other)));
}

/* ---- rows and chips ---- */

static ims_status row_of(imsi_hub *h, ims_node clause, uint32_t *row)
{
  const ims_node shown = h->folded ? imsi_picture_chapter(h->model, clause) : clause;
  for (*row = 0; *row < h->rows.count; ++*row)
    if (IMSI_AT(imsi_hub_row, &h->rows, *row).clause.index == shown.index)
      return IMS_OK;
  return imsi_vec_push(&h->rows, &(imsi_hub_row){ shown, 0, 0 });
}

/* Adds a pair; folded, to a chip that looks the same. */
static ims_status add_chip(imsi_hub *h, uint32_t row, uint32_t edition, const imsi_pair *pair)
{
  for (size_t i = 0; h->folded && i < h->chips.count; i++) {
    imsi_hub_chip *chip = &IMSI_AT(imsi_hub_chip, &h->chips, i);
    if (chip->row != row || chip->edition != edition ||
        imsi_look_relation(chip->pair.relation) != imsi_look_relation(pair->relation))
      continue;
    chip->count++;
    return IMS_OK;
  }
  return imsi_vec_push(&h->chips, &(imsi_hub_chip){ row, edition, *pair, 1 });
}

static ims_status add_pairs(imsi_hub *h, ims_node clause)
{
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  ims_status status = IMS_OK;
  for (uint32_t e = 0; !status && e < h->edition_count; e++) {
    pairs.count = 0;
    status = imsi_correlation_of(h->model, h->closure, clause, h->editions[e], IMS_CLAUSE, &pairs);
    for (size_t i = 0; !status && i < pairs.count; i++) {
      const imsi_pair *pair = &IMSI_AT(imsi_pair, &pairs, i);
      uint32_t row;
      if (!is_chosen(h, clause, pair->target))
        continue;
      status = row_of(h, clause, &row);
      if (!status)
        status = add_chip(h, row, e, pair);
    }
  }
  imsi_vec_free(&pairs);
  return status;
}

static ims_status find_rows(imsi_hub *h)
{
  h->rows.count = h->chips.count = 0;
  for (uint32_t i = 0; i < h->hub->count; i++) {
    const ims_node node = { h->hub->first.index + i };
    if (ims_node_kind_of(h->model, node) == IMS_CLAUSE)
      IMS_TRY(add_pairs(h, node));
  }
  return IMS_OK;
}

/* ---- parts ---- */

static ims_status count_unit(imsi_hub *h, const imsi_overlap_unit *unit)
{
  const ims_node clause = imsi_overlap_part(h->model, unit);
  const ims_node shown = h->folded ? imsi_picture_chapter(h->model, clause) : clause;
  const imsi_editions own = UINT32_C(1) << unit->edition;
  imsi_hub_part *part = h->parts.count ? &IMSI_AT(imsi_hub_part, &h->parts, h->parts.count - 1) : NULL;
  if (!part || part->clause.index != shown.index) {
    IMS_TRY(imsi_vec_push(&h->parts, &(imsi_hub_part){ shown, unit->edition, 0, 0, 0 }));
    part = &IMSI_AT(imsi_hub_part, &h->parts, h->parts.count - 1);
  }
  part->total++;
  part->own += unit->shared == own && !unit->unknown;
  part->unknown += unit->shared == own && unit->unknown;
  return IMS_OK;
}

static ims_status find_parts(imsi_hub *h)
{
  imsi_vec units = IMSI_VEC(imsi_overlap_unit);
  ims_status status = imsi_overlap_units(h->model, h->closure, h->editions, h->edition_count, &units);
  h->parts.count = 0;
  for (size_t i = 0; !status && i < units.count; i++) {
    const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, &units, i);
    if (unit->home.index == IMS_NO_NODE &&
        is_chosen(h, imsi_overlap_part(h->model, unit), ims_node_clause(h->model, unit->node)))
      status = count_unit(h, unit);
  }
  imsi_vec_free(&units);
  return status;
}

static ims_status find_all(imsi_hub *h)
{
  IMS_TRY(find_rows(h));
  return find_parts(h);
}

/* ---- the request ---- */

static ims_status take_request(imsi_hub *h, const ims_request *request, imsi_reporter *reporter)
{
  h->hub = imsi_overlap_hub(h->model);
  if (!h->hub)
    return imsi_picture_bad(reporter, "no edition is marked as the hub: there is nothing to draw in the middle");
  const char *name;
  for (size_t i = 0; (name = imsi_request_value(request, "edition", i)); i++) {
    const ims_edition *edition;
    IMS_TRY(imsi_reference_edition(h->model, request->evidence, name, strlen(name), reporter, &edition));
    if (edition == h->hub)
      return imsi_picture_bad(reporter, "the common structure is in the middle already: name the standards around it");
    IMS_TRY(imsi_picture_add_edition(h->editions, IMSI_HUB_EDITIONS, edition, &h->edition_count, reporter));
  }
  h->clauses = imsi_request_value(request, "clauses", 0);
  if (h->clauses)
    IMS_TRY(imsi_clause_list_check(h->clauses, reporter));
  name = imsi_request_value(request, "focus", 0);
  return name ? imsi_reference_node(h->model, request->evidence, name, reporter, &h->focus) : IMS_OK;
}

static ims_status fill(imsi_hub *h, ims_picture *p, imsi_reporter *reporter)
{
  IMS_TRY(find_all(h));
  size_t nodes = h->rows.count + h->chips.count + h->parts.count;
  if (nodes > p->max_nodes) {
    h->folded = true;
    IMS_TRY(find_all(h));
    nodes = h->rows.count + h->chips.count + h->parts.count;
    if (nodes > p->max_nodes)
      return imsi_picture_too_many(p, nodes, reporter);
  }
  if (!nodes)
    return imsi_picture_bad(reporter, "nothing is left to draw: of what is asked for, nothing is known for certain");
  imsi_hub_place(h, p);
  return IMS_OK;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  imsi_hub h = { .model = model,
                 .focus = { IMS_NO_NODE },
                 .rows = IMSI_VEC(imsi_hub_row),
                 .chips = IMSI_VEC(imsi_hub_chip),
                 .parts = IMSI_VEC(imsi_hub_part) };
  IMS_TRY(imsi_picture_check(p, request, reporter));
  IMS_TRY(take_request(&h, request, reporter));
  IMS_TRY(imsi_report_close(model, reporter, &h.closure));
  const ims_status status = fill(&h, p, reporter);
  imsi_closure_free(h.closure);
  imsi_vec_free(&h.rows);
  imsi_vec_free(&h.chips);
  imsi_vec_free(&h.parts);
  return status;
}

static ims_status draw(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  return imsi_picture_answer(answer, model, request, sink, picture);
}

const ims_diagram imsi_diagram_hub = {
  .name = "hub",
  .summary = "the common structure in the middle, what each standard has of its own around it",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .max_nodes = 240,
  .draw = draw,
};
