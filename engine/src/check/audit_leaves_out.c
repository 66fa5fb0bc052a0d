/* T21: demands that the audit programme does not reach. An audit reaches the clauses that it names, and those that its
   processes name; one that is still planned for a day that is past reaches none. What is left out needs no audit, if
   that is accepted, nor do controls that nobody has decided on. Where an audit names neither, it may reach anything:
   then nothing is found, and what the others leave is told to be open. A system with audits, and none of them in its
   period, is told too. */

#include "base/try.h"
#include "check/registry.h"

#include <stdlib.h>

/* The demands of a system, and which of them are missed. */
typedef struct programme {
  const ims_system *system;
  imsi_vec demands; /* of ims_node, in document order */
  bool *missed;     /* by node: it is due, and no audit reaches it */
} programme;

static void reach(const imsi_check_run *run, const programme *p, ims_entry entry)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(run->given, entry, &count);
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < p->demands.count; k++) {
      const ims_node demand = IMSI_AT(ims_node, &p->demands, k);
      if (claims[i].node.index != IMS_NO_NODE && ims_node_is_in(run->model, demand, claims[i].node))
        p->missed[demand.index] = false;
    }
}

/* True if it says that it is planned, and its last day is past: nothing says that it took place. */
static bool is_passed_over(const imsi_check_run *run, ims_entry audit)
{
  const ims_day from = ims_entry_day(run->given, audit, IMS_FIELD_FROM);
  const ims_day to = ims_entry_day(run->given, audit, IMS_FIELD_TO);
  const ims_day last = to ? to : from;
  return ims_entry_word(run->given, audit, IMS_FIELD_PROGRESS) == IMS_PROGRESS_PLANNED && last && last < run->day;
}

/* An audit from before the period counts for nothing in it; one that is planned for later belongs to the programme. */
static bool is_in_cycle(const imsi_check_run *run, const ims_system *system, ims_entry audit)
{
  if (system->entry.index == IMS_NO_ENTRY)
    return true;
  const ims_day start = ims_entry_day(run->given, system->entry, IMS_FIELD_FROM);
  const ims_day from = ims_entry_day(run->given, audit, IMS_FIELD_FROM);
  const ims_day to = ims_entry_day(run->given, audit, IMS_FIELD_TO);
  const ims_day last = to ? to : from;
  return !last || !start || last >= start;
}

/* An audit that names neither clauses nor known processes is listed: what it reaches nobody can say. */
static void take_audit(imsi_check_run *run, const programme *p, ims_entry audit)
{
  size_t claims, count, known = 0;
  const char *const *processes = ims_entry_list(run->given, audit, IMS_FIELD_PROCESSES, &count);
  ims_entry_claims(run->given, audit, &claims);
  if (!imsi_check_concerns(run, audit, p->system) || !is_in_cycle(run, p->system, audit) || is_passed_over(run, audit))
    return;
  reach(run, p, audit);
  for (size_t i = 0; i < count; i++) {
    const ims_entry process = imsi_check_named(run, IMS_ENTRY_PROCESS, processes[i]);
    if (process.index == IMS_NO_ENTRY)
      continue;
    known++;
    reach(run, p, process);
  }
  if (!claims && !known)
    imsi_check_list(run, ims_entry_name(run->given, audit));
}

/* A demand is due unless it is left out and that is accepted; a control, once it has been decided on. */
static ims_status is_due(imsi_check_run *run, const ims_system *system, ims_node demand, bool *due)
{
  imsi_shown shown;
  *due = true;
  if (ims_node_force(run->model, demand) == IMS_CONTROL) {
    const ims_entry line = imsi_evidence_control(run->evidence, system->index, demand);
    *due = line.index != IMS_NO_ENTRY && ims_entry_word(run->given, line, IMS_FIELD_APPLICABLE);
    if (!*due || ims_entry_word(run->given, line, IMS_FIELD_APPLICABLE) == IMS_APPLICABLE_YES)
      return IMS_OK;
  } else if (imsi_check_left_out(run, system, demand).index == IMS_NO_ENTRY) {
    return IMS_OK;
  }
  IMS_TRY(imsi_evidence_show(run->evidence, system->index, demand, &shown));
  *due = shown.state != IMSI_STATE_NOT_APPLICABLE && shown.state != IMSI_STATE_NO_OCCURRENCE;
  return IMS_OK;
}

