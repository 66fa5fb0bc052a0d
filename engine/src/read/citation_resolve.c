/* From a number to a node: which edition is looked in, clause or control, ranges and items. */

#include "base/try.h"
#include "read/citation_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 32, RANGE_MOST = 400 };

/* ---- standards of the model ---- */

static bool has_clauses(const ims_model *model, const ims_edition *edition)
{
  for (uint32_t i = 0; i < edition->count; i++)
    if (ims_node_kind_of(model, (ims_node){ edition->first.index + i }) == IMS_CLAUSE)
      return true;
  return false;
}

static bool has_annex(const ims_model *model, const ims_edition *edition)
{
  for (uint32_t i = 0; i < edition->count; i++)
    if (strncmp(ims_node_name(model, (ims_node){ edition->first.index + i }), "A.", 2) == 0)
      return true;
  return false;
}

/* The number before the year; 0 bytes if the id has none, as with frameworks. */
static size_t number_size(const char *id)
{
  const size_t size = strcspn(id, ":");
  return strspn(id, "0123456789-") == size && size >= 3 ? size : 0;
}

static ims_status add_standard(imsi_citations *c, const char *id, size_t size)
{
  imsi_standard s = { .name = imsi_arena_copy(&c->arena, id, size), .first = (uint32_t)c->editions.count };
  if (!s.name)
    return IMS_NOMEM;
  for (size_t i = 0; i < ims_edition_count(c->model); i++) {
    const ims_edition *e = ims_edition_at(c->model, i);
    if (number_size(e->id) != size || memcmp(e->id, id, size) != 0 || !has_clauses(c->model, e))
      continue;
    IMS_TRY(imsi_vec_push(&c->editions, &e));
    if (e->is_default || !s.count)
      s.fallback = e;
    s.annex |= has_annex(c->model, e);
    s.count++;
  }
  if (s.count > 1 && !s.fallback->is_default)
    s.fallback = NULL;
  return imsi_vec_push(&c->standards, &s);
}

ims_status imsi_standards_find(imsi_citations *c)
{
  for (size_t i = 0; i < ims_edition_count(c->model); i++) {
    const ims_edition *e = ims_edition_at(c->model, i);
    const size_t size = number_size(e->id);
    if (size && has_clauses(c->model, e) && imsi_standard_named(c, e->id, size) == IMSI_NOT_OURS)
      IMS_TRY(add_standard(c, e->id, size));
  }
  return IMS_OK;
}

static const imsi_standard *standard_at(const imsi_citations *c, uint32_t index)
{
  return &IMSI_AT(imsi_standard, &c->standards, index);
}

uint32_t imsi_standard_named(const imsi_citations *c, const char *name, size_t size)
{
  for (uint32_t i = 0; i < c->standards.count; i++)
    if (strlen(standard_at(c, i)->name) == size && memcmp(standard_at(c, i)->name, name, size) == 0)
      return i;
  return IMSI_NOT_OURS;
}

uint32_t imsi_standard_annex(const imsi_citations *c)
{
  uint32_t only = IMSI_NOT_OURS;
  for (uint32_t i = 0; i < c->standards.count; i++)
    if (standard_at(c, i)->annex) {
      if (only != IMSI_NOT_OURS)
        return IMSI_NOT_OURS;
      only = i;
    }
  return only;
}

const ims_edition *imsi_standard_nearest(const imsi_citations *c, const imsi_token *token)
{
  const imsi_standard *s = standard_at(c, token->standard);
  const ims_edition *last = NULL;
  for (uint32_t i = 0; token->adopted && i < s->count; i++) {
    const ims_edition *e = IMSI_AT(const ims_edition *, &c->editions, s->first + i);
    if (strtoul(e->published, NULL, 10) <= token->year && *e->published &&
        (!last || strcmp(last->published, e->published) < 0))
      last = e;
  }
  return last;
}

/* ---- numbers ---- */

static size_t write_name(const imsi_clause_number *n, bool annex, char name[NAME_SIZE])
{
  size_t size = 0;
  if (annex) {
    memcpy(name, "A.", 2);
    size = 2;
  }
  for (unsigned i = 0; i < n->depth; i++) {
    if (i)
      name[size++] = '.';
    if (n->parts[i] >= 10)
      name[size++] = (char)('0' + n->parts[i] / 10);
    name[size++] = (char)('0' + n->parts[i] % 10);
  }
  name[size] = '\0';
  return size;
}

static ims_node find(const imsi_citations *c, const ims_edition *edition, const char *name, size_t size)
{
  return edition ? ims_node_find(c->model, edition, name, size) : (ims_node){ IMS_NO_NODE };
}

/* The edition of the standard that has the name; with `only`, NULL if several have it. */
static const ims_edition *edition_with(const imsi_citations *c, const imsi_standard *s, const char *name, size_t size,
                                       bool only)
{
  const ims_edition *with = NULL;
  for (uint32_t i = 0; i < s->count; i++) {
    const ims_edition *e = IMSI_AT(const ims_edition *, &c->editions, s->first + i);
    if (find(c, e, name, size).index == IMS_NO_NODE)
      continue;
    if (with && only)
      return NULL;
    with = e;
    if (e == s->fallback && !only)
      break;
  }
  return with;
}

