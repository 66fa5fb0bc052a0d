#include "ims/status.h"

const char *ims_status_text(ims_status status)
{
  static const char *const texts[] = {
    [IMS_OK] = "done",
    [IMS_INVALID] = "the input is invalid",
    [IMS_NOT_FOUND] = "not found",
    [IMS_LIMIT] = "a limit was reached",
    [IMS_IO] = "reading or writing failed",
    [IMS_NOMEM] = "out of memory",
  };
  return texts[status];
}

const char *ims_version(void)
{
  return IMS_VERSION;
}
