/** What the parts of the reader of clauses share: the cell that they are in. */
#ifndef IMSI_REGISTER_CLAUSES_INTERNAL_H
#define IMSI_REGISTER_CLAUSES_INTERNAL_H

#include "read/register_internal.h"

/* A cell that is being understood. */
typedef struct imsi_cell_clauses {
  ims_register_reader *reader;
  const imsi_clause_context *context;
  imsi_citation_context given; /* for the citations of the cell */
  const char *run;             /* the bytes that are read for citations */
  ims_claim claim;             /* what all claims of the cell have in common */
  const ims_edition *before;   /* of the last citation; NULL: open */
  bool before_dated;
  bool dated;       /* the edition in `given` was told with its year */
  const char *twin; /* the first bare number that may be a control as well; NULL: none */
  const ims_edition *twin_of;
  imsi_vec *kept; /* of ims_claim: where claims go to be looked at first, untold; NULL: into the register */
  size_t claims;
  bool guessed; /* of some claims the year is not known */
  bool told;    /* something in the cell tells clauses and controls apart */
  bool understood;
} imsi_cell_clauses;

/* Reads a text without exceptions: references, and what is between them as people write it. */
ims_status imsi_clauses_take(imsi_cell_clauses *c, const char *text);

/* Reads a text part by part, some of which take something out again. */
ims_status imsi_clauses_take_parts(imsi_cell_clauses *c, const char *text);

/* Hands a claim over, and tells what is wrong with it. */
ims_status imsi_clauses_add(imsi_cell_clauses *c, const ims_claim *claim);

#endif
