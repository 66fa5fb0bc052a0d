#include "option.h"

#include "command.h"
#include "message.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The numbers that getopt_long answers with: the index in option_rules, then that of a report's parameter. */
enum { RULE_BASE = 256, PARAM_BASE = 512 };

enum {
  RULE_FORMAT,
  RULE_OUTPUT,
  RULE_MAPPINGS,
  RULE_NO_BUILTIN,
  RULE_REGISTER,
  RULE_PROFILE,
  RULE_LONG,
  RULE_WHERE,
  RULE_COLUMNS,
  RULE_NOTES,
  RULE_TEXT,
  RULE_WIDTH,
  RULE_COLOR,
  RULE_MAX_SIZE,
  RULE_QUIET,
  RULE_WARNINGS,
  RULE_HELP
};

const option_rule option_rules[] = {
  [RULE_FORMAT] = { "format", 'f', FOR_FORMATS, "FORMAT",
                    "text, csv, tsv, json, md, html, fragment, xlsx or docx (default: by the name of the output, else "
                    "text)" },
  [RULE_OUTPUT] = { "output", 'o', FOR_FILES, "FILE", "write to FILE, as a whole or not at all" },
  [RULE_MAPPINGS] = { "mappings", 'm', FOR_ALL, "PATH",
                      "read more mappings: a file, or a folder; replaces by id; repeatable" },
  [RULE_NO_BUILTIN] = { "no-builtin", 0, FOR_ALL, NULL, "leave out the mappings that are built in" },
  [RULE_REGISTER] = { "register", 'r', FOR_REGISTERS, "FILE",
                      "what the organization has: a workbook, CSV, XML, or a folder of CSV; repeatable" },
  [RULE_PROFILE] = { "profile", 'p', FOR_PROFILES, "FILE",
                     "who the organization is, and which editions it uses (default with -r: imsmap.xml beside it, "
                     "else above it)" },
  [RULE_LONG] = { "long", 0, FOR_FORMS, NULL, "one fact a row, in fixed columns" },
  [RULE_WHERE] = { "where", 0, FOR_REPORTS, "EXPR",
                   "only rows of the long form for which this expression of SQL is true" },
  [RULE_COLUMNS] = { "columns", 0, FOR_REPORTS, "LIST", "only these columns of the long form, such as source,target" },
  [RULE_NOTES] = { "notes", 0, FOR_DETAILS, NULL, "say in words what a table shows; more columns" },
  [RULE_TEXT] = { "text", 0, FOR_REPORTS, NULL,
                  "with 'show', on a terminal: your own licensed text, if a mapping lays it over" },
  [RULE_WIDTH] = { "width", 0, FOR_TABLES, "COLUMNS",
                   "width of text tables (default: the terminal's, else 100; 0: no limit)" },
  [RULE_COLOR] = { "color", 0, FOR_ALL, "WHEN", "auto, always or never" },
  [RULE_MAX_SIZE] = { "max-size", 0, FOR_ALL, "BYTES",
                      "largest file that is read (default: 67108864; of a register 536870912)" },
  [RULE_QUIET] = { "quiet", 'q', FOR_ALL, NULL, "only errors" },
  [RULE_WARNINGS] = { "warnings", 'W', FOR_ALL, "error", "treat warnings as errors" },
  [RULE_HELP] = { "help", 'h', FOR_ALL, NULL, "how to use the command" },
};
const size_t option_rule_count = sizeof option_rules / sizeof *option_rules;

enum { MOST_OPTIONS = 64 };

/* ---- values ---- */

static bool take_number(const char *text, uint64_t *number)
{
  char *end;
  errno = 0;
  const unsigned long long value = strtoull(text, &end, 10);
  if (*text < '0' || *text > '9' || *end || errno)
    return false;
  *number = value;
  return true;
}

static int bad(const char *name, const char *what, const char *value)
{
  message_usage(name, what, value);
  return EXIT_USAGE;
}

