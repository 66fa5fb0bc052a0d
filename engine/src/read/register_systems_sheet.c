/* A sheet whose headers would do for documents as well, "Name, Norm, Standorte", and that lists systems. */

#include "base/try.h"
#include "read/register_sheet_internal.h"

#include <string.h>

enum { MOST_SYSTEMS = 16 };

/* The column of the sheet whose header means that field of a system; UINT32_MAX if there is none. */
static uint32_t column_of(imsi_sheet_reading *r, size_t header, ims_field field)
{
  const imsi_sheet_row *row = &IMSI_AT(imsi_sheet_row, &r->rows, header);
  for (size_t i = 0; i < row->count; i++)
    if (!row->cells[i].merged && *row->cells[i].text &&
        imsi_header_mean(r, row->cells[i].text, IMS_ENTRY_SYSTEM).field == field)
      return (uint32_t)row->cells[i].column;
  return UINT32_MAX;
}

static const char *text_below(const imsi_sheet_row *row, uint32_t column)
{
  for (size_t i = 0; i < row->count; i++)
    if (row->cells[i].column == column && !row->cells[i].merged)
      return row->cells[i].text;
  return "";
}

/* The name of the standard that a cell names, with nothing beside it; NULL if it says something else. */
static ims_status standard_in(imsi_sheet_reading *r, const char *text, const char **standard)
{
  imsi_citation_context context = { 0 };
  size_t named = 0;
  *standard = NULL;
  if (!imsi_only_clause_words(imsi_header_plain(r, text)))
    return r->plain.status;
  const ims_status status = imsi_citations_header(r->reader->citations, text, strlen(text), &context, &named);
  if (!status && named == 1)
    *standard = context.edition ? context.edition->id : context.standard;
  return status == IMS_LIMIT ? IMS_OK : status;
}

/* True if each row names a standard, and no two the same: documents of one standard come in numbers. */
static ims_status has_one_each(imsi_sheet_reading *r, size_t header, uint32_t column, bool *one_each)
{
  const char *seen[MOST_SYSTEMS];
  size_t count = 0;
  *one_each = false;
  for (size_t i = header + 1; i < r->rows.count; i++) {
    const char *standard;
    const char *text = text_below(&IMSI_AT(imsi_sheet_row, &r->rows, i), column);
    if (!IMSI_AT(imsi_sheet_row, &r->rows, i).count)
      continue;
    IMS_TRY(standard_in(r, text, &standard));
    if (!standard || !*standard || count == MOST_SYSTEMS)
      return IMS_OK;
    for (size_t k = 0; k < count; k++)
      if (strcmp(seen[k], standard) == 0)
        return IMS_OK;
    seen[count++] = standard;
  }
  *one_each = count > 0;
  return IMS_OK;
}

ims_status imsi_sheet_lists_systems(imsi_sheet_reading *r, const imsi_sheet_guess *as_systems, bool *lists)
{
  static const ims_field bounds[] = { IMS_FIELD_SITES, IMS_FIELD_UNITS, IMS_FIELD_SERVICES };
  const uint32_t standards = column_of(r, as_systems->row, IMS_FIELD_EDITION);
  bool bounded = false;
  *lists = false;
  for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
    bounded = bounded || column_of(r, as_systems->row, bounds[i]) != UINT32_MAX;
  return bounded && standards != UINT32_MAX ? has_one_each(r, as_systems->row, standards, lists) : IMS_OK;
}
