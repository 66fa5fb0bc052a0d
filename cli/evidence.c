#define _POSIX_C_SOURCE 200809L /* localtime_r, stat */

#include "evidence.h"

#include "command.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { MOST_LEVELS = 64 };

static const char profile_name[] = "imsmap.xml";

static bool is_same_file(const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* The profile in a folder; false if there is none. */
static bool profile_in(const char *folder, struct stat *about)
{
  char path[FILENAME_MAX];
  const int size = snprintf(path, sizeof path, "%s/%s", folder, profile_name);
  return size > 0 && (size_t)size < sizeof path && stat(path, about) == 0 && S_ISREG(about->st_mode);
}

/* A profile that is named as a register, or stands in one, is read once. */
static bool is_in_registers(const settings *given, const struct stat *profile)
{
  struct stat about;
  for (size_t i = 0; i < given->register_count; i++)
    if ((profile_in(given->registers[i], &about) || stat(given->registers[i], &about) == 0) &&
        is_same_file(&about, profile))
      return true;
  return false;
}

/* ---- the nearest profile ---- */

/* A register that is no file, such as a pipe, lies nowhere: then the folder counts where one is. */
static bool lies_nowhere(const char *file)
{
  struct stat about;
  return strncmp(file, "/dev/", 5) == 0 ||
         (stat(file, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode));
}

/* Writes the folder of a register, "a/b/", or "" for the one where one is; false if there is no room for it. */
static bool first_folder(const char *file, char *folder, size_t size)
{
  struct stat about;
  const char *slash = strrchr(file, '/');
  const bool whole = stat(file, &about) == 0 && S_ISDIR(about.st_mode);
  const size_t length = lies_nowhere(file) ? 0 : whole ? strlen(file) : slash ? (size_t)(slash + 1 - file) : 0;
  if (length + 2 > size)
    return false;
  memcpy(folder, file, length);
  strcpy(folder + length, length && folder[length - 1] != '/' ? "/" : "");
  return true;
}

/* Goes from a folder to the one above: "a/b/" to "a/", "" to "../"; false at the root, and if there is no room. */
static bool go_up(char *folder, size_t size)
{
  struct stat here, above;
  char path[FILENAME_MAX];
  size_t end = strlen(folder);
  while (end && folder[end - 1] == '/')
    end--;
  if (!end && *folder)
    return false;
  size_t start = end;
  while (start && folder[start - 1] != '/')
    start--;
  const size_t name = end - start; /* of the last folder named, which may be . or .. */
  if (name && strncmp(folder + start, "..", name) != 0) {
    folder[start] = '\0';
    return true;
  }
  if (name == 1) {
    folder[start] = '\0';
    return go_up(folder, size);
  }
  const int length = snprintf(path, sizeof path, "%s../", folder);
  if (length < 0 || (size_t)length >= size || (size_t)length >= sizeof path || stat(path, &above) != 0 ||
      stat(*folder ? folder : ".", &here) != 0 || is_same_file(&here, &above))
    return false;
  strcpy(folder, path);
  return true;
}

/* The profile that goes with the registers where none is named: in the folder of the first, else in the nearest above
   it; an empty text if there is none. */
static ims_status find_by_registers(const settings *given, ims_memory *path, struct stat *about)
{
  char folder[FILENAME_MAX];
  const ims_sink out = ims_sink_memory(path);
  bool more = first_folder(given->registers[0], folder, sizeof folder);
  for (int level = 0; more && level < MOST_LEVELS; level++) {
    if (profile_in(*folder ? folder : ".", about)) {
      const ims_status status = out.write(out.context, folder, strlen(folder));
      return status ? status : out.write(out.context, profile_name, sizeof profile_name - 1);
    }
    more = go_up(folder, sizeof folder);
  }
  return IMS_OK;
}

bool evidence_is_profile(const settings *given, const struct stat *about)
{
  ims_memory path = { 0 };
  struct stat profile;
  if (given->profile)
    return stat(given->profile, &profile) == 0 && is_same_file(&profile, about);
  const bool is =
      given->register_count && !find_by_registers(given, &path, &profile) && path.data && is_same_file(&profile, about);
  ims_memory_free(&path);
  return is;
}

/* A folder with a profile of its own needs no other. */
static bool has_profile(const settings *given)
{
  struct stat about;
  size_t i = 0;
  while (i < given->register_count && !profile_in(given->registers[i], &about))
    i++;
  return i < given->register_count;
}

static ims_status read_profile(const settings *given, ims_register_reader *reader)
{
  ims_memory path = { 0 };
  struct stat about;
  if (given->profile) {
    const bool again = stat(given->profile, &about) == 0 && is_in_registers(given, &about);
    return again ? IMS_OK : ims_register_reader_file(reader, given->profile);
  }
  if (has_profile(given))
    return IMS_OK;
  ims_status status = find_by_registers(given, &path, &about);
  if (!status && path.data && !is_in_registers(given, &about))
    status = ims_register_reader_file(reader, path.data);
  ims_memory_free(&path);
  return status;
}

/* The first failure that ends it all; a file that cannot be read is told at the end, by finishing. */
static ims_status read_all(const settings *given, ims_register_reader *reader)
{
  ims_status status = read_profile(given, reader);
  for (size_t i = 0; status != IMS_NOMEM && i < given->register_count; i++)
    status = ims_register_reader_path(reader, given->registers[i]);
  return status == IMS_NOMEM ? status : IMS_OK;
}

int evidence_load(const settings *given, const ims_model *model, messages *m, ims_register **evidence)
{
  const ims_register_options options = { given->max_size };
  ims_register_reader *reader = NULL;
  *evidence = NULL;
  if (!given->register_count && !given->profile)
    return 0;
  ims_status status = ims_register_reader_new(model, &options, message_sink(m), &reader);
  if (!status)
    status = read_all(given, reader);
  if (!status)
    status = ims_register_reader_finish(reader, evidence);
  ims_register_reader_free(reader);
  if (!status && given->warnings_are_errors && m->warnings)
    status = IMS_INVALID;
  if (status) {
    ims_register_free(*evidence);
    *evidence = NULL;
  }
  return status == IMS_INVALID ? EXIT_INPUT : command_status(status);
}

int evidence_load_for(const command *asked, const settings *given, const ims_model *model, messages *m,
                      ims_register **evidence)
{
  *evidence = NULL;
  if (asked->register_use == IMS_REGISTER_REQUIRED && !given->register_count && !given->profile) {
    message_usage(asked->name, "missing:", "--register FILE");
    return EXIT_USAGE;
  }
  return evidence_load(given, model, m, evidence);
}

ims_day evidence_today(void)
{
  const time_t now = time(NULL);
  struct tm day;
  if (now == (time_t)-1 || !localtime_r(&now, &day))
    return 0;
  return (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}
