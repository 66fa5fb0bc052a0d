/** What the files of `gap` share: the work in hand, and what they say of a demand. */
#ifndef IMSI_GAP_INTERNAL_H
#define IMSI_GAP_INTERNAL_H

#include "query/need.h"
#include "query/table.h"
#include "report/held_internal.h"

/** What a register shows of a demand that is wanted. */
typedef struct imsi_gap_held {
  uint32_t system; /**< that is held against it; their number: none is */
  imsi_shown shown;
} imsi_gap_held;

/** What a run works with. */
typedef struct imsi_gap_run {
  const ims_model *model;
  const ims_request *request;
  imsi_reporter *reporter;
  imsi_closure *closure;
  imsi_coverage *coverage; /**< of what is met; NULL with a register, which has one for each system */
  imsi_held held;          /**< its `given` is NULL without a register */
  imsi_vec shown;          /**< of imsi_gap_held, with a register: of each demand, in no useful order */
  uint32_t *shown_of;      /**< by node: its place in `shown`, from 1; NULL without a register */
  imsi_vec have;           /**< of imsi_region */
  imsi_vec left_out;       /**< of imsi_region */
  imsi_vec want;           /**< of imsi_region */
  imsi_vec needs;          /**< of imsi_need, in the order of the table */
  imsi_vec rows;           /**< of uint32_t: relations used so far, in no order */
  bool by_effort;
  bool wide; /**< the table is for people, not of fixed columns */
} imsi_gap_run;

/** What is said of a demand, a cell of the table each. Initialise with {0}; free with imsi_gap_cells_free. */
typedef struct imsi_gap_cells {
  imsi_strbuf serves;     /**< what of what is had has to do with it, a line each, the best first */
  imsi_strbuf common;     /**< what both ask */
  imsi_strbuf beyond;     /**< what of the demand is left over beside that source, a line each */
  imsi_strbuf uncompared; /**< what nobody has compared */
  imsi_strbuf items;      /**< items that nothing of what is had contains */
  imsi_strbuf todo;       /**< what to do, in sentences */
  imsi_strbuf duties;     /**< documented information that it demands */
  imsi_strbuf chain;      /**< how the best is related to it, step by step */
  imsi_strbuf places;     /**< rows that this rests on */
  imsi_strbuf documents;  /**< with a register: its own documents that count */
  imsi_strbuf serving;    /**< documents of other systems that serve as its method */
  imsi_strbuf lacking;    /**< duties that are not met */
  imsi_strbuf doubts;     /**< claims on it that do not count */
  imsi_strbuf reason;     /**< why it is left out, or what nonconformities are open against it */
  imsi_strbuf findings;   /**< these alone */
  imsi_strbuf refused;    /**< lines that leave it out and are not accepted */
  imsi_strbuf part;       /**< what is missing where a part is there */
  imsi_strbuf extension;  /**< its own document that is for other sites, and to which it is to be extended */
  imsi_strbuf soa;        /**< how far the SoA says that it is done */
  imsi_strbuf doubted;    /**< checks that doubt its own documents */
  imsi_strbuf outside;    /**< how its counterpart that serves nobody stands in other systems */
  ims_standing standing;  /**< of the least read row */
} imsi_gap_cells;

void imsi_gap_cells_free(imsi_gap_cells *cells);

/** Fills the cells of a demand. IMS_NOMEM. */
ims_status imsi_gap_describe(imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells);

/** Says in `cells->todo` what is to be done, from the other cells. */
void imsi_gap_tell(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells);

/* ---- with a register ---- */

/** Takes the day and the systems of a request with a register. Returns as imsi_held_take. */
ims_status imsi_gap_held_take(imsi_gap_run *g);

/** Appends what people type for a standard or a clause, with the edition that a system of the register is held against
    where none is given: `27001/A.5` or `ISMS/A.5` becomes `27001:2022/A.5`. Without such a system, as it is. */
void imsi_gap_held_pin(const imsi_gap_run *g, const char *text, imsi_strbuf *pinned);

/** Weighs the register, and what is met besides. IMS_OK; IMS_NOMEM. */
ims_status imsi_gap_held_open(imsi_gap_run *g);

/** Finds what is to be done for a demand. IMS_OK; IMS_INVALID, reported, if several systems are held against its
    edition; IMS_NOMEM. */
ims_status imsi_gap_held_find(imsi_gap_run *g, ims_node demand, imsi_need *need);

/** Releases what the register took. */
void imsi_gap_held_close(imsi_gap_run *g);

/** What the register shows of a demand; NULL without one. */
const imsi_gap_held *imsi_gap_held_of(const imsi_gap_run *g, ims_node demand);

/** What is had, as seen from a demand. */
const imsi_coverage *imsi_gap_coverage(const imsi_gap_run *g, ims_node demand);

/** Fills the cells that a register has something for. IMS_NOMEM. */
ims_status imsi_gap_held_describe(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells);

/** Says in `cells->todo` what is to be done for a demand of which it has something of its own, or which is out of the
    total; false if it is left to what other systems have. */
bool imsi_gap_held_tell(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells);

/** Adds to it what is open, not accepted, lacking and not counted, in words. */
void imsi_gap_held_tell_lacking(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells);

/** Adds who is wanted for, and what is taken for granted. */
void imsi_gap_held_add_captions(const imsi_gap_run *g, imsi_table *table);

/** Adds what the register says against what is met by certificate. */
void imsi_gap_held_add_doubts(const imsi_gap_run *g, imsi_table *table);

/** Adds how many nonconformities are open. IMS_NOMEM. */
ims_status imsi_gap_held_add_findings(const imsi_gap_run *g, imsi_table *table);

/** Adds above the table what is had and wanted, what is taken for granted, and counts; below it what the words mean. */
ims_status imsi_gap_add_captions(imsi_gap_run *g, imsi_table *table);
void imsi_gap_add_notes(imsi_gap_run *g, imsi_table *table);

/** Makes the table. Returns as ims_report.run. */
ims_status imsi_gap_make(imsi_gap_run *g, ims_table **finished);

/** The columns of the long form. */
extern const ims_columns imsi_gap_long_form;

#endif
