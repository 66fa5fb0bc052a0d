/** Text that fits its box, whoever wrote it. */
#ifndef IMSI_DIAGRAM_TEXT_INTERNAL_H
#define IMSI_DIAGRAM_TEXT_INTERNAL_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/** Where the lines of a text stand in their box: also what ends a line in a label. */
typedef enum imsi_align { IMSI_ALIGN_CENTER = 'n', IMSI_ALIGN_LEFT = 'l', IMSI_ALIGN_RIGHT = 'r' } imsi_align;

/** How text is set. */
typedef struct imsi_type {
  double size; /**< points */
  bool bold;
  imsi_align align;
} imsi_type;

/** Points from one line to the next. */
double imsi_text_leading(double size);

/** Points that the longest line of a text takes, by the widest of the usual fonts without serifs. */
double imsi_text_width(const char *text, const imsi_type *type);

/**
 * Appends `text` as a label of Graphviz: broken into lines of at most `width` points, cut off with an ellipsis after
 * `most` lines (0: never cut). A line break in the text stays one.
 *
 * Nothing in it acts: backslashes and entities are escaped, controls and marks that turn the direction of what follows
 * are left out, ill-formed bytes are U+FFFD.
 *
 * @return Number of lines.
 */
size_t imsi_text_label(const char *text, double width, const imsi_type *type, size_t most, imsi_strbuf *label);

/** The same for a tooltip, which is one line. Graphviz reads it twice. */
void imsi_text_tip(const char *text, imsi_strbuf *tip);

/** Appends `text` without what would act on a terminal or turn the direction, and nothing escaped. */
void imsi_text_plain(const char *text, imsi_strbuf *plain);

/** Appends `reference` as a part of an address. */
void imsi_text_address(const char *reference, imsi_strbuf *address);

#endif
