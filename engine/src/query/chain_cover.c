/* The fewest chains that together say what one does not, and how a union is taken apart. */

#include "base/try.h"
#include "query/chain_internal.h"

/* Sets of base relations that are to be excluded, as masks. */
enum { SETS = IMS_UNKNOWN + 1 };

/* For each set: the shortest chain that excludes all of it, and the best way to exclude it with several. */
typedef struct choice {
  bool tried, found;
  uint32_t length;
  imsi_vec steps;                    /* of imsi_step */
  uint32_t best_chains, best_length; /* 0 chains: there is no way */
  ims_relation first;                /* the set that the first of them excludes */
} choice;

typedef struct cover {
  const ims_model *model;
  const imsi_closure *closure;
  ims_node a, b;
  size_t unions;
  choice choices[SETS];
} cover;

/* The shortest chain that excludes `set`. */
static ims_status find_one(cover *c, ims_relation set)
{
  choice *one = &c->choices[set];
  if (one->tried)
    return IMS_OK;
  one->tried = true;
  const imsi_chain_query query = {
    .a = c->a, .b = c->b, .wanted = IMS_UNKNOWN & (ims_relation)~set, .unions = c->unions
  };
  const ims_status status = imsi_chain_search(c->model, c->closure, &query, &one->steps, &one->length);
  one->found = !status;
  return status == IMS_NOT_FOUND ? IMS_OK : status;
}

/* The lowest relation of a set: one chain has to exclude it, whichever. */
static ims_relation lowest(ims_relation set)
{
  return set & (ims_relation)(~set + 1);
}

/* The best way to exclude `set`, from the best ways for all smaller sets. */
static ims_status choose(cover *c, ims_relation set)
{
  choice *best = &c->choices[set];
  for (ims_relation part = set; part; part = (ims_relation)((part - 1) & set)) {
    const choice *rest = &c->choices[set & (ims_relation)~part];
    if (!(part & lowest(set)) || (part != set && !rest->best_chains))
      continue;
    IMS_TRY(find_one(c, part));
    const choice *one = &c->choices[part];
    const uint32_t chains = 1 + (part == set ? 0 : rest->best_chains);
    const uint32_t length = one->length + (part == set ? 0 : rest->best_length);
    if (!one->found || (best->best_chains &&
                        (chains > best->best_chains || (chains == best->best_chains && length >= best->best_length))))
      continue;
    best->best_chains = chains;
    best->best_length = length;
    best->first = part;
  }
  return IMS_OK;
}

static ims_status add_chain(const choice *one, imsi_vec *chains, imsi_vec *steps)
{
  const imsi_step *list = one->steps.data;
  const imsi_chain chain = { steps->count, one->steps.count, imsi_chain_relation(list, one->steps.count) };
  for (size_t i = 0; i < chain.count; i++)
    IMS_TRY(imsi_vec_push(steps, &list[i]));
  return imsi_vec_push(chains, &chain);
}

static ims_status find_all(cover *c, ims_relation excluded, imsi_vec *chains, imsi_vec *steps)
{
  /* one chain for all of it needs no other to be looked for */
  IMS_TRY(find_one(c, excluded));
  if (c->choices[excluded].found)
    return add_chain(&c->choices[excluded], chains, steps);
  for (unsigned set = 1; set <= excluded; set++)
    if (!(set & (unsigned)~excluded))
      IMS_TRY(choose(c, (ims_relation)set));
  if (!c->choices[excluded].best_chains)
    return IMS_NOT_FOUND;
  for (ims_relation set = excluded; set; set &= (ims_relation)~c->choices[set].first)
    IMS_TRY(add_chain(&c->choices[c->choices[set].first], chains, steps));
  return IMS_OK;
}

static ims_status cover_within(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                               ims_relation wanted, size_t unions, imsi_vec *chains, imsi_vec *steps)
{
  cover c = { .model = model, .closure = closure, .a = a, .b = b, .unions = unions };
  imsi_vec found = IMSI_VEC(imsi_chain), found_steps = IMSI_VEC(imsi_step);
  for (size_t i = 0; i < SETS; i++)
    c.choices[i].steps = IMSI_VEC(imsi_step);
  const ims_status status = find_all(&c, IMS_UNKNOWN & (ims_relation)~wanted, &found, &found_steps);
  for (size_t i = 0; i < SETS; i++)
    imsi_vec_free(&c.choices[i].steps);
  if (status) {
    imsi_vec_free(&found);
    imsi_vec_free(&found_steps);
    return status;
  }
  imsi_vec_free(chains);
  imsi_vec_free(steps);
  *chains = found;
  *steps = found_steps;
  return IMS_OK;
}

ims_status imsi_chain_cover(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                            ims_relation wanted, imsi_vec *chains, imsi_vec *steps)
{
  return cover_within(model, closure, a, b, wanted, imsi_closure_unions(closure), chains, steps);
}

ims_status imsi_chain_part(const ims_model *model, const imsi_closure *closure, const imsi_step *whole, ims_node part,
                           imsi_vec *chains, imsi_vec *steps)
{
  const imsi_union united = imsi_closure_union(closure, whole->united);
  return cover_within(model, closure, part, united.other, IMS_CONTAINED, whole->united, chains, steps);
}
