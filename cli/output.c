#define _XOPEN_SOURCE 700 /* realpath, mkstemp, fileno */

#include "output.h"

#include "command.h"
#include "evidence.h"
#include "message.h"
#include "progress.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PLAIN_WIDTH = 100 };

/* Workbooks and documents are archives. */
static bool is_archive(const ims_format *format)
{
  return strcmp(format->name, "xlsx") == 0 || strcmp(format->name, "docx") == 0;
}

const ims_format *output_format(const settings *given)
{
  if (given->format && !given->output && is_archive(given->format) && isatty(STDOUT_FILENO)) {
    message_usage("", "a terminal cannot show it; add -o FILE to", given->format->name);
    return NULL;
  }
  if (given->format)
    return given->format;
  if (!given->output)
    return ims_format_find("text");
  const char *name = strrchr(given->output, '/');
  const char *dot = strrchr(name ? name : given->output, '.');
  struct stat about;
  if (!dot || (stat(given->output, &about) == 0 && !S_ISREG(about.st_mode)))
    return ims_format_find("text");
  const ims_format *format = ims_format_find(dot + 1);
  if (!format)
    message_usage("", "the format does not follow from the name; add -f to write", given->output);
  return format;
}

static size_t width_of(const settings *given)
{
  if (given->width)
    return given->width == SIZE_MAX ? 0 : given->width;
  struct winsize window;
  if (!given->output && isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col)
    return window.ws_col;
  const char *columns = getenv("COLUMNS");
  const long number = columns ? strtol(columns, NULL, 10) : 0;
  return number > 0 && number < 100000 ? (size_t)number : PLAIN_WIDTH;
}

static int failed(ims_status status, const char *file, int error)
{
  if (status == IMS_IO)
    message_system(IMS_DIAG_CANNOT_WRITE, file, strerror(error ? error : EIO));
  return command_status(status);
}

static bool stdout_failed; /* and it was said */

static ims_status write_stream(const output_maker *maker, const settings *given, FILE *stream)
{
  errno = 0;
  const ims_status status = maker->make(maker->context, given, stream);
  if (!status && fflush(stream) != 0)
    return IMS_IO;
  return status;
}

/* Devices and pipes: nothing to keep whole. */
static int write_straight(const output_maker *maker, const settings *given)
{
  FILE *stream = fopen(given->output, "w");
  if (!stream)
    return failed(IMS_IO, given->output, errno);
  ims_status status = write_stream(maker, given, stream);
  const int error = errno;
  if (fclose(stream) != 0 && !status)
    status = IMS_IO;
  return status ? failed(status, given->output, error ? error : errno) : 0;
}

/* `target` + a suffix that mkstemp fills; the caller frees it. */
static char *beside(const char *target)
{
  static const char suffix[] = ".XXXXXX";
  const size_t size = strlen(target) + sizeof suffix;
  char *name = malloc(size);
  if (name)
    snprintf(name, size, "%s%s", target, suffix);
  return name;
}

