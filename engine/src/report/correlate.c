/* Correlation tables in the manner of ISO/IEC TR 20000-7: a row per clause of the pivot, its counterparts beside it. */

#include "base/try.h"
#include "query/clause_list.h"
#include "query/reference.h"
#include "query/vocabulary.h"
#include "report/correlate_internal.h"
#include "report/registry.h"

#include <string.h>

static const ims_param params[] = {
  { "pivot", "PIVOT", "the standard whose clauses make the rows", true, true, false },
  { "other", "OTHER", "a standard to set beside it", true, true, true },
  { "clauses", "LIST", "only these clauses and what is below them, such as 4-7,8.2", false, false, false },
  { "level", "clause|provision", "what makes a row (default: clause)", false, false, false },
  { "terms", NULL, "words instead of clauses: what each standard means by the terms it uses", false, false, false },
  { "reverse", NULL, "each other standard as the pivot", false, false, false },
};

static const ims_columns *const long_forms[] = { &imsi_correlate_long_form };

static ims_status bad_option(imsi_correlate *r, const char *text)
{
  imsi_report(r->reporter, IMS_DIAG_BAD_OPTION, (ims_pos){ NULL, 0, 0, NULL }, text, NULL, NULL, NULL);
  return IMS_INVALID;
}

/* For words, a standard stands for the edition whose terms it uses; which one that is, is told above the table. */
static ims_status find_vocabulary(imsi_correlate *r, const ims_edition **edition)
{
  if (r->kind != IMS_TERM)
    return IMS_OK;
  const ims_edition *vocabulary = imsi_vocabulary_of(r->model, *edition);
  if (!vocabulary) {
    imsi_strbuf_clear(&r->text);
    imsi_strbuf_text(&r->text, "no terms are held for ");
    imsi_strbuf_text(&r->text, (*edition)->id);
    IMS_TRY(r->text.status);
    return bad_option(r, imsi_strbuf_string(&r->text));
  }
  if (vocabulary != *edition)
    IMS_TRY(imsi_vec_push(&r->users, edition));
  *edition = vocabulary;
  return IMS_OK;
}

static ims_status find_edition(imsi_correlate *r, const char *name, const ims_edition **edition)
{
  IMS_TRY(imsi_reference_edition(r->model, r->request->evidence, name, strlen(name), r->reporter, edition));
  return find_vocabulary(r, edition);
}

static ims_status take_editions(imsi_correlate *r)
{
  const char *name = imsi_request_value(r->request, "pivot", 0);
  IMS_TRY(find_edition(r, name, &r->pivot));
  for (size_t i = 0; (name = imsi_request_value(r->request, "other", i)); i++) {
    const ims_edition *other = NULL;
    IMS_TRY(find_edition(r, name, &other));
    bool twice = other == r->pivot;
    for (size_t k = 0; k < r->others.count; k++)
      twice = twice || IMSI_AT(const ims_edition *, &r->others, k) == other;
    if (twice) {
      imsi_report(r->reporter, IMS_DIAG_SAME_EDITION, (ims_pos){ NULL, 0, 0, NULL }, other->id, NULL, NULL, NULL);
      return IMS_INVALID;
    }
    IMS_TRY(imsi_vec_push(&r->others, &other));
  }
  return IMS_OK;
}

static bool has_clause(const ims_model *model, const ims_edition *edition, const char *entry)
{
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    if (ims_node_kind_of(model, node) == IMS_CLAUSE && imsi_clause_list_has(entry, ims_node_name(model, node)))
      return true;
  }
  return false;
}

/* An entry that chooses nothing is a slip, not a question. */
static ims_status check_clauses(imsi_correlate *r)
{
  for (const char *rest = r->clauses; rest && *rest;) {
    const size_t size = strcspn(rest, ",");
    imsi_strbuf_clear(&r->text);
    imsi_strbuf_bytes(&r->text, rest, size);
    IMS_TRY(r->text.status);
    const char *entry = imsi_strbuf_string(&r->text);
    bool any = has_clause(r->model, r->pivot, entry);
    for (size_t i = 0; !any && i < r->others.count; i++)
      any = has_clause(r->model, IMSI_AT(const ims_edition *, &r->others, i), entry);
    if (!any) {
      imsi_report(r->reporter, IMS_DIAG_NO_SUCH_CLAUSES, (ims_pos){ NULL, 0, 0, NULL }, entry, NULL, NULL, NULL);
      return IMS_NOT_FOUND;
    }
    rest += size + (rest[size] == ',');
  }
  return IMS_OK;
}

static ims_status take_kind(imsi_correlate *r)
{
  const char *level = imsi_request_value(r->request, "level", 0);
  r->kind = level && strcmp(level, "provision") == 0 ? IMS_PROVISION : IMS_CLAUSE;
  if (level && r->kind == IMS_CLAUSE && strcmp(level, "clause") != 0)
    return bad_option(r, "the level is 'clause' or 'provision'");
  r->clauses = imsi_request_value(r->request, "clauses", 0);
  if (!imsi_request_has(r->request, "terms"))
    return IMS_OK;
  if (level || r->clauses)
    return bad_option(r, "--terms goes without --level and --clauses: words stand in no clause");
  r->kind = IMS_TERM;
  return IMS_OK;
}

static ims_status take_request(imsi_correlate *r)
{
  IMS_TRY(imsi_request_check(&imsi_report_correlate, r->request, r->reporter));
  IMS_TRY(take_kind(r));
  if (r->clauses)
    IMS_TRY(imsi_clause_list_check(r->clauses, r->reporter));
  IMS_TRY(take_editions(r));
  return check_clauses(r);
}

static ims_status correlate(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  imsi_correlate r = { .model = model,
                       .request = request,
                       .reporter = &reporter,
                       .others = IMSI_VEC(const ims_edition *),
                       .users = IMSI_VEC(const ims_edition *),
                       .rows = IMSI_VEC(uint32_t) };
  const bool reverse = imsi_request_has(request, "reverse");
  ims_status status = take_request(&r);
  if (!status)
    status = imsi_report_close(model, &reporter, &r.closure);
  if (!status)
    status = request->form == IMS_FORM_LONG ? imsi_correlate_make_long(&r, reverse, table)
                                            : imsi_correlate_make_wide(&r, reverse, table);
  imsi_closure_free(r.closure);
  imsi_vec_free(&r.others);
  imsi_vec_free(&r.users);
  imsi_vec_free(&r.rows);
  imsi_strbuf_free(&r.text);
  imsi_reporter_free(&reporter);
  return status;
}

const ims_report imsi_report_correlate = {
  .name = "correlate",
  .summary = "correlation table: clauses or words of one standard and their counterparts in others",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = correlate,
};