/* Said with the name: what was read last may be its value. */
static int bad_place(const char *name, const option_rule *rule)
{
  char option[32];
  snprintf(option, sizeof option, "--%s", rule->name);
  return bad(name, "means nothing here:", option);
}

static int take_color(const char *name, const char *value, settings *given)
{
  static const char *const names[] = { "auto", "always", "never" };
  for (int i = 0; i < 3; i++)
    if (strcmp(names[i], value) == 0) {
      given->color = (color_mode)i;
      return 0;
    }
  return bad(name, "the colour is auto, always or never, not", value);
}

static int take_format(const command *asked, const char *value, settings *given)
{
  given->format_name = value;
  given->format = ims_format_find(value);
  if (given->format || asked->formats)
    return 0; /* a command with formats of its own knows them itself */
  return bad(asked->name, "the format is text, csv, tsv, json, md, html, fragment, xlsx or docx, not", value);
}

static int take_rule(const command *asked, int rule, const char *value, settings *given)
{
  const char *name = asked->name;
  uint64_t number;
  switch (rule) {
  case RULE_FORMAT:
    return take_format(asked, value, given);
  case RULE_OUTPUT:
    given->output = value;
    return 0;
  case RULE_MAPPINGS:
    if (given->mapping_count == MOST_ARGUMENTS)
      return bad(name, "too many mappings, from", value);
    given->mappings[given->mapping_count++] = value;
    return 0;
  case RULE_NO_BUILTIN:
    given->no_builtin = true;
    return 0;
  case RULE_REGISTER:
    if (given->register_count == MOST_ARGUMENTS)
      return bad(name, "too many registers, from", value);
    given->registers[given->register_count++] = value;
    return 0;
  case RULE_PROFILE:
    given->profile = value;
    return 0;
  case RULE_LONG:
    given->long_form = true;
    return 0;
  case RULE_WHERE:
    given->where = value;
    return 0;
  case RULE_COLUMNS:
    given->columns = value;
    return 0;
  case RULE_NOTES:
    given->details = true;
    return 0;
  case RULE_TEXT:
    given->overlay = true;
    return 0;
  case RULE_WIDTH:
    if (!take_number(value, &number) || number > 100000)
      return bad(name, "the width is a number of columns, not", value);
    given->width = number ? (size_t)number : SIZE_MAX;
    return 0;
  case RULE_COLOR:
    return take_color(name, value, given);
  case RULE_MAX_SIZE:
    if (!take_number(value, &given->max_size) || !given->max_size)
      return bad(name, "the largest size is a number of bytes above 0, not", value);
    return 0;
  case RULE_QUIET:
    given->quiet = true;
    return 0;
  case RULE_WARNINGS:
    if (strcmp(value, "error") != 0)
      return bad(name, "-W takes 'error', not", value);
    given->warnings_are_errors = true;
    return 0;
  default:
    given->help = true;
    return 0;
  }
}

static int add_argument(const char *name, const ims_param *param, const char *value, settings *given)
{
  if (given->argument_count == MOST_ARGUMENTS)
    return bad(name, "too many arguments, from", value);
  for (size_t i = 0; !param->many && i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, param->name) == 0)
      return bad(name, "given twice:", param->name);
  given->arguments[given->argument_count++] = (ims_argument){ param->name, value };
  return 0;
}

/* An option that may be given several times takes all words up to the next option: --by 9001 20000-1. getopt moves what
   is no option to the end, and what was taken here stays before it. */
static int add_more(int argc, char **argv, const char *name, const ims_param *param, settings *given)
{
  int status = 0;
  while (!status && param->many && param->value && optind < argc && argv[optind][0] != '-')
    status = add_argument(name, param, argv[optind++], given);
  return status;
}

/* ---- words ---- */

