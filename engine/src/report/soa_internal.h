/** What the files of `soa` share: the work in hand, a line of it, and what is said of one. */
#ifndef IMSI_SOA_INTERNAL_H
#define IMSI_SOA_INTERNAL_H

#include "report/held_internal.h"

/** What was decided on a control. */
typedef enum imsi_decision { IMSI_UNDECIDED, IMSI_INCLUDED, IMSI_LEFT_OUT } imsi_decision;

/** A control of a system: one of its edition, or one of the organization's own. */
typedef struct imsi_soa_line {
  uint32_t system;
  ims_node control; /**< IMS_NO_NODE: the organization's own */
  ims_entry entry;  /**< the line that decides on it; IMS_NO_ENTRY: none does */
  imsi_decision decision;
  size_t demands;   /**< of the control */
  size_t evidenced; /**< of them, those for which evidence counts */
  bool refused;     /**< LEFT_OUT: not accepted, for it lacks a reason; it stays in every total */
} imsi_soa_line;

/** What a run works with. */
typedef struct imsi_soa {
  imsi_held held;
  imsi_vec lines; /**< of imsi_soa_line, by system: the controls of its edition, then its own */
} imsi_soa;

/** What is said of a line, a cell of the table each. Initialise with {0}; free with imsi_soa_cells_free. */
typedef struct imsi_soa_cells {
  imsi_strbuf documents; /**< those that the line names, each with how it stands, then those that are claimed */
  imsi_strbuf nearby;    /**< of a control that is left out: what other systems ask of the same */
} imsi_soa_cells;

void imsi_soa_cells_free(imsi_soa_cells *cells);

/** Fills the cells of a line. IMS_NOMEM. */
ims_status imsi_soa_describe(const imsi_soa *s, const imsi_soa_line *line, imsi_soa_cells *cells);

/** The word for a decision, "included", "left out", "undecided"; a static string. */
const char *imsi_decision_name(imsi_decision decision);

/** Adds above the table the totals of a system, and its undecided controls. */
void imsi_soa_add_captions(const imsi_soa *s, uint32_t system, imsi_table *table);

/** Adds below it what its words mean. */
void imsi_soa_add_notes(const imsi_soa *s, imsi_table *table);

/** Makes the table. Returns as ims_report.run. */
ims_status imsi_soa_make(const imsi_soa *s, ims_table **finished);

/** The columns of the long form. */
extern const ims_columns imsi_soa_long_form;

#endif
