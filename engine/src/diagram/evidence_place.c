/* Where everything of `evidence` stands: what serves several systems in the middle, the clauses of each system to its
   left and right, and beyond them the documents of that system alone. */

#include "base/try.h"
#include "diagram/evidence_internal.h"

#include <stdlib.h>

enum {
  DOCUMENT = 172,
  LINE = 11,
  DOCUMENT_GAP = 5,
  BETWEEN = 100, /* for the lines from the middle */
  CLAUSE = 152,
  CLAUSE_LEAST = 26,
  CLAUSE_GAP = 3,
  PORT = 5, /* from one line at a clause to the next */
  OUTSIDE = 60,
  OWN = 166,
  OWN_LINE = 10,
  OWN_GAP = 3,
  MOST_LINES = 3, /* of a name; what is longer is cut, and whole in its tip */
  HEAD = 20,
  BLOCK_GAP = 18
};

/* The clauses of one system, and its own documents. */
typedef struct block {
  uint32_t system;
  size_t first, count; /* of imsi_proven */
  size_t own;          /* documents */
  double own_height;   /* of these, one below the other */
  bool left;
  double y, height;
} block;

typedef struct layout {
  imsi_proofs *e;
  ims_picture *p;
  block blocks[IMS_SYSTEMS_MAX];
  size_t block_count;
  double sides[2]; /* heights: of the right, of the left */
} layout;

static imsi_proof *proof_at(const layout *l, size_t index)
{
  return &IMSI_AT(imsi_proof, &l->e->proofs, index);
}

static imsi_proven *proven_at(const layout *l, size_t index)
{
  return &IMSI_AT(imsi_proven, &l->e->proven, index);
}

static imsi_link *link_at(const layout *l, size_t index)
{
  return &IMSI_AT(imsi_link, &l->e->links, index);
}

static bool is_left(const layout *l, uint32_t system)
{
  for (size_t i = 0; i < l->block_count; i++)
    if (l->blocks[i].system == system)
      return l->blocks[i].left;
  return false;
}

/* ---- heights ---- */

/* As high as its name needs, with a line for what is wrong. */
static void measure(const layout *l)
{
  for (size_t i = 0; i < l->e->proofs.count; i++) {
    imsi_proof *proof = proof_at(l, i);
    const size_t lines = imsi_proof_lines(l->e, l->p, proof, proof->shared ? DOCUMENT : OWN, MOST_LINES);
    proof->height = (double)(lines * (proof->shared ? LINE : OWN_LINE)) + (proof->shared ? 3 : 5);
    proof->height += (proof->single + proof->many) * LINE;
  }
}

/* ---- blocks ---- */

static double height_of(const imsi_proven *proven)
{
  const size_t lines = proven->inner > proven->outer ? proven->inner : proven->outer;
  const double height = (double)lines * PORT + 6;
  return height > CLAUSE_LEAST ? height : CLAUSE_LEAST;
}

static void find_blocks(layout *l)
{
  for (size_t i = 0; i < l->e->proven.count; i++) {
    imsi_proven *proven = proven_at(l, i);
    block *last = l->block_count ? &l->blocks[l->block_count - 1] : NULL;
    if (!last || last->system != proven->system) {
      last = &l->blocks[l->block_count++];
      *last = (block){ .system = proven->system, .first = i };
    }
    proven->height = height_of(proven);
    last->height += proven->height + CLAUSE_GAP;
    last->count++;
  }
  for (size_t i = 0; i < l->e->proofs.count; i++)
    for (size_t b = 0; b < l->block_count; b++) {
      if (proof_at(l, i)->systems != (ims_systems)1 << l->blocks[b].system)
        continue;
      l->blocks[b].own++;
      l->blocks[b].own_height += proof_at(l, i)->height + OWN_GAP;
    }
  for (size_t b = 0; b < l->block_count; b++)
    if (l->blocks[b].height < l->blocks[b].own_height)
      l->blocks[b].height = l->blocks[b].own_height;
}

/* The highest first, each to the side that is lower so far. */
static void choose_sides(layout *l)
{
  bool done[IMS_SYSTEMS_MAX] = { false };
  for (size_t n = 0; n < l->block_count; n++) {
    size_t highest = l->block_count;
    for (size_t b = 0; b < l->block_count; b++)
      if (!done[b] && (highest == l->block_count || l->blocks[b].height > l->blocks[highest].height))
        highest = b;
    block *next = &l->blocks[highest];
    done[highest] = true;
    next->left = l->sides[1] < l->sides[0];
    l->sides[next->left] += next->height + HEAD + BLOCK_GAP;
  }
}

