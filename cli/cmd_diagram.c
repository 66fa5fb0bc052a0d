/* `diagram NAME`: a question to the graph that is answered with a picture. */

#define _POSIX_C_SOURCE 200809L /* isatty */

#include "command.h"
#include "evidence.h"
#include "message.h"
#include "model.h"
#include "output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- options ---- */

/* What every picture can be told; what one of them wants to know besides follows, each name once. */
static const ims_param params[] = {
  { "list", NULL, "list the diagrams and what each wants to be told", false, false, false },
  { "theme", "auto|light|dark", "colours (default: auto, in SVG as the screen is, else light)", false, false, false },
  { "date", "YYYY-MM-DD", "a date to be shown; without it the picture shows none", false, false, false },
  { "links", "PREFIX", "in SVG and PDF boxes link to PREFIX and the reference, such as clauses.html#", false, false,
    false },
  { "max-nodes", "NUMBER", "fold what has more boxes than that (default: what can be read)", false, false, false },
  { "max-time", "SECONDS", "draw a coarser picture after that (default: 20)", false, false, false },
  { "clauses", "LIST", "only these clauses and what is below them, such as 4-7,8.2", false, false, false },
  { "focus", "REF", "only what has to do with this clause, topic or document", false, false, false },
  { "systems", "LIST", "only these standards or systems, such as 9001,ISMS", false, false, false },
  { "at", "DATE", "the day that counts in a register, as in 2026-11-28; today if not given", false, false, false },
  { "layer", "SETS", "only demands in these sets, such as 'want - have'", false, false, false },
  { "view", "NAME", "which of its pictures: see --list", false, false, false },
  { "hops", "NUMBER", "how far a neighbourhood reaches", false, false, false },
  { "all", NULL, "also chains that are independent", false, false, false },
};

enum { OWN_PARAMS = 6 };

static const char *value_of(const settings *given, const char *name)
{
  for (size_t i = 0; i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) == 0)
      return given->arguments[i].value ? given->arguments[i].value : "";
  return NULL;
}

static bool is_own(const char *name)
{
  for (size_t i = 0; i < OWN_PARAMS; i++)
    if (strcmp(params[i].name, name) == 0)
      return true;
  return false;
}

static int bad(const char *what, const char *value)
{
  message_usage("diagram", what, value);
  return EXIT_USAGE;
}

static int take_number(const char *text, const char *what, unsigned long most, unsigned long *number)
{
  char *end;
  if (!text)
    return 0;
  *number = strtoul(text, &end, 10);
  return *text < '0' || *text > '9' || *end || !*number || *number > most ? bad(what, text) : 0;
}

/* ---- the list ---- */

static int print_list(void)
{
  size_t count;
  const ims_diagram *const *all = ims_diagrams(&count);
  for (size_t i = 0; i < count; i++) {
    printf("%s%s", i ? "\n" : "", all[i]->name);
    for (size_t k = 0; k < all[i]->param_count; k++)
      if (all[i]->params[k].positional)
        printf(" %s%s", all[i]->params[k].value, all[i]->params[k].many ? "..." : "");
    printf("\n  %s\n", all[i]->summary);
    for (size_t k = 0; k < all[i]->param_count; k++) {
      const ims_param *param = &all[i]->params[k];
      char left[40];
      snprintf(left, sizeof left, "%s%s%s%s", param->positional ? "" : "--", param->positional ? "" : param->name,
               param->positional || !param->value ? "" : " ", param->value ? param->value : "");
      printf("    %-20s %s\n", left, param->summary);
    }
  }
  return EXIT_DONE;
}

/* ---- the request ---- */

static const ims_param *find_param(const ims_diagram *diagram, const char *name)
{
  for (size_t i = 0; i < diagram->param_count; i++)
    if (!diagram->params[i].positional && strcmp(diagram->params[i].name, name) == 0)
      return &diagram->params[i];
  return NULL;
}

static const ims_param *positional(const ims_diagram *diagram, size_t nth)
{
  for (size_t i = 0; i < diagram->param_count; i++)
    if (diagram->params[i].positional && (diagram->params[i].many || nth-- == 0))
      return &diagram->params[i];
  return NULL;
}

typedef struct question {
  ims_argument arguments[2 * MOST_ARGUMENTS];
  size_t count;
} question;

/* A picture of a register is one of a day. */
static void take_today(const ims_diagram *diagram, const settings *given, question *q)
{
  static char today[16];
  const ims_day day = evidence_today();
  if (!find_param(diagram, "at") || value_of(given, "at") || !day)
    return;
  snprintf(today, sizeof today, "%04d-%02d-%02d", (int)(day / 10000), (int)(day / 100 % 100), (int)(day % 100));
  q->arguments[q->count++] = (ims_argument){ "at", today };
}

static int take_words(const ims_diagram *diagram, const settings *given, question *q)
{
  for (size_t i = 1; i < given->word_count; i++) {
    const ims_param *param = positional(diagram, i - 1);
    if (!param)
      return bad("too many words, from", given->words[i]);
    q->arguments[q->count++] = (ims_argument){ param->name, given->words[i] };
  }
  for (size_t i = 0; i < given->argument_count; i++) {
    const ims_argument *argument = &given->arguments[i];
    if (is_own(argument->name))
      continue;
    if (!find_param(diagram, argument->name)) {
      char option[32];
      snprintf(option, sizeof option, "--%s", argument->name);
      return bad("means nothing to this diagram:", option);
    }
    q->arguments[q->count++] = *argument;
  }
  take_today(diagram, given, q);
  return 0;
}