static const ims_edition *meant(const imsi_citations *c, const imsi_cited *cited, const char *name, size_t size,
                                unsigned depth)
{
  const imsi_standard *s = standard_at(c, cited->standard);
  if (cited->edition || cited->open)
    return cited->edition ? cited->edition : cited->nearest;
  /* three levels in an annex were given up with the edition that has them */
  const ims_edition *only = !s->fallback || (depth > 2 && name[0] == 'A') ? edition_with(c, s, name, size, true) : NULL;
  return only ? only : s->fallback;
}

/* A number, looked up. */
typedef struct place {
  char name[NAME_SIZE];
  size_t size;
  const ims_edition *meant;
  ims_node node;
} place;

static place look_up(const imsi_citations *c, const imsi_cited *cited, const imsi_clause_number *n, bool annex)
{
  place p = { .node = { IMS_NO_NODE } };
  p.size = write_name(n, annex, p.name);
  if (cited->standard == IMSI_NOT_OURS)
    return p;
  p.meant = meant(c, cited, p.name, p.size, n->depth);
  p.node = find(c, p.meant, p.name, p.size);
  return p;
}

/* Clause or control: a control if it is said to be one, or if there is no such clause. */
static place place_of(const imsi_citations *c, const imsi_cited *cited, const imsi_clause_number *n)
{
  const bool choice = !n->annex && cited->standard != IMSI_NOT_OURS && standard_at(c, cited->standard)->annex;
  const place first = look_up(c, cited, n, n->annex || (choice && cited->annex));
  if (!choice || first.node.index != IMS_NO_NODE)
    return first;
  const place second = look_up(c, cited, n, !cited->annex);
  return second.node.index == IMS_NO_NODE ? first : second;
}

bool imsi_cited_has(const imsi_citations *c, const imsi_cited *cited, const imsi_clause_number *number)
{
  return place_of(c, cited, number).node.index != IMS_NO_NODE;
}

bool imsi_cited_is_control(const imsi_citations *c, const imsi_cited *cited, const imsi_clause_number *number)
{
  const place p = place_of(c, cited, number);
  return p.node.index != IMS_NO_NODE && p.name[0] == 'A';
}

/* ---- handing over ---- */

static imsi_citation citation_of(const imsi_citations *c, const imsi_cited *cited, const place *p,
                                 const imsi_token *token)
{
  imsi_citation found = { .standard = "",
                          .edition = cited->named ? cited->edition : NULL,
                          .meant = p->meant,
                          .year = cited->year,
                          .clause = p->name,
                          .node = p->node,
                          .carried = cited->carried,
                          .offset = token->start,
                          .size = token->end - token->start };
  if (cited->standard == IMSI_NOT_OURS)
    return found;
  const imsi_standard *s = standard_at(c, cited->standard);
  found.standard = s->name;
  if (p->meant && p->node.index == IMS_NO_NODE)
    found.elsewhere = edition_with(c, s, p->name, p->size, false);
  return found;
}

static ims_status emit_item(const imsi_citations *c, imsi_citation found, const place *p, imsi_item item,
                            imsi_cited_sink sink)
{
  char shown[NAME_SIZE + 8], name[NAME_SIZE + 8];
  const char letters[] = { item.letter, item.digit, '\0' };
  snprintf(shown, sizeof shown, "%s(%s)", p->name, letters);
  const int size = snprintf(name, sizeof name, "%s#%s", p->name, letters);
  found.clause = shown;
  if (found.node.index != IMS_NO_NODE) {
    const ims_node node = ims_node_find(c->model, p->meant, name, (size_t)size);
    found.item_unknown = node.index == IMS_NO_NODE;
    if (!found.item_unknown)
      found.node = node;
  }
  return sink.found(sink.context, &found);
}

static ims_status emit_place(const imsi_citations *c, const imsi_cited *cited, const place *p, const imsi_token *token,
                             imsi_cited_sink sink)
{
  const imsi_citation found = citation_of(c, cited, p, token);
  return sink.found(sink.context, &found);
}

static ims_status emit_children(const imsi_citations *c, const imsi_cited *cited, const place *parent,
                                const imsi_token *token, imsi_cited_sink sink)
{
  bool any = false;
  ims_node child = parent->node.index == IMS_NO_NODE ? parent->node : ims_node_child(c->model, parent->node);
  for (; child.index != IMS_NO_NODE; child = ims_node_next(c->model, child)) {
    if (ims_node_kind_of(c->model, child) != IMS_CLAUSE)
      continue;
    place p = { .meant = parent->meant, .node = child };
    snprintf(p.name, sizeof p.name, "%s", ims_node_name(c->model, child));
    p.size = strlen(p.name);
    IMS_TRY(emit_place(c, cited, &p, token, sink));
    any = true;
  }
  return any ? IMS_OK : emit_place(c, cited, parent, token, sink);
}

