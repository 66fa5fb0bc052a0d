/** What the files of the register's reader share: what is being read, and what waits until all systems are known. */
#ifndef IMSI_READ_REGISTER_INTERNAL_H
#define IMSI_READ_REGISTER_INTERNAL_H

#include "base/diag.h"
#include "base/intern.h"
#include "model/register_build.h"
#include "read/citation.h"
#include "read/source.h"

/** What a name of a column means in sheets of a kind. */
typedef struct imsi_named_column {
  imsi_symbol name;
  int kind; /**< of entries; -1: of any that has the field */
  ims_field field;
  uint32_t order; /**< the first that fits counts */
} imsi_named_column;

/** What is known of the clauses in a column, from its header or the name of its sheet. */
typedef struct imsi_clause_context {
  const ims_edition *edition; /**< of bare numbers; NULL: it is open */
  const char *standard;       /**< of them, if no edition is named; NULL: none */
  bool annex;                 /**< they are controls of Annex A, where there is a choice */
  bool clauses;               /**< the header of the column speaks of clauses */
  bool dated;                 /**< the edition is named with its year */
  bool weak;                  /**< it is what the sheet is about: the one system that an entry names counts more */
} imsi_clause_context;

/** A cell that can be understood once all systems are known. */
typedef struct imsi_waiting {
  ims_entry entry;
  const char *text; /**< the register's own copy: equal texts are the same pointer */
  uint32_t sheet, sheet_column;
  uint32_t line, column;
  uint32_t context; /**< in `contexts` */
  ims_field field;  /**< EDITION, SYSTEMS, CLAUSES; ID of a control */
} imsi_waiting;

/** How many problems of a kind a sheet has. */
typedef struct imsi_problem_count {
  const char *file, *sheet; /**< the register's own copies */
  ims_diag_id id;
  size_t count;
} imsi_problem_count;

/** What a text with clauses was understood as, in a context: the same text recurs by the thousand. */
typedef struct imsi_clause_memo {
  uint32_t first, count; /**< among the claims of the register */
  bool there;
} imsi_clause_memo;

enum { IMSI_PROBLEMS_SHOWN = 10 };

struct ims_register_reader {
  imsi_reporter reporter;
  const ims_model *model;
  ims_register *evidence;
  uint64_t max_size;
  bool file_failed;
  bool out_of_memory;
  imsi_vec waiting;  /**< of imsi_waiting, in the order of entries */
  imsi_vec contexts; /**< of imsi_clause_context; the first says nothing */
  imsi_intern ids;   /**< folded, with the kind in front */
  imsi_vec id_pos;   /**< of ims_pos, by symbol: where the entry stands */
  imsi_intern looks; /**< of ids that are not plain: as imsi_utf8_alike makes them, with the kind in front */
  imsi_vec look_pos; /**< of ims_pos, by symbol */
  imsi_vec problems; /**< of imsi_problem_count */
  imsi_vec unclear;  /**< of uint32_t: entries that name systems which are not known, in order */
  imsi_citations *citations;
  imsi_intern column_names; /**< of columns of sheets, as imsi_utf8_plain makes them */
  imsi_vec column_meanings; /**< of imsi_named_column, by name, then order; empty before the first sheet */
  imsi_intern words;        /**< cells with words that were looked at, with the field in front */
  imsi_vec word_values;     /**< of int, by symbol: what they mean plus 1; 0: not looked up */
  imsi_intern memo_keys;    /**< texts with clauses that were understood, with their context */
  imsi_vec memos;           /**< of imsi_clause_memo, by symbol */
  imsi_strbuf scratch;
  char no_edition[16]; /**< what came last before a `/` and is no edition, if it is that short; ends with NUL */
};

/** True if a text says that there is nothing: "-", "n/a", "none", or no text at all. */
bool imsi_says_nothing(const char *text, size_t size);

/** Reports a warning at a place and keeps it with the register: the sink gets the first ones of a kind in a sheet. */
ims_status imsi_reader_problem(ims_register_reader *reader, ims_diag_id id, ims_pos pos, const char *a, const char *b,
                               const char *c);

/** True if the last problem of that kind in the sheet of `pos` was shown. */
bool imsi_reader_shows(ims_register_reader *reader, ims_diag_id id, ims_pos pos);

