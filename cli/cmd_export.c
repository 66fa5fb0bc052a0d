/* The graph in a format of others. */

#include "command.h"
#include "message.h"
#include "model.h"
#include "output.h"
#include "progress.h"

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

static int write_database(const settings *given, const char *file)
{
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
