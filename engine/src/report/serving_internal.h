/** What the reports on documents and what they serve share: `shared`, `duties`, `matrix`. */
#ifndef IMSI_SERVING_INTERNAL_H
#define IMSI_SERVING_INTERNAL_H

#include "query/serving.h"
#include "query/table.h"
#include "report/held_internal.h"

/** What a run works with. Initialise with {0}; close it whatever became of it. */
typedef struct imsi_documents {
  imsi_held held;
  imsi_serving serving; /**< of all systems, looked at or not */
} imsi_documents;

/** Opens a register and finds what serves what. Returns as imsi_held_open. */
ims_status imsi_documents_open(imsi_documents *documents, const ims_report *report, const ims_model *model,
                               const ims_request *request, imsi_reporter *reporter);
void imsi_documents_close(imsi_documents *documents);

/** True if the system is one of those that are looked at. */
bool imsi_documents_shows(const imsi_documents *documents, uint32_t system);

/** Appends a line, if `text` does not have it already. */
void imsi_add_line(imsi_strbuf *text, const char *line);

/** Appends a place on a line of its own, if `text` does not have it already. */
void imsi_add_place(const imsi_held *held, imsi_strbuf *text, ims_pos pos);

/** Sets a cell to a text, empty if there is none. */
void imsi_set_filled(imsi_table *table, size_t column, const char *text);

/** Sets a cell to the reference of a node. */
void imsi_set_reference(imsi_table *table, size_t column, const ims_model *model, ims_node node);

/** Sets a cell to a place. */
void imsi_set_place(imsi_table *table, size_t column, ims_pos pos);

#endif
