#include "command.h"
#include "model.h"

#include <stdio.h>

static const char *plural(size_t count)
{
  return count == 1 ? "" : "s";
}

static int run(const command *self, const settings *given)
{
  (void)self;
  messages m = { .given = given };
  const int status = model_check(given, given->words, given->word_count, &m);
  if (!given->quiet && status != EXIT_SYSTEM)
    printf("%zu error%s, %zu warning%s\n", m.errors, plural(m.errors), m.warnings, plural(m.warnings));
  return status;
}

const command command_check = {
  .name = "check",
  .synopsis = "[FILE|DIR...]",
  .summary = "all that is wrong with mapping files; without any, with those built in",
  .run = run,
};
