/** What is still to be done for a demand where others are met: the states of a provision that evidence would have. */
#ifndef IMSI_NEED_H
#define IMSI_NEED_H

#include "query/coverage.h"
#include "query/reuse.h"

/** The first that fits counts, from the top. */
typedef enum imsi_state {
  IMSI_STATE_NOT_APPLICABLE, /**< its own standard allows to leave it out, and the register does, with a reason */
  IMSI_STATE_NO_OCCURRENCE,  /**< its condition has not arisen, as the register says with a reason */
  IMSI_STATE_EVIDENCED,      /**< it is itself among what is had */
  IMSI_STATE_RUN,            /**< the method serves unchanged; what is missing is doing it and recording it */
  IMSI_STATE_REUSABLE,       /**< what is had contains it and serves unchanged */
  IMSI_STATE_EXTEND,         /**< what is had contains it and serves once it names this discipline's own */
  IMSI_STATE_PARTIAL,        /**< what is had contains some of its items, not all */
  IMSI_STATE_RELATED,        /**< what is had asks some of the same for certain; more does not follow */
  IMSI_STATE_GAP,            /**< somebody looked, and nothing of what is had asks it */
  IMSI_STATE_UNEXAMINED,     /**< nobody looked in all of what is had */
  IMSI_STATE_COUNT
} imsi_state;

/** The word for a state; a static string. */
const char *imsi_state_name(imsi_state state);

/** True if a demand in that state is in the total: it is neither left out nor without occasion. */
bool imsi_state_counts(imsi_state state);

/** How much work a state is, from 0 for none; what nobody has examined comes last. */
int imsi_state_effort(imsi_state state);

/** Why what contains a demand is not re-used. */
typedef enum imsi_obstacle {
  IMSI_OBSTACLE_NONE,
  IMSI_OBSTACLE_SEPARATE,  /**< the two are to be kept apart */
  IMSI_OBSTACLE_UNSAID,    /**< nobody has said whether one serves the other */
  IMSI_OBSTACLE_CONDITION, /**< it is only demanded where something is the case, and so may not be there */
  IMSI_OBSTACLE_RECORD,    /**< it is an item of what lacks a record, and so may not be there; with a register only */
} imsi_obstacle;

/** A demand as it stands. */
typedef struct imsi_need {
  ims_node demand;
  imsi_state state;
  imsi_covered covered;
  imsi_reuse best;        /**< RUN, REUSABLE, EXTEND: what serves, the strictest reuse of all that is needed together */
  imsi_obstacle obstacle; /**< RELATED: what stands against re-using what contains it */
  bool record;            /**< it must be done and recorded for this system, whatever serves as the method */
  ims_node around;  /**< UNEXAMINED: a source that its clause as a whole has been compared with; IMS_NO_NODE if none */
  ims_node outside; /**< GAP: a counterpart that is not among what is had; IMS_NO_NODE if there is none */
} imsi_need;

/** True if doing what the demand asks leaves a record: one is among its duties, be it under a condition, or it says so,
    or a demand of the common structure that it is in or that is in it. Cost: O(relations of the demand). */
bool imsi_need_leaves_record(const ims_model *model, const imsi_closure *closure, ims_node demand);

/**
 * Finds the state of `demand` where `coverage` tells what is had.
 *
 * What was done for one system, or against one edition, shows nothing of another: what needs a record is never
 * REUSABLE. IMS_NOMEM. Cost: that of the chains to what contains it.
 */
ims_status imsi_need_find(const ims_model *model, const imsi_closure *closure, const imsi_coverage *coverage,
                          ims_node demand, imsi_need *need);

#endif
