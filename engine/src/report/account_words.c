/* What `coverage` says of a demand. */

#include "base/try.h"
#include "query/duty.h"
#include "report/account_internal.h"

void imsi_account_cells_free(imsi_account_cells *cells)
{
  imsi_strbuf_free(&cells->documents);
  imsi_strbuf_free(&cells->places);
  imsi_strbuf_free(&cells->elsewhere);
  imsi_strbuf_free(&cells->lacking);
  imsi_strbuf_free(&cells->doubts);
  imsi_strbuf_free(&cells->exemption);
  imsi_strbuf_free(&cells->finding);
  imsi_strbuf_free(&cells->refused);
  imsi_strbuf_free(&cells->part);
  imsi_strbuf_free(&cells->doubted);
  imsi_strbuf_free(&cells->soa);
}

static void name_share(const imsi_held *held, ims_node demand, const imsi_share *share, imsi_strbuf *text)
{
  imsi_strbuf_text(text, text->size ? "\n" : "");
  if (share->part.index != demand.index) {
    imsi_strbuf_text(text, ims_node_name(held->model, share->part));
    imsi_strbuf_text(text, " ");
  }
  imsi_strbuf_text(text, ims_relation_symbol(share->relation));
  imsi_strbuf_text(text, " ");
  imsi_name_reference(held->model, share->source, text);
}

static ims_status add_shares(const imsi_held *held, const imsi_account_line *line, const imsi_vec *shares, bool serves,
                             imsi_strbuf *text)
{
  for (size_t i = 0; i < shares->count; i++) {
    const imsi_share *share = &IMSI_AT(const imsi_share, shares, i);
    name_share(held, line->shown.demand, share, text);
    if (serves)
      IMS_TRY(imsi_held_name_methods(held, line->system, share->source, text));
  }
  return text->status;
}

/* What contains items of the demand: what is partly there rests on that. */
static ims_status add_items(const imsi_held *held, const imsi_account_line *line, imsi_strbuf *text)
{
  const imsi_coverage *others = imsi_evidence_others(held->evidence, line->system);
  const ims_node demand = line->shown.demand;
  ims_node n = imsi_coverage_item(held->model, demand, (ims_node){ IMS_NO_NODE });
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(held->model, demand, n)) {
    imsi_vec shares = IMSI_VEC(imsi_share);
    ims_status status = IMS_OK;
    if (imsi_coverage_of(others, n) <= IMSI_COVERED_ITEMS)
      status = imsi_coverage_shares(others, n, &shares);
    if (!status)
      status = add_shares(held, line, &shares, true, text);
    imsi_vec_free(&shares);
    IMS_TRY(status);
  }
  return IMS_OK;
}

/* Why what contains the demand does not serve it. */
static void name_obstacle(const imsi_need *need, imsi_strbuf *text)
{
  static const char *const obstacles[] = {
    [IMSI_OBSTACLE_NONE] = "",
    [IMSI_OBSTACLE_SEPARATE] = "it is to be kept apart from that",
    [IMSI_OBSTACLE_UNSAID] = "nobody has said whether that serves it",
    [IMSI_OBSTACLE_CONDITION] = "that is only there under a condition",
    [IMSI_OBSTACLE_RECORD] = "that is an item of what lacks a record there",
  };
  if (need->state != IMSI_STATE_RELATED || !need->obstacle)
    return;
  imsi_strbuf_text(text, text->size ? "\nnot taken over: " : "not taken over: ");
  imsi_strbuf_text(text, obstacles[need->obstacle]);
}

/* What contains the demand, or items of it; for what is only related, what it overlaps. */
static ims_status add_elsewhere(const imsi_held *held, const imsi_account_line *line, imsi_strbuf *text)
{
  const imsi_shown *shown = &line->shown;
  imsi_vec shares = IMSI_VEC(imsi_share);
  if (shown->state <= IMSI_STATE_EVIDENCED || shown->need.state >= IMSI_STATE_GAP)
    return IMS_OK;
  ims_status status = imsi_held_shares(held->evidence, line->system, &shown->need, &shares);
  if (!status)
    status = add_shares(held, line, &shares, shown->need.state <= IMSI_STATE_EXTEND, text);
  if (!status && (shown->need.state == IMSI_STATE_PARTIAL || shown->items))
    status = add_items(held, line, text);
  if (!status)
    name_obstacle(&shown->need, text);
  imsi_vec_free(&shares);
  return status ? status : text->status;
}