static mode_t mode_for(const struct stat *existing)
{
  if (existing)
    return existing->st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

static int write_whole(const output_maker *maker, const settings *given, const char *target,
                       const struct stat *existing)
{
  char *name = beside(target);
  if (!name)
    return failed(IMS_NOMEM, target, 0);
  const int descriptor = mkstemp(name);
  FILE *stream = descriptor < 0 ? NULL : fdopen(descriptor, "w");
  ims_status status = stream ? write_stream(maker, given, stream) : IMS_IO;
  int error = errno;
  if (!status && fchmod(descriptor, mode_for(existing)) != 0) {
    status = IMS_IO;
    error = errno;
  }
  if (stream && fclose(stream) != 0 && !status) {
    status = IMS_IO;
    error = errno;
  }
  if (!status && rename(name, target) != 0) {
    status = IMS_IO;
    error = errno;
  }
  if (status && descriptor >= 0)
    unlink(name);
  free(name);
  return status ? failed(status, given->output, error) : 0;
}

/* Where a link that leads to no file yet points; NULL if it is no link. The caller frees it. */
static char *end_of_link(const char *name)
{
  char to[4096];
  const ssize_t size = readlink(name, to, sizeof to - 1);
  if (size <= 0)
    return NULL;
  to[size] = '\0';
  const char *slash = strrchr(name, '/');
  const int folder = slash && *to != '/' ? (int)(slash - name) + 1 : 0;
  char *target = malloc((size_t)folder + (size_t)size + 1);
  if (target)
    snprintf(target, (size_t)folder + (size_t)size + 1, "%.*s%s", folder, name, to);
  return target;
}

/* ---- what is read is never written ---- */

static bool is_file(const char *name, const struct stat *about)
{
  struct stat other;
  return stat(name, &other) == 0 && other.st_dev == about->st_dev && other.st_ino == about->st_ino;
}

static bool is_one_of(const char *const *names, size_t count, const struct stat *about)
{
  for (size_t i = 0; i < count; i++)
    if (is_file(names[i], about))
      return true;
  return false;
}

/* True for a name that is read where it stands in a folder. */
static bool is_read_in_folders(const char *path)
{
  static const char *const endings[] = { ".csv", ".CSV", ".tsv", ".TSV", ".xml" };
  const char *dot = strrchr(path, '.');
  for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
    if (strcmp(dot, endings[i]) == 0)
      return true;
  return false;
}

/* True if one of the names is a folder that the file is in; `deep`: or in a folder of that. Cuts the path. */
static bool is_in_one_of(const char *const *names, size_t count, char *path, bool deep)
{
  struct stat folder;
  for (char *slash; (slash = strrchr(path, '/'));) {
    slash[slash == path] = '\0';
    for (size_t i = 0; i < count; i++)
      if (stat(path, &folder) == 0 && S_ISDIR(folder.st_mode) && is_file(names[i], &folder))
        return true;
    if (!deep || slash == path)
      return false;
  }
  return false;
}

/* A folder of registers is read without the folders in it, one of mappings with them. */
static bool is_in_input(const settings *given)
{
  char *path = realpath(given->output, NULL), *again = path ? strdup(path) : NULL;
  const bool is = path && again && is_read_in_folders(path) &&
                  (is_in_one_of(given->registers, given->register_count, path, false) ||
                   is_in_one_of(given->mappings, given->mapping_count, again, true));
  free(path);
  free(again);
  return is;
}

/* True for a file that the command reads, by whatever name. */
static bool is_input(const settings *given, const struct stat *about)
{
  return is_in_input(given) || is_one_of(given->registers, given->register_count, about) ||
         is_one_of(given->mappings, given->mapping_count, about) || is_one_of(given->words, given->word_count, about) ||
         evidence_is_profile(given, about);
}

int output_bytes(const output_maker *maker, const settings *given)
{
  if (!given->output) {
    progress_end(); /* both may be the same terminal */
    const ims_status status = write_stream(maker, given, stdout);
    stdout_failed = status != IMS_OK;
    return status ? failed(status, NULL, errno) : 0;
  }
  struct stat about;
  const bool exists = stat(given->output, &about) == 0;
  if (exists && !S_ISREG(about.st_mode))
    return write_straight(maker, given);
  if (exists && is_input(given, &about)) {
    message_usage("", "this file is read, and so is not written:", given->output);
    return EXIT_USAGE;
  }
  char *target = exists ? realpath(given->output, NULL) : end_of_link(given->output); /* a link stays a link */
  const int status = write_whole(maker, given, target ? target : given->output, exists ? &about : NULL);
  free(target);
  return status;
}

typedef struct printed {
  const ims_table *table;
  const ims_format *format;
} printed;

static ims_status print(void *context, const settings *given, FILE *stream)
{
  const printed *p = context;
  const bool terminal = !given->output && isatty(fileno(stream));
  const ims_write_options options = { width_of(given), message_colors(given, terminal), given->details };
  const ims_status status = p->format->write(p->table, &options, progress_sink(stream));
  if (status == IMS_LIMIT)
    message_system(IMS_DIAG_CANNOT_WRITE, given->output,
                   "it is more than the format holds; choose rows with --where, or write csv");
  return status;
}

int output_table(const ims_table *table, const ims_format *format, const settings *given)
{
  printed what = { table, format };
  return output_bytes(&(output_maker){ print, &what }, given);
}

int output_end(void)
{
  if (stdout_failed)
    return EXIT_SYSTEM;
  errno = 0;
  const bool lost = ferror(stdout) || fflush(stdout) != 0;
  const int error = errno;
  errno = 0;
  /* a stream that was closed from outside is no loss if nothing went there */
  if (lost || (fclose(stdout) != 0 && errno != EBADF))
    return failed(IMS_IO, NULL, lost ? error : errno);
  return 0;
}
