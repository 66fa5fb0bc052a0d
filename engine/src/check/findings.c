/* What the checks find in a register: where, why, against which clause, and what to do. */

#include "base/natural.h"
#include "base/try.h"
#include "check/findings_internal.h"
#include "check/registry.h"
#include "model/progress.h"
#include "report/registry.h"

#include <stdlib.h>
#include <string.h>

static const ims_param params[] = {
  { "rule", "LIST", "only these checks, with commas between (T14,T21); all if not given", false, false, true },
  IMSI_HELD_AT,
  IMSI_HELD_FOR,
  { "most", "NUMBER", "clauses that one document may carry before it is told (T10); 10 if not given", false, false,
    false },
};

static const ims_columns *const long_forms[] = { &imsi_findings_long_form };

static const ims_pos nowhere = { .file = NULL };

enum { MOST = 10, MOST_DIGITS = 6 };

/* ---- request ---- */

static bool is_same_id(const char *id, const char *text, size_t size)
{
  if (strlen(id) != size)
    return false;
  for (size_t i = 0; i < size; i++)
    if (id[i] != text[i] && !(text[i] >= 'a' && text[i] <= 'z' && id[i] == text[i] - 'a' + 'A'))
      return false;
  return true;
}

/* The part of a list at `*list`, which is moved behind it; its size is 0 at the end. */
static const char *next_part(const char **list, size_t *size)
{
  const char *part = *list + strspn(*list, ", ");
  *size = strcspn(part, ", ");
  *list = part + *size;
  return part;
}

static bool is_asked(const ims_request *request, const char *id)
{
  const char *list, *part;
  size_t size;
  for (size_t i = 0; (list = imsi_request_value(request, "rule", i)); i++)
    while (part = next_part(&list, &size), size)
      if (is_same_id(id, part, size))
        return true;
  return !imsi_request_has(request, "rule");
}

static bool is_known(const ims_model *model, const char *part, size_t size)
{
  for (size_t i = 0; i < ims_check_count(model); i++)
    if (is_same_id(ims_check_at(model, i)->id, part, size))
      return true;
  return false;
}

static ims_status report_unknown(const imsi_held *held, const char *part, size_t size)
{
  imsi_strbuf name = { 0 };
  imsi_strbuf_bytes(&name, part, size);
  imsi_report(held->reporter, IMS_DIAG_NO_SUCH_CHECK, nowhere, imsi_strbuf_string(&name), NULL, NULL, NULL);
  imsi_strbuf_free(&name);
  return IMS_NOT_FOUND;
}

static ims_status check_rules(const imsi_held *held)
{
  const char *list, *part;
  size_t size;
  for (size_t i = 0; (list = imsi_request_value(held->request, "rule", i)); i++)
    while (part = next_part(&list, &size), size)
      if (!is_known(held->model, part, size))
        return report_unknown(held, part, size);
  return IMS_OK;
}

static ims_status take_most(imsi_findings *f)
{
  const char *most = imsi_request_value(f->held.request, "most", 0);
  f->most = most ? 0 : MOST;
  for (const char *at = most; at && *at; at++)
    if (*at < '0' || *at > '9' || at - most == MOST_DIGITS) {
      f->most = 0;
      break;
    } else {
      f->most = f->most * 10 + (size_t)(*at - '0');
    }
  if (f->most)
    return IMS_OK;
  imsi_report(f->held.reporter, IMS_DIAG_BAD_OPTION, nowhere, "--most takes a number of clauses", NULL, NULL, NULL);
  return IMS_INVALID;
}

/* ---- answer ---- */

/* The data describe a check that this program has no code for. */
static ims_status skip(imsi_findings *f, const ims_check *check)
{
  const imsi_found skipped = { .check = check,
                               .skipped = true,
                               .entry = { IMS_NO_ENTRY },
                               .node = { IMS_NO_NODE },
                               .force = "",
                               .why = "the data describe it, and the program cannot look for it",
                               .todo = "" };
  return imsi_vec_push(&f->found, &skipped);
}

static ims_status look(imsi_findings *f, const ims_check *data)
{
  const imsi_check *check = imsi_check_by_id(data->id);
  imsi_check_run run = { .model = f->held.model,
                         .given = f->held.given,
                         .closure = f->held.closure,
                         .evidence = f->held.evidence,
                         .check = data,
                         .day = f->held.day,
                         .most = f->most,
                         .systems = f->held.chosen,
                         .arena = &f->arena,
                         .found = &f->found };
  if (!is_asked(f->held.request, data->id))
    return IMS_OK;
  imsi_progress_tell(imsi_model_progress(f->held.model), IMS_STEP_CHECKS, f->looked);
  f->looked++;
  const ims_status status = check ? check->run(&run) : skip(f, data);
  imsi_check_begin(&run);
  imsi_check_end(&run);
  imsi_strbuf_free(&run.text);
  return status ? status : run.status;
}

static int compare_checks(const void *a, const void *b)
{
  return imsi_natural_compare((*(const ims_check *const *)a)->id, (*(const ims_check *const *)b)->id);
}

/* All checks of the data, in the order of their ids. */
static ims_status look_for_all(imsi_findings *f)
{
  const size_t count = ims_check_count(f->held.model);
  const ims_check **checks = calloc(count + 1, sizeof *checks);
  ims_status status = checks ? IMS_OK : IMS_NOMEM;
  for (size_t i = 0; checks && i < count; i++)
    checks[i] = ims_check_at(f->held.model, i);
  if (checks)
    qsort(checks, count, sizeof *checks, compare_checks);
  for (size_t i = 0; !status && i < count; i++)
    status = look(f, checks[i]);
  free(checks);
  return status;
}

static ims_status answer_with(imsi_findings *f, const ims_model *model, const ims_request *request,
                              imsi_reporter *reporter, ims_table **table)
{
  IMS_TRY(imsi_held_open(&f->held, &imsi_report_findings, model, request, reporter));
  IMS_TRY(check_rules(&f->held));
  IMS_TRY(take_most(f));
  IMS_TRY(look_for_all(f));
  return imsi_findings_make(f, table);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_findings f = { .found = IMSI_VEC(imsi_found) };
  const ims_status status = answer_with(&f, model, request, reporter, table);
  imsi_vec_free(&f.found);
  imsi_arena_free(&f.arena);
  imsi_held_close(&f.held);
  return status;
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_findings = {
  .name = "findings",
  .summary = "what a register of an integrated system should be looked at for: where, why, what to do",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .register_use = IMS_REGISTER_REQUIRED,
  .run = run,
};
