/** Placing and drawing by Graphviz, in a child process; render.c is the only one who knows gvc. */
#ifndef IMSI_DIAGRAM_RENDER_INTERNAL_H
#define IMSI_DIAGRAM_RENDER_INTERNAL_H

#include "base/diag.h"
#include "base/strbuf.h"

#include <graphviz/cgraph.h>

/**
 * Lays a graph out and writes it, in a child process: Graphviz ends the process that it runs in when memory runs out,
 * says so on standard error, and cannot be stopped.
 *
 * @param layout        `dot`, or `nop2` for a graph whose places are all given.
 * @param format        As Graphviz calls it.
 * @param milliseconds  After that it is stopped.
 * @param bytes         Gets what was written.
 * @return IMS_OK; IMS_LIMIT if it was not done in time, which is not reported; IMS_IO if Graphviz failed or cannot
 *         write that format, reported; IMS_NOMEM.
 */
ims_status imsi_render(Agraph_t *graph, const char *layout, const char *format, unsigned milliseconds,
                       imsi_reporter *reporter, imsi_strbuf *bytes);

#endif
