/** What the files of `matrix` share: clauses, documents and processes, and the marks between them. */
#ifndef IMSI_MATRIX_INTERNAL_H
#define IMSI_MATRIX_INTERNAL_H

#include "report/serving_internal.h"

/** Most columns of marks; where there would be more, they become a list in one cell. */
enum { IMSI_MATRIX_COLUMNS = 12 };

typedef enum imsi_matrix_by { IMSI_BY_CLAUSE, IMSI_BY_DOCUMENT, IMSI_BY_PROCESS } imsi_matrix_by;

/** What a mark means, in the order in which they stand in a cell. */
typedef enum imsi_mark_kind {
  IMSI_MARK_PROCESS,      /**< `C`: the process names the clause */
  IMSI_MARK_DOCUMENT,     /**< `D`: a document is claimed for all that the clause itself asks */
  IMSI_MARK_RECORD,       /**< `R`: a record is */
  IMSI_MARK_UNSAID,       /**< `U`: something is of which the register does not say which of the two */
  IMSI_MARK_PROCESS_PART, /**< `c`, `d`, `r`, `u`: the same for a part of it */
  IMSI_MARK_DOCUMENT_PART,
  IMSI_MARK_RECORD_PART,
  IMSI_MARK_UNSAID_PART,
  IMSI_MARK_PROPOSED, /**< `p`: proposed, and not confirmed by anybody */
  IMSI_MARK_EVERY,    /**< `e`: something that the clause asks applies to every process */
  IMSI_MARK_COUNT
} imsi_mark_kind;

/** A clause of a system that asks something itself. */
typedef struct imsi_matrix_row {
  uint32_t system;
  ims_node clause;
  uint32_t first, count; /**< its own demands, of imsi_serving */
  bool control;
  bool applies[IMS_SYSTEM + 1]; /**< whether some demand of it is said to, by ims_applies */
  ims_entry exemption;          /**< the line that takes all of it out; IMS_NO_ENTRY: none */
} imsi_matrix_row;

/** A mark in a row. */
typedef struct imsi_mark {
  uint32_t row;
  ims_entry subject; /**< the document, or with --by process the process */
  imsi_mark_kind kind;
  ims_entry through; /**< the document through which a process is marked; IMS_NO_ENTRY: none */
  ims_node claimed;  /**< what the register names; IMS_NO_NODE: a line of the SoA does, or EVERY */
  ims_pos pos;       /**< of the claim; EVERY: of the provision */
} imsi_mark;

/** What a run works with. */
typedef struct imsi_matrix_run {
  imsi_documents documents;
  imsi_matrix_by by;
  imsi_vec rows;         /**< of imsi_matrix_row: by system, requirements before controls as they stand */
  imsi_vec marks;        /**< of imsi_mark: by row, subject, kind, then as they were found */
  imsi_vec subjects;     /**< of ims_entry: what can be marked, in the order of the register */
  imsi_vec links;        /**< of imsi_link, by document: which processes it belongs to */
  imsi_strbuf strangers; /**< documents and processes that are named and are not in the register, with their places */
} imsi_matrix_run;

/** A document of a process. */
typedef struct imsi_link {
  ims_entry document, process;
} imsi_link;

/** The letter of a mark, and what it means for people; a static string. */
char imsi_mark_letter(imsi_mark_kind kind);
const char *imsi_mark_meaning(imsi_mark_kind kind);

/** Finds the rows. IMS_NOMEM. */
ims_status imsi_matrix_find_rows(imsi_matrix_run *run);

/** Finds which documents belong to which processes. IMS_NOMEM. */
ims_status imsi_matrix_find_links(imsi_matrix_run *run);

/** Finds the marks of documents, and with --by process those of processes through them, of their own, and of what
    applies to every process. IMS_NOMEM. */
ims_status imsi_matrix_find_marks(imsi_matrix_run *run);

/** Marks of a row, or of a row and a subject: `count` from the one returned on. */
const imsi_mark *imsi_matrix_marks(const imsi_matrix_run *run, uint32_t row, size_t *count);
const imsi_mark *imsi_matrix_marks_of(const imsi_matrix_run *run, uint32_t row, ims_entry subject, size_t *count);

/** Appends the letters of marks, each once. */
void imsi_matrix_name_marks(const imsi_mark *marks, size_t count, imsi_strbuf *text);

/** Appends what stands against a row as a whole: that it is not applicable, and where that is said; else nothing. */
void imsi_matrix_name_exemption(const imsi_matrix_run *run, const imsi_matrix_row *row, imsi_strbuf *text);

/** The same, else that it is said and not accepted, and where there are no marks that nothing is registered, or why
   what is does not count. Takes the marks of the row. IMS_NOMEM. */
ims_status imsi_matrix_name_remark(const imsi_matrix_run *run, const imsi_matrix_row *row, const imsi_mark *marks,
                                   size_t count, imsi_strbuf *text);

/** Appends to whom the demands of a row are said to apply. */
void imsi_matrix_name_applies(const imsi_matrix_row *row, imsi_strbuf *text);

/** Adds above the table how many clauses are marked, below it what the marks mean. */
void imsi_matrix_add_totals(const imsi_matrix_run *run, imsi_table *table);
void imsi_matrix_add_notes(const imsi_matrix_run *run, imsi_table *table);

/** Make the table in its forms. Return as ims_report.run. */
ims_status imsi_matrix_make_clauses(imsi_matrix_run *run, ims_table **finished);
ims_status imsi_matrix_make_documents(imsi_matrix_run *run, ims_table **finished);
ims_status imsi_matrix_make_long(imsi_matrix_run *run, ims_table **finished);

/** The columns of the long form. */
extern const ims_columns imsi_matrix_long_form;

#endif
