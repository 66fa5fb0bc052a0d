/** What the files share that read a register from sheets: columns, words and days as people write them. */
#ifndef IMSI_REGISTER_SHEET_INTERNAL_H
#define IMSI_REGISTER_SHEET_INTERNAL_H

#include "read/register_internal.h"
#include "read/sheet.h"

/* ---- days ---- */

/** Which comes first in 03/04/2026. */
typedef enum imsi_day_order { IMSI_DAY_ORDER_OPEN, IMSI_DAY_FIRST, IMSI_MONTH_FIRST } imsi_day_order;

typedef enum imsi_day_result {
  IMSI_DAY_GOOD,
  IMSI_DAY_AMBIGUOUS,
  IMSI_DAY_IMPOSSIBLE, /**< the form of a day, and no such day */
  IMSI_DAY_NOT         /**< not the form of a day; a month or a quarter is none */
} imsi_day_result;

typedef struct imsi_day {
  ims_day day, other;          /**< of an ambiguous one what it is with the day and with the month first */
  bool day_first, month_first; /**< which orders of numbers with `/` give a day */
} imsi_day;

/** Reads a day: 2026-11-28, 28.11.2026, 28/11/2026, 28 Nov 2026 and the like, with or without a time. `scratch` may
    fail; then the result means nothing. */
imsi_day_result imsi_day_read(const char *text, imsi_day_order order, imsi_strbuf *scratch, imsi_day *found);

/* ---- words; `plain` is what imsi_utf8_plain makes of a text ---- */

/** The value of a field of words that a word means, in English, German, French or Spanish; 0 if none. */
int imsi_word_value(ims_field field, const char *plain);

/** What stands in a column of marks: 1 for "x" and "yes", 0 for "no" and nothing, -1 for anything else. */
int imsi_mark_value(const char *text, size_t size, const char *plain);

/** Whether a type or a title tells of a document or a record; 0 if it tells neither, or both. */
int imsi_kind_of_words(const char *plain);

/* ---- columns ---- */

/** What a header means. */
typedef struct imsi_column_meaning {
  ims_field field; /**< IMS_FIELD_COUNT: nothing */
  const char *how; /**< a static string */
  int weight;      /**< how much it tells about the kind of the sheet */
  bool mark;       /**< its cells are marks: the header itself is the value */
} imsi_column_meaning;

/** Makes the names of columns ready. IMS_NOMEM. */
ims_status imsi_columns_prepare(ims_register_reader *reader);

/** What a header means in a sheet of that kind. */
imsi_column_meaning imsi_column_mean(const ims_register_reader *reader, const char *plain, ims_entry_kind kind);

/** True if entries of that kind have the field. */
bool imsi_kind_has_field(ims_entry_kind kind, ims_field field);

/** How much the name of a sheet tells that it is of that kind; 0: nothing. */
int imsi_kind_hint(const char *plain_name, ims_entry_kind kind);

/** True for the name of a sheet that is for people only. */
bool imsi_sheet_for_people(const char *plain_name);

/** True if all words of a header that names a standard speak of its clauses, or name it. */
bool imsi_only_clause_words(const char *plain);

/** True if one of the words of a header is one for clauses, and not for controls: "ISO 27001 clauses". */
bool imsi_speaks_of_clauses(const char *plain);

/* ---- sheets ---- */

/** What the cells of a column are taken for. */
typedef struct imsi_column {
  ims_field field;
  bool mark;
  const char *title;           /**< the register's own copy */
  uint32_t context;            /**< of clauses, in the contexts of the reader */
  const ims_edition *edition;  /**< that the header names: a mark in the column names its system */
  bool day_first, month_first; /**< a day in the column can only be read so */
  bool hidden;
  bool decides; /**< in a report: somebody filled it in */
} imsi_column;

/** A day that waits for the rest of its column. */
typedef struct imsi_open_day {
  ims_entry entry;
  const char *text;      /**< the register's own copy */
  uint32_t sheet_column; /**< in `columns` */
  ims_day day_first, month_first;
  ims_pos pos;
} imsi_open_day;

/** What a row says of a field. */
typedef struct imsi_row_value {
  size_t cells;
  const char *text; /**< of the first cell, trimmed; not terminated */
  size_t size;
  imsi_strbuf joined; /**< if there are several cells */
  int32_t number;
  ims_pos pos;
} imsi_row_value;

/** A sheet that is being read. */
typedef struct imsi_table_sheet {
  ims_register_reader *reader;
  uint32_t sheet;
  ims_entry_kind kind;
  imsi_vec columns;   /**< of imsi_column, as in the sheet; the last one is for cells without a header */
  imsi_vec by_number; /**< of uint32_t: the index in `columns` by the number of a column */
  imsi_vec open_days; /**< of imsi_open_day */
  imsi_row_value values[IMS_FIELD_COUNT];
  size_t fields; /**< columns that mean something */
  size_t hidden_columns;
  bool decisions; /**< a report of which only those lines are read that somebody decided on */
  size_t number_ids, without_header;
  ims_pos first_hidden, first_merged, first_number_id, first_without_header;
  imsi_strbuf plain, scratch;
} imsi_table_sheet;

