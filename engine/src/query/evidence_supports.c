/* Documents that count for a demand, through claims of their own and through the SoA; and how far they reach together.
 */

#include "base/try.h"
#include "query/evidence_internal.h"

/* ---- supports ---- */

/* What the SoA says of the control that a demand is in; 0 for nothing, and for what is no control. */
static int implementation_of(const imsi_evidence *e, ims_entry line)
{
  return line.index == IMS_NO_ENTRY ? 0 : ims_entry_word(e->given, line, IMS_FIELD_IMPLEMENTATION);
}

/* What the organization itself says is not done, or in part, a document does not show in whole. */
static bool is_held_back(int implementation)
{
  return implementation > IMS_IMPLEMENTED;
}

static ims_status support_by_claim(const imsi_evidence *e, uint32_t system, ims_node demand, uint32_t index,
                                   bool held_back, imsi_vec *supports)
{
  const imsi_weight *weight = imsi_evidence_weight(e, index, system);
  const imsi_worth *worth = &e->worths[index];
  if (weight->doubt)
    return IMS_OK;
  const ims_claim *claim = ims_claim_at(e->given, index);
  const bool all = claim->coverage != IMS_CLAIM_PARTIAL && ims_node_is_in(e->model, demand, claim->node) && !held_back;
  const imsi_support support = {
    .claim = index,
    .document = claim->entry,
    .line = claim->entry,
    .pos = claim->pos,
    .whole = all && weight->scope == IMSI_SCOPE_WHOLE,
    .limited = all && weight->scope == IMSI_SCOPE_PART,
    .inherited = worth->inherited,
    .kind = (ims_document_kind)worth->kind,
  };
  return imsi_vec_push(supports, &support);
}

/* What the claims of a document on the same control say of it: the weaker of the two holds. */
static void look_at_claims(const imsi_evidence *e, uint32_t system, ims_entry document, const imsi_vec *claims,
                           bool *proposed, bool *partial)
{
  for (size_t i = 0; i < claims->count; i++) {
    const uint32_t index = IMSI_AT(const uint32_t, claims, i);
    const ims_claim *claim = ims_claim_at(e->given, index);
    if (claim->entry.index != document.index)
      continue;
    *proposed = *proposed || imsi_evidence_doubt_for(e, index, system) == IMSI_DOUBT_PROPOSED;
    *partial = *partial || claim->coverage == IMS_CLAIM_PARTIAL;
  }
}

static bool is_for(const imsi_evidence *e, ims_entry document, uint32_t system)
{
  return !ims_entry_names_systems(e->given, document) || ims_entry_systems(e->given, document) >> system & 1;
}

/* What the SoA says is not yet done shows nothing; what it says is partly done, a part. */
static ims_status support_by_line(const imsi_evidence *e, uint32_t system, ims_entry line, const char *id,
                                  const imsi_vec *claims, imsi_vec *supports)
{
  const int done = implementation_of(e, line);
  const ims_entry document = ims_register_find(e->given, IMS_ENTRY_DOCUMENT, id);
  if (document.index == IMS_NO_ENTRY || imsi_evidence_doubt_of_document(e, document) ||
      done == IMS_IMPLEMENTATION_PLANNED || done == IMS_NOT_IMPLEMENTED || !is_for(e, document, system))
    return IMS_OK;
  const imsi_scope scope = imsi_evidence_scope(e, document, system);
  bool proposed = false, partial = is_held_back(done);
  look_at_claims(e, system, document, claims, &proposed, &partial);
  if (proposed || scope == IMSI_SCOPE_NONE)
    return IMS_OK;
  const imsi_support support = {
    .claim = IMS_NO_ENTRY,
    .document = document,
    .line = line,
    .pos = ims_entry_pos(e->given, line, IMS_FIELD_DOCUMENTS),
    .whole = !partial && scope == IMSI_SCOPE_WHOLE,
    .limited = !partial && scope == IMSI_SCOPE_PART,
    .inherited = ims_entry_word(e->given, document, IMS_FIELD_EXTENT) == IMS_EXTENT_INHERITED,
    .kind = (ims_document_kind)ims_entry_word(e->given, document, IMS_FIELD_KIND),
  };
  return imsi_vec_push(supports, &support);
}

static ims_status find_supports(const imsi_evidence *e, uint32_t system, ims_node demand, const imsi_vec *claims,
                                imsi_vec *supports)
{
  const ims_entry line = imsi_evidence_control(e, system, demand);
  const bool held_back = is_held_back(implementation_of(e, line));
  for (size_t i = 0; i < claims->count; i++)
    IMS_TRY(support_by_claim(e, system, demand, IMSI_AT(const uint32_t, claims, i), held_back, supports));
  if (line.index == IMS_NO_ENTRY || ims_entry_word(e->given, line, IMS_FIELD_APPLICABLE) != IMS_APPLICABLE_YES)
    return IMS_OK;
  size_t count;
  const char *const *named = ims_entry_list(e->given, line, IMS_FIELD_DOCUMENTS, &count);
  for (size_t i = 0; i < count; i++)
    IMS_TRY(support_by_line(e, system, line, named[i], claims, supports));
  return IMS_OK;
}

/* Of several documents that are each for some sites, and together for all, others get all. */
static void join(const imsi_evidence *e, uint32_t system, const imsi_vec *supports)
{
  size_t limited = 0;
  for (size_t i = 0; i < supports->count; i++)
    limited += IMSI_AT(imsi_support, supports, i).limited;
  if (limited < 2 || system >= e->system_count || !imsi_evidence_reach_all(e, system, supports, IMS_IS_DOCUMENT, true))
    return;
  for (size_t i = 0; i < supports->count; i++) {
    imsi_support *support = &IMSI_AT(imsi_support, supports, i);
    support->joined = support->limited && support->kind == IMS_IS_DOCUMENT && !support->inherited;
  }
}

ims_status imsi_evidence_supports(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_vec *supports)
{
  const size_t first = supports->count;
  imsi_vec claims = IMSI_VEC(uint32_t);
  ims_status status = imsi_evidence_claims(evidence, IMS_ENTRY_DOCUMENT, demand, &claims);
  if (!status)
    status = find_supports(evidence, system, demand, &claims, supports);
  imsi_vec_free(&claims);
  imsi_vec of_demand = *supports; /* what stands before is of others */
  if (!status && supports->count - first > 1) {
    of_demand.data = &IMSI_AT(imsi_support, supports, first);
    of_demand.count -= first;
    join(evidence, system, &of_demand);
  }
  return status;
}

bool imsi_evidence_is_method(const imsi_support *support)
{
  return (support->whole || support->joined) && support->kind == IMS_IS_DOCUMENT && !support->inherited;
}

imsi_tally imsi_evidence_tally(const imsi_evidence *evidence, uint32_t system, const imsi_vec *supports)
{
  imsi_tally tally = { { 0 }, { 0 } };
  for (size_t i = 0; i < supports->count; i++) {
    const imsi_support *support = &IMSI_AT(const imsi_support, supports, i);
    (support->whole ? tally.whole : tally.part)[support->kind]++;
  }
  for (int kind = 0; system < evidence->system_count && kind <= IMS_IS_RECORD; kind++)
    if (!tally.whole[kind] && tally.part[kind] > 1)
      tally.whole[kind] += imsi_evidence_reach_all(evidence, system, supports, (ims_document_kind)kind, false);
  return tally;
}
