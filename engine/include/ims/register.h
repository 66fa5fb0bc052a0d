/**
 * Registers: what an organization has, and who it is.
 *
 * A register is what was read from spreadsheets and from a profile: entries of a few kinds, each with its fields, and
 * the clauses that they name, all with their places. It is immutable and always const; its strings and arrays are
 * borrowed and live as long as it does, and as the model that it was read against. A missing string is "", never NULL;
 * a list of nothing is NULL with a count of 0. An entry comes from the same register, a field is one of the
 * enumeration: nothing else is checked. Cost is constant where it is not given.
 */
#ifndef IMS_REGISTER_H
#define IMS_REGISTER_H

#include "ims/diag.h"
#include "ims/model.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ims_register ims_register;

/** A line of a register. */
typedef struct ims_entry {
  uint32_t index;
} ims_entry;

/** Means "no entry". */
#define IMS_NO_ENTRY UINT32_MAX

typedef enum ims_entry_kind {
#define IMS_ENTRY(symbol, key, title) IMS_ENTRY_##symbol,
#include "ims/register.def"
  IMS_ENTRY_KIND_COUNT
} ims_entry_kind;

typedef enum ims_field {
#define IMS_FIELD(symbol, key, kind, title) IMS_FIELD_##symbol,
#include "ims/register.def"
  IMS_FIELD_COUNT
} ims_field;

/** What a field holds. */
typedef enum ims_field_kind {
  IMS_HOLDS_TEXT,
  IMS_HOLDS_LIST,   /**< texts with semicolons, commas or line breaks between them */
  IMS_HOLDS_DAY,    /**< see ims_day */
  IMS_HOLDS_NUMBER, /**< from 0 */
  IMS_HOLDS_WORD,   /**< one of a few words */
  IMS_HOLDS_CLAUSES,
  IMS_HOLDS_SYSTEMS,
  IMS_HOLDS_EDITION
} ims_field_kind;

/** A day as the number yyyymmdd, such as 20261128; 0 means "not said". */
typedef int32_t ims_day;

/** True if the number is a day of the Gregorian calendar from 1583 to 9999. */
IMS_API bool ims_day_valid(ims_day day);

/** The values of fields of words; 0 means "not said". */
typedef enum ims_document_kind { IMS_IS_DOCUMENT = 1, IMS_IS_RECORD } ims_document_kind;
typedef enum ims_claim_coverage { IMS_CLAIM_FULL = 1, IMS_CLAIM_PARTIAL, IMS_CLAIM_PROPOSED } ims_claim_coverage;
typedef enum ims_extent { IMS_EXTENT_OWN = 1, IMS_EXTENT_SHARED, IMS_EXTENT_INHERITED } ims_extent;
typedef enum ims_document_status { IMS_DRAFT = 1, IMS_VALID, IMS_OBSOLETE } ims_document_status;
typedef enum ims_party_kind { IMS_PARTY_EXTERNAL = 1, IMS_PARTY_INTERNAL, IMS_PARTY_CUSTOMER } ims_party_kind;
typedef enum ims_applicable { IMS_APPLICABLE_YES = 1, IMS_APPLICABLE_NO } ims_applicable;
typedef enum ims_implementation {
  IMS_IMPLEMENTED = 1,
  IMS_PARTLY_IMPLEMENTED,
  IMS_IMPLEMENTATION_PLANNED,
  IMS_NOT_IMPLEMENTED
} ims_implementation;
typedef enum ims_exemption { IMS_NOT_APPLICABLE = 1, IMS_NO_OCCURRENCE } ims_exemption;
typedef enum ims_progress { IMS_PROGRESS_PLANNED = 1, IMS_PROGRESS_OPEN, IMS_PROGRESS_CLOSED } ims_progress;
typedef enum ims_grade { IMS_MAJOR = 1, IMS_MINOR, IMS_OBSERVATION } ims_grade;

/** Key and title of a kind of entry, of a field; static strings. */
IMS_API const char *ims_entry_kind_key(ims_entry_kind kind);
IMS_API const char *ims_entry_kind_title(ims_entry_kind kind);
IMS_API const char *ims_field_key(ims_field field);
IMS_API const char *ims_field_title(ims_field field);
IMS_API ims_field_kind ims_field_kind_of(ims_field field);
/** The word for a value of a field of words; "" for 0 and for other fields. A static string. */
IMS_API const char *ims_field_word(ims_field field, int value);
/** The fields of a kind of entry in the order in which people see them; `count` gets their number. A static array. */
IMS_API const ims_field *ims_entry_kind_fields(ims_entry_kind kind, size_t *count);
/** True if an entry of that kind says nothing without that field. */
IMS_API bool ims_field_required(ims_entry_kind kind, ims_field field);

