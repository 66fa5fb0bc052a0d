/* What a register leaves out of the total: what is not applicable, what did not occur, and why that is not accepted. */

#include "base/try.h"
#include "query/clause_list.h"
#include "query/condition.h"
#include "query/coverage_internal.h"
#include "query/evidence_internal.h"

#include <string.h>

/* ---- rules ---- */

static bool is_of(const char *edition, const char *standard)
{
  const size_t size = strlen(standard);
  return strncmp(edition, standard, size) == 0 && (edition[size] == ':' || !edition[size]);
}

bool imsi_rules_have(const imsi_rule *rules, size_t count, const ims_model *model, ims_node node)
{
  for (size_t i = 0; i < count; i++)
    if (is_of(ims_node_edition(model, node)->id, rules[i].standard))
      return imsi_clause_list_has(rules[i].clauses, ims_node_name(model, ims_node_clause(model, node)));
  return false;
}

/* What may be left out with a reason. Of 9001 only what an organization may have no case for: what it supplies, and
   resources for measuring. Context, leadership, planning, support, evaluation and improvement can always be applied. */
static const imsi_rule left_out_rules[] = {
  { "9001:2008", "7" },
  { "9001", "8,7.1.5" },
};

bool imsi_evidence_may_be_left_out(const ims_model *model, ims_node demand)
{
  return ims_node_force(model, demand) == IMS_CONTROL ||
         imsi_rules_have(left_out_rules, sizeof left_out_rules / sizeof *left_out_rules, model, demand);
}

/* ---- conditions ---- */

static bool has_condition(const ims_model *model, ims_node node)
{
  size_t count, under = 0;
  const ims_duty *duties = ims_node_duties(model, node, &count);
  if (imsi_condition_says_when(ims_node_get(model, node).condition))
    return true;
  for (size_t i = 0; i < count; i++)
    under += imsi_condition_says_when(duties[i].condition);
  return count && under == count;
}

bool imsi_evidence_depends(const ims_model *model, ims_node node)
{
  bool any = false;
  while (ims_node_kind_of(model, node) == IMS_ITEM)
    node = ims_node_parent(model, node);
  if (has_condition(model, node))
    return true;
  for (ims_node n = ims_node_child(model, node); n.index != IMS_NO_NODE; n = ims_node_next(model, n)) {
    if (ims_node_kind_of(model, n) == IMS_ITEM || !imsi_coverage_is_demand(model, n))
      continue;
    if (!imsi_evidence_depends(model, n))
      return false;
    any = true;
  }
  return any;
}

/* ---- refusals ---- */

const char *imsi_refusal_text(imsi_refusal refusal)
{
  static const char *const texts[] = {
    [IMSI_REFUSAL_NONE] = "",
    [IMSI_REFUSAL_RULE] = "its standard does not allow to leave it out",
    [IMSI_REFUSAL_SOA] = "a control is left out by the Statement of Applicability alone",
    [IMSI_REFUSAL_CONDITION] = "not all of it depends on a condition",
    [IMSI_REFUSAL_PART] = "it names only a part",
    [IMSI_REFUSAL_PROPOSED] = "nobody has confirmed it",
    [IMSI_REFUSAL_REASON] = "no reason is given",
  };
  return texts[refusal];
}

static imsi_refusal refusal_by_rule(const imsi_evidence *e, ims_node demand, const ims_claim *claim,
                                    ims_exemption exemption)
{
  if (exemption == IMS_NO_OCCURRENCE)
    return imsi_evidence_depends(e->model, claim->node) ? IMSI_REFUSAL_NONE : IMSI_REFUSAL_CONDITION;
  if (ims_node_force(e->model, demand) == IMS_CONTROL)
    return IMSI_REFUSAL_SOA;
  return imsi_evidence_may_be_left_out(e->model, demand) ? IMSI_REFUSAL_NONE : IMSI_REFUSAL_RULE;
}

/* What is against taking the demand out by this claim. */
static imsi_refusal refusal_of(const imsi_evidence *e, ims_node demand, const ims_claim *claim, ims_exemption exemption)
{
  const imsi_refusal refusal = refusal_by_rule(e, demand, claim, exemption);
  if (refusal)
    return refusal;
  if (claim->coverage == IMS_CLAIM_PARTIAL || !ims_node_is_in(e->model, demand, claim->node))
    return IMSI_REFUSAL_PART;
  if (!claim->confirmed)
    return IMSI_REFUSAL_PROPOSED;
  return *ims_entry_text(e->given, claim->entry, IMS_FIELD_REASON) ? IMSI_REFUSAL_NONE : IMSI_REFUSAL_REASON;
}

