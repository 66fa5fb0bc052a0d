/** What people type for an edition or a clause. */
#ifndef IMSI_REFERENCE_H
#define IMSI_REFERENCE_H

#include "base/diag.h"
#include "ims/register.h"

/** The edition that `text` of `size` bytes names: an id (`9001:2015`), or the part before the year (`9001`, also `ISO
    9001`). That means the edition which the listed systems of `evidence` (NULL: none) are held against, if they agree,
    with a note where it is not the default; else the default or the only one. IMS_OK; IMS_NOT_FOUND, reported;
    IMS_NOMEM. */
ims_status imsi_reference_edition(const ims_model *model, const ims_register *evidence, const char *text, size_t size,
                                  imsi_reporter *reporter, const ims_edition **edition);

/** The edition that is meant where `edition` is the default of its standard: the one which the listed systems of
    `evidence` (NULL: none) are held against, if they agree; else itself. */
const ims_edition *imsi_reference_meant(const ims_register *evidence, const ims_edition *edition);

/** The node that `text` names: an edition, `/`, and a name in it. Returns as imsi_reference_edition. */
ims_status imsi_reference_node(const ims_model *model, const ims_register *evidence, const char *text,
                               imsi_reporter *reporter, ims_node *node);

/** An edition, or what `text` names in one: then `*node` gets it, else IMS_NO_NODE. Returns as imsi_reference_edition.
 */
ims_status imsi_reference_any(const ims_model *model, const ims_register *evidence, const char *text,
                              imsi_reporter *reporter, const ims_edition **edition, ims_node *node);

#endif
