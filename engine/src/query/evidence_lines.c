/* What other lines of a register say of demands: the SoA, what is not applicable, findings. */

#include "base/try.h"
#include "query/clause_list.h"
#include "query/evidence_internal.h"

#include <string.h>

/* ---- the Statement of Applicability ---- */

static ims_status decide(imsi_evidence *e, ims_entry line, uint32_t system, ims_node node)
{
  if (node.index == IMS_NO_NODE || ims_node_force(e->model, node) != IMS_CONTROL ||
      ims_node_edition(e->model, node) != e->systems[system].edition)
    return IMS_OK;
  return imsi_vec_push(&e->decided, &(imsi_decided){ node, system, line });
}

/* A line names its control by the clauses it cites, else by its id. One that names no system is for all that have it.
 */
static ims_status decide_line(imsi_evidence *e, ims_entry line, uint32_t system)
{
  const ims_systems systems = ims_entry_systems(e->given, line);
  if (systems && !(systems >> system & 1))
    return IMS_OK;
  size_t count;
  const ims_claim *claims = ims_entry_claims(e->given, line, &count);
  for (size_t i = 0; i < count; i++)
    IMS_TRY(decide(e, line, system, claims[i].node));
  const char *id = ims_entry_text(e->given, line, IMS_FIELD_ID);
  return count ? IMS_OK : decide(e, line, system, ims_node_find(e->model, e->systems[system].edition, id, strlen(id)));
}

ims_status imsi_evidence_find_decided(imsi_evidence *evidence)
{
  const size_t count = ims_register_count(evidence->given, IMS_ENTRY_CONTROL);
  for (size_t i = 0; i < count; i++)
    for (uint32_t s = 0; s < evidence->system_count; s++)
      IMS_TRY(decide_line(evidence, ims_register_entry(evidence->given, IMS_ENTRY_CONTROL, i), s));
  return IMS_OK;
}

ims_entry imsi_evidence_control(const imsi_evidence *evidence, uint32_t system, ims_node node)
{
  for (size_t i = 0; i < evidence->decided.count; i++) {
    const imsi_decided *decided = &IMSI_AT(const imsi_decided, &evidence->decided, i);
    if (decided->system == system && ims_node_is_in(evidence->model, node, decided->control))
      return decided->line;
  }
  return (ims_entry){ IMS_NO_ENTRY };
}

/* ---- not applicable, no occurrence ---- */

/* The first whose standard, or edition, fits; a control may be left out by the SoA of whatever standard has controls.
 */
static const struct {
  const char *standard;
  const char *clauses;
} rules[] = {
  { "9001:2008", "7" },
  { "9001", "4-10" },
};

static bool is_of(const char *edition, const char *standard)
{
  const size_t size = strlen(standard);
  return strncmp(edition, standard, size) == 0 && (edition[size] == ':' || !edition[size]);
}

bool imsi_evidence_may_be_left_out(const ims_model *model, ims_node demand)
{
  if (ims_node_force(model, demand) == IMS_CONTROL)
    return true;
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (is_of(ims_node_edition(model, demand)->id, rules[i].standard))
      return imsi_clause_list_has(rules[i].clauses, ims_node_name(model, ims_node_clause(model, demand)));
  return false;
}

static bool is_out_by_soa(const imsi_evidence *e, ims_entry line)
{
  return ims_entry_word(e->given, line, IMS_FIELD_APPLICABLE) == IMS_APPLICABLE_NO &&
         (*ims_entry_text(e->given, line, IMS_FIELD_REASON_OUT) || *ims_entry_text(e->given, line, IMS_FIELD_REASON));
}

/* The first line with a reason that takes the demand, or what it is in, out in this way. */
static ims_entry find_exclusion(const imsi_evidence *e, uint32_t system, ims_node demand, const imsi_vec *claims,
                                ims_exemption exemption)
{
  for (size_t i = 0; i < claims->count; i++) {
    const ims_claim *claim = ims_claim_at(e->given, IMSI_AT(const uint32_t, claims, i));
    if (ims_entry_word(e->given, claim->entry, IMS_FIELD_EXEMPTION) == (int)exemption &&
        *ims_entry_text(e->given, claim->entry, IMS_FIELD_REASON) && claim->confirmed &&
        ims_node_is_in(e->model, demand, claim->node) && ims_entry_systems(e->given, claim->entry) >> system & 1)
      return claim->entry;
  }
  return (ims_entry){ IMS_NO_ENTRY };
}

/* What the SoA says is applicable is not taken out by another line. */
static ims_entry find_not_applicable(const imsi_evidence *e, uint32_t system, ims_node demand, const imsi_vec *claims)
{
  const ims_entry line = imsi_evidence_control(e, system, demand);
  if (line.index != IMS_NO_ENTRY && is_out_by_soa(e, line))
    return line;
  if (!imsi_evidence_may_be_left_out(e->model, demand) ||
      (line.index != IMS_NO_ENTRY && ims_entry_word(e->given, line, IMS_FIELD_APPLICABLE) == IMS_APPLICABLE_YES))
    return (ims_entry){ IMS_NO_ENTRY };
  return find_exclusion(e, system, demand, claims, IMS_NOT_APPLICABLE);
}

ims_status imsi_evidence_exemption(const imsi_evidence *evidence, uint32_t system, ims_node demand, ims_entry *line,
                                   ims_exemption *exemption)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  const ims_status status = imsi_evidence_claims(evidence, IMS_ENTRY_EXCLUSION, demand, &claims);
  if (!status) {
    *exemption = IMS_NOT_APPLICABLE;
    *line = find_not_applicable(evidence, system, demand, &claims);
    if (line->index == IMS_NO_ENTRY) {
      *exemption = IMS_NO_OCCURRENCE;
      *line = find_exclusion(evidence, system, demand, &claims, IMS_NO_OCCURRENCE);
    }
  }
  imsi_vec_free(&claims);
  return status;
}

/* ---- findings ---- */

bool imsi_evidence_is_open(const imsi_evidence *evidence, ims_entry finding)
{
  const ims_register *given = evidence->given;
  const ims_day closed = ims_entry_day(given, finding, IMS_FIELD_CLOSED), day = evidence->day;
  if (ims_entry_word(given, finding, IMS_FIELD_GRADE) == IMS_OBSERVATION)
    return false;
  if (day && ims_entry_day(given, finding, IMS_FIELD_FROM) > day)
    return false;
  if (closed)
    return day && closed > day;
  return ims_entry_word(given, finding, IMS_FIELD_PROGRESS) != IMS_PROGRESS_CLOSED;
}

ims_status imsi_evidence_finding(const imsi_evidence *evidence, uint32_t system, ims_node demand, ims_entry *finding)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  const ims_status status = imsi_evidence_claims(evidence, IMS_ENTRY_FINDING, demand, &claims);
  finding->index = IMS_NO_ENTRY;
  for (size_t i = 0; !status && finding->index == IMS_NO_ENTRY && i < claims.count; i++) {
    const ims_claim *claim = ims_claim_at(evidence->given, IMSI_AT(uint32_t, &claims, i));
    if (ims_entry_systems(evidence->given, claim->entry) >> system & 1 && imsi_evidence_is_open(evidence, claim->entry))
      *finding = claim->entry;
  }
  imsi_vec_free(&claims);
  return status;
}
