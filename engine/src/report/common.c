#include "report/common.h"

#include "base/cell.h"
#include "base/try.h"

#include <stdio.h>
#include <string.h>

const char *imsi_request_value(const ims_request *request, const char *name, size_t nth)
{
  for (size_t i = 0; i < request->argument_count; i++)
    if (strcmp(request->arguments[i].name, name) == 0 && nth-- == 0)
      return request->arguments[i].value;
  return NULL;
}

bool imsi_request_has(const ims_request *request, const char *name)
{
  for (size_t i = 0; i < request->argument_count; i++)
    if (strcmp(request->arguments[i].name, name) == 0)
      return true;
  return false;
}

ims_status imsi_request_check(const ims_report *report, const ims_request *request, imsi_reporter *reporter)
{
  for (size_t i = 0; i < report->param_count; i++) {
    const ims_param *param = &report->params[i];
    if (!param->required || imsi_request_value(request, param->name, 0))
      continue;
    imsi_report(reporter, IMS_DIAG_MISSING_ARGUMENT, (ims_pos){ NULL, 0, 0, NULL }, report->name, param->summary, NULL,
                NULL);
    return IMS_INVALID;
  }
  if (report->register_use != IMS_REGISTER_REQUIRED || request->evidence)
    return IMS_OK;
  imsi_report(reporter, IMS_DIAG_MISSING_ARGUMENT, (ims_pos){ 0 }, report->name,
              "a register of what the organization has", NULL, NULL);
  return IMS_INVALID;
}

ims_status imsi_report_answer(ims_status (*answer)(const ims_model *model, const ims_request *request,
                                                   imsi_reporter *reporter, ims_table **table),
                              const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  const ims_status status = answer(model, request, &reporter, table);
  imsi_reporter_free(&reporter);
  return status;
}

enum { CONTRADICTIONS_SHOWN = 10, ROWS_SHOWN = 8 };

/* One contradiction, with the rows it comes from. */
static void report_contradiction(const ims_model *model, const imsi_closure *closure, size_t index,
                                 const imsi_vec *rows, imsi_reporter *reporter)
{
  ims_node a, b;
  imsi_closure_contradiction(closure, index, &a, &b);
  imsi_strbuf first = { 0 }, second = { 0 };
  imsi_name_reference(model, a, &first);
  imsi_name_reference(model, b, &second);
  const ims_pos pos =
      rows->count ? ims_relation_at(model, IMSI_AT(uint32_t, rows, rows->count - 1)).pos : ims_node_get(model, a).pos;
  imsi_report(reporter, IMS_DIAG_CONTRADICTION, pos, imsi_strbuf_string(&first), imsi_strbuf_string(&second), NULL,
              NULL);
  for (size_t i = 0; i + 1 < rows->count && i < ROWS_SHOWN; i++)
    imsi_report(reporter, IMS_DIAG_RELATION_HERE, ims_relation_at(model, IMSI_AT(uint32_t, rows, i)).pos, NULL, NULL,
                NULL, NULL);
  imsi_strbuf_free(&first);
  imsi_strbuf_free(&second);
}

static bool are_among(const imsi_vec *rows, const imsi_vec *told, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (told[i].count == rows->count &&
        memcmp(told[i].data, rows->data, rows->count * sizeof(uint32_t)) == 0) /* both are in order */
      return true;
  return false;
}

/* The same rows may leave nothing of several pairs: they are told once. */
static ims_status report_contradictions(const ims_model *model, const imsi_closure *closure, imsi_reporter *reporter)
{
  imsi_vec told[CONTRADICTIONS_SHOWN];
  size_t count = 0;
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < imsi_closure_contradictions(closure) && count < CONTRADICTIONS_SHOWN; i++) {
    ims_node a, b;
    imsi_vec *rows = &told[count];
    *rows = IMSI_VEC(uint32_t);
    imsi_closure_contradiction(closure, i, &a, &b);
    status = imsi_closure_rows(closure, a, b, rows);
    if (status || (rows->count && are_among(rows, told, count))) {
      imsi_vec_free(rows);
      continue;
    }
    report_contradiction(model, closure, i, rows, reporter);
    count++;
  }
  for (size_t i = 0; i < count; i++)
    imsi_vec_free(&told[i]);
  return status;
}

