#include "command.h"
#include "message.h"
#include "output.h"
#include "progress.h"

#include <stdio.h>
#include <string.h>

enum { STDOUT_BUFFER = 1 << 18 };

static int run(int argc, char **argv)
{
  if (argc < 2) {
    command_help.run(&command_help, &(settings){ 0 });
    return EXIT_USAGE;
  }
  if (strcmp(argv[1], "--version") == 0) {
    printf("imsmap %s\n", ims_version());
    return EXIT_DONE;
  }
  const bool help = strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0;
  command asked;
  if (!command_find(help ? "help" : argv[1], &asked))
    return EXIT_USAGE;
  static settings given;
  const int status = option_read(argc - 1, argv + 1, &asked, &given);
  if (status)
    return status;
  if (given.help) {
    command_usage(&asked);
    return EXIT_DONE;
  }
  progress_begin(&given);
  return asked.run(&asked, &given);
}

int main(int argc, char **argv)
{
  /* large enough to fail where it can be told why */
  static char buffer[STDOUT_BUFFER];
  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  const int status = run(argc, argv);
  progress_end();
  const int end = output_end();
  return end ? end : status;
}
