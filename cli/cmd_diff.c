/* `diff`: what changed between two registers, or between two tables that were saved. */

#include "command.h"
#include "input.h"
#include "message.h"
#include "model.h"
#include "output.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const ims_param params[] = {
  { "before", "FILE", "one more file or folder of the register as it was; repeatable", false, false, true },
  { "after", "FILE", "one more file or folder of the register as it is; repeatable", false, false, true },
  { "tables", NULL, "compare two tables instead: CSV or TSV, such as reports that were saved", false, false, false },
  { "key", "COLUMNS", "with --tables: what names a row (default: the fewest columns from the left that do)", false,
    false, false },
  { "exit-code", NULL, "exit with 1 if there is a difference", false, false, false },
};

static const char *argument(const settings *given, const char *name)
{
  for (size_t i = 0; i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) == 0)
      return given->arguments[i].value ? given->arguments[i].value : "";
  return NULL;
}

static int usage(const char *what, const char *value)
{
  message_usage("diff", what, value);
  return EXIT_USAGE;
}

/* ---- registers ---- */

/* Reads a file, and each that an option of that name gives. */
static ims_status read_all(ims_register_reader *reader, const settings *given, const char *file, const char *name)
{
  ims_status status = ims_register_reader_path(reader, file);
  for (size_t i = 0; status != IMS_NOMEM && i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) == 0) {
      const ims_status more = ims_register_reader_path(reader, given->arguments[i].value);
      status = status && more != IMS_NOMEM ? status : more;
    }
  return status;
}

static int read_register(const ims_model *model, const settings *given, const char *file, const char *name, messages *m,
                         ims_register **evidence)
{
  const ims_register_options options = { given->max_size };
  ims_register_reader *reader = NULL;
  ims_status status = ims_register_reader_new(model, &options, message_sink(m), &reader);
  if (!status)
    status = read_all(reader, given, file, name);
  if (!status)
    status = ims_register_reader_finish(reader, evidence);
  ims_register_reader_free(reader);
  if (!status && given->warnings_are_errors && m->warnings)
    return EXIT_INPUT;
  return status == IMS_INVALID ? EXIT_INPUT : command_status(status);
}

static int diff_registers(const settings *given, const ims_format *format, ims_table **table)
{
  messages m = { .given = given };
  ims_model *model = NULL;
  ims_register *before = NULL, *after = NULL;
  int status = model_load(given, &m, &model);
  if (!status)
    status = read_register(model, given, given->words[0], "before", &m, &before);
  if (!status)
    status = read_register(model, given, given->words[1], "after", &m, &after);
  if (!status)
    status = command_status(ims_diff_registers(model, before, after, command_request(given, format).form, table));
  ims_register_free(before);
  ims_register_free(after);
  ims_model_free(model);
  return status;
}

/* ---- tables ---- */

static int diff_tables(const settings *given, ims_table **table)
{
  messages m = { .given = given };
  ims_memory data[2] = { { 0 }, { 0 } };
  ims_diff_text texts[2];
  int status = 0;
  for (int i = 0; !status && i < 2; i++) {
    status = input_file("diff", given, given->words[i], &data[i]);
    texts[i] = (ims_diff_text){ given->words[i], data[i].data ? data[i].data : "", data[i].size };
  }
  if (!status) {
    const ims_status compared = ims_diff_tables(&texts[0], &texts[1], argument(given, "key"), message_sink(&m), table);
    status = compared == IMS_INVALID ? EXIT_INPUT : command_status(compared);
  }
  ims_memory_free(&data[0]);
  ims_memory_free(&data[1]);
  return status;
}

/* ---- which of them ---- */

enum { FIRST_ROW = 1 << 13 }; /* no report has a longer one */

/* Looks at the beginning of a file; one that can be read once only is left alone. */
static int is_report(const char *name, bool *report)
{
  char start[FIRST_ROW];
  struct stat about;
  *report = false;
  if (stat(name, &about) || !S_ISREG(about.st_mode))
    return 0;
  FILE *file = fopen(name, "rb");
  if (!file)
    return 0; /* whoever reads it says so */
  const ims_diff_text text = { name, start, fread(start, 1, sizeof start, file) };
  fclose(file);
  return command_status(ims_diff_is_report(&text, report));
}

/* Reports that were saved are compared as tables, without being told so. */
static int decide(const settings *given, bool *tables)
{
  bool reports[2];
  *tables = argument(given, "tables") != NULL;
  for (int i = 0; !*tables && i < 2; i++) {
    const int status = is_report(given->words[i], &reports[i]);
    if (status)
      return status;
  }
  if (*tables || (!reports[0] && !reports[1]))
    return 0;
  if (argument(given, "before") || argument(given, "after"))
    return usage("this is a report that was saved, and no register:", given->words[!reports[0]]);
  if (reports[0] && reports[1])
    *tables = true;
  else
    return usage("this is a report that was saved, and the other is none; two tables of any kind are compared with "
                 "--tables:",
                 given->words[reports[1]]);
  return 0;
}

/* ---- both ---- */

static int check_arguments(const settings *given)
{
  if (given->word_count != 2)
    return usage("two files are compared, not", given->word_count > 2    ? "more"
                                                : given->word_count == 1 ? "one"
                                                                         : "none");
  const bool tables = argument(given, "tables") != NULL;
  if (!tables && argument(given, "key"))
    return usage("means something with --tables only:", "--key");
  if (tables && (argument(given, "before") || argument(given, "after")))
    return usage("tables are compared one with one; leave out", argument(given, "before") ? "--before" : "--after");
  return 0;
}

static int run(const command *self, const settings *given)
{
  (void)self;
  const ims_format *format = output_format(given);
  ims_table *table = NULL;
  bool tables = false;
  int status = format ? check_arguments(given) : EXIT_USAGE;
  if (!status)
    status = decide(given, &tables);
  if (!status)
    status = tables ? diff_tables(given, &table) : diff_registers(given, format, &table);
  if (!status)
    status = output_table(table, format, given);
  if (!status && argument(given, "exit-code") && ims_table_row_count(table))
    status = EXIT_FINDINGS;
  ims_table_free(table);
  return status;
}

const command command_diff = {
  .name = "diff",
  .synopsis = "OLD NEW",
  .summary = "what changed between two registers, or two reports that were saved",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .scope = FOR_FORMS,
  .run = run,
};
