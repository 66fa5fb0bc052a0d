#include "query/reach.h"

#include "base/try.h"
#include "model/relation.h"

#include <stdlib.h>

/* Where a step goes, and what it says. */
typedef struct step {
  uint32_t target;
  ims_relation relation;
} step;

struct imsi_reach {
  const ims_relation (*table)[IMSI_MASKS];
  uint32_t nodes;
  uint32_t *start; /* by node, one more than there are: where its steps begin */
  step *steps;
  uint32_t *ways[2]; /* by node: the relations in which ways of this and of the next length arrive, a bit for each mask;
                        all 0 between walks */
  imsi_vec level[2]; /* of uint32_t: nodes with ways of that length */
  uint32_t *place;   /* by node: its place in `reached` + 1; all 0 between walks */
};

static ims_status lay_out(imsi_reach *r, const imsi_arc *arcs, size_t count)
{
  const size_t nodes = r->nodes;
  r->start = calloc(nodes + 2, sizeof *r->start);
  r->steps = malloc((count + 1) * sizeof *r->steps);
  r->ways[0] = calloc(nodes + 1, sizeof **r->ways);
  r->ways[1] = calloc(nodes + 1, sizeof **r->ways);
  r->place = calloc(nodes + 1, sizeof *r->place);
  if (!r->start || !r->steps || !r->ways[0] || !r->ways[1] || !r->place)
    return IMS_NOMEM;
  /* counted two places further: one makes room for the sum, filling moves the other */
  for (size_t i = 0; i < count; i++)
    r->start[arcs[i].source + 2]++;
  for (size_t i = 2; i < nodes + 2; i++)
    r->start[i] += r->start[i - 1];
  for (size_t i = 0; i < count; i++)
    r->steps[r->start[arcs[i].source + 1]++] = (step){ arcs[i].target, arcs[i].relation };
  return IMS_OK;
}

ims_status imsi_reach_new(uint32_t nodes, const imsi_arc *arcs, size_t count, imsi_reach **reach)
{
  if (count >= UINT32_MAX)
    return IMS_LIMIT;
  imsi_reach *r = calloc(1, sizeof *r);
  if (!r)
    return IMS_NOMEM;
  *r = (imsi_reach){ .table = imsi_relation_table(),
                     .nodes = nodes,
                     .level = { IMSI_VEC(uint32_t), IMSI_VEC(uint32_t) } };
  const ims_status status = lay_out(r, arcs, count);
  if (status)
    imsi_reach_free(r);
  else
    *reach = r;
  return status;
}

void imsi_reach_free(imsi_reach *reach)
{
  if (!reach)
    return;
  for (int i = 0; i < 2; i++) {
    free(reach->ways[i]);
    imsi_vec_free(&reach->level[i]);
  }
  free(reach->start);
  free(reach->steps);
  free(reach->place);
  free(reach);
}

bool imsi_reach_leaves(const imsi_reach *reach, uint32_t node)
{
  return reach->start[node] < reach->start[node + 1];
}

/* The place of the lowest bit of a set that is not empty: a de Bruijn sequence tells it. */
static unsigned lowest(uint32_t set)
{
  static const uint8_t places[32] = { 0,  1,  28, 2,  29, 14, 24, 3, 30, 22, 20, 15, 25, 17, 4,  8,
                                      31, 27, 13, 23, 21, 19, 16, 7, 26, 12, 18, 6,  11, 5,  10, 9 };
  return places[(uint32_t)((set & (~set + 1)) * UINT32_C(0x077cb531)) >> 27];
}

/* The relations of ways that are one step longer. */
static uint32_t lengthen(const imsi_reach *r, uint32_t ways, ims_relation further)
{
  if (ways == UINT32_C(1) << IMS_UNKNOWN)
    return ways; /* most ways: where nothing is known, nothing follows */
  uint32_t longer = 0;
  for (; ways; ways &= ways - 1)
    longer |= UINT32_C(1) << r->table[lowest(ways)][further];
  return longer;
}

/* What all of these ways allow. */
static ims_relation allowed(uint32_t ways)
{
  ims_relation relation = IMS_UNKNOWN;
  for (; ways; ways &= ways - 1)
    relation &= (ims_relation)lowest(ways);
  return relation;
}

static ims_status step_on(imsi_reach *r, int from)
{
  const int to = !from;
  for (size_t i = 0; i < r->level[from].count; i++) {
    const uint32_t node = IMSI_AT(uint32_t, &r->level[from], i);
    const uint32_t ways = r->ways[from][node];
    r->ways[from][node] = 0;
    for (uint32_t k = r->start[node]; k < r->start[node + 1]; k++) {
      uint32_t *arriving = &r->ways[to][r->steps[k].target];
      if (!*arriving)
        IMS_TRY(imsi_vec_push(&r->level[to], &r->steps[k].target));
      *arriving |= lengthen(r, ways, r->steps[k].relation);
    }
  }
  r->level[from].count = 0;
  return IMS_OK;
}

static ims_status arrive(imsi_reach *r, int at, uint32_t source, imsi_vec *reached)
{
  for (size_t i = 0; i < r->level[at].count; i++) {
    const uint32_t node = IMSI_AT(uint32_t, &r->level[at], i);
    const ims_relation relation = allowed(r->ways[at][node]);
    if (node == source)
      continue;
    if (r->place[node]) {
      IMSI_AT(imsi_reached, reached, r->place[node] - 1).relation &= relation;
      continue;
    }
    IMS_TRY(imsi_vec_push(reached, &(imsi_reached){ node, relation }));
    r->place[node] = (uint32_t)reached->count;
  }
  return IMS_OK;
}

/* Leaves the working space as it was. */
static void clean(imsi_reach *r, const imsi_vec *reached)
{
  for (int i = 0; i < 2; i++) {
    for (size_t k = 0; k < r->level[i].count; k++)
      r->ways[i][IMSI_AT(uint32_t, &r->level[i], k)] = 0;
    r->level[i].count = 0;
  }
  for (size_t i = 0; i < reached->count; i++)
    r->place[IMSI_AT(imsi_reached, reached, i).node] = 0;
}

ims_status imsi_reach_from(imsi_reach *reach, uint32_t source, unsigned hops, imsi_vec *reached)
{
  reached->count = 0;
  ims_status status = imsi_vec_push(&reach->level[0], &source);
  if (status)
    return status;
  reach->ways[0][source] = UINT32_C(1) << IMS_EQUAL;
  int at = 0;
  for (unsigned hop = 0; !status && hop < hops && reach->level[at].count; hop++) {
    status = step_on(reach, at);
    at = !at;
    if (!status)
      status = arrive(reach, at, source, reached);
  }
  clean(reach, reached);
  return status;
}
