/** Telling how far work has come. Costs a comparison if nobody wants to know. */
#ifndef IMSI_PROGRESS_H
#define IMSI_PROGRESS_H

#include "ims/progress.h"

/** Of small things one in so many is told. A power of two. */
enum { IMSI_PROGRESS_EVERY = 1024 };

static inline void imsi_progress_tell(const ims_observer *progress, ims_step step, uint64_t done)
{
  if (progress->tell)
    progress->tell(progress->context, step, done);
}

/** The same for one of many: `done` counts them, one by one. */
static inline void imsi_progress_count(const ims_observer *progress, ims_step step, uint64_t done)
{
  if (done % IMSI_PROGRESS_EVERY == 0)
    imsi_progress_tell(progress, step, done);
}

#endif
