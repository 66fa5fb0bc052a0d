/* Claims of documents: what is against them, and those around a demand. */

#include "base/try.h"
#include "model/editions.h"
#include "query/coverage_internal.h"
#include "query/evidence_internal.h"

#include <stdlib.h>

/* ---- doubts ---- */

const char *imsi_doubt_text(imsi_doubt doubt)
{
  static const char *const texts[] = {
    [IMSI_DOUBT_NONE] = "",
    [IMSI_DOUBT_CLAUSE] = "there is no such clause",
    [IMSI_DOUBT_GUIDANCE] = "what it names binds nobody",
    [IMSI_DOUBT_PROPOSED] = "it is proposed, nobody has confirmed it",
    [IMSI_DOUBT_DRAFT] = "the document is a draft or under revision",
    [IMSI_DOUBT_STATUS] = "the status of the document is not understood",
    [IMSI_DOUBT_OBSOLETE] = "the document is obsolete",
    [IMSI_DOUBT_LATER] = "the document is of a later day",
    [IMSI_DOUBT_ENDED] = "the document has ended",
    [IMSI_DOUBT_INHERITED] = "another party has it, and the organization itself is asked",
    [IMSI_DOUBT_OLDER] = "it names no year, and the document is older than the edition, in an older one of which the "
                         "number is another subject",
    [IMSI_DOUBT_EDITION] = "the system is held against another edition",
    [IMSI_DOUBT_SYSTEM] = "the document does not name the system",
    [IMSI_DOUBT_WHOSE] = "it is a record that names no system, and several have the standard",
    [IMSI_DOUBT_SCOPE] = "the document is for other sites or services",
  };
  return texts[doubt];
}

/* Guidance, permission, words, and what is written for authors of standards or for those who certify. */
static bool binds(const ims_model *model, ims_node node)
{
  const ims_force force = ims_node_force(model, node);
  return imsi_coverage_is_demand(model, node) && force != IMS_BODY && force != IMS_COMMON;
}

/* A record stays one: what it shows was so at its time. */
static bool has_ended(const imsi_evidence *e, ims_entry document)
{
  const ims_day end = ims_entry_day(e->given, document, IMS_FIELD_TO);
  return e->day && end && end < e->day && ims_entry_word(e->given, document, IMS_FIELD_KIND) != IMS_IS_RECORD;
}

imsi_doubt imsi_evidence_doubt_of_document(const imsi_evidence *e, ims_entry document)
{
  const int status = ims_entry_word(e->given, document, IMS_FIELD_STATUS);
  if (status == IMS_DRAFT)
    return IMSI_DOUBT_DRAFT;
  if (status == IMS_OBSOLETE)
    return IMSI_DOUBT_OBSOLETE;
  if (!status && *ims_entry_text(e->given, document, IMS_FIELD_STATUS))
    return IMSI_DOUBT_STATUS;
  if (e->day && (ims_entry_day(e->given, document, IMS_FIELD_APPROVED) > e->day ||
                 ims_entry_day(e->given, document, IMS_FIELD_FROM) > e->day))
    return IMSI_DOUBT_LATER;
  return has_ended(e, document) ? IMSI_DOUBT_ENDED : IMSI_DOUBT_NONE;
}

/* What a standard asks of the organization itself, and of no other party. */
static const imsi_rule own_rules[] = {
  { "20000-1:2018", "4-5" },
};

static bool is_own(const imsi_evidence *e, ims_node node)
{
  return imsi_rules_have(own_rules, sizeof own_rules / sizeof *own_rules, e->model, node);
}

/* `document` is what its document is worth, for whatever is claimed. */
static imsi_doubt doubt_of_claim(const imsi_evidence *e, const ims_claim *claim, const imsi_worth *document)
{
  if (claim->node.index == IMS_NO_NODE)
    return IMSI_DOUBT_CLAUSE;
  if (!binds(e->model, claim->node))
    return IMSI_DOUBT_GUIDANCE;
  if (!claim->confirmed)
    return IMSI_DOUBT_PROPOSED;
  if (document->doubt)
    return (imsi_doubt)document->doubt;
  if (document->inherited && is_own(e, claim->node))
    return IMSI_DOUBT_INHERITED;
  return imsi_evidence_older(e->model, e->given, claim) ? IMSI_DOUBT_OLDER : IMSI_DOUBT_NONE;
}

/* A record that names no system is that of the only one that has the standard. */
static bool is_nobodys(const imsi_evidence *e, ims_entry document, uint32_t system)
{
  size_t count = 0;
  if (ims_entry_names_systems(e->given, document) ||
      ims_entry_word(e->given, document, IMS_FIELD_KIND) != IMS_IS_RECORD)
    return false;
  for (size_t s = 0; s < e->system_count; s++)
    count += imsi_same_standard(e->systems[s].edition, e->systems[system].edition);
  return count > 1;
}

static imsi_doubt doubt_for(const imsi_evidence *e, const ims_claim *claim, uint32_t system, imsi_scope scope)
{
  if (ims_node_edition(e->model, claim->node) != e->systems[system].edition)
    return IMSI_DOUBT_EDITION;
  if (!(ims_entry_systems(e->given, claim->entry) >> system & 1))
    return IMSI_DOUBT_SYSTEM;
  if (is_nobodys(e, claim->entry, system))
    return IMSI_DOUBT_WHOSE;
  return scope == IMSI_SCOPE_NONE ? IMSI_DOUBT_SCOPE : IMSI_DOUBT_NONE;
}

