/* Which documents and clauses `evidence` draws, and what is between them. */

#include "base/try.h"
#include "diagram/evidence_internal.h"
#include "query/clause_list.h"

#include <stdlib.h>

static const imsi_service *service_at(const imsi_proofs *e, uint32_t index)
{
  return &IMSI_AT(const imsi_service, &e->serving.services, IMSI_AT(const uint32_t, &e->services, index));
}

static const imsi_served *served_by(const imsi_proofs *e, const imsi_service *service)
{
  return &IMSI_AT(const imsi_served, &e->serving.demands, service->served);
}

/* ---- what is asked for ---- */

static bool is_chosen(const imsi_proofs *e, const imsi_service *service)
{
  const imsi_served *served = served_by(e, service);
  const ims_node clause = ims_node_clause(e->model, served->demand);
  if (!(e->held.chosen >> served->system & 1) || !imsi_clause_list_has(e->clauses, ims_node_name(e->model, clause)))
    return false;
  if (e->asked && !e->asked[service->served])
    return false;
  return e->focus.index == IMS_NO_NODE || ims_node_is_in(e->model, served->demand, e->focus) ||
         ims_node_is_in(e->model, e->focus, served->demand);
}

/* ---- clauses ---- */

/* The clause itself, the one that is a part of its chapter, or the chapter. */
static ims_node folded(const imsi_proofs *e, ims_node clause)
{
  ims_node section = clause;
  for (ims_node above; (above = ims_node_parent(e->model, clause)).index != IMS_NO_NODE; clause = above)
    section = clause;
  return e->fold == IMSI_FOLD_SECTIONS ? section : clause;
}

/* By system, then as they stand in its edition. */
static int compare_proven(const void *a, const void *b)
{
  const imsi_proven *x = a, *y = b;
  if (x->system != y->system)
    return x->system < y->system ? -1 : 1;
  return (x->clause.index > y->clause.index) - (x->clause.index < y->clause.index);
}

static imsi_proven proven_for(const imsi_proofs *e, const imsi_served *served)
{
  const ims_node clause = ims_node_clause(e->model, served->demand);
  return (imsi_proven){ .system = served->system, .clause = e->fold == IMSI_FOLD_NOTHING ? clause : folded(e, clause) };
}

static uint32_t find_proven(const imsi_proofs *e, const imsi_served *served)
{
  const imsi_proven wanted = proven_for(e, served);
  const imsi_proven *found = bsearch(&wanted, e->proven.data, e->proven.count, sizeof wanted, compare_proven);
  return (uint32_t)(found - (const imsi_proven *)e->proven.data);
}

static ims_status find_clauses(imsi_proofs *e)
{
  e->proven.count = 0;
  for (uint32_t i = 0; i < e->services.count; i++)
    if (is_chosen(e, service_at(e, i))) {
      const imsi_proven proven = proven_for(e, served_by(e, service_at(e, i)));
      IMS_TRY(imsi_vec_push(&e->proven, &proven));
    }
  if (e->proven.count)
    qsort(e->proven.data, e->proven.count, sizeof(imsi_proven), compare_proven);
  size_t kept = 0;
  for (size_t i = 0; i < e->proven.count; i++) {
    const imsi_proven proven = IMSI_AT(imsi_proven, &e->proven, i);
    if (!kept || compare_proven(&proven, &IMSI_AT(imsi_proven, &e->proven, kept - 1)) != 0)
      IMSI_AT(imsi_proven, &e->proven, kept++) = proven;
  }
  e->proven.count = kept;
  return IMS_OK;
}

/* ---- documents ---- */

static bool is_folded(const imsi_proofs *e, const imsi_user *user, bool shared)
{
  return user->document.index != e->document.index && e->fold >= (shared ? IMSI_FOLD_SHARED : IMSI_FOLD_SINGLE);
}

/* The box that the document goes to; a new one at the end. */
static ims_status proof_for(imsi_proofs *e, const imsi_user *user, uint32_t *proof)
{
  const bool shared = (user->systems & (user->systems - 1)) != 0, fold = is_folded(e, user, shared);
  for (*proof = 0; fold && *proof < e->proofs.count; ++*proof) {
    imsi_proof *before = &IMSI_AT(imsi_proof, &e->proofs, *proof);
    if (before->document.index != IMS_NO_ENTRY || before->systems != user->systems)
      continue;
    before->count++;
    return IMS_OK;
  }
  *proof = (uint32_t)e->proofs.count;
  const bool many = user->clauses > IMSI_USER_CLAUSES, single = imsi_user_is_single(user, e->held.chosen);
  const imsi_proof new = { .document = fold ? (ims_entry){ IMS_NO_ENTRY } : user->document,
                           .systems = user->systems,
                           .count = 1,
                           .clauses = user->clauses,
                           .shared = shared,
                           .single = single && !fold,
                           .many = many && !fold };
  return imsi_vec_push(&e->proofs, &new);
}

/* ---- lines ---- */

/* Lines of a document stand together, but those of one that is folded may be anywhere. */
static ims_status link_for(imsi_proofs *e, uint32_t proof, uint32_t proven, imsi_link **link)
{
  const bool several = IMSI_AT(imsi_proof, &e->proofs, proof).document.index == IMS_NO_ENTRY;
  for (size_t i = e->links.count; i-- > 0;) {
    *link = &IMSI_AT(imsi_link, &e->links, i);
    if ((*link)->proof == proof && (*link)->proven == proven)
      return IMS_OK;
    if ((*link)->proof != proof && !several)
      break;
  }
  IMS_TRY(imsi_vec_push(&e->links, &(imsi_link){ .proof = proof, .proven = proven }));
  *link = &IMSI_AT(imsi_link, &e->links, e->links.count - 1);
  imsi_proof *from = &IMSI_AT(imsi_proof, &e->proofs, proof);
  imsi_proven *to = &IMSI_AT(imsi_proven, &e->proven, proven);
  from->links++;
  to->inner += from->shared;
  to->outer += !from->shared;
  return IMS_OK;
}

static ims_status add_service(imsi_proofs *e, uint32_t proof, const imsi_service *service)
{
  const bool sole = imsi_serving_is_sole(&e->serving, service);
  imsi_link *link;
  IMS_TRY(link_for(e, proof, find_proven(e, served_by(e, service)), &link));
  link->demands++;
  link->sole += sole;
  link->partial += !service->whole;
  IMSI_AT(imsi_proof, &e->proofs, proof).sole += sole;
  return IMS_OK;
}

static ims_status add_user(imsi_proofs *e, const imsi_user *user)
{
  uint32_t proof = UINT32_MAX;
  for (uint32_t i = user->first; i < user->first + user->count; i++) {
    const imsi_service *service = service_at(e, i);
    if (!is_chosen(e, service))
      continue;
    if (proof == UINT32_MAX)
      IMS_TRY(proof_for(e, user, &proof));
    IMS_TRY(add_service(e, proof, service));
  }
  return IMS_OK;
}

ims_status imsi_proofs_find(imsi_proofs *e, imsi_fold fold)
{
  e->fold = fold;
  e->proofs.count = e->links.count = 0;
  IMS_TRY(find_clauses(e));
  for (size_t i = 0; i < e->users.count; i++)
    IMS_TRY(add_user(e, &IMSI_AT(const imsi_user, &e->users, i)));
  return IMS_OK;
}
