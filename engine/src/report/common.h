/** What several reports need: their arguments, and how they name things; the rest of both is in query/. */
#ifndef IMSI_REPORT_COMMON_H
#define IMSI_REPORT_COMMON_H

#include "base/diag.h"
#include "base/strbuf.h"
#include "ims/report.h"
#include "query/close.h"
#include "query/name.h"
#include "query/request.h"
#include "query/table.h"

/** IMS_OK if every required parameter of the report is given, and a register if it needs one, else IMS_INVALID,
    reported. */
ims_status imsi_request_check(const ims_report *report, const ims_request *request, imsi_reporter *reporter);

/** Runs `answer` with a reporter for `sink`: what a report's `run` is made of. Returns what `answer` does. */
ims_status imsi_report_answer(ims_status (*answer)(const ims_model *model, const ims_request *request,
                                                   imsi_reporter *reporter, ims_table **table),
                              const ims_model *model, const ims_request *request, ims_diag_sink sink,
                              ims_table **table);

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

/** Appends a share to the nearest, in brackets after a blank: ` (60 %)`; ` (< 1 %)` for what is there and would be 0.
    `whole` is not 0. */
void imsi_name_percent(size_t part, size_t whole, imsi_strbuf *text);

/** Appends texts (of const char *) with "; " between; with a `title`, on a line of their own after it. Nothing for no
    texts. */
void imsi_name_texts(imsi_strbuf *out, const char *title, const imsi_vec *texts);

#endif
