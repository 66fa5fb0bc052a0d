#define _POSIX_C_SOURCE 200809L /* open, fstat */

#include "read/sheet.h"

#include "base/strbuf.h"
#include "read/delimited.h"
#include "read/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAGIC = 8, FIRST_CAPACITY = 1 << 16 };

static imsi_sheet_options with_defaults(const imsi_sheet_options *options)
{
  static const imsi_sheet_options defaults = { IMSI_SHEET_MAX_SIZE, 2000, 200, 1048576, 16384, 32767, 1 << 24, 10 };
  imsi_sheet_options all = options ? *options : defaults;
  all.max_size = all.max_size ? all.max_size : defaults.max_size;
  all.max_parts = all.max_parts ? all.max_parts : defaults.max_parts;
  all.max_ratio = all.max_ratio ? all.max_ratio : defaults.max_ratio;
  all.max_rows = all.max_rows ? all.max_rows : defaults.max_rows;
  all.max_columns = all.max_columns ? all.max_columns : defaults.max_columns;
  all.max_text = all.max_text ? all.max_text : defaults.max_text;
  all.max_merged = all.max_merged ? all.max_merged : defaults.max_merged;
  all.max_same_kind = all.max_same_kind ? all.max_same_kind : defaults.max_same_kind;
  return all;
}

static imsi_sheet_run make_run(const char *name, const imsi_sheet_options *options, imsi_reporter *reporter,
                               const imsi_sheet_handler *handler)
{
  return (imsi_sheet_run){ .name = name, .limits = with_defaults(options), .reporter = reporter, .handler = handler };
}

static ims_pos nowhere_in(const imsi_sheet_run *run)
{
  return (ims_pos){ run->name, 0, 0, NULL };
}

static ims_status outcome(const imsi_sheet_run *run)
{
  return run->ended ? run->ended : run->reported;
}

/* ---- what it is ---- */

static bool is_zip(const char *data, size_t size)
{
  /* an archive, an empty one */
  return size >= 4 && (memcmp(data, "PK\3\4", 4) == 0 || memcmp(data, "PK\5\6", 4) == 0);
}

