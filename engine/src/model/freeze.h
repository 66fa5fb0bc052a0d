/** The steps that finish a model. Only builder.c's folder includes this. */
#ifndef IMSI_FREEZE_H
#define IMSI_FREEZE_H

#include "model/builder_parts.h"

/** Which of several units of one id counts, editions in natural order, and what refers to editions, families, bases. */
ims_status imsi_freeze_units(imsi_builder *builder);

/** Looks up both ends of every relation and verdict, checks them, and builds the adjacency. After the units. */
ims_status imsi_freeze_rows(imsi_builder *builder);

/** Notes, duties, amendments, topics and texts laid over. After the units. */
ims_status imsi_freeze_extras(imsi_builder *builder);

/* ---- freeze_lookup.c: what the steps share ---- */

/** The edition with that id, by its symbol; NULL if there is none. */
const ims_edition *imsi_freeze_edition(const imsi_builder *builder, imsi_symbol id);

/** The builder's index of a finished edition. */
uint32_t imsi_freeze_raw_edition(const imsi_builder *builder, const ims_edition *edition);

/** The node of that name in the edition of that index (the builder's), else IMS_NO_NODE. */
uint32_t imsi_freeze_find(const ims_model *model, uint32_t raw_edition, imsi_symbol name);

/** Reports an unknown reference and names where it exists, if it does. */
void imsi_freeze_unknown(imsi_builder *builder, imsi_place place, const char *what, const ims_edition *edition,
                         imsi_symbol name);

/** Reports a basis that nobody defined. */
void imsi_freeze_check_basis(imsi_builder *builder, imsi_place place, imsi_symbol basis);

/** The string of a symbol. */
const char *imsi_freeze_text(const imsi_builder *builder, imsi_symbol symbol);

#endif
