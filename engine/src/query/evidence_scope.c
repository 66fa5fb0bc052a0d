/* How much of the scope of a system a document covers: by sites and services, where both sides name some. */

#include "base/try.h"
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

/* ---- several documents ---- */

/* True if the document names the site or service, or none at all. */
static bool names(const imsi_evidence *e, ims_entry document, ims_field field, const char *wanted)
{
  size_t count;
  const char *const *list = ims_entry_list(e->given, document, field, &count);
  return !count || has(list, count, wanted);
}

/* True if nothing but that list limits the document. */
static bool is_limited_by(const imsi_evidence *e, ims_entry document, ims_entry system, ims_field field)
{
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    if (limits[i] != field && scope_by(e, document, system, limits[i]) != IMSI_SCOPE_WHOLE)
      return false;
  return true;
}

static bool is_reached(const imsi_evidence *e, ims_entry system, const imsi_vec *supports, ims_document_kind kind,
                       bool own, ims_field field, const char *name)
{
  for (size_t i = 0; i < supports->count; i++) {
    const imsi_support *support = &IMSI_AT(const imsi_support, supports, i);
    if (support->limited && support->kind == kind && !(own && support->inherited) &&
        is_limited_by(e, support->document, system, field) && names(e, support->document, field, name))
      return true;
  }
  return false;
}

/* One list at a time: of two documents, one for a site and one for a service, nobody knows what they leave out. */
bool imsi_evidence_reach_all(const imsi_evidence *evidence, uint32_t system, const imsi_vec *supports,
                             ims_document_kind kind, bool own)
{
  const ims_entry entry = evidence->systems[system].entry;
  for (size_t i = 0; entry.index != IMS_NO_ENTRY && i < sizeof limits / sizeof *limits; i++) {
    size_t count, reached = 0;
    const char *const *of_system = ims_entry_list(evidence->given, entry, limits[i], &count);
    for (size_t k = 0; k < count; k++)
      reached += is_reached(evidence, entry, supports, kind, own, limits[i], of_system[k]);
    if (count && reached == count)
      return true;
  }
  return false;
}

/* True if one of the supports is for it, be it for a part of the demand, or there is none. */
static bool is_named(const imsi_evidence *e, const imsi_vec *supports, ims_field field, const char *name)
{
  for (size_t i = 0; i < supports->count; i++)
    if (names(e, IMSI_AT(const imsi_support, supports, i).document, field, name))
      return true;
  return !supports->count;
}

ims_status imsi_evidence_unreached(const imsi_evidence *evidence, uint32_t system, const imsi_vec *supports,
                                   imsi_vec *unreached)
{
  const ims_entry entry = evidence->systems[system].entry;
  for (size_t i = 0; entry.index != IMS_NO_ENTRY && i < sizeof limits / sizeof *limits; i++) {
    size_t count;
    const char *const *of_system = ims_entry_list(evidence->given, entry, limits[i], &count);
    for (size_t k = 0; k < count; k++)
      if (!is_named(evidence, supports, limits[i], of_system[k]))
        IMS_TRY(imsi_vec_push(unreached, &of_system[k]));
  }
  return IMS_OK;
}

ims_status imsi_evidence_left_out_by(const imsi_evidence *evidence, uint32_t system, ims_entry document,
                                     imsi_vec *left_out)
{
  const ims_entry entry = evidence->systems[system].entry;
  for (size_t i = 0; entry.index != IMS_NO_ENTRY && i < sizeof limits / sizeof *limits; i++) {
    size_t count;
    const char *const *of_system = ims_entry_list(evidence->given, entry, limits[i], &count);
    for (size_t k = 0; k < count; k++)
      if (!names(evidence, document, limits[i], of_system[k]))
        IMS_TRY(imsi_vec_push(left_out, &of_system[k]));
  }
  return IMS_OK;
}