static ims_exemption exemption_of(const imsi_evidence *e, const ims_claim *claim)
{
  return (ims_exemption)ims_entry_word(e->given, claim->entry, IMS_FIELD_EXEMPTION);
}

static bool is_of_system(const imsi_evidence *e, const ims_claim *claim, uint32_t system)
{
  return ims_entry_systems(e->given, claim->entry) >> system & 1;
}

static bool is_out(const imsi_evidence *e, ims_entry line)
{
  return line.index != IMS_NO_ENTRY && ims_entry_word(e->given, line, IMS_FIELD_APPLICABLE) == IMS_APPLICABLE_NO;
}

static bool has_reason(const imsi_evidence *e, ims_entry line)
{
  return *ims_entry_text(e->given, line, IMS_FIELD_REASON_OUT) || *ims_entry_text(e->given, line, IMS_FIELD_REASON);
}

/* ---- what is accepted, what is not ---- */

/* The first line that takes the demand, or what it is in, out in this way. */
static ims_entry find_exclusion(const imsi_evidence *e, uint32_t system, ims_node demand, const imsi_vec *claims,
                                ims_exemption exemption)
{
  for (size_t i = 0; i < claims->count; i++) {
    const ims_claim *claim = ims_claim_at(e->given, IMSI_AT(const uint32_t, claims, i));
    if (exemption_of(e, claim) == exemption && is_of_system(e, claim, system) &&
        !refusal_of(e, demand, claim, exemption))
      return claim->entry;
  }
  return (ims_entry){ IMS_NO_ENTRY };
}

ims_status imsi_evidence_exemption(const imsi_evidence *evidence, uint32_t system, ims_node demand, ims_entry *line,
                                   ims_exemption *exemption)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  const ims_status status = imsi_evidence_claims(evidence, IMS_ENTRY_EXCLUSION, demand, &claims);
  if (!status) {
    *exemption = IMS_NOT_APPLICABLE;
    *line = imsi_evidence_control(evidence, system, demand);
    if (!is_out(evidence, *line) || !has_reason(evidence, *line))
      *line = find_exclusion(evidence, system, demand, &claims, IMS_NOT_APPLICABLE);
    if (line->index == IMS_NO_ENTRY) {
      *exemption = IMS_NO_OCCURRENCE;
      *line = find_exclusion(evidence, system, demand, &claims, IMS_NO_OCCURRENCE);
    }
  }
  imsi_vec_free(&claims);
  return status;
}

static ims_status refuse_claims(const imsi_evidence *e, uint32_t system, ims_node demand, const imsi_vec *claims,
                                imsi_vec *refused)
{
  for (size_t i = 0; i < claims->count; i++) {
    const ims_claim *claim = ims_claim_at(e->given, IMSI_AT(const uint32_t, claims, i));
    const ims_exemption exemption = exemption_of(e, claim);
    if (!exemption || !is_of_system(e, claim, system))
      continue;
    const imsi_refusal refusal = refusal_of(e, demand, claim, exemption);
    if (refusal)
      IMS_TRY(imsi_vec_push(refused, &(imsi_refused){ claim->entry, exemption, refusal, claim->pos }));
  }
  return IMS_OK;
}

ims_status imsi_evidence_refused(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_vec *refused)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  const ims_entry line = imsi_evidence_control(evidence, system, demand);
  ims_status status = imsi_evidence_claims(evidence, IMS_ENTRY_EXCLUSION, demand, &claims);
  if (!status && is_out(evidence, line) && !has_reason(evidence, line))
    status = imsi_vec_push(refused, &(imsi_refused){ line, IMS_NOT_APPLICABLE, IMSI_REFUSAL_REASON,
                                                     ims_entry_pos(evidence->given, line, IMS_FIELD_APPLICABLE) });
  if (!status)
    status = refuse_claims(evidence, system, demand, &claims, refused);
  imsi_vec_free(&claims);
  return status;
}
