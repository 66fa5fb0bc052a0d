/* `check`: what is wrong with files; with --consistency, the report of that name over them; with a register, the report
   `findings` over that. */

#include "command.h"
#include "evidence.h"
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
  { "rule", "LIST", "with a register: only these checks, with commas between (T14,T21)", false, false, true },
  { "at", "DATE", "with a register: the day that counts, as in 2026-11-28 (default: today)", false, false, false },
  { "for", "LIST", "with a register: only what concerns these systems or standards", false, false, true },
  { "most", "NUMBER", "with a register: clauses that one document may carry, T10 (default: 10)", false, false, false },
  { "exit-code", NULL, "with a register: exit with 1 if there is a finding of severity error", false, false, false },
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

/* The options of the three things that the command does: those of the other two mean nothing. */
static const char *const of_consistency[] = { "consistency", "reading", "with-parents", "max" };
static const char *const of_registers[] = { "rule", "at", "for", "most", "exit-code" };

/* The first argument given that is not in the list; NULL if there is none. */
static const char *first_beside(const settings *given, const char *const *names, size_t count)
{
  for (size_t i = 0; i < given->argument_count; i++) {
    bool among = false;
    for (size_t k = 0; k < count; k++)
      among = among || strcmp(given->arguments[i].name, names[k]) == 0;
    if (!among)
      return given->arguments[i].name;
  }
  return NULL;
}

static int refuse(const char *why, const char *option)
{
  char name[32];
  snprintf(name, sizeof name, "--%s", option);
  message_usage("check", why, name);
  return EXIT_USAGE;
}

/* An option that only means something to a table; NULL if there is none. */
static const char *option_of_tables(const settings *given)
{
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
  const char *of_register = first_beside(given, of_consistency, sizeof of_consistency / sizeof *of_consistency);
  const char *useless = given->argument_count ? given->arguments[0].name : option_of_tables(given);
  if (of_register)
    return refuse("means something with a register only:", of_register);
  if (useless)
    return refuse("means something with --consistency or a register only:", useless);
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
  const char *useless = first_beside(given, of_consistency, sizeof of_consistency / sizeof *of_consistency);
  if (useless)
    return refuse("means something with a register only:", useless);
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

/* ---- registers ---- */

/* The arguments of the report: all but what only the program looks at. */
static void leave_out(settings *given, const char *name)
{
  size_t kept = 0;
  for (size_t i = 0; i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) != 0)
      given->arguments[kept++] = given->arguments[i];
  given->argument_count = kept;
}

static bool has_error(const ims_table *table)
{
  for (size_t column = 0; column < ims_table_column_count(table); column++)
    for (size_t row = 0;
         strcmp(ims_table_column(table, column)->key, "severity") == 0 && row < ims_table_row_count(table); row++) {
      const char *cell = ims_table_cell(table, row, column);
      if (ims_table_row_kind(table, row) == IMS_ROW_NORMAL && cell && strcmp(cell, "error") == 0)
        return true;
    }
  return false;
}

static int print_register(const settings *given, const ims_format *format, const ims_model *model,
                          const ims_register *evidence, messages *m)
{
  ims_table *table = NULL;
  settings asked = *given;
  leave_out(&asked, "exit-code");
  ims_request request = command_request(&asked, format);
  request.evidence = evidence;
  request.today = evidence_today();
  int status = command_status(ims_report_find("findings")->run(model, &request, message_sink(m), &table));
  if (!status)
    status = output_table(table, format, given);
  if (!status && is_given(given, "exit-code") && has_error(table))
    status = EXIT_FINDINGS;
  ims_table_free(table);
  return status;
}

static int check_register(const settings *given)
{
  const ims_format *format = output_format(given);
  const char *useless = first_beside(given, of_registers, sizeof of_registers / sizeof *of_registers);
  messages m = { .given = given };
  ims_model *model = NULL;
  ims_register *evidence = NULL;
  if (useless)
    return refuse("means something with mapping files only:", useless);
  if (given->word_count) {
    message_usage("check", "a register is looked at alone, without", given->words[0]);
    return EXIT_USAGE;
  }
  if (!format)
    return EXIT_USAGE;
  int status = model_load(given, &m, &model);
  if (!status)
    status = evidence_load(given, model, &m, &evidence);
  if (!status)
    status = print_register(given, format, model, evidence, &m);
  ims_register_free(evidence);
  ims_model_free(model);
  return status;
}

static int run(const command *self, const settings *given)
{
  (void)self;
  if (given->register_count || given->profile)
    return check_register(given);
  return is_given(given, "consistency") ? check_consistency(given) : check_files(given);
}

const command command_check = {
  .name = "check",
  .synopsis = "[FILE|DIR...]",
  .summary = "all that is wrong with mapping files, or with those built in; with -r, what to look at in a register",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .register_use = IMS_REGISTER_OPTIONAL,
  .scope = FOR_FORMS,
  .run = run,
};