/* True if all demands that are in `whole` are missed. */
static bool is_missed(const imsi_check_run *run, const programme *p, ims_node whole)
{
  for (size_t i = 0; i < p->demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &p->demands, i);
    if (!p->missed[demand.index] && ims_node_is_in(run->model, demand, whole))
      return false;
  }
  return true;
}

/* The largest clause around a missed demand that is missed as a whole. */
static ims_node largest(const imsi_check_run *run, const programme *p, ims_node demand)
{
  ims_node found = demand;
  for (ims_node up = demand; up.index != IMS_NO_NODE && is_missed(run, p, up); up = ims_node_parent(run->model, up))
    found = up;
  return found;
}

/* The first audit that is for the system, else the first of all. */
static ims_entry first_audit(const imsi_check_run *run, const ims_system *system)
{
  ims_entry audit;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_AUDIT, &i, &audit);)
    if (imsi_check_concerns(run, audit, system))
      return audit;
  return ims_register_entry(run->given, IMS_ENTRY_AUDIT, 0);
}

static imsi_spot spot_of(const imsi_check_run *run, const ims_system *system, ims_entry audit, ims_field field)
{
  imsi_spot spot = imsi_spot_of(run, audit, field);
  spot.entry = system->entry;
  spot.systems = (ims_systems)1 << system->index;
  spot.node = imsi_check_member_in(run, system->edition);
  return spot;
}

/* Tells of what `run->text` lists: parts of `whole`, or whole clauses. */
static void find(imsi_check_run *run, const programme *p, ims_node whole)
{
  const char *missed = imsi_check_text(run);
  const imsi_spot spot = spot_of(run, p->system, first_audit(run, p->system), IMS_FIELD_CLAUSES);
  if (whole.index == IMS_NO_NODE)
    imsi_check_find(run, &spot, "no audit of %1 reaches these clauses of %2: %3", "add them to an audit of this cycle",
                    IMSI_ARGS(p->system->id, p->system->edition->name, missed));
  else
    imsi_check_find(run, &spot, "no audit of %1 reaches these parts of %2: %3", "add them to an audit of this cycle",
                    IMSI_ARGS(p->system->id, imsi_check_titled(run, whole), missed));
}

/* One finding for what is missed of one clause, at the largest parts that are missed as a whole. */
static void tell(imsi_check_run *run, const programme *p)
{
  ims_node told = { IMS_NO_NODE }, whole = { IMS_NO_NODE };
  for (size_t i = 0; i < p->demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &p->demands, i);
    if (!p->missed[demand.index] || (told.index != IMS_NO_NODE && ims_node_is_in(run->model, demand, told)))
      continue;
    told = largest(run, p, demand);
    if (run->text.size && ims_node_parent(run->model, told).index != whole.index)
      find(run, p, whole);
    whole = ims_node_parent(run->model, told);
    imsi_check_list(run, ims_node_name(run->model, told));
  }
  if (run->text.size)
    find(run, p, whole);
}

/* With audits of which nobody knows what they reach, what the others leave is only listed. */
static void tell_open(imsi_check_run *run, const programme *p, const char *vague)
{
  ims_node told = { IMS_NO_NODE };
  for (size_t i = 0; i < p->demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &p->demands, i);
    if (!p->missed[demand.index] || (told.index != IMS_NO_NODE && ims_node_is_in(run->model, demand, told)))
      continue;
    told = largest(run, p, demand);
    imsi_check_list(run, ims_node_name(run->model, told));
  }
  const char *open = imsi_check_text(run);
  if (*open)
    imsi_check_skip(run, (ims_systems)1 << p->system->index,
                    "these audits of %1 name neither clauses nor processes that do: %2; whether they reach what the "
                    "others leave is not known: %3",
                    IMSI_ARGS(p->system->id, vague, open));
}

