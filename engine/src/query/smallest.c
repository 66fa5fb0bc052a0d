#include "query/smallest.h"

#include "base/try.h"
#include "query/coverage_internal.h"

#include <stdlib.h>

typedef struct link {
  ims_node element, candidate;
} link;

typedef struct work {
  const imsi_coverage *coverage;
  imsi_vec elements;   /* of ims_node: what is to stay covered */
  imsi_vec candidates; /* of ims_node */
  imsi_vec links;      /* of link: what is known to cover what, without looking */
  imsi_vec shares;     /* of imsi_share: of the demand in hand */
  uint32_t *element;   /* by node: its place among the elements, from 1 */
  uint32_t *candidate; /* by node: its place among the candidates, from 1 */
} work;

/* What stands for a source in the choice: its clause, as far as that was named and binds as it does. */
static ims_node candidate_of(const imsi_coverage *c, ims_node source)
{
  ims_node above = source;
  while (above.index != IMS_NO_NODE && c->source_of[above.index]) {
    source = above;
    if (ims_node_kind_of(c->model, source) == IMS_CLAUSE)
      break;
    above = ims_node_parent(c->model, source);
  }
  return source;
}

static ims_status add_shares(work *w)
{
  for (size_t i = 0; i < w->shares.count; i++) {
    const imsi_share *share = &IMSI_AT(imsi_share, &w->shares, i);
    const link l = { share->part, candidate_of(w->coverage, share->source) };
    IMS_TRY(imsi_vec_push(&w->links, &l));
    if (!w->element[l.element.index])
      IMS_TRY(imsi_vec_push(&w->elements, &l.element));
    if (!w->candidate[l.candidate.index])
      IMS_TRY(imsi_vec_push(&w->candidates, &l.candidate));
    w->element[l.element.index] = w->candidate[l.candidate.index] = 1;
  }
  return IMS_OK;
}

/* The demand itself if it is covered, else those of its items that are. */
static ims_status add_demand(work *w, ims_node demand)
{
  if (imsi_coverage_of(w->coverage, demand) <= IMSI_COVERED_JOINTLY) {
    w->shares.count = 0;
    IMS_TRY(imsi_coverage_shares(w->coverage, demand, &w->shares));
    return add_shares(w);
  }
  if (ims_node_kind_of(w->coverage->model, demand) == IMS_CLAUSE)
    return IMS_OK;
  ims_node n = imsi_coverage_item(w->coverage->model, demand, (ims_node){ IMS_NO_NODE });
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(w->coverage->model, demand, n))
    IMS_TRY(add_demand(w, n));
  return IMS_OK;
}

/* Gives every node of a list its place. */
static void number(const imsi_vec *nodes, uint32_t *places)
{
  for (uint32_t i = 0; i < nodes->count; i++)
    places[IMSI_AT(ims_node, nodes, i).index] = i + 1;
}

/* The order decides between equals. */
static void sort(const imsi_coverage *c, imsi_vec *nodes)
{
  for (size_t i = 1; i < nodes->count; i++) {
    const ims_node node = IMSI_AT(ims_node, nodes, i);
    size_t at = i;
    for (; at > 0; at--) {
      const ims_node before = IMSI_AT(ims_node, nodes, at - 1);
      const uint32_t x = c->source_of[before.index], y = c->source_of[node.index];
      if (x != y ? x < y : before.index < node.index)
        break;
      IMSI_AT(ims_node, nodes, at) = before;
    }
    IMSI_AT(ims_node, nodes, at) = node;
  }
}

static bool covers(const imsi_coverage *c, ims_node candidate, ims_node element)
{
  return ims_relation_contained(imsi_closure_relation(c->closure, element, candidate));
}

static ims_status choose(const work *w, imsi_smallest *smallest)
{
  imsi_cover *cover = NULL;
  bool *chosen = calloc(w->candidates.count + 1, sizeof *chosen);
  ims_status status = chosen ? imsi_cover_new(w->candidates.count, w->elements.count, &cover) : IMS_NOMEM;
  for (size_t i = 0; !status && i < w->candidates.count; i++)
    for (size_t k = 0; k < w->elements.count; k++)
      if (covers(w->coverage, IMSI_AT(ims_node, &w->candidates, i), IMSI_AT(ims_node, &w->elements, k)))
        imsi_cover_add(cover, i, k);
  for (size_t i = 0; !status && i < w->links.count; i++) {
    const link *l = &IMSI_AT(link, &w->links, i);
    imsi_cover_add(cover, w->candidate[l->candidate.index] - 1, w->element[l->element.index] - 1);
  }
  if (!status)
    status = imsi_cover_smallest(cover, IMSI_COVER_STEPS, chosen, &smallest->answer);
  for (size_t i = 0; !status && i < w->candidates.count; i++)
    if (chosen[i])
      status = imsi_vec_push(&smallest->clauses, &IMSI_AT(ims_node, &w->candidates, i));
  smallest->candidates = w->candidates.count;
  imsi_cover_free(cover);
  free(chosen);
  return status;
}

ims_status imsi_smallest_find(const imsi_coverage *coverage, const imsi_vec *demands, imsi_smallest *smallest)
{
  const size_t nodes = ims_node_count(coverage->model);
  work w = { .coverage = coverage,
             .elements = IMSI_VEC(ims_node),
             .candidates = IMSI_VEC(ims_node),
             .shares = IMSI_VEC(imsi_share),
             .links = IMSI_VEC(link),
             .element = calloc(nodes + 1, sizeof *w.element),
             .candidate = calloc(nodes + 1, sizeof *w.candidate) };
  ims_status status = w.element && w.candidate ? IMS_OK : IMS_NOMEM;
  for (size_t i = 0; !status && i < demands->count; i++)
    status = add_demand(&w, IMSI_AT(ims_node, demands, i));
  if (!status) {
    sort(coverage, &w.candidates);
    number(&w.candidates, w.candidate);
    number(&w.elements, w.element);
    status = choose(&w, smallest);
  }
  imsi_vec_free(&w.elements);
  imsi_vec_free(&w.candidates);
  imsi_vec_free(&w.links);
  imsi_vec_free(&w.shares);
  free(w.element);
  free(w.candidate);
  return status;
}

void imsi_smallest_free(imsi_smallest *smallest)
{
  imsi_vec_free(&smallest->clauses);
}
