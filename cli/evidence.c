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

/* The nearest profile, as "../../imsmap.xml"; false if there is none up to the root. */
static bool find_profile(char *path, size_t size, struct stat *about)
{
  struct stat here, above;
  size_t length = 0;
  for (int level = 0; level < MOST_LEVELS && length + sizeof profile_name + 3 < size; level++) {
    strcpy(path + length, profile_name);
    if (stat(path, about) == 0 && S_ISREG(about->st_mode))
      return true;
    strcpy(path + length, ".");
    if (stat(path, &here) != 0)
      return false;
    strcpy(path + length, "..");
    if (stat(path, &above) != 0 || is_same_file(&here, &above))
      return false;
    strcpy(path + length, "../");
    length += strlen("../");
  }
  return false;
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

/* The profile beside the first register, or in it if that is a folder; an empty text if there is none. */
static ims_status beside_register(const settings *given, ims_memory *path, struct stat *about)
{
  const ims_sink out = ims_sink_memory(path);
  const char *file = given->registers[0], *slash = strrchr(file, '/');
  const bool folder = stat(file, about) == 0 && S_ISDIR(about->st_mode);
  const size_t size = folder ? strlen(file) : slash ? (size_t)(slash + 1 - file) : 0;
  ims_status status = size ? out.write(out.context, file, size) : IMS_OK;
  if (!status && folder)
    status = out.write(out.context, "/", 1);
  if (!status)
    status = out.write(out.context, profile_name, sizeof profile_name - 1);
  if (!status && (stat(path->data, about) != 0 || !S_ISREG(about->st_mode)))
    ims_memory_free(path);
  return status;
}

/* The profile that goes with the registers where none is named; an empty text if there is none. */
static ims_status find_by_registers(const settings *given, ims_memory *path, struct stat *about)
{
  char above[3 * MOST_LEVELS + sizeof profile_name];
  const ims_sink out = ims_sink_memory(path);
  const ims_status status = beside_register(given, path, about);
  if (status || path->data || !find_profile(above, sizeof above, about))
    return status;
  return out.write(out.context, above, strlen(above));
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
