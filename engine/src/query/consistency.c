#include "query/consistency.h"

#include "base/try.h"
#include "query/irreducible.h"
#include "query/triangles.h"

#include <stdlib.h>
#include <string.h>

static void free_contradiction(imsi_contradiction *contradiction)
{
  free(contradiction->rows);
  free(contradiction->parts);
}

/* Takes the elements over; NULL for none. */
static uint32_t *take(imsi_vec *vec, size_t *count)
{
  uint32_t *list = vec->data;
  *count = vec->count;
  *vec = IMSI_VEC(uint32_t);
  return list;
}

static imsi_contradiction *find_rows(const imsi_consistency *result, const imsi_vec *rows)
{
  for (size_t i = 0; i < result->contradictions.count; i++) {
    imsi_contradiction *known = &IMSI_AT(imsi_contradiction, &result->contradictions, i);
    if (known->row_count == rows->count && memcmp(known->rows, rows->data, rows->count * sizeof(uint32_t)) == 0)
      return known;
  }
  return NULL;
}

/* Which pair shows it when only `rows` are closed, and on which parts that rests. */
static ims_status show(const ims_model *model, const imsi_closure_options *options, const imsi_vec *rows,
                       imsi_contradiction *found, imsi_vec *parts)
{
  imsi_closure_options some = *options;
  imsi_closure *closure = NULL;
  some.rows = rows->data;
  some.row_count = rows->count;
  IMS_TRY(imsi_closure_make(model, &some, &closure));
  imsi_closure_contradiction(closure, 0, &found->a, &found->b);
  const ims_status status = imsi_closure_parts(closure, found->a, found->b, parts);
  imsi_closure_free(closure);
  return status;
}

static ims_status add(const ims_model *model, const imsi_closure_options *options, imsi_vec *rows,
                      imsi_consistency *result)
{
  imsi_contradiction found = { .pairs = 1 };
  imsi_vec parts = IMSI_VEC(uint32_t);
  ims_status status = show(model, options, rows, &found, &parts);
  if (!status)
    status = imsi_irreducible_dispute(model, options, rows, &found.disputed, &found.others);
  if (!status) {
    found.rows = take(rows, &found.row_count);
    found.parts = take(&parts, &found.part_count);
    status = imsi_vec_push(&result->contradictions, &found);
  }
  if (status)
    free_contradiction(&found);
  imsi_vec_free(&parts);
  return status;
}

/* What the impossible pair at `index` comes down to: something that is named already, or something more to name. */
static ims_status look_into(const ims_model *model, const imsi_closure_options *options, const imsi_closure *closure,
                            size_t index, size_t most, imsi_consistency *result)
{
  ims_node a, b;
  imsi_vec rows = IMSI_VEC(uint32_t);
  imsi_closure_contradiction(closure, index, &a, &b);
  ims_status status = imsi_closure_rows(closure, a, b, &rows);
  if (!status)
    status = imsi_irreducible_reduce(model, options, &rows);
  imsi_contradiction *known = status ? NULL : find_rows(result, &rows);
  if (known)
    known->pairs++;
  else if (!status && result->contradictions.count < most)
    status = add(model, options, &rows, result);
  imsi_vec_free(&rows);
  return status;
}

static ims_status find(const ims_model *model, const imsi_closure_options *options, imsi_closure *closure, size_t most,
                       imsi_consistency *result)
{
  result->rows = ims_relation_count(model);
  result->stated = imsi_closure_pairs(closure);
  result->by_own_rows = imsi_closure_contradictions(closure);
  IMS_TRY(imsi_triangles_count(model, closure, &result->triangles));
  IMS_TRY(imsi_closure_follow(closure));
  result->known = imsi_closure_pairs(closure);
  result->impossible = imsi_closure_contradictions(closure);
  for (size_t i = 0; i < result->impossible && result->contradictions.count < most; i++) {
    IMS_TRY(look_into(model, options, closure, i, most, result));
    result->looked_into = i + 1;
  }
  return IMS_OK;
}

ims_status imsi_consistency_find(const ims_model *model, const imsi_consistency_options *options,
                                 imsi_consistency *result)
{
  const imsi_closure_options all = {
    .reading = options->reading, .no_hierarchy = !options->with_parents, .touched = true, .reached = options->reached
  };
  imsi_consistency answer = { .contradictions = IMSI_VEC(imsi_contradiction) };
  imsi_closure *closure = NULL;
  ims_status status = imsi_closure_open(model, &all, &closure);
  if (!status)
    status = find(model, &all, closure, options->most, &answer);
  imsi_closure_free(closure);
  if (status)
    imsi_consistency_free(&answer);
  else
    *result = answer;
  return status;
}

void imsi_consistency_free(imsi_consistency *result)
{
  for (size_t i = 0; i < result->contradictions.count; i++)
    free_contradiction(&IMSI_AT(imsi_contradiction, &result->contradictions, i));
  imsi_vec_free(&result->contradictions);
  *result = (imsi_consistency){ 0 };
}
