/* What goes into a field, in a line. */

#include "write/blank_internal.h"

static const char *const notes[IMS_FIELD_COUNT] = {
  [IMS_FIELD_ID] = "The number or short name by which everybody knows it; each once.",
  [IMS_FIELD_TITLE] = "What it is called.",
  [IMS_FIELD_KIND] = "document: says how something is done. record: shows that it was done.",
  [IMS_FIELD_TYPE] = "Policy, procedure, plan, minutes, log: whatever you call it.",
  [IMS_FIELD_EDITION] = "The standard the system is built on, with its year, such as 27001:2022.",
  [IMS_FIELD_SYSTEMS] = "The systems it counts for, by their ids, with commas between them.",
  [IMS_FIELD_CLAUSES] =
      "The clauses it serves, with the standard, such as ISO 9001:2015 7.5; ISO/IEC 27001:2022 A.5.37.",
  [IMS_FIELD_COVERAGE] =
      "full: does all that these clauses ask. partial: some of it. proposed: nobody has confirmed it, so it "
      "does not count.",
  [IMS_FIELD_EXTENT] = "own, shared with others, or inherited from a party that does it for you.",
  [IMS_FIELD_OWNER] = "Who answers for it.",
  [IMS_FIELD_PROCESSES] = "Ids of the processes it belongs to, with semicolons between them.",
  [IMS_FIELD_APPROVERS] =
      "Who approved it; where it counts for several systems, for which: QMS: A. Miller; ISMS: B. Jones.",
  [IMS_FIELD_LOCATION] = "Where it is kept: a path, an address, a system.",
  [IMS_FIELD_VERSION] = "The version that is in force.",
  [IMS_FIELD_STATUS] = "draft, valid or obsolete; only what is valid counts.",
  [IMS_FIELD_APPROVED] = "The day of its approval.",
  [IMS_FIELD_NEXT_REVIEW] = "The day by which it has to be looked through again.",
  [IMS_FIELD_FROM] = "Of a record: its day, or the first day of what it covers.",
  [IMS_FIELD_TO] = "Of a record: the last day of what it covers.",
  [IMS_FIELD_SCOPE] = "What it covers, in a sentence.",
  [IMS_FIELD_SITES] = "The sites it covers, with semicolons between them; empty: all.",
  [IMS_FIELD_UNITS] = "The units of the organization in scope, with semicolons between them.",
  [IMS_FIELD_SERVICES] = "The services it covers, with semicolons between them; empty: all.",
  [IMS_FIELD_COMPONENTS] = "The parts that services are made of, with semicolons between them.",
  [IMS_FIELD_INTERFACES] = "Where the system meets what is outside its scope, and on what it depends there.",
  [IMS_FIELD_PARTY] = "The party that provides it, if it is not your own.",
  [IMS_FIELD_RUN_BY] = "external, internal (another part of your company), or a customer that acts as a supplier.",
  [IMS_FIELD_CONFIRMED_BY] = "Who confirmed that it serves these clauses.",
  [IMS_FIELD_CONFIRMED_ON] = "The day on which that was confirmed.",
  [IMS_FIELD_CAPABILITY] = "How capable the process is, as a number on your scale, if you use one.",
  [IMS_FIELD_PERSONNEL] = "How many people are in scope, part-time work counted in parts.",
  [IMS_FIELD_CERTIFICATE] = "The number of the certificate, if there is one.",
  [IMS_FIELD_VALID_UNTIL] = "The day on which the certificate ends.",
  [IMS_FIELD_INPUTS] = "What goes in, and from where.",
  [IMS_FIELD_OUTPUTS] = "What comes out, and for whom.",
  [IMS_FIELD_MEASURES] = "What is measured.",
  [IMS_FIELD_APPLICABLE] = "yes or no; one left empty is not decided.",
  [IMS_FIELD_REASON] = "Why.",
  [IMS_FIELD_REASON_OUT] = "Why the control is left out.",
  [IMS_FIELD_IMPLEMENTATION] = "How far the control is put into practice.",
  [IMS_FIELD_EXEMPTION] = "not applicable: the clause cannot apply here. no occurrence: its case has not arisen.",
  [IMS_FIELD_DOCUMENTS] = "Ids of documents and records, with semicolons between them.",
  [IMS_FIELD_AUDITORS] = "The auditors, by name, with semicolons between them.",
  [IMS_FIELD_PROGRESS] = "planned, open or closed.",
  [IMS_FIELD_GRADE] = "major, minor or observation.",
  [IMS_FIELD_EVIDENCE] = "What was seen, said or read, so that others can see it too.",
  [IMS_FIELD_ACTION] = "What is done so that it does not come back.",
  [IMS_FIELD_DUE] = "The day by which it has to be done.",
  [IMS_FIELD_CLOSED] = "The day on which it was done.",
  [IMS_FIELD_EFFECTIVENESS] = "How it was checked that the action worked.",
  [IMS_FIELD_TARGET] = "The value to reach.",
  [IMS_FIELD_NOTE] = "Anything else. Nothing is read out of it.",
};

