/**
 * Random small worlds for the property tests: obligations are bits, every node is a set of them, rows say what is true
 * of two sets. Each world comes from its seed alone.
 */
#ifndef NETWORK_H
#define NETWORK_H

#include "unit/fixture_model.h"

enum { NETWORK_NODES = 192, NETWORK_ROWS = 1024, NETWORK_EDITIONS = 3, NETWORK_UNIVERSE = 6, NETWORK_FILES = 32 };

/** A clause, provision or item. Its parent comes before it. */
typedef struct network_node {
  int edition, parent; /**< parent -1: none */
  ims_node_kind kind;
  char name[48]; /**< inside the edition */
  bool guidance; /**< guidance by itself or through its clause: apart from all demands */
  bool whole;    /**< a clause with provisions='all' */
  unsigned set;  /**< its obligations, as bits; 0 only for a clause that demands nothing */
} network_node;

/** A relation; with `target` -1 the verdict that `source` has no counterpart in edition `other`. */
typedef struct network_row {
  int source, target, other;
  ims_relation relation; /**< a base relation */
  bool loose;            /**< written into a loose mapping, where "intersects" means any overlap */
  bool turned;           /**< a verdict that stands in the mapping from the other edition to this one */
  bool left_out;         /**< not written at all */
} network_row;

typedef struct network {
  uint64_t state; /**< of the random numbers */
  network_node nodes[NETWORK_NODES];
  int node_count;
  network_row rows[NETWORK_ROWS];
  int row_count;
} network;

/** What the worlds of a test look like. */
typedef struct network_shape {
  uint64_t seed;
  int clauses;  /**< per edition at the top level, at most */
  int rows;     /**< relations to try */
  int lies;     /**< of 100 relations, how many are random instead of true */
  int verdicts; /**< verdicts to try */
} network_shape;

/* ---- random numbers ---- */

/** A number from 0 to `limit` - 1 (xorshift64*). */
static inline int network_random(network *net, int limit)
{
  net->state ^= net->state >> 12;
  net->state ^= net->state << 25;
  net->state ^= net->state >> 27;
  return (int)((net->state * UINT64_C(0x2545f4914f6cdd1d) >> 33) % (uint64_t)limit);
}

static inline bool network_chance(network *net, int percent)
{
  return network_random(net, 100) < percent;
}

/* ---- nodes ---- */

static inline int network_add(network *net, network_node node)
{
  cr_assert_lt(net->node_count, (int)NETWORK_NODES);
  net->nodes[net->node_count] = node;
  return net->node_count++;
}

static inline void network_add_items(network *net, int provision, const char *number, int id)
{
  const network_node *p = &net->nodes[provision];
  network_node item = { .edition = p->edition, .parent = provision, .kind = IMS_ITEM, .guidance = p->guidance };
  for (int i = network_random(net, 4) - 1; i > 0; i--) {
    snprintf(item.name, sizeof item.name, "%.20s#%d%c", number, id, 'c' - i);
    const int added = network_add(net, item);
    item.parent = network_chance(net, 30) ? added : provision;
  }
}

static inline void network_add_provisions(network *net, int clause)
{
  const network_node c = net->nodes[clause];
  const int count = network_random(net, 4);
  for (int i = 1; i <= count; i++) {
    network_node provision = { .edition = c.edition, .parent = clause, .kind = IMS_PROVISION };
    provision.guidance = c.guidance ? network_chance(net, 80) : network_chance(net, 12);
    snprintf(provision.name, sizeof provision.name, "%.20s#%d", c.name, i);
    network_add_items(net, network_add(net, provision), c.name, i);
  }
}

