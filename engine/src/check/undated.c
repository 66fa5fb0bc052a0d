/* T06: a number that means different things in two editions, and no word of which is meant. Where a system is listed
   with its edition, that one is probably meant: an information, but of a document that is older than that edition. An
   edition that ended long ago is not thought of, but by a document of its time. */

#include "check/registry.h"
#include "model/editions.h"

#include <stdlib.h>
#include <string.h>

/* True if a system of the organization stands under the edition, by a line of its own: then that line says which. */
static bool is_settled(const imsi_check_run *run, const ims_edition *edition)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    if (systems[i].edition == edition && systems[i].entry.index != IMS_NO_ENTRY)
      return true;
  return false;
}

enum { YEARS_IN_MIND = 5 };

/* True if nobody means the edition any more: it ended so many years before the day. */
static bool is_long_gone(const ims_edition *edition, ims_day day)
{
  const long end = strtol(edition->valid_until, NULL, 10);
  return end && day && day / 10000 - end >= YEARS_IN_MIND;
}

/* Another edition of the standard in which the number has another title; NULL if there is none. */
static const ims_edition *differing(imsi_check_run *run, const ims_claim *claim)
{
  const ims_node clause = ims_node_clause(run->model, claim->node);
  const char *name = ims_node_name(run->model, clause);
  for (size_t i = 0; i < ims_edition_count(run->model); i++) {
    const ims_edition *other = ims_edition_at(run->model, i);
    if (other == claim->edition || !imsi_same_standard(claim->edition, other) || is_long_gone(other, run->day))
      continue;
    const ims_node there = ims_node_find(run->model, other, name, strlen(name));
    if (there.index != IMS_NO_NODE &&
        !imsi_check_same(run, ims_node_get(run->model, clause).text, ims_node_get(run->model, there).text))
      return other;
  }
  return NULL;
}

/* One finding for all numbers of an entry that only an older edition can be meant by, or for all others. */
static void look(imsi_check_run *run, ims_entry entry, bool older)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(run->given, entry, &count), *first = NULL;
  const ims_edition *other = NULL;
  imsi_check_begin(run);
  for (size_t i = 0; i < count; i++) {
    if (claims[i].dated || !claims[i].edition || claims[i].node.index == IMS_NO_NODE)
      continue;
    const ims_edition *meant = imsi_evidence_older(run->model, run->given, &claims[i]);
    const ims_edition *found = meant ? meant : differing(run, &claims[i]);
    if (!found || older != (meant != NULL))
      continue;
    other = first ? other : found;
    first = first ? first : &claims[i];
    imsi_strbuf_text(&run->text, run->text.size ? ", " : "");
    imsi_strbuf_text(&run->text, claims[i].text);
  }
  const char *numbers = imsi_check_text(run);
  if (!first)
    return;
  imsi_spot spot = imsi_spot_of_claim(run, first);
  if (older) {
    imsi_check_find(
        run, &spot,
        "no edition is named for %1, taken as %2, which is younger than the document; in %3 the same number "
        "means something else, which may be what was meant",
        "write the year, and for the edition of today the clause that took its place",
        IMSI_ARGS(numbers, first->edition->name, other->name));
    return;
  }
  spot.severity = is_settled(run, first->edition) ? IMS_CHECK_INFO : IMS_CHECK_UNSAID;
  imsi_check_find(run, &spot, "no edition is named for %1, taken as %2; in %3 the same number means something else",
                  "write the year", IMSI_ARGS(numbers, first->edition->name, other->name));
}

static ims_status run_check(imsi_check_run *run)
{
  static const ims_entry_kind kinds[] = { IMS_ENTRY_DOCUMENT, IMS_ENTRY_PROCESS, IMS_ENTRY_EXCLUSION,
                                          IMS_ENTRY_AUDIT,    IMS_ENTRY_AGENDA,  IMS_ENTRY_FINDING };
  ims_entry entry;
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    for (size_t i = 0; imsi_check_next(run, kinds[k], &i, &entry);) {
      look(run, entry, true);
      look(run, entry, false);
    }
  return IMS_OK;
}

const imsi_check imsi_check_undated = { .id = "T06", .run = run_check };
