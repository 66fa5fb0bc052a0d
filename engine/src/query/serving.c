#include "query/serving.h"

#include "base/try.h"

#include <stdlib.h>

typedef struct search {
  const ims_register *given;
  const imsi_evidence *evidence;
  imsi_serving *serving;
  imsi_vec supports; /* of imsi_support, for one demand */
  imsi_vec claims;   /* of uint32_t, for one demand */
} search;

/* ---- one demand ---- */

static ims_status add_counted(search *s, uint32_t served, const imsi_served *of)
{
  s->supports.count = 0;
  IMS_TRY(imsi_evidence_supports(s->evidence, of->system, of->demand, &s->supports));
  for (size_t i = 0; i < s->supports.count; i++) {
    const imsi_support *support = &IMSI_AT(imsi_support, &s->supports, i);
    const imsi_service service = { .document = support->document,
                                   .served = served,
                                   .claim = support->claim,
                                   .pos = support->pos,
                                   .kind = support->kind,
                                   .confirmed = true,
                                   .whole = support->whole };
    IMS_TRY(imsi_vec_push(&s->serving->services, &service));
  }
  return IMS_OK;
}

/* A proposal of a document that is withdrawn, or of another system, is none. */
static bool is_proposed(const search *s, uint32_t claim, uint32_t system)
{
  const ims_entry document = ims_claim_at(s->given, claim)->entry;
  return imsi_evidence_doubt_for(s->evidence, claim, system) == IMSI_DOUBT_PROPOSED &&
         ims_entry_systems(s->given, document) >> system & 1 &&
         ims_entry_word(s->given, document, IMS_FIELD_STATUS) != IMS_OBSOLETE;
}

static ims_status add_proposed(search *s, uint32_t served, const imsi_served *of)
{
  s->claims.count = 0;
  IMS_TRY(imsi_evidence_claims(s->evidence, IMS_ENTRY_DOCUMENT, of->demand, &s->claims));
  for (size_t i = 0; i < s->claims.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &s->claims, i);
    const ims_claim *claim = ims_claim_at(s->given, index);
    if (!is_proposed(s, index, of->system))
      continue;
    const imsi_service service = { .document = claim->entry,
                                   .served = served,
                                   .claim = index,
                                   .pos = claim->pos,
                                   .kind = (ims_document_kind)ims_entry_word(s->given, claim->entry, IMS_FIELD_KIND) };
    IMS_TRY(imsi_vec_push(&s->serving->services, &service));
  }
  return IMS_OK;
}

/* By document; the claim that says most comes first. */
static int compare_services(const void *a, const void *b)
{
  const imsi_service *x = a, *y = b;
  if (x->document.index != y->document.index)
    return x->document.index < y->document.index ? -1 : 1;
  if (x->confirmed != y->confirmed)
    return x->confirmed ? -1 : 1;
  if (x->whole != y->whole)
    return x->whole ? -1 : 1;
  if (x->claim != y->claim)
    return x->claim < y->claim ? -1 : 1;
  return (x->pos.line > y->pos.line) - (x->pos.line < y->pos.line); /* two lines of the SoA */
}

/* Each document once. */
static void keep_best(imsi_serving *serving, size_t first)
{
  imsi_vec *all = &serving->services;
  size_t kept = first;
  for (size_t i = first; i < all->count; i++) {
    const imsi_service service = IMSI_AT(imsi_service, all, i);
    if (kept > first && IMSI_AT(imsi_service, all, kept - 1).document.index == service.document.index)
      continue;
    IMSI_AT(imsi_service, all, kept++) = service;
  }
  all->count = kept;
}

/* All services of a demand, by document, the one that says most first. */
static ims_status collect(search *s, uint32_t served, const imsi_served *of)
{
  imsi_vec *all = &s->serving->services;
  const size_t first = all->count;
  IMS_TRY(add_counted(s, served, of));
  IMS_TRY(add_proposed(s, served, of));
  if (all->count > first)
    qsort(&IMSI_AT(imsi_service, all, first), all->count - first, sizeof(imsi_service), compare_services);
  return IMS_OK;
}

static ims_status find_for(search *s, uint32_t system, ims_node demand)
{
  const size_t first = s->serving->services.count;
  const uint32_t served = (uint32_t)s->serving->demands.count;
  imsi_served of = { system, demand, (uint32_t)first, 0 };
  IMS_TRY(collect(s, served, &of));
  keep_best(s->serving, first);
  of.count = (uint32_t)(s->serving->services.count - first);
  return imsi_vec_push(&s->serving->demands, &of);
}

ims_status imsi_serving_of(const ims_register *given, const imsi_evidence *evidence, uint32_t system, ims_node demand,
                           imsi_serving *serving)
{
  search s = { given, evidence, serving, IMSI_VEC(imsi_support), IMSI_VEC(uint32_t) };
  const uint32_t served = (uint32_t)serving->demands.count;
  imsi_served of = { system, demand, (uint32_t)serving->services.count, 0 };
  ims_status status = collect(&s, served, &of);
  of.count = (uint32_t)serving->services.count - of.first;
  if (!status)
    status = imsi_vec_push(&serving->demands, &of);
  imsi_vec_free(&s.supports);
  imsi_vec_free(&s.claims);
  return status;
}

/* ---- all ---- */

static ims_status find_for_system(search *s, uint32_t system)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(s->evidence, system, &demands);
  for (size_t i = 0; !status && i < demands.count; i++)
    status = find_for(s, system, IMSI_AT(ims_node, &demands, i));
  imsi_vec_free(&demands);
  return status;
}

ims_status imsi_serving_find(const ims_register *given, const imsi_evidence *evidence, imsi_serving *serving)
{
  search s = { given, evidence, serving, IMSI_VEC(imsi_support), IMSI_VEC(uint32_t) };
  ims_status status = IMS_OK;
  size_t count;
  ims_register_systems(given, &count);
  for (uint32_t i = 0; !status && i < count; i++)
    status = find_for_system(&s, i);
  imsi_vec_free(&s.supports);
  imsi_vec_free(&s.claims);
  return status;
}

void imsi_serving_free(imsi_serving *serving)
{
  imsi_vec_free(&serving->demands);
  imsi_vec_free(&serving->services);
}