static inline void network_add_clause(network *net, int edition, int parent, const char *number, int depth)
{
  network_node clause = { .edition = edition, .parent = parent, .kind = IMS_CLAUSE };
  /* a chapter is guidance as a whole: inside a chapter of demands it would be no part of it */
  clause.guidance = parent < 0 ? network_chance(net, 10) : net->nodes[parent].guidance;
  clause.whole = !clause.guidance && network_chance(net, 75);
  snprintf(clause.name, sizeof clause.name, "%.20s", number);
  const int added = network_add(net, clause);
  network_add_provisions(net, added);
  const int below = depth < 3 && network_chance(net, 40) ? 1 + network_random(net, 2) : 0;
  for (int i = 1; i <= below; i++) {
    char name[48];
    snprintf(name, sizeof name, "%.20s.%d", number, i);
    network_add_clause(net, edition, added, name, depth + 1);
  }
}

/** True if `part` belongs to what is right above it: it binds as that does, and asks for something. */
static inline bool network_is_part(const network *net, int part)
{
  const network_node *node = &net->nodes[part];
  return node->parent >= 0 && node->set && net->nodes[node->parent].guidance == node->guidance;
}

static inline unsigned network_some_set(network *net, int after)
{
  if (after + 1 < net->node_count && network_chance(net, 35)) {
    const unsigned known = net->nodes[after + 1 + network_random(net, net->node_count - after - 1)].set;
    if (known)
      return known; /* so that equal things are not rare */
  }
  const unsigned all = (1U << NETWORK_UNIVERSE) - 1;
  unsigned set = 0;
  while (!set) {
    set = 1 + (unsigned)network_random(net, (int)all);
    if (network_chance(net, 60))
      set &= 1 + (unsigned)network_random(net, (int)all);
  }
  return set;
}

/* From the parts up: what is whole is the union of its parts, everything else may have more. */
static inline void network_fill(network *net)
{
  for (int i = net->node_count - 1; i >= 0; i--) {
    unsigned parts = 0;
    for (int k = i + 1; k < net->node_count; k++)
      if (net->nodes[k].parent == i && network_is_part(net, k))
        parts |= net->nodes[k].set;
    net->nodes[i].set = parts;
    if (!net->nodes[i].whole && (!parts || network_chance(net, 50)))
      net->nodes[i].set |= network_some_set(net, i);
  }
}

/* ---- rows ---- */

/** The relation of two sets, by counting what is in them. */
static inline ims_relation network_relation(unsigned a, unsigned b)
{
  if (!(a & b))
    return IMS_DISJOINT;
  if (a == b)
    return IMS_EQUAL;
  if (!(a & ~b))
    return IMS_SUBSET;
  return b & ~a ? IMS_INTERSECTS : IMS_SUPERSET;
}

static inline bool network_is_below(const network *net, int part, int whole)
{
  for (; part >= 0; part = net->nodes[part].parent)
    if (part == whole)
      return true;
  return false;
}

static inline bool network_may_relate(const network *net, int a, int b, bool loose)
{
  const network_node *x = &net->nodes[a], *y = &net->nodes[b];
  if (!x->set || !y->set || x->guidance != y->guidance || network_is_below(net, a, b) || network_is_below(net, b, a))
    return false;
  for (int i = 0; i < net->row_count; i++)
    if (net->rows[i].source == a && net->rows[i].target == b && net->rows[i].loose == loose)
      return false;
  return true;
}

static inline void network_add_relation(network *net, int lies)
{
  network_row row = { .source = network_random(net, net->node_count), .target = network_random(net, net->node_count) };
  row.relation = network_relation(net->nodes[row.source].set, net->nodes[row.target].set);
  if (network_chance(net, lies))
    row.relation = (ims_relation)(1U << network_random(net, 5));
  row.loose = ims_relation_overlaps(row.relation) && network_chance(net, 30);
  if (row.loose)
    row.relation = IMS_INTERSECTS; /* less than is true */
  if (row.source != row.target && net->row_count < NETWORK_ROWS &&
      network_may_relate(net, row.source, row.target, row.loose))
    net->rows[net->row_count++] = row;
}

/* A verdict must not deny a relation that a row states. */
static inline bool network_may_deny(const network *net, int node, int other)
{
  if (net->nodes[node].edition == other)
    return false;
  for (int i = 0; i < net->row_count; i++) {
    const network_row *row = &net->rows[i];
    if (row->target < 0 ? row->source == node && row->other == other
                        : row->relation != IMS_DISJOINT &&
                              ((network_is_below(net, row->source, node) && net->nodes[row->target].edition == other) ||
                               (network_is_below(net, row->target, node) && net->nodes[row->source].edition == other)))
      return false;
  }
  return true;
}

