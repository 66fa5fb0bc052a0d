#include "query/irreducible.h"

#include "base/try.h"

#include <stdlib.h>
#include <string.h>

static ims_status close_rows(const ims_model *model, const imsi_closure_options *options, const imsi_vec *rows,
                             imsi_closure **closure)
{
  static const uint32_t none;
  imsi_closure_options some = *options;
  some.rows = rows->count ? rows->data : &none;
  some.row_count = rows->count;
  return imsi_closure_make(model, &some, closure);
}

/* All rows but the one at `left_out`. */
static ims_status without(const imsi_vec *rows, size_t left_out, imsi_vec *others)
{
  others->count = 0;
  for (size_t i = 0; i < rows->count; i++)
    if (i != left_out)
      IMS_TRY(imsi_vec_push(others, &IMSI_AT(uint32_t, rows, i)));
  return IMS_OK;
}

/* If `others` contradict each other, replaces them with those that prove it. */
static ims_status still_broken(const ims_model *model, const imsi_closure_options *options, imsi_vec *others,
                               bool *broken)
{
  imsi_closure *closure = NULL;
  IMS_TRY(close_rows(model, options, others, &closure));
  *broken = imsi_closure_contradictions(closure) > 0;
  ims_status status = IMS_OK;
  if (*broken) {
    ims_node a, b;
    imsi_closure_contradiction(closure, 0, &a, &b);
    status = imsi_closure_rows(closure, a, b, others);
  }
  imsi_closure_free(closure);
  return status;
}

/*
 * A row that cannot be dropped from a set cannot be dropped from a smaller one that is contradictory: so every row is
 * tried once, and what was needed stays in front.
 */
static ims_status reduce(const ims_model *model, const imsi_closure_options *options, imsi_vec *rows, imsi_vec *others)
{
  for (size_t needed = 0; needed < rows->count;) {
    bool broken;
    IMS_TRY(without(rows, needed, others));
    IMS_TRY(still_broken(model, options, others, &broken));
    if (!broken) {
      needed++;
      continue;
    }
    memcpy(rows->data, others->data, others->count * sizeof(uint32_t));
    rows->count = others->count;
  }
  return IMS_OK;
}

ims_status imsi_irreducible_reduce(const ims_model *model, const imsi_closure_options *options, imsi_vec *rows)
{
  imsi_vec others = IMSI_VEC(uint32_t);
  const ims_status status = reduce(model, options, rows, &others);
  imsi_vec_free(&others);
  return status;
}

static ims_status dispute(const ims_model *model, const imsi_closure_options *options, const imsi_vec *rows,
                          imsi_vec *others, size_t *disputed, ims_relation *left)
{
  for (size_t i = rows->count; i-- > 0;) {
    imsi_closure *closure = NULL;
    IMS_TRY(without(rows, i, others));
    IMS_TRY(close_rows(model, options, others, &closure));
    const ims_row row = ims_relation_at(model, IMSI_AT(uint32_t, rows, i));
    const ims_relation rest = imsi_closure_relation(closure, row.source, row.target);
    imsi_closure_free(closure);
    if (rest & imsi_row_says(&row, options->reading))
      continue;
    *disputed = i;
    *left = rest;
    return IMS_OK;
  }
  *disputed = SIZE_MAX;
  *left = IMS_UNKNOWN;
  return IMS_OK;
}

ims_status imsi_irreducible_dispute(const ims_model *model, const imsi_closure_options *options, const imsi_vec *rows,
                                    size_t *disputed, ims_relation *left)
{
  imsi_vec others = IMSI_VEC(uint32_t);
  const ims_status status = dispute(model, options, rows, &others, disputed, left);
  imsi_vec_free(&others);
  return status;
}
