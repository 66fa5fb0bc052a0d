/** Where bytes go. */
#ifndef IMS_SINK_H
#define IMS_SINK_H

#include "ims/status.h"

#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Takes bytes; returns IMS_OK, IMS_IO or IMS_NOMEM. A sink is a value: copy it, it owns nothing. */
typedef struct ims_sink {
  ims_status (*write)(void *context, const char *data, size_t size);
  void *context;
} ims_sink;

/** A sink that writes to `stream`, which stays the caller's; a short write is IMS_IO. */
IMS_API ims_sink ims_sink_stream(FILE *stream);

/** Bytes in memory; initialise with {0}. */
typedef struct ims_memory {
  char *data; /**< NUL-terminated; NULL while empty. */
  size_t size;
  size_t capacity;
} ims_memory;

/** A sink that appends to `memory`, which stays the caller's. */
IMS_API ims_sink ims_sink_memory(ims_memory *memory);

/** Releases what `memory` holds and empties it. Accepts NULL. */
IMS_API void ims_memory_free(ims_memory *memory);

#ifdef __cplusplus
}
#endif
#endif
