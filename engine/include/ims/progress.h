/** How far work has come, for whoever waits for it. */
#ifndef IMS_PROGRESS_H
#define IMS_PROGRESS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What is being done, and what is counted of it. */
typedef enum ims_step {
  IMS_STEP_ELEMENTS,  /**< elements of XML that were read */
  IMS_STEP_ROWS,      /**< rows of sheets that were read */
  IMS_STEP_RELATIONS, /**< pairs of which something is known, while it is found out what follows */
  IMS_STEP_WEIGH,     /**< what a register holds is weighed; nothing is counted */
  IMS_STEP_CHECKS,    /**< checks that were looked through */
  IMS_STEP_QUERY,     /**< steps of a query */
  IMS_STEP_DRAW       /**< milliseconds that a picture has taken */
} ims_step;

/**
 * Is told now and then what is being done, and how much of it; who wants to know how long that takes asks the clock.
 * Initialise with {0}: nobody is told. A step may come again, and from 0.
 */
typedef struct ims_observer {
  /** Must not use the model, the register or whatever else is at work. From the thread that works. */
  void (*tell)(void *context, ims_step step, uint64_t done);
  void *context; /**< Borrowed as long as the model lives. */
} ims_observer;

#ifdef __cplusplus
}
#endif
#endif
