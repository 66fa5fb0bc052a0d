/** What the files of `transition` share: what is drawn, and where. */
#ifndef IMSI_DIAGRAM_TRANSITION_INTERNAL_H
#define IMSI_DIAGRAM_TRANSITION_INTERNAL_H

#include "diagram/common.h"

/** A clause of one of the two editions, or what stands for several: where strands begin or end. */
typedef struct imsi_stop {
  ims_node clause; /**< IMS_NO_NODE: nowhere, for what is new or dropped */
  bool to;         /**< of the new edition */
  size_t rows;     /**< that begin or end there */
  double y, height, used;
  Agnode_t *box;
} imsi_stop;

/** Rows that lead from one to another and say the same of it. */
typedef struct imsi_strand {
  size_t from, to; /**< stops */
  ims_move move;
  size_t rows;
} imsi_strand;

/** What is drawn. */
typedef struct imsi_transition {
  const ims_model *model;
  const ims_edition *from, *to;
  const char *clauses; /**< NULL: all */
  size_t depth;        /**< of the clauses that are drawn: 1 for chapters */
  imsi_vec stops;      /**< of imsi_stop: those of the old edition, then those of the new one, in document order */
  imsi_vec strands;    /**< of imsi_strand, in the order of stops */
} imsi_transition;

/** Puts stops and strands into the picture. */
void imsi_transition_place(imsi_transition *t, ims_picture *p);

#endif
