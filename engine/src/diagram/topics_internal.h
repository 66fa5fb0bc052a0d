/** What the files of `topics` share. */
#ifndef IMSI_DIAGRAM_TOPICS_INTERNAL_H
#define IMSI_DIAGRAM_TOPICS_INTERNAL_H

#include "diagram/common.h"
#include "ims/catalogue.h"

enum { IMSI_TOPICS_EDITIONS = 5 };

/** What is drawn. */
typedef struct imsi_topics {
  const ims_model *model;
  const ims_edition *editions[IMSI_TOPICS_EDITIONS]; /**< the columns */
  size_t edition_count;
} imsi_topics;

/** The column of a node; SIZE_MAX if its edition is not shown. */
size_t imsi_topics_column(const imsi_topics *t, ims_node node);

/** One topic with its members, and what is known for certain among them. IMS_LIMIT, reported. */
ims_status imsi_topics_draw_one(const imsi_topics *t, const ims_topic *topic, const imsi_closure *closure,
                                ims_picture *p, imsi_reporter *reporter);

#endif
