/* T33: nothing shows that somebody decided whether climate change matters. The members of the check are the demands. A
   document that is claimed for the clause as a whole answers only if it says so, or could not have been written before
   the question was asked. */

#include "base/try.h"
#include "check/registry.h"

#include <stdlib.h>
#include <string.h>

/* The day on which the last amendment of the edition came out, as the first of its month; 0 if there is none. */
static ims_day asked_since(const imsi_check_run *run, const ims_edition *edition)
{
  size_t count;
  ims_day latest = 0;
  const ims_amendment *amendments = ims_edition_amendments(run->model, edition, &count);
  for (size_t i = 0; i < count; i++) {
    const char *date = amendments[i].published;
    const size_t size = strlen(date);
    const ims_day day = size < 4 ? 0
                                 : (ims_day)strtol(date, NULL, 10) * 10000 +
                                       (size >= 7 ? (ims_day)strtol(date + 5, NULL, 10) : 1) * 100 +
                                       (size >= 10 ? (ims_day)strtol(date + 8, NULL, 10) : 1);
    latest = day > latest ? day : latest;
  }
  return latest;
}

typedef enum answer { ANSWERED, PERHAPS, TOO_OLD } answer;

static bool speaks_of_climate(const imsi_check_run *run, ims_entry document)
{
  return imsi_words_in(imsi_check_field(run, document, IMS_FIELD_TITLE), "climate") ||
         imsi_words_in(imsi_check_field(run, document, IMS_FIELD_NOTE), "climate") ||
         imsi_words_in(imsi_check_field(run, document, IMS_FIELD_SCOPE), "climate");
}

static answer judge(const imsi_check_run *run, const imsi_support *support, ims_node member, ims_day since)
{
  const ims_day approved = ims_entry_day(run->given, support->document, IMS_FIELD_APPROVED);
  const ims_day recorded = ims_entry_day(run->given, support->document, IMS_FIELD_FROM);
  const ims_day day = approved > recorded ? approved : recorded;
  if (speaks_of_climate(run, support->document))
    return ANSWERED;
  if (support->claim != IMS_NO_ENTRY &&
      ims_node_is_in(run->model, ims_claim_at(run->given, support->claim)->node, member))
    return ANSWERED;
  return day && since && day < since ? TOO_OLD : PERHAPS;
}

static void tell(imsi_check_run *run, const ims_system *system, ims_node member, const imsi_vec *supports)
{
  const ims_day since = asked_since(run, system->edition);
  imsi_spot spot = imsi_spot_of_system(run, system);
  bool perhaps = false;
  imsi_check_begin(run);
  for (size_t i = 0; i < supports->count; i++) {
    const imsi_support *support = &IMSI_AT(imsi_support, supports, i);
    const answer found = judge(run, support, member, since);
    if (found == ANSWERED)
      return;
    perhaps = perhaps || found == PERHAPS;
    imsi_check_list(run, ims_entry_name(run->given, support->document));
  }
  const char *documents = imsi_check_text(run);
  spot.node = member;
  if (perhaps)
    imsi_check_skip(run, spot.systems,
                    "%1: whether the question is answered is not known; the clause as a whole is "
                    "claimed by %2",
                    IMSI_ARGS(system->id, documents));
  else
    imsi_check_find(run, &spot,
                    supports->count ? "what is registered is older than the question: %1"
                                    : "nothing shows that somebody decided whether climate change matters",
                    "decide, and write it down; no is a possible answer", IMSI_ARGS(documents));
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  imsi_vec supports = IMSI_VEC(imsi_support);
  ims_status status = IMS_OK;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; !status && i < count; i++) {
    const ims_node member = imsi_check_member_in(run, systems[i].edition);
    if (member.index == IMS_NO_NODE)
      continue;
    supports.count = 0;
    status = imsi_evidence_supports(run->evidence, systems[i].index, member, &supports);
    if (!status)
      tell(run, &systems[i], member, &supports);
  }
  imsi_vec_free(&supports);
  return status;
}

const imsi_check imsi_check_climate = { .id = "T33", .run = run_check };
