/** The clauses that texts cite, found by a reader of the caller's. */
#ifndef IMSI_CITE_H
#define IMSI_CITE_H

#include "ims/cite.h"
#include "read/citation.h"

/** As ims_cite, with a reader for the same model. */
ims_status imsi_cite(const ims_model *model, imsi_citations *citations, const ims_cite_text *texts, size_t count,
                     ims_diag_sink sink, ims_table **table);

#endif
