/* A question in SQL: from the command line, a file or standard input. */

#include "command.h"
#include "evidence.h"
#include "input.h"
#include "message.h"
#include "model.h"
#include "output.h"

#include <string.h>

static const ims_param params[] = {
  { "schema", NULL, "list the tables and their columns instead", false, false, false },
  { "file", "FILE", "read the statement from FILE", false, false, false },
};

static const char *argument(const settings *given, const char *name)
{
  for (size_t i = 0; i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) == 0)
      return given->arguments[i].value ? given->arguments[i].value : "";
  return NULL;
}

static int print(ims_status status, ims_table *table, const ims_format *format, const settings *given)
{
  const int result = status ? command_status(status) : output_table(table, format, given);
  ims_table_free(table);
  return result;
}

static int print_schema(const settings *given, const ims_format *format)
{
  ims_table *table = NULL;
  const ims_status status = ims_sql_schema(&table);
  return print(status, table, format, given);
}

static int answer(const settings *given, const ims_format *format, const char *name, const char *text, size_t size)
{
  messages m = { .given = given };
  ims_model *model = NULL;
  ims_table *table = NULL;
  const int loaded = model_load(given, &m, &model);
  if (loaded)
    return loaded;
  ims_register *evidence = NULL;
  const int read = evidence_load(given, model, &m, &evidence);
  const ims_sql_options options = { .name = name, .evidence = evidence, .today = evidence_today() };
  const ims_status status = read ? IMS_OK : ims_sql_query(model, text, size, &options, message_sink(&m), &table);
  ims_register_free(evidence);
  ims_model_free(model);
  return read ? read : print(status, table, format, given);
}

static int answer_file(const command *self, const settings *given, const ims_format *format, const char *file)
{
  ims_memory data = { 0 };
  int status = input_file(self->name, given, file, &data);
  if (!status)
    status = answer(given, format, strcmp(file, "-") == 0 ? "stdin" : file, data.data ? data.data : "", data.size);
  ims_memory_free(&data);
  return status;
}

static int run(const command *self, const settings *given)
{
  const char *file = argument(given, "file");
  const bool schema = argument(given, "schema") != NULL;
  if (given->word_count + schema + (file != NULL) != 1) {
    message_usage(self->name, "one statement, one --file or --schema is needed, not",
                  given->word_count > 1   ? "several words; put the statement in quotes"
                  : given->argument_count ? "several of them"
                                          : "nothing");
    return EXIT_USAGE;
  }
  const ims_format *format = output_format(given);
  if (!format)
    return EXIT_USAGE;
  if (schema)
    return print_schema(given, format);
  if (file || strcmp(given->words[0], "-") == 0)
    return answer_file(self, given, format, file ? file : "-");
  return answer(given, format, NULL, given->words[0], strlen(given->words[0]));
}

const command command_query = {
  .name = "query",
  .synopsis = "[STATEMENT|-]",
  .summary = "a question in SQL to the graph and to every report",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .register_use = IMS_REGISTER_OPTIONAL,
  .scope = FOR_TABLES,
  .run = run,
};
