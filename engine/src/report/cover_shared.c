#include "base/try.h"
#include "report/cover_internal.h"

const char *imsi_cover_state_name(imsi_covered state)
{
  static const char *const names[] = {
    [IMSI_COVERED_BY_ONE] = "covered by one",
    [IMSI_COVERED_JOINTLY] = "covered jointly",
    [IMSI_COVERED_ITEMS] = "items covered",
    [IMSI_COVERED_OVERLAP] = "overlaps",
    [IMSI_COVERED_NONE] = "none",
    [IMSI_COVERED_UNKNOWN] = "unknown",
  };
  return names[state];
}

ims_status imsi_cover_load(imsi_cover_run *r, ims_node node)
{
  r->shares.count = 0;
  IMS_TRY(imsi_coverage_shares(r->coverage, node, &r->shares));
  for (size_t i = 0; i < r->shares.count; i++) {
    const imsi_share *share = &IMSI_AT(imsi_share, &r->shares, i);
    const ims_force force = ims_node_force(r->model, share->source);
    r->controls = r->controls || force == IMS_CONTROL;
    r->common = r->common || force == IMS_COMMON;
  }
  return IMS_OK;
}

/* Appends the relations that prove a pair, but for those that are there. */
static ims_status add_proof(const imsi_cover_run *r, const imsi_share *pair, imsi_vec *rows)
{
  imsi_vec more = IMSI_VEC(uint32_t);
  ims_status status = imsi_closure_rows(r->closure, pair->part, pair->source, &more);
  for (size_t i = 0; !status && i < more.count; i++) {
    bool known = false;
    for (size_t k = 0; !known && k < rows->count; k++)
      known = IMSI_AT(uint32_t, rows, k) == IMSI_AT(uint32_t, &more, i);
    if (!known)
      status = imsi_vec_push(rows, &IMSI_AT(uint32_t, &more, i));
  }
  imsi_vec_free(&more);
  return status;
}

ims_status imsi_cover_proof_of(imsi_cover_run *r, ims_node node, const imsi_share *share, imsi_vec *rows)
{
  imsi_vec links = IMSI_VEC(imsi_share);
  ims_status status = IMS_OK;
  if (share->part.index != node.index)
    status = imsi_coverage_links(r->coverage, node, share->part, &links);
  for (size_t i = 0; !status && i < links.count; i++)
    status = add_proof(r, &IMSI_AT(imsi_share, &links, i), rows);
  if (!status)
    status = add_proof(r, share, rows);
  for (size_t i = 0; !status && i < rows->count; i++)
    status = imsi_vec_push(&r->rows, &IMSI_AT(uint32_t, rows, i));
  imsi_vec_free(&links);
  return status;
}

bool imsi_cover_lists_items(const imsi_cover_run *r, ims_node node, imsi_covered state)
{
  if (state == IMSI_COVERED_ITEMS || state == IMSI_COVERED_OVERLAP)
    return ims_node_kind_of(r->model, node) != IMS_CLAUSE;
  if (state != IMSI_COVERED_UNKNOWN)
    return false;
  ims_node n = imsi_coverage_item(r->model, node, (ims_node){ IMS_NO_NODE });
  while (n.index != IMS_NO_NODE && imsi_coverage_of(r->coverage, n) == IMSI_COVERED_UNKNOWN)
    n = imsi_coverage_item(r->model, node, n);
  return n.index != IMS_NO_NODE;
}

ims_status imsi_cover_words_of(const imsi_cover_run *r, const imsi_share *share, imsi_words *words)
{
  const imsi_pair pair = { share->part, share->source, share->relation, false };
  return imsi_words_of(r->model, r->closure, &pair, false, false, words);
}

/* ---- names ---- */

ims_node imsi_cover_chosen(const imsi_cover_run *r, ims_node source)
{
  for (size_t i = 0; i < r->smallest.clauses.count; i++)
    if (ims_node_is_in(r->model, source, IMSI_AT(ims_node, &r->smallest.clauses, i)))
      return IMSI_AT(ims_node, &r->smallest.clauses, i);
  return (ims_node){ IMS_NO_NODE };
}

void imsi_cover_append_region(const imsi_cover_run *r, const imsi_region *region, imsi_strbuf *text)
{
  if (region->node.index == IMS_NO_NODE)
    imsi_strbuf_text(text, region->edition->id);
  else
    imsi_name_reference(r->model, region->node, text);
}

static void add_region(imsi_cover_run *r, imsi_table *table, const char *role, const imsi_region *region)
{
  imsi_strbuf_clear(&r->text);
  imsi_strbuf_text(&r->text, role);
  if (region->node.index != IMS_NO_NODE) {
    imsi_strbuf_text(&r->text, ims_node_name(r->model, region->node));
    imsi_strbuf_text(&r->text, " of ");
  }
  imsi_name_edition(region->edition, &r->text);
  imsi_table_caption_text(table, &r->text);
}

void imsi_cover_add_captions(imsi_cover_run *r, imsi_table *table)
{
  for (size_t i = 0; i < r->targets.count; i++)
    add_region(r, table, "Asked: ", &IMSI_AT(imsi_region, &r->targets, i));
  for (size_t i = 0; i < r->sources.count; i++)
    add_region(r, table, "By: ", &IMSI_AT(imsi_region, &r->sources, i));
}
