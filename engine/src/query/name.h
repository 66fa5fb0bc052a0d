/** How things are named to people. */
#ifndef IMSI_NAME_H
#define IMSI_NAME_H

#include "base/strbuf.h"
#include "ims/model.h"
#include "query/chain.h"

/** Appends a chain: `9001:2015/8.4.1 > hs:2021/8.1#3 = 27001:2022/8.1#2`. Steps are of imsi_step; a union is told by
    "(all parts)" after its symbol. Nothing for no steps. */
void imsi_name_chain(const ims_model *model, const imsi_step *steps, size_t count, imsi_strbuf *text);

/** Appends the title of a clause; of an untitled one that of the nearest clause above it, in parentheses. */
void imsi_name_title(const ims_model *model, ims_node clause, imsi_strbuf *text);

/** Appends what a node is called in a table: the title of a clause with its reservation, the own words of the rest. */
void imsi_name_label(const ims_model *model, ims_node node, imsi_strbuf *text);

/** Appends `27001:2022/A.5.19`. */
void imsi_name_reference(const ims_model *model, ims_node node, imsi_strbuf *text);

/** Appends `file:line`, or of a sheet `file:sheet!B7`. */
void imsi_name_place(ims_pos pos, imsi_strbuf *text);

/** Appends what is not confirmed about a clause, in brackets; nothing if all is. */
void imsi_name_reservation(const ims_model *model, ims_node node, imsi_strbuf *text);

/** Appends "ISO 9001:2015, Quality management systems - Requirements" and what limits it: provisional, superseded. */
void imsi_name_edition(const ims_edition *edition, imsi_strbuf *text);

/** Appends "ISO 9001:2015" and what limits it. */
void imsi_name_edition_short(const ims_edition *edition, imsi_strbuf *text);

/** Appends the id of the edition at `index` of a list without its year, `9001`; with it if the list has another edition
    of the same standard. */
void imsi_name_among(const ims_edition *const *editions, size_t count, size_t index, imsi_strbuf *text);

/** Appends a number of thousandths as a decimal: 850 becomes "0.85". */
void imsi_name_share(int thousandths, imsi_strbuf *text);

#endif