static bool is_compound(const char *data, size_t size)
{
  return size >= MAGIC && memcmp(data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", MAGIC) == 0;
}

/* The compound files of old programs; an encrypted workbook is one too, with a stream of this name in UTF-16. */
static void report_compound(imsi_sheet_run *run, const char *data, size_t size)
{
  static const char stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  bool found = false;
  for (const char *at = data; !found && (at = memchr(at, 'E', size - (size_t)(at - data))); at++)
    found = size - (size_t)(at - data) >= sizeof stream - 1 && memcmp(at, stream, sizeof stream - 1) == 0;
  if (found)
    imsi_sheet_report(run, IMS_INVALID, IMS_DIAG_SHEET_ENCRYPTED, nowhere_in(run), NULL, NULL);
  else
    imsi_sheet_report(run, IMS_INVALID, IMS_DIAG_SHEET_FORMAT, nowhere_in(run),
                      "a file of an old program, as .xls and .doc are", NULL);
}

static void read_memory(imsi_sheet_run *run, const char *data, size_t size)
{
  if (!size)
    imsi_sheet_report(run, IMS_INVALID, IMS_DIAG_FILE_EMPTY, nowhere_in(run), NULL, NULL);
  else if (is_zip(data, size))
    imsi_xlsx_read(run, data, size);
  else if (is_compound(data, size))
    report_compound(run, data, size);
  else
    imsi_delimited_read(run, data, size);
}

static void report_size(imsi_sheet_run *run)
{
  imsi_strbuf limit = { 0 };
  imsi_strbuf_number(&limit, run->limits.max_size);
  imsi_sheet_report(run, IMS_LIMIT, IMS_DIAG_FILE_TOO_LARGE, nowhere_in(run), imsi_strbuf_string(&limit), NULL);
  imsi_strbuf_free(&limit);
}

ims_status imsi_sheet_memory(const char *name, const char *data, size_t size, const imsi_sheet_options *options,
                             imsi_reporter *reporter, const imsi_sheet_handler *handler)
{
  imsi_sheet_run run = make_run(name, options, reporter, handler);
  if (size > run.limits.max_size)
    report_size(&run);
  else
    read_memory(&run, data, size);
  return outcome(&run);
}

/* ---- files ---- */

static ptrdiff_t read_descriptor(void *context, char *buffer, size_t size)
{
  const int *descriptor = context;
  ssize_t got;
  do
    got = read(*descriptor, buffer, size);
  while (got < 0 && errno == EINTR);
  return got;
}

/* Reads until `most` bytes are there, or the end. False, with errno, if that fails. */
static bool fill(imsi_source source, char *data, size_t *size, size_t most)
{
  while (*size < most) {
    const ptrdiff_t got = source.read(source.context, data + *size, most - *size);
    if (got <= 0)
      return got == 0;
    *size += (size_t)got;
  }
  return true;
}

typedef struct bytes {
  char *data;
  size_t size;
} bytes;

/* All that is in the file, or so much that it is too much. False, with errno, if reading fails. */
static bool fill_all(imsi_sheet_run *run, imsi_source source, bytes *data)
{
  for (size_t before = 0; data->size <= run->limits.max_size; before = data->size) {
    const size_t more = data->size > FIRST_CAPACITY ? data->size : FIRST_CAPACITY;
    char *grown = realloc(data->data, data->size + more);
    if (!grown) {
      run->ended = IMS_NOMEM;
      return true;
    }
    data->data = grown;
    if (!fill(source, data->data, &data->size, data->size + more))
      return false;
    if (data->size - before < more)
      return true;
  }
  return true;
}

static void report_file(imsi_sheet_run *run, ims_diag_id id)
{
  imsi_sheet_report(run, IMS_IO, id, nowhere_in(run), strerror(errno), NULL);
}

static void read_stream(imsi_sheet_run *run, imsi_source source)
{
  bytes data = { NULL, 0 };
  if (!fill_all(run, source, &data))
    report_file(run, IMS_DIAG_CANNOT_READ);
  else if (!run->ended && data.size > run->limits.max_size)
    report_size(run);
  else if (!run->ended)
    read_memory(run, data.data, data.size);
  free(data.data);
}

/* An archive is read where it lies, if one can go back and forth in it. */
static void read_file(imsi_sheet_run *run, int descriptor, const struct stat *about)
{
  const imsi_source source = { read_descriptor, &descriptor };
  char magic[MAGIC];
  size_t size = 0;
  const bool regular = S_ISREG(about->st_mode);
  if (S_ISDIR(about->st_mode))
    imsi_sheet_report(run, IMS_IO, IMS_DIAG_IS_DIRECTORY, nowhere_in(run), NULL, NULL);
  else if (regular && (uint64_t)about->st_size > run->limits.max_size)
    report_size(run);
  else if (regular && (!fill(source, magic, &size, sizeof magic) || lseek(descriptor, 0, SEEK_SET) != 0))
    report_file(run, IMS_DIAG_CANNOT_READ);
  else if (is_zip(magic, size))
    imsi_xlsx_read(run, NULL, 0);
  else
    read_stream(run, source);
}

ims_status imsi_sheet_read(const char *path, const imsi_sheet_options *options, imsi_reporter *reporter,
                           const imsi_sheet_handler *handler)
{
  imsi_sheet_run run = make_run(path, options, reporter, handler);
  struct stat about;
  const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 || fstat(descriptor, &about) != 0)
    report_file(&run, IMS_DIAG_CANNOT_OPEN);
  else
    read_file(&run, descriptor, &about);
  if (descriptor >= 0)
    close(descriptor);
  return outcome(&run);
}

ims_status imsi_sheet_stream(const char *name, imsi_source source, const imsi_sheet_options *options,
                             imsi_reporter *reporter, const imsi_sheet_handler *handler)
{
  imsi_sheet_run run = make_run(name, options, reporter, handler);
  read_stream(&run, source);
  return outcome(&run);
}
