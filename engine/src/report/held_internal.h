/**
 * What reports on a register share: how they begin, what heads their tables, and how they name what is in a register.
 * Which systems and which day they look at is in query/held.h.
 *
 * A report takes IMSI_HELD_AT and IMSI_HELD_FOR among its parameters, opens, answers, and closes.
 */
#ifndef IMSI_HELD_INTERNAL_H
#define IMSI_HELD_INTERNAL_H

#include "query/held.h"
#include "report/common.h"

/** A parameter, for the list of a report. */
#define IMSI_HELD_FOR                                                                                                  \
  {                                                                                                                    \
    "for", "LIST", "systems or their standards, with commas between (ISMS,9001); all if not given", false, false, true \
  }

/** Checks the request of a report on a register and takes its day and systems; opens neither closure nor evidence.
    IMS_OK; IMS_INVALID or IMS_NOT_FOUND, reported; IMS_NOMEM. */
ims_status imsi_held_take(imsi_held *held, const ims_report *report, const ims_model *model, const ims_request *request,
                          imsi_reporter *reporter);

/** The same, and weighs (imsi_held_weigh). */
ims_status imsi_held_open(imsi_held *held, const ims_report *report, const ims_model *model, const ims_request *request,
                          imsi_reporter *reporter);

/** The last day of the period of a system where that is before the day that counts, else 0. */
ims_day imsi_held_ended(const imsi_held *held, uint32_t system);

/** Adds above the table the organization, the systems that are looked at with editions, scopes and certificates, those
    whose period has ended, and the day. */
void imsi_held_add_captions(const imsi_held *held, imsi_table *table);

/** Appends the place that something rests on, `register.xlsx:Documents!G7`; in a wide form, where only one workbook is
    read, without it. */
void imsi_held_place(const imsi_held *held, ims_pos pos, imsi_strbuf *text);

/** Appends the same in brackets, after a blank. */
void imsi_held_name_place(const imsi_held *held, ims_pos pos, imsi_strbuf *text);

/** Appends what a claim says, `9.3.2`, after its edition where it is known. */
void imsi_held_name_claim(const ims_claim *claim, imsi_strbuf *text);

/* ---- a demand in words, a line for each thing; a wide form names the first ones, and how many more there are ---- */

/** Appends the documents that count for a demand, each with its kind, what is against its being claimed for all, what
    is to be known of its age, which checks doubt the claim (imsi_held_find_doubted), and its place: `POL-007 Supplier
   policy, document (register.xlsx:Documents!G7)`. In the order of the register; where not all are named, first those
   that are claimed for all of it. IMS_NOMEM. */
ims_status imsi_held_name_supports(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text);

/** Appends the checks that doubt claims that count for a demand, each once: "T04, T19". IMS_NOMEM. */
ims_status imsi_held_name_doubted(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text);

/** Adds above the table how many claims count for one of these systems, and are doubted by which checks; nothing where
    none is. */
void imsi_held_add_doubted(const imsi_held *held, ims_systems systems, imsi_table *table);

/** Adds below the table what it means that a check doubts a claim; nothing where none is. */
void imsi_held_note_doubted(const imsi_held *held, ims_systems systems, imsi_table *table);

/** Appends the places alone, each once. IMS_NOMEM. */
ims_status imsi_held_name_support_places(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text);

/** Appends the claims on a demand that do not count for the system, each with the reason and its place. IMS_NOMEM. */
ims_status imsi_held_name_doubts(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text);

/** `proposed` gets how many of these count once they are confirmed. IMS_NOMEM. */
ims_status imsi_held_count_proposed(const imsi_held *held, uint32_t system, ims_node demand, size_t *proposed);

/** Appends the documents that serve the other systems as the method of `had`, each after its system. Nothing where what
    is had stands in no register. IMS_NOMEM. */
ims_status imsi_held_name_methods(const imsi_held *held, uint32_t system, ims_node had, imsi_strbuf *text);

/** Appends what of other systems has to do with a demand (of imsi_share): what imsi_coverage_shares finds, or the
   demand itself where another system of the same edition has it. IMS_NOMEM. */
ims_status imsi_held_shares(const imsi_evidence *evidence, uint32_t system, const imsi_need *need, imsi_vec *shares);

/** Appends the duties of a demand that are not met: `record: minutes (if ...)`. */
void imsi_held_name_lacking(const imsi_held *held, const imsi_shown *shown, imsi_strbuf *text);

/** Appends the nonconformities that are open against a demand, with grade and place. IMS_NOMEM. */
ims_status imsi_held_name_findings(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text);

/** Nonconformities that are open. Initialise with IMSI_OPEN_FINDINGS; free `findings`. */
typedef struct imsi_open_findings {
  imsi_vec findings; /**< of ims_entry, each once */
  size_t demands;    /**< of which system soever, that one of them is open against */
} imsi_open_findings;

#define IMSI_OPEN_FINDINGS ((imsi_open_findings){ IMSI_VEC(ims_entry), 0 })

/** Adds those that are open against a demand. IMS_NOMEM. */
ims_status imsi_held_count_findings(const imsi_held *held, uint32_t system, ims_node demand, imsi_open_findings *open);

/** Adds above the table how many there are; nothing for none. */
void imsi_held_add_findings(const imsi_held *held, const imsi_open_findings *open, imsi_table *table);

/** Adds above the table which controls the Statement of Applicability has that are the organization's own, of which no
    demand tells; nothing for none. */
void imsi_held_add_own_controls(const imsi_held *held, imsi_table *table);

/** Appends the lines that leave a demand out and are not accepted, each with the reason and its place. IMS_NOMEM. */
ims_status imsi_held_name_refused(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text);

/** Appends how far the SoA says that the control is done that a demand is in; nothing if it does not say. */
void imsi_held_name_implementation(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text);

/** Appends what is missing where a part is there: sites, services, items. IMS_NOMEM. */
ims_status imsi_held_name_parts(const imsi_held *held, uint32_t system, const imsi_shown *shown, imsi_strbuf *text);

/** Appends the document of its own that is for other sites or services, and to which it is to be extended; nothing if
    there is none. IMS_NOMEM. */
ims_status imsi_held_name_extension(const imsi_held *held, uint32_t system, const imsi_shown *shown, imsi_strbuf *text);

/** Appends what a line says in a field, with its place: the reason why something is left out. */
void imsi_held_name_reason(const imsi_held *held, ims_entry line, imsi_strbuf *text);

#endif
