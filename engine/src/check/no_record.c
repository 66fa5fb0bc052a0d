/* T11: a rule is there, and no record that it was followed. */

#include "base/try.h"
#include "check/registry.h"

/* The documents that are there. */
static ims_status name_supports(imsi_check_run *run, uint32_t system, ims_node demand, imsi_spot *spot)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(run->evidence, system, demand, &supports);
  for (size_t i = 0; !status && i < supports.count; i++) {
    const imsi_support *support = &IMSI_AT(imsi_support, &supports, i);
    bool known = false;
    for (size_t k = 0; k < i; k++)
      known = known || IMSI_AT(imsi_support, &supports, k).document.index == support->document.index;
    if (known)
      continue;
    if (!i) {
      spot->entry = support->document;
      spot->pos = support->pos;
    }
    imsi_check_list(run, ims_entry_name(run->given, support->document));
  }
  imsi_vec_free(&supports);
  return status;
}

static ims_status look(imsi_check_run *run, const ims_system *system, ims_node demand)
{
  imsi_shown shown;
  if (!imsi_evidence_needs(run->model, demand, IMS_RECORD))
    return IMS_OK;
  IMS_TRY(imsi_evidence_show(run->evidence, system->index, demand, &shown));
  if (!shown.lacks_record || !shown.own_method || shown.state == IMSI_STATE_NOT_APPLICABLE ||
      shown.state == IMSI_STATE_NO_OCCURRENCE)
    return IMS_OK;
  imsi_spot spot = { .node = demand, .systems = (ims_systems)1 << system->index };
  imsi_check_begin(run);
  IMS_TRY(name_supports(run, system->index, demand, &spot));
  const char *documents = imsi_check_text(run);
  const bool depends = imsi_check_depends(run, demand, IMS_RECORD);
  const bool unconfirmed = imsi_check_is_unconfirmed(run, demand, IMS_RECORD);
  if (depends || unconfirmed)
    spot.severity = IMS_CHECK_INFO;
  imsi_check_find(run, &spot,
                  unconfirmed ? "%1 says what is to be done for %2 (%3); no record shows that it was done (that one is "
                                "asked for is unconfirmed: no source was seen that lists it)"
                              : "%1 says what is to be done for %2 (%3); no record shows that it was done",
                  depends ? "where it came up register the record; where it did not occur, say so with the reason"
                          : "register the record, or do it and record it for this system",
                  IMSI_ARGS(documents, system->id, imsi_check_words(run, demand)));
  return IMS_OK;
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = IMS_OK;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; !status && i < count; i++) {
    demands.count = 0;
    status = imsi_evidence_demands(run->evidence, systems[i].index, &demands);
    for (size_t k = 0; !status && k < demands.count; k++)
      status = look(run, &systems[i], IMSI_AT(ims_node, &demands, k));
  }
  if (!ims_register_count(run->given, IMS_ENTRY_DOCUMENT))
    imsi_check_skip(run, 0, "the register lists no documents", IMSI_ARGS(NULL));
  imsi_vec_free(&demands);
  return status;
}

const imsi_check imsi_check_no_record = { .id = "T11", .run = run_check };
