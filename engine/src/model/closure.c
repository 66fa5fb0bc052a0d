#include "model/closure.h"

#include "base/natural.h"
#include "base/try.h"
#include "model/relation.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 1024 };

typedef struct pair {
  uint32_t a, b;           /* ranks of nodes, a < b */
  uint32_t next_a, next_b; /* further pairs of a, of b */
  uint32_t proof;          /* the last one */
  ims_relation relation;   /* a to b */
  bool queued;
} pair;

typedef enum proof_kind { STATED, HIERARCHY, COMPOSED, UNITED } proof_kind;

/* Why a pair became narrower. Proofs are only ever appended, so none can rest on itself. */
typedef struct proof {
  proof_kind kind;
  uint32_t before;      /* proof of what was known of the pair before, or IMS_NO_NODE */
  uint32_t left, right; /* STATED: row; COMPOSED: two proofs; UNITED: first and number in `united` */
} proof;

struct imsi_closure {
  const ims_model *model;
  const ims_relation (*table)[IMSI_MASKS];
  imsi_vec pairs;  /* of pair */
  imsi_vec proofs; /* of proof */
  imsi_vec united; /* of uint32_t: proofs of the parts of a union */
  imsi_vec queue;  /* of uint32_t: pairs to propagate */
  imsi_vec broken; /* of uint32_t: pairs that contradict themselves */
  uint32_t *slots; /* pair + 1 by hash of its ends, 0 = free */
  size_t slot_count;
  uint64_t steps;  /* compositions tried */
  uint32_t *rank;  /* by node: its place in the order of editions and documents, whatever order files came in */
  uint32_t *node;  /* by rank */
  uint32_t ranked; /* number of nodes with a rank */
  uint32_t *first; /* by rank: its last pair */
  bool *part;      /* by node: it belongs to what is above it */
  bool *whole;     /* by clause: its parts make it up */
};

/* ---- pairs ---- */

static pair *pair_at(const imsi_closure *c, uint32_t index)
{
  return &IMSI_AT(pair, &c->pairs, index);
}

static size_t slot_of(const imsi_closure *c, uint32_t a, uint32_t b)
{
  uint64_t hash = ((uint64_t)a << 32 | b) * UINT64_C(0x9e3779b97f4a7c15);
  size_t slot = (size_t)(hash >> 32) & (c->slot_count - 1);
  for (; c->slots[slot]; slot = (slot + 1) & (c->slot_count - 1)) {
    const pair *p = pair_at(c, c->slots[slot] - 1);
    if (p->a == a && p->b == b)
      break;
  }
  return slot;
}

static ims_status grow_slots(imsi_closure *c)
{
  const size_t count = c->slot_count ? c->slot_count * 2 : FIRST_SLOTS;
  uint32_t *slots = calloc(count, sizeof *slots);
  if (!slots)
    return IMS_NOMEM;
  free(c->slots);
  c->slots = slots;
  c->slot_count = count;
  for (uint32_t i = 0; i < c->pairs.count; i++)
    slots[slot_of(c, pair_at(c, i)->a, pair_at(c, i)->b)] = i + 1;
  return IMS_OK;
}

static uint32_t find(const imsi_closure *c, uint32_t a, uint32_t b)
{
  const uint32_t found = c->slots[a < b ? slot_of(c, a, b) : slot_of(c, b, a)];
  return found ? found - 1 : IMS_NO_NODE;
}

static ims_status add_pair(imsi_closure *c, uint32_t a, uint32_t b, uint32_t *index)
{
  if (c->pairs.count >= IMS_NO_NODE - 1)
    return IMS_LIMIT;
  if (c->pairs.count >= c->slot_count / 4 * 3)
    IMS_TRY(grow_slots(c));
  const pair added = { a, b, c->first[a], c->first[b], IMS_NO_NODE, IMS_UNKNOWN, false };
  IMS_TRY(imsi_vec_push(&c->pairs, &added));
  *index = (uint32_t)c->pairs.count - 1;
  c->slots[slot_of(c, a, b)] = *index + 1;
  c->first[a] = c->first[b] = *index;
  return IMS_OK;
}

