/* `init`: a register and a profile to fill in. */

#define _XOPEN_SOURCE 700 /* mkdir, stat, link, realpath */

#include "command.h"
#include "message.h"
#include "model.h"
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const ims_param params[] = {
  { "organization", "NAME", "what the organization is called", false, false, false },
  { "system", "ID=STANDARD", "a management system, such as ISMS=27001; repeatable", false, false, true },
  { "force", NULL, "replace files that are there; what they were is kept beside them", false, false, false },
};

enum { MOST_ID = 64, MOST_PATH = 4096, MOST_KEPT = 999, MOST_SUFFIX = 8 };

/* What is asked for, and the room for it. */
typedef struct request {
  ims_blank blank;
  ims_blank_system systems[MOST_ARGUMENTS];
  char ids[MOST_ARGUMENTS][MOST_ID];
  bool force;
} request;

/* What a file is made of. */
typedef struct maker {
  const ims_model *model;
  const ims_blank *blank;
  ims_diag_sink sink;
  ims_entry_kind kind; /* of a single sheet */
} maker;

static ims_status make_workbook(void *context, const settings *given, FILE *stream)
{
  (void)given;
  const maker *m = context;
  return ims_blank_workbook(m->model, m->blank, m->sink, ims_sink_stream(stream));
}

static ims_status make_profile(void *context, const settings *given, FILE *stream)
{
  (void)given;
  const maker *m = context;
  return ims_blank_profile(m->model, m->blank, m->sink, ims_sink_stream(stream));
}

static ims_status make_sheet(void *context, const settings *given, FILE *stream)
{
  (void)given;
  const maker *m = context;
  return ims_blank_sheet(m->model, m->blank, m->kind, m->sink, ims_sink_stream(stream));
}

/* ---- what is asked for ---- */

static int take_system(const char *text, request *r)
{
  const char *sign = strchr(text, '=');
  const size_t size = sign ? (size_t)(sign - text) : 0;
  if (!size || size >= MOST_ID) {
    message_usage("init", "a system is a name, '=' and a standard, as in ISMS=27001, not", text);
    return EXIT_USAGE;
  }
  const size_t index = r->blank.system_count++;
  memcpy(r->ids[index], text, size);
  r->systems[index] = (ims_blank_system){ r->ids[index], sign + 1 };
  return 0;
}

static int take_arguments(const settings *given, request *r)
{
  if (given->word_count) {
    message_usage("init", "too many words, from", given->words[0]);
    return EXIT_USAGE;
  }
  r->blank.systems = r->systems;
  for (size_t i = 0; i < given->argument_count; i++) {
    const ims_argument *argument = &given->arguments[i];
    if (strcmp(argument->name, "organization") == 0)
      r->blank.organization = argument->value;
    else if (strcmp(argument->name, "force") == 0)
      r->force = true;
    else if (take_system(argument->value, r))
      return EXIT_USAGE;
  }
  return 0;
}

/* ---- files ---- */

static bool has_extension(const char *file, const char *extension)
{
  const size_t size = strlen(file), wanted = strlen(extension);
  return size > wanted && strcmp(file + size - wanted, extension) == 0;
}

/* Somebody's work is not written over; a device or a pipe holds none. */
static bool is_in_the_way(const char *file)
{
  struct stat about;
  if (stat(file, &about) != 0 || !S_ISREG(about.st_mode))
    return false;
  message_usage("init", "there is a file of this name, which only --force replaces:", file);
  return true;
}

/* Gives what is to be replaced a second name, the first of FILE.1, FILE.2 that is free: `kept`, to be freed; NULL if
   there is nothing. The first name stays until the new file is whole. */