static inline void network_add_verdict(network *net)
{
  network_row row = { .source = network_random(net, net->node_count), .target = -1 };
  row.other = network_random(net, NETWORK_EDITIONS);
  row.turned = network_chance(net, 50);
  if (net->row_count < NETWORK_ROWS && network_may_deny(net, row.source, row.other))
    net->rows[net->row_count++] = row;
}

/** Makes a world. */
static inline void network_make(network *net, const network_shape *shape)
{
  *net = (network){ .state = shape->seed * UINT64_C(0x9e3779b97f4a7c15) + 1 };
  for (int edition = 0; edition < NETWORK_EDITIONS; edition++) {
    const int count = 1 + network_random(net, shape->clauses);
    for (int i = 1; i <= count; i++) {
      char number[16];
      snprintf(number, sizeof number, "%d", i);
      network_add_clause(net, edition, -1, number, 1);
    }
  }
  network_fill(net);
  for (int i = network_random(net, shape->rows + 1); i > 0; i--)
    network_add_relation(net, shape->lies);
  for (int i = shape->verdicts; i > 0; i--)
    network_add_verdict(net);
}

/* ---- as files ---- */

/** An edition, or a mapping from one edition to another. */
typedef struct network_file {
  char name[48];
  ims_memory xml;
} network_file;

static inline void network_write_nodes(const network *net, int parent, ims_memory *out)
{
  for (int i = parent + 1; i < net->node_count; i++) {
    const network_node *node = &net->nodes[i];
    const char *id = strchr(node->name, '#');
    if (node->parent != parent || node->kind != IMS_PROVISION)
      continue;
    fixture_printf(out, "<provision id='%s' force='%s'><gist>demand %s</gist>", id + 1,
                   node->guidance ? "guidance" : "requirement", node->name);
    for (int k = i + 1; k < net->node_count && net->nodes[k].kind == IMS_ITEM; k++) {
      const network_node *item = &net->nodes[k], *above = &net->nodes[item->parent];
      fixture_printf(out, "<item id='%s'", strchr(item->name, '#') + 1);
      if (above->kind == IMS_ITEM)
        fixture_printf(out, " in='%s'", strchr(above->name, '#') + 1);
      fixture_printf(out, ">item %s</item>", item->name);
    }
    fixture_printf(out, "</provision>\n");
  }
}

static inline void network_write_edition(const network *net, int edition, network_file *file)
{
  snprintf(file->name, sizeof file->name, "e%d.xml", edition);
  fixture_printf(&file->xml, "<imsmap version='1'><edition id='e:%d' name='E %d'>\n", edition, edition);
  for (int i = 0; i < net->node_count; i++) {
    const network_node *node = &net->nodes[i];
    if (node->kind != IMS_CLAUSE || node->edition != edition)
      continue;
    fixture_printf(&file->xml, "<clause number='%s' title='clause %s' force='%s'%s", node->name, node->name,
                   node->guidance ? "guidance" : "requirement", node->whole ? " provisions='all'" : "");
    if (node->parent >= 0)
      fixture_printf(&file->xml, " parent='%s'", net->nodes[node->parent].name);
    fixture_printf(&file->xml, ">\n");
    network_write_nodes(net, i, &file->xml);
    fixture_printf(&file->xml, "</clause>\n");
  }
  fixture_printf(&file->xml, "</edition></imsmap>\n");
}

static inline bool network_row_is_in(const network *net, const network_row *row, int from, int to, bool loose)
{
  const int here = net->nodes[row->source].edition;
  if (row->left_out || row->loose != loose)
    return false;
  if (row->target >= 0)
    return here == from && net->nodes[row->target].edition == to;
  return row->turned ? row->other == from && here == to : here == from && row->other == to;
}

