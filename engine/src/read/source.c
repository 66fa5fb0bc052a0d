#define _POSIX_C_SOURCE 200809L /* open, fstat */

#include "read/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_BUFFER = 64 * 1024 };

struct imsi_file {
  int descriptor;
  bool stream;
  size_t used, size;
  char buffer[FILE_BUFFER];
};

/* ---- memory ---- */

static ptrdiff_t read_memory(void *context, char *buffer, size_t size)
{
  imsi_memory *m = context;
  if (size > m->size)
    size = m->size;
  if (size)
    memcpy(buffer, m->data, size);
  m->data += size;
  m->size -= size;
  return (ptrdiff_t)size;
}

imsi_source imsi_source_memory(imsi_memory *memory)
{
  return (imsi_source){ read_memory, memory };
}

/* ---- files ---- */

static ptrdiff_t read_descriptor(int descriptor, char *buffer, size_t size)
{
  ssize_t got;
  do
    got = read(descriptor, buffer, size);
  while (got < 0 && errno == EINTR);
  return got;
}

/* The parser asks for small pieces; the system is asked for large ones. */
static ptrdiff_t read_file(void *context, char *buffer, size_t size)
{
  imsi_file *f = context;
  if (f->used == f->size) {
    const ptrdiff_t got = read_descriptor(f->descriptor, f->buffer, sizeof f->buffer);
    if (got <= 0)
      return got;
    f->used = 0;
    f->size = (size_t)got;
  }
  const size_t part = size < f->size - f->used ? size : f->size - f->used;
  memcpy(buffer, f->buffer + f->used, part);
  f->used += part;
  return (ptrdiff_t)part;
}

const char *imsi_file_peek(imsi_file *file, size_t *size)
{
  while (file->size < *size) {
    const ptrdiff_t got = read_descriptor(file->descriptor, file->buffer + file->size, *size - file->size);
    if (got <= 0)
      break; /* whoever reads on finds out why */
    file->size += (size_t)got;
  }
  *size = *size < file->size ? *size : file->size;
  return file->buffer;
}

bool imsi_file_is_stream(const imsi_file *file)
{
  return file->stream;
}

imsi_source imsi_source_file(imsi_file *file)
{
  return (imsi_source){ read_file, file };
}

static ims_status file_error(imsi_reporter *reporter, ims_diag_id id, const char *path, const char *text)
{
  imsi_report(reporter, id, (ims_pos){ path, 0, 0, NULL }, text, NULL, NULL, NULL);
  return IMS_IO;
}

ims_status imsi_file_open(const char *path, imsi_reporter *reporter, imsi_file **file)
{
  struct stat about;
  imsi_file *f = malloc(sizeof *f);
  if (!f)
    return IMS_NOMEM;
  f->used = f->size = 0;
  f->descriptor = open(path, O_RDONLY | O_CLOEXEC);
  ims_status status = IMS_OK;
  if (f->descriptor < 0 || fstat(f->descriptor, &about) != 0)
    status = file_error(reporter, IMS_DIAG_CANNOT_OPEN, path, strerror(errno));
  else if (S_ISDIR(about.st_mode))
    status = file_error(reporter, IMS_DIAG_IS_DIRECTORY, path, NULL);
  else
    f->stream = !S_ISREG(about.st_mode);
  if (status)
    imsi_file_close(f);
  else
    *file = f;
  return status;
}

void imsi_file_close(imsi_file *file)
{
  if (!file)
    return;
  if (file->descriptor >= 0)
    close(file->descriptor);
  free(file);
}
