/** Citations in free text: "ISO 9001, 8.4" becomes an edition and a clause. */
#ifndef IMSI_CITATION_H
#define IMSI_CITATION_H

#include "ims/model.h"

/** A clause that a text cites. */
typedef struct imsi_citation {
  const char *standard;       /**< `20000-1`, lives as long as the reader; "" if the text names none */
  const ims_edition *edition; /**< NULL: no year in the text, or one of no edition in the model */
  const ims_edition *meant; /**< that was looked in: `edition`, else the context's, else the default one, else the only
                                 one that has the clause; NULL if open, which it is for a year of no edition */
  unsigned year;            /**< that the text gives, and no edition has; `meant` is then a guess; else 0 */
  const char *clause;       /**< normalised: `A.5.19`, `9.3.2`, items as `6.1.3(d)`; dies with the call */
  ims_node node; /**< in `meant`; IMS_NO_NODE if it does not exist there; of an item that is not listed, the clause */
  const ims_edition *elsewhere; /**< if there is no node: an edition of the same standard that has it, else NULL */
  bool item_unknown;
  bool carried;        /**< the standard comes from the context or from earlier in the text */
  size_t offset, size; /**< bytes of the text it was read from */
} imsi_citation;

/** Compiled patterns and the memory that a reading needs; one per thread. */
typedef struct imsi_citations imsi_citations;

/** What is said around the text, by the header of a column, a heading, a system. Initialise with {0}. */
typedef struct imsi_citation_context {
  const ims_edition *edition;
  const char *standard; /**< if no edition is named: `9001`; NULL or "": none */
  unsigned year;        /**< told by a header, of no edition; else 0 */
  bool clauses_only;    /**< the text holds clause numbers and nothing else: numbers alone count */
  bool annex;           /**< and they are controls of Annex A, where there is a choice */
} imsi_citation_context;

/** Receives a citation. Returns IMS_OK to go on; anything else ends the reading and is returned. */
typedef ims_status imsi_citation_found(void *context, const imsi_citation *citation);

/**
 * Makes a reader for the standards that have clauses in `model`, which has to outlive it.
 *
 * @return IMS_OK or IMS_NOMEM.
 */
ims_status imsi_citations_new(const ims_model *model, imsi_citations **citations);

/** Accepts NULL. */
void imsi_citations_free(imsi_citations *citations);

/**
 * Reads `size` bytes, in any encoding that has ASCII in it, and calls `found` for each clause, in the order of the
 * text; ranges are expanded to siblings, as is "9.3.1 ff.", of which "9.3.1 f." is the next one only, unless 9.3.1 has
 * an item f; wildcards to what they stand for, several items of a clause are several
 * citations.
 *
 * A number counts if a standard stands directly before it or is what it is said to be of; after a word such as "clause"
 * also if a standard was named earlier, or by the context; numbers of Annex A always; a number at the beginning if the
 * context names a standard that has it. Other standards end the reach of those before them. `ISO 20000` is
 * taken for 20000-1. Under a standard with an Annex A a number that is both a clause and a control is the clause,
 * unless "Annex A" or "control" stands before it; three-level numbers of Annex A are looked for in the one edition that
 * has them. The year of a national adoption (EN, DIN, BS, NBR, ...) that is no edition is looked for in the last
 * edition before it.
 *
 * Where the context says `clauses_only`, what looks like a number and was not understood is handed over as well, with
 * no standard and the bytes as they stand.
 *
 * @param context  NULL: nothing is known.
 * @return IMS_OK; IMS_LIMIT if a pattern was given up at its limit, nothing after that was read; IMS_NOMEM; what
 * `found` returned. Cost: O(bytes + citations).
 */
ims_status imsi_citations_read(imsi_citations *citations, const imsi_citation_context *context, const char *text,
                               size_t size, imsi_citation_found *found, void *found_context);

/**
 * What a header says about the texts below it: sets edition and standard if it names one standard, and leaves them as
 * they are if it names none, several, or a document of the house; sets `annex` if it speaks of Annex A or of controls.
 * A year of no edition goes into `year`, and the edition of an adoption is then the last one before it.
 *
 * @param named  Gets the number of standards that it names, those of others included; 2 stands for more.
 * @return as imsi_citations_read.
 */
ims_status imsi_citations_header(imsi_citations *citations, const char *text, size_t size,
                                 imsi_citation_context *context, size_t *named);

/** True if the text ends in the middle of a citation, which the next line may end: "clause 6.1.3 d) of". */
bool imsi_citations_open(const char *text, size_t size);

/** Steps that a pattern may take at one place; for tests. */
void imsi_citations_limit(imsi_citations *citations, uint32_t steps);

#endif
