/** What builder.c collects and freeze.c finishes. Only these two include this. */
#ifndef IMSI_BUILDER_PARTS_H
#define IMSI_BUILDER_PARTS_H

#include "model/builder.h"
#include "model/graph.h"

struct imsi_builder {
  imsi_reporter *reporter;
  ims_model *model;
  uint32_t layer;
  imsi_vec editions;       /* of imsi_raw_edition */
  imsi_vec mappings;       /* of imsi_raw_mapping */
  imsi_vec families;       /* of imsi_raw_family */
  imsi_vec bases;          /* of imsi_raw_basis */
  imsi_vec topics;         /* of imsi_raw_topic */
  imsi_vec members;        /* of imsi_raw_link */
  imsi_vec overlays;       /* of imsi_raw_link */
  imsi_vec edition_notes;  /* of imsi_raw_note */
  imsi_vec node_notes;     /* of imsi_raw_note */
  imsi_vec duties;         /* of imsi_raw_duty */
  imsi_vec amendments;     /* of imsi_raw_amendment */
  imsi_vec topic_of;       /* of uint32_t: index into `topics` by the model's topic */
  imsi_vec edition_raw;    /* of uint32_t: index into `editions` by the model's edition */
  imsi_symbol known_basis; /* the last one that was found to exist; 0 at first */
};

#endif
