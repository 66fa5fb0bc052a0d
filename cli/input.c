#include "input.h"

#include "command.h"
#include "message.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { CHUNK = 1 << 16, MOST_BYTES = 1 << 26 };

/* Reads up to one chunk more than `most`, and gives the stream up. */
static ims_status read_stream(FILE *stream, uint64_t most, ims_memory *data)
{
  const ims_sink sink = ims_sink_memory(data);
  static char chunk[CHUNK];
  ims_status status = IMS_OK;
  for (size_t size = 1; !status && size && data->size <= most;) {
    size = fread(chunk, 1, sizeof chunk, stream);
    status = sink.write(sink.context, chunk, size);
  }
  const int error = errno;
  if (!status && ferror(stream))
    status = IMS_IO;
  if (stream != stdin)
    fclose(stream);
  errno = error;
  return status;
}

int input_file(const char *asked, const settings *given, const char *name, ims_memory *data)
{
  const uint64_t most = given->max_size ? given->max_size : MOST_BYTES;
  FILE *stream = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
  const ims_status status = stream ? read_stream(stream, most, data) : IMS_IO;
  if (status == IMS_NOMEM) {
    message_system(IMS_DIAG_OUT_OF_MEMORY, NULL, "");
    return EXIT_SYSTEM;
  }
  if (status) {
    message_system(IMS_DIAG_CANNOT_READ, name, strerror(errno));
    return EXIT_SYSTEM;
  }
  if (data->size <= most)
    return 0;
  message_usage(asked, "this is larger than --max-size allows:", name);
  return EXIT_INPUT;
}
