#include "base/out.h"

#include <string.h>

static void flush(imsi_out *out)
{
  if (!out->status && out->used)
    out->status = out->sink.write(out->sink.context, out->buffer, out->used);
  out->used = 0;
}

void imsi_out_bytes(imsi_out *out, const char *data, size_t size)
{
  while (size) {
    if (out->used == sizeof out->buffer)
      flush(out);
    const size_t room = sizeof out->buffer - out->used;
    const size_t part = size < room ? size : room;
    memcpy(out->buffer + out->used, data, part);
    out->used += part;
    data += part;
    size -= part;
  }
}

void imsi_out_text(imsi_out *out, const char *text)
{
  imsi_out_bytes(out, text, strlen(text));
}

void imsi_out_repeat(imsi_out *out, char c, size_t count)
{
  char run[64];
  memset(run, c, count < sizeof run ? count : sizeof run);
  for (size_t part; count; count -= part) {
    part = count < sizeof run ? count : sizeof run;
    imsi_out_bytes(out, run, part);
  }
}

ims_status imsi_out_end(imsi_out *out)
{
  flush(out);
  return out->status;
}
