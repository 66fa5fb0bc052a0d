/* The rows that a pair rests on. */

#include "base/try.h"
#include "model/closure_internal.h"

#include <stdlib.h>

/* Walks down the proofs; each is visited once, what is still to visit is kept in `open`. */
static ims_status collect(const imsi_closure *c, bool *seen, imsi_vec *open, imsi_vec *rows)
{
  while (open->count) {
    const uint32_t at = IMSI_AT(uint32_t, open, --open->count);
    if (at == IMS_NO_NODE || seen[at])
      continue;
    seen[at] = true;
    const imsi_proof *why = &IMSI_AT(imsi_proof, &c->proofs, at);
    IMS_TRY(imsi_vec_push(open, &why->before));
    if (why->kind == IMSI_STATED)
      IMS_TRY(imsi_vec_push(rows, &why->left));
    if (why->kind == IMSI_COMPOSED) {
      IMS_TRY(imsi_vec_push(open, &why->left));
      IMS_TRY(imsi_vec_push(open, &why->right));
    }
    for (uint32_t i = 0; why->kind == IMSI_UNITED && i < why->right; i++)
      IMS_TRY(imsi_vec_push(open, &IMSI_AT(uint32_t, &c->united, why->left + i)));
  }
  return IMS_OK;
}

ims_status imsi_closure_rows(const imsi_closure *closure, ims_node source, ims_node target, imsi_vec *rows)
{
  const bool same = source.index == target.index;
  const uint32_t index =
      same ? IMS_NO_NODE : imsi_known_find(closure, closure->rank[source.index], closure->rank[target.index]);
  rows->count = 0;
  if (index == IMS_NO_NODE)
    return IMS_OK;
  bool *seen = calloc(closure->proofs.count + 1, sizeof *seen);
  imsi_vec open = IMSI_VEC(uint32_t);
  ims_status status = seen ? imsi_vec_push(&open, &imsi_known_at(closure, index)->proof) : IMS_NOMEM;
  if (!status)
    status = collect(closure, seen, &open, rows);
  if (!status && rows->count)
    status = imsi_closure_order(closure, rows->data, rows->count);
  imsi_vec_free(&open);
  free(seen);
  return status;
}
