#include "command.h"
#include "message.h"

#include <stdio.h>

static void list_commands(void)
{
  printf("imsmap maps the demands of ISO 9001, ISO/IEC 20000-1 and ISO/IEC 27001 onto each other.\n\n"
         "usage: imsmap COMMAND [OPTION...] [WORD...]\n\n");
  for (size_t i = 0; i < command_count(); i++) {
    const command c = command_at(i);
    printf("  %-11s %s\n", c.name, c.summary);
  }
  printf("\n'imsmap help COMMAND' tells its options, imsmap(1) the rest.\n");
}

static int run(const command *self, const settings *given)
{
  if (!given->word_count) {
    list_commands();
    return EXIT_DONE;
  }
  if (given->word_count > 1) {
    message_usage(self->name, "too many words, from", given->words[1]);
    return EXIT_USAGE;
  }
  command asked;
  if (!command_find(given->words[0], &asked))
    return EXIT_USAGE;
  command_usage(&asked);
  return EXIT_DONE;
}

const command command_help = {
  .name = "help",
  .synopsis = "[COMMAND]",
  .summary = "how to use imsmap, or one command",
  .run = run,
};
