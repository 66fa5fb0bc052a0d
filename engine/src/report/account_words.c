/* What `coverage` says of a demand. */

#include "base/try.h"
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

/* What contains the demand; for what is only related, what it overlaps. */
static ims_status add_elsewhere(const imsi_held *held, const imsi_account_line *line, imsi_strbuf *text)
{
  const imsi_shown *shown = &line->shown;
  imsi_vec shares = IMSI_VEC(imsi_share);
  if (shown->state <= IMSI_STATE_EVIDENCED || shown->need.state >= IMSI_STATE_GAP)
    return IMS_OK;
  ims_status status = imsi_held_shares(held->evidence, line->system, &shown->need, &shares);
  for (size_t i = 0; !status && i < shares.count; i++) {
    const imsi_share *share = &IMSI_AT(imsi_share, &shares, i);
    name_share(held, shown->demand, share, text);
    if (shown->need.state <= IMSI_STATE_EXTEND)
      status = imsi_held_name_methods(held, line->system, share->source, text);
  }
  imsi_vec_free(&shares);
  return status ? status : text->status;
}

static ims_status status_of(const imsi_account_cells *cells)
{
  const imsi_strbuf *const all[] = { &cells->documents, &cells->places,    &cells->elsewhere, &cells->lacking,
                                     &cells->doubts,    &cells->exemption, &cells->finding };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (all[i]->status)
      return all[i]->status;
  return IMS_OK;
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
  if (shown->finding.index != IMS_NO_ENTRY) {
    imsi_held_name_entry(held->given, shown->finding, &cells->finding);
    imsi_held_name_place(held, ims_entry_pos(held->given, shown->finding, IMS_FIELD_CLAUSES), &cells->finding);
  }
  return status_of(cells);
}
