/** What the parts of the citation reader share: tokens that patterns find, what stands between them, look-ups. */
#ifndef IMSI_CITATION_INTERNAL_H
#define IMSI_CITATION_INTERNAL_H

#include "base/arena.h"
#include "base/vec.h"
#include "read/citation.h"

/** What a token is. */
typedef enum imsi_token_kind {
  IMSI_TOKEN_END,
  IMSI_TOKEN_SKIP,     /**< a date, a version, a path, a sum, a certificate's number: no clause */
  IMSI_TOKEN_NAMED,    /**< a framework or law that goes by a name */
  IMSI_TOKEN_STANDARD, /**< `ISO 9001:2015`, `EN 50126` */
  IMSI_TOKEN_BARE,     /**< `27001`, `20000-1:2018` */
  IMSI_TOKEN_ANNEX,
  IMSI_TOKEN_CONTROL,
  IMSI_TOKEN_CLAUSE,  /**< a word that only standards use for their parts */
  IMSI_TOKEN_SECTION, /**< a word that any text uses for its parts */
  IMSI_TOKEN_HOUSE,   /**< a word for a text that is no standard */
  IMSI_TOKEN_HERE,    /**< "below", "of this document" */
  IMSI_TOKEN_LAW,     /**< an abbreviation that looks like that of a law */
  IMSI_TOKEN_CODE,    /**< `QM-8.2` */
  IMSI_TOKEN_NUMBER
} imsi_token_kind;

enum { IMSI_CLAUSE_DEPTH = 4, IMSI_NOT_OURS = UINT32_MAX };

/** "9.3.1 f.", "9.3.1 ff.": what follows under the same clause counts, too. */
typedef enum imsi_following { IMSI_FOLLOWS_NONE, IMSI_FOLLOWS_ONE, IMSI_FOLLOWS_ALL } imsi_following;

/** A number as written. */
typedef struct imsi_clause_number {
  bool annex;
  bool wildcard; /**< `A.5.x` */
  unsigned char depth;
  unsigned char parts[IMSI_CLAUSE_DEPTH];
} imsi_clause_number;

typedef struct imsi_token {
  imsi_token_kind kind;
  size_t start, end;
  uint32_t standard;          /**< of STANDARD and BARE: index, or IMSI_NOT_OURS */
  const ims_edition *edition; /**< as its year says */
  unsigned year;              /**< 0: none */
  bool adopted;               /**< a national adoption, whose year is its own */
  imsi_clause_number number;
  uint32_t first_item, item_count;
  imsi_following following; /**< ONE stands beside the item `f`, and counts where there is no such item */
} imsi_token;

/** `d`, `d1`: two characters, the second may be NUL. */
typedef struct imsi_item {
  char letter, digit;
} imsi_item;

/** A standard that has clauses in the model. */
typedef struct imsi_standard {
  const char *name;
  const ims_edition *fallback; /**< the default or the only edition; NULL if there is none */
  uint32_t first, count;       /**< of its editions in `editions` */
  bool annex;                  /**< it has an Annex A */
} imsi_standard;

struct imsi_citations {
  const ims_model *model;
  imsi_arena arena;
  imsi_vec standards; /**< of imsi_standard */
  imsi_vec editions;  /**< of const ims_edition *, that have clauses, by standard */
  imsi_vec tokens;    /**< of imsi_token, the last is IMSI_TOKEN_END */
  imsi_vec items;     /**< of imsi_item */
  struct imsi_patterns *patterns;
};

/** Where a pattern may begin. */
typedef enum imsi_starts {
  IMSI_STARTS_ANY,
  IMSI_STARTS_LETTER, /**< with the first letter of a word */
  IMSI_STARTS_SIGN,   /**< with a figure or a sign, or with a letter outside ASCII */
  IMSI_STARTS_LAST    /**< anywhere, if nothing else does */
} imsi_starts;

/** How a kind of token looks. */
typedef struct imsi_pattern {
  imsi_starts starts;
  imsi_token_kind kind;
  const char *text;
} imsi_pattern;

/** The patterns in order; the text of the last is NULL. */
extern const imsi_pattern imsi_citation_patterns[];

/* ---- tokens ---- */

/** Says which standard and edition a token of STANDARD or BARE names. */
void imsi_token_standard(const imsi_citations *c, const char *text, imsi_token *token);
/** Reads the number of a token; false if it cannot be one of a clause, as with a zero. */
bool imsi_token_number(const char *text, imsi_token *token);
/** Reads the items that follow a number, into `items`, and moves the token's end behind them. */
ims_status imsi_token_items(imsi_citations *c, const char *text, size_t size, imsi_token *token);
/** Reads what says that following clauses count, behind a number or its only item, and moves the token's end behind it.
 */