/* Its clauses fill it from top to bottom. */
static void spread_block(const layout *l, block *b)
{
  double used = 0;
  for (size_t i = 0; i < b->count; i++)
    used += proven_at(l, b->first + i)->height + CLAUSE_GAP;
  const double more = (b->height - used) / (double)b->count;
  double y = b->y + HEAD;
  for (size_t i = 0; i < b->count; i++) {
    imsi_proven *proven = proven_at(l, b->first + i);
    proven->y = y;
    proven->height += more;
    y += proven->height + CLAUSE_GAP;
  }
}

/* A side that is much lower than the middle becomes higher, by half at most: its lines are less steep then. */
static void stretch_blocks(layout *l, double height)
{
  for (size_t b = 0; b < l->block_count; b++) {
    const double side = l->sides[l->blocks[b].left], most = height / side < 1.5 ? height / side : 1.5;
    l->blocks[b].height *= most > 1 ? most : 1;
  }
  l->sides[0] = l->sides[1] = 0;
  for (size_t b = 0; b < l->block_count; b++)
    l->sides[l->blocks[b].left] += l->blocks[b].height + HEAD + BLOCK_GAP;
}

static void spread_blocks(layout *l, double height)
{
  stretch_blocks(l, height);
  double y[2] = { (height - l->sides[0] + BLOCK_GAP) / 2, (height - l->sides[1] + BLOCK_GAP) / 2 };
  for (size_t i = 0; i < l->block_count; i++) {
    block *b = &l->blocks[i];
    b->y = y[b->left];
    spread_block(l, b);
    y[b->left] += b->height + HEAD + BLOCK_GAP;
  }
}

/* ---- documents ---- */

/* An index with what it is put in order by. */
typedef struct keyed {
  double key;
  uint32_t group, index;
} keyed;

static int compare_keyed(const void *a, const void *b)
{
  const keyed *x = a, *y = b;
  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->key < y->key || x->key > y->key)
    return x->key < y->key ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

/* Those of a system alone by system, those in the middle last; in each group by where their clauses stand. */
static ims_status order_documents(const layout *l, imsi_vec *order)
{
  for (size_t i = 0; i < l->e->links.count; i++) {
    const imsi_link *link = link_at(l, i);
    const imsi_proven *proven = proven_at(l, link->proven);
    proof_at(l, link->proof)->weight += proven->y + proven->height / 2;
  }
  for (uint32_t i = 0; i < l->e->proofs.count; i++) {
    const imsi_proof *proof = proof_at(l, i);
    const keyed key = { proof->weight / (double)proof->links,
                        proof->shared ? IMS_SYSTEMS_MAX : imsi_proof_system(l->e, proof), i };
    IMS_TRY(imsi_vec_push(order, &key));
  }
  if (order->count)
    qsort(order->data, order->count, sizeof(keyed), compare_keyed);
  return IMS_OK;
}

static void spread_shared(const layout *l, const imsi_vec *order, double height, double used, size_t count)
{
  const double spare = count ? (height - used) / (double)count : 0, gap = spare > 14 ? 14 : spare;
  double y = (height - used - gap * (double)count) / 2;
  for (size_t i = 0; i < order->count; i++) {
    imsi_proof *proof = proof_at(l, IMSI_AT(keyed, order, i).index);
    if (!proof->shared)
      continue;
    proof->y = y;
    y += proof->height + DOCUMENT_GAP + gap;
  }
}

static void spread_own(const layout *l, const imsi_vec *order, const block *b)
{
  const double spare = b->own ? (b->height - b->own_height) / (double)b->own : 0;
  double y = b->y + HEAD + spare / 2;
  for (size_t i = 0; i < order->count; i++) {
    imsi_proof *proof = proof_at(l, IMSI_AT(keyed, order, i).index);
    if (proof->shared || imsi_proof_system(l->e, proof) != b->system)
      continue;
    proof->y = y;
    y += proof->height + OWN_GAP + spare;
  }
}

static ims_status spread(layout *l)
{
  imsi_vec order = IMSI_VEC(keyed);
  double used = 0;
  size_t count = 0;
  for (size_t i = 0; i < l->e->proofs.count; i++) {
    used += proof_at(l, i)->shared ? proof_at(l, i)->height + DOCUMENT_GAP : 0;
    count += proof_at(l, i)->shared;
  }
  double height = used > l->sides[0] ? used : l->sides[0];
  height = l->sides[1] > height ? l->sides[1] : height;
  spread_blocks(l, height);
  const ims_status status = order_documents(l, &order);
  if (!status) {
    spread_shared(l, &order, height, used, count);
    for (size_t b = 0; b < l->block_count; b++)
      spread_own(l, &order, &l->blocks[b]);
  }
  imsi_vec_free(&order);
  return status;
}

/* ---- where lines leave and arrive ---- */

