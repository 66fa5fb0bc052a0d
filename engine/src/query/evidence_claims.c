/* Claims of documents: what is against them, and for which demands they count. */

#include "base/try.h"
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
    [IMSI_DOUBT_DRAFT] = "the document is a draft",
    [IMSI_DOUBT_OBSOLETE] = "the document is obsolete",
    [IMSI_DOUBT_LATER] = "the document is of a later day",
    [IMSI_DOUBT_EDITION] = "the system is held against another edition",
    [IMSI_DOUBT_SYSTEM] = "the document does not name the system",
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

static imsi_doubt doubt_of_document(const imsi_evidence *e, ims_entry document)
{
  const int status = ims_entry_word(e->given, document, IMS_FIELD_STATUS);
  if (status == IMS_DRAFT)
    return IMSI_DOUBT_DRAFT;
  if (status == IMS_OBSOLETE)
    return IMSI_DOUBT_OBSOLETE;
  if (e->day && (ims_entry_day(e->given, document, IMS_FIELD_APPROVED) > e->day ||
                 ims_entry_day(e->given, document, IMS_FIELD_FROM) > e->day))
    return IMSI_DOUBT_LATER;
  return IMSI_DOUBT_NONE;
}

static imsi_doubt doubt_of_claim(const imsi_evidence *e, const ims_claim *claim)
{
  if (claim->node.index == IMS_NO_NODE)
    return IMSI_DOUBT_CLAUSE;
  if (!binds(e->model, claim->node))
    return IMSI_DOUBT_GUIDANCE;
  return claim->confirmed ? doubt_of_document(e, claim->entry) : IMSI_DOUBT_PROPOSED;
}

static imsi_doubt doubt_for(const imsi_evidence *e, const ims_claim *claim, uint32_t system, imsi_scope scope)
{
  if (ims_node_edition(e->model, claim->node) != e->systems[system].edition)
    return IMSI_DOUBT_EDITION;
  if (!(ims_entry_systems(e->given, claim->entry) >> system & 1))
    return IMSI_DOUBT_SYSTEM;
  return scope == IMSI_SCOPE_NONE ? IMSI_DOUBT_SCOPE : IMSI_DOUBT_NONE;
}

/* Claims of an entry stand together: the scope of a document is looked at once. */
static void weigh(imsi_evidence *e, uint32_t system)
{
  ims_entry before = { IMS_NO_ENTRY };
  imsi_scope scope = IMSI_SCOPE_WHOLE;
  for (size_t i = 0; i < ims_claim_count(e->given); i++) {
    const ims_claim *claim = ims_claim_at(e->given, i);
    imsi_weight *weight = &e->weights[i * e->system_count + system];
    if (ims_entry_kind_of(e->given, claim->entry) != IMS_ENTRY_DOCUMENT)
      continue;
    if (claim->entry.index != before.index)
      scope = imsi_evidence_scope(e, claim->entry, system);
    before = claim->entry;
    const imsi_doubt doubt = doubt_of_claim(e, claim);
    weight->doubt = (uint8_t)(doubt ? doubt : doubt_for(e, claim, system, scope));
    weight->scope = (uint8_t)scope;
    weight->kind = (uint8_t)ims_entry_word(e->given, claim->entry, IMS_FIELD_KIND);
  }
}

ims_status imsi_evidence_weigh(imsi_evidence *evidence)
{
  evidence->weights = calloc(ims_claim_count(evidence->given) * evidence->system_count + 1, sizeof *evidence->weights);
  if (!evidence->weights)
    return IMS_NOMEM;
  for (uint32_t s = 0; s < evidence->system_count; s++)
    weigh(evidence, s);
  return IMS_OK;
}

static const imsi_weight *weight_of(const imsi_evidence *e, size_t claim, uint32_t system)
{
  return &e->weights[claim * e->system_count + system];
}

imsi_doubt imsi_evidence_doubt_for(const imsi_evidence *evidence, size_t claim, uint32_t system)
{
  return (imsi_doubt)weight_of(evidence, claim, system)->doubt;
}

