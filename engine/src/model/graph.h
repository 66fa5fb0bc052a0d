/** How the graph lies in memory. Only model/ includes this. */
#ifndef IMSI_GRAPH_H
#define IMSI_GRAPH_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/progress.h"
#include "base/vec.h"
#include "ims/catalogue.h"
#include "model/raw.h"

/** Index ranges by owner: what belongs to `owner` is list[start[owner]] to list[start[owner + 1] - 1]. */
typedef struct imsi_csr {
  uint32_t *start;
  uint32_t *list;
} imsi_csr;

struct ims_model {
  imsi_intern strings;
  imsi_arena arena;
  imsi_vec files;               /* of const char * */
  imsi_vec nodes;               /* of imsi_raw_node */
  imsi_vec rows;                /* of imsi_raw_row: relations */
  imsi_vec verdicts;            /* of imsi_raw_row with one side */
  imsi_vec guidance;            /* of imsi_raw_row without a relation */
  imsi_vec row_texts;           /* of imsi_raw_row_text */
  imsi_vec by_name;             /* of uint32_t: by symbol, the last node of that name; further ones through `twin` */
  imsi_csr outgoing;            /* of relations by source node */
  imsi_csr incoming;            /* of relations by target node */
  imsi_csr guidance_given;      /* of guidance by source node */
  imsi_csr guidance_got;        /* of guidance by target node */
  imsi_vec verdict_of;          /* of uint32_t: by node, its last verdict; further ones through verdict_next */
  imsi_vec verdict_next;        /* of uint32_t, by verdict */
  imsi_vec editions;            /* of ims_edition, in natural order of ids */
  imsi_vec edition_of;          /* of uint32_t: public index by the builder's index; IMS_NO_NODE if replaced */
  imsi_vec mappings;            /* of ims_mapping */
  imsi_vec mapping_of;          /* of uint32_t: as edition_of */
  imsi_vec edition_notes;       /* of ims_text */
  imsi_vec edition_note_owners; /* of uint32_t, ascending */
  imsi_vec node_notes;          /* of ims_text */
  imsi_vec node_note_owners;    /* of uint32_t, ascending */
  imsi_vec amendments;          /* of ims_amendment */
  imsi_vec amendment_owners;    /* of uint32_t, ascending */
  imsi_vec duties;              /* of ims_duty, ascending by provision */
  imsi_vec overlays;            /* of imsi_overlay, ascending by node */
  imsi_vec families;            /* of ims_family */
  imsi_vec bases;               /* of ims_basis */
  imsi_vec topics;              /* of ims_topic */
  imsi_vec profiles;            /* of ims_profile */
  imsi_vec checks;              /* of ims_check */
  imsi_vec audit_tables;        /* of ims_audit_table */
  imsi_vec audit_rules;         /* of ims_audit_rule */
  ims_observer progress;        /* who is told of work on it */
};

typedef struct imsi_overlay {
  uint32_t node;
  uint32_t order; /* among all that were read */
  const char *text;
} imsi_overlay;

/** An empty model; NULL if there is no memory. */
ims_model *imsi_model_new(void);

/** The position that diagnostics show. */
ims_pos imsi_model_pos(const ims_model *model, imsi_place place);

#endif
