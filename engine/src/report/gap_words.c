/* What is said of a demand: what serves it, what is left over, what to do. */

#include "base/try.h"
#include "query/chain.h"
#include "query/condition.h"
#include "query/words.h"
#include "report/gap_internal.h"

#include <string.h>

void imsi_gap_cells_free(imsi_gap_cells *cells)
{
  imsi_strbuf_free(&cells->serves);
  imsi_strbuf_free(&cells->common);
  imsi_strbuf_free(&cells->beyond);
  imsi_strbuf_free(&cells->uncompared);
  imsi_strbuf_free(&cells->items);
  imsi_strbuf_free(&cells->todo);
  imsi_strbuf_free(&cells->duties);
  imsi_strbuf_free(&cells->chain);
  imsi_strbuf_free(&cells->places);
  imsi_strbuf_free(&cells->documents);
  imsi_strbuf_free(&cells->serving);
  imsi_strbuf_free(&cells->lacking);
  imsi_strbuf_free(&cells->doubts);
  imsi_strbuf_free(&cells->reason);
  imsi_strbuf_free(&cells->findings);
  imsi_strbuf_free(&cells->refused);
  imsi_strbuf_free(&cells->part);
  imsi_strbuf_free(&cells->extension);
  imsi_strbuf_free(&cells->soa);
  imsi_strbuf_free(&cells->doubted);
  imsi_strbuf_free(&cells->outside);
}

static void begin_line(imsi_strbuf *text)
{
  imsi_strbuf_text(text, text->size ? "\n" : "");
}

/* ---- what of what is had has to do with it ---- */

static void add_texts(const imsi_gap_run *g, const char *how, ims_node source, const imsi_vec *texts, imsi_strbuf *cell)
{
  if (!texts->count)
    return;
  begin_line(cell);
  imsi_strbuf_text(cell, how);
  imsi_name_reference(g->model, source, cell);
  imsi_strbuf_text(cell, ": ");
  imsi_name_texts(cell, NULL, texts);
}

static ims_status add_words(const imsi_gap_run *g, const imsi_share *share, imsi_gap_cells *cells)
{
  imsi_words words;
  const imsi_pair pair = { share->part, share->source, share->relation, false };
  const ims_status status = imsi_words_of(g->model, g->closure, &pair, false, false, &words);
  add_texts(g, "with ", share->source, &words.common, &cells->common);
  if (!ims_relation_contained(share->relation)) {
    add_texts(g, "beyond ", share->source, &words.source_only, &cells->beyond);
    add_texts(g, "not compared with ", share->source, &words.uncompared, &cells->uncompared);
  }
  imsi_words_free(&words);
  return status;
}

static ims_status add_proof(imsi_gap_run *g, const imsi_share *share, imsi_vec *proof)
{
  imsi_vec rows = IMSI_VEC(uint32_t);
  ims_status status = imsi_closure_rows(g->closure, share->part, share->source, &rows);
  for (size_t i = 0; !status && i < rows.count; i++) {
    status = imsi_vec_push(proof, &IMSI_AT(uint32_t, &rows, i));
    if (!status)
      status = imsi_vec_push(&g->rows, &IMSI_AT(uint32_t, &rows, i));
  }
  imsi_vec_free(&rows);
  return status;
}

static bool has_line(const char *text, const char *line, size_t size)
{
  for (const char *at = text; *at; at += strcspn(at, "\n"), at += *at == '\n')
    if (strcspn(at, "\n") == size && memcmp(at, line, size) == 0)
      return true;
  return false;
}

/* A document is told once, whatever of what is had it serves as a method for. */
static void add_new_lines(const char *lines, imsi_strbuf *text)
{
  for (size_t size; *lines; lines += size + (lines[size] == '\n')) {
    size = strcspn(lines, "\n");
    if (has_line(imsi_strbuf_string(text), lines, size))
      continue;
    begin_line(text);
    imsi_strbuf_bytes(text, lines, size);
  }
}

/* What is had in words, to be read beside what is wanted, where there is room for it; with a register the documents
   that serve it there. */
static ims_status add_serving(const imsi_gap_run *g, ims_node demand, const imsi_share *share, imsi_gap_cells *cells)
{
  const imsi_gap_held *held = imsi_gap_held_of(g, demand);
  if (held || !g->wide) {
    imsi_strbuf_text(&cells->serves, ": ");
    imsi_name_label(g->model, share->source, &cells->serves);
  }
  if (!held)
    return IMS_OK;
  imsi_strbuf methods = { 0 };
  const ims_status status = imsi_held_name_methods(&g->held, held->system, share->source, &methods);
  if (!status)
    add_new_lines(imsi_strbuf_string(&methods), &cells->serving);
  imsi_strbuf_free(&methods);
  return status;
}

static ims_status add_share(imsi_gap_run *g, ims_node demand, const imsi_share *share, imsi_gap_cells *cells,
                            imsi_vec *proof)
{
  imsi_reuse reuse;
  IMS_TRY(imsi_reuse_find(g->model, g->closure, share->part, share->source, &reuse));
  begin_line(&cells->serves);
  if (share->part.index != demand.index) {
    imsi_strbuf_text(&cells->serves, ims_node_name(g->model, share->part));
    imsi_strbuf_text(&cells->serves, " ");
  }
  imsi_strbuf_text(&cells->serves, ims_relation_symbol(share->relation));
  imsi_strbuf_text(&cells->serves, " ");
  imsi_name_reference(g->model, share->source, &cells->serves);
  if (reuse.method) {
    imsi_strbuf_text(&cells->serves, " ");
    imsi_strbuf_text(&cells->serves, ims_method_name(reuse.method));
  }
  IMS_TRY(add_words(g, share, cells));
  IMS_TRY(add_serving(g, demand, share, cells));
  return add_proof(g, share, proof);
}

