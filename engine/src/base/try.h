/** Early return for functions that hold nothing to release. */
#ifndef IMSI_TRY_H
#define IMSI_TRY_H

#include "ims/status.h"

#define IMS_TRY(call)                                                                                                  \
  do {                                                                                                                 \
    const ims_status try_status_ = (call);                                                                             \
    if (try_status_)                                                                                                   \
      return try_status_;                                                                                              \
  } while (0)

#endif
