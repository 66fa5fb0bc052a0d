/** What builder.c collects and freeze.c finishes. Only these two include this. */
#ifndef IMSI_BUILDER_PARTS_H
#define IMSI_BUILDER_PARTS_H

#include "model/builder.h"
#include "model/graph.h"

struct imsi_builder {
  imsi_reporter *reporter;
  ims_model *model;
  uint32_t layer;
  imsi_vec units[IMSI_UNIT_COUNT]; /* of what imsi_unit_kind says */
  imsi_vec parts[IMSI_PART_COUNT]; /* of what imsi_part_kind says */
  imsi_vec overlays;               /* of imsi_raw_link */
  imsi_vec edition_notes;          /* of imsi_raw_note */
  imsi_vec node_notes;             /* of imsi_raw_note */
  imsi_vec duties;                 /* of imsi_raw_duty */
  imsi_vec amendments;             /* of imsi_raw_amendment */
  imsi_vec reviews;                /* of imsi_raw_review */
  imsi_vec decisions;              /* of imsi_raw_decision */
  imsi_vec nodes_with_basis;       /* of uint32_t, ascending */
  imsi_vec edition_raw;            /* of uint32_t: index of the unit by the model's edition */
  imsi_symbol known_basis;         /* the last one that was found to exist; 0 at first */
};

#endif
