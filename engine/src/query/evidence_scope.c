/* How much of the scope of a system a document covers: by sites and services, where both sides name some. */

#include "base/try.h"
#include "base/utf8.h"
#include "query/evidence_internal.h"

#include <stdlib.h>
#include <string.h>

/* What a document of two lists covers is the less of both. */
static const ims_field limits[] = { IMS_FIELD_SITES, IMS_FIELD_SERVICES };

static ims_status fold(const char *text, imsi_strbuf *folded)
{
  imsi_strbuf_clear(folded);
  imsi_utf8_fold(text, folded);
  return folded->status;
}

static ims_status has(const char *const *list, size_t count, const char *wanted, imsi_strbuf *folded, bool *found)
{
  for (size_t i = 0; !*found && i < count; i++) {
    IMS_TRY(fold(list[i], folded));
    *found = strcmp(imsi_strbuf_string(folded), wanted) == 0;
  }
  return IMS_OK;
}

/* How many of the system's are among those of the document. */
static ims_status count_common(const char *const *of_system, size_t system_count, const char *const *of_document,
                               size_t document_count, size_t *common)
{
  imsi_strbuf wanted = { 0 }, folded = { 0 };
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < system_count; i++) {
    bool found = false;
    status = fold(of_system[i], &wanted);
    if (!status)
      status = has(of_document, document_count, imsi_strbuf_string(&wanted), &folded, &found);
    *common += found;
  }
  imsi_strbuf_free(&wanted);
  imsi_strbuf_free(&folded);
  return status;
}

/* Where one of the two names nothing, nothing is limited. */
static ims_status scope_of(const imsi_evidence *e, ims_entry document, const ims_system *system, uint8_t *scope)
{
  *scope = IMSI_SCOPE_WHOLE;
  for (size_t i = 0; system->entry.index != IMS_NO_ENTRY && i < sizeof limits / sizeof *limits; i++) {
    size_t system_count, document_count, common = 0;
    const char *const *of_system = ims_entry_list(e->given, system->entry, limits[i], &system_count);
    const char *const *of_document = ims_entry_list(e->given, document, limits[i], &document_count);
    if (!system_count || !document_count)
      continue;
    IMS_TRY(count_common(of_system, system_count, of_document, document_count, &common));
    if (!common)
      *scope = IMSI_SCOPE_NONE;
    else if (common < system_count && *scope == IMSI_SCOPE_WHOLE)
      *scope = IMSI_SCOPE_PART;
  }
  return IMS_OK;
}

ims_status imsi_evidence_find_scopes(imsi_evidence *evidence)
{
  const size_t count = ims_register_count(evidence->given, IMS_ENTRY_DOCUMENT);
  evidence->scopes = malloc(count * evidence->system_count + 1);
  if (!evidence->scopes)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++)
    for (size_t s = 0; s < evidence->system_count; s++)
      IMS_TRY(scope_of(evidence, ims_register_entry(evidence->given, IMS_ENTRY_DOCUMENT, i), &evidence->systems[s],
                       &evidence->scopes[i * evidence->system_count + s]));
  return IMS_OK;
}

/* Documents are in the order of their indices. */
static size_t place_of(const ims_register *given, ims_entry document)
{
  size_t low = 0, high = ims_register_count(given, IMS_ENTRY_DOCUMENT);
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (ims_register_entry(given, IMS_ENTRY_DOCUMENT, middle).index < document.index)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

imsi_scope imsi_evidence_scope(const imsi_evidence *evidence, ims_entry document, uint32_t system)
{
  return (imsi_scope)evidence->scopes[place_of(evidence->given, document) * evidence->system_count + system];
}
