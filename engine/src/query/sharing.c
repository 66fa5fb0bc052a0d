#include "query/sharing.h"

static bool within(ims_relation relation, ims_relation wider)
{
  return !(relation & (ims_relation)~wider);
}

int imsi_sharing_nearness(ims_relation relation)
{
  if (relation == IMS_EQUAL)
    return 4;
  if (within(relation, IMS_CONTAINED))
    return 3;
  return within(relation, IMS_CONTAINS) ? 2 : 1;
}

/* The first pair of `source` or a later one. Pairs are sorted by source. */
static size_t first_pair(const imsi_vec *pairs, ims_node source)
{
  size_t low = 0, high = pairs->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (IMSI_AT(imsi_pair, pairs, middle).source.index < source.index)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool binds(const ims_model *model, ims_node provision)
{
  return ims_node_kind_of(model, provision) == IMS_PROVISION && ims_force_binds(ims_node_force(model, provision));
}

bool imsi_sharing_has_provisions(const ims_model *model, const ims_edition *edition)
{
  for (uint32_t i = 0; i < edition->count; i++)
    if (binds(model, (ims_node){ edition->first.index + i }))
      return true;
  return false;
}

/* A clause that asks something itself: not a mere heading, and not one that is known to ask nothing. */
static bool demands(const ims_model *model, ims_node clause)
{
  if (ims_node_kind_of(model, clause) != IMS_CLAUSE || !ims_force_binds(ims_node_force(model, clause)))
    return false;
  if (ims_node_demands(model, clause))
    return true;
  for (ims_node n = ims_node_child(model, clause); n.index != IMS_NO_NODE; n = ims_node_next(model, n))
    if (ims_node_kind_of(model, n) == IMS_CLAUSE)
      return false;
  return !ims_node_empty(model, clause);
}

bool imsi_sharing_counts(const ims_model *model, ims_node node, ims_node_kind kind)
{
  return kind == IMS_CLAUSE ? demands(model, node) : binds(model, node);
}

void imsi_sharing_add(const ims_model *model, const ims_edition *edition, ims_node clause, ims_node_kind kind,
                      const ims_edition *other, const imsi_vec *pairs, imsi_sharing *sharing)
{
  size_t *const counts[] = { NULL, &sharing->overlaps, &sharing->contains, &sharing->contained, &sharing->equal };
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    if (!imsi_sharing_counts(model, node, kind) ||
        (clause.index != IMS_NO_NODE && !ims_node_is_in(model, node, clause)))
      continue;
    int best = 0; /* 0: no counterpart */
    for (size_t k = first_pair(pairs, node); k < pairs->count; k++) {
      const imsi_pair *pair = &IMSI_AT(imsi_pair, pairs, k);
      if (pair->source.index != node.index)
        break;
      const int nearness = imsi_sharing_nearness(pair->relation);
      best = nearness > best ? nearness : best;
    }
    sharing->total++;
    if (best)
      ++*counts[best];
    else if (imsi_correlation_verdict(model, node, other) != SIZE_MAX)
      sharing->none++;
    else
      sharing->unknown++;
  }
}

size_t imsi_sharing_shared(const imsi_sharing *sharing)
{
  return sharing->equal + sharing->contained + sharing->contains + sharing->overlaps;
}
