/* T08: a document or record that a standard asks for, and nothing that stands for it. Where a document is there and
   only the record is missing, T11 speaks. */

#include "base/try.h"
#include "check/registry.h"

/* What is asked for: "scope of the SMS (if ...); ...", of one kind. */
static const char *asked(imsi_check_run *run, ims_node demand, ims_duty_kind kind)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(run->model, demand, &count);
  for (size_t i = 0; i < count; i++) {
    if (duties[i].kind != kind)
      continue;
    imsi_strbuf_text(&run->text, run->text.size ? "; " : "");
    imsi_strbuf_text(&run->text, duties[i].text);
    if (!*duties[i].condition)
      continue;
    imsi_strbuf_text(&run->text, " (");
    imsi_strbuf_text(&run->text, duties[i].condition);
    imsi_strbuf_text(&run->text, ")");
  }
  return imsi_check_text(run);
}

/* "POL-7: the document is a draft; ...": what is claimed for it and does not count; "" if nothing is. */
static ims_status doubted(imsi_check_run *run, const ims_system *system, ims_node demand, const char **text)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  const ims_status status = imsi_evidence_claims(run->evidence, IMS_ENTRY_DOCUMENT, demand, &claims);
  for (size_t i = 0; !status && i < claims.count; i++) {
    const uint32_t claim = IMSI_AT(uint32_t, &claims, i);
    const imsi_doubt doubt = imsi_evidence_doubt_for(run->evidence, claim, system->index);
    if (!doubt)
      continue;
    imsi_strbuf_text(&run->text, run->text.size ? "; " : ". Does not count: ");
    imsi_strbuf_text(&run->text, ims_entry_name(run->given, ims_claim_at(run->given, claim)->entry));
    imsi_strbuf_text(&run->text, ": ");
    imsi_strbuf_text(&run->text, imsi_doubt_text(doubt));
  }
  imsi_vec_free(&claims);
  *text = imsi_check_text(run);
  return status;
}

static ims_status find(imsi_check_run *run, const ims_system *system, ims_node demand, ims_duty_kind kind)
{
  const char *doubts;
  const char *duties = asked(run, demand, kind);
  imsi_spot spot = imsi_spot_of_system(run, system);
  IMS_TRY(doubted(run, system, demand, &doubts));
  const bool depends = imsi_check_depends(run, demand, kind);
  spot.node = demand;
  if (depends)
    spot.severity = IMS_CHECK_INFO;
  imsi_check_find(
      run, &spot, kind == IMS_DOCUMENT ? "no document is registered for: %1%2" : "no record is registered for: %1%2",
      depends ? "where that is the case register it, or write it; where it did not occur, say so with the reason"
              : "register it, or write it",
      IMSI_ARGS(duties, doubts));
  return IMS_OK;
}

/* What the organization itself finds necessary nobody can miss for it: the general demand has an item that the check
   rests on. */
static bool is_self_determined(const imsi_check_run *run, ims_node demand)
{
  for (size_t i = 0; i < run->check->member_count; i++)
    if (ims_node_kind_of(run->model, run->check->members[i]) == IMS_ITEM &&
        ims_node_is_in(run->model, run->check->members[i], demand))
      return true;
  return false;
}

static ims_status look(imsi_check_run *run, const ims_system *system, ims_node demand)
{
  imsi_shown shown;
  const bool control = ims_node_force(run->model, demand) == IMS_CONTROL;
  if (!imsi_evidence_needs(run->model, demand, IMS_DOCUMENT) && !imsi_evidence_needs(run->model, demand, IMS_RECORD))
    return IMS_OK;
  if (is_self_determined(run, demand))
    return IMS_OK;
  const ims_entry line = imsi_evidence_control(run->evidence, system->index, demand);
  if (control &&
      (line.index == IMS_NO_ENTRY || ims_entry_word(run->given, line, IMS_FIELD_APPLICABLE) != IMS_APPLICABLE_YES))
    return IMS_OK; /* nothing of a control is asked for before it is included */
  IMS_TRY(imsi_evidence_show(run->evidence, system->index, demand, &shown));
  if (shown.state == IMSI_STATE_NOT_APPLICABLE || shown.state == IMSI_STATE_NO_OCCURRENCE)
    return IMS_OK;
  if (shown.lacks_document)
    IMS_TRY(find(run, system, demand, IMS_DOCUMENT));
  return shown.lacks_record && !shown.own_method ? find(run, system, demand, IMS_RECORD) : IMS_OK;
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = IMS_OK;
  const ims_system *systems = ims_register_systems(run->given, &count);
  if (!ims_register_count(run->given, IMS_ENTRY_DOCUMENT)) {
    imsi_check_skip(run, 0, "the register lists no documents", IMSI_ARGS(NULL));
    return IMS_OK;
  }
  for (size_t i = 0; !status && i < count; i++) {
    demands.count = 0;
    status = imsi_evidence_demands(run->evidence, systems[i].index, &demands);
    for (size_t k = 0; !status && k < demands.count; k++)
      status = look(run, &systems[i], IMSI_AT(ims_node, &demands, k));
  }
  imsi_vec_free(&demands);
  return status;
}

const imsi_check imsi_check_missing_duty = { .id = "T08", .run = run_check };