static ims_relation seen_from(const pair *p, uint32_t node)
{
  return p->a == node ? p->relation : ims_relation_inverse(p->relation);
}

/* Leaves of the pair of `a` and `b` only what `relation` (a to b) allows. */
static ims_status narrow(imsi_closure *c, uint32_t a, uint32_t b, ims_relation relation, proof why)
{
  if (a > b) {
    const uint32_t swap = a;
    a = b;
    b = swap;
    relation = ims_relation_inverse(relation);
  }
  uint32_t index = find(c, a, b);
  if (index == IMS_NO_NODE)
    IMS_TRY(add_pair(c, a, b, &index));
  pair *p = pair_at(c, index);
  const ims_relation left = p->relation & relation;
  if (left == p->relation)
    return IMS_OK;
  why.before = p->proof;
  IMS_TRY(imsi_vec_push(&c->proofs, &why));
  p->proof = (uint32_t)c->proofs.count - 1;
  p->relation = left;
  if (left == IMS_CONTRADICTION)
    return imsi_vec_push(&c->broken, &index);
  if (!p->queued)
    IMS_TRY(imsi_vec_push(&c->queue, &index));
  p->queued = true;
  return IMS_OK;
}

/* ---- what is stated ---- */

static void find_ranks(imsi_closure *c)
{
  for (size_t i = 0; i < ims_edition_count(c->model); i++) {
    const ims_edition *edition = ims_edition_at(c->model, i);
    for (uint32_t k = 0; k < edition->count; k++) {
      const uint32_t node = edition->first.index + k;
      c->rank[node] = c->ranked;
      c->node[c->ranked++] = node;
    }
  }
}

/* Only what binds as its surroundings do belongs to them: notes and permissions are no part of a clause's demands, and
   a clause without demands is part of nothing. */
static void find_parts(imsi_closure *c)
{
  const ims_model *m = c->model;
  for (uint32_t i = 0; i < ims_node_count(m); i++) {
    const ims_node node = { i }, parent = ims_node_parent(m, node);
    if (parent.index != IMS_NO_NODE && ims_node_edition(m, node) && !ims_node_empty(m, node))
      c->part[i] = ims_force_binds(ims_node_force(m, node)) == ims_force_binds(ims_node_force(m, parent));
  }
}