/* ---- what was read ---- */

/** A column of a sheet, an attribute of an element. */
typedef struct ims_sheet_column {
  const char *title; /**< As written. */
  ims_field field;   /**< IMS_FIELD_COUNT: nothing was understood, and its cells are not looked at */
  const char *how;   /**< Why: "name", "first word", "content", or what is against it; a static string. */
  size_t cells;      /**< That are not empty. */
  size_t understood;
  ims_pos pos;
} ims_sheet_column;

/** A sheet, or a file that has none. */
typedef struct ims_sheet {
  const char *file;
  const char *name;    /**< "" in a file without sheets */
  ims_entry_kind kind; /**< IMS_ENTRY_KIND_COUNT: nothing was understood; then `how` tells why */
  const char *how;
  const char *edition; /**< Id of the edition that its name or header sets for bare clause numbers, else "". */
  uint32_t header;     /**< The row of the headers; 0: none was found, or the file has elements. */
  bool hidden;
  size_t rows;        /**< Below the header that are not empty. */
  size_t entries;     /**< Of them, those that became entries. */
  size_t repeated;    /**< Of them, those that repeat an id; they were left out, reported. */
  size_t empty;       /**< Of them, those without any field that says something; left out, reported. */
  size_t sections;    /**< Of them, headings between the lines. */
  size_t undecided;   /**< Of them, those of a report that nobody has filled in; left out. */
  size_t hidden_rows; /**< Of them, those that are hidden; read like the others. */
  size_t inferred;    /**< Entries whose kind (document, record) was told from their type or title. */
  size_t formulas;    /**< Cells whose text is the last result of a formula. */
  size_t merged;      /**< Cells that continue a merged range: they are empty. */
  const ims_sheet_column *columns;
  size_t column_count;
} ims_sheet;

IMS_API const ims_sheet *ims_register_sheets(const ims_register *evidence, size_t *count);

/** Something in a register that was not understood, or not taken as it stands. The rest was read. */
typedef struct ims_problem {
  ims_diag_id id;
  ims_pos pos;
  const char *text; /**< As in a message. */
} ims_problem;

/** The problems, as they were found; the sink got the first of each kind in a sheet. */
IMS_API const ims_problem *ims_register_problems(const ims_register *evidence, size_t *count);

/* ---- entries ---- */

/** Number of entries of a kind, and each, in the order in which they were read. */
IMS_API size_t ims_register_count(const ims_register *evidence, ims_entry_kind kind);
IMS_API ims_entry ims_register_entry(const ims_register *evidence, ims_entry_kind kind, size_t index);
/** The entry of that kind with that id, without regard to case; IMS_NO_ENTRY if there is none. Cost: O(log entries). */
IMS_API ims_entry ims_register_find(const ims_register *evidence, ims_entry_kind kind, const char *id);

IMS_API ims_entry_kind ims_entry_kind_of(const ims_register *evidence, ims_entry entry);
/** The sheet that it stands in. */
IMS_API const ims_sheet *ims_entry_sheet(const ims_register *evidence, ims_entry entry);
/** What a field says, as written; "" if it says nothing. Cost of this and the following: O(fields of the entry). */
IMS_API const char *ims_entry_text(const ims_register *evidence, ims_entry entry, ims_field field);
/** Its id; of an entry without one its title. */
IMS_API const char *ims_entry_name(const ims_register *evidence, ims_entry entry);
/** 0 if the field says nothing, or something else. */
IMS_API ims_day ims_entry_day(const ims_register *evidence, ims_entry entry, ims_field field);
/** A value of the enumeration that goes with the field. */
IMS_API int ims_entry_word(const ims_register *evidence, ims_entry entry, ims_field field);
/** -1 if the field says nothing, or no number from 0 on. */
IMS_API int32_t ims_entry_number(const ims_register *evidence, ims_entry entry, ims_field field);
/** The parts of a list, in the order given. */
IMS_API const char *const *ims_entry_list(const ims_register *evidence, ims_entry entry, ims_field field,
                                          size_t *count);
/** Where a field stands; where the entry stands if the field says nothing. */
IMS_API ims_pos ims_entry_pos(const ims_register *evidence, ims_entry entry, ims_field field);

/* ---- systems ---- */

/** A set of systems: bit i is the system at index i. */
typedef uint32_t ims_systems;

/** Most systems that a register can have. */
#define IMS_SYSTEMS_MAX 32