static int keep(const char *file, char **kept)
{
  struct stat about;
  if (stat(file, &about) != 0 || !S_ISREG(about.st_mode) || !about.st_size)
    return 0;
  char *from = realpath(file, NULL), *to = from ? malloc(strlen(from) + MOST_SUFFIX) : NULL;
  int error = to ? EEXIST : ENOMEM;
  for (int i = 1; error == EEXIST && i <= MOST_KEPT; i++) {
    snprintf(to, strlen(from) + MOST_SUFFIX, "%s.%d", from, i);
    error = link(from, to) == 0 ? 0 : errno;
  }
  free(from);
  if (error) {
    free(to);
    message_system(IMS_DIAG_CANNOT_WRITE, file, strerror(error));
    return EXIT_SYSTEM;
  }
  *kept = to;
  return 0;
}

static int write_file(const settings *given, const char *file, ims_status (*make)(void *, const settings *, FILE *),
                      maker *m)
{
  static settings to;
  to = *given;
  to.output = file;
  char *kept = NULL;
  int status = keep(file, &kept);
  if (!status)
    status = output_bytes(&(output_maker){ make, m }, &to);
  if (status && kept)
    unlink(kept);
  if (!status && !given->quiet && kept)
    printf("%s; what was there is kept as %s\n", file, strrchr(kept, '/') + 1);
  else if (!status && !given->quiet)
    printf("%s\n", file);
  free(kept);
  return status;
}

/* The sheet of a kind, named as its element: `document` in `documents.csv`. */
static bool sheet_path(const char *folder, ims_entry_kind kind, char path[MOST_PATH])
{
  const size_t size = strlen(folder);
  const char *slash = size && folder[size - 1] == '/' ? "" : "/";
  const int length = snprintf(path, MOST_PATH, "%s%s%s.csv", folder, slash, ims_entry_kind_key(kind));
  return length > 0 && length < MOST_PATH;
}

static int write_folder(const settings *given, const char *folder, bool force, maker *m)
{
  static char path[MOST_PATH];
  if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
    message_system(IMS_DIAG_CANNOT_WRITE, folder, strerror(errno));
    return EXIT_SYSTEM;
  }
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    if (sheet_path(folder, (ims_entry_kind)kind, path) && !force && is_in_the_way(path))
      return EXIT_USAGE;
  int status = 0;
  for (int kind = 0; !status && kind < IMS_ENTRY_KIND_COUNT; kind++) {
    m->kind = (ims_entry_kind)kind;
    if (sheet_path(folder, m->kind, path))
      status = write_file(given, path, make_sheet, m);
  }
  return status;
}

static bool is_folder(const char *file)
{
  struct stat about;
  return has_extension(file, "/") || (stat(file, &about) == 0 && S_ISDIR(about.st_mode));
}

static int write_one(const settings *given, const char *file, bool force, maker *m)
{
  if (is_folder(file))
    return write_folder(given, file, force, m);
  const bool workbook = has_extension(file, ".xlsx");
  if (!workbook && !has_extension(file, ".xml")) {
    message_usage("init", "write to a name that ends in .xlsx, .xml or '/', not", file);
    return EXIT_USAGE;
  }
  if (!force && is_in_the_way(file))
    return EXIT_USAGE;
  return write_file(given, file, workbook ? make_workbook : make_profile, m);
}

/* Without a name both: what is in the way is seen before anything is written. */
static int write_all(const settings *given, request *r, maker *m)
{
  const bool force = r->force;
  if (given->output)
    return write_one(given, given->output, force, m);
  if (!force && (is_in_the_way("imsmap.xml") || is_in_the_way("register.xlsx")))
    return EXIT_USAGE;
  r->blank.with_profile = true;
  const int status = write_file(given, "imsmap.xml", make_profile, m);
  return status ? status : write_file(given, "register.xlsx", make_workbook, m);
}

static int run(const command *self, const settings *given)
{
  (void)self;
  static request r;
  messages m = { .given = given };
  ims_model *model = NULL;
  int status = take_arguments(given, &r);
  if (!status)
    status = model_load(given, &m, &model);
  if (!status)
    status = write_all(given, &r, &(maker){ .model = model, .blank = &r.blank, .sink = message_sink(&m) });
  ims_model_free(model);
  return status;
}

const command command_init = {
  .name = "init",
  .synopsis = "",
  .summary = "a register and a profile to fill in",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .scope = FOR_FILES,
  .run = run,
};
