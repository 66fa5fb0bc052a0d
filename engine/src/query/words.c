#include "query/words.h"

#include "base/natural.h"
#include "base/try.h"

/* ---- the parts of a clause or provision ---- */

static bool is_demand(const ims_model *model, ims_node node)
{
  const ims_node_kind kind = ims_node_kind_of(model, node);
  return (kind == IMS_PROVISION || kind == IMS_ITEM) && ims_force_binds(ims_node_force(model, node));
}

/* Appends `node` if it is a demand, and the demands inside it; sub-clauses speak for themselves. */
static ims_status add_demands(const ims_model *model, ims_node node, imsi_vec *parts)
{
  if (is_demand(model, node))
    IMS_TRY(imsi_vec_push(parts, &node));
  for (ims_node n = ims_node_child(model, node); n.index != IMS_NO_NODE; n = ims_node_next(model, n))
    if (is_demand(model, n))
      IMS_TRY(add_demands(model, n, parts));
  return IMS_OK;
}

static bool certain(const imsi_closure *closure, ims_node a, ims_node b)
{
  return ims_relation_overlaps(imsi_closure_relation(closure, a, b));
}

static bool contained(const imsi_closure *closure, ims_node part, ims_node whole)
{
  return ims_relation_contained(imsi_closure_relation(closure, part, whole));
}

static bool has_finer(const ims_model *model, const imsi_closure *closure, ims_node whole, ims_node other)
{
  for (ims_node n = ims_node_child(model, whole); n.index != IMS_NO_NODE; n = ims_node_next(model, n))
    if (is_demand(model, n) && certain(closure, n, other))
      return true;
  return false;
}

static bool is_finest(const ims_model *model, const imsi_closure *closure, ims_node x, ims_node y)
{
  return certain(closure, x, y) && !has_finer(model, closure, x, y) && !has_finer(model, closure, y, x);
}

/* ---- rows, seen from one of their ends ---- */

typedef struct view {
  const ims_mapping *mapping;
  ims_node other;
  ims_relation relation; /* from the end to `other` */
  const char *common, *here_only, *there_only;
} view;

static view view_from(const ims_model *model, ims_node node, uint32_t row_index)
{
  const ims_row row = ims_relation_at(model, row_index);
  if (row.source.index == node.index)
    return (view){ row.mapping, row.target, row.relation, row.common, row.source_only, row.target_only };
  const ims_relation inverse = ims_relation_inverse(row.relation);
  return (view){ row.mapping, row.source, inverse, row.common, row.target_only, row.source_only };
}

static size_t view_count(const ims_model *model, ims_node node)
{
  size_t outgoing, incoming;
  ims_node_relations(model, node, false, &outgoing);
  ims_node_relations(model, node, true, &incoming);
  return outgoing + incoming;
}

static view view_at(const ims_model *model, ims_node node, size_t index)
{
  size_t outgoing, incoming;
  const uint32_t *out = ims_node_relations(model, node, false, &outgoing);
  const uint32_t *in = ims_node_relations(model, node, true, &incoming);
  return view_from(model, node, index < outgoing ? out[index] : in[index - outgoing]);
}

/* Where several rows would do, one is taken by what it says, not by when it was read. */
static bool comes_before(const ims_model *model, const view *a, const view *b)
{
  const ims_edition *x = ims_node_edition(model, a->other), *y = ims_node_edition(model, b->other);
  if (x != y)
    return x->index < y->index;
  if (a->other.index != b->other.index)
    return a->other.index < b->other.index;
  return imsi_natural_compare(a->mapping->id, b->mapping->id) < 0;
}

/* A row that says directly how `from` and `to` overlap. */
static bool find_view(const ims_model *model, ims_node from, ims_node to, view *found)
{
  bool any = false;
  for (size_t i = 0; i < view_count(model, from); i++) {
    const view v = view_at(model, from, i);
    if (v.other.index != to.index || !ims_relation_overlaps(v.relation) || (any && !comes_before(model, &v, found)))
      continue;
    *found = v;
    any = true;
  }
  return any;
}

/* Two rows that show together how `from` and `to` overlap. */
static bool find_chain(const ims_model *model, ims_node from, ims_node to, view *first, view *second)
{
  bool any = false;
  for (size_t i = 0; i < view_count(model, from); i++) {
    const view v = view_at(model, from, i);
    view next;
    if (!ims_relation_overlaps(v.relation) || (any && !comes_before(model, &v, first)) ||
        !find_view(model, v.other, to, &next) ||
        !ims_relation_overlaps(ims_relation_compose(v.relation, next.relation)))
      continue;
    *first = v;
    *second = next;
    any = true;
  }
  return any;
}

