/* Reports that were saved as delimited text are known by the keys of their columns. */

#include "base/diag.h"
#include "ims/diff.h"
#include "read/sheet.h"
#include "report/duties_internal.h"
#include "report/registry.h"
#include "report/shared_internal.h"

#include <string.h>

/* Forms for people whose columns are always the same; those of others follow from what is asked. */
static const ims_columns *const wide_forms[] = { &imsi_duties_wide_form, &imsi_shared_wide_form };

typedef struct header {
  bool seen, report;
} header;

/* True if the cells are the keys of the form in its order, but for details, which are written only where asked for. */
static bool has_form(const imsi_sheet_row *row, const ims_columns *form)
{
  size_t at = 0;
  for (size_t i = 0; i < form->count; i++) {
    if (at < row->count && strcmp(row->cells[at].text, form->list[i].key) == 0)
      at++;
    else if (!form->list[i].detail)
      return false;
  }
  return at == row->count;
}

/* A matrix has a column for each document between the first four and the last, or one for all of them. */
static bool is_matrix(const imsi_sheet_row *row)
{
  static const char *const keys[] = { "system", "standard", "clause", "title" };
  enum { KEYS = sizeof keys / sizeof *keys };
  for (size_t i = 0; i < KEYS; i++)
    if (row->count <= KEYS || strcmp(row->cells[i].text, keys[i]) != 0)
      return false;
  return strcmp(row->cells[row->count - 1].text, "remark") == 0;
}

/* What these make is meant to be read as a register. */
static bool makes_register(const ims_report *report)
{
  return report == &imsi_report_suggest || report == &imsi_report_soa;
}

static bool is_of_report(const imsi_sheet_row *row)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  for (size_t i = 0; i < count; i++)
    for (size_t f = 0; !makes_register(reports[i]) && f < reports[i]->long_form_count; f++)
      if (has_form(row, reports[i]->long_forms[f]))
        return true;
  for (size_t i = 0; i < sizeof wide_forms / sizeof *wide_forms; i++)
    if (has_form(row, wide_forms[i]))
      return true;
  return is_matrix(row);
}

static ims_status begin_sheet(void *context, const char *name, bool hidden)
{
  (void)context;
  (void)name;
  (void)hidden;
  return IMS_OK;
}

static ims_status take_row(void *context, const imsi_sheet_row *row)
{
  header *h = context;
  if (!h->seen)
    h->report = is_of_report(row);
  h->seen = true;
  return IMS_OK;
}

ims_status ims_diff_is_report(const ims_diff_text *start, bool *report)
{
  header h = { false, false };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ NULL, NULL });
  const imsi_sheet_handler handler = { begin_sheet, take_row, &h };
  const ims_status status = imsi_sheet_memory(start->name, start->data, start->size, NULL, &reporter, &handler);
  imsi_reporter_free(&reporter);
  if (status == IMS_NOMEM)
    return status;
  *report = h.report;
  return IMS_OK;
}