static ims_status status_of(const imsi_account_cells *cells)
{
  const imsi_strbuf *const all[] = { &cells->documents, &cells->places,    &cells->elsewhere, &cells->lacking,
                                     &cells->doubts,    &cells->exemption, &cells->finding,   &cells->refused,
                                     &cells->part,      &cells->soa,       &cells->doubted };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (all[i]->status)
      return all[i]->status;
  return IMS_OK;
}

static ims_status add_extension(const imsi_held *held, const imsi_account_line *line, imsi_strbuf *text)
{
  if (line->shown.elsewhere == IMS_NO_ENTRY || line->shown.state != IMSI_STATE_EXTEND)
    return IMS_OK;
  imsi_strbuf_text(text, text->size ? "\nto be extended: " : "to be extended: ");
  return imsi_held_name_extension(held, line->system, &line->shown, text);
}

/* What is claimed with the clause alone, as duties and the rules say it too. */
static void name_unnamed(const imsi_duties *duties, imsi_strbuf *text)
{
  for (size_t i = 0; i < duties->list.count; i++) {
    const imsi_duty_met *met = &IMSI_AT(const imsi_duty_met, &duties->list, i);
    bool with_clause = false;
    for (uint32_t k = met->first; k < met->first + met->count; k++)
      with_clause = with_clause || IMSI_AT(const imsi_duty_service, &duties->services, k).met == IMSI_MET_WITH_CLAUSE;
    if (!with_clause || (met->met != IMSI_MET_WITH_CLAUSE && met->met != IMSI_MET_CONDITIONAL))
      continue;
    imsi_strbuf_text(text, text->size ? "\nclaimed with the clause; nothing names: "
                                      : "claimed with the clause; nothing names: ");
    imsi_strbuf_text(text, met->duty->text);
  }
}

static ims_status add_unnamed(const imsi_held *held, const imsi_account_line *line, imsi_strbuf *text)
{
  imsi_duties duties = IMSI_DUTIES;
  if (line->shown.state != IMSI_STATE_EVIDENCED)
    return IMS_OK;
  const ims_status status = imsi_duties_of(held->evidence, line->system, line->shown.demand, &duties);
  if (!status)
    name_unnamed(&duties, text);
  imsi_duties_free(&duties);
  return status ? status : text->status;
}

ims_status imsi_account_describe(const imsi_account *a, const imsi_account_line *line, imsi_account_cells *cells)
{
  const imsi_held *held = &a->held;
  const imsi_shown *shown = &line->shown;
  IMS_TRY(imsi_held_name_supports(held, line->system, shown->demand, &cells->documents));
  IMS_TRY(add_elsewhere(held, line, &cells->elsewhere));
  IMS_TRY(imsi_held_name_doubts(held, line->system, shown->demand, &cells->doubts));
  imsi_held_name_lacking(held, shown, &cells->lacking);
  if (shown->exemption.index != IMS_NO_ENTRY)
    imsi_held_name_reason(held, shown->exemption, &cells->exemption);
  IMS_TRY(imsi_held_name_findings(held, line->system, shown->demand, &cells->finding));
  IMS_TRY(imsi_held_name_parts(held, line->system, shown, &cells->part));
  IMS_TRY(add_extension(held, line, &cells->part));
  IMS_TRY(add_unnamed(held, line, &cells->part));
  if (imsi_state_counts(shown->state))
    IMS_TRY(imsi_held_name_refused(held, line->system, shown->demand, &cells->refused));
  if (shown->state > IMSI_STATE_EVIDENCED)
    imsi_held_name_implementation(held, line->system, shown->demand, &cells->soa);
  return status_of(cells);
}
