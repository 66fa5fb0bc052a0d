/*
 * Three questions to a crosswalk, answered with the library's own walk, for comparing with other means:
 *
 *   bench_query FILE reach3 EDITION            everything within three steps of each clause of the edition
 *   bench_query FILE allpairs                  for each pair of editions, targets within two steps
 *   bench_query FILE coverage EDITION OTHER    what of OTHER is within two steps of EDITION, and how certain
 *
 * The rules of this comparison are not those of the product: a row is walked in its stated direction only, "intersects"
 * is read strictly, what is said of a pair several times is OR-ed, and there is no hierarchy. The answer goes to
 * standard output as one line; time and memory are the caller's to measure, from outside.
 */
#include "ims/ims.h"
#include "query/reach.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1 << 30, MASKS = 32 };

typedef struct bench {
  const ims_model *model;
  imsi_reach *reach;
  imsi_vec reached; /* of imsi_reached */
} bench;

static void fail(const char *what)
{
  fprintf(stderr, "bench_query: %s\n", what);
  exit(EXIT_FAILURE);
}

static void on_diag(void *context, const ims_diag *diag)
{
  (void)context;
  fprintf(stderr, "%s:%u: %s\n", diag->pos.file ? diag->pos.file : "", (unsigned)diag->pos.line, diag->text);
}

static ims_model *load(const char *path)
{
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  if (ims_loader_new(&(ims_load_options){ .max_size = MOST_BYTES }, (ims_diag_sink){ on_diag, NULL }, &loader) ||
      ims_loader_file(loader, path) || ims_loader_finish(loader, &model))
    fail("cannot load");
  ims_loader_free(loader);
  return model;
}

/* ---- the rules of the comparison ---- */

/* What the rows of `source` say, one arc for each target. `place` is 0 everywhere before and after. */
static void add_arcs(const ims_model *model, uint32_t source, imsi_arc *arcs, size_t *count, uint32_t *place)
{
  size_t rows;
  const size_t first = *count;
  const uint32_t *list = ims_node_relations(model, (ims_node){ source }, false, &rows);
  for (size_t i = 0; i < rows; i++) {
    const ims_row row = ims_relation_at(model, list[i]);
    if (!place[row.target.index]) {
      arcs[*count] = (imsi_arc){ source, row.target.index, IMS_CONTRADICTION };
      place[row.target.index] = (uint32_t)++ * count;
    }
    arcs[place[row.target.index] - 1].relation |= row.relation;
  }
  for (size_t i = first; i < *count; i++)
    place[arcs[i].target] = 0;
}

static imsi_reach *lay_out(const ims_model *model)
{
  const uint32_t nodes = (uint32_t)ims_node_count(model);
  imsi_arc *arcs = malloc((ims_relation_count(model) + 1) * sizeof *arcs);
  uint32_t *place = calloc((size_t)nodes + 1, sizeof *place);
  imsi_reach *reach = NULL;
  size_t count = 0;
  if (!arcs || !place)
    fail("out of memory");
  for (uint32_t i = 0; i < nodes; i++)
    add_arcs(model, i, arcs, &count, place);
  if (imsi_reach_new(nodes, arcs, count, &reach))
    fail("out of memory");
  free(arcs);
  free(place);
  return reach;
}

/* ---- the questions ---- */

static const ims_edition *edition_of(const bench *b, const char *id)
{
  const ims_edition *edition = id ? ims_edition_find(b->model, id, strlen(id)) : NULL;
  if (!edition)
    fail("no such edition");
  return edition;
}

static size_t walk(bench *b, uint32_t node, unsigned hops)
{
  b->reached.count = 0;
  if (imsi_reach_leaves(b->reach, node) && imsi_reach_from(b->reach, node, hops, &b->reached))
    fail("out of memory");
  return b->reached.count;
}