/* A document before what it is claimed for is looked at. */
typedef struct weighed {
  ims_entry document;
  imsi_worth worth;
  imsi_scope scopes[IMS_SYSTEMS_MAX];
} weighed;

static void weigh_document(const imsi_evidence *e, ims_entry document, weighed *w)
{
  w->document = document;
  w->worth = (imsi_worth){
    .entry = IMS_ENTRY_DOCUMENT,
    .doubt = (uint8_t)imsi_evidence_doubt_of_document(e, document),
    .kind = (uint8_t)ims_entry_word(e->given, document, IMS_FIELD_KIND),
    .inherited = ims_entry_word(e->given, document, IMS_FIELD_EXTENT) == IMS_EXTENT_INHERITED,
  };
  for (uint32_t s = 0; s < e->system_count; s++)
    w->scopes[s] = imsi_evidence_scope(e, document, s);
}

static void weigh_claim(imsi_evidence *e, size_t index, const weighed *w)
{
  const ims_claim *claim = ims_claim_at(e->given, index);
  const imsi_doubt doubt = doubt_of_claim(e, claim, &w->worth);
  e->worths[index] = w->worth;
  e->worths[index].doubt = (uint8_t)doubt;
  for (uint32_t s = 0; s < e->system_count; s++)
    e->weights[index * e->system_count + s] =
        (imsi_weight){ .doubt = (uint8_t)(doubt ? doubt : doubt_for(e, claim, s, w->scopes[s])),
                       .scope = (uint8_t)w->scopes[s] };
}

/* Claims of an entry stand together: a document is looked at once. */
static void weigh(imsi_evidence *e)
{
  weighed w = { .document = { IMS_NO_ENTRY } };
  for (size_t i = 0; i < ims_claim_count(e->given); i++) {
    const ims_entry entry = ims_claim_at(e->given, i)->entry;
    e->worths[i].entry = (uint8_t)ims_entry_kind_of(e->given, entry);
    if (e->worths[i].entry != IMS_ENTRY_DOCUMENT)
      continue;
    if (entry.index != w.document.index)
      weigh_document(e, entry, &w);
    weigh_claim(e, i, &w);
  }
}

ims_status imsi_evidence_weigh(imsi_evidence *evidence)
{
  const size_t claims = ims_claim_count(evidence->given);
  evidence->worths = calloc(claims + 1, sizeof *evidence->worths);
  evidence->weights = calloc(claims * evidence->system_count + 1, sizeof *evidence->weights);
  if (!evidence->worths || !evidence->weights)
    return IMS_NOMEM;
  weigh(evidence);
  return IMS_OK;
}

const imsi_weight *imsi_evidence_weight(const imsi_evidence *e, size_t claim, uint32_t system)
{
  return &e->weights[claim * e->system_count + system];
}

imsi_doubt imsi_evidence_doubt_for(const imsi_evidence *evidence, size_t claim, uint32_t system)
{
  return (imsi_doubt)imsi_evidence_weight(evidence, claim, system)->doubt;
}

imsi_doubt imsi_evidence_doubt(const imsi_evidence *evidence, size_t claim)
{
  imsi_doubt doubt = (imsi_doubt)evidence->worths[claim].doubt;
  if (doubt)
    return doubt;
  doubt = IMSI_DOUBT_EDITION;
  for (uint32_t s = 0; s < evidence->system_count; s++) {
    const imsi_doubt one = imsi_evidence_doubt_for(evidence, claim, s);
    if (!one)
      return IMSI_DOUBT_NONE;
    doubt = one > doubt ? one : doubt;
  }
  return doubt;
}

/* ---- the claims around a demand ---- */

/* Those of a node are in order, and so is what stands in `claims` from `first` on: they are merged from the end. */
static ims_status add_claims(const imsi_evidence *e, ims_entry_kind kind, ims_node node, size_t first, imsi_vec *claims)
{
  size_t count, more = 0;
  const uint32_t *found = ims_node_claims(e->given, node, &count);
  for (size_t i = 0; i < count; i++)
    more += e->worths[found[i]].entry == kind;
  IMS_TRY(imsi_vec_reserve(claims, more));
  uint32_t *all = claims->data;
  size_t at = claims->count, to = at + more;
  claims->count = to;
  for (size_t i = count; i-- > 0 && to > at;) {
    if (e->worths[found[i]].entry != kind)
      continue;
    while (at > first && all[at - 1] > found[i])
      all[--to] = all[--at];
    all[--to] = found[i];
  }
  return IMS_OK;
}

static ims_status add_items(const imsi_evidence *e, ims_entry_kind kind, ims_node whole, size_t first, imsi_vec *claims)
{
  ims_node n = imsi_coverage_item(e->model, whole, (ims_node){ IMS_NO_NODE });
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(e->model, whole, n)) {
    IMS_TRY(add_claims(e, kind, n, first, claims));
    IMS_TRY(add_items(e, kind, n, first, claims));
  }
  return IMS_OK;
}

ims_status imsi_evidence_claims(const imsi_evidence *evidence, ims_entry_kind kind, ims_node demand, imsi_vec *claims)
{
  const size_t first = claims->count;
  for (ims_node n = demand; n.index != IMS_NO_NODE; n = ims_node_parent(evidence->model, n))
    IMS_TRY(add_claims(evidence, kind, n, first, claims));
  return add_items(evidence, kind, demand, first, claims);
}
