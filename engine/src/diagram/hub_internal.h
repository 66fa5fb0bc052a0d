/** What the files of `hub` share: what is drawn, and where. */
#ifndef IMSI_DIAGRAM_HUB_INTERNAL_H
#define IMSI_DIAGRAM_HUB_INTERNAL_H

#include "diagram/common.h"
#include "query/correlation.h"
#include "query/overlap.h"

enum { IMSI_HUB_EDITIONS = 4 };

/** A clause of a standard, or several, beside one of the common structure. */
typedef struct imsi_hub_chip {
  uint32_t row, edition;
  imsi_pair pair;
  size_t count; /**< of the pairs that are folded into it */
} imsi_hub_chip;

/** A clause of the common structure. */
typedef struct imsi_hub_row {
  ims_node clause;
  double y, height; /**< once it is placed */
} imsi_hub_row;

/** What a standard asks outside the common structure, below one of its clauses. */
typedef struct imsi_hub_part {
  ims_node clause;
  uint32_t edition;
  size_t total, own; /**< provisions; those that no other of the standards drawn asks */
  size_t unknown;    /**< those of which nobody can say */
} imsi_hub_part;

/** What is drawn. */
typedef struct imsi_hub {
  const ims_model *model;
  imsi_closure *closure;
  const ims_edition *hub;
  const ims_edition *editions[IMSI_HUB_EDITIONS];
  size_t edition_count;
  const char *clauses; /**< NULL: all */
  ims_node focus;      /**< IMS_NO_NODE: none */
  bool folded;         /**< chapters stand for clauses */
  imsi_vec rows;       /**< of imsi_hub_row, in the order of the common structure */
  imsi_vec chips;      /**< of imsi_hub_chip, by row and edition */
  imsi_vec parts;      /**< of imsi_hub_part, by edition and in its order */
} imsi_hub;

/** Puts rows, chips and parts into the picture. */
void imsi_hub_place(imsi_hub *h, ims_picture *p);

#endif