static ims_status find_shares(const imsi_gap_run *g, const imsi_need *need, ims_node node, imsi_vec *shares)
{
  const imsi_gap_held *held = imsi_gap_held_of(g, need->demand);
  if (held && node.index == need->demand.index)
    return imsi_held_shares(g->held.evidence, held->system, need, shares);
  return imsi_coverage_shares(imsi_gap_coverage(g, need->demand), node, shares);
}

/* The best comes first, the others as they stand in what is had. */
static ims_status add_shares(imsi_gap_run *g, const imsi_need *need, ims_node node, imsi_gap_cells *cells,
                             imsi_vec *proof)
{
  imsi_vec shares = IMSI_VEC(imsi_share);
  ims_status status = find_shares(g, need, node, &shares);
  const bool best = need->best.relation && node.index == need->demand.index;
  for (int first = best ? 1 : 0; !status && first >= 0; first--)
    for (size_t i = 0; !status && i < shares.count; i++) {
      const imsi_share *share = &IMSI_AT(imsi_share, &shares, i);
      if (!best || first == (share->source.index == need->best.had.index))
        status = add_share(g, need->demand, share, cells, proof);
    }
  imsi_vec_free(&shares);
  return status;
}

/* Items that are contained in what is had, with that; the rest in words. */
static ims_status add_items(imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells, imsi_vec *proof)
{
  ims_node n = imsi_coverage_item(g->model, need->demand, (ims_node){ IMS_NO_NODE });
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(g->model, need->demand, n)) {
    const imsi_covered covered = imsi_coverage_of(imsi_gap_coverage(g, need->demand), n);
    const size_t told = cells->beyond.size + cells->uncompared.size;
    if (covered <= IMSI_COVERED_OVERLAP)
      IMS_TRY(add_shares(g, need, n, cells, proof));
    /* of what overlaps, what is left over is told instead */
    if (covered <= IMSI_COVERED_ITEMS || cells->beyond.size + cells->uncompared.size > told)
      continue;
    imsi_strbuf_text(&cells->items, cells->items.size ? "; " : "");
    const char *text = ims_node_get(g->model, n).text;
    const size_t size = strlen(text);
    imsi_strbuf_bytes(&cells->items, text, size - (text[size - 1] == '.')); /* the list ends with one */
  }
  return IMS_OK;
}

/* ---- the rest ---- */

static ims_status add_chain(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  if ((need->state != IMSI_STATE_RUN && need->state != IMSI_STATE_REUSABLE && need->state != IMSI_STATE_EXTEND) ||
      !need->best.relation)
    return IMS_OK;
  imsi_vec steps = IMSI_VEC(imsi_step);
  const ims_relation relation = imsi_closure_relation(g->closure, need->demand, need->best.had);
  const ims_status status = imsi_chain_find(g->model, g->closure, need->demand, need->best.had, relation, &steps);
  if (!status)
    imsi_name_chain(g->model, steps.data, steps.count, &cells->chain);
  imsi_vec_free(&steps);
  return status == IMS_NOT_FOUND ? IMS_OK : status; /* several chains: explain shows them */
}

static void add_duties(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(g->model, need->demand, &count);
  for (size_t i = 0; i < count; i++) {
    begin_line(&cells->duties);
    imsi_strbuf_text(&cells->duties, ims_duty_kind_name(duties[i].kind));
    imsi_strbuf_text(&cells->duties, ": ");
    imsi_strbuf_text(&cells->duties, duties[i].text);
    if (*duties[i].condition) {
      imsi_strbuf_text(&cells->duties, " (");
      imsi_condition_name(duties[i].condition, &cells->duties);
      imsi_strbuf_text(&cells->duties, ")");
    }
  }
}

static ims_status status_of(const imsi_gap_cells *cells)
{
  const imsi_strbuf *const all[] = { &cells->serves, &cells->common,    &cells->beyond,    &cells->uncompared,
                                     &cells->items,  &cells->todo,      &cells->duties,    &cells->chain,
                                     &cells->places, &cells->reason,    &cells->documents, &cells->serving,
                                     &cells->doubts, &cells->lacking,   &cells->findings,  &cells->refused,
                                     &cells->part,   &cells->extension, &cells->soa,       &cells->outside,
                                     &cells->doubted };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (all[i]->status)
      return all[i]->status;
  return IMS_OK;
}

ims_status imsi_gap_describe(imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  imsi_vec proof = IMSI_VEC(uint32_t);
  ims_status status = IMS_OK;
  const bool items = need->covered == IMSI_COVERED_ITEMS || need->covered == IMSI_COVERED_OVERLAP;
  if (need->covered <= IMSI_COVERED_OVERLAP && need->state > IMSI_STATE_EVIDENCED)
    status = add_shares(g, need, need->demand, cells, &proof);
  if (!status && items && need->state > IMSI_STATE_EVIDENCED)
    status = add_items(g, need, cells, &proof);
  if (!status)
    status = add_chain(g, need, cells);
  if (!status)
    status = imsi_gap_held_describe(g, need, cells);
  if (!status)
    status = imsi_closure_order(g->closure, proof.data, proof.count);
  if (!status) {
    cells->standing = imsi_rows_standing(g->model, &proof);
    imsi_name_places(g->model, &proof, &cells->places);
    add_duties(g, need, cells);
    imsi_gap_tell(g, need, cells);
    status = status_of(cells);
  }
  imsi_vec_free(&proof);
  return status;
}
