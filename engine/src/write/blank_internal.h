/** What blank registers are made of. */
#ifndef IMSI_BLANK_INTERNAL_H
#define IMSI_BLANK_INTERNAL_H

#include "base/arena.h"
#include "base/vec.h"
#include "ims/blank.h"

/** One line for whoever fills in that field of that kind of entry, at most 250 bytes, without "--". A static string. */
const char *imsi_blank_note(ims_entry_kind kind, ims_field field);

/** A row of what is known: texts by field, NULL where there is none. */
typedef struct imsi_blank_row {
  const char *texts[IMS_FIELD_COUNT];
} imsi_blank_row;

/** What is known of all kinds; initialise with IMSI_BLANK_KNOWN. */
typedef struct imsi_blank_known {
  const char *organization; /**< "" if it is not known; well-formed UTF-8, as all here. */
  imsi_blank_row *systems;
  size_t system_count;
  imsi_vec controls; /**< of imsi_blank_row: that a Statement of Applicability has to decide on */
  imsi_arena arena;
} imsi_blank_known;

#define IMSI_BLANK_KNOWN ((imsi_blank_known){ .controls = IMSI_VEC(imsi_blank_row) })

/** Looks through a request. Returns as ims_blank_workbook; `known` is to be freed in any case. */
ims_status imsi_blank_know(const ims_model *model, const ims_blank *given, ims_diag_sink diags,
                           imsi_blank_known *known);
void imsi_blank_known_free(imsi_blank_known *known);

/** The rows of a kind that are known; `count` gets their number. Borrowed; `one` is room for a single one. */
const imsi_blank_row *imsi_blank_rows(const imsi_blank_known *known, ims_entry_kind kind, imsi_blank_row *one,
                                      size_t *count);

#endif
