#include "ims/sink.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static ims_status write_stream(void *context, const char *data, size_t size)
{
  return fwrite(data, 1, size, context) == size ? IMS_OK : IMS_IO;
}

ims_sink ims_sink_stream(FILE *stream)
{
  return (ims_sink){ write_stream, stream };
}

static ims_status write_memory(void *context, const char *data, size_t size)
{
  ims_memory *memory = context;
  if (size >= SIZE_MAX / 2 - memory->size)
    return IMS_NOMEM;
  if (memory->capacity - memory->size <= size) {
    size_t capacity = memory->capacity ? memory->capacity * 2 : 256;
    if (capacity <= memory->size + size)
      capacity = memory->size + size + 1;
    char *grown = realloc(memory->data, capacity);
    if (!grown)
      return IMS_NOMEM;
    memory->data = grown;
    memory->capacity = capacity;
  }
  if (size)
    memcpy(memory->data + memory->size, data, size);
  memory->size += size;
  memory->data[memory->size] = '\0';
  return IMS_OK;
}

ims_sink ims_sink_memory(ims_memory *memory)
{
  return (ims_sink){ write_memory, memory };
}

void ims_memory_free(ims_memory *memory)
{
  if (!memory)
    return;
  free(memory->data);
  *memory = (ims_memory){ 0 };
}