imsi_doubt imsi_evidence_doubt(const imsi_evidence *evidence, size_t claim)
{
  imsi_doubt doubt = doubt_of_claim(evidence, ims_claim_at(evidence->given, claim));
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

static bool is_of_kind(const imsi_evidence *e, uint32_t claim, ims_entry_kind kind)
{
  return ims_entry_kind_of(e->given, ims_claim_at(e->given, claim)->entry) == kind;
}

/* Those of a node are in order, and so is what stands in `claims` from `first` on: they are merged from the end. */
static ims_status add_claims(const imsi_evidence *e, ims_entry_kind kind, ims_node node, size_t first, imsi_vec *claims)
{
  size_t count, more = 0;
  const uint32_t *found = ims_node_claims(e->given, node, &count);
  for (size_t i = 0; i < count; i++)
    more += is_of_kind(e, found[i], kind);
  IMS_TRY(imsi_vec_reserve(claims, more));
  uint32_t *all = claims->data;
  size_t at = claims->count, to = at + more;
  claims->count = to;
  for (size_t i = count; i-- > 0 && to > at;) {
    if (!is_of_kind(e, found[i], kind))
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

/* ---- supports ---- */

static ims_status support_by_claim(const imsi_evidence *e, uint32_t system, ims_node demand, uint32_t index,
                                   imsi_vec *supports)
{
  const imsi_weight *weight = weight_of(e, index, system);
  if (weight->doubt)
    return IMS_OK;
  const ims_claim *claim = ims_claim_at(e->given, index);
  const imsi_support support = {
    .claim = index,
    .document = claim->entry,
    .line = claim->entry,
    .pos = claim->pos,
    .whole = claim->coverage != IMS_CLAIM_PARTIAL && ims_node_is_in(e->model, demand, claim->node) &&
             weight->scope == IMSI_SCOPE_WHOLE,
    .kind = (ims_document_kind)weight->kind,
  };
  return imsi_vec_push(supports, &support);
}

/* What the SoA says is not yet done shows nothing; what it says is partly done, a part. */
static ims_status support_by_line(const imsi_evidence *e, uint32_t system, ims_entry line, const char *id,
                                  imsi_vec *supports)
{
  const int done = ims_entry_word(e->given, line, IMS_FIELD_IMPLEMENTATION);
  const ims_entry document = ims_register_find(e->given, IMS_ENTRY_DOCUMENT, id);
  if (document.index == IMS_NO_ENTRY || doubt_of_document(e, document) || done == IMS_IMPLEMENTATION_PLANNED ||
      done == IMS_NOT_IMPLEMENTED)
    return IMS_OK;
  if (ims_entry_names_systems(e->given, document) && !(ims_entry_systems(e->given, document) >> system & 1))
    return IMS_OK;
  const imsi_scope scope = imsi_evidence_scope(e, document, system);
  if (scope == IMSI_SCOPE_NONE)
    return IMS_OK;
  const imsi_support support = {
    .claim = IMS_NO_ENTRY,
    .document = document,
    .line = line,
    .pos = ims_entry_pos(e->given, line, IMS_FIELD_DOCUMENTS),
    .whole = scope == IMSI_SCOPE_WHOLE && done != IMS_PARTLY_IMPLEMENTED,
    .kind = (ims_document_kind)ims_entry_word(e->given, document, IMS_FIELD_KIND),
  };
  return imsi_vec_push(supports, &support);
}

ims_status imsi_evidence_supports(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_vec *supports)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  ims_status status = imsi_evidence_claims(evidence, IMS_ENTRY_DOCUMENT, demand, &claims);
  for (size_t i = 0; !status && i < claims.count; i++)
    status = support_by_claim(evidence, system, demand, IMSI_AT(uint32_t, &claims, i), supports);
  imsi_vec_free(&claims);
  const ims_entry line = imsi_evidence_control(evidence, system, demand);
  if (line.index == IMS_NO_ENTRY || ims_entry_word(evidence->given, line, IMS_FIELD_APPLICABLE) != IMS_APPLICABLE_YES)
    return status;
  size_t count;
  const char *const *named = ims_entry_list(evidence->given, line, IMS_FIELD_DOCUMENTS, &count);
  for (size_t i = 0; !status && i < count; i++)
    status = support_by_line(evidence, system, line, named[i], supports);
  return status;
}

imsi_tally imsi_evidence_tally(const imsi_vec *supports)
{
  imsi_tally tally = { { 0 }, { 0 } };
  for (size_t i = 0; i < supports->count; i++) {
    const imsi_support *support = &IMSI_AT(const imsi_support, supports, i);
    (support->whole ? tally.whole : tally.part)[support->kind]++;
  }
  return tally;
}