/** Passes on what the reader of sheets says; of a warning as imsi_reader_problem does. */
ims_status imsi_reader_told(ims_register_reader *reader, const ims_diag *diag);

/** Says of which kinds there were more problems than were shown. */
ims_status imsi_reader_more_problems(ims_register_reader *reader);

/** Looks whether there is an entry of that kind with that id. If so reports it, with a note for the first, and sets
    `repeated`; else remembers it, and reports one that only looks the same. */
ims_status imsi_reader_id(ims_register_reader *reader, ims_entry_kind kind, const char *id, size_t size, ims_pos pos,
                          bool *repeated);

/** Adds a value to the last entry; a list is split at semicolons, commas and line breaks. As imsi_register_value. */
ims_status imsi_reader_value(ims_register_reader *reader, ims_field field, const char *text, size_t size,
                             int32_t number, uint32_t line, uint32_t column);

/** True for a field that can be understood only once all systems are known. */
bool imsi_field_waits(ims_entry_kind kind, ims_field field);

/** Keeps a cell until all systems are known; `text` is copied. */
ims_status imsi_reader_wait(ims_register_reader *reader, const imsi_waiting *waiting, size_t size);

/** Reads a file of elements. Returns as ims_register_reader_file. */
ims_status imsi_register_xml(ims_register_reader *reader, const char *name, imsi_source source);

/** Understands what has waited: the systems, then which of them entries name, then the clauses. */
ims_status imsi_register_resolve(ims_register_reader *reader);

/** The edition that `text` names whole: `9001:2015`, `ISO/IEC 27001:2022`, `ISO9001-2015`; without a year the usual
    one. NULL if there is none. `dated` is set to whether it gives the year. */
/* Reports a year of which no edition is known, and what is taken instead: `edition`, else the usual one of `standard`.
 */
ims_status imsi_register_year(ims_register_reader *reader, ims_pos pos, unsigned year, const char *standard,
                              const ims_edition *edition);

/* What a text means that names one standard with a year of which no edition is known; told. `*edition` gets NULL if it
   is no such text. */
ims_status imsi_edition_of_other_year(ims_register_reader *reader, const char *text, ims_pos pos,
                                      const ims_edition **edition);

const ims_edition *imsi_named_edition(const ims_model *model, const char *text, size_t size, bool *dated);

/** True if `word` of `size` bytes is one of a list with `|` between. */
bool imsi_is_among(const char *list, const char *word, size_t size);

/** True if the text, in small letters, means all systems: "all", "IMS". */
bool imsi_means_all_systems(const char *folded);

/** The edition that a system such as "isms", in small letters, is held against if nobody says which; NULL if the word
   is none for a system. */
const ims_edition *imsi_edition_of_system_word(const ims_model *model, const char *folded);

/** Looks for a word that takes something out again, "except" in one of the languages: returns its bytes and sets `at`
    to where it begins; 0 if there is none. */
size_t imsi_register_exception(const char *text, size_t *at);

/** Understands a cell with clauses: adds claims. `understood` is set to whether all of it was. */
ims_status imsi_register_clauses(ims_register_reader *reader, const imsi_waiting *waiting, bool *understood);

/**
 * Finds out whether a claim of a bare number may mean a control as well: its column is of a standard and speaks neither
 * of clauses nor of controls, and no column does for these; no word stands before the number; and with "A." before it
 * it is another clause of the edition.
 *
 * @param claim   Of a clause that exists.
 * @param text    What was read; `before` bytes of it stand before the number.
 * @param twin    Gets whether that is so.
 * @return IMS_OK or IMS_NOMEM. Cost: O(columns + bytes).
 */
ims_status imsi_register_twin(const ims_register_reader *reader, const imsi_clause_context *context,
                              const ims_claim *claim, const char *text, size_t before, bool *twin);

/** Understands the id of a control: a claim if it is one of Annex A. */
ims_status imsi_register_control(ims_register_reader *reader, const imsi_waiting *waiting);

/** The system among those known that is of the standard of `edition`; NULL if there is none. */
const ims_system *imsi_system_of(const ims_register *evidence, const ims_edition *edition);

#endif
