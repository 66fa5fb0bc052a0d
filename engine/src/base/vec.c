#include "base/vec.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

ims_status imsi_vec_reserve(imsi_vec *vec, size_t more)
{
  if (vec->capacity - vec->count >= more)
    return IMS_OK;
  if (more > SIZE_MAX / vec->size - vec->count)
    return IMS_NOMEM;
  const size_t needed = vec->count + more;
  /* half as much again: memory stays close to what is needed */
  size_t capacity = vec->capacity + vec->capacity / 2;
  if (capacity < needed)
    capacity = needed < 8 ? 8 : needed;
  if (capacity > SIZE_MAX / vec->size)
    return IMS_NOMEM;
  void *data = realloc(vec->data, capacity * vec->size);
  if (!data)
    return IMS_NOMEM;
  vec->data = data;
  vec->capacity = capacity;
  return IMS_OK;
}

ims_status imsi_vec_push(imsi_vec *vec, const void *element)
{
  if (vec->count == vec->capacity) {
    const ims_status status = imsi_vec_reserve(vec, 1);
    if (status)
      return status;
  }
  memcpy((char *)vec->data + vec->count * vec->size, element, vec->size);
  vec->count++;
  return IMS_OK;
}

void imsi_vec_free(imsi_vec *vec)
{
  if (!vec)
    return;
  free(vec->data);
  *vec = (imsi_vec){ NULL, 0, 0, vec->size };
}