/* The clauses behind that of a token, under the same one. */
static ims_status emit_following(const imsi_citations *c, const imsi_cited *cited, const place *first,
                                 const imsi_token *token, imsi_cited_sink sink)
{
  IMS_TRY(emit_place(c, cited, first, token, sink));
  ims_node next = first->node;
  while (next.index != IMS_NO_NODE && (next = ims_node_next(c->model, next)).index != IMS_NO_NODE) {
    if (ims_node_kind_of(c->model, next) != IMS_CLAUSE)
      continue;
    place p = { .meant = first->meant, .node = next };
    snprintf(p.name, sizeof p.name, "%s", ims_node_name(c->model, next));
    p.size = strlen(p.name);
    IMS_TRY(emit_place(c, cited, &p, token, sink));
    if (token->following == IMSI_FOLLOWS_ONE)
      break;
  }
  return IMS_OK;
}

/* "9.3.1 f." is the next clause, unless 9.3.1 has an item f. */
static bool is_followed(const imsi_citations *c, const place *p, const imsi_token *token)
{
  char name[NAME_SIZE + 8];
  if (token->following != IMSI_FOLLOWS_ONE)
    return token->following == IMSI_FOLLOWS_ALL;
  const int size = snprintf(name, sizeof name, "%s#f", p->name);
  return p->node.index != IMS_NO_NODE && find(c, p->meant, name, (size_t)size).index == IMS_NO_NODE;
}

ims_status imsi_cited_emit(const imsi_citations *c, const imsi_cited *cited, const imsi_token *token,
                           imsi_cited_sink sink)
{
  const place p = place_of(c, cited, &token->number);
  if (token->number.wildcard)
    return emit_children(c, cited, &p, token, sink);
  if (is_followed(c, &p, token))
    return emit_following(c, cited, &p, token, sink);
  if (!token->item_count)
    return emit_place(c, cited, &p, token, sink);
  for (uint32_t i = 0; i < token->item_count; i++)
    IMS_TRY(
        emit_item(c, citation_of(c, cited, &p, token), &p, IMSI_AT(imsi_item, &c->items, token->first_item + i), sink));
  return IMS_OK;
}

/* ---- ranges ---- */

static bool are_siblings(const imsi_clause_number *a, const imsi_clause_number *b)
{
  return a->annex == b->annex && a->depth == b->depth && memcmp(a->parts, b->parts, (size_t)a->depth - 1) == 0;
}

/* Siblings in between that exist; without an edition to look in, all that can be counted. */
static ims_status emit_between(const imsi_citations *c, const imsi_cited *cited, const imsi_token *from,
                               const imsi_token *to, imsi_cited_sink sink)
{
  imsi_token token = *to;
  imsi_clause_number *n = &token.number;
  token.item_count = 0;
  const unsigned last = n->depth - 1U, end = n->parts[last];
  for (unsigned part = from->number.parts[last] + 1U; part < end; part++) {
    n->parts[last] = (unsigned char)part;
    const place p = place_of(c, cited, n);
    if (!p.meant || p.node.index != IMS_NO_NODE)
      IMS_TRY(emit_place(c, cited, &p, &token, sink));
  }
  return IMS_OK;
}

static unsigned depth_of(const char *name)
{
  unsigned depth = 1;
  for (; *name; name++)
    depth += *name == '.';
  return depth;
}

/* All clauses of that depth from one to the other, in the order of the document. */
static ims_status emit_across(const imsi_citations *c, const imsi_cited *cited, const place *from, const place *to,
                              const imsi_token *token, imsi_cited_sink sink)
{
  unsigned emitted = 0;
  for (uint32_t i = from->node.index + 1; i < to->node.index && emitted < RANGE_MOST; i++) {
    const ims_node node = { i };
    const char *name = ims_node_name(c->model, node);
    if (ims_node_kind_of(c->model, node) != IMS_CLAUSE || depth_of(name) != depth_of(from->name) ||
        strlen(name) >= NAME_SIZE)
      continue;
    place p = { .meant = from->meant, .node = node, .size = strlen(name) };
    memcpy(p.name, name, p.size + 1);
    IMS_TRY(emit_place(c, cited, &p, token, sink));
    emitted++;
  }
  return IMS_OK;
}

ims_status imsi_cited_range(const imsi_citations *c, const imsi_cited *cited, const imsi_token *from,
                            const imsi_token *to, imsi_cited_sink sink)
{
  const place first = place_of(c, cited, &from->number), last = place_of(c, cited, &to->number);
  if (are_siblings(&from->number, &to->number))
    IMS_TRY(emit_between(c, cited, from, to, sink));
  else if (first.meant && first.meant == last.meant && first.node.index != IMS_NO_NODE &&
           last.node.index != IMS_NO_NODE && depth_of(first.name) == depth_of(last.name))
    IMS_TRY(emit_across(c, cited, &first, &last, to, sink));
  return imsi_cited_emit(c, cited, to, sink);
}
