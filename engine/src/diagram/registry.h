/** The records that registry.c lists. */
#ifndef IMSI_DIAGRAM_REGISTRY_H
#define IMSI_DIAGRAM_REGISTRY_H

#include "ims/diagram.h"

extern const ims_diagram imsi_diagram_coverage;
extern const ims_diagram imsi_diagram_ego;
extern const ims_diagram imsi_diagram_evidence;
extern const ims_diagram imsi_diagram_hub;
extern const ims_diagram imsi_diagram_overlap;
extern const ims_diagram imsi_diagram_path;
extern const ims_diagram imsi_diagram_topics;
extern const ims_diagram imsi_diagram_transition;

#endif
