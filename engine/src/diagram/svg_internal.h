/** What makes a picture of Graphviz one that can be read aloud, and read in the dark. */
#ifndef IMSI_DIAGRAM_SVG_INTERNAL_H
#define IMSI_DIAGRAM_SVG_INTERNAL_H

#include "base/strbuf.h"

#include <stdbool.h>

/** What is written into it. All anybody's. */
typedef struct imsi_svg {
  const char *title, *description;
  bool follows; /**< it turns dark with the reader's screen */
} imsi_svg;

/**
 * Appends the SVG that Graphviz wrote, without what it tells of itself and the names that it gave, and with a title, a
 * description and a style. Tooltips are titles of its links, and stay.
 *
 * @return IMS_OK; IMS_INVALID if `from` is no SVG; IMS_NOMEM.
 */
ims_status imsi_svg_finish(const char *from, const imsi_svg *svg, imsi_strbuf *to);

/** The fonts that Graphviz names for each text. */
#define IMSI_SVG_FONT "Helvetica,sans-Serif"

/** Appends elements as Graphviz writes them, without what is said more than once. A failure is in `to`. */
void imsi_svg_compact(const char *from, imsi_strbuf *to);

#endif
