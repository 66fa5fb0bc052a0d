#include "query/reference.h"

#include "base/try.h"
#include "ims/report.h"
#include "model/editions.h"
#include "query/nearest.h"

#include <string.h>

/* People write "ISO/IEC 27001" for 27001. */
static void skip_publisher(const char **text, size_t *size)
{
  static const char *const publishers[] = { "ISO/IEC ", "ISO " };
  for (size_t i = 0; i < sizeof publishers / sizeof *publishers; i++) {
    const size_t length = strlen(publishers[i]);
    if (*size > length && strncmp(*text, publishers[i], length) == 0) {
      *text += length;
      *size -= length;
      return;
    }
  }
}

static void list(imsi_strbuf *names, const char *name)
{
  if (names->size)
    imsi_strbuf_text(names, ", ");
  imsi_strbuf_text(names, name);
}

static void report_edition(const ims_model *model, const char *text, size_t size, imsi_reporter *reporter)
{
  imsi_strbuf given = { 0 }, same = { 0 }, all = { 0 };
  imsi_strbuf_bytes(&given, text, size);
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const ims_edition *edition = ims_edition_at(model, i);
    if (edition->count) /* of the rest there is nothing to ask for */
      list(&all, edition->id);
    if (imsi_edition_is_of(edition, text, size))
      list(&same, edition->id);
  }
  const ims_pos nowhere = { NULL, 0, 0, NULL };
  if (same.size)
    imsi_report(reporter, IMS_DIAG_AMBIGUOUS_EDITION, nowhere, imsi_strbuf_string(&given), imsi_strbuf_string(&same),
                NULL, NULL);
  else
    imsi_report(reporter, IMS_DIAG_NO_SUCH_EDITION, nowhere, imsi_strbuf_string(&given),
                all.size ? imsi_strbuf_string(&all) : "nothing", NULL, NULL);
  imsi_strbuf_free(&given);
  imsi_strbuf_free(&same);
  imsi_strbuf_free(&all);
}

/* A listed system of the standard; NULL if there is none, or if several are held against different editions. What
   nobody listed is there since its standard is cited, and says nothing of editions. */
static const ims_system *pinned(const ims_register *evidence, const char *text, size_t size)
{
  size_t count = 0;
  const ims_system *systems = evidence ? ims_register_systems(evidence, &count) : NULL, *found = NULL;
  for (size_t i = 0; i < count; i++) {
    if (systems[i].entry.index == IMS_NO_ENTRY || !imsi_edition_is_of(systems[i].edition, text, size))
      continue;
    if (found && found->edition != systems[i].edition)
      return NULL;
    found = found ? found : &systems[i];
  }
  return found;
}

const ims_edition *imsi_reference_meant(const ims_register *evidence, const ims_edition *edition)
{
  const ims_system *system = pinned(evidence, edition->id, strcspn(edition->id, ":"));
  return system ? system->edition : edition;
}

static void tell_pinned(const ims_register *evidence, const ims_system *system, const ims_edition *instead,
                        imsi_reporter *reporter)
{
  const uint32_t bit = (uint32_t)1 << system->index;
  if (reporter->told & bit)
    return;
  reporter->told |= bit;
  imsi_report(reporter, IMS_DIAG_PINNED_EDITION, ims_entry_pos(evidence, system->entry, IMS_FIELD_EDITION),
              system->edition->id, system->id, instead->id, NULL);
}

ims_status imsi_reference_edition(const ims_model *model, const ims_register *evidence, const char *text, size_t size,
                                  imsi_reporter *reporter, const ims_edition **edition)
{
  skip_publisher(&text, &size);
  const ims_edition *found = ims_edition_find(model, text, size);
  if (!found) {
    const ims_system *system = pinned(evidence, text, size);
    const ims_edition *instead = imsi_edition_usual(model, text, size);
    found = system ? system->edition : instead;
    if (system && instead && instead != found)
      tell_pinned(evidence, system, instead, reporter);
  }
  if (!found) {
    report_edition(model, text, size, reporter);
    return IMS_NOT_FOUND;
  }
  *edition = found;
  return IMS_OK;
}