/* ---- when ---- */

/* Where audits of the system have days, and none is in its period, the first one after it. */
static void look_at_period(imsi_check_run *run, const ims_system *system)
{
  ims_entry audit, later = { IMS_NO_ENTRY };
  ims_day first = 0;
  if (system->entry.index == IMS_NO_ENTRY)
    return;
  const ims_day start = ims_entry_day(run->given, system->entry, IMS_FIELD_FROM);
  const ims_day end = ims_entry_day(run->given, system->entry, IMS_FIELD_TO);
  for (size_t i = 0; end && imsi_check_next(run, IMS_ENTRY_AUDIT, &i, &audit);) {
    const ims_day from = ims_entry_day(run->given, audit, IMS_FIELD_FROM);
    const ims_day to = ims_entry_day(run->given, audit, IMS_FIELD_TO);
    if (!imsi_check_concerns(run, audit, system) || is_passed_over(run, audit))
      continue;
    if (!from || (from <= end && (to ? to : from) >= start))
      return;
    if (from <= end || (first && first <= from))
      continue;
    first = from;
    later = audit;
  }
  if (!first)
    return;
  imsi_spot spot = spot_of(run, system, later, IMS_FIELD_FROM);
  spot.severity = IMS_CHECK_WARNING;
  imsi_check_find(
      run, &spot, "no audit of %1 is in its period, which ends on %2; the first is %3 on %4, after it",
      "audit within the period, or say for which period the programme is",
      IMSI_ARGS(system->id, imsi_check_day(run, end), ims_entry_name(run->given, later), imsi_check_day(run, first)));
}

/* Told once, whatever systems it is for. */
static void look_at_planned(imsi_check_run *run)
{
  size_t count;
  ims_entry audit;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_AUDIT, &i, &audit);) {
    if (!is_passed_over(run, audit))
      continue;
    const ims_day to = ims_entry_day(run->given, audit, IMS_FIELD_TO);
    const ims_day day = to ? to : ims_entry_day(run->given, audit, IMS_FIELD_FROM);
    imsi_spot spot = imsi_spot_of(run, audit, IMS_FIELD_PROGRESS);
    spot.severity = IMS_CHECK_WARNING;
    for (size_t s = count; s-- > 0;)
      if (imsi_check_concerns(run, audit, &systems[s]))
        spot.node = imsi_check_member_in(run, systems[s].edition);
    imsi_check_find(run, &spot, "it was planned up to %1, and nothing says that it took place",
                    "audit, or say that it is done; until then it reaches no clause",
                    IMSI_ARGS(imsi_check_day(run, day)));
  }
}

/* ---- all ---- */

static ims_status look(imsi_check_run *run, programme *p)
{
  ims_entry audit;
  IMS_TRY(imsi_evidence_demands(run->evidence, p->system->index, &p->demands));
  for (size_t i = 0; i < p->demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &p->demands, i);
    IMS_TRY(is_due(run, p->system, demand, &p->missed[demand.index]));
  }
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_AUDIT, &i, &audit);)
    take_audit(run, p, audit);
  const char *vague = imsi_check_text(run);
  if (*vague)
    tell_open(run, p, vague);
  else
    tell(run, p);
  return IMS_OK;
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  ims_status status = IMS_OK;
  if (!ims_register_count(run->given, IMS_ENTRY_AUDIT)) {
    imsi_check_skip(run, 0, "the register has no audit programme", IMSI_ARGS(NULL));
    return IMS_OK;
  }
  look_at_planned(run);
  for (size_t i = 0; !status && i < count; i++) {
    programme p = { .system = &systems[i], .demands = IMSI_VEC(ims_node) };
    p.missed = calloc(ims_node_count(run->model) + 1, sizeof *p.missed);
    status = p.missed ? look(run, &p) : IMS_NOMEM;
    if (!status)
      look_at_period(run, &systems[i]);
    free(p.missed);
    imsi_vec_free(&p.demands);
  }
  return status;
}

const imsi_check imsi_check_audit_leaves_out = { .id = "T21", .run = run_check };
