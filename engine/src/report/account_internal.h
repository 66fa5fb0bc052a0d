/** What the files of the report `coverage` share: the work in hand, and the state of each demand of each system. */
#ifndef IMSI_ACCOUNT_INTERNAL_H
#define IMSI_ACCOUNT_INTERNAL_H

#include "report/held_internal.h"

/** A demand of a system. */
typedef struct imsi_account_line {
  uint32_t system;
  imsi_shown shown;
  bool proposed; /**< it is not evidenced, and somebody has proposed a document for it */
} imsi_account_line;

/** What a run works with. */
typedef struct imsi_account {
  imsi_held held;
  const char *clauses; /**< those that are asked for; NULL: all */
  imsi_vec lines;      /**< of imsi_account_line, by system, then as the document has them */
  imsi_vec stray;      /**< of uint32_t: claims of documents on nothing that is demanded of these systems */
} imsi_account;

/** How many demands are in which state. */
typedef struct imsi_account_tally {
  size_t states[IMSI_STATE_COUNT];
  size_t counted;  /**< in the total: neither not applicable nor without occurrence */
  size_t proposed; /**< of these, not evidenced, and something is proposed */
} imsi_account_tally;

void imsi_account_count(imsi_account_tally *tally, const imsi_account_line *line);

/** Appends `12 of 20 (60 %)`: what is evidenced of what counts; "none counts" if nothing does. */
void imsi_account_name_share(const imsi_account_tally *tally, imsi_strbuf *text);

/** Appends the other states that occur, with counts and shares, then what is out of the total, then what is proposed.
 */
void imsi_account_name_rest(const imsi_account_tally *tally, imsi_strbuf *text);

/** The clause at the top that a node is in. */
ims_node imsi_account_main_clause(const ims_model *model, ims_node node);

/** Adds what stands above the table. IMS_NOMEM. */
ims_status imsi_account_add_captions(const imsi_account *a, imsi_table *table);

/** Adds above the table how many claims count, what is against the others, and how many documents count only since the
    SoA names them. IMS_NOMEM. */
ims_status imsi_account_add_claims(const imsi_account *a, imsi_table *table);

/** Adds below the table what the words mean. */
void imsi_account_add_notes(const imsi_account *a, imsi_table *table);

/** What is said of a demand, a cell each. Initialise with {0}; free with imsi_account_cells_free. */
typedef struct imsi_account_cells {
  imsi_strbuf documents; /**< that count, with their places */
  imsi_strbuf places;    /**< the places alone, which only the long form fills */
  imsi_strbuf elsewhere; /**< what of another system has to do with it: what serves, and its documents */
  imsi_strbuf lacking;   /**< duties that are not met */
  imsi_strbuf doubts;    /**< claims that do not count, and why */
  imsi_strbuf exemption; /**< the reason why it is left out, or did not occur */
  imsi_strbuf finding;   /**< the nonconformities that are open against it */
  imsi_strbuf refused;   /**< lines that leave it out and are not accepted */
  imsi_strbuf part;      /**< what is missing where a part is there, or where its own document is to be extended to */
  imsi_strbuf doubted;   /**< checks that doubt what counts, which only the long form fills */
  imsi_strbuf soa;       /**< how far the SoA says that it is done, where it is not evidenced */
} imsi_account_cells;

void imsi_account_cells_free(imsi_account_cells *cells);

/** Fills the cells of a demand. IMS_NOMEM. */
ims_status imsi_account_describe(const imsi_account *a, const imsi_account_line *line, imsi_account_cells *cells);

/** Makes the table. Returns as ims_report.run. */
ims_status imsi_account_make_long(const imsi_account *a, ims_table **finished);
ims_status imsi_account_make_wide(const imsi_account *a, ims_table **finished);

/** The columns of the long form. */
extern const ims_columns imsi_account_long_form;

#endif
