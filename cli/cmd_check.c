/* `check`: what is wrong with files; with --consistency, the report of that name over them. */

#include "command.h"
#include "message.h"
#include "model.h"
#include "output.h"

#include <stdio.h>
#include <string.h>

static const ims_param params[] = {
  { "consistency", NULL, "close what the rows state, and name all that cannot be true at once", false, false, false },
  { "reading", "declared|strict|loose", "with --consistency: how 'intersects' is read (default: as declared)", false,
    false, false },
  { "with-parents", NULL, "with --consistency: with the hierarchy", false, false, false },
  { "max", "NUMBER", "with --consistency: contradictions that are named (default: 20; 0: all)", false, false, false },
};

static const char *plural(size_t count)
{
  return count == 1 ? "" : "s";
}

static bool is_given(const settings *given, const char *name)
{
  for (size_t i = 0; i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) == 0)
      return true;
  return false;
}

/* An option that only means something to a table, or to the question that makes one; NULL if there is none. */
static const char *option_of_tables(const settings *given)
{
  if (given->argument_count)
    return given->arguments[0].name;
  return given->format      ? "format"
         : given->output    ? "output"
         : given->long_form ? "long"
         : given->details   ? "notes"
         : given->width     ? "width"
                            : NULL;
}

static int check_files(const settings *given)
{
  messages m = { .given = given };
  const char *useless = option_of_tables(given);
  if (useless) {
    message_usage("check", "means something with --consistency only:", useless);
    return EXIT_USAGE;
  }
  const int status = model_check(given, given->words, given->word_count, &m);
  if (!given->quiet && status != EXIT_SYSTEM)
    printf("%zu error%s, %zu warning%s\n", m.errors, plural(m.errors), m.warnings, plural(m.warnings));
  return status;
}

/* Prints what contradicts itself, also to those who want to hear errors only: it is why the run fails. */
static int print_findings(const ims_table *table, const ims_format *format, const settings *given)
{
  const bool found = ims_table_row_count(table) > 0;
  const int status = found || !given->quiet ? output_table(table, format, given) : 0;
  return status ? status : found ? EXIT_INPUT : EXIT_DONE;
}

static int check_consistency(const settings *given)
{
  const ims_format *format = output_format(given);
  messages m = { .given = given };
  ims_model *model = NULL;
  ims_table *table = NULL;
  if (!format)
    return EXIT_USAGE;
  int status = model_load_with(given, given->words, given->word_count, &m, &model);
  if (!status) {
    const ims_request request = command_request(given, format);
    status = command_status(ims_report_find("consistency")->run(model, &request, message_sink(&m), &table));
  }
  if (!status)
    status = print_findings(table, format, given);
  ims_table_free(table);
  ims_model_free(model);
  return status;
}

static int run(const command *self, const settings *given)
{
  (void)self;
  return is_given(given, "consistency") ? check_consistency(given) : check_files(given);
}

const command command_check = {
  .name = "check",
  .synopsis = "[FILE|DIR...]",
  .summary = "all that is wrong with mapping files; without any, with those built in",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .scope = FOR_FORMS,
  .run = run,
};
