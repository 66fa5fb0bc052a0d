/* The graph in a format of others. */

#define _POSIX_C_SOURCE 200809L /* stat */

#include "command.h"
#include "message.h"
#include "model.h"
#include "output.h"
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const ims_param params[] = {
  { "sqlite", "FILE", "write a database of SQLite", false, true, false },
};

/* What the database is made of, and what was written. */
typedef struct database {
  const ims_model *model;
  ims_diag_sink sink;
  ims_table *written;
} database;

static ims_status make(void *context, const settings *given, FILE *stream)
{
  (void)given;
  database *d = context;
  return ims_sql_export(d->model, progress_sink(stream), d->sink, &d->written);
}

/* True for a file that is there and was not written by this command; an empty one holds nothing. */
static bool is_of_others(const char *file)
{
  static const char kind[16] = "SQLite format 3", ours[] = { 'i', 'm', 's', 'm' };
  enum { APPLICATION = 68 };
  char head[APPLICATION + sizeof ours];
  struct stat about;
  if (stat(file, &about) != 0 || !S_ISREG(about.st_mode) || !about.st_size)
    return false;
  FILE *stream = fopen(file, "rb");
  const size_t size = stream ? fread(head, 1, sizeof head, stream) : 0;
  if (stream)
    fclose(stream);
  return size < sizeof head || memcmp(head, kind, sizeof kind) != 0 ||
         memcmp(head + APPLICATION, ours, sizeof ours) != 0;
}

static int write_database(const settings *given, const char *file)
{
  if (is_of_others(file)) {
    message_usage("export",
                  "this file is no database of imsmap, and so is not replaced; remove it, or name another:", file);
    return EXIT_USAGE;
  }
  messages m = { .given = given };
  ims_model *model = NULL;
  int status = model_load(given, &m, &model);
  if (status)
    return status;
  static settings to;
  to = *given;
  to.output = file;
  database d = { model, message_sink(&m), NULL };
  status = output_bytes(&(output_maker){ make, &d }, &to);
  if (!status && !given->quiet)
    status = output_table(d.written, ims_format_find("text"), given);
  ims_table_free(d.written);
  ims_model_free(model);
  return status;
}

static int run(const command *self, const settings *given)
{
  if (given->word_count) {
    message_usage(self->name, "too many words, from", given->words[0]);
    return EXIT_USAGE;
  }
  if (!given->argument_count) {
    message_usage(self->name, "missing:", "--sqlite FILE");
    return EXIT_USAGE;
  }
  return write_database(given, given->arguments[0].value);
}

const command command_export = {
  .name = "export",
  .synopsis = "",
  .summary = "the graph in a format of others: a database of SQLite",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .run = run,
};
