/* Standards with a year of which no edition is known. */

#include "base/try.h"
#include "model/editions.h"
#include "read/register_internal.h"

#include <stdio.h>
#include <string.h>

ims_status imsi_register_year(ims_register_reader *reader, ims_pos pos, unsigned year, const char *standard,
                              const ims_edition *edition)
{
  char digits[16];
  const ims_edition *taken = edition ? edition : imsi_edition_usual(reader->model, standard, strlen(standard));
  snprintf(digits, sizeof digits, "%u", year);
  return imsi_reader_problem(reader, IMS_DIAG_UNKNOWN_YEAR, pos, digits, standard, taken ? taken->id : "open");
}

ims_status imsi_edition_of_other_year(ims_register_reader *reader, const char *text, ims_pos pos,
                                      const ims_edition **edition)
{
  imsi_citation_context context = { 0 };
  size_t named = 0;
  *edition = NULL;
  const ims_status status = imsi_citations_header(reader->citations, text, strlen(text), &context, &named);
  if (status)
    return status == IMS_LIMIT ? IMS_OK : status;
  if (named != 1 || !context.year)
    return IMS_OK;
  *edition =
      context.edition ? context.edition : imsi_edition_usual(reader->model, context.standard, strlen(context.standard));
  return *edition ? imsi_register_year(reader, pos, context.year, context.standard, *edition) : IMS_OK;
}