/* Leaves out of a view what must not be told of its ends. */
static void hush(view *v, bool here, bool there)
{
  if (!here)
    v->here_only = "";
  if (!there)
    v->there_only = "";
}

/* ---- words ---- */

static ims_status tell(imsi_vec *texts, const char *text)
{
  if (!*text)
    return IMS_OK;
  for (size_t i = 0; i < texts->count; i++)
    if (IMSI_AT(const char *, texts, i) == text) /* interned */
      return IMS_OK;
  return imsi_vec_push(texts, &text);
}

static ims_status tell_direct(const view *v, imsi_words *words)
{
  IMS_TRY(tell(&words->common, v->common));
  IMS_TRY(tell(&words->source_only, v->here_only));
  return tell(&words->target_only, v->there_only);
}

/*
 * Through a third thing. What the middle has beyond the near end is the far end's if that contains the middle, and the
 * other way round. What both ends add to the middle has not been compared: it may be the same.
 */
static ims_status tell_through(const view *first, const view *second, imsi_words *words)
{
  const bool near_contains = first->relation == IMS_EQUAL || first->relation == IMS_SUPERSET;
  const bool far_contains = second->relation == IMS_EQUAL || second->relation == IMS_SUBSET;
  const bool both_add =
      (first->relation & (IMS_SUPERSET | IMS_INTERSECTS)) && (second->relation & (IMS_SUBSET | IMS_INTERSECTS));
  IMS_TRY(tell(&words->common, near_contains ? second->common : first->common));
  IMS_TRY(tell(both_add ? &words->uncompared : &words->source_only, first->here_only));
  IMS_TRY(tell(both_add ? &words->uncompared : &words->target_only, second->there_only));
  if (near_contains)
    IMS_TRY(tell(&words->source_only, second->here_only));
  if (far_contains)
    IMS_TRY(tell(&words->target_only, first->there_only));
  return IMS_OK;
}

/* Of two parts that overlap, `x_adds` and `y_adds` say whether what one asks beyond the other may be told. */
static ims_status tell_parts(const ims_model *model, const imsi_closure *closure, ims_node x, bool x_adds, ims_node y,
                             bool y_adds, imsi_words *words)
{
  view first, second;
  if (find_view(model, x, y, &first)) {
    hush(&first, x_adds, y_adds);
    return tell_direct(&first, words);
  }
  if (find_chain(model, x, y, &first, &second)) {
    hush(&first, x_adds, y_adds);
    hush(&second, x_adds, y_adds);
    return tell_through(&first, &second, words);
  }
  /* a longer chain: if one contains the other, the smaller is what both ask; else nobody has said what they share */
  if (contained(closure, x, y))
    return tell(&words->common, ims_node_get(model, x).text);
  if (contained(closure, y, x))
    return tell(&words->common, ims_node_get(model, y).text);
  return IMS_OK;
}

/* True if something of `node` overlaps something of the edition for certain. */
static bool has_counterpart(const imsi_closure *closure, ims_node node, const ims_edition *other)
{
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(closure, node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(closure, node, i);
    if (n.node.index - other->first.index < other->count && ims_relation_overlaps(n.relation))
      return true;
  }
  return false;
}

/* True if a verdict "none" stands on the node itself, not on what it belongs to. */
static bool has_own_verdict(const ims_model *model, ims_node node, const ims_edition *other)
{
  const size_t index = ims_node_verdict(model, node, other);
  if (index == SIZE_MAX)
    return false;
  const ims_row verdict = ims_verdict_at(model, index);
  return verdict.source.index == node.index || verdict.target.index == node.index;
}

static bool any_part_examined(const ims_model *model, ims_node node, const ims_edition *other)
{
  for (ims_node n = ims_node_child(model, node); n.index != IMS_NO_NODE; n = ims_node_next(model, n))
    if (ims_node_verdict(model, n, other) != SIZE_MAX)
      return true;
  return false;
}

/* What only one side asks: its demands that somebody looked for in the other edition and did not find. */
static ims_status tell_residue(const ims_model *model, const imsi_closure *closure, const imsi_vec *parts,
                               const ims_edition *other, imsi_vec *only, imsi_vec *unexamined)
{
  for (size_t i = 0; i < parts->count; i++) {
    const ims_node x = IMSI_AT(ims_node, parts, i);
    if (has_own_verdict(model, x, other))
      IMS_TRY(tell(only, ims_node_get(model, x).text));
    else if (ims_node_kind_of(model, x) == IMS_PROVISION && !has_counterpart(closure, x, other) &&
             ims_node_verdict(model, x, other) == SIZE_MAX && !any_part_examined(model, x, other))
      IMS_TRY(tell(unexamined, ims_node_name(model, x)));
  }
  return IMS_OK;
}

