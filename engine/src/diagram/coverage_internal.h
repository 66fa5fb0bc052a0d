/** What the files of `coverage` share: what is drawn, and where. */
#ifndef IMSI_DIAGRAM_COVERAGE_INTERNAL_H
#define IMSI_DIAGRAM_COVERAGE_INTERNAL_H

#include "diagram/common.h"
#include "query/held.h"

/** A demand of a system. */
typedef struct imsi_standing {
  uint32_t system;
  imsi_shown shown;
  bool outside; /**< of the layer that is asked for */
} imsi_standing;

/** A clause of a system, or what it is folded to, with its demands. */
typedef struct imsi_tile {
  uint32_t system;
  bool control; /**< its demands are those of controls, which are counted apart */
  ims_node clause;
  size_t states[IMSI_STATE_COUNT]; /**< demands in each; those outside the layer left out */
  size_t outside;
  size_t open; /**< demands with a nonconformity that is open, in whatever state, in the layer or not */
} imsi_tile;

/** How much is folded. */
typedef enum imsi_tiles_fold { IMSI_TILES_CLAUSES, IMSI_TILES_SECTIONS, IMSI_TILES_CHAPTERS } imsi_tiles_fold;

/** What is drawn. */
typedef struct imsi_mosaic {
  const ims_model *model;
  imsi_held held;
  const char *clauses; /**< NULL: all */
  const char *layer;   /**< NULL: none */
  ims_node focus;      /**< IMS_NO_NODE: none */
  imsi_tiles_fold fold;
  imsi_vec demands; /**< of imsi_standing, by system, then as its edition has them */
  imsi_vec tiles;   /**< of imsi_tile, by system, its requirements first, then in the same order */
} imsi_mosaic;

/** Marks which demands are outside the layer. IMS_INVALID or IMS_NOT_FOUND, reported; IMS_NOMEM. */
ims_status imsi_mosaic_take_layer(imsi_mosaic *m, imsi_reporter *reporter);

/** What is evidenced of what counts, of demands as they stand: the layer does not matter. */
typedef struct imsi_mosaic_share {
  size_t evidenced, counted, all;
  size_t states[IMSI_STATE_COUNT];
} imsi_mosaic_share;

/** Counts the demands of a system that are in `part` (IMS_NO_NODE: all), its controls or its requirements if `force`
    says so (IMS_CONTROL, IMS_REQUIREMENT), else both. */
imsi_mosaic_share imsi_mosaic_count(const imsi_mosaic *m, uint32_t system, ims_node part, ims_force force);

/** Puts everything into the picture. */
void imsi_mosaic_place(const imsi_mosaic *m, ims_picture *p);

/** Puts title, description, legend and notes into the picture. */
void imsi_mosaic_tell(const imsi_mosaic *m, ims_picture *p);

/** Appends what is in a tile: `evidenced 3, gap 1`. */
void imsi_mosaic_name_states(const size_t *states, size_t outside, imsi_strbuf *text);

#endif
