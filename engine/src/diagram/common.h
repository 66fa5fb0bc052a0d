/**
 * What all diagrams draw with: boxes, texts and lines at places of their own in a graph of cgraph, and a frame of
 * title, editions, legend and notes around them.
 *
 * Points, 72 to an inch; x grows to the right, y downwards. What is drawn may lie anywhere: the frame goes around it.
 * A failure is remembered, so nothing is checked in between: the end of a picture tells.
 */
#ifndef IMSI_DIAGRAM_COMMON_H
#define IMSI_DIAGRAM_COMMON_H

#include "base/diag.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "diagram/palette_internal.h"
#include "diagram/text_internal.h"
#include "ims/diagram.h"
#include "query/close.h"
#include "query/name.h"
#include "query/request.h"

#include <graphviz/cgraph.h>

/** See ims_picture; made and released by draw.c. */
struct ims_picture {
  Agraph_t *graph;
  const ims_diagram *diagram;
  const ims_diagram_options *options;
  ims_day date;     /**< 0: none is shown */
  ims_day as_of;    /**< the day that counted in a register; 0: none did */
  size_t max_nodes; /**< how many boxes may be drawn */
  size_t nodes;     /**< how many were: legend and texts aside */
  bool dark;
  bool late;                       /**< what was to be placed was not in time */
  ims_status status;               /**< the first failure */
  double left, top, right, bottom; /**< what is drawn so far; all 0 if nothing is */
  unsigned next;                   /**< number of the next node */
  imsi_strbuf title, description;
  imsi_vec editions;       /**< of const ims_edition *: told under the title */
  imsi_vec notes;          /**< of char *, each allocated: told at the end */
  imsi_vec legend;         /**< of imsi_sample */
  imsi_strbuf text, label; /**< for whatever is being put together */
};

/** Something that the legend explains: a line, or a box. */
typedef struct imsi_sample {
  const imsi_edge_look *look; /**< NULL: a box */
  imsi_box_look box;
  char *text;   /**< allocated */
  size_t order; /**< in which it came */
} imsi_sample;

/** Left upper corner and size. */
typedef struct imsi_area {
  double x, y, width, height;
} imsi_area;

/** A box with text in it; without fill and line it is just text. */
typedef struct imsi_box {
  imsi_area area;
  const char
      *role; /**< words that say what it is: `clause focus`, a class in SVG. Boxes called "text" are not counted. */
  const char *text;         /**< anybody's; broken and cut to fit. NULL: none */
  const char *tip;          /**< anybody's; NULL: none */
  const char *reference;    /**< what it links to; NULL: nothing */
  imsi_type type;           /**< 0: 9 points, in the middle */
  imsi_ink fill, line, ink; /**< ink of the text: 0 is IMSI_INK_TEXT */
  imsi_ink stripe;          /**< of stripes over the fill, `pitch` points from one to the next */
  double pitch;             /**< 0: there are none */
  imsi_stroke stroke;
  double thickness; /**< of the border; 0: 0.8 */
  bool round;       /**< an ellipse */
  bool sheer;       /**< what is below shines through */
  bool top;         /**< the text begins at the top, else it stands in the middle */
} imsi_box;

/** Draws a box; NULL after a failure. */
Agnode_t *imsi_picture_box(ims_picture *p, const imsi_box *box);

/** Draws a text of one size at a place, without a box: its role is "text". */
void imsi_picture_text(ims_picture *p, imsi_area area, imsi_type type, imsi_ink ink, const char *text);

/** Lines that a text takes in that width, `most` at most. */
size_t imsi_picture_lines(ims_picture *p, const char *text, double width, imsi_type type, size_t most);

/** A line between two boxes: a curve from (x1, y1) to (x2, y2). */
typedef struct imsi_line {
  Agnode_t *from, *to;
  double x1, y1, x2, y2;
  const char *curve; /**< a whole curve as Graphviz writes it instead; NULL: none */
  const imsi_edge_look *look;
  double thickness; /**< 0: that of the look */
  imsi_ink ink;     /**< 0: that of the look */
  const char *role; /**< words besides that of the look; NULL: none */
  const char *tip;  /**< anybody's; NULL: none */
  bool sheer;       /**< what is below shines through */
  bool upright;     /**< it leaves and arrives upright, else level */
} imsi_line;

/** Draws a line; nothing after a failure. */
void imsi_picture_line(ims_picture *p, const imsi_line *line);

/** Tells a title, which is anybody's. */
void imsi_picture_title(ims_picture *p, const char *text);

/** Adds a sentence to what is read to those who do not see the picture. */
void imsi_picture_describe(ims_picture *p, const char *text);

/** Names an edition under the title, once. */
void imsi_picture_edition(ims_picture *p, const ims_edition *edition);

/** Adds a note below the picture. */
void imsi_picture_note(ims_picture *p, const char *text);

/** Explains a look, or a box, in the legend; each once. */
void imsi_picture_explain(ims_picture *p, const imsi_edge_look *look);
void imsi_picture_explain_box(ims_picture *p, imsi_ink fill, imsi_ink line, const char *text);
void imsi_picture_explain_look(ims_picture *p, const imsi_box_look *look);

/** Draws title, editions, date, legend and notes around what is drawn. */
void imsi_picture_frame(ims_picture *p);

/** Declares what nodes, edges and the graph can have, with what they have if nothing else is said. */
void imsi_picture_declare(Agraph_t *graph, bool dark);

/** Appends a number with two decimals at most, whatever the locale. */
void imsi_picture_number(double number, imsi_strbuf *text);

/** Sets an attribute of a graph, node or edge. */
void imsi_picture_set(void *object, const char *name, const char *value);

/** Empties p->text, to put something together in it. */
imsi_strbuf *imsi_picture_words(ims_picture *p);

/** The string so far, whose failure the picture remembers. Borrowed until the next change. */
const char *imsi_picture_string(ims_picture *p, const imsi_strbuf *text);

/** Says that no fewer boxes will do than `needed`. Returns IMS_LIMIT. */
ims_status imsi_picture_too_many(const ims_picture *p, size_t needed, imsi_reporter *reporter);

/** Warns that something is wrong with what was asked, in words. Returns IMS_INVALID. */
ims_status imsi_picture_bad(imsi_reporter *reporter, const char *text);

/** IMS_OK if every required parameter of the diagram is given, and a register if it needs one, else IMS_INVALID,
 * reported. */
ims_status imsi_picture_check(const ims_picture *p, const ims_request *request, imsi_reporter *reporter);

/** Appends `82 of 123 (67 %)`. */
void imsi_picture_share(size_t part, size_t whole, imsi_strbuf *text);

/** The chapter that a clause is or belongs to. */
ims_node imsi_picture_chapter(const ims_model *model, ims_node clause);

/** Appends the number of a clause and what it is called: `9.2.1 Internal audit: General`. */
void imsi_picture_name_clause(const ims_model *model, ims_node clause, imsi_strbuf *text);

/** Adds an edition to a list that holds `most`. IMS_OK; IMS_INVALID, reported, if it is there already or there is no
    room. */
ims_status imsi_picture_add_edition(const ims_edition **editions, size_t most, const ims_edition *edition,
                                    size_t *count, imsi_reporter *reporter);

/** Runs `answer` with a reporter for `sink`: what a diagram's `draw` is made of. Returns what `answer` does, or the
    first failure of the picture. */
ims_status imsi_picture_answer(ims_status (*answer)(const ims_model *model, const ims_request *request,
                                                    imsi_reporter *reporter, ims_picture *picture),
                               const ims_model *model, const ims_request *request, ims_diag_sink sink,
                               ims_picture *picture);

#endif