static void reach3(bench *b, const char *id)
{
  const ims_edition *from = edition_of(b, id);
  size_t pairs = 0, of[MASKS] = { 0 };
  for (uint32_t i = 0; i < from->count; i++) {
    pairs += walk(b, from->first.index + i, 3);
    for (size_t k = 0; k < b->reached.count; k++)
      of[IMSI_AT(imsi_reached, &b->reached, k).relation]++;
  }
  printf("pairs=%zu hist=[", pairs);
  const char *separator = "";
  for (unsigned mask = 0; mask < MASKS; mask++)
    if (of[mask]) {
      printf("%s(%u, %zu)", separator, mask, of[mask]);
      separator = ", ";
    }
  printf("]\n");
}

/* Each target counts once for an edition, however many clauses reach it; `seen` has the edition that came last. */
static void count_targets(bench *b, const ims_edition *from, uint32_t *seen, size_t *of)
{
  for (uint32_t i = 0; i < from->count; i++) {
    const size_t count = walk(b, from->first.index + i, 2);
    for (size_t k = 0; k < count; k++) {
      const uint32_t target = IMSI_AT(imsi_reached, &b->reached, k).node;
      const uint32_t home = ims_node_edition(b->model, (ims_node){ target })->index;
      if (home == from->index || seen[target] == from->index + 1)
        continue;
      seen[target] = from->index + 1;
      of[home]++;
    }
  }
}

static void allpairs(bench *b)
{
  const size_t editions = ims_edition_count(b->model);
  uint32_t *seen = calloc(ims_node_count(b->model) + 1, sizeof *seen);
  size_t *of = calloc(editions + 1, sizeof *of), cells = 0, sum = 0;
  if (!seen || !of)
    fail("out of memory");
  for (size_t i = 0; i < editions; i++) {
    count_targets(b, ims_edition_at(b->model, i), seen, of);
    for (size_t k = 0; k < editions; k++) {
      cells += of[k] > 0;
      sum += of[k];
      of[k] = 0;
    }
  }
  printf("cells=%zu sum=%zu\n", cells, sum);
  free(seen);
  free(of);
}

typedef enum certainty { UNREACHED, POSSIBLE, PARTIAL, FULL, CERTAINTIES } certainty;

static certainty certainty_of(ims_relation relation)
{
  if (!(relation & ~IMS_CONTAINS))
    return FULL;
  return relation & IMS_DISJOINT ? POSSIBLE : PARTIAL;
}

static void coverage(bench *b, const char *id, const char *other)
{
  const ims_edition *from = edition_of(b, id), *to = edition_of(b, other);
  certainty *best = calloc((size_t)to->count + 1, sizeof *best);
  size_t of[CERTAINTIES] = { 0 };
  if (!best)
    fail("out of memory");
  for (uint32_t i = 0; i < from->count; i++) {
    const size_t count = walk(b, from->first.index + i, 2);
    for (size_t k = 0; k < count; k++) {
      const imsi_reached *found = &IMSI_AT(imsi_reached, &b->reached, k);
      const uint32_t place = found->node - to->first.index; /* wraps around below the first */
      if (place < to->count && certainty_of(found->relation) > best[place])
        best[place] = certainty_of(found->relation);
    }
  }
  for (uint32_t i = 0; i < to->count; i++)
    of[best[i]]++;
  printf("full=%zu partial=%zu possible=%zu\n", of[FULL], of[PARTIAL], of[POSSIBLE]);
  free(best);
}

int main(int argc, char **argv)
{
  const char *question = argc > 2 ? argv[2] : "";
  const char *first = argc > 3 ? argv[3] : NULL, *second = argc > 4 ? argv[4] : NULL;
  if (argc < 3)
    fail("usage: bench_query FILE reach3 EDITION | allpairs | coverage EDITION OTHER");
  ims_model *model = load(argv[1]);
  bench b = { model, lay_out(model), IMSI_VEC(imsi_reached) };
  if (strcmp(question, "reach3") == 0)
    reach3(&b, first);
  else if (strcmp(question, "allpairs") == 0)
    allpairs(&b);
  else if (strcmp(question, "coverage") == 0)
    coverage(&b, first, second);
  else
    fail("no such question");
  imsi_vec_free(&b.reached);
  imsi_reach_free(b.reach);
  ims_model_free(model);
  return EXIT_SUCCESS;
}
