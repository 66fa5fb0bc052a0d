#include "query/missing.h"

#include "base/try.h"
#include "query/chain.h"
#include "query/correlation.h"

static bool is_nested(ims_relation relation)
{
  return ims_relation_contained(relation) || ims_relation_contained(ims_relation_inverse(relation));
}

/* What is looked at on one side: the node, its parts, and what stands for it in the hub: all of it, or a part. */
static ims_status gather(const ims_model *model, const imsi_closure *closure, ims_node node, imsi_vec *sides)
{
  IMS_TRY(imsi_vec_push(sides, &node));
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(closure, node, i);
    const bool stands_for_it = ims_node_edition(model, n.node)->is_hub && is_nested(n.relation) &&
                               imsi_closure_only_part(closure, n.node).index == IMS_NO_NODE; /* else its part does */
    if (stands_for_it || ims_node_is_in(model, n.node, node))
      IMS_TRY(imsi_vec_push(sides, &n.node));
  }
  return IMS_OK;
}

typedef struct search {
  const ims_model *model;
  const imsi_closure *closure;
  ims_node a, b;
  const imsi_vec *nearest; /* of imsi_step */
  imsi_vec *missing;
  imsi_vec alike; /* of imsi_missing: pairs of parts that are not on the way */
} search;

static bool is_on_way(const search *s, ims_node node)
{
  for (size_t i = 0; i < s->nearest->count; i++) {
    const imsi_step *step = &IMSI_AT(imsi_step, s->nearest, i);
    if (step->from.index == node.index || step->to.index == node.index)
      return true;
  }
  return false;
}

/* True if a row may relate the two, and nobody has looked and found that it may not. */
static bool may_be_stated(const search *s, ims_node x, ims_node y)
{
  const ims_edition *from = ims_node_edition(s->model, x), *to = ims_node_edition(s->model, y);
  if (ims_node_is_in(s->model, x, y) || ims_node_is_in(s->model, y, x) || (from->is_hub && to->is_hub))
    return false;
  if (ims_node_empty(s->model, x) || ims_node_empty(s->model, y))
    return false;
  return imsi_correlation_verdict(s->model, x, to) == SIZE_MAX &&
         imsi_correlation_verdict(s->model, y, from) == SIZE_MAX;
}

/* The least that a row would have to say of the two; false if nothing would do. */
static bool find_needed(const search *s, imsi_missing *m)
{
  static const ims_relation least_first[] = { IMS_OVERLAPS, IMS_CONTAINED, IMS_CONTAINS, IMS_EQUAL };
  const ims_relation known = imsi_closure_relation(s->closure, m->from, m->to);
  const ims_relation before = imsi_closure_relation(s->closure, s->a, m->from);
  const ims_relation after = imsi_closure_relation(s->closure, m->to, s->b);
  for (size_t i = 0; i < sizeof least_first / sizeof *least_first; i++) {
    const ims_relation said = least_first[i] & known;
    m->needed = least_first[i];
    m->follows =
        imsi_closure_relation(s->closure, s->a, s->b) & ims_relation_compose(ims_relation_compose(before, said), after);
    if (said && ims_relation_overlaps(m->follows))
      return true;
  }
  return false;
}

static ims_status consider(search *s, ims_node x, ims_node y)
{
  imsi_missing m = { .from = x, .to = y };
  const bool itself = x.index == s->a.index && y.index == s->b.index;
  if (itself || !may_be_stated(s, x, y) || !find_needed(s, &m))
    return IMS_OK;
  m.on_way = is_on_way(s, x) && is_on_way(s, y);
  const bool parts = ims_node_is_in(s->model, x, s->a) && ims_node_is_in(s->model, y, s->b);
  return imsi_vec_push(parts && !m.on_way ? &s->alike : s->missing, &m);
}

/* In the order of editions, then of the document. */
static int compare_nodes(const ims_model *model, ims_node a, ims_node b)
{
  const ims_edition *x = ims_node_edition(model, a), *y = ims_node_edition(model, b);
  if (x != y)
    return x->index < y->index ? -1 : 1;
  return a.index < b.index ? -1 : a.index > b.index;
}

static int specific(const ims_model *model, const imsi_missing *m)
{
  static const int by_kind[] = { [IMS_CLAUSE] = 0, [IMS_PROVISION] = 1, [IMS_ITEM] = 2, [IMS_TERM] = 2 };
  return by_kind[ims_node_kind_of(model, m->from)] + by_kind[ims_node_kind_of(model, m->to)];
}

static bool comes_before(const ims_model *model, const imsi_missing *a, const imsi_missing *b)
{
  if (a->on_way != b->on_way)
    return a->on_way;
  if (specific(model, a) != specific(model, b))
    return specific(model, a) > specific(model, b);
  const int order = compare_nodes(model, a->from, b->from);
  return order ? order < 0 : compare_nodes(model, a->to, b->to) < 0;
}

/* Keeps those that come first, in their order. */
static void choose(const ims_model *model, imsi_vec *missing, size_t most)
{
  imsi_missing *list = missing->data;
  for (size_t i = 0; i < missing->count && i < most; i++) {
    size_t best = i;
    for (size_t k = i + 1; k < missing->count; k++)
      if (comes_before(model, &list[k], &list[best]))
        best = k;
    const imsi_missing chosen = list[best];
    list[best] = list[i];
    list[i] = chosen;
  }
  if (missing->count > most)
    missing->count = most;
}

static ims_status consider_all(search *s, const imsi_vec *xs, const imsi_vec *ys)
{
  for (size_t i = 0; i < xs->count; i++)
    for (size_t k = 0; k < ys->count; k++)
      IMS_TRY(consider(s, IMSI_AT(ims_node, xs, i), IMSI_AT(ims_node, ys, k)));
  return IMS_OK;
}

static ims_status finish(search *s, size_t most, size_t *alike)
{
  *alike = s->alike.count;
  if (s->missing->count + s->alike.count < most) {
    for (size_t i = 0; i < s->alike.count; i++)
      IMS_TRY(imsi_vec_push(s->missing, &IMSI_AT(imsi_missing, &s->alike, i)));
    *alike = 0;
  }
  choose(s->model, s->missing, most - 1);
  imsi_missing itself = { .from = s->a, .to = s->b, .on_way = true };
  itself.needed = IMS_OVERLAPS;
  itself.follows = imsi_closure_relation(s->closure, s->a, s->b) & IMS_OVERLAPS;
  return imsi_vec_push(s->missing, &itself);
}

ims_status imsi_missing_find(const ims_model *model, const imsi_closure *closure, ims_node a, ims_node b,
                             const imsi_vec *nearest, size_t most, imsi_vec *missing, size_t *alike)
{
  imsi_vec xs = IMSI_VEC(ims_node), ys = IMSI_VEC(ims_node);
  search s = { model, closure, a, b, nearest, missing, IMSI_VEC(imsi_missing) };
  missing->count = 0;
  ims_status status = gather(model, closure, a, &xs);
  if (!status)
    status = gather(model, closure, b, &ys);
  if (!status)
    status = consider_all(&s, &xs, &ys);
  if (!status)
    status = finish(&s, most, alike);
  imsi_vec_free(&xs);
  imsi_vec_free(&ys);
  imsi_vec_free(&s.alike);
  return status;
}
