/* What other lines of a register say of demands: the SoA and findings. */

#include "base/try.h"
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

/* ---- findings ---- */

bool imsi_evidence_is_open(const imsi_evidence *evidence, ims_entry finding)
{
  const ims_register *given = evidence->given;
  const ims_day closed = ims_entry_day(given, finding, IMS_FIELD_CLOSED), day = evidence->day;
  if (ims_entry_word(given, finding, IMS_FIELD_GRADE) == IMS_OBSERVATION)
    return false;
  if (day && ims_entry_day(given, finding, IMS_FIELD_FROM) > day)
    return false;
  const int progress = ims_entry_word(given, finding, IMS_FIELD_PROGRESS);
  if (progress == IMS_PROGRESS_OPEN || progress == IMS_PROGRESS_PLANNED) /* whatever day of closing it bears */
    return true;
  if (closed)
    return day && closed > day;
  return progress != IMS_PROGRESS_CLOSED;
}

static bool is_listed(const imsi_vec *findings, ims_entry finding)
{
  for (size_t i = 0; i < findings->count; i++)
    if (IMSI_AT(const ims_entry, findings, i).index == finding.index)
      return true;
  return false;
}

ims_status imsi_evidence_findings(const imsi_evidence *evidence, uint32_t system, ims_node demand, imsi_vec *findings)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  ims_status status = imsi_evidence_claims(evidence, IMS_ENTRY_FINDING, demand, &claims);
  for (size_t i = 0; !status && i < claims.count; i++) {
    const ims_entry finding = ims_claim_at(evidence->given, IMSI_AT(uint32_t, &claims, i))->entry;
    if (ims_entry_systems(evidence->given, finding) >> system & 1 && imsi_evidence_is_open(evidence, finding) &&
        !is_listed(findings, finding))
      status = imsi_vec_push(findings, &finding);
  }
  imsi_vec_free(&claims);
  return status;
}

ims_status imsi_evidence_finding(const imsi_evidence *evidence, uint32_t system, ims_node demand, ims_entry *finding)
{
  imsi_vec findings = IMSI_VEC(ims_entry);
  const ims_status status = imsi_evidence_findings(evidence, system, demand, &findings);
  *finding = findings.count ? IMSI_AT(ims_entry, &findings, 0) : (ims_entry){ IMS_NO_ENTRY };
  imsi_vec_free(&findings);
  return status;
}
