/** The colours and strokes that all diagrams have in common. */
#ifndef IMSI_DIAGRAM_PALETTE_INTERNAL_H
#define IMSI_DIAGRAM_PALETTE_INTERNAL_H

#include "base/strbuf.h"
#include "ims/relation.h"
#include "query/need.h"

#include <stdbool.h>
#include <stddef.h>

enum { IMSI_INK_SYSTEMS = 4, IMSI_INK_HEATS = 5, IMSI_INK_STATES = 10 };

/** What a colour is for. Two that look alike in the light may differ in the dark, so each is its own. */
typedef enum imsi_ink {
  IMSI_INK_NONE, /**< nothing is drawn */
  IMSI_INK_PAPER,
  IMSI_INK_TEXT,
  IMSI_INK_MUTED, /**< what is said by the way */
  IMSI_INK_RULE,  /**< lines that only part things */
  IMSI_INK_PANEL, /**< a box without meaning of its own */
  IMSI_INK_FRAME, /**< its border */
  IMSI_INK_FOCUS, /**< what was asked about */
  IMSI_INK_EQUAL,
  IMSI_INK_CONTAINED,
  IMSI_INK_CONTAINS,
  IMSI_INK_OVERLAPS,
  IMSI_INK_POSSIBLE,
  IMSI_INK_GUIDANCE,
  IMSI_INK_TINT,                                          /**< of the first system; the others follow */
  IMSI_INK_TINT_OTHER = IMSI_INK_TINT + IMSI_INK_SYSTEMS, /**< of every further one */
  IMSI_INK_SOLID,                                         /**< the same, for bars and borders */
  IMSI_INK_SOLID_OTHER = IMSI_INK_SOLID + IMSI_INK_SYSTEMS,
  IMSI_INK_HEAT,                                        /**< from little to much */
  IMSI_INK_HEAT_FAINT = IMSI_INK_HEAT + IMSI_INK_HEATS, /**< text on the lower classes */
  IMSI_INK_HEAT_STRONG,                                 /**< text on the higher ones */
  IMSI_INK_ALARM,                                       /**< on which too much depends */
  IMSI_INK_STATE,                                       /**< of the first state; the others follow */
  IMSI_INK_STRIPE = IMSI_INK_STATE + IMSI_INK_STATES,   /**< what is drawn over it, in the same order */
  IMSI_INK_STATE_END = IMSI_INK_STRIPE + IMSI_INK_STATES - 1,
  IMSI_INK_COUNT
} imsi_ink;

/** `#0072b2`; "transparent" for IMSI_INK_NONE. A static string. No two inks that differ in the dark are alike in the
 * light. */
const char *imsi_ink_name(imsi_ink ink, bool dark);

/** The tint and the solid colour of the `nth` system, from 0. */
imsi_ink imsi_ink_tint(size_t nth);
imsi_ink imsi_ink_solid(size_t nth);

/** Appends rules of CSS that turn every light colour of what is drawn, elements of SVG, dark on a dark screen. */
void imsi_ink_style(const char *drawn, imsi_strbuf *css);

typedef enum imsi_stroke { IMSI_STROKE_SOLID, IMSI_STROKE_DASHED, IMSI_STROKE_DOTTED } imsi_stroke;

/** How an edge of a kind looks. */
typedef struct imsi_edge_look {
  const char *role; /**< `equal`: its class in the graph */
  const char *text; /**< what the legend says */
  imsi_ink ink;
  imsi_stroke stroke;
  double thickness; /**< points */
} imsi_edge_look;

/** How a box of a kind looks. */
typedef struct imsi_box_look {
  const char *role; /**< its class in the graph */
  const char *mark; /**< what stands in it for those who do not see colours; NULL: nothing */
  const char *text; /**< what the legend says */
  imsi_ink fill, stripe, line;
  imsi_stroke stroke;
  double pitch;     /**< points from one stripe to the next; 0: there are none */
  double thickness; /**< of the border; 0: 0.8 */
} imsi_box_look;

/** How a state is drawn: those that are done, that are work, and that are open differ in pattern and mark too. */
const imsi_box_look *imsi_look_state(imsi_state state);

/** How a relation is drawn, seen from its source. Not for IMS_UNKNOWN, which is never drawn, nor for a contradiction.
 */
const imsi_edge_look *imsi_look_relation(ims_relation relation);

/** A part in its whole; guidance for a demand. */
extern const imsi_edge_look imsi_look_part, imsi_look_guidance;

#endif
