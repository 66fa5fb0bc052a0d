/** Who is told how far work on a model has come. */
#ifndef IMSI_MODEL_PROGRESS_H
#define IMSI_MODEL_PROGRESS_H

#include "base/progress.h"
#include "ims/model.h"

/** As it was given to the loader; never NULL. */
const ims_observer *imsi_model_progress(const ims_model *model);

#endif
