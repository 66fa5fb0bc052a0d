/* Reports on a register: how they begin. */

#include "base/try.h"
#include "report/held_internal.h"

#include <stdint.h>
#include <string.h>

/* ---- what cells name ---- */

enum { MOST_NAMED = 10 };

/* Where machines read, and where lines above the table get lost, all is told in full. */
static bool is_for_people(const ims_request *request)
{
  return request->form == IMS_FORM_WIDE && request->words != IMS_WORDS_COLUMNS;
}

/* The only file with sheets. */
static const char *only_workbook(const imsi_held *held)
{
  size_t count;
  const char *found = NULL;
  const ims_sheet *sheets = ims_register_sheets(held->given, &count);
  if (!is_for_people(held->request))
    return NULL;
  for (size_t i = 0; i < count; i++) {
    if (!*sheets[i].name)
      continue;
    if (found && strcmp(found, sheets[i].file) != 0)
      return NULL;
    found = sheets[i].file;
  }
  return found;
}

/* ---- opening ---- */

ims_status imsi_held_take(imsi_held *held, const ims_report *report, const ims_model *model, const ims_request *request,
                          imsi_reporter *reporter)
{
  *held = (imsi_held){ 0 };
  IMS_TRY(imsi_request_check(report, request, reporter));
  IMS_TRY(imsi_held_begin(held, "for", model, request, reporter));
  held->workbook = only_workbook(held);
  held->most = is_for_people(request) ? MOST_NAMED : SIZE_MAX;
  return IMS_OK;
}

ims_status imsi_held_open(imsi_held *held, const ims_report *report, const ims_model *model, const ims_request *request,
                          imsi_reporter *reporter)
{
  IMS_TRY(imsi_held_take(held, report, model, request, reporter));
  return imsi_held_weigh(held);
}
