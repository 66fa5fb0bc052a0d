/* T08: a document or record that a standard asks for, and nothing that stands for it. Where a document is there and
   only the record is missing, T11 speaks. */

#include "base/try.h"
#include "check/registry.h"
#include "query/duty.h"

/* What is looked at together: duties of a demand of one kind; apart those that no source was seen for, and those for
   which something is claimed whose kind nobody has said. */
typedef struct choice {
  ims_duty_kind kind;
  bool unconfirmed, unsaid;
} choice;

/* True if nothing of its kind stands for the duty; where it is only asked for if something is the case, for it alone.
 */
static bool is_missing(const imsi_duties *duties, const imsi_duty_met *met)
{
  if (met->met == IMSI_MET || met->met == IMSI_MET_EXEMPT || met->met == IMSI_MET_OWN)
    return false;
  for (uint32_t i = met->first; i < met->first + met->count; i++) {
    const imsi_met one = IMSI_AT(const imsi_duty_service, &duties->services, i).met;
    if (one == IMSI_MET || one == IMSI_MET_PARTLY || (one == IMSI_MET_WITH_CLAUSE && met->met != IMSI_MET_CONDITIONAL))
      return false;
  }
  return true;
}

/* " (a nonconformity has occurred)" */
static void add_condition(imsi_check_run *run, const ims_duty *duty)
{
  const char *condition = *duty->condition ? duty->condition : ims_node_get(run->model, duty->provision).condition;
  if (!*condition)
    return;
  imsi_strbuf_text(&run->text, " (");
  imsi_strbuf_text(&run->text, condition);
  imsi_strbuf_text(&run->text, ")");
}

/* ", only POL-7": what is claimed for the duty so, and may be it; adds nothing, and returns false, if nothing is. */
static bool add_claimed(imsi_check_run *run, const imsi_duties *duties, const imsi_duty_met *met, imsi_met how)
{
  size_t count = 0;
  for (uint32_t i = met->first; i < met->first + met->count; i++) {
    const imsi_duty_service *one = &IMSI_AT(const imsi_duty_service, &duties->services, i);
    if (one->met != how)
      continue;
    imsi_strbuf_text(&run->text, count++ ? ", " : ", only ");
    imsi_strbuf_text(&run->text, ims_entry_name(run->given, one->service.document));
  }
  return count > 0;
}

/* ", only POL-7 with the clause", ", only POL-8, and whether that is a document or a record is not said" */
static void add_candidates(imsi_check_run *run, const imsi_duties *duties, const imsi_duty_met *met)
{
  if (add_claimed(run, duties, met, IMSI_MET_WITH_CLAUSE))
    imsi_strbuf_text(&run->text, " with the clause");
  if (met->met == IMSI_MET_UNSAID && add_claimed(run, duties, met, IMSI_MET_UNSAID))
    imsi_strbuf_text(&run->text, ", and whether that is a document or a record is not said");
}

/* What is missing: "scope of the SMS (if ...); ..."; "" if nothing is. */
static const char *missing(imsi_check_run *run, const imsi_duties *duties, choice chosen)
{
  imsi_check_begin(run);
  for (size_t i = 0; i < duties->list.count; i++) {
    const imsi_duty_met *met = &IMSI_AT(const imsi_duty_met, &duties->list, i);
    const ims_duty *duty = met->duty;
    if (duty->kind != chosen.kind || duty->unconfirmed != chosen.unconfirmed ||
        (met->met == IMSI_MET_UNSAID) != chosen.unsaid || !is_missing(duties, met))
      continue;
    imsi_strbuf_text(&run->text, run->text.size ? "; " : "");
    imsi_strbuf_text(&run->text, duty->text);
    add_condition(run, duty);
    add_candidates(run, duties, met);
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

static const char *advice(choice chosen, bool depends)
{
  if (chosen.unsaid)
    return "fill in the kind of what is claimed; if that is not it, register what is, or write it";
  if (chosen.unconfirmed)
    return "see in the standard whether it asks for it; if so register it, or write it";
  return depends ? "where that is the case register it, or write it; where it did not occur, say so with the reason"
                 : "register it, or write it";
}

static ims_status find(imsi_check_run *run, const ims_system *system, ims_node demand, const imsi_duties *duties,
                       choice chosen)
{
  const char *doubts;
  const char *names = missing(run, duties, chosen);
  imsi_spot spot = imsi_spot_of_system(run, system);
  if (!*names)
    return IMS_OK;
  IMS_TRY(doubted(run, system, demand, &doubts));
  const bool depends = imsi_check_depends(run, demand, chosen.kind);
  spot.node = demand;
  if (depends || chosen.unconfirmed)
    spot.severity = IMS_CHECK_INFO;
  else if (chosen.unsaid)
    spot.severity = IMS_CHECK_WARNING; /* it may be there */
  imsi_check_find(
      run, &spot,
      chosen.kind == IMS_DOCUMENT ? "no document is registered for: %1%2%3" : "no record is registered for: %1%2%3",
      advice(chosen, depends),
      IMSI_ARGS(names, chosen.unconfirmed ? " (unconfirmed: no source was seen that lists it)" : "", doubts));
  return IMS_OK;
}

/* Where a document is there, a record that is missing is the matter of T11. */
static ims_status find_all(imsi_check_run *run, const ims_system *system, const imsi_shown *shown,
                           const imsi_duties *duties)
{
  for (int kind = IMS_DOCUMENT; kind <= IMS_RECORD; kind++)
    for (unsigned apart = 0; apart < 4; apart++)
      if (kind == IMS_DOCUMENT || !shown->own_method)
        IMS_TRY(find(run, system, shown->demand, duties,
                     (choice){ (ims_duty_kind)kind, (apart & 2) != 0, (apart & 1) != 0 }));
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
  imsi_duties duties = IMSI_DUTIES;
  ims_status status = imsi_duties_of(run->evidence, system->index, demand, &duties);
  if (!status)
    status = find_all(run, system, &shown, &duties);
  imsi_duties_free(&duties);
  return status;
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
