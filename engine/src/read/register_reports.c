/* Sheets that reports have made: no evidence, and in the one on gaps the lines that somebody has decided on. */

#include "base/try.h"
#include "base/utf8.h"
#include "read/register_sheet_internal.h"

#include <string.h>

/* What of such a line is read, by the titles that the report gives; the rest says more of what the report found. */
static const struct {
  const char *title;
  ims_field field;
  bool decides; /* somebody filled it in */
  bool needed;  /* a report without it is only one; others are left out where they are empty */
} decisions[] = {
  { "clause", IMS_FIELD_CLAUSES, false, true },
  { "system", IMS_FIELD_SYSTEMS, false, false },
  { "in our words", IMS_FIELD_TITLE, false, true },
  { "state", IMS_FIELD_EVIDENCE, false, false },
  { "lacking", IMS_FIELD_EVIDENCE, false, false },
  { "what to do", IMS_FIELD_ACTION, false, false },
  { "grade", IMS_FIELD_GRADE, false, true },
  { "owner", IMS_FIELD_OWNER, true, true },
  { "due", IMS_FIELD_DUE, true, true },
  { "decision", IMS_FIELD_NOTE, true, true },
  { "confirmed by", IMS_FIELD_NOTE, true, true },
  { "confirmed on", IMS_FIELD_NOTE, true, true },
};

enum { DECISIONS = sizeof decisions / sizeof *decisions };

static bool begins(const char *name, const char *word)
{
  const size_t size = strlen(word);
  return strncmp(name, word, size) == 0 && (name[size] == ' ' || !name[size]);
}

imsi_report_sheet imsi_report_by_name(const char *plain_name)
{
  if (begins(plain_name, "imsmap gap"))
    return IMSI_REPORT_DECIDED;
  return begins(plain_name, "imsmap") ? IMSI_REPORT : IMSI_NO_REPORT;
}

/* The index among the decisions; DECISIONS: none. */
static size_t find(const char *plain_title)
{
  size_t i = 0;
  while (i < DECISIONS && strcmp(decisions[i].title, plain_title) != 0)
    i++;
  return i;
}

static size_t count_needed(void)
{
  size_t needed = 0;
  for (size_t i = 0; i < DECISIONS; i++)
    needed += decisions[i].needed;
  return needed;
}

/* The row that has all that are needed, each once. */
ims_status imsi_sheet_guess_decisions(imsi_sheet_reading *r, imsi_sheet_guess *best)
{
  *best = (imsi_sheet_guess){ .kind = IMS_ENTRY_FINDING };
  for (size_t row = 0; row < r->rows.count && !best->known; row++) {
    const imsi_sheet_row *at = &IMSI_AT(imsi_sheet_row, &r->rows, row);
    bool seen[DECISIONS + 1] = { false };
    size_t known = 0;
    for (size_t i = 0; i < at->count; i++) {
      const size_t found = find(imsi_header_plain(r, at->cells[i].text));
      known += found < DECISIONS && decisions[found].needed && !seen[found];
      seen[found] = true;
    }
    if (known == count_needed())
      *best = (imsi_sheet_guess){ .kind = IMS_ENTRY_FINDING, .row = row, .known = known, .named = true };
  }
  return r->plain.status;
}

ims_status imsi_sheet_find_decisions(imsi_sheet_reading *r, imsi_found_columns *f)
{
  for (size_t i = 0; i < f->columns.count; i++) {
    imsi_column *column = &IMSI_AT(imsi_column, &f->columns, i);
    ims_sheet_column *shown = &IMSI_AT(ims_sheet_column, &f->shown, i);
    const size_t found = find(imsi_header_plain(r, shown->title));
    IMS_TRY(r->plain.status);
    column->field = shown->field = found < DECISIONS ? decisions[found].field : IMS_FIELD_COUNT;
    shown->how = found < DECISIONS ? "the report" : "it says what the report found";
    column->mark = false;
    column->decides = found < DECISIONS && decisions[found].decides;
  }
  return IMS_OK;
}