/* Lines at one side of a box, in the order of what is at their other ends: so they do not cross there. */
static ims_status set_ports(const layout *l, bool at_clause)
{
  imsi_vec order = IMSI_VEC(keyed);
  ims_status status = IMS_OK;
  for (uint32_t i = 0; !status && i < l->e->links.count; i++) {
    const imsi_link *link = link_at(l, i);
    const imsi_proof *proof = proof_at(l, link->proof);
    const imsi_proven *proven = proven_at(l, link->proven);
    /* a clause has documents on both sides, and a document in the middle has clauses on both */
    const bool second = at_clause ? proof->shared : is_left(l, proven->system);
    const keyed key = { at_clause ? proof->y : proven->y, (at_clause ? link->proven : link->proof) * 2 + second, i };
    status = imsi_vec_push(&order, &key);
  }
  if (order.count)
    qsort(order.data, order.count, sizeof(keyed), compare_keyed);
  for (size_t i = 0, end; !status && i < order.count; i = end) {
    const uint32_t group = IMSI_AT(keyed, &order, i).group;
    for (end = i; end < order.count && IMSI_AT(keyed, &order, end).group == group;)
      end++;
    const double y = at_clause ? proven_at(l, group / 2)->y : proof_at(l, group / 2)->y;
    const double height = at_clause ? proven_at(l, group / 2)->height : proof_at(l, group / 2)->height;
    for (size_t k = i; k < end; k++) {
      const double port = y + height * ((double)(k - i) + 0.5) / (double)(end - i);
      *(at_clause ? &link_at(l, IMSI_AT(keyed, &order, k).index)->to
                  : &link_at(l, IMSI_AT(keyed, &order, k).index)->from) = port;
    }
  }
  imsi_vec_free(&order);
  return status;
}

/* ---- drawing ---- */

enum { INNER = DOCUMENT / 2 + BETWEEN, OUTER = INNER + CLAUSE + OUTSIDE }; /* where clauses and own documents begin */

static imsi_area area_at(bool left, double x, double width, double y, double height)
{
  return (imsi_area){ left ? -x - width : x, y, width, height };
}

static void draw_heads(const layout *l)
{
  double top = 0;
  bool shared = false;
  for (size_t i = 0; i < l->e->proofs.count; i++) {
    if (!proof_at(l, i)->shared)
      continue;
    top = !shared || proof_at(l, i)->y < top ? proof_at(l, i)->y : top;
    shared = true;
  }
  if (shared)
    imsi_proofs_draw_note(l->e, l->p, UINT32_MAX, (imsi_area){ -DOCUMENT / 2.0, top - 15, DOCUMENT, 12 });
  for (size_t b = 0; b < l->block_count; b++) {
    const block *at = &l->blocks[b];
    imsi_proofs_draw_head(l->e, l->p, at->system, area_at(at->left, INNER, CLAUSE, at->y, HEAD - 4));
    if (at->own)
      imsi_proofs_draw_note(l->e, l->p, at->system, area_at(at->left, OUTER, OWN, at->y, HEAD - 4));
  }
}

static void draw_boxes(const layout *l)
{
  for (size_t i = 0; i < l->e->proven.count; i++) {
    imsi_proven *proven = proven_at(l, i);
    imsi_proofs_draw_clause(l->e, l->p, proven,
                            area_at(is_left(l, proven->system), INNER, CLAUSE, proven->y, proven->height));
  }
  for (size_t i = 0; i < l->e->proofs.count; i++) {
    imsi_proof *proof = proof_at(l, i);
    const imsi_area own =
        area_at(!proof->shared && is_left(l, imsi_proof_system(l->e, proof)), OUTER, OWN, proof->y, proof->height);
    const imsi_area middle = { -DOCUMENT / 2.0, proof->y, DOCUMENT, proof->height };
    imsi_proofs_draw_document(l->e, l->p, proof, proof->shared ? middle : own);
  }
}

static void draw_links(const layout *l)
{
  for (size_t i = 0; i < l->e->links.count; i++) {
    const imsi_link *link = link_at(l, i);
    const bool left = is_left(l, proven_at(l, link->proven)->system), shared = proof_at(l, link->proof)->shared;
    const double from = shared ? DOCUMENT / 2.0 : OUTER, to = shared ? INNER : INNER + CLAUSE;
    imsi_proofs_draw_link(l->e, l->p, link, left ? -from : from, left ? -to : to);
  }
}

ims_status imsi_proofs_place(imsi_proofs *e, ims_picture *p)
{
  layout l = { .e = e, .p = p };
  measure(&l);
  find_blocks(&l);
  choose_sides(&l);
  IMS_TRY(spread(&l));
  IMS_TRY(set_ports(&l, true));
  IMS_TRY(set_ports(&l, false));
  draw_heads(&l);
  draw_boxes(&l);
  draw_links(&l);
  return p->status;
}
