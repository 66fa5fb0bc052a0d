/**
 * Diagrams: answers that are drawn.
 *
 * What is drawn is what the report of the same question says: unknown is never an edge, possible is never drawn as
 * certain, guidance has a style of its own and is in no count.
 */
#ifndef IMS_DIAGRAM_H
#define IMS_DIAGRAM_H

#include "ims/diag.h"
#include "ims/model.h"
#include "ims/report.h"
#include "ims/sink.h"

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A picture in the making; only the library sees into it. */
typedef struct ims_picture ims_picture;

/** A diagram: one const record in its own file. */
typedef struct ims_diagram {
  const char *name;
  const char *summary; /**< One line. */
  const ims_param *params;
  size_t param_count;
  ims_register_use register_use;
  size_t max_nodes; /**< Boxes that people can take in, of what it draws; more are folded. */
  /**
   * Draws the answer to a request; called by ims_diagram_draw. Returns IMS_OK; IMS_NOT_FOUND or IMS_INVALID if the
   * request is wrong, IMS_LIMIT if too much would follow or nothing more can be folded, all reported; IMS_NOMEM.
   */
  ims_status (*draw)(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture);
} ims_diagram;

/** All diagrams in the order of the manual; `count` gets their number. */
IMS_API const ims_diagram *const *ims_diagrams(size_t *count);

/** The diagram of that name; NULL if there is none. */
IMS_API const ims_diagram *ims_diagram_find(const char *name);

/** A format that pictures can be written in. */
typedef struct ims_image {
  const char *name;      /**< As after `-f`. */
  const char *extension; /**< Of files, without the dot. */
  const char *summary;
  bool binary; /**< Nothing for a terminal. */
} ims_image;

/** All formats of pictures in the order of the manual; `count` gets their number. */
IMS_API const ims_image *const *ims_images(size_t *count);

/** The format called `name`, or with that file extension; NULL if there is none. */
IMS_API const ims_image *ims_image_find(const char *name);

typedef enum ims_theme {
  IMS_THEME_AUTO, /**< in SVG as the reader's screen has it; light in all other formats */
  IMS_THEME_LIGHT,
  IMS_THEME_DARK
} ims_theme;

/** What a picture may take if nothing else is said, in milliseconds. */
#define IMS_DIAGRAM_TIME 20000u

/** Initialise with {0}. */
typedef struct ims_diagram_options {
  const ims_image *image; /**< NULL: SVG */
  ims_theme theme;
  const char *links; /**< What stands before a reference in a link, such as `clauses.html#`; NULL: no links. Anything
                        but a relative address and http, https and file is refused. Borrowed. */
  size_t max_nodes;  /**< 0: as many as the diagram says */
  unsigned milliseconds; /**< for placing and drawing, each; 0: IMS_DIAGRAM_TIME */
  bool still;            /**< Nobody points at it, as at an image in a page: without tooltips. */
} ims_diagram_options;

/**
 * Draws a diagram and writes it.
 *
 * What has more boxes than allowed is folded, which the picture tells; what is not done in time is drawn again with
 * half the boxes, with a warning. The same request gives the same bytes of SVG, DOT and JSON with the same version of
 * Graphviz, whose work is done in a child process: it may take its time, or come to grief, alone. So a program with
 * threads should call this from one that holds no locks.
 *
 * @param request  Its `today` is shown as the date of the picture; 0: no date is shown.
 * @param options  NULL for the defaults.
 * @param diags    Gets what is wrong.
 * @return IMS_OK; IMS_NOT_FOUND or IMS_INVALID if the request is wrong; IMS_LIMIT if it cannot be drawn in the time or
 *         with the boxes allowed; IMS_IO if the sink or Graphviz failed, or lacks what the format needs: all but a
 *         failed sink reported; IMS_NOMEM.
 */
IMS_API ims_status ims_diagram_draw(const ims_model *model, const ims_diagram *diagram, const ims_request *request,
                                    const ims_diagram_options *options, ims_diag_sink diags, ims_sink sink);

#ifdef __cplusplus
}
#endif
#endif
