/* `report`: everything on one page, to look at and to hand over. */

#define _POSIX_C_SOURCE 200809L /* isatty */

#include "command.h"
#include "evidence.h"
#include "model.h"
#include "output.h"
#include "page.h"
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const ims_param params[] = {
  { "have", "LIST", "what is met: standards or clauses, with commas between (9001,27001/A.5)", false, false, true },
  { "want", "LIST", "what is wanted: standards or clauses; with a register, its standards if not given", false, false,
    true },
  { "without", "LIST", "clauses of what is met that are not (9001/8.3)", false, false, true },
  { "for", "LIST", "systems or their standards, with commas between (ISMS,9001); all if not given", false, false,
    true },
  { "at", "DATE", "the day that counts, as in 2026-11-28; today if not given", false, false, false },
  { "title", "TEXT", "the title of the page", false, false, false },
  { "fragment", NULL, "HTML for a page of others, such as a wiki: without style and script", false, false, false },
};

static bool is_given(const settings *given, const char *name)
{
  for (size_t i = 0; i < given->argument_count; i++)
    if (strcmp(given->arguments[i].name, name) == 0)
      return true;
  return false;
}

/* By the name of the output; a page is nothing for a terminal. */
static int take_form(const settings *given, ims_page_form *form)
{
  const char *dot = given->output ? strrchr(given->output, '.') : NULL;
  if (!given->output && isatty(STDOUT_FILENO)) {
    message_usage("report", "missing:", "--output FILE");
    return EXIT_USAGE;
  }
  *form = dot && (strcmp(dot, ".md") == 0 || strcmp(dot, ".markdown") == 0) ? IMS_PAGE_MARKDOWN
          : is_given(given, "fragment")                                     ? IMS_PAGE_FRAGMENT
                                                                            : IMS_PAGE_WHOLE;
  if (given->output && strncmp(given->output, "/dev/", 5) != 0 && *form != IMS_PAGE_MARKDOWN &&
      (!dot || (strcmp(dot, ".html") != 0 && strcmp(dot, ".htm") != 0))) {
    message_usage("report", "write to a name that ends in .html or .md, not", given->output);
    return EXIT_USAGE;
  }
  return 0;
}

typedef struct made {
  const ims_page *page;
  ims_page_form form;
} made;

static ims_status make(void *context, const settings *given, FILE *stream)
{
  (void)given;
  const made *what = context;
  return ims_page_write(what->page, what->form, progress_sink(stream));
}

static int write_page(const page_scope *scope, messages *m, ims_page_form form)
{
  static page_built built;
  int status = page_build(scope, m, &built);
  made what = { &built.page, form };
  if (!status)
    status = output_bytes(&(output_maker){ make, &what }, scope->given);
  page_built_free(&built);
  return status;
}

static int run(const command *self, const settings *given)
{
  ims_page_form form;
  messages m = { .given = given };
  ims_model *model = NULL;
  ims_register *evidence = NULL;
  static page_scope scope;
  if (given->word_count) {
    message_usage(self->name, "too many words, from", given->words[0]);
    return EXIT_USAGE;
  }
  int status = take_form(given, &form);
  if (!status)
    status = model_load(given, &m, &model);
  if (!status)
    status = evidence_load_for(self, given, model, &m, &evidence);
  if (!status)
    status = page_scope_begin(&scope, given, model, evidence, evidence_today());
  if (!status)
    status = write_page(&scope, &m, form);
  page_scope_end(&scope);
  ims_register_free(evidence);
  ims_model_free(model);
  return status;
}

const command command_page = {
  .name = "report",
  .synopsis = "",
  .summary = "everything on one page of HTML: summary, gaps, evidence, correlation, words, origin",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .register_use = IMS_REGISTER_OPTIONAL,
  .scope = FOR_FILES,
  .run = run,
};
