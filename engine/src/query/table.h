/** Building tables. A failed allocation is remembered, so that a report checks once, at the end. */
#ifndef IMSI_TABLE_H
#define IMSI_TABLE_H

#include "base/strbuf.h"
#include "ims/table.h"

typedef struct imsi_table imsi_table;

/** Starts a table. Name and columns are copied. NULL if there is no memory, which every call below accepts. */
imsi_table *imsi_table_new(const char *name, const ims_column *columns, size_t column_count);

/** Adds a line above or below the table; the text is copied. */
void imsi_table_caption(imsi_table *table, const char *text);
void imsi_table_note(imsi_table *table, const char *text);

/** Starts a row whose cells are all empty. */
void imsi_table_row(imsi_table *table, ims_row_kind kind);

/** Sets a cell of the last row; the text is copied, NULL empties the cell. */
void imsi_table_set(imsi_table *table, size_t column, const char *text);

/** Sets a cell to what `text` holds, empty if that is nothing; a failure of `text` becomes one of the table. */
void imsi_table_set_text(imsi_table *table, size_t column, const imsi_strbuf *text);

/** Sets a cell to a number in decimals. */
void imsi_table_set_number(imsi_table *table, size_t column, size_t number);

/** As above, for a line above or below the table. */
void imsi_table_caption_text(imsi_table *table, const imsi_strbuf *text);
void imsi_table_note_text(imsi_table *table, const imsi_strbuf *text);

/** Hands the table over. On failure (IMS_NOMEM) releases it and leaves `*finished` as it was. */
ims_status imsi_table_end(imsi_table *table, ims_table **finished);

/** Gives an unfinished table up. Accepts NULL. */
void imsi_table_drop(imsi_table *table);

#endif