static inline void network_write_row(const network *net, const network_row *row, int number, ims_memory *out)
{
  const char *source = net->nodes[row->source].name;
  if (row->target < 0)
    fixture_printf(out, "<none %s='%s' basis='b%d'/>\n", row->turned ? "target" : "source", source, number % 3);
  else
    fixture_printf(out,
                   "<relation source='%s' is='%s' target='%s' basis='b%d' confidence='0.%d'><common>both of %d</common>"
                   "<source-only>source of %d</source-only><target-only>target of %d</target-only></relation>\n",
                   source, ims_relation_name(row->relation), net->nodes[row->target].name, number % 3, 1 + number % 9,
                   number, number, number);
}

static inline void network_write_mapping(const network *net, int from, int to, bool loose, network_file *file)
{
  snprintf(file->name, sizeof file->name, "m%d%d%c.xml", from, to, loose ? 'l' : 's');
  fixture_printf(&file->xml,
                 "<imsmap version='1'><mapping-set id='m%d%d%c' source='e:%d' target='e:%d' intersects='%s'>\n", from,
                 to, loose ? 'l' : 's', from, to, loose ? "loose" : "strict");
  for (int i = 0; i < net->row_count; i++)
    if (network_row_is_in(net, &net->rows[i], from, to, loose))
      network_write_row(net, &net->rows[i], i, &file->xml);
  fixture_printf(&file->xml, "</mapping-set></imsmap>\n");
}

/** Writes the world as files; gives their number. */
static inline size_t network_write(const network *net, network_file files[NETWORK_FILES])
{
  size_t count = 0;
  memset(files, 0, NETWORK_FILES * sizeof *files);
  snprintf(files[count].name, sizeof files[count].name, "bases.xml");
  fixture_printf(&files[count++].xml, "<imsmap version='1'><basis id='b0' title='0'/><basis id='b1' title='1'/>"
                                      "<basis id='b2' title='2'/></imsmap>\n");
  for (int edition = 0; edition < NETWORK_EDITIONS; edition++)
    network_write_edition(net, edition, &files[count++]);
  for (int from = 0; from < NETWORK_EDITIONS; from++)
    for (int to = 0; to < NETWORK_EDITIONS; to++)
      for (int loose = 0; loose < 2; loose++)
        network_write_mapping(net, from, to, loose, &files[count++]);
  cr_assert_leq(count, (size_t)NETWORK_FILES);
  return count;
}

static inline void network_files_free(network_file files[NETWORK_FILES])
{
  for (size_t i = 0; i < NETWORK_FILES; i++)
    ims_memory_free(&files[i].xml);
}

/* What is said may contradict itself, but it is said in good form. */
static inline void network_no_error(void *context, const ims_diag *diag)
{
  (void)context;
  cr_assert_neq(diag->severity, IMS_ERROR, "%s:%u:%u: %s", diag->pos.file ? diag->pos.file : "", diag->pos.line,
                diag->pos.column, diag->text);
}

/** Loads files in that order; the model is the caller's. */
static inline ims_model *network_load_files(const network_file *files, size_t count)
{
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  cr_assert_eq(ims_loader_new(NULL, (ims_diag_sink){ network_no_error, NULL }, &loader), IMS_OK);
  for (size_t i = 0; i < count; i++)
    cr_assert_eq(ims_loader_memory(loader, files[i].name, files[i].xml.data, files[i].xml.size), IMS_OK);
  cr_assert_eq(ims_loader_finish(loader, &model), IMS_OK);
  ims_loader_free(loader);
  return model;
}

/** The world as a model, which is the caller's. */
static inline ims_model *network_model(const network *net)
{
  network_file files[NETWORK_FILES];
  ims_model *model = network_load_files(files, network_write(net, files));
  network_files_free(files);
  return model;
}

/** The model's handle of a node. */
static inline ims_node network_find(const network *net, const ims_model *model, int node)
{
  char reference[80];
  snprintf(reference, sizeof reference, "e:%d/%s", net->nodes[node].edition, net->nodes[node].name);
  return fixture_node(model, reference);
}

#endif
