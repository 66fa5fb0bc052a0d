/* What the evidence of a register shows of each demand of each system, with totals. */

#include "base/try.h"
#include "query/clause_list.h"
#include "report/account_internal.h"
#include "report/registry.h"

#include <string.h>

static const ims_param params[] = {
  { "system", "STANDARD", "systems or their standards; all of the register if not given", true, false, true },
  IMSI_HELD_FOR,
  IMSI_HELD_AT,
  { "clauses", "LIST", "only these clauses and what is in them (4-7,8.2,A.5)", false, false, false },
};

static const ims_columns *const long_forms[] = { &imsi_account_long_form };

/* ---- request ---- */

static bool has_clause(const imsi_held *held, const char *list)
{
  for (uint32_t s = imsi_held_next(held, UINT32_MAX); s != UINT32_MAX; s = imsi_held_next(held, s)) {
    const ims_edition *edition = held->systems[s].edition;
    for (uint32_t i = 0; i < edition->count; i++) {
      const ims_node node = { edition->first.index + i };
      if (ims_node_kind_of(held->model, node) == IMS_CLAUSE &&
          imsi_clause_list_has(list, ims_node_name(held->model, node)))
        return true;
    }
  }
  return false;
}

static ims_status take_clauses(imsi_account *a)
{
  a->clauses = imsi_request_value(a->held.request, "clauses", 0);
  if (!a->clauses)
    return IMS_OK;
  IMS_TRY(imsi_clause_list_check(a->clauses, a->held.reporter));
  if (has_clause(&a->held, a->clauses))
    return IMS_OK;
  imsi_report(a->held.reporter, IMS_DIAG_NO_SUCH_CLAUSES, (ims_pos){ NULL, 0, 0, NULL }, a->clauses, NULL, NULL, NULL);
  return IMS_NOT_FOUND;
}

/* Systems are named by place or by option. */
static ims_status take_request(imsi_account *a)
{
  imsi_held *held = &a->held;
  if (imsi_request_has(held->request, "system")) {
    if (!imsi_request_has(held->request, "for"))
      held->chosen = 0;
    IMS_TRY(imsi_held_choose(held, "system"));
  }
  return take_clauses(a);
}

/* ---- answer ---- */

static ims_status is_proposed(const imsi_account *a, imsi_account_line *line)
{
  size_t proposed = 0;
  if (imsi_state_counts(line->shown.state) && line->shown.state != IMSI_STATE_EVIDENCED)
    IMS_TRY(imsi_held_count_proposed(&a->held, line->system, line->shown.demand, &proposed));
  line->proposed = proposed > 0;
  return IMS_OK;
}

static ims_status find_line(imsi_account *a, uint32_t system, ims_node demand)
{
  imsi_account_line line = { .system = system };
  if (!imsi_clause_list_has(a->clauses, ims_node_name(a->held.model, ims_node_clause(a->held.model, demand))))
    return IMS_OK;
  IMS_TRY(imsi_evidence_show(a->held.evidence, system, demand, &line.shown));
  IMS_TRY(is_proposed(a, &line));
  return imsi_vec_push(&a->lines, &line);
}

static ims_status find_lines(imsi_account *a, uint32_t system)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(a->held.evidence, system, &demands);
  for (size_t i = 0; !status && i < demands.count; i++)
    status = find_line(a, system, IMSI_AT(ims_node, &demands, i));
  imsi_vec_free(&demands);
  return status;
}

/* True if no demand tells of the claim: its clause does not exist, binds nobody, or is of an edition of no system. */
static bool is_stray(const imsi_held *held, uint32_t index)
{
  const ims_claim *claim = ims_claim_at(held->given, index);
  const imsi_doubt doubt = imsi_evidence_doubt(held->evidence, index);
  if (doubt == IMSI_DOUBT_CLAUSE || doubt == IMSI_DOUBT_GUIDANCE)
    return true;
  for (size_t s = 0; s < held->system_count; s++)
    if (held->systems[s].edition == ims_node_edition(held->model, claim->node))
      return false;
  return true;
}

static ims_status find_stray(imsi_account *a)
{
  const imsi_held *held = &a->held;
  for (uint32_t i = 0; i < ims_claim_count(held->given); i++) {
    const ims_entry entry = ims_claim_at(held->given, i)->entry;
    const ims_systems systems = ims_entry_systems(held->given, entry);
    if (ims_entry_kind_of(held->given, entry) == IMS_ENTRY_DOCUMENT && (!systems || systems & held->chosen) &&
        is_stray(held, i))
      IMS_TRY(imsi_vec_push(&a->stray, &i));
  }
  return IMS_OK;
}

static ims_status find(imsi_account *a, const ims_model *model, const ims_request *request, imsi_reporter *reporter)
{
  IMS_TRY(imsi_held_take(&a->held, &imsi_report_coverage, model, request, reporter));
  IMS_TRY(take_request(a));
  IMS_TRY(imsi_held_weigh(&a->held));
  IMS_TRY(imsi_held_find_doubted(&a->held));
  for (uint32_t s = imsi_held_next(&a->held, UINT32_MAX); s != UINT32_MAX; s = imsi_held_next(&a->held, s))
    IMS_TRY(find_lines(a, s));
  return find_stray(a);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_account a = { .lines = IMSI_VEC(imsi_account_line), .stray = IMSI_VEC(uint32_t) };
  ims_status status = find(&a, model, request, reporter);
  if (!status) {
    const bool wide = request->form == IMS_FORM_WIDE && request->words != IMS_WORDS_COLUMNS;
    status = wide ? imsi_account_make_wide(&a, table) : imsi_account_make_long(&a, table);
  }
  imsi_held_close(&a.held);
  imsi_vec_free(&a.lines);
  imsi_vec_free(&a.stray);
  return status;
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_coverage = {
  .name = "coverage",
  .summary = "what the evidence of a register shows of each demand of each system, with totals",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .register_use = IMS_REGISTER_REQUIRED,
  .run = run,
};
