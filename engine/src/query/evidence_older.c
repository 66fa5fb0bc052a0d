/* Claims without a year, by documents that are older than the edition they are taken for. */

#include "base/utf8.h"
#include "model/editions.h"
#include "query/evidence.h"

#include <string.h>

/* The first day that a year, a month or a day can be: 2018-09 is 20180900, before each of its days; 0: none is said. */
static ims_day first_day(const char *text)
{
  ims_day day = 0;
  int digits = 0;
  for (; *text && digits < 8; text++)
    if (*text >= '0' && *text <= '9') {
      day = day * 10 + (*text - '0');
      digits++;
    }
  for (; digits && digits < 8; digits++)
    day *= 10;
  return day;
}

/* When somebody last said what the document names. */
static ims_day said_on(const ims_register *given, ims_entry document)
{
  static const ims_field fields[] = { IMS_FIELD_CONFIRMED_ON, IMS_FIELD_APPROVED, IMS_FIELD_FROM };
  ims_day last = 0;
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    const ims_day day = ims_entry_day(given, document, fields[i]);
    last = day > last ? day : last;
  }
  return last;
}

const ims_edition *imsi_evidence_older(const ims_model *model, const ims_register *given, const ims_claim *claim)
{
  if (claim->dated || !claim->edition || claim->node.index == IMS_NO_NODE)
    return NULL;
  const ims_day published = first_day(claim->edition->published), said = said_on(given, claim->entry);
  if (!said || said >= published)
    return NULL;
  const ims_node clause = ims_node_clause(model, claim->node);
  const char *name = ims_node_name(model, clause), *title = ims_node_get(model, clause).text;
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const ims_edition *other = ims_edition_at(model, i);
    if (!imsi_same_standard(claim->edition, other) || first_day(other->published) >= published)
      continue;
    const ims_node there = ims_node_find(model, other, name, strlen(name));
    if (there.index != IMS_NO_NODE && imsi_utf8_compare_folded(title, ims_node_get(model, there).text) != 0)
      return other;
  }
  return NULL;
}