/** A management system of the organization. */
typedef struct ims_system {
  uint32_t index;
  ims_entry entry; /**< IMS_NO_ENTRY: nobody listed it; it is there since the register names or cites its standard. */
  const char *id;  /**< `ISMS`; of one that nobody listed the part of the edition's id before the year. */
  const ims_edition *edition;
} ims_system;

/** The systems, in the order listed; those that nobody listed come last: first those that entries name, then those
   whose standard is cited, both in the order of editions. */
IMS_API const ims_system *ims_register_systems(const ims_register *evidence, size_t *count);
/** The systems that an entry names; without a field for them those of the editions that it cites. */
IMS_API ims_systems ims_entry_systems(const ims_register *evidence, ims_entry entry);
/** True if the entry itself names them. */
IMS_API bool ims_entry_names_systems(const ims_register *evidence, ims_entry entry);

/* ---- claims: the clauses that entries name ---- */

/** A clause that an entry names; of a control of Annex A its own id is one. */
typedef struct ims_claim {
  ims_entry entry;
  ims_node node;                /**< IMS_NO_NODE if there is no such clause. */
  const ims_edition *elsewhere; /**< Then an edition that has it; NULL if none has. */
  const ims_edition *edition;   /**< That was meant; NULL if it is open, or is not among the data. */
  const char *text;             /**< As understood, `9.3.2` or `6.1.3(d)`; of what was not understood as written. */
  ims_pos pos;
  ims_claim_coverage coverage; /**< FULL where nothing is said. */
  bool dated;                  /**< The text itself, or its column, gives the edition. */
  bool confirmed;              /**< It counts: it is not marked as proposed. */
} ims_claim;

IMS_API size_t ims_claim_count(const ims_register *evidence);
IMS_API const ims_claim *ims_claim_at(const ims_register *evidence, size_t index);
/** The claims of an entry, in the order of the text. */
IMS_API const ims_claim *ims_entry_claims(const ims_register *evidence, ims_entry entry, size_t *count);
/** Indices of the claims on exactly this node, not on what it is in, in the order in which they were read.
    Cost: O(log claims). */
IMS_API const uint32_t *ims_node_claims(const ims_register *evidence, ims_node node, size_t *count);

/** Releases a register. Accepts NULL. */
IMS_API void ims_register_free(ims_register *evidence);

/* ---- reading ---- */

/** Collects files until they are finished into a register. */
typedef struct ims_register_reader ims_register_reader;

/** Initialise with {0}: then every limit has its default. */
typedef struct ims_register_options {
  uint64_t max_size; /**< Of one file, in bytes; 0: 512 MiB. */
} ims_register_options;

/**
 * Makes a reader.
 *
 * @param model    Borrowed until the register is freed.
 * @param options  Copied; NULL for the defaults.
 * @param sink     Gets every diagnostic while the reader lives.
 */
IMS_API ims_status ims_register_reader_new(const ims_model *model, const ims_register_options *options,
                                           ims_diag_sink sink, ims_register_reader **reader);

/** Gives everything up. Accepts NULL. */
IMS_API void ims_register_reader_free(ims_register_reader *reader);

/**
 * Reads a workbook, a delimited text or an XML file; what it is is seen from its content.
 *
 * @return IMS_OK; IMS_INVALID, IMS_IO or IMS_LIMIT if the file as such cannot be read to its end: all were reported,
 * what could be read was kept; IMS_NOMEM. A cell that is not understood is a warning, and the rest is read.
 */
IMS_API ims_status ims_register_reader_file(ims_register_reader *reader, const char *path);

/**
 * Reads a file, or a folder: the profile `imsmap.xml` in it, and the files whose names end in .csv or .tsv, in natural
 * order of names. Folders in it are left alone, and so are workbooks, which often hold the same lines again.
 *
 * @return As ims_register_reader_file; IMS_IO if there is no such file, reported.
 */
IMS_API ims_status ims_register_reader_path(ims_register_reader *reader, const char *path);

/** Reads `size` bytes; `name` stands for the file in messages. Returns as ims_register_reader_file. */
IMS_API ims_status ims_register_reader_memory(ims_register_reader *reader, const char *name, const char *data,
                                              size_t size);

/**
 * Makes the register. Only ims_register_reader_free may follow.
 *
 * @return IMS_OK; IMS_INVALID if a file as such could not be read: then there is no register; IMS_NOMEM.
 */
IMS_API ims_status ims_register_reader_finish(ims_register_reader *reader, ims_register **evidence);

#ifdef __cplusplus
}
#endif
#endif
