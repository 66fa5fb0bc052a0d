/* The rows, and the places in the hierarchy, that a pair rests on. */

#include "base/try.h"
#include "model/closure_internal.h"

#include <stdlib.h>

/* What a walk down the proofs leaves: each is visited once, what is still to visit is kept in `open`. */
typedef struct walk {
  bool *seen;
  imsi_vec open;      /* of uint32_t: proofs */
  imsi_proof_kind of; /* what is gathered: STATED or HIERARCHY */
  imsi_vec *found;    /* of uint32_t: what their `left` says */
} walk;

static ims_status visit(const imsi_closure *c, walk *w, uint32_t at)
{
  const imsi_proof *why = &IMSI_AT(imsi_proof, &c->proofs, at);
  IMS_TRY(imsi_vec_push(&w->open, &why->before));
  if (why->kind == w->of)
    IMS_TRY(imsi_vec_push(w->found, &why->left));
  if (why->kind == IMSI_COMPOSED) {
    IMS_TRY(imsi_vec_push(&w->open, &why->left));
    IMS_TRY(imsi_vec_push(&w->open, &why->right));
  }
  for (uint32_t i = 0; why->kind == IMSI_UNITED && i < why->right; i++)
    IMS_TRY(imsi_vec_push(&w->open, &IMSI_AT(uint32_t, &c->united, why->left + i)));
  return IMS_OK;
}

static ims_status walk_down(const imsi_closure *c, walk *w, uint32_t proof)
{
  IMS_TRY(imsi_vec_push(&w->open, &proof));
  while (w->open.count) {
    const uint32_t at = IMSI_AT(uint32_t, &w->open, --w->open.count);
    if (at == IMS_NO_NODE || w->seen[at])
      continue;
    w->seen[at] = true;
    IMS_TRY(visit(c, w, at));
  }
  return IMS_OK;
}

static ims_status gather(const imsi_closure *c, ims_node source, ims_node target, imsi_proof_kind of, imsi_vec *found)
{
  found->count = 0;
  const uint32_t a = c->rank[source.index], b = c->rank[target.index];
  if (a == b || a == IMS_NO_NODE || b == IMS_NO_NODE)
    return IMS_OK;
  const uint32_t index = imsi_known_find(c, a, b);
  if (index == IMS_NO_NODE)
    return IMS_OK;
  walk w = { calloc(c->proofs.count + 1, sizeof *w.seen), IMSI_VEC(uint32_t), of, found };
  const ims_status status = w.seen ? walk_down(c, &w, imsi_known_at(c, index)->proof) : IMS_NOMEM;
  imsi_vec_free(&w.open);
  free(w.seen);
  return status;
}

ims_status imsi_closure_rows(const imsi_closure *closure, ims_node source, ims_node target, imsi_vec *rows)
{
  IMS_TRY(gather(closure, source, target, IMSI_STATED, rows));
  return rows->count ? imsi_closure_order(closure, rows->data, rows->count) : IMS_OK;
}

static int compare_ranks(const void *a, const void *b)
{
  const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

ims_status imsi_closure_parts(const imsi_closure *closure, ims_node source, ims_node target, imsi_vec *parts)
{
  IMS_TRY(gather(closure, source, target, IMSI_HIERARCHY, parts));
  uint32_t *list = parts->data;
  for (size_t i = 0; i < parts->count; i++)
    list[i] = closure->rank[list[i]];
  if (parts->count)
    qsort(list, parts->count, sizeof *list, compare_ranks);
  size_t kept = 0;
  for (size_t i = 0; i < parts->count; i++)
    if (!i || list[i] != list[i - 1])
      list[kept++] = list[i];
  parts->count = kept;
  for (size_t i = 0; i < kept; i++)
    list[i] = imsi_closure_node(closure, list[i]);
  return IMS_OK;
}
