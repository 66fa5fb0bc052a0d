#include "report/common.h"

#include "base/try.h"

#include <string.h>

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

void imsi_name_percent(size_t part, size_t whole, imsi_strbuf *text)
{
  const size_t percent = (part * 200 + whole) / (2 * whole);
  imsi_strbuf_text(text, part && !percent ? " (< " : " (");
  imsi_strbuf_number(text, part && !percent ? 1 : percent);
  imsi_strbuf_text(text, " %)");
}
