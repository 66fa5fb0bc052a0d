/** What is asked of a register: which systems and which day are looked at, and how its things are called. */
#ifndef IMSI_HELD_H
#define IMSI_HELD_H

#include "base/diag.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "ims/report.h"
#include "query/evidence.h"

/** A parameter, for the list of whatever asks a register. */
#define IMSI_HELD_AT                                                                                                   \
  {                                                                                                                    \
    "at", "DATE", "the day that counts, as in 2026-11-28; today if not given", false, false, false                     \
  }

/** What a run works with. Initialise with {0}; close it whatever became of it. */
typedef struct imsi_held {
  const ims_model *model;
  const ims_request *request;
  imsi_reporter *reporter;
  const ims_register *given;
  const ims_system *systems; /**< all of the register */
  size_t system_count;
  ims_systems chosen;   /**< those that are looked at */
  ims_day day;          /**< 0: dates are not looked at */
  const char *workbook; /**< the file that places leave out, for it is named above the table; NULL: they name theirs */
  size_t most;          /**< how many documents or claims a cell names; of the others it says how many they are */
  imsi_closure *closure;
  imsi_evidence *evidence;
  imsi_vec doubted; /**< of imsi_claim_doubt, by claim; empty until imsi_held_find_doubted */
} imsi_held;

/** Takes what a request says of day and systems: `at`, and `param`, which names those that are looked at, all if it is
    not given. The request has a register. Opens neither closure nor evidence. IMS_OK; IMS_INVALID or IMS_NOT_FOUND,
    reported; IMS_NOMEM. */
ims_status imsi_held_begin(imsi_held *held, const char *param, const ims_model *model, const ims_request *request,
                           imsi_reporter *reporter);

/** Closes the model and weighs the evidence. IMS_NOMEM; IMS_LIMIT, reported. */
ims_status imsi_held_weigh(imsi_held *held);

/** Weighs claims alone, without closing the model, which takes longer than all else: neither states nor what others
    have can be asked for. IMS_NOMEM. */
ims_status imsi_held_weigh_claims(imsi_held *held);

/** Asks what checks have against single claims (query/claim_doubts.h), for `doubted`. IMS_NOMEM. */
ims_status imsi_held_find_doubted(imsi_held *held);

/** The place of the next doubt in `doubted` that is against the claim for the system, from `first` on; SIZE_MAX at the
    end. Start with imsi_held_doubts_of. */
size_t imsi_held_next_doubt(const imsi_held *held, uint32_t claim, uint32_t system, size_t first);

/** The place where doubts against the claim begin. Cost: O(log doubts). */
size_t imsi_held_doubts_of(const imsi_held *held, uint32_t claim);

/** Releases what was opened. */
void imsi_held_close(imsi_held *held);

/** Chooses the systems that the values of a parameter name, each a list with commas: a system, a standard, an edition.
    Those that are chosen already stay so. Returns as imsi_held_begin. */
ims_status imsi_held_choose(imsi_held *held, const char *param);

/** The next system that is looked at, after `system`; the first with UINT32_MAX, which also stands for the end. */
uint32_t imsi_held_next(const imsi_held *held, uint32_t system);

/** Appends `2026-11-28`; nothing for 0. */
void imsi_held_name_day(ims_day day, imsi_strbuf *text);

/** Appends the ids of systems with ", " between, as they are listed. */
void imsi_held_name_systems(const imsi_held *held, ims_systems systems, imsi_strbuf *text);

/** Appends `POL-007 Supplier policy`: the id of an entry and its title, as far as they are there. */
void imsi_held_name_entry(const ims_register *given, ims_entry entry, imsi_strbuf *text);

#endif
