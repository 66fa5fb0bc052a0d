/** What a document of WordprocessingML is made of. */
#ifndef IMSI_DOCX_INTERNAL_H
#define IMSI_DOCX_INTERNAL_H

#include "base/strbuf.h"
#include "ims/sink.h"

#include <stddef.h>

/** A part of the archive. */
typedef struct imsi_docx_part {
  const char *name;
  const char *data;
  size_t size;
} imsi_docx_part;

/** The parts that are the same in each document: list of types, relations, settings. `count` gets their number. */
const imsi_docx_part *imsi_docx_fixed_parts(size_t *count);

/** Appends the part with the styles that paragraphs have: Title, Caption, Cell, CellHead, CellStrong, FootnoteText,
    Footer. */
void imsi_docx_make_styles(imsi_strbuf *out);

/**
 * Writes parts as an archive, packed. The same parts give the same bytes: there is no time in it.
 *
 * @return IMS_OK; IMS_IO if the sink failed; IMS_NOMEM.
 */
ims_status imsi_docx_zip(const imsi_docx_part *parts, size_t count, ims_sink sink);

#endif
