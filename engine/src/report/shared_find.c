/* Which part of the table a document belongs to. */

#include "report/shared_internal.h"

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
  return imsi_serving_is_sole(&run->documents.serving, service);
}

bool imsi_shared_serves_several(const imsi_shared_run *run, const imsi_user *user)
{
  return imsi_user_serves_several(user, run->documents.held.chosen);
}

bool imsi_shared_is_single(const imsi_shared_run *run, const imsi_user *user)
{
  return imsi_user_is_single(user, run->documents.held.chosen);
}

bool imsi_shared_carries_many(const imsi_shared_run *run, const imsi_user *user)
{
  return user->clauses > run->most && user->systems & run->documents.held.chosen;
}

bool imsi_shared_serves_nothing(const imsi_shared_run *run, const imsi_user *user)
{
  return imsi_user_serves_nothing(run->documents.held.given, user, run->documents.held.chosen);
}
