#include "query/user.h"

#include "base/try.h"
#include "query/evidence_internal.h"

#include <stdlib.h>

bool imsi_serving_is_sole(const imsi_serving *serving, const imsi_service *service)
{
  const imsi_served *served = &IMSI_AT(const imsi_served, &serving->demands, service->served);
  for (uint32_t i = served->first; i < served->first + served->count; i++) {
    const imsi_service *other = &IMSI_AT(const imsi_service, &serving->services, i);
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

static ims_status order_services(const imsi_serving *serving, const bool *left_out, imsi_vec *services)
{
  const imsi_vec *all = &serving->services;
  imsi_vec keys = IMSI_VEC(keyed);
  ims_status status = IMS_OK;
  for (uint32_t i = 0; !status && i < all->count; i++) {
    const imsi_service *service = &IMSI_AT(const imsi_service, all, i);
    if (service->confirmed && !left_out[service->served])
      status = imsi_vec_push(&keys, &(keyed){ service->document.index, i });
  }
  if (!status && keys.count)
    qsort(keys.data, keys.count, sizeof(keyed), compare_keyed);
  for (size_t i = 0; !status && i < keys.count; i++)
    status = imsi_vec_push(services, &IMSI_AT(keyed, &keys, i).service);
  imsi_vec_free(&keys);
  return status;
}

/* ---- documents ---- */

static const imsi_service *service_at(const imsi_serving *serving, const imsi_vec *services, uint32_t index)
{
  return &IMSI_AT(const imsi_service, &serving->services, IMSI_AT(const uint32_t, services, index));
}

static void weigh(const ims_model *model, const imsi_serving *serving, const imsi_vec *services, imsi_user *user)
{
  ims_node before = { IMS_NO_NODE };
  for (uint32_t i = user->first; i < user->first + user->count; i++) {
    const imsi_service *service = service_at(serving, services, i);
    const imsi_served *served = &IMSI_AT(const imsi_served, &serving->demands, service->served);
    const ims_systems system = (ims_systems)1 << served->system;
    const ims_node clause = ims_node_clause(model, served->demand);
    user->systems |= system;
    if (imsi_serving_is_sole(serving, service))
      user->sole |= system;
    user->clauses += clause.index != before.index; /* demands of one clause stand together */
    before = clause;
  }
}

ims_status imsi_users_find_left_out(const imsi_evidence *evidence, const imsi_serving *serving, bool *left_out)
{
  for (uint32_t i = 0; i < serving->demands.count; i++) {
    const imsi_served *served = &IMSI_AT(const imsi_served, &serving->demands, i);
    ims_entry line;
    ims_exemption exemption;
    IMS_TRY(imsi_evidence_exemption(evidence, served->system, served->demand, &line, &exemption));
    left_out[i] = line.index != IMS_NO_ENTRY;
  }
  return IMS_OK;
}

ims_status imsi_users_find(const ims_model *model, const ims_register *given, const imsi_serving *serving,
                           const bool *left_out, imsi_vec *services, imsi_vec *users)
{
  IMS_TRY(order_services(serving, left_out, services));
  uint32_t at = 0;
  for (size_t i = 0; i < ims_register_count(given, IMS_ENTRY_DOCUMENT); i++) {
    imsi_user user = { .document = ims_register_entry(given, IMS_ENTRY_DOCUMENT, i), .first = at };
    while (at < services->count && service_at(serving, services, at)->document.index == user.document.index)
      at++;
    user.count = at - user.first;
    weigh(model, serving, services, &user);
    IMS_TRY(imsi_vec_push(users, &user));
  }
  return IMS_OK;
}

/* ---- what a document is to several systems ---- */

static bool several(ims_systems systems)
{
  return (systems & (systems - 1)) != 0;
}

bool imsi_user_serves_several(const imsi_user *user, ims_systems chosen)
{
  return several(user->systems) && user->systems & chosen;
}

bool imsi_user_is_single(const imsi_user *user, ims_systems chosen)
{
  return several(user->sole) && user->sole & chosen;
}

bool imsi_user_serves_nothing(const ims_register *given, const imsi_user *user, ims_systems chosen)
{
  const ims_systems meant = ims_entry_systems(given, user->document);
  return !(user->systems & chosen) && (!meant || meant & chosen);
}
