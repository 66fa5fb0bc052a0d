/* How much of the scope of a system a document covers: by sites and services, where both sides name some. */

#include "base/utf8.h"
#include "query/evidence_internal.h"

/* What a document of two lists covers is the less of both. */
static const ims_field limits[] = { IMS_FIELD_SITES, IMS_FIELD_SERVICES };

static bool has(const char *const *list, size_t count, const char *wanted)
{
  size_t i = 0;
  while (i < count && imsi_utf8_compare_folded(list[i], wanted) != 0)
    i++;
  return i < count;
}

/* Where one of the two names nothing, nothing is limited. */
static imsi_scope scope_by(const imsi_evidence *e, ims_entry document, ims_entry system, ims_field field)
{
  size_t system_count, document_count, common = 0;
  const char *const *of_system = ims_entry_list(e->given, system, field, &system_count);
  const char *const *of_document = ims_entry_list(e->given, document, field, &document_count);
  if (!system_count || !document_count)
    return IMSI_SCOPE_WHOLE;
  for (size_t i = 0; i < system_count; i++)
    common += has(of_document, document_count, of_system[i]);
  if (!common)
    return IMSI_SCOPE_NONE;
  return common < system_count ? IMSI_SCOPE_PART : IMSI_SCOPE_WHOLE;
}

imsi_scope imsi_evidence_scope(const imsi_evidence *evidence, ims_entry document, uint32_t system)
{
  imsi_scope scope = IMSI_SCOPE_WHOLE;
  const ims_entry entry = evidence->systems[system].entry;
  for (size_t i = 0; entry.index != IMS_NO_ENTRY && i < sizeof limits / sizeof *limits; i++) {
    const imsi_scope one = scope_by(evidence, document, entry, limits[i]);
    scope = one > scope ? one : scope;
  }
  return scope;
}