/* Fields that mean something else in one kind of entry. */
static const struct {
  ims_entry_kind kind;
  ims_field field;
  const char *note;
} others[] = {
  { IMS_ENTRY_ORGANIZATION, IMS_FIELD_TITLE, "The name of the organization." },
  { IMS_ENTRY_ORGANIZATION, IMS_FIELD_PERSONNEL, "How many people work there." },
  { IMS_ENTRY_SYSTEM, IMS_FIELD_ID, "What you call the system, such as QMS, SMS or ISMS." },
  { IMS_ENTRY_SYSTEM, IMS_FIELD_FROM, "The first day of the period that audits and records have to cover." },
  { IMS_ENTRY_SYSTEM, IMS_FIELD_TO, "The last day of that period." },
  { IMS_ENTRY_SYSTEM, IMS_FIELD_SITES, "The sites in scope, with semicolons between them." },
  { IMS_ENTRY_SYSTEM, IMS_FIELD_SERVICES, "The services in scope, with semicolons between them." },
  { IMS_ENTRY_CONTROL, IMS_FIELD_ID, "The number in Annex A, such as A.5.1, or a short name of your own." },
  { IMS_ENTRY_CONTROL, IMS_FIELD_REASON, "Why the control is taken: a risk, a law, a contract." },
  { IMS_ENTRY_EXCLUSION, IMS_FIELD_CLAUSES, "The clauses, with the standard, such as ISO 9001:2015 8.3." },
  { IMS_ENTRY_AUDIT, IMS_FIELD_CLAUSES,
    "The clauses that are audited, with the standard, such as ISO 9001:2015 4-10." },
  { IMS_ENTRY_AUDIT, IMS_FIELD_FROM, "The first day of the audit." },
  { IMS_ENTRY_AUDIT, IMS_FIELD_TO, "The last day of the audit." },
  { IMS_ENTRY_AUDIT, IMS_FIELD_PROCESSES, "Ids of the processes that are audited, with semicolons between them." },
  { IMS_ENTRY_AUDITOR, IMS_FIELD_TITLE, "The name of the person." },
  { IMS_ENTRY_AUDITOR, IMS_FIELD_SYSTEMS, "The systems that the person is competent to audit." },
  { IMS_ENTRY_AUDITOR, IMS_FIELD_PROCESSES, "Ids of the person's own processes, which others have to audit." },
  { IMS_ENTRY_AGENDA, IMS_FIELD_TITLE, "The point of the agenda." },
  { IMS_ENTRY_AGENDA, IMS_FIELD_CLAUSES, "Where the point is asked for, such as ISO/IEC 27001:2022 9.3.2 a)." },
  { IMS_ENTRY_AGENDA, IMS_FIELD_FROM, "The day of the review." },
  { IMS_ENTRY_FINDING, IMS_FIELD_TITLE, "What was found." },
  { IMS_ENTRY_FINDING, IMS_FIELD_CLAUSES, "The requirement that is not met, with the standard." },
  { IMS_ENTRY_FINDING, IMS_FIELD_FROM, "The day on which it was raised." },
  { IMS_ENTRY_PARTY, IMS_FIELD_TITLE, "The name of the party." },
  { IMS_ENTRY_PARTY, IMS_FIELD_SERVICES, "The services that it runs, with semicolons between them." },
  { IMS_ENTRY_PARTY, IMS_FIELD_COMPONENTS, "The parts of services that it runs, with semicolons between them." },
  { IMS_ENTRY_PARTY, IMS_FIELD_PROCESSES, "Ids of the processes that it runs, with semicolons between them." },
};

const char *imsi_blank_note(ims_entry_kind kind, ims_field field)
{
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (others[i].kind == kind && others[i].field == field)
      return others[i].note;
  return notes[field];
}
