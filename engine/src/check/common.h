/** What a check is, how it says what it found, and what all look up in a register. What one finds is never a
    nonconformity by itself. */
#ifndef IMSI_CHECK_COMMON_H
#define IMSI_CHECK_COMMON_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "base/words.h"
#include "ims/catalogue.h"
#include "ims/register.h"
#include "query/claim_doubts.h"
#include "query/control.h"
#include "query/evidence.h"

/** Something that was found, or that could not be looked for. */
typedef struct imsi_found {
  const ims_check *check;
  ims_check_severity severity;
  bool skipped;        /**< not looked for: `why` says what is missing */
  ims_entry entry;     /**< IMS_NO_ENTRY: nothing in the register stands for it */
  ims_pos pos;         /**< of the cell; without a file if there is none */
  ims_node node;       /**< the demand behind it; IMS_NO_NODE: no clause asks for it */
  const char *force;   /**< what the demand is, in a word: "requirement", "control", "own rule", "advice" */
  ims_systems systems; /**< that it concerns; 0: not known, or all */
  const char *why;
  const char *todo;
} imsi_found;

/** What a check works with. A failed allocation is remembered in `status`, so that a check need not look. */
typedef struct imsi_check_run {
  const ims_model *model;
  const ims_register *given;
  const imsi_closure *closure;
  const imsi_evidence *evidence;
  const ims_check *check;                /**< what the data say of it: severity, members */
  ims_day day;                           /**< 0: not known */
  size_t most;                           /**< clauses that one document may carry */
  ims_systems systems;                   /**< what concerns others only is left out */
  imsi_arena *arena;                     /**< for the texts of what is found */
  imsi_vec *found;                       /**< of imsi_found, in the order of finding */
  imsi_strbuf text;                      /**< for putting texts together */
  imsi_vec titles[IMS_ENTRY_KIND_COUNT]; /**< orders to look titles up in, made when first needed */
  ims_status status;
} imsi_check_run;

/** A check: one const record in its own file. Its severity, its words and the clauses behind it are data, under `id`.
 */
typedef struct imsi_check {
  const char *id;
  /** Looks. IMS_OK whatever it finds; IMS_NOMEM. */
  ims_status (*run)(imsi_check_run *run);
} imsi_check;

/* ---- saying ---- */

/** What something is found at, and what it is held against. Start from imsi_spot_of. */
typedef struct imsi_spot {
  ims_entry entry;
  ims_pos pos;
  ims_node node;
  ims_systems systems;
  ims_check_severity severity; /**< 0: that of the check */
  const char *force;           /**< NULL: that of the node; "advice" without one */
} imsi_spot;

/** An entry, the cell of one of its fields, and the systems it names. Nothing it is held against yet. */
imsi_spot imsi_spot_of(const imsi_check_run *run, ims_entry entry, ims_field field);

/** The cell of a claim, and the systems that stand under the edition that it names. */
imsi_spot imsi_spot_of_claim(const imsi_check_run *run, const ims_claim *claim);

/** The line of a system; without one, the first sheet of the register. */
imsi_spot imsi_spot_of_system(const imsi_check_run *run, const ims_system *system);

/** Up to four texts for a template. */
#define IMSI_ARGS(...) ((const char *const[4]){ __VA_ARGS__ })

/** Adds a finding: `why` says what was found, `todo` what to do, both with `%1` to `%4` for `args`. All is copied. What
    concerns none of the systems that are asked for is left out. */
void imsi_check_find(imsi_check_run *run, const imsi_spot *spot, const char *why, const char *todo,
                     const char *const args[4]);

/** Says that something could not be looked for, and why. `systems` 0: for all. */
void imsi_check_skip(imsi_check_run *run, ims_systems systems, const char *why, const char *const args[4]);

/** Asks a question on single claims (query/claim_doubts.h) and has each that is doubted told. IMS_NOMEM. */
ims_status imsi_check_tell_doubts(imsi_check_run *run,
                                  ims_status (*find)(const ims_model *model, const ims_register *given,
                                                     const ims_check *check, imsi_vec *doubts),
                                  void (*tell)(imsi_check_run *run, const imsi_claim_doubt *doubt));

/** Remembers a failure; IMS_OK is none. */
void imsi_check_failed(imsi_check_run *run, ims_status status);

/** Empties `run->text`. */
void imsi_check_begin(imsi_check_run *run);

/** A copy of what `run->text` holds, which is emptied; lives as long as what is found. "" without memory. */
const char *imsi_check_text(imsi_check_run *run);