/** Reads a row below the header. */
ims_status imsi_table_sheet_row(imsi_table_sheet *table, const imsi_sheet_row *row);

/** After the last row: decides on days that were open, tells what was hidden and merged. */
ims_status imsi_table_sheet_end(imsi_table_sheet *table);

/** A sheet whose headers are still looked for, or one whose rows are read. */
typedef struct imsi_sheet_reading {
  ims_register_reader *reader;
  const char *file;  /* the register's own copies */
  const char *name;  /* of the sheet; "" in a file without sheets, which pos.sheet tells */
  const char *title; /* what the sheet, or the file, is called */
  bool open, hidden;
  bool decided, ignored;
  ims_status telling; /* of what the reader of sheets said */
  imsi_arena arena;   /* of the rows that wait */
  imsi_vec rows;      /* of imsi_sheet_row */
  imsi_table_sheet table;
  imsi_strbuf plain, part;
} imsi_sheet_reading;

/** A row that may have the headers, in a sheet of a kind. */
typedef struct imsi_sheet_guess {
  ims_entry_kind kind;
  size_t row;
  size_t known; /* headers that mean something */
  int weight;
  bool named; /* something tells entries apart */
} imsi_sheet_guess;

/** The columns of a row with headers. */
typedef struct imsi_found_columns {
  imsi_vec columns;                   /* of imsi_column */
  imsi_vec shown;                     /* of ims_sheet_column */
  uint32_t by_field[IMS_FIELD_COUNT]; /* the first column of the field; UINT32_MAX: none */
  int id_weight;
} imsi_found_columns;

/** A header as words that can be compared; borrowed until the next one. */
const char *imsi_header_plain(imsi_sheet_reading *r, const char *text);

/** What a header means by the lists of names: whole, without what stands in brackets, or by one of several names. */
imsi_column_meaning imsi_header_mean(imsi_sheet_reading *r, const char *text, ims_entry_kind kind);

/** What a header means that is in no list: a system, a clause, or a standard, which `context` gets. */
ims_status imsi_header_mean_otherwise(imsi_sheet_reading *r, const char *text, ims_entry_kind kind,
                                      uint32_t sheet_context, imsi_column_meaning *found,
                                      imsi_citation_context *context);

/** What the sheet most likely is, and which row has its headers; `known` is 0 if nothing fits. */
ims_status imsi_sheet_guess_headers(imsi_sheet_reading *r, imsi_sheet_guess *best);

/** `lists` gets whether a sheet that documents or systems explain as well has a standard in each row, none twice, and
    says what the systems are limited to. IMS_NOMEM. */
ims_status imsi_sheet_lists_systems(imsi_sheet_reading *r, const imsi_sheet_guess *as_systems, bool *lists);

/** Where headers stand in two rows, titles of groups and names of columns, makes one of them: `g->row` is the lower one
    then, with the names that stand in the upper one only. IMS_OK or IMS_NOMEM. */
ims_status imsi_sheet_join_headers(imsi_sheet_reading *r, imsi_sheet_guess *g);

/** The one standard that the name of the sheet and what stands above the row `header` speak of: `index` gets where it
   is among the contexts, `edition` its edition; 0 and NULL if there is none, or several. */
ims_status imsi_sheet_context(imsi_sheet_reading *r, size_t header, uint32_t *index, const ims_edition **edition);

/** The columns of the row with the headers, and one for cells that stand below none. */
ims_status imsi_sheet_find_columns(imsi_sheet_reading *r, const imsi_sheet_guess *g, uint32_t sheet_context,
                                   imsi_found_columns *f);

/* ---- sheets that reports have made ---- */

/** Whether a sheet is a report of this program. */
typedef enum imsi_report_sheet {
  IMSI_NO_REPORT,
  IMSI_REPORT,        /**< that says nothing new */
  IMSI_REPORT_DECIDED /**< where people write what they decide */
} imsi_report_sheet;

/** The same by its name, in words that can be compared. */
imsi_report_sheet imsi_report_by_name(const char *plain_name);

/** The row of headers of a report where people decide; `known` is 0 if there is none. */
ims_status imsi_sheet_guess_decisions(imsi_sheet_reading *r, imsi_sheet_guess *best);

/** Makes columns those of a report: of all it says only what was decided, and on what, is read. */
ims_status imsi_sheet_find_decisions(imsi_sheet_reading *r, imsi_found_columns *f);

/** Reads sheets. Returns as ims_register_reader_file. */
ims_status imsi_register_sheets(ims_register_reader *reader, const char *path);
ims_status imsi_register_sheets_stream(ims_register_reader *reader, const char *name, imsi_source source);
ims_status imsi_register_sheets_memory(ims_register_reader *reader, const char *name, const char *data, size_t size);

#endif