void imsi_report_limit(imsi_reporter *reporter, imsi_limit reached)
{
  char number[24];
  const bool steps = reached == IMSI_LIMIT_STEPS;
  snprintf(number, sizeof number, "%llu", (unsigned long long)(steps ? IMSI_CLOSURE_STEPS : IMSI_CLOSURE_PAIRS));
  imsi_report(reporter, IMS_DIAG_CLOSURE_LIMIT, (ims_pos){ NULL, 0, 0, NULL }, number,
              steps ? "steps" : "pairs of which something is known", NULL, NULL);
}

ims_status imsi_report_close(const ims_model *model, imsi_reporter *reporter, imsi_closure **closure)
{
  imsi_limit reached = IMSI_LIMIT_STEPS;
  const ims_status status = imsi_closure_make(model, &(imsi_closure_options){ .reached = &reached }, closure);
  if (status == IMS_LIMIT)
    imsi_report_limit(reporter, reached);
  IMS_TRY(status);
  return report_contradictions(model, *closure, reporter);
}

ims_status ims_check_consistency(const ims_model *model, ims_diag_sink sink)
{
  imsi_reporter reporter;
  imsi_closure *closure = NULL;
  imsi_reporter_init(&reporter, sink);
  const ims_status status = imsi_report_close(model, &reporter, &closure);
  imsi_closure_free(closure);
  imsi_reporter_free(&reporter);
  return status;
}

void imsi_name_chain(const ims_model *model, const imsi_step *steps, size_t count, imsi_strbuf *text)
{
  if (count)
    imsi_name_reference(model, steps->from, text);
  for (size_t i = 0; i < count; i++) {
    imsi_strbuf_text(text, " ");
    imsi_strbuf_text(text, ims_relation_symbol(steps[i].relation));
    imsi_strbuf_text(text, steps[i].kind == IMSI_STEP_WHOLE ? " (all parts) " : " ");
    imsi_name_reference(model, steps[i].to, text);
  }
}

void imsi_name_places(const ims_model *model, const imsi_vec *rows, imsi_strbuf *text)
{
  for (size_t i = 0; i < rows->count; i++) {
    imsi_strbuf_text(text, i ? "\n" : "");
    imsi_name_place(ims_relation_at(model, IMSI_AT(uint32_t, rows, i)).pos, text);
  }
}

void imsi_name_bases(const ims_model *model, const imsi_vec *rows, imsi_strbuf *text)
{
  const size_t before = text->size;
  for (size_t i = 0; i < rows->count; i++) {
    const char *basis = ims_relation_at(model, IMSI_AT(uint32_t, rows, i)).basis;
    bool known = !*basis;
    for (size_t k = 0; !known && k < i; k++)
      known = ims_relation_at(model, IMSI_AT(uint32_t, rows, k)).basis == basis;
    if (known)
      continue;
    imsi_strbuf_text(text, text->size > before ? " " : "");
    imsi_strbuf_text(text, basis);
  }
}

ims_standing imsi_rows_standing(const ims_model *model, const imsi_vec *rows)
{
  ims_standing least = IMS_VERIFIED;
  for (size_t i = 0; i < rows->count; i++) {
    const ims_standing standing = ims_relation_at(model, IMSI_AT(uint32_t, rows, i)).standing;
    least = standing < least ? standing : least;
  }
  return rows->count ? least : IMS_STANDING_UNSAID;
}