/* "2026-11-28" as the number 20261128; 0 if it is anything else. */
static ims_day day_of(const char *text)
{
  static const char form[] = "dddd-dd-dd";
  ims_day day = 0;
  if (strlen(text) != sizeof form - 1)
    return 0;
  for (size_t i = 0; form[i]; i++) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (digit != (form[i] == 'd') || (!digit && text[i] != '-'))
      return 0;
    day = digit ? day * 10 + (text[i] - '0') : day;
  }
  return day;
}

/* Whether one is needed, which depends on the diagram. */
static int take_register(const ims_diagram *diagram, const settings *given)
{
  const bool has = given->register_count || given->profile;
  if (diagram->register_use == IMS_REGISTER_REQUIRED && !has)
    return bad("missing:", "--register FILE");
  return diagram->register_use == IMS_REGISTER_UNUSED && has
             ? bad("means nothing to this diagram:", given->register_count ? "--register" : "--profile")
             : 0;
}

static int take_date(const settings *given, ims_day *day)
{
  const char *text = value_of(given, "date");
  if (!text)
    return 0;
  *day = day_of(text);
  return ims_day_valid(*day) ? 0 : bad("the date is a day such as 2026-11-28, not", text);
}

static int take_theme(const settings *given, ims_theme *theme)
{
  static const char *const names[] = { "auto", "light", "dark" };
  const char *text = value_of(given, "theme");
  for (int i = 0; text && i < 3; i++)
    if (strcmp(names[i], text) == 0) {
      *theme = (ims_theme)i;
      return 0;
    }
  return text ? bad("the theme is auto, light or dark, not", text) : 0;
}

/* As given, by the name of the output, else SVG. */
static int take_image(const settings *given, const ims_image **image)
{
  const char *name = given->output ? strrchr(given->output, '/') : NULL;
  const char *dot = given->output ? strrchr(name ? name : given->output, '.') : NULL;
  const char *wanted = given->format_name ? given->format_name : dot ? dot + 1 : "svg";
  *image = ims_image_find(wanted);
  if (!*image && given->format_name)
    return bad("the format is svg, png, pdf, dot or json, not", wanted);
  if (!*image)
    return bad("the format does not follow from the name; add -f to write", given->output);
  if ((*image)->binary && !given->output && isatty(STDOUT_FILENO))
    return bad("this is nothing for a terminal; add -o FILE to write", wanted);
  return 0;
}

static int take_options(const settings *given, ims_diagram_options *options)
{
  unsigned long nodes = 0, seconds = 0;
  int status = take_theme(given, &options->theme);
  if (!status)
    status = take_image(given, &options->image);
  if (!status)
    status = take_number(value_of(given, "max-nodes"), "the number of boxes is from 1 to 100000, not", 100000, &nodes);
  if (!status)
    status = take_number(value_of(given, "max-time"), "the time is from 1 to 3600 seconds, not", 3600, &seconds);
  options->links = value_of(given, "links");
  options->max_nodes = nodes;
  options->milliseconds = (unsigned)seconds * 1000;
  return status;
}

/* ---- the picture ---- */

static ims_status write_bytes(void *context, const settings *given, FILE *stream)
{
  (void)given;
  const ims_memory *bytes = context;
  return fwrite(bytes->data, 1, bytes->size, stream) == bytes->size ? IMS_OK : IMS_IO;
}

/* The output is opened when there is something to write. */
static int draw_request(const settings *given, const ims_diagram *diagram, ims_request *request,
                        const ims_diagram_options *options)
{
  messages m = { .given = given };
  ims_model *model = NULL;
  ims_register *evidence = NULL;
  ims_memory bytes = { 0 };
  int status = model_load(given, &m, &model);
  if (status)
    return status;
  status = evidence_load(given, model, &m, &evidence);
  request->evidence = evidence;
  if (!status)
    status =
        command_status(ims_diagram_draw(model, diagram, request, options, message_sink(&m), ims_sink_memory(&bytes)));
  ims_register_free(evidence);
  ims_model_free(model);
  if (!status && given->warnings_are_errors && m.warnings)
    status = EXIT_INPUT;
  if (!status)
    status = output_bytes(&(output_maker){ write_bytes, &bytes }, given);
  ims_memory_free(&bytes);
  return status;
}

static int draw(const settings *given, const ims_diagram *diagram)
{
  static question q;
  ims_request request = { .arguments = q.arguments };
  ims_diagram_options options = { 0 };
  int status = take_register(diagram, given);
  if (!status)
    status = take_words(diagram, given, &q);
  if (!status)
    status = take_date(given, &request.today);
  if (!status)
    status = take_options(given, &options);
  request.argument_count = q.count;
  return status ? status : draw_request(given, diagram, &request, &options);
}

static int run(const command *self, const settings *given)
{
  if (value_of(given, "list")) {
    if (given->word_count)
      return bad("too many words, from", given->words[0]);
    return print_list();
  }
  if (!given->word_count)
    return bad("a diagram is needed (see --list), not", "nothing");
  const ims_diagram *diagram = ims_diagram_find(given->words[0]);
  (void)self;
  return diagram ? draw(given, diagram) : bad("there is no such diagram, see --list:", given->words[0]);
}

const command command_diagram = {
  .name = "diagram",
  .synopsis = "NAME [WORD...]",
  .summary =
      "a picture: the common structure, overlaps, a chain, topics, a transition, a neighbourhood, coverage, evidence",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .register_use = IMS_REGISTER_OPTIONAL,
  .scope = FOR_FORMATS,
  .formats = "svg, png, pdf, dot or json (default: by the name of the output, else svg)",
  .run = run,
};
