/** Where bytes come from: memory, or a file that is read piece by piece. */
#ifndef IMSI_SOURCE_H
#define IMSI_SOURCE_H

#include "base/diag.h"
#include "ims/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Where bytes come from. */
typedef struct imsi_source {
  /** Fills `buffer` with up to `size` bytes and returns their number: 0 at the end, -1 on failure (errno says why). */
  ptrdiff_t (*read)(void *context, char *buffer, size_t size);
  void *context;
} imsi_source;

/** Bytes in memory; what is read is taken off the front. */
typedef struct imsi_memory {
  const char *data;
  size_t size;
} imsi_memory;

/** A source of what is left in `memory`, which is borrowed. */
imsi_source imsi_source_memory(imsi_memory *memory);

/** An open file. */
typedef struct imsi_file imsi_file;

/**
 * Opens a file.
 *
 * @param file  Gets what is yours to close.
 * @return IMS_OK; IMS_IO if it cannot be opened or is a directory, reported; IMS_NOMEM.
 */
ims_status imsi_file_open(const char *path, imsi_reporter *reporter, imsi_file **file);

/** Looks at the first bytes of a file that nobody has read from yet: at most `size`, fewer only if it has fewer, or
    cannot be read. They are borrowed until the file is read. */
const char *imsi_file_peek(imsi_file *file, size_t *size);

/** True if the file can be read once only: a pipe, a terminal. */
bool imsi_file_is_stream(const imsi_file *file);

/** A source of what is left in the file, which is borrowed. */
imsi_source imsi_source_file(imsi_file *file);

/** Accepts NULL. */
void imsi_file_close(imsi_file *file);

#endif
