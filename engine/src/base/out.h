/** Writes text to a sink and remembers the first failure. */
#ifndef IMSI_OUT_H
#define IMSI_OUT_H

#include "ims/sink.h"

#include <stddef.h>

/** Initialise with { sink }; ask `imsi_out_end` once at the end. */
typedef struct imsi_out {
  ims_sink sink;
  ims_status status;
  size_t used;
  char buffer[4096];
} imsi_out;

void imsi_out_bytes(imsi_out *out, const char *data, size_t size);
void imsi_out_text(imsi_out *out, const char *text);
/** Writes `count` times the byte `c`. */
void imsi_out_repeat(imsi_out *out, char c, size_t count);
/** Sends what is buffered and returns the first failure of all, or IMS_OK. */
ims_status imsi_out_end(imsi_out *out);

#endif