void imsi_token_following(const imsi_citations *c, const char *text, size_t size, imsi_token *token);
/** True if the words "control" or "measure" are in the text, in one of the languages. */
bool imsi_speaks_of_controls(const char *text, size_t size);
/** True if this is Annex A, or "Annex" with a number of it behind. */
bool imsi_token_annex_a(const char *text, size_t size, const imsi_token *token);

/** What stands between two tokens. */
typedef struct imsi_gap {
  unsigned words;      /**< that mean nothing here */
  unsigned of, weak;   /**< "of", "von"; "in", "nach" */
  unsigned signs;      /**< commas and what else makes a list */
  unsigned commas;     /**< of these */
  unsigned list_words; /**< "and", "oder" */
  unsigned range;      /**< dashes and "to" */
  bool any_word;       /**< of whatever meaning */
  bool open, close, colon, sentence, bar, line;
} imsi_gap;

imsi_gap imsi_gap_read(const char *text, size_t from, size_t to);
/** Nothing but signs that do not end anything. */
bool imsi_gap_joins(const imsi_gap *gap);
/** The same, or words such as "in" and "according to". */
bool imsi_gap_leads(const imsi_gap *gap);
bool imsi_gap_is_list(const imsi_gap *gap);
bool imsi_gap_is_range(const imsi_gap *gap);
/** "of the", "der Norm". */
bool imsi_gap_is_of(const imsi_gap *gap);
/** "in the", "nach". */
bool imsi_gap_is_in(const imsi_gap *gap);

/** Reads the tokens again and hands over what they cite. */
ims_status imsi_citations_decide(imsi_citations *c, const imsi_citation_context *context, const char *text, size_t size,
                                 imsi_citation_found *found, void *found_context);

/* ---- look-ups ---- */

/** Whom a run of numbers is said of. */
typedef struct imsi_cited {
  uint32_t standard;          /**< index, or IMSI_NOT_OURS */
  const ims_edition *edition; /**< named in the text or by the context */
  const ims_edition *nearest; /**< of an adoption: the last edition before its year */
  unsigned year;              /**< of no edition; 0: none */
  bool named;                 /**< `edition` is named in the text */
  bool open;                  /**< the year is of no edition */
  bool annex;                 /**< controls, where there is a choice */
  bool carried;
} imsi_cited;

/** Where what was found goes. */
typedef struct imsi_cited_sink {
  imsi_citation_found *found;
  void *context;
} imsi_cited_sink;

/** Fills the model's standards in. IMS_OK or IMS_NOMEM. */
ims_status imsi_standards_find(imsi_citations *c);
/** The standard of that name, or IMSI_NOT_OURS. */
uint32_t imsi_standard_named(const imsi_citations *c, const char *name, size_t size);
/** Of an adoption whose year is of no edition: the last edition before it; NULL if it is none, or there is none. */
const ims_edition *imsi_standard_nearest(const imsi_citations *c, const imsi_token *token);
/** The edition of that year; NULL if there is none, or the year is 0. */
const ims_edition *imsi_standard_of_year(const imsi_citations *c, uint32_t standard, unsigned year);
/** The year in "in the 2022 edition", "der Ausgabe 2022", with which the text begins; 0 if it does not. */
unsigned imsi_edition_year(const char *text, size_t size);
/** The only standard with an Annex A, or IMSI_NOT_OURS. */
uint32_t imsi_standard_annex(const imsi_citations *c);
/** True if the number is a clause of what is cited. */
bool imsi_cited_has(const imsi_citations *c, const imsi_cited *cited, const imsi_clause_number *number);
/** True if the number can only be a control of Annex A. */
bool imsi_cited_is_control(const imsi_citations *c, const imsi_cited *cited, const imsi_clause_number *number);
/** Hands over the clause of a token, with its items. */
ims_status imsi_cited_emit(const imsi_citations *c, const imsi_cited *cited, const imsi_token *token,
                           imsi_cited_sink sink);
/** Hands over what lies strictly between two numbers, then the second. */
ims_status imsi_cited_range(const imsi_citations *c, const imsi_cited *cited, const imsi_token *from,
                            const imsi_token *to, imsi_cited_sink sink);

#endif