/* The positional parameter for the next word: the first one not given, or one that takes many. */
static const ims_param *next_positional(const ims_report *report, size_t taken)
{
  for (size_t i = 0; i < report->param_count; i++) {
    const ims_param *param = &report->params[i];
    if (param->positional && (param->many || taken-- == 0))
      return param;
  }
  return NULL;
}

static int missing(const char *name, const ims_param *param)
{
  char option[64];
  snprintf(option, sizeof option, "--%s %s", param->name, param->value);
  return bad(name, "missing:", param->positional ? param->value : option);
}

static int take_words(const char *name, const ims_report *report, settings *given)
{
  for (size_t i = 0; i < given->word_count; i++) {
    const ims_param *param = next_positional(report, i);
    if (!param)
      return bad(name, "too many words, from", given->words[i]);
    const int status = add_argument(name, param, given->words[i], given);
    if (status)
      return status;
  }
  for (size_t i = 0; i < report->param_count; i++) {
    bool there = !report->params[i].required;
    for (size_t k = 0; k < given->argument_count; k++)
      there = there || strcmp(given->arguments[k].name, report->params[i].name) == 0;
    if (!there)
      return missing(name, &report->params[i]);
  }
  return 0;
}

/* ---- reading ---- */

static void build_tables(const command *asked, struct option *options, char *letters)
{
  size_t count = 0;
  *letters++ = ':'; /* a missing value is told apart, and nothing is printed */
  for (size_t i = 0; i < option_rule_count; i++) {
    const option_rule *rule = &option_rules[i];
    const int has_value = rule->value ? required_argument : no_argument;
    options[count++] = (struct option){ rule->name, has_value, NULL, RULE_BASE + (int)i };
    if (rule->letter) {
      *letters++ = rule->letter;
      if (rule->value)
        *letters++ = ':';
    }
  }
  *letters = '\0';
  for (size_t i = 0; i < asked->param_count && count < MOST_OPTIONS - 1; i++) {
    const ims_param *param = &asked->params[i];
    if (!param->positional)
      options[count++] =
          (struct option){ param->name, param->value ? required_argument : no_argument, NULL, PARAM_BASE + (int)i };
  }
  options[count] = (struct option){ NULL, 0, NULL, 0 };
}

static int rule_of_letter(int letter)
{
  for (size_t i = 0; i < option_rule_count; i++)
    if (option_rules[i].letter == letter)
      return (int)i;
  return RULE_HELP;
}

int option_read(int argc, char **argv, const command *asked, settings *given)
{
  const char *name = asked->name;
  struct option options[MOST_OPTIONS];
  char letters[2 * MOST_OPTIONS];
  build_tables(asked, options, letters);
  opterr = 0;
  for (int answer; (answer = getopt_long(argc, argv, letters, options, NULL)) != -1;) {
    int status;
    if (answer == '?' && optopt > 0 && optopt < RULE_BASE)
      return bad(name, "unknown option:", (const char[]){ '-', (char)optopt, '\0' });
    if (answer == '?')
      return bad(name, "unknown option, or one that takes no value:", argv[optind - 1]);
    if (answer == ':')
      return bad(name, "a value is missing after", argv[optind - 1]);
    const int rule = answer >= RULE_BASE ? answer - RULE_BASE : rule_of_letter(answer);
    if (answer < PARAM_BASE && !command_takes(asked, &option_rules[rule]))
      return bad_place(name, &option_rules[rule]);
    if (answer >= PARAM_BASE) {
      status = add_argument(name, &asked->params[answer - PARAM_BASE], optarg, given);
      if (!status)
        status = add_more(argc, argv, name, &asked->params[answer - PARAM_BASE], given);
    } else {
      status = take_rule(asked, rule, optarg, given);
    }
    if (status)
      return status;
  }
  for (; optind < argc; optind++) {
    if (given->word_count == MOST_ARGUMENTS)
      return bad(name, "too many words, from", argv[optind]);
    given->words[given->word_count++] = argv[optind];
  }
  return asked->report && !given->help ? take_words(name, asked->report, given) : 0;
}
