/** Blank registers and profiles: what somebody who has neither begins with. */
#ifndef IMS_BLANK_H
#define IMS_BLANK_H

#include "ims/diag.h"
#include "ims/model.h"
#include "ims/register.h"
#include "ims/sink.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A management system: what it is called, and the standard it is built on, as people write it (`27001`). */
typedef struct ims_blank_system {
  const char *id;
  const char *standard;
} ims_blank_system;

/** What is known from the start. Initialise with {0} for nothing. */
typedef struct ims_blank {
  const char *organization; /**< NULL: not known. */
  const ims_blank_system *systems;
  size_t system_count;
  bool with_profile; /**< A profile of the same says who the organization is: a workbook leaves that out. */
} ims_blank;

/**
 * Writes a workbook to fill in: a sheet that says what goes where, then one for each kind of entry, with notes on the
 * columns and lists to choose from. The controls of the standards are listed, undecided. Two lines show what a document
 * looks like; they are drafts, so they count for nothing. The same request gives the same bytes.
 *
 * @param model  Knows the editions that the systems name.
 * @param diags  Gets what is wrong with the request.
 * @return IMS_OK; IMS_NOT_FOUND if there is no such standard, IMS_INVALID if two systems have one name or one has none,
 *         reported; IMS_IO if the sink, or a file among the temporary ones, failed; IMS_NOMEM.
 */
IMS_API ims_status ims_blank_workbook(const ims_model *model, const ims_blank *given, ims_diag_sink diags,
                                      ims_sink sink);

/** Writes a profile to fill in: what is known, and as a comment what may be said. Returns as ims_blank_workbook. */
IMS_API ims_status ims_blank_profile(const ims_model *model, const ims_blank *given, ims_diag_sink diags,
                                     ims_sink sink);

/** Writes one kind of entry as comma-separated values: the titles of the columns, and what is known. Returns as
    ims_blank_workbook. */
IMS_API ims_status ims_blank_sheet(const ims_model *model, const ims_blank *given, ims_entry_kind kind,
                                   ims_diag_sink diags, ims_sink sink);

#ifdef __cplusplus
}
#endif
#endif
