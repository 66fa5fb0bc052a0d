/* Documents that count for a demand, through claims of their own and through the SoA; and how far they reach together.
 */

#include "base/try.h"
#include "query/coverage_internal.h"
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

/* Whom the supports of a demand are shown to. */
typedef struct viewer {
  const imsi_evidence *evidence;
  uint32_t system;
  ims_node demand;
  ims_entry line; /* of the SoA that decides on the demand */
  bool held_back; /* by that line */
  imsi_support_seen *seen;
  void *context;
} viewer;

static viewer view_of(const imsi_evidence *e, uint32_t system, ims_node demand, imsi_support_seen *seen, void *context)
{
  const ims_entry line = imsi_evidence_control(e, system, demand);
  return (viewer){ e, system, demand, line, is_held_back(implementation_of(e, line)), seen, context };
}

/* Each of these returns false once nothing more is to be seen. */
static bool view_claim(const viewer *v, uint32_t index)
{
  const imsi_evidence *e = v->evidence;
  const imsi_weight *weight = imsi_evidence_weight(e, index, v->system);
  const imsi_worth *worth = &e->worths[index];
  if (worth->entry != IMS_ENTRY_DOCUMENT || weight->doubt)
    return true;
  const ims_claim *claim = ims_claim_at(e->given, index);
  const bool all =
      claim->coverage != IMS_CLAIM_PARTIAL && ims_node_is_in(e->model, v->demand, claim->node) && !v->held_back;
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
  return v->seen(v->context, &support);
}

static bool view_node(const viewer *v, ims_node node)
{
  size_t count;
  const uint32_t *claims = ims_node_claims(v->evidence->given, node, &count);
  for (size_t i = 0; i < count; i++)
    if (!view_claim(v, claims[i]))
      return false;
  return true;
}

static bool view_items(const viewer *v, ims_node whole)
{
  ims_node n = imsi_coverage_item(v->evidence->model, whole, (ims_node){ IMS_NO_NODE });
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(v->evidence->model, whole, n))
    if (!view_node(v, n) || !view_items(v, n))
      return false;
  return true;
}

static bool is_item_of(const ims_model *model, ims_node node, ims_node whole)
{
  while (node.index != whole.index && node.index != IMS_NO_NODE && ims_node_kind_of(model, node) == IMS_ITEM &&
         imsi_coverage_is_demand(model, node))
    node = ims_node_parent(model, node);
  return node.index == whole.index;
}

/* What the claims of a document on the same control say of it: the weaker of the two holds. */
static void look_at_claims(const viewer *v, ims_entry document, bool *proposed, bool *partial)
{
  const imsi_evidence *e = v->evidence;
  size_t count;
  const ims_claim *claims = ims_entry_claims(e->given, document, &count);
  for (size_t i = 0; i < count; i++) {
    const ims_claim *claim = &claims[i];
    if (claim->node.index == IMS_NO_NODE ||
        (!ims_node_is_in(e->model, v->demand, claim->node) && !is_item_of(e->model, claim->node, v->demand)))
      continue;
    const size_t index = (size_t)(claim - ims_claim_at(e->given, 0));
    *proposed = *proposed || imsi_evidence_doubt_for(e, index, v->system) == IMSI_DOUBT_PROPOSED;
    *partial = *partial || claim->coverage == IMS_CLAIM_PARTIAL;
  }
}

static bool is_for(const imsi_evidence *e, ims_entry document, uint32_t system)
{
  return !ims_entry_names_systems(e->given, document) || ims_entry_systems(e->given, document) >> system & 1;
}

/* What the SoA says is not yet done shows nothing; what it says is partly done, a part. */
static bool view_named(const viewer *v, const char *id)
{
  const imsi_evidence *e = v->evidence;
  const int done = implementation_of(e, v->line);
  const ims_entry document = ims_register_find(e->given, IMS_ENTRY_DOCUMENT, id);
  if (document.index == IMS_NO_ENTRY || imsi_evidence_doubt_of_document(e, document) ||
      done == IMS_IMPLEMENTATION_PLANNED || done == IMS_NOT_IMPLEMENTED || !is_for(e, document, v->system))
    return true;
  const imsi_scope scope = imsi_evidence_scope(e, document, v->system);
  bool proposed = false, partial = v->held_back;
  look_at_claims(v, document, &proposed, &partial);
  if (proposed || scope == IMSI_SCOPE_NONE)
    return true;
  const imsi_support support = {
    .claim = IMS_NO_ENTRY,
    .document = document,
    .line = v->line,
    .pos = ims_entry_pos(e->given, v->line, IMS_FIELD_DOCUMENTS),
    .whole = !partial && scope == IMSI_SCOPE_WHOLE,
    .limited = !partial && scope == IMSI_SCOPE_PART,
    .inherited = ims_entry_word(e->given, document, IMS_FIELD_EXTENT) == IMS_EXTENT_INHERITED,
    .kind = (ims_document_kind)ims_entry_word(e->given, document, IMS_FIELD_KIND),
  };
  return v->seen(v->context, &support);
}

