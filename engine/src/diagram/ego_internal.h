/** What the files of `ego` share: what is drawn, and where. */
#ifndef IMSI_DIAGRAM_EGO_INTERNAL_H
#define IMSI_DIAGRAM_EGO_INTERNAL_H

#include "diagram/common.h"
#include "query/correlation.h"

enum { IMSI_EGO_HOPS = 4 };

/** A node, or the chapter that stands for several. */
typedef struct imsi_ego_node {
  ims_node node;
  size_t hop;   /**< steps away from what was asked about */
  size_t count; /**< of nodes that are folded into it */
  bool guidance;
  double x, y; /**< its middle, once it is placed */
  Agnode_t *box;
} imsi_ego_node;

/** What an edge says of its ends, the nearer one first. */
typedef enum imsi_ego_kind {
  IMSI_EGO_PAIR,     /**< they overlap for certain */
  IMSI_EGO_PART,     /**< the second belongs to the first */
  IMSI_EGO_GUIDANCE, /**< one explains the other */
} imsi_ego_kind;

typedef struct imsi_ego_edge {
  size_t from, to;
  imsi_ego_kind kind;
  ims_relation relation; /**< of `from` to `to`, of a pair */
  size_t count;          /**< of pairs that are folded into it */
} imsi_ego_edge;

/** How an edge is drawn. */
const imsi_edge_look *imsi_ego_look(const imsi_ego_edge *edge);

/** What is drawn. */
typedef struct imsi_ego {
  const ims_model *model;
  imsi_closure *closure;
  ims_node focus;
  ims_node_kind kind; /**< clauses, provisions or terms */
  size_t hops;
  const char *clauses; /**< NULL: all */
  bool *editions;      /**< which are looked at, by index */
  bool folded;         /**< chapters stand for clauses */
  imsi_vec nodes;      /**< of imsi_ego_node, what was asked about first; hop 0 also has what belongs to it */
  imsi_vec edges;      /**< of imsi_ego_edge */
} imsi_ego;

/** Places nodes and edges by Graphviz and puts them into the picture. IMS_LIMIT if that was not done in time, and the
    picture knows; IMS_IO, reported; IMS_NOMEM. */
ims_status imsi_ego_place(imsi_ego *e, ims_picture *p, imsi_reporter *reporter);

#endif
