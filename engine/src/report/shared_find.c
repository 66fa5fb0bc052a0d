/* What each document serves, and of what it is the only evidence. */

#include "base/try.h"
#include "report/shared_internal.h"

#include <stdlib.h>

const imsi_service *imsi_shared_service(const imsi_shared_run *run, uint32_t index)
{
  return &IMSI_AT(const imsi_service, &run->documents.serving.services, IMSI_AT(const uint32_t, &run->services, index));
}

const imsi_served *imsi_shared_served(const imsi_shared_run *run, const imsi_service *service)
{
  return &IMSI_AT(const imsi_served, &run->documents.serving.demands, service->served);
}

bool imsi_shared_is_sole(const imsi_shared_run *run, const imsi_service *service)
{
  const imsi_served *served = imsi_shared_served(run, service);
  for (uint32_t i = served->first; i < served->first + served->count; i++) {
    const imsi_service *other = &IMSI_AT(const imsi_service, &run->documents.serving.services, i);
    if (other->confirmed && other->document.index != service->document.index)
      return false;
  }
  return true;
}

/* ---- services by document ---- */

/* A service with its document, which qsort could not look up. */
typedef struct keyed {
  uint32_t document, service;
} keyed;

static int compare_keyed(const void *a, const void *b)
{
  const keyed *x = a, *y = b;
  if (x->document != y->document)
    return x->document < y->document ? -1 : 1;
  return (x->service > y->service) - (x->service < y->service);
}

static ims_status order_services(imsi_shared_run *run)
{
  const imsi_vec *all = &run->documents.serving.services;
  imsi_vec keys = IMSI_VEC(keyed);
  ims_status status = IMS_OK;
  for (uint32_t i = 0; !status && i < all->count; i++) {
    const imsi_service *service = &IMSI_AT(const imsi_service, all, i);
    if (service->confirmed && !run->left_out[service->served])
      status = imsi_vec_push(&keys, &(keyed){ service->document.index, i });
  }
  if (!status && keys.count)
    qsort(keys.data, keys.count, sizeof(keyed), compare_keyed);
  for (size_t i = 0; !status && i < keys.count; i++)
    status = imsi_vec_push(&run->services, &IMSI_AT(keyed, &keys, i).service);
  imsi_vec_free(&keys);
  return status;
}

/* ---- documents ---- */

static void weigh(const imsi_shared_run *run, imsi_user *user)
{
  ims_node before = { IMS_NO_NODE };
  for (uint32_t i = user->first; i < user->first + user->count; i++) {
    const imsi_service *service = imsi_shared_service(run, i);
    const imsi_served *served = imsi_shared_served(run, service);
    const ims_systems system = (ims_systems)1 << served->system;
    const ims_node clause = ims_node_clause(run->documents.held.model, served->demand);
    user->systems |= system;
    if (imsi_shared_is_sole(run, service))
      user->sole |= system;
    user->clauses += clause.index != before.index; /* demands of one clause stand together */
    before = clause;
  }
}

static ims_status find_left_out(imsi_shared_run *run)
{
  for (uint32_t i = 0; i < run->documents.serving.demands.count; i++) {
    const imsi_served *served = &IMSI_AT(const imsi_served, &run->documents.serving.demands, i);
    imsi_shown shown;
    IMS_TRY(imsi_evidence_show(run->documents.held.evidence, served->system, served->demand, &shown));
    run->left_out[i] = shown.state == IMSI_STATE_NOT_APPLICABLE || shown.state == IMSI_STATE_NO_OCCURRENCE;
  }
  return IMS_OK;
}

ims_status imsi_shared_find(imsi_shared_run *run)
{
  const ims_register *given = run->documents.held.given;
  IMS_TRY(find_left_out(run));
  IMS_TRY(order_services(run));
  uint32_t at = 0;
  for (size_t i = 0; i < ims_register_count(given, IMS_ENTRY_DOCUMENT); i++) {
    imsi_user user = { .document = ims_register_entry(given, IMS_ENTRY_DOCUMENT, i), .first = at };
    while (at < run->services.count && imsi_shared_service(run, at)->document.index == user.document.index)
      at++;
    user.count = at - user.first;
    weigh(run, &user);
    IMS_TRY(imsi_vec_push(&run->users, &user));
  }
  return IMS_OK;
}

/* ---- which part a document belongs to ---- */

static bool several(ims_systems systems)
{
  return (systems & (systems - 1)) != 0;
}

bool imsi_shared_serves_several(const imsi_shared_run *run, const imsi_user *user)
{
  return several(user->systems) && user->systems & run->documents.held.chosen;
}

bool imsi_shared_is_single(const imsi_shared_run *run, const imsi_user *user)
{
  return several(user->sole) && user->sole & run->documents.held.chosen;
}

bool imsi_shared_carries_many(const imsi_shared_run *run, const imsi_user *user)
{
  return user->clauses > run->most && user->systems & run->documents.held.chosen;
}

/* Of a document that names no system, nobody can say that it was not meant for this one. */
bool imsi_shared_serves_nothing(const imsi_shared_run *run, const imsi_user *user)
{
  const ims_systems meant = ims_entry_systems(run->documents.held.given, user->document);
  return !(user->systems & run->documents.held.chosen) && (!meant || meant & run->documents.held.chosen);
}
