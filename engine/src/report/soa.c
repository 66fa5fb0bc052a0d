/* The Statement of Applicability as a register has it: every control decided on or not, with what stands for it. */

#include "base/try.h"
#include "query/control.h"
#include "report/registry.h"
#include "report/soa_internal.h"

#include <stdlib.h>

static const ims_param params[] = {
  IMSI_HELD_AT,
  IMSI_HELD_FOR,
};

static const ims_columns *const long_forms[] = { &imsi_soa_long_form };

const char *imsi_decision_name(imsi_decision decision)
{
  static const char *const names[] = { "undecided", "included", "left out" };
  return names[decision];
}

static imsi_decision decision_of(const imsi_held *held, ims_entry entry)
{
  if (entry.index == IMS_NO_ENTRY)
    return IMSI_UNDECIDED;
  const int applicable = ims_entry_word(held->given, entry, IMS_FIELD_APPLICABLE);
  return applicable == IMS_APPLICABLE_YES  ? IMSI_INCLUDED
         : applicable == IMS_APPLICABLE_NO ? IMSI_LEFT_OUT
                                           : IMSI_UNDECIDED;
}

/* How many of its demands the evidence covers. */
static ims_status count_demands(const imsi_held *held, const imsi_vec *demands, imsi_soa_line *line)
{
  for (size_t i = 0; i < demands->count; i++) {
    const ims_node demand = IMSI_AT(const ims_node, demands, i);
    imsi_shown shown;
    if (!ims_node_is_in(held->model, demand, line->control))
      continue;
    IMS_TRY(imsi_evidence_show(held->evidence, line->system, demand, &shown));
    line->demands++;
    line->evidenced += shown.state == IMSI_STATE_EVIDENCED;
    if (line->decision == IMSI_LEFT_OUT && shown.state != IMSI_STATE_NOT_APPLICABLE &&
        shown.state != IMSI_STATE_NO_OCCURRENCE)
      line->refused = true;
  }
  return IMS_OK;
}

static ims_status add_control(imsi_soa *s, uint32_t system, ims_node control, const imsi_vec *demands, bool *used)
{
  imsi_soa_line line = { .system = system,
                         .control = control,
                         .entry = imsi_evidence_control(s->held.evidence, system, control) };
  line.decision = decision_of(&s->held, line.entry);
  if (line.entry.index != IMS_NO_ENTRY)
    used[line.entry.index] = true;
  IMS_TRY(count_demands(&s->held, demands, &line));
  return imsi_vec_push(&s->lines, &line);
}

/* Lines of the statement that decide on no control of the edition: the organization's own. */
static ims_status add_own(imsi_soa *s, uint32_t system, const bool *used)
{
  const size_t count = ims_register_count(s->held.given, IMS_ENTRY_CONTROL);
  for (size_t i = 0; i < count; i++) {
    const ims_entry entry = ims_register_entry(s->held.given, IMS_ENTRY_CONTROL, i);
    const ims_systems systems = ims_entry_systems(s->held.given, entry);
    const imsi_soa_line line = {
      .system = system, .control = { IMS_NO_NODE }, .entry = entry, .decision = decision_of(&s->held, entry)
    };
    if (!used[entry.index] && (!systems || systems >> system & 1))
      IMS_TRY(imsi_vec_push(&s->lines, &line));
  }
  return IMS_OK;
}

static ims_status add_system(imsi_soa *s, uint32_t system, bool *used)
{
  const ims_edition *edition = s->held.systems[system].edition;
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(s->held.evidence, system, &demands);
  for (uint32_t i = 0; !status && i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    if (imsi_is_control(s->held.model, node))
      status = add_control(s, system, node, &demands, used);
  }
  imsi_vec_free(&demands);
  return status ? status : add_own(s, system, used);
}

/* One past the highest entry of the statement. */
static size_t entries(const imsi_held *held)
{
  size_t most = 0;
  for (size_t i = 0; i < ims_register_count(held->given, IMS_ENTRY_CONTROL); i++) {
    const size_t next = ims_register_entry(held->given, IMS_ENTRY_CONTROL, i).index + (size_t)1;
    most = next > most ? next : most;
  }
  return most;
}

static ims_status find(imsi_soa *s)
{
  const imsi_held *held = &s->held;
  bool *used = calloc(entries(held) + 1, sizeof *used);
  ims_status status = used ? IMS_OK : IMS_NOMEM;
  for (uint32_t i = imsi_held_next(held, UINT32_MAX); !status && i != UINT32_MAX; i = imsi_held_next(held, i))
    if (imsi_control_count(held->model, held->systems[i].edition))
      status = add_system(s, i, used);
  free(used);
  return status;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_soa s = { .lines = IMSI_VEC(imsi_soa_line) };
  ims_status status = imsi_held_open(&s.held, &imsi_report_soa, model, request, reporter);
  if (!status)
    status = find(&s);
  if (!status)
    status = imsi_soa_make(&s, table);
  imsi_vec_free(&s.lines);
  imsi_held_close(&s.held);
  return status;
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_soa = {
  .name = "soa",
  .summary = "the Statement of Applicability: every control, whether it is included, why, and what stands for it",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .register_use = IMS_REGISTER_REQUIRED,
  .run = run,
};
