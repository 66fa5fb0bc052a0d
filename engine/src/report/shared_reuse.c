/* Whether one document may serve demands of two systems: what the relation of the two says. */

#include "base/try.h"
#include "report/shared_internal.h"

/* The demand of that node in a system: demands stand by system, then in the order of nodes. IMS_NO_NODE if none. */
static uint32_t find_served(const imsi_shared_run *run, uint32_t system, ims_node node)
{
  const imsi_vec *demands = &run->documents.serving.demands;
  size_t low = 0, high = demands->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const imsi_served *served = &IMSI_AT(const imsi_served, demands, middle);
    if (served->system < system || (served->system == system && served->demand.index < node.index))
      low = middle + 1;
    else
      high = middle;
  }
  if (low == demands->count)
    return IMS_NO_NODE;
  const imsi_served *served = &IMSI_AT(const imsi_served, demands, low);
  return served->system == system && served->demand.index == node.index ? (uint32_t)low : IMS_NO_NODE;
}

static ims_status add_pair(imsi_shared_run *run, uint32_t served, uint32_t other)
{
  const imsi_vec *demands = &run->documents.serving.demands;
  imsi_shared_pair pair = { .served = served, .other = other };
  IMS_TRY(imsi_reuse_find(run->documents.held.model, run->documents.held.closure,
                          IMSI_AT(const imsi_served, demands, served).demand,
                          IMSI_AT(const imsi_served, demands, other).demand, &pair.reuse));
  return imsi_vec_push(&run->pairs, &pair);
}

/* Two systems can be held against one edition: then a demand is its own counterpart. */
static ims_status add_in(imsi_shared_run *run, uint32_t index, uint32_t system, ims_node node)
{
  if (system == IMSI_AT(const imsi_served, &run->documents.serving.demands, index).system)
    return IMS_OK;
  const uint32_t other = find_served(run, system, node);
  return other == IMS_NO_NODE ? IMS_OK : add_pair(run, index, other);
}

/* All that overlaps a demand for certain among the demands of other systems. */
static ims_status look_up(imsi_shared_run *run, uint32_t index)
{
  const imsi_served *served = &IMSI_AT(const imsi_served, &run->documents.serving.demands, index);
  size_t systems;
  imsi_neighbour n;
  ims_register_systems(run->documents.held.given, &systems);
  run->first_pair[index] = (uint32_t)run->pairs.count;
  for (uint32_t system = 0; system < systems; system++)
    IMS_TRY(add_in(run, index, system, served->demand));
  for (uint32_t i = imsi_closure_first(run->documents.held.closure, served->demand); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(run->documents.held.closure, served->demand, i);
    for (uint32_t system = 0; ims_relation_overlaps(n.relation) && system < systems; system++)
      IMS_TRY(add_in(run, index, system, n.node));
  }
  return IMS_OK;
}

/* Services of a document are in the order of demands. */
static bool serves(const imsi_shared_run *run, const imsi_user *user, uint32_t served)
{
  uint32_t low = user->first, high = user->first + user->count;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (imsi_shared_service(run, middle)->served < served)
      low = middle + 1;
    else
      high = middle;
  }
  return low < user->first + user->count && imsi_shared_service(run, low)->served == served;
}

/* Neighbours come in no order: of two that are as good the one that stands first is taken. */
static bool is_better(const imsi_shared_pair *a, const imsi_shared_pair *b)
{
  if (imsi_reuse_better(&a->reuse, &b->reuse))
    return true;
  return !imsi_reuse_better(&b->reuse, &a->reuse) && a->other < b->other;
}

ims_status imsi_shared_reuse(imsi_shared_run *run, const imsi_user *user, const imsi_service *service, uint32_t other,
                             imsi_shared_pair *best, bool *found)
{
  if (run->first_pair[service->served] == IMS_NO_NODE)
    IMS_TRY(look_up(run, service->served));
  *found = false;
  for (size_t i = run->first_pair[service->served]; i < run->pairs.count; i++) {
    const imsi_shared_pair *pair = &IMSI_AT(const imsi_shared_pair, &run->pairs, i);
    if (pair->served != service->served)
      break;
    const imsi_served *there = &IMSI_AT(const imsi_served, &run->documents.serving.demands, pair->other);
    if (there->system != other || !serves(run, user, pair->other) || (*found && !is_better(pair, best)))
      continue;
    *best = *pair;
    *found = true;
  }
  return IMS_OK;
}
