/** What the files of `path` share: what is drawn, and where. */
#ifndef IMSI_DIAGRAM_PATH_INTERNAL_H
#define IMSI_DIAGRAM_PATH_INTERNAL_H

#include "diagram/common.h"
#include "query/explanation.h"

/** What is drawn. */
typedef struct imsi_path {
  const ims_model *model;
  imsi_closure *closure;
  ims_node a, b;
  bool all;
  bool lost; /**< the chain proves nothing: it shows where knowledge is lost */
  ims_relation known;
  imsi_explanation explanation;
  size_t shown; /**< how many of its chains are drawn */
} imsi_path;

/** True if one of the two ends is guidance that explains the other: `row` says so. */
bool imsi_path_guidance(const imsi_path *w, ims_row *row);

/** Puts the chains into the picture; the two ends alone if there is none. */
void imsi_path_place(const imsi_path *w, ims_picture *p);

#endif