/* ---- what was meant ---- */

/* "; it is in 27001:2013", or nothing: other editions of the same standard. */
static void where_else(const ims_model *model, const ims_edition *asked, const char *name, imsi_strbuf *text)
{
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const ims_edition *edition = ims_edition_at(model, i);
    if (!imsi_same_standard(edition, asked) || ims_node_find(model, edition, name, strlen(name)).index == IMS_NO_NODE)
      continue;
    imsi_strbuf_text(text, text->size ? ", " : "; it is in ");
    imsi_strbuf_text(text, edition->id);
  }
}

/* Clauses, their parts and terms have names of different forms. */
static int form_of(const char *name)
{
  return strncmp(name, "term:", 5) == 0 ? ':' : strchr(name, '#') ? '#' : '/';
}

/* "; nearest: A.5.1, A.5.2": names of the same kind. */
static void nearest(const ims_model *model, const ims_edition *edition, const char *name, imsi_strbuf *text)
{
  imsi_nearest near = { .given = name };
  for (uint32_t i = 0; i < edition->count; i++) {
    const char *other = ims_node_name(model, (ims_node){ edition->first.index + i });
    if (form_of(name) == form_of(other))
      imsi_nearest_offer(&near, other);
  }
  imsi_nearest_append(&near, text);
}

ims_status imsi_reference_node(const ims_model *model, const ims_register *evidence, const char *text,
                               imsi_reporter *reporter, ims_node *node)
{
  size_t size = strlen(text);
  skip_publisher(&text, &size);
  const char *slash = strchr(text, '/');
  const ims_edition *edition = NULL;
  IMS_TRY(imsi_reference_edition(model, evidence, text, slash ? (size_t)(slash - text) : size, reporter, &edition));
  if (!slash) {
    const bool listed = edition->count && ims_node_kind_of(model, edition->first) == IMS_CLAUSE;
    imsi_report(reporter, IMS_DIAG_WHOLE_EDITION, (ims_pos){ NULL, 0, 0, NULL }, text, edition->id,
                listed ? ims_node_name(model, edition->first) : "4.1", NULL);
    return IMS_NOT_FOUND;
  }
  const char *name = slash + 1;
  *node = ims_node_find(model, edition, name, strlen(name));
  if (node->index != IMS_NO_NODE)
    return IMS_OK;
  imsi_strbuf hint = { 0 };
  where_else(model, edition, name, &hint);
  if (!hint.size)
    nearest(model, edition, name, &hint);
  imsi_report(reporter, IMS_DIAG_NO_SUCH_REFERENCE, (ims_pos){ NULL, 0, 0, NULL }, name, edition->id,
              imsi_strbuf_string(&hint), NULL);
  imsi_strbuf_free(&hint);
  return IMS_NOT_FOUND;
}

ims_status imsi_reference_any(const ims_model *model, const ims_register *evidence, const char *text,
                              imsi_reporter *reporter, const ims_edition **edition, ims_node *node)
{
  /* "ISO/IEC 27001" has a slash, but no clause */
  const char *slash = strrchr(text, '/');
  ims_node found = { IMS_NO_NODE };
  if (!slash || strncmp(slash, "/IEC ", 5) == 0) {
    IMS_TRY(imsi_reference_edition(model, evidence, text, strlen(text), reporter, edition));
  } else {
    IMS_TRY(imsi_reference_node(model, evidence, text, reporter, &found));
    *edition = ims_node_edition(model, found);
  }
  *node = found;
  return IMS_OK;
}

ims_status ims_find_node(const ims_model *model, const ims_register *evidence, const char *reference,
                         ims_diag_sink sink, ims_node *node)
{
  imsi_reporter reporter;
  ims_node found;
  imsi_reporter_init(&reporter, sink);
  const ims_status status = imsi_reference_node(model, evidence, reference, &reporter, &found);
  imsi_reporter_free(&reporter);
  if (!status)
    *node = found;
  return status;
}
