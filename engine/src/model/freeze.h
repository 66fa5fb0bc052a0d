/** The steps that finish a model. Only builder.c's folder includes this. */
#ifndef IMSI_FREEZE_H
#define IMSI_FREEZE_H

#include "model/builder_parts.h"

/** Editions in natural order, mappings, and what they refer to. */
ims_status imsi_freeze_units(imsi_builder *builder);

/** Looks up both ends of every relation, verdict and guidance, checks them, and builds the adjacency. After the units.
 */
ims_status imsi_freeze_rows(imsi_builder *builder);

/** Applies what reviewers said of rows. After the rows. */
ims_status imsi_freeze_reviews(imsi_builder *builder);

/** Families, bases, topics, profiles, checks and audit time. After the units. */
ims_status imsi_freeze_catalogue(imsi_builder *builder);

/** Notes, duties, amendments and texts laid over. After the units. */
ims_status imsi_freeze_extras(imsi_builder *builder);

/* ---- what the steps share ---- */

/** Fills `chosen` (of uint32_t) with the indices of the units of `kind` that count, in the order in which they were
    read: of several with one id that in the highest layer. `what` names one in messages. IMS_NOMEM. */
ims_status imsi_freeze_choose(imsi_builder *builder, imsi_unit_kind kind, const char *what, imsi_vec *chosen);

/** The records of the builder. */
imsi_raw_edition *imsi_freeze_edition_at(const imsi_builder *builder, uint32_t index);
imsi_raw_mapping *imsi_freeze_mapping_at(const imsi_builder *builder, uint32_t index);

/** The edition with that id, by its symbol; NULL if there is none. */
const ims_edition *imsi_freeze_edition(const imsi_builder *builder, imsi_symbol id);

/** The builder's index of a finished edition. */
uint32_t imsi_freeze_raw_edition(const imsi_builder *builder, const ims_edition *edition);

/** The node of that name in the edition of that index (the builder's), else IMS_NO_NODE. */
uint32_t imsi_freeze_find(const ims_model *model, uint32_t raw_edition, imsi_symbol name);

/** Reports an unknown reference and names where it exists, if it does. */
void imsi_freeze_unknown(imsi_builder *builder, imsi_place place, const char *what, const ims_edition *edition,
                         imsi_symbol name);

/** The node that a link names; reports and gives IMS_NO_NODE if there is none. `what` has the link. */
uint32_t imsi_freeze_link(imsi_builder *builder, const imsi_raw_link *link, const char *what);

/** Reports a basis that nobody defined. */
void imsi_freeze_check_basis(imsi_builder *builder, imsi_place place, imsi_symbol basis);

/** The string of a symbol. */
const char *imsi_freeze_text(const imsi_builder *builder, imsi_symbol symbol);

#endif
