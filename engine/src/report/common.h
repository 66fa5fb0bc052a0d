/** What several reports need: their arguments, and how they name things. */
#ifndef IMSI_REPORT_COMMON_H
#define IMSI_REPORT_COMMON_H

#include "base/diag.h"
#include "base/strbuf.h"
#include "ims/report.h"
#include "model/closure.h"
#include "query/chain.h"
#include "query/table.h"

/** The value of the parameter, the `nth` from 0 where it may be given several times; NULL if it is not given. */
const char *imsi_request_value(const ims_request *request, const char *name, size_t nth);

/** True if the flag is given. */
bool imsi_request_has(const ims_request *request, const char *name);

/** IMS_OK if every required parameter of the report is given, and a register if it needs one, else IMS_INVALID,
    reported. */
ims_status imsi_request_check(const ims_report *report, const ims_request *request, imsi_reporter *reporter);

/** Runs `answer` with a reporter for `sink`: what a report's `run` is made of. Returns what `answer` does. */
ims_status imsi_report_answer(ims_status (*answer)(const ims_model *model, const ims_request *request,
                                                   imsi_reporter *reporter, ims_table **table),
                              const ims_model *model, const ims_request *request, ims_diag_sink sink,
                              ims_table **table);

/** Says that a closure was given up, and at which of its own limits. */
void imsi_report_limit(imsi_reporter *reporter, imsi_limit reached);

/** Closes the model; warns of what contradicts itself, with the rows that do. IMS_NOMEM; IMS_LIMIT, reported. */
ims_status imsi_report_close(const ims_model *model, imsi_reporter *reporter, imsi_closure **closure);

/** Appends a chain: `9001:2015/8.4.1 > hs:2021/8.1#3 = 27001:2022/8.1#2`. Steps are of imsi_step; a union is told by
    "(all parts)" after its symbol. Nothing for no steps. */
void imsi_name_chain(const ims_model *model, const imsi_step *steps, size_t count, imsi_strbuf *text);

/** Appends the places of relations (indices, of uint32_t), each on a line. */
void imsi_name_places(const ims_model *model, const imsi_vec *rows, imsi_strbuf *text);

/** Appends the bases of relations, each once, with blanks between. */
void imsi_name_bases(const ims_model *model, const imsi_vec *rows, imsi_strbuf *text);

/** The standing of the least read of these relations (indices, of uint32_t). */
ims_standing imsi_rows_standing(const ims_model *model, const imsi_vec *rows);

/** Appends the confidence of the least sure of these relations: a chain is as sure as its weakest row. Nothing if one
   of them does not say how sure it is. */
void imsi_name_confidence(const ims_model *model, const imsi_vec *rows, imsi_strbuf *text);

/** Adds below the table on how many relations it rests and who has read them, after `start`. Puts `rows` (indices, of
    uint32_t) in order; one that is in it several times counts once. */
void imsi_note_standing(const ims_model *model, const char *start, imsi_vec *rows, imsi_table *table);

/** Appends texts (of const char *) with "; " between; with a `title`, on a line of their own after it. Nothing for no
    texts. */
void imsi_name_texts(imsi_strbuf *out, const char *title, const imsi_vec *texts);

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

/** Appends a number of thousandths as a decimal: 850 becomes "0.85". */
void imsi_name_share(int thousandths, imsi_strbuf *text);

#endif
