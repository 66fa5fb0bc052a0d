#include "query/request.h"

#include <string.h>

const char *imsi_request_value(const ims_request *request, const char *name, size_t nth)
{
  for (size_t i = 0; i < request->argument_count; i++)
    if (strcmp(request->arguments[i].name, name) == 0 && nth-- == 0)
      return request->arguments[i].value;
  return NULL;
}

bool imsi_request_has(const ims_request *request, const char *name)
{
  for (size_t i = 0; i < request->argument_count; i++)
    if (strcmp(request->arguments[i].name, name) == 0)
      return true;
  return false;
}