void imsi_name_texts(imsi_strbuf *out, const char *title, const imsi_vec *texts)
{
  if (!texts->count)
    return;
  if (title) {
    imsi_strbuf_text(out, "\n");
    imsi_strbuf_text(out, title);
    imsi_strbuf_text(out, " ");
  }
  for (size_t i = 0; i < texts->count; i++) {
    const char *text = IMSI_AT(const char *, texts, i);
    const size_t size = strlen(text);
    imsi_strbuf_text(out, i ? "; " : "");
    imsi_strbuf_bytes(out, text, size - (text[size - 1] == '.')); /* own words end with a full stop, phrases do not */
  }
}

void imsi_name_title(const ims_model *model, ims_node clause, imsi_strbuf *text)
{
  const char *title = ims_node_get(model, clause).text;
  if (*title) {
    imsi_strbuf_text(text, title);
    return;
  }
  while (clause.index != IMS_NO_NODE && !*(title = ims_node_get(model, clause).text))
    clause = ims_node_parent(model, clause);
  imsi_strbuf_text(text, "(");
  imsi_strbuf_text(text, *title ? title : "untitled");
  imsi_strbuf_text(text, ")");
}

void imsi_name_reservation(const ims_model *model, ims_node node, imsi_strbuf *text)
{
  const ims_unconfirmed unconfirmed = ims_node_get(model, node).unconfirmed;
  if (!unconfirmed)
    return;
  imsi_strbuf_text(text, " [");
  imsi_strbuf_text(text, ims_unconfirmed_name(unconfirmed));
  imsi_strbuf_text(text, " unconfirmed]");
}

void imsi_name_label(const ims_model *model, ims_node node, imsi_strbuf *text)
{
  const ims_node_info info = ims_node_get(model, node);
  if (info.kind == IMS_CLAUSE) {
    imsi_name_title(model, node, text);
  } else {
    imsi_strbuf_text(text, info.label);
    imsi_strbuf_text(text, *info.label ? ": " : "");
    imsi_strbuf_text(text, info.text);
  }
  imsi_name_reservation(model, node, text);
}

void imsi_name_reference(const ims_model *model, ims_node node, imsi_strbuf *text)
{
  imsi_strbuf_text(text, ims_node_edition(model, node)->id);
  imsi_strbuf_text(text, "/");
  imsi_strbuf_text(text, ims_node_name(model, node));
}

void imsi_name_place(ims_pos pos, imsi_strbuf *text)
{
  imsi_strbuf_text(text, pos.file);
  imsi_strbuf_text(text, ":");
  if (pos.sheet)
    imsi_cell_name(pos, text);
  else
    imsi_strbuf_number(text, pos.line);
}

static void name_limits(const ims_edition *edition, imsi_strbuf *text)
{
  if (edition->provisional)
    imsi_strbuf_text(text, " (data provisional)");
  if (edition->status && edition->status != IMS_EDITION_CURRENT) {
    imsi_strbuf_text(text, " (");
    imsi_strbuf_text(text, ims_edition_status_name(edition->status));
    imsi_strbuf_text(text, ")");
  }
}

void imsi_name_edition_short(const ims_edition *edition, imsi_strbuf *text)
{
  imsi_strbuf_text(text, edition->name);
  name_limits(edition, text);
}

void imsi_name_edition(const ims_edition *edition, imsi_strbuf *text)
{
  imsi_strbuf_text(text, edition->name);
  if (*edition->title) {
    imsi_strbuf_text(text, ", ");
    imsi_strbuf_text(text, edition->title);
  }
  name_limits(edition, text);
}

void imsi_name_share(int thousandths, imsi_strbuf *text)
{
  char digits[5] = { (char)('0' + thousandths / 1000), '.', (char)('0' + thousandths / 100 % 10),
                     (char)('0' + thousandths / 10 % 10), (char)('0' + thousandths % 10) };
  size_t size = sizeof digits;
  while (size > 1 && digits[size - 1] == '0')
    size--;
  imsi_strbuf_bytes(text, digits, size > 1 && digits[size - 1] == '.' ? size - 1 : size);
}