/** "27001:2022/A.5.19"; as above. */
const char *imsi_check_reference(imsi_check_run *run, ims_node node);

/** "27001:2022/A.5.19 (Information security in supplier relationships)"; as above. */
const char *imsi_check_titled(imsi_check_run *run, ims_node node);

/** Decimals; as above. */
const char *imsi_check_number(imsi_check_run *run, size_t number);

/** "2026-11-28"; as above. */
const char *imsi_check_day(imsi_check_run *run, ims_day day);

/** "QMS, ISMS"; as above. */
const char *imsi_check_systems(imsi_check_run *run, ims_systems systems);

/** The own words of a node without the full stop, the title of a clause; as above. */
const char *imsi_check_words(imsi_check_run *run, ims_node node);

/** Starts a list in `run->text`, or goes on with ", ". */
void imsi_check_list(imsi_check_run *run, const char *text);

/* ---- clauses ---- */

/** The member of the check that `node` is or belongs to; IMS_NO_NODE if there is none. */
ims_node imsi_check_member_of(const imsi_check_run *run, ims_node node);

/** The first member in that edition, what the check rests on there; IMS_NO_NODE if there is none. */
ims_node imsi_check_member_in(const imsi_check_run *run, const ims_edition *edition);

/** True if a claim says something of `node`: it names it, something it belongs to, or something in it. */
bool imsi_check_touches(const imsi_check_run *run, const ims_claim *claim, ims_node node);

/** True if a claim of the entry touches `node`. */
bool imsi_check_claims(const imsi_check_run *run, ims_entry entry, ims_node node);

/** The first line that declares `node`, or what it belongs to, not applicable or not to have occurred, for the system,
    with a reason, if that is accepted; IMS_NO_ENTRY if there is none. */
ims_entry imsi_check_left_out(imsi_check_run *run, const ims_system *system, ims_node node);

/** True if a document or record of that kind is only asked for where something is the case: the demand, or each of its
    duties, has a condition. Nobody can tell from a register whether it is. */
bool imsi_check_depends(const imsi_check_run *run, ims_node demand, ims_duty_kind kind);

/** True if no source was seen that lists any of the duties of that kind of the demand, and it has one. */
bool imsi_check_is_unconfirmed(const imsi_check_run *run, ims_node demand, ims_duty_kind kind);

/* ---- entries ---- */

/** Entries of one kind: `for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_AUDIT, &i, &entry);)`. */
bool imsi_check_next(const imsi_check_run *run, ims_entry_kind kind, size_t *index, ims_entry *entry);

/** What a field says; "" if nothing. */
const char *imsi_check_field(const imsi_check_run *run, ims_entry entry, ims_field field);

/** The document of that id, else the first of that title; IMS_NO_ENTRY if there is none. Cost: O(log entries), once
    more O(n log n). */
ims_entry imsi_check_document(imsi_check_run *run, const char *name);

/** The same for another kind of entry. */
ims_entry imsi_check_named(imsi_check_run *run, ims_entry_kind kind, const char *name);

/** True for equal texts, case aside. */
bool imsi_check_same(imsi_check_run *run, const char *a, const char *b);

/** True if a list of the entry has that text, case aside. */
bool imsi_check_lists(imsi_check_run *run, ims_entry entry, ims_field field, const char *text);

/** True if the entry speaks of the system, or does not say of which. */
bool imsi_check_concerns(const imsi_check_run *run, ims_entry entry, const ims_system *system);

/** True if the document counts as a record: it says so. */
bool imsi_check_is_record(const imsi_check_run *run, ims_entry document);

/** True if the document is withdrawn. */
bool imsi_check_is_obsolete(const imsi_check_run *run, ims_entry document);

/** Number of systems in a set. */
size_t imsi_check_count(ims_systems systems);

/** Releases what look-ups have made. */
void imsi_check_end(imsi_check_run *run);

/* ---- scopes ---- */

/** Whether the scopes of two systems have something in common. */
typedef enum imsi_meeting { IMSI_SCOPES_UNKNOWN, IMSI_SCOPES_MEET, IMSI_SCOPES_APART } imsi_meeting;

/** Compares their sites, units and services: they are apart if both list some of a kind and nothing of it is common,
    they meet if both list some and that is not so; else it is not known. */
imsi_meeting imsi_check_scopes(imsi_check_run *run, const ims_system *a, const ims_system *b);

#endif
