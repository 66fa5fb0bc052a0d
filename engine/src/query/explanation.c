#include "query/explanation.h"

#include "base/try.h"

static const imsi_step *step_at(const imsi_explanation *e, size_t index)
{
  return &IMSI_AT(imsi_step, &e->steps, index);
}

static ims_status add_chain(imsi_explanation *e, imsi_shown shown, const imsi_vec *steps, size_t first, size_t count)
{
  shown.chain = (imsi_chain){ e->steps.count, count, IMS_EQUAL };
  for (size_t i = 0; i < count; i++)
    IMS_TRY(imsi_vec_push(&e->steps, &IMSI_AT(imsi_step, steps, first + i)));
  if (count)
    shown.chain.relation = imsi_chain_relation(step_at(e, shown.chain.first), count);
  return imsi_vec_push(&e->chains, &shown);
}

static ims_status add_chains(imsi_explanation *e, imsi_shown shown, const imsi_vec *chains, const imsi_vec *steps)
{
  for (size_t i = 0; i < chains->count; i++) {
    const imsi_chain *chain = &IMSI_AT(imsi_chain, chains, i);
    IMS_TRY(add_chain(e, shown, steps, chain->first, chain->count));
  }
  return IMS_OK;
}

/* True if the chain rests on something that can be left out: not on the hierarchy alone. */
static bool rests_on_something(const imsi_vec *steps)
{
  for (size_t i = 0; i < steps->count; i++)
    if (IMSI_AT(imsi_step, steps, i).kind != IMSI_STEP_PART)
      return true;
  return false;
}

static ims_status append(imsi_vec *all, const imsi_vec *steps)
{
  for (size_t i = 0; i < steps->count; i++)
    IMS_TRY(imsi_vec_push(all, &IMSI_AT(imsi_step, steps, i)));
  return IMS_OK;
}

/* The chains that say as much as the one at `index`, each without what was used before. */
static ims_status add_others(const ims_model *model, const imsi_closure *closure, size_t index, imsi_explanation *e)
{
  const imsi_shown first = IMSI_AT(imsi_shown, &e->chains, index);
  imsi_vec used = IMSI_VEC(imsi_step), steps = IMSI_VEC(imsi_step);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < first.chain.count; i++)
    status = imsi_vec_push(&used, step_at(e, first.chain.first + i));
  bool more = rests_on_something(&used);
  while (!status && more && e->chains.count < IMSI_EXPLANATION_MOST) {
    status = imsi_chain_another(model, closure, first.from, first.to, first.chain.relation, &used, &steps);
    more = !status && rests_on_something(&steps);
    if (!status)
      status = append(&used, &steps);
    if (!status)
      status = add_chain(e, (imsi_shown){ .from = first.from, .to = first.to, .united = IMS_NO_NODE, .another = true },
                         &steps, 0, steps.count);
  }
  imsi_vec_free(&used);
  imsi_vec_free(&steps);
  return status == IMS_NOT_FOUND ? IMS_OK : status;
}

static ims_status explain_pair(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                               ims_relation wanted, imsi_explanation *e)
{
  imsi_vec chains = IMSI_VEC(imsi_chain), steps = IMSI_VEC(imsi_step);
  ims_status status = imsi_chain_cover(model, closure, a, b, wanted, &chains, &steps);
  if (!status)
    status = add_chains(e, (imsi_shown){ .from = a, .to = b, .united = IMS_NO_NODE }, &chains, &steps);
  imsi_vec_free(&chains);
  imsi_vec_free(&steps);
  return status;
}

static bool is_taken_apart(const imsi_explanation *e, uint32_t united)
{
  for (size_t i = 0; i < e->chains.count; i++)
    if (IMSI_AT(imsi_shown, &e->chains, i).united == united)
      return true;
  return false;
}

static ims_status take_apart(const ims_model *model, const imsi_closure *closure, const imsi_step *whole, bool another,
                             imsi_explanation *e)
{
  const imsi_union united = imsi_closure_union(closure, whole->united);
  imsi_vec chains = IMSI_VEC(imsi_chain), steps = IMSI_VEC(imsi_step);
  ims_status status = IMS_OK;
  for (ims_node n = ims_node_child(model, united.clause); !status && n.index != IMS_NO_NODE;
       n = ims_node_next(model, n)) {
    if (!imsi_closure_part(closure, n) || n.index == united.other.index)
      continue;
    status = imsi_chain_part(model, closure, whole, n, &chains, &steps);
    if (!status)
      status = add_chains(e, (imsi_shown){ .from = n, .to = united.other, .united = whole->united, .another = another },
                          &chains, &steps);
  }
  imsi_vec_free(&chains);
  imsi_vec_free(&steps);
  return status;
}

static ims_status take_unions_apart(const ims_model *model, const imsi_closure *closure, imsi_explanation *e)
{
  for (size_t i = 0; i < e->steps.count; i++) {
    const imsi_step step = *step_at(e, i);
    if (step.kind != IMSI_STEP_WHOLE || is_taken_apart(e, step.united))
      continue;
    bool another = false;
    for (size_t k = 0; k < e->chains.count; k++) {
      const imsi_shown *shown = &IMSI_AT(imsi_shown, &e->chains, k);
      if (i >= shown->chain.first && i < shown->chain.first + shown->chain.count)
        another = shown->another;
    }
    IMS_TRY(take_apart(model, closure, &step, another, e));
  }
  return IMS_OK;
}

ims_status imsi_explanation_of(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                               ims_relation wanted, bool all, imsi_explanation *explanation)
{
  IMS_TRY(explain_pair(model, closure, a, b, wanted, explanation));
  const size_t needed = explanation->chains.count;
  for (size_t i = 0; all && i < needed; i++)
    IMS_TRY(add_others(model, closure, i, explanation));
  return take_unions_apart(model, closure, explanation);
}

static bool has(const imsi_vec *rows, uint32_t row)
{
  for (size_t i = 0; i < rows->count; i++)
    if (IMSI_AT(uint32_t, rows, i) == row)
      return true;
  return false;
}

ims_status imsi_explanation_rows(const imsi_closure *closure, const imsi_explanation *explanation, imsi_vec *rows)
{
  rows->count = 0;
  for (size_t i = 0; i < explanation->chains.count; i++) {
    const imsi_shown *shown = &IMSI_AT(imsi_shown, &explanation->chains, i);
    for (size_t k = 0; !shown->another && k < shown->chain.count; k++) {
      const imsi_step *step = step_at(explanation, shown->chain.first + k);
      if (step->kind == IMSI_STEP_ROW && !has(rows, step->row))
        IMS_TRY(imsi_vec_push(rows, &step->row));
    }
  }
  return rows->count ? imsi_closure_order(closure, rows->data, rows->count) : IMS_OK;
}

void imsi_explanation_free(imsi_explanation *explanation)
{
  imsi_vec_free(&explanation->chains);
  imsi_vec_free(&explanation->steps);
}