/* What both ask is no difference, even if a row about another part says so. */
static void drop_common(imsi_vec *only, const imsi_vec *common)
{
  size_t kept = 0;
  for (size_t i = 0; i < only->count; i++) {
    const char *text = IMSI_AT(const char *, only, i);
    bool shared = false;
    for (size_t k = 0; !shared && k < common->count; k++)
      shared = IMSI_AT(const char *, common, k) == text; /* interned */
    if (!shared)
      IMSI_AT(const char *, only, kept++) = text;
  }
  only->count = kept;
}

/* ---- public ---- */

typedef struct parts {
  imsi_vec source, target; /* of ims_node */
} parts;

static ims_status collect(const ims_model *model, const imsi_pair *pair, parts *p)
{
  p->source = p->target = IMSI_VEC(ims_node);
  IMS_TRY(add_demands(model, pair->source, &p->source));
  return add_demands(model, pair->target, &p->target);
}

static void release(parts *p)
{
  imsi_vec_free(&p->source);
  imsi_vec_free(&p->target);
}

ims_status imsi_words_weight(const ims_model *model, const imsi_closure *closure, const imsi_pair *pair, size_t *weight)
{
  parts p;
  size_t count = 0;
  const ims_status status = collect(model, pair, &p);
  for (size_t i = 0; !status && i < p.source.count; i++)
    for (size_t k = 0; k < p.target.count; k++)
      count += is_finest(model, closure, IMSI_AT(ims_node, &p.source, i), IMSI_AT(ims_node, &p.target, k));
  release(&p);
  if (!status)
    *weight = count;
  return status;
}

/* What a part adds to its counterpart is a difference of the wholes only if it has no other counterpart there: the two
   together may hold all of it. */
static bool stands_alone(const ims_model *model, const imsi_closure *closure, ims_node part, const imsi_vec *others)
{
  size_t count = 0;
  for (size_t i = 0; i < others->count; i++)
    count += certain(closure, part, IMSI_AT(ims_node, others, i)) &&
             !has_finer(model, closure, IMSI_AT(ims_node, others, i), part);
  return count == 1;
}

static ims_status tell_pairs(const ims_model *model, const imsi_closure *closure, const imsi_pair *pair, const parts *p,
                             imsi_words *words)
{
  view stated;
  if (find_view(model, pair->source, pair->target, &stated)) /* said of the two themselves */
    IMS_TRY(tell_direct(&stated, words));
  for (size_t i = 0; i < p->source.count; i++)
    for (size_t k = 0; k < p->target.count; k++) {
      const ims_node x = IMSI_AT(ims_node, &p->source, i), y = IMSI_AT(ims_node, &p->target, k);
      if (!is_finest(model, closure, x, y))
        continue;
      const bool x_adds = stands_alone(model, closure, x, &p->target) && !contained(closure, x, pair->target);
      const bool y_adds = stands_alone(model, closure, y, &p->source) && !contained(closure, y, pair->source);
      IMS_TRY(tell_parts(model, closure, x, x_adds, y, y_adds, words));
    }
  return IMS_OK;
}

ims_status imsi_words_of(const ims_model *model, const imsi_closure *closure, const imsi_pair *pair, bool source_home,
                         bool target_home, imsi_words *words)
{
  parts p;
  *words = IMSI_WORDS;
  imsi_vec elsewhere = IMSI_VEC(const char *); /* what is unexamined on the target's side is told in its own table */
  ims_status status = collect(model, pair, &p);
  if (!status)
    status = tell_pairs(model, closure, pair, &p, words);
  if (!status && source_home)
    status = tell_residue(model, closure, &p.source, ims_node_edition(model, pair->target), &words->source_only,
                          &words->unexamined);
  if (!status && target_home)
    status =
        tell_residue(model, closure, &p.target, ims_node_edition(model, pair->source), &words->target_only, &elsewhere);
  drop_common(&words->source_only, &words->common);
  drop_common(&words->target_only, &words->common);
  drop_common(&words->uncompared, &words->common);
  imsi_vec_free(&elsewhere);
  release(&p);
  return status;
}

void imsi_words_free(imsi_words *words)
{
  if (!words)
    return;
  imsi_vec_free(&words->common);
  imsi_vec_free(&words->source_only);
  imsi_vec_free(&words->target_only);
  imsi_vec_free(&words->uncompared);
  imsi_vec_free(&words->unexamined);
}
