/* Every report of the library is a command. */

#define _POSIX_C_SOURCE 200809L /* isatty */

#include "command.h"
#include "evidence.h"
#include "message.h"
#include "model.h"
#include "output.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Words go where a format has room for them; what machines read is always the long form. */
ims_request command_request(const settings *given, const ims_format *format)
{
  const bool cells =
      strcmp(format->name, "csv") == 0 || strcmp(format->name, "tsv") == 0 || strcmp(format->name, "xlsx") == 0;
  const bool prose =
      strcmp(format->name, "md") == 0 || strcmp(format->name, "html") == 0 || strcmp(format->name, "fragment") == 0;
  const bool rows = strcmp(format->name, "json") == 0;
  return (ims_request){
    .arguments = given->arguments,
    .argument_count = given->argument_count,
    .form = given->long_form || given->where || given->columns || rows ? IMS_FORM_LONG : IMS_FORM_WIDE,
    .words = cells                     ? IMS_WORDS_COLUMNS
             : prose || given->details ? IMS_WORDS_INLINE
                                       : IMS_WORDS_NONE,
  };
}

int command_status(ims_status status)
{
  switch (status) {
  case IMS_OK:
    return EXIT_DONE;
  case IMS_NOMEM:
    message_system(IMS_DIAG_OUT_OF_MEMORY, NULL, "");
    return EXIT_SYSTEM;
  case IMS_IO:
    return EXIT_SYSTEM;
  case IMS_LIMIT:
    return EXIT_INPUT;
  default:
    return EXIT_USAGE;
  }
}

/* Licensed text that a user laid over: for the eyes of whoever sits at the terminal, never for a file. */
static bool may_show_overlay(const command *self, const settings *given, const ims_format *format)
{
  if (strcmp(self->name, "show") != 0)
    message_usage(self->name, "means nothing here:", "--text");
  else if (given->output || strcmp(format->name, "text") != 0 || !isatty(STDOUT_FILENO))
    message_usage("show", "licensed text is shown on a terminal only, as text;", "leave out --text");
  else
    return true;
  return false;
}

static void show_overlay(const ims_model *model, const ims_register *evidence, const settings *given)
{
  ims_node node;
  const ims_diag_sink nobody = { NULL, NULL };
  if (!given->argument_count || ims_find_node(model, evidence, given->arguments[0].value, nobody, &node))
    return;
  const char *text = ims_node_overlay(model, node);
  printf("\nYour text: %s\n", *text ? text : "none is laid over this clause");
}

/* Puts in place of the table what --where and --columns leave of it. */
static ims_status choose(const ims_model *model, const ims_request *request, const settings *given, messages *m,
                         ims_table **table)
{
  const ims_sql_options options = { .evidence = request->evidence, .today = request->today };
  ims_table *chosen = NULL;
  const ims_status status =
      ims_sql_choose(model, *table, given->where, given->columns, &options, message_sink(m), &chosen);
  if (status)
    return status;
  ims_table_free(*table);
  *table = chosen;
  return IMS_OK;
}

int command_run_report(const command *self, const settings *given)
{
  const ims_format *format = output_format(given);
  if (!format || (given->overlay && !may_show_overlay(self, given, format)))
    return EXIT_USAGE;
  messages m = { .given = given };
  ims_model *model;
  int status = model_load(given, &m, &model);
  if (status)
    return status;
  ims_request request = command_request(given, format);
  ims_register *evidence = NULL;
  ims_table *table = NULL;
  status = evidence_load_for(self, given, model, &m, &evidence);
  request.evidence = evidence;
  request.today = evidence_today();
  if (!status)
    status = command_status(self->report->run(model, &request, message_sink(&m), &table));
  if (!status && (given->where || given->columns))
    status = command_status(choose(model, &request, given, &m, &table));
  if (!status)
    status = output_table(table, format, given);
  if (!status && given->overlay)
    show_overlay(model, evidence, given);
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
  return status;
}
