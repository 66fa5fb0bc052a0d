/** Tables: what every report makes and every writer prints. */
#ifndef IMS_TABLE_H
#define IMS_TABLE_H

#include "ims/sink.h"
#include "ims/status.h"

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ims_column_kind {
  IMS_COLUMN_ID,     /**< numbers and references: always strings, never wrapped inside a word if avoidable */
  IMS_COLUMN_TEXT,   /**< prose: wraps */
  IMS_COLUMN_NUMBER, /**< an integer, or a decimal fraction: right-aligned, unquoted in JSON */
  IMS_COLUMN_FILL    /**< for people to fill in: empty so far */
} ims_column_kind;

/** A column. Strings are borrowed and live as long as the table. */
typedef struct ims_column {
  const char *key;   /**< For CSV, JSON and SQL: lower case with underscores. */
  const char *title; /**< For people. */
  ims_column_kind kind;
  bool detail; /**< Only shown where details are asked for (JSON always shows it). */
} ims_column;

typedef enum ims_row_kind {
  IMS_ROW_NORMAL,
  IMS_ROW_HEADING, /**< a clause without demands of its own */
  IMS_ROW_SECTION  /**< a line of text that opens a part of the table; only its first cell is set */
} ims_row_kind;

/** A finished table; immutable. Its strings live as long as it does. */
typedef struct ims_table ims_table;

/** Releases a table. Accepts NULL. */
IMS_API void ims_table_free(ims_table *table);

/** Name of the report that made the table, such as "correlate". */
IMS_API const char *ims_table_name(const ims_table *table);
/** Lines above the table: full names and editions, assumptions. `index` from 0. */
IMS_API size_t ims_table_caption_count(const ims_table *table);
IMS_API const char *ims_table_caption(const ims_table *table, size_t index);
/** Lines below the table: legend and reservations. `index` from 0. */
IMS_API size_t ims_table_note_count(const ims_table *table);
IMS_API const char *ims_table_note(const ims_table *table, size_t index);
IMS_API size_t ims_table_column_count(const ims_table *table);
IMS_API const ims_column *ims_table_column(const ims_table *table, size_t column);
IMS_API size_t ims_table_row_count(const ims_table *table);
IMS_API ims_row_kind ims_table_row_kind(const ims_table *table, size_t row);
/** A cell; lines are separated by '\n'. NULL if the cell is empty because nothing is known. */
IMS_API const char *ims_table_cell(const ims_table *table, size_t row, size_t column);

/** How to print. Initialise with {0} for the plain form. */
typedef struct ims_write_options {
  size_t width; /**< Columns of the terminal that text must fit; 0 = as wide as it takes. */
  bool color;   /**< Text may use terminal colours. */
  bool details; /**< Show detail columns too. */
} ims_write_options;

/** A format that tables can be written in: one const record in its own file. */
typedef struct ims_format {
  const char *name;      /**< As after `-f`. */
  const char *extension; /**< Of files, without the dot. */
  const char *summary;
  /** Writes the table. Returns IMS_OK, IMS_IO (the sink failed) or IMS_NOMEM. */
  ims_status (*write)(const ims_table *table, const ims_write_options *options, ims_sink sink);
} ims_format;

/** All formats in the order of the manual; `count` gets their number. */
IMS_API const ims_format *const *ims_formats(size_t *count);
/** The format called `name`, or with that file extension; NULL if there is none. */
IMS_API const ims_format *ims_format_find(const char *name);

#ifdef __cplusplus
}
#endif
#endif