static bool is_whole(const imsi_closure *c, ims_node clause)
{
  if (!ims_node_get(c->model, clause).whole)
    return false;
  bool parts = false;
  for (ims_node n = ims_node_child(c->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    if (!c->part[n.index])
      continue;
    if (ims_node_kind_of(c->model, n) == IMS_CLAUSE && !is_whole(c, n))
      return false;
    parts = true;
  }
  return parts;
}

/* The part of a whole clause that has no other; IMS_NO_NODE if there are several. */
static uint32_t only_part(const imsi_closure *c, ims_node clause)
{
  uint32_t only = IMS_NO_NODE;
  for (ims_node n = ims_node_child(c->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    if (!c->part[n.index])
      continue;
    if (only != IMS_NO_NODE)
      return IMS_NO_NODE;
    only = n.index;
  }
  return only;
}

static ims_status state_hierarchy(imsi_closure *c)
{
  for (uint32_t i = 0; i < c->ranked; i++) {
    const ims_node node = { c->node[i] };
    if (c->part[node.index])
      IMS_TRY(
          narrow(c, i, c->rank[ims_node_parent(c->model, node).index], IMS_CONTAINED, (proof){ .kind = HIERARCHY }));
    if (ims_node_kind_of(c->model, node) != IMS_CLAUSE)
      continue;
    c->whole[node.index] = is_whole(c, node);
    const uint32_t only = c->whole[node.index] ? only_part(c, node) : IMS_NO_NODE;
    if (only != IMS_NO_NODE) /* made up of one part: it is that part */
      IMS_TRY(narrow(c, i, c->rank[only], IMS_EQUAL, (proof){ .kind = HIERARCHY }));
  }
  return IMS_OK;
}

/* A row as it is put in order: by what it says, then by where, never by when it was read. */
typedef struct statement {
  uint32_t source, target; /* ranks */
  uint32_t index;
  const ims_mapping *mapping;
  ims_pos pos;
} statement;

static statement statement_of(const imsi_closure *c, uint32_t index)
{
  const ims_row row = ims_relation_at(c->model, index);
  return (statement){ c->rank[row.source.index], c->rank[row.target.index], index, row.mapping, row.pos };
}

static int compare_numbers(uint32_t a, uint32_t b)
{
  return a < b ? -1 : a > b;
}

static int compare_statements(const void *a, const void *b)
{
  const statement *x = a, *y = b;
  int order = compare_numbers(x->source, y->source);
  if (!order)
    order = compare_numbers(x->target, y->target);
  if (!order)
    order = imsi_natural_compare(x->mapping->id, y->mapping->id);
  if (!order)
    order = strcmp(x->pos.file, y->pos.file);
  if (!order)
    order = compare_numbers(x->pos.line, y->pos.line);
  return order ? order : compare_numbers(x->pos.column, y->pos.column);
}

static ims_status state_rows(imsi_closure *c)
{
  const size_t rows = ims_relation_count(c->model);
  statement *statements = calloc(rows + 1, sizeof *statements);
  if (!statements)
    return IMS_NOMEM;
  size_t count = 0;
  for (uint32_t i = 0; i < rows; i++) {
    const ims_row row = ims_relation_at(c->model, i);
    if (!ims_node_empty(c->model, row.source) && !ims_node_empty(c->model, row.target))
      statements[count++] = statement_of(c, i);
  }
  qsort(statements, count, sizeof *statements, compare_statements);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < count; i++) {
    const ims_row row = ims_relation_at(c->model, statements[i].index);
    status = narrow(c, statements[i].source, statements[i].target, ims_row_relation(&row),
                    (proof){ .kind = STATED, .left = statements[i].index });
  }
  free(statements);
  return status;
}

/* ---- what follows ---- */

/* If every part of the whole clause around `part` is contained in `other`, the clause is. */
static ims_status unite(imsi_closure *c, uint32_t part, uint32_t other)
{
  const ims_node clause = ims_node_parent(c->model, (ims_node){ c->node[part] });
  if (!c->part[c->node[part]] || !c->whole[clause.index] || c->rank[clause.index] == other)
    return IMS_OK;
  const uint32_t start = (uint32_t)c->united.count;
  for (ims_node n = ims_node_child(c->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(c->model, n)) {
    if (!c->part[n.index])
      continue;
    const uint32_t rank = c->rank[n.index];
    const uint32_t index = rank == other ? IMS_NO_NODE : find(c, rank, other);
    const bool contained = index != IMS_NO_NODE && pair_at(c, index)->relation != IMS_CONTRADICTION &&
                           !(seen_from(pair_at(c, index), rank) & (ims_relation)~IMS_CONTAINED);
    if (rank != other && !contained) {
      c->united.count = start;
      return IMS_OK;
    }
    if (contained)
      IMS_TRY(imsi_vec_push(&c->united, &pair_at(c, index)->proof));
  }
  const size_t proofs = c->proofs.count;
  IMS_TRY(narrow(c, c->rank[clause.index], other, IMS_CONTAINED,
                 (proof){ .kind = UNITED, .left = start, .right = (uint32_t)c->united.count - start }));
  if (c->proofs.count == proofs)
    c->united.count = start; /* nothing new */
  return IMS_OK;
}

/* Everything that is known of `far` (an end of `p`) carries over to `near` (its other end). */
static ims_status compose_over(imsi_closure *c, uint32_t p, uint32_t near, uint32_t far)
{
  for (uint32_t q = c->first[far]; q != IMS_NO_NODE;) {
    const pair *known = pair_at(c, q);
    const uint32_t next = known->a == far ? known->next_a : known->next_b;
    const uint32_t end = known->a == far ? known->b : known->a;
    const pair *by = pair_at(c, p);
    c->steps++;
    if (end != near && known->relation != IMS_CONTRADICTION && by->relation != IMS_CONTRADICTION) {
      const ims_relation relation = c->table[seen_from(by, near)][seen_from(known, far)];
      if (relation != IMS_UNKNOWN)
        IMS_TRY(narrow(c, near, end, relation, (proof){ .kind = COMPOSED, .left = by->proof, .right = known->proof }));
    }
    q = next;
  }
  return IMS_OK;
}

static ims_status propagate(imsi_closure *c, uint64_t steps)
{
  for (size_t i = 0; i < c->queue.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &c->queue, i);
    pair *p = pair_at(c, index);
    p->queued = false;
    const uint32_t a = p->a, b = p->b;
    if (p->relation == IMS_CONTRADICTION)
      continue;
    if (!(p->relation & (ims_relation)~IMS_CONTAINED))
      IMS_TRY(unite(c, a, b));
    if (!(pair_at(c, index)->relation & (ims_relation)~IMS_CONTAINS))
      IMS_TRY(unite(c, b, a));
    IMS_TRY(compose_over(c, index, a, b));
    IMS_TRY(compose_over(c, index, b, a));
    if (c->steps > steps)
      return IMS_LIMIT;
    if (i > 4096 && i * 2 > c->queue.count) { /* what is done makes room */
      c->queue.count -= i + 1;
      memmove(c->queue.data, &IMSI_AT(uint32_t, &c->queue, i + 1), c->queue.count * sizeof(uint32_t));
      i = (size_t)-1;
    }
  }
  return IMS_OK;
}

/* ---- public ---- */

ims_status imsi_closure_new(const ims_model *model, imsi_closure **closure)
{
  return imsi_closure_new_within(model, IMSI_CLOSURE_STEPS, closure);
}

ims_status imsi_closure_new_within(const ims_model *model, uint64_t steps, imsi_closure **closure)
{
  imsi_closure *c = calloc(1, sizeof *c);
  if (!c)
    return IMS_NOMEM;
  const size_t nodes = ims_node_count(model);
  *c = (imsi_closure){ .model = model,
                       .table = imsi_relation_table(),
                       .pairs = IMSI_VEC(pair),
                       .proofs = IMSI_VEC(proof),
                       .united = IMSI_VEC(uint32_t),
                       .queue = IMSI_VEC(uint32_t),
                       .broken = IMSI_VEC(uint32_t),
                       .rank = malloc((nodes + 1) * sizeof *c->rank),
                       .node = malloc((nodes + 1) * sizeof *c->node),
                       .first = malloc((nodes + 1) * sizeof *c->first),
                       .part = calloc(nodes + 1, sizeof *c->part),
                       .whole = calloc(nodes + 1, sizeof *c->whole) };
  ims_status status = c->rank && c->node && c->first && c->part && c->whole ? grow_slots(c) : IMS_NOMEM;
  if (!status) {
    memset(c->first, 0xff, (nodes + 1) * sizeof *c->first);
    memset(c->rank, 0xff,
           (nodes + 1) * sizeof *c->rank); /* a node that was replaced has none, and nothing is known of it */
    find_ranks(c);
    find_parts(c);
    status = state_hierarchy(c);
  }
  if (!status)
    status = state_rows(c);
  if (!status)
    status = propagate(c, steps);
  imsi_vec_free(&c->queue);
  if (status) {
    imsi_closure_free(c);
    return status;
  }
  *closure = c;
  return IMS_OK;
}

void imsi_closure_free(imsi_closure *closure)
{
  if (!closure)
    return;
  imsi_vec_free(&closure->pairs);
  imsi_vec_free(&closure->proofs);
  imsi_vec_free(&closure->united);
  imsi_vec_free(&closure->queue);
  imsi_vec_free(&closure->broken);
  free(closure->slots);
  free(closure->rank);
  free(closure->node);
  free(closure->first);
  free(closure->part);
  free(closure->whole);
  free(closure);
}

ims_relation imsi_closure_relation(const imsi_closure *closure, ims_node source, ims_node target)
{
  if (source.index == target.index)
    return IMS_EQUAL;
  const uint32_t from = closure->rank[source.index], index = find(closure, from, closure->rank[target.index]);
  return index == IMS_NO_NODE ? IMS_UNKNOWN : seen_from(pair_at(closure, index), from);
}

uint32_t imsi_closure_first(const imsi_closure *closure, ims_node node)
{
  const uint32_t rank = closure->rank[node.index];
  return rank == IMS_NO_NODE ? IMS_NO_NODE : closure->first[rank];
}

imsi_neighbour imsi_closure_neighbour(const imsi_closure *closure, ims_node node, uint32_t at)
{
  const pair *p = pair_at(closure, at);
  const uint32_t from = closure->rank[node.index];
  const bool is_a = p->a == from;
  return (imsi_neighbour){ { closure->node[is_a ? p->b : p->a] }, seen_from(p, from), is_a ? p->next_a : p->next_b };
}

/* Walks down the proofs; each is visited once, what is still to visit is kept in `open`. */
static ims_status collect(const imsi_closure *c, bool *seen, imsi_vec *open, imsi_vec *rows)
{
  while (open->count) {
    const uint32_t at = IMSI_AT(uint32_t, open, --open->count);
    if (at == IMS_NO_NODE || seen[at])
      continue;
    seen[at] = true;
    const proof *why = &IMSI_AT(proof, &c->proofs, at);
    IMS_TRY(imsi_vec_push(open, &why->before));
    if (why->kind == STATED)
      IMS_TRY(imsi_vec_push(rows, &why->left));
    if (why->kind == COMPOSED) {
      IMS_TRY(imsi_vec_push(open, &why->left));
      IMS_TRY(imsi_vec_push(open, &why->right));
    }
    for (uint32_t i = 0; why->kind == UNITED && i < why->right; i++)
      IMS_TRY(imsi_vec_push(open, &IMSI_AT(uint32_t, &c->united, why->left + i)));
  }
  return IMS_OK;
}

/* Orders relations by what they say and where, as they were stated. */
static ims_status put_in_order(const imsi_closure *c, imsi_vec *rows)
{
  statement *statements = calloc(rows->count, sizeof *statements);
  if (!statements)
    return IMS_NOMEM;
  for (size_t i = 0; i < rows->count; i++)
    statements[i] = statement_of(c, IMSI_AT(uint32_t, rows, i));
  qsort(statements, rows->count, sizeof *statements, compare_statements);
  for (size_t i = 0; i < rows->count; i++)
    IMSI_AT(uint32_t, rows, i) = statements[i].index;
  free(statements);
  return IMS_OK;
}

ims_status imsi_closure_rows(const imsi_closure *closure, ims_node source, ims_node target, imsi_vec *rows)
{
  const bool same = source.index == target.index;
  const uint32_t index = same ? IMS_NO_NODE : find(closure, closure->rank[source.index], closure->rank[target.index]);
  rows->count = 0;
  if (index == IMS_NO_NODE)
    return IMS_OK;
  bool *seen = calloc(closure->proofs.count + 1, sizeof *seen);
  imsi_vec open = IMSI_VEC(uint32_t);
  ims_status status = seen ? imsi_vec_push(&open, &pair_at(closure, index)->proof) : IMS_NOMEM;
  if (!status)
    status = collect(closure, seen, &open, rows);
  if (!status && rows->count)
    status = put_in_order(closure, rows);
  imsi_vec_free(&open);
  free(seen);
  return status;
}

size_t imsi_closure_contradictions(const imsi_closure *closure)
{
  return closure->broken.count;
}

void imsi_closure_contradiction(const imsi_closure *closure, size_t index, ims_node *a, ims_node *b)
{
  const pair *p = pair_at(closure, IMSI_AT(uint32_t, &closure->broken, index));
  a->index = closure->node[p->a];
  b->index = closure->node[p->b];
}