static void view_line(const viewer *v)
{
  const ims_register *given = v->evidence->given;
  if (v->line.index == IMS_NO_ENTRY || ims_entry_word(given, v->line, IMS_FIELD_APPLICABLE) != IMS_APPLICABLE_YES)
    return;
  size_t count;
  const char *const *named = ims_entry_list(given, v->line, IMS_FIELD_DOCUMENTS, &count);
  for (size_t i = 0; i < count; i++)
    if (!view_named(v, named[i]))
      return;
}

void imsi_evidence_view(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_support_seen *seen,
                        void *context)
{
  const viewer v = view_of(evidence, system, demand, seen, context);
  for (ims_node n = demand; n.index != IMS_NO_NODE; n = ims_node_parent(evidence->model, n))
    if (!view_node(&v, n))
      return;
  if (view_items(&v, demand))
    view_line(&v);
}

/* Where supports are kept, and whether that went well. */
typedef struct keeper {
  imsi_vec *supports;
  ims_status status;
} keeper;

static bool keep(void *context, const imsi_support *support)
{
  keeper *k = context;
  k->status = imsi_vec_push(k->supports, support);
  return !k->status;
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
  keeper k = { supports, imsi_evidence_claims(evidence, IMS_ENTRY_DOCUMENT, demand, &claims) };
  const viewer v = view_of(evidence, system, demand, keep, &k);
  for (size_t i = 0; !k.status && i < claims.count; i++)
    view_claim(&v, IMSI_AT(uint32_t, &claims, i));
  if (!k.status)
    view_line(&v);
  imsi_vec_free(&claims);
  imsi_vec of_demand = *supports; /* what stands before is of others */
  if (!k.status && supports->count - first > 1) {
    of_demand.data = &IMSI_AT(imsi_support, supports, first);
    of_demand.count -= first;
    join(evidence, system, &of_demand);
  }
  return k.status;
}

bool imsi_evidence_is_method(const imsi_support *support)
{
  return (support->whole || support->joined) && support->kind == IMS_IS_DOCUMENT && !support->inherited;
}

/* What is shown on of the supports of a demand. */
typedef struct sieve {
  imsi_support_seen *seen;
  void *context;
  bool any;
  size_t limited; /* those that may be a method together */
} sieve;

static bool sift(void *context, const imsi_support *support)
{
  sieve *s = context;
  s->limited += support->limited;
  if (!imsi_evidence_is_method(support))
    return true;
  s->any = true;
  return s->seen(s->context, support);
}

static ims_status view_joined(const imsi_evidence *e, uint32_t system, ims_node demand, const sieve *s)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(e, system, demand, &supports);
  for (size_t i = 0; !status && i < supports.count; i++) {
    const imsi_support *support = &IMSI_AT(imsi_support, &supports, i);
    if (imsi_evidence_is_method(support) && !s->seen(s->context, support))
      break;
  }
  imsi_vec_free(&supports);
  return status;
}

ims_status imsi_evidence_view_methods(const imsi_evidence *evidence, uint32_t system, ims_node demand,
                                      imsi_support_seen *seen, void *context)
{
  sieve s = { seen, context, false, 0 };
  imsi_evidence_view(evidence, system, demand, sift, &s);
  return s.any || s.limited < 2 ? IMS_OK : view_joined(evidence, system, demand, &s);
}

static bool note(void *context, const imsi_support *support)
{
  (void)support;
  *(bool *)context = true;
  return false;
}

ims_status imsi_evidence_any_method(const imsi_evidence *evidence, uint32_t system, ims_node demand, bool *any)
{
  *any = false;
  return imsi_evidence_view_methods(evidence, system, demand, note, any);
}

/* ---- counting ---- */

static bool count_support(void *context, const imsi_support *support)
{
  imsi_tally *tally = context;
  (support->whole ? tally->whole : tally->part)[support->kind]++;
  return true;
}

/* Those of a kind of which none is for all of it, and several are for a part. */
static bool may_reach_all(const imsi_tally *tally, int kind)
{
  return !tally->whole[kind] && tally->part[kind] > 1;
}

static ims_status count_together(const imsi_evidence *e, uint32_t system, ims_node demand, imsi_tally *tally)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(e, system, demand, &supports);
  for (int kind = 0; !status && kind <= IMS_IS_RECORD; kind++)
    if (may_reach_all(tally, kind))
      tally->whole[kind] += imsi_evidence_reach_all(e, system, &supports, (ims_document_kind)kind, false);
  imsi_vec_free(&supports);
  return status;
}

ims_status imsi_evidence_tally(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_tally *tally)
{
  *tally = (imsi_tally){ { 0 }, { 0 } };
  imsi_evidence_view(evidence, system, demand, count_support, tally);
  for (int kind = 0; system < evidence->system_count && kind <= IMS_IS_RECORD; kind++)
    if (may_reach_all(tally, kind))
      return count_together(evidence, system, demand, tally);
  return IMS_OK;
}
